//! Values that follow from a fact by arithmetic: a price times months or seats, a price with its tax, a date a duration leads to.
//! Not here: values stated as they are (`quantity`).

use super::Case;
use super::quantity::Candidate;
use crate::claim::Scope;
use crate::mention::ValueAt;
use crate::value::{self, Amount, Comparison, Dimension, Value};
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Turns candidates that the value follows from into ones that it agrees with.
pub(super) fn settle(case: &Case, said: &ValueAt, _scope: &Scope, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    match said.value.dimension {
        Dimension::Money => {
            let factors = factors(case, said);
            for candidate in candidates.iter_mut().filter(|c| c.comparison == Comparison::Differs) {
                if meant(case, candidate).is_some_and(|m| follows(&said.value, m, &factors)) {
                    candidate.comparison = Comparison::Within;
                }
            }
        }
        Dimension::Date if reached(case, said) => {
            // The date follows from a duration of the sheet: no dated fact is contradicted by it.
            candidates.retain(|c| c.comparison != Comparison::Differs);
        }
        _ => {}
    }
    candidates
}

fn meant<'a>(case: &'a Case, candidate: &Candidate) -> Option<&'a Value> {
    let entry = case.library.entries.get(candidate.evidence.entry)?;
    case.library.fact(entry)?.parts.get(candidate.evidence.part)?.values.get(candidate.evidence.value?)
}

/// All the values a draft and the customer's message mention.
fn mentioned<'a>(case: &'a Case) -> impl Iterator<Item = &'a Value> {
    let asked = case.context.into_iter().flat_map(|c| &c.mentions.values);
    case.draft.mentions.values.iter().chain(asked).map(|v| &v.value)
}

/// By what a stated amount may have been multiplied: counts, months, a tax or reduction in percent.
fn factors(case: &Case, said: &ValueAt) -> Vec<Decimal> {
    let hundred = Decimal::ONE_HUNDRED;
    let mut factors = vec![Decimal::from(12)];
    for value in mentioned(case).filter(|v| v.span != said.value.span) {
        let Amount::One(number) = value.amount else { continue };
        match value.dimension {
            Dimension::Count | Dimension::Duration => factors.push(number),
            Dimension::Percent => factors.extend([Decimal::ONE + number.abs() / hundred, Decimal::ONE - number.abs() / hundred]),
            _ => {}
        }
    }
    factors.retain(|f| !f.is_zero());
    factors
}

/// Whether an amount is a stated one times or divided by a factor, to the cent.
fn follows(said: &Value, meant: &Value, factors: &[Decimal]) -> bool {
    let (Amount::One(said_amount), Amount::One(amount)) = (&said.amount, &meant.amount) else { return false };
    let cent = Decimal::new(1, 2);
    let near = |value: Decimal| (value - *said_amount).abs() < cent;
    said.unit == meant.unit
        && factors.iter().any(|f| amount.checked_mul(*f).is_some_and(near) || amount.checked_div(*f).is_some_and(near))
}

/// Whether a date lies a duration of the sheets in question after another date that is mentioned.
fn reached(case: &Case, said: &ValueAt) -> bool {
    let Some(target) = value::resolve(&said.value.amount, case.today) else { return false };
    let bases: Vec<Date> = mentioned(case)
        .filter(|v| v.dimension == Dimension::Date && v.span != said.value.span)
        .filter_map(|v| value::resolve(&v.amount, case.today)?.first)
        .collect();
    case.active.iter().flat_map(|sheet| case.library.entries_of(*sheet).1).filter_map(|e| case.library.fact(e)).any(|fact| {
        let durations = fact.parts.iter().flat_map(|p| &p.values).filter(|v| v.dimension == Dimension::Duration);
        durations.filter_map(months).any(|m| bases.iter().any(|base| lands(*base, m, &target)))
    })
}

/// A duration in whole months, where it is one.
fn months(value: &Value) -> Option<i32> {
    let year = value::Unit::with_id("year").or_else(|| value::Unit::with_id("Year"));
    let month = value::Unit::with_id("month").or_else(|| value::Unit::with_id("Month"));
    let Amount::One(number) = value.amount else { return None };
    let number = i32::try_from(number.trunc().mantissa()).ok().filter(|_| number.is_integer())?;
    match value.unit {
        unit if unit.is_some() && unit == year => number.checked_mul(12),
        unit if unit.is_some() && unit == month => Some(number),
        _ => None,
    }
}

/// Whether a date some months after another falls within the days meant (or the day before, as terms are counted).
fn lands(base: Date, months: i32, target: &value::Days) -> bool {
    let Ok(end) = base.checked_add(months.months()) else { return false };
    let first = target.first.or(target.last);
    let last = target.last.or(target.first);
    first.is_some_and(|f| f <= end.saturating_add(31.days())) && last.is_some_and(|l| l >= end.saturating_sub(1.days())) && first.zip(last).is_some_and(|(f, l)| end >= f.saturating_sub(1.days()) && end <= l.saturating_add(1.days()))
}
