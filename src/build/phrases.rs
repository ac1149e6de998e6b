//! Packs the lexicon's phrases small: concept by concept, a stem's letters where it first occurs, later a number for it.
//! Not here: reading the phrases back (`lexicon::phrases`), stems (`lexicon` beside this).

use crate::stem::Lang;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A phrase: its stems, parted by spaces; its concept; its language; whether it only points to the concept.
pub(crate) type Phrase = (String, usize, Lang, bool);

/// The streams the phrases are written into; apart, since like compresses well with like.
#[derive(Default)]
struct Streams {
    /// A byte a phrase: cue, French (bits 0, 1), stems less one (bits 2 to 4), concepts stepped on (bits 5 to 7).
    heads: Vec<u8>,
    /// A byte a stem: 0 for the next one of `text`, up to 254 for how far back among this concept's stems, 255 for one of `numbers`.
    steps: Vec<u8>,
    /// Numbers of stems, by first occurrence: all low bytes, all high ones.
    low: Vec<u8>,
    high: Vec<u8>,
    /// Stems by first occurrence, each ended by a space.
    text: String,
}

/// In place of the stems less one: seven concepts without a phrase.
const SKIP: u8 = 7;

/// Appends the tables to the source text of the lexicon.
///
/// # Errors
/// When there are more stems or concepts than the layout has room for.
pub(crate) fn write(phrases: &[Phrase], concepts: usize, code: &mut String) -> Result<(), String> {
    let mut sorted: Vec<(usize, Lang, bool, &str)> = phrases.iter().map(|p| (p.1, p.2, p.3, p.0.as_str())).collect();
    sorted.sort();
    let mut streams = Streams::default();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut recent: Vec<&str> = Vec::new();
    let mut at = 0;
    for (concept, lang, cue, words) in sorted {
        let mut step = concept - at;
        at = concept;
        if step > 0 {
            recent.clear();
        }
        while step > 7 {
            streams.heads.push(7 << 5 | SKIP << 2);
            step -= 7;
        }
        let stems = u8::try_from(words.split(' ').count() - 1).unwrap_or(SKIP);
        streams.heads.push((step as u8) << 5 | stems << 2 | u8::from(lang == Lang::Fr) << 1 | u8::from(cue));
        for stem in words.split(' ') {
            streams.stem(stem, &mut numbers, &mut recent);
        }
    }
    if numbers.len() >= 1 << 15 || concepts >= 1 << 13 {
        return Err("the lexicon has outgrown the layout of its phrases".to_owned());
    }
    streams.low.append(&mut streams.high);
    for (name, bytes) in [("HEADS", &streams.heads), ("STEPS_BACK", &streams.steps), ("NUMBERS", &streams.low)] {
        let _ = writeln!(code, "pub(super) static {name}: &[u8] = b\"{}\";", bytes.escape_ascii());
    }
    let _ = writeln!(code, "pub(super) static STEMS: &str = {:?};", streams.text);
    Ok(())
}

impl Streams {
    fn stem<'p>(&mut self, stem: &'p str, numbers: &mut BTreeMap<&'p str, usize>, recent: &mut Vec<&'p str>) {
        let next = numbers.len();
        let back = recent.iter().rev().take(254).position(|own| *own == stem);
        if let Some(back) = back {
            recent.remove(recent.len() - 1 - back);
        }
        recent.push(stem);
        match (numbers.get(stem), back) {
            (_, Some(back)) => self.steps.push(back as u8 + 1),
            (Some(number), _) => {
                self.steps.push(255);
                self.low.push(*number as u8);
                self.high.push((*number >> 8) as u8);
            }
            (None, _) => {
                self.steps.push(0);
                self.text.push_str(stem);
                self.text.push(' ');
                numbers.insert(stem, next);
            }
        }
    }
}
