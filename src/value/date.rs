//! Calendar dates as far as they are written: days, months, years, and spans of them.
//! Not here: dates that lean on today (`moment`), times of day (`clock`).

use super::cursor::Cursor;
use super::number::Form;
use super::table::{DATE_RELATION, MONTH, WEEKDAY};
use super::{Amount, Dimension, PartialDate, Relation, Style, Value, moment, relation, words};
use crate::text::Lang;
use rust_decimal::prelude::ToPrimitive;

/// A date and the token after it.
type Found = (PartialDate, usize);

/// The date, span of dates or moment that begins at `i`, with its comparator, and the token after it.
pub(super) fn at(c: &Cursor, i: usize) -> Option<(Value, usize)> {
    if let Some(found) = span(c, i) {
        return Some(found);
    }
    let led = c.phrase(DATE_RELATION, i).filter(|(name, _)| *name != "exactly");
    if let Some((name, mut next)) = led {
        let mut relation = relation::named(name);
        // "until about November": the looser of the two counts.
        if let Some((_, later)) = c.phrase(DATE_RELATION, next).filter(|(name, _)| *name == "about") {
            (relation, next) = (Relation::About, later);
        }
        while c.any(next, &["the", "le", "la", "l'", "a", "au", "en", "du"]) && plain(c, next).is_none() {
            next += 1;
        }
        if let Some((amount, end)) = plain(c, next) {
            return Some((value(c, i, next, end, amount, relation), end));
        }
    }
    let (amount, end) = plain(c, i)?;
    let (relation, last) = if c.any(end, &["or", "and", "ou", "et", "onwards"]) {
        relation::after(c, end).unwrap_or((Relation::Exactly, end))
    } else {
        (Relation::Exactly, end)
    };
    let mut found = value(c, i, i, end, amount, relation);
    found.full = c.span(i, last);
    Some((found, last))
}

/// A moment, a date, or two dates with a hyphen.
fn plain(c: &Cursor, i: usize) -> Option<(Amount, usize)> {
    let Some((date, end)) = single(c, i) else { return moment::at(c, i) };
    Some(match closed(c, &date, end) {
        Some((last, end)) => (Amount::Days(Some(date), Some(last)), end),
        None => (Amount::Day(date), end),
    })
}

/// "3 November - 5 December 2026": the second date behind a hyphen.
fn closed(c: &Cursor, first: &PartialDate, end: usize) -> Option<Found> {
    if c.word(end) != "-" {
        return None;
    }
    let (last, end) = single(c, end + 1)?;
    (first.day.is_some() == last.day.is_some()).then_some((last, end))
}

pub(super) fn value(c: &Cursor, full: usize, start: usize, end: usize, amount: Amount, relation: Relation) -> Value {
    Value {
        span: c.span(start, end),
        full: c.span(full, end),
        dimension: Dimension::Date,
        amount,
        unit: None,
        per: None,
        relation,
        tax: None,
        age: false,
        style: Style {
            weekday: c.name(WEEKDAY, start).is_some() && end > start + 1,
            numeric: c.is_number(start) && (start..end).all(|k| !c.is_word(k)) && end > start + 1,
            ..Style::default()
        },
    }
}

/// "du 1er au 30 avril 2026", "from 3 to 12 March", "between 1 April and 15 June 2026", "9 to 12 June".
fn span(c: &Cursor, i: usize) -> Option<(Value, usize)> {
    let opened = c.any(i, &["du", "de", "d'", "from", "between", "entre", "des", "the"]);
    let start = if opened { i + 1 } else { i };
    let start = if c.any(start, &["le", "the", "l'"]) { start + 1 } else { start };
    let (first, after) = single(c, start).or_else(|| day_alone(c, start))?;
    let joints: &[&str] = if opened { &["au", "a", "to", "until", "till", "and", "et", "jusqu'au", "-", "jusqu'"] } else { &["-", "to", "au", "until"] };
    if !c.any(after, joints) {
        return None;
    }
    let mut at = after + 1;
    while c.any(at, &["le", "the", "au", "a", "en", "l'"]) {
        at += 1;
    }
    let (last, end) = single(c, at)?;
    let joined = joined(first, last)?;
    Some((value(c, i, start, end, Amount::Days(Some(joined), Some(last)), Relation::Exactly), end))
}

