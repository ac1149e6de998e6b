//! What the Library shows and what can be done to it: each change is asked of the background, then the list is read anew.
//! Not here: drawing.

use super::reading::{self, Failure};
use crate::browser;
use crate::ports::{Refused, send};
use crate::protocol::{KeepSheet, RemoveSheet, RestoreSheet, SetSheetActive, Sheet, SheetSummary, Sheets};
use crate::ui::{Notices, Speech};
use crate::words::{Words, filled};
use aval::wire::{ProblemRow, SheetReport};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Larger files are refused before they are read, in bytes: no product sheet is that long.
pub(crate) const LARGEST: f64 = 10.0 * 1024.0 * 1024.0;

/// Something asked of the background.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked<T> {
    Waiting,
    Failed(String),
    Here(T),
}

/// A file on its way into the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Load {
    pub(crate) number: u32,
    pub(crate) state: LoadState,
}

/// How far a file has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LoadState {
    Reading(String),
    Kept(String),
    Refused { message: String, problems: Vec<ProblemRow> },
}

/// A file to be read.
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The Library's state.
#[derive(Clone, Copy)]
pub(crate) struct Shelf {
    pub(crate) sheets: RwSignal<Asked<Vec<SheetSummary>>>,
    pub(crate) chosen: RwSignal<Option<String>>,
    pub(crate) report: RwSignal<Option<Asked<SheetReport>>>,
    pub(crate) loads: RwSignal<Vec<Load>>,
    count: StoredValue<u32>,
    speech: Speech,
    notices: Notices,
}

impl Shelf {
    /// Made once for the page; reads the list at once.
    pub(crate) fn provide() -> Self {
        let shelf = Self {
            sheets: RwSignal::new(Asked::Waiting),
            chosen: RwSignal::new(None),
            report: RwSignal::new(None),
            loads: RwSignal::new(Vec::new()),
            count: StoredValue::new(0),
            speech: Speech::here(),
            notices: Notices::here(),
        };
        provide_context(shelf);
        spawn_local(async move { shelf.refresh().await });
        shelf
    }

