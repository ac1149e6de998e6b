//! A text as typed, cut into sentences and tokens with their spans, each with a folded form and a stem for matching.
//! Not here: numbers as values (`value`), what a word means (`lexicon`).

mod entity;
pub mod fold;
mod language;
mod sentence;
pub mod stem;
mod token;

pub use fold::fold;
pub use language::Lang;
pub use stem::stem;
pub use token::{Token, TokenKind};

use crate::span::{Offsets, Span};

/// How a sentence is meant, by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It states, orders or exclaims.
    Statement,
    /// It ends with a question mark.
    Question,
}

/// A sentence: its place, its tokens, its language.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Indices into [`Text::tokens`].
    pub tokens: std::ops::Range<usize>,
    /// The language most of its words speak for.
    pub lang: Lang,
    /// By its closing mark.
    pub mood: Mood,
}

/// A text with its tokens and sentences. Spans are bytes of [`Text::source`].
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// As typed.
    pub source: &'a str,
    /// Everything but white space, in order.
    pub tokens: Vec<Token>,
    /// In order; every token lies in exactly one.
    pub sentences: Vec<Sentence>,
    /// Bytes to UTF-16.
    pub offsets: Offsets,
    /// The language most sentences are in.
    pub lang: Lang,
}

impl<'a> Text<'a> {
    /// Reads a text; linear in its length. `lang` settles the language where it is known beforehand.
    pub fn read(source: &'a str, lang: Option<Lang>) -> Self {
        let mut tokens = token::scan(source);
        let mut sentences = sentence::split(source, &tokens);
        let main = language::assign(&mut sentences, &tokens, lang);
        for sentence in &sentences {
            for token in tokens.iter_mut().take(sentence.tokens.end).skip(sentence.tokens.start) {
                token.stem = stem::stem(&token.folded, sentence.lang);
            }
        }
        Text { source, tokens, sentences, offsets: Offsets::new(source), lang: main }
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &'a str {
        self.source.get(span.start..span.end).unwrap_or("")
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or(&[])
    }
}
