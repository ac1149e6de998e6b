//! Times of day and opening hours: "9 am to 5 pm", "de 9 h à 18 h", "8h30-12h", "9 til 1".
//! Not here: how long something lasts (`quantity`).

use super::cursor::Cursor;
use super::{Amount, Dimension, Relation, Style, Value};

/// Noon in minutes.
const NOON: u16 = 720;

/// A time as written, before morning and afternoon are settled.
#[derive(Debug, Clone, Copy)]
struct Time {
    minutes: u16,
    end: usize,
    /// Said with am, pm, a colon or "o'clock": no duration.
    sure: bool,
    /// "am" or "pm" given.
    half: bool,
    /// Written with h.
    french: bool,
}

/// The time or hours that begin at `i`, with the words that lead to them, and the token after them.
pub(super) fn at(c: &Cursor, i: usize) -> Option<(Value, usize)> {
    let opened = c.any(i, &["de", "from", "between", "entre"]);
    let start = if opened { i + 1 } else { i };
    if let Some(first) = time(c, start) {
        if let Some(found) = hours(c, start, &first) {
            return Some(found);
        }
        if !opened && (first.sure || led(c, start, &first)) {
            return Some((value(c, start, first.end, Amount::Clock(first.minutes, None)), first.end));
        }
    }
    let (relation, start) = lead(c, i)?;
    let first = time(c, start).filter(|t| t.sure || led(c, start, t))?;
    let mut found = value(c, start, first.end, Amount::Clock(first.minutes, None));
    found.relation = relation;
    found.full = c.span(i, first.end);
    Some((found, first.end))
}

/// What the word before a single time says.
fn lead(c: &Cursor, i: usize) -> Option<(Relation, usize)> {
    let relation = match c.word(i) {
        "vers" | "around" | "about" => Relation::About,
        "avant" | "before" => Relation::LessThan,
        "until" | "till" | "til" | "by" | "jusqu'" => Relation::UpTo,
        "apres" | "after" => Relation::MoreThan,
        "des" | "from" => Relation::AtLeast,
        _ => return None,
    };
    let next = if c.any(i, &["jusqu'"]) { i + 2 } else { i + 1 };
    Some((relation, next))
}

/// Whether the words around a bare hour make it a time: "à 18 h" does, "jusqu'à 8 h d'autonomie" does not.
fn led(c: &Cursor, start: usize, time: &Time) -> bool {
    let lasting = c.any(time.end, &["d'", "de", "of", "en", "par"]) || c.before(start, &["a"]) && c.before(start.wrapping_sub(1), &["jusqu'"]) && !c.cues.clock;
    if time.french {
        let point = c.before(start, &["a", "vers", "avant", "apres"]) || c.cues.clock && c.before(start, &["des", "a"]);
        return point && !lasting;
    }
    c.cues.clock && c.before(start, &["til", "till", "until", "by", "before", "after"]) && time.minutes <= NOON && !c.is_word(time.end)
}

/// Two times with a joint: opening hours.
fn hours(c: &Cursor, start: usize, first: &Time) -> Option<(Value, usize)> {
    let joint = c.any(first.end, &["-", "to", "a", "til", "till", "until", "and", "et", "jusqu'a", "au"]);
    let joint_end = if c.any(first.end, &["jusqu'"]) { first.end + 2 } else { first.end + 1 };
    if !joint && joint_end == first.end + 1 {
        return None;
    }
    let last = time(c, joint_end)?;
    let bare = !first.sure && !first.french;
    let cued = c.cues.clock || first.sure || last.sure;
    // "de 9 h à 18 h": two hours with h are times in a sentence about opening, or when no duration grows that long.
    let french = first.french && last.french && (c.cues.clock || c.before(start, &["de"]) && last.minutes >= 12 * 60);
    let til = c.any(first.end, &["til", "till"]);
    if !(french || last.sure || first.sure || bare && til && cued) || (bare && !last.sure && !til) {
        return None;
    }
    let mut from = first.minutes;
    let mut to = last.minutes;
    if !first.half && last.half && bare && from + NOON <= to && from < to.saturating_sub(NOON) {
        from += NOON;
    }
    if to <= from && to < NOON && !last.half && !last.french {
        to += NOON;
    }
    (to <= 1440 && from < 1440).then(|| (value(c, start, last.end, Amount::Clock(from, Some(to))), last.end))
}

