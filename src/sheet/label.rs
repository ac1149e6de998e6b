//! Labels: where a key ends and its value begins, and what a key says besides naming an attribute: condition, unit, market.
//! Not here: values (`clause`), tables (`table`).

use super::words::{self, MARKETS, ORIGINS};
use crate::span::Span;

/// A key and its value, as places in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The key's words.
    pub key: Span,
    /// All that follows the separator.
    pub value: Span,
}

/// How long a key may be.
const MOST_WORDS: usize = 12;
const MOST_WORDS_DASH: usize = 6;
/// How far a key may reach.
const MOST_CHARACTERS: usize = 240;

/// A key and a value in a line whose first `strong` bytes are bold.
pub fn split(text: &str, strong: usize) -> Option<Pair> {
    bold(text, strong).or_else(|| colon(text)).or_else(|| dash(text)).or_else(|| spread(text))
}

/// "**Weight** 2 kg", "**Weight:** 2 kg".
fn bold(text: &str, strong: usize) -> Option<Pair> {
    let key = text.get(..strong)?;
    let rest = text.get(strong..)?;
    let marks = |c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | '-' | '=' | '→' | '.');
    let value = rest.trim_start_matches(marks);
    let plain = words::words(key).len();
    let separated = key.trim_end().ends_with([':', '.']) || rest.trim_start().starts_with([':', '–', '—', '-', '=', '→']);
    let fits = plain > 0 && plain <= MOST_WORDS_DASH && !value.trim().is_empty();
    let first = words::words(value).into_iter().next().map(|w| w.folded).unwrap_or_default();
    let runs_on = [words::VERBS, words::STATING, words::SMALL].iter().any(|t| t.contains(&first.as_str()));
    let follows = separated || rest.starts_with(char::is_whitespace) && !runs_on;
    (fits && follows).then(|| Pair { key: Span::new(0, key.trim_end_matches(marks).len()), value: Span::new(text.len() - value.len(), text.len()) })
}

/// "Weight: 2 kg": the first colon outside brackets and quotation marks that is no time, ratio or address.
pub fn colon(text: &str) -> Option<Pair> {
    let mut depth = 0i32;
    let mut before = ' ';
    for (at, c) in text.char_indices().take(MOST_CHARACTERS) {
        match c {
            '(' | '[' | '«' | '“' => depth += 1,
            ')' | ']' | '»' | '”' => depth -= 1,
            '.' | '!' | '?' if depth <= 0 && text.get(at + 1..).is_some_and(|r| r.starts_with(' ')) && !before.is_ascii_digit() && ends_sentence(text, at) => return None,
            ':' | '：' if depth <= 0 && parts_here(text, at, before) => return pair(text, at, c.len_utf8(), MOST_WORDS),
            _ => {}
        }
        before = c;
    }
    None
}

/// A full stop after a word of more than three letters ends a sentence; a shorter one may be an abbreviation.
fn ends_sentence(text: &str, at: usize) -> bool {
    let word = text.get(..at).map_or(0, |s| s.chars().rev().take_while(|c| c.is_alphanumeric()).count());
    word > 3
}

fn parts_here(text: &str, at: usize, before: char) -> bool {
    let after = text.get(at..).and_then(|s| s.chars().nth(1));
    let address = || text.get(at + 1..).is_some_and(|r| r.chars().take(MOST_CHARACTERS).take_while(|c| !c.is_whitespace()).any(|c| c == '.'));
    match after {
        None => true,
        Some(c) if c.is_whitespace() => !(before == ' ' && text.get(..at).is_some_and(|s| s.trim_end().ends_with(|c: char| c.is_ascii_digit())) && clock_like(text, at)),
        Some('/' | ':' | '-' | ')') => false,
        Some(c) => !before.is_ascii_digit() && before != ' ' && (before.is_alphabetic() || before == ')') && !(c.is_lowercase() && address()),
    }
}

