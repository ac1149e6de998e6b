//! A person's data in a public reply: found by form and checksum, masked by the fix.
//! Not here: data named in words ("your order number is …"), which is a pack like any other.

mod account;
mod phone;
mod place;

use super::{Audience, Context, Hit, Origin, Severity, Suggestion};
use crate::span::Span;
use crate::text::{Lang, Sentence, Text, TokenKind, fold};

/// What a stretch of a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Email,
    Phone,
    Iban,
    Card,
    Address,
    Plate,
}

/// A stretch found, and what stands there once masked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    kind: Kind,
    span: Span,
    masked: String,
}

/// Local parts by which an email address is a company's own.
const ROLES: &[&str] = &[
    "contact", "support", "hello", "hi", "info", "infos", "service", "services", "serviceclient", "service.client", "service-client", "sav", "help",
    "team", "bonjour", "press", "presse", "jobs", "careers", "recrutement", "noreply", "no-reply", "privacy", "rgpd", "dpo", "sales", "ventes",
    "commandes", "orders", "returns", "retours", "care", "customercare", "customerservice", "customer.service", "hey", "salut", "aide", "boutique",
    "shop", "store", "clients", "relationclient", "accueil", "feedback", "enquiries", "hr", "rh", "media", "office", "admin", "reservations",
];
/// Words by which a number or address in the sentence is the company's own.
const OWN: &[&str] = &[
    "our", "us", "hotline", "helpline", "switchboard", "notre", "nos", "standard", "boutique", "magasin", "shop", "store", "showroom", "office",
    "warehouse", "freephone", "toll", "numero vert", "service client", "customer service", "customer care", "appelez nous", "join us", "visit",
    "retrouvez", "siege", "stand", "atelier", "restaurant", "cafe", "urgences", "samu", "police", "pompiers",
];

/// The data of persons in a draft that anyone will read.
pub(super) fn hits(text: &Text, context: &Context) -> Vec<Hit> {
    if context.audience == Audience::Private {
        return Vec::new();
    }
    let mut found: Vec<Found> = emails(text);
    found.extend(account::find(text.source));
    found.extend(phone::find(text.source));
    found.extend(place::find(text));
    found.sort_by_key(|f| (f.span.start, std::cmp::Reverse(f.span.end)));
    let mut hits: Vec<Hit> = Vec::new();
    for one in found {
        let at = text.tokens.partition_point(|t| t.span.end <= one.span.start);
        let inside_link = text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Url);
        let taken = hits.last().is_some_and(|h| h.span.overlaps(one.span));
        if !taken && !inside_link && !is_own(text, context, &one) {
            hits.push(hit(text, one));
        }
    }
    hits
}

fn emails(text: &Text) -> Vec<Found> {
    let email = |span: Span| {
        let words = text.words(span);
        let (local, host) = words.split_once('@')?;
        if ROLES.contains(&fold(local).as_str()) {
            return None;
        }
        let first: String = local.chars().take(1).collect();
        Some(Found { kind: Kind::Email, span, masked: format!("{first}•••@{host}") })
    };
    text.tokens.iter().filter(|t| t.kind == TokenKind::Email).filter_map(|t| email(t.span)).collect()
}

/// Whether it is given in a sheet's contacts, or said to be the company's.
fn is_own(text: &Text, context: &Context, found: &Found) -> bool {
    let bare = |s: &str| fold(s).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let key = bare(text.words(found.span));
    let tail: String = key.chars().rev().take(9).collect();
    let listed = context.contacts.iter().map(|c| bare(c)).any(|c| {
        let reversed: String = c.chars().rev().collect();
        c.contains(&key) || found.kind == Kind::Phone && reversed.contains(&tail)
    });
    let at = text.tokens.partition_point(|t| t.span.end <= found.span.start);
    let sentence = sentence_at(text, found.span);
    let near = text.tokens.iter().skip(at.saturating_sub(NEAR)).take(3 * NEAR).filter(|t| sentence.is_some_and(|s| s.span.contains(t.span)));
    let words = format!(" {} ", near.map(|t| t.folded.as_str()).collect::<Vec<_>>().join(" "));
    let said = matches!(found.kind, Kind::Phone | Kind::Address | Kind::Email) && OWN.iter().any(|o| words.contains(&format!(" {o} ")));
    listed || said
}

