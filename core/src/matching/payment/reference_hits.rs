//! Which items a payment's text names, how, and how much that says.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::features::{Chance, Reading};
use crate::matching::index::{Index, NumberForm};
use crate::matching::weigh::clue::Clue;
use crate::matching::weigh::parameters as p;
use crate::reference::numbers::{Candidate, Mask};
use crate::reference::series::Form;
use crate::reference::{Key, announces_invoice, behind_label};
use libm::log2;
use rustc_hash::FxHashMap;

/// An item that the text names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub item: u32,
    pub clue: Clue,
    pub bits: f64,
    /// Whether a word such as `invoice` stands before it.
    pub labelled: bool,
    /// Whether it is bare digits that stand as a part of something else, or among words of something else.
    pub loose: bool,
    /// Where in the text: segments.
    pub first: u16,
    pub end: u16,
}

/// All that a text names.
#[derive(Default)]
pub(crate) struct Hits {
    /// One per item, the strongest; ordered by item.
    pub hits: Vec<Hit>,
    /// Bits for a number of the host's series that no item has.
    pub unlisted: f64,
    /// Where the number of a credit note stands.
    credit_note: Option<(u16, u16)>,
    /// Whether more items were named, or more numbers may have been misread, than are looked at.
    pub cut: bool,
    pub misread: bool,
    by_item: FxHashMap<u32, usize>,
    room: Room,
}

/// Memory that the search for misread numbers uses again: places of what was named and how long it is, a number, and the
/// same without the letters that look like digits.
#[derive(Default)]
struct Room {
    named: Vec<(u16, u16)>,
    lengths: Vec<usize>,
    bytes: Vec<u8>,
    other: Vec<u8>,
}

/// From so many bits on a text is said to name an item.
pub(crate) const NAMED: f64 = 6.0;

impl Hits {
    /// Finds the items whose numbers or references stand in a payment.
    pub fn find(&mut self, index: &Index, chance: &Chance, reading: &Reading) {
        self.hits.clear();
        self.by_item.clear();
        self.unlisted = 0.0;
        self.credit_note = None;
        (self.cut, self.misread) = (false, false);
        for (candidate, bits) in reading.keys.iter().zip(&reading.bits) {
            let (mut key, mut bits) = (candidate.key, *bits);
            if !index.has_number(key)
                && candidate.zeros > 0
                && candidate.letters == 0
                && candidate.end - candidate.first == 1
            {
                // Padded by the payer or his bank: 0018043 for 18043. The zeros say nothing.
                let text = reading.numbers.slice(candidate.first, candidate.end).iter().copied();
                if let Some(bare) = Key::of_bytes(text.skip(usize::from(candidate.zeros))) {
                    key = bare;
                    let digits = candidate.digits - candidate.zeros.min(candidate.digits);
                    bits = bits.min(chance.bits(&Candidate { key, digits, ..*candidate }));
                }
            }
            if candidate.letters > 1
                && !index.has_number(key)
                && let Some(rest) = behind_label(reading.numbers.slice(candidate.first, candidate.end))
                && let Some(behind) = Key::of_bytes(rest.iter().copied())
            {
                key = behind;
            }
            if candidate.letters > 0 && !index.has_number(key) && index.prints_hexadecimal() {
                key = index
                    .hexadecimal_of(reading.numbers.slice(candidate.first, candidate.end))
                    .unwrap_or(key);
            }
            let rows = index.number(key);
            if rows.clone().nth(p::MOST_POSTINGS).is_some() {
                continue;
            }
            let base = bits + context(candidate);
            let bare = candidate.letters == 0 && !candidate.labelled;
            let masked = candidate.masked && bare;
            for (item, form) in rows {
                let (clue, share) = form_of(form);
                // This day, this postcode, that policy: as likely in a text as any other, however many its digits. But
                // an item may know the number of its booking.
                let own = matches!(form, NumberForm::Other | NumberForm::Reference);
                // A reference that the host gave the item is that, whatever else has its shape.
                let given = form == NumberForm::Reference && candidate.masked && candidate.digits >= 8;
                let base = if given { base - p::MASKED } else { base };
                let doubtful = (masked || candidate.other && !own) && !given;
                let base = if doubtful { base.min(p::MOST_MASKED) } else { base };
                let mut bits = (log2(share) + base).min(p::MOST_REFERENCE);
                // `00811` is likelier a postcode or an order's than 811 is.
                if candidate.letters == 0 && !candidate.labelled && form == NumberForm::Printed(Form::Serial)
                {
                    bits -= p::ZERO * f64::from(candidate.zeros);
                }
                if of_another(index, item, form, candidate, reading) {
                    bits = bits.min(p::MOST_OF_ANOTHER);
                }
                let loose = bare && !own && !stands_alone(index, item, candidate, reading);
                self.keep(Hit {
                    item,
                    clue,
                    bits,
                    labelled: candidate.labelled,
                    loose,
                    first: candidate.first,
                    end: candidate.end,
                });
            }
        }
        self.lettered(index, reading);
        self.composed(index, reading);
        self.credit_note(index, reading);
        // Numbers count up: what is one digit off an open item's is most likely its closed neighbour.
        self.unlisted(index, reading);
        self.fuzzy(index, reading);
        self.ranges(index, reading);
        self.drop_parts();
        let strongest = self.hits.iter().map(|hit| hit.bits).fold(0.0, f64::max);
        if reading.structured && index.prints_references() && strongest < p::NAMED_SURELY {
            self.unlisted = self.unlisted.max(p::OTHER_STRUCTURED);
        }
        self.hits.sort_by_key(|hit| hit.item);
    }

