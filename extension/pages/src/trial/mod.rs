//! Try: a draft is checked as it is typed, its words are underlined, fixes can be taken and taken back.
//! Not here: what a check means (the core), compose boxes of other sites (`extension/content`).

mod desk;
mod editor;
mod results;

pub(crate) use desk::Desk;

use crate::ui::{Notices, say};
use editor::Editor;
use leptos::prelude::*;
use results::Results;

/// The whole part: the draft on one side, what was found on the other.
#[component]
pub(crate) fn Trial(#[prop(into)] current: Signal<bool>) -> impl IntoView {
    let desk = Desk::here();
    let notices = Notices::here();
    Effect::new(move |was: Option<bool>| {
        let is = current.get();
        if is {
            // Sheets may have changed since the draft was last in front.
            desk.check();
        } else if was == Some(true) {
            // What can be undone is out of sight.
            notices.clear();
        }
        is
    });
    view! {
        <div class="columns">
            <div class="column wide">
                <h2>{say(|w| w.try_title)}</h2>
                <p class="faint">{say(|w| w.try_lead)}</p>
                <Editor/>
            </div>
            <div class="column results">
                <Results/>
            </div>
        </div>
    }
}
