//! Values against facts: which fact a value speaks of, and whether it agrees.
//! Not here: claims without a value (`statement`), comparison itself (`value::compare`).

use super::presence::{Cover, Presence, Spot};
use super::weights::WEIGHTS;
use super::{Case, Evidence, Kind, Verdict};
use crate::claim::{Scope, Standing, scope};
use crate::fact::{Fact, Polarity};
use crate::library::Entry;
use crate::mention::ValueAt;
use crate::value::{self, Comparison, Dimension, Relation, Value};


/// A fact's value that a draft's value may speak of.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    evidence: Evidence,
    score: i32,
    comparison: Comparison,
    /// The words alone make the link, without the dimension's help.
    worded: bool,
    product: Option<u16>,
    /// A bare number counts what the fact counts.
    counted: bool,
}

pub(super) fn judge(case: &Case, presence: &Presence, sheets: &[u16]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for (number, said) in case.draft.mentions.values.iter().enumerate() {
        let stance = case.draft.stance(said.tokens.start);
        if stance.standing != Standing::Asserted {
            continue;
        }
        for sheet in sheets {
            let scope = scope::at(case.draft, case.context, case.library, *sheet, said.tokens.start);
            let candidates = candidates(case, presence, said, &scope);
            tell(case, said, &scope, &candidates);
            if let Some(verdict) = decide(said, number, &scope, &candidates, denied_closely(case, said)) {
                verdicts.push(verdict);
            }
        }
    }
    verdicts
}

/// A value is denied by a negation right before it ("not 12 hours"), not by one elsewhere in its clause.
fn denied_closely(case: &Case, said: &ValueAt) -> bool {
    let first = said.tokens.start.saturating_sub(DENIAL_REACH).max(case.draft.clauses.get(case.draft.clause_at(said.tokens.start)).map_or(0, |c| c.tokens.start));
    let before = case.draft.text.tokens.get(first..said.tokens.start).unwrap_or(&[]);
    case.draft.stance(said.tokens.start).denied && before.iter().any(|t| DENIALS.contains(&t.folded.as_str()))
}

/// Tokens before a value in which a negation denies it.
const DENIAL_REACH: usize = 4;
/// Folded words that deny the value after them.
const DENIALS: &[&str] = &["not", "n't", "never", "pas", "ne", "n'", "jamais"];

fn candidates(case: &Case, presence: &Presence, said: &ValueAt, scope: &Scope) -> Vec<Candidate> {
    let spot = presence.spot(said.tokens.start);
    let (first, entries) = case.library.entries_of(scope.sheet);
    let mut found = Vec::new();
    for (i, entry) in entries.iter().enumerate().filter(|(_, e)| scope.admits(e.product)) {
        let Some(fact) = case.library.fact(entry) else { continue };
        push_candidates(case, presence, said, scope, spot, (first + i, entry, fact), &mut found);
    }
    let alone = found.iter().filter(|c| c.comparison != Comparison::Incomparable).count();
    let bonus = match alone {
        1 => WEIGHTS.alone,
        2..=4 => WEIGHTS.rare,
        _ => 0,
    };
    found.iter_mut().for_each(|c| c.score += bonus);
    found
}

fn push_candidates(
    case: &Case,
    presence: &Presence,
    said: &ValueAt,
    scope: &Scope,
    spot: Spot,
    (number, entry, fact): (usize, &Entry, &Fact),
    found: &mut Vec<Candidate>,
) {
    let mut shared: Option<i32> = None;
    let mut label = Cover::default();
    for (p, part) in fact.parts.iter().enumerate() {
        let Some(words) = entry.parts.get(p) else { continue };
        if !words.products.is_empty() && !scope.products.is_empty() && !words.products.iter().any(|w| scope.products.contains(w)) {
            continue;
        }
        for (v, meant) in part.values.iter().enumerate() {
            let Some(comparison) = compare(&said.value, meant, part.polarity, case) else { continue };
            let base = *shared.get_or_insert_with(|| {
                label = presence.cover(&entry.label, spot);
                shared_score(presence, entry, scope, label, spot)
            });
            let own = presence.cover(&words.slots, spot);
            let part_score = (own.mass as i32 * WEIGHTS.part / 100).min(WEIGHTS.part_most);
            let unlabelled = if entry.label.iter().all(|s| s.name) { own.share() as i32 * WEIGHTS.label / 100 } else { 0 };
            let counted = counts_same(case, said, &words.slots, &entry.label);
            let noun = if counted { WEIGHTS.noun } else { 0 };
            found.push(Candidate {
                evidence: Evidence { entry: number, part: p, value: Some(v) },
                score: base + part_score + unlabelled + noun,
                comparison,
                worded: label.words + own.words > 0,
                product: entry.product.or(words.products.first().copied()),
                counted,
            });
        }
    }
}

/// What the attribute, the condition, the heading and the product say for the link.
fn shared_score(presence: &Presence, entry: &Entry, scope: &Scope, label: Cover, spot: Spot) -> i32 {
    let share = |cover: Cover, weight: i32| cover.share() as i32 * weight / 100;
    let named = entry.product.is_some_and(|p| scope.near && scope.products.contains(&p));
    share(label, WEIGHTS.label)
        + share(presence.cover(&entry.condition, spot), WEIGHTS.condition)
        + share(presence.cover(&entry.group, spot), WEIGHTS.group)
        + if named { WEIGHTS.product } else { 0 }
}

