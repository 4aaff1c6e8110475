//! Numbers in free text: where they stand, what they surely are not (dates, times, phone numbers, accounts, card
//! tails, amounts), and the keys under which an invoice's number may be found in them.
#![allow(clippy::indexing_slicing)] // a kernel: every index comes from a scan of the same text

use super::Key;
use super::number_words::{LABELS, SHARP, STREETS};

/// What a run of digits in a text most likely is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mask {
    /// Anything; an invoice's number perhaps.
    Free,
    /// A date or a time.
    Date,
    /// A year, unless it is a part of something longer.
    Year,
    /// A phone number.
    Phone,
    /// An IBAN or the tail of a card.
    Account,
    /// An amount of money.
    Money,
    /// The postcode of an address.
    Postcode,
}

/// A run of only digits or only letters in the text.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    start: u32,
    end: u32,
    digits: bool,
    /// Number of the alphanumeric run that it stands in.
    run: u32,
    mask: Mask,
}

/// A text cut into segments.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    text: Vec<u8>,
    segments: Vec<Segment>,
}

/// A key that an item's number may have, and what it is made of.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The letters and digits.
    pub key: Key,
    /// How many digits.
    pub digits: u8,
    /// How many letters.
    pub letters: u8,
    /// Zeros that it starts with, if it starts with digits.
    pub zeros: u8,
    /// First segment.
    pub first: u16,
    /// Segment after the last.
    pub end: u16,
    /// Whether a part of it is most likely a date, an account …
    pub masked: bool,
    /// Whether a word such as `invoice` or `#` stands right before it.
    pub labelled: bool,
}

/// Texts beyond this are cut: no bank carries more.
const LONGEST_TEXT: usize = 4096;
const MOST_SEGMENTS: usize = 400;
/// Runs that one number may be made of, `RE - 2026 - 00 815`, and runs of digits and letters in them.
const WIDEST: u32 = 5;
const MOST_PARTS: usize = 20;

/// Words that announce a phone number.
const PHONES: &[&[u8]] = &[
    b"TEL",
    b"TELEFON",
    b"TELEPHONE",
    b"PHONE",
    b"CALL",
    b"MOBILE",
    b"MOBIL",
    b"MOB",
    b"CELL",
    b"HANDY",
    b"FON",
    b"FAX",
];

impl Numbers {
    /// Cuts a text into segments and says what each most likely is. `\n` separates texts that do not continue
    /// each other.
    pub fn scan(&mut self, text: &str) {
        self.text.clear();
        self.segments.clear();
        self.text.extend(text.bytes().take(LONGEST_TEXT).map(|byte| byte.to_ascii_uppercase()));
        letters_for_digits(&mut self.text);
        let bytes = &self.text;
        let mut run = 0;
        let mut at = 0;
        while at < bytes.len() && self.segments.len() < MOST_SEGMENTS {
            if !bytes[at].is_ascii_alphanumeric() {
                at += 1;
                continue;
            }
            if self.segments.last().is_some_and(|last| (last.end as usize) < at) {
                run += 1;
            }
            let digits = bytes[at].is_ascii_digit();
            let start = at;
            while at < bytes.len()
                && bytes[at].is_ascii_alphanumeric()
                && bytes[at].is_ascii_digit() == digits
            {
                at += 1;
            }
            self.segments.push(Segment {
                start: start as u32,
                end: at as u32,
                digits,
                run,
                mask: Mask::Free,
            });
        }
        self.mark();
    }

    /// The segments, in the order of the text.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The upper-case text of a range of segments, separators included.
    pub fn slice(&self, first: u16, end: u16) -> &[u8] {
        match (self.segments.get(first as usize), self.segments.get((end as usize).wrapping_sub(1))) {
            (Some(a), Some(b)) if a.start <= b.end => &self.text[a.start as usize..b.end as usize],
            _ => &[],
        }
    }

    /// Whether the text between two numbers, the segment after the one and the first of the other, is a range's:
    /// `1001-1004`, `1001 bis 1004`.
    pub fn is_range(&self, left_end: u16, right_first: u16) -> bool {
        let (Some(a), Some(b)) =
            (self.segments.get((left_end as usize).wrapping_sub(1)), self.segments.get(right_first as usize))
        else {
            return false;
        };
        if a.end > b.start {
            return false;
        }
        let between: Vec<u8> =
            self.text[a.end as usize..b.start as usize].iter().copied().filter(|b| *b != b' ').collect();
        matches!(
            between.as_slice(),
            b"-" | b"--"
                | b".."
                | b"..."
                | b"\xE2\x80\x93"
                | b"TO"
                | b"BIS"
                | b"TOT"
                | b"THRU"
                | b"A"
                | b"AL"
                | b"DO"
        )
    }

