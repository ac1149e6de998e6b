//! Links, email addresses, handles, hashtags and signatures: entities read before words.
//! Not here: phone and order numbers (`value`), what a handle stands for (`mention`).

use crate::span::Span;

/// An entity and its place in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Entity {
    Url(Span),
    Email(Span),
    Handle(Span),
    Hashtag(Span),
    Signature(Span),
}

impl Entity {
    pub(super) fn span(self) -> Span {
        match self {
            Entity::Url(s) | Entity::Email(s) | Entity::Handle(s) | Entity::Hashtag(s) | Entity::Signature(s) => s,
        }
    }
}

/// Endings by which a bare word with a dot is a link.
const TOP_LEVEL: &[&str] = &[
    "com", "fr", "org", "net", "io", "eu", "co", "uk", "be", "ch", "ca", "de", "app", "shop", "dev", "info", "me", "ly", "tv", "gg", "social",
];

/// The first entity in a stretch without white space, and where the words before it end.
pub(super) fn find(source: &str, chunk: Span) -> Option<(Entity, usize)> {
    let text = chunk.of(source);
    if let Some(span) = url(text) {
        return Some((Entity::Url(shift(span, chunk.start)), chunk.start + span.start));
    }
    if let Some(span) = email(text) {
        return Some((Entity::Email(shift(span, chunk.start)), chunk.start + span.start));
    }
    marked(text).map(|entity| {
        let span = entity.span();
        (moved(entity, chunk.start), chunk.start + span.start)
    })
}

fn shift(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

fn moved(entity: Entity, by: usize) -> Entity {
    match entity {
        Entity::Url(s) => Entity::Url(shift(s, by)),
        Entity::Email(s) => Entity::Email(shift(s, by)),
        Entity::Handle(s) => Entity::Handle(shift(s, by)),
        Entity::Hashtag(s) => Entity::Hashtag(shift(s, by)),
        Entity::Signature(s) => Entity::Signature(shift(s, by)),
    }
}

/// Marks that end a sentence rather than a link.
fn trimmed(text: &str) -> &str {
    text.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '»', '"', '”', '’', '\'', '…'])
}

fn url(text: &str) -> Option<Span> {
    let lower = text.to_ascii_lowercase();
    if let Some(start) = ["https://", "http://", "www."].iter().filter_map(|p| lower.find(p)).min() {
        let end = start + trimmed(text.get(start..)?).len();
        return (end > start + 4).then_some(Span::new(start, end));
    }
    if text.contains('@') {
        return None;
    }
    let body = trimmed(text);
    let start = body.len() - body.trim_start_matches(['(', '[', '«', '"', '“', '\'']).len();
    let host = body.get(start..)?.split(['/', '?', '#']).next()?;
    let (name, top) = host.rsplit_once('.')?;
    let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    let known = TOP_LEVEL.contains(&top.to_ascii_lowercase().as_str());
    let named = name.bytes().any(|b| b.is_ascii_alphabetic());
    (plain(name) && known && named).then_some(Span::new(start, body.len()))
}

fn email(text: &str) -> Option<Span> {
    let body = trimmed(text);
    let at = body.find('@').filter(|at| *at > 0)?;
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let start = body.get(..at)?.rfind(|c| !local(c)).map_or(0, |i| i + body[i..].chars().next().map_or(1, char::len_utf8));
    let host = body.get(at + 1..)?;
    let length = host.find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-')).unwrap_or(host.len());
    let host = host.get(..length)?.trim_end_matches('.');
    (start < at && host.contains('.')).then_some(Span::new(start, at + 1 + host.len()))
}

/// `@name`, `#word`, `^Name`: only at the beginning of a word.
fn marked(text: &str) -> Option<Entity> {
    let mut before = None;
    for (at, c) in text.char_indices() {
        let opens = before.is_none_or(|b: char| !b.is_alphanumeric() && b != '&' && b != '/');
        if opens && matches!(c, '@' | '#' | '^') {
            let rest = text.get(at + 1..).unwrap_or("");
            let inner = |c: char| c.is_alphanumeric() || c == '_' || (c == '@' || c == '.') && text.starts_with('@');
            let length = rest.find(|c| !inner(c)).unwrap_or(rest.len());
            let name = rest.get(..length).unwrap_or("").trim_end_matches(['.', '@']);
            let letters = name.chars().any(char::is_alphabetic);
            if letters {
                let span = Span::new(at, at + 1 + name.len());
                return Some(match c {
                    '@' => Entity::Handle(span),
                    '#' => Entity::Hashtag(span),
                    _ => Entity::Signature(span),
                });
            }
        }
        before = Some(c);
    }
    None
}

/// The words of a hashtag's body: parted at `_` and where a capital follows a small letter.
pub(super) fn hashtag_words(source: &str, body: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = body.start;
    let mut before: Option<char> = None;
    for (at, c) in body.of(source).char_indices() {
        let place = body.start + at;
        let turn = before.is_some_and(|b| b.is_lowercase() && c.is_uppercase());
        if c == '_' || turn {
            if place > start {
                parts.push(Span::new(start, place));
            }
            start = if c == '_' { place + 1 } else { place };
        }
        before = Some(c);
    }
    if body.end > start {
        parts.push(Span::new(start, body.end));
    }
    parts
}
