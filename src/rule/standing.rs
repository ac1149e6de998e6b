//! How the words of a draft stand: asserted, asked, denied, quoted, supposed, hedged.
//! Not here: what is claimed.

use crate::span::Span;
use crate::text::{Mood, Sentence, Text, Token};
use serde::{Deserialize, Serialize};

/// How a word stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Stated.
    Asserted,
    /// Softened: "may", "peut".
    Hedged,
    /// Under "if".
    Supposed,
    /// In a question.
    Asked,
    /// Denied.
    Negated,
    /// Between quotation marks, or in another's mouth.
    Quoted,
}

impl Standing {
    /// Every way of standing: for rules of style, which hold whatever is meant.
    pub const ALL: [Standing; 6] =
        [Standing::Asserted, Standing::Hedged, Standing::Supposed, Standing::Asked, Standing::Negated, Standing::Quoted];
}

/// Opens a negation that reaches to the end of its clause.
const NEGATORS: &[&str] = &[
    "not", "n't", "never", "no", "none", "neither", "nor", "nobody", "nothing", "cannot", "ne", "n'", "aucun", "aucune", "aucuns", "aucunes",
    "ni", "nul", "nulle", "jamais", "pas", "rien", "personne", "refuse", "refuses", "refusons", "avoid", "avoids", "evite", "evitons", "evitez", "hardly",
];
/// After "ne", one of these must follow for a negation; "que" instead makes it a restriction.
const NE_CLOSERS: &[&str] = &["pas", "plus", "jamais", "rien", "aucun", "aucune", "personne", "guere", "ni", "point", "nulle", "nul"];
/// Verbs whose negation invites all the more ("don't miss", "n'hésitez pas"), by their beginnings.
const INVITING: &[&str] = &[
    "hesit", "forget", "miss", "wait", "worr", "oubli", "manqu", "rat", "attend", "loup", "tard", "only", "just", "seulement", "bother",
    "besoin", "need", "peine", "simply", "merely",
];
/// Opens a hypothesis, at a clause's beginning.
const SUPPOSING: &[&str] = &["if", "si", "s'", "unless", "whether", "imagine", "suppose", "quand", "lorsque"];
/// Softens what follows.
const HEDGES: &[&str] = &[
    "may", "might", "could", "hope", "hopes", "hopefully", "perhaps", "maybe", "aim", "aims", "pourrait", "pourraient", "peut-etre", "espere",
    "esperons", "vise", "visent", "generalement", "usually", "generally", "normally", "normalement", "devrait", "should", "estimated", "estime",
    "estimee", "trying", "try", "essaie", "essayons", "working",
];
/// Puts what follows in another's mouth.
const REPORTING: &[&[&str]] = &[
    &["you", "say"], &["you", "said"], &["you", "think"], &["you", "find"], &["you", "found"], &["you", "mention"], &["you", "mentioned"],
    &["you", "call"], &["you", "called"], &["you", "wrote"], &["you", "feel"], &["you", "ask"], &["you", "asked"], &["you", "love"],
    &["vous", "dites"], &["vous", "trouvez"], &["vous", "pensez"], &["vous", "dis"], &["vous", "mentionnez"], &["vous", "parlez"],
    &["vous", "qui", "dites"], &["tu", "dis"], &["tu", "trouves"], &["tu", "penses"], &["vous", "demandez"], &["d'", "apres", "vous"],
    &["selon", "vous"], &["according", "to", "you"], &["people", "say"], &["some", "say"], &["il", "parait"], &["certains", "disent"],
    &["vous", "avez", "lu"], &["you", "read"], &["you", "saw"], &["vous", "avez", "vu"],
];
/// Denies the clause before it, or the whole sentence.
const DENYING_BACK: &[&[&str]] = &[
    &["on", "en", "est", "loin"], &["nous", "en", "sommes", "loin"], &["loin", "de", "la"], &["far", "from", "it"], &["miles", "off"],
    &["way", "off"], &["long", "way", "off"], &["n'", "existe", "pas"], &["does", "n't", "exist"], &["doesnt", "exist"], &["not", "yet"],
    &["pas", "encore"], &["is", "a", "myth"], &["est", "un", "mythe"], &["is", "a", "scam"], &["est", "une", "arnaque"], &["=", "arnaque"],
    &["=", "scam"], &["is", "fake"], &["are", "fake"], &["n'", "est", "pas", "notre"], &["is", "n't", "our"], &["pas", "chez", "nous"],
    &["not", "us"], &["not", "our"], &["ce", "n'", "est", "pas"], &["c'", "est", "faux"], &["that", "is", "n't"], &["we", "do", "n't"],
    &["on", "ne"], &["took", "that"], &["removed", "that"], &["enleve", "cette"], &["retire", "cette"],
];
/// A question's tail that asks nothing.
const TAGS: &[&[&str]] = &[
    &["non"], &["no"], &["hein"], &["right"], &["ok"], &["okay"], &["qui", "dit", "mieux"], &["pas", "vrai"], &["n'", "est", "-", "ce", "pas"],
    &["is", "n't", "it"], &["are", "n't", "they"], &["who", "can", "beat", "that"], &["who", "does", "better"], &["what", "else"],
    &["quoi", "d'", "autre"], &["alors", "on", "attend", "quoi"], &["what", "are", "you", "waiting", "for"], &["d'", "accord"], &["see"],
    &["vous", "voyez"], &["you", "know"], &["deal"], &["partant"], &["partants"], &["chiche"], &["ca", "vous", "tente"], &["interested"],
    &["tempted"], &["elle", "est", "pas", "belle", "la", "vie"], &["qui", "en", "veut"], &["who", "s", "in"], &["who", "'s", "in"],
];
/// Words a negation reaches over at most.
const REACH: usize = 12;

