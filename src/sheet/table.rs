//! Tables: which way they are turned, what each column is, and the statements their cells make.
//! Not here: how a cell's words are understood (`clause`), products' short forms (`names`).

use super::block::{FirstRow, Run};
use super::label;
use super::names::Names;
use super::words;
use std::collections::BTreeMap;

/// A cell's statement: what it is about, and its words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Statement {
    /// The product's name as the table writes it.
    pub(super) product: Option<String>,
    /// The key as written, units and conditions included.
    pub(super) key: Run,
    /// A condition from a column or row.
    pub(super) condition: Option<String>,
    /// Remarks from a column of notes.
    pub(super) remark: Option<Run>,
    /// A unit from a column of units.
    pub(super) unit: Option<String>,
    /// A row that titles the rows below it.
    pub(super) group: Option<String>,
    /// The value.
    pub(super) value: Run,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    /// The value of the one thing the sheet or section speaks of.
    Value,
    /// The values of a product or variant.
    Product(String),
    /// Values under a condition, for a market, at a time.
    Condition(String),
    /// A condition of the row's values.
    Qualifier,
    Unit,
    Note,
    Ignored,
}

/// How a table is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// A row is an attribute.
    Rows,
    /// A row is a product or a case; a column is an attribute.
    Columns,
}

/// A table understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    /// Products its header or first column names.
    pub(super) products: Vec<String>,
    /// In reading order.
    pub(super) statements: Vec<Statement>,
    /// Header cells that were passed over, and rows that state nothing.
    pub(super) silent: Vec<(Run, &'static str)>,
}

/// Reads a table in the light of the products already known.
pub(super) fn read(rows: &[Vec<Run>], first: FirstRow, names: &Names) -> Table {
    let rows: Vec<&Vec<Run>> = rows.iter().filter(|r| !is_rule(r) && r.iter().any(|c| !c.is_blank())).collect();
    let Some((head, body)) = rows.split_first() else { return Table::default() };
    if head.len() == 1 {
        return single(&rows);
    }
    if !is_header(head, body, first, names) {
        return by_rows(None, &rows, &vec![Column::Value; head.len().saturating_sub(1)]);
    }
    match turn(head, body, names) {
        Turn::Rows => {
            let columns = columns(head, body, names);
            let mut table = by_rows(Some(head), body, &columns);
            under_corner(head, &mut table, names);
            table
        }
        Turn::Columns => by_columns(head, body, names),
    }
}

/// "|---|---|" in a table that Markdown did not take for one.
fn is_rule(row: &[Run]) -> bool {
    !row.is_empty() && row.iter().all(|c| c.text.contains("--") && c.text.chars().all(|c| matches!(c, '-' | ':' | ' ')))
}

/// A table of one column is a list of lines.
fn single(rows: &[&Vec<Run>]) -> Table {
    let statements = rows.iter().filter_map(|r| r.first()).filter(|c| !c.is_blank()).map(|c| Statement { value: c.clone(), ..Statement::default() });
    Table { statements: statements.collect(), ..Table::default() }
}

fn is_header(head: &[Run], body: &[&Vec<Run>], first: FirstRow, names: &Names) -> bool {
    let (Some(corner), Some(second)) = (head.first(), head.get(1)) else { return false };
    if first == FirstRow::Header || corner.is_blank() || head.len() > 2 {
        return true;
    }
    let known = |cell: &Run, tables: &[&[&str]]| tables.iter().any(|t| words::is(&cell.text, t));
    if second.is_blank() {
        return names.find(&corner.text).is_some() || known(corner, &[words::HEAD_ATTRIBUTE]) || body.iter().all(|r| r.get(1).is_some_and(|c| !c.is_blank()));
    }
    known(corner, &[words::HEAD_ATTRIBUTE, words::HEAD_PRODUCT]) && !shape(&second.text).is_some_and(|s| s != Shape::Words)
        || known(second, &[words::HEAD_VALUE])
        || names.find(&second.text).is_some()
        || columns_alike(body, 1) && shape(&second.text) == Some(Shape::Words) && body.len() > 1
}

