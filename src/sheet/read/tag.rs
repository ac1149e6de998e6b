//! HTML as tags and text: cut in one pass, entities resolved.
//! Not here: what a tag means (`html`).

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words between tags, entities unresolved, and where they start.
    Text { text: &'a str, at: usize },
    /// An opening tag: its name in lower case, and the rest of it.
    Open { name: String, attributes: &'a str },
    /// A closing tag.
    Close { name: String },
}

/// The pieces of a text, comments and declarations left out; linear.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|r| !r.is_empty()) {
        if let Some(end) = comment(rest) {
            at += end;
        } else if let Some((piece, length)) = tag(rest) {
            out.extend(piece);
            at += length;
        } else {
            let skip = usize::from(rest.starts_with('<'));
            let length = rest.get(skip..).and_then(|r| r.find('<')).map_or(rest.len(), |i| i + skip);
            out.push(Piece::Text { text: rest.get(..length).unwrap_or(rest), at });
            at += length;
        }
    }
    out
}

fn comment(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix("<!--")?;
    Some(body.find("-->").map_or(rest.len(), |i| i + 7))
}

fn tag(rest: &str) -> Option<(Option<Piece<'_>>, usize)> {
    let body = rest.strip_prefix('<')?;
    let closes = body.starts_with('/');
    let named = body.trim_start_matches(['/', '!', '?']);
    if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = body.find('>')?;
    let inside = body.get(..end)?;
    if inside.contains('<') {
        return None;
    }
    let length = end + 2;
    if inside.starts_with(['!', '?']) {
        return Some((None, length));
    }
    let inside = inside.trim_start_matches('/');
    let name_end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let name = inside.get(..name_end)?.to_ascii_lowercase();
    let attributes = inside.get(name_end..)?;
    Some((Some(if closes { Piece::Close { name } } else { Piece::Open { name, attributes } }), length))
}

/// The value of an attribute in a tag.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let folded = attributes.to_ascii_lowercase();
    let at = folded.find(&format!("{name}="))?;
    let rest = attributes.get(at + name.len() + 1..)?;
    let value = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next()?,
        _ => rest.split(|c: char| c.is_whitespace() || c == '/').next()?,
    };
    Some(unescaped(value))
}

/// Named characters people's programs write.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{a0}"), ("euro", "€"), ("pound", "£"), ("yen", "¥"), ("deg", "°"), ("times", "×"), ("plusmn", "±"),
    ("eacute", "é"), ("egrave", "è"), ("ecirc", "ê"), ("euml", "ë"), ("agrave", "à"), ("acirc", "â"), ("ccedil", "ç"), ("ugrave", "ù"), ("ucirc", "û"), ("uuml", "ü"), ("ocirc", "ô"), ("ouml", "ö"), ("icirc", "î"), ("iuml", "ï"), ("oelig", "œ"),
    ("Eacute", "É"), ("Egrave", "È"), ("Agrave", "À"), ("Ccedil", "Ç"), ("Acirc", "Â"), ("Ecirc", "Ê"), ("Icirc", "Î"), ("Ocirc", "Ô"), ("Ucirc", "Û"), ("Euml", "Ë"), ("Iuml", "Ï"), ("OElig", "Œ"), ("auml", "ä"), ("szlig", "ß"), ("ntilde", "ñ"), ("aacute", "á"), ("oacute", "ó"), ("iacute", "í"), ("sect", "§"), ("para", "¶"), ("permil", "‰"), ("prime", "′"), ("Prime", "″"), ("infin", "∞"), ("asymp", "≈"), ("minus", "−"), ("rarr", "→"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"), ("laquo", "«"), ("raquo", "»"), ("ldquo", "“"), ("rdquo", "”"), ("lsquo", "‘"), ("rsquo", "’"), ("hellip", "…"), ("ndash", "–"), ("mdash", "—"), ("bull", "•"), ("middot", "·"),
    ("sup2", "²"), ("sup3", "³"), ("frac12", "½"), ("frac14", "¼"), ("frac34", "¾"), ("le", "≤"), ("ge", "≥"), ("micro", "µ"), ("check", "✓"), ("cross", "✗"), ("reg", "®"), ("copy", "©"), ("trade", "™"), ("thinsp", "\u{2009}"), ("nnbsp", "\u{202f}"), ("shy", ""),
];

/// A text with its entities resolved; what is none stays as written.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or(""));
        let after = rest.get(at + 1..).unwrap_or("");
        let end = after.bytes().take(12).position(|b| b == b';');
        let found = end.and_then(|e| entity(after.get(..e)?).map(|c| (c, e)));
        match found {
            Some((character, end)) => {
                out.push_str(&character);
                rest = after.get(end + 1..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0').map(String::from);
    }
    NAMED.iter().find(|(n, _)| *n == name).map(|(_, c)| (*c).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_resolved_once() {
        assert_eq!(unescaped("Th&eacute; &amp; caf&#233; &amp;lt; R&D &bogus;"), "Thé & café &lt; R&D &bogus;");
    }

    #[test]
    fn signs_that_are_no_tags_stay() {
        let text: Vec<String> = pieces("a < b <b>c</b> 3<4").into_iter().map(|p| format!("{p:?}")).collect();
        assert!(text.iter().filter(|t| !t.starts_with("Text")).count() == 2, "{text:?}");
    }

    #[test]
    fn attributes_are_found_quoted_or_bare() {
        assert_eq!(attribute(" colspan=2 rowspan='3'", "rowspan").as_deref(), Some("3"));
        assert_eq!(attribute(" COLSPAN=\"2\"", "colspan").as_deref(), Some("2"));
    }
}
