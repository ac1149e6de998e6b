//! Tokens: words, numbers, signs, emoji, and whole entities (links, handles, hashtags) of a text.
//! Not here: sentences; numbers written as words.

use super::entity::{self, Entity};
use super::fold::fold;
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is, by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits, with the separators between them (`1,299.90`, `2.4`, `18'000`).
    Number,
    /// A mark such as `,` `.` `(` `«`.
    Punct,
    /// `€`, `%`, `°`, `+`, `½` and the like.
    Symbol,
    /// An emoji, whole.
    Emoji,
    /// A link.
    Url,
    /// An email address.
    Email,
    /// `@name`.
    Handle,
    /// The `#` of a hashtag; its words follow as tokens with [`Token::hashtag`] set.
    HashMark,
    /// A signature such as `^Léa`.
    Signature,
}

/// A token. Its span is in bytes.
#[derive(Debug, Clone)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Folded for matching.
    pub folded: String,
    /// Stem in its sentence's language.
    pub stem: String,
    /// No white space before it.
    pub glued: bool,
    /// Part of a hashtag.
    pub hashtag: bool,
}

impl Token {
    fn new(source: &str, span: Span, kind: TokenKind, glued: bool) -> Self {
        Token { span, kind, folded: fold(span.of(source)), stem: String::new(), glued, hashtag: false }
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether its folded form is exactly `word`.
    pub fn is(&self, word: &str) -> bool {
        self.folded == word
    }
}

/// All tokens of a text, in order.
pub(super) fn scan(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 5 + 1);
    let mut end = 0;
    for (at, chunk) in chunks(source) {
        let mut rest = Span::new(at, at + chunk.len());
        let mut glued = at == end && at != 0;
        while let Some((entity, before)) = entity::find(source, rest) {
            words(source, Span::new(rest.start, before), &mut glued, &mut tokens);
            push_entity(source, entity, &mut glued, &mut tokens);
            rest = Span::new(entity.span().end, rest.end);
        }
        words(source, rest, &mut glued, &mut tokens);
        end = at + chunk.len();
    }
    tokens
}

/// The runs between white space.
fn chunks(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    source.split(char::is_whitespace).filter_map(move |chunk| {
        let start = at;
        at += chunk.len();
        at += source.get(at..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8);
        (!chunk.is_empty()).then_some((start, chunk))
    })
}

fn push_entity(source: &str, entity: Entity, glued: &mut bool, tokens: &mut Vec<Token>) {
    let kind = match entity {
        Entity::Url(_) => TokenKind::Url,
        Entity::Email(_) => TokenKind::Email,
        Entity::Handle(_) => TokenKind::Handle,
        Entity::Signature(_) => TokenKind::Signature,
        Entity::Hashtag(span) => {
            tokens.push(Token::new(source, Span::new(span.start, span.start + 1), TokenKind::HashMark, *glued));
            *glued = true;
            let first = tokens.len();
            for part in entity::hashtag_words(source, Span::new(span.start + 1, span.end)) {
                words(source, part, glued, tokens);
            }
            tokens.iter_mut().skip(first).for_each(|t| t.hashtag = true);
            return;
        }
    };
    tokens.push(Token::new(source, entity.span(), kind, *glued));
    *glued = true;
}

/// Words, numbers and signs of a stretch without white space.
fn words(source: &str, span: Span, glued: &mut bool, tokens: &mut Vec<Token>) {
    for (at, piece) in span.of(source).split_word_bound_indices() {
        let start = span.start + at;
        for (part, kind) in pieces(piece) {
            let place = Span::new(start + part.start, start + part.end);
            tokens.push(Token::new(source, place, kind, *glued));
            *glued = true;
        }
    }
}

