//! JSON to blocks: keys are labels, objects are sections, arrays of objects are tables. Each value keeps its place.
//! Not here: what keys mean.

use super::Blocks;
use crate::fact::{Gravity, Place, Problem};
use crate::sheet::block::{Block, FirstRow, Lines, Run};
use crate::sheet::{meta, words};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// Deeper objects are not entered.
const MOST_DEPTH: u8 = 24;

/// Larger tables are refused.
const MOST_CELLS: usize = 200_000;

/// An object in the order in which it is written.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// A JSON value with its place.
#[derive(Debug)]
enum Node<'a> {
    Scalar(Run),
    List(Vec<&'a RawValue>),
    Object(Vec<(String, &'a RawValue)>),
}

/// Reads a text; what is no JSON is told with line and column.
pub(super) fn read(source: &str) -> Blocks {
    let mut out = Blocks::default();
    match serde_json::from_str::<&RawValue>(source) {
        Ok(raw) => Reader { source, lines: Lines::new(source), out: &mut out }.top(raw),
        Err(error) => {
            let place = Place { line: error.line() as u32, column: error.column().max(1) as u32 };
            let message = format!("this is not valid JSON ({error}); correct it there, or load the sheet as Markdown or CSV");
            out.problems.push(Problem { place, gravity: Gravity::Error, text: String::new(), message });
        }
    }
    out
}

struct Reader<'a, 'b> {
    source: &'a str,
    lines: Lines<'a>,
    out: &'b mut Blocks,
}

impl<'a> Reader<'a, '_> {
    fn top(&mut self, raw: &'a RawValue) {
        match self.node(raw) {
            Node::Object(fields) => self.object(&fields, 1),
            Node::List(items) => self.list(&Run::default(), &items, 1),
            Node::Scalar(run) => self.out.blocks.push(Block::Line(run)),
        }
    }

    fn place(&mut self, raw: &RawValue) -> Place {
        let at = (raw.get().as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        self.lines.place(at.min(self.source.len()))
    }

    fn node(&mut self, raw: &'a RawValue) -> Node<'a> {
        let place = self.place(raw);
        let text = raw.get();
        let scalar = |words: &str| Node::Scalar(Run::plain(words, place));
        match text.bytes().next() {
            Some(b'{') => serde_json::from_str::<Fields<'a>>(text).map_or_else(|_| scalar(text), |f| Node::Object(f.0)),
            Some(b'[') => serde_json::from_str::<Vec<&'a RawValue>>(text).map_or_else(|_| scalar(text), Node::List),
            Some(b'"') => {
                let words = serde_json::from_str::<String>(text).unwrap_or_else(|_| text.to_owned());
                Node::Scalar(Run::plain(words.trim(), Place { column: place.column + 1, ..place }))
            }
            Some(b't') => scalar("yes"),
            Some(b'f') => scalar("no"),
            Some(b'n') => scalar(""),
            _ => scalar(text),
        }
    }

    fn object(&mut self, fields: &[(String, &'a RawValue)], depth: u8) {
        for (key, raw) in fields {
            let place = self.place(raw);
            let label = Run::plain(spoken(key), place);
            match self.node(raw) {
                Node::Scalar(run) => self.entry(label, vec![run], depth),
                Node::List(items) => self.list(&label, &items, depth),
                Node::Object(inner) => match measure(&mut |r| self.node(r), &inner) {
                    Some(run) => self.entry(label, vec![run], depth),
                    None if depth < MOST_DEPTH => {
                        self.out.blocks.push(Block::Heading { level: depth.saturating_add(1).min(6), text: label });
                        self.object(&inner, depth + 1);
                    }
                    None => self.too_deep(&label),
                },
            }
        }
    }

    fn too_deep(&mut self, label: &Run) {
        let message = format!("objects deeper than {MOST_DEPTH} levels are not read; flatten them");
        self.out.problems.push(Problem { place: label.place, gravity: Gravity::Warning, text: label.text.clone(), message });
    }

    /// A key about the sheet itself is front matter at the top; elsewhere a key is a term.
    fn entry(&mut self, key: Run, values: Vec<Run>, depth: u8) {
        let values: Vec<Run> = values.into_iter().filter(|v| !v.is_blank()).collect();
        let whole = depth == 1 && meta::topic(&key.text).is_some() || crate::sheet::outline::kind(&key.text) != crate::sheet::outline::Kind::Facts;
        match values.as_slice() {
            _ if whole => self.out.blocks.push(Block::Entry { key, values }),
            [] => {}
            [_] => self.out.blocks.push(Block::Term { term: key, values }),
            [first, ..] => {
                let text = values.iter().map(|v| v.text.as_str()).collect::<Vec<_>>().join("; ");
                let joined = Run::plain(text, first.place);
                self.out.blocks.push(Block::Term { term: key, values: vec![joined] });
            }
        }
    }

    fn list(&mut self, label: &Run, items: &[&'a RawValue], depth: u8) {
        let mut scalars = Vec::new();
        let mut objects = Vec::new();
        for item in items {
            match self.node(item) {
                Node::Scalar(run) => scalars.push(run),
                Node::Object(fields) => objects.push(fields),
                Node::List(inner) if depth < MOST_DEPTH => self.list(label, &inner, depth + 1),
                Node::List(_) => self.too_deep(label),
            }
        }
        if !scalars.is_empty() {
            self.entry(label.clone(), scalars, depth);
        }
        if !objects.is_empty() {
            self.objects(label, &objects, depth);
        }
    }

    /// Objects of one kind: pairs of name and value, or a table with a column for each key.
    fn objects(&mut self, label: &Run, objects: &[Vec<(String, &'a RawValue)>], depth: u8) {
        if !label.is_blank() && !words::is(&label.text, words::KEY_PRODUCTS) {
            self.out.blocks.push(Block::Heading { level: depth.saturating_add(1).min(6), text: label.clone() });
        }
        let mut seen = BTreeSet::new();
        let keys: Vec<&str> = objects.iter().flatten().map(|(k, _)| k.as_str()).filter(|k| seen.insert(*k)).collect();
        if keys.len() * objects.len() > MOST_CELLS {
            let message = format!("these objects would make a table of more than {MOST_CELLS} cells and are not read; split the sheet into one a product range");
            self.out.problems.push(Problem { place: label.place, gravity: Gravity::Error, text: label.text.clone(), message });
            return;
        }
        let rows: Vec<Vec<Run>> = objects.iter().map(|o| self.row(&keys, o)).collect();
        let place = rows.iter().flatten().next().map_or(Place::default(), |r| r.place);
        let head = keys.iter().map(|k| Run::plain(spoken(k), place)).collect();
        self.out.blocks.push(Block::Table { rows: std::iter::once(head).chain(rows).collect(), first: FirstRow::Header });
    }

    fn row(&mut self, keys: &[&str], object: &[(String, &'a RawValue)]) -> Vec<Run> {
        let fields: BTreeMap<&str, &'a RawValue> = object.iter().map(|(k, r)| (k.as_str(), *r)).collect();
        keys.iter()
            .map(|key| match fields.get(key) {
                Some(raw) => match self.node(raw) {
                    Node::Scalar(run) => run,
                    Node::Object(inner) => measure(&mut |r| self.node(r), &inner).unwrap_or_else(|| Run::plain(raw.get(), self.place(raw))),
                    Node::List(items) => {
                        let texts: Vec<String> = items.iter().filter_map(|i| if let Node::Scalar(run) = self.node(i) { Some(run.text) } else { None }).collect();
                        Run::plain(texts.join("; "), self.place(raw))
                    }
                },
                None => Run::default(),
            })
            .collect()
    }
}

/// `{"value": 2.3, "unit": "kg"}` as "2.3 kg".
fn measure<'a>(node: &mut dyn FnMut(&'a RawValue) -> Node<'a>, fields: &[(String, &'a RawValue)]) -> Option<Run> {
    let mut find = |names: &[&str]| {
        let raw = fields.iter().find(|(k, _)| names.contains(&words::phrase(k).as_str())).map(|(_, r)| *r)?;
        if let Node::Scalar(run) = node(raw) { Some(run) } else { None }
    };
    let value = find(&["value", "valeur", "amount", "montant"])?;
    let unit = find(&["unit", "unite", "currency", "devise"])?;
    (fields.len() <= 3).then(|| Run::plain(format!("{} {}", value.text, unit.text), value.place))
}

/// "batteryLife", "battery_life" as "battery life".
fn spoken(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 4);
    let mut before = ' ';
    for c in key.chars() {
        if c.is_uppercase() && before.is_lowercase() && !key.contains(' ') {
            out.push(' ');
            out.extend(c.to_lowercase());
        } else {
            out.push(if c == '_' { ' ' } else { c });
        }
        before = c;
    }
    out
}
