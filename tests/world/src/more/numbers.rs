//! Numbers that go on where a host's series ended.

use crate::Random;
use std::collections::BTreeSet;

/// Hands out new numbers that look like those that there are.
pub struct Numbers {
    used: BTreeSet<String>,
    form: Form,
}

enum Form {
    /// Text before, the last serial, the width to which it is padded, text behind.
    Serial(String, u64, usize, String),
    /// So many characters of this alphabet.
    Random(usize, &'static str),
    /// Nothing in common but the end: each grows from its owner's last.
    Own,
}

impl Numbers {
    /// From the numbers so far, oldest first.
    pub fn learn(all: &[&str]) -> Self {
        let used = all.iter().map(|number| (*number).to_owned()).collect();
        Numbers { used, form: form(all) }
    }

    /// The next one. `own`: the last of the same owner.
    pub fn next(&mut self, random: &mut Random, own: Option<&str>) -> String {
        let mut own = own.map(str::to_owned);
        loop {
            let number = match &mut self.form {
                Form::Serial(before, serial, width, behind) => {
                    *serial += 1 + u64::from(random.chance(60));
                    format!("{before}{serial:0width$}{behind}", width = *width)
                }
                Form::Random(length, alphabet) => crate::standard::characters(random, alphabet, *length),
                Form::Own => match own.as_deref().and_then(tail) {
                    Some((before, serial, width, behind)) => {
                        let serial = serial + 1 + random.below(40);
                        format!("{before}{serial:0width$}{behind}")
                    }
                    None => format!("{}-0001", crate::standard::characters(random, "ABCDEF0123456789", 8)),
                },
            };
            if self.used.insert(number.clone()) {
                return number;
            }
            // Taken: on from there, for the next forty may all be.
            own = Some(number);
        }
    }
}

/// The text without its digits.
fn skeleton(number: &str) -> String {
    let mut out = String::new();
    for c in number.chars() {
        let c = if c.is_ascii_digit() { '9' } else { c };
        if c != '9' || !out.ends_with('9') {
            out.push(c);
        }
    }
    out
}

/// The runs of digits, by place.
fn runs(number: &str) -> Vec<(usize, &str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut start = None;
    for (at, c) in number.char_indices().chain([(number.len(), ' ')]) {
        match (c.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, &number[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The last run of digits, and what stands around it.
fn tail(number: &str) -> Option<(String, u64, usize, String)> {
    let (at, run) = *runs(number).last()?;
    let width = if run.starts_with('0') { run.len() } else { 0 };
    Some((number[..at].to_owned(), run.parse().ok()?, width, number[at + run.len()..].to_owned()))
}

fn form(all: &[&str]) -> Form {
    let recent: Vec<&str> = all.iter().rev().take(200).copied().collect();
    let Some(newest) = recent.first() else { return Form::Serial(String::new(), 1_000, 0, String::new()) };
    let hex = |number: &&&str| number.len() == newest.len() && number.chars().all(|c| c.is_ascii_hexdigit());
    let hexadecimal = recent.iter().filter(hex).count() * 10 > recent.len() * 8;
    if hexadecimal && recent.iter().any(|number| number.chars().any(|c| c.is_ascii_alphabetic())) {
        return Form::Random(newest.len(), "0123456789abcdef");
    }
    let common = most_common(&recent);
    let alike: Vec<&str> = recent.iter().copied().filter(|number| skeleton(number) == common).collect();
    if alike.len() * 10 < recent.len() * 4 {
        return Form::Own;
    }
    // The serial is the run that changes most; what else changes (a year, a month) stays as in the newest.
    let template = alike[0];
    let places = runs(template).len();
    let distinct = |place: usize| {
        alike
            .iter()
            .filter_map(|number| runs(number).get(place).map(|run| run.1))
            .collect::<BTreeSet<_>>()
            .len()
    };
    let Some(place) = (0..places).max_by_key(|&place| (distinct(place), place)) else { return Form::Own };
    let (at, run) = runs(template)[place];
    let serials = all
        .iter()
        .filter(|number| skeleton(number) == common)
        .filter_map(|number| runs(number).get(place)?.1.parse::<u64>().ok());
    let last = serials.max().unwrap_or(0);
    let width = if alike.iter().any(|number| runs(number)[place].1.starts_with('0')) { run.len() } else { 0 };
    Form::Serial(template[..at].to_owned(), last, width, template[at + run.len()..].to_owned())
}

fn most_common(numbers: &[&str]) -> String {
    let mut counts: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for number in numbers {
        *counts.entry(skeleton(number)).or_default() += 1;
    }
    counts.into_iter().max_by_key(|row| row.1).map(|row| row.0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(all: &[&str], own: Option<&str>) -> String {
        Numbers::learn(all).next(&mut Random::new(3), own)
    }

    #[test]
    fn series_go_on() {
        assert_eq!(next(&["INV0000997", "INV0000998", "INV0000999"], None), "INV0001000");
        assert_eq!(next(&["57", "58", "61"], None), "62");
        assert_eq!(next(&["RE-2025-00815", "RE-2026-00003", "RE-2026-00004"], None), "RE-2026-00816");
        assert_eq!(next(&["11/2026", "12/2026"], None), "13/2026");
        assert_eq!(
            next(&["B10F64E9-0004", "4EE13402-0004", "AA12-0007"], Some("AA12-0007")).split_at(5).0,
            "AA12-"
        );
        let hex = next(&["70db83f0", "1b6b01a0", "ac9c2c5f"], None);
        assert!(hex.len() == 8 && hex.chars().all(|c| c.is_ascii_hexdigit()), "{hex}");
    }

    #[test]
    fn none_repeats() {
        let mut numbers = Numbers::learn(&["1", "2", "7"]);
        let mut random = Random::new(1);
        let set: BTreeSet<String> = (0..200).map(|_| numbers.next(&mut random, None)).collect();
        assert_eq!(set.len(), 200);
    }
}