/// The standing of every token of a text; linear in its length.
pub fn standings(text: &Text) -> Vec<Standing> {
    let mut all = vec![Standing::Asserted; text.tokens.len()];
    for sentence in &text.sentences {
        mark_sentence(text, sentence, &mut all);
    }
    mark_quotes(text, &mut all);
    all
}

/// Marks a range of tokens, the graver standing kept.
fn mark(all: &mut [Standing], from: usize, to: usize, standing: Standing) {
    for slot in all.iter_mut().take(to).skip(from) {
        *slot = (*slot).max(standing);
    }
}

fn mark_sentence(text: &Text, sentence: &Sentence, all: &mut [Standing]) {
    let tokens = text.tokens_of(sentence);
    let base = sentence.tokens.start;
    let clauses = clauses(tokens);
    if sentence.mood == Mood::Question {
        let asked = asked_part(tokens, &clauses);
        mark(all, base + asked.0, base + asked.1, Standing::Asked);
    }
    for clause in &clauses {
        let part = tokens.get(clause.0..clause.1).unwrap_or(&[]);
        mark_clause(part, base + clause.0, all);
        if has_any(part, DENYING_BACK) && clause.0 > 0 {
            mark(all, base, base + clause.0, Standing::Negated);
        }
        if let Some(at) = REPORTING.iter().filter_map(|cue| place_of(part, cue)).min() {
            mark(all, base + clause.0 + at, base + tokens.len(), Standing::Quoted);
        }
    }
    if let Some(at) = DENYING_BACK.iter().take(18).filter_map(|cue| place_of(tokens, cue)).min() {
        mark(all, base, base + at, Standing::Negated);
    }
}

fn mark_clause(part: &[Token], base: usize, all: &mut [Standing]) {
    for (at, token) in part.iter().enumerate() {
        let word = token.folded.as_str();
        if NEGATORS.contains(&word) && negates(part, at) {
            mark(all, base + at + 1, base + part.len().min(at + 1 + REACH), Standing::Negated);
        }
        if SUPPOSING.contains(&word) && opens(part, at) {
            mark(all, base + at + 1, base + part.len(), Standing::Supposed);
        }
        if HEDGES.contains(&word) {
            mark(all, base + at + 1, base + part.len(), Standing::Hedged);
        }
    }
}

/// Whether the word at `at` opens its clause, greetings and particles aside.
fn opens(part: &[Token], at: usize) -> bool {
    let before = part.get(..at).unwrap_or(&[]);
    before.iter().all(|t| !t.is_word() || matches!(t.folded.as_str(), "and" | "et" | "but" | "mais" | "even" | "meme" | "so" | "or" | "que"))
}

fn negates(part: &[Token], at: usize) -> bool {
    let word = part.get(at).map_or("", |t| t.folded.as_str());
    let after: Vec<&str> = part.get(at + 1..).unwrap_or(&[]).iter().take(7).map(|t| t.folded.as_str()).collect();
    let inviting = after.iter().take(4).any(|w| INVITING.iter().any(|i| w.starts_with(i)));
    match word {
        "ne" | "n'" => !inviting && after.iter().any(|w| NE_CLOSERS.contains(w)),
        "pas" | "jamais" => {
            let opened = part.get(..at).unwrap_or(&[]).iter().any(|t| matches!(t.folded.as_str(), "ne" | "n'"));
            let fronted = opens(part, at) || part.get(at.wrapping_sub(1)).is_some_and(|t| t.folded.ends_with("est") || t.folded == "c'");
            !inviting && !opened && fronted
        }
        "rien" | "personne" => after.first().is_some_and(|w| matches!(*w, "ne" | "n'")),
        "no" => after.first().is_some_and(|w| !matches!(*w, "," | "." | "!" | "1" | "one")),
        _ => !inviting,
    }
}

