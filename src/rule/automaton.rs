//! One automaton for the patterns of all packs: built once, saved as flat arrays, run over a draft in one pass.
//! Not here: the syntax of patterns, what a match means.
//!
//! Why not a table of phrases: gaps, choices and values would multiply. Why no back-tracking: each state is held at most once
//! an item, with the earliest beginning, so that the cost is items times live states, and a state lives only while its words come.

use super::pattern::{Class, Node, Pattern, names};
use super::stream::{Item, Stance, Stream};
use crate::value::Dimension;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Edges beyond which a single pattern is refused.
pub const PATTERN_MOST: usize = 20_000;
/// Live states beyond which the newest are dropped for the item: a bound on the cost of hostile packs.
const LIVE_MOST: usize = 4_096;

/// Sorted names in one string.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Symbols {
    text: String,
    /// Where each name ends.
    ends: Vec<u32>,
}

impl Symbols {
    fn new(names: &BTreeMap<String, u32>) -> (Symbols, Vec<u32>) {
        let mut symbols = Symbols::default();
        let mut renumbered = vec![0; names.len()];
        for (place, (name, old)) in names.iter().enumerate() {
            symbols.text.push_str(name);
            symbols.ends.push(symbols.text.len() as u32);
            if let Some(slot) = renumbered.get_mut(*old as usize) {
                *slot = place as u32;
            }
        }
        (symbols, renumbered)
    }

    fn name(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|i| self.ends.get(i)).map_or(0, |e| *e as usize);
        let end = self.ends.get(at).map_or(start, |e| *e as usize);
        self.text.get(start..end).unwrap_or("")
    }

    /// The number of a name, given its kind and its word.
    pub(super) fn find(&self, kind: char, word: &str) -> Option<u32> {
        let order = |at: usize| {
            let name = self.name(at);
            let mut letters = name.chars();
            let head = letters.next().unwrap_or('\0');
            head.cmp(&kind).then_with(|| letters.as_str().cmp(word))
        };
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match order(middle) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle as u32),
            }
        }
        None
    }
}

/// What leads from a state to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Step {
    Name(u32),
    Class(Class),
    Measure(Dimension),
}

/// A pattern that ended, with the items it covers (end exclusive).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    pub(super) pattern: u32,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The automaton. State 0 is the beginning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Automaton {
    pub(super) symbols: Symbols,
    /// Per state: where its named edges, its other edges and its accepted patterns end in the arrays below.
    states: Vec<[u32; 3]>,
    named: Vec<(u32, u32)>,
    others: Vec<(Step, u32)>,
    accepts: Vec<u32>,
}

/// Builds an automaton pattern by pattern.
#[derive(Debug, Default)]
pub(super) struct Builder {
    names: BTreeMap<String, u32>,
    edges: Vec<Vec<(Step, u32)>>,
    accepts: Vec<Vec<u32>>,
    /// Heads of plain words, shared by patterns.
    shared: BTreeMap<(u32, Vec<u32>), u32>,
    spent: usize,
}

/// A pattern that would make the automaton too large: the edges it would need, at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooLarge(pub(super) usize);

impl Builder {
    pub(super) fn new() -> Self {
        Builder { edges: vec![Vec::new()], accepts: vec![Vec::new()], ..Builder::default() }
    }

    /// Adds a pattern under a number. Refused when it would cost more than [`PATTERN_MOST`] edges; nothing of it is then accepted.
    pub(super) fn add(&mut self, pattern: &Pattern, number: u32) -> Result<(), TooLarge> {
        self.spent = 0;
        let nodes = match &pattern.node {
            Node::Seq(nodes) => nodes.as_slice(),
            node => std::slice::from_ref(node),
        };
        let mut at = 0u32;
        let mut rest = nodes;
        while let Some((Node::Word(forms), tail)) = rest.split_first() {
            let mut all: Vec<String> = forms.iter().flat_map(|f| names(f, pattern.lang)).collect();
            all.sort();
            all.dedup();
            at = self.shared_step(at, &all);
            rest = tail;
        }
        let mut ends = vec![at];
        for node in rest {
            ends = self.grow(&ends, node, pattern)?;
        }
        for end in ends {
            if let Some(list) = self.accepts.get_mut(end as usize).filter(|l| !l.contains(&number)) {
                list.push(number);
            }
        }
        Ok(())
    }

