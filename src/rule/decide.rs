//! Matches into hits: language, standing, exceptions, needed context, facts that lift, and which of two overlapping hits stays.
//! Not here: patterns; how a hit reads beside a verdict (`finding`).

use super::automaton::Match;
use super::compile::{Compiled, Use};
use super::standing::{self, Standing};
use super::stream::{Item, Stream};
use super::wording::APPROVED;
use super::{Audience, Limits, Need, Origin, Role, Rule, Severity, Suggestion};
use crate::span::Span;
use crate::text::{Lang, Text};
use crate::value::{PartialDate, Value};

/// What the sheets bear out, as far as rules ask.
pub trait Substantiation {
    /// Whether the product spoken of at `span` has a fact that answers the need.
    fn bears(&self, need: &Need, span: Span) -> bool;
    /// Whether a sheet affirms these very words of the product spoken of at `span`; `stems` are the words' stems.
    fn states(&self, stems: &[&str], span: Span) -> bool;
}

/// No sheet.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFacts;

impl Substantiation for NoFacts {
    fn bears(&self, _: &Need, _: Span) -> bool {
        false
    }
    fn states(&self, _: &[&str], _: Span) -> bool {
        false
    }
}

/// Where and when a draft is to be posted, and what is known of its words.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Values of the draft.
    pub values: &'a [Value],
    /// How each token stands; tokens beyond its end are asserted.
    pub standing: &'a [Standing],
    /// "FR", "UK"; `None` when not known: rules limited to markets then hold.
    pub market: Option<&'a str>,
    /// Host; `None` when not known: rules limited to sites do not hold.
    pub site: Option<&'a str>,
    /// Products spoken of, folded.
    pub products: &'a [String],
    /// `None`: rules limited in time hold.
    pub today: Option<PartialDate>,
    /// Who will read it.
    pub audience: Audience,
    /// The company's own public contacts, as its sheets write them.
    pub contacts: &'a [String],
    /// What the sheets bear out.
    pub facts: &'a dyn Substantiation,
}

impl<'a> Context<'a> {
    /// A public post about no product, with no sheet.
    pub fn bare(values: &'a [Value], standing: &'a [Standing]) -> Self {
        Context {
            values,
            standing,
            market: None,
            site: None,
            products: &[],
            today: None,
            audience: Audience::Public,
            contacts: &[],
            facts: &NoFacts,
        }
    }
}

/// A rule that holds of words of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Index into [`Compiled::rules`]; `None` for personal data, which is read by its own code.
    pub rule: Option<usize>,
    /// The name the finding carries: `claim/<category>` or `<pack>/<id>`.
    pub name: String,
    /// The category.
    pub category: String,
    /// The words, in bytes of the draft.
    pub span: Span,
    /// How grave.
    pub severity: Severity,
    /// For a person, in the sentence's language.
    pub message: String,
    /// Law and article.
    pub why: Option<String>,
    /// What can be done, best first.
    pub suggestions: Vec<Suggestion>,
    /// Where the rule comes from.
    pub origin: Origin,
    /// Which of two overlapping hits stays.
    pub weight: u8,
}

impl Compiled {
    /// What the rules say of a draft, by position; cost follows the draft.
    pub fn hits(&self, text: &Text, context: &Context) -> Vec<Hit> {
        let stream = Stream::read(text, context.values, &self.automaton.symbols);
        let judging = Judging { compiled: self, text, context, stream: &stream };
        let mut placed = judging.placed();
        placed.sort_by_key(|p| (p.used.rule, p.used.role, p.found.start, p.found.end));
        let mut hits = Vec::new();
        for group in placed.chunk_by(|a, b| a.used.rule == b.used.rule) {
            judging.rule(group, &mut hits);
        }
        if self.personal {
            hits.extend(super::personal::hits(text, context));
        }
        let allowed: Vec<Span> = hits.iter().filter(|h| h.category == APPROVED).map(|h| h.span).collect();
        hits.retain(|h| h.origin != Origin::Shipped || !allowed.iter().any(|a| a.overlaps(h.span)));
        hits.retain(|h| h.category != APPROVED || !h.message.is_empty());
        settle(hits)
    }
}

impl Compiled {
    /// What matched, before any judgement: for a rule's author.
    pub fn explain(&self, text: &Text, context: &Context) -> Vec<String> {
        let stream = Stream::read(text, context.values, &self.automaton.symbols);
        let judging = Judging { compiled: self, text, context, stream: &stream };
        let line = |p: &Placed| {
            let rule = self.rules.get(p.used.rule as usize)?;
            let items = stream.items.get(p.found.start..p.found.end)?;
            let span = items.first()?.span.cover(items.last()?.span);
            Some(format!("{} {:?}: {}", rule.id, p.used.role, text.words(span)))
        };
        judging.placed().iter().filter_map(line).collect()
    }

