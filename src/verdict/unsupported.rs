//! Checkable statements about the product that no fact speaks of: a figure without a fact, a thing the sheet never names.
//! Not here: statements that a fact bears out or contradicts (`quantity`, `statement`).

use super::{Case, Kind, Verdict};
use crate::claim::{Clause, Standing};
use crate::lexicon;
use crate::library::Term;
use crate::mention::{ValueAt, Word};
use crate::text::{Lang, Token};
use crate::value::Dimension;
use std::ops::Range;

include!(concat!(env!("OUT_DIR"), "/predicates.rs"));


/// Points from which a figure without a fact is reported.
const FIGURE: i32 = 50;
/// Points from which a thing without a fact is reported.
const THING: i32 = 62;
/// Points for a product's name in the sentence.
const NAMED: i32 = 30;
/// Points when the customer asked something.
const ASKED: i32 = 12;

/// Adds what the sheets neither state nor deny to the verdicts reached so far.
pub(super) fn judge(case: &Case, sheets: &[u16], verdicts: &mut Vec<Verdict>) {
    if sheets.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for (number, clause) in case.draft.clauses.iter().enumerate() {
        if case.draft.stance(clause.tokens.start).standing != Standing::Asserted || judged(verdicts, &clause.tokens) {
            continue;
        }
        let points = points(case, clause);
        let figure = case.draft.mentions.values.iter().enumerate().find(|(_, v)| clause.tokens.contains(&v.tokens.start) && countable(case, v));
        match figure {
            Some((said, value)) if points + weight_of(case, value) >= FIGURE => found.push(unsupported(value.tokens.clone(), Some(said), points)),
            _ => {
                let novel = novel(case, number, sheets);
                if let Some(tokens) = novel.filter(|n| points + n.points >= THING).map(|n| n.tokens) {
                    found.push(unsupported(tokens, None, points));
                }
            }
        }
    }
    verdicts.extend(found);
}

fn unsupported(tokens: Range<usize>, said: Option<usize>, score: i32) -> Verdict {
    Verdict { kind: Kind::Unsupported, tokens, evidence: None, said, score }
}

/// Whether something in the clause has a verdict already.
fn judged(verdicts: &[Verdict], tokens: &Range<usize>) -> bool {
    verdicts.iter().any(|v| v.tokens.start < tokens.end && tokens.start < v.tokens.end)
}

/// A figure that a sheet could hold: not a date, a time of day or a rank.
fn countable(case: &Case, value: &ValueAt) -> bool {
    let checkable = !matches!(value.value.dimension, Dimension::Date | Dimension::TimeOfDay | Dimension::Ordinal);
    let counts = value.value.dimension != Dimension::Count || names_what_it_counts(case, value);
    checkable && counts && !case.draft.stance(value.tokens.start).denied
}

/// A count is checkable only with the word it counts behind it, in its clause.
fn names_what_it_counts(case: &Case, value: &ValueAt) -> bool {
    let behind = value.tokens.end..value.tokens.end + 2;
    let clause = case.draft.clause_at(value.tokens.start);
    case.draft.mentions.words_in(&behind).iter().any(|w| w.content && !w.light && case.draft.clause_at(w.token) == clause)
}

/// A figure with a unit weighs more than a count.
fn weight_of(_case: &Case, value: &ValueAt) -> i32 {
    match value.value.dimension {
        Dimension::Count => 4,
        Dimension::Duration => 8,
        _ => 24,
    }
}

/// The signs of a sentence, added up: each kind once, the clause's own in full.
fn points(case: &Case, clause: &Clause) -> i32 {
    let Some(sentence) = case.draft.text.sentences.get(clause.sentence) else { return 0 };
    let tokens = case.draft.text.tokens.get(sentence.tokens.clone()).unwrap_or(&[]);
    let named = case.draft.mentions.names.iter().any(|n| sentence.tokens.contains(&n.tokens.start));
    let asked = case.context.is_some_and(|c| c.text.sentences.iter().any(|s| s.mood == crate::text::Mood::Question));
    let mut seen = [false; 16];
    let mut sum = if named { NAMED } else { 0 } + if asked { ASKED } else { 0 };
    for at in 0..tokens.len() {
        let Some((kind, points)) = sign(tokens, at, sentence.lang) else { continue };
        let inside = clause.tokens.contains(&(sentence.tokens.start + at));
        if let Some(seen) = seen.get_mut(kind as usize).filter(|s| !**s && (inside || points < 0)) {
            *seen = true;
            sum += points;
        }
    }
    sum
}

/// The longest sign that begins at a token.
fn sign(tokens: &[Token], at: usize, lang: Lang) -> Option<(u8, i32)> {
    let first = tokens.get(at)?.folded.as_str();
    let start = SIGNS.partition_point(|s| s.0.split(' ').next().unwrap_or("") < first);
    SIGNS
        .iter()
        .skip(start)
        .take_while(|s| s.0.split(' ').next() == Some(first))
        .filter(|s| s.1 == lang && s.0.split(' ').enumerate().all(|(i, w)| tokens.get(at + i).is_some_and(|t| t.folded == w)))
        .max_by_key(|s| s.0.len())
        .map(|s| (s.2, s.3))
}

/// Whether the clause's sentence announces something to come.
pub(super) fn announces(case: &Case, clause: &Clause) -> bool {
    let Some(sentence) = case.draft.text.sentences.get(clause.sentence) else { return false };
    let tokens = case.draft.text.tokens.get(sentence.tokens.clone()).unwrap_or(&[]);
    (0..tokens.len()).any(|at| sign(tokens, at, sentence.lang).is_some_and(|s| s.0 == NEWS))
}

struct Novel {
    tokens: Range<usize>,
    points: i32,
}

/// The words of a clause that name a thing or a property which the sheets in question never mention.
fn novel(case: &Case, clause: usize, sheets: &[u16]) -> Option<Novel> {
    let range = case.draft.clauses.get(clause).map_or(0..0, |c| c.tokens.clone());
    let words: Vec<&Word> = case.draft.mentions.words_in(&range).iter().filter(|w| w.content).collect();
    let unknown: Vec<&&Word> = words.iter().filter(|w| !known(case, w, sheets)).collect();
    let things = unknown.iter().filter(|w| w.terms.iter().any(|m| names_thing(m.term))).count();
    let (first, last) = (unknown.first()?, unknown.last()?);
    let points = (things.min(2) * 14 + unknown.len().min(3) * 4) as i32;
    (things > 0).then_some(Novel { tokens: first.token..last.token + 1, points })
}

fn known(case: &Case, word: &Word, sheets: &[u16]) -> bool {
    word.terms.iter().any(|m| case.library.with_term(m.term).any(|e| case.library.entries.get(e).is_some_and(|e| sheets.contains(&e.sheet))))
}

fn names_thing(term: Term) -> bool {
    use lexicon::Kind::{Attribute, Property, Thing};
    term.concept().and_then(lexicon::ConceptId::concept).is_some_and(|c| matches!(c.kind, Thing | Property | Attribute))
}
