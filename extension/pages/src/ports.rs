//! How a page asks the background: one message, one reply.
//! Not here: which messages exist (`protocol`).

use crate::protocol::Message;
use js_sys::{Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage, catch)]
    fn send_message(message: &JsValue) -> Result<Promise, JsValue>;
}

/// Why a question got no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Nobody answered: the extension was updated, or its background cannot start.
    Silent,
    /// The background says why.
    Because(String),
}

#[derive(Serialize)]
struct Envelope<'a, M> {
    kind: &'static str,
    ask: &'a M,
}

/// Asks the background.
///
/// # Errors
/// Where it does not answer, answers that it will not, or answers something else than the table says.
pub(crate) async fn send<M: Message>(ask: &M) -> Result<M::Answer, Refused> {
    let told = |error: &dyn std::fmt::Display| Refused::Because(error.to_string());
    let envelope = Envelope { kind: M::KIND, ask };
    let message = envelope.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|e| told(&e))?;
    let sent = send_message(&message).map_err(|_| Refused::Silent)?;
    let reply = JsFuture::from(sent).await.map_err(|_| Refused::Silent)?;
    if reply.is_undefined() || reply.is_null() {
        return Err(Refused::Silent);
    }
    let member = |name: &str| Reflect::get(&reply, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if let Some(reason) = member("refused").as_string() {
        return Err(Refused::Because(reason));
    }
    serde_wasm_bindgen::from_value(member("answer")).map_err(|e| told(&e))
}
