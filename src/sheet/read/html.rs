//! HTML to blocks: headings, paragraphs, lists, tables with merged cells, definition lists. Scripts and styles are passed over.
//! Not here: the whole of the standard; tags that are neither known nor closed are taken away and their words kept.

use super::Blocks;
use super::tag::{self, Piece};
use crate::fact::Place;
use crate::sheet::block::{Block, FirstRow, Lines, Run};
use std::collections::BTreeMap;

/// How far a cell may reach: more is a mistake or an attack.
const MOST_SPAN: usize = 60;

/// Reads a page or a stretch of one that starts at `place`.
pub(super) fn blocks(html: &str, place: Place, out: &mut Blocks) {
    let mut reader = Reader { lines: Lines::new(html), origin: place, out, open: Run::default(), within: Within::Plain, level: 0, depth: 0, strong: 0, strong_from: 0, table: None, hidden: None };
    for piece in tag::pieces(html) {
        reader.piece(piece);
    }
    reader.flush();
    reader.end_table();
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Plain,
    Heading,
    Item,
    Term,
    Definition,
    Cell,
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<Run>>,
    row: Vec<Run>,
    /// Cells of earlier rows that reach down: by column, rows left and words.
    reach: BTreeMap<usize, (usize, Run)>,
    header: bool,
    heads: usize,
    across: usize,
    down: usize,
}

struct Reader<'a> {
    lines: Lines<'a>,
    origin: Place,
    out: &'a mut Blocks,
    open: Run,
    within: Within,
    level: u8,
    depth: u8,
    strong: u32,
    strong_from: usize,
    table: Option<Table>,
    /// The tag whose content is passed over.
    hidden: Option<String>,
}

