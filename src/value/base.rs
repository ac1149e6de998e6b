//! Values in base units and in other units.
//! Not here: what counts as equal (`compare`).

use super::{Amount, Unit, Value};
use rust_decimal::Decimal;

/// The low and the high end in the base unit of the value's group; both are the number itself where it is one number.
/// A bare number and a percentage are their own base. `None` for dates, times and standards.
pub fn base(value: &Value) -> Option<(Option<Decimal>, Option<Decimal>)> {
    let to_base = |n: Decimal| value.unit.map_or(n, |u| u.to_base(n));
    match &value.amount {
        Amount::One(n) => {
            let n = to_base(*n);
            Some((Some(n), Some(n)))
        }
        Amount::Between(low, high) => Some((low.map(to_base), high.map(to_base))),
        Amount::Day(_) | Amount::Days(..) | Amount::Clock(..) | Amount::Moment(_) | Amount::Standard(..) => None,
    }
}

/// The value's amount in another unit of the same group, exactly where the factor is; `None` where nothing converts.
pub fn convert(value: &Value, to: Unit) -> Option<Amount> {
    let from = value.unit?;
    if !kin(from, to) {
        return None;
    }
    let turned = |n: Decimal| if from == to { n } else { to.from_base(from.to_base(n)) };
    match &value.amount {
        Amount::One(n) => Some(Amount::One(turned(*n))),
        Amount::Between(low, high) => Some(Amount::Between(low.map(turned), high.map(turned))),
        _ => None,
    }
}

/// Whether two units measure the same on one scale. A cent may be of any currency that has cents, a dollar any dollar.
pub(super) fn kin(a: Unit, b: Unit) -> bool {
    let (x, y) = (a.group(), b.group());
    let loose = |general: &str, named: &str| match general {
        "cent" => matches!(named, "EUR" | "USD" | "CAD" | "AUD" | "NZD" | "CHF" | "dollar" | "HKD" | "SGD"),
        "dollar" => matches!(named, "USD" | "CAD" | "AUD" | "NZD" | "HKD" | "SGD" | "TWD"),
        "franc" => matches!(named, "CHF" | "FRF" | "BEF" | "XOF"),
        "rupee" => matches!(named, "INR" | "LKR"),
        _ => false,
    };
    x == y || loose(x, y) || loose(y, x)
}