    /// The one of this page.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// The words in use, for what happens outside of drawing.
    pub(super) fn words(self) -> &'static Words {
        self.speech.now().1
    }

    /// Reads the list anew; chooses a sheet when none of the list is chosen.
    pub(crate) async fn refresh(self) {
        match send(&Sheets).await {
            Ok(sheets) => {
                let chosen = self.chosen.get_untracked();
                let there = chosen.is_some_and(|id| sheets.iter().any(|sheet| sheet.id == id));
                let first = sheets.first().map(|sheet| sheet.id.clone());
                self.sheets.set(Asked::Here(sheets));
                match first {
                    _ if there => {}
                    Some(id) => self.choose(id),
                    None => {
                        self.chosen.set(None);
                        self.report.set(None);
                    }
                }
            }
            Err(refused) => self.sheets.set(Asked::Failed(self.speech.told(&refused))),
        }
    }

    /// Shows what was understood of a sheet.
    pub(crate) fn choose(self, id: String) {
        self.chosen.set(Some(id.clone()));
        self.report.set(Some(Asked::Waiting));
        spawn_local(async move {
            let answer = send(&Sheet { id: id.clone() }).await;
            // Another sheet may have been chosen while this one was on its way.
            if self.chosen.get_untracked() == Some(id) {
                self.report.set(Some(match answer {
                    Ok(report) => Asked::Here(report),
                    Err(refused) => Asked::Failed(self.speech.told(&refused)),
                }));
            }
        });
    }

    /// The ids of the list, in its order.
    pub(crate) fn ids(self) -> Vec<String> {
        self.sheets.with(|sheets| match sheets {
            Asked::Here(sheets) => sheets.iter().map(|sheet| sheet.id.clone()).collect(),
            Asked::Waiting | Asked::Failed(_) => Vec::new(),
        })
    }

    /// A sheet of the list.
    pub(crate) fn sheet(self, id: &str) -> Option<SheetSummary> {
        self.sheets.with(|sheets| match sheets {
            Asked::Here(sheets) => sheets.iter().find(|sheet| sheet.id == id).cloned(),
            Asked::Waiting | Asked::Failed(_) => None,
        })
    }

    /// A sheet's title, or its id when it is not in the list.
    pub(crate) fn title(self, id: &str) -> String {
        self.sheet(id).map_or_else(|| id.to_owned(), |sheet| sheet.title)
    }

    /// Whether drafts are checked against the sheet with this id.
    pub(crate) fn in_use(self, id: &str) -> bool {
        self.sheet(id).is_some_and(|sheet| sheet.active)
    }

    /// Says whether drafts are checked against a sheet.
    pub(crate) fn set_active(self, id: String, active: bool) {
        spawn_local(async move {
            self.failed(send(&SetSheetActive { id, active }).await);
            self.refresh().await;
        });
    }

    /// Takes a sheet away, with a way back.
    pub(crate) fn remove(self, id: String, title: String) {
        spawn_local(async move {
            let done = send(&RemoveSheet { id: id.clone() }).await;
            // The button that was pressed goes with its row.
            browser::focus("sheets-title");
            if !self.failed(done) {
                let text = filled(self.words().removed, &[&title]);
                self.notices.tell_with_undo(text, move || self.restore(id.clone(), title.clone()));
            }
            self.refresh().await;
        });
    }

    fn restore(self, id: String, title: String) {
        spawn_local(async move {
            if !self.failed(send(&RestoreSheet { id }).await) {
                self.notices.tell(filled(self.words().restored, &[&title]));
            }
            self.refresh().await;
        });
    }

    fn failed(self, done: Result<(), Refused>) -> bool {
        if let Err(refused) = &done {
            self.notices.tell(self.speech.told(refused));
        }
        done.is_err()
    }

    /// Takes a new line in the list of files on their way.
    pub(crate) fn begin(self, name: &str) -> u32 {
        let number = self.count.get_value() + 1;
        self.count.set_value(number);
        let state = LoadState::Reading(filled(self.words().reading, &[name]));
        self.loads.update(|loads| loads.insert(0, Load { number, state }));
        number
    }

    /// Says how far a file has come.
    pub(crate) fn reached(self, number: u32, state: LoadState) {
        self.loads.update(|loads| {
            if let Some(load) = loads.iter_mut().find(|load| load.number == number) {
                load.state = state;
            }
        });
    }

    /// The file came to nothing: why, without a place in it.
    pub(crate) fn stopped(self, number: u32, wording: &str, arguments: &[&str]) {
        self.reached(number, LoadState::Refused { message: filled(wording, arguments), problems: Vec::new() });
    }

    /// Reads a file apart, then has it kept. Nothing of the library changes unless all went well.
    pub(crate) async fn keep(self, number: u32, given: Given) {
        let words = self.words();
        let Given { name, bytes } = given;
        if bytes.is_empty() {
            return self.stopped(number, words.empty_file, &[&name]);
        }
        match reading::tried(&name, &bytes).await {
            Ok(report) if is_refused(&report) => return self.refused(number, &name, report),
            Ok(_) => {}
            Err(Failure::TooSlow) => return self.stopped(number, words.too_slow, &[&name]),
            Err(Failure::Because(why)) => return self.stopped(number, words.reader_failed, &[&name, &why]),
        }
        let Some(encoded) = browser::base64(&bytes) else { return self.stopped(number, words.not_kept, &[&name, "base64"]) };
        match send(&KeepSheet { name: name.clone(), bytes: encoded }).await {
            Ok(report) if is_refused(&report) => self.refused(number, &name, report),
            Ok(report) => self.kept(number, report).await,
            Err(refused) => self.stopped(number, words.not_kept, &[&name, &self.speech.told(&refused)]),
        }
    }

    fn refused(self, number: u32, name: &str, report: SheetReport) {
        let message = filled(self.words().refused, &[name]);
        self.reached(number, LoadState::Refused { message, problems: report.problems });
    }

    async fn kept(self, number: u32, report: SheetReport) {
        let (language, words) = self.speech.now();
        let known = matches!(&self.sheets.get_untracked(), Asked::Here(sheets) if sheets.iter().any(|sheet| sheet.id == report.id));
        let facts = u64::try_from(report.facts.len()).unwrap_or(u64::MAX);
        let counted = language.counted(facts, words.fact_one, words.facts_many);
        let wording = if known { words.updated } else { words.added };
        self.reached(number, LoadState::Kept(filled(wording, &[&report.title, &counted])));
        self.chosen.set(Some(report.id.clone()));
        self.report.set(Some(Asked::Here(report)));
        self.refresh().await;
    }
}

/// Nothing could be read, as the background decides it.
fn is_refused(report: &SheetReport) -> bool {
    report.facts.is_empty() && report.problems.iter().any(|problem| problem.severity == "error")
}
