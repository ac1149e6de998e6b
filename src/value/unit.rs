//! Units: their names, conversion to base units, and the reading of a unit behind or before a figure.
//! Not here: the numbers (`number`, `words`), which value a price belongs to.

use super::cursor::Cursor;
use super::number::Number;
use super::table::{How, NAMES, Name, Row, UNITS};
use super::{Dimension, Unit};
use crate::text::{Lang, TokenKind, fold};
use rust_decimal::Decimal;

impl Unit {
    fn row(self) -> &'static Row {
        // An index from elsewhere (an old snapshot) reads as the first unit rather than failing.
        UNITS.get(usize::from(self.0)).unwrap_or(&UNITS[0])
    }

    /// The unit's stable name in the table ("kilogram").
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.row().dimension
    }

    /// Units convert into one another within one group alone; for money this is the currency.
    pub fn group(self) -> &'static str {
        self.row().group
    }

    /// `value` of this unit in the base unit of its group, exactly where the factor is; saturates.
    pub fn to_base(self, value: Decimal) -> Decimal {
        let row = self.row();
        let scaled = value.saturating_add(row.offset).saturating_mul(row.num);
        scaled.checked_div(row.den).unwrap_or(scaled)
    }

    /// The reverse of [`Unit::to_base`].
    pub fn from_base(self, base: Decimal) -> Decimal {
        let row = self.row();
        let scaled = base.saturating_mul(row.den);
        scaled.checked_div(row.num).unwrap_or(scaled).saturating_sub(row.offset)
    }

    /// The symbol printed first; empty where the unit has none.
    pub fn symbol(self) -> &'static str {
        self.row().symbol
    }

    /// Singular and plural in a language; empty where the unit has no word there.
    pub fn words(self, lang: Lang) -> (&'static str, &'static str) {
        let list = match lang {
            Lang::En => self.row().en,
            Lang::Fr => self.row().fr,
        };
        let one = list.first().copied().unwrap_or("");
        (one, list.get(1).copied().unwrap_or(one))
    }

    /// The unit of a name or symbol as written ("kg", "kilomètres", "°C").
    pub fn find(name: &str) -> Option<Unit> {
        let key = key(name);
        let written: String = name.split_whitespace().collect();
        let at = NAMES.rows.binary_search_by(|(k, _)| (*k).cmp(&key)).ok()?;
        let list = NAMES.rows.get(at)?.1;
        let exact = list.iter().find(|n| n.written == written);
        exact.or_else(|| list.first()).map(|n| Unit(n.unit))
    }

    /// The unit with this id in the table.
    pub fn with_id(id: &str) -> Option<Unit> {
        let at = UNITS.iter().position(|row| row.id == id)?;
        u16::try_from(at).ok().map(Unit)
    }
}

/// The form under which the table's spellings are compared; the build script makes them alike.
fn key(name: &str) -> String {
    let mut key = String::new();
    let mut parted = false;
    for c in fold(name).chars() {
        if c.is_whitespace() || c == '-' {
            parted = true;
            continue;
        }
        if parted && c.is_alphabetic() && key.ends_with(char::is_alphabetic) {
            key.push(' ');
        }
        parted = false;
        key.push(c);
    }
    key
}

/// A unit as found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub(super) unit: Unit,
    /// The token after it.
    pub(super) end: usize,
    /// Spelt out.
    pub(super) word: bool,
    /// White space before it; `None` when glued.
    pub(super) gap: Option<char>,
}

/// Whether the token is a currency sign or code.
pub(super) fn is_currency(c: &Cursor, i: usize) -> bool {
    c.phrase(&NAMES, i).is_some_and(|(list, _)| list.iter().any(|n| is_money(n.unit) && n.how == How::Symbol))
}

fn is_money(unit: u16) -> bool {
    Unit(unit).dimension() == Dimension::Money
}

/// The unit behind a number that ends before token `i`.
pub(super) fn after(c: &Cursor, i: usize, number: &Number) -> Option<Found> {
    bracketed(c, i, number).or_else(|| plain(c, i, number)).or_else(|| connected(c, i, number))
}

/// "20 (kg)".
fn bracketed(c: &Cursor, i: usize, number: &Number) -> Option<Found> {
    let closing = match c.word(i) {
        "(" => ")",
        "{" => "}",
        "<" => ">",
        "[" => "]",
        _ => return None,
    };
    let inner = plain(c, i + 1, number)?;
    (c.word(inner.end) == closing && c.glued(i + 1)).then(|| Found { end: inner.end + 1, ..inner })
}

/// Past a hyphen ("3-inch") or a linking word ("un million de gallons", "half an hour", "a full hour").
fn connected(c: &Cursor, i: usize, number: &Number) -> Option<Found> {
    let hyphen = c.word(i) == "-" && (c.glued(i + 1) || number.words) && c.glued(i) == c.glued(i + 1);
    if hyphen {
        return plain(c, i + 1, number).filter(|f| f.unit.symbol() != "″" || f.word);
    }
    let fraction = number.form == super::number::Form::Fraction;
    let large = number.value >= Decimal::from(1000);
    let mut next = i;
    if c.any(i, &["of", "de", "d'", "du"]) && (fraction || large) {
        next += 1;
    }
    if fraction && c.any(next, &["a", "an", "un", "une"]) {
        next += 1;
    }
    let stressed = c.any(next, &["full", "whole", "entire", "solid", "good", "single", "seul", "seule", "bon", "bonne", "petit", "petite", "short"]);
    if stressed && number.words {
        next += 1;
    }
    if next == i {
        return None;
    }
    plain(c, next, number).filter(|f| f.word || f.unit.dimension() == Dimension::Money || fraction)
}

