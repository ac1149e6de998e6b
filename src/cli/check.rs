//! `aval check`: one draft against sheets, or a file of cases.
//! Not here: how a result is drawn for a terminal (`show`).

use super::{Outcome, Refusal, input, show};
use crate::check::{self, Ask};
use crate::fact::Sheet;
use crate::library::Library;
use crate::rule::{self, Pack};
use crate::sheet;
use crate::text::Lang;
use crate::wire::Checked;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For a terminal.
    Human,
    /// A line of JSON.
    Json,
}

/// The language a draft is known to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LangChoice {
    /// By its words, sentence by sentence.
    Auto,
    /// English.
    En,
    /// French.
    Fr,
}

impl LangChoice {
    fn lang(self) -> Option<Lang> {
        match self {
            LangChoice::Auto => None,
            LangChoice::En => Some(Lang::En),
            LangChoice::Fr => Some(Lang::Fr),
        }
    }
}

/// Check a draft, or a file of cases, against sheets and rules.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// File that holds the draft; `-` or nothing for standard input.
    draft: Option<PathBuf>,
    /// A product fact sheet; may be given several times.
    #[arg(long = "sheet", value_name = "FILE", num_args = 1..)]
    sheet: Vec<PathBuf>,
    /// A pack of rules, `builtin` for those that ship (the default), or `none`; may be given several times.
    #[arg(long, value_name = "FILE|builtin|none", num_args = 1..)]
    rules: Vec<PathBuf>,
    /// JSON Lines of cases: {"id","draft"} with, optionally, "sheet", "context", "lang", "today".
    #[arg(long, value_name = "CASES.jsonl")]
    cases: Option<PathBuf>,
    /// Folder of sheets, or JSON Lines of {"id","markdown"}, that the cases name.
    #[arg(long, value_name = "DIR|SHEETS.jsonl", requires = "cases")]
    sheets: Option<PathBuf>,
    /// The customer's message.
    #[arg(long, value_name = "TEXT")]
    context: Option<String>,
    /// The draft's language.
    #[arg(long, value_enum, default_value = "auto")]
    lang: LangChoice,
    /// The day the draft is written on; today's date if not given.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Date>,
    /// The market the draft is for, such as FR.
    #[arg(long, value_name = "MARKET")]
    market: Option<String>,
    /// Say on standard error what was weighed for each verdict.
    #[arg(long)]
    explain: bool,
    /// Check only the case with this id.
    #[arg(long, value_name = "ID", requires = "cases")]
    only: Option<String>,
    /// How to print the result; `human` on a terminal, else `json`.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    draft: String,
    #[serde(default)]
    sheet: Ids,
    #[serde(default)]
    context: Option<String>,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    today: Option<String>,
}

