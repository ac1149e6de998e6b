//! Statements without a value against facts: yes and no, what is in a list and what is not, one property against its opposite.
//! Not here: values (`quantity`).

use super::presence::{Presence, Spot};
use super::{Case, Evidence, Kind, Verdict};
use crate::claim::{Clause, Scope, Standing, scope};
use crate::fact::{Closure, Fact, Polarity};
use crate::lexicon::{self, ConceptId};
use crate::library::{Entry, PartWords, Slot, SlotTerm, Term};
use crate::mention::Word;
use crate::value::Dimension;
use std::ops::Range;

/// Least shares, in hundredths.
mod least {
    /// Of the words of a yes or no attribute, to bear out and to contradict.
    pub(super) const ANSWER: (u32, u32) = (50, 62);
    /// Of the words of a part.
    pub(super) const PART: (u32, u32) = (40, 60);
    /// Of the clause's own words, for a contradiction.
    pub(super) const CLAUSE: u32 = 28;
    /// Of the attribute's words nearby, for a part that is not telling alone.
    pub(super) const LABEL: u32 = 30;
    /// Weight of the words shared, for a contradiction: not a light word alone.
    pub(super) const MASS: u32 = 12;
    /// Another fact that accounts for the same words and for more, a quarter more in weight, is the one meant.
    pub(super) const LEAD: u32 = 80;
    /// Of the words of a part, to contradict under an attribute that is plainly spoken of.
    pub(super) const PART_OF_TOPIC: (u32, u32) = (38, 60);
    /// Of the words of another product's fact, for the draft to mean that fact.
    pub(super) const TWIN: u32 = 60;
    /// Of the attribute's words nearby, to hold a property against its opposite.
    pub(super) const OPPOSITE: u32 = 45;
}

/// Words that say that something goes on.
const STILL: &[&str] = &[
    "still", "continues", "continue", "runs", "on", "open", "valid", "until", "encore", "toujours", "continue", "court", "valable", "ouverte", "ouvert", "jusqu'", "jusqu'a", "profitez", "profiter", "dure",
    "enjoy", "grab", "now", "actuellement",
];
/// Words that say that it is over.
const ENDED: &[&str] = &["ended", "over", "expired", "was", "were", "closed", "finished", "terminee", "termine", "terminees", "fini", "finie", "close", "clos", "pris", "etait", "expire", "expiree", "fin"];

/// A clause under judgement.
struct Here<'a> {
    case: &'a Case<'a>,
    presence: &'a Presence<'a>,
    scope: Scope,
    spot: Spot,
    words: Vec<&'a Word>,
    /// The sheet is in the other language: words meet by concept alone.
    across: bool,
    /// The sentence announces something: what is to come is no member yet.
    planned: bool,
}

/// A fact under judgement.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    number: usize,
    entry: &'a Entry,
    fact: &'a Fact,
    /// Hundredths of the attribute's words in the sentence, before it, or asked for.
    near: u32,
    /// No other fact accounts for clearly more of the clause's words: only such a fact may contradict.
    leads: bool,
}

/// How well some slots and the clause cover each other.
#[derive(Debug, Clone, Default)]
struct Match {
    /// Hundredths of the slots' weight in the clause.
    share: u32,
    /// Hundredths of the clause's content words that are in the slots.
    clause: u32,
    tokens: Vec<usize>,
    /// At least one of the words tells something.
    telling: bool,
    /// A single word that only points to the attribute is all there is.
    hint: bool,
    /// Most of the words shared are denied on one side and not on the other.
    denied: bool,
    /// The weight of the words shared.
    mass: u32,
}

impl Match {
    fn range(&self) -> Option<Range<usize>> {
        Some(*self.tokens.first()?..*self.tokens.last()? + 1)
    }
}

pub(super) fn judge(case: &Case, presence: &Presence, sheets: &[u16], verdicts: &mut Vec<Verdict>) {
    let valued: Vec<(usize, usize)> =
        verdicts.iter().filter_map(|v| v.evidence.map(|e| (case.draft.clause_at(v.tokens.start), e.entry))).collect();
    for (number, clause) in case.draft.clauses.iter().enumerate() {
        if case.draft.stance(clause.tokens.start).standing != Standing::Asserted {
            continue;
        }
        for sheet in sheets {
            let here = Here::new(case, presence, number, clause, *sheet);
            for candidate in here.candidates() {
                if !valued.contains(&(number, candidate.number)) {
                    here.weigh(candidate, verdicts);
                }
            }
        }
    }
}

