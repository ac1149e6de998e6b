//! Named standards and grades: "IP67", "Wi-Fi 6", "ISO 27001", "HEPA H13", "A+++", "EU 38".
//! Not here: what a standard implies (`verdict`).

use super::cursor::Cursor;
use super::table::{Grade, STANDARDS};
use super::{Amount, Dimension, Relation, Style, Value, date, relation, unit, words};
use super::number::Number;
use rust_decimal::Decimal;

/// The standard that begins at `i`, and the token after it.
pub(super) fn at(c: &Cursor, i: usize) -> Option<(Value, usize)> {
    if let Some(found) = bare(c, i) {
        return Some(found);
    }
    let (relation, next) = relation::before(c, i)?;
    let (mut value, end) = bare(c, next)?;
    value.full = c.span(i, end);
    if value.relation == Relation::Exactly {
        value.relation = relation;
    }
    Some((value, end))
}

fn bare(c: &Cursor, i: usize) -> Option<(Value, usize)> {
    let ((family, grade, exact), next) = named(c, i)?;
    let written: String = (i..next).map(|k| c.raw(k)).filter(|r| *r != "-").collect();
    if !exact.is_empty() && written != exact.replace('-', "") {
        return None;
    }
    let (mark, end) = grade_at(c, next, grade)?;
    let (relation, full_end) = relation::after(c, end).map_or((Relation::Exactly, end), |(r, e)| (r, e));
    let value = Value {
        span: c.span(i, end),
        full: c.span(i, full_end),
        dimension: Dimension::Standard,
        amount: Amount::Standard(family.to_owned(), mark),
        unit: None,
        per: None,
        relation,
        tax: None,
        age: false,
        style: Style::default(),
    };
    Some((value, full_end))
}

type Entry = (&'static str, Grade, &'static str);

fn named(c: &Cursor, i: usize) -> Option<(Entry, usize)> {
    if c.kind(i) != Some(crate::text::TokenKind::Word) || c.glued(i) && i > 0 && c.is_number(i - 1) {
        return None;
    }
    if let Some(found) = c.phrase(STANDARDS, i) {
        return Some(found);
    }
    // "A+++" needs no word for energy beside it.
    if c.raw(i) == "A" && c.word(i + 1) == "+" && c.glued(i + 1) {
        return Some((("class", Grade::Letter, ""), i));
    }
    // "IPX7": the X belongs to the grade.
    (c.word(i) == "ipx").then_some((("ip", Grade::Code, "x"), i)).map(|((f, g, _), at)| ((f, g, ""), at))
}

fn grade_at(c: &Cursor, i: usize, grade: Grade) -> Option<(String, usize)> {
    let at = if c.any(i, &["-", ":", "®", "™"]) { i + 1 } else { i };
    match grade {
        Grade::Digits => digits(c, at),
        Grade::Code => code(c, at),
        Grade::Letter => letter(c, at),
        Grade::Size => size(c, at),
    }
}

fn digits(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if !c.is_number(i) || c.word(i).len() > 8 {
        return None;
    }
    let number = Number::whole(Decimal::ONE, i + 1);
    // "Wi-Fi 5 GHz" names a band, "Android 9 %" nothing, "Windows 2 for 1" hardly.
    let measured = unit::after(c, i + 1, &number).is_some() || c.word(i + 1) == "%" || date::is_month(c, i + 1);
    let mut mark = c.word(i).to_owned();
    let mut end = i + 1;
    while c.any(end, &["-", ":"]) && c.glued(end) && c.is_number(end + 1) && c.glued(end + 1) {
        mark.push('-');
        mark.push_str(c.word(end + 1));
        end += 2;
    }
    (!measured).then_some((mark, end))
}

/// "67", "X7", "H13", "68".
fn code(c: &Cursor, i: usize) -> Option<(String, usize)> {
    if c.is_word(i) && c.glued(i + 1) && c.is_number(i + 1) && c.raw(i).len() <= 3 {
        let head = c.word(i).trim_start_matches("ip");
        return Some((format!("{head}{}", c.word(i + 1)), i + 2));
    }
    (c.is_number(i) && c.word(i).len() <= 2 && (c.glued(i) || !c.is_word(i + 1))).then(|| (c.word(i).to_owned(), i + 1))
}

/// "A", "A+++", "«B»": one capital letter.
fn letter(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let single = c.raw(i).len() == 1 && matches!(c.raw(i), "A" | "B" | "C" | "D" | "E" | "F" | "G");
    if !single {
        return None;
    }
    let plus = (i + 1..i + 4).take_while(|k| c.word(*k) == "+" && c.glued(*k)).count();
    Some((format!("{}{}", c.word(i), "+".repeat(plus)), i + 1 + plus))
}

/// "38", "7.5", "M", "XXL".
fn size(c: &Cursor, i: usize) -> Option<(String, usize)> {
    let letters = matches!(c.raw(i), "XXS" | "XS" | "S" | "M" | "L" | "XL" | "XXL" | "XXXL");
    let plain = Number::whole(Decimal::ONE, i + 1);
    let counts = c.glued(i + 1) && c.is_word(i + 1) || unit::after(c, i + 1, &plain).is_some() || words::is_number_word(c, i + 1) || date::is_month(c, i + 1);
    let number = c.is_number(i) && c.word(i).len() <= 4 && c.word(i) != "24" && !counts;
    let number = number && c.word(i + 1) != "%" && !c.any(i + 1, &["-", "/", "to", "a"]) && !unit::is_currency(c, i + 1);
    (letters || number).then(|| (c.word(i).to_owned(), i + 1))
}