    /// Forgets what stands at these places: a customer's number is no item's.
    pub fn drop_at(&mut self, places: &[(u16, u16)]) {
        if !places.is_empty() {
            self.hits.retain(|hit| hit.labelled || !places.contains(&(hit.first, hit.end)));
        }
    }

    /// Believes less of what stands where another customer's number may: as little as of a day or a postcode.
    pub fn doubt_at(&mut self, index: &Index, reading: &Reading) {
        for (customer, key) in &reading.customers {
            let key = &reading.keys[*key];
            for hit in &mut self.hits {
                let item = &index.items[hit.item as usize];
                // What is settled is never booked: its number still explains the payment.
                let other = item.customer != *customer && !item.closed();
                if other && !hit.labelled && (hit.first, hit.end) == (key.first, key.end) {
                    hit.bits = hit.bits.min(p::MOST_MASKED);
                }
            }
        }
    }

    pub fn of(&self, item: u32) -> Option<&Hit> {
        self.hits.binary_search_by_key(&item, |hit| hit.item).ok().map(|at| &self.hits[at])
    }

    fn keep(&mut self, hit: Hit) {
        if hit.bits < 0.5 {
            return;
        }
        match self.by_item.get(&hit.item) {
            Some(at) => {
                let known = &mut self.hits[*at];
                if hit.bits > known.bits {
                    *known = hit;
                }
            }
            None if self.hits.len() < 2 * p::MOST_CANDIDATES => {
                self.by_item.insert(hit.item, self.hits.len());
                self.hits.push(hit);
            }
            None => self.cut = true,
        }
    }

    /// A number inside a longer one that is an item's too names nothing: `6371` in `2026-6371`.
    fn drop_parts(&mut self) {
        let whole: Vec<(u16, u16, f64)> = self
            .hits
            .iter()
            .filter(|hit| hit.end - hit.first > 1)
            .map(|hit| (hit.first, hit.end, hit.bits))
            .collect();
        let inside = |hit: &Hit| {
            whole.iter().any(|(first, end, bits)| {
                *first <= hit.first
                    && hit.end <= *end
                    && hit.end - hit.first < end - first
                    && *bits > hit.bits + 2.0
            })
        };
        self.hits.retain(|hit| !inside(hit));
    }

    /// Hexadecimal numbers that happen to be all letters: `#edeffec`.
    fn lettered(&mut self, index: &Index, reading: &Reading) {
        if !index.prints_hexadecimal() {
            return;
        }
        for (at, segment) in reading.numbers.segments().iter().enumerate() {
            let at = at as u16;
            let word = reading.numbers.slice(at, at + 1);
            if segment.is_digits() || !(6..=16).contains(&word.len()) {
                continue;
            }
            let number = behind_label(word).unwrap_or(word);
            if !number.iter().all(u8::is_ascii_hexdigit) {
                continue;
            }
            let Some(key) = Key::of_bytes(number.iter().copied()) else { continue };
            index.first_of_number(key, 4, |item, form| {
                let (clue, share) = form_of(form);
                let bits = (log2(share) + 4.0 * number.len() as f64 / 2.0).min(p::MOST_WORD);
                self.keep(Hit { item, clue, bits, labelled: true, loose: false, first: at, end: at + 1 });
            });
        }
    }

