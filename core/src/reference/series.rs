//! The grammar of a host's own invoice numbers, learnt from them: prefix, year, serial, padding.
#![allow(clippy::indexing_slicing)] // a kernel: parts and columns are cut to the tables' sizes

use super::Key;
use super::multiset::Multiset;
use core::hash::Hasher;
use rustc_hash::{FxHashMap, FxHasher};

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

/// The number series of a host. Numbers may come and go: it says what one says that is learnt anew of those that are
/// there.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    rows: FxHashMap<u64, u32>,
    groups: Vec<Group>,
    /// Rows of the series that count up, the longest first.
    counted: Vec<u32>,
}

/// Numbers of one shape: the same letters, and digits at the same places.
#[derive(Clone, Debug)]
struct Group {
    /// Letters in capitals; `None` for a run of digits: `INV-2026-00123` is `["INV", #, #]`.
    shape: Vec<Option<String>>,
    count: u32,
    /// What is known of each run of digits, by part.
    columns: Vec<Column>,
    /// How many digits numbers have.
    digits: Multiset<u8>,
    /// All numbers in the order in which they were issued, by the first digits and the rest, cut where the series says.
    values: Multiset<(u64, u64)>,
    series: Series,
}

/// What is known of the runs of digits at one place.
#[derive(Clone, Debug)]
struct Column {
    /// Value and length.
    values: Multiset<(u64, u8)>,
    years: u32,
    /// Those that start with a year of four digits.
    with_year: u32,
    padded: u32,
    /// Digits before it.
    before: Multiset<u8>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Series {
    /// Which part is the serial; `None` where no part alone names an item.
    serial: Option<usize>,
    /// Whether the serial starts with a year of four digits.
    year_inside: bool,
    /// Digits before the serial, where all numbers have as many.
    head: usize,
    /// More than any serial: a year that ends goes on in the next.
    radix: u64,
    /// Whether serials have zeros before them, which payers leave out.
    padded: bool,
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
        let mut grammar = Grammar::default();
        let mut rows: Vec<Vec<Parts<'a>>> = Vec::new();
        for number in numbers {
            let parts = Parts::of(number);
            if let Some(row) = grammar.row(&parts) {
                if row == rows.len() {
                    rows.push(Vec::new());
                }
                rows[row].push(parts);
            }
        }
        for (group, rows) in grammar.groups.iter_mut().zip(&rows) {
            group.learn(rows);
        }
        grammar.count();
        grammar
    }

    /// One number more. Answers whether the forms of other numbers are now others: then it is to be learnt anew.
    pub fn add(&mut self, number: &str) -> bool {
        self.change(number, true)
    }

    /// One number less. Answers whether the forms of other numbers are now others: then it is to be learnt anew.
    pub fn remove(&mut self, number: &str) -> bool {
        self.change(number, false)
    }

    fn change(&mut self, number: &str, more: bool) -> bool {
        let parts = Parts::of(number);
        let Some(row) = self.row(&parts) else { return false };
        let group = &mut self.groups[row];
        let before = (group.series, group.counts_up());
        group.count(&parts, more);
        let now = group.learnt();
        let cut = |series: &Series| (series.serial, series.head);
        let others = group.count > 1 || !more;
        let changed = others && (cut(&now) != cut(&before.0) || now.year_inside != before.0.year_inside);
        if cut(&now) != cut(&before.0) && !changed {
            group.values = Multiset::new(vec![now.cut(&parts)]);
        }
        group.series = now;
        // Longer than another: only the order of the longest changes, and only where there are many.
        if group.counts_up() != before.1 || self.groups.len() > MOST_SERIES {
            self.count();
        }
        changed
    }

    /// The row of a number's shape, known from now on.
    fn row(&mut self, parts: &Parts<'_>) -> Option<usize> {
        let hash = parts.shape()?;
        let next = self.groups.len() as u32;
        let row = *self.rows.entry(hash).or_insert(next);
        if row == next {
            self.groups.push(Group::new(parts));
        }
        Some(row as usize)
    }