impl<'a> Here<'a> {
    fn new(case: &'a Case<'a>, presence: &'a Presence<'a>, number: usize, clause: &Clause, sheet: u16) -> Self {
        let scope = scope::at(case.draft, case.context, case.library, sheet, clause.tokens.start);
        let spot = Spot { token: clause.tokens.start, clause: number, sentence: clause.sentence };
        let words = case.draft.mentions.words_in(&clause.tokens).iter().collect();
        let lang = case.draft.text.sentences.get(clause.sentence).map_or(case.draft.text.lang, |s| s.lang);
        Here { case, presence, scope, spot, words, across: case.library.lang_of(sheet) != lang, planned: super::unsupported::announces(case, clause) }
    }

    /// The facts that share a word, or the opposite of a word, with the clause.
    fn candidates(&self) -> Vec<Candidate<'a>> {
        let library = self.case.library;
        let mut numbers: Vec<usize> = Vec::new();
        for term in self.words.iter().flat_map(|w| &w.terms).map(|m| m.term) {
            numbers.extend(library.with_term(term));
            let opposites = term.concept().into_iter().flat_map(|c| c.opposites());
            numbers.extend(opposites.flat_map(|o| library.with_term(Term::of_concept(o))));
        }
        let (first, entries) = library.entries_of(self.scope.sheet);
        numbers.extend(self.closed_lists(first, entries));
        numbers.retain(|n| (first..first + entries.len()).contains(n));
        numbers.sort_unstable();
        numbers.dedup();
        let mut candidates: Vec<Candidate> = numbers.into_iter().filter_map(|number| self.candidate(number)).collect();
        let known: Vec<(Vec<usize>, u32)> = candidates.iter().map(|c| self.accounts_for(c.entry)).collect();
        for (candidate, (tokens, mass)) in candidates.iter_mut().zip(&known) {
            candidate.leads = !known.iter().any(|(others, more)| more * least::LEAD > mass * 100 && tokens.iter().all(|t| others.contains(t)));
        }
        candidates
    }

    /// The clause's words that a fact's words account for, and their weight.
    fn accounts_for(&self, entry: &Entry) -> (Vec<usize>, u32) {
        let slots = || entry.label.iter().chain(&entry.condition).chain(entry.parts.iter().flat_map(|p| &p.slots));
        let weight = |w: &Word| slots().filter(|s| self.shared(w, s).is_some()).map(|s| u32::from(s.weight)).max();
        let known: Vec<(usize, u32)> = self.words.iter().filter_map(|w| Some((w.token, weight(w)?))).collect();
        (known.iter().map(|k| k.0).collect(), known.iter().map(|k| k.1).sum())
    }

    /// Closed lists whose kind of member the clause names: they may share no word with it.
    fn closed_lists(&self, first: usize, entries: &'a [Entry]) -> Vec<usize> {
        let kinds: Vec<u8> = self.words.iter().flat_map(|w| &w.terms).filter_map(|m| m.term.concept()).flat_map(|c| c.categories()).collect();
        if kinds.is_empty() {
            return Vec::new();
        }
        let listed = |e: &Entry| self.case.library.fact(e).is_some_and(|f| f.list == Some(Closure::Closed));
        entries.iter().enumerate().filter(|(_, e)| listed(e)).map(|(i, _)| first + i).collect()
    }

    fn candidate(&self, number: usize) -> Option<Candidate<'a>> {
        let entry = self.case.library.entries.get(number)?;
        let fact = self.case.library.fact(entry)?;
        let near = self.presence.cover(&entry.label, self.spot).share();
        self.scope.admits(entry.product).then_some(Candidate { number, entry, fact, near, leads: true })
    }

    fn weigh(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        self.over(candidate, verdicts);
        self.free(candidate, verdicts);
        self.answer(candidate, verdicts);
        for part in 0..candidate.fact.parts.len() {
            self.part(candidate, part, verdicts);
        }
        self.twin(candidate, verdicts);
        self.opposite(candidate, verdicts);
        self.outsider(candidate, verdicts);
    }

    /// A fact that ended before today, spoken of as if it still held.
    fn over(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        if !super::is_over(candidate.fact, self.case.today) {
            return;
        }
        let found = self.match_words(&candidate.entry.label);
        let still = self.says(STILL);
        let ended = self.says(ENDED) || found.denied;
        if let Some(tokens) = found.range().filter(|_| found.share >= least::PART.0 && still && !ended) {
            let last = self.words.last().map_or(tokens.end, |w| w.token + 1).max(tokens.end);
            self.push(candidate, 0, tokens.start..last, false, 60 + found.share as i32 / 2, verdicts);
        }
    }

    /// What the draft calls free, or says there is none of, has a price in the sheet.
    fn free(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        let priced = candidate.fact.parts.iter().position(|p| p.values.iter().any(|v| v.dimension == Dimension::Money) && p.polarity == Polarity::Yes);
        let given = candidate.entry.parts.iter().flat_map(|p| &p.slots).flat_map(|s| &s.terms).any(|t| t.term.concept().is_some_and(ConceptId::is_free));
        let (Some(part), false) = (priced, given) else { return };
        let found = self.match_words(&candidate.entry.label);
        let free = self.words.iter().any(|w| w.terms.iter().any(|m| m.term.concept().is_some_and(ConceptId::is_free)));
        if let Some(tokens) = found.range().filter(|_| found.share >= least::ANSWER.1 && (free || found.denied)) {
            self.push(candidate, part, tokens, false, 40 + found.share as i32 / 2, verdicts);
        }
    }

    /// Whether one of some folded words stands in the clause.
    fn says(&self, words: &[&str]) -> bool {
        let tokens = self.case.draft.clauses.get(self.spot.clause).and_then(|c| self.case.draft.text.tokens.get(c.tokens.clone())).unwrap_or(&[]);
        tokens.iter().any(|t| words.contains(&t.folded.as_str()))
    }

    /// How the clause and some slots cover each other, word by word.
    fn match_words(&self, slots: &[Slot]) -> Match {
        let telling: Vec<&Slot> = slots.iter().filter(|s| !s.name).collect();
        let total: u32 = telling.iter().map(|s| u32::from(s.weight)).sum();
        let mut found: Vec<(usize, bool)> = Vec::new();
        let mut mass = 0;
        for slot in telling {
            let before = found.len();
            found.extend(self.words.iter().filter_map(|w| Some((w.token, self.shared(w, slot)? != self.case.draft.stance(w.token).denied))));
            mass += if found.len() > before { u32::from(slot.weight) } else { 0 };
        }
        found.sort_unstable();
        found.dedup_by_key(|f| f.0);
        let denied = found.iter().filter(|f| f.1).count();
        let tokens: Vec<usize> = found.iter().map(|f| f.0).collect();
        let content: Vec<usize> = self.words.iter().filter(|w| w.content).map(|w| w.token).collect();
        let covered = content.iter().filter(|t| tokens.contains(t)).count();
        Match {
            share: (mass * 100).checked_div(total).unwrap_or(0),
            clause: (covered * 100).checked_div(content.len()).unwrap_or(0) as u32,
            denied: denied * 2 > tokens.len(),
            telling: self.words.iter().any(|w| !w.light && tokens.contains(&w.token)),
            hint: tokens.len() == 1 && self.only_hints(tokens.first(), slots),
            tokens,
            mass,
        }
    }

    /// Whether a word meets some slots only by turns that point to an attribute.
    fn only_hints(&self, token: Option<&usize>, slots: &[Slot]) -> bool {
        let Some(word) = self.words.iter().find(|w| Some(&w.token) == token) else { return false };
        let plain = |m: &&crate::mention::Meaning| !m.cue && slots.iter().any(|s| s.terms.iter().any(|t| t.term == m.term));
        !word.terms.iter().any(|m| plain(&m))
    }

    /// A yes or no fact: the clause says the attribute's words, denied or not.
    fn answer(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        let Some(answer) = candidate.fact.answer else { return };
        let found = self.match_words(&candidate.entry.label);
        let Some(tokens) = found.range().filter(|_| !self.excepted(candidate, answer)) else { return };
        let agrees = (answer == Polarity::No) == found.denied;
        let enough = if agrees { found.share >= least::ANSWER.0 } else { found.share >= least::ANSWER.1 && found.clause >= least::CLAUSE && !found.hint };
        if enough {
            self.push(candidate, 0, tokens, agrees, 34 + (found.share / 2 + found.clause / 4) as i32, verdicts);
        }
    }

    /// The words after "no, except …" or "yes, but …" stand in the clause: the exception is meant.
    fn excepted(&self, candidate: Candidate, answer: Polarity) -> bool {
        candidate.fact.parts.iter().zip(&candidate.entry.parts).skip(1).any(|(part, words)| {
            let found = self.match_words(&words.slots);
            part.polarity != answer && found.share >= 50
        })
    }

    /// One part of a value: a list item, a sentence of a note.
    fn part(&self, candidate: Candidate, part: usize, verdicts: &mut Vec<Verdict>) {
        let (Some(words), Some(content)) = (candidate.entry.parts.get(part), candidate.fact.parts.get(part)) else { return };
        let other_product = !words.products.is_empty() && !self.scope.products.is_empty() && !words.products.iter().any(|p| self.scope.products.contains(p));
        if words.slots.is_empty() || content.limits || !content.values.is_empty() || other_product {
            return;
        }
        let found = self.match_words(&words.slots);
        let Some(tokens) = found.range() else { return };
        let qualifies = candidate.fact.answer.is_some() && part > 0;
        let linked = candidate.near >= if qualifies { least::OPPOSITE } else { least::LABEL } || candidate.entry.label.iter().all(|s| s.name);
        let agrees = !found.denied;
        let enough = if agrees {
            found.share >= least::PART.0 && (linked || found.clause >= 40)
        } else {
            let share = if candidate.near >= least::PART_OF_TOPIC.1 { least::PART_OF_TOPIC.0 } else { least::PART.1 };
            found.share >= share && found.clause >= least::CLAUSE && found.telling && found.mass >= least::MASS && !later(&content.text) && (linked || !qualifies && found.share >= 80 && found.clause >= 45)
        };
        if enough {
            let score = if agrees { 30 } else { 25 } + (found.share / 2 + found.clause / 4 + candidate.near / 5) as i32;
            self.push(candidate, part, tokens, agrees, score, verdicts);
        }
    }

    /// What the clause says is said in the sheet, but of another product: this product's fact of the same attribute differs.
    fn twin(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        let (Some(product), false) = (candidate.entry.product, self.scope.products.is_empty()) else { return };
        let (first, entries) = self.case.library.entries_of(self.scope.sheet);
        let own = self.match_words(&words_of(candidate.entry));
        for (at, twin) in entries.iter().enumerate().filter(|(_, e)| e.product.is_some_and(|p| p != product) && e.label == candidate.entry.label) {
            let differs = self.case.library.entries.get(first + at).and_then(|e| self.case.library.fact(e)).is_some_and(|f| f.value != candidate.fact.value && f.parts.iter().all(|p| p.values.is_empty()));
            let theirs = self.match_words(&words_of(twin));
            if differs && theirs.share >= least::TWIN && theirs.clause >= 40 && !theirs.denied && own.share < least::PART.0 && theirs.mass >= 2 * least::MASS {
                if let Some(tokens) = theirs.range() {
                    self.push(candidate, 0, tokens, false, 30 + theirs.share as i32 / 2, verdicts);
                }
            }
        }
    }

    /// A word of the clause whose opposite the fact states.
    fn opposite(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        if candidate.near < least::OPPOSITE {
            return;
        }
        for word in self.words.iter().filter(|w| !w.light) {
            for (meaning, concept) in word.terms.iter().filter_map(|m| Some((m, m.term.concept()?))) {
                for (part, words) in candidate.entry.parts.iter().enumerate() {
                    let says = |term: Term| words.slots.iter().any(|s| s.terms.iter().any(|t| t.term == term));
                    let same = word.terms.iter().any(|m| says(m.term));
                    let Some(opposite) = concept.opposites().filter(|_| !same).find_map(|o| stated(&words.slots, Term::of_concept(o))) else { continue };
                    let denied = self.case.draft.stance(word.token).denied != meaning.negated;
                    let agrees = opposite.denied != denied;
                    self.push(candidate, part, word.token..word.token + 1, agrees, 30 + candidate.near as i32 / 2, verdicts);
                }
            }
        }
    }

    /// A member of the list's own kind that a closed list does not name: "white" of "graphite, sage, copper".
    fn outsider(&self, candidate: Candidate, verdicts: &mut Vec<Verdict>) {
        if candidate.fact.list != Some(Closure::Closed) || self.planned {
            return;
        }
        let slots = || candidate.entry.parts.iter().flat_map(|p| &p.slots).chain(&candidate.entry.label);
        let listed = |w: &Word| slots().any(|s| self.shared(w, s).is_some());
        let kinds_of = |t: Term| t.concept().into_iter().flat_map(|c| c.categories());
        let of_part = |p: &PartWords| -> Vec<u8> {
            let mut kinds: Vec<u8> = p.slots.iter().flat_map(|s| &s.terms).flat_map(|t| kinds_of(t.term)).collect();
            kinds.sort_unstable();
            kinds.dedup();
            kinds
        };
        let all: Vec<u8> = candidate.entry.parts.iter().flat_map(of_part).collect();
        let half = candidate.entry.parts.len();
        let kinds: Vec<u8> = all.iter().filter(|k| all.iter().filter(|o| o == k).count() * 2 >= half).copied().collect();
        if kinds.is_empty() || candidate.near < least::LABEL {
            return;
        }
        for word in &self.words {
            let member = word.terms.iter().any(|m| kinds_of(m.term).any(|k| kinds.contains(&k)));
            if member && !listed(word) {
                let denied = self.case.draft.stance(word.token).denied;
                self.push(candidate, 0, word.token..word.token + 1, denied, 45 + candidate.near as i32 / 4, verdicts);
            }
        }
    }

    /// Whether the sheets know the word as a thing of its own: then its topic does not stand for it.
    fn has_own_thing(&self, word: &Word) -> bool {
        let thing = |c: ConceptId| c.concept().is_some_and(|c| c.kind != lexicon::Kind::Attribute);
        word.terms.iter().any(|m| m.term.concept().is_some_and(thing) && self.case.library.knows(m.term))
    }

    /// Whether a word of the draft may stand for a slot, and if so, whether the two differ in a denial, the stance of the
    /// draft's word not counted. A topic that only gathers things ("fabric": cotton, wool) makes no two of them one.
    fn shared(&self, word: &Word, slot: &Slot) -> Option<bool> {
        slot.terms.iter().find_map(|t| {
            let meaning = word.terms.iter().find(|m| m.term == t.term)?;
            let topic = t.term.concept().and_then(ConceptId::concept).is_some_and(|c| c.kind == lexicon::Kind::Attribute);
            (!topic || meaning.cue || self.across && !self.has_own_thing(word)).then_some(meaning.negated != t.denied)
        })
    }

    fn push(&self, candidate: Candidate, part: usize, tokens: Range<usize>, agrees: bool, score: i32, verdicts: &mut Vec<Verdict>) {
        if !agrees && !candidate.leads {
            return;
        }
        let kind = if agrees { Kind::Supported } else { Kind::Contradicted };
        let each = !agrees && self.scope.each && candidate.entry.product.is_some();
        let score = if each { score + 40 } else { score };
        self.case.trace.tell(|| {
            format!("  statement {tokens:?} {kind:?} score {score} near {} | {} [{}] = {}", candidate.near, candidate.fact.attribute, candidate.fact.place.line, candidate.fact.value)
        });
        let evidence = Some(Evidence { entry: candidate.number, part, value: None });
        verdicts.push(Verdict { kind, tokens, evidence, said: None, score });
    }
}

/// Openings by which a sheet says what holds afterwards or otherwise: no word on the case itself.
const LATER: &[&str] = &["after that", "afterwards", "otherwise", "below that", "above that", "beyond that", "sinon", "ensuite", "au dela", "passe ce delai", "en dessous", "apres ce delai"];

fn later(part: &str) -> bool {
    let folded = crate::text::fold(part).replace('-', " ");
    LATER.iter().any(|l| folded.starts_with(l))
}

/// The slots' term for a concept, if they have it.
fn stated(slots: &[Slot], term: Term) -> Option<&SlotTerm> {
    slots.iter().flat_map(|s| &s.terms).find(|t| t.term == term)
}

/// The words of all parts of a fact.
fn words_of(entry: &Entry) -> Vec<Slot> {
    entry.parts.iter().flat_map(|p| p.slots.iter().cloned()).collect()
}
