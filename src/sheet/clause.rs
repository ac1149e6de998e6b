//! A value taken apart: sentences, clauses, brackets and list items, each with its own polarity; answers; open and closed lists.
//! Not here: which product or attribute it belongs to (`facts`).

use super::units;
use super::words::{self, Word};
use crate::fact::{Closure, Part, Polarity};
use crate::span::Span;
use crate::text::{Text, Token, TokenKind};

/// A value as its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Apart {
    pub(super) parts: Vec<Part>,
    /// Where each part stands in the value.
    pub(super) spans: Vec<Span>,
    pub(super) answer: Option<Polarity>,
    pub(super) list: Option<Closure>,
}

/// What stands before a piece of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    Sentence,
    Semicolon,
    Comma,
    Joiner,
    Bracket,
    Limit,
    Dash,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    opener: Opener,
}

/// Takes a value apart in the light of the attribute it stands beside.
pub(super) fn take_apart(attribute: &str, value: &str) -> Apart {
    if value.trim().is_empty() {
        return Apart::default();
    }
    let answer = answer(value);
    let mut pieces = cut(value);
    if pieces.is_empty() {
        pieces.push(Piece { span: Span::new(0, value.len()), opener: Opener::Sentence });
    }
    pieces.iter_mut().filter(|p| p.opener == Opener::Comma).for_each(|p| p.span = unjoined(value, p.span));
    let (pieces, list) = listed(attribute, value, pieces, answer);
    let denying = words::is(attribute, words::DENYING_LABELS);
    let mut polarities = polarities(value, &pieces, answer, denying);
    if list.is_some() && !denying {
        // "Scents: lavender, unscented": an item of a list of choices is there, whatever its name.
        let items = pieces.iter().zip(polarities.iter_mut()).take_while(|(p, _)| p.opener != Opener::Sentence || p.span.start == 0);
        items.filter(|(p, _)| words::words(p.span.of(value)).len() <= 2).for_each(|(_, polarity)| *polarity = Polarity::Yes);
    }
    let parts = pieces.iter().zip(polarities).enumerate().map(|(i, (piece, polarity))| part(value, *piece, polarity, i > 0 && list.is_none())).collect();
    Apart { parts, spans: pieces.iter().map(|p| p.span).collect(), answer, list }
}

/// A part; one that says "only" limits what stands before it, unless it is an item or the first.
fn part(value: &str, piece: Piece, polarity: Polarity, only: bool) -> Part {
    let text = piece.span.of(value).to_owned();
    let limits = matches!(piece.opener, Opener::Bracket | Opener::Limit) || only && words::holds(&text, words::ONLY);
    Part { values: units::values(&text), text, polarity, limits }
}

/// A clause without the "and" before it.
fn unjoined(value: &str, span: Span) -> Span {
    let text = span.of(value);
    let spoken = words::words(text);
    match (spoken.first(), spoken.get(1)) {
        (Some(first), Some(second)) if matches!(first.folded.as_str(), "and" | "et" | "or" | "ou") && first.span.start == 0 => Span::new(span.start + second.span.start, span.end),
        _ => span,
    }
}

/// What a value that opens with a yes or no word or sign answers.
pub(super) fn answer(value: &str) -> Option<Polarity> {
    let value = value.trim();
    let first = value.chars().next()?;
    if words::YES_SIGNS.contains(&first) {
        return Some(Polarity::Yes);
    }
    let dashes = value.chars().all(|c| matches!(c, '–' | '—' | '-' | '−' | '/'));
    if words::NO_SIGNS.contains(&first) || dashes {
        return Some(Polarity::No);
    }
    if words::is(value, words::NOT_APPLICABLE) {
        return Some(Polarity::No);
    }
    spoken_answer(value)
}

