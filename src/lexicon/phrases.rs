//! The phrases of the lexicon, unpacked once into a table by first stem.
//! Not here: finding phrases in a text (`lexicon`), how they are packed (`build/phrases.rs`).

use super::{ConceptId, HEADS, NUMBERS, STEMS, STEPS_BACK};
use crate::text::Lang;
use std::sync::LazyLock;

/// Most stems in a phrase; the build holds to it.
const LONGEST: usize = 6;

/// A phrase behind its first stem.
pub(super) struct Phrase {
    pub(super) concept: ConceptId,
    pub(super) lang: Lang,
    pub(super) cue: bool,
    /// Its further stems, as numbers of [`stem`].
    pub(super) rest: &'static [u16],
}

/// Set on a head and on all stems but the last where a further stem follows.
const MORE: u16 = 1 << 15;

#[derive(Default)]
struct Table {
    /// Sorted.
    stems: Vec<&'static str>,
    /// For each stem, where the phrases that begin with it are among the records; at the end, where the last one's end.
    places: Vec<u32>,
    /// Phrases: a head (concept, language, cue), then the stems after the first.
    records: Vec<u16>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::unpack);

/// The stem with a number.
pub(super) fn stem(number: u16) -> &'static str {
    TABLE.stems.get(usize::from(number & !MORE)).copied().unwrap_or_default()
}

/// The phrases whose first stem is `key`, in the order of their stems, then of concepts.
pub(super) fn starting(key: &str) -> impl Iterator<Item = Phrase> + use<> {
    let table: &'static Table = &TABLE;
    let place = |at: usize| table.places.get(at).map_or(0, |place| *place as usize);
    let number = table.stems.binary_search(&key).ok();
    let mut records = number.and_then(|number| table.records.get(place(number)..place(number + 1))).unwrap_or_default();
    std::iter::from_fn(move || {
        let (head, behind) = records.split_first()?;
        let stems = if head & MORE == 0 { 0 } else { behind.iter().take_while(|stem| *stem & MORE != 0).count() + 1 };
        let rest = behind.get(..stems)?;
        records = behind.get(stems..)?;
        let lang = if head & 2 == 0 { Lang::En } else { Lang::Fr };
        Some(Phrase { concept: ConceptId((head & !MORE) >> 2), lang, cue: head & 1 != 0, rest })
    })
}

/// A phrase being unpacked: numbers of stems from 1, zeros behind the last; then its head.
type Row = ([u16; LONGEST], u16);

impl Table {
    fn unpack() -> Self {
        let written: Vec<&'static str> = STEMS.split_terminator(' ').collect();
        let mut order: Vec<u16> = (0..written.len()).filter_map(|number| u16::try_from(number).ok()).collect();
        order.sort_unstable_by_key(|number| written.get(usize::from(*number)));
        let mut ranks = vec![0; written.len()];
        for (rank, number) in (1..).zip(&order) {
            if let Some(own) = ranks.get_mut(usize::from(*number)) {
                *own = rank;
            }
        }
        let mut rows = rows(&ranks);
        rows.sort_unstable();
        let stems = order.iter().filter_map(|number| written.get(usize::from(*number)).copied()).collect();
        let mut table = Table { stems, ..Table::default() };
        rows.iter().for_each(|row| table.push(row));
        table.places.resize(table.stems.len() + 1, table.records.len() as u32);
        table
    }

    fn push(&mut self, (stems, head): &Row) {
        let [first, rest @ ..] = stems;
        if self.places.len() < usize::from(*first) {
            self.places.resize(usize::from(*first), self.records.len() as u32);
        }
        let length = rest.iter().take_while(|stem| **stem != 0).count();
        self.records.push(if length == 0 { *head } else { head | MORE });
        for (at, stem) in rest.iter().take(length).enumerate() {
            let more = if at + 1 < length { MORE } else { 0 };
            self.records.push(stem.saturating_sub(1) | more);
        }
    }
}

/// All phrases as packed, concept by concept; `ranks` has the place of each stem, from 1, by first occurrence.
fn rows(ranks: &[u16]) -> Vec<Row> {
    let (low, high) = NUMBERS.split_at(NUMBERS.len() / 2);
    let mut numbers = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]));
    let mut fresh = 0..;
    let mut steps = STEPS_BACK.iter().copied();
    let mut recent: Vec<u16> = Vec::new();
    let mut concept = 0;
    let mut rows = Vec::with_capacity(HEADS.len());
    for head in HEADS {
        let (step, length) = (head >> 5, usize::from(head >> 2 & 7) + 1);
        concept += u16::from(step);
        if step > 0 {
            recent.clear();
        }
        if length > LONGEST {
            continue;
        }
        let mut stems = [0; LONGEST];
        for stem in stems.iter_mut().take(length) {
            let number: u16 = match steps.next().unwrap_or_default() {
                0 => fresh.next().unwrap_or_default(),
                255 => numbers.next().unwrap_or_default(),
                back => recent.len().checked_sub(usize::from(back)).map_or(0, |at| recent.remove(at)),
            };
            recent.push(number);
            *stem = ranks.get(usize::from(number)).copied().unwrap_or_default();
        }
        rows.push((stems, concept << 2 | u16::from(head & 3)));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_sorted_and_every_phrase_is_found() {
        assert!(TABLE.stems.windows(2).all(|w| w[0] < w[1]));
        let found: usize = TABLE.stems.iter().map(|stem| starting(stem).count()).sum();
        assert_eq!(found, HEADS.iter().filter(|head| *head >> 2 & 7 != 7).count());
    }
}
