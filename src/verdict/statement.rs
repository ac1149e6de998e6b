//! Statements without a value against facts: yes and no, what is in a list and what is not, one property against its opposite.
//! Not here: values (`quantity`).

use super::presence::{Cover, Presence, Spot};
use super::{Case, Evidence, Kind, Verdict};
use crate::claim::{Clause, Scope, Standing, scope};
use crate::fact::{Closure, Fact, Polarity};
use crate::library::{Entry, Slot, Term};
use std::ops::Range;

/// A clause under judgement.
struct Here<'a> {
    case: &'a Case<'a>,
    presence: &'a Presence<'a>,
    clause: &'a Clause,
    scope: Scope,
    spot: Spot,
}

/// A fact under judgement.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    number: usize,
    entry: &'a Entry,
    fact: &'a Fact,
}

pub(super) fn judge(case: &Case, presence: &Presence, sheets: &[u16], verdicts: &mut Vec<Verdict>) {
    for (number, clause) in case.draft.clauses.iter().enumerate() {
        if case.draft.stance(clause.tokens.start).standing != Standing::Asserted {
            continue;
        }
        for sheet in sheets {
            let scope = scope::at(case.draft, case.context, case.library, *sheet, clause.tokens.start);
            let spot = Spot { token: clause.tokens.start, clause: number, sentence: clause.sentence };
            let here = Here { case, presence, clause, scope, spot };
            for candidate in here.candidates(number) {
                here.weigh(candidate, verdicts);
            }
        }
    }
}

