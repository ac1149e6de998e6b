//! The products a stretch of a draft is about: named there, named before, named by the customer, or every one.
//! Not here: names themselves (`library::names`).

use super::Reading;
use crate::library::{Library, NameHit, Target};

/// The products of one sheet that a claim is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Index into the library's sheets.
    pub sheet: u16,
    /// Products named; empty when no product is.
    pub products: Vec<u16>,
    /// The claim says that it holds for each of them ("both models").
    pub each: bool,
    /// The products were named in the claim's own sentence.
    pub near: bool,
}

impl Scope {
    /// Whether a fact of this product is in question; facts of the whole sheet always are.
    pub fn admits(&self, product: Option<u16>) -> bool {
        product.is_none_or(|p| self.products.is_empty() || self.products.contains(&p))
    }
}

/// Folded words that speak of every product at once.
const EACH: &[&[&str]] = &[
    &["both", "models"], &["both"], &["either"], &["all", "models"], &["every", "model"], &["each", "model"], &["les", "deux"], &["chaque", "modele"],
    &["tous", "les", "modeles"], &["toute", "la", "gamme"], &["the", "whole", "range"], &["all", "plans"], &["every", "plan"], &["all", "versions"],
    &["toutes", "les", "formules"], &["toutes", "nos", "formules"], &["toutes", "les", "versions"], &["tous", "nos"], &["toutes", "nos"], &["l'", "une", "comme"],
    &["l'", "un", "comme"], &["whichever"],
];

