//! A sentence's tokens as the readers of this room see them: look-ups by place, phrases by longest match.
//! Not here: what the phrases mean.

use super::table::{self, Table};
use crate::span::Span;
use crate::text::{Lang, Token, TokenKind};

/// Which mark parts whole from decimals, where a sentence shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    /// 1,299.90
    Point,
    /// 1 299,90
    Comma,
}

/// What the sentence's other words say of its figures.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cues {
    pub(super) clock: bool,
    pub(super) warmth: bool,
    pub(super) angle: bool,
    pub(super) money: bool,
}

/// A sentence under reading.
pub(super) struct Cursor<'t> {
    pub(super) source: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) lang: Lang,
    pub(super) notation: Notation,
    pub(super) cues: Cues,
    /// For each token the tables in which something begins with it.
    marks: Vec<u32>,
}

/// Longest phrase looked up, in tokens.
const LONGEST: usize = 9;

impl<'t> Cursor<'t> {
    pub(super) fn new(source: &'t str, tokens: &'t [Token], lang: Lang) -> Self {
        let mut cursor = Cursor { source, tokens, lang, notation: notation(tokens, lang), cues: Cues::default(), marks: marks(tokens) };
        cursor.cues = cursor.find_cues();
        cursor
    }

    /// Folded form, empty past the end.
    pub(super) fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.folded.as_str())
    }

    /// As typed, empty past the end.
    pub(super) fn raw(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.source))
    }

    /// Whether one of the words stands there.
    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        i < self.tokens.len() && words.contains(&self.word(i))
    }

    pub(super) fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    pub(super) fn is_number(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    /// Right behind the token before it.
    pub(super) fn glued(&self, i: usize) -> bool {
        i > 0 && self.tokens.get(i).is_some_and(|t| t.glued)
    }

    /// What lies between two neighbouring tokens.
    pub(super) fn gap(&self, i: usize) -> &'t str {
        let before = i.checked_sub(1).and_then(|b| self.tokens.get(b));
        match (before, self.tokens.get(i)) {
            (Some(a), Some(b)) => self.source.get(a.span.end..b.span.start).unwrap_or(""),
            _ => "",
        }
    }

    /// Whether the token before `i` is `word`.
    pub(super) fn before(&self, i: usize, words: &[&str]) -> bool {
        i.checked_sub(1).is_some_and(|b| self.any(b, words))
    }

    /// From token `from` up to, not including, token `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let last = self.tokens.get(to.saturating_sub(1).max(from));
        match (self.tokens.get(from), last) {
            (Some(a), Some(b)) => Span::new(a.span.start, b.span.end),
            _ => Span::default(),
        }
    }

    /// The longest phrase of a sorted table that begins at `i`, and the token after it.
    pub(super) fn phrase<T: Copy>(&self, table: &'static Table<T>, i: usize) -> Option<(T, usize)> {
        if !self.marked(i, table.bit) {
            return None;
        }
        let table = table.rows;
        let first = self.word(i);
        if first == "-" || !begins(table, first) {
            return None;
        }
        let mut key = String::from(first);
        let mut best = None;
        let mut next = i + 1;
        loop {
            let at = table.partition_point(|(k, _)| *k < key.as_str());
            let (candidate, found) = table.get(at)?;
            if *candidate == key {
                if self.word(next - 1) != "-" {
                    best = Some((*found, next));
                }
            } else if !candidate.starts_with(key.as_str()) {
                return best;
            }
            let apart = self.is_number(next) && !self.glued(next);
            if next >= self.tokens.len() || next - i >= LONGEST || apart {
                return best;
            }
            if self.word(next) != "-" {
                let joined = self.glued(next) && self.word(next - 1) != "-";
                if !joined && key.ends_with(char::is_alphabetic) && self.word(next).starts_with(char::is_alphabetic) {
                    key.push(' ');
                }
                key.push_str(self.word(next));
            } else if self.word(next + 1) == "-" {
                return best;
            }
            next += 1;
            if !begins(table, &key) {
                return best;
            }
        }
    }

    /// The name of the single word at `i` in a table.
    pub(super) fn name(&self, table: &'static table::Words, i: usize) -> Option<&'static str> {
        if !self.marked(i, table.bit) {
            return None;
        }
        look_up(table, self.word(i))
    }

    /// Whether something of one of the tables may begin at `i`.
    pub(super) fn marked(&self, i: usize, bits: u32) -> bool {
        self.marks.get(i).is_some_and(|m| m & bits != 0)
    }

    /// Whether no value can begin here: a word in none of the tables.
    pub(super) fn idle(&self, i: usize) -> bool {
        self.is_word(i) && !self.marked(i, !later()) && !self.word(i).contains('\u{2044}')
    }

    /// Whether a number may begin at `i`.
    pub(super) fn numeric(&self, i: usize) -> bool {
        match self.kind(i) {
            Some(TokenKind::Number) => true,
            Some(TokenKind::Word) => self.marked(i, numbers()) || self.any(i, &["a", "an", "minus", "negative", "moins"]) || self.word(i).contains('\u{2044}'),
            Some(TokenKind::Punct | TokenKind::Symbol) => self.any(i, &[".", "-"]) || self.word(i).contains('\u{2044}'),
            _ => false,
        }
    }

    fn find_cues(&self) -> Cues {
        let mut cues = Cues::default();
        for i in 0..self.tokens.len() {
            match self.name(table::CUE, i) {
                Some("clock") => cues.clock = true,
                Some("warmth") => cues.warmth = true,
                Some("angle") => cues.angle = true,
                Some("money") => cues.money = true,
                _ => {}
            }
        }
        cues
    }
}

