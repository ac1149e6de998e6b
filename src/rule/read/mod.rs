//! Packs from files: TOML, a table of phrases, Vale styles. A pack is whole and proven, or refused.
//! Not here: the syntax of patterns (`pattern`).

mod proof;
mod table;
pub mod toml;
mod expression;
mod vale;

use super::compile::{self, PackError};
use super::source::{self, Both, PackSource};
use super::{Origin, Pack};
use table::plain;

/// Reads a pack; the kind is told from the file's name.
///
/// # Errors
/// File, line, column and what was expected: bytes that are not UTF-8, a syntax error, an unknown key or value,
/// a pattern that cannot be read or costs too much, an example that does not hold.
pub fn pack(file: &str, bytes: &[u8]) -> Result<Pack, PackError> {
    let text = utf8(file, bytes)?;
    let ending = file.rsplit('.').next().unwrap_or("").to_lowercase();
    match ending.as_str() {
        "csv" | "tsv" | "txt" => table::pack(file, &stem_of(file), text),
        "yml" | "yaml" => vale::pack(file, &stem_of(file), text),
        _ => toml_pack(file, text, &shared(), &Origin::User),
    }
}

fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, PackError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|e| {
        let line = bytes.iter().take(e.valid_up_to()).filter(|b| **b == b'\n').count() as u32 + 1;
        let message = "not UTF-8 text; expected a file saved as UTF-8".to_owned();
        PackError { file: file.to_owned(), line, column: 1, message }
    })
}

/// The shared sets of the packs that ship.
fn shared() -> Vec<(String, Both)> {
    super::builtin::shared_sets()
}

fn stem_of(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

fn toml_pack(file: &str, text: &str, shared: &[(String, Both)], origin: &Origin) -> Result<Pack, PackError> {
    let source = toml_source(file, text)?;
    let pack = compile::pack(&source, shared, origin)?;
    proof::examples(&source, &pack)?;
    Ok(pack)
}

fn toml_source(file: &str, text: &str) -> Result<PackSource, PackError> {
    let wrong = |e: toml::Wrong| PackError { file: file.to_owned(), line: e.line, column: e.column, message: e.message };
    toml::pack(file, &stem_of(file), text).map_err(wrong)
}

#[cfg(test)]
mod tests;
