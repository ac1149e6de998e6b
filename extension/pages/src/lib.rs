//! The extension's own pages: workbench and popup.
//! Not here: what a check means (the core), where things are kept (the background).

// `#[component]` makes the types of its arguments public.
#![allow(unreachable_pub, reason = "made by a macro")]

pub mod draft;
pub mod protocol;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod library;
#[cfg(target_arch = "wasm32")]
mod ports;
#[cfg(target_arch = "wasm32")]
mod popup;
#[cfg(target_arch = "wasm32")]
mod settings;
#[cfg(target_arch = "wasm32")]
mod trace;
#[cfg(target_arch = "wasm32")]
mod trial;
#[cfg(target_arch = "wasm32")]
mod ui;
#[cfg(target_arch = "wasm32")]
mod workbench;

/// Draws the page that the document's body names in `data-page`: `popup`, else the workbench.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(keeper: settings::Keeper) {
    use leptos::prelude::*;
    match browser::page_name().as_deref() {
        Some("popup") => mount_to_body(popup::Popup),
        _ => mount_to_body(move || {
            provide_context(StoredValue::new_local(Some(keeper)));
            view! { <workbench::Workbench/> }
        }),
    }
}
