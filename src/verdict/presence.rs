//! How much of a fact's words a draft speaks of near a place: the measure by which values and statements find their fact.
//! Not here: what follows from it (`quantity`, `statement`).

use crate::claim::Reading;
use crate::library::{Slot, Term};

/// Where a term stands in a text: its token, and whether it only points to the attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Standing {
    term: Term,
    token: u32,
    cue: bool,
}

/// The terms of a draft and of the customer's message, ready for look-up.
#[derive(Debug)]
pub(super) struct Presence<'a> {
    /// The draft.
    pub(super) draft: &'a Reading<'a>,
    terms: Vec<Standing>,
    /// Terms of the customer's message.
    asked: Vec<Standing>,
}

/// Where a claim stands, from where nearness is measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) token: usize,
    pub(super) clause: usize,
    pub(super) sentence: usize,
}

/// Shares are in hundredths.
mod nearness {
    pub(super) const SAME_CLAUSE: u32 = 100;
    pub(super) const FARTHEST_IN_CLAUSE: u32 = 76;
    pub(super) const CLAUSE_BEFORE: u32 = 68;
    pub(super) const CLAUSE_AFTER: u32 = 52;
    pub(super) const PAST_ANOTHER_VALUE: u32 = 40;
    pub(super) const SENTENCE_BEFORE: u32 = 36;
    pub(super) const SENTENCE_AFTER: u32 = 16;
    pub(super) const ASKED: u32 = 50;
    pub(super) const CUE: u32 = 88;
    /// A topic stands for a word that has a meaning of its own ("monthly" is more than a price's period).
    pub(super) const TOPIC: u32 = 80;
}

fn is_topic(term: Term) -> bool {
    term.concept().and_then(crate::lexicon::ConceptId::concept).is_some_and(|c| c.kind == crate::lexicon::Kind::Attribute)
}

fn collect(reading: &Reading) -> Vec<Standing> {
    let mut terms: Vec<Standing> = reading
        .mentions
        .words
        .iter()
        .flat_map(|w| w.terms.iter().map(move |m| Standing { term: m.term, token: w.token as u32, cue: m.cue }))
        .collect();
    terms.sort_unstable();
    terms
}

impl<'a> Presence<'a> {
    pub(super) fn new(draft: &'a Reading<'a>, context: Option<&'a Reading<'a>>) -> Self {
        Presence { draft, terms: collect(draft), asked: context.map(collect).unwrap_or_default() }
    }

    /// The spot of a token.
    pub(super) fn spot(&self, token: usize) -> Spot {
        let clause = self.draft.clause_at(token);
        Spot { token, clause, sentence: self.draft.sentence_of(clause) }
    }

    fn places(&self, term: Term) -> impl Iterator<Item = &Standing> {
        let first = self.terms.partition_point(|s| s.term < term);
        self.terms.iter().skip(first).take_while(move |s| s.term == term)
    }

    fn was_asked(&self, term: Term) -> bool {
        let first = self.asked.partition_point(|s| s.term < term);
        self.asked.get(first).is_some_and(|s| s.term == term)
    }

    /// How near a slot's words stand to a spot: 0 to 100.
    pub(super) fn of(&self, slot: &Slot, spot: Spot) -> u32 {
        let mut best = 0;
        let direct = slot.terms.iter().skip(1).all(|t| is_topic(t.term));
        for term in slot.terms.iter().map(|t| t.term) {
            for place in self.places(term) {
                let near = self.nearness(place.token as usize, spot);
                let near = if place.cue { near * nearness::CUE / 100 } else { near };
                best = best.max(if direct || !is_topic(term) { near } else { near * nearness::TOPIC / 100 });
            }
            if best < nearness::ASKED && self.was_asked(term) {
                best = nearness::ASKED;
            }
        }
        best
    }

    fn nearness(&self, token: usize, spot: Spot) -> u32 {
        let clause = self.draft.clause_at(token);
        if clause == spot.clause {
            let far = token.abs_diff(spot.token) as u32;
            return nearness::SAME_CLAUSE.saturating_sub(2 * far).max(nearness::FARTHEST_IN_CLAUSE);
        }
        let sentence = self.draft.sentence_of(clause);
        if sentence == spot.sentence {
            let (from, to) = (token.min(spot.token), token.max(spot.token));
            let crossed = self.draft.mentions.values_in(&(from + 1..to)).iter().any(|v| v.tokens.end <= to && !v.tokens.contains(&spot.token));
            return match (crossed, token < spot.token) {
                (true, _) => nearness::PAST_ANOTHER_VALUE,
                (false, true) => nearness::CLAUSE_BEFORE,
                (false, false) => nearness::CLAUSE_AFTER,
            };
        }
        match spot.sentence.checked_sub(sentence) {
            Some(1) => nearness::SENTENCE_BEFORE,
            Some(2) => nearness::SENTENCE_BEFORE / 2,
            None if sentence == spot.sentence + 1 => nearness::SENTENCE_AFTER,
            _ => 0,
        }
    }

    /// The share of the slots' weight that stands near a spot, in hundredths, and the weight itself.
    pub(super) fn cover(&self, slots: &[Slot], spot: Spot) -> Cover {
        let mut cover = Cover::default();
        for slot in slots.iter().filter(|s| !s.name) {
            let near = self.of(slot, spot);
            let weight = u32::from(slot.weight);
            cover.total += weight;
            cover.mass += weight * near / 100;
            cover.words += u32::from(near >= nearness::ASKED);
            cover.here += u32::from(near >= nearness::FARTHEST_IN_CLAUSE * nearness::CUE / 100);
        }
        cover
    }
}

/// How much of some slots is present.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cover {
    /// Weight present.
    pub(super) mass: u32,
    /// Weight in all.
    pub(super) total: u32,
    /// Words present in the sentence or asked for.
    pub(super) words: u32,
    /// Words present in the clause.
    pub(super) here: u32,
}

impl Cover {
    /// The share present, in hundredths; nothing of nothing is 0.
    pub(super) fn share(self) -> u32 {
        (self.mass * 100).checked_div(self.total).unwrap_or(0)
    }
}
