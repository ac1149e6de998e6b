//! Claim rules: packs of patterns, what lifts them, and what they say of a draft.
//! Not here: facts of a sheet (`verdict`), how a hit is shown beside a verdict (`finding`).

mod automaton;
mod builtin;
mod compile;
mod decide;
mod pattern;
mod personal;
#[cfg(feature = "read")]
pub mod read;
pub mod source;
mod standing;
mod stream;
mod wording;

pub use automaton::PATTERN_MOST;
pub use builtin::{builtin, packs as builtin_packs};
pub use compile::{Compiled, PackError};
pub use decide::{Context, Hit, NoFacts, Substantiation};
pub use pattern::{Pattern, Refused, Sets};
pub use standing::{Standing, standings};
pub use wording::from_sheet;

use crate::text::Lang;
use crate::value::PartialDate;
use serde::{Deserialize, Serialize};

/// How grave a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Shown, never in the way.
    Note,
    /// The guard asks.
    Warning,
    /// The guard stops the post.
    Error,
}

/// The same words in English and French; an empty one falls back on the other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localised {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Localised {
    /// The words in a language, or in the other where that one has none.
    pub fn of(&self, lang: Lang) -> &str {
        match (lang, self.en.is_empty(), self.fr.is_empty()) {
            (Lang::En, false, _) | (_, _, true) => &self.en,
            _ => &self.fr,
        }
    }

    /// The same words in both.
    pub fn same(text: &str) -> Self {
        Localised { en: text.to_owned(), fr: text.to_owned() }
    }
}

/// What can be done about a hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// For a person.
    pub label: String,
    /// What to put in place of the hit; `None` for advice.
    pub replacement: Option<String>,
}

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// It ships with Aval.
    Shipped,
    /// A user's own pack.
    User,
    /// A line of a sheet.
    Sheet {
        /// The sheet's id.
        sheet: String,
        /// Its line, from 1.
        line: u32,
        /// The wording as written there.
        wording: String,
    },
}

/// What a part of a rule is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// It is what is flagged.
    Flag,
    /// A match inside or across it is none.
    UnlessIn,
    /// It lifts matches in its sentence.
    Unless,
    /// It lifts matches in the post.
    UnlessPost,
    /// Matches need it in their sentence.
    With,
    /// Matches need it in the post.
    WithPost,
}

/// A fact that makes the words acceptable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Words that name the attribute or value; any of them.
    pub words: Vec<String>,
    /// The least grade or number: "IP67", "30".
    pub minimum: Option<String>,
    /// It must hold today.
    pub valid: bool,
}

/// Who will read the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Anyone.
    #[default]
    Public,
    /// One person: a private message.
    Private,
}

/// Where and when a rule holds; an empty list is everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Limits {
    /// Markets, upper case.
    pub markets: Vec<String>,
    /// Products, folded.
    pub products: Vec<String>,
    /// Hosts.
    pub sites: Vec<String>,
    /// `None`: any audience.
    pub audience: Option<Audience>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub until: Option<PartialDate>,
}

/// A rule. `parts` is empty once compiled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// `claim/<category>` for rules that ship, `<pack>/<id>` else.
    pub name: String,
    /// Its id inside the pack.
    pub id: String,
    /// A category of the shipped packs, or the pack's name.
    pub category: String,
    /// How grave.
    pub severity: Severity,
    /// Of overlapping hits of different categories the heavier is kept.
    pub weight: u8,
    /// What is wrong; `{text}` stands for the words.
    pub message: Localised,
    /// Law and article, or the user's reason.
    pub why: Localised,
    /// Replacements, then advice, by language.
    pub replace: Localised,
    /// Advice without a replacement.
    pub advice: Localised,
    /// Contexts in which it counts although nothing is asserted.
    pub even: Vec<Standing>,
    /// Whether a sheet that states the very words lifts it.
    pub lifted_by_sheet: bool,
    /// Facts that lift it; any one does.
    pub needs: Vec<Need>,
    /// Where and when it holds.
    pub limits: Limits,
    /// Where it comes from.
    pub origin: Origin,
    /// Its patterns, until compiled.
    #[serde(skip)]
    pub parts: Vec<(Role, Pattern)>,
}

/// A set of rules of one origin, read and proven by its examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The file's stem.
    pub name: String,
    /// The rules.
    pub rules: Vec<Rule>,
    /// What was not taken, with line and reason.
    pub left_out: Vec<LeftOut>,
}

/// A rule of a user's file that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// File.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Why.
    pub reason: String,
}
