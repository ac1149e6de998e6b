//! Vale rules (YAML), loaded as they are: existence, substitution and conditional. What cannot be taken is named with its reason.
//! Not here: other checkers; Vale's own settings and vocabularies.

use super::{expression, plain};
use crate::rule::compile::PackError;
use crate::rule::{LeftOut, Localised, Pack, Pattern, Role, Rule, Sets, Severity};
use serde_yaml_ng::{Mapping, Value};

/// Reads one Vale rule.
///
/// # Errors
/// Line and column of what is not YAML, or not a Vale rule.
pub(super) fn pack(file: &str, name: &str, text: &str) -> Result<Pack, PackError> {
    let wrong = |line: u32, column: u32, message: String| PackError { file: file.to_owned(), line, column, message };
    let value: Value = serde_yaml_ng::from_str(text).map_err(|e| {
        let place = e.location().map_or((1, 1), |l| (l.line() as u32, l.column() as u32));
        wrong(place.0, place.1, e.to_string())
    })?;
    let Value::Mapping(map) = value else { return Err(wrong(1, 1, "expected a Vale rule: extends, message, tokens".to_owned())) };
    let Some(kind) = word(&map, "extends") else { return Err(wrong(1, 1, "expected \"extends: existence\", substitution or conditional".to_owned())) };
    let reading = Reading { file, name, text, map: &map };
    let mut pack = Pack { name: name.to_owned(), rules: Vec::new(), left_out: Vec::new() };
    match kind.as_str() {
        "existence" => reading.existence(&mut pack),
        "substitution" => reading.substitution(&mut pack),
        "conditional" => reading.conditional(&mut pack),
        other => pack.left_out.push(reading.left(other, &format!("the extension point \"{other}\" is not taken"))),
    }
    Ok(pack)
}

fn word(map: &Mapping, key: &str) -> Option<String> {
    match map.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

struct Reading<'a> {
    file: &'a str,
    name: &'a str,
    text: &'a str,
    map: &'a Mapping,
}

