//! Facts compiled for look-up: their words as weighted slots, the names of products, and an index from word to fact.
//! Not here: what a draft says (`mention`, `claim`), whether it is true (`verdict`).

mod names;
mod snapshot;
mod vocabulary;

pub use names::{NameHit, Names, Target};
pub use snapshot::SnapshotError;
pub use vocabulary::{Term, Vocabulary};

use crate::fact::{Fact, Part, Polarity, Sheet};
use crate::lexicon;
use crate::rule::{self, Compiled, Pack};
use crate::span::Span;
use crate::stance::{self, Clause};
use crate::text::{Lang, Text};
use crate::value::Dimension;
use serde::{Deserialize, Serialize};

/// A content word of a sheet: the terms that may stand for it, and how telling it is within its sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Its stem first, then the concepts it is part of.
    pub terms: Vec<SlotTerm>,
    /// From 1 (on every line) to about 60 (on one line of a long sheet).
    pub weight: u16,
    /// It is the name of a product of the sheet and tells nothing of the attribute.
    pub name: bool,
    /// It tells little of what the fact states: a light word, or one that the label says already.
    pub light: bool,
}

/// A term that may stand for a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotTerm {
    /// The term.
    pub term: Term,
    /// The sheet denies it, a negation inside its own phrase ("sans frais") not counted.
    pub denied: bool,
}

/// A part of a fact, in slots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartWords {
    /// Its content words.
    pub slots: Vec<Slot>,
    /// Products of the sheet that it names.
    pub products: Vec<u16>,
}

/// A fact, in slots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Index into [`Library::sheets`].
    pub sheet: u16,
    /// Index into the sheet's facts.
    pub fact: u16,
    /// The product it is about, from its column, its label or its words; `None` for all.
    pub product: Option<u16>,
    /// The attribute's words.
    pub label: Vec<Slot>,
    /// The condition's words.
    pub condition: Vec<Slot>,
    /// The heading's words.
    pub group: Vec<Slot>,
    /// One for each part of the fact.
    pub parts: Vec<PartWords>,
}

/// The sheets and their index.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Library {
    /// As read.
    pub sheets: Vec<Sheet>,
    /// One for each fact, sheet by sheet.
    pub entries: Vec<Entry>,
    /// For each sheet, its first entry.
    starts: Vec<u32>,
    /// For each sheet, the language most of it is in.
    langs: Vec<Lang>,
    /// Stems of the sheets that are no function words.
    pub vocabulary: Vocabulary,
    /// Names of products and ranges.
    pub names: Names,
    /// Claim rules: packs, and what the sheets ask never to say.
    pub rules: Compiled,
    /// Term to entries: sorted by term, then entry.
    postings: Vec<(Term, u32)>,
}

impl Library {
    /// Compiles sheets with the claim packs that ship. Linear in their size but for sorting.
    pub fn compile(sheets: Vec<Sheet>) -> Self {
        Library::with_packs(sheets, rule::builtin_packs())
    }

    /// Compiles sheets with these packs; what the sheets themselves ask never to say always counts.
    pub fn with_packs(sheets: Vec<Sheet>, mut packs: Vec<Pack>) -> Self {
        packs.push(Pack { name: "sheets".to_owned(), rules: sheets.iter().flat_map(rule::from_sheet).collect(), left_out: Vec::new() });
        let (rules, _) = Compiled::new(packs);
        let names = Names::of(&sheets);
        let mut vocabulary = Vocabulary::default();
        let mut entries = Vec::new();
        let mut starts = Vec::new();
        let mut langs = Vec::new();
        for (at, sheet) in sheets.iter().enumerate() {
            starts.push(entries.len() as u32);
            let lang = language_of(sheet);
            langs.push(lang);
            let reader = Reader { sheet: at as u16, lang, names: &names };
            let first = entries.len();
            for (fact, f) in sheet.facts.iter().enumerate() {
                entries.push(reader.entry(fact as u16, f, &mut vocabulary));
            }
            weigh(entries.get_mut(first..).unwrap_or(&mut []));
        }
        let vocabulary_map = vocabulary.finish();
        for entry in &mut entries {
            entry.renumber(&vocabulary_map);
        }
        let postings = postings(&entries);
        Library { sheets, entries, starts, langs, vocabulary, names, rules, postings }
    }

