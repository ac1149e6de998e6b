//! The command line: what was typed, one file per command, exit codes.
//! Not here: any logic the extension needs too.

mod check;
mod input;
mod quantities;
mod rules;
mod sheet;
mod show;
mod journal;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Checks a public reply against product fact sheets and claim rules before it is posted.
#[derive(Debug, Parser)]
#[command(name = "aval", version, about)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::CheckArgs),
    /// Lists the values found in each text of a file of cases.
    Quantities(quantities::Args),
    /// Shows the facts understood in fact sheets, and what was not understood
    Sheet(sheet::SheetArgs),
    /// Lists the rules understood of packs, and what was not understood.
    Rules(rules::Args),
    /// Works on an exported trace.
    Journal {
        /// What to do with it.
        #[command(subcommand)]
        command: journal::Command,
    },
}

/// Why a command could not do its work: the input or the command line is wrong. Exit status 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

/// What a command comes to: whether nothing, or something, at or above `error` was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Exit status 0.
    Clean,
    /// Exit status 1.
    Errors,
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => error.exit(),
    };
    let outcome: Result<Outcome, Refusal> = match args.command {
        Command::Check(args) => check::run(&args, today()),
        Command::Quantities(args) => quantities::run(&args),
        Command::Sheet(args) => sheet::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Journal { command } => journal::run(&command),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Errors) => ExitCode::from(1),
        Err(Refusal(message)) => {
            eprintln!("aval: {message}");
            ExitCode::from(2)
        }
    }
}

/// The computer's date: the one clock of the program, read at its edge.
fn today() -> jiff::civil::Date {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let days = i64::try_from(seconds / 86_400).unwrap_or(0);
    jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}
