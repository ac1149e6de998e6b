//! Verdicts: what the sheets say to each claim, with the evidence.
//! Not here: wording and fixes (`finding`).

mod derived;
mod presence;
mod quantity;
mod statement;
mod trace;
mod unsupported;
mod weights;

use crate::claim::Reading;
use crate::claim::scope;
use crate::fact::Fact;
use crate::library::Library;
use crate::value;
use jiff::civil::Date;
use presence::Presence;
use std::ops::Range;
pub use trace::Trace;

/// What the sheets say to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// They say otherwise.
    Contradicted,
    /// They neither state nor imply it.
    Unsupported,
    /// True by a fact whose validity is over or has not begun.
    Outdated,
    /// True of one product, false of another, and the draft does not say which.
    Ambiguous,
    /// They bear it out.
    Supported,
}

/// The fact behind a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// Index into the library's entries.
    pub entry: usize,
    /// Index into the fact's parts.
    pub part: usize,
    /// Index into the part's values, for a claim with a value.
    pub value: Option<usize>,
}

/// A verdict on some words of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What the sheets say.
    pub kind: Kind,
    /// The words, as tokens of the draft.
    pub tokens: Range<usize>,
    /// The fact; absent for `Unsupported`.
    pub evidence: Option<Evidence>,
    /// Index into the draft's values, for a claim with a value.
    pub said: Option<usize>,
    /// How sure: 0 to about 200.
    pub score: i32,
}

/// A draft with all it is judged by.
pub struct Case<'a> {
    /// The draft.
    pub draft: &'a Reading<'a>,
    /// The customer's message.
    pub context: Option<&'a Reading<'a>>,
    /// The facts.
    pub library: &'a Library,
    /// The sheets that count, as indices into the library's.
    pub active: &'a [u16],
    /// The day the draft is written on.
    pub today: Date,
    /// Where the reasons go.
    pub trace: &'a Trace,
}

/// Judges every claim of a draft. Cost follows the draft and the facts of the sheets it speaks of.
pub fn judge(case: &Case) -> Vec<Verdict> {
    let sheets = scope::sheets(case.draft, case.context, case.library, case.active);
    let presence = Presence::new(case.draft, case.context);
    tell(case, &sheets);
    let mut verdicts = quantity::judge(case, &presence, &sheets);
    statement::judge(case, &presence, &sheets, &mut verdicts);
    settle(&mut verdicts);
    gather(case, &mut verdicts);
    unsupported::judge(case, &sheets, &mut verdicts);
    verdicts.sort_by_key(|v| v.tokens.start);
    verdicts
}

/// Whether a fact's validity ended before a day.
fn is_over(fact: &Fact, today: Date) -> bool {
    let last = fact.validity.until.and_then(|until| value::resolve(&value::Amount::Day(until), today)).and_then(|days| days.last);
    last.is_some_and(|last| last < today)
}

/// One verdict on the same words: the better founded one stays; support keeps clear contradictions of the same clause only
/// where it is not better founded itself.
fn settle(verdicts: &mut Vec<Verdict>) {
    verdicts.sort_by_key(|v| (std::cmp::Reverse(v.score), v.tokens.start, v.kind));
    let mut kept: Vec<Verdict> = Vec::new();
    for verdict in verdicts.drain(..) {
        let clash = kept.iter().any(|k| k.tokens.start < verdict.tokens.end && verdict.tokens.start < k.tokens.end);
        if !clash {
            kept.push(verdict);
        }
    }
    kept.sort_by_key(|v| v.tokens.start);
    *verdicts = kept;
}

/// One fact contradicts a sentence once: neighbouring words that it denies are one finding.
fn gather(case: &Case, verdicts: &mut Vec<Verdict>) {
    let sentence = |v: &Verdict| case.draft.sentence_of(case.draft.clause_at(v.tokens.start));
    let mut gathered: Vec<Verdict> = Vec::new();
    for verdict in verdicts.drain(..) {
        let twin = gathered.last_mut().filter(|last| {
            let same = last.evidence.map(|e| e.entry) == verdict.evidence.map(|e| e.entry);
            let plain = last.said.is_none() && verdict.said.is_none() && verdict.kind == Kind::Contradicted && last.kind == Kind::Contradicted;
            same && plain && sentence(last) == sentence(&verdict)
        });
        match twin {
            Some(last) => last.tokens.end = verdict.tokens.end,
            None => gathered.push(verdict),
        }
    }
    *verdicts = gathered;
}

/// Sentences, clauses and stances, for `--explain`.
fn tell(case: &Case, sheets: &[u16]) {
    case.trace.tell(|| format!("sheets in question: {sheets:?}"));
    for (number, clause) in case.draft.clauses.iter().enumerate() {
        case.trace.tell(|| {
            let words = case.draft.mentions.words.iter().filter(|w| clause.tokens.contains(&w.token));
            let shown: Vec<String> = words
                .map(|w| {
                    let concepts: Vec<&str> = w.terms.iter().filter_map(|m| Some(m.term.concept()?.name())).collect();
                    let token = case.draft.text.tokens.get(w.token).map_or("", |t| t.folded.as_str());
                    let denied = if case.draft.stance(w.token).denied { "¬" } else { "" };
                    format!("{denied}{token}{concepts:?}")
                })
                .collect();
            format!("clause {number} ({:?}): {}", case.draft.stance(clause.tokens.start).standing, shown.join(" "))
        });
    }
}
