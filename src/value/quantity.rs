//! Amounts: number and unit in either order, compound ("1 h 30", "5 ft 2 in"), ranges, with comparator and tail.
//! Not here: dates, times of day, standards.

use super::cursor::Cursor;
use super::number::{self, Form, Number};
use super::unit::{self, Found};
use super::{Amount, Dimension, Relation, Style, Unit, Value, relation, tail, words};
use rust_decimal::Decimal;

/// A number with its unit, if any.
#[derive(Debug, Clone, Copy)]
struct Atom {
    number: Number,
    unit: Option<Unit>,
    start: usize,
    end: usize,
    style: Style,
    /// "7.8/10": what the mark is out of.
    out_of: Option<u8>,
}

/// The amount whose comparator, currency or number begins at token `i`, and the token after it.
pub(super) fn at(c: &Cursor, i: usize) -> Option<(Value, usize)> {
    let led = relation::before(c, i).and_then(|(relation, next)| amount(c, next).map(|found| (relation, found)));
    let (relation, (first, second, core)) = match led {
        Some(found) => found,
        None => (Relation::Exactly, amount(c, i)?),
    };
    Some(finish(c, i, relation, first, second, core))
}

type Read = (Atom, Option<Atom>, (usize, usize));

/// One atom, a compound or a range: its ends and the tokens it covers.
fn amount(c: &Cursor, i: usize) -> Option<Read> {
    if let Some(found) = opened_range(c, i) {
        return Some(found);
    }
    let first = compound(c, atom(c, i)?);
    let plain = Atom { unit: None, ..first };
    let slashed = first.unit.is_some() && c.word(first.end) == "/" && first.number.end == first.end;
    if let Some(second) = range_end(c, if slashed { &plain } else { &first }) {
        let (first, second) = share_unit(first, second);
        return Some((first, Some(second), (first.start, second.end)));
    }
    usable(c, &first).then_some((first, None, (first.start, first.end)))
}

/// Whether what was read says anything by itself.
fn usable(c: &Cursor, atom: &Atom) -> bool {
    match atom.number.form {
        Form::Article => article_counts(c, atom),
        Form::Fraction => atom.unit.is_some() || !atom.number.words || reduces(c, atom.end) || shares(c, atom),
        Form::Cardinal | Form::Ordinal => true,
    }
}

/// "a", "one" and "un" count only with a unit that cannot be mistaken, or as a bare "one" before a noun.
fn article_counts(c: &Cursor, atom: &Atom) -> bool {
    let said = c.word(atom.start);
    let Some(unit) = atom.unit else {
        let pronoun = c.before(atom.start, &["which", "this", "that", "the", "each", "every", "any", "no", "another", "blue", "red", "new", "good", "last", "next", "first"]);
        return match said {
            "one" => !pronoun && c.is_word(atom.end) && !c.any(atom.end, &["of", "is", "you", "that", "who", "can", "has", "'s", "to", "and", "or", "in", "for", "day", "i", "we", "they", "it", "by", "on", "more", "from", "with", "when", "where", "at", "the", "a", "are", "was", "will"]),
            "un" | "une" => c.any(atom.end, &["seul", "seule"]),
            _ => false,
        };
    };
    let counted = c.before(atom.start, &["times", "once", "twice", "fois", "such", "what", "quite"]);
    let per = !matches!(said, "one") && atom.start > 0 && c.is_number(atom.start - 1);
    if said == "one" && atom.start == 0 && unit.id() == "day" {
        return false;
    }
    let whole = c.any(atom.end, &["entier", "entiere", "complet", "complete", "pleine"]) || c.word(atom.end - 1).starts_with("journee");
    let vague = !whole && matches!(unit.id(), "second" | "foot" | "pound" | "turn" | "quarter" | "cup" | "mark" | "bit" | "stone" | "degree" | "degree of arc" | "sen" | "day" | "night" | "bar" | "point");
    let exact = matches!(said, "one");
    !counted && !per && (exact || !vague || atom.end > atom.start + 2)
}

