//! Figures that are no claims: phone, card, order and reference numbers, version and model numbers, "24/7".
//! Not here: values.

use super::cursor::Cursor;
use super::table::REFERENCE;
use crate::text::TokenKind;

/// The token after the figures to pass over, if such begin at `i`.
pub(super) fn at(c: &Cursor, i: usize) -> Option<usize> {
    let kind = c.kind(i)?;
    match kind {
        TokenKind::Url | TokenKind::Email | TokenKind::Handle | TokenKind::Signature => Some(i + 1),
        TokenKind::HashMark => Some(hashtag(c, i)),
        TokenKind::Number => always(c, i).or_else(|| phone(c, i)).or_else(|| version(c, i)).or_else(|| long(c, i)),
        TokenKind::Word => reference(c, i),
        _ if c.word(i) == "+" && c.is_number(i + 1) && c.glued(i + 1) => phone(c, i + 1),
        _ => None,
    }
}

fn hashtag(c: &Cursor, i: usize) -> usize {
    let inside = c.tokens.iter().skip(i + 1).take_while(|t| t.hashtag).count();
    i + 1 + inside
}

/// "24/7", "7 j/7", "7j/7", "24h/24", "7 jours sur 7".
fn always(c: &Cursor, i: usize) -> Option<usize> {
    if !matches!(c.word(i), "24" | "7") {
        return None;
    }
    let at = if c.any(i + 1, &["j", "h", "jours", "heures"]) { i + 2 } else { i + 1 };
    let over = c.any(at, &["/", "sur"]) && c.any(at + 1, &["7", "24"]);
    let next = if c.any(at + 2, &["j", "h"]) && c.glued(at + 2) { at + 3 } else { at + 2 };
    let ends = c.word(i) == "24" || at > i + 1 || c.word(at + 1) == "24" || c.word(i) == c.word(at + 1);
    (over && ends).then_some(next)
}

/// Groups of digits that only a telephone or a card has: "01 23 45 67 89", "+33 1 …", "0800 123 456", "4970 1234 …".
fn phone(c: &Cursor, i: usize) -> Option<usize> {
    let plus = c.before(i, &["+"]) && c.glued(i);
    if c.word(i).contains([',', '.']) && c.word(i).matches('.').count() < 3 {
        return None;
    }
    let mut end = i;
    let mut digits = 0;
    let mut groups = 0;
    while c.is_number(end) && c.word(end).bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        digits += c.word(end).bytes().filter(u8::is_ascii_digit).count();
        groups += 1;
        end += 1;
        if (c.any(end, &["-", "(", ")"]) || plus && c.word(end) == "/") && c.is_number(end + 1) && c.glued(end + 1) {
            end += 1;
        } else if end < c.tokens.len() && !c.gap(end).is_empty() && c.gap(end).trim().is_empty() && c.gap(end).contains('\n') {
            break;
        }
    }
    let opens = plus || c.word(i).starts_with('0');
    let called = opens && digits >= 8 && (groups > 1 || digits >= 9);
    let card = groups >= 4 && digits >= 13 && c.word(i).len() == 4 && c.word(i + 1).len() == 4;
    (called || card).then_some(end)
}

/// "1.2.3", and figures such as "3.0.1".
fn version(c: &Cursor, i: usize) -> Option<usize> {
    let word = c.word(i);
    let parts: Vec<&str> = word.split('.').collect();
    let dated = parts.len() == 3 && parts.last().is_some_and(|y| y.len() == 4 || y.len() == 2);
    let groups = parts.iter().skip(1).all(|p| p.len() == 3) || word.contains(',');
    (parts.len() >= 3 && !groups && !dated).then_some(i + 1)
}

/// Ten digits and more without a mark: a code, not a count.
fn long(c: &Cursor, i: usize) -> Option<usize> {
    let word = c.word(i);
    (word.len() >= 13 && word.len() != 15 && word.bytes().all(|b| b.is_ascii_digit()) && i > 0 && !c.glued(i)).then_some(i + 1)
}

/// "order number 558120", "commande 88213", "n° B-2231", "ticket #77120".
fn reference(c: &Cursor, i: usize) -> Option<usize> {
    let (_, mut at) = c.phrase(REFERENCE, i)?;
    let mut marks = 0;
    while marks < 3 && c.any(at, &["#", ":", "n", "°", "no", "number", "nº", "is", "est", "le", "-"]) {
        at += 1;
        marks += 1;
    }
    let letter = c.is_word(at) && c.raw(at).len() <= 4 && c.raw(at).chars().all(char::is_uppercase) && (c.word(at + 1) == "-" && c.glued(at + 2) || c.glued(at + 1));
    let at = if letter && c.word(at + 1) == "-" { at + 2 } else if letter { at + 1 } else { at };
    let plain = c.is_number(at) && c.word(at).bytes().all(|b| b.is_ascii_digit());
    let mut end = at + 1;
    while plain && c.any(end, &["-", "/"]) && c.glued(end) && c.glued(end + 1) && (c.is_number(end + 1) || c.is_word(end + 1)) {
        end += 2;
    }
    let joined = end > at + 1;
    let counted = c.is_word(at + 1) && super::unit::is_currency(c, at + 1) || c.any(at + 1, &["€", "%", "£", "$"]);
    let code = plain && !counted && (c.word(at).len() >= 3 || marks > 0 || joined || matches!(c.word(i), "stand" | "booth" | "room" | "version" | "page" | "article" | "hall"));
    code.then_some(end)
}
