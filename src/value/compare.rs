//! Whether what is said agrees with a fact: numbers with their comparators, prices with tax and period, standards, times.
//! Not here: dates (`compare_date`), which fact a value is held against (`claim`).
//!
//! | said ↓ fact → | exactly f | about f | up to / at most f | at least / more than f | a to b |
//! |---|---|---|---|---|---|
//! | exactly s | equal | within 10 % | equal; beyond differs | equal; below differs | inside; a duration only its upper end |
//! | about s | within 10 % | 10 % | 10 % | 10 % | 10 % of an end, or inside |
//! | up to s | equal | 10 % | equal | equal | equals b |
//! | at most s | f ≤ s | f ≤ s | equal | differs if f > s | b ≤ s |
//! | less than s | f < s | f < s | f ≤ s | differs if f ≥ s | b ≤ s |
//! | at least s | f ≥ s | f ≥ s | differs if s ≥ f | equal, or f > s but for prices | a ≥ s |
//! | more than s | f > s | f > s | differs if s ≥ f | equal, or f > s but for prices | a ≥ s |
//! | almost s | 0.85 s ≤ f ≤ s | same | same | same | same of b |
//! | just over s | s ≤ f ≤ 1.15 s | same | same | same | same of a |
//! | c to d | c ≤ f ≤ d | c ≤ f ≤ d | d equals f | c equals f | equal; a temperature may lie inside |
//!
//! Why "up to 10" is wrong of "up to 5" and "from £20" of "from £30": limits and thresholds are stated to be used, and a
//! reader takes them as the limit, not as some bound that happens to be true.

use super::base::kin;
use super::compare_date;
use super::{Amount, Dimension, Relation, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// How what is said stands to what the sheet states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// The same value.
    Same,
    /// Weaker or rounded, but true by the fact.
    Within,
    /// False by the fact.
    Differs,
    /// The fact does not settle it.
    Incomparable,
}

use Comparison::{Differs, Incomparable, Same, Within};

/// Holds what is said against a fact. `today` is the day the words are read on; only dates need it.
pub fn compare(said: &Value, fact: &Value, today: Date) -> Comparison {
    match (&said.amount, &fact.amount) {
        (Amount::Standard(a, x), Amount::Standard(b, y)) => standards((a, x), (b, y), said.relation, fact.relation),
        (Amount::Clock(a, b), Amount::Clock(x, y)) => clocks((*a, *b), (*x, *y)),
        (Amount::One(_) | Amount::Between(..), Amount::One(_) | Amount::Between(..)) => quantities(said, fact),
        _ if said.dimension == Dimension::Date && fact.dimension == Dimension::Date => compare_date::compare(said, fact, today),
        _ => Incomparable,
    }
}

fn clocks(said: (u16, Option<u16>), fact: (u16, Option<u16>)) -> Comparison {
    match (said, fact) {
        _ if said == fact => Same,
        ((_, Some(_)), (_, Some(_))) => Differs,
        ((s, None), (from, Some(to))) if s == from || s == to => Within,
        ((_, None), (_, None)) => Differs,
        _ => Incomparable,
    }
}

fn standards(said: (&str, &str), fact: (&str, &str), relation: Relation, stated: Relation) -> Comparison {
    if said.0 != fact.0 {
        return Incomparable;
    }
    if said.1 == fact.1 {
        return Same;
    }
    let numbers = said.1.parse::<Decimal>().ok().zip(fact.1.parse::<Decimal>().ok());
    match (numbers, stated, relation) {
        (Some((s, f)), Relation::AtLeast, Relation::Exactly) if s >= f => Within,
        (Some((s, f)), Relation::Exactly, Relation::AtLeast) if s <= f => Within,
        _ => Differs,
    }
}

fn quantities(said: &Value, fact: &Value) -> Comparison {
    let Some((s, f)) = scaled(said, fact) else { return Incomparable };
    if periods_differ(said, fact) {
        return Incomparable;
    }
    let verdict = relate(&s, &f, said, fact);
    match (said.tax, fact.tax) {
        (Some(a), Some(b)) if a != b => {
            if matches!(verdict, Same) { Differs } else { Incomparable }
        }
        _ => verdict,
    }
}

/// Both in one unit: the ends, and how close is close enough.
struct Scaled {
    low: Decimal,
    high: Decimal,
    /// How far equal values may lie apart after an honest conversion, as a share.
    slack: Decimal,
}

/// The two values on one scale; `None` where there is none.
fn scaled(said: &Value, fact: &Value) -> Option<(Scaled, Scaled)> {
    let slack = slack(said, fact)?;
    let ends = |value: &Value, bare: bool| {
        let to = |n: Decimal| if bare { n } else { value.unit.map_or(n, |u| u.to_base(n)) };
        // "-30 %" on a sheet is "30 % off" in a reply.
        let reduced = matches!(value.dimension, Dimension::Percent | Dimension::Money);
        match value.amount {
            Amount::One(n) if reduced => Some((to(n.abs()), to(n.abs()))),
            Amount::One(n) => Some((to(n), to(n))),
            Amount::Between(Some(low), Some(high)) => Some((to(low), to(high))),
            _ => None,
        }
    };
    // A bare number is read in the fact's unit ("the Pro does 60").
    let bare = said.unit.is_none() || fact.unit.is_none() || said.unit == fact.unit;
    let (s, f) = (ends(said, bare)?, ends(fact, bare)?);
    let (s, f) = scores(said, fact, s, f);
    Some((Scaled { low: s.0, high: s.1, slack }, Scaled { low: f.0, high: f.1, slack }))
}

