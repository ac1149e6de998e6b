//! Comparators before and after a value: "up to", "au moins", "or more", "environ", "from £30".
//! Not here: how they compare (`compare`).

use super::cursor::Cursor;
use super::table::{RELATION_AFTER, RELATION_BEFORE};
use super::{Dimension, Relation};

/// The comparator of a name in the tables.
pub(super) fn named(name: &str) -> Relation {
    match name {
        "about" => Relation::About,
        "at-least" => Relation::AtLeast,
        "at-most" => Relation::AtMost,
        "up-to" => Relation::UpTo,
        "more-than" => Relation::MoreThan,
        "less-than" => Relation::LessThan,
        "almost" => Relation::Almost,
        "just-over" => Relation::JustOver,
        _ => Relation::Exactly,
    }
}

/// The comparator that begins at `i`, and the token at which its value would begin.
pub(super) fn before(c: &Cursor, i: usize) -> Option<(Relation, usize)> {
    // "R40 Max : 8 500 Pa": a model's name.
    if i > 0 && matches!(c.raw(i), "Max" | "Plus" | "Min") {
        return None;
    }
    let (mut relation, mut end) = c.phrase(RELATION_BEFORE, i).map(|(name, end)| (named(name), end))?;
    // "no more than about 5", "jusqu'à environ 120": the first comparator stays, "about" is passed over.
    if let Some((name, next)) = c.phrase(RELATION_BEFORE, end) {
        if relation == Relation::Exactly {
            relation = named(name);
        }
        end = next;
    }
    while c.any(end, &["the", "de", "d'", "des", "les", "le", "la", "l'", ":", "of"]) {
        end += 1;
    }
    // "not more than" and "no less than" stand in the table; a bare negation turns the comparator round.
    let negated = c.before(i, &["not", "n't", "no", "jamais", "never", "pas"]);
    let relation = match relation {
        Relation::MoreThan if negated => Relation::AtMost,
        Relation::LessThan if negated => Relation::AtLeast,
        other => other,
    };
    Some((relation, end))
}

/// "from £30", "from 20 seats upwards", "from 12 months on": a lower bound for prices, else only if more words say so.
pub(super) fn from(c: &Cursor, i: usize, dimension: Dimension, end: usize) -> bool {
    let opens = c.before(i, &["from"]);
    let onwards = |k: usize| c.any(k, &["on", "onwards", "onward", "upwards", "upward", "up"]) && !c.is_word(k + 1);
    let later = c.any(end, &["on", "onwards"]) || onwards(end) || onwards(end + 1);
    opens && (dimension == Dimension::Money || later)
}

/// The comparator behind a value that ends before token `i`, and the token after it.
pub(super) fn after(c: &Cursor, i: usize) -> Option<(Relation, usize)> {
    let at = if c.any(i, &["(", ","]) && !c.glued(i) { i + 1 } else { i };
    if matches!(c.raw(at), "Max" | "Plus" | "Min") {
        return None;
    }
    let (name, end) = c.phrase(RELATION_AFTER, at)?;
    // "5 + 1" adds; "50+" bounds. "12 min plus tard", "3 plus 1": not a bound either.
    let sum = c.word(at) == "+" && (!c.glued(at) || c.is_number(end));
    let more = c.any(at, &["plus", "tops"]) && !(c.glued(at) || end >= c.tokens.len() || !c.is_word(end) && !c.is_number(end));
    // "500 min" is a duration long before it is a minimum: the unit was read first, so only a bracket or comma leads here.
    (!sum && !more).then(|| (named(name), end))
}
