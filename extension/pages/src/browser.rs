//! The few things a page needs of its browser, beside the document: its name, its language, its memory, its tab, its clock.
//! Not here: messages to the background (`ports`), drawing.

use crate::words::Language;
use js_sys::{Array, Date, Object, Promise, Reflect};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
    fn query_tabs(what: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = request, catch)]
    fn request_permission(what: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getManifest, catch)]
    fn manifest() -> Result<JsValue, JsValue>;
}

/// What the body says it is.
pub(crate) fn page_name() -> Option<String> {
    window()?.document()?.body()?.get_attribute("data-page")
}

/// A choice made in a page, kept by the browser for this extension alone.
pub(crate) fn recalled(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a choice. A browser that keeps nothing merely asks again next time.
pub(crate) fn recall_later(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = window().map(|w| w.local_storage()) {
        let _ = storage.set_item(key, value);
    }
}

/// The language chosen here before, else the browser's own.
pub(crate) fn language() -> Language {
    let tag = recalled("language").or_else(|| window()?.navigator().language()).unwrap_or_default();
    Language::of(&tag)
}

/// Says the page's language and title to the document, for screen readers and the tab.
pub(crate) fn declare(language: Language, title: &str) {
    if let Some(document) = window().and_then(|w| w.document()) {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", language.tag());
        }
    }
}

/// What stands behind `#` in the address.
pub(crate) fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).map(|h| h.trim_start_matches('#').to_owned()).unwrap_or_default()
}

/// Puts a fragment into the address, without a step in the history.
pub(crate) fn set_fragment(fragment: &str) {
    if let Some(Ok(history)) = window().map(|w| w.history()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// Puts the focus on the element with this id, where it stands.
pub(crate) fn focus(id: &str) {
    let found = window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let still = web_sys::FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = element.focus_with_options(&still);
    }
}

/// Puts the focus on the element with this id and brings its beginning into view.
pub(crate) fn show(id: &str) {
    focus(id);
    if let Some(element) = window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Today where the user is, ISO 8601.
pub(crate) fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A day in ISO 8601 as the language writes it; as it stands when it is no day.
pub(crate) fn day(iso: &str, language: Language) -> String {
    let date = Date::new(&JsValue::from_str(&format!("{iso}T12:00:00")));
    if date.get_time().is_nan() { iso.to_owned() } else { shown(&date, language, &[("dateStyle", "long")]) }
}

/// An instant in ISO 8601 as the language writes it, in the user's time.
pub(crate) fn instant(iso: &str, language: Language) -> String {
    let date = Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() { iso.to_owned() } else { shown(&date, language, &[("dateStyle", "medium"), ("timeStyle", "short")]) }
}

fn shown(date: &Date, language: Language, options: &[(&str, &str)]) -> String {
    // English dates in the order most of our readers use, whatever the browser's region: day, month, year.
    let locale = if language == Language::English { "en-GB" } else { "fr-FR" };
    let written: String = date.to_locale_string(locale, &object(options)).into();
    // French says the first of a month as an ordinal; the browsers' data does not.
    match written.strip_prefix("1 ") {
        Some(rest) if language == Language::French => format!("1er {rest}"),
        _ => written,
    }
}

fn object(members: &[(&str, &str)]) -> JsValue {
    let made = Object::new();
    for (key, value) in members {
        let _ = Reflect::set(&made, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    made.into()
}

/// Gives the user a file.
pub(crate) fn save(name: &str, kind: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(content)), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// Bytes as base64.
pub(crate) fn base64(bytes: &[u8]) -> Option<String> {
    let latin: String = bytes.iter().copied().map(char::from).collect();
    window()?.btoa(&latin).ok()
}

/// The site in the tab in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Front {
    /// Its host, with its port.
    pub(crate) host: String,
    /// The origins to ask the browser for, so that Aval may work there: this host alone.
    pub(crate) origin: String,
    /// Whether Aval ships with this site.
    pub(crate) named: bool,
}

/// The site in the tab in front; nothing when it is a page of the browser's own.
pub(crate) async fn front() -> Option<Front> {
    let what = Object::new();
    for key in ["active", "currentWindow"] {
        Reflect::set(&what, &key.into(), &JsValue::TRUE).ok()?;
    }
    let tabs: Array = JsFuture::from(query_tabs(&what).ok()?).await.ok()?.dyn_into().ok()?;
    let address = Reflect::get(&tabs.get(0), &"url".into()).ok()?.as_string()?;
    let url = Url::new(&address).ok()?;
    let scheme = url.protocol();
    if !matches!(scheme.as_str(), "http:" | "https:") {
        return None;
    }
    let origin = format!("{scheme}//{}/*", url.hostname());
    Some(Front { named: named(&origin), host: url.host(), origin })
}

fn named(origin: &str) -> bool {
    let member = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let Ok(manifest) = manifest() else { return false };
    let scripts = Array::from(&member(&manifest, "content_scripts"));
    scripts.iter().flat_map(|script| Array::from(&member(&script, "matches")).to_vec()).any(|pattern| pattern.as_string().as_deref() == Some(origin))
}

/// Asks the browser for access to one origin. Must be called from within a click, before anything is awaited.
pub(crate) fn request(origin: &str) -> impl Future<Output = bool> + 'static {
    let what = Object::new();
    let _ = Reflect::set(&what, &"origins".into(), &Array::of1(&origin.into()));
    let asked = request_permission(&what);
    async move {
        match asked {
            Ok(promise) => JsFuture::from(promise).await.is_ok_and(|granted| granted.is_truthy()),
            Err(_) => false,
        }
    }
}
