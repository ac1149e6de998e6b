//! Headings: what each opens (facts, wordings, partners, contacts), which product it names, what it limits.
//! Not here: what stands under it (`facts`).

use super::block::{Block, Run};
use super::names::Names;
use super::words;
use super::{label, table};
use std::collections::{BTreeMap, BTreeSet};

/// What the blocks under a heading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Facts,
    Approved,
    Never,
    /// Wordings, without saying which to use.
    Wording,
    Partners,
    Contact,
    Aliases,
}

/// What a heading's words announce.
pub(super) fn kind(text: &str) -> Kind {
    let (bare, _) = label::brackets(text);
    let (bare, whole) = (words::phrase(&bare), words::phrase(text));
    let is = |t: &[&str]| t.contains(&bare.as_str()) || t.contains(&whole.as_str());
    let tables: [(&[&str], Kind); 6] = [
        (words::NEVER, Kind::Never),
        (words::APPROVED, Kind::Approved),
        (words::WORDING, Kind::Wording),
        (words::PARTNERS, Kind::Partners),
        (words::KEY_ALIASES, Kind::Aliases),
        (words::CONTACT, Kind::Contact),
    ];
    tables.iter().find(|(t, _)| is(t)).map_or(Kind::Facts, |(_, k)| *k)
}

/// An open heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Section {
    pub(super) level: u8,
    pub(super) kind: Kind,
    pub(super) text: String,
    pub(super) products: BTreeSet<u16>,
    pub(super) condition: Option<String>,
    pub(super) markets: Vec<String>,
}

/// The headings above a block.
#[derive(Debug, Default)]
pub(super) struct Outline {
    open: Vec<Section>,
}

impl Outline {
    /// Enters a heading, leaving those of its level and below.
    pub(super) fn enter(&mut self, level: u8, text: &Run, names: &Names) {
        self.open.retain(|s| s.level < level);
        let mut products = match names.find(&text.text) {
            Some(one) => BTreeSet::from([one]),
            None => names.named(&text.text),
        };
        if products.len() == names.products.len() && products.len() > 1 {
            products.clear();
        }
        let markets = if words::holds(&text.text, words::ORIGINS) { Vec::new() } else { label::markets(&text.text) };
        let mut kind = kind(&text.text);
        if kind == Kind::Facts {
            kind = self.open.last().map_or(Kind::Facts, |s| s.kind);
        }
        self.open.push(Section { level, kind, text: text.text.trim().to_owned(), products, condition: condition(&text.text), markets });
    }

    pub(super) fn kind(&self) -> Kind {
        self.open.last().map_or(Kind::Facts, |s| s.kind)
    }

    /// The nearest heading below the title that names no product: the group of its facts.
    pub(super) fn group(&self) -> Option<&str> {
        self.open.iter().rev().find(|s| s.level > 1 || self.open.len() == 1 && s.level > 1).map(|s| s.text.as_str())
    }

    pub(super) fn products(&self) -> BTreeSet<u16> {
        self.open.iter().rev().map(|s| &s.products).find(|p| !p.is_empty()).cloned().unwrap_or_default()
    }

    pub(super) fn condition(&self) -> Option<&str> {
        self.open.iter().rev().find_map(|s| s.condition.as_deref())
    }

    pub(super) fn markets(&self) -> Vec<String> {
        self.open.iter().rev().map(|s| &s.markets).find(|m| !m.is_empty()).cloned().unwrap_or_default()
    }
}

/// "per 100 ml" in "Nutrition per 100 ml"; a whole heading such as "Eco mode".
pub(super) fn condition(text: &str) -> Option<String> {
    let (bare, inside) = label::brackets(text);
    if let Some(condition) = inside.into_iter().find(|i| table::is_condition(i) && !words::is(i, words::MARKETS)) {
        return Some(condition);
    }
    let spoken = words::words(&bare);
    let per = spoken.iter().zip(spoken.iter().skip(1)).find(|(w, next)| matches!(w.folded.as_str(), "per" | "pour" | "par") && next.folded.starts_with(|c: char| c.is_ascii_digit()));
    if let Some((word, _)) = per {
        return bare.get(word.span.start..).map(str::to_owned);
    }
    let mode = spoken.len() <= 3 && spoken.iter().any(|w| w.folded == "mode");
    mode.then_some(bare)
}

/// Headings that name products: at least two of one level whose sections share labels, and that name no market, mode or known kind.
pub(super) fn product_headings(blocks: &[Block]) -> Vec<String> {
    for level in 1..=4 {
        let sections = sections(blocks, level);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        sections.iter().flat_map(|(_, labels)| labels).for_each(|l| *counts.entry(l).or_default() += 1);
        let shared = |labels: &BTreeSet<String>| labels.iter().filter(|l| counts.get(l.as_str()).is_some_and(|n| *n > 1)).count();
        let named: Vec<String> = sections
            .iter()
            .filter(|(text, labels)| {
                let shared = shared(labels);
                shared >= 2 && shared * 2 >= labels.len() && plain_name(text)
            })
            .map(|(text, _)| text.clone())
            .collect();
        if named.len() > 1 {
            return named;
        }
    }
    Vec::new()
}

fn plain_name(text: &str) -> bool {
    kind(text) == Kind::Facts && condition(text).is_none() && !words::is(text, words::MARKETS) && label::markets(text).is_empty() && words::words(text).len() <= 8
}

/// Each heading of a level with the labels under it, deeper headings included.
fn sections(blocks: &[Block], level: u8) -> Vec<(String, BTreeSet<String>)> {
    let mut out: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut inside = false;
    for block in blocks {
        if let Block::Heading { level: l, text } = block {
            if *l <= level {
                inside = *l == level;
                if inside {
                    out.push((text.text.clone(), BTreeSet::new()));
                }
                continue;
            }
        }
        if let Some((_, labels)) = out.last_mut().filter(|_| inside) {
            labels.extend(block_labels(block));
        }
    }
    out
}

fn block_labels(block: &Block) -> Vec<String> {
    match block {
        Block::Table { rows, .. } => rows.iter().filter(|r| r.len() == 2).filter_map(|r| r.first()).map(|c| words::phrase(&c.text)).filter(|s| !s.is_empty()).collect(),
        Block::Item { text, .. } | Block::Line(text) => {
            let pair = label::split(&text.text, text.strong);
            pair.map(|p| words::phrase(p.key.of(&text.text))).into_iter().collect()
        }
        Block::Term { term, .. } => vec![words::phrase(&term.text)],
        _ => Vec::new(),
    }
}