/// "two fifths less", "un tiers de plastique en moins", "half off".
fn reduces(c: &Cursor, end: usize) -> bool {
    let window = end..(end + 5).min(c.tokens.len());
    let mut words = window.map(|k| c.word(k));
    words.any(|w| matches!(w, "less" | "off" | "more" | "moins" | "plus" | "cheaper"))
}

/// "two thirds of our range", "les trois quarts des clients": a share.
fn shares(c: &Cursor, atom: &Atom) -> bool {
    c.any(atom.end, &["of", "de", "des", "du"]) && (c.is_word(atom.end + 1) && !c.any(atom.end + 1, &["a", "an", "un", "une"]))
}

fn style(number: &Number) -> Style {
    Style { words: number.words, comma: number.comma, group: number.group, decimals: number.decimals, ..Style::default() }
}

fn atom(c: &Cursor, i: usize) -> Option<Atom> {
    priced(c, i).or_else(|| measured(c, i))
}

/// "£249", "USD 200", "€7.50".
fn priced(c: &Cursor, i: usize) -> Option<Atom> {
    let (unit, next) = unit::currency_before(c, i)?;
    let mut number = number::at(c, next).filter(|n| !n.words)?;
    let million = c.any(number.end, &["m", "mn"]) && c.glued(number.end);
    if million {
        number.value = number.value.saturating_mul(Decimal::from(1_000_000));
        number.end += 1;
    }
    let gap = c.gap(next).chars().next();
    let style = Style { unit_first: true, gap, ..style(&number) };
    // "$ 10 CAD", "US$": a code behind the figure says which dollar.
    let closer = unit::after(c, number.end, &number).filter(|f| f.unit.dimension() == Dimension::Money && f.unit != unit && unit.group() == "dollar");
    let (unit, end) = closer.map_or((unit, number.end), |f| (f.unit, f.end));
    Some(Atom { number, unit: Some(unit), start: i, end, style, out_of: None })
}

fn measured(c: &Cursor, i: usize) -> Option<Atom> {
    let mut number = number::at(c, i)?;
    if let Some(end) = percent_after(c, number.end) {
        let gap = c.gap(number.end).chars().next();
        let style = Style { gap, unit_word: end > number.end + 1 || c.is_word(number.end), ..style(&number) };
        return Some(Atom { number: Number { form: Form::Cardinal, ..number }, unit: Some(percent()), start: i, end, style, out_of: None });
    }
    let plain = Atom { unit: None, start: i, end: number.end, style: style(&number), number, out_of: None };
    if number.form == Form::Ordinal {
        return Some(plain);
    }
    if is_ordinal(c, number.end) {
        return suffixed(c, plain);
    }
    let plus = c.word(number.end) == "+" && c.glued(number.end) && !c.is_number(number.end + 1);
    let beyond = if plus { unit::after(c, number.end + 1, &number) } else { None };
    let Some(found) = unit_after(c, &mut number).or(beyond) else { return bare(c, plain) };
    // "both Airo 4s": the plural of a name.
    if found.unit.id() == "second" && found.gap.is_none() && c.raw(number.end) == "s" && i > 0 && c.raw(i - 1).starts_with(char::is_uppercase) {
        return None;
    }
    let style = Style { gap: found.gap, unit_word: found.word, ..style(&number) };
    let mut made = Atom { number, unit: Some(found.unit), start: i, end: found.end, style, out_of: None };
    half_more(c, &mut made);
    Some(made)
}

