//! Numbers in words, English and French: cardinals to trillions, groups ("a dozen"), parts ("two thirds"), ordinals.
//! Not here: digits (`number`), units.

use super::cursor::Cursor;
use super::number::{Form, Number};
use super::table;
use crate::text::Lang;
use rust_decimal::Decimal;

/// The vocabulary of one language.
#[derive(Clone, Copy)]
struct Tongue {
    lang: Lang,
    numbers: &'static table::Words,
    groups: &'static table::Words,
    fractions: &'static table::Words,
    ordinals: &'static table::Words,
}

const ENGLISH: Tongue = Tongue {
    lang: Lang::En,
    numbers: table::NUMBER_EN,
    groups: table::GROUP_EN,
    fractions: table::FRACTION_EN,
    ordinals: table::ORDINAL_EN,
};
const FRENCH: Tongue = Tongue {
    lang: Lang::Fr,
    numbers: table::NUMBER_FR,
    groups: table::GROUP_FR,
    fractions: table::FRACTION_FR,
    ordinals: table::ORDINAL_FR,
};

fn tongue(c: &Cursor) -> Tongue {
    match c.lang {
        Lang::En => ENGLISH,
        Lang::Fr => FRENCH,
    }
}

/// The number in words that begins at `i`, in the sentence's language, else in the other one.
pub(super) fn at(c: &Cursor, i: usize) -> Option<Number> {
    if !c.is_word(i) {
        return None;
    }
    let (own, other) = match c.lang {
        Lang::En => (ENGLISH, FRENCH),
        Lang::Fr => (FRENCH, ENGLISH),
    };
    read(c, i, own).or_else(|| read(c, i, other).filter(|_| foreign(c, i, own)))
}

/// A word of the other language that cannot be mistaken for one of this.
fn foreign(c: &Cursor, i: usize, own: Tongue) -> bool {
    c.word(i).len() > 3 && c.name(own.numbers, i).is_none() && !matches!(c.word(i), "cent" | "cents" | "sept" | "quart" | "half" | "tiers" | "third" | "second" | "premier" | "demi" | "grand" | "paire" | "mille" | "seize" | "quarter" | "first")
}

fn read(c: &Cursor, i: usize, t: Tongue) -> Option<Number> {
    let number = part(c, i, t).or_else(|| group(c, i, t)).or_else(|| counted(c, i, t)).or_else(|| article(c, i, t))?;
    Some(Number { words: true, ..number })
}

pub(super) fn is_number_word(c: &Cursor, i: usize) -> bool {
    c.name(tongue(c).numbers, i).is_some()
}

/// The value of a number word.
fn named(c: &Cursor, i: usize, t: Tongue) -> Option<u64> {
    if !c.is_word(i) {
        return None;
    }
    c.name(t.numbers, i)?.parse().ok()
}

fn is_article(c: &Cursor, i: usize) -> bool {
    c.any(i, &["a", "an", "un", "une", "one"])
}

/// "a", "an": numbers only where a unit follows. "un" and "une" come out of the table and are marked likewise.
fn article(c: &Cursor, i: usize, t: Tongue) -> Option<Number> {
    let stands = t.lang == Lang::En && c.any(i, &["a", "an"]);
    stands.then(|| Number { form: Form::Article, ..Number::whole(Decimal::ONE, i + 1) })
}

/// "half", "a quarter", "three fifths", "two and a half" is read by `counted`.
fn part(c: &Cursor, i: usize, t: Tongue) -> Option<Number> {
    let lead = if is_article(c, i) { i + 1 } else { i };
    let lead = if lead > i && c.word(lead) == "-" { lead + 1 } else { lead };
    let bottom = fraction_word(c, lead, t)?;
    let bare = lead == i && bottom != 2 && bottom != 4;
    // "a third party", "second": an order, not a part, unless something is divided.
    let divided = c.any(lead + 1, &["of", "de", "d'", "less", "off", "more", "en", "moins"]) || bottom == 2 || bottom == 4;
    if bare || !divided {
        return None;
    }
    let value = Decimal::ONE.checked_div(Decimal::from(bottom))?;
    let mut number = Number { form: Form::Fraction, ..Number::whole(value, lead + 1) };
    let dozen = if is_article(c, number.end) { number.end + 1 } else { number.end };
    let dozen = if c.word(dozen) == "-" { dozen + 1 } else { dozen };
    if let Some(many) = c.name(t.groups, dozen).and_then(|n| n.parse::<u64>().ok()) {
        number.value = number.value.saturating_mul(Decimal::from(many));
        number.end = dozen + 1;
        number.form = Form::Cardinal;
    } else if let Some(scale) = named(c, dozen, t).filter(|n| *n >= 1000) {
        number.value = number.value.saturating_mul(Decimal::from(scale));
        number.end = dozen + 1;
        number.form = Form::Cardinal;
    }
    Some(number)
}

fn fraction_word(c: &Cursor, i: usize, t: Tongue) -> Option<u64> {
    if !c.is_word(i) {
        return None;
    }
    c.name(t.fractions, i)?.parse().ok()
}

