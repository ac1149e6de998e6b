//! The table of turns: phrases that deny, suppose, report, or look like it and do not.
//! Not here: their scope.

use crate::text::{Lang, Token};

/// What a turn does to the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Nothing, though it may hold a negation.
    Neutral,
    /// Denies what follows.
    Negation,
    /// Denies its whole clause.
    NegationWhole,
    /// Denies what precedes as well.
    NegationBefore,
    /// The clause supposes.
    Supposition,
    /// The clause tells what somebody else said.
    Report,
    /// What was said before in the sentence is said to be wrong.
    Retraction,
}

include!(concat!(env!("OUT_DIR"), "/turns.rs"));

/// The longest turn that begins at a token, and how many tokens it covers.
pub(super) fn turn(tokens: &[Token], at: usize, lang: Lang) -> Option<(Turn, usize)> {
    let first = tokens.get(at)?.folded.as_str();
    let start = TURNS.partition_point(|t| t.0.split(' ').next().unwrap_or("") < first);
    TURNS
        .iter()
        .skip(start)
        .take_while(|t| t.0.split(' ').next() == Some(first))
        .filter(|t| t.1 == lang)
        .filter_map(|t| follow(tokens, at, t.0).map(|length| (t.2, length)))
        .max_by_key(|t| t.1)
}

/// How many tokens a phrase covers from a token on; `*` stands for one or two words.
fn follow(tokens: &[Token], at: usize, phrase: &str) -> Option<usize> {
    let mut next = at;
    let mut wild = false;
    for word in phrase.split(' ') {
        if word == "*" {
            wild = true;
            continue;
        }
        if wild {
            let gap = (1..=2).find(|gap| tokens.get(next + gap).is_some_and(|t| t.folded == word))?;
            next += gap;
            wild = false;
        } else if tokens.get(next)?.folded != word {
            return None;
        }
        next += 1;
    }
    Some(next - at)
}

/// Verbs by which a clause stands on its own and does not go on with a list.
const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "can", "will", "does", "do", "'s", "'re", "comes", "works", "est", "sont", "a", "ont", "peut", "va", "fait", "c'", "but", "mais", "convient", "conviennent", "marche", "fonctionne", "reste", "tient", "dure", "passe", "permet", "offre", "coute", "garde", "se", "s'",
    "lasts", "stays", "keeps", "costs", "gives", "needs", "suits", "uses",
];

/// Prepositions and verbs after which a denied noun is over.
const AFTER_NOUN: &[&str] = &[
    "at", "for", "with", "on", "from", "until", "till", "when", "where", "is", "are", "was", "were", "will", "can", "has", "have", "it", "we", "you",
    "a", "pour", "avec", "sur", "chez", "est", "sont", "sera", "peut", "ont", "jusqu'", "des", "nous", "vous", "il", "elle", "on", "afin",
];

/// Whether a denied noun is over before this token.
pub(super) fn ends_noun(token: &Token) -> bool {
    token.kind == crate::text::TokenKind::Number || AFTER_NOUN.contains(&token.folded.as_str())
}

/// Whether a short clause only adds an item to the list before it.
pub(super) fn continues_list(tokens: &[Token]) -> bool {
    !tokens.iter().any(|t| FINITE.contains(&t.folded.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[track_caller]
    fn check(source: &str, want: Option<(Turn, usize)>) {
        let text = Text::read(source, None);
        assert_eq!(turn(&text.tokens, 0, text.lang), want);
    }

    #[test]
    fn the_longest_turn_wins() {
        check("no problem at all for you", Some((Turn::Neutral, 2)));
        check("no battery is there", Some((Turn::Negation, 1)));
        check("n'est vraiment plus vendu en boutique", Some((Turn::NegationWhole, 4)));
    }
}