fn spoken_answer(value: &str) -> Option<Polarity> {
    let spoken = words::words(value);
    let first = spoken.first()?;
    if first.span.start > 2 {
        return None;
    }
    let word = first.folded.as_str();
    let rest = value.get(first.span.end..).unwrap_or("");
    if words::YES.contains(&word) {
        return Some(Polarity::Yes);
    }
    if matches!(word, "sans" | "without") && spoken.len() == 1 {
        return Some(Polarity::No);
    }
    let alone = rest.trim_start().is_empty() || rest.trim_start().starts_with([',', ';', '.', '(', ':', '!', '–', '—', '-']);
    let next = spoken.get(1).map(|w| w.folded.as_str());
    let limited = next.is_some_and(|n| words::LIMITERS.contains(&n) || words::FOR.contains(&n) || words::EXCEPTIONS.contains(&n));
    if words::NO.contains(&word) && (alone || limited) {
        return Some(Polarity::No);
    }
    let short = spoken.len() <= 4 && !value.contains([',', ';']);
    (matches!(word, "not" | "non" | "pas") && short && denies(value)).then_some(Polarity::No)
}

/// Cuts a value at sentence ends, semicolons, commas, brackets, spaced dashes and limiting words.
fn cut(value: &str) -> Vec<Piece> {
    let text = Text::read(value, None);
    let ends: std::collections::BTreeSet<usize> = text.sentences.iter().map(|s| s.tokens.end).collect();
    let mut cutter = Cutter { value, pieces: Vec::new(), start: 0, opener: Opener::Sentence, quoted: false };
    let mut depth = 0usize;
    for (i, token) in text.tokens.iter().enumerate() {
        depth = cutter.step(&text.tokens, i, token, depth);
        if depth == 0 && ends.contains(&(i + 1)) {
            cutter.close(token.span.end, token.span.end, Opener::Sentence);
        }
    }
    cutter.close(value.len(), value.len(), Opener::Sentence);
    cutter.pieces
}

struct Cutter<'a> {
    value: &'a str,
    pieces: Vec<Piece>,
    start: usize,
    opener: Opener,
    quoted: bool,
}

impl Cutter<'_> {
    /// Ends the running piece at `end`; the next one starts at `next`.
    fn close(&mut self, end: usize, next: usize, opener: Opener) {
        let raw = Span::new(self.start, end).of(self.value);
        let left = raw.len() - raw.trim_start_matches(edge).len();
        let words = raw.trim_matches(edge);
        if !words.is_empty() {
            let from = self.start + left;
            self.pieces.push(Piece { span: Span::new(from, from + words.len()), opener: self.opener });
            self.opener = opener;
        } else if rank(opener) < rank(self.opener) {
            self.opener = opener;
        }
        self.start = next;
    }

    fn step(&mut self, tokens: &[Token], i: usize, token: &Token, depth: usize) -> usize {
        let sign = token.span.of(self.value);
        match sign {
            "«" | "“" => self.quoted = true,
            "»" | "”" => self.quoted = false,
            _ => {}
        }
        match sign {
            "(" | "[" if depth > 0 => return depth + 1,
            ")" | "]" if depth > 1 => return depth - 1,
            "(" | "[" if opens_bracket(self.value, tokens, i) => {
                self.close(token.span.start, token.span.end, Opener::Bracket);
                self.opener = Opener::Bracket;
                return 1;
            }
            ")" | "]" if depth == 1 => {
                self.close(token.span.start, token.span.end, Opener::Comma);
                return 0;
            }
            _ if self.quoted => {}
            ";" => self.close(token.span.start, token.span.end, Opener::Semicolon),
            "," if depth == 0 => self.close(token.span.start, token.span.end, Opener::Comma),
            "–" | "—" | "-" if depth == 0 && parts_clauses(tokens, i) => self.close(token.span.start, token.span.end, Opener::Dash),
            _ if depth == 0 && limits_here(tokens, i, self.start) => self.close(token.span.start, token.span.start, Opener::Limit),
            _ => {}
        }
        if limits_here(tokens, i, usize::MAX) && self.value.get(self.start..token.span.start).is_some_and(|s| s.trim_matches(edge).is_empty()) {
            if !self.pieces.is_empty() && self.opener != Opener::Bracket && self.opener != Opener::Sentence {
                self.opener = Opener::Limit;
            }
        }
        depth
    }
}