    /// Whether one rule, looked at alone, flags something.
    #[cfg(feature = "read")]
    pub(super) fn alone(&self, text: &Text, context: &Context, rule: usize) -> bool {
        let stream = Stream::read(text, context.values, &self.automaton.symbols);
        let judging = Judging { compiled: self, text, context, stream: &stream };
        let mut placed = judging.placed();
        placed.retain(|p| p.used.rule as usize == rule);
        let mut hits = Vec::new();
        judging.rule(&placed, &mut hits);
        !hits.is_empty()
    }
}

/// Words between two hits of one rule that are still told as one.
const NEAR: usize = 6;

/// A match and what its pattern is for.
#[derive(Debug, Clone, Copy)]
struct Placed {
    used: Use,
    found: Match,
    sentence: usize,
}

struct Judging<'a> {
    compiled: &'a Compiled,
    text: &'a Text<'a>,
    context: &'a Context<'a>,
    stream: &'a Stream,
}

impl Judging<'_> {
    /// The matches whose language and place in the sentence fit.
    fn placed(&self) -> Vec<Placed> {
        let matches = self.compiled.automaton.run(self.stream);
        matches.into_iter().filter_map(|found| self.place(found)).collect()
    }

    fn place(&self, found: Match) -> Option<Placed> {
        let used = *self.compiled.uses.get(found.pattern as usize)?;
        let items = self.stream.items.get(found.start..found.end)?;
        let first = trimmed(items).first()?;
        let reach = self.stream.reach.get(first.sentence)?;
        let hashtag = self.text.tokens.get(first.token).is_some_and(|t| t.hashtag);
        (reach.takes(used.lang) || hashtag).then_some(Placed { used, found, sentence: first.sentence })
    }

    fn rule(&self, group: &[Placed], hits: &mut Vec<Hit>) {
        let Some(rule) = group.first().and_then(|p| self.compiled.rules.get(p.used.rule as usize)) else { return };
        let Some(asks) = group.first().and_then(|p| self.compiled.asks.get(p.used.rule as usize)) else { return };
        let of = |role: Role| group.iter().filter(move |p| p.used.role == role);
        let flagged: Vec<&Placed> = of(Role::Flag).collect();
        if flagged.is_empty() || of(Role::UnlessPost).next().is_some() || !self.holds(&rule.limits) {
            return;
        }
        if asks.with_post && of(Role::WithPost).next().is_none() {
            return;
        }
        let before = hits.len();
        for placed in flagged {
            let same = |p: &&Placed| p.sentence == placed.sentence;
            let touches = |p: &&Placed| p.found.start < placed.found.end && placed.found.start < p.found.end;
            let lifted = of(Role::Unless).any(|p| same(&p)) || of(Role::UnlessIn).any(|p| touches(&p));
            let bare = asks.with && !of(Role::With).any(|p| same(&p));
            if !lifted && !bare {
                hits.extend(self.hit(rule, placed));
            }
        }
        if rule.origin == Origin::Shipped {
            self.join(before, hits);
        }
    }

    /// Hits of one rule a few words apart in one sentence are one hit.
    fn join(&self, from: usize, hits: &mut Vec<Hit>) {
        let mut own = hits.split_off(from.min(hits.len()));
        own.sort_by_key(|h| (h.span.start, h.span.end));
        for hit in own {
            let near = |last: &Hit| {
                let between = Span::new(last.span.end, hit.span.start).of(self.text.source);
                hit.span.start <= last.span.end || between.split_whitespace().count() <= NEAR && !between.contains(['.', '!', '?', '\n'])
            };
            match hits.get_mut(from..).and_then(|own| own.last_mut()).filter(|last| near(last)) {
                Some(last) if last.suggestions.iter().all(|s| s.replacement.is_none()) => last.span = last.span.cover(hit.span),
                Some(last) if hit.span.start < last.span.end => {}
                _ => hits.push(hit),
            }
        }
    }

    fn hit(&self, rule: &Rule, placed: &Placed) -> Option<Hit> {
        let items = self.stream.items.get(placed.found.start..placed.found.end)?;
        let items = trimmed(items);
        let (first, last) = (items.first()?, items.last()?);
        let span = first.span.cover(last.span);
        let standing = standing::of(self.context.standing, self.text, span, first.token);
        if standing != Standing::Asserted && !rule.even.contains(&standing) {
            return None;
        }
        if rule.needs.iter().any(|n| self.context.facts.bears(n, span)) || rule.lifted_by_sheet && self.stated(items, span) {
            return None;
        }
        let lang = self.text.sentences.get(placed.sentence).map_or(self.text.lang, |s| s.lang);
        Some(made(rule, placed.used.rule as usize, span, self.text, lang))
    }

    fn stated(&self, items: &[Item], span: Span) -> bool {
        let tokens = items.iter().filter_map(|i| self.text.tokens.get(i.token));
        let stems: Vec<&str> = tokens.filter(|t| t.is_word() || t.folded.bytes().all(|b| b.is_ascii_digit())).map(|t| t.stem.as_str()).collect();
        self.context.facts.states(&stems, span)
    }

    fn holds(&self, limits: &Limits) -> bool {
        let context = self.context;
        let market = limits.markets.is_empty() || context.market.is_none_or(|m| limits.markets.iter().any(|l| l.eq_ignore_ascii_case(m)));
        let product = limits.products.is_empty() || limits.products.iter().any(|l| context.products.contains(l));
        let site = limits.sites.is_empty() || context.site.is_some_and(|s| limits.sites.iter().any(|l| on_site(s, l)));
        let audience = limits.audience.is_none_or(|a| a == context.audience);
        let day = |d: PartialDate| (d.year, d.month, d.day);
        let begun = context.today.zip(limits.from).is_none_or(|(t, f)| day(t) >= day(f));
        let lasts = context.today.zip(limits.until).is_none_or(|(t, u)| day(t) <= day(u));
        market && product && site && audience && begun && lasts
    }
}

