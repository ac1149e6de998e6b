//! Clauses: the stretches of a sentence that say one thing, parted at marks and conjunctions.
//! Not here: how a clause is meant.

use crate::text::{Text, Token, TokenKind};
use std::ops::Range;

/// A clause: its tokens and its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Indices into the text's tokens.
    pub tokens: Range<usize>,
    /// Index into the text's sentences.
    pub sentence: usize,
}

/// Folded words that open a new clause.
const CONJUNCTIONS: &[&str] = &[
    "and", "but", "or", "so", "while", "whereas", "because", "since", "then", "though", "although", "unless", "et", "mais", "ou", "donc", "car",
    "puis", "tandis", "alors", "puisque", "puisqu'", "lorsque", "lorsqu'", "sauf", "except", "if", "si", "s'", "as", "which", "qui", "dont",
];

/// Cuts a text into clauses; every token lies in exactly one. The stretches of tokens in `values` are never cut.
pub fn split(text: &Text, values: &[Range<usize>]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut value = values.iter().peekable();
    for (number, sentence) in text.sentences.iter().enumerate() {
        let mut start = sentence.tokens.start;
        for at in sentence.tokens.clone() {
            while value.peek().is_some_and(|v| v.end <= at) {
                value.next();
            }
            let inside = value.peek().is_some_and(|v| v.start < at && at < v.end);
            if at > start && !inside && text.tokens.get(at).is_some_and(|t| opens(t, text.tokens.get(at - 1))) {
                clauses.push(Clause { tokens: start..at, sentence: number });
                start = at;
            }
        }
        if start < sentence.tokens.end {
            clauses.push(Clause { tokens: start..sentence.tokens.end, sentence: number });
        }
    }
    clauses
}

/// Whether a clause begins at this token: at a conjunction, or after a mark that parts.
fn opens(token: &Token, before: Option<&Token>) -> bool {
    let parted = before.is_some_and(|b| {
        b.kind == TokenKind::Emoji
            || b.kind == TokenKind::Punct && matches!(b.folded.as_str(), "," | ";" | ":" | "(" | ")" | "." | "!" | "…" | "...")
            || b.kind == TokenKind::Punct && b.folded == "-" && !token.glued
    });
    parted || token.is_word() && CONJUNCTIONS.contains(&token.folded.as_str()) && !before.is_some_and(|b| b.is("as") || b.is("such"))
}
