//! Patterns over words: their syntax, read into a tree.
//! Not here: how a pattern is run (`automaton`), what a match means (`decide`).
//!
//! | written | matches |
//! | --- | --- |
//! | `warranty` | the word in any inflection, case and accents aside |
//! | `=best` | that form only |
//! | `safe/harmless/without_risk` | one of the words; `_` is the space inside one |
//! | `word?` `[two words]` | the same, or nothing |
//! | `(a b \| c)` | one of the phrases |
//! | `…` `…2` | up to four (two) words, none of them a negation, inside one sentence |
//! | `<num>` `<name>` `<any>` `<url>` `<handle>` `<email>` `<emoji>` `<,>` `<.>` | a number; a capitalised name; one word; …; a comma or dash; a sentence's end |
//! | `<duration>` `<money>` `<mass>` … | a value of that dimension |
//! | `<start>` `<end>` | where a sentence begins, where it ends |
//! | `{kids}` | a named set of the pack or of `sets.toml` |
//!
//! Hyphens, quotation marks, emoji and elided articles between words do not matter.

use crate::text::{Lang, Text, TokenKind, fold, stem};
use crate::value::Dimension;
use std::collections::BTreeMap;

/// Nesting of groups and sets beyond which a pattern is refused.
const DEPTH: u8 = 12;
/// Words a gap may span at most.
const GAP_MOST: u8 = 12;
/// Words a plain `…` may span.
const GAP: u8 = 4;

/// One form a word may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// Any inflection.
    Stem(String),
    /// That folded form alone.
    Exact(String),
}

/// A kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(super) enum Class {
    Number,
    Name,
    Word,
    Url,
    Handle,
    Email,
    Emoji,
    Hash,
    Comma,
    Stop,
    /// Whatever a gap may pass over.
    Gap,
}

/// A pattern's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Word(Vec<Form>),
    Class(Class),
    Measure(Dimension),
    Gap(u8),
    Optional(Box<Node>),
    Seq(Vec<Node>),
    Either(Vec<Node>),
}

/// A pattern as read, in one language or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub(super) node: Node,
    pub(super) lang: Option<Lang>,
    /// As written.
    pub written: String,
}

/// Named fragments a pattern may use, as written.
pub type Sets = BTreeMap<String, String>;

/// Why a pattern cannot be taken, and where in it (bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Byte of the pattern.
    pub at: usize,
    /// What was expected.
    pub message: String,
}

impl Pattern {
    /// Reads a pattern. `lang` says whose inflections its words take; `None` takes both.
    ///
    /// # Errors
    /// An unclosed group, an unknown set or kind, nothing to match, or nesting beyond twelve.
    pub fn read(written: &str, lang: Option<Lang>, sets: &Sets) -> Result<Pattern, Refused> {
        let mut reader = Reader { source: written, at: 0, sets, depth: 0 };
        let node = reader.either()?;
        reader.space();
        if reader.at < written.len() {
            return Err(reader.refused("an opening bracket before this closing one"));
        }
        let node = without_loose_ends(node);
        if is_empty(&node) {
            return Err(Refused { at: 0, message: "a pattern that matches at least one word; this one can match nothing".to_owned() });
        }
        Ok(Pattern { node, lang, written: written.to_owned() })
    }

    /// A pattern of the words as they stand, inflection-aware.
    pub fn phrase(words: &str, lang: Option<Lang>) -> Option<Pattern> {
        let node = words_of(words, false);
        (!is_empty(&node)).then(|| Pattern { node, lang, written: words.to_owned() })
    }

    /// A pattern of the words in exactly these forms.
    pub fn exact(words: &str) -> Option<Pattern> {
        let node = words_of(words, true);
        (!is_empty(&node)).then(|| Pattern { node, lang: None, written: words.to_owned() })
    }
}

/// Whether the tree can match without reading a word.
pub(super) fn is_empty(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Class(_) | Node::Measure(_) => false,
        Node::Gap(_) | Node::Optional(_) => true,
        Node::Seq(nodes) => nodes.iter().all(is_empty),
        Node::Either(nodes) => nodes.iter().any(is_empty),
    }
}

/// Gaps at either end would only lengthen what is underlined.
fn without_loose_ends(node: Node) -> Node {
    match node {
        Node::Seq(mut nodes) => {
            while nodes.last().is_some_and(|n| matches!(n, Node::Gap(_))) {
                nodes.pop();
            }
            let first = nodes.iter().position(|n| !matches!(n, Node::Gap(_))).unwrap_or(nodes.len());
            nodes.drain(..first);
            if let Some(last) = nodes.pop() {
                nodes.push(match last {
                    end @ (Node::Seq(_) | Node::Either(_)) => without_loose_ends(end),
                    end => end,
                });
            }
            single(nodes)
        }
        Node::Either(branches) => Node::Either(branches.into_iter().map(without_loose_ends).collect()),
        other => other,
    }
}

/// Elided words that mean nothing by themselves in a pattern: the text may have them or not.
pub(super) const ELIDED: &[&str] = &["l'", "d'", "qu'", "n'", "s'"];