/// What kind of thing a cell holds, as far as its form tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    Answer,
    Money,
    Percent,
    Number,
    Measure(String),
    Words,
}

fn shape(text: &str) -> Option<Shape> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if super::clause::answer(text).is_some() {
        return Some(Shape::Answer);
    }
    if text.contains(['€', '£', '$', '¥']) {
        return Some(Shape::Money);
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits == 0 {
        return Some(Shape::Words);
    }
    if text.contains('%') {
        return Some(Shape::Percent);
    }
    let unit: String = text.chars().rev().take_while(|c| !c.is_ascii_digit()).collect::<Vec<_>>().into_iter().rev().collect();
    let unit = words::phrase(&unit);
    Some(if unit.is_empty() { Shape::Number } else { Shape::Measure(unit) })
}

/// Whether a column's cells are of one kind other than words.
fn columns_alike(body: &[&Vec<Run>], column: usize) -> bool {
    let shapes: Vec<Shape> = body.iter().filter_map(|r| r.get(column)).filter_map(|c| shape(&c.text)).collect();
    shapes.len() > 1 && most(&shapes) * 4 >= shapes.len() * 3 && shapes.iter().any(|s| *s != Shape::Words)
}

fn most(shapes: &[Shape]) -> usize {
    let mut counts: BTreeMap<&Shape, usize> = BTreeMap::new();
    shapes.iter().for_each(|s| *counts.entry(s).or_default() += 1);
    counts.values().copied().max().unwrap_or(0)
}

fn turn(head: &[Run], body: &[&Vec<Run>], names: &Names) -> Turn {
    let corner = head.first().map_or("", |c| c.text.as_str());
    let known = |cells: &mut dyn Iterator<Item = &Run>| cells.filter(|c| !c.is_blank() && names.find(&c.text).is_some()).count();
    let across = known(&mut head.iter().skip(1));
    let down = known(&mut body.iter().filter_map(|r| r.first()));
    if across != down {
        return if across > down { Turn::Rows } else { Turn::Columns };
    }
    let heads = |table: &[&str]| head.iter().skip(1).any(|c| words::is(&c.text, table));
    if words::is(corner, words::HEAD_ATTRIBUTE) || heads(words::HEAD_VALUE) || corner.trim().is_empty() {
        return Turn::Rows;
    }
    let units = |cells: &mut dyn Iterator<Item = &Run>| cells.filter(|c| label::read(&c.text).unit.is_some()).count();
    let (above, aside) = (units(&mut head.iter().skip(1)), units(&mut body.iter().filter_map(|r| r.first())));
    if above != aside {
        return if above > aside { Turn::Columns } else { Turn::Rows };
    }
    let (rows, columns) = likeness(head, body);
    if words::is(corner, words::HEAD_CASE) {
        return if rows > columns { Turn::Rows } else { Turn::Columns };
    }
    if words::is(corner, words::HEAD_PRODUCT) {
        return if rows > columns { Turn::Rows } else { Turn::Columns };
    }
    if columns > rows { Turn::Columns } else { Turn::Rows }
}

/// How alike cells are along rows and along columns, in thousandths.
fn likeness(head: &[Run], body: &[&Vec<Run>]) -> (usize, usize) {
    let share = |groups: Vec<Vec<Shape>>| {
        let (alike, all) = groups.iter().filter(|g| g.len() > 1).fold((0, 0), |(a, n), g| (a + most(g), n + g.len()));
        if all == 0 { 0 } else { alike * 1000 / all }
    };
    let rows = body.iter().map(|r| r.iter().skip(1).filter_map(|c| shape(&c.text)).collect()).collect();
    let columns = (1..head.len().min(64)).map(|i| body.iter().filter_map(|r| r.get(i)).filter_map(|c| shape(&c.text)).collect()).collect();
    (share(rows), share(columns))
}

