//! Names: products and variants of a sheet, their aliases and short forms, and where a text names one.
//! Not here: names in a draft (`mention`).

use super::words::{self, Word};
use crate::fact::Product;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many products one sheet may name; more are read as plain rows.
pub(super) const MOST_PRODUCTS: usize = 2000;
/// How many other names one sheet may give.
const MOST_ALIASES: usize = 1000;
/// How many words a name may have to be found in running text.
const MOST_WORDS: usize = 8;

/// Products as they are gathered, and the index by which a text is searched for them.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// In the order in which the sheet names them.
    pub(super) products: Vec<Product>,
    /// Names of the range: aliases that fit no single product.
    pub(super) range: Vec<String>,
    /// Folded words of a name to its product.
    index: BTreeMap<String, u16>,
}

/// A product named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) product: u16,
    pub(super) span: Span,
}

impl Names {
    /// Adds a product unless one of that name is there; gives its index.
    pub(super) fn add(&mut self, name: &str) -> Option<u16> {
        let (name, inside) = split_alias(name);
        let key = words::phrase(&name);
        if key.is_empty() {
            return None;
        }
        if let Some(known) = self.find(&name) {
            return Some(known);
        }
        if self.products.len() >= MOST_PRODUCTS {
            return None;
        }
        let index = self.products.len() as u16;
        self.index.insert(key, index);
        self.products.push(Product { name, aliases: inside });
        Some(index)
    }

    /// The product of exactly this name, alias or short form, articles aside.
    pub(super) fn find(&self, text: &str) -> Option<u16> {
        let key = words::phrase(text);
        self.index.get(&key).or_else(|| self.index.get(without_article(&key))).copied().or_else(|| self.by_squash(text))
    }

    fn by_squash(&self, text: &str) -> Option<u16> {
        self.index.get(&format!("#{}", words::squash(text))).copied()
    }

    /// Works out short forms and hands the sheet's aliases to the products they name.
    pub(super) fn settle(&mut self, brand: Option<&str>, aliases: &[String]) {
        for (name, product) in short_forms(&self.products, brand) {
            self.alias(product, &name);
        }
        for (index, product) in self.products.iter().enumerate() {
            self.index.entry(format!("#{}", words::squash(&product.name))).or_insert(index as u16);
        }
        for alias in aliases.iter().take(MOST_ALIASES) {
            self.place_alias(alias);
        }
    }

    fn alias(&mut self, product: u16, name: &str) {
        let key = words::phrase(name);
        if key.is_empty() || self.index.contains_key(&key) {
            return;
        }
        self.index.insert(key, product);
        self.index.entry(format!("#{}", words::squash(name))).or_insert(product);
        if let Some(known) = self.products.get_mut(usize::from(product)) {
            known.aliases.push(name.to_owned());
        }
    }

    /// "the blue one (Original)", "#HaverlyBarista", "A4 Lite", "le Max"; what fits no product names the range.
    fn place_alias(&mut self, alias: &str) {
        let alias = words::unquoted(alias);
        let (bare, inside) = super::label::brackets(&alias);
        let named = inside.iter().find_map(|i| self.find(i));
        let product = named.or_else(|| self.find(&alias)).or_else(|| self.last_words(&alias));
        let name = if named.is_some() { bare } else { alias };
        match product {
            Some(product) => {
                let key = words::phrase(&name);
                let squashed = format!("#{}", words::squash(&name));
                self.index.entry(key).or_insert(product);
                self.index.entry(squashed).or_insert(product);
                if let Some(known) = self.products.get_mut(usize::from(product)) {
                    if known.name != name && !known.aliases.contains(&name) {
                        known.aliases.push(name);
                    }
                }
            }
            None if !name.is_empty() && !self.range.contains(&name) => self.range.push(name),
            None => {}
        }
    }

