//! How words are meant: asserted, asked, supposed, quoted, reported, and whether they are denied.
//! Not here: what they claim.

mod clause;
mod grammar;

pub use clause::{Clause, split};

use crate::text::{Lang, Mood, Text, Token};
use grammar::Turn;
use std::ops::Range;

/// How a word is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Standing {
    /// The writer vouches for it.
    #[default]
    Asserted,
    /// Part of a question.
    Questioned,
    /// Under "if", "would", a wish.
    Supposed,
    /// Between quotation marks.
    Quoted,
    /// What somebody else said or read.
    Reported,
}

/// The standing of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stance {
    /// How it is meant.
    pub standing: Standing,
    /// Under a negation.
    pub denied: bool,
}

/// The stance of every token of a text.
pub fn stances(text: &Text, clauses: &[Clause]) -> Vec<Stance> {
    let mut stances = vec![Stance::default(); text.tokens.len()];
    for clause in clauses {
        let Some(sentence) = text.sentences.get(clause.sentence) else { continue };
        let Some(tokens) = text.tokens.get(clause.tokens.clone()) else { continue };
        let reading = read(tokens, sentence.lang);
        let standing = if sentence.mood == Mood::Question { Standing::Questioned } else { reading.standing };
        if reading.retracts {
            retract(text, clause, &mut stances);
        }
        let Some(out) = stances.get_mut(clause.tokens.clone()) else { continue };
        for (i, stance) in out.iter_mut().enumerate() {
            stance.standing = standing;
            stance.denied = reading.denied.iter().any(|r| r.contains(&i));
        }
    }
    carry_negation(text, clauses, &mut stances);
    carry_supposition(clauses, &mut stances);
    free_of(text, &mut stances);
    quotations(text, &mut stances);
    stances
}

/// "gluten-free", "sugar free": the word before is denied.
fn free_of(text: &Text, stances: &mut [Stance]) {
    for (at, token) in text.tokens.iter().enumerate().skip(1) {
        let hyphen = text.tokens.get(at - 1).is_some_and(|t| t.is("-")) && token.glued;
        if token.is("free") && hyphen && at >= 2 {
            if let Some(stance) = stances.get_mut(at - 2) {
                stance.denied = !stance.denied;
            }
        }
    }
}

/// What stands before in the sentence was reported only to be called wrong.
fn retract(text: &Text, clause: &Clause, stances: &mut [Stance]) {
    let first = text.sentences.get(clause.sentence).map_or(clause.tokens.start, |s| s.tokens.start);
    stances.iter_mut().take(clause.tokens.start).skip(first).for_each(|s| s.standing = s.standing.max(Standing::Reported));
}

struct Reading {
    standing: Standing,
    /// Stretches under a negation.
    denied: Vec<Range<usize>>,
    /// It takes back what stands before it in the sentence.
    retracts: bool,
}

/// Where the denial of a noun ends: before the next verb, preposition or figure, or after five words.
fn reach(tokens: &[Token], from: usize) -> usize {
    let rest = tokens.get(from..).unwrap_or(&[]);
    let stop = rest.iter().skip(1).position(grammar::ends_noun).map_or(rest.len(), |i| i + 1);
    from + stop.min(6)
}

/// Reads one clause by the table of turns.
fn read(tokens: &[Token], lang: Lang) -> Reading {
    let mut reading = Reading { standing: Standing::Asserted, denied: Vec::new(), retracts: false };
    let mut at = 0;
    while at < tokens.len() {
        let Some((turn, length)) = grammar::turn(tokens, at, lang) else {
            at += 1;
            continue;
        };
        match turn {
            Turn::Neutral => {}
            Turn::Negation => reading.denied.push(at..reach(tokens, at + length)),
            Turn::NegationWhole => reading.denied.push(0..tokens.len()),
            Turn::NegationBefore => reading.denied.push(0..at + length),
            Turn::Retraction => reading.retracts = true,
            Turn::Supposition => reading.standing = reading.standing.max(Standing::Supposed),
            Turn::Report => reading.standing = reading.standing.max(Standing::Reported),
        }
        at += length;
    }
    merge_pairs(&mut reading.denied, tokens.len());
    reading
}

/// "ne … pas", "do not … any": the halves of one negation do not cancel out.
fn merge_pairs(denied: &mut Vec<Range<usize>>, length: usize) {
    if denied.iter().any(|r| r.start == 0 && r.end == length) {
        denied.truncate(0);
        denied.push(0..length);
    }
}

/// "no palm oil, bleach or phosphate", "sans phosphate ni parfum": a denied list goes on while clauses have no verb of their own.
fn carry_negation(text: &Text, clauses: &[Clause], stances: &mut [Stance]) {
    for pair in clauses.windows(2) {
        let [before, after] = pair else { continue };
        if before.sentence != after.sentence {
            continue;
        }
        let open = before.tokens.clone().next_back().and_then(|t| stances.get(last_word(text, t))).is_some_and(|s| s.denied);
        let tokens = text.tokens.get(after.tokens.clone()).unwrap_or(&[]);
        if open && tokens.len() <= 6 && grammar::continues_list(tokens) {
            if let Some(out) = stances.get_mut(after.tokens.clone()) {
                out.iter_mut().for_each(|s| s.denied = true);
            }
        }
    }
}

/// The last token at or before `at` that is a word.
fn last_word(text: &Text, at: usize) -> usize {
    let mut at = at;
    while at > 0 && text.tokens.get(at).is_some_and(|t| !t.is_word()) {
        at -= 1;
    }
    at
}

/// A supposition holds to the end of its clause; a bare "if" clause also covers the clauses that only list.
fn carry_supposition(clauses: &[Clause], stances: &mut [Stance]) {
    for pair in clauses.windows(2) {
        let [before, after] = pair else { continue };
        let supposed = stances.get(before.tokens.start).is_some_and(|s| s.standing == Standing::Supposed);
        if supposed && before.sentence == after.sentence && after.tokens.len() <= 3 {
            if let Some(out) = stances.get_mut(after.tokens.clone()) {
                out.iter_mut().for_each(|s| s.standing = Standing::Supposed);
            }
        }
    }
}

/// Words between quotation marks are somebody's words; a single quoted word is a name.
fn quotations(text: &Text, stances: &mut [Stance]) {
    let mut open: Option<usize> = None;
    for (at, token) in text.tokens.iter().enumerate() {
        match (token.folded.as_str(), open) {
            ("«" | "“", _) => open = Some(at),
            ("»" | "”", Some(start)) => {
                quote(stances, start, at);
                open = None;
            }
            ("\"", None) => open = Some(at),
            ("\"", Some(start)) => {
                quote(stances, start, at);
                open = None;
            }
            _ => {}
        }
    }
}

fn quote(stances: &mut [Stance], start: usize, end: usize) {
    if end > start + 3 {
        stances.iter_mut().take(end).skip(start).for_each(|s| s.standing = Standing::Quoted);
    }
}
