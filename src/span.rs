//! Places in a text: bytes inside the core, UTF-16 code units outside, and the only arithmetic between them.
//! Not here: what stands at a place.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in a text, always on character boundaries of the text it was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`; an end before the start gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Self {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words, or nothing when the span was not made for this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// A half-open range of UTF-16 code units: what the DOM and JavaScript count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Utf16Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// The map between bytes and UTF-16 units of one text.
#[derive(Debug, Clone, Default)]
pub struct Offsets {
    /// For each character that is not one byte long: the byte after it and the units up to there.
    /// Between two entries bytes and units advance alike.
    steps: Vec<(usize, u32)>,
    /// Bytes at which a grapheme cluster begins although the character before it is not ASCII, or is joined.
    inside: Vec<Span>,
}

impl Offsets {
    /// Measures a text once; linear.
    pub fn new(text: &str) -> Self {
        use unicode_segmentation::UnicodeSegmentation;
        let mut offsets = Offsets::default();
        let mut units = 0u32;
        for (at, c) in text.char_indices() {
            units += c.len_utf16() as u32;
            if c.len_utf8() != 1 {
                offsets.steps.push((at + c.len_utf8(), units));
            }
        }
        if text.is_ascii() {
            return offsets;
        }
        for (at, cluster) in text.grapheme_indices(true) {
            let first = cluster.chars().next().map_or(0, char::len_utf8);
            if cluster.len() > first {
                offsets.inside.push(Span::new(at, at + cluster.len()));
            }
        }
        offsets
    }

    /// UTF-16 units before a byte.
    pub fn units(&self, byte: usize) -> u32 {
        let after = self.steps.partition_point(|step| step.0 <= byte);
        match after.checked_sub(1).and_then(|i| self.steps.get(i)) {
            Some(&(at, units)) => units + (byte - at) as u32,
            None => byte as u32,
        }
    }

    /// The same place in UTF-16 units, widened to whole grapheme clusters.
    pub fn utf16(&self, span: Span) -> Utf16Span {
        let wide = self.whole(span);
        Utf16Span { start: self.units(wide.start), end: self.units(wide.end) }
    }

    /// The span widened so that it splits no grapheme cluster.
    pub fn whole(&self, span: Span) -> Span {
        let cluster = |byte: usize| {
            let i = self.inside.partition_point(|c| c.end <= byte);
            self.inside.get(i).filter(|c| c.start < byte && byte < c.end).copied()
        };
        Span {
            start: cluster(span.start).map_or(span.start, |c| c.start),
            end: cluster(span.end).map_or(span.end, |c| c.end),
        }
    }
}

/// The line and column, both from 1, of a byte; columns count characters.
pub fn line_and_column(text: &str, byte: usize) -> (u32, u32) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.bytes().filter(|b| *b == b'\n').count() as u32 + 1;
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let column = before.get(start..).map_or(0, |l| l.chars().count()) as u32 + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_follow_the_dom() {
        let text = "a\u{e9}👨‍👩‍👧b🇫🇷c";
        let offsets = Offsets::new(text);
        for (at, _) in text.char_indices() {
            assert_eq!(offsets.units(at) as usize, text[..at].encode_utf16().count());
        }
        assert_eq!(offsets.units(text.len()) as usize, text.encode_utf16().count());
    }

    #[test]
    fn a_span_never_splits_a_cluster() {
        let text = "x👨‍👩‍👧y";
        let offsets = Offsets::new(text);
        let inside = Span::new(1, 5);
        assert_eq!(offsets.whole(inside), Span::new(1, text.len() - 1));
    }

    #[test]
    fn lines_count_from_one() {
        assert_eq!(line_and_column("é\nab", 4), (2, 2));
    }
}