    /// The one product whose short form ends the alias, as a word of it or as the tail of a hashtag.
    fn last_words(&self, alias: &str) -> Option<u16> {
        let spoken = words::words(alias);
        let tail = (spoken.len().saturating_sub(MOST_WORDS).max(1)..spoken.len()).find_map(|from| {
            let tail = joined(spoken.get(from..)?);
            self.index.get(&tail).copied()
        });
        if tail.is_some() || !alias.starts_with('#') {
            return tail;
        }
        let squashed = words::squash(alias);
        let mut fits: Vec<(usize, u16)> = self
            .index
            .iter()
            .filter_map(|(k, p)| k.strip_prefix('#').map(|k| (k, *p)))
            .filter(|(k, _)| k.len() > 1 && (squashed.ends_with(k) || k.ends_with(&squashed)))
            .map(|(k, p)| (k.len(), p))
            .collect();
        fits.sort();
        fits.last().map(|(_, p)| *p)
    }

    /// Every product named in a text, longest names first, left to right.
    pub(super) fn in_text(&self, text: &str) -> Vec<Named> {
        if self.products.is_empty() {
            return Vec::new();
        }
        let spoken = words::words(text);
        let mut out = Vec::new();
        let mut at = 0;
        while at < spoken.len() {
            let hit = (1..=MOST_WORDS.min(spoken.len() - at)).rev().find_map(|n| self.at(text, &spoken, at, n));
            match hit {
                Some((named, n)) => {
                    out.push(named);
                    at += n;
                }
                None => at += 1,
            }
        }
        out
    }

    fn at(&self, text: &str, spoken: &[Word], at: usize, n: usize) -> Option<(Named, usize)> {
        let run = spoken.get(at..at + n)?;
        let span = Span::new(run.first()?.span.start, run.last()?.span.end);
        let product = self.index.get(&joined(run)).copied()?;
        let written = span.of(text);
        let named = written.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()) || n > 1;
        let tag = text.get(..span.start).is_some_and(|s| s.ends_with('#'));
        (tag || named && (n > 1 || !self.everyday(text, spoken, at))).then_some((Named { product, span }, n))
    }

    /// "Free trial", "Business days": an everyday word that merely opens a phrase names no product.
    fn everyday(&self, text: &str, spoken: &[Word], at: usize) -> bool {
        let Some(word) = spoken.get(at) else { return false };
        if !words::EVERYDAY_NAMES.contains(&word.folded.as_str()) {
            return false;
        }
        let before = text.get(..word.span.start).unwrap_or("").trim_end();
        let opens = before.is_empty() || before.ends_with(['.', ':', '!', '?', '(', '«', '"', '“', '–', '—', '-']);
        let next = spoken.get(at + 1);
        let gap = next.map_or("", |n| text.get(word.span.end..n.span.start).unwrap_or(""));
        let noun = next.is_some_and(|n| {
            let f = n.folded.as_str();
            gap.trim().is_empty()
                && n.span.of(text).starts_with(char::is_lowercase)
                && !words::SMALL.contains(&f)
                && !words::VERBS.contains(&f)
                && !words::KIND.contains(&f)
                && !words::ONLY.contains(&f)
        });
        opens && noun
    }

    /// The products a text names, each once.
    pub(super) fn named(&self, text: &str) -> BTreeSet<u16> {
        self.in_text(text).into_iter().map(|n| n.product).collect()
    }
}

fn joined(run: &[Word]) -> String {
    run.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ")
}

fn without_article(key: &str) -> &str {
    ["the ", "le ", "la ", "les ", "l "].iter().find_map(|a| key.strip_prefix(a)).unwrap_or(key)
}

/// "Airo 4 Lite (BR-A4L)": the name, and what stands in brackets as another name.
fn split_alias(name: &str) -> (String, Vec<String>) {
    let (bare, inside) = super::label::brackets(words::unquoted(name).trim_end_matches([':', '.', ' ']));
    if bare.is_empty() { (inside.join(" "), Vec::new()) } else { (bare, inside) }
}