/// The tables whose entries stand behind or beside a value but begin none.
fn later() -> u32 {
    table::RELATION_AFTER.bit | table::PER.bit | table::TAX.bit | table::AGE.bit | table::CUE.bit
}

fn numbers() -> u32 {
    let english = table::NUMBER_EN.bit | table::GROUP_EN.bit | table::FRACTION_EN.bit | table::ORDINAL_EN.bit;
    english | table::NUMBER_FR.bit | table::GROUP_FR.bit | table::FRACTION_FR.bit | table::ORDINAL_FR.bit
}

/// One look-up a token tells every later one whether it can be worth its while.
fn marks(tokens: &[Token]) -> Vec<u32> {
    let mark = |t: &Token| table::STARTS.get(t.folded.as_str()).copied().unwrap_or(0);
    tokens.iter().map(mark).collect()
}

/// The name of a single word.
pub(super) fn look_up(words: &'static table::Words, key: &str) -> Option<&'static str> {
    let words = words.rows;
    let at = words.binary_search_by(|(k, _)| (*k).cmp(key)).ok()?;
    words.get(at).map(|(_, name)| *name)
}

fn begins<T>(table: &[(&str, T)], key: &str) -> bool {
    let at = table.partition_point(|(k, _)| *k < key);
    table.get(at).is_some_and(|(k, _)| k.starts_with(key))
}

/// The notation the sentence's own figures prove, else the language's.
fn notation(tokens: &[Token], lang: Lang) -> Notation {
    let numbers = tokens.iter().filter(|t| t.kind == TokenKind::Number);
    let proof = numbers.filter_map(|t| proves(&t.folded)).next();
    proof.unwrap_or(match lang {
        Lang::En => Notation::Point,
        Lang::Fr => Notation::Comma,
    })
}

/// A mark followed by other than three digits is a decimal mark; of two kinds the last is.
fn proves(number: &str) -> Option<Notation> {
    let last = number.rfind([',', '.'])?;
    let mark = number.get(last..)?.chars().next()?;
    let other = if mark == ',' { '.' } else { ',' };
    let alone = number.matches(mark).count() == 1;
    let decimals = number.len() - last - 1;
    let proven = alone && (decimals != 3 || number.contains(other) || number.starts_with('0'));
    proven.then_some(if mark == ',' { Notation::Comma } else { Notation::Point })
}