/// Tokens before it, and half of those after it, among which the company's own words are looked for.
const NEAR: usize = 12;

fn sentence_at<'a>(text: &'a Text, span: Span) -> Option<&'a Sentence> {
    text.sentences.get(text.sentences.partition_point(|s| s.span.end <= span.start))
}

fn hit(text: &Text, found: Found) -> Hit {
    let lang = sentence_at(text, found.span).map_or(text.lang, |s| s.lang);
    let (message, mask, advice) = match lang {
        Lang::En => (format!("{} in public.", named(found.kind, lang)), format!("Mask: {}", found.masked), "Answer in a private message."),
        Lang::Fr => (format!("{} en public.", named(found.kind, lang)), format!("Masquer : {}", found.masked), "Répondez en message privé."),
    };
    Hit {
        rule: None,
        name: "claim/personal-data".to_owned(),
        category: "personal-data".to_owned(),
        span: found.span,
        severity: Severity::Error,
        message,
        why: Some(if lang == Lang::En { "GDPR art. 5(1)(c) and (f), 6" } else { "RGPD art. 5, § 1, c) et f), et 6" }.to_owned()),
        suggestions: vec![
            Suggestion { label: mask, replacement: Some(found.masked) },
            Suggestion { label: advice.to_owned(), replacement: None },
        ],
        origin: Origin::Shipped,
        weight: 90,
    }
}

fn named(kind: Kind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (Kind::Email, Lang::En) => "A person's email address",
        (Kind::Email, Lang::Fr) => "L'adresse e-mail d'une personne",
        (Kind::Phone, Lang::En) => "A phone number",
        (Kind::Phone, Lang::Fr) => "Un numéro de téléphone",
        (Kind::Iban, Lang::En) => "A bank account number",
        (Kind::Iban, Lang::Fr) => "Un IBAN",
        (Kind::Card, Lang::En) => "A card number",
        (Kind::Card, Lang::Fr) => "Un numéro de carte",
        (Kind::Address, Lang::En) => "A postal address",
        (Kind::Address, Lang::Fr) => "Une adresse postale",
        (Kind::Plate, Lang::En) => "A number plate",
        (Kind::Plate, Lang::Fr) => "Une plaque d'immatriculation",
    }
}

/// The text with its letters and digits dotted out, but for the first and last few.
fn dotted(words: &str, first: usize, last: usize) -> String {
    let total = words.chars().filter(|c| c.is_alphanumeric()).count();
    let mut seen = 0;
    words
        .chars()
        .map(|c| {
            if !c.is_alphanumeric() {
                return c;
            }
            seen += 1;
            if seen <= first || seen + last > total { c } else { '•' }
        })
        .collect()
}

/// A run of digits with the separators between them.
#[derive(Debug, Clone)]
struct Run {
    span: Span,
    digits: String,
    /// A `+` or `00` stands before.
    plus: bool,
    /// Lengths of its groups.
    groups: Vec<usize>,
}

/// The runs of digits of a text: groups parted by one space, dot, hyphen or bracket.
fn runs(source: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut current: Option<Run> = None;
    let mut gap = String::new();
    let mut before = ' ';
    for (at, c) in source.char_indices() {
        let end = at + c.len_utf8();
        if c.is_ascii_digit() {
            match &mut current {
                Some(run) => {
                    let grown = gap.is_empty();
                    run.digits.push(c);
                    run.span.end = end;
                    match run.groups.last_mut().filter(|_| grown) {
                        Some(group) => *group += 1,
                        None => run.groups.push(1),
                    }
                }
                None if !before.is_alphabetic() => {
                    let plus = before == '+';
                    let start = if plus || before == '(' { at - 1 } else { at };
                    current = Some(Run { span: Span::new(start, end), digits: c.to_string(), plus, groups: vec![1] });
                }
                None => {}
            }
            gap.clear();
        } else if current.is_some() && gap.chars().count() < 2 && matches!(c, ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}' | '‑') {
            gap.push(c);
        } else {
            runs.extend(current.take());
            gap.clear();
        }
        before = c;
    }
    runs.extend(current);
    runs
}

#[cfg(test)]
mod tests;