/// Short forms that only one product has: the name without the brand, without the words all names share, its last words.
fn short_forms(products: &[Product], brand: Option<&str>) -> Vec<(String, u16)> {
    let spoken: Vec<Vec<Word>> = products.iter().map(|p| words::words(&p.name)).collect();
    let shared_tail = shared_tail(&spoken);
    let mut owners: BTreeMap<String, BTreeSet<u16>> = BTreeMap::new();
    let mut forms: Vec<(String, String, u16)> = Vec::new();
    for (index, (product, words)) in products.iter().zip(&spoken).enumerate() {
        let index = index as u16;
        let lead = leading(words, brand);
        if words.len() > MOST_WORDS {
            continue;
        }
        for from in 0..words.len() {
            for to in [words.len(), words.len().saturating_sub(shared_tail)] {
                let Some(run) = words.get(from..to).filter(|r| !r.is_empty()) else { continue };
                owners.entry(joined(run)).or_default().insert(index);
                let whole = from == 0 && to == words.len();
                let wanted = products.len() > 1 || from == lead && to == words.len();
                if !whole && wanted && fit(run, &product.name) {
                    let span = Span::new(run.first().map_or(0, |w| w.span.start), run.last().map_or(0, |w| w.span.end));
                    forms.push((joined(run), span.of(&product.name).to_owned(), index));
                }
            }
        }
    }
    forms.retain(|(key, _, _)| owners.get(key).is_some_and(|o| o.len() == 1));
    let mut seen = BTreeSet::new();
    forms.into_iter().filter(|(key, _, _)| seen.insert(key.clone())).map(|(_, form, index)| (form, index)).collect()
}

/// How many words of a name are the brand's.
fn leading(words: &[Word], brand: Option<&str>) -> usize {
    let brand = brand.map(words::words).unwrap_or_default();
    let same = !brand.is_empty() && words.len() > brand.len() && words.iter().zip(&brand).all(|(a, b)| a.folded == b.folded);
    if same { brand.len() } else { 0 }
}

/// How many last words all names share ("Pro plan", "Solo plan").
fn shared_tail(spoken: &[Vec<Word>]) -> usize {
    let Some(shortest) = spoken.iter().map(Vec::len).min().filter(|_| spoken.len() > 1) else { return 0 };
    (0..shortest.saturating_sub(1))
        .take_while(|back| {
            let mut nth = spoken.iter().map(|w| w.get(w.len() - 1 - back).map(|w| w.folded.as_str()));
            let first = nth.next().flatten();
            nth.all(|w| w == first)
        })
        .count()
}

/// A short form is a name: it begins with a capital or holds a digit after a letter, and neither begins nor ends with a small word.
fn fit(run: &[Word], name: &str) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let written = first.span.of(name);
    let small = |w: &Word| words::SMALL.contains(&w.folded.as_str());
    let named = written.starts_with(char::is_uppercase) && (run.len() > 1 || written.chars().count() > 1);
    named && !small(first) && !small(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str], brand: Option<&str>, aliases: &[&str]) -> Names {
        let mut names = Names::default();
        list.iter().for_each(|n| {
            names.add(n);
        });
        let aliases: Vec<String> = aliases.iter().map(|s| (*s).to_owned()).collect();
        names.settle(brand, &aliases);
        names
    }

    #[test]
    fn short_forms_are_unique() {
        let names = names(&["Kelvéo R40", "Kelvéo R40 Max"], Some("Kelvéo"), &["R40", "R40 Max", "le Max", "#KelveoR40", "#R40Max", "#Kelveo"]);
        let aliases: Vec<&[String]> = names.products.iter().map(|p| p.aliases.as_slice()).collect();
        assert_eq!(aliases, [&["R40".to_owned(), "#KelveoR40".to_owned()][..], &["R40 Max".into(), "Max".into(), "le Max".into(), "#R40Max".into()][..]]);
        assert_eq!(names.range, ["#Kelveo"]);
    }

    #[test]
    fn aliases_find_their_product() {
        let names = names(&["Haverly Original", "Haverly Barista"], None, &["#HaverlyBarista", "the blue one (Original)", "#Haverly"]);
        assert_eq!(names.find("Barista"), Some(1));
        assert_eq!(names.find("the blue one"), Some(0));
        assert_eq!(names.products.get(1).map(|p| p.aliases.clone()), Some(vec!["Barista".to_owned(), "#HaverlyBarista".to_owned()]));
        assert_eq!(names.range, ["#Haverly"]);
    }

    #[test]
    fn everyday_words_are_names_only_where_a_name_is_meant() {
        let names = names(&["Free", "Team", "Business"], None, &[]);
        assert!(names.named("Free trial").is_empty());
        assert_eq!(names.named("14 days of the Business plan"), BTreeSet::from([2]));
        assert_eq!(names.named("falls back to Free."), BTreeSet::from([0]));
        assert!(names.named("Delivery is free").is_empty());
    }
}
