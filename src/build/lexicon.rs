//! Compiles `src/lexicon/data` into one sorted table of stemmed phrases and the tables of opposites, scales and categories.
//! Not here: matching (`lexicon`).

use crate::stem::{Lang, stem};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    #[serde(default)]
    dims: Vec<String>,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    fr: Vec<String>,
    #[serde(default)]
    en_cue: Vec<String>,
    #[serde(default)]
    fr_cue: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    attribute: Vec<Entry>,
    #[serde(default)]
    word: Vec<Entry>,
}

#[derive(Deserialize)]
struct Opposites {
    #[serde(default)]
    opposite: Vec<Opposite>,
}

#[derive(Deserialize)]
struct Opposite {
    a: String,
    b: String,
}

#[derive(Deserialize)]
struct Scales {
    #[serde(default)]
    scale: Vec<Scale>,
}

#[derive(Deserialize)]
struct Scale {
    id: String,
    steps: Vec<String>,
}

#[derive(Deserialize)]
struct Categories {
    #[serde(default)]
    category: Vec<Category>,
}

#[derive(Deserialize)]
struct Category {
    id: String,
    members: Vec<String>,
}

#[derive(Deserialize)]
struct Function {
    skip_en: Vec<String>,
    skip_fr: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    light_en: Vec<String>,
    light_fr: Vec<String>,
}

type Outcome<T> = Result<T, String>;

fn parse<T: for<'de> Deserialize<'de>>(path: &Path) -> Outcome<T> {
    println!("cargo:rerun-if-changed={}", path.display());
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut found: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).filter(|p| p.extension().is_some_and(|x| x == "toml")).collect();
    found.sort();
    Ok(found)
}

/// Folding as `text::fold` does it, for the letters that stand in the tables.
fn fold(word: &str) -> String {
    word.chars()
        .flat_map(|c| c.to_lowercase())
        .flat_map(|c| {
            let plain: &str = match c {
                'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => "a",
                'é' | 'è' | 'ê' | 'ë' => "e",
                'î' | 'ï' | 'í' => "i",
                'ô' | 'ö' | 'ó' | 'ø' => "o",
                'ù' | 'û' | 'ü' | 'ú' => "u",
                'ç' => "c",
                'ñ' => "n",
                'ÿ' => "y",
                'œ' => "oe",
                'æ' => "ae",
                'ß' => "ss",
                '’' => "'",
                '²' => "2",
                '³' => "3",
                _ => return vec![c],
            };
            plain.chars().collect()
        })
        .collect()
}

/// The stems of a phrase, parted as `text::token` parts words; words that phrases may skip are left out, and words that are
/// compared as they stand carry a `=`.
fn stems(phrase: &str, lang: Lang, skip: &[String]) -> Vec<String> {
    let folded = fold(phrase);
    let mut words = Vec::new();
    for word in folded.split([' ', '-', '\u{a0}', '/', '+', '&', '.']).filter(|w| !w.is_empty()) {
        let exact = word.starts_with('=');
        let mut rest = word.trim_start_matches('=');
        while let Some(at) = rest.find('\'') {
            words.push((rest[..=at].to_owned(), true));
            rest = &rest[at + 1..];
        }
        push_runs(rest, exact, &mut words);
    }
    let kept: Vec<String> =
        words.iter().filter(|(w, _)| !skip.contains(w)).map(|(w, exact)| if *exact { format!("={w}") } else { stem(w, lang) }).collect();
    if kept.is_empty() { words.into_iter().map(|(w, _)| format!("={w}")).collect() } else { kept }
}

/// Letters and digits are separate tokens.
fn push_runs(word: &str, exact: bool, words: &mut Vec<(String, bool)>) {
    let mut run = String::new();
    for c in word.chars().filter(|c| c.is_alphanumeric()) {
        if run.chars().last().is_some_and(|l| l.is_ascii_digit() != c.is_ascii_digit()) {
            words.push((std::mem::take(&mut run), exact));
        }
        run.push(c);
    }
    if !run.is_empty() {
        words.push((run, exact));
    }
}

