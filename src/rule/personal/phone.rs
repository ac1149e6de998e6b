//! Phone numbers: national forms of France, Belgium, Switzerland, the UK, the US and Canada, and any international form.
//! Not here: numbers of services, which begin with a service prefix and are public.

use super::{Found, Kind, Run, dotted, runs};

/// Beginnings of numbers that are a service's: free, shared cost, premium.
const SERVICES: &[&str] = &["08", "03", "1800", "1888", "1877", "1866", "1855", "1844", "1833", "800", "888", "877", "866", "855", "844", "833", "0900"];
/// Country codes with the digits a number has after them.
const COUNTRIES: &[(&str, std::ops::RangeInclusive<usize>)] =
    &[("33", 9..=9), ("32", 8..=9), ("41", 9..=9), ("44", 9..=10), ("1", 10..=10), ("352", 6..=9), ("49", 7..=11), ("39", 8..=11), ("34", 9..=9)];

pub(super) fn find(source: &str) -> Vec<Found> {
    let phone = |run: Run| {
        let words = run.span.of(source);
        let shown = if run.plus { 4 } else { 2 };
        is_phone(&run).then(|| Found { kind: Kind::Phone, span: run.span, masked: dotted(words, shown, 2) })
    };
    runs(source).into_iter().filter_map(phone).collect()
}

fn is_phone(run: &Run) -> bool {
    let digits = run.digits.as_str();
    let international = if run.plus { Some(digits) } else { digits.strip_prefix("00") };
    if let Some(rest) = international {
        // A national zero in brackets, "+44 (0)20 …", is written but not dialled.
        let fits = |rest: &str| COUNTRIES.iter().any(|(code, length)| rest.strip_prefix(code).is_some_and(|n| length.contains(&n.trim_start_matches('0').len())));
        return fits(rest) || run.plus && (9..=15).contains(&rest.len());
    }
    let service = SERVICES.iter().any(|s| digits.starts_with(s)) && !is_french(run);
    !service && (is_french(run) || is_british(run) || is_belgian(run) || is_american(run))
}

/// Ten digits from 01 to 09 but 08; also Switzerland's and Belgian mobiles. Groups of two, or all in one, or 3-3-2-2, 4-2-2-2.
fn is_french(run: &Run) -> bool {
    let d = run.digits.as_bytes();
    let opens = d.first() == Some(&b'0') && d.get(1).is_some_and(|c| (b'1'..=b'9').contains(c) && *c != b'8');
    let grouped = matches!(run.groups.as_slice(), [10] | [2, 2, 2, 2, 2] | [3, 3, 2, 2] | [4, 2, 2, 2] | [4, 3, 3] | [4, 6] | [1, 3, 2, 2, 2]);
    opens && d.len() == 10 && grouped
}

fn is_british(run: &Run) -> bool {
    let d = run.digits.as_bytes();
    d.len() == 11 && d.first() == Some(&b'0') && d.get(1).is_some_and(|c| matches!(c, b'1' | b'2' | b'7'))
}

fn is_belgian(run: &Run) -> bool {
    run.digits.len() == 9 && run.digits.starts_with('0') && matches!(run.groups.as_slice(), [2, 3, 2, 2] | [3, 2, 2, 2] | [9])
}

fn is_american(run: &Run) -> bool {
    let d = run.digits.as_bytes();
    let area = d.first().is_some_and(|c| (b'2'..=b'9').contains(c));
    area && matches!(run.groups.as_slice(), [3, 3, 4]) || d.first() == Some(&b'1') && matches!(run.groups.as_slice(), [1, 3, 3, 4])
}
