//! The conventions as tests: what a file begins with, which room may name which, what is nowhere to be found, what the documents promise.
//! Not here: what compiler and linter already hold to (`Cargo.toml`, `[workspace.lints]`).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms of `src`, from left to right: a room may name those before it. Rooms in one row do not name each other.
const ORDER: &[&[&str]] = &[
    &["span"],
    &["text"],
    &["value", "lexicon"],
    &["fact"],
    &["sheet"],
    &["stance"],
    &["rule"],
    &["library"],
    &["mention"],
    &["claim"],
    &["verdict"],
    &["finding"],
    &["check"],
    &["wire"],
    &["journal"],
    &["cli"],
];

/// Arrows that point the other way today, each with its reason. The list may only shrink: one that is no longer needed fails too.
const AGAINST: &[(&str, &str, &str)] = &[
    ("lexicon", "value", "an attribute says of which dimension its values are"),
    ("finding", "wire", "a finding is made in the contract's own types, so that it is worded once"),
    ("check", "wire", "the answer is the contract's"),
];

/// What the build script compiles: a program of its own, which no room names.
const BUILD: &str = "build";

/// Folders that are made, not written.
const MADE: &[&str] = &[".git", "target", "dist", "node_modules"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the repository, by their paths from its root: as git keeps them, else as they lie there.
fn files() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let mut files = match listed {
        Ok(output) if output.status.success() && !output.stdout.is_empty() => {
            let all = String::from_utf8_lossy(&output.stdout).into_owned();
            all.split('\0').filter(|path| root().join(path).is_file()).map(str::to_owned).collect()
        }
        _ => walked(),
    };
    files.sort();
    files
}

fn walked() -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![PathBuf::new()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).unwrap().map(Result::unwrap) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = folder.join(&name);
            match entry.file_type().unwrap() {
                kind if kind.is_dir() && !MADE.contains(&name.as_str()) => folders.push(path),
                kind if kind.is_file() => found.push(path.to_string_lossy().replace('\\', "/")),
                _ => {}
            }
        }
    }
    found
}

/// Path and text of the files that lie under one of `folders` and end in one of `endings`.
fn texts(folders: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let fits = |path: &String| folders.iter().any(|f| path.starts_with(f)) && endings.iter().any(|e| path.ends_with(e));
    files().into_iter().filter(fits).map(|path| (path.clone(), read(&path))).collect()
}

/// What is not text is read as far as it is.
fn read(path: &str) -> String {
    String::from_utf8_lossy(&std::fs::read(root().join(path)).unwrap()).into_owned()
}

/// Lines of code with their numbers; comments that stand alone are left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let comment = |line: &str| ["//", "/*", "*"].iter().any(|start| line.trim_start().starts_with(start));
    text.lines().enumerate().filter(move |(_, line)| !comment(line)).map(|(at, line)| (at + 1, line))
}

/// Whether `word` stands in `line` as a word of its own: where it begins or ends with a letter, none goes before or after.
fn has_word(line: &str, word: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let (first, last) = (word.starts_with(inside), word.ends_with(inside));
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(inside);
        let after = line[at + word.len()..].chars().next().is_some_and(inside);
        !(first && before || last && after)
    })
}

#[track_caller]
fn none(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "{rule}:\n  {}", wrong.join("\n  "));
}

#[test]
fn every_file_says_what_lives_in_it_and_what_does_not() {
    let begins = |text: &str| {
        let mut lines = text.lines();
        lines.next().is_some_and(|l| l.starts_with("//! ")) && lines.next().is_some_and(|l| l.starts_with("//! Not here: "))
    };
    let files = texts(&["src/", "extension/", "tests/", ".ci/"], &[".rs"]);
    assert!(files.len() > 100, "the files were not found");
    let wrong: Vec<_> = files.into_iter().filter(|(_, text)| !begins(text)).map(|(path, _)| path).collect();
    none(&wrong, "the first line begins with //!, the second with //! Not here:");
}