struct Table {
    ids: BTreeMap<String, usize>,
    concepts: String,
    names: String,
    phrases: Vec<(String, usize, Lang, bool)>,
}

fn add(table: &mut Table, entry: &Entry, attribute: bool, function: &Function, path: &Path) -> Outcome<()> {
    if let Some(at) = table.ids.get(&entry.id).copied() {
        // A thing and an attribute of one name are one concept: the phrases add up.
        return add_phrases(table, entry, at, function, path);
    }
    let index = table.ids.len();
    table.ids.insert(entry.id.clone(), index);
    let dims: Vec<String> = entry.dims.iter().map(|d| format!("Dimension::{}", camel(d))).collect();
    let kind = if attribute { "Attribute".to_owned() } else { camel(if entry.kind.is_empty() { "thing" } else { &entry.kind }) };
    let _ = writeln!(table.concepts, "    Concept {{ kind: Kind::{kind}, dims: &[{}] }},", dims.join(", "));
    let _ = write!(table.names, "{:?}, ", entry.id);
    add_phrases(table, entry, index, function, path)
}

fn add_phrases(table: &mut Table, entry: &Entry, index: usize, function: &Function, path: &Path) -> Outcome<()> {
    for (phrases, lang, cue) in
        [(&entry.en, Lang::En, false), (&entry.fr, Lang::Fr, false), (&entry.en_cue, Lang::En, true), (&entry.fr_cue, Lang::Fr, true)]
    {
        let skip = if lang == Lang::Fr { &function.skip_fr } else { &function.skip_en };
        for phrase in phrases {
            let stems = stems(phrase, lang, skip);
            if stems.is_empty() || stems.len() > 6 {
                return Err(format!("{}: [{}] {phrase:?}: a phrase has one to six words", path.display(), entry.id));
            }
            table.phrases.push((stems.join(" "), index, lang, cue));
        }
    }
    Ok(())
}

fn camel(kebab: &str) -> String {
    kebab.split('-').map(|p| p.chars().next().map(|c| c.to_uppercase().collect::<String>() + &p[c.len_utf8()..]).unwrap_or_default()).collect()
}

fn named(table: &Table, id: &str) -> Option<usize> {
    table.ids.get(id).copied()
}

/// Writes `lexicon.rs` into the build's folder.
pub(crate) fn compile(root: &Path, out: &Path) -> Outcome<()> {
    let data = root.join("src/lexicon/data");
    let function: Function = parse(&data.join("function.toml"))?;
    let mut table = Table { ids: BTreeMap::new(), concepts: String::new(), names: String::new(), phrases: Vec::new() };
    for (folder, attribute) in [("attributes", true), ("words", false)] {
        for path in files(&data.join(folder))? {
            let file: File = parse(&path)?;
            for entry in file.attribute.iter().chain(&file.word) {
                add(&mut table, entry, attribute, &function, &path)?;
            }
        }
    }
    table.phrases.sort();
    table.phrases.dedup();
    drop_denied_twins(&mut table.phrases);
    std::fs::write(out.join("lexicon.rs"), write(&table, &data, &function)?).map_err(|e| e.to_string())
}

/// "no palm oil" beside "palm oil" under one concept only says that the attribute is spoken of: the denial is not its meaning.
fn drop_denied_twins(phrases: &mut Vec<(String, usize, Lang, bool)>) {
    let plain: std::collections::BTreeSet<(String, usize)> = phrases.iter().map(|p| (p.0.clone(), p.1)).collect();
    phrases.retain(|p| {
        let mut words = p.0.split(' ');
        let denies = words.next().is_some_and(|w| matches!(w, "no" | "not" | "without" | "san" | "sans" | "pas" | "aucun" | "non"));
        !(denies && plain.contains(&(words.collect::<Vec<_>>().join(" "), p.1)))
    });
}

