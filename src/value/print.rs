//! A fact's value in a draft's style: its unit where that stays readable, its marks, its words for numbers and units.
//! Not here: the comparator's own words in a message (`finding`).

use super::base::{convert, kin};
use super::print_date;
use super::print_number::{Decimals, digits, words};
use super::{Amount, Dimension, Moment, Relation, Style, Unit, Value};
use super::table::STANDARD_NAMES;
use crate::text::Lang;
use rust_decimal::Decimal;

/// The fact's value, without its comparator, written as the draft writes `like`.
pub fn print(fact: &Value, like: &Value, lang: Lang) -> String {
    let joint = |a: String, b: String| format!("{a} {} {b}", if lang == Lang::Fr { "à" } else { "to" });
    match &fact.amount {
        Amount::Day(d) => print_date::date(d, &like.style, shows_year(like), lang),
        Amount::Days(from, to) => {
            let year = shows_year(like);
            let day = |d: &super::PartialDate, year: bool| print_date::date(d, &like.style, year, lang);
            match (from, to) {
                (Some(a), Some(b)) => joint(day(a, year && a.year != b.year), day(b, year)),
                (Some(one), None) | (None, Some(one)) => day(one, year),
                (None, None) => String::new(),
            }
        }
        Amount::Clock(from, None) => print_date::time(*from, lang),
        Amount::Clock(from, Some(to)) => joint(print_date::time(*from, lang), print_date::time(*to, lang)),
        Amount::Standard(family, grade) => standard(family, grade),
        Amount::Moment(moment) => self::moment(*moment, lang),
        Amount::One(_) | Amount::Between(..) => quantity(fact, like, lang),
    }
}

/// The same with the fact's comparator in front: "up to 8 h", "à partir de 60 €". For a fix of [`Value::full`].
pub fn print_with_relation(fact: &Value, like: &Value, lang: Lang) -> String {
    let value = print(fact, like, lang);
    let lead = match (fact.relation, lang) {
        (Relation::Exactly, _) => return value,
        (Relation::About, Lang::En) => "about",
        (Relation::AtLeast, Lang::En) => "at least",
        (Relation::AtMost, Lang::En) => "at most",
        (Relation::UpTo, Lang::En) => "up to",
        (Relation::MoreThan, Lang::En) => "more than",
        (Relation::LessThan, Lang::En) => "less than",
        (Relation::Almost, Lang::En) => "almost",
        (Relation::JustOver, Lang::En) => "just over",
        (Relation::About, Lang::Fr) => "environ",
        (Relation::AtLeast, Lang::Fr) => "au moins",
        (Relation::AtMost, Lang::Fr) => "au plus",
        (Relation::UpTo, Lang::Fr) => "jusqu'à",
        (Relation::MoreThan, Lang::Fr) => "plus de",
        (Relation::LessThan, Lang::Fr) => "moins de",
        (Relation::Almost, Lang::Fr) => "presque",
        (Relation::JustOver, Lang::Fr) => "un peu plus de",
    };
    format!("{lead} {value}")
}

fn shows_year(like: &Value) -> bool {
    match &like.amount {
        Amount::Day(d) => d.year.is_some(),
        Amount::Days(a, b) => a.or(*b).is_some_and(|d| d.year.is_some()) || b.is_some_and(|d| d.year.is_some()),
        _ => true,
    }
}

fn standard(family: &str, grade: &str) -> String {
    let name = STANDARD_NAMES.iter().find(|(id, _)| *id == family).map_or(family, |(_, name)| name);
    let grade = grade.to_uppercase();
    if matches!(name, "IP") { format!("{name}{grade}") } else { format!("{name} {grade}") }
}

fn moment(moment: Moment, lang: Lang) -> String {
    let english = lang == Lang::En;
    match moment {
        Moment::Part(part, date) => {
            let rest = print_date::date(&date, &Style::default(), true, lang);
            let dash = if part == super::Part::Middle { "-" } else { " " };
            format!("{}{dash}{rest}", print_date::part(part, lang))
        }
        Moment::Season(season, Some(year)) => format!("{} {year}", print_date::season(season, lang)),
        Moment::Season(season, None) => print_date::season(season, lang).to_owned(),
        Moment::Whole(period, _) | Moment::PartOf(_, period, _) => print_date::period(period, lang).to_owned(),
        Moment::Day(0) => if english { "today" } else { "aujourd'hui" }.to_owned(),
        Moment::Day(1) => if english { "tomorrow" } else { "demain" }.to_owned(),
        Moment::Day(n) | Moment::After(_, n) => n.to_string(),
        Moment::Weekday(day, _) => day.to_string(),
    }
}

/// The unit to print in and the ends in it.
fn chosen(fact: &Value, like: &Value) -> (Option<Unit>, Vec<Decimal>) {
    let own = ends(&fact.amount);
    let (Some(from), Some(to)) = (fact.unit, like.unit) else { return (fact.unit, own) };
    if from == to || !kin(from, to) {
        return (Some(from), own);
    }
    let turned: Option<Vec<Decimal>> = convert(fact, to).map(|a| ends(&a)).map(|list| list.into_iter().map(|n| rounded(n, from, to)).collect());
    match turned {
        Some(list) if readable(&list, &own, to) => (Some(to), list),
        _ => (Some(from), own),
    }
}

