//! What the sheets bear out of a claim rule's needs: a fact with these words, of this grade, valid today.
//! Not here: the rules, verdicts on facts.

use crate::fact::{Fact, Polarity};
use crate::library::Library;
use crate::rule::{Need, Substantiation};
use crate::span::Span;
use crate::text::{Lang, Text, stem};
use crate::value::{self, Amount, PartialDate};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The sheets a draft speaks of, on the day it is written.
pub(crate) struct Bearing<'a> {
    /// The facts.
    pub(crate) library: &'a Library,
    /// Indices of the sheets in question.
    pub(crate) sheets: &'a [u16],
    /// The day.
    pub(crate) today: Date,
}

impl Bearing<'_> {
    fn facts(&self) -> impl Iterator<Item = (Lang, &Fact)> {
        self.sheets.iter().flat_map(move |sheet| {
            let lang = self.library.lang_of(*sheet);
            self.library.entries_of(*sheet).1.iter().filter_map(move |e| Some((lang, self.library.fact(e)?)))
        })
    }

    fn holds(&self, fact: &Fact) -> bool {
        let day = |d: Option<PartialDate>| d.and_then(|d| value::resolve(&Amount::Day(d), self.today));
        let begun = day(fact.validity.from).and_then(|d| d.first).is_none_or(|first| first <= self.today);
        let over = day(fact.validity.until).and_then(|d| d.last).is_some_and(|last| last < self.today);
        begun && !over
    }
}

impl Substantiation for Bearing<'_> {
    fn bears(&self, need: &Need, _span: Span) -> bool {
        self.facts().any(|(lang, fact)| {
            let words = stems(&format!("{} {}", fact.attribute, fact.value), lang);
            let named = need.words.iter().any(|phrase| contains(&words, &stems(phrase, lang)));
            named && affirms(fact) && (!need.valid || self.holds(fact)) && need.minimum.as_deref().is_none_or(|m| reaches(fact, m))
        })
    }

    fn states(&self, wanted: &[&str], _span: Span) -> bool {
        let wanted: Vec<String> = wanted.iter().map(|s| (*s).to_owned()).collect();
        self.facts().any(|(lang, fact)| affirms(fact) && contains(&stems(&format!("{} {}", fact.attribute, fact.value), lang), &wanted))
    }
}

fn affirms(fact: &Fact) -> bool {
    fact.answer != Some(Polarity::No) && fact.parts.first().is_none_or(|p| p.polarity == Polarity::Yes)
}

fn stems(words: &str, lang: Lang) -> Vec<String> {
    Text::read(words, Some(lang)).tokens.iter().filter(|t| t.is_word() || t.kind == crate::text::TokenKind::Number).map(|t| stem(&t.folded, lang)).collect()
}

/// Whether all of some stems stand among others.
fn contains(words: &[String], wanted: &[String]) -> bool {
    !wanted.is_empty() && wanted.iter().all(|w| words.contains(w))
}

/// Whether a fact states a grade or a number of at least `minimum` ("IP67", "30").
fn reaches(fact: &Fact, minimum: &str) -> bool {
    let digits: String = minimum.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let Ok(least) = digits.parse::<Decimal>() else { return true };
    fact.parts.iter().flat_map(|p| &p.values).any(|v| match &v.amount {
        Amount::Standard(_, grade) => grade.trim_start_matches('x').parse::<Decimal>().is_ok_and(|g| g >= least),
        Amount::One(number) => *number >= least,
        Amount::Between(low, _) => low.is_some_and(|l| l >= least),
        _ => false,
    })
}
