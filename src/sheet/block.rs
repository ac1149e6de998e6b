//! Blocks: what every format of sheet is read into, with the place of each piece of text.
//! Not here: what a block means (`facts`), how a format is read (`read`).

use crate::fact::Place;
use crate::span::Span;

/// A stretch of text without its markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Where the first of them stands.
    pub place: Place,
    /// Bytes of `text` that open it in bold or italics: a key, when more follows.
    pub strong: usize,
    /// Addresses of the links in it.
    pub links: Vec<String>,
    /// Labels of the footnotes it refers to.
    pub notes: Vec<String>,
}

impl Run {
    /// Plain words at a place.
    pub fn plain(text: impl Into<String>, place: Place) -> Self {
        Run { text: text.into(), place, ..Run::default() }
    }

    /// A part of this run, trimmed, at its own place.
    pub fn part(&self, span: Span) -> Run {
        let words = span.of(&self.text);
        let start = span.start + (words.len() - words.trim_start().len());
        let before = self.text.get(..start).map_or(0, |s| s.chars().count());
        Run {
            text: words.trim().to_owned(),
            place: Place { line: self.place.line, column: self.place.column + before as u32 },
            strong: 0,
            links: self.links.clone(),
            notes: self.notes.clone(),
        }
    }

    /// Whether it holds no words.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A piece of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// An entry of the front matter or of an object: a key with one or several values.
    Entry {
        /// The key as written.
        key: Run,
        /// Its values; empty when none is given.
        values: Vec<Run>,
    },
    /// A heading; 1 is the highest level.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        text: Run,
    },
    /// A table; the first row is its header where the format knows headers.
    Table {
        /// Rows of cells.
        rows: Vec<Vec<Run>>,
        /// What the format says of the first row.
        first: FirstRow,
    },
    /// An item of a list.
    Item {
        /// 0 for the outermost list.
        depth: u8,
        /// Its words without nested items.
        text: Run,
        /// The sign before it.
        marker: char,
    },
    /// A paragraph, or a line of its own.
    Line(Run),
    /// A term with the definitions that follow it.
    Term {
        /// What is defined.
        term: Run,
        /// Its definitions.
        values: Vec<Run>,
    },
    /// The text of a footnote.
    Note {
        /// What refers to it.
        label: String,
        /// Its words.
        text: Run,
    },
}

/// What a format says of the first row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstRow {
    /// The format cannot say whether it is a header (CSV, pasted text, Markdown, which demands one).
    Unsaid,
    /// It is marked as a header (HTML `th`, keys of JSON objects).
    Header,
}

/// Lines and columns of a source, measured as it is walked; linear in all.
#[derive(Debug)]
pub struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
    last: (usize, usize, u32),
}

impl<'a> Lines<'a> {
    /// Finds where lines begin.
    pub fn new(source: &'a str) -> Self {
        let starts = std::iter::once(0).chain(source.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1)).collect();
        Lines { source, starts, last: (0, 0, 1) }
    }

    /// The place of a byte. Cheap when bytes are asked for in order.
    pub fn place(&mut self, byte: usize) -> Place {
        let line = self.starts.partition_point(|s| *s <= byte).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let (last_line, last_byte, last_column) = self.last;
        let (from, column) = if last_line == line && last_byte <= byte && last_byte >= start { (last_byte, last_column) } else { (start, 1) };
        let column = column + self.source.get(from..byte).map_or(0, |s| s.chars().count()) as u32;
        self.last = (line, byte, column);
        Place { line: line as u32 + 1, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        let mut lines = Lines::new("é b\nàc");
        assert_eq!(lines.place(3), Place { line: 1, column: 3 });
        assert_eq!(lines.place(7), Place { line: 2, column: 2 });
        assert_eq!(lines.place(0), Place { line: 1, column: 1 });
    }

    #[test]
    fn a_part_knows_its_column() {
        let run = Run::plain("Poids : 3 kg", Place { line: 4, column: 3 });
        let part = run.part(Span::new(7, 12));
        assert_eq!((part.text.as_str(), part.place), ("3 kg", Place { line: 4, column: 11 }));
    }
}