/// "a dozen", "3 douzaines", "a couple of".
fn group(c: &Cursor, i: usize, t: Tongue) -> Option<Number> {
    let lead = if is_article(c, i) { i + 1 } else { i };
    let (name, end) = c.phrase(t.groups, lead)?;
    let many: u64 = name.parse().ok()?;
    // "la quinzaine" names a time; "dozens of" and "milliers de" no number.
    if lead == i {
        return None;
    }
    let end = if c.any(end, &["de", "d'"]) { end + 1 } else { end };
    Some(Number::whole(Decimal::from(many), end))
}

/// Sums up number words as they come.
#[derive(Default)]
struct Sum {
    total: u64,
    group: Option<u64>,
    last_scale: u64,
}

impl Sum {
    fn take(&mut self, n: u64, lang: Lang) -> Option<()> {
        match n {
            1000.. => {
                if self.last_scale != 0 && n >= self.last_scale {
                    return None;
                }
                let many = self.group.take().unwrap_or(1);
                self.total = self.total.checked_add(many.checked_mul(n)?)?;
                self.last_scale = n;
            }
            100 => {
                let group = match (self.group, lang) {
                    (None, _) => 100,
                    (Some(g @ 1..=9), _) | (Some(g @ 11..=99), Lang::En) => g * 100,
                    _ => return None,
                };
                self.group = Some(group);
            }
            _ => self.group = Some(joined(self.group, n, lang)?),
        }
        Some(())
    }

    fn value(&self) -> Option<u64> {
        self.total.checked_add(self.group.unwrap_or(0))
    }

    fn has_hundreds(&self) -> bool {
        self.last_scale != 0 && self.group.is_none() || self.group.is_some_and(|g| g >= 100 && g % 100 == 0)
    }
}

/// What a number below a hundred makes of the group before it, if it can follow.
fn joined(group: Option<u64>, n: u64, lang: Lang) -> Option<u64> {
    let Some(g) = group else { return Some(n) };
    let rest = g % 100;
    let follows = match (rest, n) {
        (0, 1..=99) => g >= 100,
        (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90, 1..=9) => true,
        (4, 20) if lang == Lang::Fr => return Some(g + 76),
        (60 | 80, 10..=16) => lang == Lang::Fr,
        (10, 7..=9) => lang == Lang::Fr,
        _ => false,
    };
    follows.then(|| g + n)
}

/// Cardinals and ordinals.
fn counted(c: &Cursor, i: usize, t: Tongue) -> Option<Number> {
    let lead = if t.lang == Lang::En && c.word(i) == "a" && named(c, i + 1, t).is_some_and(|n| n >= 100) { i + 1 } else { i };
    if let Some(found) = ordinal(c, lead, t, &Sum::default()) {
        return Some(found);
    }
    let first = named(c, lead, t)?;
    if t.lang == Lang::En && lead == i && matches!(c.word(i), "hundreds" | "thousands" | "millions" | "billions" | "crores" | "lakhs" | "grand" | "bn") {
        return None;
    }
    let mut sum = Sum::default();
    sum.take(first, t.lang)?;
    let mut end = lead + 1;
    while let Some(next) = next_word(c, end, t, &sum) {
        if let Some(found) = ordinal(c, next, t, &sum) {
            return Some(found);
        }
        let Some(n) = named(c, next, t) else { break };
        if sum.take(n, t.lang).is_none() {
            break;
        }
        end = next + 1;
    }
    let value = Decimal::from(sum.value()?);
    let alone = end == i + 1 && first == 1;
    let form = if alone { Form::Article } else { Form::Cardinal };
    let mut number = Number { form, ..Number::whole(value, end) };
    decimals(c, &mut number, t);
    parts(c, &mut number, t);
    if number.form == Form::Cardinal {
        dozens(c, &mut number, t);
    }
    Some(number)
}

/// Where the next word of the number would stand: after a hyphen, after "and" where one belongs.
fn next_word(c: &Cursor, end: usize, t: Tongue, sum: &Sum) -> Option<usize> {
    let mut next = end;
    if c.word(next) == "-" {
        next += 1;
    }
    let and = match t.lang {
        Lang::En => c.word(next) == "and" && sum.has_hundreds(),
        Lang::Fr => c.word(next) == "et" && c.any(next + if c.word(next + 1) == "-" { 2 } else { 1 }, &["un", "une", "onze", "unieme"]),
    };
    if and {
        next += 1;
        if c.word(next) == "-" {
            next += 1;
        }
    }
    let fits = named(c, next, t).is_some_and(|n| n < 100 || !and) || c.name(t.ordinals, next).is_some();
    (c.is_word(next) && fits).then_some(next)
}