/// "55 : 07".
fn clock_like(text: &str, at: usize) -> bool {
    text.get(at + 1..).is_some_and(|s| s.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        && words::words(text.get(..at).unwrap_or("")).len() == 1
}

fn pair(text: &str, at: usize, width: usize, most: usize) -> Option<Pair> {
    let key = text.get(..at)?;
    let count = words::words(key).len();
    (count > 0 && count <= most).then(|| Pair { key: Span::new(0, key.trim_end().len()), value: Span::new(at + width, text.len()) })
}

/// "Weight — 2 kg", "Weight - 2 kg", "Weight = 2 kg": one spaced sign, no sentence before it.
fn dash(text: &str) -> Option<Pair> {
    let mut found = None;
    for (at, c) in text.char_indices() {
        if !matches!(c, '—' | '–' | '-' | '=' | '→' | '|') {
            continue;
        }
        let spaced = text.get(..at).is_some_and(|s| s.ends_with(char::is_whitespace)) && text.get(at + c.len_utf8()..).is_some_and(|s| s.starts_with(char::is_whitespace));
        if spaced && found.replace((at, c.len_utf8())).is_some() {
            return None;
        }
    }
    let (at, width) = found?;
    let key = text.get(..at)?;
    let plain = !key.contains([',', ';', '.', '!', '?', '«', '"', '“']) && !key.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let opens_time = words::opens(key, &["from", "du", "de", "monday", "lundi"]);
    plain.then(|| pair(text, at, width, MOST_WORDS_DASH)).flatten().filter(|_| !opens_time)
}

/// "Weight<tab>2 kg", "Weight ..... 2 kg", "Weight   2 kg".
fn spread(text: &str) -> Option<Pair> {
    let tab = text.find('\t').map(|at| (at, 1));
    let dots = text.find("...").map(|at| (at, text.get(at..).map_or(0, |s| s.len() - s.trim_start_matches('.').len())));
    let gap = text.find("   ").map(|at| (at, 3));
    let (at, width) = tab.or(dots).or(gap)?;
    let rest = text.get(at + width..)?;
    (!rest.trim().is_empty()).then(|| pair(text, at, width, MOST_WORDS_DASH)).flatten()
}

/// What a key says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    /// The attribute without its condition.
    pub attribute: String,
    /// "mode Éco", "incl. VAT".
    pub condition: Option<String>,
    /// "kg" in "Weight (kg)".
    pub unit: Option<String>,
    /// "UK" in "Price UK".
    pub markets: Vec<String>,
}

/// Reads a key: brackets, a comma or a dash set a condition apart; a bracket may be a unit or a market.
pub fn read(key: &str) -> Key {
    let (head, bracket) = brackets(key.trim().trim_end_matches([':', ' ']));
    let (attribute, tail) = qualifier(&head);
    let mut out = Key { attribute: attribute.trim().to_owned(), ..Key::default() };
    let mut conditions: Vec<String> = Vec::new();
    conditions.extend(tail);
    for inside in bracket {
        if super::units::is_unit(&inside) {
            out.unit = Some(inside);
        } else if words::is(&inside, MARKETS) {
            out.markets.push(inside);
        } else {
            conditions.push(inside);
        }
    }
    if !words::holds(&out.attribute, ORIGINS) {
        for market in markets(&out.attribute) {
            if !out.markets.contains(&market) {
                out.markets.push(market);
            }
        }
    }
    if !conditions.is_empty() {
        out.condition = Some(conditions.join(", "));
    }
    if out.attribute.is_empty() {
        out.attribute = key.trim().to_owned();
        out.condition = None;
    }
    out
}

/// A text without its brackets, and what stood in them. A bracket glued to a word ("dB(A)", "Label(s)") stays.
pub fn brackets(text: &str) -> (String, Vec<String>) {
    let mut out = String::new();
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[']) {
        let close = rest.get(open..).and_then(|s| s.find([')', ']'])).map(|i| open + i);
        let glued = rest.get(..open).is_some_and(|s| s.ends_with(|c: char| !c.is_whitespace()));
        let Some(close) = close else { break };
        let inside = rest.get(open + 1..close).unwrap_or("").trim();
        if glued && inside.chars().count() <= 3 || inside.is_empty() {
            out.push_str(rest.get(..close + 1).unwrap_or(""));
        } else {
            out.push_str(rest.get(..open).unwrap_or("").trim_end());
            found.push(inside.to_owned());
        }
        rest = rest.get(close + 1..).unwrap_or("");
    }
    out.push_str(rest);
    (out.trim().to_owned(), found)
}