fn write(table: &Table, data: &Path, function: &Function) -> Outcome<String> {
    let mut text = String::new();
    let _ = writeln!(text, "pub(super) static CONCEPTS: &[Concept] = &[\n{}];", table.concepts);
    // Apart from the concepts, so that a program that never asks for a name does not carry them.
    let _ = writeln!(text, "pub(super) static IDS: &[&str] = &[{}];", table.names);
    crate::phrases::write(&table.phrases, table.ids.len(), &mut text)?;
    write_relations(table, data, &mut text)?;
    for (name, lang, words) in [
        ("STOP_EN", Lang::En, &function.en),
        ("STOP_FR", Lang::Fr, &function.fr),
        ("LIGHT_EN", Lang::En, &function.light_en),
        ("LIGHT_FR", Lang::Fr, &function.light_fr),
    ] {
        let mut all: Vec<String> = words.iter().map(|w| stem(&fold(w), lang)).chain(words.iter().map(|w| fold(w))).collect();
        all.sort();
        all.dedup();
        let _ = writeln!(text, "pub(super) static {name}: &[&str] = &{all:?};");
    }
    for (name, words) in [("SKIP_EN", &function.skip_en), ("SKIP_FR", &function.skip_fr)] {
        let mut skip = words.clone();
        skip.sort();
        let _ = writeln!(text, "pub(super) static {name}: &[&str] = &{skip:?};");
    }
    Ok(text)
}

fn write_relations(table: &Table, data: &Path, text: &mut String) -> Outcome<()> {
    let mut usual = Vec::new();
    let mut free = Vec::new();
    for (dimension, ids) in parse::<BTreeMap<String, Vec<String>>>(&data.join("usual.toml"))? {
        for id in ids {
            if dimension == "free" {
                free.extend(named(table, &id));
                continue;
            }
            let concept = named(table, &id).ok_or_else(|| format!("usual.toml: {id:?}: no such attribute"))?;
            usual.push(format!("(Dimension::{}, {concept})", camel(&dimension)));
        }
    }
    free.sort_unstable();
    let _ = writeln!(text, "pub(super) static FREE: &[u16] = &{free:?};");
    let _ = writeln!(text, "pub(super) static USUAL: &[(Dimension, u16)] = &[{}];", usual.join(", "));
    let mut pairs = Vec::new();
    if data.join("opposites.toml").exists() {
        for pair in parse::<Opposites>(&data.join("opposites.toml"))?.opposite {
            match (named(table, &pair.a), named(table, &pair.b)) {
                (Some(a), Some(b)) => pairs.extend([(a, b), (b, a)]),
                _ => return Err(format!("opposites.toml: {:?} / {:?}: no such word", pair.a, pair.b)),
            }
        }
    }
    pairs.sort();
    pairs.dedup();
    let _ = writeln!(text, "pub(super) static OPPOSITES: &[(u16, u16)] = &{pairs:?};");
    let mut steps = Vec::new();
    if data.join("scales.toml").exists() {
        for (scale, entry) in parse::<Scales>(&data.join("scales.toml"))?.scale.iter().enumerate() {
            for (step, id) in entry.steps.iter().enumerate() {
                match named(table, id) {
                    Some(concept) => steps.push((concept, scale, step)),
                    None if id.contains('/') => {}
                    None => return Err(format!("scales.toml: [{}] {id:?}: no such word", entry.id)),
                }
            }
        }
    }
    steps.sort();
    let _ = writeln!(text, "pub(super) static STEPS: &[(u16, u8, u8)] = &{steps:?};");
    let mut members = Vec::new();
    if data.join("categories.toml").exists() {
        for (at, category) in parse::<Categories>(&data.join("categories.toml"))?.category.iter().enumerate() {
            for id in &category.members {
                let member = named(table, id).ok_or_else(|| format!("categories.toml: [{}] {id:?}: no such word", category.id))?;
                members.push((member, at));
            }
        }
    }
    members.sort();
    members.dedup();
    let _ = writeln!(text, "pub(super) static MEMBERS: &[(u16, u8)] = &{members:?};");
    Ok(())
}
