//! The build script: compiles the readable tables of knowledge into Rust tables, so that no TOML reader ships in the engine.
//! Not here: what the tables mean; each room's own compiler stands in a file beside this one.

mod folding;
mod lexicon;
mod packs;
mod phrases;
mod predicates;
mod turns;
#[path = "../text/stem.rs"]
mod stem;
mod units;

use std::path::{Path, PathBuf};

/// Fails the build with the table's own words.
type Outcome = Result<(), String>;

fn main() {
    println!("cargo:rerun-if-changed=src/build");
    println!("cargo:rerun-if-changed=src/text/stem.rs");
    let place = |name| PathBuf::from(std::env::var(name).unwrap_or_default());
    if let Err(message) = compile(&place("CARGO_MANIFEST_DIR"), &place("OUT_DIR")) {
        println!("cargo::error={}", message.replace('\n', " "));
    }
}

fn compile(root: &Path, out: &Path) -> Outcome {
    folding::compile(out)?;
    lexicon::compile(root, out)?;
    units::compile(root, out)?;
    turns::compile(root, out)?;
    predicates::compile(root, out)?;
    packs::compile(root, out)
}
