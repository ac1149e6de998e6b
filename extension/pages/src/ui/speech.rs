//! The language in use, for every part of a page.
//! Not here: the words (`words`).

use crate::browser;
use crate::ports::Refused;
use crate::words::{Language, Words};
use leptos::prelude::*;

/// The language in use; reading words from it follows a change.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speech(RwSignal<Language>);

impl Speech {
    /// Found out once, given to all parts of the page, said to the document.
    pub(crate) fn provide(title: fn(&'static Words) -> &'static str) -> Self {
        let speech = Self(RwSignal::new(browser::language()));
        provide_context(speech);
        Effect::new(move || browser::declare(speech.language(), title(speech.words())));
        speech
    }

    /// The one of this page.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(Language::English)))
    }

    pub(crate) fn language(self) -> Language {
        self.0.get()
    }

    pub(crate) fn words(self) -> &'static Words {
        self.language().words()
    }

    /// For use after an await, where nothing follows a change.
    pub(crate) fn now(self) -> (Language, &'static Words) {
        let language = self.0.get_untracked();
        (language, language.words())
    }

    /// Why the background gave no answer, for a person.
    pub(crate) fn told(self, refused: &Refused) -> String {
        match refused {
            Refused::Silent => self.now().1.background_silent.to_owned(),
            Refused::Because(reason) => reason.clone(),
        }
    }

    fn choose(self, language: Language) {
        browser::recall_later("language", language.tag());
        self.0.set(language);
    }
}

/// A wording that follows the language.
pub(crate) fn say(pick: fn(&'static Words) -> &'static str) -> impl Fn() -> &'static str + Copy + Send + 'static {
    let speech = Speech::here();
    move || pick(speech.words())
}

/// English or French.
#[component]
pub(crate) fn LanguageChoice() -> impl IntoView {
    let speech = Speech::here();
    let option = move |language: Language, short: &'static str, name: &'static str| {
        view! {
            <button type="button" class="choice" lang=language.tag() title=name aria-label=format!("{short}, {name}")
                aria-pressed=move || (speech.language() == language).to_string()
                on:click=move |_| speech.choose(language)>{short}</button>
        }
    };
    view! {
        <div class="choices" role="group" aria-label=say(|w| w.language)>
            {option(Language::English, "EN", "English")}
            {option(Language::French, "FR", "Français")}
        </div>
    }
}