/// Gives the first date of a span what only the last one names.
fn joined(mut first: PartialDate, last: PartialDate) -> Option<PartialDate> {
    first.month = first.month.or(last.month);
    first.year = first.year.or(last.year.filter(|_| first.month.is_some() || first.day.is_none()));
    let same = first.day.is_some() == last.day.is_some() && first.month.is_some() == last.month.is_some();
    same.then_some(first)
}

fn day_alone(c: &Cursor, i: usize) -> Option<Found> {
    let i = past_weekday(c, i);
    let (day, end) = day(c, i)?;
    Some((PartialDate { year: None, month: None, day: Some(day) }, end))
}

/// One date: day, month and year in the usual orders, ISO and slashes.
pub(super) fn single(c: &Cursor, i: usize) -> Option<Found> {
    let at = past_weekday(c, i);
    let at = if at > i && c.any(at, &["the", "le"]) { at + 1 } else { at };
    iso(c, at).or_else(|| numeric(c, at)).or_else(|| day_month(c, at)).or_else(|| month_day(c, at)).or_else(|| year(c, at).filter(|_| at == i))
}

fn past_weekday(c: &Cursor, i: usize) -> usize {
    if c.name(WEEKDAY, i).is_none() || !c.is_word(i) {
        return i;
    }
    let at = if c.any(i + 1, &[",", "."]) { i + 2 } else { i + 1 };
    if c.any(at, &["the"]) { at + 1 } else { at }
}

/// A day of the month: "3", "3rd", "1er", "third", "trois" and the token after it.
fn day(c: &Cursor, i: usize) -> Option<(u8, usize)> {
    if c.is_number(i) {
        let n: u8 = c.word(i).parse().ok()?;
        let free = !c.glued(i) || i == 0 || c.any(i - 1, &["-", "(", "'", "’", "l'"]) || !c.is_word(i - 1);
        let suffix = c.glued(i + 1) && c.any(i + 1, &["st", "nd", "rd", "th", "er", "e"]);
        return ((1..=31).contains(&n) && free && c.word(i).len() <= 2).then_some((n, if suffix { i + 2 } else { i + 1 }));
    }
    let number = words::at(c, i).filter(|n| matches!(n.form, Form::Ordinal | Form::Cardinal))?;
    let n = number.value.to_u8()?;
    (1..=31).contains(&n).then_some((n, number.end))
}

pub(super) fn is_month(c: &Cursor, i: usize) -> bool {
    month(c, i).is_some()
}

/// A month's name; short names that are words too need a figure beside them, which the callers ask for.
fn month(c: &Cursor, i: usize) -> Option<(u8, usize)> {
    if !c.is_word(i) {
        return None;
    }
    let n: u8 = c.name(MONTH, i)?.parse().ok()?;
    let dot = c.word(i + 1) == "." && c.glued(i + 1) && c.word(i).len() <= 5 && (c.is_number(i + 2) || c.word(i + 2) == ",");
    Some((n, if dot { i + 2 } else { i + 1 }))
}

/// Month names that are other words as well.
fn doubtful(c: &Cursor, i: usize) -> bool {
    let word = c.word(i);
    let lower = c.raw(i).chars().next().is_some_and(char::is_lowercase);
    let short = matches!(word, "mar" | "may" | "march" | "jun" | "jan" | "dec" | "sep" | "oct" | "apr" | "mai" | "mars" | "juil" | "fev" | "sept" | "nov" | "feb" | "aug" | "jul" | "avr" | "janv");
    let english_word = matches!(word, "may" | "march" | "mar");
    short && (lower && c.lang == Lang::En || english_word && i == 0 || word == "mars" && !lower && c.lang == Lang::En)
}

