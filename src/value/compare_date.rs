//! Whether a date that is said agrees with a date of a fact.
//! Not here: dates as days (`resolve`).

use super::resolve::{Days, resolve};
use super::{Amount, Comparison, PartialDate, Relation, Value};
use jiff::ToSpan;
use jiff::civil::Date;

use Comparison::{Differs, Incomparable, Same, Within};

/// Compares two values of dimension `Date`.
pub(super) fn compare(said: &Value, fact: &Value, today: Date) -> Comparison {
    if let (Amount::Day(s), Amount::Day(f)) = (&said.amount, &fact.amount)
        && let Some(verdict) = written(s, f).filter(|_| said.relation != Relation::About)
    {
        return verdict;
    }
    let Some(f) = resolve(&fact.amount, today) else { return Incomparable };
    // What has no year of its own means the date nearest to the fact's.
    let anchor = if yearless(&said.amount) { f.last.or(f.first).unwrap_or(today) } else { today };
    let Some(s) = resolve(&said.amount, anchor) else { return Differs };
    match said.relation {
        Relation::UpTo | Relation::AtMost | Relation::LessThan => end(s.last, f.last.or(f.first), s.first),
        Relation::AtLeast | Relation::MoreThan => end(s.first, f.first.or(f.last), s.last),
        Relation::About => spans(widened(s), f),
        _ => spans(s, f),
    }
}

fn yearless(amount: &Amount) -> bool {
    match amount {
        Amount::Day(d) => d.year.is_none(),
        Amount::Days(a, b) => a.or(*b).is_some_and(|d| d.year.is_none()),
        _ => false,
    }
}

/// Two dates by what both of them name; `None` where the said one names more.
fn written(said: &PartialDate, fact: &PartialDate) -> Option<Comparison> {
    let clash = |a: Option<i16>, b: Option<i16>| matches!((a, b), (Some(a), Some(b)) if a != b);
    let small = |n: Option<u8>| n.map(i16::from);
    if clash(said.year, fact.year) || clash(small(said.month), small(fact.month)) || clash(small(said.day), small(fact.day)) {
        return Some(Differs);
    }
    if said == fact {
        return Some(Same);
    }
    let more = said.day.is_some() && fact.day.is_none() || said.month.is_some() && fact.month.is_none();
    Some(if more { Incomparable } else { Within })
}

/// "until" and "from": the ends must meet; a loose end ("end of August") must hold the fact's day.
fn end(said: Option<Date>, fact: Option<Date>, other: Option<Date>) -> Comparison {
    let (Some(s), Some(f)) = (said, fact) else { return Incomparable };
    if s == f {
        return Same;
    }
    let held = other.is_some_and(|o| o.min(s) <= f && f <= s.max(o));
    if held { Within } else { Differs }
}

fn spans(said: Days, fact: Days) -> Comparison {
    let (Some(s1), Some(s2)) = (said.first.or(said.last), said.last.or(said.first)) else { return Incomparable };
    let (f1, f2) = (fact.first.unwrap_or(Date::MIN), fact.last.unwrap_or(Date::MAX));
    if s2 < f1 || f2 < s1 {
        return Differs;
    }
    match (s1 == f1 && s2 == f2, s1 <= f1 && f2 <= s2, f1 <= s1 && s2 <= f2) {
        (true, ..) => Same,
        (_, true, _) => Within,
        // A day inside a span that runs from one date to another.
        (_, _, true) if f1 != f2 && s1 == s2 => Within,
        _ => Incomparable,
    }
}

/// "around November": half its length more on either side, at least three days.
fn widened(days: Days) -> Days {
    let length = match (days.first, days.last) {
        (Some(a), Some(b)) => i64::from(a.until(b).map_or(0, |s| s.get_days())),
        _ => 0,
    };
    let more = (length / 2).max(3);
    Days {
        first: days.first.map(|d| d.saturating_sub(more.days())),
        last: days.last.map(|d| d.saturating_add(more.days())),
    }
}