fn columns(head: &[Run], body: &[&Vec<Run>], names: &Names) -> Vec<Column> {
    let foreign = !names.products.is_empty() && !head.iter().any(|c| names.find(&c.text).is_some());
    let lone = head.len() == 2 && !head.first().is_some_and(Run::is_blank);
    let valued = head.iter().skip(1).any(|c| words::is(&c.text, words::HEAD_VALUE));
    let corner_product = head.first().is_some_and(|c| names.find(&c.text).is_some());
    head.iter()
        .enumerate()
        .skip(1)
        .map(|(i, cell)| match column(cell, names) {
            Column::Product(_) if valued && !fills(body, i) => Column::Note,
            Column::Product(name) if valued && names.find(&name).is_none() => Column::Qualifier,
            Column::Product(name) if lone && (foreign || !name.contains(|c: char| c.is_ascii_digit())) && names.find(&name).is_none() => Column::Value,
            Column::Product(name) if foreign => Column::Condition(name),
            Column::Value if cell.is_blank() && corner_product => Column::Product(head.first().map_or_else(String::new, |c| c.text.clone())),
            other => other,
        })
        .collect()
}

/// Whether most rows fill a column.
fn fills(body: &[&Vec<Run>], column: usize) -> bool {
    let filled = body.iter().filter(|r| r.get(column).is_some_and(|c| !c.is_blank())).count();
    filled * 2 >= body.len()
}

fn column(cell: &Run, names: &Names) -> Column {
    let text = cell.text.trim();
    let is = |table: &[&str]| words::is(text, table);
    if names.find(text).is_some() {
        return Column::Product(text.to_owned());
    }
    match () {
        () if text.is_empty() || is(words::HEAD_VALUE) => Column::Value,
        () if is(words::HEAD_UNIT) => Column::Unit,
        () if is(words::HEAD_NOTE) => Column::Note,
        () if is(words::HEAD_SOURCE) => Column::Ignored,
        () if is_condition(text) => Column::Condition(text.to_owned()),
        () => Column::Product(text.to_owned()),
    }
}

/// "per 100 ml", "mode Éco", "UK", "2025": what limits values rather than names a thing that has them.
pub(super) fn is_condition(text: &str) -> bool {
    let per = words::opens(text, &["per", "pour", "par", "for", "in", "en", "at", "a", "with", "avec", "without", "sans", "from", "before", "after", "avant", "apres", "until", "jusqu", "dose", "serving", "portion"]);
    let mode = words::words(text).iter().any(|w| matches!(w.folded.as_str(), "mode" | "incl" | "excl" | "ht" | "ttc" | "vat" | "monthly" | "yearly" | "annual" | "mensuel" | "annuel" | "weekday" | "weekend" | "minimum" | "maximum" | "typical" | "season" | "saison"));
    let year = text.len() == 4 && text.chars().all(|c| c.is_ascii_digit()) && text.starts_with(['1', '2']);
    per || mode || year || words::is(text, words::MARKETS)
}

/// A corner that is neither blank nor a mere "Feature" titles the rows: "Nutrition per 100 ml", "City tax".
fn under_corner(head: &[Run], table: &mut Table, names: &Names) {
    let Some(corner) = head.first().map(|c| c.text.trim()).filter(|c| !c.is_empty()) else { return };
    let generic = [words::HEAD_ATTRIBUTE, words::HEAD_PRODUCT, words::HEAD_CASE].iter().any(|t| words::is(corner, t));
    if generic || names.find(corner).is_some() {
        return;
    }
    let condition = super::outline::condition(corner);
    for statement in &mut table.statements {
        statement.group.get_or_insert_with(|| corner.to_owned());
        if statement.condition.is_none() {
            statement.condition.clone_from(&condition);
        }
    }
}

