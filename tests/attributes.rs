//! The tables of attributes: their form, what everyday words point to, and which words must point nowhere.
//! Not here: matching itself (`lexicon`), what a sheet's own words mean (`library`).

use aval::lexicon::{self, Kind};
use aval::text::{Lang, Text};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    attribute: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    dims: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    en_cue: Vec<String>,
    fr_cue: Vec<String>,
}

/// Every entry with the file it stands in.
fn entries() -> Vec<(String, Entry)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data/attributes");
    let mut all = Vec::new();
    for file in std::fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        let table: Table = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        all.extend(table.attribute.into_iter().map(|e| (path.display().to_string(), e)));
    }
    all
}

fn words(phrase: &str) -> usize {
    phrase.split([' ', '-', '\'', '’']).filter(|w| !w.is_empty()).count()
}

#[test]
fn every_entry_is_well_formed() {
    let mut seen = BTreeMap::new();
    for (file, entry) in entries() {
        let at = format!("{file}: {}", entry.id);
        assert!(entry.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{at}: ids are kebab-case");
        assert_eq!(seen.insert(entry.id.clone(), file), None, "{at}: stands twice");
        let dims: BTreeSet<_> = entry.dims.iter().collect();
        assert_eq!(dims.len(), entry.dims.len(), "{at}: a dimension stands twice");
        for list in [&entry.en, &entry.fr, &entry.en_cue, &entry.fr_cue] {
            assert!(!list.is_empty(), "{at}: named and pointed to in both languages");
            for phrase in list {
                assert!((1..=5).contains(&words(phrase)), "{at}: {phrase:?} has one to five words");
                assert_eq!(phrase, &phrase.to_lowercase(), "{at}: phrases are in lower case");
            }
        }
    }
    assert!(seen.len() >= 500, "{} attributes", seen.len());
}

/// The attributes that a text names or points to.
fn attributes(text: &str, lang: Lang) -> BTreeSet<&'static str> {
    let text = Text::read(text, Some(lang));
    let senses = lexicon::senses(&text.tokens, lang);
    let concepts = senses.iter().flat_map(|s| &s.concepts).map(|c| c.concept);
    concepts.filter(|c| c.concept().is_some_and(|c| c.kind == Kind::Attribute)).map(|c| c.name()).collect()
}

#[test]
fn everyday_words_point_to_their_attribute() {
    let mut missed = Vec::new();
    for (text, lang, id) in [
        ("It runs for 40 minutes on a single charge.", Lang::En, "battery-life"),
        ("Elle tient 8 h sans recharge.", Lang::Fr, "battery-life"),
        ("It tips the scales at 2 kg.", Lang::En, "weight"),
        ("Il ne pèse que 900 g.", Lang::Fr, "weight"),
        ("They're yours for £49, so what are you waiting for?", Lang::En, "price"),
        ("It will set you back £49.", Lang::En, "price"),
        ("Comptez 49 €, ça ne coûte pas plus.", Lang::Fr, "price"),
        ("You're covered for 2 years.", Lang::En, "warranty"),
        ("Votre appareil est garanti 2 ans.", Lang::Fr, "warranty"),
        ("You have 30 days to send it back.", Lang::En, "return-period"),
        ("Vous avez 30 jours pour changer d'avis.", Lang::Fr, "return-period"),
        ("It ships within 2 days.", Lang::En, "delivery-time"),
        ("C'est expédié sous 48 h.", Lang::Fr, "delivery-time"),
        ("We're open until 7 pm.", Lang::En, "opening-hours"),
        ("Le magasin est ouvert jusqu'à 19 h.", Lang::Fr, "opening-hours"),
        ("You can swap the battery yourself.", Lang::En, "removable-battery"),
        ("La batterie s'enlève en deux clics.", Lang::Fr, "removable-battery"),
        ("It keeps working without internet.", Lang::En, "offline-mode"),
        ("Ça marche aussi sans connexion.", Lang::Fr, "offline-mode"),
        ("Just pop it in the dishwasher.", Lang::En, "dishwasher-safe"),
        ("Le bol passe au lave-vaisselle.", Lang::Fr, "dishwasher-safe"),
        ("You can bring your dog.", Lang::En, "pets-allowed"),
        ("Les animaux sont acceptés.", Lang::Fr, "pets-allowed"),
        ("Cancel any time, no strings.", Lang::En, "cancellation-terms"),
        ("Vous pouvez résilier quand vous voulez.", Lang::Fr, "cancellation-terms"),
        ("It's as quiet as a library.", Lang::En, "noise-level"),
        ("Il est vraiment silencieux.", Lang::Fr, "noise-level"),
        ("It charges in 3 hours.", Lang::En, "charging-time"),
        ("Elle se recharge en 3 h.", Lang::Fr, "charging-time"),
        ("You can wear it in the shower.", Lang::En, "water-resistance"),
        ("Vous pouvez nager avec.", Lang::Fr, "water-resistance"),
        ("She was born in 1970.", Lang::En, "birth"),
        ("1,5 million de personnes y vivent.", Lang::Fr, "population"),
    ] {
        let found = attributes(text, lang);
        if !found.contains(id) {
            missed.push(format!("{text:?} speaks of {id}, found {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn words_of_courtesy_point_nowhere() {
    for (text, lang) in [
        ("Hi Anna, thanks for asking! So sorry about that.", Lang::En),
        ("Hey, feel free to ask us anything, of course.", Lang::En),
        ("Have a lovely day and enjoy! The team", Lang::En),
        ("Bonjour Anna, merci pour votre question !", Lang::Fr),
        ("Coucou ! Désolés, ce n'est pas ce que nous voulons.", Lang::Fr),
        ("Or, nous ne le savons pas. Belle journée, l'équipe", Lang::Fr),
        ("Ça ne se peut pas, où est-ce que vous êtes ?", Lang::Fr),
    ] {
        assert_eq!(attributes(text, lang), BTreeSet::new(), "{text:?}");
    }
}
