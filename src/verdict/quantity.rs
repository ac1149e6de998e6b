//! Values against facts: which fact a value speaks of, and whether it agrees.
//! Not here: claims without a value (`statement`), comparison itself (`value::compare`).

use super::presence::{Cover, Presence, Spot};
use super::derived;
use super::weights::WEIGHTS;
use super::{Case, Evidence, Kind, Verdict};
use crate::claim::{Scope, Standing, scope};
use crate::fact::{Fact, Polarity};
use crate::library::{Entry, Slot};
use crate::mention::{ValueAt, Word};
use crate::value::{self, Comparison, Dimension, Relation, Value};


/// A fact's value that a draft's value may speak of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) evidence: Evidence,
    pub(super) score: i32,
    pub(super) comparison: Comparison,
    /// Words of the fact stand in the clause, or the customer asked for it: enough to contradict.
    pub(super) worded: bool,
    /// The attribute is what a value of this dimension means when nothing else is said (a price, a weight).
    pub(super) usual: bool,
    pub(super) product: Option<u16>,
    /// A bare number counts what the fact counts.
    pub(super) counted: bool,
    /// The fact accounts for enough of the clause's own words.
    pub(super) fits: bool,
    /// Hundredths of the part's own words present.
    own: u32,
    /// Words of the attribute in the value's clause.
    here: u32,
    /// Its validity is over, and the draft does not plainly speak of it.
    pub(super) over: bool,
}

pub(super) fn judge(case: &Case, presence: &Presence, sheets: &[u16]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    // The fact that the last value of the sentence spoke of: the next value may go on with it.
    let mut last: Option<(usize, usize)> = None;
    for (number, said) in case.draft.mentions.values.iter().enumerate() {
        let stance = case.draft.stance(said.tokens.start);
        if stance.standing != Standing::Asserted {
            continue;
        }
        for sheet in sheets {
            let mut scope = scope::at(case.draft, case.context, case.library, *sheet, said.tokens.start);
            if set_against(case, said) {
                scope.products.clear();
            }
            let mut candidates = candidates(case, presence, said, &scope);
            let sentence = case.draft.sentence_of(case.draft.clause_at(said.tokens.start));
            let going_on = |c: &&mut Candidate| last == Some((sentence, c.evidence.entry));
            candidates.iter_mut().filter(going_on).for_each(|c| c.score += WEIGHTS.going_on);
            tell(case, said, &scope, &candidates);
            let candidates = derived::settle(case, said, &scope, candidates);
            if let Some(verdict) = decide(said, number, &scope, &candidates, denied_closely(case, said)) {
                last = verdict.evidence.map(|e| (sentence, e.entry));
                verdicts.push(verdict);
            }
        }
    }
    verdicts
}

/// "1.1 g against 0.8 g": the second value is another product's.
fn set_against(case: &Case, said: &ValueAt) -> bool {
    let first = said.tokens.start.saturating_sub(2);
    let before = case.draft.text.tokens.get(first..said.tokens.start).unwrap_or(&[]);
    before.iter().any(|t| matches!(t.folded.as_str(), "against" | "vs" | "versus" | "contre" | "than" | "instead"))
}

/// A value is denied by a negation right before it ("not 12 hours"), not by one elsewhere in its clause.
fn denied_closely(case: &Case, said: &ValueAt) -> bool {
    let first = said.tokens.start.saturating_sub(DENIAL_REACH).max(case.draft.clauses.get(case.draft.clause_at(said.tokens.start)).map_or(0, |c| c.tokens.start));
    let before = case.draft.text.tokens.get(first..said.tokens.start).unwrap_or(&[]);
    case.draft.stance(said.tokens.start).denied && before.iter().any(|t| DENIALS.contains(&t.folded.as_str()))
}

/// Tokens before a value in which a negation denies it.
const DENIAL_REACH: usize = 4;
/// Folded words that deny the value after them.
const DENIALS: &[&str] = &["not", "n't", "never", "pas", "ne", "n'", "jamais"];

