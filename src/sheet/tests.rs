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
    assert!(samples.len() > 10, "sample sheets are missing from {}", folder().display());
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

/// One line: place, product, attribute, condition, the parts with their polarity, those that limit in brackets.
fn show_fact(out: &mut String, sheet: &Sheet, fact: &Fact) {
    let product = fact.product.and_then(|p| sheet.products.get(usize::from(p))).map(|p| format!("<{}> ", p.name)).unwrap_or_default();
    let condition = fact.condition.as_deref().map(|c| format!(" [{c}]")).unwrap_or_default();
    let _ = write!(out, "{}:{} {product}{}{condition} =", fact.place.line, fact.place.column, fact.attribute);
    for part in &fact.parts {
        let sign = if part.polarity == Polarity::Yes { '+' } else { '-' };
        let _ = if part.limits { write!(out, " ({sign}{})", part.text) } else { write!(out, " {sign}{}", part.text) };
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

/// Fragments of sheets from which odd ones are put together.
const FRAGMENTS: &[&str] = &[
    "# ", "## ", "- ", "  - ", "* ", "| ", " | ", "|---|---|\n", "\n", "\n\n", ": ", " — ", "**", "(", ")", "[", "]", "«", "»", "\"", ";", ",", ". ", "no", "oui", "✓", "Weight", "Poids", "12 kg", "1 299,90 €", "R40", "R40 Max", "products: ", "---\n", "never say", "À dire", "sauf", "except", "and", "et", "sans", "[^1]", "[^1]: ", "*", "until 31 January 2026", "👨‍👩‍👧", "é", "<td>", "<table>", "</td>",
    "<br>", "{\"a\":", "[1,2]", "}", "&eacute;", "\t", "only", "for the R40", "\u{202f}", "\u{0}", "ﬁ", "%", "-", "://", "a:b.c",
];

mod properties {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

    fn run<S: Strategy>(strategy: S, check: impl Fn(S::Value) -> Result<(), TestCaseError>) {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
        let mut runner = TestRunner::new_with_rng(Config { cases: 200, failure_persistence: None, ..Config::default() }, rng);
        if let Err(failure) = runner.run(&strategy, check) {
            panic!("{failure}");
        }
    }

    fn holds(name: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
        let Ok(sheet) = read("s", name, bytes) else { return Ok(()) };
        let lines = String::from_utf8_lossy(bytes).split('\n').count() as u32;
        for fact in &sheet.facts {
            prop_assert!(fact.place.line >= 1 && fact.place.line <= lines, "place {:?} of {lines} lines", fact.place);
            prop_assert!(fact.value.is_empty() || !fact.parts.is_empty(), "no parts in {:?}", fact.value);
            prop_assert!(fact.product.is_none_or(|p| usize::from(p) < sheet.products.len()));
            for value in fact.parts.iter().flat_map(|p| p.values.iter().map(move |v| (p, v))) {
                prop_assert!(value.0.text.get(value.1.full.start..value.1.full.end).is_some());
            }
        }
        Ok(())
    }

    const KINDS: &[&str] = &["s.md", "s.csv", "s.json", "s.html", "s"];

    #[test]
    fn any_bytes_are_read_or_refused() {
        run((proptest::collection::vec(any::<u8>(), 0..400), 0..KINDS.len()), |(bytes, kind)| holds(KINDS.get(kind).unwrap_or(&"s"), &bytes));
    }

    #[test]
    fn odd_sheets_are_read() {
        let words = proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..80);
        run((words, 0..KINDS.len()), |(words, kind)| holds(KINDS.get(kind).unwrap_or(&"s"), words.concat().as_bytes()));
    }
}

/// Time grows with size, not with its square: ten times the text within thirty times the time, and a second for a megabyte of it.
#[test]
fn time_is_linear() {
    let hostile: &[(&str, &str)] = &[
        ("s.md", "- Weight: 2 kg, except 3 kg (4 kg)\n"),
        ("s.md", "| a | b |\n"),
        ("s.md", "a:b."),
        ("s.md", "no, not, sans "),
        ("s.md", "(((("),
        ("s.md", "> - "),
        ("s.html", "<td rowspan=9 colspan=9>x"),
        ("s.html", "<"),
        ("s.csv", "a,\"b"),
        ("s.json", "[{\"a\":1},"),
        ("s.md", "# R40\nWeight: 2 kg\nSize: 3 cm\n"),
        ("s.md", "R40 for the R40 Max, "),
    ];
    for (name, unit) in hostile {
        let time = |bytes: usize| {
            let text = unit.repeat(bytes / unit.len());
            let start = std::time::Instant::now();
            let _ = read("s", name, text.as_bytes());
            start.elapsed()
        };
        time(2_000);
        let (small, large) = (time(8_000), time(80_000));
        assert!(large < small * 30 + std::time::Duration::from_millis(50), "{name} {unit:?}: {small:?} then {large:?}");
    }
}

#[test]
fn a_large_file_is_refused_with_what_to_do() {
    let refusal = read("s", "big.md", &vec![b'a'; 10_000_000]).map(|_| ()).map_err(|e| e.to_string());
    assert_eq!(refusal, Err("big.md:1:1: the file has 10 MB and at most 5 MB are read; split it into one sheet a product range".to_owned()));
}
