//! One post as the trace keeps it, and its sealing into the chain.
//! Not here: what the decision was based on (`check`), when the post was made (the caller says).

use super::{VERSION, canonical, hash, masked};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One post that passed a guarded box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Place in the chain, from 1.
    pub sequence: u64,
    /// When it was posted, ISO 8601 in UTC, as the caller gives it.
    pub time: String,
    /// The site's name or host.
    pub site: String,
    /// The page's address.
    pub url: String,
    /// `public`, `private` or `unknown`.
    pub audience: String,
    /// The customer's message, where known.
    pub context: Option<String>,
    /// What was posted.
    pub text: String,
    /// What was shown to the writer when they posted.
    pub findings: Vec<Shown>,
    /// Fixes taken while writing.
    pub fixes: Vec<FixTaken>,
    /// Findings the writer chose to ignore.
    pub ignored: Vec<Ignored>,
    /// `clean`, `warned`, `posted-anyway` or `not-checked`.
    pub decision: String,
    /// Why: the writer's reason for posting anyway, or why nothing was checked.
    pub reason: Option<String>,
    /// Version of the compiled library of sheets and rules.
    pub library: String,
    /// The sheets that were active, each with its version.
    pub sheets: Vec<SheetVersion>,
}

/// A finding as it was shown. Offsets are UTF-16 units into the text, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// As in the outside contract: `contradicted`, `flagged`, …
    pub kind: String,
    /// The rule's id.
    pub rule: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// The words concerned.
    pub text: String,
    /// What the writer was told.
    pub message: String,
}

/// A fix taken by the writer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FixTaken {
    /// The rule of the finding.
    pub rule: String,
    /// The words before.
    pub before: String,
    /// The words after.
    pub after: String,
}

/// A finding set aside by the writer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ignored {
    /// The rule of the finding.
    pub rule: String,
    /// The words concerned.
    pub text: String,
    /// `this-text`, `this-rule` or `this-product`.
    pub scope: String,
}

/// A sheet, and which state of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetVersion {
    /// The sheet's id.
    pub id: String,
    /// Its version: a hash of its bytes, or what the caller numbers it by.
    pub version: String,
}

/// One line of the trace: the entry in canonical JSON with the hash of the line before (`previous`, [`super::GENESIS`] for the first)
/// and its own (`hash`: SHA-256 of the same JSON without that member).
///
/// Card numbers, bank accounts and passwords are hidden first. Where nothing had to be hidden in the text, `textHash` is the SHA-256 of
/// exactly what was posted. Where something was, there is no such hash: with twelve digits unknown, trying them all would reveal them.
#[must_use]
pub fn seal(previous: &str, entry: &Entry) -> String {
    let mut members = safe_members(entry);
    members.insert("version".into(), VERSION.into());
    members.insert("previous".into(), previous.into());
    let own = hash(canonical(&Value::Object(members.clone())).as_bytes());
    members.insert("hash".into(), own.into());
    canonical(&Value::Object(members))
}

fn safe_members(entry: &Entry) -> Map<String, Value> {
    let text = masked(&entry.text);
    let exact = if text.hidden == 0 { Value::from(hash(entry.text.as_bytes())) } else { Value::Null };
    let mut safe = entry.clone();
    for shown in &mut safe.findings {
        // A finding may hold half of a number, which alone is not seen to be one: its words are cut from the masked text.
        shown.text = cut(&text.text, shown.start, shown.end).unwrap_or_else(|| masked(&shown.text).text);
    }
    let told = safe.findings.iter_mut().map(|f| &mut f.message);
    let fixed = safe.fixes.iter_mut().flat_map(|f| [&mut f.before, &mut f.after]);
    let set_aside = safe.ignored.iter_mut().map(|i| &mut i.text);
    let typed = safe.context.iter_mut().chain(safe.reason.iter_mut()).chain([&mut safe.url]);
    for words in told.chain(fixed).chain(set_aside).chain(typed) {
        *words = masked(words).text;
    }
    safe.text = text.text;
    // An entry is strings, numbers and lists of them: nothing in it can fail to become JSON.
    let mut members = match serde_json::to_value(&safe) {
        Ok(Value::Object(members)) => members,
        other => {
            debug_assert!(false, "an entry is an object: {other:?}");
            Map::new()
        }
    };
    members.insert("textHash".into(), exact);
    members.insert("hidden".into(), text.hidden.into());
    members
}

/// The words between two UTF-16 offsets, or nothing when they do not lie inside the text.
fn cut(text: &str, start: u32, end: u32) -> Option<String> {
    let units: Vec<u16> = text.encode_utf16().skip(usize::try_from(start).ok()?).take(usize::try_from(end.checked_sub(start)?).ok()?).collect();
    (units.len() == usize::try_from(end - start).ok()?).then(|| String::from_utf16(&units).ok()).flatten()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Entry, Ignored, SheetVersion, Shown, seal};
    use crate::journal::GENESIS;
    use expect_test::expect;
    use serde_json::Value;

    pub(crate) fn entry(sequence: u64, text: &str) -> Entry {
        Entry {
            sequence,
            time: format!("2026-11-22T10:00:{:02}Z", sequence % 60),
            site: "x".into(),
            url: "https://x.com/brand/status/1".into(),
            audience: "public".into(),
            context: Some("How long does it last?".into()),
            text: text.into(),
            findings: vec![],
            fixes: vec![],
            ignored: vec![],
            decision: "clean".into(),
            reason: None,
            library: "l1".into(),
            sheets: vec![SheetVersion { id: "x200".into(), version: "3".into() }],
        }
    }

    #[test]
    fn a_sealed_line_is_canonical_json_with_both_hashes() {
        expect![[r#"{"audience":"public","context":"How long does it last?","decision":"clean","findings":[],"fixes":[],"hash":"232109132769794cca89f65d0ff117cf75c9406de477b5c296e90d038cdd1a22","hidden":0,"ignored":[],"library":"l1","previous":"0000000000000000000000000000000000000000000000000000000000000000","reason":null,"sequence":1,"sheets":[{"id":"x200","version":"3"}],"site":"x","text":"8 h 👍","textHash":"11141e98a2a9a4d04184ba278171e2b8dbd192dd38db31816e151a3620c2eb3f","time":"2026-11-22T10:00:01Z","url":"https://x.com/brand/status/1","version":1}"#]]
            .assert_eq(&seal(GENESIS, &entry(1, "8 h 👍")));
    }

    #[test]
    fn numbers_that_must_not_be_kept_are_nowhere_in_the_line() {
        let mut secret = entry(1, "👍 Card 4111 1111 1111 1111 refunded");
        secret.context = Some("my card is 4111111111111111".into());
        secret.reason = Some("4111 1111 1111 1111 is theirs".into());
        secret.findings.push(Shown {
            kind: "flagged".into(),
            rule: "claim/personal-data".into(),
            severity: "error".into(),
            start: 8,
            end: 17,
            text: "4111 1111".into(),
            message: "4111 1111 1111 1111 looks like a card number.".into(),
        });
        secret.ignored.push(Ignored { rule: "r".into(), text: "4111-1111-1111-1111".into(), scope: "this-text".into() });
        let line = seal(GENESIS, &secret);
        assert!(!line.contains("4111"), "{line}");
        let value: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(value.pointer("/findings/0/text"), Some(&Value::from("•••• ••••")));
        assert_eq!(value.get("textHash"), Some(&Value::Null));
        assert_eq!(value.get("hidden"), Some(&Value::from(1)));
    }
}
