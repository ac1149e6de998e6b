//! What every character folds to, by the Unicode data; the table that `text::fold` looks it up in.
//! Not here: folding of words in the engine (`text::fold`), which carries the table alone.

use std::fmt::Write as _;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a character folds to: compatibility decomposition without marks, one sign for those that mean the same, lower case.
pub(crate) fn folded(c: char, out: &mut String) {
    for c in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' | 'Ø' => out.push('o'),
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{2032}' => out.push('\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}' | '\u{00ad}' => {}
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The folded form of a word of the tables.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    word.chars().for_each(|c| folded(c, &mut out));
    out
}

/// Whether the table covers a character. Kana, Hangul, Chinese signs of compatibility and Arabic forms of presentation would double
/// it, and neither sheets nor replies in English or French are spelt in two ways with them.
pub(crate) fn covers(c: char) -> bool {
    !matches!(c, '\u{3001}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fb07}'..='\u{fdff}' | '\u{fe30}'..='\u{fefe}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Longest run, so that finding a character in its run costs little.
const RUN: u32 = 32;

/// Writes `folding.rs`: runs of neighbouring characters that fold to something else than their small letter, and what each folds
/// to, ended by a zero.
pub(crate) fn compile(out: &Path) -> Result<(), String> {
    let mut runs: Vec<(u32, u32, usize)> = Vec::new();
    let mut folds = String::new();
    for c in ('\u{80}'..=char::MAX).filter(|c| covers(*c)) {
        let mut form = String::new();
        folded(c, &mut form);
        if form == c.to_lowercase().collect::<String>() {
            continue;
        }
        match runs.last_mut() {
            Some((first, length, _)) if *first + *length == u32::from(c) && *length < RUN => *length += 1,
            _ => runs.push((u32::from(c), 1, folds.len())),
        }
        folds.push_str(&form);
        folds.push('\0');
    }
    if folds.len() > usize::from(u16::MAX) {
        return Err("the table of folded characters has outgrown its layout".to_owned());
    }
    let mut code = String::new();
    let _ = writeln!(code, "static RUNS: &[(u32, u16, u16)] = &{runs:?};\nstatic FOLDS: &str = {folds:?};");
    std::fs::write(out.join("folding.rs"), code).map_err(|e| e.to_string())
}