impl Reading<'_> {
    fn left(&self, piece: &str, reason: &str) -> LeftOut {
        let line = self.text.lines().position(|l| l.contains(piece)).map_or(1, |i| i as u32 + 1);
        LeftOut { file: self.file.to_owned(), line, reason: reason.to_owned() }
    }

    fn severity(&self) -> Severity {
        match word(self.map, "level").as_deref() {
            Some("error") => Severity::Error,
            Some("suggestion") => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// Vale's message with its `%s` filled: the replacement first where there is one, then the words.
    fn message(&self, instead: Option<&str>) -> Localised {
        let mut message = word(self.map, "message").unwrap_or_else(|| "“%s”".to_owned());
        for filling in instead.into_iter().chain(["{text}"]) {
            message = message.replacen("%s", filling, 1);
        }
        Localised::same(&message)
    }

    fn rule(&self, id: &str, instead: Option<&str>, mut parts: Vec<(Role, Pattern)>) -> Rule {
        let exceptions = self.map.get("exceptions").and_then(Value::as_sequence).into_iter().flatten().filter_map(Value::as_str);
        parts.extend(exceptions.flat_map(|e| self.patterns(e).unwrap_or_default()).map(|p| (Role::UnlessIn, p)));
        let mut rule = plain(self.name, id, self.severity(), self.message(instead), Localised::same(instead.unwrap_or("")), parts);
        rule.why = Localised::same(&word(self.map, "link").unwrap_or_default());
        rule.even = crate::rule::Standing::ALL.to_vec();
        rule
    }

    fn patterns(&self, token: &str) -> Result<Vec<Pattern>, String> {
        let phrases = expression::phrases(token)?;
        phrases.iter().map(|p| pattern(p).ok_or_else(|| format!("\"{p}\" holds no word"))).collect()
    }

    fn existence(&self, pack: &mut Pack) {
        let listed = |key: &str| self.map.get(key).and_then(Value::as_sequence).into_iter().flatten().filter_map(Value::as_str);
        let mut parts = Vec::new();
        for token in listed("tokens").chain(listed("raw")) {
            match self.patterns(token) {
                Ok(patterns) => parts.extend(patterns.into_iter().map(|p| (Role::Flag, p))),
                Err(reason) => pack.left_out.push(self.left(token, &format!("\"{token}\": {reason}"))),
            }
        }
        if !parts.is_empty() {
            pack.rules.push(self.rule("existence", None, parts));
        }
    }

    fn substitution(&self, pack: &mut Pack) {
        let Some(swap) = self.map.get("swap").and_then(Value::as_mapping) else {
            pack.left_out.push(self.left("extends", "a substitution without \"swap\""));
            return;
        };
        for (number, (from, to)) in swap.iter().enumerate() {
            let (Some(from), to) = (from.as_str(), to.as_str().unwrap_or("")) else { continue };
            match self.patterns(from) {
                // "a|b": the first of several replacements.
                Ok(patterns) => {
                    let instead = to.split('|').next().unwrap_or(to);
                    let parts = patterns.into_iter().map(|p| (Role::Flag, p)).collect();
                    pack.rules.push(self.rule(&format!("swap-{}", number + 1), Some(instead), parts));
                }
                Err(reason) => pack.left_out.push(self.left(from, &format!("\"{from}\": {reason}"))),
            }
        }
    }

    /// The first needs the second somewhere in the post.
    fn conditional(&self, pack: &mut Pack) {
        let side = |key: &str| word(self.map, key).ok_or_else(|| format!("a conditional without \"{key}\"")).and_then(|t| self.patterns(&t));
        match (side("first"), side("second")) {
            (Ok(first), Ok(second)) => {
                let mut parts: Vec<(Role, Pattern)> = first.into_iter().map(|p| (Role::Flag, p)).collect();
                parts.extend(second.into_iter().map(|p| (Role::UnlessPost, p)));
                pack.rules.push(self.rule("conditional", None, parts));
            }
            (Err(reason), _) | (_, Err(reason)) => pack.left_out.push(self.left("first", &reason)),
        }
    }
}

/// A phrase in exactly its forms; `<any>` one word.
fn pattern(phrase: &str) -> Option<Pattern> {
    if !phrase.contains("<any>") {
        return Pattern::exact(phrase);
    }
    let written: Vec<String> = phrase.split_whitespace().map(|w| if w == "<any>" { w.to_owned() } else { format!("={w}") }).collect();
    let plain = written.iter().all(|w| w == "<any>" || w.chars().all(|c| c.is_alphanumeric() || matches!(c, '=' | '\'' | '-')));
    plain.then(|| Pattern::read(&written.join(" "), None, &Sets::new()).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::pack;
    use crate::rule::{Compiled, Context};
    use crate::text::Text;

    #[track_caller]
    fn check(yaml: &str, draft: &str, want: &[(&str, &str)]) {
        let pack = pack("House.yml", "House", yaml).expect("a rule");
        let (compiled, _) = Compiled::new([pack]);
        let text = Text::read(draft, None);
        let hits = compiled.hits(&text, &Context::bare(&[], &[]));
        let got: Vec<_> = hits.iter().map(|h| (text.words(h.span), h.message.as_str())).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn three_extension_points_are_taken() {
        let existence = "extends: existence\nmessage: \"Avoid '%s'\"\nlevel: warning\ntokens:\n  - (?:very|really) big\n  - utili[sz]e\n";
        check(existence, "A really big one, to utilise.", &[("really big", "Avoid 'really big'"), ("utilise", "Avoid 'utilise'")]);
        let swap = "extends: substitution\nmessage: \"Use '%s' instead of '%s'\"\nswap:\n  in order to: to\n";
        check(swap, "In order to win.", &[("In order to", "Use 'to' instead of 'In order to'")]);
        let conditional = "extends: conditional\nmessage: \"'%s' needs its long form\"\nfirst: SLA\nsecond: service level agreement\n";
        check(conditional, "Our SLA is 4 hours.", &[("SLA", "'SLA' needs its long form")]);
        check(conditional, "Our SLA, a service level agreement.", &[]);
    }

    #[test]
    fn what_is_not_taken_is_named_with_its_line() {
        let yaml = "extends: existence\nmessage: x\ntokens:\n  - fine\n  - (?!not )this\n";
        let read = pack("House.yml", "House", yaml).expect("a rule");
        assert_eq!(read.left_out.iter().map(|l| l.line).collect::<Vec<_>>(), [5]);
        assert_eq!(read.rules.len(), 1);
        let script = pack("House.yml", "House", "extends: script\nmessage: x\n").expect("named");
        assert!(script.left_out.iter().any(|l| l.reason.contains("script")));
        assert!(pack("House.yml", "House", "extends: [").is_err());
    }
}
