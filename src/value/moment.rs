//! Times that lean on the day they are read on, or are looser than a date: "tomorrow", "fin décembre", "this spring".
//! Not here: calendar dates (`date`), their days (`resolve`).

use super::cursor::Cursor;
use super::table::{HOLIDAY, MOMENT, PART, SEASON, WEEKDAY};
use super::unit;
use super::{Amount, Moment, Part, PartialDate, Period, Season, date, number};
use rust_decimal::prelude::ToPrimitive;

/// The moment that begins at `i`, and the token after it.
pub(super) fn at(c: &Cursor, i: usize) -> Option<(Amount, usize)> {
    let simple = named(c, i).or_else(|| part(c, i)).or_else(|| season(c, i)).or_else(|| weekday(c, i)).or_else(|| ago(c, i));
    simple.map(|(moment, end)| (Amount::Moment(moment), end)).or_else(|| holiday(c, i))
}

type Found = (Moment, usize);

fn named(c: &Cursor, i: usize) -> Option<Found> {
    let (name, end) = c.phrase(MOMENT, i)?;
    let mut words = name.split(' ');
    let first = words.next()?;
    let (part, period) = match part_named(first) {
        Some(part) => (Some(part), words.next()?),
        None => (None, first),
    };
    let shift: i16 = words.next()?.parse().ok()?;
    let period = match period {
        "day" => return Some((Moment::Day(shift), end)),
        "week" => Period::Week,
        "weekend" => Period::Weekend,
        "month" => Period::Month,
        "quarter" => Period::Quarter,
        _ => Period::Year,
    };
    let moment = part.map_or(Moment::Whole(period, shift), |p| Moment::PartOf(p, period, shift));
    Some((moment, end))
}

fn part_named(name: &str) -> Option<Part> {
    match name {
        "start" => Some(Part::Start),
        "middle" => Some(Part::Middle),
        "end" => Some(Part::End),
        _ => None,
    }
}

/// "fin décembre", "mi-janvier 2027", "early 2026", "the end of August 2026".
fn part(c: &Cursor, i: usize) -> Option<Found> {
    let (name, mut at) = c.phrase(PART, i)?;
    while c.any(at, &["-", "of", "de", "d'", "the", "le", "l'", "mois", "month"]) {
        at += 1;
    }
    let (date, end) = date::single(c, at)?;
    let whole = date.day.is_none() && (date.month.is_some() || date.year.is_some());
    Some((Moment::Part(part_named(name)?, date), end)).filter(|_| whole)
}

/// Seasons need a word that makes them times: "spring water" and "a été" are none.
fn season(c: &Cursor, i: usize) -> Option<Found> {
    let led = c.any(i, &["this", "next", "last", "the", "in", "cet", "ce", "l'", "au", "en", "le", "cette", "du"]);
    let at = if led { i + 1 } else { i };
    let at = if led && c.any(at, &["the", "early", "late"]) { at + 1 } else { at };
    if !c.is_word(at) {
        return None;
    }
    let name = c.name(SEASON, at)?;
    let mut end = at + 1;
    if c.any(end, &["prochain", "dernier"]) {
        end += 1;
    }
    let season = match name {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        _ => Season::Winter,
    };
    let after = if c.any(end, &["of", "de"]) { end + 1 } else { end };
    let year: Option<i16> = c.word(after).parse().ok().filter(|y| (1990..=2199).contains(y) && c.is_number(after));
    if year.is_none() && (!led || c.any(at, &["ete"]) && c.any(i, &["le"]) || c.is_word(end) && c.any(i, &["the", "au", "le"]) && c.lang == crate::text::Lang::En) {
        return None;
    }
    Some((Moment::Season(season, year), if year.is_some() { after + 1 } else { end }))
}

/// A weekday as a time to come or gone, not one of the opening days.
fn weekday(c: &Cursor, i: usize) -> Option<Found> {
    let day: u8 = c.name(WEEKDAY, i).filter(|_| c.is_word(i))?.parse().ok()?;
    let short = c.word(i).len() <= 4 && !matches!(c.word(i), "mar" | "mer" | "jeu");
    let plural = c.word(i).ends_with('s') && c.word(i).len() > 5;
    let week = if c.before(i, &["next"]) || c.any(i + 1, &["prochain"]) {
        Some(1)
    } else if c.before(i, &["last", "previous"]) || c.any(i + 1, &["dernier"]) {
        Some(-1)
    } else {
        None
    };
    let led = c.before(i, &["on", "until", "till", "by", "before", "this", "coming", "jusqu'a", "avant", "des", "d'ici", "ce", "after", "since", "from", "pour"]);
    let led = led || c.lang == crate::text::Lang::Fr && c.before(i, &["a"]);
    let many = c.any(i + 1, &["to", "-", "au", "a", "and", "et", "through"]) && c.name(WEEKDAY, i + 2).is_some();
    let end = if c.any(i + 1, &["prochain", "dernier"]) { i + 2 } else { i + 1 };
    let abbreviated = c.word(i).len() <= 3;
    (!(plural || many || abbreviated && (short || c.raw(i) == c.word(i))) && (led || week.is_some())).then_some((Moment::Weekday(day, week), end))
}

/// "two years ago", "il y a deux ans".
fn ago(c: &Cursor, i: usize) -> Option<Found> {
    let french = c.any(i, &["il"]) && c.any(i + 1, &["y"]) && c.any(i + 2, &["a"]);
    let n = number::at(c, if french { i + 3 } else { i })?;
    let found = unit::after(c, n.end, &n)?;
    let period = match found.unit.id() {
        "day" => Period::Day,
        "week" => Period::Week,
        "month" => Period::Month,
        "year" => Period::Year,
        _ => return None,
    };
    let many = n.value.to_i16().filter(|_| n.value.is_integer())?;
    let english = c.any(found.end, &["ago"]);
    let end = if english { found.end + 1 } else { found.end };
    (french || english).then_some((Moment::After(period, many.checked_neg()?), end))
}

fn holiday(c: &Cursor, i: usize) -> Option<(Amount, usize)> {
    let (name, end) = c.phrase(HOLIDAY, i)?;
    let (month, day) = name.split_once('-')?;
    let year: Option<i16> = c.word(end).parse().ok().filter(|y| (1990..=2199).contains(y) && c.is_number(end));
    let led = c.before(i, &["before", "until", "by", "for", "avant", "jusqu'a", "d'ici", "a", "pour", "after", "apres", "since", "at"]);
    let date = PartialDate { year, month: month.parse().ok(), day: day.parse().ok() };
    (led || year.is_some()).then_some((Amount::Day(date), if year.is_some() { end + 1 } else { end }))
}