#[test]
fn nothing_is_unsafe() {
    let mut wrong = Vec::new();
    for (path, text) in texts(&["src/", "extension/", ".ci/"], &[".rs"]) {
        wrong.extend(code(&text).filter(|(_, line)| has_word(line, "unsafe")).map(|(at, _)| format!("{path}:{at}")));
    }
    none(&wrong, "no unsafe code");
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
}

/// The rooms a line names: `crate::room` and `crate::{room, …}`.
fn named(line: &str) -> Vec<&str> {
    let word = |text: &'_ str| text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let mut rooms = Vec::new();
    for (at, found) in line.match_indices("crate::") {
        let rest = &line[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(list.split([',', '}']).map(str::trim).map(|part| &part[..word(part)])),
            None => rooms.push(&rest[..word(rest)]),
        }
    }
    rooms
}

#[test]
fn arrows_point_one_way() {
    let place = |room: &str| ORDER.iter().position(|row| row.contains(&room));
    let (mut wrong, mut used) = (Vec::new(), BTreeSet::new());
    for (path, text) in texts(&["src/"], &[".rs"]) {
        let inside = &path["src/".len()..];
        let room = inside.split(['/', '.']).next().unwrap_or_default();
        if [BUILD, "lib", "main"].contains(&room) {
            continue;
        }
        let Some(here) = place(room) else {
            wrong.push(format!("{path}: the room {room} has no place in ORDER"));
            continue;
        };
        for (at, line) in code(&text) {
            for other in named(line).into_iter().filter(|other| *other != room) {
                let Some(there) = place(other) else { continue };
                if AGAINST.iter().any(|(from, to, _)| (*from, *to) == (room, other)) {
                    used.insert((room.to_owned(), other.to_owned()));
                } else if there >= here {
                    wrong.push(format!("{path}:{at}: {room} may not name {other}"));
                }
            }
        }
    }
    none(&wrong, "a room names only rooms before it");
    let idle: Vec<_> = AGAINST.iter().filter(|(from, to, _)| !used.contains(&((*from).to_owned(), (*to).to_owned()))).map(|(from, to, _)| format!("{from} → {to}")).collect();
    none(&idle, "no longer needed in AGAINST");
}

