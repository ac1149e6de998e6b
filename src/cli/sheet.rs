//! `aval sheet`: the facts understood in a sheet, and what was not.
//! Not here: how a sheet is read (`sheet`), what drafts say of it (`check`).

use super::{Outcome, Refusal, input};
use crate::fact::{Gravity, Problem, Sheet};
use crate::wire::{FactRow, SheetReport};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What can be asked of `aval sheet`.
#[derive(Debug, clap::Args)]
pub(super) struct SheetArgs {
    /// Sheets to read; `-` is standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The day by which expiry is judged; today's date if not given
    #[arg(long, value_parser = super::check::day)]
    today: Option<jiff::civil::Date>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For a terminal
    Human,
    /// A JSON object a line, one for each file
    Json,
    /// Tables of all facts
    Markdown,
}

/// Runs the command.
pub(super) fn run(args: &SheetArgs) -> Result<Outcome, Refusal> {
    let mut read = Vec::new();
    for path in &args.files {
        let bytes = input::bytes(path)?;
        let sheet = read_sheet(path, &bytes)?;
        read.push((path, bytes, sheet));
    }
    reviewed(&mut read, args.today.unwrap_or_else(super::today));
    for (path, bytes, sheet) in &read {
        let report = SheetReport::from(sheet);
        match args.format {
            Format::Human => print!("{}", human(path, &String::from_utf8_lossy(bytes), sheet, &report)),
            Format::Json => println!("{}", serde_json::to_string(&report).map_err(|e| Refusal(format!("the report cannot be written as JSON ({e})")))?),
            Format::Markdown => print!("{}", markdown(&report)),
        }
    }
    let broken = read.iter().any(|(_, _, s)| s.problems.iter().any(|p| p.gravity == Gravity::Error));
    Ok(if broken { Outcome::Errors } else { Outcome::Clean })
}

/// Adds to each sheet what has run out by a day and what contradicts another sheet.
fn reviewed(read: &mut [(&PathBuf, Vec<u8>, Sheet)], today: jiff::civil::Date) {
    let sheets: Vec<Sheet> = read.iter().map(|(_, _, s)| s.clone()).collect();
    for (id, problem) in crate::sheet::review(&sheets, today) {
        if let Some((_, _, sheet)) = read.iter_mut().find(|(_, _, s)| s.id == id) {
            sheet.problems.push(problem);
        }
    }
}

/// A sheet from a file's bytes, called by the file's stem.
pub(super) fn read_sheet(path: &Path, bytes: &[u8]) -> Result<Sheet, Refusal> {
    let shown = path.display().to_string();
    let id = path.file_stem().map_or_else(|| shown.clone(), |s| s.to_string_lossy().into_owned());
    crate::sheet::read(&id, &shown, bytes).map_err(|e| Refusal(e.to_string()))
}

fn human(path: &Path, source: &str, sheet: &Sheet, report: &SheetReport) -> String {
    let mut out = String::new();
    heading(&mut out, report);
    let mut group: Option<&Option<String>> = None;
    let rows = together(report);
    for row in &rows {
        if group != Some(&row.group) {
            let _ = writeln!(out, "\n  {}", row.group.as_deref().unwrap_or("(no heading)"));
            group = Some(&row.group);
        }
        let _ = writeln!(out, "  {:>5}  {}", row.line, fact_line(row));
    }
    wordings(&mut out, "Say", &report.approved);
    wordings(&mut out, "Never say", &report.never);
    wordings(&mut out, "Partners", &sheet.partners.iter().map(|w| w.text.clone()).collect::<Vec<_>>());
    if !sheet.problems.is_empty() {
        out.push('\n');
    }
    for problem in &sheet.problems {
        let _ = writeln!(out, "{}", diagnostic(path, source, problem));
    }
    let _ = writeln!(out, "\n{}", tally(report));
    out
}