fn by_rows(head: Option<&[Run]>, body: &[&Vec<Run>], columns: &[Column]) -> Table {
    let mut out = Table { products: product_names(columns), ..Table::default() };
    if let Some(head) = head {
        let skipped = head.iter().skip(1).zip(columns).filter(|(_, c)| **c == Column::Ignored).map(|(h, _)| (h.clone(), "a column of sources is not read as facts"));
        out.silent.extend(skipped);
    }
    let mut key = Run::default();
    let mut group = None;
    for row in body {
        let Some(first) = row.first() else { continue };
        let rest = row.get(1..).unwrap_or(&[]);
        if rest.iter().all(Run::is_blank) {
            if !first.is_blank() && (rest.len() > 1 || first.strong > 0) {
                group = Some(first.text.clone());
            } else if !first.is_blank() {
                out.silent.push((first.clone(), "the cell beside this label is empty; fill it or remove the row"));
            }
            continue;
        }
        if !first.is_blank() {
            key = first.clone();
        }
        row_statements(&key, row, columns, &group, &mut out);
    }
    out
}

fn product_names(columns: &[Column]) -> Vec<String> {
    columns.iter().filter_map(|c| if let Column::Product(name) = c { Some(name.clone()) } else { None }).collect()
}

fn row_statements(key: &Run, row: &[Run], columns: &[Column], group: &Option<String>, out: &mut Table) {
    let cells = || row.iter().skip(1).zip(columns);
    let pick = |wanted: &Column| cells().find(|(c, k)| *k == wanted && !c.is_blank()).map(|(c, _)| c);
    let unit = pick(&Column::Unit).map(|c| c.text.clone());
    let remark = pick(&Column::Note).cloned();
    let qualifiers: Vec<&str> = cells().filter(|(c, k)| **k == Column::Qualifier && !c.is_blank()).map(|(c, _)| c.text.as_str()).collect();
    let qualifier = (!qualifiers.is_empty()).then(|| qualifiers.join(", "));
    for (cell, column) in cells().filter(|(c, _)| !c.is_blank()) {
        let (product, condition) = match column {
            Column::Value => (None, None),
            Column::Product(name) => (Some(name.clone()), None),
            Column::Condition(words) => (None, Some(words.clone())),
            Column::Qualifier | Column::Unit | Column::Note | Column::Ignored => continue,
        };
        let condition = [qualifier.clone(), condition].into_iter().flatten().reduce(|a, b| format!("{a}, {b}"));
        out.statements.push(Statement { product, key: key.clone(), condition, remark: remark.clone(), unit: unit.clone(), group: group.clone(), value: cell.clone() });
    }
    let beyond = row.iter().skip(1 + columns.len()).filter(|c| !c.is_blank());
    out.silent.extend(beyond.map(|c| (c.clone(), "this cell is beyond the table's last column; give the column a header")));
}

/// A row is a product, or a case ("Size M", "Paris"); a column is an attribute.
fn by_columns(head: &[Run], body: &[&Vec<Run>], names: &Names) -> Table {
    let corner = head.first().cloned().unwrap_or_default();
    let products = words::is(&corner.text, words::HEAD_PRODUCT) || corner.is_blank() || body.iter().filter_map(|r| r.first()).any(|c| names.find(&c.text).is_some());
    let mut out = Table::default();
    let mut last = Run::default();
    for row in body {
        let Some(first) = row.first() else { continue };
        if !first.is_blank() {
            last = first.clone();
            if products {
                out.products.push(first.text.clone());
            }
        }
        for (cell, name) in row.iter().skip(1).zip(head.iter().skip(1)).filter(|(c, h)| !c.is_blank() && !words::is(&h.text, words::HEAD_SOURCE)) {
            let case = (!products).then(|| case_words(&corner.text, &last.text));
            let product = products.then(|| last.text.clone());
            out.statements.push(Statement { product, key: name.clone(), condition: case, value: cell.clone(), ..Statement::default() });
        }
        let beyond = row.iter().skip(head.len()).filter(|c| !c.is_blank());
        out.silent.extend(beyond.map(|c| (c.clone(), "this cell is beyond the table's last column; give the column a header")));
    }
    out
}

/// "Size M" from "Size" and "M"; a case that speaks for itself stays as it is.
fn case_words(corner: &str, case: &str) -> String {
    let (corner, _) = label::brackets(corner);
    let short = words::words(case).len() == 1 && case.chars().count() <= 4;
    if short && !corner.is_empty() { format!("{corner} {case}") } else { case.to_owned() }
}