/// "9 am", "8:30 am", "18:00", "18 h", "8h30", "9".
fn time(c: &Cursor, i: usize) -> Option<Time> {
    if c.any(i, &["midi", "noon", "midday", "minuit", "midnight"]) && c.is_word(i) {
        let minutes = if c.word(i).starts_with("mi") && c.word(i).ends_with("t") { 1440 } else { NOON };
        return Some(Time { minutes, end: i + 1, sure: false, half: true, french: true });
    }
    if !c.is_number(i) || c.word(i).len() > 5 {
        return None;
    }
    let hour: u16 = c.word(i).split('.').next()?.parse().ok().filter(|h| *h <= 24)?;
    let (minutes, mut end, marked) = minutes(c, i)?;
    let mut time = Time { minutes: hour * 60 + minutes, end, sure: marked == Mark::Colon, half: false, french: marked == Mark::H };
    if let Some((afternoon, next)) = half(c, end) {
        if hour == 0 || hour > 12 {
            return None;
        }
        time.minutes = hour % 12 * 60 + minutes + if afternoon { NOON } else { 0 };
        time = Time { sure: true, half: true, ..time };
        end = next;
    } else if c.word(i).contains('.') {
        return None;
    } else if c.any(end, &["o'", "oclock"]) {
        time.sure = true;
        end += if c.word(end) == "o'" { 2 } else { 1 };
    }
    let runs = c.glued(end) && (c.is_number(end) || c.is_word(end));
    (!runs && time.minutes <= 1440).then_some(Time { end, ..time })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Colon,
    H,
}

/// Minutes behind the hour, and how they were parted from it.
fn minutes(c: &Cursor, i: usize) -> Option<(u16, usize, Mark)> {
    let two = |k: usize| c.is_number(k).then(|| c.word(k)).filter(|w| w.len() == 2)?.parse::<u16>().ok().filter(|m| *m < 60);
    if let Some((_, part)) = c.word(i).split_once('.') {
        return part.parse().ok().filter(|m| *m < 60 && part.len() == 2).map(|m| (m, i + 1, Mark::None));
    }
    if c.word(i + 1) == ":" && c.glued(i + 1) && c.glued(i + 2) {
        return two(i + 2).map(|m| (m, i + 3, Mark::Colon));
    }
    if c.any(i + 1, &["h", "heure", "heures"]) {
        let tail = two(i + 2).filter(|_| !c.any(i + 3, &["min", "minutes", "%", "€"]));
        return Some(tail.map_or((0, i + 2, Mark::H), |m| (m, i + 3, Mark::H)));
    }
    Some((0, i + 1, Mark::None))
}

/// "am", "p.m.": whether afternoon, and the token after it.
fn half(c: &Cursor, i: usize) -> Option<(bool, usize)> {
    let word = c.word(i);
    match word {
        "am" | "a.m" => Some((false, i + 1)),
        "pm" | "p.m" => Some((true, i + 1)),
        "a" | "p" if c.word(i + 1) == "." && c.word(i + 2) == "m" => Some((word == "p", i + 3)),
        _ => None,
    }
}

fn value(c: &Cursor, start: usize, end: usize, amount: Amount) -> Value {
    Value {
        span: c.span(start, end),
        full: c.span(start, end),
        dimension: Dimension::TimeOfDay,
        amount,
        unit: None,
        per: None,
        relation: Relation::Exactly,
        tax: None,
        age: false,
        style: Style::default(),
    }
}