/// The sheets a draft and the customer's message speak of; with none named, the only sheet there is.
pub fn sheets(draft: &Reading, context: Option<&Reading>, library: &Library, active: &[u16]) -> Vec<u16> {
    let named = |r: &Reading| -> Vec<u16> { r.mentions.names.iter().map(|n| n.target.sheet).filter(|s| active.contains(s)).collect() };
    let mut found = named(draft);
    if found.is_empty() {
        found = context.map(named).unwrap_or_default();
    }
    if found.is_empty() {
        found = if active.len() == 1 { active.to_vec() } else { spoken_of(draft, context, library, active) };
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Without a name: the one sheet that knows clearly more of the draft's telling words than any other.
fn spoken_of(draft: &Reading, context: Option<&Reading>, library: &Library, active: &[u16]) -> Vec<u16> {
    let mut score = vec![0u32; library.sheets.len()];
    let words = draft.mentions.words.iter().chain(context.into_iter().flat_map(|c| &c.mentions.words));
    for word in words.filter(|w| w.content) {
        let mut seen: Vec<u16> = word.terms.iter().flat_map(|m| library.with_term(m.term).take(64)).filter_map(|e| library.entries.get(e)).map(|e| e.sheet).collect();
        seen.sort_unstable();
        seen.dedup();
        for sheet in &seen {
            if let Some(s) = score.get_mut(*sheet as usize) {
                *s += 60 / seen.len() as u32;
            }
        }
    }
    let mut ranked: Vec<(u32, u16)> = active.iter().map(|s| (score.get(*s as usize).copied().unwrap_or(0), *s)).collect();
    ranked.sort_unstable_by(|a, b| b.cmp(a));
    match ranked.as_slice() {
        [(best, sheet), (second, _), ..] if *best >= 60 && *best >= second * 2 => vec![*sheet],
        [(best, sheet)] if *best > 0 => vec![*sheet],
        _ => Vec::new(),
    }
}

/// The products of `sheet` that the words at `token` are about.
pub fn at(draft: &Reading, context: Option<&Reading>, library: &Library, sheet: u16, token: usize) -> Scope {
    let clause = draft.clause_at(token);
    let sentence = draft.sentence_of(clause);
    let mut scope = Scope { sheet, products: Vec::new(), each: speaks_of_each(draft, clause), near: true };
    let names: Vec<&NameHit> = draft.mentions.names.iter().filter(|n| n.target.sheet == sheet).collect();
    let here: Vec<&&NameHit> = names.iter().filter(|n| draft.clause_at(n.tokens.start) == clause && n.target.product.is_some()).collect();
    if let Some(both) = both_named(draft, &names, sentence, draft.clauses.get(clause).map_or(token, |c| c.tokens.end)) {
        return Scope { products: both, each: true, ..scope };
    }
    if scope.each {
        scope.products = here.iter().filter_map(|n| n.target.product).collect();
        return scope;
    }
    if let Some(nearest) = here.iter().min_by_key(|n| distance(n, token)) {
        scope.products = vec![nearest.target.product.unwrap_or_default()];
        return scope;
    }
    let before = names.iter().rev().find(|n| n.tokens.start < token && draft.sentence_of(draft.clause_at(n.tokens.start)) == sentence);
    let after = names.iter().find(|n| n.tokens.start > token && draft.sentence_of(draft.clause_at(n.tokens.start)) == sentence);
    if let Some(product) = before.or(after).and_then(|n| n.target.product) {
        scope.products = vec![product];
        return scope;
    }
    scope.near = false;
    scope.products = earlier(&names, token, draft, sentence).or_else(|| asked(context, library, sheet)).unwrap_or_default();
    scope
}

/// "Both the Lite and the Pro come with it": the products of a sentence that names several and says that it speaks of each.
fn both_named(draft: &Reading, names: &[&NameHit], sentence: usize, token: usize) -> Option<Vec<u16>> {
    let tokens = draft.text.sentences.get(sentence)?.tokens.clone();
    let before = draft.text.tokens.get(tokens.start..token.max(tokens.start))?;
    let says_both = before.iter().any(|t| matches!(t.folded.as_str(), "both" | "comme"));
    let mut products: Vec<u16> = names.iter().filter(|n| tokens.contains(&n.tokens.start) && n.tokens.start <= token).filter_map(|n| n.target.product).collect();
    products.sort_unstable();
    products.dedup();
    (says_both && products.len() > 1).then_some(products)
}

/// Tokens between a name and a place; a name before counts as nearer than one after.
fn distance(name: &NameHit, token: usize) -> usize {
    if name.tokens.start > token { 2 * (name.tokens.start - token) } else { token - name.tokens.start }
}

/// The products of the last sentence that named any: all of that sentence's, since "they" may mean both.
fn earlier(names: &[&NameHit], token: usize, draft: &Reading, sentence: usize) -> Option<Vec<u16>> {
    let last = names.iter().rev().find(|n| n.tokens.start < token && n.target.product.is_some())?;
    let from = draft.sentence_of(draft.clause_at(last.tokens.start));
    if sentence > from + 3 {
        return None;
    }
    let mut products: Vec<u16> =
        names.iter().filter(|n| draft.sentence_of(draft.clause_at(n.tokens.start)) == from).filter_map(|n| n.target.product).collect();
    products.sort_unstable();
    products.dedup();
    Some(products)
}

/// The products the customer named.
fn asked(context: Option<&Reading>, library: &Library, sheet: u16) -> Option<Vec<u16>> {
    let mut products: Vec<u16> =
        context?.mentions.names.iter().filter(|n| n.target.sheet == sheet).filter_map(|n| n.target.product).collect();
    products.sort_unstable();
    products.dedup();
    let all = library.sheets.get(sheet as usize).map_or(0, |s| s.products.len());
    (!products.is_empty() && products.len() < all.max(2)).then_some(products)
}

fn speaks_of_each(draft: &Reading, clause: usize) -> bool {
    let tokens = draft.clauses.get(clause).and_then(|c| draft.text.tokens.get(c.tokens.clone())).unwrap_or(&[]);
    (0..tokens.len()).any(|at| EACH.iter().any(|words| words.iter().enumerate().all(|(i, w)| tokens.get(at + i).is_some_and(|t| t.folded == *w))))
}

/// Whether two targets speak of the same product.
pub fn same_product(a: Target, b: Target) -> bool {
    a.sheet == b.sheet && (a.product == b.product || a.product.is_none() || b.product.is_none())
}
