//! The messages of `extension/protocol.ts` that a page may send: a type for what is asked, a type for what is answered.
//! Not here: how a message travels (`ports`).

use aval::journal::Entry;
use aval::wire::{Checked, SheetReport};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A question to the background.
pub trait Message: Serialize {
    /// Its name in the table.
    const KIND: &'static str;
    /// What comes back.
    type Answer: DeserializeOwned;
}

macro_rules! message {
    ($ask:ty, $kind:literal, $answer:ty) => {
        impl Message for $ask {
            const KIND: &'static str = $kind;
            type Answer = $answer;
        }
    };
}

/// Checks a draft.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    /// The draft as typed.
    pub draft: String,
    /// The customer's message.
    pub context: Option<String>,
    /// Where it is written.
    pub place: Place,
}
message!(Check, "check", CheckAnswer);

/// Where a draft is written.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    /// The site's name.
    pub site: &'static str,
    /// The page's address.
    pub url: &'static str,
    /// `public`, `private` or `unknown`.
    pub audience: &'static str,
}

/// The workbench itself, where drafts are tried.
pub const WORKBENCH: Place = Place { site: "workbench", url: "", audience: "public" };

/// What a check comes to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum CheckAnswer {
    /// The draft was checked.
    Checked {
        /// What was found.
        checked: Checked,
    },
    /// It was not.
    NotChecked {
        /// `starting`, `engine-failed`, `no-sheet`, `too-long`, `off` or `disconnected`.
        reason: String,
    },
}

/// Lists the sheets.
#[derive(Debug, Clone, Copy)]
pub struct Sheets;
impl Serialize for Sheets {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
    }
}
message!(Sheets, "sheets", Vec<SheetSummary>);

/// A sheet in the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetSummary {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its file's name.
    pub name: String,
    /// How many facts were understood.
    pub facts: u32,
    /// How many lines deserve a look.
    pub problems: u32,
    /// Whether drafts are checked against it.
    pub active: bool,
    /// First day it holds, ISO 8601.
    pub valid_from: Option<String>,
    /// Last day it holds, ISO 8601.
    pub valid_until: Option<String>,
}

/// Keeps a file as a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct KeepSheet {
    /// The file's name.
    pub name: String,
    /// Its bytes as base64.
    pub bytes: String,
}
message!(KeepSheet, "keepSheet", SheetReport);

/// What was understood of a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    /// The sheet's id.
    pub id: String,
}
message!(Sheet, "sheet", SheetReport);

/// Says whether drafts are checked against a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct SetSheetActive {
    /// The sheet's id.
    pub id: String,
    /// Whether they are.
    pub active: bool,
}
message!(SetSheetActive, "setSheetActive", ());

/// Takes a sheet away; it can be brought back.
#[derive(Debug, Clone, Serialize)]
pub struct RemoveSheet {
    /// The sheet's id.
    pub id: String,
}
message!(RemoveSheet, "removeSheet", ());

/// Brings a sheet back.
#[derive(Debug, Clone, Serialize)]
pub struct RestoreSheet {
    /// The sheet's id.
    pub id: String,
}
message!(RestoreSheet, "restoreSheet", ());

/// Asks how things stand on a site.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    /// The site's host, with its port.
    pub host: String,
}
message!(Site, "site", SiteState);

/// Switches a site on or off.
#[derive(Debug, Clone, Serialize)]
pub struct SetSite {
    /// The site's host, with its port.
    pub host: String,
    /// On or off.
    pub on: bool,
}
message!(SetSite, "setSite", SiteState);

/// How things stand on a site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SiteState {
    /// Aval works there.
    pub on: bool,
    /// Titles of the active sheets.
    pub sheets: Vec<String>,
}

/// Lists what the user no longer wants to be told.
#[derive(Debug, Clone, Copy)]
pub struct IgnoredRules;
impl Serialize for IgnoredRules {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
    }
}
message!(IgnoredRules, "ignoredRules", Vec<IgnoredRule>);

/// A rule that is ignored everywhere, or for one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IgnoredRule {
    /// The rule's id.
    pub rule: String,
    /// The product, when it is ignored for this one only.
    pub product: Option<String>,
}

/// Wants to hear of a rule again.
#[derive(Debug, Clone, Serialize)]
pub struct StopIgnoring(pub IgnoredRule);
message!(StopIgnoring, "stopIgnoring", ());

/// Opens the workbench in a tab.
#[derive(Debug, Clone, Serialize)]
pub struct OpenWorkbench {
    /// Which part of it.
    pub page: &'static str,
}
message!(OpenWorkbench, "openWorkbench", ());

/// Asks for entries of the trace, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct Journal {
    /// From just before this number; from the newest without.
    pub before: Option<u64>,
    /// At most so many.
    pub limit: u32,
}
message!(Journal, "journal", JournalRows);

/// Entries of the trace.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct JournalRows {
    /// The entries asked for.
    pub rows: Vec<JournalRow>,
    /// How many there are in all.
    pub total: u64,
}

/// An entry of the trace.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct JournalRow {
    /// As canonical JSON.
    pub line: String,
}

/// An entry with its hash.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Kept {
    /// What was posted, where, and what was found.
    #[serde(flatten)]
    pub entry: Entry,
    /// Its hash.
    pub hash: String,
}

/// Asks for the whole trace.
#[derive(Debug, Clone, Copy)]
pub struct ExportJournal;
impl Serialize for ExportJournal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
    }
}
message!(ExportJournal, "exportJournal", Exported);

/// The whole trace.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Exported {
    /// A line of canonical JSON per entry, oldest first.
    pub jsonl: String,
}

#[cfg(test)]
mod tests {
    use super::{CheckAnswer, Kept};
    use aval::journal::{GENESIS, seal_json};

    #[test]
    fn an_answer_reads_as_the_background_writes_it() {
        let answer: CheckAnswer = serde_json::from_str(r#"{"status":"not-checked","reason":"no-sheet"}"#).expect("an answer");
        assert_eq!(answer, CheckAnswer::NotChecked { reason: "no-sheet".into() });
        let checked = r#"{"status":"checked","library":"1f","checked":{"version":1,"lang":"en","verdict":"clean","findings":[],"supported":[]}}"#;
        assert!(matches!(serde_json::from_str(checked), Ok(CheckAnswer::Checked { .. })));
    }

    #[test]
    fn a_line_of_the_trace_reads_back() {
        let entry = r#"{"sequence":1,"time":"2026-11-22T10:00:00Z","place":{"site":"x","url":"","audience":"public"},"text":"8 h","decision":"clean"}"#;
        let sealed = seal_json(Some(GENESIS), entry).expect("an entry");
        let kept: Kept = serde_json::from_str(&sealed.line).expect("a line");
        assert_eq!((kept.entry.text.as_str(), kept.hash), ("8 h", sealed.hash));
    }
}
