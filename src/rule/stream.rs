//! A draft as the automaton reads it: one item a token, with the names it is looked up by and what it may be passed over as.
//! Not here: the automaton.

use super::automaton::Symbols;
use super::pattern::{Class, ELIDED};
use crate::span::Span;
use crate::text::{Lang, Mood, Sentence, Text, Token, TokenKind, stem};
use crate::value::{Dimension, Value};

/// Short spellings and what they stand for.
const SHORT: &[(&str, &str)] = &[
    ("tjs", "toujours"), ("tjrs", "toujours"), ("jms", "jamais"), ("pr", "pour"), ("ds", "dans"), ("gratos", "gratuit"), ("bcp", "beaucoup"),
    ("ya", "a"), ("pb", "probleme"), ("ur", "your"), ("u", "you"), ("gonna", "going"), ("ppl", "people"), ("4ever", "forever"),
    ("min", "minute"), ("gr8", "great"), ("thru", "through"), ("tt", "tout"), ("vs", "vous"), ("qd", "quand"), ("wo", "will"), ("ca", "can"),
    ("def", "definitely"), ("deffo", "definitely"), ("defo", "definitely"), ("guarantee", "guarantee"), ("qte", "qualite"),
];

/// Numbers written as words.
const NUMBER_WORDS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty",
    "fifty", "hundred", "thousand", "dozen", "couple", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "onze", "douze",
    "quinze", "vingt", "trente", "quarante", "cinquante", "cent", "mille", "dizaine", "douzaine", "vingtaine", "centaine",
];

/// Words a gap does not pass over: they would turn the claim round.
const NEGATORS: &[&str] = &[
    "not", "n't", "never", "no", "none", "nothing", "neither", "nor", "without", "cannot", "pas", "ne", "jamais", "aucun", "aucune", "rien",
    "ni", "sans", "guere",
];

/// How an item behaves between the words of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stance {
    /// A word, number or sign that a gap may pass over.
    Plain,
    /// Passed over anywhere: emoji, hyphens, quotation marks, elided articles.
    Through,
    /// A word no gap passes over.
    Hard,
    /// A comma, bracket or dash: a gap passes over it, words side by side do not.
    Comma,
    /// A sentence's end: only `<.>` passes.
    Stop,
}

/// A token, or a sentence's unmarked end, as the automaton reads it.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) span: Span,
    /// Index of the token in the text; of the next token for an unmarked end.
    pub(super) token: usize,
    pub(super) sentence: usize,
    pub(super) names: Vec<u32>,
    pub(super) classes: Vec<Class>,
    pub(super) stance: Stance,
}

impl Item {
    /// Whether a match may begin or end with it without having it in its words.
    pub(super) fn stance_is_void(&self) -> bool {
        matches!(self.stance, Stance::Through | Stance::Stop | Stance::Comma)
    }
}

/// A value's place in the stream.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    pub(super) dimension: Dimension,
    /// The item after its last.
    pub(super) after: usize,
}

/// The whole draft.
#[derive(Debug, Clone, Default)]
pub(super) struct Stream {
    pub(super) items: Vec<Item>,
    /// Values by the item they begin at, ascending.
    pub(super) values: Vec<(usize, Measured)>,
    /// Per sentence: the languages its patterns may be in.
    pub(super) reach: Vec<Reach>,
}

/// The languages in which a sentence is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// One for certain.
    One(Lang),
    /// Too short to tell.
    Both,
}

impl Reach {
    pub(super) fn takes(self, lang: Option<Lang>) -> bool {
        match (self, lang) {
            (_, None) | (Reach::Both, _) => true,
            (Reach::One(mine), Some(theirs)) => mine == theirs,
        }
    }
}

/// Words up to which a sentence may be of either language.
const SHORT_SENTENCE: usize = 7;

impl Stream {
    /// Reads a text; linear in its length.
    pub(super) fn read(text: &Text, values: &[Value], symbols: &Symbols) -> Stream {
        let mut stream = Stream::default();
        stream.items.extend(text.sentences.first().map(|s| stop(s.span.start, 0, 0)));
        for (index, sentence) in text.sentences.iter().enumerate() {
            let reach = reach(text, sentence);
            stream.reach.push(reach);
            stream.sentence(text, sentence, index, reach, symbols);
        }
        stream.place(values);
        stream
    }

    fn sentence(&mut self, text: &Text, sentence: &Sentence, index: usize, reach: Reach, symbols: &Symbols) {
        let tokens = text.tokens_of(sentence);
        let shouting = tokens.iter().filter(|t| t.is_word()).all(|t| !text.words(t.span).chars().any(char::is_lowercase));
        let mut begun = false;
        for (offset, token) in tokens.iter().enumerate() {
            let stance = stance(tokens, offset, token);
            let mut classes = classes(token, stance);
            if begun && !shouting && token.is_word() && is_name(text.words(token.span)) {
                classes.push(Class::Name);
            }
            begun |= token.is_word();
            let names = names(token, sentence.lang, reach, symbols);
            let item = Item { span: token.span, token: sentence.tokens.start + offset, sentence: index, names, classes, stance };
            self.items.push(item);
        }
        let ended = self.items.iter().rev().find(|i| i.stance != Stance::Through).is_some_and(|i| i.stance == Stance::Stop);
        if !ended {
            self.items.push(stop(sentence.span.end, sentence.tokens.end.saturating_sub(1), index));
        }
    }

    fn place(&mut self, values: &[Value]) {
        for value in values {
            let from = self.items.partition_point(|i| i.span.start < value.span.start);
            let after = self.items.partition_point(|i| i.span.start < value.span.end);
            if from < after {
                self.values.push((from, Measured { dimension: value.dimension, after }));
            }
        }
        self.values.sort_by_key(|(at, m)| (*at, m.after));
    }
}

