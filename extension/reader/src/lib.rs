//! Sheets to facts to snapshot as a WASM module, started on demand and thrown away.
//! Not here: what a sheet means (`aval::sheet`).
