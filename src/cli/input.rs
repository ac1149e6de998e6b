//! Files and standard input as text, with an error that says what to do.
//! Not here: what the text means.

use super::Refusal;
use std::io::Read;
use std::path::Path;

/// The bytes of a file, or of standard input for `-`.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    let refused = |e: std::io::Error| Refusal(format!("{}: cannot be read ({e}); check the path and its permissions", path.display()));
    if path.as_os_str() == "-" {
        let mut all = Vec::new();
        return std::io::stdin().lock().read_to_end(&mut all).map(|_| all).map_err(refused);
    }
    std::fs::read(path).map_err(refused)
}

/// The same as UTF-8 text.
pub(super) fn text(path: &Path) -> Result<String, Refusal> {
    String::from_utf8(bytes(path)?).map_err(|e| {
        let line = e.as_bytes().iter().take(e.utf8_error().valid_up_to()).filter(|b| **b == b'\n').count() + 1;
        Refusal(format!("{}:{line}: not UTF-8 text; save the file as UTF-8 and try again", path.display()))
    })
}