    /// The entries of a sheet, with the number of the first.
    pub fn entries_of(&self, sheet: u16) -> (usize, &[Entry]) {
        let first = self.starts.get(sheet as usize).map_or(self.entries.len(), |s| *s as usize);
        let end = self.starts.get(sheet as usize + 1).map_or(self.entries.len(), |s| *s as usize);
        (first, self.entries.get(first..end).unwrap_or(&[]))
    }

    /// The language of a sheet.
    pub fn lang_of(&self, sheet: u16) -> Lang {
        self.langs.get(sheet as usize).copied().unwrap_or(Lang::En)
    }

    /// The fact behind an entry.
    pub fn fact(&self, entry: &Entry) -> Option<&Fact> {
        self.sheets.get(entry.sheet as usize)?.facts.get(entry.fact as usize)
    }

    /// Numbers of the entries in which a term stands.
    pub fn with_term(&self, term: Term) -> impl Iterator<Item = usize> {
        let first = self.postings.partition_point(|p| p.0 < term);
        self.postings.iter().skip(first).take_while(move |p| p.0 == term).map(|p| p.1 as usize)
    }

    /// Whether a term stands anywhere in the sheets.
    pub fn knows(&self, term: Term) -> bool {
        self.with_term(term).next().is_some()
    }
}

/// The language most of a sheet's words are in.
pub fn language_of(sheet: &Sheet) -> Lang {
    let mut all = String::new();
    for fact in &sheet.facts {
        for words in [fact.group.as_deref().unwrap_or(""), &fact.attribute, &fact.value] {
            all.push_str(words);
            all.push_str(" . ");
        }
    }
    Text::read(&all, None).lang
}

struct Reader<'a> {
    sheet: u16,
    lang: Lang,
    names: &'a Names,
}

impl Reader<'_> {
    fn entry(&self, number: u16, fact: &Fact, vocabulary: &mut Vocabulary) -> Entry {
        let (label, label_products) = self.slots(&fact.attribute, vocabulary);
        let (condition, condition_products) = self.slots(fact.condition.as_deref().unwrap_or(""), vocabulary);
        let (group, _) = self.slots(fact.group.as_deref().unwrap_or(""), vocabulary);
        let mut parts: Vec<PartWords> = fact.parts.iter().map(|p| self.part(p, vocabulary)).collect();
        for slot in parts.iter_mut().flat_map(|p| &mut p.slots) {
            slot.light |= label.iter().any(|l| l.terms.iter().any(|t| slot.terms.iter().any(|s| s.term == t.term)));
        }
        let named = match (label_products.as_slice(), condition_products.as_slice()) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        };
        Entry { sheet: self.sheet, fact: number, product: fact.product.or(named), label, condition, group, parts }
    }

    fn part(&self, part: &Part, vocabulary: &mut Vocabulary) -> PartWords {
        let measured: Vec<Span> = part.values.iter().filter(|v| v.dimension != Dimension::Standard).map(|v| v.span).collect();
        let (mut slots, products) = self.slots_but(&part.text, &measured, vocabulary);
        let says_so = slots.iter().flat_map(|s| &s.terms).any(|t| t.denied);
        if part.polarity == Polarity::No && !says_so {
            // The denial stands in the attribute ("Free from") or in the answer before it.
            slots.iter_mut().flat_map(|s| &mut s.terms).for_each(|t| t.denied = !t.denied);
        }
        PartWords { slots, products }
    }

    fn slots(&self, words: &str, vocabulary: &mut Vocabulary) -> (Vec<Slot>, Vec<u16>) {
        self.slots_but(words, &[], vocabulary)
    }

    /// The content words of a label or value that lie outside some spans, and the products it names. Figures and their units
    /// are values, not words.
    fn slots_but(&self, words: &str, measured: &[Span], vocabulary: &mut Vocabulary) -> (Vec<Slot>, Vec<u16>) {
        if words.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let text = Text::read(words, Some(self.lang));
        let hits = self.names.find(&text.tokens, Some(self.sheet));
        let mut products: Vec<u16> = hits.iter().filter_map(|h| h.target.product).collect();
        products.sort_unstable();
        products.dedup();
        // A cell's part is one statement already: its denial covers all of it ("Siri and HomeKit are not supported").
        let whole: Vec<Clause> = (0..).zip(&text.sentences).map(|(sentence, s)| Clause { tokens: s.tokens.clone(), sentence }).collect();
        let stances = stance::stances(&text, &whole);
        let mut slots = Vec::new();
        for sentence in &text.sentences {
            for sense in lexicon::senses(text.tokens_of(sentence), sentence.lang) {
                let token = sense.token + sentence.tokens.start;
                let inside = text.tokens.get(token).is_some_and(|t| measured.iter().any(|m| m.overlaps(t.span)));
                if inside {
                    continue;
                }
                let name = hits.iter().any(|h| h.tokens.contains(&token));
                let denied = stances.get(token).is_some_and(|s| s.denied);
                let mut terms = Vec::new();
                if !sense.stem.is_empty() {
                    terms.push(SlotTerm { term: vocabulary.add(&sense.stem), denied });
                }
                terms.extend(sense.concepts.iter().map(|c| SlotTerm { term: Term::of_concept(c.concept), denied: denied != c.negated }));
                slots.push(Slot { terms, weight: 1, name, light: sense.light });
            }
        }
        (slots, products)
    }
}

