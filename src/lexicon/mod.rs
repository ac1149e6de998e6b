//! Concepts: what the words of sheets and replies stand for, in English and French, and how concepts relate.
//! Not here: a sheet's own words (`library`), grammar (`claim`).

mod phrases;

use crate::text::{Lang, Token};
use crate::value::Dimension;

/// What sort of thing a concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A property that a sheet gives a value for.
    Attribute,
    /// A thing.
    Thing,
    /// What something is like.
    Property,
    /// What is done.
    Action,
    /// Under which something holds.
    Condition,
    /// A place.
    Place,
}

/// A concept of the lexicon.
#[derive(Debug)]
pub struct Concept {
    /// What it is.
    pub kind: Kind,
    /// Dimensions a value of it may have.
    pub dims: &'static [Dimension],
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A concept by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct ConceptId(pub u16);

impl ConceptId {
    /// The concept, or nothing for a number of another version.
    pub fn concept(self) -> Option<&'static Concept> {
        CONCEPTS.get(self.0 as usize)
    }

    /// Its name in the tables, for explanations; empty where nobody can ask for one, so that the engine need not carry the names.
    pub fn name(self) -> &'static str {
        if cfg!(feature = "cli") { IDS.get(self.0 as usize).copied().unwrap_or_default() } else { "" }
    }

    /// By its name in the tables.
    pub fn named(id: &str) -> Option<ConceptId> {
        IDS.iter().position(|own| *own == id).and_then(|i| u16::try_from(i).ok()).map(ConceptId)
    }

    /// Concepts that cannot be true of a thing together with this one.
    pub fn opposites(self) -> impl Iterator<Item = ConceptId> {
        let first = OPPOSITES.partition_point(|p| p.0 < self.0);
        OPPOSITES.iter().skip(first).take_while(move |p| p.0 == self.0).map(|p| ConceptId(p.1))
    }

    /// The categories it is a member of.
    pub fn categories(self) -> impl Iterator<Item = u8> {
        let first = MEMBERS.partition_point(|p| p.0 < self.0);
        MEMBERS.iter().skip(first).take_while(move |p| p.0 == self.0).map(|p| p.1)
    }

    /// Whether a value of this dimension means this attribute when nothing else is said.
    pub fn is_usual(self, dimension: Dimension) -> bool {
        USUAL.contains(&(dimension, self.0))
    }

    /// Whether it says that nothing is to be paid.
    pub fn is_free(self) -> bool {
        FREE.binary_search(&self.0).is_ok()
    }

    /// Its places on scales, as scale and step.
    pub fn steps(self) -> impl Iterator<Item = (u8, u8)> {
        let first = STEPS.partition_point(|p| p.0 < self.0);
        STEPS.iter().skip(first).take_while(move |p| p.0 == self.0).map(|p| (p.1, p.2))
    }
}

/// How many concepts there are.
pub fn count() -> usize {
    CONCEPTS.len()
}

/// A phrase found in a text: the tokens it covers and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// One past its last token, as an index into the slice searched.
    pub end: usize,
    /// What it stands for.
    pub concept: ConceptId,
    /// It only points to the attribute.
    pub cue: bool,
    /// How many words of the phrase were compared.
    pub words: u8,
    /// The phrase holds a negation of its own ("sans frais", "not included"): the concept already says it.
    pub negated: bool,
}

/// Whether a phrase denies: "sans frais", "not included", "gluten-free".
fn denies(phrase: &[Token]) -> bool {
    let free = phrase.len() > 1 && phrase.last().is_some_and(|t| t.is("free"));
    free || phrase.iter().any(|t| NEGATIONS.contains(&t.folded.as_str()))
}

/// Folded words by which a phrase denies.
const NEGATIONS: &[&str] = &["no", "not", "non", "without", "never", "n't", "sans", "pas", "ne", "n'", "aucun", "aucune", "jamais", "ni"];

/// Whether a word carries no meaning of its own.
pub fn is_function_word(token: &Token, lang: Lang) -> bool {
    let list = if lang == Lang::Fr { STOP_FR } else { STOP_EN };
    list.binary_search(&token.folded.as_str()).is_ok() || list.binary_search(&token.stem.as_str()).is_ok()
}

/// Whether a word tells little of what a statement states ("available", "pris en charge").
pub fn is_light(token: &Token, lang: Lang) -> bool {
    let list = if lang == Lang::Fr { LIGHT_FR } else { LIGHT_EN };
    list.binary_search(&token.folded.as_str()).is_ok() || list.binary_search(&token.stem.as_str()).is_ok()
}

