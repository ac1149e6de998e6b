//! Front matter: `key: value` lines with inline or block lists, as people write them between two `---`.
//! Not here: all of YAML. Anchors, tags and nested maps are read as plain lines; deeper keys are joined to their parent's.

use crate::sheet::block::{Block, Lines, Run};
use crate::sheet::words;
use crate::span::Span;

/// Reads the entries of front matter that starts at byte `at` of the source.
pub(in crate::sheet) fn read(text: &str, at: usize, lines: &mut Lines<'_>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut offset = at;
    for line in text.split_inclusive('\n') {
        let content = uncommented(line);
        let start = offset + (line.len() - line.trim_start().len());
        offset += line.len();
        if content.is_empty() || matches!(content, "---" | "...") {
            continue;
        }
        let place = lines.place(start);
        if let Some(item) = content.strip_prefix("- ") {
            if let Some(Block::Entry { values, .. }) = out.last_mut() {
                values.extend(scalars(&Run::plain(item.trim(), crate::fact::Place { column: place.column + 2, ..place })));
                continue;
            }
        }
        let run = Run::plain(content, place);
        match content.find(':').filter(|at| content.get(at + 1..).is_some_and(|r| r.is_empty() || r.starts_with([' ', '\t', '[', '"', '\'']))) {
            Some(colon) => {
                let key = run.part(Span::new(0, colon));
                let value = run.part(Span::new(colon + 1, content.len()));
                let folded = matches!(value.text.as_str(), ">" | "|" | ">-" | "|-");
                let values = if value.is_blank() || folded { Vec::new() } else { scalars(&value) };
                out.push(Block::Entry { key: Run { text: unquoted(&key.text), ..key }, values });
            }
            None => match out.last_mut() {
                Some(Block::Entry { values, .. }) => values.extend(scalars(&run)),
                _ => out.push(Block::Line(run)),
            },
        }
    }
    out
}

/// A line without its comment.
fn uncommented(line: &str) -> &str {
    let trimmed = line.trim();
    if trimmed.starts_with("# ") || trimmed == "#" {
        return "";
    }
    match trimmed.find(" # ").filter(|at| trimmed.get(..*at).is_some_and(|s| s.matches('"').count() % 2 == 0)) {
        Some(at) => trimmed.get(..at).unwrap_or(trimmed).trim_end(),
        None => trimmed,
    }
}

/// The items of `[a, "b, c"]`, or the value itself without its quotation marks.
fn scalars(run: &Run) -> Vec<Run> {
    let Some(inside) = run.text.strip_prefix('[').map(|s| s.strip_suffix(']').unwrap_or(s)) else {
        return vec![Run { text: unquoted(&run.text), ..run.clone() }];
    };
    let mut out = Vec::new();
    let mut quote = None;
    let mut start = 1;
    for (at, c) in inside.char_indices().map(|(i, c)| (i + 1, c)) {
        match (c, quote) {
            ('"' | '\'', None) if run.text.get(start..at).is_some_and(|s| s.trim().is_empty()) => quote = Some(c),
            (c, Some(q)) if c == q => quote = None,
            (',', None) => {
                out.push(run.part(Span::new(start, at)));
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(run.part(Span::new(start, 1 + inside.len())));
    out.into_iter().map(|r| Run { text: unquoted(&r.text), ..r }).filter(|r| !r.is_blank()).collect()
}

/// A YAML scalar without its quotation marks.
fn unquoted(text: &str) -> String {
    let inner = ['"', '\''].iter().find_map(|q| text.strip_prefix(*q).and_then(|s| s.strip_suffix(*q)));
    inner.map_or_else(|| words::unquoted(text), |s| s.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stand_inline_or_below() {
        let text = "name: Airo 4 # the range\nvariants: [Airo 4 Lite, \"Airo 4, Pro\"]\naliases:\n  - \"#Airo4\"\n  - A4\nvalid_from: 2025-09-01\n";
        let blocks = read(text, 0, &mut Lines::new(text));
        let shown: Vec<String> = blocks
            .iter()
            .map(|b| match b {
                Block::Entry { key, values } => format!("{}={}", key.text, values.iter().map(|v| format!("{}@{}:{}", v.text, v.place.line, v.place.column)).collect::<Vec<_>>().join("|")),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(shown, ["name=Airo 4@1:7", "variants=Airo 4 Lite@2:12|Airo 4, Pro@2:25", "aliases=#Airo4@4:5|A4@5:5", "valid_from=2025-09-01@6:13"]);
    }
}