/// A number without a unit of its own: a mark out of ten, one that shares the next number's unit, or a count.
fn bare(c: &Cursor, plain: Atom) -> Option<Atom> {
    if let Some((out_of, end)) = mark(c, &plain) {
        return Some(Atom { out_of: Some(out_of), end, ..plain });
    }
    if let Some(unit) = borrowed(c, &plain) {
        return Some(Atom { unit: Some(unit), ..plain });
    }
    let names = plain.number.words && c.word(plain.end) == "-" && c.glued(plain.end) && c.is_word(plain.end + 1) && c.glued(plain.end + 1);
    // "comme neuf", "remis à neuf": new, not nine.
    let new = c.word(plain.start) == "neuf" && plain.end == plain.start + 1 && (!c.is_word(plain.end) || c.before(plain.start, &["comme", "tout", "a", "etat", "presque", "du"]));
    if names && plain.end == plain.start + 1 || new {
        return None;
    }
    suffixed(c, plain)
}

/// "7,8/10", "4.5 out of 5", "9 sur 10": what it is out of and the token after it.
fn mark(c: &Cursor, plain: &Atom) -> Option<(u8, usize)> {
    let at = match c.word(plain.end) {
        "/" | "sur" => plain.end + 1,
        "out" if c.any(plain.end + 1, &["of"]) => plain.end + 2,
        _ => return None,
    };
    let out_of: u8 = c.word(at).parse().ok().filter(|n| matches!(n, 5 | 10 | 20 | 100))?;
    let more = c.glued(at + 1) && (c.any(at + 1, &["/", "-"]) && c.is_number(at + 2) || c.is_word(at + 1));
    let measured = c.word(plain.end) == "sur" && unit::after(c, at + 1, &Number::whole(Decimal::ONE, at + 1)).is_some();
    let fits = c.is_number(at) && !plain.number.value.is_sign_negative() && plain.number.value <= Decimal::from(out_of);
    (fits && !more && !measured).then_some((out_of, at + 1))
}

/// "55 ou 58 dB", "30/60 ml", "30 x 20 x 10 cm": the unit stands behind a later number. "2 x 30 ml" stays two values,
/// how many and how much each, since a reply may name either.
fn borrowed(c: &Cursor, plain: &Atom) -> Option<Unit> {
    if plain.number.form != Form::Cardinal {
        return None;
    }
    let times = c.any(plain.end, &["x", "×", "*"]);
    let mut end = plain.end;
    for _ in 0..if times { 3 } else { 1 } {
        if !(times && c.any(end, &["x", "×", "*"]) || !times && c.any(end, &["or", "ou", "/"])) {
            return None;
        }
        let next = number::at(c, end + 1).filter(|n| n.form == Form::Cardinal)?;
        if let Some(found) = unit::after(c, next.end, &next) {
            return Some(found.unit).filter(|u| !times || matches!(u.dimension(), Dimension::Length | Dimension::Resolution));
        }
        end = next.end;
    }
    None
}

/// The unit, past "M" for millions of money ("2 M€").
fn unit_after(c: &Cursor, number: &mut Number) -> Option<Found> {
    if matches!(c.raw(number.end), "M" | "Md" | "Mds") && !c.glued(number.end + 1) == c.gap(number.end + 1).is_empty() {
        return unit::after(c, number.end, number);
    }
    if matches!(c.raw(number.end), "M" | "Md" | "Mds") {
        let scale = if c.raw(number.end) == "M" { 1_000_000 } else { 1_000_000_000 };
        if let Some(found) = unit::after(c, number.end + 1, number).filter(|f| f.unit.dimension() == Dimension::Money) {
            number.value = number.value.saturating_mul(Decimal::from(scale));
            return Some(found);
        }
    }
    unit::after(c, number.end, number)
}

/// Digits right behind which letters stand that are no unit: an ordinal ("21st", "22e") or a name ("4K", "5G").
fn suffixed(c: &Cursor, mut plain: Atom) -> Option<Atom> {
    let end = plain.end;
    let letters = c.glued(end) && c.is_word(end) && c.is_number(end - 1);
    if !letters {
        return Some(plain);
    }
    let ordinal = is_ordinal(c, end);
    let times = c.any(end, &["x"]) && plain.number.value.is_integer();
    if ordinal {
        plain.number.form = Form::Ordinal;
        plain.end = end + 1;
        return Some(plain);
    }
    times.then_some(plain)
}

