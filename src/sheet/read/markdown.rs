//! Markdown to blocks, by pulldown-cmark's events with their byte ranges.
//! Not here: what a heading, an item or a cell means.

use super::{Blocks, front};
use crate::fact::{Gravity, Place, Problem};
use crate::sheet::block::{Block, FirstRow, Lines, Run};
use crate::sheet::label;
use crate::span::Span;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a Markdown text.
pub(in crate::sheet) fn read(source: &str) -> Blocks {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_DEFINITION_LIST;
    let mut reader = Reader { source, lines: Lines::new(source), out: Blocks::default(), open: None, within: Vec::new(), depth: 0, rows: Vec::new(), row: Vec::new(), width: 0, struck: 0, strong: 0, image: 0, html: None };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.flush();
    reader.out
}

/// What the running text stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Within {
    Heading(u8),
    Item(char),
    Cell,
    Note(String),
    Term,
    Definition,
    Front,
    Code,
}

/// Text being gathered, with the places at which its lines begin.
#[derive(Debug, Default)]
struct Open {
    text: String,
    links: Vec<String>,
    notes: Vec<String>,
    starts: Vec<(usize, Place)>,
    strong: Vec<Span>,
    strong_from: usize,
}

struct Reader<'a> {
    source: &'a str,
    lines: Lines<'a>,
    out: Blocks,
    open: Option<Open>,
    within: Vec<Within>,
    depth: u8,
    rows: Vec<Vec<Run>>,
    row: Vec<Run>,
    width: usize,
    struck: u32,
    strong: u32,
    image: u32,
    html: Option<(usize, String)>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.html.is_none() => self.text(&text, range.start),
            Event::Code(text) => self.text(&text, range.start + 1),
            Event::SoftBreak => self.line_break(),
            Event::HardBreak => self.line_break(),
            Event::InlineHtml(tag) if is_break(&tag) => self.separate(),
            Event::Html(text) | Event::Text(text) => {
                if let Some((_, html)) = &mut self.html {
                    html.push_str(&text);
                }
            }
            Event::FootnoteReference(label) => {
                if let Some(open) = &mut self.open {
                    open.notes.push(label.to_string());
                }
            }
            Event::TaskListMarker(done) => self.text(if done { "✓ " } else { "✗ " }, range.start),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.enter(Within::Heading(level as u8)),
            Tag::List(_) => {
                self.flush();
                self.depth = self.depth.saturating_add(1);
            }
            Tag::Item => {
                let marker = self.source.get(range.start..).and_then(|s| s.trim_start().chars().next()).unwrap_or('-');
                self.enter(Within::Item(marker));
            }
            Tag::Table(columns) => {
                self.flush();
                self.rows.clear();
                self.width = columns.len();
            }
            Tag::TableHead => self.row.clear(),
            Tag::TableRow => {
                self.row.clear();
                self.ragged(range);
            }
            Tag::TableCell => {
                self.enter(Within::Cell);
                let place = self.lines.place(range.start);
                self.open = Some(Open { starts: vec![(0, place)], ..Open::default() });
            }
            Tag::FootnoteDefinition(label) => self.enter(Within::Note(label.to_string())),
            Tag::DefinitionListTitle => self.enter(Within::Term),
            Tag::DefinitionListDefinition => self.enter(Within::Definition),
            Tag::CodeBlock(_) => self.enter(Within::Code),
            Tag::MetadataBlock(_) => self.enter(Within::Front),
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some((range.start, String::new()));
            }
            Tag::Paragraph | Tag::BlockQuote(_) => self.flush(),
            Tag::Strong | Tag::Emphasis => self.strong(1),
            Tag::Strikethrough => self.struck += 1,
            Tag::Image { .. } => self.image += 1,
            Tag::Link { dest_url, .. } => {
                let place = self.lines.place(range.start);
                let open = self.open.get_or_insert_with(|| Open { starts: vec![(0, place)], ..Open::default() });
                open.links.push(dest_url.to_string());
            }
            _ => {}
        }
    }

    fn enter(&mut self, within: Within) {
        self.flush();
        self.within.push(within);
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::TableCell => {
                self.within.pop();
                let run = self.open.take().map(|o| whole(&o)).unwrap_or_default();
                self.row.push(run);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                self.rows.push(row);
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.out.blocks.push(Block::Table { rows, first: FirstRow::Unsaid });
            }
            TagEnd::List(_) => {
                self.flush();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.front(range),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Heading(_) | TagEnd::Item | TagEnd::FootnoteDefinition | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition | TagEnd::CodeBlock => {
                self.flush();
                self.within.pop();
            }
            TagEnd::Paragraph | TagEnd::BlockQuote(_) => self.flush(),
            TagEnd::Strong | TagEnd::Emphasis => self.strong_end(),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            _ => {}
        }
    }

    fn front(&mut self, range: Range<usize>) {
        self.within.pop();
        self.open = None;
        let text = self.source.get(range.clone()).unwrap_or("");
        let blocks = front::read(text, range.start, &mut self.lines);
        self.out.blocks.extend(blocks);
    }

    fn html_block(&mut self) {
        let Some((at, html)) = self.html.take() else { return };
        let place = self.lines.place(at);
        super::html::blocks(&html, place, &mut self.out);
    }

    fn strong(&mut self, by: u32) {
        self.strong += by;
        if let Some(open) = &mut self.open {
            open.strong_from = open.text.len();
        }
    }

    fn strong_end(&mut self) {
        self.strong = self.strong.saturating_sub(1);
        if let Some(open) = self.open.as_mut().filter(|_| self.strong == 0) {
            open.strong.push(Span::new(open.strong_from, open.text.len()));
        }
    }

    fn text(&mut self, text: &str, at: usize) {
        if self.image > 0 {
            return;
        }
        let place = self.lines.place(at);
        if self.struck > 0 {
            let message = "struck-out words are not read; remove them, or write the fact without striking it out".to_owned();
            self.out.problems.push(Problem { place, gravity: Gravity::Note, text: text.to_owned(), message });
            return;
        }
        let open = self.open.get_or_insert_with(Open::default);
        if open.starts.last().is_none_or(|(from, _)| open.text.ends_with('\n') && *from != open.text.len()) {
            open.starts.push((open.text.len(), place));
        }
        open.text.push_str(text);
    }

    fn line_break(&mut self) {
        if let Some(open) = &mut self.open {
            open.text.push('\n');
        }
    }

    /// `<br>`: the start of another item of the same value.
    fn separate(&mut self) {
        if let Some(open) = self.open.as_mut().filter(|o| !o.text.trim().is_empty()) {
            let marked = open.text.trim_end().ends_with([',', ';', ':', '.', '!', '?']);
            open.text.push_str(if marked { " " } else { "; " });
        }
    }

    /// Hands over the gathered text as the block it stands in.
    fn flush(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open.text.trim().is_empty() {
            return;
        }
        let depth = self.depth.saturating_sub(1);
        match self.within.last().cloned() {
            Some(Within::Heading(level)) => self.out.blocks.push(Block::Heading { level, text: whole(&open) }),
            Some(Within::Item(marker)) => {
                let blocks = split_lines(&open).into_iter().enumerate().map(|(i, text)| Block::Item { depth: depth + u8::from(i > 0 && depth < u8::MAX), text, marker });
                self.out.blocks.extend(blocks);
                // A second paragraph of the item is no item of its own.
                if let Some(Within::Item(m)) = self.within.last_mut() {
                    *m = marker;
                }
            }
            Some(Within::Note(label)) => self.out.blocks.push(Block::Note { label, text: whole(&open) }),
            Some(Within::Term) => self.out.blocks.push(Block::Term { term: whole(&open), values: Vec::new() }),
            Some(Within::Definition) => match self.out.blocks.last_mut() {
                Some(Block::Term { values, .. }) => values.push(whole(&open)),
                _ => self.out.blocks.push(Block::Line(whole(&open))),
            },
            _ => self.paragraph(&open),
        }
    }

    fn paragraph(&mut self, open: &Open) {
        let lines: Vec<Run> = all_lines(open);
        if lines.len() > 1 && lines.iter().all(|l| l.text.contains('|')) {
            let rows = lines.iter().map(|l| piped(l)).collect();
            self.out.blocks.push(Block::Table { rows, first: FirstRow::Unsaid });
            return;
        }
        if lines.len() > 1 && lines.iter().all(|l| l.text.matches('\t').count() > 1) {
            let rows = lines.iter().map(|l| parts(l, '\t')).collect();
            self.out.blocks.push(Block::Table { rows, first: FirstRow::Unsaid });
            return;
        }
        let code = self.within.last() == Some(&Within::Code);
        let lines = if code { lines } else { split_lines(open) };
        self.out.blocks.extend(lines.into_iter().filter(|l| !l.is_blank()).map(Block::Line));
    }

    /// Reports a row with more or fewer cells than the table has columns.
    fn ragged(&mut self, range: Range<usize>) {
        let row = self.source.get(range.clone()).unwrap_or("").trim_end();
        let cells = cells(row);
        if cells.len() == self.width {
            return;
        }
        let place = self.lines.place(range.start);
        let extra: Vec<&str> = cells.iter().skip(self.width).map(|s| s.trim()).filter(|s| !s.is_empty()).collect();
        let (count, width) = (cells.len(), self.width);
        let message = if count > width {
            format!("this row has {count} cells but the table has {width} columns, so what is beyond is not read; remove the extra `|`, or write it `\\|` where it belongs to the text")
        } else {
            format!("this row has {count} cells but the table has {width} columns, so the last are read as empty; add the missing `|`")
        };
        let text = if extra.is_empty() { row.to_owned() } else { extra.join(" | ") };
        let gravity = if count < width || extra.is_empty() { Gravity::Note } else { Gravity::Warning };
        self.out.problems.push(Problem { place, gravity, text, message });
    }
}

