//! Names of products and ranges, found in a text by their folded words; the longest wins.
//! Not here: which product a sentence without a name is about (`claim`).

use crate::fact::Sheet;
use crate::text::{Text, Token};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Target {
    /// Index into the library's sheets.
    pub sheet: u16,
    /// Index into the sheet's products; `None` for the whole range.
    pub product: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Name {
    words: Vec<String>,
    target: Target,
}

/// All names of a library, sorted by their words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    sorted: Vec<Name>,
}

/// A name found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameHit {
    /// The tokens it covers.
    pub tokens: Range<usize>,
    /// What it stands for.
    pub target: Target,
}

/// Words that belong to a short name only by grammar ("the Pro", "le Max").
const ARTICLES: &[&str] = &["the", "le", "la", "les", "l'", "un", "une", "a", "an", "our", "notre", "your", "votre"];

impl Names {
    /// The names of sheets: range, products, aliases.
    pub fn of(sheets: &[Sheet]) -> Self {
        let mut sorted = Vec::new();
        for (at, sheet) in sheets.iter().enumerate() {
            let range = Target { sheet: at as u16, product: None };
            let whole = std::iter::once(&sheet.title).chain(&sheet.names).chain(&sheet.brand);
            sorted.extend(whole.filter_map(|n| name(n, range)));
            for (product, p) in sheet.products.iter().enumerate() {
                let target = Target { product: Some(product as u16), ..range };
                sorted.extend(std::iter::once(&p.name).chain(&p.aliases).filter_map(|n| name(n, target)));
            }
        }
        sorted.sort();
        // A name of a product is the product, even where the range is called so too.
        sorted.dedup_by(|b, a| a.words == b.words && a.target.sheet == b.target.sheet && (a.target == b.target || a.target.product.is_none() && {
            a.target = b.target;
            true
        }));
        Names { sorted }
    }

    /// The names in a run of tokens; `sheet` limits them to one sheet's.
    pub fn find(&self, tokens: &[Token], sheet: Option<u16>) -> Vec<NameHit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let (end, found) = self.longest(tokens, at, sheet);
            hits.extend(found.into_iter().map(|target| NameHit { tokens: at..end, target }));
            at = end.max(at + 1);
        }
        hits
    }

    /// The longest names that begin at a token, and one past their last token.
    fn longest(&self, tokens: &[Token], at: usize, sheet: Option<u16>) -> (usize, Vec<Target>) {
        let mut best = (at, Vec::new());
        let Some(first) = tokens.get(at) else { return best };
        let start = self.sorted.partition_point(|n| n.words.first().is_some_and(|w| w.as_str() < first.folded.as_str()));
        for name in self.sorted.iter().skip(start).take_while(|n| n.words.first() == Some(&first.folded)) {
            if sheet.is_some_and(|s| s != name.target.sheet) {
                continue;
            }
            match follow(tokens, at, &name.words) {
                Some(end) if end > best.0 => best = (end, vec![name.target]),
                Some(end) if end == best.0 => best.1.push(name.target),
                _ => {}
            }
        }
        best
    }
}

fn follow(tokens: &[Token], at: usize, words: &[String]) -> Option<usize> {
    let mut next = at;
    for (i, word) in words.iter().enumerate() {
        while i > 0 && tokens.get(next).is_some_and(|t| matches!(t.folded.as_str(), "-" | "#" | "®" | "™")) {
            next += 1;
        }
        if tokens.get(next)?.folded != *word {
            return None;
        }
        next += 1;
    }
    Some(next)
}

fn name(words: &str, target: Target) -> Option<Name> {
    let text = Text::read(words, None);
    let mut words: Vec<String> =
        text.tokens.iter().filter(|t| !matches!(t.folded.as_str(), "-" | "#" | "®" | "™")).map(|t| t.folded.clone()).collect();
    if words.len() > 1 && words.first().is_some_and(|w| ARTICLES.contains(&w.as_str())) {
        words.remove(0);
    }
    (!words.is_empty()).then_some(Name { words, target })
}
