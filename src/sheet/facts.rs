//! Blocks to facts: walks the outline, gives each statement its product, group, attribute and condition, and takes its value apart.
//! Not here: reading of formats (`read`), contradictions (`conflict`).

use super::block::{Block, Run};
use super::clause::{self, Apart};
use super::meta::{self, Meta};
use super::names::Names;
use super::outline::{self, Kind, Outline};
use super::table::{self, Statement};
use super::{conflict, dates, label, share, units, wording, words};
use crate::fact::{Fact, Gravity, Part, Place, Polarity, Problem, Sheet, Validity};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many sentences a labelled paragraph may have before it is prose of which only the first is labelled.
const MOST_LABELLED: usize = 3;

/// How many facts one sheet may hold.
const MOST_FACTS: usize = 20_000;

/// Understands the blocks of a sheet.
pub(super) fn understand(id: &str, blocks: &[Block], problems: Vec<Problem>) -> Sheet {
    let meta = meta::gather(blocks);
    let names = survey(blocks, &meta);
    let mut walk = Walk {
        names: &names,
        notes: notes(blocks),
        outline: Outline::default(),
        parents: Vec::new(),
        pending: None,
        gathered: None,
        sheet: Sheet { id: id.to_owned(), problems, ..Sheet::default() },
    };
    let titled = opening_line(blocks);
    for (i, block) in blocks.iter().enumerate() {
        if matches!((block, titled), (Block::Line(run), Some(title)) if std::ptr::eq(run, title)) {
            continue;
        }
        walk.block(block, blocks.get(i + 1));
    }
    walk.close_list();
    let mut sheet = walk.sheet;
    title(&mut sheet, &meta, blocks);
    sheet.names.extend(names.range.iter().filter(|n| !sheet.names.contains(n)).cloned().collect::<Vec<_>>());
    sheet.products = names.products;
    (sheet.brand, sheet.markets, sheet.validity) = (meta.brand, meta.markets, meta.validity);
    let conflicts = conflict::within(&sheet);
    sheet.problems.extend(conflicts);
    sheet
}

/// All products the sheet names, in front matter, headings and tables, with their short forms.
fn survey(blocks: &[Block], meta: &Meta) -> Names {
    let mut names = Names::default();
    for product in &meta.products {
        names.add(product);
    }
    for product in outline::product_headings(blocks) {
        names.add(&product);
    }
    if !names.products.is_empty() {
        names.settle(meta.brand.as_deref(), &meta.aliases);
    }
    for block in blocks {
        if let Block::Table { rows, first } = block {
            for product in table::read(rows, *first, &names).products {
                names.add(&product);
            }
        }
    }
    names.range.clear();
    if let Some(name) = &meta.name {
        if names.find(name).is_none() {
            names.range.insert(0, name.clone());
        }
    }
    names.settle(meta.brand.as_deref(), &meta.aliases);
    names
}

fn notes(blocks: &[Block]) -> BTreeMap<String, Run> {
    let mut out = BTreeMap::new();
    for block in blocks {
        match block {
            Block::Note { label, text } => {
                out.insert(label.clone(), text.clone());
            }
            Block::Line(run) | Block::Item { text: run, .. } => {
                if let Some((mark, text)) = starred(run) {
                    out.entry(mark).or_insert(text);
                }
            }
            _ => {}
        }
    }
    out
}

/// "* in Eco mode", "(1) excluding batteries", "¹ see terms": a note by its own mark.
fn starred(run: &Run) -> Option<(String, Run)> {
    let text = run.text.trim_start();
    let mark: String = text.chars().take_while(|c| NOTE_MARKS.contains(c)).collect();
    let at = run.text.len() - text.len() + mark.len();
    let rest = run.part(Span::new(at, run.text.len()));
    (!mark.is_empty() && !rest.is_blank()).then_some((mark, rest))
}

/// Signs by which people refer to a note without a footnote.
const NOTE_MARKS: &[char] = &['*', '†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶'];