#[test]
fn architecture_draws_the_same_arrows() {
    let line = ORDER.iter().map(|row| row.iter().map(|room| format!("`{room}`")).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(" · ");
    assert!(read("ARCHITECTURE.md").lines().any(|l| l == line), "ARCHITECTURE.md should have the line\n{line}");
}

#[test]
fn scripts_have_no_way_to_run_text_or_to_poll() {
    let banned = ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function(", "setInterval", ": any", "as any", "<any", "any[]"];
    let mut wrong = Vec::new();
    for (path, text) in texts(&["extension/"], &[".ts"]) {
        for (at, line) in code(&text) {
            wrong.extend(banned.iter().filter(|word| has_word(line, word)).map(|word| format!("{path}:{at}: {word}")));
        }
    }
    none(&wrong, "not in the extension's scripts");
}

#[test]
fn scripts_reach_no_network() {
    let banned = ["XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "RTCPeerConnection", "WebTransport"];
    let own = ["fetch(chrome.runtime.getURL(", "fetch(\"reader.wasm\")", "fetch(\"pages.wasm\")"];
    let mut wrong = Vec::new();
    for (path, text) in texts(&["extension/"], &[".ts", ".rs"]) {
        for (at, line) in code(&text) {
            let asks = has_word(line, "fetch(") && !own.iter().any(|file| line.contains(file));
            if asks || banned.iter().any(|word| has_word(line, word)) {
                wrong.push(format!("{path}:{at}"));
            }
        }
    }
    none(&wrong, "the extension loads its own files and nothing else");
}

fn manifest() -> serde_json::Value {
    serde_json::from_str(&read("manifest.json")).unwrap()
}

fn words(list: &serde_json::Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().filter_map(|word| word.as_str()).map(str::to_owned).collect()
}

/// The lines of a document from the heading `heading` to the next one.
fn section(document: &str, heading: &str) -> Vec<String> {
    let lines: Vec<_> = read(document).lines().map(str::to_owned).collect();
    let start = lines.iter().position(|l| l == heading).unwrap_or_else(|| panic!("{document} has no heading “{heading}”"));
    lines[start + 1..].iter().take_while(|l| !l.starts_with("## ")).cloned().collect()
}

/// What stands between the first two backticks of each item of a list.
fn items(document: &str, heading: &str) -> BTreeSet<String> {
    let first = |line: &String| Some(line.strip_prefix("- `")?.split('`').next()?.to_owned());
    section(document, heading).iter().filter_map(first).collect()
}

#[test]
fn permissions_are_those_the_readme_explains() {
    let manifest = manifest();
    assert!(manifest.get("web_accessible_resources").is_none(), "no page may load a file of the extension's");
    assert!(manifest.get("host_permissions").is_none(), "hosts are asked for one by one");
    let mut asked = words(&manifest["permissions"]);
    asked.extend(words(&manifest["optional_host_permissions"]));
    assert_eq!(asked, items("README.md", "## Permissions and privacy"));
}

#[test]
fn shortcuts_are_those_the_readme_explains() {
    let table = section("README.md", "## Shortcuts").join("\n");
    for (name, command) in manifest()["commands"].as_object().unwrap() {
        let key = command["suggested_key"]["default"].as_str().map_or("not set", |key| key);
        let key = key.replace("Period", ".").replace("Comma", ",");
        assert!(table.lines().any(|row| row.starts_with(&format!("| `{name}` |")) && row.contains(&key)), "{name}: {key}");
    }
}

#[test]
fn the_policy_lets_pages_reach_nothing_but_the_extension() {
    let manifest = manifest();
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().unwrap();
    let mut parts = policy.split(';').map(str::trim);
    assert!(parts.clone().any(|part| part == "default-src 'none'"));
    assert!(parts.all(|part| !part.contains("http") && !part.contains('*') && !part.contains("'unsafe-")), "{policy}");
}

#[test]
fn no_file_names_a_workplace_or_a_registry() {
    // Put together here, so that this file does not name them either.
    let banned = [
        ["/wo", "rk/"],
        ["/tmp/", "wt"],
        ["registry.", "npmjs"],
        ["index.crates", ".io"],
        ["static.crates", ".io"],
        ["arti", "factory"],
        ["\"resolved\": \"", "http"],
        ["replace-", "with ="],
        ["registry", "=http"],
    ]
    .map(|parts| parts.concat());
    let mut wrong = Vec::new();
    for (path, text) in texts(&[""], &[""]) {
        for (at, line) in text.lines().enumerate() {
            wrong.extend(banned.iter().filter(|word| line.contains(word.as_str())).map(|word| format!("{path}:{}: {word}", at + 1)));
        }
    }
    none(&wrong, "no file names where it was written or where packages come from");
}

#[test]
fn the_top_level_is_what_architecture_lists() {
    let top: BTreeSet<_> = files().iter().filter_map(|path| path.split('/').next().map(str::to_owned)).collect();
    assert_eq!(top, items("ARCHITECTURE.md", "## Top level"));
}

/// Paths in backticks that a document names: they end in a slash or in an ending of ours, and hold no star.
#[test]
fn documents_name_what_exists() {
    let files = files();
    let mut wrong = Vec::new();
    for document in ["README.md", "ARCHITECTURE.md"] {
        let text = read(document);
        for word in text.split('`').skip(1).step_by(2) {
            let ours = ["src/", "extension/", "tests/", ".ci/"].iter().any(|top| word.starts_with(top));
            let path = word.strip_suffix('/').unwrap_or(word);
            if ours && !path.contains([' ', '*']) && !files.iter().any(|f| f == path || f.starts_with(&format!("{path}/"))) {
                wrong.push(format!("{document}: {word}"));
            }
        }
    }
    none(&wrong, "named, but not there");
}
