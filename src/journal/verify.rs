//! The proof that a trace is whole: line by line, in memory for one line.
//! Not here: reading files (`cli`), showing the result to a person.

use super::{GENESIS, canonical, hash};
use serde_json::{Map, Value};
use std::fmt;

/// What a whole trace comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// How many entries there are.
    pub entries: u64,
    /// The time of the first entry, as it says.
    pub first: Option<String>,
    /// The time of the last entry, as it says.
    pub last: Option<String>,
    /// The hash of the last entry. Whoever knows it can tell that nothing was cut off at the end.
    pub hash: Option<String>,
}

/// The first line at which a trace is not what it was when it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Line, from 1.
    pub line: u64,
    /// What does not fit.
    pub why: Why,
}

/// What does not fit in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The bytes are not UTF-8.
    NotText,
    /// Not a JSON object.
    NotAnEntry,
    /// The JSON is written otherwise than `seal` writes it.
    NotCanonical,
    /// A member that each entry has is not there or of another type.
    Lacks(&'static str),
    /// The content is not what was hashed.
    Changed,
    /// The entry does not follow the one before.
    Unlinked,
    /// The number in the chain is not the next one.
    OutOfOrder {
        /// The number that was due.
        expected: u64,
        /// The number that stands there.
        found: u64,
    },
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText => f.write_str("the line is not UTF-8 text"),
            Self::NotAnEntry => f.write_str("the line is not an entry in JSON"),
            Self::NotCanonical => f.write_str("the line is not written as Aval writes it (RFC 8785); it was edited or re-formatted"),
            Self::Lacks(member) => write!(f, "the entry has no \"{member}\""),
            Self::Changed => f.write_str("the entry was changed after it was written: its hash does not fit its content"),
            Self::Unlinked => f.write_str("the entry does not follow the one before it: an entry was changed, removed, added or moved"),
            Self::OutOfOrder { expected, found } => write!(f, "the entry has number {found} where {expected} is due: entries are missing, added or moved"),
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.why)
    }
}

/// Reads a trace line by line.
#[derive(Debug, Clone, Default)]
pub struct Verifier {
    so_far: Summary,
}

impl Verifier {
    /// A verifier that has read nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next line, without its line feed.
    ///
    /// # Errors
    /// Where the line is not the entry that was written at this place. Lines after a broken one prove nothing: stop there.
    pub fn line(&mut self, line: &[u8]) -> Result<(), Broken> {
        let number = self.so_far.entries + 1;
        let broken = |why| Broken { line: number, why };
        let text = std::str::from_utf8(line).map_err(|_| broken(Why::NotText))?;
        let members = match serde_json::from_str(text) {
            Ok(Value::Object(members)) => members,
            _ => return Err(broken(Why::NotAnEntry)),
        };
        let (time, own) = self.fits(text, members).map_err(broken)?;
        self.so_far.entries = number;
        self.so_far.first.get_or_insert_with(|| time.clone());
        self.so_far.last = Some(time);
        self.so_far.hash = Some(own);
        Ok(())
    }

    /// What the lines so far come to.
    #[must_use]
    pub fn finish(self) -> Summary {
        self.so_far
    }

    /// The entry's time and hash, if it belongs here.
    fn fits(&self, text: &str, mut members: Map<String, Value>) -> Result<(String, String), Why> {
        let time = word(&members, "time")?;
        let previous = word(&members, "previous")?;
        let sequence = members.get("sequence").and_then(Value::as_u64).ok_or(Why::Lacks("sequence"))?;
        let own = word(&members, "hash")?;
        let whole = Value::Object(members.clone());
        members.remove("hash");
        if hash(canonical(&Value::Object(members)).as_bytes()) != own {
            return Err(Why::Changed);
        }
        // Same content, other bytes: a space, an escape, a key given twice.
        if canonical(&whole) != text {
            return Err(Why::NotCanonical);
        }
        let expected = self.so_far.entries + 1;
        if sequence != expected {
            return Err(Why::OutOfOrder { expected, found: sequence });
        }
        if previous != self.so_far.hash.as_deref().unwrap_or(GENESIS) {
            return Err(Why::Unlinked);
        }
        Ok((time, own))
    }
}

fn word(members: &Map<String, Value>, name: &'static str) -> Result<String, Why> {
    members.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(Why::Lacks(name))
}