fn candidates(case: &Case, presence: &Presence, said: &ValueAt, scope: &Scope) -> Vec<Candidate> {
    let spot = presence.spot(said.tokens.start);
    let (first, entries) = case.library.entries_of(scope.sheet);
    let mut found = Vec::new();
    for (i, entry) in entries.iter().enumerate().filter(|(_, e)| scope.admits(e.product)) {
        let Some(fact) = case.library.fact(entry) else { continue };
        push_candidates(case, presence, said, scope, spot, (first + i, entry, fact), &mut found);
    }
    let alone = found.iter().filter(|c| c.comparison != Comparison::Incomparable).count();
    let bonus = match alone {
        1 => WEIGHTS.alone,
        2..=4 => WEIGHTS.rare,
        _ => 0,
    };
    let spoken = found.iter().any(|c| c.worded && c.score >= WEIGHTS.contradict);
    for candidate in &mut found {
        candidate.score += bonus;
        if candidate.usual && !spoken && (scope.near || !scope.products.is_empty()) {
            candidate.score += WEIGHTS.usual;
            candidate.worded = true;
        }
    }
    found
}

fn push_candidates(
    case: &Case,
    presence: &Presence,
    said: &ValueAt,
    scope: &Scope,
    spot: Spot,
    (number, entry, fact): (usize, &Entry, &Fact),
    found: &mut Vec<Candidate>,
) {
    let mut shared: Option<i32> = None;
    let (mut label, mut condition) = (Cover::default(), Cover::default());
    let usual = is_usual(entry, said.value.dimension);
    for (p, part) in fact.parts.iter().enumerate() {
        let Some(words) = entry.parts.get(p) else { continue };
        if !words.products.is_empty() && !scope.products.is_empty() && !words.products.iter().any(|w| scope.products.contains(w)) {
            continue;
        }
        let limited = part.limits && presence.cover(&words.slots, spot).words == 0;
        for (v, meant) in part.values.iter().enumerate() {
            let Some(comparison) = compare(&said.value, meant, (fact, part.polarity), case) else { continue };
            if is_difference(&case.draft.text, &said.value) != difference_follows(part.text.get(meant.span.end..).unwrap_or("")) {
                continue;
            }
            let base = *shared.get_or_insert_with(|| {
                label = presence.cover(&entry.label, spot);
                condition = presence.cover(&entry.condition, spot);
                shared_score(presence, entry, scope, (label, condition), spot)
            });
            let own = presence.cover(&words.slots, spot);
            let part_score = (own.mass as i32 * WEIGHTS.part / 100).min(WEIGHTS.part_most) + own.share() as i32 * WEIGHTS.part_share / 100;
            let unlabelled = if entry.label.iter().all(|s| s.name) { own.share() as i32 * WEIGHTS.label / 100 } else { 0 };
            let counted = counts_same(case, said, &words.slots, &entry.label);
            let noun = if counted { WEIGHTS.noun } else { 0 };
            found.push(Candidate {
                evidence: Evidence { entry: number, part: p, value: Some(v) },
                score: base + part_score + unlabelled + noun - if limited { WEIGHTS.limited } else { 0 },
                comparison,
                worded: label.here + own.here + condition.here > 0 || label.share() >= 45,
                usual,
                product: entry.product.or(words.products.first().copied()),
                counted,
                own: own.share(),
                here: label.here,
                fits: fits(case, said, entry) && (said.value.dimension != Dimension::Date || label.share() >= 30),
                over: super::is_over(fact, case.today) && label.share() < 80,
            });
        }
    }
}

/// What the attribute, the condition, the heading and the product say for the link.
fn shared_score(presence: &Presence, entry: &Entry, scope: &Scope, (label, condition): (Cover, Cover), spot: Spot) -> i32 {
    let share = |cover: Cover, weight: i32| cover.share() as i32 * weight / 100;
    let named = entry.product.is_some_and(|p| scope.near && scope.products.contains(&p));
    share(label, WEIGHTS.label)
        + share(condition, WEIGHTS.condition)
        + share(presence.cover(&entry.group, spot), WEIGHTS.group)
        + if named { WEIGHTS.product } else { 0 }
}

/// Whether a fact's words account for a fair share of the words of the value's clause: a clause full of words the fact
/// does not know is about something else.
fn fits(case: &Case, said: &ValueAt, entry: &Entry) -> bool {
    let clause = case.draft.clause_at(said.tokens.start);
    let range = case.draft.clauses.get(clause).map_or(0..0, |c| c.tokens.clone());
    let words: Vec<&Word> = case.draft.mentions.words_in(&range).iter().filter(|w| w.content && !w.light && !said.tokens.contains(&w.token)).collect();
    let slots = || entry.label.iter().chain(&entry.condition).chain(&entry.group).chain(entry.parts.iter().flat_map(|p| &p.slots));
    let known = words.iter().filter(|w| slots().any(|s| s.terms.iter().any(|t| w.terms.iter().any(|m| m.term == t.term)))).count();
    words.len() <= 2 || known * 100 >= words.len() * WEIGHTS.fits
}

