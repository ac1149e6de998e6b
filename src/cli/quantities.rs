//! `aval quantities`: the values found in each case, one line of JSON per case.
//! Not here: how values are read (`value`).

use super::{Outcome, Refusal, input};
use crate::text::{Lang, Text};
use crate::value::{self, Amount, Dimension, Value};
use crate::wire::Quantity;
use std::io::Write;
use std::path::PathBuf;

/// What was typed after `quantities`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// One case a line: {"id","text","lang"}; `-` for standard input.
    #[arg(long, value_name = "CASES.jsonl")]
    cases: PathBuf,
}

#[derive(serde::Deserialize)]
struct Case {
    id: String,
    text: String,
    lang: Option<Lang>,
}

#[derive(serde::Serialize)]
struct Line<'a> {
    id: &'a str,
    found: Vec<Quantity>,
}

/// Reads the cases and prints a line for each as it is done.
pub(super) fn run(args: &Args) -> Result<Outcome, Refusal> {
    let cases = input::text(&args.cases)?;
    let mut out = std::io::stdout().lock();
    for (number, line) in cases.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let case: Case = serde_json::from_str(line).map_err(|e| refused(args, number + 1, &e.to_string()))?;
        let answer = Line { id: &case.id, found: found(&case) };
        let json = serde_json::to_string(&answer).map_err(|e| refused(args, number + 1, &e.to_string()))?;
        writeln!(out, "{json}").map_err(|e| Refusal(format!("standard output cannot be written ({e})")))?;
    }
    Ok(Outcome::Clean)
}

fn refused(args: &Args, line: usize, what: &str) -> Refusal {
    Refusal(format!("{}:{line}: {what}; expected one JSON object a line with \"id\" and \"text\"", args.cases.display()))
}

fn found(case: &Case) -> Vec<Quantity> {
    let text = Text::read(&case.text, case.lang);
    value::read(&text).iter().filter_map(|v| quantity(&text, v)).collect()
}

fn quantity(text: &Text, value: &Value) -> Option<Quantity> {
    let bounded = value.dimension == Dimension::Count && value::is_bound(value.relation);
    let span = if bounded || matches!(value.amount, Amount::Between(..)) { value.full } else { value.span };
    let place = text.offsets.utf16(span);
    let unit = match value.dimension {
        Dimension::Percent => Some("%".to_owned()),
        _ => value.unit.map(|u| name(u.id()).to_owned()),
    };
    Some(Quantity {
        text: text.words(span).to_owned(),
        start: place.start,
        end: place.end,
        kind: kind(value)?.to_owned(),
        value: value::notation(value)?,
        unit,
    })
}

/// Ids that are called otherwise outside.
fn name(id: &'static str) -> &'static str {
    match id {
        "degree of arc" => "degree",
        "pound sterling" => "pound",
        "Dutch guilder" => "NLG",
        "Finnish markka" => "FIM",
        "Lao kip" => "LAK",
        "Georgian lari" => "GEL",
        "Costa Rican colon" => "CRC",
        "Turkish lira" => "TRY",
        "Brazilian real" => "BRL",
        "Russian rouble" => "RUB",
        "Korean won" => "KRW",
        "Deutsche mark" => "DEM",
        "Swedish krona" => "SEK",
        "Norwegian krone" => "NOK",
        "Danish krone" => "DKK",
        id => id,
    }
}

/// The contract's name for what was found; times of day and standards are not listed there.
fn kind(value: &Value) -> Option<&'static str> {
    Some(match value.dimension {
        Dimension::Count if matches!(value.amount, Amount::Between(..)) || value::is_bound(value.relation) => "range",
        Dimension::Count | Dimension::Ordinal | Dimension::Score => "number",
        Dimension::Percent => "percent",
        Dimension::Money => "money",
        Dimension::Temperature => "temperature",
        Dimension::Duration if value.age => "age",
        Dimension::Duration => "duration",
        Dimension::Date => "date",
        Dimension::TimeOfDay | Dimension::Standard => return None,
        _ => "quantity",
    })
}
