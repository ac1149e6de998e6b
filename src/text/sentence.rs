//! Sentences: where they end, whether they ask.
//! Not here: clauses (`claim`), language.

use super::stem::Lang;
use super::{Mood, Sentence, Token, TokenKind};
use crate::span::Span;

/// Folded words after which a full stop does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "m", "mr", "mrs", "ms", "mme", "mlle", "dr", "st", "vs", "etc", "env", "approx", "no", "max", "min", "art", "ref", "tel", "ex", "eg",
    "ie", "inc", "ltd", "cf", "p", "av", "incl", "excl", "jan", "janv", "feb", "fev", "fevr", "mar", "apr", "avr", "jun", "jul", "juil", "aug", "sep",
    "sept", "oct", "nov", "dec",
];

/// Cuts tokens into sentences; every token falls in one.
pub(super) fn split(source: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for i in 0..tokens.len() {
        if ends_after(source, tokens, i) {
            push(tokens, first..i + 1, &mut sentences);
            first = i + 1;
        }
    }
    push(tokens, first..tokens.len(), &mut sentences);
    sentences
}

fn push(tokens: &[Token], range: std::ops::Range<usize>, sentences: &mut Vec<Sentence>) {
    let Some(part) = tokens.get(range.clone()) else { return };
    let (Some(first), Some(last)) = (part.first(), part.last()) else { return };
    let closing = part.iter().rev().take_while(|t| !t.is_word() && t.kind != TokenKind::Number);
    let asks = closing.into_iter().any(|t| t.folded.starts_with('?'));
    let mood = if asks { Mood::Question } else { Mood::Statement };
    sentences.push(Sentence { span: Span::new(first.span.start, last.span.end), tokens: range, lang: Lang::En, mood });
}

fn ends_after(source: &str, tokens: &[Token], i: usize) -> bool {
    let (Some(token), Some(next)) = (tokens.get(i), tokens.get(i + 1)) else { return false };
    let between = Span::new(token.span.end, next.span.start).of(source);
    if between.contains('\n') {
        return true;
    }
    match token.kind {
        TokenKind::Punct => closes(source, tokens, i, next),
        TokenKind::Emoji | TokenKind::Symbol => token.kind == TokenKind::Emoji && starts_upper(source, next),
        _ => false,
    }
}

/// Whether the mark at `i` closes a sentence: not before another closing mark, not after an abbreviation.
fn closes(source: &str, tokens: &[Token], i: usize, next: &Token) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    if !is_closing(token) || is_closing(next) || is_trailer(next) {
        // The trailing quote or emoji belongs to the sentence it follows.
        let trailing = is_trailer(token) && i > 0 && tokens.get(i - 1).is_some_and(is_closing);
        return trailing && !is_closing(next) && !is_trailer(next);
    }
    let full_stop = token.is(".");
    let after_figure = i > 1 && tokens.get(i - 2).is_some_and(|t| t.kind == TokenKind::Number || t.is("°")) && starts_upper(source, next);
    // "£349 incl. VAT" goes on, "1 L. Next" does not.
    let after_figure = after_figure && !i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| matches!(t.folded.as_str(), "incl" | "excl" | "inc" | "ex"));
    let abbreviated = full_stop
        && !after_figure
        && token.glued
        && i > 0
        && !(tokens.get(i - 1).is_some_and(|t| t.is("no")) && next.kind != TokenKind::Number)
        && tokens.get(i - 1).is_some_and(|t| ABBREVIATIONS.contains(&t.folded.as_str()) || t.is_word() && t.folded.len() == 1);
    !(abbreviated || full_stop && next.glued)
}

fn is_closing(token: &Token) -> bool {
    token.kind == TokenKind::Punct && matches!(token.folded.chars().next(), Some('.' | '!' | '?' | '…'))
}

fn is_trailer(token: &Token) -> bool {
    matches!(token.folded.as_str(), "»" | "\"" | "”" | ")") || token.kind == TokenKind::Emoji
}

fn starts_upper(source: &str, token: &Token) -> bool {
    token.span.of(source).chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    #[track_caller]
    fn check(source: &str, want: &[&str]) {
        let text = Text::read(source, None);
        let got: Vec<&str> = text.sentences.iter().map(|s| s.span.of(source)).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        check("Bonjour M. Lacoste ! Il pèse 2.5 kg. Merci", &["Bonjour M. Lacoste !", "Il pèse 2.5 kg.", "Merci"]);
        check("Hi Maureen!! 😊 It runs. OK?", &["Hi Maureen!! 😊", "It runs.", "OK?"]);
        check("one\ntwo", &["one", "two"]);
        check("Wash at 30 °C. Do not bleach. It holds 1 L. No. 5 is no. Yes", &["Wash at 30 °C.", "Do not bleach.", "It holds 1 L.", "No. 5 is no.", "Yes"]);
        check("He said “yes.” Then left", &["He said “yes.”", "Then left"]);
    }
}