    fn symbol(&mut self, name: &str) -> u32 {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let next = self.names.len() as u32;
        self.names.insert(name.to_owned(), next);
        next
    }

    fn state(&mut self) -> u32 {
        self.edges.push(Vec::new());
        self.accepts.push(Vec::new());
        (self.edges.len() - 1) as u32
    }

    fn shared_step(&mut self, from: u32, names: &[String]) -> u32 {
        let symbols: Vec<u32> = names.iter().map(|n| self.symbol(n)).collect();
        if let Some(known) = self.shared.get(&(from, symbols.clone())) {
            return *known;
        }
        let to = self.state();
        if let Some(list) = self.edges.get_mut(from as usize) {
            list.extend(symbols.iter().map(|s| (Step::Name(*s), to)));
        }
        self.shared.insert((from, symbols), to);
        to
    }

    fn link(&mut self, from: &[u32], step: Step, to: u32) -> Result<(), TooLarge> {
        self.spent += from.len();
        if self.spent > PATTERN_MOST {
            return Err(TooLarge(self.spent));
        }
        for state in from {
            if let Some(list) = self.edges.get_mut(*state as usize) {
                list.push((step, to));
            }
        }
        Ok(())
    }

    fn grow(&mut self, from: &[u32], node: &Node, pattern: &Pattern) -> Result<Vec<u32>, TooLarge> {
        match node {
            Node::Word(forms) => {
                let to = self.state();
                let mut all: Vec<String> = forms.iter().flat_map(|f| names(f, pattern.lang)).collect();
                all.sort();
                all.dedup();
                for name in all {
                    let symbol = self.symbol(&name);
                    self.link(from, Step::Name(symbol), to)?;
                }
                Ok(vec![to])
            }
            Node::Class(class) => self.single(from, Step::Class(*class)),
            Node::Measure(dimension) => self.single(from, Step::Measure(*dimension)),
            Node::Gap(most) => self.gap(from, *most),
            Node::Optional(inner) => {
                let mut ends = self.grow(from, inner, pattern)?;
                ends.extend_from_slice(from);
                Ok(ends)
            }
            Node::Seq(nodes) => {
                let mut ends = from.to_vec();
                for node in nodes {
                    ends = self.grow(&ends, node, pattern)?;
                }
                Ok(ends)
            }
            Node::Either(branches) => {
                let mut ends = Vec::new();
                for branch in branches {
                    ends.extend(self.grow(from, branch, pattern)?);
                }
                ends.sort_unstable();
                ends.dedup();
                Ok(ends)
            }
        }
    }

    fn single(&mut self, from: &[u32], step: Step) -> Result<Vec<u32>, TooLarge> {
        let to = self.state();
        self.link(from, step, to)?;
        Ok(vec![to])
    }

    fn gap(&mut self, from: &[u32], most: u8) -> Result<Vec<u32>, TooLarge> {
        let mut all = from.to_vec();
        let mut last = from.to_vec();
        for _ in 0..most {
            last = self.single(&last, Step::Class(Class::Gap))?;
            all.extend_from_slice(&last);
        }
        Ok(all)
    }

    /// The finished automaton.
    pub(super) fn finish(self) -> Automaton {
        let (symbols, renumbered) = Symbols::new(&self.names);
        let mut automaton = Automaton { symbols, ..Automaton::default() };
        for (edges, accepts) in self.edges.into_iter().zip(self.accepts) {
            let mut named = Vec::new();
            for (step, to) in edges {
                match step {
                    Step::Name(old) => named.push((renumbered.get(old as usize).copied().unwrap_or(0), to)),
                    other => automaton.others.push((other, to)),
                }
            }
            named.sort_unstable();
            named.dedup();
            automaton.named.extend(named);
            automaton.accepts.extend(accepts);
            automaton.states.push([automaton.named.len() as u32, automaton.others.len() as u32, automaton.accepts.len() as u32]);
        }
        automaton
    }
}

