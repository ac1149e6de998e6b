//! The draft being tried and what is known of it: one check on its way at a time, the newest draft next.
//! Not here: drawing.

use crate::draft::{Edit, Mark, marks, range, words};
use crate::ports::send;
use crate::protocol::{Check, CheckAnswer, WORKBENCH};
use crate::ui::{Notices, Speech};
use crate::words::filled;
use aval::wire::{Checked, Fix};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// What is known of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// The draft is empty.
    Nothing,
    /// The first answer is on its way.
    Checking,
    /// What was found in this draft, which may no longer be the one in the box.
    Found { draft: String, checked: Checked },
    /// Nothing was checked, and why.
    Unchecked(String),
}

/// The state of the part.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    pub(super) draft: RwSignal<String>,
    pub(super) context: RwSignal<String>,
    pub(super) known: RwSignal<Known>,
    pub(super) area: NodeRef<leptos::html::Textarea>,
    under_way: StoredValue<bool>,
    again: StoredValue<bool>,
    speech: Speech,
    notices: Notices,
}

impl Desk {
    /// Made once for the page.
    pub(crate) fn provide() -> Self {
        let desk = Self {
            draft: RwSignal::new(String::new()),
            context: RwSignal::new(String::new()),
            known: RwSignal::new(Known::Nothing),
            area: NodeRef::new(),
            under_way: StoredValue::new(false),
            again: StoredValue::new(false),
            speech: Speech::here(),
            notices: Notices::here(),
        };
        provide_context(desk);
        desk
    }

    /// The one of this page.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Puts an example there, with an error in it.
    pub(crate) fn example(self) {
        let words = self.speech.now().1;
        self.context.set(words.example_context.to_owned());
        self.draft.set(words.example_draft.to_owned());
        self.check();
    }

    /// Empties the part.
    pub(super) fn clear(self) {
        self.context.set(String::new());
        self.draft.set(String::new());
        self.notices.clear();
        self.check();
    }

    /// Checks the draft as it stands. While an answer is on its way nothing is asked; then the newest draft is.
    pub(crate) fn check(self) {
        if self.draft.with_untracked(|draft| draft.trim().is_empty()) {
            self.known.set(Known::Nothing);
            return;
        }
        if self.under_way.get_value() {
            return self.again.set_value(true);
        }
        if self.known.with_untracked(|known| *known == Known::Nothing) {
            self.known.set(Known::Checking);
        }
        self.under_way.set_value(true);
        spawn_local(async move {
            self.ask().await;
            self.under_way.set_value(false);
            if self.again.get_value() {
                self.again.set_value(false);
                self.check();
            }
        });
    }

    async fn ask(self) {
        let draft = self.draft.get_untracked();
        let context = Some(self.context.get_untracked()).filter(|c| !c.trim().is_empty());
        let answer = send(&Check { draft: draft.clone(), context, place: WORKBENCH }).await;
        // Emptied meanwhile: what was found is of no interest.
        if self.draft.with_untracked(|draft| draft.trim().is_empty()) {
            return;
        }
        self.known.set(match answer {
            Ok(CheckAnswer::Checked { checked }) => Known::Found { draft, checked },
            Ok(CheckAnswer::NotChecked { reason }) => Known::Unchecked(self.why(&reason)),
            Err(refused) => Known::Unchecked(self.speech.told(&refused)),
        });
    }

    fn why(self, reason: &str) -> String {
        let words = self.speech.now().1;
        let told = match reason {
            "starting" => words.starting,
            "engine-failed" => words.engine_failed,
            "no-sheet" => words.no_sheet,
            "too-long" => words.too_long,
            "off" => words.off,
            "disconnected" => words.disconnected,
            other => other,
        };
        told.to_owned()
    }

    /// The marks of the draft in the box: those whose words were not touched since they were checked.
    pub(super) fn marks(self) -> Vec<Mark> {
        self.known.with(|known| match known {
            Known::Found { draft, checked } => self.draft.with(|now| {
                let edit = Edit::between(draft, now);
                let moved = |mark: Mark| edit.moved(&mark.at).map(|at| Mark { at, ink: mark.ink });
                marks(&checked.findings).into_iter().filter_map(moved).collect()
            }),
            _ => Vec::new(),
        })
    }

    /// Selects words of the checked draft in the box.
    pub(super) fn show(self, start: u32, end: u32) {
        let (Some(area), Some(at)) = (self.area.get_untracked(), self.now_at(start, end)) else { return };
        let _ = area.focus();
        select(&area, at.start, at.end);
    }

    /// Takes a fix, if its words are still there, through the box's own input: the browser's undo takes it back as well.
    pub(super) fn take(self, fix: &Fix) {
        let before = self.draft.get_untracked();
        let place = self.now_at(fix.start, fix.end).filter(|at| self.same_words(fix, at));
        let (Some(area), Some(at)) = (self.area.get_untracked(), place) else {
            return self.notices.tell(self.speech.now().1.moved_on.to_owned());
        };
        let _ = area.focus();
        select(&area, at.start, at.end);
        if !insert(&fix.replacement) {
            let width = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let _ = area.set_range_text_with_start_and_end(&fix.replacement, width(at.start), width(at.end));
        }
        self.typed(area.value());
        let told = filled(self.speech.now().1.fixed, &[&fix.replacement]);
        self.notices.tell_with_undo(told, move || self.put_back(&before));
    }

    fn put_back(self, draft: &str) {
        let Some(area) = self.area.get_untracked() else { return };
        let _ = area.focus();
        area.select();
        if !insert(draft) {
            area.set_value(draft);
        }
        self.typed(area.value());
        self.notices.tell(self.speech.now().1.unfixed.to_owned());
    }

    /// The draft is now this.
    pub(super) fn typed(self, draft: String) {
        if self.draft.with_untracked(|now| *now != draft) {
            self.draft.set(draft);
            self.check();
        }
    }

    fn now_at(self, start: u32, end: u32) -> Option<std::ops::Range<usize>> {
        self.known.with_untracked(|known| match known {
            Known::Found { draft, .. } => self.draft.with_untracked(|now| Edit::between(draft, now).moved(&range(start, end))),
            _ => None,
        })
    }

    fn same_words(self, fix: &Fix, at: &std::ops::Range<usize>) -> bool {
        let was = self.known.with_untracked(|known| match known {
            Known::Found { draft, .. } => words(draft, &range(fix.start, fix.end)),
            _ => None,
        });
        was.is_some() && was == self.draft.with_untracked(|now| words(now, at))
    }
}

fn select(area: &HtmlTextAreaElement, start: usize, end: usize) {
    let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let _ = area.set_selection_range(place(start), place(end));
}

/// Replaces the selection as typing would. Old, yet the only way in both browsers that keeps the box's undo.
fn insert(text: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document()).and_then(|d| d.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|d| d.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false))
}
