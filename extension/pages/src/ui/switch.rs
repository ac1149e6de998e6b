//! An on-off switch.
//! Not here: what is switched.

use leptos::prelude::*;

/// A switch with a name for screen readers; `turned` is told the state it should take.
#[component]
pub(crate) fn Switch(#[prop(into)] label: Signal<String>, #[prop(into)] on: Signal<bool>, #[prop(into)] turned: Callback<bool>) -> impl IntoView {
    view! {
        <button type="button" class="switch" role="switch" aria-label=label
            aria-checked=move || on.get().to_string()
            on:click=move |_| turned.run(!on.get_untracked())>
            <span class="knob" aria-hidden="true"></span>
        </button>
    }
}
