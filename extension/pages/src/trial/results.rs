//! What was found in the draft: what to look at first, what the sheet bears out after it.
//! Not here: taking a fix (`desk`).

use super::desk::{Desk, Known};
use crate::draft::Ink;
use crate::library::Shelf;
use crate::ui::{Speech, say};
use crate::words::{Words, filled};
use aval::wire::{Checked, FactRef, Finding, Fix, Supported};
use leptos::prelude::*;

/// The list, and one sentence about it that a screen reader hears when it changes.
#[component]
pub(super) fn Results() -> impl IntoView {
    let desk = Desk::here();
    let speech = Speech::here();
    let summary = Memo::new(move |_| desk.known.with(|known| told(known, speech)));
    view! {
        <h2>{say(|w| w.findings)}</h2>
        <p id="found" class="summary" role="status" aria-live="polite">{summary}</p>
        {move || desk.known.with(|known| match known {
            Known::Found { checked, .. } => listed(checked).into_any(),
            Known::Nothing | Known::Checking | Known::Unchecked(_) => ().into_any(),
        })}
    }
}

fn told(known: &Known, speech: Speech) -> String {
    let (language, words) = (speech.language(), speech.words());
    match known {
        Known::Nothing => words.start_typing.to_owned(),
        Known::Checking => words.checking.to_owned(),
        Known::Unchecked(why) => why.clone(),
        Known::Found { checked, .. } => {
            let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
            let (wrong, right) = (count(checked.findings.len()), count(checked.supported.len()));
            let to_see = language.counted(wrong, words.to_see_one, words.to_see_many);
            let borne_out = language.counted(right, words.borne_out_one, words.borne_out_many);
            match (wrong, right) {
                (0, 0) => format!("{} {}", words.nothing, words.nothing_text),
                (0, _) => format!("{} {borne_out}.", words.nothing),
                (_, 0) => format!("{to_see}."),
                _ => format!("{to_see}, {borne_out}."),
            }
        }
    }
}

fn listed(checked: &Checked) -> impl IntoView {
    let findings = checked.findings.iter().cloned().map(|finding| view! { <Card finding/> }).collect_view();
    let supported = checked.supported.iter().cloned().map(|supported| view! { <BorneOut supported/> }).collect_view();
    view! {
        <ol class="cards">{findings}</ol>
        <ul class="cards quiet-cards">{supported}</ul>
    }
}

fn kind_of(words: &'static Words, kind: &str) -> &'static str {
    match kind {
        "contradicted" => words.contradicted,
        "outdated" => words.outdated,
        "ambiguous" => words.ambiguous,
        "flagged" => words.flagged,
        _ => words.unsupported,
    }
}

#[component]
fn Card(finding: Finding) -> impl IntoView {
    let speech = Speech::here();
    let Finding { kind, start, end, text, message, why, fact, fixes, .. } = finding;
    let class = format!("card {}", Ink::of(&kind).class());
    view! {
        <li class=class>
            <p class="kind"><span class="glyph" aria-hidden="true"></span>{move || kind_of(speech.words(), &kind)}</p>
            <Quote text start end/>
            <p class="message">{message}</p>
            {fact.map(|fact| view! { <Source fact/> })}
            {why.map(|why| view! { <p class="why"><strong>{say(|w| w.why)}</strong>" "{why}</p> })}
            <div class="actions">{fixes.into_iter().enumerate().map(|(place, fix)| view! { <Take fix main=place == 0/> }).collect_view()}</div>
        </li>
    }
}

#[component]
fn BorneOut(supported: Supported) -> impl IntoView {
    let Supported { start, end, text, fact } = supported;
    view! {
        <li class="card supported">
            <p class="kind"><span class="glyph" aria-hidden="true"></span>{say(|w| w.supported)}</p>
            <Quote text start end/>
            <Source fact/>
        </li>
    }
}

/// The words concerned; a press selects them in the draft.
#[component]
fn Quote(text: String, start: u32, end: u32) -> impl IntoView {
    let desk = Desk::here();
    let speech = Speech::here();
    let label = {
        let text = text.clone();
        move || filled(speech.words().show_words, &[&text])
    };
    view! { <button type="button" class="quote" aria-label=label on:click=move |_| desk.show(start, end)>{text}</button> }
}

#[component]
fn Source(fact: FactRef) -> impl IntoView {
    let speech = Speech::here();
    let shelf = Shelf::here();
    let FactRef { sheet, line, product, attribute, value, condition } = fact;
    let title = Memo::new(move |_| shelf.title(&sheet));
    let named = match condition {
        // Sheets often write the condition into the attribute's name.
        Some(condition) if !attribute.contains(&condition) => format!("{attribute} ({condition})"),
        _ => attribute,
    };
    view! {
        <dl class="source">
            <dt>{named}{product.map(|product| format!(" · {product}"))}</dt>
            <dd><strong>{value}</strong></dd>
            <dd class="small">{move || filled(speech.words().source, &[&title.get(), &line.to_string()])}</dd>
        </dl>
    }
}

#[component]
fn Take(fix: Fix, main: bool) -> impl IntoView {
    let desk = Desk::here();
    let label = fix.label.clone();
    view! { <button type="button" class="button" class:main=main on:click=move |_| desk.take(&fix)>{label}</button> }
}
