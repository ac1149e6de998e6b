//! Why each verdict was reached, for `aval check --explain`: the same path, telling what it weighed.
//! Not here: any decision.

use std::cell::RefCell;

/// Lines told along the way; off unless asked for, so that a check pays nothing.
#[derive(Debug, Default)]
pub struct Trace {
    lines: Option<RefCell<Vec<String>>>,
}

impl Trace {
    /// A trace that is kept.
    pub fn on() -> Self {
        Trace { lines: Some(RefCell::default()) }
    }

    /// Adds a line, made only when the trace is kept.
    pub(super) fn tell(&self, line: impl FnOnce() -> String) {
        if let Some(lines) = &self.lines {
            lines.borrow_mut().push(line());
        }
    }

    /// What was told.
    pub fn into_lines(self) -> Vec<String> {
        self.lines.map(RefCell::into_inner).unwrap_or_default()
    }
}
