//! Mentions: the products, words and values of a text, resolved against a library, with their tokens.
//! Not here: which belongs to which (`claim`), any decision.

use crate::lexicon;
use crate::library::{Library, NameHit, Term};
use crate::text::Text;
use crate::value::{self, Value};
use std::ops::Range;

/// A content word and the terms it may stand for.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its token.
    pub token: usize,
    /// Its terms: the stem first where the sheets know it, then concepts.
    pub terms: Vec<Meaning>,
    /// A content word, not one that counts only inside a phrase.
    pub content: bool,
    /// It tells little of what is stated.
    pub light: bool,
}

/// A term a word may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// Stem or concept.
    pub term: Term,
    /// Words of the phrase it came from.
    pub words: u8,
    /// It only points to an attribute.
    pub cue: bool,
    /// Its phrase holds a negation of its own.
    pub negated: bool,
}

/// A value and the tokens it covers.
#[derive(Debug, Clone)]
pub struct ValueAt {
    /// As read; spans in bytes of the text.
    pub value: Value,
    /// The tokens of its number and unit.
    pub tokens: Range<usize>,
}

/// All that is mentioned in a text.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// Names of products and ranges, in order.
    pub names: Vec<NameHit>,
    /// Content words, in order.
    pub words: Vec<Word>,
    /// Values that may be claims, in order.
    pub values: Vec<ValueAt>,
}

impl Mentions {
    /// Reads the mentions of a text.
    pub fn read(text: &Text, library: &Library) -> Self {
        let names = library.names.find(&text.tokens, None);
        let mut values = values(text);
        values.retain(|v| !names.iter().any(|n| n.tokens.contains(&v.tokens.start)));
        let words = words(text, library, &names);
        Mentions { words, names, values }
    }
}

impl Mentions {
    /// The words whose tokens lie in a range; found by bisection.
    pub fn words_in(&self, tokens: &Range<usize>) -> &[Word] {
        let first = self.words.partition_point(|w| w.token < tokens.start);
        let end = self.words.partition_point(|w| w.token < tokens.end);
        self.words.get(first..end).unwrap_or(&[])
    }

    /// The values that begin in a range of tokens.
    pub fn values_in(&self, tokens: &Range<usize>) -> &[ValueAt] {
        let first = self.values.partition_point(|v| v.tokens.start < tokens.start);
        let end = self.values.partition_point(|v| v.tokens.start < tokens.end);
        self.values.get(first..end).unwrap_or(&[])
    }
}

fn words(text: &Text, library: &Library, names: &[NameHit]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut name = names.iter().peekable();
    for sentence in &text.sentences {
        for sense in lexicon::senses(text.tokens_of(sentence), sentence.lang) {
            let token = sense.token + sentence.tokens.start;
            while name.peek().is_some_and(|n| n.tokens.end <= token) {
                name.next();
            }
            if name.peek().is_some_and(|n| n.tokens.contains(&token)) {
                continue;
            }
            let stem = library.vocabulary.term(&sense.stem).map(|term| Meaning { term, words: 1, cue: false, negated: false });
            let concepts = sense.concepts.iter().map(|c| Meaning { term: Term::of_concept(c.concept), words: c.words, cue: c.cue, negated: c.negated });
            words.push(Word { token, content: !sense.stem.is_empty(), light: sense.light, terms: stem.into_iter().chain(concepts).collect() });
        }
    }
    words
}

fn values(text: &Text) -> Vec<ValueAt> {
    let mut first = 0;
    value::read(text)
        .into_iter()
        .map(|value| {
            while text.tokens.get(first).is_some_and(|t| t.span.end <= value.span.start) {
                first += 1;
            }
            let count = text.tokens.iter().skip(first).take_while(|t| t.span.start < value.span.end).count();
            ValueAt { value, tokens: first..first + count }
        })
        .collect()
}