    /// Long references that are made of the customer's number and the item's, and a check digit perhaps.
    fn composed(&mut self, index: &Index, reading: &Reading) {
        let long = |c: &&Candidate| c.letters == 0 && c.digits >= LEAST_COMPOSED && c.end - c.first == 1;
        for candidate in reading.keys.iter().filter(long).take(MOST_COMPOSED) {
            let text = reading.numbers.slice(candidate.first, candidate.end);
            for (check, length) in (0..2).flat_map(|check| (3..=8).map(move |length| (check, length))) {
                let end = text.len() - check;
                let Some((before, number)) =
                    text.get(..end).and_then(|text| text.split_at_checked(end.saturating_sub(length)))
                else {
                    continue;
                };
                let Some(key) = Key::of_bytes(number.iter().copied()) else { continue };
                for (item, form) in index.number(key).take(p::MOST_POSTINGS) {
                    let customer = index.customer_id(index.items[item as usize].customer);
                    if matches!(form, NumberForm::Printed(_))
                        && customer.is_some_and(|id| ends_with_number(before, id))
                    {
                        let (first, end) = (candidate.first, candidate.end);
                        let clue = Clue::ReferenceCreditor;
                        let hit =
                            Hit { item, clue, bits: p::COMPOSED, labelled: true, loose: false, first, end };
                        self.keep(hit);
                    }
                }
            }
        }
    }

    /// Numbers in which one digit is wrong, missing, too many, or changed over, or a letter stands for a digit.
    fn fuzzy(&mut self, index: &Index, reading: &Reading) {
        let Room { mut named, mut lengths, mut bytes, mut other } = core::mem::take(&mut self.room);
        named.clear();
        named.extend(self.hits.iter().filter(|hit| hit.bits >= 3.0).map(|hit| (hit.first, hit.end)));
        // A number that is known is no misread one.
        named.extend(self.credit_note);
        // Beside a number that is right, only one of the same length is likely a slip of the pen.
        let sure = self.hits.iter().filter(|hit| hit.bits >= p::NAMED_SURELY);
        lengths.clear();
        lengths.extend(sure.map(|hit| letters(reading.numbers.slice(hit.first, hit.end))));
        let mut tried = 0;
        for (candidate, bits) in reading.keys.iter().zip(&reading.bits) {
            let length = usize::from(candidate.digits) + usize::from(candidate.letters);
            if candidate.masked || candidate.other || !(5..=20).contains(&length) || candidate.digits < 4 {
                continue;
            }
            if named.iter().any(|(first, end)| candidate.first < *end && *first < candidate.end) {
                continue;
            }
            if !index.has_length(length) || !lengths.is_empty() && !lengths.contains(&length) {
                continue;
            }
            if tried > MOST_MISREAD {
                self.misread = true;
                break;
            }
            tried += 1;
            bytes.clear();
            bytes.extend(
                reading
                    .numbers
                    .slice(candidate.first, candidate.end)
                    .iter()
                    .filter(|b| b.is_ascii_alphanumeric()),
            );
            let bits = *bits + context(candidate) + log2(p::FORM_FUZZY) - log2(11.0 * length as f64) + 1.0;
            if bits < 0.5 {
                continue;
            }
            let test = |key: Key, bits: f64, this: &mut Self| {
                if !index.may_be_whole(key) {
                    return;
                }
                index.first_of_number(key, 4, |item, form| {
                    if form.is_whole() && is_sibling(index.printed(item), &bytes) {
                        this.unlisted = this.unlisted.max(SIBLING);
                    } else if form.is_whole() {
                        let bits = bits.min(p::MOST_FUZZY);
                        this.keep(Hit {
                            item,
                            clue: Clue::ReferenceFuzzy,
                            bits,
                            labelled: false,
                            loose: false,
                            first: candidate.first,
                            end: candidate.end,
                        });
                    }
                });
            };
            // Letters that look like digits say what was meant: only one text comes of it.
            other.clear();
            other.extend(bytes.iter().map(|b| look_alike(*b)));
            if other != bytes
                && let Some(key) = Key::of_bytes(other.iter().copied())
            {
                test(key, bits + log2(11.0 * length as f64) - 1.0, self);
            }
            Key::misread(&bytes, |key, swapped| test(key, bits + if swapped { 1.0 } else { 0.0 }, self));
        }
        self.room = Room { named, lengths, bytes, other };
    }

