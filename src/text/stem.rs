//! Stems: the part of a folded word that its inflections share, in English and French.
//! Not here: meaning; two words of one stem may still differ (`lexicon` knows).
// This file is also compiled into the build script, which stems the lexicon with it.

use rust_stemmers::{Algorithm, Stemmer};

/// The languages a stem can be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

/// The stem of a folded word (Snowball: Porter, "Snowball: a language for stemming algorithms", 2001).
/// Words with digits and words of up to three letters are their own stems.
pub fn stem(folded: &str, lang: Lang) -> String {
    if folded.len() <= 3 || folded.bytes().any(|b| b.is_ascii_digit()) {
        return folded.to_owned();
    }
    let stemmer = match lang {
        Lang::En => Stemmer::create(Algorithm::English),
        Lang::Fr => Stemmer::create(Algorithm::French),
    };
    let mut stem = stemmer.stem(folded).into_owned();
    // Snowball keeps a final silent vowel in some French forms (legere / leger) and English ones (leave / leav).
    if stem.len() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}
