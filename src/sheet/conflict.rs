//! Contradictions: what a sheet says twice in two ways, within itself or against another sheet, and what has run out by a day.
//! Not here: how facts are read (`facts`); contradictions between a draft and a sheet (`verdict`).

use super::words;
use crate::fact::{Fact, Gravity, Problem, Sheet, Validity};
use crate::value::{Amount, PartialDate, Relation, Value};
use std::collections::BTreeMap;

/// How many facts of one name are compared with each other; more is a list, not a contradiction.
const MOST_ALIKE: usize = 24;

/// What makes two facts speak of the same thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct About {
    product: Option<String>,
    attribute: String,
    condition: String,
    markets: Vec<String>,
}

fn about(sheet: &Sheet, fact: &Fact) -> About {
    let name = fact.product.and_then(|p| sheet.products.get(usize::from(p))).map(|p| words::phrase(&p.name));
    let condition = fact.condition.as_deref().map(words::phrase).unwrap_or_default();
    About { product: name, attribute: words::phrase(&fact.attribute), condition, markets: fact.markets.iter().map(|m| words::phrase(m)).collect() }
}

/// How two facts of the same thing stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    Same,
    Differs,
    Unrelated,
}

fn compare(a: &Fact, b: &Fact) -> Pair {
    if words::phrase(&a.value) == words::phrase(&b.value) && !words::phrase(&a.value).is_empty() {
        return Pair::Same;
    }
    if let (Some(x), Some(y)) = (a.answer, b.answer) {
        return if x == y { Pair::Unrelated } else { Pair::Differs };
    }
    match (single(a), single(b)) {
        (Some(x), Some(y)) if x.dimension == y.dimension && x.unit == y.unit && x.per == y.per && x.relation == y.relation && x.relation == Relation::Exactly => {
            if x.amount == y.amount { Pair::Same } else { Pair::Differs }
        }
        _ => Pair::Unrelated,
    }
}

/// The one value a fact states when it states nothing else.
fn single(fact: &Fact) -> Option<&Value> {
    let mut parts = fact.parts.iter().filter(|p| !p.limits);
    let (Some(part), None) = (parts.next(), parts.next()) else { return None };
    match part.values.as_slice() {
        [value] if value.full.len() * 2 >= part.text.len() && matches!(value.amount, Amount::One(_)) => Some(value),
        _ => None,
    }
}

/// Facts of one sheet that contradict or repeat each other.
pub(super) fn within(sheet: &Sheet) -> Vec<Problem> {
    let mut alike: BTreeMap<About, Vec<&Fact>> = BTreeMap::new();
    for fact in sheet.facts.iter().filter(|f| !f.attribute.is_empty()) {
        alike.entry(about(sheet, fact)).or_default().push(fact);
    }
    let mut out = Vec::new();
    for facts in alike.values().filter(|f| f.len() > 1) {
        let (first, rest) = match facts.split_first() {
            Some(split) => split,
            None => continue,
        };
        out.extend(rest.iter().take(MOST_ALIKE).filter_map(|fact| problem(first, fact)));
    }
    out
}

fn problem(first: &Fact, fact: &Fact) -> Option<Problem> {
    if compare_times(&first.validity, &fact.validity) {
        return None;
    }
    let name = named(fact);
    let line = first.place.line;
    let same_group = first.group == fact.group;
    let (gravity, message) = match compare(first, fact) {
        Pair::Differs if same_group => (
            Gravity::Warning,
            format!("{name} is “{}” here but “{}” on line {line}; keep the right one, or say under which condition each holds", fact.value.trim(), first.value.trim()),
        ),
        Pair::Differs => (
            Gravity::Note,
            format!("{name} is “{}” here but “{}” on line {line}, under another heading; if both are meant, name what each is of", fact.value.trim(), first.value.trim()),
        ),
        Pair::Same if same_group => (Gravity::Note, format!("{name} is already stated on line {line}; remove one of the two")),
        Pair::Same | Pair::Unrelated => return None,
    };
    Some(Problem { place: fact.place, gravity, text: fact.attribute.clone(), message })
}

fn named(fact: &Fact) -> String {
    match &fact.condition {
        Some(condition) => format!("“{}” ({condition})", fact.attribute),
        None => format!("“{}”", fact.attribute),
    }
}