/// Token ranges parted by commas, dashes, colons and contrasting words.
fn clauses(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let mark = matches!(token.folded.as_str(), "," | ";" | ":" | "(" | ")" | "…");
        let dash = token.is("-") && !token.glued;
        let turn = matches!(token.folded.as_str(), "but" | "mais" | "because" | "car" | "parce" | "since" | "however" | "alors") && at > start;
        if (mark || dash || turn) && at > start {
            out.push((start, at));
            start = if turn { at } else { at + 1 };
        } else if mark || dash {
            start = at + 1;
        }
    }
    if start < tokens.len() {
        out.push((start, tokens.len()));
    }
    out
}

/// The part of a question that asks: all of it, or nothing but the tail where the tail is a tag.
fn asked_part(tokens: &[Token], clauses: &[(usize, usize)]) -> (usize, usize) {
    let whole = (0, tokens.len());
    let Some(last) = clauses.iter().rev().find(|c| tokens.get(c.0..c.1).is_some_and(|p| p.iter().any(Token::is_word))) else { return whole };
    let part = tokens.get(last.0..last.1).unwrap_or(&[]);
    let words: Vec<&Token> = part.iter().take_while(|t| !t.folded.starts_with('?')).collect();
    let is_tag = |tag: &&[&str]| tag.len() == words.len() && tag.iter().zip(&words).all(|(a, b)| b.is(a));
    if last.0 > 0 && TAGS.iter().any(|t| is_tag(&t)) { (last.0, tokens.len()) } else { whole }
}

fn has_any(part: &[Token], cues: &[&[&str]]) -> bool {
    cues.iter().any(|cue| place_of(part, cue).is_some())
}

fn place_of(part: &[Token], cue: &[&str]) -> Option<usize> {
    part.windows(cue.len()).position(|w| w.iter().zip(cue).all(|(t, c)| t.is(c)))
}

/// Words between quotation marks.
fn mark_quotes(text: &Text, all: &mut [Standing]) {
    let mut open: Option<(usize, char)> = None;
    for (at, token) in text.tokens.iter().enumerate() {
        let Some(sign) = text.words(token.span).chars().next().filter(|c| matches!(c, '«' | '»' | '"' | '“' | '”' | '„')) else { continue };
        match (open, sign) {
            (Some((from, _)), '»' | '"' | '”' | '“') => {
                mark(all, from + 1, at, Standing::Quoted);
                open = None;
            }
            (None, '«' | '"' | '“' | '„') => open = Some((at, sign)),
            _ => {}
        }
    }
}

/// The standing of a match: of its first word, which is where a denial or a question would reach it.
pub(super) fn of(standings: &[Standing], text: &Text, span: Span, first: usize) -> Standing {
    let word = |at: &usize| text.tokens.get(*at).is_some_and(|t| t.span.start >= span.start && (t.is_word() || !t.folded.starts_with(['«', '"', '“'])));
    let at = (first..text.tokens.len()).find(word).unwrap_or(first);
    standings.get(at).copied().unwrap_or(Standing::Asserted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, word: &str, want: Standing) {
        let text = Text::read(source, None);
        let at = text.tokens.iter().position(|t| t.is(word)).unwrap_or(usize::MAX);
        assert_eq!(standings(&text).get(at), Some(&want), "{source}");
    }

    #[test]
    fn words_stand_as_a_reader_takes_them() {
        check("This serum doesn't erase wrinkles.", "erase", Standing::Negated);
        check("Aucun modèle n'est infaillible, d'où la notice.", "infaillible", Standing::Negated);
        check("Deux fois moins cher, qui dit mieux ?", "cher", Standing::Asserted);
        check("Is it recyclable where you live?", "recyclable", Standing::Asked);
        check("Don't miss it, it's free", "free", Standing::Asserted);
        check("N'hésitez pas à prendre la meilleure", "meilleure", Standing::Asserted);
        check("« Ça soigne », on ne peut pas l'écrire.", "soigne", Standing::Quoted);
        check("Zéro carbone, on en est loin.", "carbone", Standing::Negated);
        check("Vous dites que c'est le meilleur", "meilleur", Standing::Quoted);
        check("If it leaks, tell us", "leaks", Standing::Supposed);
        check("Il ne tient que deux heures", "deux", Standing::Asserted);
    }
}
