//! Trace: what was posted, entry by entry; export; the proof that the chain is whole.
//! Not here: how entries are sealed (the core), where they are kept (the background).

mod entry;
mod ledger;

use crate::ui::{Speech, say};
use crate::words::filled;
use aval::journal::{Broken, Summary, Why};
use entry::Row;
use ledger::{Ledger, Proof};
use leptos::prelude::*;

/// The whole part. It is read anew each time it comes to the front.
#[component]
pub(crate) fn Trace(#[prop(into)] current: Signal<bool>) -> impl IntoView {
    let ledger = Ledger::new();
    provide_context(ledger);
    Effect::new(move || {
        if current.get() {
            ledger.read_anew();
        }
    });
    view! {
        <div class="column">
            <div class="bar">
                <div><h2>{say(|w| w.trace_title)}" "<Count/></h2><p class="faint">{say(|w| w.trace_lead)}</p></div>
                <Actions/>
            </div>
            <Verdict/>
            <Entries/>
        </div>
    }
}

#[component]
fn Count() -> impl IntoView {
    let ledger: Ledger = expect_context();
    let speech = Speech::here();
    move || ledger.total.get().filter(|n| *n > 0).map(|n| view! {
        <span class="count">{speech.language().counted(n, speech.words().entry_one, speech.words().entries_many)}</span>
    })
}

#[component]
fn Actions() -> impl IntoView {
    let ledger: Ledger = expect_context();
    let empty = move || ledger.total.get().unwrap_or(0) == 0;
    view! {
        <div class="actions">
            <button type="button" class="button" disabled=empty on:click=move |_| ledger.prove()>{say(|w| w.verify)}</button>
            <button type="button" class="button main" disabled=empty title=say(|w| w.export_text) on:click=move |_| ledger.export()>{say(|w| w.export)}</button>
        </div>
    }
}

/// What the last verification came to.
#[component]
fn Verdict() -> impl IntoView {
    let ledger: Ledger = expect_context();
    let speech = Speech::here();
    view! {
        <div role="status" aria-live="polite">
            {move || match ledger.proof.get() {
                Proof::None => ().into_any(),
                Proof::UnderWay => view! { <p class="verdict">{say(|w| w.verifying)}</p> }.into_any(),
                Proof::Failed(why) => view! { <p class="verdict bad">{why}</p> }.into_any(),
                Proof::Whole(summary) => view! { <p class="verdict good">{whole(&summary, speech)}</p> }.into_any(),
                Proof::Broken(broken) => view! { <p class="verdict bad">{torn(&broken, speech)}</p> }.into_any(),
            }}
        </div>
    }
}

fn whole(summary: &Summary, speech: Speech) -> String {
    let (language, words) = (speech.language(), speech.words());
    let entries = language.counted(summary.entries, words.entry_one, words.entries_many);
    filled(words.whole, &[&entries, summary.hash.as_deref().unwrap_or("–")])
}

fn torn(broken: &Broken, speech: Speech) -> String {
    let words = speech.words();
    let why = match broken.why {
        Why::Changed => words.broken_changed,
        Why::Unlinked | Why::OutOfOrder { .. } => words.broken_unlinked,
        Why::NotText | Why::NotAnEntry | Why::NotCanonical | Why::Lacks(_) => words.broken_form,
    };
    filled(words.broken, &[&broken.line.to_string(), why])
}

#[component]
fn Entries() -> impl IntoView {
    let ledger: Ledger = expect_context();
    let nothing = move || ledger.total.get() == Some(0);
    view! {
        {move || ledger.trouble.get().map(|why| view! {
            <div class="trouble" role="alert"><p>{why}</p><button type="button" class="button" on:click=move |_| ledger.read_anew()>{say(|w| w.retry)}</button></div>
        })}
        {move || nothing().then(|| view! {
            <div class="empty"><strong>{say(|w| w.trace_empty)}</strong><p>{say(|w| w.trace_empty_text)}</p></div>
        })}
        <ol class="entries">
            <For each=move || ledger.entries.get() key=|line| line.clone() children=|line| view! { <Row line/> }/>
        </ol>
        {move || ledger.more().then(|| view! { <button type="button" class="button" on:click=move |_| ledger.read_on()>{say(|w| w.older)}</button> })}
    }
}
