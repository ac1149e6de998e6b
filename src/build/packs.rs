//! Compiles the packs that ship from TOML into one table of bytes, so that no TOML reader is in the engine.
//! Not here: what patterns mean; their examples (tests of `rule`).

#[allow(unreachable_pub, dead_code, reason = "shared with the library")]
#[path = "../rule/source.rs"]
mod source;

#[allow(unreachable_pub, dead_code, reason = "shared with the library")]
#[path = "../rule/read/toml.rs"]
mod toml;

use std::path::{Path, PathBuf};

/// Reads `src/rule/packs/*.toml` in the order of their names and writes `packs.bin`.
pub(super) fn compile(root: &Path, out: &Path) -> Result<(), String> {
    let folder = root.join("src/rule/packs");
    println!("cargo:rerun-if-changed={}", folder.display());
    println!("cargo:rerun-if-changed=src/rule/source.rs");
    println!("cargo:rerun-if-changed=src/rule/read/toml.rs");
    let entries = std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    let packs = files.iter().map(|f| read_one(f)).collect::<Result<Vec<_>, _>>()?;
    let bytes = postcard::to_allocvec(&packs).map_err(|e| e.to_string())?;
    std::fs::write(out.join("packs.bin"), bytes).map_err(|e| e.to_string())
}

fn read_one(file: &Path) -> Result<source::PackSource, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let name = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let mut pack = toml::pack(&file.display().to_string(), &name, &text)
        .map_err(|e| format!("{}:{}:{}: {}", file.display(), e.line, e.column, e.message))?;
    // The examples are for the tests; the engine does not carry them.
    for rule in &mut pack.rules {
        rule.matches = source::Both::default();
        rule.pass = source::Both::default();
    }
    Ok(pack)
}
