//! Dates and moments as spans of days of the calendar, given the day they are read on.
//! Not here: reading them (`date`, `moment`).

use super::{Amount, Moment, Part, PartialDate, Period, Season};
use jiff::ToSpan;
use jiff::civil::Date;

/// The first and the last day meant; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub first: Option<Date>,
    /// Last day.
    pub last: Option<Date>,
}

impl Days {
    fn new(first: Date, last: Date) -> Self {
        Days { first: Some(first), last: Some(last) }
    }
}

/// The days an amount of dimension `Date` means when read on `today`. A date without a year is the nearest such date.
/// `None` for other amounts, for days that do not exist, and beyond the calendar.
pub fn resolve(amount: &Amount, today: Date) -> Option<Days> {
    match amount {
        Amount::Day(partial) => dated(partial, today),
        Amount::Days(from, to) => {
            let first = from.map(|p| dated(&p, today)).map_or(Some(None), |d| d.map(|d| d.first))?;
            let last = to.map(|p| dated(&p, first.unwrap_or(today))).map_or(Some(None), |d| d.map(|d| d.last))?;
            Some(Days { first, last })
        }
        Amount::Moment(moment) => meant(*moment, today),
        _ => None,
    }
}

fn dated(partial: &PartialDate, today: Date) -> Option<Days> {
    match (partial.year, partial.month, partial.day) {
        (Some(year), Some(month), Some(day)) => day_of(year, month, day).map(|d| Days::new(d, d)),
        (Some(year), Some(month), None) => month_of(year, month),
        (Some(year), None, _) => Some(Days::new(day_of(year, 1, 1)?, day_of(year, 12, 31)?)),
        (None, Some(month), day) => {
            let candidates = (-1..=1).filter_map(|shift| {
                let year = today.year().checked_add(shift)?;
                match day {
                    Some(day) => day_of(year, month, day).map(|d| Days::new(d, d)),
                    None => month_of(year, month),
                }
            });
            candidates.min_by_key(|days| days.first.map_or(i32::MAX, |first| distance(first, today)))
        }
        (None, None, Some(day)) => day_of(today.year(), u8::try_from(today.month()).ok()?, day).map(|d| Days::new(d, d)),
        (None, None, None) => None,
    }
}

fn distance(a: Date, b: Date) -> i32 {
    b.until(a).map_or(i32::MAX, |span| span.get_days().abs())
}

fn day_of(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn month_of(year: i16, month: u8) -> Option<Days> {
    let first = day_of(year, month, 1)?;
    Some(Days::new(first, first.last_of_month()))
}

fn meant(moment: Moment, today: Date) -> Option<Days> {
    match moment {
        Moment::Day(n) => shifted(today, Period::Day, n).map(|d| Days::new(d, d)),
        Moment::Weekday(day, week) => weekday(today, day, week).map(|d| Days::new(d, d)),
        Moment::Whole(period, n) => whole(period, shifted(start_of(period, today)?, period, n)?),
        Moment::PartOf(part, period, n) => cut(part, whole(period, shifted(start_of(period, today)?, period, n)?)?),
        Moment::Part(part, partial) => cut(part, dated(&partial, today)?),
        Moment::Season(season, year) => season_of(season, year, today),
        Moment::After(period, n) => {
            let day = shifted(today, period, n)?;
            Some(Days::new(day, day))
        }
    }
}

fn shifted(from: Date, period: Period, n: i16) -> Option<Date> {
    let span = match period {
        Period::Day => n.days(),
        Period::Week | Period::Weekend => n.weeks(),
        Period::Month => n.months(),
        Period::Quarter => n.checked_mul(3)?.months(),
        Period::Year => n.years(),
    };
    from.checked_add(span).ok()
}

/// The first day of the period a day lies in.
fn start_of(period: Period, day: Date) -> Option<Date> {
    let weekday = i64::from(day.weekday().to_monday_zero_offset());
    match period {
        Period::Day => Some(day),
        Period::Week => day.checked_sub(weekday.days()).ok(),
        Period::Weekend => day.checked_add((5 - weekday).days()).ok(),
        Period::Month => Some(day.first_of_month()),
        Period::Quarter => day_of(day.year(), u8::try_from((day.month() - 1) / 3 * 3 + 1).ok()?, 1),
        Period::Year => Some(day.first_of_year()),
    }
}

fn whole(period: Period, first: Date) -> Option<Days> {
    let next = match period {
        Period::Weekend => return Some(Days::new(first, first.tomorrow().ok()?)),
        other => shifted(first, other, 1)?,
    };
    Some(Days::new(first, next.yesterday().ok()?))
}

/// The first, middle or last part of a stretch; loosely, as people use the words.
fn cut(part: Part, days: Days) -> Option<Days> {
    let (first, last) = (days.first?, days.last?);
    let length = i64::from(first.until(last).ok()?.get_days());
    let third = length / 3;
    let at = |n: i64| first.checked_add(n.days()).ok();
    Some(match part {
        Part::Start => Days::new(first, at(third)?),
        Part::Middle => Days::new(at(third)?, at(length - third)?),
        Part::End => Days::new(at(length - third)?, last),
    })
}

fn weekday(today: Date, day: u8, week: Option<i8>) -> Option<Date> {
    let target = i64::from(day.clamp(1, 7)) - 1;
    let now = i64::from(today.weekday().to_monday_zero_offset());
    let ahead = match week {
        None => (target - now).rem_euclid(7),
        Some(n) => target - now + 7 * i64::from(n),
    };
    today.checked_add(ahead.days()).ok()
}

/// The season of a year, or the one under way or next to come.
fn season_of(season: Season, year: Option<i16>, today: Date) -> Option<Days> {
    let of = |year: i16| {
        let (from, to) = match season {
            Season::Spring => (date_of(year, 3)?, month_of(year, 5)?),
            Season::Summer => (date_of(year, 6)?, month_of(year, 8)?),
            Season::Autumn => (date_of(year, 9)?, month_of(year, 11)?),
            Season::Winter => (date_of(year, 12)?, month_of(year.checked_add(1)?, 2)?),
        };
        Some(Days { first: Some(from), last: to.last })
    };
    if let Some(year) = year {
        return of(year);
    }
    let previous = of(today.year().checked_sub(1)?)?;
    let current = of(today.year())?;
    if previous.last.is_some_and(|last| last >= today) {
        return Some(previous);
    }
    if current.last.is_some_and(|last| last >= today) { Some(current) } else { of(today.year().checked_add(1)?) }
}

fn date_of(year: i16, month: u8) -> Option<Date> {
    day_of(year, month, 1)
}

/// A day that every calendar has, for tests.
#[cfg(test)]
pub(super) fn some_day() -> Date {
    jiff::civil::date(2025, 11, 15)
}
