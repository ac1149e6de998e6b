//! Findings: verdicts put into words, with severity, evidence and fixes in the draft's style.
//! Not here: the verdicts themselves, the JSON (`wire`).

mod bearing;
mod messages;
mod risk;

pub(crate) use bearing::Bearing;
pub use risk::together;

use crate::claim::Reading;
use crate::fact::{Fact, Polarity};
use crate::library::{Entry, Library};
use crate::span::Span;
use crate::text::{Lang, fold};
use crate::value::{self, Value};
use crate::verdict::{Evidence, Kind, Verdict};
use crate::wire;

/// What the findings of a draft are made from.
pub struct Source<'a> {
    /// The draft.
    pub draft: &'a Reading<'a>,
    /// The facts.
    pub library: &'a Library,
}

impl Source<'_> {
    /// A verdict other than `Supported` as a finding.
    pub fn finding(&self, verdict: &Verdict) -> Option<wire::Finding> {
        let span = self.span(verdict);
        let lang = self.lang(verdict);
        let place = self.draft.text.offsets.utf16(span);
        let (kind, severity) = kind_of(verdict.kind)?;
        Some(wire::Finding {
            kind: kind.to_owned(),
            rule: format!("fact/{kind}"),
            severity: severity.to_owned(),
            start: place.start,
            end: place.end,
            text: self.draft.text.words(span).to_owned(),
            message: self.message(verdict, span, lang),
            why: None,
            fact: verdict.evidence.and_then(|e| self.fact_ref(e)),
            fixes: self.fixes(verdict, span, lang),
        })
    }

    /// A `Supported` verdict with its evidence.
    pub fn supported(&self, verdict: &Verdict) -> Option<wire::Supported> {
        let span = self.span(verdict);
        let place = self.draft.text.offsets.utf16(span);
        let fact = self.fact_ref(verdict.evidence?)?;
        Some(wire::Supported { start: place.start, end: place.end, text: self.draft.text.words(span).to_owned(), fact })
    }

    fn span(&self, verdict: &Verdict) -> Span {
        let tokens = &self.draft.text.tokens;
        match verdict.said.and_then(|v| self.draft.mentions.values.get(v)) {
            Some(value) => value.value.span,
            None => {
                let first = tokens.get(verdict.tokens.start).map_or(0, |t| t.span.start);
                let last = verdict.tokens.end.checked_sub(1).and_then(|t| tokens.get(t)).map_or(first, |t| t.span.end);
                Span::new(first, last)
            }
        }
    }

    fn lang(&self, verdict: &Verdict) -> Lang {
        let clause = self.draft.clause_at(verdict.tokens.start);
        self.draft.text.sentences.get(self.draft.sentence_of(clause)).map_or(self.draft.text.lang, |s| s.lang)
    }

    /// The language of the sentence some words stand in.
    fn lang_at(&self, span: Span) -> Lang {
        let sentence = self.draft.text.sentences.iter().find(|s| s.span.end > span.start);
        sentence.map_or(self.draft.text.lang, |s| s.lang)
    }

    fn entry(&self, evidence: Evidence) -> Option<(&Entry, &Fact)> {
        let entry = self.library.entries.get(evidence.entry)?;
        Some((entry, self.library.fact(entry)?))
    }

    fn product(&self, entry: &Entry) -> Option<String> {
        let sheet = self.library.sheets.get(entry.sheet as usize)?;
        Some(sheet.products.get(entry.product? as usize)?.name.clone())
    }

    fn fact_ref(&self, evidence: Evidence) -> Option<wire::FactRef> {
        let (entry, fact) = self.entry(evidence)?;
        let sheet = self.library.sheets.get(entry.sheet as usize)?;
        Some(wire::FactRef {
            sheet: sheet.id.clone(),
            line: fact.place.line,
            product: self.product(entry),
            attribute: if fact.attribute.is_empty() { fact.group.clone().unwrap_or_default() } else { fact.attribute.clone() },
            value: fact.value.clone(),
            condition: fact.condition.clone(),
        })
    }

    fn message(&self, verdict: &Verdict, span: Span, lang: Lang) -> String {
        let words = self.draft.text.words(span);
        let Some((entry, fact)) = verdict.evidence.and_then(|e| self.entry(e)) else { return messages::unsupported(lang, words) };
        let product = self.product(entry);
        let shown = verdict.evidence.and_then(|e| shown(fact, e)).unwrap_or(&fact.value);
        let attribute = match &fact.condition {
            Some(condition) if !fact.attribute.is_empty() => format!("{}, {condition}", fact.attribute),
            _ => fact.attribute.clone(),
        };
        match verdict.kind {
            Kind::Outdated => messages::outdated(lang, shown, &attribute),
            Kind::Ambiguous => messages::ambiguous(lang, shown, &attribute, product.as_deref()),
            Kind::Unsupported => messages::unsupported(lang, words),
            Kind::Contradicted | Kind::Supported => messages::contradicted(lang, &quoted(shown, lang), &attribute, product.as_deref()),
        }
    }

    /// The fixes, best first: the sheet's own figure in the draft's way of writing numbers, then as the draft words it; for a
    /// statement, the sheet's own words.
    fn fixes(&self, verdict: &Verdict, span: Span, lang: Lang) -> Vec<wire::Fix> {
        let mut words = Vec::new();
        if let Some((fact, evidence)) = verdict.evidence.filter(|_| verdict.kind == Kind::Contradicted).and_then(|e| Some((self.entry(e)?.1, e))) {
            match self.said_and_meant(verdict, fact, evidence) {
                Some((said, meant)) => words.extend(figures(said, meant, lang)),
                None => words.extend(self.sheet_words(fact, evidence, verdict)),
            }
        }
        let place = self.draft.text.offsets.utf16(span);
        words.dedup();
        let fix = |replacement: String| wire::Fix { label: messages::replace_with(lang, &replacement), start: place.start, end: place.end, replacement };
        words.into_iter().map(fix).collect()
    }

    fn said_and_meant<'f>(&self, verdict: &Verdict, fact: &'f Fact, evidence: Evidence) -> Option<(&Value, &'f Value)> {
        let said = &self.draft.mentions.values.get(verdict.said?)?.value;
        Some((said, fact.parts.get(evidence.part)?.values.get(evidence.value?)?))
    }

    /// What the sheet says in its own words: the members of a list that the draft leaves out, a part, or the whole fact.
    fn sheet_words(&self, fact: &Fact, evidence: Evidence, verdict: &Verdict) -> Option<String> {
        if fact.list.is_some() {
            let clause = self.draft.clause_at(verdict.tokens.start);
            let sentence = self.draft.text.sentences.get(self.draft.sentence_of(clause))?;
            let said = fold(self.draft.text.words(sentence.span));
            let absent: Vec<&str> = fact.parts.iter().filter(|p| p.polarity == Polarity::Yes && !said.contains(&fold(&p.text))).map(|p| p.text.as_str()).collect();
            return Some(if absent.is_empty() { fact.value.clone() } else { absent.join(", ") });
        }
        let part = fact.parts.get(evidence.part).map(|p| p.text.as_str()).filter(|_| fact.answer.is_none() && fact.parts.len() > 1);
        match (part, fact.attribute.as_str()) {
            (Some(part), _) => Some(part.to_owned()),
            (None, "") => Some(fact.value.clone()),
            (None, attribute) => Some(format!("{attribute}{}{}", separator(self.lang(verdict)), fact.value.trim_end_matches('.'))),
        }
    }
}