fn heading(out: &mut String, report: &SheetReport) {
    let _ = writeln!(out, "{} ({})", report.title, report.id);
    if !report.products.is_empty() {
        let _ = writeln!(out, "  products: {}", report.products.join(", "));
    }
    match (&report.valid_from, &report.valid_until) {
        (None, None) => {}
        (from, until) => {
            let _ = writeln!(out, "  valid: {} to {}", from.as_deref().unwrap_or("…"), until.as_deref().unwrap_or("…"));
        }
    }
}

/// Rows that differ in nothing but their product stand as one.
fn together(report: &SheetReport) -> Vec<FactRow> {
    let mut out: Vec<FactRow> = Vec::new();
    for row in &report.facts {
        let same = out.last_mut().filter(|l| l.line == row.line && l.attribute == row.attribute && l.value == row.value && l.condition == row.condition);
        match (same.and_then(|l| l.product.as_mut()), &row.product) {
            (Some(known), Some(product)) => {
                known.push_str(", ");
                known.push_str(product);
            }
            _ => out.push(row.clone()),
        }
    }
    out
}

fn fact_line(row: &FactRow) -> String {
    let mut limits: Vec<String> = Vec::new();
    limits.extend(row.product.clone());
    limits.extend(row.condition.clone());
    let name = match (row.attribute.as_str(), limits.is_empty()) {
        ("", true) => String::new(),
        ("", false) => format!("[{}] ", limits.join("; ")),
        (attribute, true) => format!("{attribute}: "),
        (attribute, false) => format!("{attribute} [{}]: ", limits.join("; ")),
    };
    format!("{name}{}  ({})", row.value, row.kind)
}

fn wordings(out: &mut String, title: &str, words: &[String]) {
    if words.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n  {title}");
    for wording in words {
        let _ = writeln!(out, "         “{wording}”");
    }
}

fn tally(report: &SheetReport) -> String {
    let plural = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    format!("{}, {}", plural(report.facts.len(), "fact"), plural(report.problems.len(), "problem"))
}

/// A problem with the sheet's own line and the words underlined.
fn diagnostic(path: &Path, source: &str, problem: &Problem) -> String {
    let level = match problem.gravity {
        Gravity::Error => Level::ERROR,
        Gravity::Warning => Level::WARNING,
        Gravity::Note => Level::NOTE,
    };
    let line = source.lines().nth(problem.place.line.saturating_sub(1) as usize).unwrap_or("");
    let start = line.char_indices().nth(problem.place.column.saturating_sub(1) as usize).map_or(line.len(), |(i, _)| i);
    let rest = line.get(start..).unwrap_or("");
    let length = if rest.starts_with(problem.text.as_str()) { problem.text.len() } else { rest.trim_end().len() };
    let shown = path.display().to_string();
    let (what, help) = problem.message.split_once("; ").unwrap_or((&problem.message, ""));
    let snippet = Snippet::source(line).line_start(problem.place.line as usize).path(shown).annotation(AnnotationKind::Primary.span(start..start + length));
    let group = level.primary_title(what).element(snippet);
    let help = (!help.is_empty()).then(|| Level::HELP.message(help));
    let group = match help {
        Some(help) => group.element(help),
        None => group,
    };
    let renderer = if colour() { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// Colour on a terminal alone, and never when `NO_COLOR` is set.
fn colour() -> bool {
    use std::io::IsTerminal;
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

fn markdown(report: &SheetReport) -> String {
    let cell = |s: &str| s.replace('|', "\\|");
    let mut out = format!("# {}\n\n| Line | Product | Attribute | Condition | Value |\n|---|---|---|---|---|\n", report.title);
    for row in &report.facts {
        let product = cell(row.product.as_deref().unwrap_or(""));
        let condition = cell(row.condition.as_deref().unwrap_or(""));
        let _ = writeln!(out, "| {} | {product} | {} | {condition} | {} |", row.line, cell(&row.attribute), cell(&row.value));
    }
    if !report.problems.is_empty() {
        out.push_str("\n## Not understood\n\n");
    }
    for problem in &report.problems {
        let _ = writeln!(out, "- line {}, column {}: {} — {}", problem.line, problem.column, problem.text, problem.message);
    }
    out
}
