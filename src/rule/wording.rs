//! A sheet's own rules: what it forbids to say, what it approves, whose partner the company is.
//! Not here: how a sheet is read (`sheet`).

use super::pattern::{Form, Node};
use super::{Audience, Limits, Localised, Origin, Pattern, Role, Rule, Severity};
use crate::fact::{Sheet, Wording};
use crate::text::{Text, TokenKind};

/// The category of a hit that is an approved wording.
pub(super) const APPROVED: &str = "approved";

/// Words that carry no meaning of a wording.
const EMPTY: &[&str] = &[
    "the", "a", "an", "of", "is", "are", "be", "it", "its", "to", "and", "or", "our", "we", "this", "that", "for", "in", "on", "with", "very", "le",
    "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "est", "sont", "et", "ou", "a", "au", "aux", "ce", "c'", "cette", "il", "elle", "notre",
    "nos", "pour", "en", "dans", "avec", "tres", "se", "s'", "qu'", "que", "your", "you", "votre", "vos", "vous", "you're", "as",
];
/// Wordings longer than this many words of meaning are matched in their order only.
const FREE_ORDER: usize = 3;

/// The rules of a sheet: *Never say* lines, partners without a label, and departures from nothing it does not say.
pub fn from_sheet(sheet: &Sheet) -> Vec<Rule> {
    let mut rules: Vec<Rule> = sheet.never.iter().filter_map(|w| never(sheet, w)).collect();
    rules.extend(sheet.partners.iter().filter_map(|w| partner(sheet, w)));
    rules.extend(sheet.approved.iter().filter_map(|w| approved(sheet, w)));
    rules.extend(sheet.approved.iter().filter_map(|w| allowed(sheet, w)));
    rules
}

/// An approved wording as it stands: shipped rules leave it alone; its condition, where it has one, is shown.
fn allowed(sheet: &Sheet, wording: &Wording) -> Option<Rule> {
    let parts = vec![(Role::Flag, Pattern::phrase(wording.text.trim_end_matches(['.', '!', ' ']), None)?)];
    let mut rule = rule(sheet, wording, APPROVED, parts);
    rule.severity = Severity::Note;
    if let Some(note) = &wording.note {
        rule.message =
            Localised { en: format!("The sheet approves “{{text}}” on a condition: {note}."), fr: format!("La fiche valide « {{text}} » sous condition : {note}.") };
    }
    Some(rule)
}

/// Words of meaning, as patterns of one word.
fn key_words(wording: &str) -> Vec<Node> {
    let text = Text::read(wording, None);
    let means = |t: &&crate::text::Token| {
        let word = matches!(t.kind, TokenKind::Word | TokenKind::Number) || t.is("%");
        word && !EMPTY.contains(&t.folded.as_str())
    };
    let form = |t: &crate::text::Token| if t.is_word() { Form::Stem(t.folded.clone()) } else { Form::Exact(t.folded.clone()) };
    text.tokens.iter().filter(means).map(|t| Node::Word(vec![form(t)])).collect()
}

/// The words in their order with a few between, and, when they are few, in any order.
fn pattern(wording: &str) -> Option<Pattern> {
    let words = key_words(wording);
    let first = words.first()?.clone();
    let spaced = |words: &[Node]| {
        let mut nodes = Vec::new();
        for word in words {
            if !nodes.is_empty() {
                nodes.push(Node::Gap(3));
            }
            nodes.push(word.clone());
        }
        Node::Seq(nodes)
    };
    let node = match words.len() {
        1 => first,
        2..=FREE_ORDER => Node::Either(orders(&words).iter().map(|o| spaced(o)).collect()),
        _ => spaced(&words),
    };
    Some(Pattern { node, lang: None, written: wording.to_owned() })
}

/// Every order of up to three words.
fn orders(words: &[Node]) -> Vec<Vec<Node>> {
    if words.len() < 2 {
        return vec![words.to_vec()];
    }
    let mut all = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let rest: Vec<Node> = words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| w.clone()).collect();
        all.extend(orders(&rest).into_iter().map(|mut tail| {
            tail.insert(0, word.clone());
            tail
        }));
    }
    all
}