fn edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '.' | '–' | '—' | '!')
}

fn rank(opener: Opener) -> u8 {
    match opener {
        Opener::Sentence => 0,
        Opener::Semicolon => 1,
        Opener::Bracket | Opener::Limit => 2,
        Opener::Dash | Opener::Comma | Opener::Joiner => 3,
    }
}

/// A bracket glued to the word before it belongs to it ("dB(A)"); an unclosed one is a mark like any other.
fn opens_bracket(value: &str, tokens: &[Token], i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    let rest = value.get(token.span.end..).unwrap_or("");
    let Some(close) = rest.find([')', ']']) else { return false };
    !(token.glued && rest.get(..close).is_some_and(|s| s.chars().count() <= 3))
}

/// A spaced dash parts clauses unless it joins two figures or two days.
fn parts_clauses(tokens: &[Token], i: usize) -> bool {
    let (Some(token), Some(next)) = (tokens.get(i), tokens.get(i + 1)) else { return false };
    let spaced = !token.glued && !next.glued;
    let figures = next.kind == TokenKind::Number;
    i > 0 && spaced && !figures
}

/// Whether a limiting word stands here, after at least one word of its clause.
fn limits_here(tokens: &[Token], i: usize, start: usize) -> bool {
    let Some(token) = tokens.get(i).filter(|t| t.is_word()) else { return false };
    let word = token.folded.trim_end_matches('\'');
    if !words::LIMITERS.contains(&word) || start != usize::MAX && token.span.start <= start {
        return false;
    }
    let next = tokens.get(i + 1).map(|t| t.folded.trim_end_matches('\''));
    let before = i.checked_sub(1).and_then(|j| tokens.get(j)).map(|t| t.folded.as_str());
    if words::ONLY.contains(&word) && matches!(before, Some("not" | "non" | "pas")) {
        return false;
    }
    match word {
        "if" | "si" if matches!(before, Some("even" | "meme")) => false,
        "hors" | "apart" | "subject" => !next.is_some_and(|n| words::NOT_EXCEPTIONS.contains(&n)) || word != "hors",
        "only" | "uniquement" | "seulement" | "exclusivement" => next.is_some_and(|n| words::FOR.contains(&n) || matches!(n, "if" | "si" | "when" | "quand" | "lorsque" | "from" | "at" | "a")),
        "si" => next.is_some(),
        _ => true,
    }
}

/// Cuts list items at their joining words, and says whether the pieces are a list.
fn listed(attribute: &str, value: &str, pieces: Vec<Piece>, answer: Option<Polarity>) -> (Vec<Piece>, Option<Closure>) {
    let closes = |p: &Piece| p.opener == Opener::Semicolon && words::holds(p.span.of(value), words::CLOSING);
    let head = pieces.iter().skip(1).take_while(|p| matches!(p.opener, Opener::Comma | Opener::Semicolon | Opener::Bracket) && !closes(p)).count() + 1;
    let first: Vec<Piece> = pieces.iter().take(head).copied().collect();
    let choice = words::words(attribute).iter().any(|w| words::CHOICES.contains(&w.folded.as_str()));
    let items: Vec<Piece> = first.iter().filter(|p| p.opener != Opener::Bracket).flat_map(|p| joined(value, *p)).collect();
    let named = items.iter().filter(|p| !p.span.of(value).trim_start().starts_with(|c: char| c.is_ascii_digit())).count();
    let variant = |p: &Piece| choice && items.len() > 1 && words::words(p.span.of(value)).len() <= 2;
    let short = items.iter().all(|p| variant(p) || item_like(p.span.of(value))) && !items.iter().all(|p| denies(p.span.of(value)) && choice);
    let sames = named * 2 > items.len() || choice;
    let free = attribute.is_empty() || answer.is_some();
    let brief = |most: usize| items.iter().all(|p| words::words(p.span.of(value)).len() <= most);
    let enumerates = choice || items.len() > 2 && brief(5) || items.len() == 2 && brief(3);
    let states = items.iter().any(|p| stated(p.span.of(value), choice)) || items.len() == 1 && value.contains(|c: char| c.is_ascii_digit());
    if free || !short || !sames || !enumerates || states {
        return (pieces, None);
    }
    let mut out: Vec<Piece> = first.iter().flat_map(|p| if p.opener == Opener::Bracket { vec![*p] } else { joined(value, *p) }).collect();
    out.extend(pieces.iter().skip(head));
    out.sort_by_key(|p| p.span.start);
    let until = first.last().map_or(value.len(), |p| p.span.end);
    (out, Some(closure(value, Span::new(0, until).of(value))))
}