/// A sentence's edge that no mark shows.
fn stop(at: usize, token: usize, sentence: usize) -> Item {
    Item { span: Span::new(at, at), token, sentence, names: Vec::new(), classes: vec![Class::Stop], stance: Stance::Stop }
}

fn reach(text: &Text, sentence: &Sentence) -> Reach {
    let words = text.tokens_of(sentence).iter().filter(|t| t.is_word()).count();
    if words <= SHORT_SENTENCE && (sentence.mood == Mood::Statement || words <= 3) {
        return Reach::Both;
    }
    Reach::One(sentence.lang)
}

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().count() > 2 && !matches!(word, "DM" | "DMs" | "SMS" | "FAQ" | "TTC")
}

fn stance(tokens: &[Token], at: usize, token: &Token) -> Stance {
    match token.kind {
        TokenKind::Emoji | TokenKind::HashMark => Stance::Through,
        TokenKind::Punct | TokenKind::Symbol => mark(tokens, at, token),
        TokenKind::Word if ELIDED.contains(&token.folded.as_str()) => Stance::Through,
        TokenKind::Word if NEGATORS.contains(&token.folded.as_str()) => Stance::Hard,
        _ => Stance::Plain,
    }
}

fn mark(tokens: &[Token], at: usize, token: &Token) -> Stance {
    match token.folded.chars().next() {
        Some('.') if token.folded.starts_with("..") => Stance::Comma,
        Some('.' | '!' | '?') if tokens.iter().skip(at + 1).any(Token::is_word) => Stance::Through,
        Some('.' | '!' | '?') => Stance::Stop,
        Some('-') => dash(tokens, at, token),
        Some(',' | ';' | ':' | '(' | ')' | '…' | '/' | '•' | '|') => Stance::Comma,
        Some('«' | '»' | '"' | '“' | '”' | '\'' | '*' | '_' | '~') => Stance::Through,
        _ => Stance::Plain,
    }
}

/// A hyphen inside a word is passed over, a minus sign is a sign, a dash parts.
fn dash(tokens: &[Token], at: usize, token: &Token) -> Stance {
    let next = tokens.get(at + 1).filter(|t| t.glued);
    match (token.glued, next) {
        (true, Some(_)) => Stance::Through,
        (false, Some(t)) if t.kind == TokenKind::Number => Stance::Plain,
        _ => Stance::Comma,
    }
}

fn classes(token: &Token, stance: Stance) -> Vec<Class> {
    let mut out = Vec::new();
    match token.kind {
        TokenKind::Number => out.push(Class::Number),
        TokenKind::Word if NUMBER_WORDS.contains(&token.folded.as_str()) => out.extend([Class::Number, Class::Word]),
        TokenKind::Word if stance != Stance::Through => out.push(Class::Word),
        TokenKind::Url => out.push(Class::Url),
        TokenKind::Email => out.push(Class::Email),
        TokenKind::Handle => out.extend([Class::Handle, Class::Name]),
        TokenKind::Emoji => out.push(Class::Emoji),
        TokenKind::HashMark => out.push(Class::Hash),
        _ => {}
    }
    match stance {
        Stance::Comma => out.push(Class::Comma),
        Stance::Stop => out.push(Class::Stop),
        Stance::Plain | Stance::Hard | Stance::Through => {}
    }
    out
}

/// The spellings of a token: itself, what it is short for, and without letters held down ("gratuiiit").
fn spellings(token: &Token) -> Vec<String> {
    let word = token.folded.as_str();
    let mut out = vec![word.to_owned()];
    if !token.is_word() {
        return out;
    }
    out.extend(SHORT.iter().filter(|(short, _)| *short == word).map(|(_, long)| (*long).to_owned()));
    // Snowball leaves the French third person plural whole ("cassent" beside "casse").
    if let Some(verb) = word.strip_suffix("ent").filter(|v| v.len() > 2) {
        out.push(format!("{verb}e"));
    }
    // Nor does it know the feminine of a participle once its accent is folded ("testees" beside "teste").
    if let Some(head) = word.strip_suffix("ees").or_else(|| word.strip_suffix("ee")).filter(|h| h.len() > 2) {
        out.push(format!("{head}e"));
    }
    let letters: Vec<char> = word.chars().collect();
    if letters.windows(3).any(|w| matches!(w, [a, b, c] if a == b && b == c)) {
        out.extend([1, 2].map(|keep| squeezed(&letters, keep)));
    }
    out
}

fn squeezed(letters: &[char], keep: usize) -> String {
    let mut out = String::new();
    let mut run = 0;
    let mut before = None;
    for c in letters {
        run = if before == Some(*c) { run + 1 } else { 1 };
        before = Some(*c);
        let long = letters.len() > 3;
        if run <= keep || !long {
            out.push(*c);
        }
    }
    out
}

fn names(token: &Token, lang: Lang, reach: Reach, symbols: &Symbols) -> Vec<u32> {
    if token.kind == TokenKind::HashMark {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut add = |kind: char, word: &str| out.extend(symbols.find(kind, word));
    for (nth, word) in spellings(token).iter().enumerate() {
        add('=', word);
        let own = if nth == 0 { token.stem.clone() } else { stem(word, lang) };
        let kind = |l: Lang| if l == Lang::En { 'e' } else { 'f' };
        add(kind(lang), &own);
        if reach == Reach::Both || token.hashtag {
            let other = if lang == Lang::En { Lang::Fr } else { Lang::En };
            add(kind(other), &stem(word, other));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}
