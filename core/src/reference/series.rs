//! The grammar of a host's own invoice numbers, learnt from them: prefix, year, serial, padding.

use super::Key;
use std::collections::BTreeMap;

/// How much of a number a form keeps, the most first: of two forms with one key the first counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// All letters and digits: `INV202600123`.
    Full,
    /// All digits, letters left out: `202600123`, `26-00123`.
    Digits,
    /// Without the year or other parts that many numbers share: `INV00123`, `00123`.
    Serial,
    /// The serial without the zeros before it: `123`.
    Bare,
}

/// The number series of a host.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    shapes: BTreeMap<Shape, Series>,
    /// The letters of the series that count up, and what is known of each; the longest first.
    counted: Vec<(Vec<String>, Series)>,
}

/// Letters and the places of digits: `INV-2026-00123` is `["INV", #, #]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shape(Vec<Option<String>>);

#[derive(Clone, Debug)]
struct Series {
    /// Numbers of this shape.
    count: u32,
    /// Which part is the serial; `None` where no part alone names an item.
    serial: Option<usize>,
    /// Whether the serial starts with a year of four digits.
    year_inside: bool,
    /// How many digits a number has at the least and the most.
    digits: (usize, usize),
    /// Digits before the serial, where all numbers have as many.
    head: usize,
    /// More than any serial: a year that ends goes on in the next.
    radix: u64,
    /// Whether serials have zeros before them, which payers leave out.
    padded: bool,
    /// Smallest and largest, in the order in which they were issued.
    values: (u64, u64),
}

/// Numbers made of so many changes between letters and digits are identifiers, not series.
const MOST_PARTS: usize = 6;

/// A series of which fewer than one number in so many was issued is none: the numbers are drawn, not counted.
const SPARSEST: u64 = 2000;
/// Series that are looked through for a number: more than any host has at a time.
const MOST_SERIES: usize = 32;

impl Grammar {
    /// Learns from the numbers that the host printed, in any order.
    pub fn learn<'a>(numbers: impl Iterator<Item = &'a str>) -> Self {
        let mut groups: BTreeMap<Shape, Vec<Vec<&str>>> = BTreeMap::new();
        for number in numbers {
            let parts = parts(number);
            if let Some(shape) = shape(&parts) {
                groups.entry(shape).or_default().push(parts);
            }
        }
        let shapes = groups.into_iter().map(|(shape, rows)| {
            let series = Series::learn(&shape, &rows);
            (shape, series)
        });
        let shapes: BTreeMap<Shape, Series> = shapes.collect();
        let mut counted: Vec<(Vec<String>, Series)> = shapes
            .iter()
            .filter(|(shape, series)| series.counts_up() && shape.0.len() <= 3)
            .map(|(shape, series)| (shape.0.iter().flatten().cloned().collect(), series.clone()))
            .collect();
        counted.sort_by_key(|(_, series)| core::cmp::Reverse(series.count));
        counted.truncate(MOST_SERIES);
        Grammar { shapes, counted }
    }

    /// Calls `visit` with the forms under which a number may be written, the fullest first; a key comes once.
    pub fn forms(&self, number: &str, mut visit: impl FnMut(Key, Form)) {
        let mut seen: Vec<Key> = Vec::with_capacity(8);
        let mut give = |text: &str, form: Form| {
            if let Some(key) = Key::of(text)
                && !seen.contains(&key)
            {
                seen.push(key);
                visit(key, form);
            }
        };
        give(number, Form::Full);
        let parts = parts(number);
        let Some((shape, series)) = shape(&parts).and_then(|shape| self.shapes.get_key_value(&shape)) else {
            return;
        };
        let digits: Vec<&str> = parts.iter().copied().filter(|part| is_digits(part)).collect();
        let letters: String =
            shape.0.iter().flatten().filter(|part| !part.is_empty()).map(String::as_str).collect();
        give(&digits.concat(), Form::Digits);
        let Some(serial) = series.serial.and_then(|at| parts.get(at).copied()) else { return };
        let year = digits.iter().find(|part| **part != serial && is_year(part)).copied();
        if let Some(short) = year.and_then(|year| year.get(2..)) {
            give(&digits.concat().replacen(year.unwrap_or_default(), short, 1), Form::Digits);
        }
        let tail = if series.year_inside { serial.get(4..).unwrap_or(serial) } else { serial };
        let bare = tail.trim_start_matches('0');
        if let Some(year) = year.filter(|_| !bare.is_empty()) {
            give(&format!("{year}{bare}"), Form::Digits);
            give(&format!("{bare}{year}"), Form::Digits);
        }
        if series.year_inside {
            give(&format!("{}{tail}", serial.get(2..4).unwrap_or_default()), Form::Digits);
        }
        if !letters.is_empty() {
            give(&format!("{letters}{tail}"), Form::Serial);
            give(&format!("{letters}{bare}"), Form::Serial);
        }
        give(serial, Form::Serial);
        give(tail, Form::Serial);
        give(bare, Form::Bare);
    }

    /// Whether the letters and digits of a text (upper case, with or without separators) are a number of one of these
    /// series, whatever item it names. Letters may be missing; a number above all that were issued is of no series.
    pub fn holds(&self, text: &[u8]) -> bool {
        let digits = || text.iter().filter(|byte| byte.is_ascii_digit()).copied();
        let length = digits().count();
        let letters = text.iter().filter(|byte| byte.is_ascii_alphabetic());
        let bare = letters.clone().next().is_none();
        self.counted.iter().any(|(prefix, series)| {
            series.has_length(length, bare)
                && series.is_near(series.value(digits()))
                && (bare || prefix.iter().any(|part| part.bytes().eq(letters.clone().copied())))
        })
    }

    /// Digits of the longest number of a series.
    pub fn longest(&self) -> usize {
        self.shapes.values().map(|series| series.digits.1).max().unwrap_or(0)
    }
}

