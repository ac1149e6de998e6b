//! Sample sheets and what is understood of them: each `tests/sheets/NAME` with `tests/sheets/NAME.expected` beside it.
//! Not here: tests of single rooms, which stand in their files.
//!
//! `UPDATE_EXPECT=1 cargo test sheet` writes what is understood now; review reads the difference.

use super::read;
use crate::fact::{Closure, Fact, Gravity, Polarity, Sheet, Wording};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets")
}

fn samples() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder()).into_iter().flatten().flatten().map(|e| e.path()).filter(|p| p.extension().is_none_or(|e| e != "expected")).collect();
    found.sort();
    found
}

#[test]
fn samples_are_understood() {
    let samples = samples();
    assert!(samples.len() > 2, "sample sheets are missing from {}", folder().display());
    for path in samples {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = std::fs::read(&path).unwrap_or_default();
        let stem = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let shown = match read(&stem, &name, &bytes) {
            Ok(sheet) => show(&sheet),
            Err(refusal) => format!("refused: {refusal}\n"),
        };
        expect_test::expect_file![folder().join(format!("{name}.expected"))].assert_eq(&shown);
    }
}

fn show(sheet: &Sheet) -> String {
    let mut out = format!("title: {}\n", sheet.title);
    let mut line = |name: &str, words: String| {
        if !words.is_empty() {
            let _ = writeln!(out, "{name}: {words}");
        }
    };
    line("brand", sheet.brand.clone().unwrap_or_default());
    line("names", sheet.names.join(" | "));
    line("products", sheet.products.iter().map(|p| if p.aliases.is_empty() { p.name.clone() } else { format!("{} = {}", p.name, p.aliases.join(" | ")) }).collect::<Vec<_>>().join(" ; "));
    line("markets", sheet.markets.join(" | "));
    line("valid", validity(&sheet.validity));
    let mut group = None;
    for fact in &sheet.facts {
        if group != Some(&fact.group) {
            let _ = writeln!(out, "[{}]", fact.group.as_deref().unwrap_or(""));
            group = Some(&fact.group);
        }
        show_fact(&mut out, sheet, fact);
    }
    for (name, list) in [("say", &sheet.approved), ("never", &sheet.never), ("partner", &sheet.partners), ("contact", &sheet.contacts)] {
        for Wording { text, note, place } in list {
            let note = note.as_deref().map(|n| format!(" ({n})")).unwrap_or_default();
            let _ = writeln!(out, "{}:{} {name}: {text}{note}", place.line, place.column);
        }
    }
    for problem in &sheet.problems {
        let gravity = match problem.gravity {
            Gravity::Error => "error",
            Gravity::Warning => "warning",
            Gravity::Note => "note",
        };
        let _ = writeln!(out, "{}:{} {gravity}: {} -- {}", problem.place.line, problem.place.column, problem.text, problem.message);
    }
    out
}

fn validity(validity: &crate::fact::Validity) -> String {
    let day = |d: crate::value::PartialDate| {
        let part = |n: Option<String>| n.unwrap_or_else(|| "?".to_owned());
        format!("{}-{}-{}", part(d.year.map(|y| y.to_string())), part(d.month.map(|m| m.to_string())), part(d.day.map(|d| d.to_string())))
    };
    match (validity.from, validity.until) {
        (None, None) => String::new(),
        (from, until) => format!("{}..{}", from.map(day).unwrap_or_default(), until.map(day).unwrap_or_default()),
    }
}

/// One line: place, product, attribute, condition, value when taken apart, the parts with their polarity and values.
fn show_fact(out: &mut String, sheet: &Sheet, fact: &Fact) {
    let product = fact.product.and_then(|p| sheet.products.get(usize::from(p))).map(|p| format!("<{}> ", p.name)).unwrap_or_default();
    let condition = fact.condition.as_deref().map(|c| format!(" [{c}]")).unwrap_or_default();
    let _ = write!(out, "{}:{} {product}{}{condition} =", fact.place.line, fact.place.column, fact.attribute);
    for part in &fact.parts {
        let sign = if part.polarity == Polarity::Yes { '+' } else { '-' };
        let values = if part.values.is_empty() { String::new() } else { format!("#{}", part.values.len()) };
        let _ = if part.limits { write!(out, " ({sign}{}{values})", part.text) } else { write!(out, " {sign}{}{values}", part.text) };
        out.push_str(" ;");
    }
    if out.ends_with(';') {
        out.pop();
    }
    let answer = fact.answer.map(|a| if a == Polarity::Yes { "yes" } else { "no" });
    let list = fact.list.map(|l| if l == Closure::Closed { "closed" } else { "open" });
    let markets = (!fact.markets.is_empty()).then(|| format!("markets {}", fact.markets.join(", ")));
    let valid = Some(validity(&fact.validity)).filter(|v| !v.is_empty());
    let marks: Vec<String> = [answer.map(str::to_owned), list.map(str::to_owned), markets, valid].into_iter().flatten().collect();
    if !marks.is_empty() {
        let _ = write!(out, " {{{}}}", marks.join("; "));
    }
    out.push('\n');
}
