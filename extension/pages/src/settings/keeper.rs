//! Settings as they are kept: read and changed through the one room that names the browser's synced storage (`extension/settings.ts`).
//! Not here: what can be set and how it is worded.

use crate::ui::{Notices, Speech};
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `{ read, change }` of `extension/settings.ts`, handed over by `start.ts`.
    #[derive(Clone)]
    pub type Keeper;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Keeper) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn change(this: &Keeper, what: &JsValue) -> Result<Promise, JsValue>;
}

/// The settings as last read.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    all: RwSignal<Option<JsValue>, LocalStorage>,
    pub(super) trouble: RwSignal<Option<String>>,
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    speech: Speech,
    notices: Notices,
}

impl Kept {
    pub(super) fn new() -> Self {
        Self {
            all: RwSignal::new_local(None),
            trouble: RwSignal::new(None),
            keeper: use_context::<StoredValue<Option<Keeper>, LocalStorage>>().unwrap_or_else(|| StoredValue::new_local(None)),
            speech: Speech::here(),
            notices: Notices::here(),
        }
    }

    /// Reads them anew.
    pub(super) fn read(self) {
        spawn_local(async move {
            match self.keeper.get_value().map(|keeper| keeper.read()) {
                Some(Ok(promise)) => match JsFuture::from(promise).await {
                    Ok(all) => self.all.set(Some(all)),
                    Err(why) => self.failed(&why),
                },
                Some(Err(why)) => self.failed(&why),
                None => {}
            }
        });
    }

    /// Whether a setting has this value.
    pub(super) fn is(self, key: &str, value: &str) -> bool {
        self.all.with(|all| all.as_ref().and_then(|all| Reflect::get(all, &key.into()).ok()).and_then(|v| v.as_string()).as_deref() == Some(value))
    }

    /// Changes one setting at once.
    pub(super) fn set(self, key: &'static str, value: &'static str) {
        let what = Object::new();
        let _ = Reflect::set(&what, &key.into(), &value.into());
        spawn_local(async move {
            let done = match self.keeper.get_value().map(|keeper| keeper.change(&what)) {
                Some(Ok(promise)) => JsFuture::from(promise).await,
                Some(Err(why)) => Err(why),
                None => return,
            };
            match done {
                Ok(_) => self.notices.tell(self.speech.now().1.saved.to_owned()),
                Err(why) => self.failed(&why),
            }
            self.read();
        });
    }

    fn failed(self, why: &JsValue) {
        let why = Reflect::get(why, &"message".into()).ok().and_then(|message| message.as_string()).unwrap_or_default();
        self.trouble.set(Some(crate::words::filled(self.speech.now().1.not_saved, &[&why])));
    }
}
