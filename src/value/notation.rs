//! A value in the outside contract's notation: decimals with a point, `low..high`, ISO 8601 and TIMEX dates.
//! Not here: values as people write them (`print`).

use super::{Amount, Dimension, PartialDate, Relation, Value};
use rust_decimal::Decimal;

/// Whether a comparator makes an open range of a number.
pub fn is_bound(relation: Relation) -> bool {
    matches!(relation, Relation::AtLeast | Relation::AtMost | Relation::UpTo | Relation::MoreThan | Relation::LessThan)
}

/// `1299.9`, `2..4`, `20..`, `2026-11-30`, `XXXX-12`; `None` for times of day and standards.
pub fn notation(value: &Value) -> Option<String> {
    match &value.amount {
        Amount::One(n) if value.dimension == Dimension::Count && is_bound(value.relation) => Some(open(*n, value.relation)),
        Amount::One(n) => Some(plain(*n)),
        Amount::Between(low, high) => Some(format!("{}..{}", side(*low), side(*high))),
        Amount::Day(date) => Some(iso(date)),
        Amount::Days(first, last) => Some(format!("{}..{}", first.map_or(String::new(), |d| iso(&d)), last.map_or(String::new(), |d| iso(&d)))),
        Amount::Clock(..) | Amount::Standard(..) | Amount::Moment(_) => None,
    }
}

fn open(n: Decimal, relation: Relation) -> String {
    match relation {
        Relation::AtMost | Relation::UpTo | Relation::LessThan => format!("..{}", plain(n)),
        _ => format!("{}..", plain(n)),
    }
}

fn side(end: Option<Decimal>) -> String {
    end.map_or(String::new(), plain)
}

fn plain(n: Decimal) -> String {
    n.normalize().to_string()
}

/// ISO 8601 where the year is known, TIMEX where parts are open.
fn iso(date: &PartialDate) -> String {
    let year = date.year.map_or("XXXX".to_owned(), |y| format!("{y:04}"));
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year,
    }
}
