//! The entries read so far, a page at a time, and what verification of the whole trace came to.
//! Not here: drawing.

use crate::browser;
use crate::ports::send;
use crate::protocol::{ExportJournal, Journal, Kept};
use crate::ui::{Notices, Speech};
use aval::journal::{Broken, Summary, verify};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Entries read at once.
const PAGE: u32 = 25;

/// What verification came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Proof {
    None,
    UnderWay,
    Failed(String),
    Whole(Summary),
    Broken(Broken),
}

/// The state of the part.
#[derive(Clone, Copy)]
pub(super) struct Ledger {
    /// Lines of canonical JSON, newest first.
    pub(super) entries: RwSignal<Vec<String>>,
    pub(super) total: RwSignal<Option<u64>>,
    pub(super) trouble: RwSignal<Option<String>>,
    pub(super) proof: RwSignal<Proof>,
    speech: Speech,
    notices: Notices,
}

impl Ledger {
    pub(super) fn new() -> Self {
        Self {
            entries: RwSignal::new(Vec::new()),
            total: RwSignal::new(None),
            trouble: RwSignal::new(None),
            proof: RwSignal::new(Proof::None),
            speech: Speech::here(),
            notices: Notices::here(),
        }
    }

    /// Starts again from the newest entry.
    pub(super) fn read_anew(self) {
        self.proof.set(Proof::None);
        self.read(None);
    }

    /// Reads the next older entries.
    pub(super) fn read_on(self) {
        let read = self.entries.with_untracked(|entries| u64::try_from(entries.len()).unwrap_or(u64::MAX));
        // Numbers run from 1 without a gap.
        self.read(self.total.get_untracked().map(|total| total.saturating_sub(read) + 1));
    }

    fn read(self, before: Option<u64>) {
        spawn_local(async move {
            match send(&Journal { before, limit: PAGE }).await {
                Ok(answer) => {
                    let lines = answer.rows.into_iter().map(|row| row.line);
                    self.entries.update(|entries| {
                        if before.is_none() {
                            entries.clear();
                        }
                        entries.extend(lines);
                    });
                    // What was posted meanwhile is seen at the next reading; until then numbers keep their places.
                    if before.is_none() {
                        self.total.set(Some(answer.total));
                    }
                    self.trouble.set(None);
                }
                Err(refused) => self.trouble.set(Some(self.speech.told(&refused))),
            }
        });
    }

    /// Whether there are entries that were not read yet.
    pub(super) fn more(self) -> bool {
        let read = self.entries.with(|entries| u64::try_from(entries.len()).unwrap_or(u64::MAX));
        read > 0 && self.total.get().is_some_and(|total| total > read)
    }

    /// Verifies the whole trace, here.
    pub(super) fn prove(self) {
        self.proof.set(Proof::UnderWay);
        spawn_local(async move {
            self.proof.set(match send(&ExportJournal).await {
                Ok(exported) => match verify(exported.jsonl.lines()) {
                    Ok(summary) => Proof::Whole(summary),
                    Err(broken) => Proof::Broken(broken),
                },
                Err(refused) => Proof::Failed(self.speech.told(&refused)),
            });
        });
    }

    /// Gives the user the whole trace as a file.
    pub(super) fn export(self) {
        spawn_local(async move {
            match send(&ExportJournal).await {
                Ok(exported) => {
                    let name = format!("aval-{}.jsonl", browser::today());
                    if let Err(why) = browser::save(&name, "application/x-ndjson", &exported.jsonl) {
                        self.notices.tell(format!("{why:?}"));
                    }
                }
                Err(refused) => self.notices.tell(self.speech.told(&refused)),
            }
        });
    }
}

/// An entry from its line.
pub(super) fn kept(line: &str) -> Option<Kept> {
    serde_json::from_str(line).ok()
}
