//! Bank account and card numbers, told from other numbers by their checksums (ISO 7064 mod 97-10, ISO/IEC 7812 Luhn).
//! Not here: phone numbers.

use super::{Found, Kind, dotted, runs};
use crate::span::Span;

pub(super) fn find(source: &str) -> Vec<Found> {
    let mut found = ibans(source);
    let card = |run: super::Run| {
        let d = run.digits.as_bytes();
        let issuer = d.first().is_some_and(|c| matches!(c, b'3' | b'4' | b'5' | b'6' | b'2'));
        let fits = (13..=19).contains(&d.len()) && issuer && luhn(d);
        fits.then(|| Found { kind: Kind::Card, span: run.span, masked: dotted(run.span.of(source), 0, 4) })
    };
    found.extend(runs(source).into_iter().filter_map(card));
    found
}

/// Whether the digits' Luhn sum is a multiple of ten.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, c)| {
            let d = u32::from(c.wrapping_sub(b'0'));
            let d = if i % 2 == 1 { d * 2 } else { d };
            if d > 9 { d - 9 } else { d }
        })
        .sum();
    sum % 10 == 0 && digits.iter().any(|c| *c != b'0')
}

/// Stretches that open with two capitals and two digits and whose checksum holds.
fn ibans(source: &str) -> Vec<Found> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 15 <= bytes.len() {
        let opens = bytes.get(at..at + 4).is_some_and(|b| matches!(b, [a, b, c, d] if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit()));
        let bounded = at == 0 || bytes.get(at - 1).is_some_and(|b| !b.is_ascii_alphanumeric());
        match (opens && bounded).then(|| iban_at(bytes, at)).flatten() {
            Some(end) => {
                let span = Span::new(at, end);
                found.push(Found { kind: Kind::Iban, span, masked: dotted(span.of(source), 4, 2) });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where the account number that begins at `at` ends.
fn iban_at(bytes: &[u8], at: usize) -> Option<usize> {
    let mut letters = Vec::new();
    let mut ends = Vec::new();
    for (i, b) in bytes.iter().enumerate().skip(at).take(42) {
        match b {
            b'A'..=b'Z' | b'0'..=b'9' => {
                letters.push(*b);
                ends.push(i + 1);
            }
            b' ' => {}
            _ => break,
        }
    }
    let longest = letters.len().min(34);
    (15..=longest).rev().find(|n| letters.get(..*n).is_some_and(mod97)).and_then(|n| ends.get(n - 1).copied())
}

fn mod97(letters: &[u8]) -> bool {
    let turned = letters.iter().skip(4).chain(letters.iter().take(4));
    let rest = turned.fold(0u32, |rest, b| match b {
        b'0'..=b'9' => (rest * 10 + u32::from(b - b'0')) % 97,
        _ => (rest * 100 + u32::from(b.wrapping_sub(b'A')) + 10) % 97,
    });
    rest == 1
}
