//! Comparators before and after a value: "up to", "au moins", "or more", "environ", "from £30".
//! Not here: how they compare (`compare`).

use super::cursor::Cursor;
use super::table::{RELATION_AFTER, RELATION_BEFORE};
use super::{Dimension, Relation};

fn named(name: &str) -> Relation {
    match name {
        "about" => Relation::About,
        "at-least" => Relation::AtLeast,
        "at-most" => Relation::AtMost,
        "more-than" => Relation::MoreThan,
        "less-than" => Relation::LessThan,
        "almost" => Relation::Almost,
        "just-over" => Relation::JustOver,
        _ => Relation::Exactly,
    }
}

/// The comparator that begins at `i`, and the token at which its value would begin.
pub(super) fn before(c: &Cursor, i: usize) -> Option<(Relation, usize)> {
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

/// "from £30", "from 20 seats upwards": a lower bound for prices alone, unless more words say so.
pub(super) fn from_price(c: &Cursor, i: usize, dimension: Dimension) -> bool {
    dimension == Dimension::Money && c.any(i, &["from"])
}

/// The comparator behind a value that ends before token `i`, and the token after it.
pub(super) fn after(c: &Cursor, i: usize) -> Option<(Relation, usize)> {
    let at = if c.any(i, &["(", ","]) && !c.glued(i) { i + 1 } else { i };
    let (name, end) = c.phrase(RELATION_AFTER, at)?;
    // "5 + 1" adds; "50+" bounds. "12 min plus tard", "3 plus 1": not a bound either.
    let sum = c.word(at) == "+" && (!c.glued(at) || c.is_number(end));
    let more = c.any(at, &["plus", "tops"]) && !(c.glued(at) || end >= c.tokens.len() || !c.is_word(end) && !c.is_number(end));
    // "500 min" is a duration long before it is a minimum: the unit was read first, so only a bracket or comma leads here.
    (!sum && !more).then(|| (named(name), end))
}
