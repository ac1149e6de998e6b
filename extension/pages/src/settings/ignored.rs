//! What the user no longer wants to be told, and the way to hear of it again.
//! Not here: how findings are set aside (`background/ignored.ts`).

use crate::ports::send;
use crate::protocol::{IgnoredRule, IgnoredRules as All, StopIgnoring};
use crate::ui::{Notices, Speech, say};
use crate::words::filled;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The list, read anew each time it comes to the front.
#[component]
pub(super) fn IgnoredRules(#[prop(into)] current: Signal<bool>) -> impl IntoView {
    let rules: RwSignal<Vec<IgnoredRule>> = RwSignal::new(Vec::new());
    let notices = Notices::here();
    let speech = Speech::here();
    let read = move || {
        spawn_local(async move {
            match send(&All).await {
                Ok(found) => rules.set(found),
                Err(refused) => notices.tell(speech.told(&refused)),
            }
        });
    };
    Effect::new(move || {
        if current.get() {
            read();
        }
    });
    let stop = move |rule: IgnoredRule| {
        spawn_local(async move {
            if let Err(refused) = send(&StopIgnoring(rule)).await {
                notices.tell(speech.told(&refused));
            }
            read();
        });
    };
    let row = move |rule: IgnoredRule| {
        let name = rule.rule.clone();
        let again = rule.clone();
        let product = rule.product.map(|product| move || filled(speech.words().ignored_for, &[&product]));
        view! {
            <li>
                <span><code>{name.clone()}</code>" "<span class="faint">{product}</span></span>
                <button type="button" class="button" aria-label=move || format!("{} {name}", speech.words().ignored_stop) on:click=move |_| stop(again.clone())>{say(|w| w.ignored_stop)}</button>
            </li>
        }
    };
    view! {
        <section class="panel-box">
            <h3>{say(|w| w.ignored_title)}</h3>
            {move || rules.with(Vec::is_empty).then(|| view! { <p class="small">{say(|w| w.ignored_none)}</p> })}
            <ul class="ignored">{move || rules.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
