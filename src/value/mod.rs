//! Numbers, units, money, durations and dates as values: read from tokens, compared, converted, printed in a style.
//! Not here: which attribute a value belongs to (`claim`), what a sheet says (`sheet`).

mod base;
mod clock;
mod compare;
mod compare_date;
mod cursor;
mod date;
mod passed;
mod print;
mod print_date;
mod print_number;
mod moment;
mod notation;
mod number;
mod quantity;
mod read;
mod relation;
mod resolve;
mod standard;
mod table;
mod tail;
#[cfg(test)]
mod tests;
mod unit;
mod words;

pub use base::{base, convert};
pub use compare::{Comparison, compare};
pub use notation::{is_bound, notation};
pub use print::{print, print_with_relation};
pub use read::{ignored, read};
pub use resolve::{Days, resolve};

use crate::span::Span;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What kind of thing is measured; two values compare only within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// A bare number: a count, or a value whose unit is a word of the sheet ("60 washes").
    Count,
    /// `1st`, `deuxième`.
    Ordinal,
    /// Hundredths.
    Percent,
    /// Any currency; amounts compare within one currency.
    Money,
    /// Time spans, ages included.
    Duration,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Cubic metres; litres.
    Volume,
    /// Kilograms.
    Mass,
    /// Kelvins, with an offset.
    Temperature,
    /// Metres a second.
    Speed,
    /// Watts (air watts and horsepower are their own).
    Power,
    /// Joules; watt hours, calories.
    Energy,
    /// Bytes.
    Data,
    /// Bits a second.
    DataRate,
    /// Pascals.
    Pressure,
    /// Hertz; revolutions a minute.
    Frequency,
    /// Decibels.
    Sound,
    /// Lumens, lux, candelas.
    Light,
    /// Degrees of arc.
    Angle,
    /// Volts.
    Voltage,
    /// Amperes.
    Current,
    /// Ampere hours.
    Charge,
    /// Pixels, dots an inch.
    Resolution,
    /// A calendar day, month, year, or a span of them.
    Date,
    /// A time of day or opening hours.
    TimeOfDay,
    /// A ratio or a mark out of something ("7.8/10").
    Score,
    /// A named standard or grade ("IP67", "Wi-Fi 6", "EN 71", "A+++").
    Standard,
    /// A unit Aval keeps apart because nothing converts to it (air watts, thread count, SPF…).
    Other,
}

/// A unit: an index into the table of `value/data/units.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Unit(pub u16);

/// A day, month or year as far as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// Absent in "on 4 March".
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// A calendar year.
    Year,
}

/// Which part of a period is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// "early 2026", "début mars".
    Start,
    /// "mi-janvier", "mid-2026".
    Middle,
    /// "end of December", "fin décembre".
    End,
}

/// A season of the northern hemisphere, by whole months: spring is March to May.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// A time that leans on the day it is read on, or is looser than a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Days from today: "tomorrow" is 1.
    Day(i16),
    /// A weekday (Monday is 1) of the week so many from this one; without a week the next to come, today included.
    Weekday(u8, Option<i8>),
    /// A whole period counted from the present one: "this week" is 0, "next month" 1.
    Whole(Period, i16),
    /// A part of a period counted from the present one: "the end of the year".
    PartOf(Part, Period, i16),
    /// A part of a month or year: "fin décembre", "mi-janvier 2027".
    Part(Part, PartialDate),
    /// A season, of a year or the nearest to come or under way.
    Season(Season, Option<i16>),
    /// So many periods from today: "in 3 weeks", "il y a deux ans" (negative).
    After(Period, i16),
}

/// What is written, as a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// One number.
    One(Decimal),
    /// Between two numbers; an end that is open is `None` ("from £30" is a relation, not an open range).
    Between(Option<Decimal>, Option<Decimal>),
    /// A day, month or year.
    Day(PartialDate),
    /// From one date to another; an end may be open.
    Days(Option<PartialDate>, Option<PartialDate>),
    /// Minutes since midnight, from and to when it is a span.
    Clock(u16, Option<u16>),
    /// A time that leans on the day it is read on, or is looser than a date.
    Moment(Moment),
    /// A standard's family and its grade, folded and without spaces: ("ip", "67"), ("wi-fi", "6"), ("en", "71").
    Standard(String, String),
}

/// What a comparator before or after a value says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// As it stands.
    Exactly,
    /// "about", "environ", "≈".
    About,
    /// "at least", "from", "dès", "≥", "minimum", "et plus".
    AtLeast,
    /// A bound that is not passed: "at most", "no more than", "au plus", "maximum", "≤".
    AtMost,
    /// A reach or a promise that is kept: "up to", "within", "jusqu'à", "sous 48 h". Unlike [`Relation::AtMost`] it says that
    /// the value itself is reached, so that "up to 10 users" is wrong of "up to 5 users".
    UpTo,
    /// "more than", "over", "plus de", ">".
    MoreThan,
    /// "less than", "under", "moins de", "<".
    LessThan,
    /// "almost", "nearly", "just under", "presque", "près de".
    Almost,
    /// "just over", "a little more than", "un peu plus de".
    JustOver,
}

/// Whether tax is said to be in a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tax {
    /// TTC, "VAT included".
    Included,
    /// HT, "plus VAT", "ex. VAT".
    Excluded,
}

/// How a number was written, so that a fix can be written likewise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Style {
    /// Written in words ("twelve").
    pub words: bool,
    /// Decimal comma.
    pub comma: bool,
    /// Thousands separator as written, if any.
    pub group: Option<char>,
    /// White space (of which kind) between number and unit; `None` when glued.
    pub gap: Option<char>,
    /// The unit stands before the number ("£249").
    pub unit_first: bool,
    /// The unit is spelt out ("hours") rather than a symbol ("h").
    pub unit_word: bool,
    /// Digits after the decimal mark.
    pub decimals: u8,
    /// A date with its weekday.
    pub weekday: bool,
    /// A date in figures alone ("30/11/2025").
    pub numeric: bool,
}

/// A value at a place in a text. Spans are bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// Number and unit ("3 h 30", "£249", "three quarters of a litre"), without the comparator.
    pub span: Span,
    /// The comparator, number, unit, period and tax words together ("up to £249 a month incl. VAT").
    pub full: Span,
    /// What is measured.
    pub dimension: Dimension,
    /// How much, in `unit`.
    pub amount: Amount,
    /// The unit as written; `None` for a bare number.
    pub unit: Option<Unit>,
    /// "per month", "/user", "per 100 ml": the divisor's own words, folded.
    pub per: Option<String>,
    /// What the comparator says.
    pub relation: Relation,
    /// Price with or without tax, where said.
    pub tax: Option<Tax>,
    /// An age ("12 years old") rather than a span of time.
    pub age: bool,
    /// How it was written.
    pub style: Style,
}