type Ends = (Decimal, Decimal);

/// "4/5" and "8/10" on one scale.
fn scores(said: &Value, fact: &Value, s: Ends, f: Ends) -> (Ends, Ends) {
    let out_of = |v: &Value| v.per.as_deref().filter(|_| v.dimension == Dimension::Score).and_then(|p| p.parse::<Decimal>().ok());
    match (out_of(said), out_of(fact)) {
        (Some(a), Some(b)) => ((s.0.saturating_mul(b), s.1.saturating_mul(b)), (f.0.saturating_mul(a), f.1.saturating_mul(a))),
        _ => (s, f),
    }
}

/// How much conversion may round: nothing within one unit, half a percent within a decimal system, 2.5 % across systems
/// and between days and months. `None` where the two do not compare.
fn slack(said: &Value, fact: &Value) -> Option<Decimal> {
    let (Some(a), Some(b)) = (said.unit, fact.unit) else {
        // "two thirds" is 66 % as well as 67 %.
        if said.dimension == Dimension::Percent && fact.dimension == Dimension::Percent && said.style.words != fact.style.words {
            return Some(Decimal::new(2, 2));
        }
        let plain = |d| matches!(d, Dimension::Count | Dimension::Percent | Dimension::Score);
        let same = said.dimension == fact.dimension;
        let count = said.dimension == Dimension::Count && !plain(fact.dimension) || fact.dimension == Dimension::Count && said.dimension != Dimension::Percent;
        return (same || count && said.dimension != Dimension::Ordinal).then_some(Decimal::ZERO);
    };
    if a == b {
        return Some(Decimal::ZERO);
    }
    if working(a.group(), b.group()) {
        return Some(Decimal::new(4, 1));
    }
    if !kin(a, b) {
        return None;
    }
    let one = a.to_base(Decimal::ONE).checked_div(b.to_base(Decimal::ONE)).unwrap_or_default();
    let ratio = if one < Decimal::ONE { Decimal::ONE.checked_div(one).unwrap_or_default() } else { one };
    let decimal = a.dimension() != Dimension::Temperature && (ratio.mantissa().to_string().trim_end_matches('0') == "1" || ratio.normalize().scale() == 0 && a.dimension() == Dimension::Duration);
    Some(if decimal || a.dimension() == Dimension::Money { Decimal::new(5, 3) } else { Decimal::new(25, 3) })
}

/// Working days against days: a week holds five.
fn working(a: &str, b: &str) -> bool {
    matches!((a, b), ("working-day", "duration") | ("duration", "working-day") | ("working-hour", "duration") | ("duration", "working-hour"))
}

/// Two prices per different periods, or one per user and one per pack, say different things.
fn periods_differ(said: &Value, fact: &Value) -> bool {
    let time = |v: &Value| v.per.as_deref().and_then(|p| p.split(' ').find(|w| matches!(*w, "month" | "year" | "week" | "day" | "hour" | "minute" | "second")).map(str::to_owned));
    matches!((time(said), time(fact)), (Some(a), Some(b)) if a != b)
}

fn apart(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_sub(b).abs()
}

/// Whether two numbers lie within a share of the second.
fn near(a: Decimal, b: Decimal, share: Decimal) -> bool {
    apart(a, b) <= b.abs().saturating_mul(share)
}

fn tenth() -> Decimal {
    Decimal::new(1, 1)
}

/// Equality: exact, or rounded by conversion.
fn equal(s: Decimal, f: Decimal, slack: Decimal) -> Option<Comparison> {
    if s == f {
        return Some(Same);
    }
    near(s, f, slack).then_some(Within)
}

fn relate(s: &Scaled, f: &Scaled, said: &Value, fact: &Value) -> Comparison {
    if s.low != s.high {
        return range(s, f, said, fact);
    }
    if idiom(said, fact) {
        return Within;
    }
    let same = |end: Decimal| equal(s.low, end, s.slack);
    match said.relation {
        Relation::Exactly => exactly(s, f, said, fact),
        Relation::About => if near(s.low, f.low, tenth()) || near(s.low, f.high, tenth()) || f.low <= s.low && s.low <= f.high { Within } else { Differs },
        Relation::UpTo => up_to(s, f, fact),
        Relation::AtMost if limits(fact) => same(f.high).unwrap_or(Differs),
        Relation::AtMost | Relation::LessThan => below(s, f, said, fact),
        Relation::AtLeast | Relation::MoreThan => above(s, f, said, fact),
        Relation::Almost => side(f.high >= s.low.saturating_mul(Decimal::new(85, 2)) && f.high <= s.low),
        Relation::JustOver => side(f.low >= s.low && f.low <= s.low.saturating_mul(Decimal::new(115, 2))),
    }
}

