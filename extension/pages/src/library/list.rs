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
    // A line that has not changed stays as it is: a screen reader reads the new one only.
    view! {
        <div role="log" aria-live="polite" aria-label=say(|w| w.loads)>
            <ul class="loads"><For each=move || shelf.loads.get() key=|load| (load.number, class_of(&load.state)) children=|load| view! { <Line load/> }/></ul>
        </div>
    }
}

#[component]
fn Line(load: Load) -> impl IntoView {
    let shelf = Shelf::here();
    let Load { number, state } = load;
    let class = class_of(&state);
    let close = move |_| shelf.loads.update(|loads| loads.retain(|load| load.number != number));
    view! {
        <li class=class>
            {shown(state)}
            <button type="button" class="quiet icon" aria-label=say(|w| w.close) title=say(|w| w.close) on:click=close>"×"</button>
        </li>
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

/// How the list stands; its rows follow by themselves.
#[derive(Clone, PartialEq, Eq)]
enum Stage {
    Waiting,
    Failed(String),
    Empty,
    Some,
}

impl Stage {
    fn of(sheets: &Asked<Vec<SheetSummary>>) -> Self {
        match sheets {
            Asked::Waiting => Self::Waiting,
            Asked::Failed(why) => Self::Failed(why.clone()),
            Asked::Here(sheets) if sheets.is_empty() => Self::Empty,
            Asked::Here(_) => Self::Some,
        }
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
    let stage = Memo::new(move |_| shelf.sheets.with(Stage::of));
    move || match stage.get() {
        Stage::Waiting => view! { <p class="faint" role="status">{say(|w| w.loading)}</p> }.into_any(),
        Stage::Failed(why) => view! {
            <div class="trouble" role="alert"><p>{why}</p><button type="button" class="button" on:click=again>{say(|w| w.retry)}</button></div>
        }
        .into_any(),
        Stage::Empty => view! {
            <div class="empty"><strong>{say(|w| w.no_sheets)}</strong><p>{say(|w| w.no_sheets_text)}</p></div>
        }
        .into_any(),
        Stage::Some => view! { <ul class="sheets"><For each=move || shelf.ids() key=String::clone children=|id| view! { <Row id/> }/></ul> }.into_any(),
    }
}

/// One sheet. A change redraws its words only: the switch that made it keeps the focus.
#[component]
fn Row(id: String) -> impl IntoView {
    let shelf = Shelf::here();
    let speech = Speech::here();
    let id = StoredValue::new(id);
    let sheet = Memo::new(move |_| id.with_value(|id| shelf.sheet(id)));
    let title = move || sheet.get().map(|sheet| sheet.title).unwrap_or_default();
    let on = Signal::derive(move || sheet.get().is_some_and(|sheet| sheet.active));
    let is_chosen = Memo::new(move |_| shelf.chosen.with(|chosen| chosen.as_ref() == Some(&id.get_value())));
    let label = Signal::derive(move || filled(speech.words().use_sheet, &[&title()]));
    let remove = move |_| shelf.remove(id.get_value(), title());
    view! {
        <li class="row" class:chosen=is_chosen class:idle=move || !on.get()>
            <button type="button" class="open" aria-current=move || is_chosen.get().then_some("true") on:click=move |_| shelf.choose(id.get_value())>
                <span class="title">{title}</span>
                <span class="meta">{move || sheet.get().map(|sheet| sheet.name)}</span>
                <span class="meta">{move || sheet.get().map(|sheet| told(&sheet, speech))}</span>
            </button>
            <Switch label on turned=move |to| shelf.set_active(id.get_value(), to)/>
            <button type="button" class="quiet" aria-label=move || filled(speech.words().remove_named, &[&title()]) on:click=remove>{say(|w| w.remove)}</button>
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
