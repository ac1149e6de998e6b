//! The compiled tables of `value/data`: units and their spellings, words of numbers, dates and comparators, standards.
//! Not here: reading (the other files of this room).

use super::Dimension;
use rust_decimal::Decimal;

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
