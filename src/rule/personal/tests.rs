//! Tests of personal data in a reply.
//! Not here: the packs' own examples.

use super::*;
use crate::rule::Context;

#[track_caller]
fn found(draft: &str) -> Vec<(String, String)> {
    let text = Text::read(draft, None);
    let hits = hits(&text, &Context::bare(&[], &[]));
    let masked = |h: &Hit| h.suggestions.first().and_then(|s| s.replacement.clone()).unwrap_or_default();
    hits.iter().map(|h| (text.words(h.span).to_owned(), masked(h))).collect()
}

#[track_caller]
fn one(draft: &str, words: &str, masked: &str) {
    assert_eq!(found(draft), [(words.to_owned(), masked.to_owned())]);
}

#[test]
fn phones_are_masked_in_their_form() {
    one("On vous rappelle au 06 12 34 56 12 demain.", "06 12 34 56 12", "06 •• •• •• 12");
    one("On a noté 0612345612.", "0612345612", "06••••••12");
    one("We'll ring +44 7700 900123 later", "+44 7700 900123", "+44 77•• ••••23");
    one("Calling you on 07700 900123 at 5", "07700 900123", "07••• ••••23");
    one("Is (415) 555-2671 still right?", "(415) 555-2671", "(41•) •••-••71");
    one("Au 0032 478 12 34 56 ?", "0032 478 12 34 56", "00•• ••• •• •• 56");
}

#[test]
fn a_service_or_own_number_passes() {
    for draft in [
        "Call our hotline 0800 000 000", "Appelez le 3900", "Notre standard : 01 23 45 67 89", "Le 08 92 12 34 56 est payant",
        "It costs 1 299 999 euros, 2024 model", "Version 10.20.30.40", "Order 44821 left", "From 2019 to 2026, 12 34",
    ] {
        assert_eq!(found(draft), [], "{draft}");
    }
    let text = Text::read("Le 01 23 45 67 89 répond.", None);
    let contacts = ["Service client : +33 1 23 45 67 89".to_owned()];
    assert!(hits(&text, &Context { contacts: &contacts, ..Context::bare(&[], &[]) }).is_empty());
}

#[test]
fn accounts_are_told_by_their_checksum() {
    one("Virement sur FR76 3000 6000 0112 3456 7890 189 ok", "FR76 3000 6000 0112 3456 7890 189", "FR76 •••• •••• •••• •••• •••• •89");
    assert_eq!(found("Virement sur FR76 3000 6000 0112 3456 7890 188 ok"), []);
    one("Card 4111 1111 1111 1111 works", "4111 1111 1111 1111", "•••• •••• •••• 1111");
    assert_eq!(found("Serial 4111 1111 1111 1112"), []);
}

#[test]
fn emails_addresses_and_plates() {
    one("Écrit à lea.martin@gmail.com hier", "lea.martin@gmail.com", "l•••@gmail.com");
    assert_eq!(found("Email us at support@brand.example"), []);
    one("Colis laissé au 12 bis rue des Lilas hier", "12 bis rue des Lilas", "[adresse masquée]");
    one("Left at 4 Mill Lane yesterday", "4 Mill Lane", "[address removed]");
    assert_eq!(found("Our address is 5 High Street"), []);
    one("La voiture AB-123-CD est prête", "AB-123-CD", "A•-•••-•D");
    one("Your car AB12 CDE is ready", "AB12 CDE", "A••• ••E");
}

#[test]
fn a_private_message_may_hold_them() {
    let text = Text::read("On vous rappelle au 06 12 34 56 12.", None);
    assert!(hits(&text, &Context { audience: Audience::Private, ..Context::bare(&[], &[]) }).is_empty());
}
