//! The engine as a WASM module: a snapshot is loaded, drafts are checked, posts are sealed into the trace.
//! Not here: reading files (`extension/reader`), the clock (the caller says which day it is), any decision.

use aval::check::{self, Ask};
use aval::journal;
use aval::library::Library;
use aval::rule::Audience;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// A draft as the background hands it over.
#[derive(Deserialize)]
struct Question {
    draft: String,
    context: Option<String>,
    /// The host it is posted on.
    #[serde(default)]
    site: Option<String>,
    /// Only one person will read it.
    #[serde(default)]
    private: bool,
    /// ISO 8601 day.
    today: String,
}

/// A loaded library.
#[wasm_bindgen]
pub struct Engine {
    library: Library,
}

#[wasm_bindgen]
impl Engine {
    /// Loads a snapshot.
    ///
    /// # Errors
    /// When the bytes are no snapshot, or one of another version.
    #[wasm_bindgen(constructor)]
    pub fn load(snapshot: &[u8]) -> Result<Engine, JsError> {
        Ok(Engine { library: Library::from_bytes(snapshot)? })
    }

    /// Checks `{draft, context, today}`; answers a `Checked` of wire.ts.
    ///
    /// # Errors
    /// When the question has another shape or the day is none.
    pub fn check(&self, question: JsValue) -> Result<JsValue, JsError> {
        let question: Question = serde_wasm_bindgen::from_value(question)?;
        let today = day(&question.today).ok_or_else(|| JsError::new("today is no ISO 8601 day"))?;
        let ask = Ask {
            context: question.context.as_deref(),
            site: question.site.as_deref(),
            audience: if question.private { Audience::Private } else { Audience::Public },
            ..Ask::new(&question.draft, today)
        };
        answer(&check::check(&self.library, &ask))
    }
}

/// Seals an entry, given as JSON, into the trace behind the entry whose hash is `previous`; without it, as the first.
/// Answers `{hash, line}`.
///
/// # Errors
/// When the JSON is not an entry.
#[wasm_bindgen]
pub fn seal(previous: Option<String>, entry: &str) -> Result<JsValue, JsError> {
    answer(&journal::seal_json(previous.as_deref(), entry)?)
}

/// `2026-11-22`. jiff's own parser reads much more than a day and would weigh on the engine.
fn day(written: &str) -> Option<Date> {
    let mut parts = written.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Date::new(year, month, day).ok().filter(|_| parts.next().is_none())
}

/// As JSON would be: plain objects, absent members left out, `null` for none.
fn answer(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
