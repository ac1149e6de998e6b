//! Tests of packs as files, and of the packs that ship.
//! Not here: tests of single patterns.

use super::*;
use crate::rule::source::Spot;
use crate::rule::{Compiled, Context, standings};
use crate::text::Text;

fn shipped() -> Vec<(String, String)> {
    let mut files: Vec<_> = std::fs::read_dir("src/rule/packs")
        .expect("packs")
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    files.iter().map(|f| (f.display().to_string(), std::fs::read_to_string(f).expect("text"))).collect()
}

fn shipped_sets() -> Vec<(String, Both)> {
    let sources: Vec<PackSource> = shipped().iter().map(|(f, t)| toml_source(f, t).expect("shipped pack")).collect();
    crate::rule::compile::shared_sets(&sources)
}

#[test]
fn shipped_packs_hold_their_examples() {
    let shared = shipped_sets();
    let mut wrong = Vec::new();
    for (file, text) in shipped() {
        let source = toml_source(&file, &text).expect("shipped pack");
        match compile::pack(&source, &shared, &Origin::Shipped) {
            Ok(pack) => wrong.extend(proof::failures(&source, &pack).iter().map(ToString::to_string)),
            Err(e) => wrong.push(e.to_string()),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn spots(both: &Both, lang: &str) -> Vec<Spot> {
    let own = if lang == "en" { &both.en } else { &both.fr };
    own.clone()
}

#[test]
fn each_category_has_six_examples_of_each_kind_in_each_language() {
    for (file, text) in shipped() {
        let source = toml_source(&file, &text).expect("shipped pack");
        if source.category.is_none() {
            continue;
        }
        for lang in ["en", "fr"] {
            let count = |of: fn(&crate::rule::source::RuleSource) -> &Both| source.rules.iter().map(|r| spots(of(r), lang).len()).sum::<usize>();
            assert!(count(|r| &r.matches) >= 6, "{file}: {} match examples in {lang}", count(|r| &r.matches));
            assert!(count(|r| &r.pass) >= 6, "{file}: {} pass examples in {lang}", count(|r| &r.pass));
        }
    }
}

/// A `pass` example must pass every rule of its category, with every pack on.
#[test]
fn pass_examples_pass_their_whole_category() {
    let compiled = crate::rule::builtin();
    let mut wrong = Vec::new();
    for (file, text) in shipped() {
        let source = toml_source(&file, &text).expect("shipped pack");
        let Some(category) = &source.category else { continue };
        for rule in &source.rules {
            for spot in spots(&rule.pass, "en").iter().chain(&spots(&rule.pass, "fr")) {
                let text = Text::read(&spot.text, None);
                let standing = standings(&text);
                let hits = compiled.hits(&text, &Context::bare(&[], &standing));
                if let Some(hit) = hits.iter().find(|h| h.category == category.text) {
                    wrong.push(format!("{file}:{}: {} -> {}", spot.line, spot.text, text.words(hit.span)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[track_caller]
fn refused(text: &str, place: (u32, u32), words: &str) {
    let error = pack("packs/shop.toml", text.as_bytes()).expect_err("refused");
    assert_eq!((error.line, error.column), place, "{error}");
    assert!(error.message.contains(words), "{error}");
}

#[test]
fn a_wrong_pack_says_where_and_what_was_expected() {
    refused("[[rule]]\nid = \"a\"\nseverity = \"fatal\"\nany = \"cheap\"", (3, 12), "expected error, warning or note");
    refused("[[rule]]\nid = \"a\"\nany = \"very (cheap\"", (3, 13), "closing \")\"");
    refused("[[rule]]\nid = \"a\"\ncolour = \"red\"\nany = \"cheap\"", (3, 1), "unknown key \"colour\"");
    refused("[[rule]]\nid = \"a\"", (1, 1), "at least one pattern");
    refused("[[rule]]\nid = \"a\"\nany = \"cheap\"\nmatch = [\"so expensive\"]", (4, 10), "should flag");
    refused("[[rule]]\nid = \"a\"\nany = \"cheap\"\npass = [\n\"ok\",\n\"so cheap\"]", (6, 1), "pass");
    refused("[[rule]]\nid = ", (2, 6), "");
    refused("[[rule]]\nid = \"a\"\nany = \"cheap\"\n[[rule]]\nid = \"a\"\nany = \"x\"", (5, 6), "taken");
}

#[test]
fn a_costly_pattern_is_refused_with_its_size() {
    let branch = "[…12 (a|b|c|d)] ".repeat(60);
    refused(&format!("[[rule]]\nid = \"a\"\nany = \"x {branch} y\""), (3, 7), "steps; at most");
}

#[test]
fn a_users_rule_flags_with_his_words() {
    let text = "[[rule]]\nid = \"waterproof\"\nen = \"waterproof\"\nmessage = \"Say water-resistant\"\nreplace = \"water-resistant\"";
    let pack = pack("house.toml", text.as_bytes()).expect("a pack");
    let (compiled, _) = Compiled::new([pack]);
    let draft = Text::read("Fully waterproof, and it is Waterproofed.", None);
    let hits = compiled.hits(&draft, &Context::bare(&[], &[]));
    let got: Vec<_> = hits.iter().map(|h| (h.name.as_str(), draft.words(h.span), h.suggestions.first().and_then(|s| s.replacement.as_deref()))).collect();
    assert_eq!(got, [
        ("house/waterproof", "waterproof", Some("water-resistant")),
        ("house/waterproof", "Waterproofed", Some("Water-resistant"))
    ]);
}