fn ends(amount: &Amount) -> Vec<Decimal> {
    match amount {
        Amount::One(n) => vec![*n],
        Amount::Between(low, high) => low.iter().chain(high).copied().collect(),
        _ => Vec::new(),
    }
}

/// Within a decimal system nothing is rounded; across systems one decimal is kept below a hundred, none above.
fn rounded(n: Decimal, from: Unit, to: Unit) -> Decimal {
    let ratio = from.to_base(Decimal::ONE).checked_div(to.to_base(Decimal::ONE)).unwrap_or(Decimal::ONE).normalize();
    let metric = ratio.mantissa() == 1 || ratio.scale() == 0;
    let exact = metric || n.normalize().scale() <= 2;
    match (exact, n.abs() < Decimal::from(100)) {
        (true, _) => n.normalize(),
        (false, true) => n.round_dp(1).normalize(),
        (false, false) => n.round_dp(0).normalize(),
    }
}

/// Whether a reader would write the numbers so: few decimals, not far below one, and a time in whole or half units.
fn readable(list: &[Decimal], own: &[Decimal], to: Unit) -> bool {
    let shrunk = |n: &Decimal| n.abs() < Decimal::ONE && own.iter().all(|o| o.abs() >= Decimal::ONE);
    let halves = |n: &Decimal| (*n * Decimal::TWO).is_integer();
    let time = to.dimension() == Dimension::Duration;
    let coins = to.dimension() == Dimension::Money && to.to_base(Decimal::ONE) < Decimal::ONE;
    list.iter().all(|n| {
        let short = n.scale() <= 2 && n.abs() < Decimal::from(100_000);
        short && !shrunk(n) && (!time || n.is_integer() || halves(n) && n.abs() < Decimal::TEN) && (!coins || n.abs() < Decimal::from(100))
    })
}

fn quantity(fact: &Value, like: &Value, lang: Lang) -> String {
    let (unit, list) = chosen(fact, like);
    let bare = like.unit.is_none() && like.dimension == Dimension::Count && unit.is_some();
    let unit = if bare { None } else { unit };
    let money = fact.dimension == Dimension::Money;
    let decimals = if money && (like.style.decimals == 2 || list.iter().any(|n| !n.is_integer())) { Decimals::Fixed(2) } else { Decimals::Own };
    let mut written: Vec<String> = list.iter().map(|n| number(*n, unit, like, lang, decimals)).collect();
    let plural = list.last().copied().unwrap_or_default();
    if money && like.style.unit_first && let Some(unit) = unit {
        let gap = like.style.gap.map_or(String::new(), String::from);
        written = written.iter().map(|n| format!("{}{gap}{n}", unit.symbol())).collect();
        return written.join(if lang == Lang::Fr { " à " } else { " to " });
    }
    let number = written.join(if lang == Lang::Fr { " à " } else { " to " });
    if fact.dimension == Dimension::Percent {
        return percent(&number, like, lang);
    }
    if fact.dimension == Dimension::Score {
        return format!("{number}/{}", fact.per.as_deref().unwrap_or("10"));
    }
    let Some(unit) = unit else { return number };
    with_unit(&number, plural, unit, like, lang)
}

fn number(n: Decimal, unit: Option<Unit>, like: &Value, lang: Lang, decimals: Decimals) -> String {
    if like.style.words && let Some(word) = words(n, lang) {
        let feminine = n == Decimal::ONE && lang == Lang::Fr && unit.is_some_and(is_feminine);
        return if feminine { "une".to_owned() } else { word.to_owned() };
    }
    digits(n, &like.style, lang, decimals)
}

fn is_feminine(unit: Unit) -> bool {
    matches!(unit.id(), "hour" | "minute" | "second" | "week" | "night" | "ton" | "pound" | "ounce" | "half day")
}

fn percent(number: &str, like: &Value, lang: Lang) -> String {
    if like.style.words || like.style.unit_word && like.dimension == Dimension::Percent {
        return format!("{number} {}", if lang == Lang::Fr { "pour cent" } else { "per cent" });
    }
    let gap = match (like.dimension == Dimension::Percent, lang) {
        (true, _) => like.style.gap.map_or(String::new(), String::from),
        (false, Lang::Fr) => "\u{a0}".to_owned(),
        (false, Lang::En) => String::new(),
    };
    format!("{number}{gap}%")
}

/// Number and unit, spelt out or as a symbol like the draft's.
fn with_unit(number: &str, n: Decimal, unit: Unit, like: &Value, lang: Lang) -> String {
    let (one, many) = unit.words(lang);
    // French counts one and a half as one.
    let single = match lang {
        Lang::En => n == Decimal::ONE,
        Lang::Fr => n.abs() < Decimal::TWO,
    };
    let word = if single { one } else { many };
    let spelt = like.style.unit_word || like.style.words || unit.symbol().is_empty();
    if spelt && !word.is_empty() {
        let gap = like.style.gap.filter(|g| g.is_whitespace()).unwrap_or(' ');
        return format!("{number}{gap}{word}");
    }
    let tight = matches!(unit.symbol(), "°" | "″" | "′" | "x");
    let gap = match like.style.gap {
        Some(gap) if gap.is_whitespace() && !tight => gap.to_string(),
        None if like.unit.is_some() => String::new(),
        _ if tight => String::new(),
        _ if lang == Lang::Fr => "\u{a0}".to_owned(),
        _ => " ".to_owned(),
    };
    format!("{number}{gap}{}", unit.symbol())
}