    fn count(&mut self) {
        let mut counted: Vec<u32> = (0..self.groups.len() as u32)
            .filter(|row| {
                let group = &self.groups[*row as usize];
                group.counts_up() && group.shape.len() <= 3
            })
            .collect();
        counted.sort_unstable_by(|a, b| {
            let (a, b) = (&self.groups[*a as usize], &self.groups[*b as usize]);
            b.count.cmp(&a.count).then_with(|| a.shape.cmp(&b.shape))
        });
        counted.truncate(MOST_SERIES);
        self.counted = counted;
    }

    /// Calls `visit` with the forms under which a number may be written, the fullest first; a key comes once.
    pub fn forms(&self, number: &str, mut visit: impl FnMut(Key, Form)) {
        let mut seen: [Option<Key>; 16] = [None; 16];
        let mut known = 0;
        let mut give = |key: Option<Key>, form: Form| {
            if key.is_some() && !seen[..known].contains(&key) && known < seen.len() {
                seen[known] = key;
                known += 1;
                key.into_iter().for_each(|key| visit(key, form));
            }
        };
        give(Key::of(number), Form::Full);
        let parts = Parts::of(number);
        let group =
            parts.shape().and_then(|hash| self.rows.get(&hash)).map(|row| &self.groups[*row as usize]);
        let Some(group) = group else { return };
        let mut runs: [&str; MOST_PARTS] = [""; MOST_PARTS];
        let mut count = 0;
        for part in parts.list().iter().filter(|part| is_digits(part)) {
            runs[count] = part;
            count += 1;
        }
        let digits = &runs[..count];
        give(of(digits), Form::Digits);
        let series = &group.series;
        let Some(serial) = series.serial.and_then(|at| parts.list().get(at).copied()) else { return };
        let year = digits.iter().position(|part| *part != serial && is_year(part));
        if let Some(at) = year {
            let mut short = runs;
            short[at] = &runs[at][2..];
            give(of(&short[..count]), Form::Digits);
        }
        let tail = if series.year_inside { serial.get(4..).unwrap_or(serial) } else { serial };
        let bare = tail.trim_start_matches('0');
        if let Some(year) = year.map(|at| runs[at]).filter(|_| !bare.is_empty()) {
            give(of(&[year, bare]), Form::Digits);
            give(of(&[bare, year]), Form::Digits);
        }
        if series.year_inside {
            give(of(&[serial.get(2..4).unwrap_or_default(), tail]), Form::Digits);
        }
        let mut lettered: [&str; MOST_PARTS + 1] = [""; MOST_PARTS + 1];
        let mut letters = 0;
        for part in parts.list().iter().filter(|part| !is_digits(part)) {
            lettered[letters] = part;
            letters += 1;
        }
        if letters > 0 {
            for end in [tail, bare] {
                lettered[letters] = end;
                give(of(&lettered[..=letters]), Form::Serial);
            }
        }
        give(of(&[serial]), Form::Serial);
        give(of(&[tail]), Form::Serial);
        give(of(&[bare]), Form::Bare);
    }

    /// Whether the letters and digits of a text (upper case, with or without separators) are a number of one of these
    /// series, whatever item it names. Letters may be missing; a number above all that were issued is of no series.
    pub fn holds(&self, text: &[u8]) -> bool {
        let digits = || text.iter().filter(|byte| byte.is_ascii_digit()).copied();
        let length = digits().count();
        let letters = || text.iter().filter(|byte| byte.is_ascii_alphabetic()).copied();
        let bare = letters().next().is_none();
        self.counted.iter().map(|row| &self.groups[*row as usize]).any(|group| {
            let prefix = |part: &String| part.bytes().eq(letters());
            group.has_length(length, bare)
                && group.is_near(group.series.value(digits()))
                && (bare || group.shape.iter().flatten().any(prefix))
        })
    }

    /// Digits of the longest number of a series.
    pub fn longest(&self) -> usize {
        self.groups.iter().filter_map(|group| group.digits.max()).max().map_or(0, usize::from)
    }
}

/// The key of some texts one behind the other.
fn of(parts: &[&str]) -> Option<Key> {
    Key::of_bytes(parts.iter().flat_map(|part| part.bytes()))
}