/// "3 November 2028", "1er avril", "the 3rd of November, 2028", "14 nov".
fn day_month(c: &Cursor, i: usize) -> Option<Found> {
    let (day, next) = day(c, i)?;
    let mut at = if c.any(next, &["of", "de", "d'", "day", "-", "/", "."]) && (c.is_word(next) || c.glued(next)) { next + 1 } else { next };
    if c.any(at, &["of"]) {
        at += 1;
    }
    let (month, end) = month(c, at)?;
    let (year, end) = match year_after(c, end) {
        Some((year, end)) => (Some(year), end),
        None => (None, end),
    };
    Some((PartialDate { year, month: Some(month), day: Some(day) }, end))
}

/// "November 3, 2028", "Nov 2027", "novembre".
fn month_day(c: &Cursor, i: usize) -> Option<Found> {
    let (month, next) = month(c, i)?;
    let at = if c.any(next, &["the", "le", "-", "/"]) { next + 1 } else { next };
    if let Some((day, end)) = day(c, at).filter(|(_, end)| day_ends(c, *end)) {
        let year = year_after(c, end);
        let end = year.map_or(end, |y| y.1);
        return Some((PartialDate { year: year.map(|y| y.0), month: Some(month), day: Some(day) }, end));
    }
    if let Some((year, end)) = year_after(c, next) {
        return Some((PartialDate { year: Some(year), month: Some(month), day: None }, end));
    }
    // A bare month must not be a common word: "may", "march", "mar".
    let led = c.before(i, &["in", "en", "of", "until", "till", "since", "from", "by", "de", "depuis", "jusqu'en", "mi", "fin", "debut", "before", "after", "avant", "apres", "to", "a", "and", "et", "between", "entre", "last", "next", "this", "early", "late", "mid", "-", "pour"]);
    let doubtful = doubtful(c, i) || matches!(c.word(i), "may" | "mar" | "march" | "dec" | "sep" | "jun" | "mai") && !led;
    (!doubtful).then_some((PartialDate { year: None, month: Some(month), day: None }, next))
}

/// Whether a figure behind a month is its day: not when a unit or another figure claims it.
fn day_ends(c: &Cursor, end: usize) -> bool {
    !(c.glued(end) && (c.is_word(end) || c.is_number(end)) || c.any(end, &["%", "€", "£", "$"]) || c.word(end) == ":" && c.glued(end))
}

/// A year behind a day or month: ", 2028", "of 2028", "2028", "'87".
fn year_after(c: &Cursor, i: usize) -> Option<(i16, usize)> {
    let at = if c.any(i, &[",", "of", "de", "-", "/", ".", "in", "en"]) { i + 1 } else { i };
    let free = !(c.glued(at + 1) && (c.is_word(at + 1) || c.any(at + 1, &["%", "€", "£"])));
    let year = four_digits(c, at).filter(|_| free)?;
    Some((year, at + 1))
}

fn four_digits(c: &Cursor, i: usize) -> Option<i16> {
    let word = c.word(i);
    let plain = c.is_number(i) && word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let year: i16 = word.parse().ok().filter(|_| plain)?;
    (1500..=2199).contains(&year).then_some(year)
}

/// A year by itself: after a word that leads to one, or with no noun that it could count.
fn year(c: &Cursor, i: usize) -> Option<Found> {
    let year = four_digits(c, i).filter(|y| (1900..=2099).contains(y))?;
    let led = c.before(i, &["in", "en", "since", "depuis", "of", "until", "by", "before", "after", "year", "annee", "from", "fin", "mid", "early", "late", "summer", "ete", "automne", "hiver", "printemps", "autumn", "winter", "spring", "l'an", "an", "debut", "during", "d'ici", "d'ici a", "avant", "apres", "to", "end", "les", "dès"]);
    let alone = !c.is_word(i + 1) || c.any(i + 1, &["and", "et", "for", "pour", "in", "with", "the", "on", "is", "was", "by", "a", "to", "or", "ou", "mais", "but"]);
    let glued = c.glued(i) && i > 0 && !c.any(i - 1, &["(", "[", "'", "’", "«", "\"", "=", ","]);
    let code = c.glued(i + 1) && (c.is_word(i + 1) || c.any(i + 1, &["%", "€", "£", "-", "/", "$"]));
    let money = i > 0 && super::unit::is_currency(c, i - 1) || super::unit::is_currency(c, i + 1) || c.word(i + 1) == "%";
    let grouped = c.is_number(i + 1) || i > 0 && c.is_number(i - 1);
    ((led || alone) && !glued && !code && !money && !grouped).then_some((PartialDate { year: Some(year), month: None, day: None }, i + 1))
}

