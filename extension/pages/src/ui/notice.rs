//! What just happened, said once, with a way back where there is one.
//! Not here: what is wrong with a draft or a sheet, which stays where it belongs.

use super::say;
use leptos::prelude::*;
use std::sync::Arc;

/// What takes something back. Shared and owned by nobody's view: the card whose fix it undoes may be gone by then.
type Undo = Arc<dyn Fn() + Send + Sync>;

/// Something that just happened.
#[derive(Clone)]
struct Notice {
    text: String,
    undo: Option<Undo>,
}

/// The last notice of a page. It stays until the next one or until it is closed: no clock takes it away from a slow reader.
#[derive(Clone, Copy)]
pub(crate) struct Notices(RwSignal<Option<Notice>>);

impl Notices {
    pub(crate) fn provide() -> Self {
        let notices = Self(RwSignal::new(None));
        provide_context(notices);
        notices
    }

    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(None)))
    }

    pub(crate) fn tell(self, text: String) {
        self.0.set(Some(Notice { text, undo: None }));
    }

    pub(crate) fn tell_with_undo(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.0.set(Some(Notice { text, undo: Some(Arc::new(undo)) }));
    }

    pub(crate) fn clear(self) {
        self.0.set(None);
    }
}

/// Shows the last notice; a screen reader reads it politely.
#[component]
pub(crate) fn Toast() -> impl IntoView {
    let notices = Notices::here();
    let undone = move |undo: &Undo| {
        notices.clear();
        undo();
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || notices.0.get().map(|Notice { text, undo }| view! {
                <div class="toast">
                    <p>{text}</p>
                    {undo.map(|undo| view! { <button type="button" class="quiet strong" on:click=move |_| undone(&undo)>{say(|w| w.undo)}</button> })}
                    <button type="button" class="quiet icon" aria-label=say(|w| w.close) title=say(|w| w.close) on:click=move |_| notices.clear()>"×"</button>
                </div>
            })}
        </div>
    }
}
