//! Aval checks a public reply against product fact sheets and claim rules before it is posted.
//! Not here: files, clocks, networks, browsers; those live in `cli` and under `extension/`.

#[cfg(feature = "cli")]
pub mod cli;
pub mod check;
pub mod claim;
pub mod fact;
pub mod finding;
pub mod journal;
pub mod lexicon;
pub mod library;
pub mod mention;
pub mod rule;
pub mod sheet;
pub mod span;
pub mod stance;
pub mod text;
pub mod value;
pub mod verdict;
pub mod wire;
