//! Wordings: quoted or listed phrases with the note behind each, in sections that approve, forbid, or name partners and contacts.
//! Not here: how a wording becomes a rule (`library`).

use super::block::Run;
use super::words::QUOTES;
use crate::fact::Wording;
use crate::span::Span;

/// The wordings of a line: every quoted phrase with what follows it, or the whole line up to its bracket or dash.
pub(super) fn read(run: &Run) -> Vec<Wording> {
    let quoted = quoted(&run.text);
    if quoted.is_empty() {
        return plain(run).into_iter().collect();
    }
    let ends = quoted.iter().skip(1).map(|s| s.start).chain([run.text.len()]);
    quoted
        .iter()
        .zip(ends)
        .map(|(span, next)| {
            let after = Span::new(span.end, next).of(&run.text);
            let part = run.part(*span);
            Wording { text: trimmed(&part.text), note: note(after), place: part.place }
        })
        .filter(|w| !w.text.is_empty())
        .collect()
}

/// Places of quoted phrases, marks included.
fn quoted(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            None => {
                if let Some(close) = closing(c) {
                    open = Some((at, close));
                }
            }
            Some((from, close)) if c == close || close == '"' && c == '”' => {
                out.push(Span::new(from, at + c.len_utf8()));
                open = None;
            }
            Some(_) => {}
        }
    }
    out
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '«' => '»',
        '“' | '„' => '”',
        '"' => '"',
        '‹' => '›',
        '‘' => '’',
        _ => return None,
    })
}

/// A line without quotation marks: its words up to a bracket, a dash, an arrow or a colon.
fn plain(run: &Run) -> Option<Wording> {
    let text = run.text.trim();
    let cut = [" (", " – ", " — ", " - ", " → ", " -> ", " : ", ": "].iter().filter_map(|m| text.find(m)).min().unwrap_or(text.len());
    let head = trimmed(text.get(..cut)?);
    (!head.is_empty()).then(|| Wording { text: head, note: note(text.get(cut..).unwrap_or("")), place: run.place })
}

fn trimmed(text: &str) -> String {
    let inner = text.trim_matches(|c: char| c.is_whitespace() || QUOTES.contains(&c) || c == '’');
    inner.trim_end_matches([',', ';']).trim().to_owned()
}

/// What stands behind a wording, without the marks that set it apart.
fn note(after: &str) -> Option<String> {
    let edge = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '–' | '—' | '-' | '→' | '>' | '/');
    let words = after.trim_matches(edge);
    let words = words.strip_prefix('(').map_or(words, |w| w.strip_suffix(')').unwrap_or(w)).trim_matches(edge);
    words.contains(char::is_alphanumeric).then(|| words.to_owned()).filter(|w| !super::words::JOINERS.contains(&super::words::phrase(w).as_str()))
}

/// Whether a text holds a quoted phrase.
pub(super) fn has_quotes(text: &str) -> bool {
    !quoted(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Place;

    #[track_caller]
    fn check(line: &str, want: &[(&str, Option<&str>)]) {
        let got = read(&Run::plain(line, Place { line: 1, column: 1 }));
        let shown: Vec<(&str, Option<&str>)> = got.iter().map(|w| (w.text.as_str(), w.note.as_deref())).collect();
        assert_eq!(shown, want);
    }

    #[test]
    fn wordings_part_from_their_notes() {
        check("« Silencieux » (le robot reste audible)", &[("Silencieux", Some("le robot reste audible"))]);
        check("\"Unlimited storage\" (every plan has a limit).", &[("Unlimited storage", Some("every plan has a limit"))]);
        check("« zéro chimie », « 100 % naturelle », « désinfecte ».", &[("zéro chimie", None), ("100 % naturelle", None), ("désinfecte", None)]);
        check("Works offline – it does not", &[("Works offline", Some("it does not"))]);
    }
}
