//! One post as the trace keeps it, and its sealing into the chain.
//! Not here: what the decision was based on (`check`), when the post was made (the caller says).

use super::{GENESIS, VERSION, canonical, hash, masked};
use crate::wire::Finding;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One post that passed a guarded box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Number in the chain, from 1.
    pub sequence: u64,
    /// When it was posted, ISO 8601 in UTC, as the caller gives it.
    pub time: String,
    /// Where it was posted.
    pub place: Place,
    /// The customer's message, where known.
    #[serde(default)]
    pub context: Option<String>,
    /// What was posted.
    pub text: String,
    /// The worst that was found; absent when nothing was checked.
    #[serde(default)]
    pub verdict: Option<String>,
    /// What was shown to the writer when they posted.
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// Fixes taken while writing.
    #[serde(default)]
    pub fixes: Vec<FixTaken>,
    /// Findings the writer chose to ignore.
    #[serde(default)]
    pub ignored: Vec<Ignored>,
    /// `clean`, `warned`, `posted-anyway` or `not-checked`.
    pub decision: String,
    /// The writer's reason for posting anyway.
    #[serde(default)]
    pub reason: Option<String>,
    /// Why nothing was checked.
    #[serde(default)]
    pub not_checked: Option<String>,
    /// Version of the compiled library of sheets and rules; absent when nothing was checked.
    #[serde(default)]
    pub library: Option<String>,
    /// The sheets that were active, each with its version.
    #[serde(default)]
    pub sheets: Vec<SheetVersion>,
    /// Version of Aval.
    #[serde(default)]
    pub aval: String,
}

/// Where a post was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The site's name or host.
    pub site: String,
    /// The page's address.
    pub url: String,
    /// `public`, `private` or `unknown`.
    pub audience: String,
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

/// An entry in the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sealed {
    /// SHA-256 of the entry, as in its member `hash`; what the next entry is sealed with.
    pub hash: String,
    /// The entry as canonical JSON: a line of an export.
    pub line: String,
}

/// One line of the trace: the entry in canonical JSON with the hash of the entry before (`previous`, [`GENESIS`] for the first)
/// and its own (`hash`: SHA-256 of the same JSON without that member).
///
/// Card numbers, bank accounts and passwords are hidden first. Where nothing had to be hidden in the text, `textHash` is the SHA-256 of
/// exactly what was posted. Where something was, there is no such hash: with nine digits unknown, trying them all would reveal them.
#[must_use]
pub fn seal(previous: &str, entry: &Entry) -> Sealed {
    let mut members = safe_members(entry);
    members.insert("version".into(), VERSION.into());
    members.insert("previous".into(), previous.into());
    let own = hash(canonical(&Value::Object(members.clone())).as_bytes());
    members.insert("hash".into(), own.clone().into());
    Sealed { hash: own, line: canonical(&Value::Object(members)) }
}

/// The same for an entry as JSON; without `previous` it is the first.
///
/// # Errors
/// Where the JSON is not an [`Entry`].
pub fn seal_json(previous: Option<&str>, entry: &str) -> Result<Sealed, serde_json::Error> {
    serde_json::from_str(entry).map(|entry| seal(previous.unwrap_or(GENESIS), &entry))
}

