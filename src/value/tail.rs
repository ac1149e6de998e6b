//! What follows an amount: "per month", "/user", "each", "incl. VAT", "HT", "old".
//! Not here: comparators (`relation`).

use super::{Dimension, Tax};
use super::cursor::{Cursor, look_up};
use super::table::{AGE, PER, TAX};

/// What stands behind an amount.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub(super) per: Option<String>,
    pub(super) tax: Option<Tax>,
    pub(super) age: bool,
    pub(super) end: usize,
}

/// How far a divisor's noun may stand behind its "per": "per 100 ml", "par tranche de 10".
const STEPS: usize = 6;

/// Reads the tail that begins at token `i`.
pub(super) fn read(c: &Cursor, i: usize, dimension: Dimension) -> Tail {
    let money = dimension == Dimension::Money;
    let mut tail = Tail { end: i, ..Tail::default() };
    for _ in 0..STEPS {
        let at = past_comma(c, tail.end);
        if let Some((name, end)) = c.phrase(TAX, at).filter(|_| tail.tax.is_none() && money) {
            tail.tax = Some(if name == "included" { Tax::Included } else { Tax::Excluded });
            tail.end = end;
        } else if let Some((noun, end)) = divisor(c, tail.end, money) {
            tail.per = Some(match tail.per.take() {
                Some(before) => format!("{before} {noun}"),
                None => noun,
            });
            tail.end = end;
        } else {
            break;
        }
    }
    if tail.per.is_none() && matches!(dimension, Dimension::Count | Dimension::Mass | Dimension::Volume | Dimension::Energy) {
        rate(c, i, &mut tail);
    }
    if let Some((_, end)) = c.phrase(AGE, past_hyphen(c, i)) {
        tail.age = true;
        tail.end = tail.end.max(end);
    }
    tail
}

/// "120 requests per minute", "four times a day": what is counted stands between.
fn rate(c: &Cursor, i: usize, tail: &mut Tail) {
    let Some(at) = (i + 1..i + 4).find(|k| c.any(*k, &["per", "a", "par", "/", "an"])).filter(|k| (i..*k).all(|w| c.is_word(w))) else { return };
    if let Some((noun, end)) = counted(c, at + 1).filter(|_| c.any(at, &["per", "par"])) {
        tail.per = Some(noun);
        tail.end = end;
        return;
    }
    if i == at || c.any(i, &["of", "de", "d'"]) {
        return;
    }
    let time = |noun: &str| matches!(noun, "month" | "year" | "week" | "day" | "hour" | "minute" | "second");
    if let Some((noun, end)) = divisor(c, at, false).filter(|(noun, _)| time(noun)) {
        tail.per = Some(noun);
        tail.end = end;
    }
}

fn past_comma(c: &Cursor, i: usize) -> usize {
    if c.any(i, &[",", "("]) { i + 1 } else { i }
}

fn past_hyphen(c: &Cursor, i: usize) -> usize {
    if c.word(i) == "-" && c.glued(i) { i + 1 } else { i }
}

/// "per user and month", "/ month", "a month", "par mois", "each": the noun and the token after it.
fn divisor(c: &Cursor, i: usize, money: bool) -> Option<(String, usize)> {
    let (at, strong) = match c.word(i) {
        "per" | "/" | "par" => (i + 1, true),
        "a" | "an" | "l'" | "le" | "la" | "every" | "each" | "chaque" | "and" | "et" => (i + 1, false),
        "pour" if c.is_number(i + 1) => (i + 1, true),
        "chacun" | "chacune" => return money.then(|| ("piece".to_owned(), i + 1)),
        "monthly" | "yearly" | "annually" | "weekly" => (i, false),
        _ => return None,
    };
    if c.word(i) == "each" && !c.is_word(at) {
        return money.then(|| ("piece".to_owned(), i + 1));
    }
    let at = if c.any(at, &["par", "per"]) { at + 1 } else { at };
    if let Some(noun) = look_up(PER, singular(c.word(at))) {
        let joins = c.any(i, &["and", "et"]);
        return (!joins || i > 0).then(|| (noun.to_owned(), at + 1));
    }
    if !strong {
        return None;
    }
    counted(c, at).or_else(|| (c.is_word(at) && money).then(|| (c.word(at).to_owned(), at + 1)))
}

/// "100 ml", "1000 pages".
fn counted(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if !c.is_number(i) || !(c.is_word(i + 1)) {
        return None;
    }
    Some((format!("{} {}", c.word(i), c.word(i + 1)), i + 2))
}

fn singular(word: &str) -> &str {
    match word {
        "mois" => word,
        _ => word.strip_suffix('s').unwrap_or(word),
    }
}
