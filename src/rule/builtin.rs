//! The packs that ship, compiled by the build script into one table.
//! Not here: their sources (`packs/`).

use super::compile::Compiled;
use super::source::PackSource;
use super::{Origin, Pack};

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin"));

/// The packs that ship, as rules. Their examples are proven by the tests, not here.
pub fn packs() -> Vec<Pack> {
    let sources: Vec<PackSource> = postcard::from_bytes(TABLE).unwrap_or_default();
    let shared = super::compile::shared_sets(&sources);
    sources.iter().filter_map(|s| super::compile::pack(s, &shared, &Origin::Shipped).ok()).collect()
}

/// The packs that ship, compiled alone.
pub fn builtin() -> Compiled {
    Compiled::new(packs()).0
}

/// The sets any pack may use.
#[cfg(feature = "read")]
pub(super) fn shared_sets() -> Vec<(String, super::source::Both)> {
    let sources: Vec<PackSource> = postcard::from_bytes(TABLE).unwrap_or_default();
    super::compile::shared_sets(&sources)
}
