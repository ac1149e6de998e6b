//! Facts: what a sheet states of a product, as plain data, each with its place in the sheet.
//! Not here: how a sheet is read (`sheet`), how facts are indexed (`library`).

use crate::value::{PartialDate, Value};
use serde::{Deserialize, Serialize};

/// A spot in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Place {
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
}

/// From when to when something holds; an end that is not stated is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Validity {
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub until: Option<PartialDate>,
}

/// Whether a fact affirms or denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    /// "yes", "✓", "included", a plain statement.
    Yes,
    /// "no", "–" in a yes/no row, "not suitable for", "sans".
    No,
}

/// Whether a list names all there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closure {
    /// "only", "no other", or a plain enumeration in an attribute of choice (colours, sizes, countries).
    Closed,
    /// "such as", "among others", "etc.".
    Open,
}

/// A part of a fact's value that can be true or false on its own: a list item, a sentence of a note, a bracket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The words as written.
    pub text: String,
    /// Values in `text`; their spans are bytes of `text`.
    pub values: Vec<Value>,
    /// What it says of its words.
    pub polarity: Polarity,
    /// It stands in brackets or after "except", "only for", "if": it limits the part before it.
    pub limits: bool,
}

/// What a sheet states of one attribute of one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Index into [`Sheet::products`]; `None` when it holds for every product of the sheet.
    pub product: Option<u16>,
    /// The attribute as written ("Autonomie"), without its condition; empty for a free sentence.
    pub attribute: String,
    /// The condition in the attribute or column ("mode Éco", "per 100 ml"), as written.
    pub condition: Option<String>,
    /// The heading it stands under.
    pub group: Option<String>,
    /// The value as written ("150 min").
    pub value: String,
    /// The value taken apart; at least one part unless the value is empty.
    pub parts: Vec<Part>,
    /// `Yes` or `No` when the value opens with a yes or no word or sign; `None` when it states something else.
    pub answer: Option<Polarity>,
    /// Set when the parts are items of a list.
    pub list: Option<Closure>,
    /// Markets it is limited to, as written; empty for all.
    pub markets: Vec<String>,
    /// From when to when it holds, where the value or condition says so.
    pub validity: Validity,
    /// Where it stands.
    pub place: Place,
}

/// A product or a variant of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its name as written ("Airo 4 Pro").
    pub name: String,
    /// Other names: aliases, hashtags, short forms that are unique in the sheet ("the Pro", "R40").
    pub aliases: Vec<String>,
}

/// How grave a problem of a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gravity {
    /// Nothing could be read.
    Error,
    /// Something is not understood or contradicts itself.
    Warning,
    /// Worth knowing.
    Note,
}

/// Something about a sheet that its owner should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// How grave.
    pub gravity: Gravity,
    /// The words concerned.
    pub text: String,
    /// What is wrong and what to do, in English.
    pub message: String,
}

/// A wording the sheet approves or forbids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The wording without its quotation marks.
    pub text: String,
    /// What follows it in brackets or after a dash: a condition or a reason.
    pub note: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A sheet as understood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// The file's stem.
    pub id: String,
    /// Title: the front matter's name, else the first heading, else the id.
    pub title: String,
    /// Brand, where the front matter names one.
    pub brand: Option<String>,
    /// Names and aliases of the whole range ("Airo 4", "#Airo4").
    pub names: Vec<String>,
    /// Products or variants; empty when the sheet speaks of one thing alone.
    pub products: Vec<Product>,
    /// Markets of the whole sheet, as written.
    pub markets: Vec<String>,
    /// Validity of the whole sheet.
    pub validity: Validity,
    /// In the order of the sheet.
    pub facts: Vec<Fact>,
    /// *Approved wording*.
    pub approved: Vec<Wording>,
    /// *Never say*.
    pub never: Vec<Wording>,
    /// Partner brands, handles, codes and links ("Partners", "Partenaires").
    pub partners: Vec<Wording>,
    /// The company's own public contact lines, as written.
    pub contacts: Vec<Wording>,
    /// What was not understood, and contradictions.
    pub problems: Vec<Problem>,
}