/// Compares within one dimension; a bare number also agrees with a measure of the same figure.
fn compare(said: &Value, meant: &Value, polarity: Polarity, case: &Case) -> Option<Comparison> {
    if said.dimension == meant.dimension {
        let turned = if polarity == Polarity::No { turned(meant)? } else { meant.clone() };
        let outcome = value::compare(said, &turned, case.today);
        return (outcome != Comparison::Incomparable).then_some(outcome);
    }
    let bare = said.dimension == Dimension::Count && said.unit.is_none();
    (bare && said.amount == meant.amount && polarity == Polarity::Yes).then_some(Comparison::Same)
}

/// "Not for a pile of more than 25 mm" allows up to 25 mm.
fn turned(meant: &Value) -> Option<Value> {
    let relation = match meant.relation {
        Relation::MoreThan | Relation::JustOver => Relation::AtMost,
        Relation::AtLeast => Relation::LessThan,
        Relation::LessThan => Relation::AtLeast,
        Relation::AtMost => Relation::MoreThan,
        _ => return None,
    };
    Some(Value { relation, ..meant.clone() })
}

/// Whether the word counted in the draft ("five users") is one of the fact's.
fn counts_same(case: &Case, said: &ValueAt, part: &[crate::library::Slot], label: &[crate::library::Slot]) -> bool {
    let Some(noun) = noun(case, said) else { return false };
    part.iter().chain(label).any(|s| s.terms.iter().any(|t| noun.terms.iter().any(|m| m.term == t.term)))
}

/// The content word that a bare number counts: the next one within two tokens, in the same clause.
fn noun<'a>(case: &'a Case, said: &ValueAt) -> Option<&'a crate::mention::Word> {
    let words = &case.draft.mentions.words;
    let next = words.get(words.partition_point(|w| w.token < said.tokens.end))?;
    let near = next.token <= said.tokens.end + 1 && case.draft.clause_at(next.token) == case.draft.clause_at(said.tokens.start);
    near.then_some(next)
}

fn decide(said: &ValueAt, number: usize, scope: &Scope, candidates: &[Candidate], denied: bool) -> Option<Verdict> {
    let agrees = |c: &&Candidate| matches!(c.comparison, Comparison::Same | Comparison::Within);
    let best = candidates.iter().max_by_key(|c| (c.score, agrees(c)))?;
    let equal = candidates.iter().filter(agrees).max_by_key(|c| c.score);
    let verdict = |kind, candidate: &Candidate| {
        Some(Verdict { kind, tokens: said.tokens.clone(), evidence: Some(candidate.evidence), said: Some(number), score: candidate.score })
    };
    let bare = said.value.dimension == Dimension::Count;
    match equal {
        Some(equal) if equal.score + WEIGHTS.slack >= best.score && equal.score >= WEIGHTS.support => {
            if denied {
                return (best.worded && !bare && equal.comparison == Comparison::Same).then(|| verdict(Kind::Contradicted, equal)).flatten();
            }
            match scope.each.then(|| differing(candidates, equal)).flatten() {
                Some(other) => verdict(Kind::Contradicted, other),
                None => verdict(Kind::Supported, equal),
            }
        }
        _ if bare && !best.counted => None,
        _ if !denied && best.worded && best.score >= WEIGHTS.contradict && !agrees(&best) => verdict(Kind::Contradicted, best),
        _ => None,
    }
}

/// "Both models" is true only if it is true of each: the other product's fact of the same standing that differs.
fn differing<'a>(candidates: &'a [Candidate], equal: &Candidate) -> Option<&'a Candidate> {
    let mut others: Vec<&Candidate> = candidates
        .iter()
        .filter(|c| c.product.is_some() && c.product != equal.product && c.score + WEIGHTS.slack >= equal.score)
        .collect();
    others.sort_by_key(|c| std::cmp::Reverse(c.score));
    let first = others.first()?;
    let agreeing = others.iter().any(|c| c.product == first.product && c.comparison != Comparison::Differs);
    (equal.product.is_some() && !agreeing).then_some(*first)
}

/// The best candidates, for `--explain`.
fn tell(case: &Case, said: &ValueAt, scope: &Scope, candidates: &[Candidate]) {
    case.trace.tell(|| {
        let mut best: Vec<&Candidate> = candidates.iter().collect();
        best.sort_by_key(|c| std::cmp::Reverse(c.score));
        let rows = best.iter().take(5).filter_map(|c| {
            let entry = case.library.entries.get(c.evidence.entry)?;
            let fact = case.library.fact(entry)?;
            let part = fact.parts.get(c.evidence.part)?;
            Some(format!("\n    {} {:?} product {:?} | {} {:?} [{}] {}", c.score, c.comparison, c.product, fact.attribute, fact.condition, fact.place.line, part.text))
        });
        let rows: String = rows.collect();
        format!("  value {:?} ({:?} {:?}) products {:?} each {}{rows}", case.draft.text.words(said.value.full), said.value.dimension, said.value.relation, scope.products, scope.each)
    });
}
