//! Numbers as people write them: digits with the draft's marks and groups, or words for small ones.
//! Not here: units (`print`), dates (`print_date`).

use super::Style;
use crate::text::Lang;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const ENGLISH: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const FRENCH: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze",
    "seize",
];

/// A small whole number in words, as style guides have it: to twelve in English, to sixteen in French.
pub(super) fn words(n: Decimal, lang: Lang) -> Option<&'static str> {
    let index = n.is_integer().then(|| n.to_usize()).flatten()?;
    match lang {
        Lang::En => ENGLISH.get(index).copied(),
        Lang::Fr => FRENCH.get(index).copied(),
    }
}

/// How many decimals to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decimals {
    /// As many as the number has.
    Own,
    /// Always so many, as in prices.
    Fixed(u32),
}

/// Digits in the draft's style; where the draft shows none, the language's.
pub(super) fn digits(n: Decimal, like: &Style, lang: Lang, decimals: Decimals) -> String {
    let n = match decimals {
        Decimals::Own => n.normalize(),
        Decimals::Fixed(places) => {
            let mut n = n.round_dp(places);
            n.rescale(places);
            n
        }
    };
    let text = n.abs().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if n.is_sign_negative() && !n.is_zero() {
        out.push('-');
    }
    out.push_str(&grouped(whole, separator(like, lang)));
    if !part.is_empty() {
        let comma = if like.words { lang == Lang::Fr } else { like.comma };
        out.push(if comma { ',' } else { '.' });
        out.push_str(part);
    }
    out
}

/// The draft's separator of thousands, else the language's own where the draft's number was too small to show one.
fn separator(like: &Style, lang: Lang) -> Option<char> {
    match (like.group, lang) {
        (Some(mark), _) => Some(mark),
        (None, Lang::En) if like.comma => Some('\u{202f}'),
        (None, Lang::En) => Some(','),
        (None, Lang::Fr) => Some('\u{202f}'),
    }
}

fn grouped(whole: &str, mark: Option<char>) -> String {
    let Some(mark) = mark.filter(|_| whole.len() > 3) else { return whole.to_owned() };
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_follow_the_draft() {
        let french = Style { comma: true, group: Some(' '), ..Style::default() };
        assert_eq!(digits(Decimal::new(109_990, 2), &french, Lang::Fr, Decimals::Fixed(2)), "1 099,90");
        assert_eq!(digits(Decimal::new(15, 1), &Style::default(), Lang::En, Decimals::Own), "1.5");
        assert_eq!(digits(Decimal::from(10_000), &Style::default(), Lang::En, Decimals::Own), "10,000");
    }

    #[test]
    fn small_numbers_have_words() {
        assert_eq!(words(Decimal::from(3), Lang::En), Some("three"));
        assert_eq!(words(Decimal::from(16), Lang::Fr), Some("seize"));
        assert_eq!(words(Decimal::from(45), Lang::En), None);
        assert_eq!(words(Decimal::new(15, 1), Lang::En), None);
    }
}