fn rule(sheet: &Sheet, wording: &Wording, kind: &str, parts: Vec<(Role, Pattern)>) -> Rule {
    Rule {
        name: format!("sheet/{kind}"),
        id: format!("{}:{}", sheet.id, wording.place.line),
        category: kind.to_owned(),
        severity: Severity::Error,
        weight: 100,
        message: Localised::default(),
        why: Localised::same(wording.note.as_deref().unwrap_or("")),
        replace: Localised::default(),
        advice: Localised::default(),
        even: Vec::new(),
        lifted_by_sheet: false,
        needs: Vec::new(),
        limits: Limits::default(),
        origin: Origin::Sheet { sheet: sheet.id.clone(), line: wording.place.line, wording: wording.text.clone() },
        parts,
    }
}

/// A line of *Never say*: its words of meaning, in any inflection; lifted where the draft says an approved wording.
fn never(sheet: &Sheet, wording: &Wording) -> Option<Rule> {
    let mut parts = vec![(Role::Flag, pattern(&wording.text)?)];
    parts.extend(sheet.approved.iter().filter_map(|w| Pattern::phrase(&w.text, None)).map(|p| (Role::UnlessIn, p)));
    let mut rule = rule(sheet, wording, "never-say", parts);
    let reason = wording.note.as_deref().map(|n| format!(" ({n})")).unwrap_or_default();
    rule.message = Localised {
        en: format!("The sheet says never to write “{}”{reason}.", wording.text),
        fr: format!("La fiche dit de ne jamais écrire « {} »{reason}.", wording.text),
    };
    if let Some(instead) = closest(sheet, wording) {
        rule.advice = Localised { en: format!("The sheet approves: “{instead}”"), fr: format!("La fiche approuve : « {instead} »") };
    }
    Some(rule)
}

/// The approved wording that shares most words with a forbidden one.
fn closest<'a>(sheet: &'a Sheet, wording: &Wording) -> Option<&'a str> {
    let own = key_words(&wording.text);
    let shared = |w: &&Wording| key_words(&w.text).iter().filter(|k| own.contains(k)).count();
    sheet.approved.iter().filter(|w| shared(w) > 0).max_by_key(shared).map(|w| w.text.as_str())
}

/// An approved wording: whoever writes most of it in other words is shown it. Found by its words of meaning but one.
fn approved(sheet: &Sheet, wording: &Wording) -> Option<Rule> {
    let words = key_words(&wording.text);
    if words.len() < 4 {
        return None;
    }
    let mut parts = vec![(Role::UnlessIn, Pattern::exact(&wording.text)?)];
    for left_out in 0..words.len() {
        let kept: Vec<Node> = words.iter().enumerate().filter(|(i, _)| *i != left_out).map(|(_, w)| w.clone()).collect();
        let mut nodes = Vec::new();
        for word in kept {
            if !nodes.is_empty() {
                nodes.push(Node::Gap(4));
            }
            nodes.push(word);
        }
        parts.push((Role::Flag, Pattern { node: Node::Seq(nodes), lang: None, written: wording.text.clone() }));
    }
    let mut rule = rule(sheet, wording, "approved-wording", parts);
    rule.severity = Severity::Note;
    rule.weight = 10;
    let condition = wording.note.as_deref().map(|n| format!(" ({n})")).unwrap_or_default();
    rule.message = Localised {
        en: format!("The approved wording is “{}”{condition}; the draft says “{{text}}”.", wording.text),
        fr: format!("La formulation validée est « {} »{condition} ; le brouillon dit « {{text}} ».", wording.text),
    };
    rule.replace = Localised::same(wording.text.trim_end_matches('.'));
    Some(rule)
}

/// Labels that disclose a commercial link.
const LABELS: &[&str] = &[
    "#ad", "#advert", "#publicite", "#pub", "#sponsorise", "publicite", "collaboration commerciale", "partenariat remunere", "paid partnership",
    "advertisement", "communication commerciale",
];