/// Halves of a contraction, which a pattern may name alone: "n't", "'re", "c'".
fn clitic(piece: &str) -> Option<String> {
    let folded = fold(piece);
    let tail = matches!(folded.as_str(), "n't" | "'s" | "'re" | "'ll" | "'ve" | "'d" | "'m");
    let head = folded.ends_with('\'') && (2..=5).contains(&folded.len());
    (tail || head).then_some(folded)
}

/// The words of a piece of a pattern, cut exactly as a draft is cut.
fn words_of(piece: &str, exact: bool) -> Node {
    if let Some(half) = clitic(piece) {
        let passed = ELIDED.contains(&half.as_str()) && !exact;
        return if passed { Node::Seq(Vec::new()) } else { Node::Word(vec![Form::Exact(half)]) };
    }
    let text = Text::read(piece, None);
    let mut nodes = Vec::new();
    for token in &text.tokens {
        match token.kind {
            TokenKind::HashMark => nodes.push(Node::Class(Class::Hash)),
            TokenKind::Punct if matches!(token.folded.as_str(), "-" | "«" | "»" | "\"" | "“" | "”" | "'") => {}
            TokenKind::Word if ELIDED.contains(&token.folded.as_str()) && !exact => {}
            TokenKind::Word if !exact => nodes.push(Node::Word(vec![Form::Stem(token.folded.clone())])),
            _ => nodes.push(Node::Word(vec![Form::Exact(token.folded.clone())])),
        }
    }
    single(nodes)
}

fn single(mut nodes: Vec<Node>) -> Node {
    match (nodes.len(), nodes.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            nodes.push(last);
            Node::Seq(nodes)
        }
        (_, None) => Node::Seq(Vec::new()),
    }
}

/// One of several; words side by side become one choice of forms.
fn either(nodes: Vec<Node>) -> Node {
    let mut forms = Vec::new();
    let mut rest = Vec::new();
    for node in nodes {
        match node {
            Node::Word(more) => forms.extend(more),
            Node::Either(inner) => rest.extend(inner),
            other => rest.push(other),
        }
    }
    if !forms.is_empty() {
        rest.insert(0, Node::Word(forms));
    }
    match (rest.len(), rest.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            rest.push(last);
            Node::Either(rest)
        }
        (_, None) => Node::Seq(Vec::new()),
    }
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    sets: &'a Sets,
    depth: u8,
}

impl Reader<'_> {
    fn refused(&self, message: &str) -> Refused {
        Refused { at: self.at, message: message.to_owned() }
    }

    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or("")
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn either(&mut self) -> Result<Node, Refused> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.refused("at most twelve brackets inside each other"));
        }
        let mut branches = vec![self.sequence()?];
        while self.rest().starts_with('|') {
            self.at += 1;
            branches.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(either(branches))
    }

    fn sequence(&mut self) -> Result<Node, Refused> {
        let mut nodes = Vec::new();
        loop {
            self.space();
            let rest = self.rest();
            let Some(first) = rest.chars().next() else { break };
            if matches!(first, ')' | ']' | '|' | '}') {
                break;
            }
            let start = self.at;
            let node = self.element(first)?;
            match self.maybe(node) {
                Node::Seq(inner) => nodes.extend(inner),
                node => nodes.push(node),
            }
            if self.at == start {
                return Err(self.refused("a word, a group or an element"));
            }
        }
        Ok(single(nodes))
    }

    /// A `?` right behind makes the element optional.
    fn maybe(&mut self, node: Node) -> Node {
        if self.rest().starts_with('?') {
            self.at += 1;
            return Node::Optional(Box::new(node));
        }
        node
    }

    fn element(&mut self, first: char) -> Result<Node, Refused> {
        match first {
            '(' => self.bracketed(')'),
            '[' => self.bracketed(']').map(|n| Node::Optional(Box::new(n))),
            '{' => self.set(),
            '<' => self.kind(),
            '…' => Ok(self.gap('…'.len_utf8())),
            _ if self.rest().starts_with("...") => Ok(self.gap(3)),
            _ => self.word(),
        }
    }

    fn bracketed(&mut self, close: char) -> Result<Node, Refused> {
        let open = self.at;
        self.at += 1;
        let node = self.either()?;
        if !self.rest().starts_with(close) {
            return Err(Refused { at: open, message: format!("a closing \"{close}\" for this bracket") });
        }
        self.at += 1;
        Ok(node)
    }

    fn gap(&mut self, mark: usize) -> Node {
        self.at += mark;
        let rest = self.rest();
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let most = rest.get(..digits).and_then(|d| d.parse::<u8>().ok()).unwrap_or(GAP);
        self.at += digits;
        Node::Gap(most.min(GAP_MOST))
    }

    fn until(&mut self, close: char, what: &str) -> Result<String, Refused> {
        let open = self.at;
        let rest = self.rest();
        let Some(end) = rest.find(close) else {
            return Err(Refused { at: open, message: format!("a closing \"{close}\" after the {what}") });
        };
        let name = rest.get(1..end).unwrap_or("").trim().to_owned();
        self.at += end + 1;
        Ok(name)
    }

    fn set(&mut self) -> Result<Node, Refused> {
        let open = self.at;
        let name = self.until('}', "set's name")?;
        let sets = self.sets;
        let Some(body) = sets.get(&name) else {
            let known: Vec<&str> = sets.keys().map(String::as_str).collect();
            return Err(Refused { at: open, message: format!("a known set; \"{name}\" is none of {}", known.join(", ")) });
        };
        let mut inner = Reader { source: body, at: 0, sets, depth: self.depth };
        let node = inner.either().map_err(|e| Refused { at: open, message: format!("in the set \"{name}\": {}", e.message) })?;
        Ok(node)
    }

    fn kind(&mut self) -> Result<Node, Refused> {
        let open = self.at;
        let name = self.until('>', "element's name")?;
        let class = match name.as_str() {
            "start" | "end" | "." => Class::Stop,
            "num" => Class::Number,
            "name" => Class::Name,
            "any" => Class::Word,
            "url" => Class::Url,
            "handle" => Class::Handle,
            "email" => Class::Email,
            "emoji" => Class::Emoji,
            "," => Class::Comma,
            other => return dimension(other).map(Node::Measure).ok_or_else(|| unknown_kind(open, other)),
        };
        Ok(Node::Class(class))
    }

    /// A word, or several between slashes.
    fn word(&mut self) -> Result<Node, Refused> {
        let rest = self.rest();
        let end = rest
            .char_indices()
            .find(|(at, c)| c.is_whitespace() || *at > 0 && matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '|' | '<' | '?' | '…'))
            .map_or(rest.len(), |(at, _)| at);
        let piece = rest.get(..end).unwrap_or("").to_owned();
        self.at += end;
        if matches!(piece.as_str(), "/" | "-") {
            return Ok(Node::Word(vec![Form::Exact(piece)]));
        }
        if piece.starts_with('/') || piece.ends_with('/') {
            return Err(self.refused("words on both sides of \"/\"; between groups and elements write \"|\""));
        }
        let spaced = piece.replace('_', " ");
        let branches = spaced.split('/').filter(|p| !p.is_empty()).map(|p| match p.strip_prefix('=') {
            Some(exact) if !exact.is_empty() => words_of(exact, true),
            _ => words_of(p, false),
        });
        Ok(either(branches.collect()))
    }
}