/// A state reached, with the item its match began at.
type Live = (u32, usize);

impl Automaton {
    /// States, for a report.
    pub(super) fn size(&self) -> usize {
        self.states.len()
    }

    /// Every pattern that ends somewhere: for each beginning the longest.
    pub(super) fn run(&self, stream: &Stream) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let mut live: Vec<Live> = Vec::new();
        let mut later: Vec<(usize, Live)> = Vec::new();
        for (at, item) in stream.items.iter().enumerate() {
            live.extend(later.iter().filter(|(when, _)| *when == at).map(|(_, l)| *l));
            later.retain(|(when, _)| *when > at);
            if item.stance != Stance::Through || !item.classes.is_empty() {
                live.push((0, at));
            }
            tidy(&mut live);
            let mut next = Vec::new();
            let waiting = later.len();
            for state in &live {
                self.step(*state, at, item, stream, &mut next, &mut later);
            }
            tidy(&mut next);
            for (state, start) in &next {
                self.accept(*state, *start, at + 1, &mut found);
            }
            for (when, (state, start)) in later.iter().skip(waiting) {
                self.accept(*state, *start, *when, &mut found);
            }
            if item.stance == Stance::Through {
                next.extend(live.iter().filter(|l| l.0 != 0));
            }
            live = next;
        }
        longest(found)
    }

    fn step(&self, (state, start): Live, at: usize, item: &Item, stream: &Stream, next: &mut Vec<Live>, later: &mut Vec<(usize, Live)>) {
        let named = self.named(state);
        for name in &item.names {
            let from = named.partition_point(|(n, _)| n < name);
            next.extend(named.get(from..).unwrap_or(&[]).iter().take_while(|(n, _)| n == name).map(|(_, to)| (*to, start)));
        }
        for (step, to) in self.others(state) {
            match step {
                Step::Class(Class::Gap) if matches!(item.stance, Stance::Plain | Stance::Comma) => next.push((*to, start)),
                Step::Class(class) if item.classes.contains(class) => next.push((*to, start)),
                Step::Measure(dimension) => {
                    let from = stream.values.partition_point(|(i, _)| *i < at);
                    let here = stream.values.get(from..).unwrap_or(&[]).iter().take_while(|(i, _)| *i == at);
                    let fits = here.filter(|(_, m)| m.dimension == *dimension);
                    later.extend(fits.map(|(_, m)| (m.after, (*to, start))));
                }
                _ => {}
            }
        }
    }

    fn accept(&self, state: u32, start: usize, end: usize, found: &mut Vec<Match>) {
        let (from, to) = self.range(state, 2);
        found.extend(self.accepts.get(from..to).unwrap_or(&[]).iter().map(|p| Match { pattern: *p, start, end }));
    }

    fn range(&self, state: u32, of: usize) -> (usize, usize) {
        let end = |at: usize| self.states.get(at).and_then(|s| s.get(of)).map_or(0, |e| *e as usize);
        let state = state as usize;
        (state.checked_sub(1).map_or(0, end), end(state))
    }

    fn named(&self, state: u32) -> &[(u32, u32)] {
        let (from, to) = self.range(state, 0);
        self.named.get(from..to).unwrap_or(&[])
    }

    fn others(&self, state: u32) -> &[(Step, u32)] {
        let (from, to) = self.range(state, 1);
        self.others.get(from..to).unwrap_or(&[])
    }
}

/// Each state once, with its earliest beginning.
fn tidy(live: &mut Vec<Live>) {
    live.sort_unstable();
    live.dedup_by_key(|l| l.0);
    live.truncate(LIVE_MOST);
}

/// For each pattern and beginning the longest match; of overlapping ones of a pattern, the earliest.
fn longest(mut found: Vec<Match>) -> Vec<Match> {
    found.sort_unstable_by_key(|m| (m.pattern, m.start, std::cmp::Reverse(m.end)));
    found.dedup_by_key(|m| (m.pattern, m.start));
    found
}
