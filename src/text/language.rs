//! The language of a sentence, told by its function words and spelling.
//! Not here: translation; which rules run (`rule`).

pub use super::stem::Lang;
use super::{Sentence, Token};

/// Words that belong to English alone.
const ENGLISH: &[&str] = &[
    "the", "and", "is", "are", "was", "were", "you", "your", "yours", "we", "our", "it", "its", "of", "to", "in", "for", "with", "this",
    "that", "have", "has", "had", "will", "would", "can", "could", "not", "n't", "'s", "'re", "'ll", "'ve", "'m", "from", "at", "by", "be",
    "been", "but", "or", "if", "so", "they", "them", "their", "there", "here", "what", "when", "which", "who", "how", "just", "up", "out",
    "hi", "hello", "thanks", "thank", "please", "yes", "all", "both", "any", "only", "than", "then", "does", "do", "did", "hey", "my", "me",
    "i", "he", "she", "his", "her", "too", "also", "until", "per", "off", "each", "every", "about", "over", "under", "no", "sorry", "an",
];
/// Words that belong to French alone.
const FRENCH: &[&str] = &[
    "le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "et", "est", "sont", "etait", "vous", "votre", "vos", "nous", "notre",
    "nos", "il", "elle", "ils", "elles", "je", "j'", "ce", "c'", "cette", "ces", "cet", "que", "qu'", "qui", "quoi", "dans", "pour", "avec",
    "sans", "sur", "sous", "par", "pas", "ne", "n'", "plus", "au", "aux", "en", "y", "ou", "mais", "donc", "si", "tout", "tous",
    "toute", "toutes", "bonjour", "bonsoir", "merci", "oui", "non", "bien", "tres", "chez", "jusqu'", "depuis", "pendant", "se", "s'", "sa",
    "son", "ses", "leur", "leurs", "mon", "ma", "mes", "avez", "avons", "ont", "ete", "etes", "sommes", "peut", "pouvez", "salut", "coucou",
    "comme", "quand", "encore", "aussi", "ici", "voici", "voila", "chaque", "entre", "jour", "mois", "heures", "ans", "svp", "ca",
];

/// Evidence for French minus evidence for English.
fn leaning(tokens: &[Token]) -> i32 {
    tokens
        .iter()
        .filter(|t| t.is_word())
        .map(|t| {
            let word = t.folded.as_str();
            let french = FRENCH.contains(&word);
            let english = ENGLISH.contains(&word);
            i32::from(french) - i32::from(english)
        })
        .sum()
}

/// Gives each sentence its language and returns the text's main one.
pub(super) fn assign(sentences: &mut [Sentence], tokens: &[Token], known: Option<Lang>) -> Lang {
    let leanings: Vec<i32> = sentences.iter().map(|s| leaning(tokens.get(s.tokens.clone()).unwrap_or(&[]))).collect();
    let total: i32 = leanings.iter().sum();
    let main = known.unwrap_or(if total > 0 { Lang::Fr } else { Lang::En });
    let mut last = main;
    for (sentence, lean) in sentences.iter_mut().zip(leanings) {
        sentence.lang = match lean {
            1.. => Lang::Fr,
            0 => last,
            _ => Lang::En,
        };
        last = if lean.abs() > 1 { sentence.lang } else { main };
    }
    main
}