    /// The number of a credit note.
    fn credit_note(&mut self, index: &Index, reading: &Reading) {
        let found = reading.keys.iter().find(|candidate| {
            let told = candidate.letters > 0 || candidate.labelled || candidate.digits > 4;
            let whole = told && candidate.digits > 2 && !candidate.masked && !candidate.other;
            whole && index.is_credit_note(candidate.key) && !index.has_number(candidate.key)
        });
        self.credit_note = found.map(|candidate| (candidate.first, candidate.end));
        if self.credit_note.is_some() && !self.hits.iter().any(|hit| hit.bits >= NAMED) {
            self.unlisted = p::CREDIT_NOTE;
        }
    }

    /// Whether the text names a credit note.
    pub fn names_credit_note(&self) -> bool {
        self.credit_note.is_some()
    }

    /// A number that is of the host's series although no item has it: most likely a closed one.
    fn unlisted(&mut self, index: &Index, reading: &Reading) {
        for (candidate, known) in reading.keys.iter().zip(&reading.bits) {
            let other = candidate.masked || candidate.other;
            if other || candidate.digits < 3 || index.has_seen_number(candidate.key) {
                continue;
            }
            let text = reading.numbers.slice(candidate.first, candidate.end);
            let mut bits = 0.0_f64;
            if candidate.letters > 0 && index.has_hexadecimal(text) {
                bits = 9.0;
            }
            if index.grammar.holds(text) {
                // A year and a number, or a word before it, are no chance.
                let printed = candidate.letters > 0
                    || candidate.labelled
                    || candidate.end - candidate.first > 1 && candidate.digits > 6;
                let most = if printed { 8.0 } else { f64::from(candidate.digits) - 3.0 };
                let label = if candidate.labelled { p::LABEL } else { 0.0 };
                bits = bits.max(most.min(*known + label).min(8.0));
            }
            if bits <= self.unlisted {
                continue;
            }
            // What an item has is not this, unless it is only a part of it and says less.
            let named = self.hits.iter().any(|hit| {
                let part = candidate.first <= hit.first && hit.end <= candidate.end;
                hit.bits >= 3.0
                    && hit.clue != Clue::ReferenceId
                    && candidate.first < hit.end
                    && hit.first < candidate.end
                    && !(part && hit.bits < bits && hit.end - hit.first < candidate.end - candidate.first)
            });
            if !named {
                self.unlisted = bits;
            }
        }
    }

    /// `1001-1004` names 1002 and 1003 too.
    fn ranges(&mut self, index: &Index, reading: &Reading) {
        let mut found: Vec<(Hit, Hit)> = Vec::new();
        // It takes two.
        if self.hits.len() < 2 {
            return;
        }
        let named: Vec<Hit> = self.hits.iter().copied().filter(|hit| hit.bits >= 3.0).collect();
        for (a, b) in named.iter().flat_map(|a| named.iter().map(move |b| (a, b))).take(4096) {
            if a.end <= b.first && b.first - a.end <= 1 && reading.numbers.is_range(a.end, b.first) {
                found.push((*a, *b));
            }
        }
        for (a, b) in found.into_iter().take(2) {
            let serial = |item: u32| last_number(index.printed(item));
            let (Some((head, from)), Some((tail, to))) = (serial(a.item), serial(b.item)) else { continue };
            if head != tail || to <= from || to - from > 40 {
                continue;
            }
            for value in from + 1..to {
                let width = last_width(index, a.item);
                let Some(key) = Key::of(&format!("{head}{value:0>width$}")) else { continue };
                index.first_of_number(key, 4, |item, form| {
                    if matches!(form, NumberForm::Printed(Form::Full)) {
                        let bits = a.bits.min(b.bits) - 1.0;
                        self.keep(Hit {
                            item,
                            clue: Clue::ReferenceRange,
                            bits,
                            labelled: false,
                            loose: false,
                            first: a.first,
                            end: b.end,
                        });
                    }
                });
            }
        }
    }
}

/// Whether a number stands by itself in the text, or beside the name of who owes the item.
fn stands_alone(index: &Index, item: u32, number: &Candidate, reading: &Reading) -> bool {
    let customer = index.items[item as usize].customer;
    let of_customer = |word: &[u8]| {
        let word = core::str::from_utf8(word).unwrap_or_default().to_ascii_lowercase();
        let token = index.token(&word);
        token.is_some_and(|token| index.names(customer).any(|name| index.tokens(name).contains(&token)))
    };
    reading.numbers.stands_alone(number, of_customer)
}