/// A colon as each language sets it.
fn separator(lang: Lang) -> &'static str {
    if lang == Lang::Fr { "\u{a0}: " } else { ": " }
}

/// The fact's figure in its own unit, in the draft's way of writing numbers, then in the draft's unit and words. The first is
/// the sheet's figure itself: nothing was converted or rounded on the way.
fn figures(said: &Value, meant: &Value, lang: Lang) -> Vec<String> {
    let mut style = said.style;
    style.words = false;
    let own = Value { unit: meant.unit, style, ..said.clone() };
    let mut words = vec![value::print(meant, &own, lang), value::print(meant, said, lang)];
    words.dedup();
    words
}

/// The words of the fact that the claim is held against: its part, when the fact has several.
fn shown(fact: &Fact, evidence: Evidence) -> Option<&str> {
    (fact.parts.len() > 1 && fact.value.len() > 80).then(|| fact.parts.get(evidence.part).map(|p| p.text.as_str())).flatten()
}

fn quoted(value: &str, lang: Lang) -> String {
    let short = value.chars().count() <= 24;
    match (short, lang) {
        (true, _) => value.to_owned(),
        (false, Lang::En) => format!("“{value}”"),
        (false, Lang::Fr) => format!("« {value} »"),
    }
}

fn kind_of(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Contradicted => Some(("contradicted", "error")),
        Kind::Unsupported => Some(("unsupported", "warning")),
        Kind::Outdated => Some(("outdated", "warning")),
        Kind::Ambiguous => Some(("ambiguous", "warning")),
        Kind::Supported => None,
    }
}