/// Words right after a value that make it a difference ("a year earlier", "70 % de plastique en moins").
const DIFFERENCE: &[&str] = &[
    "earlier", "later", "more", "less", "longer", "shorter", "lighter", "heavier", "extra", "fewer", "cheaper", "plus tot", "plus tard", "de plus", "de moins", "en moins", "en plus",
    "supplementaire", "supplementaires", "off", "de remise", "de reduction",
];

fn is_difference(text: &crate::text::Text, said: &Value) -> bool {
    difference_follows(text.source.get(said.span.end..).unwrap_or(""))
}

/// Whether one of the next four words says "more", "less" or the like.
fn difference_follows(rest: &str) -> bool {
    let clause = rest.split([',', '.', ';', '!', '?', ':', '(']).next().unwrap_or("");
    let folded = crate::text::fold(clause);
    let words: Vec<&str> = folded.split_whitespace().take(4).collect();
    let next = words.join(" ");
    DIFFERENCE.iter().any(|d| next.match_indices(d).any(|(at, _)| {
        let before = at == 0 || next.as_bytes().get(at - 1) == Some(&b' ');
        let after = next.as_bytes().get(at + d.len()).is_none_or(|b| *b == b' ');
        before && after
    }))
}

/// Whether an attribute is what a bare value of its dimension means.
fn is_usual(entry: &Entry, dimension: Dimension) -> bool {
    entry.label.iter().flat_map(|s| &s.terms).filter_map(|t| t.term.concept()).any(|c| c.is_usual(dimension))
}

/// Compares within one dimension; a bare number also agrees with a measure of the same figure.
fn compare(said: &Value, meant: &Value, (fact, polarity): (&Fact, Polarity), case: &Case) -> Option<Comparison> {
    if said.dimension == meant.dimension {
        let mut turned = if polarity == Polarity::No { turned(meant)? } else { meant.clone() };
        if said.tax.is_some() && turned.tax.is_none() {
            turned.tax = tax_of(fact);
        }
        let outcome = value::compare(said, &turned, case.today);
        return (outcome != Comparison::Incomparable).then_some(outcome);
    }
    let bare = said.dimension == Dimension::Count && said.unit.is_none();
    (bare && said.amount == meant.amount && polarity == Polarity::Yes).then_some(Comparison::Same)
}

/// The tax that an attribute names ("Prix HT par mois", "Price, incl. VAT"), read as a price would say it.
fn tax_of(fact: &Fact) -> Option<crate::value::Tax> {
    let words = format!("{} {}", fact.attribute, fact.condition.as_deref().unwrap_or(""));
    let tagged = words.split([' ', '(', ')', ',']).filter(|w| matches!(crate::text::fold(w).as_str(), "ht" | "ttc" | "vat" | "incl." | "excl." | "ex." | "tva" | "hors" | "including" | "excluding" | "tax"));
    let price = format!("1 € {}", tagged.collect::<Vec<_>>().join(" "));
    value::read(&crate::text::Text::read(&price, None)).first().and_then(|v| v.tax)
}

/// "Not for a pile of more than 25 mm" allows up to 25 mm.
fn turned(meant: &Value) -> Option<Value> {
    let relation = match meant.relation {
        Relation::MoreThan | Relation::JustOver => Relation::AtMost,
        Relation::AtLeast => Relation::LessThan,
        Relation::LessThan => Relation::AtLeast,
        Relation::AtMost => Relation::MoreThan,
        _ => return None,
    };
    Some(Value { relation, ..meant.clone() })
}

/// Whether the word counted in the draft ("five users") is what the fact counts: the word after its figure, or its attribute
/// where the figure stands alone.
fn counts_same(case: &Case, said: &ValueAt, part: &[Slot], label: &[Slot]) -> bool {
    let Some(noun) = noun(case, said) else { return false };
    let counted = if part.iter().any(|s| !s.light && !s.name) { part } else { label };
    counted.iter().any(|s| s.terms.iter().any(|t| noun.terms.iter().any(|m| m.term == t.term)))
}