/// "2025-09-01", "2025/09/01", "2025-09".
fn iso(c: &Cursor, i: usize) -> Option<Found> {
    let year = four_digits(c, i)?;
    let mark = c.word(i + 1);
    let two = |k: usize| c.is_number(k).then(|| c.word(k)).filter(|w| w.len() == 2 && c.glued(k))?.parse::<u8>().ok();
    if !matches!(mark, "-" | "/") || !c.glued(i + 1) || c.glued(i) && i > 0 {
        return None;
    }
    let month = two(i + 2).filter(|m| (1..=12).contains(m))?;
    let more = c.word(i + 3) == mark && c.glued(i + 3);
    let day = if more { Some(two(i + 4).filter(|d| (1..=31).contains(d))?) } else { None };
    let end = if more { i + 5 } else { i + 3 };
    (!(c.glued(end) && c.any(end, &["-", "/"]) && c.is_number(end + 1))).then_some((PartialDate { year: Some(year), month: Some(month), day }, end))
}

/// "03/11/2026", "3.11.2026": day first, except in English where only month first makes a date.
fn numeric(c: &Cursor, i: usize) -> Option<Found> {
    if !c.is_number(i) || c.glued(i) && i > 0 && !c.any(i - 1, &["(", "[", "-"]) {
        return None;
    }
    let dotted: Vec<&str> = c.word(i).split('.').collect();
    if let [d, m, y] = dotted.as_slice() {
        return ordered(d, m, y, Lang::Fr).map(|date| (date, i + 1));
    }
    let mark = c.word(i + 1);
    if let Some(date) = without_year(c, i) {
        return Some((date, i + 3));
    }
    let parts = matches!(mark, "/" | "-") && c.is_number(i + 2) && c.word(i + 3) == mark && c.is_number(i + 4);
    let tight = (i + 1..i + 5).all(|k| c.glued(k));
    if !parts || !tight || c.glued(i + 5) && c.any(i + 5, &["-", "/"]) {
        return None;
    }
    ordered(c.word(i), c.word(i + 2), c.word(i + 4), c.lang).map(|date| (date, i + 5))
}

/// "jusqu'au 31/12", "du 01/02 au 15/02": day and month behind a word that leads to a date.
fn without_year(c: &Cursor, i: usize) -> Option<PartialDate> {
    let led = c.before(i, &["until", "till", "by", "before", "le", "du", "au", "avant", "jusqu'au", "des", "depuis"]);
    let pair = c.word(i + 1) == "/" && c.glued(i + 1) && c.glued(i + 2) && c.word(i).len() <= 2 && c.word(i + 2).len() <= 2;
    let more = c.any(i + 3, &["/", "-"]) && c.glued(i + 3) || c.any(i + 3, &["de", "d'", "of", "%"]);
    let (day, month): (u8, u8) = (c.word(i).parse().ok()?, c.word(i + 2).parse().ok()?);
    let real = (1..=31).contains(&day) && (1..=12).contains(&month);
    (led && pair && !more && real).then_some(PartialDate { year: None, month: Some(month), day: Some(day) })
}

/// Day before month where either would do: these are European posts; month first only when the second cannot be a month.
fn ordered(a: &str, b: &str, y: &str, lang: Lang) -> Option<PartialDate> {
    let (a, b): (u8, u8) = (a.parse().ok()?, b.parse().ok()?);
    let year: i16 = y.parse().ok()?;
    let year = match y.len() {
        4 => year,
        2 => 2000 + year,
        _ => return None,
    };
    let (day, month) = if b > 12 && lang == Lang::En { (b, a) } else { (a, b) };
    let real = (1..=31).contains(&day) && (1..=12).contains(&month) && (1500..=2199).contains(&year);
    real.then_some(PartialDate { year: Some(year), month: Some(month), day: Some(day) })
}