/// Whether a part of an item's number stands behind letters or a year that are not the item's: `ORD-00811`, `2025/00811`.
fn of_another(index: &Index, item: u32, form: NumberForm, number: &Candidate, reading: &Reading) -> bool {
    let NumberForm::Printed(Form::Digits | Form::Serial | Form::Bare) = form else { return false };
    let Some(before) = reading.numbers.joined_before(number.first) else { return false };
    let digits = before.iter().all(u8::is_ascii_digit);
    let telling = match digits {
        true => before.len() == 4 && (before.starts_with(b"19") || before.starts_with(b"20")),
        false => before.len() > 1 && !number.labelled && !announces_invoice(before),
    };
    let printed = index.printed(item).as_bytes();
    telling && !printed.windows(before.len()).any(|part| part.eq_ignore_ascii_case(before))
}

/// Numbers of a text that may be misread ones.
const MOST_MISREAD: usize = 12;

/// Bits for a number that follows another one of its customer's or comes before it.
const SIBLING: f64 = 9.0;

/// Whether a number differs from an item's in the running number behind a drawn head alone: `DF3C50F0-0001` is the
/// invoice before `DF3C50F0-0002`, and no slip.
fn is_sibling(printed: &str, other: &[u8]) -> bool {
    let Some((head, _)) = last_number(printed) else { return false };
    let own = || head.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase());
    let length = own().count();
    let changes = head.as_bytes().windows(2).filter(|two| two[0].is_ascii_digit() != two[1].is_ascii_digit());
    let drawn = length >= 6 && changes.count() >= 3;
    let tail = || other.get(length..).unwrap_or_default();
    drawn
        && own().eq(other.iter().copied().take(length))
        && !tail().is_empty()
        && tail().iter().all(u8::is_ascii_digit)
}

/// Digits of a reference that may be made of two numbers, and how many of a text are looked at.
const LEAST_COMPOSED: u8 = 10;
const MOST_COMPOSED: usize = 8;

/// Whether digits end with a customer's number; zeros behind it fill up the next one.
fn ends_with_number(text: &[u8], id: &str) -> bool {
    let digits: Vec<u8> = id.bytes().filter(u8::is_ascii_digit).collect();
    let plain = |text: &[u8]| text.len() - text.iter().rev().take_while(|byte| **byte == b'0').count();
    let own = digits.get(..plain(&digits)).unwrap_or_default();
    digits.len() > 2 && !own.is_empty() && text.get(..plain(text)).is_some_and(|text| text.ends_with(own))
}

/// Letters and digits.
fn letters(text: &[u8]) -> usize {
    text.iter().filter(|byte| byte.is_ascii_alphanumeric()).count()
}

/// A number's head and its last run of digits as a value.
fn last_number(number: &str) -> Option<(&str, u64)> {
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, tail) = number.split_at_checked(number.len() - digits)?;
    tail.parse().ok().map(|value| (head, value))
}

fn last_width(index: &Index, item: u32) -> usize {
    index.printed(item).bytes().rev().take_while(u8::is_ascii_digit).count()
}

fn form_of(form: NumberForm) -> (Clue, f64) {
    match form {
        NumberForm::Reference => (Clue::ReferenceCreditor, p::FORM_REFERENCE),
        NumberForm::Printed(Form::Full) => (Clue::ReferenceExact, p::FORM_FULL),
        NumberForm::Printed(Form::Digits) => (Clue::ReferenceDigits, p::FORM_DIGITS),
        NumberForm::Printed(Form::Serial) => (Clue::ReferenceSerial, p::FORM_SERIAL),
        NumberForm::Printed(Form::Bare) => (Clue::ReferenceBare, p::FORM_BARE),
        NumberForm::Other => (Clue::ReferenceOther, p::FORM_OTHER),
        NumberForm::Id => (Clue::ReferenceId, p::FORM_ID),
    }
}

/// Bits that the surroundings of a number add or take away.
fn context(candidate: &Candidate) -> f64 {
    let letters = f64::from(candidate.letters.min(4)) * p::LETTER;
    let label = if candidate.labelled { p::LABEL } else { 0.0 };
    letters + label + if candidate.masked || candidate.other { p::MASKED } else { 0.0 }
}

fn look_alike(byte: u8) -> u8 {
    match byte {
        b'O' | b'Q' => b'0',
        b'I' | b'L' => b'1',
        b'Z' => b'2',
        b'S' => b'5',
        b'B' => b'8',
        other => other,
    }
}

/// Whether a text has any number that could have been an invoice's.
pub(crate) fn has_number(reading: &Reading) -> bool {
    reading.numbers.segments().iter().any(|s| s.is_digits() && s.mask() == Mask::Free)
}