    /// Calls `visit` with every key that a number of one to five segments has.
    pub fn candidates(&self, mut visit: impl FnMut(Candidate)) {
        let count = self.segments.len();
        for first in 0..count {
            let head = self.segments[first];
            let (mut digits, mut letters, mut masked) = (0_usize, 0_usize, false);
            let zeros = if head.digits {
                self.text[head.start as usize..head.end as usize].iter().take_while(|b| **b == b'0').count()
            } else {
                0
            };
            let labelled = self.labelled(first);
            // Hexadecimal ids and the like: the whole run at once, however often it changes between the two.
            let mut end = first;
            while end < count && self.segments[end].run - head.run < WIDEST && end - first < MOST_PARTS {
                let segment = self.segments[end];
                if end > first && !self.continues(end) {
                    break;
                }
                let length = (segment.end - segment.start) as usize;
                if segment.digits {
                    digits += length
                } else {
                    letters += length
                }
                masked |= !matches!(segment.mask, Mask::Free | Mask::Year);
                end += 1;
                if digits + letters > 40 {
                    break;
                }
                let run_start = first == 0 || self.segments[first - 1].run != head.run;
                let run_end = end == count || self.segments[end].run != segment.run;
                // A cut between a letter and a digit is a boundary only next to whole words: `INV123` holds 123,
                // `7f3a9c` does not hold 3.
                let fair = (run_start || !self.dense(first)) && (run_end || !self.dense(end - 1));
                if digits == 0 || !fair {
                    continue;
                }
                let from = head.start as usize;
                let Some(key) = Key::of_bytes(self.text[from..segment.end as usize].iter().copied()) else {
                    continue;
                };
                visit(Candidate {
                    key,
                    digits: digits.min(255) as u8,
                    letters: letters.min(255) as u8,
                    zeros: zeros.min(255) as u8,
                    first: first as u16,
                    end: end as u16,
                    masked: masked || end == first + 1 && head.mask == Mask::Year,
                    labelled,
                });
            }
        }
    }

    /// Whether the run around a segment changes between letters and digits so often that its parts mean nothing.
    fn dense(&self, at: usize) -> bool {
        let run = self.segments[at].run;
        let before = self.segments[..at].iter().rev().take(4).filter(|s| s.run == run).count();
        let after = self.segments[at..].iter().take(4).filter(|s| s.run == run).count();
        before + after > 3
    }

    /// Whether segment `at` may continue the number before it: one or two separators between, and no line's end.
    fn continues(&self, at: usize) -> bool {
        let gap = &self.text[self.segments[at - 1].end as usize..self.segments[at].start as usize];
        gap.len() <= 3
            && !gap.iter().any(|b| matches!(b, b'\n' | b',' | b';' | b'+' | b'(' | b')' | b':' | b'&'))
    }

    fn labelled(&self, at: usize) -> bool {
        let start = self.segments[at].start as usize;
        let cheque = |word: &Segment| {
            matches!(
                self.text.get(word.start as usize..word.end as usize),
                Some(b"CK" | b"CHECK" | b"CHQ" | b"CHEQUE")
            )
        };
        if start > 0 && self.text[start - 1] == b'#' {
            return !at.checked_sub(1).is_some_and(|before| cheque(&self.segments[before]));
        }
        let Some(before) = at.checked_sub(1).map(|b| self.segments[b]) else { return false };
        let gap = &self.text[before.end as usize..start];
        !before.digits
            && gap.len() <= 3
            && !gap.contains(&b'\n')
            && LABELS.contains(&&self.text[before.start as usize..before.end as usize])
    }

    fn value(&self, at: usize) -> u32 {
        let Segment { start, end, .. } = self.segments[at];
        self.text[start as usize..end as usize]
            .iter()
            .take(9)
            .fold(0_u32, |n, b| n.wrapping_mul(10).wrapping_add(u32::from(b.wrapping_sub(b'0'))))
    }

    fn length(&self, at: usize) -> usize {
        (self.segments[at].end - self.segments[at].start) as usize
    }

    /// The single byte between segments `at` and `at + 1`; 0 when there is none or more than one.
    fn joint(&self, at: usize) -> u8 {
        let (Some(a), Some(b)) = (self.segments.get(at), self.segments.get(at + 1)) else { return 0 };
        if b.start == a.end + 1 { self.text[a.end as usize] } else { 0 }
    }