impl Series {
    /// Whether its numbers are counted and not drawn.
    fn counts_up(&self) -> bool {
        let span = self.values.1 - self.values.0;
        self.count >= 3 && self.serial.is_some() && u64::from(self.count).saturating_mul(SPARSEST) >= span
    }

    /// Whether it has numbers so long; zeros are left out where a prefix says which series it is.
    fn has_length(&self, length: usize, bare: bool) -> bool {
        let least = if self.padded && !bare { self.head + 1 } else { self.digits.0 };
        (least..=self.digits.1).contains(&length)
    }

    /// Where a number stands in the series: its year, or what else stands before the serial, and the serial.
    fn value(&self, digits: impl Iterator<Item = u8> + Clone) -> u64 {
        // A longer number has no room in the range of any series.
        let number = |digits: &mut dyn Iterator<Item = u8>| {
            digits.take(18).fold(0_u64, |value, digit| value * 10 + u64::from(digit.wrapping_sub(b'0')))
        };
        let (head, serial) =
            (number(&mut digits.clone().take(self.head)), number(&mut digits.skip(self.head)));
        head.saturating_mul(self.radix).saturating_add(serial)
    }

    /// Whether a number was issued, by its value, or may have been some time before.
    fn is_near(&self, value: u64) -> bool {
        let span = self.values.1 - self.values.0;
        let before = span.saturating_mul(2).saturating_add(200);
        value <= self.values.1 && value >= self.values.0.saturating_sub(before)
    }

    fn learn(shape: &Shape, rows: &[Vec<&str>]) -> Self {
        let column = |at: usize| rows.iter().filter_map(move |row| row.get(at).copied());
        // Parts that tell numbers apart: not the prefix or the year, which many numbers share.
        let mut telling = Vec::new();
        for at in (0..shape.0.len()).filter(|at| shape.0.get(*at).is_some_and(Option::is_none)) {
            let distinct = column(at).collect::<std::collections::BTreeSet<_>>().len();
            if distinct > 1 && distinct * 20 > rows.len() && !column(at).all(is_year) {
                telling.push(at);
            }
        }
        let last = (0..shape.0.len()).rev().find(|at| shape.0.get(*at).is_some_and(Option::is_none));
        let serial = match telling.as_slice() {
            [only] => Some(*only),
            // Too few numbers to tell: series count up at their end.
            [] => last,
            // A customer's number and his running number: only both name an item.
            _ => None,
        };
        let with_year = column(serial.unwrap_or(usize::MAX))
            .filter(|part| part.len() >= 7 && part.get(..4).is_some_and(is_year))
            .count();
        let texts: Vec<String> =
            rows.iter().map(|row| row.iter().filter(|part| is_digits(part)).copied().collect()).collect();
        let lengths = || texts.iter().map(String::len);
        let digits = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
        let before = |row: &Vec<&str>| -> usize {
            row.iter().take(serial.unwrap_or(0)).filter(|part| is_digits(part)).map(|part| part.len()).sum()
        };
        let mut heads = rows.iter().map(before);
        let head = heads.next().filter(|first| heads.all(|head| head == *first)).unwrap_or(0);
        let serials = || column(serial.unwrap_or(usize::MAX));
        let radix = serials().filter_map(|part| part.parse::<u64>().ok()).max().unwrap_or(0);
        let padded = serials().any(|part| part.starts_with('0'));
        let mut series = Series {
            count: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            serial,
            year_inside: with_year * 5 >= rows.len() * 4,
            digits,
            head,
            radix: radix.saturating_add(1),
            padded,
            values: (0, 0),
        };
        let values = || texts.iter().map(|text| series.value(text.bytes()));
        series.values = (values().min().unwrap_or(0), values().max().unwrap_or(0));
        series
    }
}