/// The content word that a bare number counts: the next one within two tokens, in the same clause.
fn noun<'a>(case: &'a Case, said: &ValueAt) -> Option<&'a Word> {
    let words = &case.draft.mentions.words;
    let next = words.get(words.partition_point(|w| w.token < said.tokens.end))?;
    let near = next.token <= said.tokens.end + 1 && case.draft.clause_at(next.token) == case.draft.clause_at(said.tokens.start);
    near.then_some(next)
}

fn decide(said: &ValueAt, number: usize, scope: &Scope, candidates: &[Candidate], denied: bool) -> Option<Verdict> {
    let agrees = |c: &&Candidate| matches!(c.comparison, Comparison::Same | Comparison::Within);
    let best = candidates.iter().filter(|c| !c.over || c.comparison == Comparison::Differs).max_by_key(|c| (c.score, agrees(c)))?;
    let equal = candidates.iter().filter(agrees).filter(|c| !c.over).max_by_key(|c| c.score);
    let verdict = |kind, candidate: &Candidate| {
        Some(Verdict { kind, tokens: said.tokens.clone(), evidence: Some(candidate.evidence), said: Some(number), score: candidate.score })
    };
    let bare = said.value.dimension == Dimension::Count;
    match equal {
        Some(equal) if equal.score + slack(equal, best) >= best.score && equal.score >= least_support(said, equal) => {
            if denied {
                return (best.worded && !bare && equal.comparison == Comparison::Same).then(|| verdict(Kind::Contradicted, equal)).flatten();
            }
            match scope.each.then(|| differing(candidates, equal)).flatten() {
                Some(other) => verdict(Kind::Contradicted, other),
                None => verdict(Kind::Supported, equal),
            }
        }
        _ if bare && !best.counted => None,
        _ if !denied && best.worded && best.score >= WEIGHTS.contradict && !agrees(&best) && best.fits => verdict(Kind::Contradicted, best),
        _ => None,
    }
}

/// A measure that the sheet states to the letter needs fewer words to be taken for the sheet's.
fn least_support(said: &ValueAt, equal: &Candidate) -> i32 {
    if equal.comparison == Comparison::Same && said.value.unit.is_some() { WEIGHTS.support_same } else { WEIGHTS.support }
}

/// A figure that the sheet states to the letter, under words the draft uses, is meant even where another fact shares more words.
/// But the clause's own words decide between two attributes, and between two parts of one fact.
fn slack(equal: &Candidate, best: &Candidate) -> i32 {
    let attribute = best.here > 0 && equal.here == 0 && best.evidence.entry != equal.evidence.entry;
    let part = best.evidence.entry == equal.evidence.entry && best.own > equal.own + 20;
    if attribute || part {
        return 0;
    }
    if equal.comparison == Comparison::Same && equal.worded { WEIGHTS.slack_same } else { WEIGHTS.slack }
}

/// "Both models" is true only if it is true of each: the other product's fact of the same standing that differs.
fn differing<'a>(candidates: &'a [Candidate], equal: &Candidate) -> Option<&'a Candidate> {
    let mut others: Vec<&Candidate> = candidates
        .iter()
        .filter(|c| c.product.is_some() && c.product != equal.product && c.score + WEIGHTS.slack >= equal.score)
        .collect();
    others.sort_by_key(|c| std::cmp::Reverse(c.score));
    let first = others.first()?;
    let agreeing = others.iter().any(|c| c.product == first.product && c.comparison != Comparison::Differs);
    (equal.product.is_some() && !agreeing).then_some(*first)
}

/// The best candidates, for `--explain`.
fn tell(case: &Case, said: &ValueAt, scope: &Scope, candidates: &[Candidate]) {
    case.trace.tell(|| {
        let mut best: Vec<&Candidate> = candidates.iter().collect();
        best.sort_by_key(|c| std::cmp::Reverse(c.score));
        let rows = best.iter().take(5).filter_map(|c| {
            let entry = case.library.entries.get(c.evidence.entry)?;
            let fact = case.library.fact(entry)?;
            let part = fact.parts.get(c.evidence.part)?;
            Some(format!("\n    {} {:?} product {:?} | {} {:?} [{}] {}", c.score, c.comparison, c.product, fact.attribute, fact.condition, fact.place.line, part.text))
        });
        let rows: String = rows.collect();
        format!("  value {:?} ({:?} {:?}) products {:?} each {}{rows}", case.draft.text.words(said.value.full), said.value.dimension, said.value.relation, scope.products, scope.each)
    });
}
