//! Numbers in digits: signs, decimals and thousands in either convention, fractions, scales such as "k" and "million".
//! Not here: numbers in words (`words`), units.

use super::cursor::{Cursor, Notation};
use super::words;
use rust_decimal::Decimal;

/// A number as read: its value and how it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// The token after it.
    pub(super) end: usize,
    pub(super) words: bool,
    pub(super) comma: bool,
    pub(super) group: Option<char>,
    pub(super) decimals: u8,
    pub(super) form: Form,
}

/// What kind of number words or digits make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Cardinal,
    /// "half", "two thirds", "1/4".
    Fraction,
    Ordinal,
    /// "a", "an", "un", "une", "one" alone: a number only before a unit.
    Article,
}

impl Number {
    pub(super) fn whole(value: Decimal, end: usize) -> Self {
        Number { value, end, words: false, comma: false, group: None, decimals: 0, form: Form::Cardinal }
    }
}

/// The number that begins at token `i`.
pub(super) fn at(c: &Cursor, i: usize) -> Option<Number> {
    if !c.numeric(i) {
        return None;
    }
    if let Some(mut number) = negative(c, i) {
        number.value = -number.value;
        return Some(number);
    }
    positive(c, i)
}

fn negative(c: &Cursor, i: usize) -> Option<Number> {
    let free = !c.glued(i) || c.before(i, &["(", "[", "«", "\"", ":", "|"]);
    let sign = c.word(i) == "-" && free && c.is_number(i + 1) && (c.glued(i + 1) || i == 0);
    let sign = sign && !(i > 0 && c.is_number(i - 1));
    let word = c.any(i, &["minus", "negative", "moins"]) && !c.before(i, &["au", "de", "en"]);
    if sign || word && (c.is_number(i + 1) || c.word(i) != "moins") {
        return positive(c, i + 1).filter(|n| n.form != Form::Article);
    }
    None
}

fn positive(c: &Cursor, i: usize) -> Option<Number> {
    let point = c.word(i) == "." && c.is_number(i + 1) && c.glued(i + 1) && !c.glued(i);
    if point {
        return after_point(c, i + 1);
    }
    if c.is_number(i) && !part_of_name(c, i) {
        let mut number = digits(c, i)?;
        fraction_after(c, &mut number);
        words::scale_after(c, &mut number);
        return Some(number);
    }
    vulgar(c, i).or_else(|| words::at(c, i))
}

/// Digits that end a name or a code ("H13", "TM-20", "#12"), or begin one ("4K").
fn part_of_name(c: &Cursor, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    if !c.glued(i) {
        return false;
    }
    let letters = c.is_word(before) && !super::unit::is_currency(c, before);
    let letters = letters && !(c.any(before, &["h", "min", "ft", "m"]) && before > 0 && c.is_number(before - 1));
    let hyphen = c.any(before, &["-", "/", "_"]) && c.glued(before) && before > 0 && c.is_word(before - 1);
    let hyphen = hyphen && !words::is_number_word(c, before - 1) && !super::date::is_month(c, before - 1);
    letters || hyphen || c.any(before, &["#", "_", "@", "^"])
}

fn after_point(c: &Cursor, i: usize) -> Option<Number> {
    let text = c.word(i);
    let value = decimal(&format!("0.{text}"))?;
    let mut number = Number { decimals: places(text.len()), ..Number::whole(value, i + 1) };
    words::scale_after(c, &mut number);
    Some(number)
}

/// A number token, with the groups after it where white space parts thousands.
fn digits(c: &Cursor, i: usize) -> Option<Number> {
    let first = c.word(i);
    let mut text = String::from(first);
    let mut end = i + 1;
    let mut group = None;
    let head = first.len() <= 3 && !first.starts_with('0') && first.bytes().all(|b| b.is_ascii_digit());
    if head {
        while let Some(space) = continues(c, end) {
            text.push_str(c.word(end));
            group = Some(space);
            end += 1;
            if text.contains(['.', ',']) {
                break;
            }
        }
    }
    let plain = parse(&text, if group.is_some() { spaced(&text) } else { c.notation })?;
    Some(Number { end, group: group.or(plain.group), ..plain })
}

/// After groups parted by white space a single mark is decimal.
fn spaced(text: &str) -> Notation {
    if text.contains(',') { Notation::Comma } else { Notation::Point }
}