#[derive(Debug, Default, Clone, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(untagged)]
enum Ids {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl Ids {
    fn list(&self) -> Vec<String> {
        match self {
            Ids::None => Vec::new(),
            Ids::One(id) => vec![id.clone()],
            Ids::Many(ids) => ids.clone(),
        }
    }
}

/// Runs the command.
pub(super) fn run(args: &CheckArgs, now: Date) -> Result<Outcome, Refusal> {
    let today = args.today.unwrap_or(now);
    match &args.cases {
        Some(cases) => run_cases(args, cases, today),
        None => run_draft(args, today),
    }
}

fn run_draft(args: &CheckArgs, today: Date) -> Result<Outcome, Refusal> {
    let mut sheets = Vec::new();
    for path in &args.sheet {
        sheets.push(read_sheet(path)?);
    }
    let library = Library::with_packs(sheets, packs(&args.rules)?);
    let path = args.draft.clone().unwrap_or_else(|| PathBuf::from("-"));
    let draft = input::text(&path)?;
    let ask = Ask { context: args.context.as_deref(), lang: args.lang.lang(), market: args.market.as_deref(), ..Ask::new(&draft, today) };
    let checked = checked(args, &library, &ask);
    match args.format.unwrap_or_else(default_format) {
        Format::Json => print_line(&checked)?,
        Format::Human => show::draft(&path, &draft, &checked, &args.sheet)?,
    }
    Ok(outcome(&checked))
}

/// Checks, and tells why where asked to.
fn checked(args: &CheckArgs, library: &Library, ask: &Ask) -> Checked {
    if !args.explain {
        return check::check(library, ask);
    }
    let (checked, lines) = check::explain(library, ask);
    for line in lines {
        eprintln!("{line}");
    }
    checked
}

fn default_format() -> Format {
    use std::io::IsTerminal;
    if std::io::stdout().is_terminal() { Format::Human } else { Format::Json }
}

fn outcome(checked: &Checked) -> Outcome {
    if checked.findings.iter().any(|f| f.severity == "error") { Outcome::Errors } else { Outcome::Clean }
}

/// The packs that `--rules` names; those that ship where it names none.
fn packs(names: &[PathBuf]) -> Result<Vec<Pack>, Refusal> {
    if names.is_empty() {
        return Ok(rule::builtin_packs());
    }
    let mut packs = Vec::new();
    for name in names.iter().filter(|n| n.as_os_str() != "none") {
        if name.as_os_str() == "builtin" {
            packs.extend(rule::builtin_packs());
        } else {
            let bytes = input::bytes(name)?;
            packs.push(rule::read::pack(&name.display().to_string(), &bytes).map_err(|e| Refusal(e.to_string()))?);
        }
    }
    Ok(packs)
}

/// Reads a sheet by its path; its id is the file's stem.
pub(super) fn read_sheet(path: &Path) -> Result<Sheet, Refusal> {
    let bytes = input::bytes(path)?;
    let stem = path.file_stem().map_or_else(|| "sheet".to_owned(), |s| s.to_string_lossy().into_owned());
    let name = path.file_name().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
    sheet::read(&stem, &name, &bytes).map_err(|e| Refusal(format!("{}: {e}", path.display())))
}

fn run_cases(args: &CheckArgs, path: &Path, today: Date) -> Result<Outcome, Refusal> {
    let mut shelf = Shelf::open(args.sheets.as_deref(), packs(&args.rules)?)?;
    let text = input::text(path)?;
    let mut worst = Outcome::Clean;
    for (number, line) in text.as_bytes().lines().enumerate() {
        let line = line.map_err(|e| Refusal(format!("{}:{}: {e}", path.display(), number + 1)))?;
        if line.trim().is_empty() {
            continue;
        }
        let case: Case = serde_json::from_str(&line)
            .map_err(|e| Refusal(format!("{}:{}:{}: not a case ({e}); expected {{\"id\",\"draft\",…}}", path.display(), number + 1, e.column())))?;
        if args.only.as_ref().is_some_and(|only| *only != case.id) {
            continue;
        }
        let checked = check_case(args, &case, &mut shelf, today)?;
        print_line(&checked)?;
        if outcome(&checked) == Outcome::Errors {
            worst = Outcome::Errors;
        }
    }
    Ok(worst)
}

fn check_case(args: &CheckArgs, case: &Case, shelf: &mut Shelf, today: Date) -> Result<Checked, Refusal> {
    let lang = match case.lang.as_deref() {
        Some("fr") => Some(Lang::Fr),
        Some("en") => Some(Lang::En),
        _ => args.lang.lang(),
    };
    let today = match &case.today {
        Some(day) => day.parse().map_err(|e| Refusal(format!("case {}: \"today\" is {day:?} ({e}); expected YYYY-MM-DD", case.id)))?,
        None => today,
    };
    let library = shelf.library(&case.sheet.list())?;
    let context = case.context.as_deref().filter(|c| !c.is_empty());
    let ask = Ask { context, lang, market: args.market.as_deref(), ..Ask::new(&case.draft, today) };
    let mut checked = checked(args, library, &ask);
    checked.id = Some(case.id.clone());
    Ok(checked)
}

/// The sheets that cases name, each set compiled once.
struct Shelf {
    sheets: BTreeMap<String, Sheet>,
    compiled: BTreeMap<Vec<String>, Library>,
    packs: Vec<Pack>,
}

#[derive(Deserialize)]
struct SheetLine {
    id: String,
    markdown: String,
}

impl Shelf {
    fn open(place: Option<&Path>, packs: Vec<Pack>) -> Result<Self, Refusal> {
        let mut sheets = BTreeMap::new();
        match place {
            None => {}
            Some(path) if path.is_dir() => {
                let entries = std::fs::read_dir(path).map_err(|e| Refusal(format!("{}: cannot be read ({e})", path.display())))?;
                for entry in entries.filter_map(Result::ok).filter(|e| e.path().is_file()) {
                    let sheet = read_sheet(&entry.path())?;
                    sheets.insert(sheet.id.clone(), sheet);
                }
            }
            Some(path) => read_lines(path, &mut sheets)?,
        }
        Ok(Shelf { sheets, compiled: BTreeMap::new(), packs })
    }

    fn library(&mut self, ids: &[String]) -> Result<&Library, Refusal> {
        if !self.compiled.contains_key(ids) {
            let mut sheets = Vec::new();
            for id in ids {
                let sheet = self.sheets.get(id).ok_or_else(|| Refusal(format!("no sheet is called {id:?}; look in what --sheets names")))?;
                sheets.push(sheet.clone());
            }
            self.compiled.insert(ids.to_vec(), Library::with_packs(sheets, self.packs.clone()));
        }
        self.compiled.get(ids).ok_or_else(|| Refusal("the sheets could not be compiled".to_owned()))
    }
}

fn read_lines(path: &Path, sheets: &mut BTreeMap<String, Sheet>) -> Result<(), Refusal> {
    for (number, line) in input::text(path)?.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let place = || format!("{}:{}", path.display(), number + 1);
        let row: SheetLine = serde_json::from_str(line).map_err(|e| Refusal(format!("{}: not a sheet ({e}); expected {{\"id\",\"markdown\"}}", place())))?;
        let sheet = sheet::read(&row.id, "sheet.md", row.markdown.as_bytes()).map_err(|e| Refusal(format!("{}: {e}", place())))?;
        sheets.insert(row.id, sheet);
    }
    Ok(())
}

fn print_line(checked: &Checked) -> Result<(), Refusal> {
    let line = serde_json::to_string(checked).map_err(|e| Refusal(e.to_string()))?;
    // A reader that has seen enough (`head`) closes the pipe: that is no error.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
    Ok(())
}

/// A day as typed.
pub(super) fn day(words: &str) -> Result<Date, String> {
    words.parse().map_err(|e| format!("{e}; expected a day such as 2026-03-31"))
}
