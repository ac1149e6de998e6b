//! The regular expressions of Vale's tokens, as far as they are phrases: spelt out into the finitely many phrases they match.
//! Not here: expressions that count or look around; they are named to the user and left out.

/// Phrases one expression may stand for.
const PHRASES_MOST: usize = 256;

/// Every phrase an expression matches; `<any>` stands for one word.
///
/// # Errors
/// The construct that cannot be spelt out.
pub(super) fn phrases(expression: &str) -> Result<Vec<String>, String> {
    let letters: Vec<char> = expression.chars().collect();
    let mut reader = Reader { letters: &letters, at: 0, depth: 0 };
    let all = reader.branches()?;
    if reader.at < letters.len() {
        return Err("an unpaired bracket".to_owned());
    }
    let mut all: Vec<String> = all.iter().map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|p| !p.is_empty()).collect();
    all.sort();
    all.dedup();
    if all.is_empty() { Err("an expression that matches no words".to_owned()) } else { Ok(all) }
}

struct Reader<'a> {
    letters: &'a [char],
    at: usize,
    depth: u8,
}

impl Reader<'_> {
    fn next(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn starts(&self, text: &str) -> bool {
        self.letters.iter().skip(self.at).zip(text.chars()).filter(|(a, b)| **a == *b).count() == text.chars().count()
    }

    fn branches(&mut self) -> Result<Vec<String>, String> {
        self.depth += 1;
        if self.depth > 8 {
            return Err("brackets nested beyond eight".to_owned());
        }
        let mut all = self.sequence()?;
        while self.next() == Some('|') {
            self.at += 1;
            all.extend(self.sequence()?);
        }
        self.depth -= 1;
        bounded(all)
    }

    fn sequence(&mut self) -> Result<Vec<String>, String> {
        let mut all = vec![String::new()];
        while let Some(c) = self.next().filter(|c| !matches!(c, '|' | ')')) {
            let piece = self.piece(c)?;
            let piece = self.counted(piece)?;
            let joined = all.iter().flat_map(|head| piece.iter().map(move |tail| format!("{head}{tail}"))).collect();
            all = bounded(joined)?;
        }
        Ok(all)
    }

    /// `?` makes the piece optional; other counts only suit white space and whole words.
    fn counted(&mut self, mut piece: Vec<String>) -> Result<Vec<String>, String> {
        match self.next() {
            Some('?') => {
                self.at += 1;
                piece.push(String::new());
            }
            Some('+' | '*') if piece.iter().all(|p| p == " " || p == " <any> ") => self.at += 1,
            Some(c @ ('+' | '*' | '{')) => return Err(format!("a count (\"{c}\")")),
            _ => {}
        }
        if self.next() == Some('?') && piece.iter().all(|p| p == " " || p == " <any> ") {
            self.at += 1;
        }
        Ok(piece)
    }

    fn piece(&mut self, c: char) -> Result<Vec<String>, String> {
        self.at += 1;
        match c {
            '(' => self.group(),
            '[' => self.class(),
            '\\' => self.escape(),
            '.' => Err("\".\", any character".to_owned()),
            '^' | '$' => Err("a line's beginning or end".to_owned()),
            c if c.is_whitespace() => Ok(vec![" ".to_owned()]),
            c => Ok(vec![c.to_string()]),
        }
    }

    fn group(&mut self) -> Result<Vec<String>, String> {
        if self.starts("?:") {
            self.at += 2;
        } else if self.starts("?i)") {
            self.at += 3;
            return Ok(vec![String::new()]);
        } else if self.starts("?") {
            return Err("look-around or a named group".to_owned());
        }
        let all = self.branches()?;
        if self.next() != Some(')') {
            return Err("an unpaired bracket".to_owned());
        }
        self.at += 1;
        Ok(all)
    }

    fn class(&mut self) -> Result<Vec<String>, String> {
        let mut all = Vec::new();
        while let Some(c) = self.next() {
            self.at += 1;
            match c {
                ']' => return Ok(all),
                '^' if all.is_empty() => return Err("an excluding class (\"[^…]\")".to_owned()),
                '-' if !all.is_empty() && self.next() != Some(']') => return Err("a range of characters".to_owned()),
                '\\' => all.extend(self.escape()?),
                c if c.is_whitespace() => all.push(" ".to_owned()),
                c => all.push(c.to_string()),
            }
        }
        Err("an unclosed class".to_owned())
    }

    fn escape(&mut self) -> Result<Vec<String>, String> {
        let c = self.next();
        self.at += 1;
        match c {
            Some('b') => Ok(vec![String::new()]),
            Some('s') => Ok(vec![" ".to_owned()]),
            Some('w') => Ok(vec![" <any> ".to_owned()]),
            Some(c) if !c.is_alphanumeric() => Ok(vec![c.to_string()]),
            Some(c) => Err(format!("the class \"\\{c}\"")),
            None => Err("a lone backslash".to_owned()),
        }
    }
}

fn bounded(all: Vec<String>) -> Result<Vec<String>, String> {
    if all.len() > PHRASES_MOST { Err(format!("over {PHRASES_MOST} phrases in one expression")) } else { Ok(all) }
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn an_expression_is_spelt_out() {
        assert_eq!(phrases("colou?r"), Ok(vec!["color".to_owned(), "colour".to_owned()]));
        assert_eq!(phrases(r"\b(?:very|really) (?:nice|good)\b").map(|p| p.len()), Ok(4));
        assert_eq!(phrases(r"in\s+order\s+to"), Ok(vec!["in order to".to_owned()]));
        assert_eq!(phrases(r"as \w+ as"), Ok(vec!["as <any> as".to_owned()]));
        assert!(phrases("(?!x)y").is_err_and(|e| e.contains("look-around")));
        assert!(phrases("a.*b").is_err());
    }
}
