//! Folding for matching: case, accents, typographic signs, widths and ligatures. Never for display.
//! Not here: stems, languages; what the table holds (`build/folding.rs`).

// RUNS, sorted: first character, how many, where their forms begin in FOLDS. FOLDS: forms, each ended by a zero.
include!(concat!(env!("OUT_DIR"), "/folding.rs"));

/// The form under which two spellings of a word are the same word.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match special(c) {
            Some(form) => out.push_str(form),
            None => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// What a character folds to where that is not its small letter.
fn special(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    let behind = RUNS.partition_point(|run| run.0 <= code);
    let (first, length, at) = RUNS.get(behind.checked_sub(1)?)?;
    let place = code.checked_sub(*first).filter(|place| *place < u32::from(*length))?;
    FOLDS.get(usize::from(*at)..)?.split('\0').nth(place as usize)
}

#[cfg(test)]
#[allow(dead_code, reason = "shared with the build script")]
#[path = "../build/folding.rs"]
mod folding;

#[cfg(test)]
mod tests {
    use super::{fold, folding};

    #[test]
    fn spellings_meet() {
        assert_eq!(fold("ÉTANCHÉITÉ"), "etancheite");
        assert_eq!(fold("L’œuvre"), "l'oeuvre");
        assert_eq!(fold("ＡＢ１２"), "ab12");
        assert_eq!(fold("ﬁn"), "fin");
    }

    #[test]
    fn the_table_folds_as_unicode_does() {
        for c in (char::MIN..=char::MAX).filter(|c| folding::covers(*c)) {
            let mut form = String::new();
            folding::folded(c, &mut form);
            assert_eq!(fold(&c.to_string()), form, "{c:?}");
        }
    }

    #[test]
    fn characters_fold_one_by_one() {
        for word in ["Éte\u{301}\u{323}", "ﬃœuvre’s ½ ²", "x\u{316}\u{301}y", "Ⅷ ℃ ™"] {
            assert_eq!(fold(word), unicode_normalized(word));
        }
    }

    fn unicode_normalized(word: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        folding::fold(&word.nfkd().collect::<String>())
    }
}