    fn mark(&mut self) {
        for at in 0..self.segments.len() {
            self.mark_phone(at);
        }
        for at in 0..self.segments.len() {
            if !self.segments[at].digits || self.segments[at].mask != Mask::Free {
                continue;
            }
            let length = self.length(at);
            let start = self.segments[at].start as usize;
            let previous = start.checked_sub(1).map_or(b' ', |b| self.text[b]);
            let next_digits = |k: usize| self.segments.get(at + k).is_some_and(|s| s.digits);
            let (j1, j2) = (self.joint(at), self.joint(at + 1));
            // Dates: 03.03.2026, 3/3/26, 2026-03-03, and a time after or alone.
            if next_digits(1) && next_digits(2) && j1 == j2 && matches!(j1, b'.' | b'/' | b'-') {
                let (a, b, c) = (self.value(at), self.value(at + 1), self.value(at + 2));
                let (la, lb, lc) = (length, self.length(at + 1), self.length(at + 2));
                let day_first = la <= 2 && lb <= 2 && (lc == 2 || lc == 4 && (1990..2100).contains(&c));
                let year_first = la == 4 && lb == 2 && lc == 2 && (1990..2100).contains(&a);
                let fits = |x: u32, y: u32| (1..=31).contains(&x) && (1..=31).contains(&y) && x.min(y) <= 12;
                if day_first && fits(a, b) || year_first && fits(b, c) {
                    self.set(at, 3, Mask::Date);
                    continue;
                }
            }
            if length <= 2 && next_digits(1) && matches!(j1, b':' | b'H') && self.length(at + 1) == 2 {
                let span = if next_digits(2) && j2 == b':' { 3 } else { 2 };
                self.set(at, span, Mask::Date);
                continue;
            }
            // Money: 1.234,56 or 89.90 with two decimals at the end.
            if next_digits(1)
                && matches!(j1, b'.' | b',')
                && self.length(at + 1) == 2
                && !matches!(j2, b'.' | b'/')
            {
                let after = self.segments.get(at + 1).map_or(0, |s| s.end as usize);
                if self
                    .text
                    .get(after)
                    .is_none_or(|b| !matches!(b, b'-' | b'.') || after + 1 >= self.text.len())
                {
                    self.set(at, 2, Mask::Money);
                    continue;
                }
            }
            if length == 8 {
                let whole = self.value(at);
                let (year, month, day) = (whole / 10_000, whole / 100 % 100, whole % 100);
                if (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day) {
                    self.set(at, 1, Mask::Date);
                    continue;
                }
            }
            if length == 6 && self.dated(at) {
                self.set(at, 1, Mask::Date);
                continue;
            }
            if length == 4 && (1990..2080).contains(&self.value(at)) {
                self.set(at, 1, Mask::Year);
                continue;
            }
            // A plus between digits is a list's, not a country code's.
            let dialled =
                previous == b'+' && !start.checked_sub(2).is_some_and(|at| self.text[at].is_ascii_digit());
            if dialled || length >= 10 && self.text[start] == b'0' && self.text.get(start + 1) != Some(&b'0')
            {
                self.set(at, 1, Mask::Phone);
                continue;
            }
            if length == 4 && matches!(previous, b'*' | b'X') {
                self.set(at, 1, Mask::Account);
                continue;
            }
            self.mark_account(at);
            if self.is_postcode(at) {
                self.set(at, 1, Mask::Postcode);
            }
        }
    }

    /// The digits behind a word such as `phone`, six or more of them in a row of groups.
    fn mark_phone(&mut self, at: usize) {
        let word = self.segments[at];
        if word.digits || !PHONES.contains(&&self.text[word.start as usize..word.end as usize]) {
            return;
        }
        let groups = (at + 1..self.segments.len())
            .take_while(|next| {
                let gap = self.segments[*next].start - self.segments[*next - 1].end;
                self.segments[*next].digits && gap <= 3
            })
            .take(6)
            .count();
        let digits: usize = (at + 1..=at + groups).map(|group| self.length(group)).sum();
        if digits >= 6 {
            self.set(at + 1, groups, Mask::Phone);
        }
    }