/// "21st", "22e": an ending that orders, right behind digits.
fn is_ordinal(c: &Cursor, end: usize) -> bool {
    let digits = c.glued(end) && c.is_number(end - 1) && !c.word(end - 1).contains([',', '.']);
    digits && matches!(c.word(end), "st" | "nd" | "rd" | "th" | "e" | "er" | "ere" | "eme" | "nde" | "ieme" | "re")
}

/// The unit that stands for percent; the table has none.
pub(super) const PERCENT: Unit = Unit(u16::MAX);

fn percent() -> Unit {
    PERCENT
}

fn percent_after(c: &Cursor, i: usize) -> Option<usize> {
    let at = if c.word(i) == "-" && c.glued(i) { i + 1 } else { i };
    match c.word(at) {
        "%" | "percent" | "percents" | "percentage" | "pourcent" | "pourcents" | "pourcentage" | "pourcentages" => Some(at + 1),
        "per" | "pour" if c.any(at + 1, &["cent", "cents"]) => Some(at + 2),
        _ => None,
    }
}

/// "deux heures et demie", "an hour and a half", "3 kg et demi".
fn half_more(c: &Cursor, atom: &mut Atom) {
    if !atom.number.value.is_integer() {
        return;
    }
    if let Some((part, end)) = words::half_after(c, atom.end) {
        atom.number.value = atom.number.value.saturating_add(part);
        atom.number.form = Form::Cardinal;
        atom.end = end;
    }
}

/// Adds smaller parts: "3 h 30 min", "1h30", "5 feet and 2 inches", "12 € 50", "15 dollars 50".
fn compound(c: &Cursor, mut first: Atom) -> Atom {
    let Some(unit) = first.unit.filter(|u| *u != PERCENT) else { return first };
    for _ in 0..3 {
        let Some((part, end)) = smaller_part(c, &first, unit) else { break };
        first.number.value = first.number.value.saturating_add(part);
        first.number.form = Form::Cardinal;
        first.end = end;
    }
    first
}

fn smaller_part(c: &Cursor, first: &Atom, unit: Unit) -> Option<(Decimal, usize)> {
    if !first.number.value.is_integer() || first.style.unit_first {
        return None;
    }
    let next = if c.any(first.end, &["and", "et"]) || c.word(first.end) == "," && unit.dimension() == Dimension::Duration { first.end + 1 } else { first.end };
    let number = number::at(c, next).filter(|n| !n.value.is_sign_negative() && n.form == Form::Cardinal && n.value < Decimal::from(1000))?;
    if let Some(found) = unit::after(c, number.end, &number) {
        let finer = found.unit.group() == unit.group() && found.unit != unit && found.unit.to_base(Decimal::ONE) < unit.to_base(Decimal::ONE);
        let parted = finer && (steps(unit, found.unit) || unit.dimension() == Dimension::Money && found.unit.to_base(Decimal::ONE) < Decimal::ONE);
        let cents = unit.dimension() == Dimension::Money && found.unit.group() == "cent";
        let value = if cents { number.value.checked_div(Decimal::from(100))? } else { unit.from_base(found.unit.to_base(number.value)) };
        return (parted || cents).then_some((value, found.end));
    }
    if next != first.end {
        return None;
    }
    let value = bare_part(c, first, unit, &number)?;
    Some((value, number.end))
}

/// Whether the units are ones people write one after the other.
fn steps(large: Unit, small: Unit) -> bool {
    matches!(large.dimension(), Dimension::Duration)
        || matches!(
            (large.id(), small.id()),
            ("foot", "inch") | ("yard", "foot" | "inch") | ("metre", "centimetre") | ("kilometre", "metre") | ("kilogram", "gram") | ("pound", "ounce") | ("stone", "pound") | ("litre", "centilitre" | "millilitre")
        )
}

