//! HTML to blocks. For now: tags taken away, lines kept.
//! Not here: what blocks mean.

use super::Blocks;
use crate::fact::Place;
use crate::sheet::block::{Block, Run};

/// The text of a stretch of HTML that starts at a place.
pub(super) fn blocks(html: &str, place: Place, out: &mut Blocks) {
    for (i, line) in html.lines().enumerate() {
        let mut text = String::new();
        let mut tag = false;
        for c in line.chars() {
            match c {
                '<' => tag = true,
                '>' => tag = false,
                c if !tag => text.push(c),
                _ => {}
            }
        }
        if !text.trim().is_empty() {
            out.blocks.push(Block::Line(Run::plain(text.trim(), Place { line: place.line + i as u32, column: place.column })));
        }
    }
}
