//! The ways in: drop, choose, paste.
//! Not here: what becomes of a file (`shelf`).

use super::shelf::{Given, LARGEST, Shelf};
use crate::ui::{Speech, say};
use gloo_events::EventListener;
use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, FileList, HtmlInputElement};

/// What may be chosen in the browser's dialogue; the content decides what a file is.
const ENDINGS: &str = ".md,.markdown,.txt,.csv,.tsv,.xlsx,.ods,.json,.html,.htm";

/// The place to drop files, and the buttons for those who do not drag.
#[component]
pub(super) fn Add(#[prop(into)] current: Signal<bool>) -> impl IntoView {
    let over = RwSignal::new(false);
    let pasted: RwSignal<Option<String>> = RwSignal::new(None);
    listen_for_paste(current, pasted, Shelf::here());
    let shelf = Shelf::here();
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(shelf, event.data_transfer().and_then(|t| t.files()));
    };
    let entered = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div class="drop" class:over=over on:dragover=entered on:dragenter=entered on:dragleave=move |_| over.set(false) on:drop=dropped>
            <strong>{say(|w| w.drop_title)}</strong>
            <p>{say(|w| w.drop_text)}</p>
            <div class="actions">
                <Chooser/>
                <button type="button" class="button" aria-expanded=move || pasted.with(Option::is_some).to_string()
                    on:click=move |_| pasted.set(Some(String::new()))>{say(|w| w.paste)}</button>
            </div>
            <p class="small">{say(|w| w.drop_formats)}</p>
        </div>
        {move || pasted.get().map(|text| view! { <PasteForm text pasted/> })}
    }
}

#[component]
fn Chooser() -> impl IntoView {
    let shelf = Shelf::here();
    let chosen = move |event: ev::Event| {
        let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
        take(shelf, input.files());
        // So that the same file can be chosen again after it was corrected.
        input.set_value("");
    };
    view! {
        <label class="button main">
            <input type="file" class="unseen" multiple accept=ENDINGS on:change=chosen/>
            {say(|w| w.choose)}
        </label>
    }
}

#[component]
fn PasteForm(text: String, pasted: RwSignal<Option<String>>) -> impl IntoView {
    let shelf = Shelf::here();
    let speech = Speech::here();
    let name = RwSignal::new(title_of(&text).unwrap_or_else(|| speech.now().1.paste_default.to_owned()));
    let content = RwSignal::new(text);
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = Some(name.get_untracked().trim().to_owned()).filter(|n| !n.is_empty());
        let name = name.unwrap_or_else(|| speech.now().1.paste_default.to_owned());
        let bytes = content.get_untracked().into_bytes();
        pasted.set(None);
        spawn_local(async move { shelf.keep(shelf.begin(&name), Given { name, bytes }).await });
    };
    let area = NodeRef::<leptos::html::Textarea>::new();
    area.on_load(|area| drop(area.focus()));
    view! {
        <form class="paste" on:submit=submitted>
            <label for="paste-name">{say(|w| w.paste_name)}</label>
            <input id="paste-name" type="text" autocomplete="off" bind:value=name/>
            <label for="paste-text">{say(|w| w.paste_text)}</label>
            <textarea id="paste-text" rows="8" spellcheck="false" node_ref=area bind:value=content></textarea>
            <div class="actions">
                <button type="submit" class="button main" disabled=move || content.with(|c| c.trim().is_empty())>{say(|w| w.paste_keep)}</button>
                <button type="button" class="button" on:click=move |_| pasted.set(None)>{say(|w| w.cancel)}</button>
            </div>
        </form>
    }
}

/// A paste anywhere on this part of the page that no field has taken: files are read, text is shown first.
fn listen_for_paste(current: Signal<bool>, pasted: RwSignal<Option<String>>, shelf: Shelf) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let listener = EventListener::new(&document, "paste", move |event| {
        let typing = event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA"));
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
        if typing || !current.get_untracked() {
            return;
        }
        match data.files().filter(|files| files.length() > 0) {
            Some(files) => take(shelf, Some(files)),
            None => {
                let text = data.get_data("text/plain").unwrap_or_default();
                if !text.trim().is_empty() {
                    pasted.set(Some(text));
                }
            }
        }
    });
    // Lives as long as the page does.
    listener.forget();
}

/// Reads files one after the other.
fn take(shelf: Shelf, files: Option<FileList>) {
    let files: Vec<web_sys::File> = files.map(|files| (0..files.length()).filter_map(|place| files.get(place)).collect()).unwrap_or_default();
    let words = shelf.words();
    spawn_local(async move {
        for file in files {
            let name = file.name();
            let number = shelf.begin(&name);
            let size = file.size();
            if size > LARGEST {
                shelf.stopped(number, words.too_large, &[&name, &format!("{:.1}", size / 1024.0 / 1024.0)]);
                continue;
            }
            match gloo_file::futures::read_as_bytes(&gloo_file::Blob::from(file)).await {
                Ok(bytes) => shelf.keep(number, Given { name, bytes }).await,
                Err(why) => shelf.stopped(number, words.unreadable, &[&name, &why.to_string()]),
            }
        }
    });
}

/// The first words of a pasted text, as a name for it.
fn title_of(text: &str) -> Option<String> {
    let line = text.lines().map(|line| line.trim_matches(|c: char| !c.is_alphanumeric())).find(|line| !line.is_empty())?;
    let title: String = line.chars().take_while(|c| !matches!(c, '|' | '\t' | ';')).take(48).map(|c| if matches!(c, '/' | '\\' | '.') { ' ' } else { c }).collect();
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}
