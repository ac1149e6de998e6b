//! `aval journal verify`: is an exported trace whole?
//! Not here: the proof itself (`journal`).

use super::{Outcome, Refusal};
use crate::journal::{Broken, Summary, Verifier};
use clap::Subcommand;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Commands on an exported trace.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Tells whether a trace is whole: no entry changed, removed, added or moved.
    Verify {
        /// The trace as exported, JSON Lines; - is standard input.
        file: PathBuf,
    },
}

/// Runs a command on a trace.
pub(super) fn run(command: &Command) -> Result<Outcome, Refusal> {
    let Command::Verify { file } = command;
    let name = if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() };
    match verified(file, &name)? {
        Ok(summary) if summary.entries == 0 => Err(Refusal(format!("{name}: holds no entry; export the trace again from the workbench"))),
        Ok(summary) => {
            print!("{}", whole(&name, &summary));
            Ok(Outcome::Clean)
        }
        Err(broken) => {
            println!("{name}:{}: BROKEN: {}.\nThe {} before it {} whole; nothing after it is proven.", broken.line, broken.why, before(&broken).0, before(&broken).1);
            Ok(Outcome::Errors)
        }
    }
}

fn before(broken: &Broken) -> (String, &'static str) {
    match broken.line - 1 {
        0 => ("0 entries".to_owned(), "are"),
        1 => ("1 entry".to_owned(), "is"),
        many => (format!("{many} entries"), "are"),
    }
}

fn whole(name: &str, summary: &Summary) -> String {
    let entries = if summary.entries == 1 { "1 entry".to_owned() } else { format!("{} entries", summary.entries) };
    let shown = |word: &Option<String>| word.clone().unwrap_or_default();
    format!(
        "{name}: OK: {entries}, none changed, removed, added or moved.\nFirst: {}\nLast:  {}\nHash of the last entry: {}\n(The workbench shows the same hash when nothing was cut off at the end.)\n",
        shown(&summary.first),
        shown(&summary.last),
        shown(&summary.hash)
    )
}

/// Reads line by line: the size of a trace is not bounded by memory.
fn verified(file: &Path, name: &str) -> Result<Result<Summary, Broken>, Refusal> {
    let refused = |e: std::io::Error| Refusal(format!("{name}: cannot be read ({e}); check the path and its permissions"));
    let mut input: Box<dyn BufRead> = match file.as_os_str() == "-" {
        true => Box::new(std::io::stdin().lock()),
        false => Box::new(BufReader::new(File::open(file).map_err(refused)?)),
    };
    let mut verifier = Verifier::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(refused)? == 0 {
            return Ok(Ok(verifier.finish()));
        }
        let content = line.strip_suffix(b"\n").unwrap_or(&line);
        if let Err(broken) = verifier.line(content) {
            return Ok(Err(broken));
        }
    }
}
