//! Packs as written into rules, and rules into one compiled set.
//! Not here: how a draft is judged (`decide`).

use super::automaton::{Automaton, Builder, TooLarge};
use super::source::{Both, NeedSource, PackSource, RuleSource, Spot};
use super::{Audience, LeftOut, Limits, Localised, Need, Origin, PATTERN_MOST, Pack, Pattern, Role, Rule, Sets, Severity, Standing};
use crate::text::{Lang, fold};
use crate::value::PartialDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a pack is refused; nothing of it is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// File.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What was expected.
    pub message: String,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl std::error::Error for PackError {}

/// What an accepted pattern stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Use {
    pub(super) rule: u32,
    pub(super) role: Role,
    pub(super) lang: Option<Lang>,
}

/// Which roles a rule has patterns for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Asks {
    pub(super) with: bool,
    pub(super) with_post: bool,
}

/// All rules of all packs over one automaton. Saved in the snapshot as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Compiled {
    pub(super) rules: Vec<Rule>,
    pub(super) asks: Vec<Asks>,
    pub(super) uses: Vec<Use>,
    pub(super) automaton: Automaton,
    /// Whether personal data is looked for: when the packs that ship are on.
    pub(super) personal: bool,
}

impl Compiled {
    /// Compiles packs. A pattern too costly is left out and named; packs read by [`super::read`] hold none.
    pub fn new(packs: impl IntoIterator<Item = Pack>) -> (Compiled, Vec<LeftOut>) {
        let mut builder = Builder::new();
        let mut compiled = Compiled::default();
        let mut left_out = Vec::new();
        for mut rule in packs.into_iter().flat_map(|p| p.rules) {
            let number = compiled.rules.len() as u32;
            let mut asks = Asks::default();
            for (role, pattern) in std::mem::take(&mut rule.parts) {
                asks.with |= role == Role::With;
                asks.with_post |= role == Role::WithPost;
                let made = Use { rule: number, role, lang: pattern.lang };
                match builder.add(&pattern, compiled.uses.len() as u32) {
                    Ok(()) => compiled.uses.push(made),
                    Err(TooLarge(size)) => left_out.push(LeftOut { file: rule.name.clone(), line: 0, reason: too_large(&pattern, size) }),
                }
            }
            compiled.personal |= rule.origin == Origin::Shipped;
            compiled.asks.push(asks);
            compiled.rules.push(rule);
        }
        compiled.automaton = builder.finish();
        (compiled, left_out)
    }

    /// The rules, in the order of their packs.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Rules, patterns and states, for a report.
    pub fn size(&self) -> (usize, usize, usize) {
        (self.rules.len(), self.uses.len(), self.automaton.size())
    }
}

fn too_large(pattern: &Pattern, size: usize) -> String {
    format!("the pattern \"{}\" needs over {size} steps; at most {PATTERN_MOST} are allowed: part it into several", pattern.written)
}

/// The sets of the file `sets.toml`, which any pack may use.
pub(super) fn shared_sets(sources: &[PackSource]) -> Vec<(String, Both)> {
    sources.iter().filter(|s| s.name == "sets").flat_map(|s| s.sets.clone()).collect()
}

/// Named fragments in each language.
struct Named {
    en: Sets,
    fr: Sets,
}

impl Named {
    fn new(shared: &[(String, Both)], own: &[(String, Both)]) -> Named {
        let mut named = Named { en: Sets::new(), fr: Sets::new() };
        for (name, both) in shared.iter().chain(own) {
            named.en.insert(name.clone(), joined(both.en.iter().chain(&both.any)));
            named.fr.insert(name.clone(), joined(both.fr.iter().chain(&both.any)));
        }
        named
    }

    fn of(&self, lang: Option<Lang>) -> &Sets {
        if lang == Some(Lang::Fr) { &self.fr } else { &self.en }
    }
}

fn joined<'a>(spots: impl Iterator<Item = &'a Spot>) -> String {
    let parts: Vec<&str> = spots.map(|s| s.text.as_str()).filter(|t| !t.is_empty()).collect();
    parts.join(" | ")
}

/// Reads a pack's patterns and limits.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub(super) fn pack(source: &PackSource, shared: &[(String, Both)], origin: &Origin) -> Result<Pack, PackError> {
    let named = Named::new(shared, &source.sets);
    let reading = Reading { source, named: &named, origin };
    let mut rules: Vec<Rule> = Vec::new();
    for written in &source.rules {
        let rule = reading.rule(written)?;
        if rules.iter().any(|r| r.id == rule.id) {
            return Err(reading.wrong(&written.id, format!("an id of its own; \"{}\" is taken", rule.id)));
        }
        rules.push(rule);
    }
    Ok(Pack { name: source.name.clone(), rules, left_out: Vec::new() })
}

struct Reading<'a> {
    source: &'a PackSource,
    named: &'a Named,
    origin: &'a Origin,
}

