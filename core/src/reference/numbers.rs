//! Numbers in free text: where they stand, what they surely are not (dates, times, phone numbers, accounts, card
//! tails, amounts), and the keys under which an invoice's number may be found in them.
//!
//! # Design
//! One pass cuts the text into runs of digits and of letters and notes beside each what its candidates ask for: whether
//! a number may begin, end or go on there, and its own key. The key of several segments is made of theirs, so a
//! candidate costs a multiplication, however long its text.
#![allow(clippy::indexing_slicing)] // a kernel: every index comes from a scan of the same text

mod alone;
mod mask;
mod segment;

use super::Key;
use super::announces::{Announces, RANGES};

pub use segment::{Mask, Segment};

/// A text cut into segments; the memory of one text serves the next.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    text: Vec<u8>,
    segments: Vec<Segment>,
    /// The key of each segment that may be a part of a number.
    keys: Vec<Key>,
    /// Whether the text went on.
    cut: bool,
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
    /// Whether a word before it says that it is another thing's number: a policy's, a cheque's, a customer's.
    pub other: bool,
    /// Whether a word before it says that it is an order's.
    pub orders: bool,
    /// Whether a word before it says that it is a customer's.
    pub customers: bool,
}

/// What the words right before a number say of it.
#[derive(Clone, Copy, Default)]
struct Said {
    invoices: bool,
    other: bool,
    orders: bool,
    customers: bool,
}

/// Texts beyond this are cut: no bank carries more.
const LONGEST_TEXT: usize = 4096;
const MOST_SEGMENTS: usize = 400;
/// Runs that one number may be made of, `RE - 2026 - 00 815`, and runs of digits and letters in them.
const WIDEST: u32 = 5;
const MOST_PARTS: usize = 20;
/// Letters and digits of one number; more than a key holds.
const MOST_CHARACTERS: usize = 40;

/// What a byte is: letters and digits are of words, some others end a number.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const WORD: u8 = LETTER | DIGIT;
const BREAK: u8 = 4;
static KINDS: [u8; 256] = {
    let (mut kinds, mut byte) = ([0; 256], 0);
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'0'..=b'9' => DIGIT,
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'\n' | b',' | b';' | b'+' | b'(' | b')' | b':' | b'&' => BREAK,
            _ => 0,
        };
        byte += 1_u8;
    }
    kinds
};
/// Bytes between the parts of one number.
const MOST_GAP: usize = 3;

impl Numbers {
    /// Cuts a text into segments and says what each most likely is. `\n` separates texts that do not continue
    /// each other.
    pub fn scan(&mut self, text: &str) {
        self.text.clear();
        self.segments.clear();
        self.keys.clear();
        self.text.extend_from_slice(&text.as_bytes()[..text.len().min(LONGEST_TEXT)]);
        self.text.make_ascii_uppercase();
        self.cut = text.len() > LONGEST_TEXT;
        self.split();
        if self.segments.iter().any(|segment| segment.digits) {
            mask::mark(&self.text, &mut self.segments);
            self.join();
        }
    }

    /// Cuts the text, run by run.
    fn split(&mut self) {
        let (mut at, mut run) = (0, 0);
        while self.segments.len() < MOST_SEGMENTS {
            let (end, mut gap) = (at, 0);
            while let Some(kind) =
                self.text.get(at).map(|byte| KINDS[usize::from(*byte)]).filter(|kind| kind & WORD == 0)
            {
                gap |= kind;
                at += 1;
            }
            let continues = at - end <= MOST_GAP && gap & BREAK == 0;
            let (start, mut own) = (at, 0);
            while let Some(kind) =
                self.text.get(at).map(|byte| KINDS[usize::from(*byte)]).filter(|kind| kind & WORD != 0)
            {
                own |= kind;
                at += 1;
            }
            if own == WORD {
                letters_for_digits(&mut self.text[start..at]);
                self.cut_run(start, at, run, continues);
            } else if own != 0 {
                let digits = own == DIGIT;
                self.segments.push(Segment { continues, ..Segment::new(start, at, run, digits) });
            } else {
                return;
            }
            run += 1;
        }
    }

    /// Cuts a run of letters and digits.
    fn cut_run(&mut self, start: usize, end: usize, run: u32, continues: bool) {
        let first = self.segments.len();
        let mut at = start;
        while at < end && self.segments.len() < MOST_SEGMENTS {
            let digits = self.text[at].is_ascii_digit();
            let length = self.text[at..end].iter().take_while(|byte| byte.is_ascii_digit() == digits).count();
            let continues = continues || at > start;
            self.segments.push(Segment { continues, ..Segment::new(at, at + length, run, digits) });
            at += length;
        }
        // `INV123` holds 123, `7f3a9c` does not hold 3.
        let count = self.segments.len() - first;
        if count > 3 {
            for (at, segment) in self.segments[first..].iter_mut().enumerate() {
                segment.may_begin = at == 0;
                segment.may_end = at + 1 == count;
            }
        }
    }

