//! Values inside a sheet's cells: the one door to `value`.
//! Not here: how a value is read (`value`).

use crate::value::Value;

/// The values in a text; their spans are bytes of it.
pub(super) fn values(_text: &str) -> Vec<Value> {
    Vec::new()
}

/// Whether a text is nothing but a unit ("kg", "dB(A)").
pub(super) fn is_unit(text: &str) -> bool {
    let probe = format!("2 {text}");
    matches!(values(&probe).as_slice(), [v] if v.unit.is_some() && v.full.len() == probe.len())
}