fn safe_members(entry: &Entry) -> Map<String, Value> {
    let text = masked(&entry.text);
    let exact = if text.hidden == 0 { Value::from(hash(entry.text.as_bytes())) } else { Value::Null };
    let mut safe = entry.clone();
    for finding in &mut safe.findings {
        // A finding may hold half of a number, which alone is not seen to be one: its words are cut from the masked text.
        finding.text = cut(&text.text, finding.start, finding.end).unwrap_or_else(|| masked(&finding.text).text);
    }
    for words in typed(&mut safe) {
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

/// Everything in an entry that a person may have typed or that repeats what they typed, the text itself excepted.
fn typed(entry: &mut Entry) -> impl Iterator<Item = &mut String> {
    let told = entry.findings.iter_mut().flat_map(|finding| {
        let fixes = finding.fixes.iter_mut().flat_map(|fix| [&mut fix.label, &mut fix.replacement]);
        std::iter::once(&mut finding.message).chain(fixes)
    });
    let fixed = entry.fixes.iter_mut().flat_map(|fix| [&mut fix.before, &mut fix.after]);
    let set_aside = entry.ignored.iter_mut().map(|ignored| &mut ignored.text);
    let written = entry.context.iter_mut().chain(entry.reason.iter_mut()).chain([&mut entry.place.url]);
    told.chain(fixed).chain(set_aside).chain(written)
}

/// The words between two UTF-16 offsets, or nothing when they do not lie inside the text.
fn cut(text: &str, start: u32, end: u32) -> Option<String> {
    let units: Vec<u16> = text.encode_utf16().skip(usize::try_from(start).ok()?).take(usize::try_from(end.checked_sub(start)?).ok()?).collect();
    (units.len() == usize::try_from(end - start).ok()?).then(|| String::from_utf16(&units).ok()).flatten()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Entry, Ignored, Place, SheetVersion, seal, seal_json};
    use crate::journal::GENESIS;
    use crate::wire::Finding;
    use expect_test::expect;
    use serde_json::Value;

    pub(crate) fn entry(sequence: u64, text: &str) -> Entry {
        Entry {
            sequence,
            time: format!("2026-11-22T10:00:{:02}Z", sequence % 60),
            place: Place { site: "x".into(), url: "https://x.com/brand/status/1".into(), audience: "public".into() },
            context: Some("How long does it last?".into()),
            text: text.into(),
            findings: vec![],
            fixes: vec![],
            ignored: vec![],
            decision: "clean".into(),
            verdict: Some("clean".into()),
            reason: None,
            not_checked: None,
            library: Some("l1".into()),
            aval: "0.1.0".into(),
            sheets: vec![SheetVersion { id: "x200".into(), version: "3".into() }],
        }
    }

    #[test]
    fn a_sealed_line_is_canonical_json_with_both_hashes() {
        expect![[r#"{"aval":"0.1.0","context":"How long does it last?","decision":"clean","findings":[],"fixes":[],"hash":"68d565ca47644e865f233ebb878c49b8622d78cdb219e91300831ae82a6dd34a","hidden":0,"ignored":[],"library":"l1","notChecked":null,"place":{"audience":"public","site":"x","url":"https://x.com/brand/status/1"},"previous":"0000000000000000000000000000000000000000000000000000000000000000","reason":null,"sequence":1,"sheets":[{"id":"x200","version":"3"}],"text":"8 h 👍","textHash":"11141e98a2a9a4d04184ba278171e2b8dbd192dd38db31816e151a3620c2eb3f","time":"2026-11-22T10:00:01Z","verdict":"clean","version":1}"#]]
            .assert_eq(&seal(GENESIS, &entry(1, "8 h 👍")).line);
    }

    #[test]
    fn numbers_that_must_not_be_kept_are_nowhere_in_the_line() {
        let mut secret = entry(1, "👍 Card 4111 1111 1111 1111 refunded");
        secret.context = Some("my card is 4111111111111111".into());
        secret.reason = Some("4111 1111 1111 1111 is theirs".into());
        secret.findings.push(Finding {
            kind: "flagged".into(),
            rule: "claim/personal-data".into(),
            severity: "error".into(),
            start: 8,
            end: 17,
            text: "4111 1111".into(),
            message: "4111 1111 1111 1111 looks like a card number.".into(),
            why: None,
            fact: None,
            fixes: vec![],
        });
        secret.ignored.push(Ignored { rule: "r".into(), text: "4111-1111-1111-1111".into(), scope: "this-text".into() });
        let line = seal(GENESIS, &secret).line;
        assert!(!line.contains("4111"), "{line}");
        let value: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(value.pointer("/findings/0/text"), Some(&Value::from("•••• ••••")));
        assert_eq!(value.get("textHash"), Some(&Value::Null));
        assert_eq!(value.get("hidden"), Some(&Value::from(1)));
    }

    #[test]
    fn an_entry_as_json_is_sealed_alike() {
        let first = entry(1, "8 h 👍");
        let json = serde_json::to_string(&first).expect("JSON");
        assert_eq!(seal_json(None, &json).expect("an entry"), seal(GENESIS, &first));
        assert!(seal_json(None, "{}").is_err());
    }
}
