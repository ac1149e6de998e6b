//! Card numbers, account numbers and passwords are hidden before an entry is sealed: the trace must be safe to hand over.
//! Not here: warning the writer of personal data in a reply (the rules).

/// Stands for each hidden letter or digit. One UTF-16 unit, as they are, so that offsets into the text stay true.
const DOT: char = '•';

/// How many characters at the end stay readable, so that a number can still be told from another.
const SHOWN: usize = 4;

/// A text as it may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// The text, each hidden character replaced by `•`; as many UTF-16 units as before.
    pub text: String,
    /// How many numbers and passwords were hidden.
    pub hidden: u32,
}

/// Words after which the next word is a secret, when a colon, an equals sign or a figure says that it is one.
const SECRETS: [&str; 14] = [
    "password", "passwd", "passcode", "passphrase", "pin", "cvv", "cvc", "otp", "mot de passe", "code pin", "code secret", "mdp", "pin code", "cryptogramme",
];

/// The text without card numbers (ISO/IEC 7812), bank accounts (IBAN, ISO 13616) and passwords.
#[must_use]
pub fn masked(text: &str) -> Masked {
    let mut chars: Vec<char> = text.chars().collect();
    let mut hidden = 0;
    let mut at = 0;
    while at < chars.len() {
        let starts_word = at == 0 || chars.get(at - 1).is_none_or(|c| !c.is_alphanumeric());
        let found = if starts_word { sensitive(&chars, at) } else { None };
        match found {
            Some(end) => {
                let keep = if is_number(&chars, at) { SHOWN } else { 0 };
                cover(&mut chars, at, end, keep);
                hidden += 1;
                at = end;
            }
            None => at += 1,
        }
    }
    Masked { text: chars.into_iter().collect(), hidden }
}

fn is_number(chars: &[char], at: usize) -> bool {
    card(chars, at).or_else(|| iban(chars, at)).is_some()
}

fn sensitive(chars: &[char], at: usize) -> Option<usize> {
    card(chars, at).or_else(|| iban(chars, at)).or_else(|| secret(chars, at))
}

/// Replaces letters and digits from `start` to `end`, the last `keep` of them excepted.
fn cover(chars: &mut [char], start: usize, end: usize, keep: usize) {
    let counts = |c: char| keep == 0 || c.is_alphanumeric();
    let total = chars.iter().take(end).skip(start).filter(|c| counts(**c)).count();
    let mut seen = 0;
    for c in chars.iter_mut().take(end).skip(start) {
        if counts(*c) {
            seen += 1;
            // A character outside the basic plane is two UTF-16 units and stays; no number or password is told by it alone.
            if seen + keep <= total && c.len_utf16() == 1 {
                *c = DOT;
            }
        }
    }
}

/// The characters of a group-wise written number: single spaces, points or hyphens between groups are passed over.
fn grouped(chars: &[char], at: usize, most: usize, fits: fn(char) -> bool) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    let mut next = at;
    while found.len() < most {
        match chars.get(next) {
            Some(c) if fits(*c) => found.push((next, *c)),
            Some(' ' | '-' | '.' | '\u{a0}' | '\u{202f}') if found.last().is_some_and(|(last, _)| last + 1 == next) => {}
            _ => break,
        }
        next += 1;
    }
    found
}

/// Whether a word ends before `end`.
fn ends(chars: &[char], end: usize) -> bool {
    chars.get(end).is_none_or(|c| !c.is_alphanumeric())
}

/// 13 to 19 digits of a payment scheme whose last is the right check digit.
fn card(chars: &[char], at: usize) -> Option<usize> {
    if !matches!(chars.get(at), Some('2'..='6')) {
        return None;
    }
    let digits = grouped(chars, at, 19, |c| c.is_ascii_digit());
    (13..=digits.len()).rev().find_map(|length| {
        let number = digits.get(..length)?;
        let end = number.last()?.0 + 1;
        (ends(chars, end) && luhn(number)).then_some(end)
    })
}

