//! The check: a draft, the customer's message and a library go in; findings and what is supported come out.
//! Not here: any step of its own; files and formats (`cli`, `extension/`).

use crate::claim::{Reading, scope};
use crate::finding::{Bearing, Source, together};
use crate::library::Library;
use crate::rule::{self, Audience};
use crate::text::{Lang, Text};
use crate::verdict::{self, Case, Kind, Trace};
use crate::wire::{self, Checked};
use crate::value::PartialDate;
use jiff::civil::Date;

/// The longest draft that is checked, in bytes.
pub const MOST_BYTES: usize = 400_000;

/// A draft and what it is to be checked by.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// As typed.
    pub draft: &'a str,
    /// The customer's message, where there is one.
    pub context: Option<&'a str>,
    /// The draft's language, where it is known.
    pub lang: Option<Lang>,
    /// The day it is written on.
    pub today: Date,
    /// Ids of the sheets that count; `None` for all.
    pub sheets: Option<&'a [String]>,
    /// The market it is for ("FR"), where it is known.
    pub market: Option<&'a str>,
    /// The host it is posted on, where it is known.
    pub site: Option<&'a str>,
    /// Who will read it.
    pub audience: Audience,
}

impl<'a> Ask<'a> {
    /// A public draft with nothing known but the day.
    pub fn new(draft: &'a str, today: Date) -> Self {
        Ask { draft, context: None, lang: None, today, sheets: None, market: None, site: None, audience: Audience::Public }
    }
}

/// Checks a draft. Linear in the draft and in the facts of the sheets it speaks of; cannot fail.
pub fn check(library: &Library, ask: &Ask) -> Checked {
    traced(library, ask, &Trace::default())
}

/// The same, with the reasons for each verdict, line by line.
pub fn explain(library: &Library, ask: &Ask) -> (Checked, Vec<String>) {
    let trace = Trace::on();
    let checked = traced(library, ask, &trace);
    (checked, trace.into_lines())
}

fn traced(library: &Library, ask: &Ask, trace: &Trace) -> Checked {
    let draft = Reading::new(Text::read(ask.draft, ask.lang), library);
    let context = ask.context.map(|c| Reading::new(Text::read(c, None), library));
    let active = active(library, ask.sheets);
    let case = Case { draft: &draft, context: context.as_ref(), library, active: &active, today: ask.today, trace };
    let verdicts = verdict::judge(&case);
    let source = Source { draft: &draft, library };
    let facts: Vec<wire::Finding> = verdicts.iter().filter_map(|v| source.finding(v)).collect();
    let findings = together(facts, risks(&case, ask, &source));
    let supported: Vec<wire::Supported> = verdicts.iter().filter(|v| v.kind == Kind::Supported).filter_map(|v| source.supported(v)).collect();
    let verdict = worst(&findings, !supported.is_empty()).to_owned();
    let lang = if draft.text.lang == Lang::Fr { "fr" } else { "en" };
    Checked { id: None, version: wire::VERSION, lang: lang.to_owned(), verdict, findings, supported }
}

/// What the claim rules say of a draft.
fn risks(case: &Case, ask: &Ask, source: &Source) -> Vec<wire::Finding> {
    let values: Vec<_> = case.draft.mentions.values.iter().map(|v| v.value.clone()).collect();
    let standing = rule::standings(&case.draft.text);
    let sheets = scope::sheets(case.draft, case.context, case.library, case.active);
    let named = case.active.iter().filter_map(|s| case.library.sheets.get(*s as usize));
    let contacts: Vec<String> = named.flat_map(|s| s.contacts.iter().map(|c| c.text.clone())).collect();
    let today = ask.today;
    let context = rule::Context {
        market: ask.market,
        site: ask.site,
        audience: ask.audience,
        today: Some(PartialDate { year: Some(today.year()), month: u8::try_from(today.month()).ok(), day: u8::try_from(today.day()).ok() }),
        contacts: &contacts,
        facts: &Bearing { library: case.library, sheets: &sheets, today },
        ..rule::Context::bare(&values, &standing)
    };
    let hits = case.library.rules.hits(&case.draft.text, &context);
    let counts = |hit: &&rule::Hit| match &hit.origin {
        rule::Origin::Sheet { sheet, .. } => sheets.iter().any(|s| case.library.sheets.get(*s as usize).is_some_and(|own| own.id == *sheet)),
        _ => true,
    };
    hits.iter().filter(counts).map(|hit| source.risk(hit)).collect()
}

/// Indices of the sheets that count.
fn active(library: &Library, ids: Option<&[String]>) -> Vec<u16> {
    (0u16..).zip(&library.sheets).filter(|(_, s)| ids.is_none_or(|ids| ids.contains(&s.id))).map(|(i, _)| i).collect()
}

/// The worst of what was found, in the order of the contract.
fn worst(findings: &[wire::Finding], supported: bool) -> &'static str {
    let any = |kinds: &[&str]| findings.iter().any(|f| kinds.contains(&f.kind.as_str()));
    if any(&["contradicted"]) {
        "contradicted"
    } else if any(&["unsupported", "outdated", "ambiguous"]) {
        "unsupported"
    } else if any(&["flagged"]) {
        "flagged"
    } else if supported {
        "supported"
    } else {
        "clean"
    }
}