fn title(sheet: &mut Sheet, meta: &Meta, blocks: &[Block]) {
    let heading = blocks.iter().find_map(|b| if let Block::Heading { text, .. } = b { Some(text.text.trim().to_owned()) } else { None });
    let heading = heading.or_else(|| opening_line(blocks).map(|r| r.text.trim().to_owned()));
    sheet.title = meta.name.clone().or(heading.clone()).filter(|t| !t.is_empty()).unwrap_or_else(|| sheet.id.clone());
    let short = heading.map(|h| h.split([',', '–', '—', '(', ':', '|']).next().unwrap_or("").trim().to_owned());
    for name in meta.name.iter().cloned().chain(short.filter(|s| !s.is_empty() && meta.name.is_none())) {
        if !sheet.names.contains(&name) {
            sheet.names.push(name);
        }
    }
}

/// A short first line above everything else, where no heading titles the sheet.
fn opening_line(blocks: &[Block]) -> Option<&Run> {
    let headed = blocks.iter().any(|b| matches!(b, Block::Heading { .. }));
    let first = blocks.iter().find(|b| !matches!(b, Block::Entry { .. }))?;
    match first {
        Block::Line(run) if !headed && blocks.len() > 1 => {
            let plain = !run.text.trim_end().ends_with(['.', ':', '!', '?', ';']) && label::split(&run.text, run.strong).is_none();
            (plain && words::words(&run.text).len() <= 8).then_some(run)
        }
        _ => None,
    }
}

/// An item that others may be nested in.
#[derive(Debug, Clone)]
struct Parent {
    depth: u8,
    /// Its key, or all its words when it has no value.
    label: String,
    products: BTreeSet<u16>,
}

/// Items that have no key of their own, under a key: one list.
#[derive(Debug)]
struct Gathered {
    key: Run,
    items: Vec<Run>,
}

struct Walk<'a> {
    names: &'a Names,
    notes: BTreeMap<String, Run>,
    outline: Outline,
    parents: Vec<Parent>,
    /// A line such as "In the box:" whose list follows.
    pending: Option<Run>,
    gathered: Option<Gathered>,
    sheet: Sheet,
}

/// What is known of a statement before its value is read.
#[derive(Debug, Clone, Default)]
struct About {
    products: BTreeSet<u16>,
    attribute: String,
    condition: Option<String>,
    markets: Vec<String>,
    unit: Option<String>,
    group: Option<String>,
    remarks: Vec<Run>,
}

