//! Compiles `src/verdict/data/predicates.toml` into a sorted table.
//! Not here: adding up the points (`verdict::unsupported`).

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
struct Sign {
    points: i32,
    en: Vec<String>,
    fr: Vec<String>,
}

/// Writes `predicates.rs` into the build's folder.
pub(crate) fn compile(root: &Path, out: &Path) -> Result<(), String> {
    let path = root.join("src/verdict/data/predicates.toml");
    println!("cargo:rerun-if-changed={}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let signs: BTreeMap<String, Sign> = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut rows = Vec::new();
    for (number, sign) in signs.values().enumerate() {
        for (lang, phrases) in [("En", &sign.en), ("Fr", &sign.fr)] {
            rows.extend(phrases.iter().map(|p| (p.clone(), lang, number, sign.points)));
        }
    }
    rows.sort();
    let mut code = String::from("pub(super) static SIGNS: &[(&str, Lang, u8, i32)] = &[\n");
    for (phrase, lang, number, points) in rows {
        let _ = writeln!(code, "    ({phrase:?}, Lang::{lang}, {number}, {points}),");
    }
    code.push_str("];\n");
    let news = signs.keys().position(|k| k == "news").ok_or("predicates.toml: [news] is missing")?;
    let _ = writeln!(code, "/// The number of the signs of news.\nconst NEWS: u8 = {news};");
    std::fs::write(out.join("predicates.rs"), code).map_err(|e| e.to_string())
}