/// Whether two validities are of different times, so that both can be right.
fn compare_times(a: &Validity, b: &Validity) -> bool {
    a != b && (*a != Validity::default() || *b != Validity::default())
}

/// What a set of sheets says in two ways, and what has run out, by the sheet it stands in.
///
/// `today` is the day by which validity is judged.
pub fn review(sheets: &[Sheet], today: jiff::civil::Date) -> Vec<(String, Problem)> {
    let mut out = Vec::new();
    for sheet in sheets {
        out.extend(expired(sheet, today).into_iter().map(|p| (sheet.id.clone(), p)));
    }
    out.extend(between(sheets));
    out
}

/// Facts of two sheets about products of one name that cannot both be right.
fn between(sheets: &[Sheet]) -> Vec<(String, Problem)> {
    let mut known: BTreeMap<About, (&Sheet, &Fact)> = BTreeMap::new();
    let mut out = Vec::new();
    for sheet in sheets {
        let mut own = Vec::new();
        for fact in sheet.facts.iter().filter(|f| !f.attribute.is_empty()) {
            let mut about = about(sheet, fact);
            about.product.get_or_insert_with(|| words::phrase(&sheet.title));
            match known.get(&about).filter(|(other, _)| other.id != sheet.id) {
                Some((other, first)) if compare(first, fact) == Pair::Differs && !compare_times(&first.validity, &fact.validity) => {
                    let message = format!(
                        "{} is “{}” here but “{}” in the sheet {} on line {}; correct one of them, or take one sheet out of use",
                        named(fact), fact.value.trim(), first.value.trim(), other.id, first.place.line
                    );
                    out.push((sheet.id.clone(), Problem { place: fact.place, gravity: Gravity::Warning, text: fact.attribute.clone(), message }));
                }
                Some(_) => {}
                None => own.push((about, fact)),
            }
        }
        known.extend(own.into_iter().map(|(a, f)| (a, (sheet, f))));
    }
    out
}

/// The sheet and the facts whose last day is past.
fn expired(sheet: &Sheet, today: jiff::civil::Date) -> Vec<Problem> {
    let past = |v: &Validity| v.until.and_then(last_day).is_some_and(|d| d < today);
    let mut out = Vec::new();
    if past(&sheet.validity) {
        let until = sheet.validity.until.and_then(last_day).map(|d| d.to_string()).unwrap_or_default();
        let message = format!("this sheet ran out on {until}, so replies that rely on it are told to be outdated; load the current sheet or correct its last day");
        out.push(Problem { place: crate::fact::Place { line: 1, column: 1 }, gravity: Gravity::Warning, text: sheet.title.clone(), message });
    } else if sheet.validity.from.and_then(first_day).is_some_and(|d| d > today) {
        let message = "this sheet does not hold yet; until its first day replies that rely on it are told to be outdated".to_owned();
        out.push(Problem { place: crate::fact::Place { line: 1, column: 1 }, gravity: Gravity::Note, text: sheet.title.clone(), message });
    }
    out.extend(sheet.facts.iter().filter(|f| past(&f.validity)).map(|fact| {
        let until = fact.validity.until.and_then(last_day).map(|d| d.to_string()).unwrap_or_default();
        let text = if fact.attribute.is_empty() { fact.value.clone() } else { fact.attribute.clone() };
        Problem { place: fact.place, gravity: Gravity::Note, text, message: format!("this ran out on {until}; remove it when replies need no longer be checked against it") }
    }));
    out
}

/// The last day of a date as far as it is written.
fn last_day(date: PartialDate) -> Option<jiff::civil::Date> {
    let year = date.year?;
    let month = date.month.map_or(12, |m| m as i8);
    let first = jiff::civil::Date::new(year, month, 1).ok()?;
    match date.day {
        Some(day) => jiff::civil::Date::new(year, month, day as i8).ok(),
        None => Some(first.last_of_month()),
    }
}

fn first_day(date: PartialDate) -> Option<jiff::civil::Date> {
    jiff::civil::Date::new(date.year?, date.month.unwrap_or(1) as i8, date.day.unwrap_or(1) as i8).ok()
}
