//! A table of two columns: a phrase, and what to say instead.
//! Not here: TOML, Vale.

use crate::rule::compile::PackError;
use crate::rule::{Limits, Localised, Origin, Pack, Pattern, Role, Rule, Severity};

/// Words in the first row that make it a heading.
const HEADINGS: &[&str] = &["phrase", "avoid", "never", "do not say", "instead of", "eviter", "a eviter", "ne pas dire", "mot", "word", "expression", "terme", "term"];

/// Reads CSV or TSV.
///
/// # Errors
/// The line of a row with a first cell without words, or of a row the format does not allow.
pub(super) fn pack(file: &str, name: &str, text: &str) -> Result<Pack, PackError> {
    let delimiter = delimiter(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rules = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| wrong(file, e.position().map_or(1, csv::Position::line), "a row of cells; check the quotation marks"))?;
        let line = record.position().map_or(1, csv::Position::line);
        let phrase = record.get(0).unwrap_or("");
        let instead = record.get(1).unwrap_or("");
        let heading = rules.is_empty() && HEADINGS.contains(&crate::text::fold(phrase).as_str());
        if heading || phrase.is_empty() && instead.is_empty() {
            continue;
        }
        let pattern = Pattern::phrase(phrase, None).ok_or_else(|| wrong(file, line, "a phrase in the first column, what to say instead in the second"))?;
        rules.push(rule(name, line, phrase, instead, pattern));
    }
    Ok(Pack { name: name.to_owned(), rules, left_out: Vec::new() })
}

/// The separator that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let count = |c: char| first.matches(c).count();
    [b';', b'\t', b','].into_iter().max_by_key(|d| count(char::from(*d))).unwrap_or(b',')
}

fn wrong(file: &str, line: u64, expected: &str) -> PackError {
    PackError { file: file.to_owned(), line: line as u32, column: 1, message: format!("expected {expected}") }
}

fn rule(name: &str, line: u64, phrase: &str, instead: &str, pattern: Pattern) -> Rule {
    let (en, fr) = if instead.is_empty() {
        (format!("Your list says not to write “{phrase}”."), format!("Votre liste dit de ne pas écrire « {phrase} »."))
    } else {
        (format!("Your list says “{instead}” instead of “{phrase}”."), format!("Votre liste dit « {instead} » au lieu de « {phrase} »."))
    };
    super::plain(name, &format!("line-{line}"), Severity::Warning, Localised { en, fr }, Localised::same(instead), vec![(Role::Flag, pattern)])
}

/// A user's rule without limits.
pub(super) fn plain(pack: &str, id: &str, severity: Severity, message: Localised, replace: Localised, parts: Vec<(Role, Pattern)>) -> Rule {
    Rule {
        name: format!("{pack}/{id}"),
        id: id.to_owned(),
        category: pack.to_owned(),
        severity,
        weight: 50,
        message,
        why: Localised::default(),
        replace,
        advice: Localised::default(),
        even: Vec::new(),
        lifted_by_sheet: false,
        needs: Vec::new(),
        limits: Limits::default(),
        origin: Origin::User,
        parts,
    }
}
