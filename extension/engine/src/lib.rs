//! The check as a WASM module.
//! Not here: reading files, keeping anything, deciding anything.
