//! Build tool with two orders: `glue` writes the JavaScript beside a WASM module, `types` the TypeScript of wire.rs.
//! Not here: optimising, bundling, budgets (`.ci/build.mjs`).

mod types;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: aval-bindgen glue MODULE.wasm OUT_DIR NAME | aval-bindgen types WIRE.rs OUT.ts";

fn main() -> ExitCode {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = typed.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["glue", module, out_dir, name] => glue(Path::new(module), Path::new(out_dir), name),
        ["types", wire, out] => types::write(Path::new(wire), Path::new(out)),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("aval-bindgen: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The glue loads nothing by itself: who starts a module hands it the bytes.
fn glue(module: &Path, out_dir: &Path, name: &str) -> Result<(), String> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true).omit_default_module_path(true);
    // A module that trapped is unusable; this function puts a fresh instance in its place.
    bindgen.reset_state_function(true);
    bindgen.web(true).map_err(|error| error.to_string())?;
    bindgen.generate(out_dir).map_err(|error| format!("{}: {error:#}", module.display()))
}