/// A bare number right behind a unit: minutes after hours, hundredths of money and metres, inches, grams.
fn bare_part(c: &Cursor, first: &Atom, unit: Unit, number: &Number) -> Option<Decimal> {
    let digits = c.is_number(number.end - 1) && c.word(number.end - 1).len() >= 2 || number.words;
    let ends = unit::after(c, number.end, number).is_none() && percent_after(c, number.end).is_none();
    let followed = c.is_word(number.end) && !c.any(number.end, &["de", "d'", "of", "in", "on", "for", "sur", "en", "pour", "per", "par", "and", "et", "more", "ttc", "ht", "with", "avec", "to", "a"]);
    if !number.value.is_integer() || !ends || !digits && unit.id() != "foot" {
        return None;
    }
    let (limit, divisor) = match unit.id() {
        "hour" => (60, 60),
        "minute" => (60, 60),
        "metre" if first.style.gap.is_none() || !followed => (100, 100),
        "foot" => (12, 12),
        "kilogram" if number.value >= Decimal::from(100) => (1000, 1000),
        _ if unit.dimension() == Dimension::Money && !first.style.unit_first && !followed => (100, 100),
        _ => return None,
    };
    let glued = c.glued(first.end);
    if followed && !glued && unit.id() != "hour" || number.value >= Decimal::from(limit) {
        return None;
    }
    number.value.checked_div(Decimal::from(divisor))
}

/// "between 55 and 65 °C", "de 5 à 40 °C", "from 5 to 25 °C", "entre 3 et 5 ans".
fn opened_range(c: &Cursor, i: usize) -> Option<Read> {
    let joints: &[&str] = match c.word(i) {
        "between" | "entre" => &["and", "et"],
        "from" => &["to", "up", "until", "till", "through"],
        "de" | "d'" | "du" | "des" => &["a", "jusqu'a", "jusqu'"],
        _ => return None,
    };
    let first = compound(c, atom(c, i + 1).filter(|a| a.number.form != Form::Article || a.unit.is_some())?);
    let mut at = first.end;
    if !c.any(at, joints) {
        return None;
    }
    while c.any(at, joints) || c.any(at, &["to", "a"]) {
        at += 1;
    }
    let second = compound(c, atom(c, at)?);
    if !compatible(&first, &second) || comes_before(&second, &first) {
        return None;
    }
    let (first, second) = share_unit(first, second);
    Some((first, Some(second), (i, second.end)))
}

/// The upper end of "2-4 days", "2 à 4 jours", "5 to 25 °C", "3 or 4", "20~100".
fn range_end(c: &Cursor, first: &Atom) -> Option<Atom> {
    let hours = c.word(first.end) == "/" && c.glued(first.end) && c.is_number(first.end + 1) && c.any(first.end + 2, &["h", "heures"]);
    let sign = hours || c.any(first.end, &["-", "~", "a", "to", "ou", "or", "\u{2192}"]);
    if !sign || first.number.form == Form::Ordinal || first.number.form == Form::Article {
        return None;
    }
    let word = c.is_word(first.end);
    if !word && c.glued(first.end) != c.glued(first.end + 1) && first.unit.is_none() {
        return None;
    }
    let second = compound(c, atom(c, first.end + 1).filter(|a| a.number.form == Form::Cardinal)?);
    let chain = c.any(second.end, &["-", "/"]) && c.glued(second.end) && c.glued(second.end + 1);
    let chain = chain || c.before(first.start, &["-", "/", "+"]) && c.glued(first.start);
    if chain || !compatible(first, &second) || !comes_before(first, &second) {
        return None;
    }
    // "A 2 or 3 pack", "50 ou 100": only neighbours form a range with "or".
    let apart = second.number.value.saturating_sub(first.number.value);
    let or = c.any(first.end, &["or", "ou"]) && (apart > Decimal::ONE || first.unit.is_some());
    let bare_to = word && first.unit.is_none() && second.unit.is_none() && c.any(first.end, &["a"]) && !c.is_word(second.end);
    (!or && !bare_to).then_some(second)
}