impl Group {
    fn new(parts: &Parts<'_>) -> Self {
        let shape = |part: &&str| (!is_digits(part)).then(|| part.to_ascii_uppercase());
        Group {
            shape: parts.list().iter().map(shape).collect(),
            count: 0,
            columns: vec![Column::new(); parts.list().len()],
            digits: Multiset::new(Vec::new()),
            values: Multiset::new(Vec::new()),
            series: Series::default(),
        }
    }

    /// Learns all at once.
    fn learn(&mut self, rows: &[Parts<'_>]) {
        self.count = rows.len() as u32;
        for (at, column) in self.columns.iter_mut().enumerate() {
            if self.shape[at].is_some() {
                continue;
            }
            let parts = || rows.iter().map(|row| row.list()[at]);
            column.values = Multiset::new(parts().map(value).collect());
            column.before = Multiset::new(rows.iter().map(|row| row.digits(at)).collect());
            parts().for_each(|part| column.tell(part, true));
        }
        self.digits = Multiset::new(rows.iter().map(|row| row.digits(MOST_PARTS)).collect());
        self.series = self.learnt();
        self.values = Multiset::new(rows.iter().map(|row| self.series.cut(row)).collect());
    }

    /// Counts one number more or less.
    fn count(&mut self, parts: &Parts<'_>, more: bool) {
        self.count = if more { self.count + 1 } else { self.count.saturating_sub(1) };
        for (at, column) in self.columns.iter_mut().enumerate() {
            if self.shape[at].is_none() {
                let part = parts.list()[at];
                change(&mut column.values, value(part), more);
                change(&mut column.before, parts.digits(at), more);
                column.tell(part, more);
            }
        }
        change(&mut self.digits, parts.digits(MOST_PARTS), more);
        change(&mut self.values, self.series.cut(parts), more);
    }

    /// What the columns say of the series.
    fn learnt(&self) -> Series {
        let runs = || (0..self.columns.len()).filter(|at| self.shape[*at].is_none());
        // Parts that tell numbers apart: not the prefix or the year, which many numbers share.
        let telling = |at: &usize| {
            let column = &self.columns[*at];
            let distinct = column.values.distinct();
            distinct > 1 && distinct * 20 > self.count as usize && column.years < self.count
        };
        let mut telling = runs().filter(telling);
        let serial = match (telling.next(), telling.next()) {
            (Some(only), None) => Some(only),
            // Too few numbers to tell: series count up at their end.
            (None, _) => runs().next_back(),
            // A customer's number and his running number: only both name an item.
            _ => None,
        };
        let Some(column) = serial.map(|at| &self.columns[at]) else { return Series::default() };
        let head = column.before.min().filter(|_| column.before.distinct() == 1);
        Series {
            serial,
            year_inside: column.with_year * 5 >= self.count * 4 && self.count > 0,
            head: head.map_or(0, usize::from),
            radix: column.values.max().map_or(0, |value| value.0).saturating_add(1),
            padded: column.padded > 0,
        }
    }

    /// Smallest and largest, in the order in which they were issued.
    fn range(&self) -> (u64, u64) {
        let value = |(head, rest): (u64, u64)| self.series.join(head, rest);
        (self.values.min().map_or(0, value), self.values.max().map_or(0, value))
    }

    /// Whether its numbers are counted and not drawn.
    fn counts_up(&self) -> bool {
        let (first, last) = self.range();
        let issued = u64::from(self.count).saturating_mul(SPARSEST);
        self.count >= 3 && self.series.serial.is_some() && issued >= last.saturating_sub(first)
    }

    /// Whether it has numbers so long; zeros are left out where a prefix says which series it is.
    fn has_length(&self, length: usize, bare: bool) -> bool {
        let (shortest, longest) = (self.digits.min().unwrap_or(0), self.digits.max().unwrap_or(0));
        let least = if self.series.padded && !bare { self.series.head + 1 } else { usize::from(shortest) };
        (least..=usize::from(longest)).contains(&length)
    }

    /// Whether a number was issued, by its value, or may have been some time before.
    fn is_near(&self, value: u64) -> bool {
        let (first, last) = self.range();
        let before = last.saturating_sub(first).saturating_mul(2).saturating_add(200);
        value <= last && value >= first.saturating_sub(before)
    }
}

impl Column {
    fn new() -> Self {
        let (values, before) = (Multiset::new(Vec::new()), Multiset::new(Vec::new()));
        Column { values, years: 0, with_year: 0, padded: 0, before }
    }

