//! The list of sheets, and of the files on their way into it.
//! Not here: what was understood of a sheet (`sheet`).

use super::shelf::{Asked, Load, LoadState, Shelf};
use super::sheet::{Problems, validity};
use crate::protocol::SheetSummary;
use crate::ui::{Speech, Switch, say};
use crate::words::filled;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What became of each file of this visit, the last one first.
#[component]
pub(super) fn Loads() -> impl IntoView {
    let shelf = Shelf::here();
    let close = move |number: u32| shelf.loads.update(|loads| loads.retain(|load| load.number != number));
    view! {
        <div role="log" aria-live="polite" aria-label=say(|w| w.loads)><ul class="loads">
            {move || shelf.loads.get().into_iter().map(|Load { number, state }| {
                let class = class_of(&state);
                view! {
                    <li class=class>
                        {shown(state)}
                        <button type="button" class="quiet icon" aria-label=say(|w| w.close) title=say(|w| w.close) on:click=move |_| close(number)>"×"</button>
                    </li>
                }
            }).collect_view()}
        </ul></div>
    }
}

fn class_of(state: &LoadState) -> &'static str {
    match state {
        LoadState::Reading(_) => "load reading",
        LoadState::Kept(_) => "load kept",
        LoadState::Refused { .. } => "load refused",
    }
}

fn shown(state: LoadState) -> AnyView {
    match state {
        LoadState::Reading(text) => view! { <div><p>{text.clone()}</p><progress aria-label=text></progress></div> }.into_any(),
        LoadState::Kept(text) => view! { <p>{text}</p> }.into_any(),
        LoadState::Refused { message, problems } => view! { <div><p><strong>{message}</strong></p><Problems problems/></div> }.into_any(),
    }
}

/// All sheets, the last one added first.
#[component]
pub(super) fn SheetList() -> impl IntoView {
    let shelf = Shelf::here();
    let again = move |_| {
        shelf.sheets.set(Asked::Waiting);
        spawn_local(async move { shelf.refresh().await });
    };
    move || match shelf.sheets.get() {
        Asked::Waiting => view! { <p class="faint" role="status">{say(|w| w.loading)}</p> }.into_any(),
        Asked::Failed(why) => view! {
            <div class="trouble" role="alert"><p>{why}</p><button type="button" class="button" on:click=again>{say(|w| w.retry)}</button></div>
        }
        .into_any(),
        Asked::Here(sheets) if sheets.is_empty() => view! {
            <div class="empty"><strong>{say(|w| w.no_sheets)}</strong><p>{say(|w| w.no_sheets_text)}</p></div>
        }
        .into_any(),
        Asked::Here(sheets) => view! { <ul class="sheets">{sheets.into_iter().map(|sheet| view! { <Row sheet/> }).collect_view()}</ul> }.into_any(),
    }
}

#[component]
fn Row(sheet: SheetSummary) -> impl IntoView {
    let shelf = Shelf::here();
    let speech = Speech::here();
    let SheetSummary { id, title, name, active, .. } = sheet.clone();
    let is_chosen = {
        let id = id.clone();
        Memo::new(move |_| shelf.chosen.with(|chosen| chosen.as_ref() == Some(&id)))
    };
    let choose = {
        let id = id.clone();
        move |_| shelf.choose(id.clone())
    };
    let turned = {
        let id = id.clone();
        move |on| shelf.set_active(id.clone(), on)
    };
    let label = {
        let title = title.clone();
        Signal::derive(move || filled(speech.words().use_sheet, &[&title]))
    };
    let remove_label = {
        let title = title.clone();
        move || filled(speech.words().remove_named, &[&title])
    };
    let remove = {
        let title = title.clone();
        move |_| shelf.remove(id.clone(), title.clone())
    };
    view! {
        <li class="row" class:chosen=is_chosen class:idle=!active>
            <button type="button" class="open" aria-current=move || is_chosen.get().then_some("true") on:click=choose>
                <span class="title">{title}</span>
                <span class="meta">{name}</span>
                <span class="meta">{move || told(&sheet, speech)}</span>
            </button>
            <Switch label on=active turned/>
            <button type="button" class="quiet" aria-label=remove_label on:click=remove>{say(|w| w.remove)}</button>
        </li>
    }
}

/// Facts, lines to look at, days it holds: in one line.
fn told(sheet: &SheetSummary, speech: Speech) -> String {
    let (language, words) = (speech.language(), speech.words());
    let mut parts = vec![language.counted(u64::from(sheet.facts), words.fact_one, words.facts_many)];
    if sheet.problems > 0 {
        parts.push(language.counted(u64::from(sheet.problems), words.look_one, words.looks_many));
    }
    if let Some((text, _)) = validity(sheet.valid_from.as_deref(), sheet.valid_until.as_deref(), speech) {
        parts.push(text);
    }
    parts.join(" · ")
}
