//! The reading of a whole text: sentence by sentence, from left to right, the first reader that fits wins.
//! Not here: the readers.

use super::cursor::Cursor;
use super::{Value, clock, date, passed, quantity, standard};
use crate::span::Span;
use crate::text::Text;

/// All values of a text, in order, never overlapping. Linear in the text's length.
pub fn read(text: &Text) -> Vec<Value> {
    walk(text).0
}

/// Figures that claim nothing: phone, order and card numbers, model numbers, "24/7". In order.
pub fn ignored(text: &Text) -> Vec<Span> {
    walk(text).1
}

fn walk(text: &Text) -> (Vec<Value>, Vec<Span>) {
    let mut values = Vec::new();
    let mut spans = Vec::new();
    for sentence in &text.sentences {
        let cursor = Cursor::new(text.source, text.tokens_of(sentence), sentence.lang);
        let mut i = 0;
        while i < cursor.tokens.len() {
            if cursor.idle(i) {
                i += 1;
            } else if let Some(end) = passed::at(&cursor, i) {
                spans.push(cursor.span(i, end));
                i = end.max(i + 1);
            } else if let Some((value, end)) = one(&cursor, i) {
                values.push(value);
                i = end.max(i + 1);
            } else {
                i += 1;
            }
        }
    }
    (values, spans)
}

fn one(c: &Cursor, i: usize) -> Option<(Value, usize)> {
    standard::at(c, i).or_else(|| date::at(c, i)).or_else(|| clock::at(c, i)).or_else(|| quantity::at(c, i))
}
