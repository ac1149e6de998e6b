//! Claims: which clause says what, of which product, and whether the writer vouches for it.
//! Not here: what the sheets say to it (`verdict`).

pub mod scope;

pub use crate::stance::{Clause, Stance, Standing};
pub use scope::Scope;

use crate::library::Library;
use crate::mention::Mentions;
use crate::stance;
use crate::text::Text;

/// A text read for its claims.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its tokens and sentences.
    pub text: Text<'a>,
    /// What it mentions.
    pub mentions: Mentions,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
    /// For each token, its clause.
    pub clause_of: Vec<usize>,
    /// For each token, how it is meant.
    pub stances: Vec<Stance>,
}

impl<'a> Reading<'a> {
    /// Reads a text against a library; linear in the text.
    pub fn new(text: Text<'a>, library: &Library) -> Self {
        let mentions = Mentions::read(&text, library);
        let values: Vec<_> = mentions.values.iter().map(|v| v.tokens.clone()).collect();
        let clauses = stance::split(&text, &values);
        let stances = stance::stances(&text, &clauses);
        let mut clause_of = vec![0; text.tokens.len()];
        for (number, clause) in clauses.iter().enumerate() {
            if let Some(tokens) = clause_of.get_mut(clause.tokens.clone()) {
                tokens.fill(number);
            }
        }
        Reading { text, mentions, clauses, clause_of, stances }
    }

    /// The clause of a token.
    pub fn clause_at(&self, token: usize) -> usize {
        self.clause_of.get(token).copied().unwrap_or(0)
    }

    /// The sentence of a clause.
    pub fn sentence_of(&self, clause: usize) -> usize {
        self.clauses.get(clause).map_or(0, |c| c.sentence)
    }

    /// How a token is meant.
    pub fn stance(&self, token: usize) -> Stance {
        self.stances.get(token).copied().unwrap_or_default()
    }
}
