//! Hits of claim rules as findings, and one finding where a rule and a fact speak of the same words.
//! Not here: the rules, the facts.

use super::{Source, messages};
use crate::rule::{Hit, Origin, Severity};
use crate::text::Lang;
use crate::wire;

impl Source<'_> {
    /// A hit as a finding. What a sheet asks never to say is contradicted by that line; other rules flag.
    pub fn risk(&self, hit: &Hit) -> wire::Finding {
        let place = self.draft.text.offsets.utf16(hit.span);
        let lang = self.lang_at(hit.span);
        let never = matches!(hit.origin, Origin::Sheet { .. }) && hit.severity == Severity::Error;
        let (kind, rule) = if never { ("contradicted", "fact/contradicted".to_owned()) } else { ("flagged", hit.name.clone()) };
        wire::Finding {
            kind: kind.to_owned(),
            rule,
            severity: severity(hit.severity).to_owned(),
            start: place.start,
            end: place.end,
            text: self.draft.text.words(hit.span).to_owned(),
            message: self.risk_message(hit, never, lang),
            why: hit.why.clone(),
            fact: self.line(hit),
            fixes: fixes(hit, place.start, place.end),
        }
    }

    fn risk_message(&self, hit: &Hit, never: bool, lang: Lang) -> String {
        match &hit.origin {
            Origin::Sheet { wording, .. } if never && hit.message.is_empty() => messages::never_say(lang, wording),
            _ => hit.message.clone(),
        }
    }

    /// The sheet's line a rule comes from.
    fn line(&self, hit: &Hit) -> Option<wire::FactRef> {
        let Origin::Sheet { sheet, line, wording } = &hit.origin else { return None };
        Some(wire::FactRef { sheet: sheet.clone(), line: *line, product: None, attribute: String::new(), value: wording.clone(), condition: None })
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn fixes(hit: &Hit, start: u32, end: u32) -> Vec<wire::Fix> {
    let fix = |s: &crate::rule::Suggestion| Some(wire::Fix { label: s.label.clone(), start, end, replacement: s.replacement.clone()? });
    hit.suggestions.iter().filter_map(fix).collect()
}

/// How grave a finding is; larger is graver.
fn gravity(finding: &wire::Finding) -> (u8, u8) {
    let severity = match finding.severity.as_str() {
        "error" => 2,
        "warning" => 1,
        _ => 0,
    };
    (severity, u8::from(finding.kind == "contradicted"))
}

/// Facts' and rules' findings together: of two on the same words the graver stays and carries the other's reason.
pub fn together(facts: Vec<wire::Finding>, risks: Vec<wire::Finding>) -> Vec<wire::Finding> {
    let mut kept = facts;
    for risk in risks {
        let rival = kept.iter_mut().find(|f| f.start < risk.end && risk.start < f.end);
        match rival {
            None => kept.push(risk),
            Some(fact) if gravity(fact) >= gravity(&risk) => add_reason(fact, &risk),
            Some(fact) => {
                let other = std::mem::replace(fact, risk);
                add_reason(fact, &other);
            }
        }
    }
    kept.sort_by_key(|f| (f.start, f.end));
    kept
}

fn add_reason(kept: &mut wire::Finding, other: &wire::Finding) {
    let reason = [Some(other.message.as_str()), other.why.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    kept.why = Some(match kept.why.take() {
        Some(own) => format!("{own} {reason}"),
        None => reason,
    });
    if kept.fact.is_none() {
        kept.fact = other.fact.clone();
    }
}