fn luhn(digits: &[(usize, char)]) -> bool {
    let value = |c: char| c.to_digit(10).unwrap_or(0);
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, (_, c))| match (place % 2, value(*c) * 2) {
            (0, _) => value(*c),
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Two letters, two check digits and up to thirty letters and digits with the remainder that ISO 7064 asks for.
fn iban(chars: &[char], at: usize) -> Option<usize> {
    let starts = chars.iter().skip(at).take(2).filter(|c| c.is_ascii_alphabetic()).count() == 2
        && chars.iter().skip(at + 2).take(2).filter(|c| c.is_ascii_digit()).count() == 2;
    if !starts {
        return None;
    }
    let found = grouped(chars, at, 34, |c| c.is_ascii_alphanumeric());
    (15..=found.len()).rev().find_map(|length| {
        let number = found.get(..length)?;
        let end = number.last()?.0 + 1;
        (ends(chars, end) && remainder(number) == 1).then_some(end)
    })
}

fn remainder(number: &[(usize, char)]) -> u32 {
    number.iter().cycle().skip(4).take(number.len()).fold(0, |rest, (_, c)| {
        let value = c.to_digit(36).unwrap_or(0);
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    })
}

/// The end of the secret when one of the cue words stands right before `at`.
fn secret(chars: &[char], at: usize) -> Option<usize> {
    let opens = chars.get(at).is_some_and(|c| !c.is_whitespace() && !matches!(c, ':' | '=' | ',' | '.' | '?' | '!' | ')' | '"' | '»' | '«' | '“' | '”'));
    if !opens {
        return None;
    }
    let end = chars.iter().skip(at).position(|c| c.is_whitespace()).map_or(chars.len(), |length| at + length);
    // The longest cue and what may stand between it and the secret fit in this window.
    let before: String = chars.get(at.saturating_sub(24)..at)?.iter().collect::<String>().to_lowercase();
    let bare = before.trim_end_matches([' ', '\u{a0}', '\u{202f}', '"', '«', '“', '”', '»']);
    let marked = bare.ends_with([':', '=']);
    let cue = bare.trim_end_matches([':', '=', ' ', '\u{a0}', '\u{202f}']);
    let cue = ["is", "est", "était", "was"].iter().find_map(|verb| cue.strip_suffix(&format!(" {verb}"))).unwrap_or(cue);
    let named = SECRETS.iter().any(|word| cue.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)));
    let figure = chars.iter().take(end).skip(at).any(char::is_ascii_digit);
    (named && (marked || figure)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::masked;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(masked(text).text, expected);
    }

    #[test]
    fn card_numbers_keep_their_last_four_digits() {
        check("Card 4111 1111 1111 1111, thanks", "Card •••• •••• •••• 1111, thanks");
        check("5500-0055-5555-5559", "••••-••••-••••-5559");
        check("378282246310005", "•••••••••••0005");
    }

    #[test]
    fn account_numbers_keep_their_last_four() {
        check("IBAN FR14 2004 1010 0505 0001 3M02 606 merci", "IBAN •••• •••• •••• •••• •••• •••2 606 merci");
        check("gb82west12345698765432.", "••••••••••••••••••5432.");
    }

    #[test]
    fn passwords_are_hidden_whole() {
        check("Your password: hunter2 works", "Your password: ••••••• works");
        check("mot de passe : Été2024!", "mot de passe : ••••••••");
        check("Le code PIN est 4821", "Le code PIN est ••••");
    }

    #[test]
    fn other_numbers_and_words_stay() {
        for text in [
            "Order 4111 1111 1111 1112 weighs 1,2 kg",
            "Your password is safe with us",
            "06 12 34 56 78 or 2026-11-22",
            "The spin 2000 runs 12 hours",
            "EN71 certified, 1 299,90 €",
            "Qu'est-ce que le mot de passe ?",
        ] {
            check(text, text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: prop::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]
        #[test]
        fn utf16_length_never_changes(text in "(.{0,12}(password: |4111 1111 1111 1111|GB82WEST12345698765432)?.{0,12}){0,3}") {
            prop_assert_eq!(masked(&text).text.encode_utf16().count(), text.encode_utf16().count());
        }
    }
}
