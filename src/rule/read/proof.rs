//! Examples: each rule's `match` must be flagged by it and its `pass` must not; a pack whose examples fail is refused.
//! Not here: what a rule is.

use crate::rule::compile::{Compiled, PackError};
use crate::rule::source::{Both, PackSource, Spot};
use crate::rule::{Context, Pack, standings};
use crate::text::Text;

/// Runs the examples of a pack against its own rules.
///
/// # Errors
/// The first example that does not hold, with its line.
pub(super) fn examples(source: &PackSource, pack: &Pack) -> Result<(), PackError> {
    failures(source, pack).into_iter().next().map_or(Ok(()), Err)
}

/// Every example that does not hold.
pub(super) fn failures(source: &PackSource, pack: &Pack) -> Vec<PackError> {
    let (compiled, left_out) = Compiled::new([pack.clone()]);
    if let Some(left) = left_out.first() {
        return vec![PackError { file: source.file.clone(), line: 1, column: 1, message: left.reason.clone() }];
    }
    let mut wrong = Vec::new();
    for rule in &source.rules {
        let Some(index) = pack.rules.iter().position(|r| r.id == rule.id.text) else { continue };
        for spot in all(&rule.matches).filter(|s| !hits(&compiled, index, &s.text)) {
            wrong.push(broken(source, spot, format!("the rule \"{}\" should flag \"{}\" and does not", rule.id.text, spot.text)));
        }
        for spot in all(&rule.pass).filter(|s| hits(&compiled, index, &s.text)) {
            wrong.push(broken(source, spot, format!("the rule \"{}\" should let \"{}\" pass and flags it", rule.id.text, spot.text)));
        }
    }
    wrong
}

fn all(both: &Both) -> impl Iterator<Item = &Spot> {
    both.en.iter().chain(&both.fr).chain(&both.any)
}

fn broken(source: &PackSource, spot: &Spot, message: String) -> PackError {
    PackError { file: source.file.clone(), line: spot.line, column: spot.column, message }
}

fn hits(compiled: &Compiled, index: usize, example: &str) -> bool {
    let text = Text::read(example, None);
    let standing = standings(&text);
    compiled.alone(&text, &Context::bare(&[], &standing), index)
}