/// Verifies lines that are already text.
///
/// # Errors
/// The first line that is not the entry that was written at this place.
pub fn verify<L: AsRef<str>>(lines: impl IntoIterator<Item = L>) -> Result<Summary, Broken> {
    let mut verifier = Verifier::new();
    for line in lines {
        verifier.line(line.as_ref().as_bytes())?;
    }
    Ok(verifier.finish())
}

#[cfg(test)]
mod tests {
    use super::{Broken, Verifier, Why, verify};
    use crate::journal::entry::tests::entry;
    use crate::journal::{GENESIS, Summary, seal};
    use proptest::prelude::*;
    use serde_json::Value;

    fn chain(texts: &[&str]) -> Vec<String> {
        let mut previous = GENESIS.to_owned();
        let mut lines = Vec::new();
        for (number, text) in (1..).zip(texts) {
            let sealed = seal(&previous, &entry(number, text));
            previous = sealed.hash;
            lines.push(sealed.line);
        }
        lines
    }

    #[track_caller]
    fn check(lines: &[String], line: u64, why: Why) {
        assert_eq!(verify(lines), Err(Broken { line, why }));
    }

    #[test]
    fn a_whole_chain() {
        let summary = verify(chain(&["one", "deux", "three"])).expect("whole");
        assert_eq!(summary.entries, 3);
        assert_eq!(summary.first.as_deref(), Some("2026-11-22T10:00:01Z"));
        assert_eq!(summary.last.as_deref(), Some("2026-11-22T10:00:03Z"));
        assert_eq!(verify(Vec::<String>::new()), Ok(Summary::default()));
    }

    #[test]
    fn an_entry_changed() {
        let mut lines = chain(&["12 h", "8 h", "4 h"]);
        lines[1] = lines[1].replace("8 h", "9 h");
        check(&lines, 2, Why::Changed);
    }

    #[test]
    fn an_entry_changed_and_hashed_anew() {
        let mut lines = chain(&["12 h", "8 h", "4 h"]);
        let value: Value = serde_json::from_str(&lines[0]).expect("JSON");
        let hash = value.get("hash").and_then(Value::as_str).expect("hash");
        lines[1] = seal(hash, &entry(2, "9 h")).line;
        check(&lines, 3, Why::Unlinked);
    }

    #[test]
    fn an_entry_removed_moved_or_given_twice() {
        let lines = chain(&["a", "b", "c"]);
        check(&[lines[0].clone(), lines[2].clone()], 2, Why::OutOfOrder { expected: 2, found: 3 });
        check(&lines[1..], 1, Why::OutOfOrder { expected: 1, found: 2 });
        check(&[lines[0].clone(), lines[0].clone()], 2, Why::OutOfOrder { expected: 2, found: 1 });
    }

    #[test]
    fn an_entry_written_otherwise() {
        let lines = chain(&["a"]);
        check(&[lines[0].replacen(':', ": ", 1)], 1, Why::NotCanonical);
        check(&[lines[0].replacen('{', "{\"aval\":\"0.1.0\",", 1)], 1, Why::NotCanonical);
        check(&[String::new()], 1, Why::NotAnEntry);
        check(&["{}".to_owned()], 1, Why::Lacks("time"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: prop::test_runner::RngSeed::Fixed(11), cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn any_byte_changed_is_noticed(at in any::<prop::sample::Index>(), flip in 1..=255u8) {
            let mut bytes = chain(&["Il pèse 1,2 kg \"net\" 👍", "12 hours\nof it"]).join("\n").into_bytes();
            let place = at.index(bytes.len());
            bytes[place] ^= flip;
            prop_assert!(read(&bytes).is_err());
        }

        #[test]
        fn any_byte_removed_or_added_is_noticed(at in any::<prop::sample::Index>(), added in prop::option::of(any::<u8>())) {
            let mut bytes = chain(&["Il pèse 1,2 kg 👍", "12 hours"]).join("\n").into_bytes();
            let place = at.index(bytes.len());
            match added {
                Some(byte) => bytes.insert(place, byte),
                None => { bytes.remove(place); }
            }
            prop_assert!(read(&bytes).is_err());
        }

        #[test]
        fn any_text_seals_and_verifies(texts in prop::collection::vec(".*", 1..5)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            prop_assert_eq!(verify(chain(&texts)).map(|s| s.entries), Ok(texts.len() as u64));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }

    fn read(bytes: &[u8]) -> Result<Summary, Broken> {
        let mut verifier = Verifier::new();
        for line in bytes.split(|byte| *byte == b'\n') {
            verifier.line(line)?;
        }
        Ok(verifier.finish())
    }
}
