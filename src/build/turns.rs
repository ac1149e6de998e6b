//! Compiles `src/stance/data/turns.toml` into a sorted table.
//! Not here: reading a clause by it (`claim`).

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
struct File {
    en: BTreeMap<String, Vec<String>>,
    fr: BTreeMap<String, Vec<String>>,
}

/// Writes `turns.rs` into the build's folder.
pub(crate) fn compile(root: &Path, out: &Path) -> Result<(), String> {
    let path = root.join("src/stance/data/turns.toml");
    println!("cargo:rerun-if-changed={}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut rows = Vec::new();
    for (lang, turns) in [("En", &file.en), ("Fr", &file.fr)] {
        for (kind, phrases) in turns {
            let kind = match kind.as_str() {
                "neutral" => "Neutral",
                "negation" => "Negation",
                "whole" => "NegationWhole",
                "before" => "NegationBefore",
                "supposition" => "Supposition",
                "report" => "Report",
                "retraction" => "Retraction",
                other => return Err(format!("{}: unknown kind of turn {other:?}", path.display())),
            };
            rows.extend(phrases.iter().map(|p| (p.clone(), lang, kind)));
        }
    }
    rows.sort();
    let mut code = String::from("pub(super) static TURNS: &[(&str, Lang, Turn)] = &[\n");
    for (phrase, lang, kind) in rows {
        let _ = writeln!(code, "    ({phrase:?}, Lang::{lang}, Turn::{kind}),");
    }
    code.push_str("];\n");
    std::fs::write(out.join("turns.rs"), code).map_err(|e| e.to_string())
}
