//! Packs in TOML: bytes to a pack as written, each piece with its place. Also compiled into the build script.
//! Not here: what patterns mean, whether the examples hold.

use super::source::{Both, NeedSource, PackSource, RuleSource, Spot};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Where a pack is wrong and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What was expected.
    pub message: String,
}

type Read<T> = Result<T, Wrong>;
type Value<'a> = toml::Spanned<DeValue<'a>>;

/// Reads a pack.
///
/// # Errors
/// Not TOML, an unknown key, a value of the wrong kind, a rule without id or pattern.
pub fn pack(file: &str, name: &str, source: &str) -> Read<PackSource> {
    let places = Places { source };
    let table = DeTable::parse(source).map_err(|e| places.wrong(e.span().unwrap_or(0..0), e.message()))?;
    let mut pack = PackSource { name: name.to_owned(), file: file.to_owned(), weight: 50, lifted_by_sheet: true, ..PackSource::default() };
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "category" => pack.category = Some(places.text(value)?),
            "weight" => pack.weight = places.number(value)?,
            "lifted-by-sheet" => pack.lifted_by_sheet = places.flag(value)?,
            "severity" => pack.severity = Some(places.text(value)?),
            "message" => pack.message = places.both(value)?,
            "why" => pack.why = places.both(value)?,
            "advice" => pack.advice = places.both(value)?,
            "unless" => pack.unless = places.both(value)?,
            "unless-post" => pack.unless_post = places.both(value)?,
            "sets" => pack.sets = places.sets(value)?,
            "rule" => pack.rules = places.list(value, "rules, each under [[rule]]")?.iter().map(|v| places.rule(v)).collect::<Read<_>>()?,
            other => return Err(places.unknown(key.span(), other, PACK_KEYS)),
        }
    }
    Ok(pack)
}

const PACK_KEYS: &str = "category, weight, lifted-by-sheet, severity, message, why, advice, unless, unless-post, sets or rule";
const RULE_KEYS: &str = "id, severity, en, fr, any, unless, unless-in, unless-post, with, with-post, needs, even, message, why, replace, \
                         advice, markets, products, sites, audience, from, until, match or pass";

struct Places<'a> {
    source: &'a str,
}

