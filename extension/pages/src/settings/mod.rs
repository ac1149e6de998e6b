//! Settings: what Aval does beside a compose box, and what the user no longer wants to be told.
//! Not here: where settings are kept (`extension/settings.ts`), on or off for a site (the popup).

mod ignored;
mod keeper;

use crate::ui::say;
use crate::words::Words;
use ignored::IgnoredRules;
pub(crate) use keeper::Keeper;
use keeper::Kept;
use leptos::prelude::*;

type Pick = fn(&'static Words) -> &'static str;

/// One thing to decide: the name it is kept under, and its values, each with its wording.
struct Choice {
    key: &'static str,
    title: Pick,
    text: Pick,
    values: &'static [(&'static str, Pick)],
}

/// Everything that can be decided here.
static CHOICES: [Choice; 3] = [
    Choice {
        key: "warnings",
        title: |w| w.set_warnings,
        text: |w| w.set_warnings_text,
        values: &[("ask", |w| w.set_warnings_ask), ("show", |w| w.set_warnings_show)],
    },
    Choice {
        key: "counter",
        title: |w| w.set_counter,
        text: |w| w.set_counter_text,
        values: &[("shown", |w| w.set_counter_shown), ("hidden", |w| w.set_counter_hidden)],
    },
    Choice {
        key: "language",
        title: |w| w.set_language,
        text: |w| w.set_language_text,
        values: &[("auto", |w| w.set_language_auto), ("en", |_| "English"), ("fr", |_| "Français")],
    },
];

/// The whole part. It is read anew each time it comes to the front.
#[component]
pub(crate) fn Settings(#[prop(into)] current: Signal<bool>) -> impl IntoView {
    let kept = Kept::new();
    provide_context(kept);
    Effect::new(move || {
        if current.get() {
            kept.read();
        }
    });
    view! {
        <div class="column settings">
            <h2>{say(|w| w.settings_title)}</h2>
            <p class="faint">{say(|w| w.settings_lead)}</p>
            {move || kept.trouble.get().map(|why| view! { <p class="trouble" role="alert">{why}</p> })}
            {CHOICES.iter().map(|choice| view! { <Group choice/> }).collect_view()}
            <IgnoredRules current/>
        </div>
    }
}

#[component]
fn Group(choice: &'static Choice) -> impl IntoView {
    let kept: Kept = expect_context();
    let Choice { key, title, text, values } = choice;
    let option = move |(value, wording): &'static (&'static str, Pick)| {
        view! {
            <label class="option">
                <input type="radio" name=*key value=*value prop:checked=move || kept.is(key, value) on:change=move |_| kept.set(key, value)/>
                <span>{say(*wording)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="panel-box">
            <legend>{say(*title)}</legend>
            <p class="small">{say(*text)}</p>
            {values.iter().map(option).collect_view()}
        </fieldset>
    }
}