    fn tell(&mut self, part: &str, more: bool) {
        let with_year = part.len() >= 7 && part.get(..4).is_some_and(is_year);
        for (count, holds) in [
            (&mut self.years, is_year(part)),
            (&mut self.with_year, with_year),
            (&mut self.padded, part.starts_with('0')),
        ] {
            let step = u32::from(holds);
            *count = if more { *count + step } else { count.saturating_sub(step) };
        }
    }
}

impl Series {
    /// The digits before the serial as a number, and the rest.
    fn split(&self, digits: impl Iterator<Item = u8> + Clone) -> (u64, u64) {
        // A longer number has no room in the range of any series.
        let number = |digits: &mut dyn Iterator<Item = u8>| {
            digits.take(18).fold(0_u64, |value, digit| value * 10 + u64::from(digit.wrapping_sub(b'0')))
        };
        (number(&mut digits.clone().take(self.head)), number(&mut digits.skip(self.head)))
    }

    fn cut(&self, parts: &Parts<'_>) -> (u64, u64) {
        let runs = parts.list().iter().filter(|part| is_digits(part));
        self.split(runs.flat_map(|part| part.bytes()))
    }

    fn join(&self, head: u64, rest: u64) -> u64 {
        head.saturating_mul(self.radix).saturating_add(rest)
    }

    /// Where a number stands in the series: its year, or what else stands before the serial, and the serial.
    fn value(&self, digits: impl Iterator<Item = u8> + Clone) -> u64 {
        let (head, rest) = self.split(digits);
        self.join(head, rest)
    }
}

fn change<T: Copy + Ord>(set: &mut Multiset<T>, value: T, more: bool) {
    if more { set.add(value) } else { set.remove(value) }
}

/// A run of digits as a number, with its length; of a longer one than a number holds the largest.
fn value(part: &str) -> (u64, u8) {
    (part.parse().unwrap_or(u64::MAX - 1), part.len().min(255) as u8)
}

/// A number's runs of letters and of digits.
#[derive(Clone, Copy)]
struct Parts<'a> {
    list: [&'a str; MOST_PARTS],
    /// How many there are; one more than fits where there are more.
    count: usize,
}

impl<'a> Parts<'a> {
    fn of(number: &'a str) -> Self {
        let mut out = Parts { list: [""; MOST_PARTS], count: 0 };
        let bytes = number.as_bytes();
        let mut start = 0;
        for at in 0..=bytes.len() {
            let here = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric());
            let before = at.checked_sub(1).map(|at| bytes[at]).filter(u8::is_ascii_alphanumeric);
            let goes_on = here.zip(before).is_some_and(|(a, b)| a.is_ascii_digit() == b.is_ascii_digit());
            if !goes_on {
                if start < at && before.is_some() {
                    out.push(&number[start..at]);
                }
                start = at;
            }
        }
        out
    }

    fn push(&mut self, part: &'a str) {
        if let Some(slot) = self.list.get_mut(self.count) {
            *slot = part;
        }
        self.count = (self.count + 1).min(MOST_PARTS + 1);
    }

    fn list(&self) -> &[&'a str] {
        &self.list[..self.count.min(MOST_PARTS)]
    }

    /// Digits before a part.
    fn digits(&self, part: usize) -> u8 {
        let runs = self.list().iter().take(part).filter(|part| is_digits(part));
        runs.map(|part| part.len()).sum::<usize>().min(255) as u8
    }

    /// The shape as a hash: letters in capitals, and where digits stand; nothing where no series has it.
    fn shape(&self) -> Option<u64> {
        let parts = self.list();
        if self.count > MOST_PARTS || !parts.iter().any(|part| is_digits(part)) {
            return None;
        }
        let mut hasher = FxHasher::default();
        for part in parts {
            if is_digits(part) {
                hasher.write_u8(b'#');
            } else {
                part.bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_uppercase()));
                hasher.write_u8(b'-');
            }
        }
        Some(hasher.finish())
    }
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