/// The cells of a row as written, cut at pipes that are neither escaped nor in code.
fn cells(row: &str) -> Vec<&str> {
    let inner = row.trim();
    let inner = inner.strip_prefix('|').unwrap_or(inner);
    let mut out = Vec::new();
    let (mut start, mut code, mut escaped) = (0, false, false);
    for (at, c) in inner.char_indices() {
        match c {
            '`' if !escaped => code = !code,
            '|' if !escaped && !code => {
                out.push(inner.get(start..at).unwrap_or(""));
                start = at + 1;
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    let tail = inner.get(start..).unwrap_or("");
    if !tail.trim().is_empty() {
        out.push(tail);
    }
    out
}

fn is_break(tag: &str) -> bool {
    tag.get(..3).is_some_and(|t| t.eq_ignore_ascii_case("<br"))
}

/// "| a | b |" as cells; a line of dashes between them is no row.
fn piped(line: &Run) -> Vec<Run> {
    let text = &line.text;
    let from = text.len() - text.trim_start().trim_start_matches('|').len();
    let to = text.trim_end().trim_end_matches('|').len().max(from);
    parts_of(line, Span::new(from, to), '|')
}

fn parts(line: &Run, sign: char) -> Vec<Run> {
    parts_of(line, Span::new(0, line.text.len()), sign)
}

fn parts_of(line: &Run, within: Span, sign: char) -> Vec<Run> {
    let mut at = within.start;
    let mut out = Vec::new();
    for piece in within.of(&line.text).split(sign) {
        out.push(line.part(Span::new(at, at + piece.len())));
        at += piece.len() + sign.len_utf8();
    }
    out
}

/// The whole text as one run, its lines joined.
fn whole(open: &Open) -> Run {
    let start = open.starts.first().map_or_else(Place::default, |s| s.1);
    run(open, Span::new(0, open.text.len()), start)
}

fn run(open: &Open, span: Span, place: Place) -> Run {
    let words = span.of(&open.text);
    let lead = words.len() - words.trim_start().len();
    let text = words.trim().replace('\n', " ");
    let from = span.start + lead;
    let strong = open.strong.iter().filter(|s| s.start <= from && s.end > from).map(|s| s.end.min(from + text.len()) - from).max().unwrap_or(0);
    Run { text, place: Place { column: place.column + lead as u32, ..place }, strong, links: open.links.clone(), notes: open.notes.clone() }
}

fn all_lines(open: &Open) -> Vec<Run> {
    spans(open).into_iter().map(|(span, place)| run(open, span, place)).collect()
}

fn spans(open: &Open) -> Vec<(Span, Place)> {
    let ends = open.starts.iter().skip(1).map(|s| s.0).chain([open.text.len()]);
    open.starts.iter().zip(ends).map(|((from, place), to)| (Span::new(*from, to), *place)).collect()
}

/// Lines joined to flowing text, parted again where a line is plainly one of its own: after a closing mark, or when it opens with a key.
fn split_lines(open: &Open) -> Vec<Run> {
    let mut groups: Vec<(Span, Place)> = Vec::new();
    let spans = spans(open);
    // Where several lines have a key, every line is one of its own.
    let by_line = spans.iter().filter(|(s, _)| keyed(s.of(&open.text).trim())).count() > 1;
    for (span, place) in spans {
        let text = span.of(&open.text).trim();
        let apart = groups.last().is_none_or(|(last, _)| {
            let before = last.of(&open.text).trim_end();
            by_line && before.len() < 80 && text.starts_with(char::is_uppercase) || before.ends_with(['.', '!', '?', '»', '”', '"', ';', '|']) || keyed(text) || text.starts_with(['"', '«', '“', '•', '·', '✓', '✗', '✔', '✘', '\t'])
        });
        match groups.last_mut().filter(|_| !apart) {
            Some((last, _)) => last.end = span.end,
            None => groups.push((span, place)),
        }
    }
    groups.into_iter().map(|(span, place)| run(open, span, place)).filter(|r| !r.is_blank()).collect()
}

fn keyed(line: &str) -> bool {
    let key = label::split(line, 0).map(|p| p.key.of(line).to_owned());
    key.is_some_and(|k| (k.starts_with(char::is_uppercase) || k.starts_with(|c: char| c.is_ascii_digit()) && k.contains(char::is_uppercase)) && crate::sheet::words::words(&k).len() <= 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_cut_at_its_pipes() {
        assert_eq!(cells("| a | b \\| c | `x|y` |"), [" a ", " b \\| c ", " `x|y` "]);
        assert_eq!(cells("a | b"), ["a ", " b"]);
    }
}
