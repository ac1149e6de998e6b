//! The workbench: its head, its tabs, the first-run tour.
//! Not here: what stands in a tab.

use crate::browser;
use crate::library::{Library, Shelf};
use crate::settings::Settings;
use crate::trace::Trace;
use crate::trial::{Desk, Trial};
use crate::ui::{LanguageChoice, Notices, Speech, Toast, say};
use crate::words::Words;
use gloo_events::EventListener;
use leptos::{ev, prelude::*};

/// A part of the workbench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Library,
    Try,
    Trace,
    Settings,
}

impl Tab {
    const ALL: [Self; 4] = [Self::Library, Self::Try, Self::Trace, Self::Settings];

    /// As it stands in the address, and in element ids.
    fn name(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Try => "try",
            Self::Trace => "trace",
            Self::Settings => "settings",
        }
    }

    fn label(self) -> fn(&'static Words) -> &'static str {
        match self {
            Self::Library => |w| w.tab_library,
            Self::Try => |w| w.tab_try,
            Self::Trace => |w| w.tab_trace,
            Self::Settings => |w| w.tab_settings,
        }
    }

    fn from_address() -> Self {
        let fragment = browser::fragment();
        Self::ALL.into_iter().find(|tab| tab.name() == fragment).unwrap_or(Self::Library)
    }

    /// The tab so many places away, around the ends.
    fn beside(self, steps: usize) -> Self {
        let all = Self::ALL;
        let place = all.iter().position(|tab| *tab == self).unwrap_or(0);
        all.get((place + steps) % all.len()).copied().unwrap_or(self)
    }
}

/// Which part is in front.
#[derive(Debug, Clone, Copy)]
struct InFront(RwSignal<Tab>);

impl InFront {
    fn go(self, tab: Tab) {
        browser::set_fragment(tab.name());
        self.0.set(tab);
    }

    /// From elsewhere on the page: the focus follows, once the part is there to take it.
    fn go_into(self, tab: Tab) {
        self.go(tab);
        request_animation_frame(move || browser::show(&format!("panel-{}", tab.name())));
    }
}

/// The page.
#[component]
pub(crate) fn Workbench() -> impl IntoView {
    Speech::provide(|w| w.workbench);
    Notices::provide();
    Shelf::provide();
    Desk::provide();
    let front = InFront(RwSignal::new(Tab::from_address()));
    provide_context(front);
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| front.0.set(Tab::from_address())).forget();
    }
    let is = move |tab: Tab| Signal::derive(move || front.0.get() == tab);
    view! {
        <header class="top">
            <div class="inner">
                <img src="assets/icon.svg" alt="" width="32" height="32"/>
                <div class="brand"><h1>"Aval"</h1><p>{say(|w| w.tagline)}</p></div>
                <Tabs/>
                <LanguageChoice/>
            </div>
        </header>
        <main>
            <Tour/>
            <Panel tab=Tab::Library><Library current=is(Tab::Library)/></Panel>
            <Panel tab=Tab::Try><Trial current=is(Tab::Try)/></Panel>
            <Panel tab=Tab::Trace><Trace current=is(Tab::Trace)/></Panel>
            <Panel tab=Tab::Settings><Settings current=is(Tab::Settings)/></Panel>
        </main>
        <footer><p>{say(|w| w.private)}</p></footer>
        <Toast/>
    }
}

/// Tabs after the WAI-ARIA pattern: one stop in the tab order, arrows between them.
#[component]
fn Tabs() -> impl IntoView {
    let front: InFront = expect_context();
    let moved = move |event: ev::KeyboardEvent| {
        let at = front.0.get_untracked();
        let to = match event.key().as_str() {
            "ArrowRight" => at.beside(1),
            "ArrowLeft" => at.beside(Tab::ALL.len() - 1),
            "Home" => Tab::Library,
            "End" => Tab::Settings,
            _ => return,
        };
        event.prevent_default();
        front.go(to);
        browser::focus(&format!("tab-{}", to.name()));
    };
    let tab = move |tab: Tab| {
        let selected = move || front.0.get() == tab;
        view! {
            <button type="button" role="tab" id=format!("tab-{}", tab.name()) aria-controls=format!("panel-{}", tab.name())
                aria-selected=move || selected().to_string()
                tabindex=move || if selected() { "0" } else { "-1" }
                on:click=move |_| front.go(tab)>{say(tab.label())}</button>
        }
    };
    view! { <div class="tabs" role="tablist" aria-label=say(|w| w.sections) on:keydown=moved>{Tab::ALL.map(tab)}</div> }
}

/// What a tab shows. Every part stays in place while another is in front, with all that was typed in it.
#[component]
fn Panel(tab: Tab, children: Children) -> impl IntoView {
    let front: InFront = expect_context();
    view! {
        <section class="panel" role="tabpanel" tabindex="-1" id=format!("panel-{}", tab.name()) aria-labelledby=format!("tab-{}", tab.name()) hidden=move || front.0.get() != tab>
            {children()}
        </section>
    }
}

/// Three steps for a newcomer, until they say that they have seen them.
#[component]
fn Tour() -> impl IntoView {
    let front: InFront = expect_context();
    let desk = Desk::here();
    let shown = RwSignal::new(browser::recalled("tour").is_none());
    let done = move |_| {
        browser::recall_later("tour", "seen");
        shown.set(false);
        browser::focus(&format!("tab-{}", front.0.get_untracked().name()));
    };
    let library = move || front.go_into(Tab::Library);
    let example = move || {
        front.go_into(Tab::Try);
        desk.example();
    };
    let trace = move || front.go_into(Tab::Trace);
    move || {
        shown.get().then(|| view! {
            <section class="tour" aria-labelledby="tour-title">
                <div class="bar">
                    <div><h2 id="tour-title">{say(|w| w.tour)}</h2><p>{say(|w| w.tour_lead)}</p></div>
                    <button type="button" class="quiet" on:click=done>{say(|w| w.tour_done)}</button>
                </div>
                <ol>
                    <Step title=|w| w.tour_library text=|w| w.tour_library_text go=|w| w.tour_library_go act=library/>
                    <Step title=|w| w.tour_try text=|w| w.tour_try_text go=|w| w.tour_try_go act=example/>
                    <Step title=|w| w.tour_write text=|w| w.tour_write_text go=|w| w.tour_write_go act=trace/>
                </ol>
            </section>
        })
    }
}

type Pick = fn(&'static Words) -> &'static str;

#[component]
fn Step(title: Pick, text: Pick, go: Pick, act: impl Fn() + 'static) -> impl IntoView {
    view! {
        <li>
            <h3>{say(title)}</h3>
            <p>{say(text)}</p>
            <button type="button" class="button" on:click=move |_| act()>{say(go)}</button>
        </li>
    }
}
