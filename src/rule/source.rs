//! A pack as written, before its patterns are read: strings and their places. Also compiled into the build script.
//! Not here: any meaning.

use serde::{Deserialize, Serialize};

/// Words with the line and column (from 1) they were written at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Spot {
    /// The words.
    pub text: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// The same thing in English and in French, or once for both.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Both {
    /// English.
    pub en: Vec<Spot>,
    /// French.
    pub fr: Vec<Spot>,
    /// Either language.
    pub any: Vec<Spot>,
}

impl Both {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.fr.is_empty() && self.any.is_empty()
    }
}

/// A fact the sheet must hold, as written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NeedSource {
    /// Words that name the attribute or value, alternatives parted by `|`.
    pub fact: Spot,
    /// "IP67", "30": the least grade or number.
    pub minimum: Option<Spot>,
    /// The fact must hold on the day: a certificate.
    pub valid: bool,
}

/// A rule as written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RuleSource {
    /// Its id and the line it stands on.
    pub id: Spot,
    /// `error`, `warning` or `note`; the pack's where absent.
    pub severity: Option<Spot>,
    /// The patterns.
    pub patterns: Both,
    /// Within one of these the match is no match.
    pub unless_in: Both,
    /// Lifted by one of these in the sentence.
    pub unless: Both,
    /// Lifted by one of these in the post.
    pub unless_post: Both,
    /// Only with one of these in the sentence.
    pub with: Both,
    /// Only with one of these in the post.
    pub with_post: Both,
    /// Facts that lift it; any one does.
    pub needs: Vec<NeedSource>,
    /// `asked`, `hedged`, `negated`, `quoted`, `supposed`: contexts in which it counts all the same.
    pub even: Vec<Spot>,
    /// Message, at most one a language.
    pub message: Both,
    /// Law and article.
    pub why: Both,
    /// Suggested wording to put in place of the match.
    pub replace: Both,
    /// Advice without a replacement.
    pub advice: Both,
    /// Markets it is limited to.
    pub markets: Vec<Spot>,
    /// Products it is limited to.
    pub products: Vec<Spot>,
    /// Sites it is limited to.
    pub sites: Vec<Spot>,
    /// `public` (the default), `private` or `any`.
    pub audience: Option<Spot>,
    /// First day, ISO 8601.
    pub from: Option<Spot>,
    /// Last day.
    pub until: Option<Spot>,
    /// Must match.
    pub matches: Both,
    /// Must not match.
    pub pass: Both,
}

/// A pack as written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PackSource {
    /// The file's stem.
    pub name: String,
    /// The file's name, for messages.
    pub file: String,
    /// The category of its rules.
    pub category: Option<Spot>,
    /// Which of two overlapping categories is kept: the higher.
    pub weight: u8,
    /// Whether a sheet that states the very words lifts its rules.
    pub lifted_by_sheet: bool,
    /// For rules that do not say.
    pub severity: Option<Spot>,
    /// For rules that do not say.
    pub message: Both,
    /// For rules that do not say.
    pub why: Both,
    /// For rules that do not say.
    pub advice: Both,
    /// Lifts every rule, in the sentence.
    pub unless: Both,
    /// Lifts every rule, in the post.
    pub unless_post: Both,
    /// Named fragments: name and body, by language.
    pub sets: Vec<(String, Both)>,
    /// The rules.
    pub rules: Vec<RuleSource>,
}