fn unknown_kind(at: usize, name: &str) -> Refused {
    Refused {
        at,
        message: format!(
            "<num>, <name>, <any>, <url>, <handle>, <email>, <emoji>, <,>, <.>, <start>, <end> or a dimension such as <duration>; not <{name}>"
        ),
    }
}

fn dimension(name: &str) -> Option<Dimension> {
    use Dimension as D;
    let table = [
        ("count", D::Count), ("ordinal", D::Ordinal), ("percent", D::Percent), ("money", D::Money), ("duration", D::Duration),
        ("length", D::Length), ("area", D::Area), ("volume", D::Volume), ("mass", D::Mass), ("temperature", D::Temperature),
        ("speed", D::Speed), ("power", D::Power), ("energy", D::Energy), ("data", D::Data), ("data-rate", D::DataRate),
        ("pressure", D::Pressure), ("frequency", D::Frequency), ("sound", D::Sound), ("light", D::Light), ("angle", D::Angle),
        ("voltage", D::Voltage), ("current", D::Current), ("charge", D::Charge), ("resolution", D::Resolution), ("date", D::Date),
        ("time-of-day", D::TimeOfDay), ("score", D::Score), ("standard", D::Standard),
    ];
    table.iter().find(|(n, _)| *n == name).map(|(_, d)| *d)
}

/// The names under which a word's forms are looked up: `=` for exact, `e` and `f` for a stem of a language.
pub(super) fn names(form: &Form, lang: Option<Lang>) -> Vec<String> {
    match form {
        Form::Exact(word) => vec![format!("={}", fold(word))],
        Form::Stem(word) => {
            let english = || format!("e{}", stem(&fold(word), Lang::En));
            let french = || format!("f{}", stem(&fold(word), Lang::Fr));
            match lang {
                Some(Lang::En) => vec![english()],
                Some(Lang::Fr) => vec![french()],
                None => vec![english(), french()],
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(written: &str, at: usize, words: &str) {
        let error = Pattern::read(written, None, &Sets::new()).expect_err(written);
        assert_eq!(error.at, at, "{error:?}");
        assert!(error.message.contains(words), "{error:?}");
    }

    #[test]
    fn a_pattern_says_what_was_expected() {
        refused("the (best", 4, "closing \")\"");
        refused("the best)", 8, "opening bracket");
        refused("[very]", 0, "at least one word");
        refused("… …", 0, "at least one word");
        refused("for {kids}", 4, "known set");
        refused("<colour>", 0, "<duration>");
    }

    #[test]
    fn words_are_cut_as_a_draft_is() {
        let a = Pattern::read("éco-responsable", None, &Sets::new()).map(|p| p.node);
        let b = Pattern::read("eco responsable", None, &Sets::new()).map(|p| p.node);
        assert_eq!(a, b);
    }
}
