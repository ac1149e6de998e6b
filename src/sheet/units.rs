//! Values inside a sheet's cells: the one door to `value`.
//! Not here: how a value is read (`value`).

use crate::text::Text;
use crate::value::{self, Value};

/// The values in a text; their spans are bytes of it.
pub(super) fn values(text: &str) -> Vec<Value> {
    value::read(&Text::read(text, None))
}

/// Whether a text is nothing but a unit ("kg", "dB(A)").
pub(super) fn is_unit(text: &str) -> bool {
    let probe = format!("2 {text}");
    matches!(values(&probe).as_slice(), [v] if v.unit.is_some() && v.full.len() == probe.len())
}
