//! The reader as a WASM module: files to what is understood of them, and to the snapshot the engine loads.
//! Not here: what a sheet means (`aval::sheet`), where anything is kept. Started on demand and thrown away.

use aval::fact::Sheet;
use aval::library::Library;
use aval::sheet::{self, ReadError};
use aval::wire::{ProblemRow, SheetReport};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// A file as the background hands it over.
#[derive(Deserialize)]
struct File {
    name: String,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
}

/// What is understood of one file: a `SheetReport` of wire.ts. A file that cannot be read is a report with one error.
///
/// # Errors
/// None that a file can bring about.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<JsValue, JsError> {
    let report = match read_sheet(name, bytes) {
        Ok(sheet) => SheetReport::from(&sheet),
        Err(error) => refused(name, &error),
    };
    Ok(report.serialize(&Serializer::json_compatible())?)
}

/// The library of a list of `{name, bytes}`, as the engine loads it.
///
/// # Errors
/// When the list has another shape, or a file in it cannot be read.
#[wasm_bindgen]
pub fn compile(files: JsValue) -> Result<Vec<u8>, JsError> {
    let files: Vec<File> = serde_wasm_bindgen::from_value(files)?;
    let sheets = files.iter().map(|file| read_sheet(&file.name, &file.bytes)).collect::<Result<Vec<Sheet>, ReadError>>()?;
    Ok(Library::compile(sheets).to_bytes()?)
}

fn read_sheet(name: &str, bytes: &[u8]) -> Result<Sheet, ReadError> {
    sheet::read(stem(name), name, bytes)
}

/// A sheet is called by its file's name without the ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn refused(name: &str, error: &ReadError) -> SheetReport {
    let place = error.place();
    let problem = ProblemRow {
        line: place.line,
        column: place.column,
        severity: "error".to_owned(),
        text: String::new(),
        message: error.to_string(),
    };
    SheetReport {
        id: stem(name).to_owned(),
        title: name.to_owned(),
        products: vec![],
        valid_from: None,
        valid_until: None,
        facts: vec![],
        problems: vec![problem],
        approved: vec![],
        never: vec![],
    }
}
