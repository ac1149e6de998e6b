//! The draft's box, with underlines drawn by a copy of its text right behind it.
//! Not here: what is underlined (`draft`).

use super::desk::Desk;
use crate::draft::{Stretch, stretches};
use crate::library::Shelf;
use crate::ui::{Speech, say};
use leptos::prelude::*;

/// The sheet that the example speaks of; Aval comes with it.
const SAMPLE: &str = "aquapure-x200";

/// The customer's message and the draft.
#[component]
pub(super) fn Editor() -> impl IntoView {
    let desk = Desk::here();
    let speech = Speech::here();
    let shelf = Shelf::here();
    view! {
        <div class="editor">
            <label for="context">{say(|w| w.context)}</label>
            <textarea id="context" rows="2" aria-describedby="context-hint" prop:value=move || desk.context.get()
                on:input:target=move |event| { desk.context.set(event.target().value()); desk.check(); }></textarea>
            <p id="context-hint" class="small">{say(|w| w.context_hint)}</p>
            <label for="draft">{say(|w| w.draft)}</label>
            <div class="stack">
                <div class="mirror" aria-hidden="true">{move || drawn(desk)}</div>
                <textarea id="draft" rows="7" spellcheck="false" node_ref=desk.area aria-describedby="found"
                    lang="" placeholder=move || speech.words().draft_hint prop:value=move || desk.draft.get()
                    on:input:target=move |event| desk.typed(event.target().value())></textarea>
            </div>
            <div class="actions">
                {move || shelf.in_use(SAMPLE).then(|| view! { <button type="button" class="button" on:click=move |_| desk.example()>{say(|w| w.example)}</button> })}
                <button type="button" class="quiet" disabled=move || desk.draft.with(String::is_empty) && desk.context.with(String::is_empty)
                    on:click=move |_| desk.clear()>{say(|w| w.clear)}</button>
            </div>
        </div>
    }
}

/// The draft's text with its marks. A zero-width space gives the last line its height when it is empty.
fn drawn(desk: Desk) -> impl IntoView {
    let marks = desk.marks();
    let cut = desk.draft.with(|draft| stretches(draft, &marks));
    let piece = |Stretch { text, ink }: Stretch| match ink {
        Some(ink) => view! { <mark class=ink.class()>{text}</mark> }.into_any(),
        None => text.into_any(),
    };
    view! { {cut.into_iter().map(piece).collect_view()} "\u{200b}" }
}
