//! The popup: on or off on the site in front, the sheets in use, the way to the workbench.
//! Not here: what a site needs from the background (`background/sites.ts`).

use crate::browser::{self, Front};
use crate::ports::send;
use crate::protocol::{OpenWorkbench, SetSite, Sheets, Site, SiteState};
use crate::ui::{Speech, Switch, say};
use crate::words::filled;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Titles shown before "and so many more".
const TITLES: usize = 4;

/// How things stand on the site in front.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    Waiting,
    /// A page of the browser's own.
    Nowhere { titles: Vec<String> },
    Here(Front, SiteState),
    Failed(String),
}

#[derive(Debug, Clone, Copy)]
struct Door {
    standing: RwSignal<Standing>,
    trouble: RwSignal<Option<String>>,
    speech: Speech,
}

impl Door {
    async fn look(self) {
        let standing = match browser::front().await {
            Some(front) => send(&Site { host: front.host.clone() }).await.map(|state| Standing::Here(front, state)),
            None => send(&Sheets).await.map(|sheets| {
                let titles = sheets.into_iter().filter(|sheet| sheet.active).map(|sheet| sheet.title).collect();
                Standing::Nowhere { titles }
            }),
        };
        self.standing.set(standing.unwrap_or_else(|refused| Standing::Failed(self.speech.told(&refused))));
    }

    /// Switches the site. Where Aval does not ship with it, the browser is asked first, within the click.
    fn turn(self, front: Front, on: bool) {
        let granted = (on && !front.named).then(|| browser::request(&front.origin));
        spawn_local(async move {
            if let Some(granted) = granted
                && !granted.await
            {
                self.trouble.set(Some(filled(self.speech.now().1.popup_denied, &[&front.host])));
                return;
            }
            match send(&SetSite { host: front.host.clone(), on }).await {
                Ok(state) => {
                    self.trouble.set(None);
                    self.standing.set(Standing::Here(front, state));
                }
                Err(refused) => self.trouble.set(Some(self.speech.told(&refused))),
            }
        });
    }
}

/// The page.
#[component]
pub(crate) fn Popup() -> impl IntoView {
    let speech = Speech::provide(|_| "Aval");
    let door = Door { standing: RwSignal::new(Standing::Waiting), trouble: RwSignal::new(None), speech };
    provide_context(door);
    spawn_local(async move { door.look().await });
    view! {
        <header class="pop-head">
            <img src="assets/icon.svg" alt="" width="24" height="24"/>
            <h1>"Aval"</h1>
        </header>
        <main class="pop">
            {move || match door.standing.get() {
                Standing::Waiting => view! { <p class="faint" role="status">{say(|w| w.loading)}</p> }.into_any(),
                Standing::Failed(why) => view! { <p class="trouble" role="alert">{why}</p> }.into_any(),
                Standing::Nowhere { titles } => view! { <p>{say(|w| w.popup_nowhere)}</p><InUse titles/> }.into_any(),
                Standing::Here(front, state) => view! { <Here front on=state.on/><InUse titles=state.sheets/> }.into_any(),
            }}
            <div role="alert">{move || door.trouble.get().map(|why| view! { <p class="trouble">{why}</p> })}</div>
            <button type="button" class="button main broad" on:click=|_| open_workbench()>{say(|w| w.popup_open)}</button>
        </main>
        <footer class="pop-foot"><p>{say(|w| w.private)}</p></footer>
    }
}

fn open_workbench() {
    spawn_local(async {
        if send(&OpenWorkbench { page: "library" }).await.is_ok()
            && let Some(window) = web_sys::window()
        {
            let _ = window.close();
        }
    });
}

#[component]
fn Here(front: Front, on: bool) -> impl IntoView {
    let door: Door = expect_context();
    let speech = Speech::here();
    let host = front.host.clone();
    let label = {
        let host = host.clone();
        Signal::derive(move || filled(speech.words().popup_switch, &[&host]))
    };
    if !on && !front.named {
        let act = move |_| door.turn(front.clone(), true);
        return view! {
            <section class="site-off">
                <p>{say(|w| w.popup_enable_text)}</p>
                <button type="button" class="button broad" on:click=act>{move || filled(speech.words().popup_enable, &[&host])}</button>
            </section>
        }
        .into_any();
    }
    let state = move || filled(if on { speech.words().popup_on } else { speech.words().popup_off }, &[&host]);
    view! {
        <section class="site-row">
            <p class="state">{state}</p>
            <Switch label on turned=move |to| door.turn(front.clone(), to)/>
        </section>
    }
    .into_any()
}

#[component]
fn InUse(titles: Vec<String>) -> impl IntoView {
    let speech = Speech::here();
    let more = titles.len().saturating_sub(TITLES);
    view! {
        <section>
            <h2>{say(|w| w.popup_sheets)}</h2>
            {titles.is_empty().then(|| view! { <p class="faint">{say(|w| w.popup_none)}</p> })}
            <ul class="titles">
                {titles.into_iter().take(TITLES).map(|title| view! { <li>{title}</li> }).collect_view()}
                {(more > 0).then(|| view! { <li class="faint">{move || filled(speech.words().popup_more, &[&more.to_string()])}</li> })}
            </ul>
        </section>
    }
}