impl Reader<'_> {
    fn piece(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text { text, at } if self.hidden.is_none() => self.text(&tag::unescaped(text), at),
            Piece::Open { name, attributes, .. } if self.hidden.is_none() => self.start(&name, attributes),
            Piece::Close { name } => {
                if self.hidden.as_deref() == Some(&name) {
                    self.hidden = None;
                } else if self.hidden.is_none() {
                    self.end(&name);
                }
            }
            _ => {}
        }
    }

    fn place(&mut self, at: usize) -> Place {
        let place = self.lines.place(at);
        let column = if place.line == 1 { self.origin.column + place.column - 1 } else { place.column };
        Place { line: self.origin.line + place.line - 1, column }
    }

    fn text(&mut self, text: &str, at: usize) {
        let lead = text.len() - text.trim_start().len();
        if self.open.text.is_empty() {
            if text.trim().is_empty() {
                return;
            }
            self.open.place = self.place(at + lead);
        } else if text.starts_with(char::is_whitespace) && !self.open.text.ends_with(' ') {
            self.open.text.push(' ');
        }
        for (i, word) in text.split_whitespace().enumerate() {
            if i > 0 {
                self.open.text.push(' ');
            }
            self.open.text.push_str(word);
        }
        if text.ends_with(char::is_whitespace) {
            self.open.text.push(' ');
        }
    }

    fn start(&mut self, name: &str, attributes: &str) {
        match name {
            "script" | "style" | "noscript" | "template" | "svg" | "head" | "nav" => self.hidden = Some(name.to_owned()),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.enter(Within::Heading);
                self.level = name.bytes().nth(1).map_or(1, |b| b.saturating_sub(b'0'));
            }
            "ul" | "ol" => {
                self.flush();
                self.depth = self.depth.saturating_add(1);
            }
            "li" => self.enter(Within::Item),
            "dt" => self.enter(Within::Term),
            "dd" => self.enter(Within::Definition),
            "table" => {
                self.flush();
                self.end_table();
                self.table = Some(Table::default());
            }
            "tr" => self.end_row(),
            "td" | "th" => self.start_cell(name, attributes),
            "br" => self.line_break(),
            "b" | "strong" | "em" => {
                self.strong += 1;
                self.strong_from = self.open.text.len();
            }
            "a" => self.open.links.extend(tag::attribute(attributes, "href").filter(|h| h.contains(':'))),
            "p" | "div" | "section" | "article" | "blockquote" | "header" | "footer" | "main" | "caption" if self.within != Within::Cell => self.flush(),
            _ => {}
        }
    }

    fn start_cell(&mut self, name: &str, attributes: &str) {
        self.end_cell();
        let Some(table) = &mut self.table else { return };
        let span = |key: &str| tag::attribute(attributes, key).and_then(|s| s.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, MOST_SPAN);
        (table.across, table.down) = (span("colspan"), span("rowspan"));
        table.heads += usize::from(name == "th");
        self.within = Within::Cell;
    }

    fn enter(&mut self, within: Within) {
        self.flush();
        if self.within != Within::Cell {
            self.within = within;
        }
    }

    fn line_break(&mut self) {
        match self.within {
            Within::Plain => self.flush(),
            _ if self.open.text.trim().is_empty() => {}
            _ => {
                let marked = self.open.text.trim_end().ends_with([',', ';', ':', '.', '!', '?']);
                let kept = self.open.text.trim_end().len();
                self.open.text.truncate(kept);
                self.open.text.push_str(if marked { " " } else { "; " });
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "ul" | "ol" => {
                self.flush();
                self.depth = self.depth.saturating_sub(1);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dt" | "dd" | "p" | "div" if self.within != Within::Cell => {
                self.flush();
                self.within = Within::Plain;
            }
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            "table" => self.end_table(),
            "b" | "strong" | "em" => {
                self.strong = self.strong.saturating_sub(1);
                if self.strong == 0 && self.open.text.get(..self.strong_from).is_some_and(|s| s.trim().is_empty()) {
                    self.open.strong = self.open.text.trim_end().len();
                }
            }
            _ => {}
        }
    }

    fn taken(&mut self) -> Run {
        let mut run = std::mem::take(&mut self.open);
        run.text = run.text.trim().trim_end_matches(';').trim().to_owned();
        run.strong = run.strong.min(run.text.len());
        run
    }

    fn end_cell(&mut self) {
        if self.within != Within::Cell {
            return;
        }
        let run = self.taken();
        self.within = Within::Plain;
        let Some(table) = &mut self.table else { return };
        fill(table);
        for _ in 0..table.across.max(1) {
            if table.down > 1 {
                table.reach.insert(table.row.len(), (table.down - 1, run.clone()));
            }
            table.row.push(run.clone());
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.flush();
        let Some(table) = &mut self.table else { return };
        if table.row.is_empty() {
            return;
        }
        fill(table);
        let row = std::mem::take(&mut table.row);
        table.header |= table.rows.is_empty() && table.heads == row.len();
        table.heads = 0;
        table.rows.push(row);
    }

    fn end_table(&mut self) {
        self.end_row();
        let Some(table) = self.table.take() else { return };
        let first = if table.header { FirstRow::Header } else { FirstRow::Unsaid };
        self.out.blocks.push(Block::Table { rows: table.rows, first });
    }

    fn flush(&mut self) {
        if self.within == Within::Cell {
            if !self.open.text.is_empty() && !self.open.text.ends_with(' ') {
                self.open.text.push(' ');
            }
            return;
        }
        let run = self.taken();
        if run.is_blank() {
            return;
        }
        let block = match self.within {
            Within::Heading => Block::Heading { level: self.level, text: run },
            Within::Item => Block::Item { depth: self.depth.saturating_sub(1), text: run, marker: '-' },
            Within::Term => Block::Term { term: run, values: Vec::new() },
            Within::Definition => {
                if let Some(Block::Term { values, .. }) = self.out.blocks.last_mut() {
                    values.push(run);
                    return;
                }
                Block::Line(run)
            }
            Within::Plain | Within::Cell => Block::Line(run),
        };
        self.out.blocks.push(block);
    }
}

/// Puts the cells that reach down from earlier rows where they belong in the running row.
fn fill(table: &mut Table) {
    while let Some((left, run)) = table.reach.remove(&table.row.len()) {
        if left > 1 {
            table.reach.insert(table.row.len(), (left - 1, run.clone()));
        }
        table.row.push(run);
    }
}
