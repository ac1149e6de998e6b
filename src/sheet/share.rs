//! Clauses that each speak of a product ("7.8/10 for the R40, 7.1/10 for the R40 Max"): the share of a value that is each product's.
//! Not here: how clauses are found (`clause`), names (`names`).

use super::clause::{self, Apart};
use super::names::Names;
use super::words;
use crate::fact::Part;
use crate::span::Span;
use std::collections::BTreeSet;

/// What a value says of one product, or of those it does not single out.
#[derive(Debug, Clone)]
pub(super) struct Share {
    pub(super) product: Option<u16>,
    pub(super) value: String,
    pub(super) apart: Apart,
}

/// How a clause names products.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Naming {
    /// It names none.
    None,
    /// They are its subject or what it is for.
    Own(BTreeSet<u16>),
    /// It is nothing but "for the Pro": the clauses before it are meant.
    Back(BTreeSet<u16>),
}

/// The shares of a value, or none when it speaks of no product alone.
pub(super) fn by_product(value: &str, apart: &Apart, names: &Names) -> Vec<Share> {
    if names.products.len() < 2 {
        return Vec::new();
    }
    let namings: Vec<Naming> = apart.parts.iter().map(|p| naming(&p.text, names)).collect();
    if namings.iter().all(|n| *n == Naming::None) {
        return Vec::new();
    }
    let owners = owners(value, apart, &namings);
    let plain = owners.iter().enumerate().filter(|(i, _)| !bracketed(value, apart, *i)).all(|(_, o)| !o.is_empty());
    if plain { split(value, apart, &owners) } else { overrides(value, apart, &owners, &namings) }
}

/// Which products each part is about; empty for all.
fn owners(value: &str, apart: &Apart, namings: &[Naming]) -> Vec<BTreeSet<u16>> {
    let mut out: Vec<BTreeSet<u16>> = Vec::with_capacity(namings.len());
    let mut from = 0;
    for (i, naming) in namings.iter().enumerate() {
        if i > 0 && starts_segment(value, apart, i) {
            from = i;
        }
        let before = if i > from { out.last().cloned().unwrap_or_default() } else { BTreeSet::new() };
        match naming {
            Naming::Own(products) => out.push(products.clone()),
            Naming::None => out.push(before),
            Naming::Back(products) => {
                let backwards = !bracketed(value, apart, i);
                out.iter_mut().skip(from).filter(|o| o.is_empty() && backwards).for_each(|o| *o = products.clone());
                out.push(products.clone());
            }
        }
    }
    out
}

/// Whether a sentence end or a semicolon stands between a part and the one before it.
fn starts_segment(value: &str, apart: &Apart, i: usize) -> bool {
    let (Some(before), Some(here)) = (i.checked_sub(1).and_then(|j| apart.spans.get(j)), apart.spans.get(i)) else { return false };
    Span::new(before.end, here.start).of(value).contains(['.', ';', '!'])
}

/// Whether a part stands in brackets.
fn bracketed(value: &str, apart: &Apart, i: usize) -> bool {
    let start = apart.spans.get(i).map_or(0, |s| s.start);
    value.get(..start).is_some_and(|s| s.trim_end().ends_with('('))
}

fn naming(text: &str, names: &Names) -> Naming {
    let found = names.in_text(text);
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return Naming::None };
    let products: BTreeSet<u16> = found.iter().map(|n| n.product).collect();
    let before = words::words(text.get(..first.span.start).unwrap_or(""));
    let after = words::words(text.get(last.span.end..).unwrap_or(""));
    let small = |w: &words::Word| words::KIND.contains(&w.folded.as_str()) || words::SMALL.contains(&w.folded.as_str());
    let links = between(text, &found).iter().all(small);
    if before.iter().all(small) && after.iter().all(|w| words::KIND.contains(&w.folded.as_str())) && links {
        let fors = before.first().is_some_and(|w| words::FOR.contains(&w.folded.as_str()));
        let only = words::holds(text, words::ONLY);
        return if fors || only { Naming::Back(products) } else { Naming::None };
    }
    let heads = before.iter().all(|w| words::KIND.contains(&w.folded.as_str()));
    let closes = after.iter().all(|w| words::KIND.contains(&w.folded.as_str())) && before.iter().rev().find(|w| !words::KIND.contains(&w.folded.as_str())).is_some_and(|w| GIVES.contains(&w.folded.as_str()));
    if heads && links || closes && links { Naming::Own(products) } else { Naming::None }
}

/// Prepositions between a statement and the product it is for.
const GIVES: &[&str] = &["for", "on", "with", "in", "pour", "sur", "avec", "en", "fits", "chez"];

fn between(text: &str, found: &[super::names::Named]) -> Vec<words::Word> {
    found.iter().zip(found.iter().skip(1)).flat_map(|(a, b)| words::words(Span::new(a.span.end, b.span.start).of(text))).collect()
}

/// One share for each product: its parts, and the words from the first to the last of them.
fn split(value: &str, apart: &Apart, owners: &[BTreeSet<u16>]) -> Vec<Share> {
    let products: BTreeSet<u16> = owners.iter().flatten().copied().collect();
    products
        .into_iter()
        .map(|product| {
            let mine: Vec<usize> = owners.iter().enumerate().filter(|(_, o)| o.contains(&product)).map(|(i, _)| i).collect();
            share(value, apart, &mine, Some(product))
        })
        .collect()
}

fn share(value: &str, apart: &Apart, mine: &[usize], product: Option<u16>) -> Share {
    let parts: Vec<Part> = mine.iter().filter_map(|i| apart.parts.get(*i).cloned()).collect();
    let spans: Vec<Span> = mine.iter().filter_map(|i| apart.spans.get(*i).copied()).collect();
    let words: Vec<String> = runs(mine, &spans).into_iter().map(|s| closed(value, s)).collect();
    let text = words.join("; ");
    let answer = clause::answer(&text);
    Share { product, value: text, apart: Apart { parts, spans, answer, list: apart.list } }
}

/// Neighbouring parts as one stretch of the value.
fn runs(mine: &[usize], spans: &[Span]) -> Vec<Span> {
    let mut out: Vec<(usize, Span)> = Vec::new();
    for (i, span) in mine.iter().zip(spans) {
        match out.last_mut().filter(|(last, _)| last + 1 == *i) {
            Some((last, run)) => {
                *last = *i;
                *run = run.cover(*span);
            }
            None => out.push((*i, *span)),
        }
    }
    out.into_iter().map(|(_, s)| s).collect()
}

/// The words of a stretch, with the bracket that closes what it opens.
fn closed(value: &str, span: Span) -> String {
    let text = span.of(value);
    let open = text.matches('(').count() > text.matches(')').count();
    let text = if open && value.get(span.end..).is_some_and(|s| s.starts_with(')')) { Span::new(span.start, span.end + 1).of(value) } else { text };
    text.to_owned()
}

/// The whole for all products, and beside it what single parts say of single products ("1.4 % (0.9 % on Réseau)").
fn overrides(value: &str, apart: &Apart, owners: &[BTreeSet<u16>], namings: &[Naming]) -> Vec<Share> {
    let mut out = vec![Share { product: None, value: value.to_owned(), apart: apart.clone() }];
    for (i, naming) in namings.iter().enumerate() {
        let Naming::Own(products) = naming else { continue };
        if owners.get(i).is_some_and(|o| o == products) {
            out.extend(products.iter().map(|p| share(value, apart, &[i], Some(*p))));
        }
    }
    out
}