/// "Runtime, Eco mode" and "Noise in Eco mode" without what limits them.
fn qualifier(head: &str) -> (&str, Option<String>) {
    let commas = head.matches(',').count();
    if commas == 1 && !words::holds(head, words::JOINERS) {
        if let Some((name, condition)) = head.split_once(',') {
            if !condition.trim().is_empty() && !name.trim().is_empty() {
                return (name, Some(condition.trim().to_owned()));
            }
        }
    }
    for dash in [" – ", " — ", " - "] {
        if let Some((name, condition)) = head.split_once(dash) {
            if !name.trim().is_empty() && !condition.trim().is_empty() {
                return (name, Some(condition.trim().to_owned()));
            }
        }
    }
    in_mode(head)
}

/// "Noise in Eco mode", "Autonomie en mode Éco".
fn in_mode(head: &str) -> (&str, Option<String>) {
    let found = words::words(head);
    if !found.iter().any(|w| matches!(w.folded.as_str(), "mode" | "setting" | "position" | "reglage")) {
        return (head, None);
    }
    let at = found.iter().skip(1).find(|w| matches!(w.folded.as_str(), "in" | "en" | "on" | "with" | "avec")).map(|w| w.span);
    match at {
        Some(span) => (head.get(..span.start).unwrap_or(head), head.get(span.end..).map(|s| s.trim().to_owned())),
        None => (head, None),
    }
}

/// Markets named in a text, as written.
pub fn markets(text: &str) -> Vec<String> {
    let found = words::words(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < found.len() {
        let longest = (1..=4).rev().find_map(|n| {
            let run = found.get(at..at + n)?;
            let joined = run.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ");
            let span = Span::new(run.first()?.span.start, run.last()?.span.end);
            let capital = span.of(text).starts_with(char::is_uppercase);
            (capital && MARKETS.contains(&joined.as_str())).then_some((n, span))
        });
        match longest {
            Some((n, span)) => {
                out.push(span.of(text).to_owned());
                at += n;
            }
            None => at += 1,
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, strong: usize, want: Option<(&str, &str)>) {
        let got = split(text, strong).map(|p| (p.key.of(text).trim(), p.value.of(text).trim()));
        assert_eq!(got, want);
    }

    #[test]
    fn keys_end_where_a_reader_ends_them() {
        check("Poids : 3 kg", 0, Some(("Poids", "3 kg")));
        check("Weight:3kg", 0, Some(("Weight", "3kg")));
        check("Weight — 3 kg", 0, Some(("Weight", "3 kg")));
        check("Weight 3 kg", 6, Some(("Weight", "3 kg")));
        check("Weight\t3 kg", 0, Some(("Weight", "3 kg")));
        check("Weight ..... 3 kg", 0, Some(("Weight", "3 kg")));
        check("Spanish: : Republica", 0, Some(("Spanish", ": Republica")));
        check("Charging (0:100): 3 h", 0, Some(("Charging (0:100)", "3 h")));
        check("Open 9:00 to 18:00", 0, None);
        check("See https://a.example/x", 0, None);
        check("The bin can be rinsed. Note: by hand", 0, None);
        check("9 h – 17 h", 0, None);
        check("55 : 07", 0, None);
    }

    #[track_caller]
    fn key(text: &str, want: (&str, Option<&str>, &[&str])) {
        let got = read(text);
        let markets: Vec<&str> = got.markets.iter().map(String::as_str).collect();
        assert_eq!((got.attribute.as_str(), got.condition.as_deref(), markets.as_slice()), want);
    }

    #[test]
    fn keys_give_up_their_conditions() {
        key("Runtime, Eco mode", ("Runtime", Some("Eco mode"), &[]));
        key("Autonomie (mode Éco)", ("Autonomie", Some("mode Éco"), &[]));
        key("Noise in Eco mode", ("Noise", Some("Eco mode"), &[]));
        key("Price UK (incl. VAT)", ("Price UK", Some("incl. VAT"), &["UK"]));
        key("Livraison en France métropolitaine", ("Livraison en France métropolitaine", None, &["France métropolitaine"]));
        key("Label(s)", ("Label(s)", None, &[]));
        key("Made in the UK", ("Made in the UK", None, &[]));
    }
}
