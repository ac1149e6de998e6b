//! Terms: a concept of the lexicon or a stem of the sheets' own, as one number.
//! Not here: which facts a term stands in (`library`).

use crate::lexicon::ConceptId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Concepts come first, stems from here on.
const FIRST_STEM: u32 = 0x1_0000;

/// A concept or a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Term(u32);

impl Term {
    /// A concept as a term.
    pub fn of_concept(concept: ConceptId) -> Self {
        Term(u32::from(concept.0))
    }

    /// The concept, unless it is a stem.
    pub fn concept(self) -> Option<ConceptId> {
        u16::try_from(self.0).ok().map(ConceptId)
    }

    pub(super) fn renumbered(self, map: &[u32]) -> Self {
        match self.0.checked_sub(FIRST_STEM).and_then(|i| map.get(i as usize)) {
            Some(new) => Term(FIRST_STEM + new),
            None => self,
        }
    }
}

/// The stems of the sheets, sorted once finished.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    stems: Vec<String>,
    #[serde(skip)]
    growing: BTreeMap<String, u32>,
}

impl Vocabulary {
    pub(super) fn add(&mut self, stem: &str) -> Term {
        if let Some(number) = self.growing.get(stem) {
            return Term(FIRST_STEM + number);
        }
        let number = self.growing.len() as u32;
        self.growing.insert(stem.to_owned(), number);
        Term(FIRST_STEM + number)
    }

    /// Sorts the stems; returns for each number given out so far its final one.
    pub(super) fn finish(&mut self) -> Vec<u32> {
        let growing = std::mem::take(&mut self.growing);
        let mut map = vec![0; growing.len()];
        for (place, (stem, number)) in growing.into_iter().enumerate() {
            if let Some(slot) = map.get_mut(number as usize) {
                *slot = place as u32;
            }
            self.stems.push(stem);
        }
        map
    }

    /// The term of a stem, if the sheets know it.
    pub fn term(&self, stem: &str) -> Option<Term> {
        self.stems.binary_search_by(|s| s.as_str().cmp(stem)).ok().map(|i| Term(FIRST_STEM + i as u32))
    }
}