impl Places<'_> {
    fn wrong(&self, span: Range<usize>, message: &str) -> Wrong {
        let before = self.source.get(..span.start).unwrap_or(self.source);
        let line = before.bytes().filter(|b| *b == b'\n').count() as u32 + 1;
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        let column = before.get(start..).map_or(0, |l| l.chars().count()) as u32 + 1;
        Wrong { line, column, message: message.trim().replace('\n', "; ") }
    }

    fn unknown(&self, span: Range<usize>, key: &str, expected: &str) -> Wrong {
        self.wrong(span, &format!("unknown key \"{key}\"; expected {expected}"))
    }

    fn text(&self, value: &Value) -> Read<Spot> {
        let at = self.wrong(value.span(), "");
        match value.get_ref() {
            DeValue::String(text) => Ok(Spot { text: text.to_string(), line: at.line, column: at.column }),
            DeValue::Integer(number) => Ok(Spot { text: number.to_string(), line: at.line, column: at.column }),
            DeValue::Datetime(date) => Ok(Spot { text: date.to_string(), line: at.line, column: at.column }),
            _ => Err(self.wrong(value.span(), "expected words in quotation marks")),
        }
    }

    fn number(&self, value: &Value) -> Read<u8> {
        let text = self.text(value)?.text;
        text.parse().map_err(|_| self.wrong(value.span(), "expected a whole number from 0 to 255"))
    }

    fn flag(&self, value: &Value) -> Read<bool> {
        match value.get_ref() {
            DeValue::Boolean(flag) => Ok(*flag),
            _ => Err(self.wrong(value.span(), "expected true or false")),
        }
    }

    fn list<'v, 'd>(&self, value: &'v Value<'d>, what: &str) -> Read<Vec<&'v Value<'d>>> {
        match value.get_ref() {
            DeValue::Array(items) => Ok(items.iter().collect()),
            _ => Err(self.wrong(value.span(), &format!("expected {what}"))),
        }
    }

    /// One text or several.
    fn texts(&self, value: &Value) -> Read<Vec<Spot>> {
        match value.get_ref() {
            DeValue::Array(items) => items.iter().map(|i| self.text(i)).collect(),
            _ => self.text(value).map(|t| vec![t]),
        }
    }

    /// Texts for both languages at once, or a table with `en`, `fr` and `any`.
    fn both(&self, value: &Value) -> Read<Both> {
        let DeValue::Table(table) = value.get_ref() else {
            return Ok(Both { any: self.texts(value)?, ..Both::default() });
        };
        let mut both = Both::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "en" => both.en = self.texts(value)?,
                "fr" => both.fr = self.texts(value)?,
                "any" => both.any = self.texts(value)?,
                other => return Err(self.unknown(key.span(), other, "en, fr or any")),
            }
        }
        Ok(both)
    }

    fn sets(&self, value: &Value) -> Read<Vec<(String, Both)>> {
        match value.get_ref() {
            DeValue::Table(table) => table.iter().map(|(k, v)| Ok((k.get_ref().to_string(), self.both(v)?))).collect(),
            _ => Err(self.wrong(value.span(), "expected named sets, such as kids = \"child | baby\"")),
        }
    }

    fn rule(&self, value: &Value) -> Read<RuleSource> {
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.wrong(value.span(), "expected a rule under [[rule]]"));
        };
        let mut rule = RuleSource::default();
        for (key, value) in table {
            let known = self.words_of_rule(&mut rule, key.get_ref(), value)? || self.limits_of_rule(&mut rule, key.get_ref(), value)?;
            if !known {
                return Err(self.unknown(key.span(), key.get_ref(), RULE_KEYS));
            }
        }
        if rule.id.text.is_empty() {
            return Err(self.wrong(value.span(), "expected an id for this rule"));
        }
        if rule.patterns.is_empty() {
            return Err(self.wrong(value.span(), "expected at least one pattern under en, fr or any"));
        }
        Ok(rule)
    }

    fn words_of_rule(&self, rule: &mut RuleSource, key: &str, value: &Value) -> Read<bool> {
        match key {
            "id" => rule.id = self.text(value)?,
            "en" => rule.patterns.en = self.texts(value)?,
            "fr" => rule.patterns.fr = self.texts(value)?,
            "any" => rule.patterns.any = self.texts(value)?,
            "unless" => rule.unless = self.both(value)?,
            "unless-in" => rule.unless_in = self.both(value)?,
            "unless-post" => rule.unless_post = self.both(value)?,
            "with" => rule.with = self.both(value)?,
            "with-post" => rule.with_post = self.both(value)?,
            "message" => rule.message = self.both(value)?,
            "why" => rule.why = self.both(value)?,
            "replace" => rule.replace = self.both(value)?,
            "advice" => rule.advice = self.both(value)?,
            "match" => rule.matches = self.both(value)?,
            "pass" => rule.pass = self.both(value)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn limits_of_rule(&self, rule: &mut RuleSource, key: &str, value: &Value) -> Read<bool> {
        match key {
            "severity" => rule.severity = Some(self.text(value)?),
            "needs" => rule.needs = self.list(value, "a list of facts")?.iter().map(|v| self.need(v)).collect::<Read<_>>()?,
            "even" => rule.even = self.texts(value)?,
            "markets" => rule.markets = self.texts(value)?,
            "products" => rule.products = self.texts(value)?,
            "sites" => rule.sites = self.texts(value)?,
            "audience" => rule.audience = Some(self.text(value)?),
            "from" => rule.from = Some(self.text(value)?),
            "until" => rule.until = Some(self.text(value)?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn need(&self, value: &Value) -> Read<NeedSource> {
        let DeValue::Table(table) = value.get_ref() else {
            return self.text(value).map(|fact| NeedSource { fact, ..NeedSource::default() });
        };
        let mut need = NeedSource::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "fact" => need.fact = self.text(value)?,
                "minimum" => need.minimum = Some(self.text(value)?),
                "valid" => need.valid = self.flag(value)?,
                other => return Err(self.unknown(key.span(), other, "fact, minimum or valid")),
            }
        }
        if need.fact.text.is_empty() {
            return Err(self.wrong(value.span(), "expected fact = \"the words of an attribute or value\""));
        }
        Ok(need)
    }
}