impl Reading<'_> {
    fn wrong(&self, spot: &Spot, message: impl Into<String>) -> PackError {
        PackError { file: self.source.file.clone(), line: spot.line, column: spot.column, message: message.into() }
    }

    fn rule(&self, written: &RuleSource) -> Result<Rule, PackError> {
        let pack = self.source;
        let category = pack.category.as_ref().map_or_else(|| pack.name.clone(), |c| c.text.clone());
        let shipped = *self.origin == Origin::Shipped;
        let name = if shipped { format!("claim/{category}") } else { format!("{}/{}", pack.name, written.id.text) };
        Ok(Rule {
            name,
            id: written.id.text.clone(),
            category,
            severity: self.severity(written.severity.as_ref().or(pack.severity.as_ref()))?,
            weight: pack.weight,
            message: localised(&written.message, &pack.message),
            why: localised(&written.why, &pack.why),
            replace: localised(&written.replace, &Both::default()),
            advice: localised(&written.advice, &pack.advice),
            even: written.even.iter().map(|s| self.standing(s)).collect::<Result<_, _>>()?,
            lifted_by_sheet: pack.lifted_by_sheet,
            needs: written.needs.iter().map(need).collect(),
            limits: self.limits(written)?,
            origin: self.origin.clone(),
            parts: self.parts(written)?,
        })
    }

    fn parts(&self, written: &RuleSource) -> Result<Vec<(Role, Pattern)>, PackError> {
        let mut parts = Vec::new();
        let roles = [
            (Role::Flag, &written.patterns), (Role::UnlessIn, &written.unless_in), (Role::Unless, &written.unless),
            (Role::UnlessPost, &written.unless_post), (Role::With, &written.with), (Role::WithPost, &written.with_post),
            (Role::Unless, &self.source.unless), (Role::UnlessPost, &self.source.unless_post),
        ];
        for (role, both) in roles {
            for (lang, spots) in [(Some(Lang::En), &both.en), (Some(Lang::Fr), &both.fr), (None, &both.any)] {
                for spot in spots {
                    parts.push((role, self.pattern(spot, lang)?));
                }
            }
        }
        Ok(parts)
    }

    fn pattern(&self, spot: &Spot, lang: Option<Lang>) -> Result<Pattern, PackError> {
        let refused = |at: usize, message: &str| {
            let column = spot.text.get(..at).map_or(0, |t| t.chars().count()) as u32;
            let place = Spot { text: String::new(), line: spot.line, column: spot.column + column + 1 };
            self.wrong(&place, format!("in the pattern \"{}\": expected {message}", spot.text))
        };
        let pattern = Pattern::read(&spot.text, lang, self.named.of(lang)).map_err(|e| refused(e.at, &e.message))?;
        if *self.origin != Origin::Shipped {
            Builder::new().add(&pattern, 0).map_err(|TooLarge(size)| self.wrong(spot, too_large(&pattern, size)))?;
        }
        Ok(pattern)
    }

    fn severity(&self, spot: Option<&Spot>) -> Result<Severity, PackError> {
        match spot.map(|s| (s, s.text.as_str())) {
            None | Some((_, "warning")) => Ok(Severity::Warning),
            Some((_, "error")) => Ok(Severity::Error),
            Some((_, "note")) => Ok(Severity::Note),
            Some((s, other)) => Err(self.wrong(s, format!("unknown severity \"{other}\"; expected error, warning or note"))),
        }
    }

    fn standing(&self, spot: &Spot) -> Result<Standing, PackError> {
        let table = [
            ("hedged", Standing::Hedged), ("supposed", Standing::Supposed), ("asked", Standing::Asked), ("quoted", Standing::Quoted),
            ("negated", Standing::Negated),
        ];
        let known = table.iter().find(|(name, _)| *name == spot.text).map(|(_, s)| *s);
        known.ok_or_else(|| self.wrong(spot, format!("unknown context \"{}\"; expected hedged, supposed, asked, quoted or negated", spot.text)))
    }

    fn limits(&self, written: &RuleSource) -> Result<Limits, PackError> {
        Ok(Limits {
            markets: written.markets.iter().map(|s| s.text.to_uppercase()).collect(),
            products: written.products.iter().map(|s| fold(&s.text)).collect(),
            sites: written.sites.iter().map(|s| s.text.to_lowercase()).collect(),
            audience: self.audience(written.audience.as_ref())?,
            from: written.from.as_ref().map(|s| self.date(s)).transpose()?,
            until: written.until.as_ref().map(|s| self.date(s)).transpose()?,
        })
    }

    fn audience(&self, spot: Option<&Spot>) -> Result<Option<Audience>, PackError> {
        match spot.map(|s| (s, s.text.as_str())) {
            None | Some((_, "any")) => Ok(None),
            Some((_, "public")) => Ok(Some(Audience::Public)),
            Some((_, "private")) => Ok(Some(Audience::Private)),
            Some((s, other)) => Err(self.wrong(s, format!("unknown audience \"{other}\"; expected public, private or any"))),
        }
    }

    fn date(&self, spot: &Spot) -> Result<PartialDate, PackError> {
        let mut parts = spot.text.split('-');
        let year = parts.next().and_then(|y| y.parse::<i16>().ok());
        let month = parts.next().and_then(|m| m.parse::<u8>().ok()).filter(|m| (1..=12).contains(m));
        let day = parts.next().and_then(|d| d.parse::<u8>().ok()).filter(|d| (1..=31).contains(d));
        match (year, month, day) {
            (Some(_), Some(_), Some(_)) => Ok(PartialDate { year, month, day }),
            _ => Err(self.wrong(spot, format!("expected a day such as 2026-11-30, not \"{}\"", spot.text))),
        }
    }
}

fn localised(own: &Both, fallback: &Both) -> Localised {
    let both = if own.is_empty() { fallback } else { own };
    let first = |spots: &[Spot]| spots.first().or(both.any.first()).map(|s| s.text.clone()).unwrap_or_default();
    Localised { en: first(&both.en), fr: first(&both.fr) }
}

fn need(written: &NeedSource) -> Need {
    Need {
        words: written.fact.text.split('|').map(|w| w.trim().to_owned()).filter(|w| !w.is_empty()).collect(),
        minimum: written.minimum.as_ref().map(|m| m.text.clone()),
        valid: written.valid,
    }
}