fn side(holds: bool) -> Comparison {
    if holds { Within } else { Differs }
}

/// A stated upper limit.
fn limits(fact: &Value) -> bool {
    matches!(fact.relation, Relation::UpTo | Relation::AtMost | Relation::LessThan)
}

/// A stated lower limit or threshold.
fn opens(fact: &Value) -> bool {
    matches!(fact.relation, Relation::AtLeast | Relation::MoreThan)
}

fn exactly(s: &Scaled, f: &Scaled, said: &Value, fact: &Value) -> Comparison {
    if f.low != f.high {
        return inside(s, f, said);
    }
    if let Some(found) = equal(s.low, f.low, s.slack) {
        return found;
    }
    match fact.relation {
        Relation::About if near(s.low, f.low, tenth()) => Within,
        Relation::Almost if s.low <= f.low && near(s.low, f.low, tenth()) => Within,
        Relation::JustOver if s.low >= f.low && near(s.low, f.low, tenth()) => Within,
        Relation::AtMost | Relation::LessThan if s.low < f.low => Incomparable,
        Relation::UpTo if s.low < f.low => Incomparable,
        Relation::AtLeast | Relation::MoreThan if s.low > f.low => Incomparable,
        _ => Differs,
    }
}

/// One number against a range: a promise of time holds only at its end, any other figure wherever it lies inside.
fn inside(s: &Scaled, f: &Scaled, said: &Value) -> Comparison {
    let held = f.low <= s.low && s.low <= f.high;
    match said.dimension {
        _ if equal(s.low, f.high, s.slack).is_some() => Within,
        Dimension::Duration if held => Incomparable,
        _ => side(held),
    }
}

fn up_to(s: &Scaled, f: &Scaled, fact: &Value) -> Comparison {
    if let Some(found) = equal(s.low, f.high, s.slack) {
        return if f.low == f.high { found } else { Within };
    }
    let capable = f.low != f.high && fact.dimension == Dimension::Temperature && f.low <= s.low && s.low <= f.high;
    match fact.relation {
        Relation::About if near(s.low, f.high, tenth()) => Within,
        Relation::AtLeast | Relation::MoreThan if s.low > f.high => Incomparable,
        _ => side(capable),
    }
}

fn below(s: &Scaled, f: &Scaled, said: &Value, fact: &Value) -> Comparison {
    let reached = f.high < s.low || f.high == s.low && (said.relation == Relation::AtMost || limits(fact) || f.low != f.high);
    if opens(fact) {
        return if f.low > s.low { Differs } else { Incomparable };
    }
    if reached {
        return if f.high == s.low && limits(fact) { Same } else { Within };
    }
    let partly = f.low != f.high && f.low <= s.low;
    match fact.dimension {
        Dimension::Temperature if partly => Within,
        _ if partly => Incomparable,
        _ => Differs,
    }
}

fn above(s: &Scaled, f: &Scaled, said: &Value, fact: &Value) -> Comparison {
    if opens(fact) {
        return match equal(s.low, f.low, s.slack) {
            Some(found) => found,
            None if said.dimension == Dimension::Money => Differs,
            None => side(f.low > s.low),
        };
    }
    if limits(fact) {
        return if s.low >= f.high { Differs } else { Incomparable };
    }
    let reached = f.low > s.low || f.low == s.low && (said.relation == Relation::AtLeast || f.low != f.high);
    if !reached && f.low != f.high && s.low < f.high {
        return Incomparable;
    }
    side(reached)
}

/// A range is said.
fn range(s: &Scaled, f: &Scaled, said: &Value, fact: &Value) -> Comparison {
    let capable = said.dimension == Dimension::Temperature && f.low <= s.low && s.high <= f.high;
    if f.low != f.high {
        return match (equal(s.low, f.low, s.slack), equal(s.high, f.high, s.slack)) {
            (Some(a), Some(b)) => a.max(b),
            _ => side(capable),
        };
    }
    if limits(fact) {
        return if s.high > f.high { Differs } else if s.high == f.high { Within } else { Incomparable };
    }
    if opens(fact) {
        return if s.low < f.low { Differs } else { Within };
    }
    side(s.low <= f.low && f.low <= s.high)
}

/// French counts both ends of a week: "quinze jours" is two weeks, "huit jours" one.
fn idiom(said: &Value, fact: &Value) -> bool {
    let days = |v: &Value| match v.amount {
        Amount::One(n) => v.unit.filter(|u| u.group() == "duration").and_then(|u| u.to_base(n).checked_div(Decimal::from(86_400))),
        _ => None,
    };
    let spoken = said.style.words && said.unit.is_some_and(|u| u.id() == "day") || fact.style.words && fact.unit.is_some_and(|u| u.id() == "day");
    let pair = days(said).zip(days(fact));
    let counted = |a: i64, b: i64| pair == Some((Decimal::from(a), Decimal::from(b))) || pair == Some((Decimal::from(b), Decimal::from(a)));
    spoken && (counted(15, 14) || counted(8, 7))
}
