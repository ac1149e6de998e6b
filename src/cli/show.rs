//! Results drawn for a terminal: the draft with the words underlined, the sheet's line quoted, the fix.
//! Not here: the results.

use super::{Refusal, input};
use crate::wire::{Checked, Finding};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The renderer for where the output goes: colour only on a terminal, and not under `NO_COLOR`.
pub(super) fn renderer() -> Renderer {
    let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    if colour { Renderer::styled() } else { Renderer::plain() }
}

/// Byte at which a UTF-16 unit begins.
fn byte_at(text: &str, unit: u32) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= unit {
            return at;
        }
        units += c.len_utf16() as u32;
    }
    text.len()
}

/// Prints what was found in a draft.
pub(super) fn draft(path: &Path, draft: &str, checked: &Checked, sheets: &[PathBuf]) -> Result<(), Refusal> {
    let name = if path.as_os_str() == "-" { "draft".to_owned() } else { path.display().to_string() };
    let mut out = String::new();
    for finding in &checked.findings {
        out.push_str(&one(&name, draft, finding, sheets));
        out.push_str("\n\n");
    }
    out.push_str(&summary(checked));
    let _ = writeln!(std::io::stdout().lock(), "{out}");
    Ok(())
}

fn one(name: &str, draft: &str, finding: &Finding, sheets: &[PathBuf]) -> String {
    let level = match finding.severity.as_str() {
        "error" => Level::ERROR,
        "warning" => Level::WARNING,
        _ => Level::NOTE,
    };
    let range = byte_at(draft, finding.start)..byte_at(draft, finding.end);
    let title = format!("{} ({})", finding.message, finding.rule);
    let mut groups = vec![
        level
            .clone()
            .primary_title(title.as_str())
            .element(Snippet::source(draft).path(name).annotation(AnnotationKind::Primary.span(range).label(finding.kind.as_str()))),
    ];
    let quoted = finding.fact.as_ref().and_then(|f| sheet_line(f.sheet.as_str(), f.line, sheets));
    if let Some((path, text, range)) = &quoted {
        groups.push(
            Group::with_title(Level::NOTE.secondary_title("the sheet says"))
                .element(Snippet::source(text.as_str()).path(path.as_str()).annotation(AnnotationKind::Context.span(range.clone()))),
        );
    }
    let helps: Vec<String> = finding.fixes.iter().map(|f| f.label.clone()).chain(finding.why.clone()).collect();
    for help in &helps {
        groups.push(Group::with_title(Level::HELP.secondary_title(help.as_str())));
    }
    renderer().render(&groups)
}

/// A sheet's path, its text and the bytes of one line of it.
fn sheet_line(id: &str, line: u32, sheets: &[PathBuf]) -> Option<(String, String, std::ops::Range<usize>)> {
    let path = sheets.iter().find(|p| p.file_stem().is_some_and(|s| s.to_string_lossy() == id))?;
    if path.as_os_str() == "-" {
        return None;
    }
    let text = input::text(path).ok()?;
    let wanted = text.lines().nth(line.checked_sub(1)? as usize)?;
    let start = wanted.as_ptr() as usize - text.as_ptr() as usize;
    let range = start..start + wanted.len();
    Some((path.display().to_string(), text, range))
}

fn summary(checked: &Checked) -> String {
    let errors = checked.findings.iter().filter(|f| f.severity == "error").count();
    let others = checked.findings.len() - errors;
    let borne = checked.supported.len();
    let plural = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    format!(
        "{}: {}, {}, {} borne out by the sheet",
        checked.verdict,
        plural(errors, "error", "errors"),
        plural(others, "other finding", "other findings"),
        plural(borne, "statement", "statements")
    )
}
