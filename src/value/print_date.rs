//! Dates and times of day as people write them in a draft.
//! Not here: numbers and units (`print`).

use super::{Part, PartialDate, Period, Season, Style};
use crate::text::Lang;
use jiff::civil::Date;

const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const MONTHS_FR: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// "Sunday 30 November 2025", "1er avril", "novembre 2027", "30/11/2025": with what the draft's own date had.
pub(super) fn date(date: &PartialDate, like: &Style, with_year: bool, lang: Lang) -> String {
    if like.numeric && let (Some(year), Some(month), Some(day)) = (date.year, date.month, date.day) {
        return format!("{day:02}/{month:02}/{year:04}");
    }
    let mut parts: Vec<String> = Vec::new();
    if like.weekday {
        parts.extend(weekday(date, lang).map(str::to_owned));
    }
    parts.extend(date.day.map(|d| if d == 1 && lang == Lang::Fr { "1er".to_owned() } else { d.to_string() }));
    parts.extend(date.month.and_then(|m| month(m, lang)).map(str::to_owned));
    parts.extend(date.year.filter(|_| with_year || date.month.is_none()).map(|y| y.to_string()));
    parts.join(" ")
}

fn month(n: u8, lang: Lang) -> Option<&'static str> {
    let index = usize::from(n).checked_sub(1)?;
    match lang {
        Lang::En => MONTHS_EN.get(index).copied(),
        Lang::Fr => MONTHS_FR.get(index).copied(),
    }
}

fn weekday(date: &PartialDate, lang: Lang) -> Option<&'static str> {
    let day = Date::new(date.year?, i8::try_from(date.month?).ok()?, i8::try_from(date.day?).ok()?).ok()?;
    let index = usize::try_from(day.weekday().to_monday_zero_offset()).ok()?;
    match lang {
        Lang::En => DAYS_EN.get(index).copied(),
        Lang::Fr => DAYS_FR.get(index).copied(),
    }
}

/// "8:30 am", "18 h 30".
pub(super) fn time(minutes: u16, lang: Lang) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60);
    match lang {
        Lang::Fr if minute == 0 => format!("{hour} h"),
        Lang::Fr => format!("{hour} h {minute:02}"),
        Lang::En => {
            let half = if hour % 24 < 12 { "am" } else { "pm" };
            let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
            if minute == 0 { format!("{twelve} {half}") } else { format!("{twelve}:{minute:02} {half}") }
        }
    }
}

pub(super) fn part(part: Part, lang: Lang) -> &'static str {
    match (part, lang) {
        (Part::Start, Lang::En) => "early",
        (Part::Middle, Lang::En) => "mid",
        (Part::End, Lang::En) => "the end of",
        (Part::Start, Lang::Fr) => "début",
        (Part::Middle, Lang::Fr) => "mi",
        (Part::End, Lang::Fr) => "fin",
    }
}

pub(super) fn season(season: Season, lang: Lang) -> &'static str {
    match (season, lang) {
        (Season::Spring, Lang::En) => "spring",
        (Season::Summer, Lang::En) => "summer",
        (Season::Autumn, Lang::En) => "autumn",
        (Season::Winter, Lang::En) => "winter",
        (Season::Spring, Lang::Fr) => "printemps",
        (Season::Summer, Lang::Fr) => "été",
        (Season::Autumn, Lang::Fr) => "automne",
        (Season::Winter, Lang::Fr) => "hiver",
    }
}

pub(super) fn period(period: Period, lang: Lang) -> &'static str {
    match (period, lang) {
        (Period::Day, Lang::En) => "day",
        (Period::Week, Lang::En) => "week",
        (Period::Weekend, Lang::En) => "weekend",
        (Period::Month, Lang::En) => "month",
        (Period::Quarter, Lang::En) => "quarter",
        (Period::Year, Lang::En) => "year",
        (Period::Day, Lang::Fr) => "jour",
        (Period::Week, Lang::Fr) => "semaine",
        (Period::Weekend, Lang::Fr) => "week-end",
        (Period::Month, Lang::Fr) => "mois",
        (Period::Quarter, Lang::Fr) => "trimestre",
        (Period::Year, Lang::Fr) => "année",
    }
}