/// A number's runs of letters and of digits.
fn parts(number: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for run in number.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut start = 0;
        for (at, pair) in run.as_bytes().windows(2).enumerate() {
            if let [a, b] = pair
                && a.is_ascii_digit() != b.is_ascii_digit()
            {
                out.extend(run.get(start..=at));
                start = at + 1;
            }
        }
        out.extend(run.get(start..).filter(|rest| !rest.is_empty()));
    }
    out
}

fn shape(parts: &[&str]) -> Option<Shape> {
    let has_digits = parts.iter().any(|part| is_digits(part));
    (has_digits && parts.len() <= MOST_PARTS).then(|| {
        Shape(parts.iter().map(|part| (!is_digits(part)).then(|| part.to_ascii_uppercase())).collect())
    })
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.parse::<u32>().is_ok_and(|year| (1990..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(numbers: &[&str], number: &str) -> Vec<(Key, Form)> {
        let mut out = Vec::new();
        Grammar::learn(numbers.iter().copied()).forms(number, |key, form| out.push((key, form)));
        out
    }

    fn has(found: &[(Key, Form)], text: &str, form: Form) -> bool {
        found.contains(&(Key::of(text).unwrap(), form))
    }

    #[test]
    fn a_series_with_prefix_and_year() {
        let found = forms(&["INV-2026-00123", "INV-2026-00124", "INV-2025-09999"], "INV-2026-00123");
        assert!(has(&found, "INV202600123", Form::Full));
        assert!(has(&found, "202600123", Form::Digits));
        assert!(has(&found, "2600123", Form::Digits));
        assert!(has(&found, "00123", Form::Serial));
        assert!(has(&found, "INV123", Form::Serial));
        assert!(has(&found, "123", Form::Bare));
        assert!(!found.iter().any(|(key, _)| *key == Key::of("2026").unwrap()));
    }

    #[test]
    fn a_year_inside_the_serial() {
        let found = forms(&["2026000123", "2026000124", "2025000999"], "2026000123");
        assert!(has(&found, "2026000123", Form::Full));
        assert!(has(&found, "000123", Form::Serial));
        assert!(has(&found, "123", Form::Bare));
        assert!(has(&found, "26000123", Form::Digits));
    }

    #[test]
    fn a_number_of_the_series_that_nobody_listed() {
        let grammar = Grammar::learn(["RE-2026-0101", "RE-2026-0110", "RE-2026-0130"].into_iter());
        assert!(grammar.holds(b"RE20260105"));
        assert!(grammar.holds(b"20260105"));
        assert!(!grammar.holds(b"RE 2026-0999"));
        assert!(!grammar.holds(b"XY20260105"));
    }

    #[test]
    fn a_series_that_grew_a_digit_goes_on() {
        let numbers: Vec<String> = (9000..10_100).map(|n| format!("2026-{n}")).collect();
        let grammar = Grammar::learn(numbers.iter().map(String::as_str));
        assert!(grammar.holds(b"2026-8777"));
        assert!(grammar.holds(b"2026-10001"));
        assert!(!grammar.holds(b"2026-10400"));
        assert!(!grammar.holds(b"1999-8777"));
    }

    #[test]
    fn a_padded_number_without_its_zeros() {
        let grammar = Grammar::learn(["INV0034837", "INV0034874", "INV0033001"].into_iter());
        assert!(grammar.holds(b"INV32828"));
        assert!(!grammar.holds(b"INV99999"));
    }

    proptest::proptest! {
        #[test]
        fn the_full_form_always_comes_first(number in "[A-Z]{0,4}[-/ ]?[0-9]{1,9}([-/][0-9]{1,6})?") {
            let found = forms(&[&number], &number);
            assert_eq!(found[0], (Key::of(&number).unwrap(), Form::Full));
        }
    }
}
