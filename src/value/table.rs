//! The compiled tables of `value/data`: units and their spellings, words of numbers, dates and comparators, standards.
//! Not here: reading (the other files of this room).

use super::Dimension;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A unit of the table.
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) dimension: Dimension,
    /// Units convert only within one group.
    pub(super) group: &'static str,
    /// To the base unit: (value + offset) * num / den.
    pub(super) num: Decimal,
    pub(super) den: Decimal,
    pub(super) offset: Decimal,
    pub(super) symbol: &'static str,
    pub(super) en: &'static [&'static str],
    pub(super) fr: &'static [&'static str],
}

/// How strictly a spelling is matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// A symbol in its own case.
    Exact,
    /// A symbol in any case.
    Symbol,
    /// Only right behind the figure.
    Glued,
    /// Right behind the figure, or with nothing but a mark after it.
    Shy,
    /// A bare C, F or K.
    Hot,
    /// Spelt out.
    Word,
}

/// A spelling of a unit.
pub(super) struct Name {
    pub(super) unit: u16,
    pub(super) written: &'static str,
    pub(super) how: How,
}

/// What may follow the name of a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    Digits,
    Code,
    Letter,
    Size,
}

/// A table sorted by key: folded, words parted by one space, all else joined.
pub(super) struct Table<T: 'static> {
    /// Its bit among the marks of a token.
    pub(super) bit: u32,
    pub(super) rows: &'static [(&'static str, T)],
}

/// A table of spellings of names.
pub(super) type Words = Table<&'static str>;

include!(concat!(env!("OUT_DIR"), "/value_tables.rs"));

/// Spellings of units by key. Kept as text and read once: as rows they would be three times the size in the engine.
pub(super) static NAMES: LazyLock<Table<&'static [Name]>> = LazyLock::new(|| Table { bit: NAMES_BIT, rows: SPELLINGS.lines().map(spelt).collect::<Vec<_>>().leak() });

/// A line of the spellings: the key, then for each unit a letter of how it is matched, its number, and the spelling unless that is
/// the key itself.
fn spelt(line: &'static str) -> (&'static str, &'static [Name]) {
    let (key, names) = line.split_once('\t').unwrap_or((line, ""));
    let name = |text: &'static str| {
        let how = match text.chars().next()? {
            'e' => How::Exact,
            's' => How::Symbol,
            'g' => How::Glued,
            'y' => How::Shy,
            'h' => How::Hot,
            _ => How::Word,
        };
        let (unit, written) = text.get(1..)?.split_once(':').unwrap_or((text.get(1..)?, key));
        Some(Name { unit: unit.parse().ok()?, written, how })
    };
    (key, names.split('\t').filter_map(name).collect::<Vec<_>>().leak())
}

/// First tokens of all entries, with a bit for each table: most words are passed over at once.
pub(super) static STARTS: LazyLock<BTreeMap<String, u32>> = LazyLock::new(|| {
    let mut starts = BTreeMap::new();
    NAMES.rows.iter().for_each(|row| note(row.0, NAMES.bit, &mut starts));
    STANDARDS.rows.iter().for_each(|row| note(row.0, STANDARDS.bit, &mut starts));
    for table in SECTIONS {
        table.rows.iter().for_each(|row| note(row.0, table.bit, &mut starts));
    }
    starts
});

/// Notes every way the tokeniser may cut the first token of a key.
fn note(key: &str, bit: u32, starts: &mut BTreeMap<String, u32>) {
    let Some(first) = key.chars().next() else { return };
    let mut heads = vec![first.to_string()];
    let run = |keep: &dyn Fn(char) -> bool| key.chars().take_while(|c| keep(*c)).collect::<String>();
    if first.is_alphabetic() {
        let letters = run(&char::is_alphabetic);
        heads.push(format!("{letters}'"));
        heads.push(letters);
        heads.push(run(&|c| c.is_alphabetic() || c == '.').trim_end_matches('.').to_owned());
        heads.push(run(&|c| c.is_alphabetic() || c == '\''));
    } else if first.is_ascii_digit() {
        heads.push(run(&|c| c.is_ascii_digit()));
    } else {
        heads.push(run(&|c| !c.is_alphanumeric()));
    }
    for head in heads {
        *starts.entry(head).or_default() |= bit;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_rich() {
        assert!(UNITS.len() >= 150);
        assert!(NAMES.rows.windows(2).all(|w| w[0].0 < w[1].0));
        assert!(STANDARDS.rows.windows(2).all(|w| w[0].0 < w[1].0));
        for table in [RELATION_BEFORE, RELATION_AFTER, MONTH, NUMBER_EN, NUMBER_FR] {
            assert!(table.rows.windows(2).all(|w| w[0].0 < w[1].0));
        }
    }

    #[test]
    fn every_unit_has_a_spelling_and_a_factor() {
        for row in UNITS {
            assert!(!row.symbol.is_empty() || !row.en.is_empty() || !row.fr.is_empty(), "{}", row.id);
            assert!(!row.num.is_zero() && !row.den.is_zero(), "{}", row.id);
        }
    }
}