/// A word segment cut where letters meet digits and where an apostrophe joins two words.
fn pieces(piece: &str) -> Vec<(Span, TokenKind)> {
    let Some(first) = piece.chars().next() else { return Vec::new() };
    if !first.is_alphanumeric() {
        return vec![(Span::new(0, piece.len()), sign(piece, first))];
    }
    let mut out = Vec::new();
    let mut start = 0;
    let mut digits = is_digit(first);
    for (at, c) in piece.char_indices() {
        let turns = c.is_alphanumeric() && is_digit(c) != digits;
        if turns && at > start {
            push_run(piece, Span::new(start, at), digits, &mut out);
            start = at;
            digits = is_digit(c);
        }
    }
    push_run(piece, Span::new(start, piece.len()), digits, &mut out);
    out
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn push_run(piece: &str, run: Span, digits: bool, out: &mut Vec<(Span, TokenKind)>) {
    if digits {
        out.push((run, TokenKind::Number));
        return;
    }
    match split_apostrophe(run.of(piece)) {
        Some(cut) => {
            out.push((Span::new(run.start, run.start + cut), TokenKind::Word));
            out.push((Span::new(run.start + cut, run.end), TokenKind::Word));
        }
        None => out.push((run, TokenKind::Word)),
    }
}

/// Where "l'eau" parts after the apostrophe, "it's" before it and "don't" before the n.
fn split_apostrophe(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().find(|(_, c)| matches!(c, '\'' | '’' | 'ʼ'))?;
    let after = at + mark.len_utf8();
    let tail = fold(word.get(after..)?);
    let head = word.get(..at)?;
    match tail.as_str() {
        "" => None,
        "t" if head.ends_with(['n', 'N']) && head.len() > 2 => Some(at - 1),
        "s" | "re" | "ll" | "ve" | "d" | "m" => Some(at),
        "hui" => None,
        _ => Some(after),
    }
}

fn sign(piece: &str, first: char) -> TokenKind {
    if is_emoji(piece, first) {
        return TokenKind::Emoji;
    }
    match first {
        '€' | '$' | '£' | '¥' | '%' | '‰' | '°' | '+' | '=' | '<' | '>' | '×' | '±' | '~' | '≈' | '≤' | '≥' | '²' | '³'
        | '½' | '¼' | '¾' | '⅓' | '⅔' | '″' | '′' | '&' | '✓' | '✔' | '✗' | '✘' | '✅' | '❌' => TokenKind::Symbol,
        _ => TokenKind::Punct,
    }
}

fn is_emoji(piece: &str, first: char) -> bool {
    let pictograph = matches!(first as u32, 0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B00..=0x2BFF | 0x2300..=0x23FF | 0x2190..=0x21FF);
    let listed = matches!(first, '✓' | '✔' | '✗' | '✘' | '✅' | '❌');
    (pictograph && !listed) || piece.contains('\u{20e3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, want: &[&str]) {
        let got: Vec<&str> = scan(source).iter().map(|t| t.span.of(source)).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn words_part_where_they_should() {
        check("L'eau n'est pas là.", &["L'", "eau", "n'", "est", "pas", "là", "."]);
        check("It doesn't; we're", &["It", "does", "n't", ";", "we", "'re"]);
        check("aujourd'hui", &["aujourd'hui"]);
    }

    #[test]
    fn digits_part_from_letters() {
        check("IP67, 2.4GHz 1,299.90€", &["IP", "67", ",", "2.4", "GHz", "1,299.90", "€"]);
    }

    #[test]
    fn entities_stay_whole() {
        check("see https://a.fr/x?y=12, @max_b #AquaPureX200!", &["see", "https://a.fr/x?y=12", ",", "@max_b", "#", "Aqua", "Pure", "X", "200", "!"]);
        check("mail a.b@c.com. ^Léa", &["mail", "a.b@c.com", ".", "^Léa"]);
    }

    #[test]
    fn emoji_stay_whole() {
        check("ok👨‍👩‍👧fin", &["ok", "👨‍👩‍👧", "fin"]);
    }
}