fn compatible(first: &Atom, second: &Atom) -> bool {
    match (first.unit, second.unit) {
        (Some(a), Some(b)) => a == b || a != PERCENT && b != PERCENT && a.group() == b.group(),
        (Some(a), None) => first.style.unit_first || a == PERCENT,
        (None, _) => second.unit.is_none_or(|_| !second.style.unit_first),
    }
}

fn comes_before(first: &Atom, second: &Atom) -> bool {
    match (first.unit, second.unit) {
        (Some(a), Some(b)) if a != PERCENT && b != PERCENT => a.to_base(first.number.value) < b.to_base(second.number.value),
        _ => first.number.value < second.number.value,
    }
}

/// Gives both ends of a range the same unit.
fn share_unit(mut first: Atom, mut second: Atom) -> (Atom, Atom) {
    match (first.unit, second.unit) {
        (None, unit) => first.unit = unit,
        (unit, None) => {
            second.unit = unit;
            second.style = Style { unit_first: first.style.unit_first, ..second.style };
        }
        (Some(a), Some(b)) if a != b && a != PERCENT && b != PERCENT => first.number.value = b.from_base(a.to_base(first.number.value)),
        _ => {}
    }
    (first, second)
}

fn finish(c: &Cursor, i: usize, relation: Relation, first: Atom, second: Option<Atom>, core: (usize, usize)) -> (Value, usize) {
    let last = second.unwrap_or(first);
    let unit = last.unit.or(first.unit);
    let mut dimension = dimension(&first, unit);
    let mut low = first.number.value;
    if unit.is_none() && first.number.form == Form::Fraction && first.number.words && (reduces(c, core.1) || shares(c, &first)) {
        dimension = Dimension::Percent;
        low = low.saturating_mul(Decimal::from(100)).round_dp(2);
    }
    let tail = tail::read(c, core.1, dimension);
    let (relation, end) = bounded(c, i, relation, dimension, tail.end);
    let amount = match second {
        Some(high) => Amount::Between(Some(low), Some(high.number.value)),
        None => Amount::One(low),
    };
    let style = Style { gap: last.style.gap, unit_word: last.style.unit_word, ..first.style };
    let value = Value {
        span: c.span(core.0, core.1),
        full: c.span(i, end),
        dimension,
        amount,
        unit: unit.filter(|u| *u != PERCENT),
        per: first.out_of.map(|n| n.to_string()).or(tail.per),
        relation,
        tax: tail.tax,
        age: tail.age && dimension == Dimension::Duration,
        style,
    };
    (value, end)
}

fn dimension(first: &Atom, unit: Option<Unit>) -> Dimension {
    match unit {
        Some(PERCENT) => Dimension::Percent,
        Some(u) => u.dimension(),
        None if first.out_of.is_some() => Dimension::Score,
        None if first.number.form == Form::Ordinal => Dimension::Ordinal,
        None => Dimension::Count,
    }
}

/// The comparator in front, else the one behind, else "from" before a price or with "upwards" after it.
fn bounded(c: &Cursor, i: usize, relation: Relation, dimension: Dimension, end: usize) -> (Relation, usize) {
    if relation != Relation::Exactly {
        return (relation, end);
    }
    if let Some(found) = relation::after(c, end) {
        return found;
    }
    // "50+ hours": the sign stands before the unit.
    if (i..end).any(|k| c.word(k) == "+" && c.glued(k) && k > 0 && c.is_number(k - 1)) {
        return (Relation::AtLeast, end);
    }
    if relation::from(c, i, dimension, end) {
        return (Relation::AtLeast, end);
    }
    (relation, end)
}
