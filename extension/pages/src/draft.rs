//! A draft with marks on it: cut into stretches to draw, and marks carried along while the draft is being typed.
//! Not here: what the marks mean (`aval::wire`), drawing them (`trial`). Offsets are UTF-16 units, end exclusive, as in the contract.

use aval::wire::Finding;
use std::ops::Range;

/// How a finding is drawn: a shape first, a colour second; as in compose boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The sheet says otherwise.
    Contradicted,
    /// Not in the sheet, not true now, or true of another product.
    Doubtful,
    /// A risky claim.
    Flagged,
    /// The sheet bears it out.
    Supported,
}

impl Ink {
    /// The ink of a finding's `kind`.
    #[must_use]
    pub fn of(kind: &str) -> Self {
        match kind {
            "contradicted" => Self::Contradicted,
            "flagged" => Self::Flagged,
            _ => Self::Doubtful,
        }
    }

    /// The class of the style sheet.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::Doubtful => "doubtful",
            Self::Flagged => "flagged",
            Self::Supported => "supported",
        }
    }
}

/// Words of a draft that are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub at: Range<usize>,
    /// How it is drawn.
    pub ink: Ink,
}

/// A stretch of a draft in one ink, or in none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The words.
    pub text: String,
    /// Its ink.
    pub ink: Option<Ink>,
}

/// The marks of what was found, by position.
#[must_use]
pub fn marks(findings: &[Finding]) -> Vec<Mark> {
    findings.iter().map(|f| Mark { at: range(f.start, f.end), ink: Ink::of(&f.kind) }).collect()
}

/// Offsets of the contract as a range.
#[must_use]
pub fn range(start: u32, end: u32) -> Range<usize> {
    let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    wide(start)..wide(end)
}

/// The draft cut at the marks. Where marks overlap the first one is drawn; marks outside the draft are not.
#[must_use]
pub fn stretches(draft: &str, marks: &[Mark]) -> Vec<Stretch> {
    let units: Vec<u16> = draft.encode_utf16().collect();
    let mut sorted: Vec<&Mark> = marks.iter().filter(|m| m.at.start < m.at.end && m.at.end <= units.len()).collect();
    sorted.sort_by_key(|m| (m.at.start, m.at.end));
    let mut found = Vec::new();
    let mut done = 0;
    for mark in sorted {
        if mark.at.start < done {
            continue;
        }
        push(&mut found, &units, done..mark.at.start, None);
        push(&mut found, &units, mark.at.clone(), Some(mark.ink));
        done = mark.at.end;
    }
    push(&mut found, &units, done..units.len(), None);
    found
}

fn push(found: &mut Vec<Stretch>, units: &[u16], at: Range<usize>, ink: Option<Ink>) {
    if let Some(words) = units.get(at).filter(|words| !words.is_empty()) {
        found.push(Stretch { text: String::from_utf16_lossy(words), ink });
    }
}

/// The words at a range, or nothing when it does not lie inside the draft.
#[must_use]
pub fn words(draft: &str, at: &Range<usize>) -> Option<String> {
    let units: Vec<u16> = draft.encode_utf16().collect();
    String::from_utf16(units.get(at.clone())?).ok()
}

/// What changed between two states of a draft: one stretch, the ends on both sides being alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// UTF-16 units alike at the start.
    before: usize,
    /// Where the alike end begins in the old state.
    after: usize,
    /// Lengths of both states.
    old: usize,
    new: usize,
}

impl Edit {
    /// The change from `old` to `new`.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Self {
        let (old, new): (Vec<u16>, Vec<u16>) = (old.encode_utf16().collect(), new.encode_utf16().collect());
        let before = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let shorter = old.len().min(new.len()) - before;
        let alike = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(|(a, b)| a == b).count();
        Self { before, after: old.len() - alike, old: old.len(), new: new.len() }
    }

    /// Where a range of the old state lies in the new one, when the change did not touch it.
    #[must_use]
    pub fn moved(self, at: &Range<usize>) -> Option<Range<usize>> {
        if at.end <= self.before {
            return Some(at.clone());
        }
        if at.start < self.after {
            return None;
        }
        let shift = |place: usize| (place + self.new).checked_sub(self.old);
        Some(shift(at.start)?..shift(at.end)?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Ink, Mark, Stretch, stretches, words};

    fn mark(start: usize, end: usize) -> Mark {
        Mark { at: start..end, ink: Ink::Contradicted }
    }

    #[track_caller]
    fn check(draft: &str, marks: &[Mark], expected: &[(&str, bool)]) {
        let found: Vec<(String, bool)> = stretches(draft, marks).into_iter().map(|Stretch { text, ink }| (text, ink.is_some())).collect();
        let expected: Vec<(String, bool)> = expected.iter().map(|(t, m)| ((*t).to_owned(), *m)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_draft_is_cut_at_its_marks() {
        check("It runs 12 hours", &[mark(8, 16)], &[("It runs ", false), ("12 hours", true)]);
        check("👍 12 h", &[mark(3, 7)], &[("👍 ", false), ("12 h", true)]);
        check("", &[], &[]);
    }

    #[test]
    fn marks_that_overlap_or_lie_outside_are_left_out() {
        check("abcdef", &[mark(1, 4), mark(2, 5), mark(4, 99)], &[("a", false), ("bcd", true), ("ef", false)]);
    }

    #[test]
    fn a_range_follows_its_words() {
        let old = "It runs 12 hours in Eco";
        let moved = |at: &std::ops::Range<usize>, old: &str, new: &str| Edit::between(old, new).moved(at);
        assert_eq!(moved(&(8..16), old, "It runs 12 hours in Turbo"), Some(8..16));
        assert_eq!(moved(&(8..16), old, "Yes! It runs 12 hours in Eco"), Some(13..21));
        assert_eq!(moved(&(8..16), old, "It runs 1 hours in Eco"), None);
        assert_eq!(moved(&(8..16), old, ""), None);
        assert_eq!(moved(&(0..1), "aa", "aaa"), Some(0..1));
    }

    #[test]
    fn words_at_a_range() {
        assert_eq!(words("👍 12 h", &(3..5)).as_deref(), Some("12"));
        assert_eq!(words("👍", &(0..1)), None);
        assert_eq!(words("a", &(0..5)), None);
    }
}
