//! Postal addresses and number plates, by their words and form.
//! Not here: a company's own address (told by its words or by the sheet).

use super::{Found, Kind, dotted};
use crate::span::Span;
use crate::text::{Lang, Text, Token, TokenKind};

/// Before the name, in French.
const STREETS_FR: &[&str] = &[
    "rue", "avenue", "av", "boulevard", "bd", "bld", "place", "pl", "chemin", "allee", "allees", "impasse", "quai", "route", "cours", "square",
    "lotissement", "residence", "passage", "faubourg", "sentier", "hameau",
];
/// After the name, in English.
const STREETS_EN: &[&str] = &[
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "close", "court", "way", "crescent", "terrace", "gardens", "boulevard",
    "blvd", "row", "mews", "grove", "hill", "square", "place",
];
/// Words beside which a British plate is one.
const CARS: &[&str] = &["plate", "reg", "registration", "car", "van", "vehicle", "immatriculation", "immatricule", "immatriculee", "plaque", "voiture", "vehicule"];

pub(super) fn find(text: &Text) -> Vec<Found> {
    let mut found = Vec::new();
    for at in 0..text.tokens.len() {
        found.extend(address(text, at));
        found.extend(plate(text, at));
    }
    found
}

fn address(text: &Text, at: usize) -> Option<Found> {
    let number = text.tokens.get(at).filter(|t| t.kind == TokenKind::Number && t.folded.len() <= 4 && t.folded.bytes().all(|b| b.is_ascii_digit()))?;
    let rest: Vec<&Token> = text.tokens.iter().skip(at + 1).take(6).filter(|t| !(t.is(",") || matches!(t.folded.as_str(), "bis" | "ter"))).collect();
    let capital = |t: &&Token| text.words(t.span).chars().next().is_some_and(char::is_uppercase);
    let end = match rest.first() {
        Some(street) if STREETS_FR.contains(&street.folded.as_str()) => rest.iter().skip(1).find(|t| capital(t)).map(|t| t.span.end)?,
        Some(name) if capital(name) => {
            let street = rest.iter().skip(1).take(3).find(|t| STREETS_EN.contains(&t.folded.as_str()) && capital(t))?;
            street.span.end
        }
        _ => return None,
    };
    let sentence = text.sentences.get(text.sentences.partition_point(|s| s.span.end <= number.span.start))?;
    if end > sentence.span.end {
        return None;
    }
    let masked = if sentence.lang == Lang::Fr { "[adresse masquée]" } else { "[address removed]" };
    Some(Found { kind: Kind::Address, span: Span::new(number.span.start, end), masked: masked.to_owned() })
}

/// `AB-123-CD`, or `AB12 CDE` near a word for a car.
fn plate(text: &Text, at: usize) -> Option<Found> {
    let start = text.tokens.get(at)?.span.start;
    let tail = text.source.get(start..)?;
    let shape: String = tail.chars().take(9).map(|c| if c.is_ascii_uppercase() { 'A' } else if c.is_ascii_digit() { '9' } else { c }).collect();
    let british = shape.starts_with("AA99 AAA");
    let length = if shape == "AA-999-AA" { 9 } else if british { 8 } else { return None };
    let after = tail.chars().nth(length).is_some_and(char::is_alphanumeric);
    let near = || text.tokens.iter().any(|t| CARS.contains(&t.folded.as_str()));
    let span = Span::new(start, start + length);
    (!after && (!british || near())).then(|| Found { kind: Kind::Plate, span, masked: dotted(span.of(text.source), 1, 1) })
}
