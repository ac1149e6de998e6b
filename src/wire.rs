//! The JSON of the outside contract, versioned: what `check`, `sheet`, `rules` and `quantities` print and what the pages receive.
//! Not here: how a verdict is reached, how a message is worded.

use crate::fact::{Fact, Gravity, Polarity, Sheet};
use crate::value::{Dimension, PartialDate};
use serde::{Deserialize, Serialize};

/// The version of the shape below.
pub const VERSION: u32 = 1;

/// What a check of one draft found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The case's id, where the draft came from a list of cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Always [`VERSION`].
    pub version: u32,
    /// The draft's main language, `en` or `fr`.
    pub lang: String,
    /// `contradicted`, `unsupported`, `flagged`, `supported` or `clean`: the worst present.
    pub verdict: String,
    /// What is wrong or risky, by position.
    pub findings: Vec<Finding>,
    /// What the sheets bear out, by position.
    pub supported: Vec<Supported>,
}

/// One thing to look at before posting. Offsets are UTF-16 code units, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// `contradicted`, `unsupported`, `outdated`, `ambiguous` or `flagged`.
    pub kind: String,
    /// `fact/<kind>`, `claim/<category>` or `<pack>/<id>`.
    pub rule: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// The words between `start` and `end`.
    pub text: String,
    /// For a person, in the draft's language.
    pub message: String,
    /// Why it matters: the law and article, for a claim rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What the sheet says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<FactRef>,
    /// What can be done, best first.
    pub fixes: Vec<Fix>,
}

/// Words the sheet bears out. Offsets are UTF-16 code units, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supported {
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// The words between `start` and `end`.
    pub text: String,
    /// The fact that bears it out.
    pub fact: FactRef,
}

/// A fact as a reader finds it in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactRef {
    /// The sheet's id.
    pub sheet: String,
    /// Line in the sheet, from 1.
    pub line: u32,
    /// Product or variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The attribute as the sheet names it.
    pub attribute: String,
    /// The value as the sheet writes it.
    pub value: String,
    /// The condition as the sheet writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
}

/// A change to the draft that can be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// For a person, in the draft's language.
    pub label: String,
    /// First UTF-16 unit replaced.
    pub start: u32,
    /// One past the last UTF-16 unit replaced.
    pub end: u32,
    /// What stands there afterwards.
    pub replacement: String,
}

/// A quantity found in running text. Offsets are UTF-16 code units, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The words.
    pub text: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// `number`, `percent`, `quantity`, `money`, `temperature`, `duration`, `age`, `date` or `range`.
    #[serde(rename = "type")]
    pub kind: String,
    /// A decimal with a point, two joined by `..`, or an ISO 8601 or TIMEX date.
    pub value: String,
    /// Unit's name.
    pub unit: Option<String>,
}

/// What was understood of a sheet, and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetReport {
    /// The sheet's id: its file stem.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Products and variants it speaks of.
    pub products: Vec<String>,
    /// First day it holds, ISO 8601.
    pub valid_from: Option<String>,
    /// Last day it holds, ISO 8601.
    pub valid_until: Option<String>,
    /// The facts, in the order of the sheet.
    pub facts: Vec<FactRow>,
    /// Lines not understood, contradictions, expired dates.
    pub problems: Vec<ProblemRow>,
    /// Wordings the sheet approves.
    pub approved: Vec<String>,
    /// Wordings the sheet forbids.
    pub never: Vec<String>,
}

/// A fact as shown to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FactRow {
    /// Line in the sheet, from 1.
    pub line: u32,
    /// Heading it stands under.
    pub group: Option<String>,
    /// Product or variant; absent when it holds for all.
    pub product: Option<String>,
    /// The attribute as written.
    pub attribute: String,
    /// The condition as written.
    pub condition: Option<String>,
    /// The value as written.
    pub value: String,
    /// `quantity`, `money`, `date`, `yes`, `no`, `list` or `text`.
    pub kind: String,
    /// Markets it is limited to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<String>,
    /// First day it holds, as far as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Last day it holds, as far as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<String>,
}

/// Something about a sheet that its owner should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProblemRow {
    /// Line in the sheet, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// `error` when nothing could be read, else `warning` or `note`.
    pub severity: String,
    /// The words concerned.
    pub text: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl From<&Sheet> for SheetReport {
    fn from(sheet: &Sheet) -> Self {
        let name = |i: u16| sheet.products.get(usize::from(i)).map(|p| p.name.clone());
        let words = |list: &[crate::fact::Wording]| list.iter().map(|w| w.text.clone()).collect();
        SheetReport {
            id: sheet.id.clone(),
            title: sheet.title.clone(),
            products: sheet.products.iter().map(|p| p.name.clone()).collect(),
            valid_from: sheet.validity.from.map(written),
            valid_until: sheet.validity.until.map(written),
            facts: sheet.facts.iter().map(|f| fact_row(f, f.product.and_then(name))).collect(),
            problems: sheet.problems.iter().map(problem_row).collect(),
            approved: words(&sheet.approved),
            never: words(&sheet.never),
        }
    }
}

fn fact_row(fact: &Fact, product: Option<String>) -> FactRow {
    FactRow {
        line: fact.place.line,
        group: fact.group.clone(),
        product,
        attribute: fact.attribute.clone(),
        condition: fact.condition.clone(),
        value: fact.value.clone(),
        kind: kind(fact).to_owned(),
        markets: fact.markets.clone(),
        valid_from: fact.validity.from.map(written),
        valid_until: fact.validity.until.map(written),
    }
}

/// What a fact's value is, by its answer, its list, or its first value.
fn kind(fact: &Fact) -> &'static str {
    match (fact.answer, fact.list) {
        (Some(Polarity::Yes), _) => return "yes",
        (Some(Polarity::No), _) => return "no",
        (None, Some(_)) => return "list",
        (None, None) => {}
    }
    match fact.parts.iter().flat_map(|p| &p.values).next().map(|v| v.dimension) {
        None => "text",
        Some(Dimension::Money) => "money",
        Some(Dimension::Date) => "date",
        Some(_) => "quantity",
    }
}

fn problem_row(problem: &crate::fact::Problem) -> ProblemRow {
    let severity = match problem.gravity {
        Gravity::Error => "error",
        Gravity::Warning => "warning",
        Gravity::Note => "note",
    };
    ProblemRow { line: problem.place.line, column: problem.place.column, severity: severity.to_owned(), text: problem.text.clone(), message: problem.message.clone() }
}

/// ISO 8601 as far as the date was written: `2026-08-31`, `2026-08`, `2026`, `--08-31`.
fn written(date: PartialDate) -> String {
    let year = date.year.map_or_else(|| "-".to_owned(), |y| format!("{y:04}"));
    let month = date.month.map_or_else(String::new, |m| format!("-{m:02}"));
    let day = date.day.map_or_else(String::new, |d| format!("-{d:02}"));
    format!("{year}{month}{day}")
}