impl Entry {
    fn slots_mut(&mut self) -> impl Iterator<Item = &mut Slot> {
        let parts = self.parts.iter_mut().flat_map(|p| p.slots.iter_mut());
        self.label.iter_mut().chain(self.condition.iter_mut()).chain(self.group.iter_mut()).chain(parts)
    }

    /// Label, condition and parts.
    fn own_slots(&self) -> impl Iterator<Item = &Slot> {
        self.label.iter().chain(&self.condition).chain(self.parts.iter().flat_map(|p| &p.slots))
    }

    fn renumber(&mut self, map: &[u32]) {
        for slot in self.slots_mut() {
            for term in &mut slot.terms {
                term.term = term.term.renumbered(map);
            }
        }
    }

    /// Whether the fact denies as a whole.
    pub fn denies(&self, fact: &Fact) -> bool {
        fact.answer == Some(Polarity::No)
    }
}

/// Sets each slot's weight by the number of lines of the sheet on which its stem or first concept stands.
fn weigh(entries: &mut [Entry]) {
    let mut counts: Vec<(Term, u32)> = Vec::new();
    let mut lines: Vec<(Term, u16)> =
        entries.iter().flat_map(|e| e.own_slots().filter_map(|s| s.terms.first().map(|t| (t.term, e.fact)))).collect();
    lines.sort_unstable();
    lines.dedup();
    for (term, _) in lines {
        match counts.last_mut() {
            Some(last) if last.0 == term => last.1 += 1,
            _ => counts.push((term, 1)),
        }
    }
    let total = entries.len().max(1) as u32;
    for entry in entries {
        for slot in entry.slots_mut() {
            let Some(term) = slot.terms.first().map(|t| t.term) else { continue };
            let count = counts.binary_search_by_key(&term, |c| c.0).ok().and_then(|i| counts.get(i)).map_or(1, |c| c.1);
            slot.weight = if slot.light { LIGHT } else { rarity(total, count) };
        }
    }
}

/// The weight of a light word.
const LIGHT: u16 = 3;

/// Ten for each halving of the share of lines a word stands on: 10 x log2(total / count), from 4 to 60. Integers alone,
/// so that every machine agrees.
fn rarity(total: u32, count: u32) -> u16 {
    let ratio = (total * 16) / count.max(1);
    let whole = ratio.max(16).ilog2() - 4;
    let rest = (ratio >> whole).saturating_sub(16) * 10 / 16;
    (whole * 10 + rest).clamp(4, 60) as u16
}

fn postings(entries: &[Entry]) -> Vec<(Term, u32)> {
    let mut all: Vec<(Term, u32)> = entries
        .iter()
        .enumerate()
        .flat_map(|(i, e)| e.own_slots().flat_map(move |s| s.terms.iter().map(move |t| (t.term, i as u32))))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