/// "twenty-first", "quinzième": the ordinal at `i`, joined to what was summed so far.
fn ordinal(c: &Cursor, i: usize, t: Tongue, sum: &Sum) -> Option<Number> {
    if !c.is_word(i) {
        return None;
    }
    let n: u64 = c.name(t.ordinals, i)?.parse().ok()?;
    let alone = sum.group.is_none() && sum.total == 0;
    let value = match n {
        1000.. => sum.total.checked_add(sum.group.unwrap_or(1).checked_mul(n)?)?,
        100 => sum.total.checked_add(sum.group.unwrap_or(1).checked_mul(100)?)?,
        _ => sum.total.checked_add(joined(sum.group, n, t.lang)?)?,
    };
    // "second" after a number is a unit; alone in French "seconde" is one too.
    if alone && c.word(i) == "seconde" || !alone && matches!(c.word(i), "second" | "seconde") && sum.total == 0 {
        return None;
    }
    Some(Number { form: Form::Ordinal, ..Number::whole(Decimal::from(value), i + 1) })
}

/// "five point five", "deux cent virgule cinquante-deux".
fn decimals(c: &Cursor, number: &mut Number, t: Tongue) {
    let mark = match t.lang {
        Lang::En => "point",
        Lang::Fr => "virgule",
    };
    if c.word(number.end) != mark {
        return;
    }
    let mut digits = String::new();
    let mut end = number.end + 1;
    while let Some(n) = named(c, end, t).filter(|n| *n < 100 && digits.len() < 12) {
        if t.lang == Lang::Fr && digits.len() == 2 && digits.ends_with('0') && n < 10 {
            digits.pop();
        }
        digits.push_str(&n.to_string());
        end += if c.word(end + 1) == "-" { 2 } else { 1 };
    }
    if let Some(part) = super::number::decimal(&format!("0.{digits}")).filter(|_| !digits.is_empty()) {
        number.value = number.value.saturating_add(part);
        number.end = end;
        number.form = Form::Cardinal;
        number.decimals = digits.len() as u8;
    }
}

/// "three fifths", "two and a half", "trois et quart", "un et demi".
fn parts(c: &Cursor, number: &mut Number, t: Tongue) {
    if let Some((value, end)) = added_part(c, number.end, t) {
        number.value = number.value.saturating_add(value);
        number.end = end;
        number.form = Form::Cardinal;
        return;
    }
    let next = if c.word(number.end) == "-" { number.end + 1 } else { number.end };
    let Some(bottom) = fraction_word(c, next, t) else { return };
    if let Some(value) = number.value.checked_div(Decimal::from(bottom)) {
        *number = Number { form: Form::Fraction, ..Number::whole(value, next + 1) };
        if let Some(scale) = named(c, number.end, t).filter(|n| *n >= 1_000_000) {
            *number = Number::whole(value.saturating_mul(Decimal::from(scale)), next + 2);
        }
    }
}

/// "and a half", "et demie", "et quart": the part added and the token after it.
pub(super) fn half_after(c: &Cursor, i: usize) -> Option<(Decimal, usize)> {
    added_part(c, i, tongue(c))
}

fn added_part(c: &Cursor, i: usize, t: Tongue) -> Option<(Decimal, usize)> {
    if !c.any(i, &["and", "et"]) {
        return None;
    }
    let mut at = i + 1;
    let mut top = 1;
    if is_article(c, at) {
        at += 1;
    } else if let Some(n) = named(c, at, t).filter(|n| *n < 10) {
        top = n;
        at += 1;
    }
    let bottom = fraction_word(c, at, t)?;
    Decimal::from(top).checked_div(Decimal::from(bottom)).map(|value| (value, at + 1))
}

fn dozens(c: &Cursor, number: &mut Number, t: Tongue) {
    let many = c.name(t.groups, number.end).and_then(|n| n.parse::<u64>().ok());
    if let Some(many) = many.filter(|n| *n > 2) {
        number.value = number.value.saturating_mul(Decimal::from(many));
        number.end += 1;
        if c.any(number.end, &["de", "d'"]) {
            number.end += 1;
        }
    }
}

/// What follows digits: "k", "million", "douzaines", "million and a half".
pub(super) fn scale_after(c: &Cursor, number: &mut Number) {
    // "4K" and "8K" name a resolution, "10K" and "12k" count thousands.
    let screen = c.raw(number.end) == "K" && number.value < Decimal::TEN;
    let thousands = c.word(number.end) == "k" && number.value < Decimal::from(1000) && !screen;
    if thousands && (c.glued(number.end) || number.decimals > 0) && !c.glued(number.end + 1) {
        number.value = number.value.saturating_mul(Decimal::from(1000));
        number.end += 1;
        return;
    }
    let t = tongue(c);
    let other = if t.lang == Lang::En { FRENCH } else { ENGLISH };
    let scale = |i| named(c, i, t).or_else(|| named(c, i, other)).filter(|n| *n >= 100 && !c.any(i, &["cent", "cents", "grand"]));
    while let Some(n) = scale(number.end) {
        number.value = number.value.saturating_mul(Decimal::from(n));
        number.end += 1;
        if let Some((half, end)) = added_part(c, number.end, t).filter(|_| n >= 1_000_000) {
            number.value = number.value.saturating_add(half.saturating_mul(Decimal::from(n)));
            number.end = end;
            return;
        }
    }
    dozens(c, number, t);
    if let Some((half, end)) = added_part(c, number.end, t).filter(|_| number.value.is_integer()) {
        number.value = number.value.saturating_add(half);
        number.end = end;
    }
}
