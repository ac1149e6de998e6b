//! The first look at a file, in a worker of its own: a file that hangs or breaks the reader harms only that worker.
//! Not here: what happens to a file that passed (`shelf`), the reader (`extension/reader`).

use crate::browser;
use aval::wire::SheetReport;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// A reader that takes longer hangs.
const PATIENCE_MS: u32 = 30_000;

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// It took longer than [`PATIENCE_MS`].
    TooSlow,
    /// The reader or its worker failed.
    Because(String),
}

/// What the reader makes of a file. The worker is ended in any case.
pub(super) async fn tried(name: &str, bytes: &[u8]) -> Result<SheetReport, Failure> {
    let worker = Worker::new("reader-worker.js").map_err(|e| because(&e))?;
    let reply = asked(&worker, name, bytes).await;
    worker.terminate();
    let reply = reply?;
    let member = |name: &str| Reflect::get(&reply, &name.into()).unwrap_or(JsValue::UNDEFINED);
    match member("failed").as_string() {
        Some(why) => Err(Failure::Because(why)),
        None => serde_wasm_bindgen::from_value(member("report")).map_err(|e| Failure::Because(e.to_string())),
    }
}

async fn asked(worker: &Worker, name: &str, bytes: &[u8]) -> Result<JsValue, Failure> {
    let (promise, resolve, reject) = with_resolvers();
    let slow = reject.clone();
    // Listeners and clock end when this function does.
    let _answered = EventListener::once(worker, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::UNDEFINED, MessageEvent::data);
        let _ = resolve.call1(&JsValue::NULL, &data);
    });
    let _failed = EventListener::once(worker, "error", move |event| {
        let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        let _ = reject.call1(&JsValue::NULL, &JsValue::from_str(&why));
    });
    let _late = Timeout::new(PATIENCE_MS, move || {
        let _ = slow.call1(&JsValue::NULL, &JsValue::NULL);
    });
    worker.post_message(&order(name, bytes)).map_err(|e| because(&e))?;
    JsFuture::from(promise).await.map_err(|why| if why.is_null() { Failure::TooSlow } else { because(&why) })
}

fn order(name: &str, bytes: &[u8]) -> JsValue {
    let order = Object::new();
    let members: [(&str, JsValue); 3] = [("name", name.into()), ("bytes", Uint8Array::from(bytes).into()), ("today", browser::today().into())];
    for (key, value) in members {
        let _ = Reflect::set(&order, &key.into(), &value);
    }
    order.into()
}

fn with_resolvers() -> (Promise, Function, Function) {
    let mut ends = None;
    let promise = Promise::new(&mut |resolve, reject| ends = Some((resolve, reject)));
    // A promise calls its executor before its constructor returns.
    let (resolve, reject) = ends.unwrap_or_default();
    (promise, resolve, reject)
}

fn because(error: &JsValue) -> Failure {
    let message = error.as_string().or_else(|| error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message())));
    Failure::Because(message.unwrap_or_else(|| "?".to_owned()))
}
