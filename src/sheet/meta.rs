//! What a sheet says of itself: name, products, brand, other names, markets, validity; from front matter and from labels that mean the same.
//! Not here: facts about products (`facts`), short forms of names (`names`).

use super::block::{Block, Run};
use super::words;
use super::{dates, label};
use crate::fact::Validity;
use crate::span::Span;

/// What a sheet says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Meta {
    pub(super) name: Option<String>,
    pub(super) products: Vec<String>,
    pub(super) brand: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) markets: Vec<String>,
    pub(super) validity: Validity,
}

/// What a key of the front matter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    Name,
    Products,
    Brand,
    Aliases,
    Markets,
    From,
    Until,
    Validity,
}

/// The topic of a key, if the sheet speaks of itself there.
pub(super) fn topic(key: &str) -> Option<Topic> {
    let tables: [(&[&str], Topic); 8] = [
        (words::KEY_NAME, Topic::Name),
        (words::KEY_PRODUCTS, Topic::Products),
        (words::KEY_BRAND, Topic::Brand),
        (words::KEY_ALIASES, Topic::Aliases),
        (words::KEY_MARKETS, Topic::Markets),
        (words::KEY_FROM, Topic::From),
        (words::KEY_UNTIL, Topic::Until),
        (words::KEY_VALIDITY, Topic::Validity),
    ];
    let key = words::phrase(key);
    tables.iter().find(|(t, _)| t.contains(&key.as_str())).map(|(_, topic)| *topic)
}

/// Gathers what the blocks say of the sheet itself.
pub(super) fn gather(blocks: &[Block]) -> Meta {
    let mut meta = Meta::default();
    let mut titles = 0;
    for block in blocks {
        match block {
            Block::Entry { key, values } => {
                if let Some(topic) = topic(&key.text) {
                    meta.take(topic, values);
                }
            }
            Block::Heading { text, .. } => {
                titles += 1;
                if titles == 1 {
                    meta.fill_validity(&text.text);
                }
            }
            Block::Line(run) | Block::Item { text: run, .. } => meta.line(run, titles < 2),
            Block::Table { rows, .. } => rows.iter().filter(|r| r.len() == 2).for_each(|r| {
                if let [key, value] = r.as_slice() {
                    meta.labelled(&key.text, value, false);
                }
            }),
            Block::Term { .. } | Block::Note { .. } => {}
        }
    }
    meta
}

impl Meta {
    fn line(&mut self, run: &Run, opening: bool) {
        for span in sentences(&run.text) {
            let sentence = run.part(span);
            match label::colon(&sentence.text) {
                Some(pair) => {
                    let value = sentence.part(pair.value);
                    self.labelled(pair.key.of(&sentence.text), &value, opening);
                }
                None if opening && self.validity == Validity::default() && opens_validity(&sentence.text) => self.fill_validity(&sentence.text),
                None => {}
            }
        }
    }

    /// A label outside the front matter: other names anywhere, the rest only before the facts begin.
    fn labelled(&mut self, key: &str, value: &Run, opening: bool) {
        match topic(key) {
            Some(Topic::Aliases) => self.take(Topic::Aliases, std::slice::from_ref(value)),
            Some(Topic::Brand) if self.brand.is_none() => self.take(Topic::Brand, std::slice::from_ref(value)),
            Some(topic @ (Topic::Products | Topic::Validity)) if opening && self.products.is_empty() => self.take(topic, std::slice::from_ref(value)),
            _ => {}
        }
    }

    fn take(&mut self, topic: Topic, values: &[Run]) {
        let first = values.first().map(|v| v.text.trim().to_owned()).filter(|s| !s.is_empty());
        let all = || values.iter().flat_map(|v| items(&v.text));
        match topic {
            Topic::Name => {
                let several: Vec<String> = all().collect();
                if self.products.is_empty() && several.len() > 1 && values.len() == 1 && several.iter().all(|s| words::words(s).len() <= 6) && first.as_deref().is_some_and(|f| f.contains(';')) {
                    self.products = several;
                } else {
                    self.name = self.name.take().or(first);
                }
            }
            Topic::Products => self.products.extend(all()),
            Topic::Brand => self.brand = self.brand.take().or(first),
            Topic::Aliases => self.aliases.extend(all()),
            Topic::Markets => self.markets.extend(all()),
            Topic::From => self.validity.from = first.as_deref().and_then(dates::day).or(self.validity.from),
            Topic::Until => self.validity.until = first.as_deref().and_then(dates::day).or(self.validity.until),
            Topic::Validity => values.iter().for_each(|v| self.fill_validity(&v.text)),
        }
    }

    fn fill_validity(&mut self, text: &str) {
        let found = dates::validity(text);
        self.validity.from = self.validity.from.or(found.from);
        self.validity.until = self.validity.until.or(found.until);
    }
}

/// "Valid from 1 September 2025", "Tarifs en vigueur depuis le 1er mars".
fn opens_validity(sentence: &str) -> bool {
    words::words(sentence).len() <= 14 && words::holds(sentence, &["valid", "valable", "valables", "valide", "effective", "en vigueur", "applicable", "applicables", "applies"])
}

/// Names in one value: "R40, R40 Max", "A; B", "UK and Ireland"; a bracket stays with its name.
pub(super) fn items(value: &str) -> Vec<String> {
    let mut out = Vec::new();
    let (mut depth, mut start) = (0i32, 0);
    let mut quoted = false;
    for (at, c) in value.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '«' | '“' => quoted = true,
            '»' | '”' => quoted = false,
            ',' | ';' if depth <= 0 && !quoted => {
                out.push(Span::new(start, at).of(value).to_owned());
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(Span::new(start, value.len()).of(value).to_owned());
    out.iter().flat_map(|s| conjoined(s)).map(|s| words::unquoted(s.trim().trim_end_matches('.'))).filter(|s| !s.is_empty()).collect()
}

/// "UK and Ireland" as two; "Salt & Pepper" as one.
fn conjoined(item: &str) -> Vec<String> {
    let cut = [" and ", " et "].iter().find_map(|j| item.split_once(j));
    match cut {
        Some((a, b)) if !a.contains(['(', '"']) && words::words(a).len() <= 4 => vec![a.trim_start_matches("and ").to_owned(), b.to_owned()],
        _ => vec![item.to_owned()],
    }
}

/// Places of the sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    crate::text::Text::read(text, None).sentences.into_iter().map(|s| s.span).collect()
}