/// Whether a list goes on, by its own words, or ends, by any words of the value.
fn closure(value: &str, list: &str) -> Closure {
    let opening = words::holds(list, words::OPENING) || list.contains('…') || value.trim_end().ends_with("...");
    if opening && !words::holds(value, words::CLOSING) { Closure::Open } else { Closure::Closed }
}

/// An item names a thing: few words, no verb, no denial of its own.
fn item_like(text: &str) -> bool {
    let spoken = words::words(text);
    spoken.len() <= 7 && !spoken.iter().any(|w| is_verb(w)) && !denies(text)
}

/// An item that opens with a preposition or holds a measure states something rather than names a thing; in a list of
/// choices ("sizes", "in the box") measures and counts are names.
fn stated(text: &str, choice: bool) -> bool {
    use crate::value::Dimension;
    let opens = words::opens(text, words::STATING);
    let measured = units::values(text).iter().any(|v| match v.dimension {
        Dimension::Percent | Dimension::Money | Dimension::Duration | Dimension::Date => true,
        _ => !choice && v.unit.is_some(),
    });
    opens && !choice || measured
}

fn is_verb(word: &Word) -> bool {
    matches!(
        word.folded.as_str(),
        "is" | "are" | "has" | "have" | "must" | "can" | "will" | "was" | "were" | "does" | "do" | "be" | "est" | "sont" | "ont" | "peut" | "peuvent" | "doit" | "doivent" | "sera" | "seront" | "etait" | "convient" | "conviennent" | "works" | "fits"
    )
}

/// A piece cut at its joining words, where each side names a thing without a figure.
fn joined(value: &str, piece: Piece) -> Vec<Piece> {
    let text = piece.span.of(value);
    if text.contains(|c: char| c.is_ascii_digit()) && text.contains([' ']) && starts_with_figure(text) {
        return vec![piece];
    }
    let mut out = Vec::new();
    let mut start = 0;
    for word in words::words(text) {
        let joins = words::JOINERS.contains(&word.folded.as_str());
        let (before, after) = (Span::new(start, word.span.start).of(text), Span::new(word.span.end, text.len()).of(text));
        let figures = |s: &str| s.trim().starts_with(|c: char| c.is_ascii_digit());
        let apart = joins && (out.is_empty() && piece.opener == Opener::Comma && before.trim().is_empty() || names(before) && names(after)) && !figures(before) && !figures(after);
        if !apart {
            continue;
        }
        push(&mut out, text, Span::new(start, word.span.start), piece);
        start = word.span.end;
    }
    push(&mut out, text, Span::new(start, text.len()), piece);
    out
}

fn starts_with_figure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn names(text: &str) -> bool {
    let spoken = words::words(text);
    let lead = spoken.first().map(|w| w.folded.as_str());
    !spoken.is_empty() && spoken.len() <= 4 && !lead.is_some_and(|w| matches!(w, "later" | "more" | "above" | "plus" | "up" | "newer" | "older" | "less" | "moins" | "under" | "over"))
}