fn is_skipped(token: &Token, lang: Lang) -> bool {
    let list = if lang == Lang::Fr { SKIP_FR } else { SKIP_EN };
    token.folded == "-" || list.binary_search(&token.folded.as_str()).is_ok()
}

/// Whether a token is a phrase's word: by its stem, or as it stands where the word carries a `=`.
fn is_word(token: &Token, word: &str) -> bool {
    match word.strip_prefix('=') {
        Some(exact) => token.folded == exact,
        None => token.stem == word,
    }
}

/// The concepts whose phrases begin at token `at`; every match of any length. Cost: the phrases that share the first stem.
pub fn matches(tokens: &[Token], at: usize, lang: Lang, found: &mut Vec<Match>) {
    let Some(first) = tokens.get(at) else { return };
    search(tokens, at, &first.stem, lang, found);
    search(tokens, at, &format!("={}", first.folded), lang, found);
    found.sort_by_key(|m| (std::cmp::Reverse(m.words), m.concept, m.end));
    found.dedup_by_key(|m| (m.concept, m.end));
}

fn search(tokens: &[Token], at: usize, key: &str, lang: Lang, found: &mut Vec<Match>) {
    for phrase in phrases::starting(key).filter(|phrase| phrase.lang == lang) {
        if let Some((end, words)) = follow(tokens, at + 1, phrase.rest, lang) {
            let negated = denies(tokens.get(at..end).unwrap_or(&[]));
            found.push(Match { end, concept: phrase.concept, cue: phrase.cue, words, negated });
        }
    }
}

/// Walks the rest of a phrase; skipped words may stand between its words.
fn follow(tokens: &[Token], from: usize, rest: &[u16], lang: Lang) -> Option<(usize, u8)> {
    let mut at = from;
    let mut words = 1;
    for stem in rest.iter().map(|number| phrases::stem(*number)) {
        while tokens.get(at).is_some_and(|t| is_skipped(t, lang) && !is_word(t, stem)) {
            at += 1;
        }
        if !is_word(tokens.get(at)?, stem) {
            return None;
        }
        at += 1;
        words += 1;
    }
    Some((at, words))
}

/// A concept that a word is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covering {
    /// The concept.
    pub concept: ConceptId,
    /// Words of the phrase.
    pub words: u8,
    /// It only points to the attribute.
    pub cue: bool,
    /// The phrase holds a negation of its own.
    pub negated: bool,
}

/// A content word of a text with everything it may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sense {
    /// Index of its token in the slice read.
    pub token: usize,
    /// Concepts of the longest phrases that cover it.
    pub concepts: Vec<Covering>,
    /// Its stem; empty for a function word that counts only inside a phrase.
    pub stem: String,
    /// It tells little of what a statement states.
    pub light: bool,
}

/// The content words of a stretch of tokens in one language, with the concepts that cover each. A longer phrase hides the
/// shorter ones inside it ("battery life" is no battery).
pub fn senses(tokens: &[Token], lang: Lang) -> Vec<Sense> {
    let mut senses: Vec<Sense> = tokens
        .iter()
        .enumerate()
        .map(|(token, t)| {
            let content = (t.is_word() || t.kind == crate::text::TokenKind::Number) && !is_function_word(t, lang);
            Sense { token, concepts: Vec::new(), stem: if content { t.stem.clone() } else { String::new() }, light: !content || t.kind == crate::text::TokenKind::Number || is_light(t, lang) }
        })
        .collect();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        found.clear();
        matches(tokens, at, lang, &mut found);
        for hit in &found {
            for sense in senses.iter_mut().take(hit.end).skip(at) {
                if !tokens.get(sense.token).is_some_and(|t| is_skipped(t, lang)) {
                    cover(&mut sense.concepts, hit);
                }
            }
        }
    }
    senses.retain(|s| !s.stem.is_empty() || !s.concepts.is_empty());
    senses
}

/// Adds a phrase to what covers a word, unless a longer name does already. A turn that only points to an attribute hides
/// nothing, nor does a phrase that denies: "gluten-free" still speaks of gluten.
fn cover(concepts: &mut Vec<Covering>, hit: &Match) {
    let hides = |cue: bool, negated: bool| !cue && !negated;
    let longest = concepts.iter().filter(|c| hides(c.cue, c.negated)).map(|c| c.words).max().unwrap_or(0);
    if hit.words < longest || concepts.iter().any(|c| c.concept == hit.concept) {
        return;
    }
    if hides(hit.cue, hit.negated) {
        concepts.retain(|c| c.words >= hit.words);
    }
    concepts.push(Covering { concept: hit.concept, words: hit.words, cue: hit.cue, negated: hit.negated });
}