impl<'a> Here<'a> {
    /// The facts that share a word with the clause.
    fn candidates(&self, number: usize) -> Vec<Candidate<'a>> {
        let library = self.case.library;
        let words = &self.case.draft.mentions.words;
        let mut numbers: Vec<usize> = words
            .iter()
            .filter(|w| self.case.draft.clause_at(w.token) == number)
            .flat_map(|w| w.terms.iter())
            .flat_map(|m| library.with_term(m.term).chain(m.term.concept().into_iter().flat_map(|c| c.opposites()).flat_map(|o| library.with_term(Term::of_concept(o)))))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .filter_map(|number| {
                let entry = library.entries.get(number)?;
                let fact = library.fact(entry)?;
                (entry.sheet == self.scope.sheet && self.scope.admits(entry.product)).then_some(Candidate { number, entry, fact })
            })
            .collect()
    }

    fn weigh(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        let label = self.presence.cover(&candidate.entry.label, self.spot);
        self.answer(candidate, label, verdicts);
        for part in 0..candidate.fact.parts.len() {
            self.part(candidate, part, label, verdicts);
        }
        self.opposite(candidate, label, verdicts);
        self.outsider(candidate, label, verdicts);
    }

    /// A yes or no fact: the clause says the attribute's words, denied or not.
    fn answer(&self, candidate: Candidate, label: Cover, verdicts: &mut Vec<Verdict>) {
        let Some(answer) = candidate.fact.answer else { return };
        if label.here == 0 || label.share() < 55 {
            return;
        }
        let Some((tokens, denied)) = self.words(&candidate.entry.label) else { return };
        if self.excepted(candidate, answer) {
            return;
        }
        let agrees = (answer == Polarity::No) == denied;
        self.push(candidate, 0, tokens, agrees, 40 + label.share() as i32, verdicts);
    }

    /// The words after "no, except …" or "yes, but …" stand in the clause: the exception is meant.
    fn excepted(&self, candidate: Candidate, answer: Polarity) -> bool {
        candidate.fact.parts.iter().zip(&candidate.entry.parts).skip(1).any(|(part, words)| {
            let cover = self.presence.cover(&words.slots, self.spot);
            part.polarity != answer && cover.here > 0 && cover.share() >= 50
        })
    }

    /// One part of a value: a list item, a sentence of a note.
    fn part(&self, candidate: Candidate, part: usize, label: Cover, verdicts: &mut Vec<Verdict>) {
        let (Some(words), Some(content)) = (candidate.entry.parts.get(part), candidate.fact.parts.get(part)) else { return };
        if words.slots.is_empty() || content.limits || !content.values.is_empty() {
            return;
        }
        if !words.products.is_empty() && !self.scope.products.is_empty() && !words.products.iter().any(|p| self.scope.products.contains(p)) {
            return;
        }
        let cover = self.presence.cover(&words.slots, self.spot);
        let Some((tokens, denied)) = self.words(&words.slots) else { return };
        let linked = label.words > 0 || candidate.entry.label.iter().all(|s| s.name);
        let agrees = (content.polarity == Polarity::No) == denied;
        let mass = cover.mass;
        let enough = if agrees { cover.share() >= 40 } else { cover.share() >= 60 && mass >= 24 };
        if cover.here == 0 || !enough || (!linked && mass < 40) {
            return;
        }
        let score = 20 + cover.share() as i32 / 2 + label.share() as i32 / 2;
        self.push(candidate, part, tokens, agrees, score, verdicts);
    }

    /// A word of the clause whose opposite the fact states.
    fn opposite(&self, candidate: Candidate, label: Cover, verdicts: &mut Vec<Verdict>) {
        if label.words == 0 || label.share() < 45 {
            return;
        }
        for word in self.words_here() {
            for meaning in &word.terms {
                let Some(concept) = meaning.term.concept() else { continue };
                for (part, words) in candidate.entry.parts.iter().enumerate() {
                    let says = |term: Term| words.slots.iter().any(|s| s.terms.iter().any(|t| t.0 == term));
                    let polarity = candidate.fact.parts.get(part).map(|p| p.polarity);
                    if says(meaning.term) || !concept.opposites().any(|o| says(Term::of_concept(o))) {
                        continue;
                    }
                    let denied = self.case.draft.stance(word.token).denied;
                    let agrees = (polarity == Some(Polarity::No)) != denied;
                    let score = 30 + label.share() as i32 / 2;
                    self.push(candidate, part, word.token..word.token + 1, agrees, score, verdicts);
                }
            }
        }
    }

    /// A member of the list's own kind that a closed list does not name: "white" of "graphite, sage, copper".
    fn outsider(&self, candidate: Candidate, label: Cover, verdicts: &mut Vec<Verdict>) {
        if candidate.fact.list != Some(Closure::Closed) {
            return;
        }
        let listed = |term: Term| candidate.entry.parts.iter().any(|p| p.slots.iter().any(|s| s.terms.iter().any(|t| t.0 == term)));
        let category = |term: Term| term.concept().into_iter().flat_map(|c| c.categories()).next();
        let kinds: Vec<u8> = candidate.entry.parts.iter().flat_map(|p| &p.slots).flat_map(|s| &s.terms).filter_map(|t| category(t.0)).collect();
        let named_here = self.words_here().any(|w| w.terms.iter().any(|m| listed(m.term)));
        if kinds.is_empty() || !(label.words > 0 && label.share() >= 40 || named_here && label.words > 0) {
            return;
        }
        for word in self.words_here() {
            let meanings: Vec<Term> = word.terms.iter().map(|m| m.term).filter(|t| category(*t).is_some_and(|k| kinds.contains(&k))).collect();
            if meanings.is_empty() || word.terms.iter().any(|m| listed(m.term)) {
                continue;
            }
            let denied = self.case.draft.stance(word.token).denied;
            self.push(candidate, 0, word.token..word.token + 1, denied, 50 + label.share() as i32 / 4, verdicts);
        }
    }

    fn words_here(&self) -> impl Iterator<Item = &'a crate::mention::Word> {
        let range = self.clause.tokens.clone();
        self.case.draft.mentions.words.iter().filter(move |w| range.contains(&w.token))
    }

    /// The stretch of the clause in which some slots' words stand, and whether most of them are denied.
    fn words(&self, slots: &[Slot]) -> Option<(Range<usize>, bool)> {
        let mut tokens: Vec<usize> =
            slots.iter().filter(|s| !s.name).flat_map(|s| self.presence.tokens_in(s, self.spot.clause)).collect();
        tokens.sort_unstable();
        tokens.dedup();
        let denied = tokens.iter().filter(|t| self.case.draft.stance(**t).denied).count();
        let (first, last) = (*tokens.first()?, *tokens.last()?);
        Some((first..last + 1, denied * 2 > tokens.len()))
    }

    fn push(&self, candidate: Candidate, part: usize, tokens: Range<usize>, agrees: bool, score: i32, verdicts: &mut Vec<Verdict>) {
        let kind = if agrees { Kind::Supported } else { Kind::Contradicted };
        let evidence = Some(Evidence { entry: candidate.number, part, value: None });
        verdicts.push(Verdict { kind, tokens, evidence, said: None, score });
    }
}