fn on_site(site: &str, limit: &str) -> bool {
    let site = site.to_lowercase();
    site == limit || site.strip_suffix(limit).is_some_and(|head| head.ends_with('.'))
}

/// Without what is passed over at either end.
fn trimmed(items: &[Item]) -> &[Item] {
    let solid = |i: &Item| !i.stance_is_void();
    let from = items.iter().position(solid).unwrap_or(0);
    let to = items.iter().rposition(solid).map_or(items.len(), |i| i + 1);
    items.get(from..to).unwrap_or(items)
}

fn made(rule: &Rule, index: usize, span: Span, text: &Text, lang: Lang) -> Hit {
    let words = text.words(span);
    let mut suggestions = Vec::new();
    let replacement = rule.replace.of(lang);
    if !replacement.is_empty() {
        let replacement = in_case(words, replacement);
        let label = match lang {
            Lang::En => format!("Write “{replacement}”"),
            Lang::Fr => format!("Écrire « {replacement} »"),
        };
        suggestions.push(Suggestion { label, replacement: Some(replacement) });
    }
    let advice = rule.advice.of(lang);
    if !advice.is_empty() {
        suggestions.push(Suggestion { label: advice.to_owned(), replacement: None });
    }
    Hit {
        rule: Some(index),
        name: rule.name.clone(),
        category: rule.category.clone(),
        span,
        severity: rule.severity,
        message: rule.message.of(lang).replace("{text}", words),
        why: Some(rule.why.of(lang).to_owned()).filter(|w| !w.is_empty()),
        suggestions,
        origin: rule.origin.clone(),
        weight: rule.weight,
    }
}

/// The replacement with the case of the words it replaces.
fn in_case(words: &str, replacement: &str) -> String {
    let letters = || words.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 3 && letters().all(char::is_uppercase) {
        return replacement.to_uppercase();
    }
    let mut chars = replacement.chars();
    match (letters().next().is_some_and(char::is_uppercase), chars.next()) {
        (true, Some(first)) => first.to_uppercase().chain(chars).collect(),
        _ => replacement.to_owned(),
    }
}

/// Of overlapping hits one stays: a sheet's or user's rule beside a shipped one, the heavier category, the graver, the longer.
fn settle(mut hits: Vec<Hit>) -> Vec<Hit> {
    let own = |h: &Hit| u8::from(h.origin != Origin::Shipped);
    hits.sort_by_key(|h| std::cmp::Reverse((own(h), h.weight, h.severity, h.span.len(), std::cmp::Reverse(h.span.start))));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        let beaten = |k: &&Hit| k.span.overlaps(hit.span) && (k.name == hit.name || (own(k) == own(&hit)) && own(&hit) == 0);
        if !kept.iter().any(|k| beaten(&k)) {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|h| (h.span.start, h.span.end));
    kept
}

