//! One entry: a line that opens to everything that was kept.
//! Not here: the list of entries.

use super::ledger::kept;
use crate::browser;
use crate::draft::{Ink, Stretch, marks, stretches};
use crate::protocol::Kept;
use crate::ui::{Speech, say};
use crate::words::{Words, filled};
use aval::journal::Entry;
use leptos::prelude::*;

/// The text shown on a closed line, in characters.
const SNIPPET: usize = 90;

/// An entry, closed at first.
#[component]
pub(super) fn Row(line: String) -> impl IntoView {
    match kept(&line) {
        Some(kept) => view! { <Known kept/> }.into_any(),
        None => view! { <li class="entry"><p class="trouble">{say(|w| w.unreadable_entry)}</p></li> }.into_any(),
    }
}

#[component]
fn Known(kept: Kept) -> impl IntoView {
    let speech = Speech::here();
    let Entry { time, decision, text, place, .. } = kept.entry.clone();
    let site = site_of(&place.site, &place.url);
    let short: String = text.chars().take(SNIPPET).collect();
    let more = if text.chars().nth(SNIPPET).is_some() { "…" } else { "" };
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| open.set(event_target_open(&event));
    let class = format!("badge {}", tone(&decision));
    let machine_time = time.clone();
    view! {
        <li class="entry">
            <details on:toggle=toggled>
                <summary>
                    <time datetime=machine_time>{move || browser::instant(&time, speech.language())}</time>
                    <span class="site">{site}</span>
                    <span class=class>{move || decided(speech.words(), &decision)}</span>
                    <span class="snippet">{short}{more}</span>
                </summary>
                // Drawn when it is first wanted.
                {move || open.get().then(|| view! { <Detail kept=kept.clone()/> })}
            </details>
        </li>
    }
}

fn event_target_open(event: &leptos::ev::Event) -> bool {
    use wasm_bindgen::JsCast;
    event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()).is_some_and(|e| e.has_attribute("open"))
}

fn decided(words: &'static Words, decision: &str) -> &'static str {
    match decision {
        "clean" => words.decision_clean,
        "warned" => words.decision_warned,
        "posted-anyway" => words.decision_anyway,
        _ => words.decision_unchecked,
    }
}

fn tone(decision: &str) -> &'static str {
    match decision {
        "clean" => "good",
        "posted-anyway" => "bad",
        _ => "middling",
    }
}

/// The site's host when the page's address tells it, else the adapter's name.
fn site_of(site: &str, url: &str) -> String {
    web_sys::Url::new(url).map(|url| url.host()).ok().filter(|host| !host.is_empty()).unwrap_or_else(|| site.to_owned())
}

#[component]
fn Detail(kept: Kept) -> impl IntoView {
    let Kept { entry, hash } = kept;
    let sheets: Vec<String> = entry.sheets.iter().map(|sheet| sheet.id.clone()).collect();
    let text = marked(&entry);
    let shown = (entry.not_checked.is_none()).then(|| view! { <Shown entry=entry.clone()/> });
    view! {
        <dl class="detail">
            {item(|w| w.customer, entry.context)}
            <dt>{say(|w| w.posted_text)}</dt>
            <dd class="words">{text}</dd>
            {item(|w| w.reason, entry.reason)}
            {item(|w| w.not_checked_why, entry.not_checked)}
            {shown}
            {list(|w| w.fixes_taken, entry.fixes, |words, fix| filled(words.replaced, &[&fix.before, &fix.after]))}
            {list(|w| w.set_aside, entry.ignored, |_, ignored| format!("{} ({})", ignored.text, ignored.rule))}
            {item(|w| w.sheets_then, Some(sheets.join(", ")).filter(|s| !s.is_empty()))}
            {item(|w| w.address, Some(entry.place.url).filter(|url| !url.is_empty()))}
            <dt>{say(|w| w.number_in_chain)}</dt>
            <dd>{entry.sequence}</dd>
            <dt>{say(|w| w.hash)}</dt>
            <dd><code>{hash}</code></dd>
        </dl>
    }
}

/// The text as posted, with what was underlined when it was.
fn marked(entry: &Entry) -> impl IntoView + use<> {
    let cut = stretches(&entry.text, &marks(&entry.findings));
    cut.into_iter()
        .map(|Stretch { text, ink }| match ink {
            Some(ink) => view! { <mark class=ink.class()>{text}</mark> }.into_any(),
            None => text.into_any(),
        })
        .collect_view()
}

#[component]
fn Shown(entry: Entry) -> impl IntoView {
    let none = entry.findings.is_empty();
    let row = |finding: aval::wire::Finding| {
        let class = format!("told {}", Ink::of(&finding.kind).class());
        view! { <li class=class><span class="glyph" aria-hidden="true"></span>"“"{finding.text}"” "{finding.message}</li> }
    };
    view! {
        <dt>{say(|w| w.shown)}</dt>
        <dd>
            {none.then(|| view! { <p>{say(|w| w.nothing_shown)}</p> })}
            <ul>{entry.findings.into_iter().map(row).collect_view()}</ul>
        </dd>
    }
}

fn item(name: fn(&'static Words) -> &'static str, value: Option<String>) -> impl IntoView {
    value.map(|value| view! { <dt>{say(name)}</dt><dd class="words">{value}</dd> })
}

fn list<T: 'static>(name: fn(&'static Words) -> &'static str, values: Vec<T>, told: fn(&'static Words, &T) -> String) -> impl IntoView {
    let words = Speech::here().now().1;
    (!values.is_empty()).then(|| {
        view! { <dt>{say(name)}</dt><dd><ul>{values.iter().map(|value| view! { <li>{told(words, value)}</li> }).collect_view()}</ul></dd> }
    })
}
