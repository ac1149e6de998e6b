//! Compiles `src/value/data` into sorted tables: units, the words values are made of, the names of standards.
//! Not here: reading values (`value`).

use crate::folding::fold;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitLine {
    factor: String,
    offset: Option<String>,
    dimension: Option<String>,
    group: Option<String>,
    currency: Option<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    exact: Vec<String>,
    #[serde(default)]
    glued: Vec<String>,
    #[serde(default)]
    shy: Vec<String>,
    #[serde(default)]
    hot: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    fr: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Standards {
    standard: Vec<StandardLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StandardLine {
    id: String,
    grade: String,
    #[serde(default)]
    case: bool,
    names: Vec<String>,
}

/// A spelling of a unit: which unit, as written, and how strictly it is matched.
type Spelling = (usize, String, &'static str);

/// Numbers the tables: each has a bit among the marks of a token.
#[derive(Default)]
struct Bits {
    tables: u32,
}

impl Bits {
    /// The bit of a new table.
    fn next(&mut self) -> Result<u32, String> {
        self.tables += 1;
        1_u32.checked_shl(self.tables - 1).ok_or_else(|| "value tables: more than 32 tables need a wider mark".to_owned())
    }
}

/// Writes `value_tables.rs`.
pub(crate) fn compile(root: &Path, out: &Path) -> Result<(), String> {
    let data = root.join("src/value/data");
    println!("cargo:rerun-if-changed={}", data.display());
    let mut code = String::new();
    let mut bits = Bits::default();
    units(&read(&data.join("units.toml"))?, &mut code, &mut bits)?;
    words(&read(&data.join("words.toml"))?, &mut code, &mut bits)?;
    standards(&read(&data.join("standards.toml"))?, &mut code, &mut bits)?;
    let place = out.join("value_tables.rs");
    std::fs::write(&place, code).map_err(|e| format!("{}: {e}", place.display()))
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// What spellings are compared by: folded, words parted by one space, everything else joined.
fn key(name: &str) -> String {
    let mut key = String::new();
    let mut parted = false;
    for c in fold(name).chars() {
        if c.is_whitespace() || c == '-' {
            parted = true;
            continue;
        }
        if parted && c.is_alphabetic() && key.ends_with(char::is_alphabetic) {
            key.push(' ');
        }
        parted = false;
        key.push(c);
    }
    key
}

fn units(table: &BTreeMap<String, BTreeMap<String, UnitLine>>, code: &mut String, bits: &mut Bits) -> Result<(), String> {
    let mut rows = String::new();
    let mut names: BTreeMap<String, Vec<Spelling>> = BTreeMap::new();
    let mut index = 0;
    for (section, lines) in table {
        for (id, line) in lines {
            rows.push_str(&unit_row(section, id, line).map_err(|e| format!("units.toml: {id}: {e}"))?);
            spellings(index, line, &mut names);
            index += 1;
        }
    }
    let _ = writeln!(code, "/// Every unit, by index.\npub(super) static UNITS: &[Row] = &[\n{rows}];");
    let _ = writeln!(code, "/// The bit of the spellings of units.\nconst NAMES_BIT: u32 = {};", bits.next()?);
    let mut text = String::new();
    for (key, list) in names {
        text.push_str(&key);
        for (unit, written, how) in list {
            let _ = write!(text, "\t{}{unit}", letter(how));
            if written != key {
                let _ = write!(text, ":{written}");
            }
        }
        text.push('\n');
    }
    let _ = writeln!(code, "/// Spellings by key: a line each, `value::table` says how it is read.\nstatic SPELLINGS: &str = {text:?};");
    Ok(())
}

/// The letter that stands for a strictness.
fn letter(how: &str) -> char {
    match how {
        "Exact" => 'e',
        "Symbol" => 's',
        "Glued" => 'g',
        "Shy" => 'y',
        "Hot" => 'h',
        _ => 'w',
    }
}

fn unit_row(section: &str, id: &str, line: &UnitLine) -> Result<String, String> {
    let dimension = camel(line.dimension.as_deref().unwrap_or(section));
    let group = line.currency.as_deref().or(line.group.as_deref()).unwrap_or(section);
    let (num, den) = line.factor.split_once('/').unwrap_or((&line.factor, "1"));
    let symbols: Vec<&String> = [&line.symbols, &line.exact, &line.glued, &line.shy].into_iter().flatten().collect();
    Ok(format!(
        "Row {{ id: {id:?}, dimension: Dimension::{dimension}, group: {group:?}, num: {}, den: {}, offset: {}, symbol: {:?}, en: &{:?}, fr: &{:?} }},\n",
        decimal(num)?,
        decimal(den)?,
        decimal(line.offset.as_deref().unwrap_or("0"))?,
        symbols.first().map_or("", |s| s.as_str()),
        line.en,
        line.fr,
    ))
}

fn camel(kebab: &str) -> String {
    kebab.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// A `Decimal` as a constant expression.
fn decimal(text: &str) -> Result<String, String> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = format!("{whole}{part}");
    let mantissa: u128 = digits.parse().map_err(|_| format!("{text:?} is not a decimal"))?;
    if mantissa >> 96 != 0 || part.len() > 28 {
        return Err(format!("{text:?} has too many digits"));
    }
    let (lo, mid, hi) = (mantissa as u32, (mantissa >> 32) as u32, (mantissa >> 64) as u32);
    Ok(format!("Decimal::from_parts({lo}, {mid}, {hi}, false, {})", part.len()))
}

fn spellings(index: usize, line: &UnitLine, names: &mut BTreeMap<String, Vec<Spelling>>) {
    let lists: [(&[String], &'static str); 7] = [
        (&line.exact, "Exact"),
        (&line.symbols, "Symbol"),
        (&line.glued, "Glued"),
        (&line.shy, "Shy"),
        (&line.hot, "Hot"),
        (&line.en, "Word"),
        (&line.fr, "Word"),
    ];
    for (list, how) in lists {
        for name in list {
            let entry = names.entry(key(name)).or_default();
            if !entry.iter().any(|(unit, written, h)| *unit == index && written == name && *h == how) {
                entry.push((index, name.split_whitespace().collect(), how));
            }
        }
    }
}

fn words(table: &BTreeMap<String, BTreeMap<String, Vec<String>>>, code: &mut String, bits: &mut Bits) -> Result<(), String> {
    let mut titles = String::new();
    for (section, lines) in table {
        let mut rows: BTreeMap<String, &str> = BTreeMap::new();
        for (name, list) in lines {
            for word in list {
                rows.insert(key(word), name);
            }
        }
        let bit = bits.next()?;
        let title = section.to_uppercase().replace('-', "_");
        let _ = writeln!(code, "/// Section `{section}` of words.toml.\npub(super) static {title}: &Words = &Words {{ bit: {bit}, rows: &[");
        for (key, name) in rows {
            let _ = writeln!(code, "({key:?}, {name:?}),");
        }
        code.push_str("] };\n");
        let _ = write!(titles, "{title}, ");
    }
    let _ = writeln!(code, "/// Every section of words.toml.\nstatic SECTIONS: &[&Words] = &[{titles}];");
    Ok(())
}

fn standards(table: &Standards, code: &mut String, bits: &mut Bits) -> Result<(), String> {
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for line in &table.standard {
        for name in &line.names {
            let exact = if line.case { name.split_whitespace().collect() } else { String::new() };
            rows.insert(key(name), format!("({:?}, Grade::{}, {exact:?})", line.id, camel(&line.grade)));
        }
    }
    code.push_str("/// Names of standards: family, what may follow, the spelling where case matters.\n");
    let bit = bits.next()?;
    let _ = writeln!(code, "pub(super) static STANDARDS: &Table<(&str, Grade, &str)> = &Table {{ bit: {bit}, rows: &[");
    for (key, row) in rows {
        let _ = writeln!(code, "({key:?}, {row}),");
    }
    code.push_str("] };\n");
    code.push_str("/// How a standard's name is written.\npub(super) static STANDARD_NAMES: &[(&str, &str)] = &[\n");
    for line in &table.standard {
        let _ = writeln!(code, "({:?}, {:?}),", line.id, line.names.first().map_or(line.id.as_str(), String::as_str));
    }
    code.push_str("];\n");
    Ok(())
}