/// A partner's brand, handle, code or link in a public post without a label.
fn partner(sheet: &Sheet, wording: &Wording) -> Option<Rule> {
    let mut parts: Vec<(Role, Pattern)> = named(&wording.text).iter().filter_map(|n| Pattern::exact(n)).map(|p| (Role::Flag, p)).collect();
    if parts.is_empty() {
        return None;
    }
    parts.extend(LABELS.iter().filter_map(|l| Pattern::exact(l)).map(|p| (Role::UnlessPost, p)));
    let mut rule = rule(sheet, wording, "partner", parts);
    rule.name = "claim/endorsement-disclosure".to_owned();
    rule.category = "endorsement-disclosure".to_owned();
    rule.limits.audience = Some(Audience::Public);
    rule.message = Localised {
        en: "“{text}” belongs to a partner of the sheet: the post must carry a label such as #ad.".to_owned(),
        fr: "« {text} » relève d'un partenaire de la fiche : la publication doit porter une mention (« Publicité », « Collaboration commerciale »).".to_owned(),
    };
    rule.why = Localised { en: "16 CFR 255.5; CAP Code 2.1".to_owned(), fr: "Loi n° 2023-451, art. 5".to_owned() };
    rule.advice = Localised { en: "Begin the post with “#ad”.".to_owned(), fr: "Commencez par « Collaboration commerciale ».".to_owned() };
    Some(rule)
}

/// "Norvo, @norvo, code NORVO10, norvo.example/aval": each thing named, without the word for what it is.
fn named(line: &str) -> Vec<String> {
    const KINDS: &[&str] = &["code", "codes", "promo", "handle", "link", "lien", "compte", "marque", "brand", "partner", "partenaire", "hashtag"];
    line.split([',', ';', '|', '·'])
        .map(|piece| piece.rsplit(':').next().unwrap_or(piece))
        .map(|piece| piece.split_whitespace().filter(|w| !KINDS.contains(&crate::text::fold(w).as_str())).collect::<Vec<_>>().join(" "))
        .map(|piece| piece.trim_matches(['«', '»', '"', '“', '”', '(', ')', ' ', '\u{a0}']).to_owned())
        .filter(|piece| piece.chars().filter(|c| c.is_alphanumeric()).count() > 2)
        .collect()
}


#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Place;
    use crate::rule::{Compiled, Context, Pack, standings};

    fn wording(text: &str, note: Option<&str>) -> Wording {
        Wording { text: text.to_owned(), note: note.map(str::to_owned), place: Place { line: 7, column: 1 } }
    }

    fn sheet() -> Sheet {
        Sheet {
            id: "kettle".to_owned(),
            never: vec![wording("Unlimited storage", Some("every plan has a limit")), wording("Silencieux", None)],
            approved: vec![wording("Boils one litre in three minutes.", Some("with the footnote"))],
            partners: vec![wording("Norvo, @norvo_home, code NORVO10", None)],
            ..Sheet::default()
        }
    }

    #[track_caller]
    fn check(draft: &str, want: &[(&str, &str)]) {
        let pack = Pack { name: "kettle".to_owned(), rules: from_sheet(&sheet()), left_out: Vec::new() };
        let (compiled, _) = Compiled::new([pack]);
        let text = Text::read(draft, None);
        let standing = standings(&text);
        let hits = compiled.hits(&text, &Context::bare(&[], &standing));
        let got: Vec<_> = hits.iter().map(|h| (h.name.as_str(), text.words(h.span))).collect();
        assert_eq!(got, want, "{draft}");
    }

    #[test]
    fn never_say_holds_in_other_words() {
        check("The storage is unlimited, Jo.", &[("sheet/never-say", "storage is unlimited")]);
        check("Unlimited storage!", &[("sheet/never-say", "Unlimited storage")]);
        check("Elle est silencieuse, Jo.", &[("sheet/never-say", "silencieuse")]);
        check("The storage isn't unlimited.", &[]);
        check("Is storage unlimited?", &[]);
    }

    #[test]
    fn an_approved_wording_is_shown_where_it_is_meant() {
        check("It boils one litre in two minutes, promise.", &[("sheet/approved-wording", "boils one litre in two minutes")]);
        check("It boils one litre in three minutes.", &[("sheet/approved", "boils one litre in three minutes")]);
    }

    #[test]
    fn a_partner_needs_a_label() {
        check("Get it with NORVO10 today", &[("claim/endorsement-disclosure", "NORVO10")]);
        check("Love what @norvo_home did", &[("claim/endorsement-disclosure", "@norvo_home")]);
        check("#ad Get it with NORVO10 today", &[]);
    }
}
