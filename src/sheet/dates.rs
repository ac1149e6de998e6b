//! Dates of validity in a sheet's words: from when, until when.
//! Not here: how a date is read (`value`).

use super::units;
use super::words::words;
use crate::fact::Validity;
use crate::span::Span;
use crate::value::{Amount, PartialDate, Value};

/// Words before a date after which it is the last day.
const UNTIL: &[&str] = &["until", "till", "jusqu", "jusque", "ended", "ends", "end", "expires", "expired", "expire", "expires", "termine", "terminee", "termines", "terminees", "fin", "closes", "closed", "close", "before", "avant", "through", "discontinued", "arrete", "arretee", "cloture", "cloturee", "expiree", "prend", "finit", "deadline"];
/// Words before a date after which it is the first day.
const FROM: &[&str] = &["from", "since", "starting", "starts", "start", "sale", "depuis", "partir", "des", "compter", "available", "disponible", "sortie", "launch", "launched", "lancement", "debut", "commence", "effective", "vigueur", "arrives", "opens", "ouverture", "after", "apres"];

/// A whole value that is a day, month or year.
pub(super) fn day(text: &str) -> Option<PartialDate> {
    iso(text.trim()).or_else(|| {
        units::values(text).into_iter().find_map(|v| match v.amount {
            Amount::Day(day) => Some(day),
            Amount::Days(from, until) => from.or(until),
            _ => None,
        })
    })
}

/// "2025-09-01", with or without a time behind it.
fn iso(text: &str) -> Option<PartialDate> {
    let text = text.get(..10).unwrap_or(text);
    let mut parts = text.split('-');
    let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month = parts.next()?.parse().ok().filter(|m| (1..=12).contains(m))?;
    let day = match parts.next() {
        Some(d) => Some(d.parse().ok().filter(|d| (1..=31).contains(d))?),
        None => None,
    };
    Some(PartialDate { year: Some(year), month: Some(month), day })
}

/// From when to when a text says that something holds.
pub(super) fn validity(text: &str) -> Validity {
    of_values(text, &units::values(text))
}

/// The same, with the text's values at hand.
pub(super) fn of_values(text: &str, values: &[Value]) -> Validity {
    let mut out = Validity::default();
    let mut at = 0;
    for value in values {
        match value.amount {
            Amount::Days(from, until) => {
                out.from = out.from.or(from);
                out.until = out.until.or(until);
            }
            Amount::Day(day) if day.year.is_some() => match cue(text, at, value) {
                Some(Edge::Until) => out.until = out.until.or(Some(day)),
                Some(Edge::From) => out.from = out.from.or(Some(day)),
                None => {}
            },
            _ => {}
        }
        at = value.full.end;
    }
    out
}

enum Edge {
    From,
    Until,
}

/// Which edge the words right before a date name; the nearest word decides.
fn cue(text: &str, at: usize, value: &Value) -> Option<Edge> {
    let before = Span::new(at.min(value.span.start), value.span.end).of(text);
    let spoken = words(before);
    let inside = words(value.span.of(text)).len();
    spoken.iter().rev().skip(inside).take(5).find_map(|w| {
        let word = w.folded.as_str();
        if UNTIL.contains(&word) {
            return Some(Edge::Until);
        }
        FROM.contains(&word).then_some(Edge::From)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_days_are_read() {
        assert_eq!(iso("2025-09-01"), Some(PartialDate { year: Some(2025), month: Some(9), day: Some(1) }));
        assert_eq!(iso("2025-09"), Some(PartialDate { year: Some(2025), month: Some(9), day: None }));
        assert_eq!(iso("2025-13-01"), None);
        assert_eq!(iso("soon"), None);
    }
}
