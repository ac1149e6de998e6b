//! Runs `tests/corpus/*.md`: prose, a `sheet` block, and `draft` blocks with `^^^^` under the words and what is expected behind.
//! Not here: what the expectations mean; each file says it.

use aval::check::{self, Ask};
use aval::library::Library;
use aval::sheet;
use aval::wire::Checked;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A block of a corpus file: its info string, its lines, the line it begins on.
struct Block {
    info: String,
    lines: Vec<String>,
    line: usize,
}

/// What was found on one line of a draft, drawn as the corpus draws it.
fn drawn(line: &str, first: u32, checked: &Checked) -> Vec<String> {
    let length = line.encode_utf16().count() as u32;
    let mut rows = Vec::new();
    let mut add = |start: u32, end: u32, words: String| {
        if start >= first && end <= first + length {
            let before = columns(line, start - first);
            let width = columns(line, end - first) - before;
            rows.push((before, format!("{}{} {words}", " ".repeat(before), "^".repeat(width.max(1)))));
        }
    };
    for finding in &checked.findings {
        let fix = finding.fixes.first().map(|f| format!("   fix: {}", f.replacement)).unwrap_or_default();
        add(finding.start, finding.end, format!("{}: {}{fix}", finding.kind, finding.message));
    }
    for supported in &checked.supported {
        let condition = supported.fact.condition.as_ref().map(|c| format!(", {c}")).unwrap_or_default();
        add(supported.start, supported.end, format!("supported: {}{condition} is {}", supported.fact.attribute, supported.fact.value));
    }
    rows.sort();
    rows.into_iter().map(|r| r.1).collect()
}

/// Characters before a UTF-16 unit.
fn columns(line: &str, unit: u32) -> usize {
    let mut units = 0;
    line.chars()
        .take_while(|c| {
            let before = units < unit;
            units += c.len_utf16() as u32;
            before
        })
        .count()
}

/// A corpus file with the expectations that hold today.
fn rewritten(path: &Path, text: &str) -> String {
    let mut library = Library::default();
    let mut out = String::new();
    let mut open: Option<Block> = None;
    for (number, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(_), Some(block)) => {
                for line in closed(path, &block, &mut library) {
                    let _ = writeln!(out, "{line}");
                }
                let _ = writeln!(out, "{line}");
            }
            (Some(info), None) => {
                open = Some(Block { info: info.trim().to_owned(), lines: Vec::new(), line: number + 1 });
                let _ = writeln!(out, "{line}");
            }
            (None, Some(mut block)) => {
                block.lines.push(line.to_owned());
                open = Some(block);
            }
            (None, None) => {
                let _ = writeln!(out, "{line}");
            }
        }
    }
    out
}

/// A block as it should read: a sheet as it stands (and read), a draft with what is found in it.
fn closed(path: &Path, block: &Block, library: &mut Library) -> Vec<String> {
    if block.info.starts_with("sheet") {
        let markdown = block.lines.join("\n");
        let sheet = sheet::read("sheet", "sheet.md", markdown.as_bytes()).unwrap_or_else(|e| panic!("{}:{}: {e}", path.display(), block.line));
        *library = Library::compile(vec![sheet]);
    }
    if block.info.starts_with("draft") { draft(block, library) } else { block.lines.clone() }
}

/// The lines of a draft block with what is found under each; every line is a draft of its own.
fn draft(block: &Block, library: &Library) -> Vec<String> {
    let mut context: Option<String> = None;
    let mut out = Vec::new();
    for line in block.lines.iter().filter(|l| !l.trim_start().starts_with('^')) {
        out.push(line.clone());
        if let Some(words) = line.strip_prefix("> ") {
            context = Some(words.to_owned());
            continue;
        }
        let today = block.info.split(' ').find_map(|w| w.parse().ok()).unwrap_or(jiff::civil::date(2026, 6, 1));
        let ask = Ask { context: context.as_deref(), ..Ask::new(line, today) };
        out.extend(drawn(line, 0, &check::check(library, &ask)));
        context = None;
    }
    out
}

#[test]
fn the_corpus_says_what_the_engine_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).expect("the corpus is there").filter_map(|e| e.ok().map(|e| e.path())).collect();
    files.sort();
    assert!(!files.is_empty(), "no corpus file in {}", folder.display());
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a corpus file is text");
        let now = rewritten(&path, &text);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &now).expect("the corpus can be written");
        } else {
            expect_test::expect_file![&path].assert_eq(&now);
        }
    }
}
