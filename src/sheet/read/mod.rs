//! Readers: bytes of one format to blocks with places. Needs the feature `read`.
//! Not here: what blocks mean.

mod csv;
mod front;
mod html;
mod json;
mod markdown;
mod tag;

use super::block::Block;
use super::facts;
use crate::fact::{Gravity, Place, Problem, Sheet};
use std::fmt;

/// The largest file that is read, in bytes.
pub const LIMIT_BYTES: usize = 5_000_000;

/// Why nothing of a file could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    file: String,
    place: Place,
    why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Empty,
    TooLarge(usize),
    Binary,
    NotUtf8,
}

impl ReadError {
    /// Where reading stopped.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Whether the file holds no words.
    pub fn is_empty(&self) -> bool {
        self.why == Why::Empty
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", self.file, self.place.line, self.place.column)?;
        match self.why {
            Why::Empty => write!(f, "the file is empty; write the facts into it, one a line (`Weight: 2 kg`) or as a table, and load it again"),
            Why::TooLarge(bytes) => write!(f, "the file has {} MB and at most {} MB are read; split it into one sheet a product range", bytes.div_ceil(1_000_000), LIMIT_BYTES / 1_000_000),
            Why::Binary => write!(f, "this is no text but a binary file; export the sheet as Markdown, CSV, JSON or HTML and load that"),
            Why::NotUtf8 => write!(f, "this is not UTF-8 text; save the file with the encoding UTF-8 and load it again"),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a sheet. `id` is what drafts and findings call it (the file's stem), `file` its name with its ending.
///
/// What is wrong inside the sheet is told in [`Sheet::problems`], beside the facts that could be read.
///
/// # Errors
/// When the file is empty, larger than [`LIMIT_BYTES`], binary or not UTF-8.
pub fn read(id: &str, file: &str, bytes: &[u8]) -> Result<Sheet, ReadError> {
    let text = decode(file, bytes)?;
    let read = match kind(file, text) {
        Kind::Markdown => markdown::read(text),
        Kind::Cells => csv::read(text),
        Kind::Json => json::read(text),
        Kind::Html => {
            let mut out = Blocks::default();
            html::blocks(text, Place { line: 1, column: 1 }, &mut out);
            out
        }
    };
    let mut sheet = facts::understand(id, &read.blocks, read.problems);
    let told = sheet.problems.iter().any(|p| p.gravity == Gravity::Error);
    let silent = !told && sheet.facts.is_empty() && sheet.approved.is_empty() && sheet.never.is_empty();
    if silent {
        let message = "no fact was found in this file; write facts one a line (`Weight: 2 kg`), as bullets, or as a table".to_owned();
        sheet.problems.push(Problem { place: Place { line: 1, column: 1 }, gravity: Gravity::Error, text: text.lines().next().unwrap_or("").chars().take(60).collect(), message });
    }
    sheet.problems.sort_by_key(|p| p.place);
    Ok(sheet)
}

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Markdown,
    Cells,
    Json,
    Html,
}

/// By the file's ending; where that is missing or unknown, by its content.
fn kind(file: &str, text: &str) -> Kind {
    let ending = file.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "md" | "markdown" => return Kind::Markdown,
        "csv" | "tsv" => return Kind::Cells,
        "json" => return Kind::Json,
        "html" | "htm" => return Kind::Html,
        _ => {}
    }
    let start = text.trim_start();
    let head: String = start.chars().take(400).collect::<String>().to_ascii_lowercase();
    match () {
        () if start.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() => Kind::Json,
        () if ["<!doctype", "<html", "<table", "<body", "<h1", "<ul", "<div", "<p>", "<meta"].iter().any(|t| head.starts_with(t)) => Kind::Html,
        () if csv::looks_like(text) => Kind::Cells,
        () => Kind::Markdown,
    }
}

fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, ReadError> {
    let refused = |why, place| ReadError { file: file.to_owned(), place, why };
    let start = Place { line: 1, column: 1 };
    if bytes.len() > LIMIT_BYTES {
        return Err(refused(Why::TooLarge(bytes.len()), start));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let upto = |end: usize| {
        let before = String::from_utf8_lossy(bytes.get(..end).unwrap_or(bytes)).into_owned();
        let (line, column) = crate::span::line_and_column(&before, before.len());
        Place { line, column }
    };
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => Err(refused(Why::Empty, start)),
        Ok(text) => match bytes.iter().position(|b| *b == 0) {
            Some(at) => Err(refused(Why::Binary, upto(at))),
            None => Ok(text),
        },
        Err(error) => {
            let binary = bytes.iter().take(4096).any(|b| *b == 0) || bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK");
            Err(refused(if binary { Why::Binary } else { Why::NotUtf8 }, upto(error.valid_up_to())))
        }
    }
}

/// What a reader makes of a file.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    pub(super) problems: Vec<Problem>,
}
