//! CSV and TSV to a table, with the delimiter found from the content and ragged rows reported.
//! Not here: which row is a header, which way the table is turned.

use super::Blocks;
use crate::fact::{Gravity, Place, Problem};
use crate::sheet::block::{Block, FirstRow, Lines, Run};
use crate::sheet::meta;

/// Signs that may part cells, likeliest first.
const SIGNS: &[u8] = b"\t;,|";
/// How many lines decide.
const PROBE: usize = 40;

/// Reads a text as rows of cells.
pub(super) fn read(source: &str) -> Blocks {
    let sign = delimiter(source).unwrap_or(b',');
    let mut lines = Lines::new(source);
    let mut out = Blocks::default();
    let mut reader = csv::ReaderBuilder::new().delimiter(sign).has_headers(false).flexible(true).from_reader(source.as_bytes());
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for record in reader.records().flatten() {
        let at = record.position().map_or(0, |p| p.byte() as usize);
        rows.push(cells(&record, at, source, sign, &mut lines));
    }
    let width = rows.first().map_or(0, |r| filled(r));
    let mut table = Vec::new();
    for (i, row) in rows.into_iter().enumerate() {
        match entry(&row, i) {
            Some(block) => out.blocks.push(block),
            None => {
                ragged(&row, width, &mut out.problems);
                table.push(row);
            }
        }
    }
    out.blocks.push(Block::Table { rows: table, first: FirstRow::Unsaid });
    out
}

/// Cells up to the last one with words.
fn filled(row: &[Run]) -> usize {
    row.iter().rposition(|c| !c.is_blank()).map_or(0, |i| i + 1)
}

fn cells(record: &csv::StringRecord, at: usize, source: &str, sign: u8, lines: &mut Lines<'_>) -> Vec<Run> {
    let mut offset = at;
    record
        .iter()
        .map(|cell| {
            let place = lines.place(offset);
            offset += raw_length(source, offset, sign) + 1;
            let lead = cell.len() - cell.trim_start().len();
            let text = cell.trim().replace(['\n', '\r'], "; ").replace("; ; ", "; ");
            Run::plain(text, Place { column: place.column + lead as u32, ..place })
        })
        .collect()
}

/// The bytes of the cell that starts here, quotation marks included.
fn raw_length(source: &str, from: usize, sign: u8) -> usize {
    let bytes = source.as_bytes().get(from..).unwrap_or(&[]);
    let mut quoted = false;
    for (i, byte) in bytes.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => return i,
            b if *b == sign && !quoted => return i,
            _ => {}
        }
    }
    bytes.len()
}

/// "valid_until;2026-08-31": a row about the sheet itself.
fn entry(row: &[Run], index: usize) -> Option<Block> {
    let (key, value) = match row {
        [key, value, rest @ ..] if rest.iter().all(Run::is_blank) => (key, value),
        _ => return None,
    };
    let topic = meta::topic(&key.text)?;
    let own = index > 0 || !matches!(topic, meta::Topic::Name | meta::Topic::Products);
    (own && !value.is_blank()).then(|| Block::Entry { key: key.clone(), values: vec![value.clone()] })
}

fn ragged(row: &[Run], width: usize, problems: &mut Vec<Problem>) {
    let count = row.len();
    if count >= width || filled(row) < 2 || width < 3 {
        return;
    }
    let place = row.first().map_or(Place::default(), |c| c.place);
    let text = row.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ; ");
    let message = format!("this row has {count} cells but the table has {width} columns, so the last are read as empty; add the missing separators");
    problems.push(Problem { place, gravity: Gravity::Note, text, message });
}

/// The sign that parts the first lines into the same number of cells, at least two.
pub(super) fn delimiter(source: &str) -> Option<u8> {
    let lines: Vec<&str> = source.lines().filter(|l| !l.trim().is_empty()).take(PROBE).collect();
    let fit = |sign: u8| {
        let counts: Vec<usize> = lines.iter().map(|l| apart(l, sign)).collect();
        let alike = |n: usize| counts.iter().filter(|c| **c == n).count();
        let usual = counts.iter().copied().max_by_key(|n| alike(*n)).unwrap_or(0);
        (usual > 0 && alike(usual) * 2 >= lines.len()).then(|| alike(usual))
    };
    SIGNS.iter().filter_map(|s| fit(*s).map(|n| (n, *s))).max_by_key(|(n, s)| (*n, SIGNS.len() - SIGNS.iter().position(|x| x == s).unwrap_or(0))).map(|(_, s)| s)
}

/// How often a sign stands outside quotation marks.
fn apart(line: &str, sign: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b if b == sign && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// Whether a text without an ending looks like rows of cells.
pub(super) fn looks_like(source: &str) -> bool {
    let lines: Vec<&str> = source.lines().filter(|l| !l.trim().is_empty()).take(PROBE).collect();
    let marked = lines.iter().any(|l| l.starts_with(['#', '-', '*', '|', '>']) || l.contains(": "));
    let Some(sign) = delimiter(source).filter(|s| *s != b'|') else { return false };
    let even = lines.iter().all(|l| apart(l, sign) == lines.first().map_or(0, |f| apart(f, sign)));
    lines.len() > 1 && even && (!marked || sign == b'\t') && !(sign == b',' && lines.iter().any(|l| l.contains(", ")))
}
