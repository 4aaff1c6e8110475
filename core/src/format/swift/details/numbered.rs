//! Numbered sub-fields: `166?00GUTSCHRIFT?20…?30…`, as German banks write them; with `<`, `^`, `~` or `+` in place of the
//! question mark in Poland, Austria, Hungary and elsewhere.
//!
//! Sub-fields: 00 posting text, 10 journal, 20 to 29 and 60 to 63 remittance in parts of 27 characters, 30 the other side's
//! bank, 31 its account, 32 and 33 its name, 34 text key extension, 38 its IBAN.

use super::keys;
use crate::format::swift::code;
use crate::format::swift::said::{Said, append, compact};

/// Characters of a part, after which it goes on in the next one.
const PART: usize = 27;
/// Sub-fields that are told apart; what follows stays in the last one.
const MOST: usize = 28;

/// The code and the separator of a text in this style.
pub(super) fn style(value: &str) -> Option<(Option<[u8; 3]>, u8)> {
    let bytes = value.trim_ascii_start().as_bytes();
    let (code, rest) = match bytes {
        [a, b, c, rest @ ..] if [a, b, c].iter().all(|byte| byte.is_ascii_digit()) => {
            (Some([*a, *b, *c]), rest)
        }
        rest => (None, rest),
    };
    // Some banks break the line behind the code.
    let [separator, tens, ones, ..] = rest.trim_ascii_start() else { return None };
    if !is_code(*tens, *ones) {
        return None;
    }
    let sure = match separator {
        b'?' | b'~' | b'^' | b'<' => true,
        // A date or a number may look so: more than one sub-field is wanted.
        b'+' | b'>' | b'@' | b'|' | b'#' | b'*' | b'!' | b'$' | b'&' => {
            let second = rest.get(4..).unwrap_or_default();
            code.is_some() && places(second, *separator).next().is_some()
        }
        _ => false,
    };
    sure.then_some((code, *separator))
}

/// Whether two digits are the number of a sub-field.
fn is_code(tens: u8, ones: u8) -> bool {
    ones.is_ascii_digit()
        && matches!((tens, ones), (b'0' | b'1', b'0'..=b'1') | (b'2' | b'3' | b'7', _) | (b'6', b'0'..=b'3'))
}

/// Where sub-fields begin.
fn places(text: &[u8], separator: u8) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(separator, text)
        .filter(|at| matches!(text.get(at + 1..), Some([tens, ones, ..]) if is_code(*tens, *ones)))
}

/// Reads the sub-fields of a text on one line.
pub(super) fn read(flat: &str, code: Option<[u8; 3]>, separator: u8, joined: &mut String, said: &mut Said) {
    said.gvc = code;
    // No early end: so it goes over many bytes at once.
    let ascii = flat.bytes().fold(0, |all, byte| all | byte) < 0x80;
    let characters = |part: &str| if ascii { part.len() } else { part.chars().count() };
    let is_text = |number: u8| matches!(number, 20..=29 | 60..=63);
    // Some banks have wider parts.
    let (mut widest, mut spelled) = (PART, false);
    let mut parts = [(0_u8, ""); MOST];
    let mut count = 0;
    let mut starts = places(flat.as_bytes(), separator).take(MOST).peekable();
    while let Some(start) = starts.next() {
        let end = starts.peek().copied().unwrap_or(flat.len());
        let Some(slot) = parts.get_mut(count) else { break };
        *slot = (number(flat.as_bytes(), start), flat.get(start + 3..end).unwrap_or_default());
        if is_text(slot.0) {
            widest = widest.max(characters(slot.1));
            spelled |= slot.1.trim_ascii_end().ends_with(':');
        }
        count += 1;
    }
    let parts = parts.get(..count).unwrap_or_default();
    let texts = || parts.iter().filter(|part| is_text(part.0)).map(|part| part.1);
    joined.clear();
    let mut full = true;
    for text in texts() {
        if !full || (keys::begins(text) && !joined.is_empty()) {
            joined.push('\n');
        }
        joined.push_str(text);
        full = matches!(characters(text), length if length == PART || length == widest);
    }
    let (mut bank, mut account) = ("", "");
    let mut full = true;
    for (number, text) in parts {
        match number {
            0 => append(&mut said.posting, text),
            30 => bank = text.trim(),
            31 => account = text.trim(),
            32 | 33 => {
                // A name goes on in its second part, in the middle of a word where the first is full.
                if full && !said.name.is_empty() {
                    said.name.push_str(text.trim_end());
                } else {
                    append(&mut said.name, text);
                }
                full = characters(text) == PART;
            }
            34 => said.reason.push_str(code::reason(text).unwrap_or_default()),
            38 => said.take_account(text),
            _ => {}
        }
    }
    squeeze(&mut said.name);
    take_bank(bank, account, said);
    if spelled {
        keys::read_spelled(texts(), joined, said);
    }
    keys::read(joined, said);
}

fn number(flat: &[u8], at: usize) -> u8 {
    match flat.get(at + 1..) {
        Some([tens, ones, ..]) => {
            tens.wrapping_sub(b'0').wrapping_mul(10).wrapping_add(ones.wrapping_sub(b'0'))
        }
        _ => u8::MAX,
    }
}

/// Two blanks in a row become one.
fn squeeze(name: &mut String) {
    let doubled = {
        let pairs = name.bytes().zip(name.bytes().skip(1));
        pairs.fold(false, |doubled, pair| doubled | (pair == (b' ', b' ')))
    };
    if doubled || name.ends_with(' ') {
        let loose = core::mem::take(name);
        append(name, &loose);
    }
}

/// Bank and account of the other side: BIC and IBAN, or both as national numbers.
fn take_bank(bank: &str, account: &str, said: &mut Said) {
    said.take_bic(bank);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let compact = compact(account);
    if matches!(bank.len(), 5 | 8) && digits(bank) && digits(&compact) && compact.len() <= 11 {
        let zeroless = compact.trim_start_matches('0');
        if !zeroless.is_empty() {
            said.take_account(&format!("{bank}/{zeroless}"));
        }
    } else {
        said.take_account(&compact);
    }
}