fn push(out: &mut Vec<Piece>, text: &str, span: Span, piece: Piece) {
    let words = span.of(text);
    let trimmed = words.trim_matches(edge);
    if trimmed.is_empty() {
        return;
    }
    let from = piece.span.start + span.start + (words.len() - words.trim_start_matches(edge).len());
    let opener = if out.is_empty() { piece.opener } else { Opener::Joiner };
    out.push(Piece { span: Span::new(from, from + trimmed.len()), opener });
}

/// Whether a clause denies what its words say.
pub(super) fn denies(text: &str) -> bool {
    let spoken = phrase_apart(text);
    let padded = format!(" {spoken} ");
    let ne = padded.contains(" ne ") || padded.contains(" n ");
    if ne && padded.contains(" plus ") && !padded.contains(" plus de ") {
        return true;
    }
    if !spoken.split(' ').any(|w| words::NEGATIONS.iter().any(|n| n.starts_with(w))) {
        return false;
    }
    let denials: usize = words::NEGATIONS.iter().map(|n| words::places(&padded, n).count()).sum();
    let harmless: usize = words::NOT_NEGATIONS.iter().map(|n| words::places(&padded, n).count()).sum();
    let denials = denials.saturating_sub(harmless);
    denials % 2 == 1 || ne && denials > 0
}