    /// Notes which segments may make a number together, and the keys of those that do.
    fn join(&mut self) {
        // The run of the next digits that a number from here may reach.
        let mut next = None;
        for segment in self.segments.iter_mut().rev() {
            next = if segment.digits { Some(segment.run) } else { next };
            segment.leads = next.is_some_and(|run| run - segment.run < WIDEST);
            next = next.filter(|_| segment.continues);
        }
        let mut last = None;
        for segment in &self.segments {
            last = last.filter(|_| segment.continues);
            last = if segment.digits { Some(segment.run) } else { last };
            let follows = last.is_some_and(|run| segment.run - run < WIDEST);
            let text = segment.text(&self.text);
            let used = (segment.leads || follows) && text.len() <= Key::LONGEST;
            self.keys.push(if used { Key::of_word(text) } else { Key::NONE });
        }
    }

    /// Whether there was more text, or more numbers and words, than is kept.
    pub fn is_full(&self) -> bool {
        self.cut || self.segments.len() >= MOST_SEGMENTS
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

    /// The segment before a number that is joined to it, as `2025` to the serial of `INV-2025-00811`.
    pub fn joined_before(&self, first: u16) -> Option<&[u8]> {
        let before = self.segments.get((first as usize).checked_sub(1)?)?;
        let number = self.segments.get(first as usize)?;
        let between = self.text.get(before.end as usize..number.start as usize)?;
        matches!(between, [] | [b'-' | b'/' | b'.' | b'_']).then(|| before.text(&self.text))
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
        let between = &self.text[a.end as usize..b.start as usize];
        RANGES.iter().any(|mark| between.iter().filter(|b| **b != b' ').eq(*mark))
    }

    /// Calls `visit` with every key that a number of one to five segments has.
    pub fn candidates(&self, mut visit: impl FnMut(Candidate)) {
        for (first, head) in self.segments.iter().enumerate() {
            if head.leads && head.may_begin {
                self.candidates_from(first, head, &mut visit);
            }
        }
    }

    /// The candidates that begin with a segment.
    fn candidates_from(&self, first: usize, head: &Segment, visit: &mut impl FnMut(Candidate)) {
        let (mut digits, mut letters, mut masked) = (0_usize, 0_usize, false);
        let own = head.text(&self.text);
        let zeros = if head.digits { own.iter().take_while(|b| **b == b'0').count() } else { 0 };
        let said = self.announced(first);
        // `#2031` is no year.
        let hash = self.is_behind_hash(head);
        let mut key = Key::NONE;
        // Hexadecimal ids and the like: the whole run at once, however often it changes between the two.
        let parts = self.segments[first..].iter().zip(&self.keys[first..]).take(MOST_PARTS);
        for (at, (segment, own)) in (first..).zip(parts) {
            if segment.run - head.run >= WIDEST || at > first && !segment.continues {
                break;
            }
            let length = segment.length();
            if segment.digits {
                digits += length
            } else {
                letters += length
            }
            masked |= !matches!(segment.mask, Mask::Free | Mask::Year);
            if digits + letters > MOST_CHARACTERS {
                break;
            }
            key = if digits + letters <= Key::LONGEST {
                key.then(*own, length)
            } else {
                // The end of what is longer than a key.
                let text = &self.text[head.start as usize..segment.end as usize];
                Key::of_bytes(text.iter().copied()).unwrap_or(Key::NONE)
            };
            if digits == 0 || !segment.may_end {
                continue;
            }
            visit(Candidate {
                key,
                digits: digits.min(255) as u8,
                letters: letters.min(255) as u8,
                zeros: zeros.min(255) as u8,
                first: first as u16,
                end: at as u16 + 1,
                masked: masked || at == first && head.mask == Mask::Year && !hash,
                labelled: said.invoices,
                other: said.other,
                orders: said.orders,
                customers: said.customers,
            });
        }
    }

    /// What is said of the number that begins with a segment: that it is an invoice's, by a word such as `invoice` or `#`
    /// right before it, or another thing's: `Policy No. 17`, `cheque #17`.
    fn announced(&self, at: usize) -> Said {
        let mut word = at.checked_sub(1).filter(|before| self.leads_to(*before, at));
        let mut invoices = self.is_behind_hash(&self.segments[at]);
        // `No.` and `Ref` say that a number follows, and the word before them of what.
        for _ in 0..2 {
            let Some(before) = word else { break };
            let announces = self.segments[before].what(&self.text);
            let (orders, customers) = (announces.is(Announces::ORDER), announces.is(Announces::CUSTOMER));
            if orders || customers || announces.is(Announces::OTHER) {
                return Said { invoices: false, other: !orders, orders, customers };
            }
            invoices |= announces.is(Announces::INVOICE);
            let further = announces.is(Announces::NUMBER).then(|| before.checked_sub(1)).flatten();
            word = further.filter(|first| self.leads_to(*first, before));
        }
        Said { invoices, ..Said::default() }
    }

    fn is_behind_hash(&self, segment: &Segment) -> bool {
        (segment.start as usize).checked_sub(1).is_some_and(|before| self.text[before] == b'#')
    }

    /// Whether a word stands so near before a segment that it may say what that is.
    fn leads_to(&self, word: usize, at: usize) -> bool {
        let (before, start) = (self.segments[word], self.segments[at].start as usize);
        let gap = &self.text[before.end as usize..start];
        !before.digits && gap.len() <= 3 && !gap.contains(&b'\n')
    }
}

/// Writes the digits that were meant: `2O26` is 2026, `OO782` is 00782, `1I2` is 112. `NO123` stays.
fn letters_for_digits(run: &mut [u8]) {
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
        assert!(free("INVS #2075", "2075"));
        assert!(free("herinnering 2603-43367 Noorderlicht", "2603-43367"));
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