fn plain(c: &Cursor, i: usize, number: &Number) -> Option<Found> {
    let (list, end) = c.phrase(&NAMES, i)?;
    let glued = c.glued(i) && c.is_number(i.wrapping_sub(1));
    let gap = c.gap(i).chars().next();
    let written: String = (i..end).map(|k| c.raw(k)).collect();
    // A symbol must not run on into letters or digits ("24703m212", "5kgs2").
    let runs_on = c.glued(end) && (c.is_number(end) || c.is_word(end)) && !c.raw(end - 1).ends_with(['\'', '’']);
    let compound = c.is_number(end) && matches!(c.word(i), "h" | "ft" | "min" | "m" | "€" | "'" | "′");
    if runs_on && !(compound && c.word(end).len() <= 2) {
        return None;
    }
    let fits = |name: &&Name| fits(c, name, &written, i, end, glued, number);
    let best = list.iter().filter(fits).min_by_key(|n| (rank(c, n, number), n.written != written))?;
    Some(Found { unit: Unit(best.unit), end, word: best.how == How::Word && written.chars().count() > 2, gap })
}


fn fits(c: &Cursor, name: &Name, written: &str, i: usize, end: usize, glued: bool, number: &Number) -> bool {
    let plain_end = end >= c.tokens.len() || matches!(c.kind(end), Some(TokenKind::Punct | TokenKind::Emoji)) || c.any(end, &["x", "×"]);
    match name.how {
        // "half an hour": not the French year.
        How::Word => written.len() > 2 || speaks(Unit(name.unit), name, c.lang),
        How::Symbol => !strays(written, name.written),
        How::Exact => name.written == written || glued && written.chars().count() == 1 && name.written.eq_ignore_ascii_case(written) && written != "M" && written != "G",
        How::Glued => glued && (name.written == written || name.written.chars().any(|c| !c.is_ascii_alphabetic())),
        How::Shy => name.written.eq_ignore_ascii_case(written) && (glued || plain_end && number.end == i),
        How::Hot => name.written == written && glued && plain_end && hot(c, written, number),
    }
}

/// "50 $ a month", "100 $ à": a word taken for the letter of a symbol.
fn strays(written: &str, name: &str) -> bool {
    let accented = |s: &str| s.chars().any(|c| ('À'..='ÿ').contains(&c) && c.is_alphabetic());
    accented(written) && !accented(name) || written == "$a"
}

/// Whether a bare C, F or K can mean a temperature (or, for K, a colour of light).
fn hot(c: &Cursor, written: &str, number: &Number) -> bool {
    let from = |n: i64| number.value >= Decimal::from(n);
    match written {
        "K" => from(1000) && number.value <= Decimal::from(20000) && number.group.is_none(),
        _ => number.value.is_integer() && (c.cues.warmth || from(30) && number.value <= Decimal::from(600)),
    }
}

/// Smaller is likelier, where one spelling names several units.
fn rank(c: &Cursor, name: &Name, number: &Number) -> u8 {
    let unit = Unit(name.unit);
    match unit.id() {
        "pound" | "ounce" => 1,
        "pound sterling" => u8::from(!(c.cues.money || number.value >= Decimal::from(100_000))) * 2,
        "degree of arc" => u8::from(!(c.cues.angle && !c.cues.warmth || full_angle(number))) * 2,
        "degree" => 1,
        "cent" => 1,
        "imperial pint" | "imperial gallon" => 3,
        _ => u8::from(!speaks(unit, name, c.lang)),
    }
}

fn full_angle(number: &Number) -> bool {
    [90, 180, 270, 360].iter().any(|n| number.value == Decimal::from(*n))
}

/// Whether the spelling is one of the sentence's language.
fn speaks(unit: Unit, name: &Name, lang: Lang) -> bool {
    let row = unit.row();
    let list = if lang == Lang::En { row.en } else { row.fr };
    name.how != How::Word || list.iter().any(|w| w.split_whitespace().collect::<String>() == name.written)
}

/// A currency before the figure: "£249", "USD 200", "US $ 150", with the token after it.
pub(super) fn currency_before(c: &Cursor, i: usize) -> Option<(Unit, usize)> {
    let (list, end) = c.phrase(&NAMES, i)?;
    let name = list.iter().find(|n| is_money(n.unit) && n.how == How::Symbol)?;
    // Codes are written in capitals where case is told apart at all ("try", "all" are words).
    let letters = c.raw(i).chars().all(|l| l.is_alphabetic());
    // "a $ 4 bn", "' s $ 5": an article and an ending, not the letter of a currency.
    let astray = c.any(i, &["a", "s"]) && end > i + 1 && c.raw(i) == c.word(i) && !c.glued(i + 1);
    let code = !astray && (!letters || end > i + 1 || c.raw(i) == c.raw(i).to_uppercase() || matches!(c.word(i), "usd" | "eur" | "gbp" | "chf" | "rmb"));
    if astray {
        return None;
    }
    code.then_some((Unit(name.unit), end))
}