/// The white space before a group of exactly three digits.
fn continues(c: &Cursor, i: usize) -> Option<char> {
    let mut gap = c.gap(i).chars();
    let space = gap.next().filter(|s| matches!(s, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))?;
    if gap.next().is_some() || !c.is_number(i) {
        return None;
    }
    let word = c.word(i);
    let whole = word.split(['.', ',']).next().unwrap_or("");
    (whole.len() == 3 && word.matches(['.', ',']).count() <= 1).then_some(space)
}

/// Reads digits and marks, in the notation given where the marks do not tell.
fn parse(text: &str, notation: Notation) -> Option<Number> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let quotes = text.contains('\'');
    let decimal_mark = match (commas, points) {
        (0, 0) => None,
        (1, 1) => text.chars().rev().find(|c| matches!(c, ',' | '.')),
        (1, 0) => Some(',').filter(|_| is_decimal(text, ',', notation)),
        (0, 1) => Some('.').filter(|_| is_decimal(text, '.', notation)),
        (_, 1) => Some('.'),
        (1, _) => Some(','),
        _ => None,
    };
    let (whole, part) = decimal_mark.and_then(|m| text.rsplit_once(m)).unwrap_or((text, ""));
    let group = whole.chars().find(|c| matches!(c, ',' | '.' | '\''));
    if !grouped(whole) {
        return None;
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let value = decimal(&if part.is_empty() { digits } else { format!("{digits}.{part}") })?;
    let comma = decimal_mark == Some(',') || decimal_mark.is_none() && notation == Notation::Comma && !quotes;
    Some(Number { comma, group, decimals: places(part.len()), ..Number::whole(value, 0) })
}

fn is_decimal(text: &str, mark: char, notation: Notation) -> bool {
    let (whole, part) = text.split_once(mark).unwrap_or((text, ""));
    let like_group = part.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
    !like_group || notation == if mark == ',' { Notation::Comma } else { Notation::Point }
}

/// Whether the groups of a whole number are groups: three digits each, or two before the last (as in India).
fn grouped(whole: &str) -> bool {
    let mut groups = whole.split([',', '.', '\'']);
    let first = groups.next().unwrap_or("");
    let rest: Vec<&str> = groups.collect();
    let (last, middle) = match rest.split_last() {
        None => return true,
        Some(found) => found,
    };
    first.len() <= 3 && last.len() == 3 && middle.iter().all(|g| g.len() == 3 || whole.contains(',') && g.len() == 2)
}

/// "1/4": a part of one, with a divisor that measures use.
fn fraction_digits(c: &Cursor, i: usize) -> Option<Number> {
    let over = c.word(i + 1) == "/" || c.word(i + 1) == "\u{2044}";
    let more = c.any(i + 3, &["/", "-"]) && c.glued(i + 3);
    if !over || !c.is_number(i) || !c.is_number(i + 2) || more || c.glued(i + 1) != c.glued(i + 2) {
        return None;
    }
    let top: u32 = c.word(i).parse().ok()?;
    let bottom: u32 = c.word(i + 2).parse().ok()?;
    let usual = matches!(bottom, 2 | 3 | 4 | 5 | 6 | 8 | 10 | 16 | 32 | 64);
    let value = Decimal::from(top).checked_div(Decimal::from(bottom))?;
    (usual && top < bottom).then_some(Number { form: Form::Fraction, ..Number::whole(value, i + 3) })
}

/// "½", "⅔".
fn vulgar(c: &Cursor, i: usize) -> Option<Number> {
    let (top, bottom) = c.word(i).split_once('\u{2044}')?;
    let value = Decimal::from(top.parse::<u32>().ok()?).checked_div(Decimal::from(bottom.parse::<u32>().ok()?))?;
    Some(Number { form: Form::Fraction, ..Number::whole(value, i + 1) })
}

/// "10 1/2", "2½", or "3/4" where the number itself is the upper part.
fn fraction_after(c: &Cursor, number: &mut Number) {
    let whole = number.value.is_integer();
    if let Some(part) = vulgar(c, number.end).or_else(|| fraction_digits(c, number.end)).filter(|_| whole) {
        number.value = number.value.saturating_add(part.value);
        number.end = part.end;
        return;
    }
    let start = number.end.saturating_sub(1);
    if let Some(part) = fraction_digits(c, start).filter(|p| whole && !matches!(bottom(c, p.end), "5" | "10")) {
        *number = part;
    }
}

fn bottom<'t>(c: &Cursor<'t>, end: usize) -> &'t str {
    c.word(end.saturating_sub(1))
}

/// A decimal from ASCII digits and a point; `None` where it does not fit.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    if text.len() > 40 {
        return None;
    }
    text.parse::<Decimal>().ok()
}

fn places(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}