    /// Whether six digits are a day beside a word that announces one: `DATE:260312`.
    fn dated(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|b| self.segments[b]).filter(|s| !s.digits) else {
            return false;
        };
        let word = &self.text[before.start as usize..before.end as usize];
        let value = self.value(at);
        let (a, b, c) = (value / 10_000, value / 100 % 100, value % 100);
        let day = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
        matches!(
            word,
            b"DATE" | b"DATUM" | b"EED" | b"DT" | b"ON" | b"VOM" | b"DATO" | b"DATA" | b"PMT" | b"PAYMENT"
        ) && (day(b, c) || day(b, a) || day(a, b))
    }

    /// `Hauptstr. 5, 10423 Berlin`: four or five digits between a street with its house number and a town.
    fn is_postcode(&self, at: usize) -> bool {
        let town = self.segments.get(at + 1).is_some_and(|s| !s.digits && s.end - s.start >= 3);
        let [.., street, house] = &self.segments[..at] else { return false };
        let word = &self.text[street.start as usize..street.end as usize];
        matches!(self.length(at), 4 | 5)
            && town
            && self.joint(at) == b' '
            && house.digits
            && house.end - house.start <= 4
            && self.segments[at].start - house.end <= 2
            && self.text[house.end as usize] != b'\n'
            && !street.digits
            && house.start - street.end <= 2
            && (STREETS.iter().any(|end| word.ends_with(end))
                || self.text[..street.start as usize].ends_with(SHARP))
    }

    /// Two letters, two digits and at least eleven more in one run, or in groups of four: an account.
    fn mark_account(&mut self, at: usize) {
        let Some(letters) = at.checked_sub(1).map(|b| self.segments[b]) else { return };
        let here = self.segments[at];
        if letters.digits
            || letters.end != here.start
            || letters.end - letters.start != 2
            || here.end < here.start + 2
        {
            return;
        }
        let mut end = at;
        let mut total = 0;
        while end < self.segments.len() && total < 34 {
            let gap = if end == at { 0 } else { self.segments[end].start - self.segments[end - 1].end };
            if gap > 1 || gap == 1 && self.text[self.segments[end].start as usize - 1] != b' ' {
                break;
            }
            total += self.length(end);
            end += 1;
        }
        if total >= 13 && (here.end - here.start == 2 || here.end - here.start >= 13) {
            self.set(at, end - at, Mask::Account);
        }
    }

    fn set(&mut self, at: usize, span: usize, mask: Mask) {
        for segment in self.segments.iter_mut().skip(at).take(span) {
            segment.mask = mask;
        }
    }
}

/// Writes the digits that were meant: `2O26` is 2026, `OO782` is 00782, `1I2` is 112. `NO123` stays.
fn letters_for_digits(text: &mut [u8]) {
    for run in text.split_mut(|byte| !byte.is_ascii_alphanumeric()) {
        if !run.iter().any(u8::is_ascii_digit) {
            continue;
        }
        let only = run.iter().all(|byte| byte.is_ascii_digit() || *byte == b'O');
        for at in 0..run.len() {
            let after_digit = at > 0 && run[at - 1].is_ascii_digit();
            let before_digit = run.get(at + 1).is_some_and(|b| b.is_ascii_digit() || *b == b'O');
            match run[at] {
                b'O' if only || after_digit && before_digit => run[at] = b'0',
                b'I' | b'L' if after_digit && before_digit => run[at] = b'1',
                b'S' if after_digit && before_digit => run[at] = b'5',
                _ => {}
            }
        }
    }
}

impl Segment {
    /// Whether it is made of digits.
    pub fn is_digits(&self) -> bool {
        self.digits
    }

    /// What it most likely is.
    pub fn mask(&self) -> Mask {
        self.mask
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(Key, bool)> {
        let mut numbers = Numbers::default();
        numbers.scan(text);
        let mut out = Vec::new();
        numbers.candidates(|c| out.push((c.key, c.masked)));
        out
    }

    fn free(text: &str, number: &str) -> bool {
        keys(text).contains(&(Key::of(number).unwrap(), false))
    }

    #[test]
    fn a_number_is_found_in_the_forms_that_payers_write() {
        for text in [
            "INV-2026-00123",
            "inv 2026 00123 thanks",
            "pay INV2026-00123",
            "RE INV/2026/00123,INV-2026-00124",
        ] {
            assert!(free(text, "INV-2026-00123"), "{text}");
            assert!(free(text, "00123"), "{text}");
        }
        assert!(free("Rechnung Nr.815 danke", "815"));
        assert!(free("order 7f3a9c1e", "7f3a9c1e"));
        assert!(free("INV-2O26-OO782", "INV-2026-00782"));
        assert!(free("NO123", "123"));
        assert!(free("6A9A3BE2-0004 6A9A3BE2-0005", "6A9A3BE2-0005"));
        assert!(free("6297+6305+5014", "6305"));
    }

    #[test]
    fn a_number_is_not_found_inside_another() {
        assert!(!free("1814", "14"));
        assert!(!free("7f3a9c1e", "3"));
        assert!(!free("INV-12", "123"));
    }

    #[test]
    fn dates_phones_accounts_and_amounts_are_marked() {
        assert!(!free("Hauptstr. 5, 10423 Berlin", "10423"));
        assert!(free("Rate 5, 10423 Hansen", "10423"));
        for (text, number) in [
            ("vom 03.04.2026", "03"),
            ("2026-03-04", "2026"),
            ("10:15 UHR", "10"),
            ("tel 07700900123", "07700900123"),
            ("+44 20", "44"),
            ("DE89370400440532013000", "89370400440532013000"),
            ("card xxxx4242", "4242"),
            ("EUR 89,90 danke", "89"),
            ("March 2026", "2026"),
        ] {
            assert!(!free(text, number), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_scanned(text in "\\PC{0,300}") {
            let mut numbers = Numbers::default();
            numbers.scan(&text);
            numbers.candidates(|c| assert!(!numbers.slice(c.first, c.end).is_empty()));
        }
    }
}