impl Walk<'_> {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        if !matches!(block, Block::Item { .. }) {
            self.close_list();
            self.parents.clear();
        }
        if self.sheet.facts.len() >= MOST_FACTS {
            return;
        }
        match block {
            Block::Entry { key, values } => self.entry(key, values),
            Block::Heading { level, text } => {
                self.pending = None;
                self.outline.enter(*level, text, self.names);
            }
            Block::Table { rows, first } => self.table(rows, *first),
            Block::Item { depth, text, .. } => self.item(*depth, text, next),
            Block::Line(run) => self.line(run, next),
            Block::Term { term, values } => values.iter().for_each(|v| self.keyed(term, v, &About::default())),
            Block::Note { .. } => {}
        }
    }

    fn problem(&mut self, place: Place, gravity: Gravity, text: &str, message: &str) {
        self.sheet.problems.push(Problem { place, gravity, text: text.to_owned(), message: message.to_owned() });
    }

    /// An entry of the front matter that is not about the sheet itself is a fact.
    fn entry(&mut self, key: &Run, values: &[Run]) {
        if meta::topic(&key.text).is_some() {
            return;
        }
        match self.wording_kind(&key.text, Kind::Facts, true) {
            kind @ (Kind::Approved | Kind::Never | Kind::Partners) => values.iter().for_each(|v| self.wordings(v, kind)),
            _ => {
                let text = values.iter().map(|v| v.text.as_str()).collect::<Vec<_>>().join("; ");
                let Some(first) = values.first() else {
                    return self.problem(key.place, Gravity::Note, &key.text, "this key has no value; give it one or remove it");
                };
                let label = Run { text: key.text.replace('_', " "), ..key.clone() };
                self.keyed(&label, &Run { text, ..first.clone() }, &About::default());
            }
        }
    }

    fn table(&mut self, rows: &[Vec<Run>], first: super::block::FirstRow) {
        let kind = self.outline.kind();
        if matches!(kind, Kind::Approved | Kind::Never) {
            rows.iter().flatten().filter(|c| wording::has_quotes(&c.text)).for_each(|c| self.wordings(c, kind));
            return;
        }
        if self.wording_table(rows) {
            return;
        }
        let table = table::read(rows, first, self.names);
        for (cell, why) in &table.silent {
            self.problem(cell.place, Gravity::Note, &cell.text, why);
        }
        for statement in &table.statements {
            self.statement(statement);
        }
    }

    /// A table whose header says which column to say and which never.
    fn wording_table(&mut self, rows: &[Vec<Run>]) -> bool {
        let Some((head, body)) = rows.split_first() else { return false };
        let section = self.outline.kind();
        let kinds: Vec<Kind> = head.iter().map(|c| self.wording_kind(&c.text, section, true)).collect();
        let wording = |k: &Kind| matches!(k, Kind::Approved | Kind::Never);
        if !kinds.iter().any(wording) || kinds.iter().all(|k| *k == section) {
            return false;
        }
        for row in body {
            for (cell, kind) in row.iter().zip(&kinds).filter(|(c, k)| wording(k) && !c.is_blank()) {
                self.wordings(cell, *kind);
            }
        }
        true
    }

    fn statement(&mut self, statement: &Statement) {
        let products = statement.product.as_deref().and_then(|p| self.names.find(p)).into_iter().collect();
        let group = statement.group.clone().or_else(|| self.outline.group().map(str::to_owned));
        let about = About { products, condition: statement.condition.clone(), unit: statement.unit.clone(), group, remarks: statement.remark.clone().into_iter().collect(), ..About::default() };
        if statement.key.is_blank() {
            self.prose(&statement.value, &about);
        } else {
            let key = Run { place: statement.value.place, ..statement.key.clone() };
            self.keyed(&key, &statement.value, &about);
        }
    }

    /// A paragraph or a line of its own.
    fn line(&mut self, run: &Run, next: Option<&Block>) {
        let announces = run.text.trim_end().ends_with(':') && matches!(next, Some(Block::Item { .. } | Block::Table { .. }));
        if announces {
            self.pending = Some(Run { text: run.text.trim_end().trim_end_matches(':').to_owned(), ..run.clone() });
            return;
        }
        self.pending = None;
        if starred(run).is_some_and(|(mark, _)| self.notes.contains_key(&mark)) && !run.text.starts_with("✓") {
            return;
        }
        self.text(run, &About::default(), MOST_LABELLED);
    }

    /// Words with or without a key, in the kind of section they stand in.
    fn text(&mut self, run: &Run, about: &About, most: usize) {
        let kind = self.outline.kind();
        if matches!(kind, Kind::Approved | Kind::Never | Kind::Partners) {
            let labelled = label::colon(&run.text).map(|p| (self.wording_kind(p.key.of(&run.text), kind, true), p));
            return match labelled {
                Some((own, pair)) if own != kind && own != Kind::Facts => self.wordings(&run.part(pair.value), own),
                _ => self.wordings(run, kind),
            };
        }
        match label::split(&run.text, run.strong) {
            Some(pair) if !run.part(pair.value).is_blank() => {
                let (key, value) = (run.part(pair.key), run.part(pair.value));
                let sentences = meta::sentences(&value.text);
                match sentences.split_first().filter(|(_, rest)| rest.len() >= most) {
                    Some((first, rest)) => {
                        self.keyed(&key, &value.part(*first), about);
                        let rest = value.part(Span::new(rest.first().map_or(0, |s| s.start), value.text.len()));
                        self.prose(&rest, about);
                    }
                    None => self.keyed(&key, &value, about),
                }
            }
            Some(pair) if run.part(pair.key).text.len() + 3 > run.text.len() => {
                self.problem(run.place, Gravity::Warning, &run.text, "there is nothing behind this label; write its value on the same line or in items below it");
            }
            _ => self.ticked(run, about),
        }
    }

    /// "✓ Dishwasher safe": a sign before what it answers; anything else is prose.
    fn ticked(&mut self, run: &Run, about: &About) {
        let mut chars = run.text.trim_start().chars();
        let sign = chars.next().filter(|c| words::YES_SIGNS.contains(c) || words::NO_SIGNS.contains(c));
        match sign {
            Some(sign) if chars.as_str().trim().contains(char::is_alphabetic) => {
                let key = run.part(Span::new(run.text.len() - chars.as_str().len(), run.text.len()));
                self.keyed(&key, &Run { text: sign.to_string(), strong: 0, ..run.clone() }, about);
            }
            _ => self.prose(run, about),
        }
    }

    /// Each sentence on its own: a key and a value, or a free statement.
    fn prose(&mut self, run: &Run, about: &About) {
        for span in meta::sentences(&run.text) {
            let sentence = run.part(span);
            let pair = label::colon(&sentence.text).filter(|p| words::words(p.key.of(&sentence.text)).len() <= 8);
            match pair.map(|p| (sentence.part(p.key), sentence.part(p.value))).filter(|(_, v)| !v.is_blank()) {
                Some((key, value)) => self.keyed(&key, &value, about),
                None => self.free(&sentence, about),
            }
        }
    }

    fn free(&mut self, sentence: &Run, about: &About) {
        if sentence.text.chars().any(char::is_alphanumeric) {
            let mut about = about.clone();
            about.group = about.group.or_else(|| self.outline.group().map(str::to_owned));
            if about.products.is_empty() {
                about.products = self.outline.products();
            }
            self.fact(&about, sentence, sentence.place);
        }
    }

    fn item(&mut self, depth: u8, run: &Run, next: Option<&Block>) {
        self.parents.retain(|p| p.depth < depth);
        let nests = matches!(next, Some(Block::Item { depth: d, .. }) if *d > depth);
        if let Some(pending) = self.pending.take_if(|_| depth == 0) {
            self.parents.push(Parent { depth: 0, label: pending.text.clone(), products: self.names.named(&pending.text) });
            self.pending = Some(pending);
        }
        let pair = label::split(&run.text, run.strong);
        let key = pair.map(|p| p.key.of(&run.text).trim().to_owned());
        let bare = pair.is_none_or(|p| run.part(p.value).is_blank());
        if nests {
            self.close_list();
            let products = match self.names.find(&run.text) {
                Some(one) => BTreeSet::from([one]),
                None => self.names.named(key.as_deref().unwrap_or(&run.text)),
            };
            let label = key.clone().unwrap_or_else(|| run.text.trim().trim_end_matches(':').to_owned());
            self.parents.push(Parent { depth, label, products });
            if bare {
                return;
            }
        }
        if starred_item(run, &self.notes) {
            return;
        }
        self.item_text(run, pair.is_some() && !bare);
    }

    fn item_text(&mut self, run: &Run, labelled: bool) {
        let kind = self.outline.kind();
        let parent = self.parents.iter().rev().find(|p| !p.products.contains(&u16::MAX)).cloned();
        let own = parent.as_ref().map_or(kind, |p| self.wording_kind(&p.label, kind, true));
        if matches!(own, Kind::Approved | Kind::Never | Kind::Partners) {
            return self.wordings(run, own);
        }
        let mut about = About::default();
        about.products = self.parents.iter().rev().map(|p| &p.products).find(|p| !p.is_empty()).cloned().unwrap_or_default();
        let Some(parent) = parent.filter(|p| self.names.find(&p.label).is_none()) else {
            return self.under_heading(run, labelled, about);
        };
        if labelled {
            return self.under_parent(run, &parent, about);
        }
        if meta::sentences(&run.text).len() < 2 && words::words(&run.text).len() <= 9 {
            let key = Run::plain(parent.label, run.place);
            return self.gather(key, run);
        }
        let key = Run::plain(parent.label, run.place);
        self.keyed(&key, run, &about);
    }

    /// An item with a key, in an item with a key: "Battery life / Eco mode: 12 h", "Size / Height: 10 cm".
    fn under_parent(&mut self, run: &Run, parent: &Parent, mut about: About) {
        let Some(pair) = label::split(&run.text, run.strong) else { return };
        let (key, value) = (run.part(pair.key), run.part(pair.value));
        if table::is_condition(&key.text) {
            about.condition = Some(key.text.clone());
            let outer = Run { text: parent.label.clone(), ..key };
            return self.keyed(&outer, &value, &about);
        }
        about.group = Some(parent.label.clone());
        self.keyed(&key, &value, &about);
    }

    /// An item right under a heading: a statement, or one entry of the list the heading names.
    fn under_heading(&mut self, run: &Run, labelled: bool, about: About) {
        let heading = self.outline.group().map(str::to_owned);
        let lists = heading.as_deref().is_some_and(|h| words::words(h).iter().any(|w| words::CHOICES.contains(&w.folded.as_str())) || words::is(h, words::DENYING_LABELS));
        let short = words::words(&run.text).len() <= 5 && self.outline.kind() == Kind::Facts;
        match heading.filter(|_| lists && short && !labelled && about.products.is_empty()) {
            Some(heading) => self.gather(Run::plain(heading, run.place), run),
            None => self.text(run, &about, usize::MAX),
        }
    }

    fn gather(&mut self, key: Run, item: &Run) {
        match self.gathered.as_mut().filter(|g| g.key.text == key.text) {
            Some(gathered) => gathered.items.push(item.clone()),
            None => {
                self.close_list();
                self.gathered = Some(Gathered { key, items: vec![item.clone()] });
            }
        }
    }

    fn close_list(&mut self) {
        let Some(Gathered { key, items }) = self.gathered.take() else { return };
        let text = items.iter().map(|i| i.text.trim().trim_end_matches([',', ';', '.'])).collect::<Vec<_>>().join("; ");
        let notes = items.iter().flat_map(|i| i.notes.clone()).collect();
        let value = Run { text, place: items.first().map_or(key.place, |i| i.place), notes, ..Run::default() };
        let products = self.parents.iter().rev().map(|p| &p.products).find(|p| !p.is_empty()).cloned().unwrap_or_default();
        self.keyed(&key, &value, &About { products, ..About::default() });
    }

    /// Which kind of wording a label announces: a plain one always, a weak one only in a section about wording or beside quotation marks.
    fn wording_kind(&self, key: &str, section: Kind, quotes: bool) -> Kind {
        let strong = outline::kind(key);
        if matches!(strong, Kind::Approved | Kind::Never | Kind::Partners) {
            return strong;
        }
        let about = matches!(section, Kind::Wording | Kind::Approved | Kind::Never);
        match () {
            () if about && quotes && words::is(key, words::APPROVED_WEAK) => Kind::Approved,
            () if about && quotes && words::is(key, words::NEVER_WEAK) => Kind::Never,
            () => section,
        }
    }

    fn wordings(&mut self, run: &Run, kind: Kind) {
        let mut found = wording::read(run);
        match kind {
            Kind::Approved => self.sheet.approved.append(&mut found),
            Kind::Never => self.sheet.never.append(&mut found),
            _ => {
                let mut links: Vec<_> = run.links.iter().map(|l| crate::fact::Wording { text: l.clone(), note: None, place: run.place }).collect();
                self.sheet.partners.append(&mut found);
                self.sheet.partners.append(&mut links);
                self.free(run, &About::default());
            }
        }
    }

    /// A key with its value.
    fn keyed(&mut self, key: &Run, value: &Run, about: &About) {
        let section = self.outline.kind();
        let kind = self.wording_kind(&key.text, section, wording::has_quotes(&value.text));
        if matches!(kind, Kind::Approved | Kind::Never) && (kind != section || wording::has_quotes(&value.text)) {
            return self.wordings(value, kind);
        }
        let mut about = self.about(key, about);
        about.remarks.extend(self.noted(key));
        let sentences = meta::sentences(&value.text);
        let cut = sentences.iter().skip(1).position(|s| own_key(s.of(&value.text)));
        match cut.and_then(|i| sentences.get(i + 1)) {
            Some(from) => {
                self.fact(&about, &value.part(Span::new(0, from.start)), key.place);
                let rest = value.part(Span::new(from.start, value.text.len()));
                let parent = About { products: about.products.clone(), group: about.group.clone(), ..About::default() };
                self.prose(&rest, &parent);
            }
            None => self.fact(&about, value, key.place),
        }
        if kind == Kind::Partners {
            self.sheet.partners.extend(wording::read(value));
        }
    }

    fn about(&self, key: &Run, given: &About) -> About {
        let text = key.text.trim().trim_end_matches(NOTE_MARKS);
        let read = label::read(text);
        let mut about = given.clone();
        let named = self.names.named(text);
        if about.products.is_empty() && named.len() < self.names.products.len().max(2) {
            about.products = named;
        }
        if about.products.is_empty() {
            about.products = self.outline.products();
        }
        about.attribute = read.attribute;
        let conditions = [read.condition, about.condition.take()].into_iter().flatten().reduce(|a, b| format!("{a}, {b}"));
        about.condition = conditions.or_else(|| self.outline.condition().map(str::to_owned));
        about.unit = about.unit.or(read.unit);
        about.markets = if read.markets.is_empty() { self.outline.markets() } else { read.markets };
        if let Some(market) = about.condition.as_deref().filter(|c| words::is(c, words::MARKETS)) {
            about.markets = vec![market.to_owned()];
        }
        about.group = about.group.or_else(|| self.outline.group().map(str::to_owned));
        about
    }

    /// The notes a run refers to, by footnote or by sign.
    fn noted(&self, run: &Run) -> Vec<Run> {
        let text = run.text.trim_end();
        let bare = text.trim_end_matches(NOTE_MARKS);
        let mark = text.get(bare.len()..).unwrap_or("");
        let measured = matches!(mark, "²" | "³") && bare.ends_with('m');
        let marks = run.notes.iter().map(String::as_str).chain((!mark.is_empty() && !measured).then_some(mark));
        marks.filter_map(|m| self.notes.get(m).cloned()).collect()
    }

    /// Makes the facts of one statement: one, or one for each product its clauses name.
    fn fact(&mut self, about: &About, value: &Run, place: Place) {
        let mut about = about.clone();
        let notes = self.noted(value);
        let marked = !notes.is_empty();
        about.remarks.extend(notes);
        let mut seen = BTreeSet::new();
        about.remarks.retain(|r| seen.insert(r.text.clone()));
        let text = value.text.trim().trim_end_matches(|c: char| marked && NOTE_MARKS.contains(&c));
        let text = with_unit(text.trim_end(), about.unit.as_deref());
        let apart = clause::take_apart(&about.attribute, &text);
        let shares = if about.products.is_empty() || about.products.len() > 1 { share::by_product(&text, &apart, self.names) } else { Vec::new() };
        self.contact(&about, value);
        if shares.is_empty() {
            let products: Vec<Option<u16>> = if about.products.is_empty() { vec![None] } else { about.products.iter().map(|p| Some(*p)).collect() };
            products.into_iter().for_each(|p| self.push(&about, p, text.clone(), apart.clone(), place));
            return;
        }
        for share in shares {
            if share.product.is_none_or(|p| about.products.is_empty() || about.products.contains(&p)) {
                self.push(&about, share.product, share.value, share.apart, place);
            }
        }
    }

    fn push(&mut self, about: &About, product: Option<u16>, value: String, apart: Apart, place: Place) {
        if self.sheet.facts.len() + 1 >= MOST_FACTS {
            self.full(place);
        }
        let mut parts = apart.parts;
        let remarks = about.remarks.iter().map(|r| Part { text: r.text.clone(), values: units::values(&r.text), polarity: Polarity::Yes, limits: true });
        parts.extend(remarks);
        let condition = about.condition.clone().or_else(|| about.remarks.first().map(|r| r.text.clone()));
        let mut validity = Validity::default();
        for text in [Some(value.as_str()), about.condition.as_deref()].into_iter().flatten() {
            let found = dates::validity(text);
            validity.from = validity.from.or(found.from);
            validity.until = validity.until.or(found.until);
        }
        let mut markets = about.markets.clone();
        if markets.is_empty() {
            markets = only_markets(&value);
        }
        self.sheet.facts.push(Fact { product, attribute: about.attribute.clone(), condition, group: about.group.clone(), value, parts, answer: apart.answer, list: apart.list, markets, validity, place });
    }

    /// Says once that a sheet holds too much.
    fn full(&mut self, place: Place) {
        let text = "too many facts";
        if self.sheet.problems.last().is_none_or(|p| p.text != text) {
            let message = format!("a sheet may hold {MOST_FACTS} facts and the rest is not read; split it into one sheet a product range");
            self.problem(place, Gravity::Error, text, &message);
        }
    }

    /// Keeps public contact lines apart as well.
    fn contact(&mut self, about: &About, value: &Run) {
        let labelled = self.outline.kind() == Kind::Contact || outline::kind(&about.attribute) == Kind::Contact;
        let reaches = value.text.contains('@') || digits(&value.text) >= 8 || value.text.contains("www.") || value.text.contains("http");
        let mail = value.text.split_whitespace().any(|w| w.find('@').is_some_and(|at| at > 0 && w.get(at..).is_some_and(|r| r.contains('.'))));
        if mail || labelled && reaches {
            let note = (!about.attribute.is_empty()).then(|| about.attribute.clone());
            self.sheet.contacts.push(crate::fact::Wording { text: value.text.clone(), note, place: value.place });
        }
    }
}

/// Markets in a sentence that says "only" of them ("France et Belgique uniquement", "Great Britain only").
fn only_markets(value: &str) -> Vec<String> {
    let clauses = value.split([';', '.']).filter(|s| words::holds(s, words::ONLY));
    clauses.flat_map(|s| label::markets(s.rsplit(',').next().unwrap_or(s))).collect()
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

fn starred_item(run: &Run, notes: &BTreeMap<String, Run>) -> bool {
    starred(run).is_some_and(|(mark, _)| notes.contains_key(&mark))
}

/// A later sentence of a value that has a short key of its own ("Linux: no desktop app").
fn own_key(sentence: &str) -> bool {
    label::colon(sentence).is_some_and(|p| {
        let key = p.key.of(sentence);
        words::words(key).len() <= 5 && !p.value.of(sentence).trim().is_empty()
    })
}

/// A bare figure with the unit its row, column or label names.
fn with_unit(text: &str, unit: Option<&str>) -> String {
    match unit {
        Some(unit) if text.ends_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '-' | '–' | '~' | '±' | '≤' | '≥' | '<' | '>' | '/' | 'x' | '×')) => {
            format!("{text} {unit}")
        }
        _ => text.to_owned(),
    }
}