/// The folded words of a clause, without a "sans" that tells a thing apart ("la version sans parfum") and without a "non" that is part of a noun ("for non-profits", "de non ioniques").
fn phrase_apart(text: &str) -> String {
    let spoken = words::words(text);
    let thing = spoken.first().is_some_and(|w| words::ARTICLES.contains(&w.folded.as_str())) && !spoken.iter().any(is_verb);
    let kept = spoken.iter().enumerate().filter(|(i, w)| {
        if thing && matches!(w.folded.as_str(), "sans" | "without") {
            return false;
        }
        let before = i.checked_sub(1).and_then(|j| spoken.get(j)).map(|w| w.folded.as_str());
        let hyphen = text.get(w.span.end..).is_some_and(|s| s.starts_with(['-', '‑']));
        !(w.folded == "non" && *i > 0 && (hyphen || before.is_some_and(|b| words::SMALL.contains(&b))))
    });
    kept.map(|(_, w)| w.folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// The polarity of each piece: its own, or the one it inherits from the denial it continues.
fn polarities(value: &str, pieces: &[Piece], answer: Option<Polarity>, denying: bool) -> Vec<Polarity> {
    let mut out = Vec::with_capacity(pieces.len());
    let mut running = false;
    for (i, piece) in pieces.iter().enumerate() {
        let text = piece.span.of(value);
        let own = denies(text) != denying;
        let continues = matches!(piece.opener, Opener::Comma | Opener::Joiner) && running && continues_denial(text);
        let no = match answer {
            Some(given) if i == 0 => given == Polarity::No,
            Some(given) if is_exception(text) => given == Polarity::Yes,
            None if i > 0 && is_exception(text) => out.last().is_some_and(|p| *p == Polarity::Yes),
            _ => own || continues,
        };
        running = no && (i > 0 || answer.is_none());
        out.push(if no { Polarity::No } else { Polarity::Yes });
    }
    out
}

fn is_exception(text: &str) -> bool {
    words::words(text).first().is_some_and(|w| words::EXCEPTIONS.contains(&w.folded.as_str()))
}

/// "…, hot ash or plaster dust" after "Never use it on liquids": no verb, no figure, no word that turns.
fn continues_denial(text: &str) -> bool {
    let spoken = words::words(text);
    let turned = spoken.first().is_some_and(|w| [words::LIMITERS, words::YES, words::STATING].iter().any(|t| t.contains(&w.folded.as_str())));
    !turned && spoken.len() <= 6 && !spoken.iter().any(is_verb) && !text.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts as "+words" or "-words", limits in brackets; then the answer and the list.
    #[track_caller]
    fn check(attribute: &str, value: &str, want: &[&str], answer: Option<Polarity>, list: Option<Closure>) {
        let got = take_apart(attribute, value);
        let shown: Vec<String> = got
            .parts
            .iter()
            .map(|p| {
                let sign = if p.polarity == Polarity::Yes { '+' } else { '-' };
                if p.limits { format!("({sign}{})", p.text) } else { format!("{sign}{}", p.text) }
            })
            .collect();
        assert_eq!(shown, want);
        assert_eq!((got.answer, got.list), (answer, list));
    }

    const YES: Option<Polarity> = Some(Polarity::Yes);
    const NO: Option<Polarity> = Some(Polarity::No);

    #[test]
    fn clauses_stand_alone() {
        check(
            "Delivery",
            "2-4 working days in Great Britain, 5-7 working days in Northern Ireland and Ireland. Delivery is free from £50 / €60, below that it costs £4.90 / €5.90.",
            &["+2-4 working days in Great Britain", "+5-7 working days in Northern Ireland and Ireland", "+Delivery is free from £50 / €60", "+below that it costs £4.90 / €5.90"],
            None,
            None,
        );
        check("Garantie", "2 ans (3 ans pour le moteur)", &["+2 ans", "(+3 ans pour le moteur)"], None, None);
        check("Noise", "68 dB(A)", &["+68 dB(A)"], None, None);
        check("Hours", "Monday to Friday, 9:00 – 18:00", &["+Monday to Friday", "+9:00 – 18:00"], None, None);
    }

    #[test]
    fn answers_carry_their_exceptions() {
        check("Screen", "no (3 LEDs)", &["-no", "(+3 LEDs)"], NO, None);
        check("Dishwasher", "no, except the lid", &["-no", "(+except the lid)"], NO, None);
        check("Dishwasher", "yes except the lid", &["+yes", "(-except the lid)"], YES, None);
        check("Lave-vaisselle", "oui, mais pas le couvercle", &["+oui", "(-mais pas le couvercle)"], YES, None);
        check("Wi-Fi 5 GHz", "non (2,4 GHz uniquement)", &["-non", "(+2,4 GHz uniquement)"], NO, None);
        check("Gestion des stocks", "✗", &["-✗"], NO, None);
        check("Sac", "–", &["-–"], NO, None);
        check("Freezing", "not recommended", &["-not recommended"], NO, None);
        check("Added sugar", "none. The sugars come from the oats themselves.", &["-none", "+The sugars come from the oats themselves"], NO, None);
    }

    #[test]
    fn denials_reach_what_they_govern() {
        check("Wet pick-up", "no. Never use it on liquids, hot ash or plaster dust.", &["-no", "-Never use it on liquids", "-hot ash or plaster dust"], NO, None);
        check("Filter care", "rinse in cold water. No detergent, no dishwasher.", &["+rinse in cold water", "-No detergent", "-no dishwasher"], None, None);
        check("Free from", "milk, lactose, soya", &["-milk", "-lactose", "-soya"], None, Some(Closure::Closed));
        check("", "L'iPhone n'est pas pris en charge.", &["-L'iPhone n'est pas pris en charge"], None, None);
        check("", "Not only for pets", &["+Not only for pets"], None, None);
    }

    #[test]
    fn lists_know_whether_they_end() {
        check("Colours", "graphite, sage, copper", &["+graphite", "+sage", "+copper"], None, Some(Closure::Closed));
        check("Coloris", "blanc", &["+blanc"], None, Some(Closure::Closed));
        check("Support", "email, chat and phone", &["+email", "+chat", "+phone"], None, Some(Closure::Closed));
        check("Works with", "Alexa, Google Home, etc.", &["+Alexa", "+Google Home", "+etc"], None, Some(Closure::Open));
        check("Terminaux", "Zettla et Payo. Aucun autre terminal n'est compatible.", &["+Zettla", "+Payo", "-Aucun autre terminal n'est compatible"], None, Some(Closure::Closed));
        check("Bidon", "3 L, 60 lavages", &["+3 L", "+60 lavages"], None, None);
    }
}
