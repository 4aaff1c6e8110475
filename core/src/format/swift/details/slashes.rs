//! Codewords between slashes: `/TRTP/…/IBAN/…/NAME/…/REMI/…`, as Dutch banks and SWIFT's own guidelines write them.
//!
//! Sources: SWIFT's usage guidelines for field 86; format descriptions of ABN AMRO, ING (`/CNTP/account/BIC/name/`) and
//! Rabobank (`/ORDP//NAME/…`).

use crate::format::swift::line::says_nothing;
use crate::format::swift::said::{Said, append, compact};

/// Codewords that may begin a text: others stand in free text too.
const FIRST: [&str; 22] = [
    "ACCW", "BENM", "BIC", "BBAN", "CNTP", "CSID", "EREF", "IBAN", "IREF", "ISDT", "MARF", "MREF", "NAME",
    "OCMT", "ORDP", "PREF", "PURP", "REMI", "RTRN", "TRCD", "TRTP", "SVWZ",
];

/// Whether a text is in this style.
pub(super) fn style(value: &str) -> bool {
    codeword(value.as_bytes(), 0).is_some_and(|word| FIRST.contains(&word))
}

/// The codeword between a slash at a place and the next one.
fn codeword(text: &[u8], at: usize) -> Option<&'static str> {
    let rest = text.get(at..)?.strip_prefix(b"/")?;
    let length = rest.iter().take(5).position(|byte| *byte == b'/')?;
    Some(match rest.get(..length)? {
        b"ACCW" => "ACCW",
        b"ADDR" => "ADDR",
        b"BBAN" => "BBAN",
        b"BENM" => "BENM",
        b"BIC" => "BIC",
        b"BUSP" => "BUSP",
        b"CHG1" => "CHG1",
        b"CHGS" => "CHGS",
        b"CITY" => "CITY",
        b"CNTP" => "CNTP",
        b"CSID" => "CSID",
        b"EREF" => "EREF",
        b"EXCH" => "EXCH",
        b"IBAN" => "IBAN",
        b"ID" => "ID",
        b"IREF" => "IREF",
        b"ISDT" => "ISDT",
        b"MARF" => "MARF",
        b"MREF" => "MREF",
        b"NAME" => "NAME",
        b"OCMT" => "OCMT",
        b"ORDP" => "ORDP",
        b"PREF" => "PREF",
        b"PURP" => "PURP",
        b"REMI" => "REMI",
        b"RREF" => "RREF",
        b"RTRN" => "RTRN",
        b"SUM" => "SUM",
        b"SVCL" => "SVCL",
        b"SVWZ" => "SVWZ",
        b"TRCD" => "TRCD",
        b"TRTP" => "TRTP",
        b"UCRD" => "UCRD",
        b"UDTR" => "UDTR",
        b"ULTB" => "ULTB",
        b"ULTC" => "ULTC",
        b"ULTD" => "ULTD",
        _ => return None,
    })
}

/// Whose name, account or bank follows.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Party {
    /// The other side, by the entry's direction.
    #[default]
    Other,
    Ordering,
    Beneficiary,
    UltimateDebtor,
    UltimateCreditor,
}

/// Reads a text on one line.
pub(super) fn read(flat: &str, credit: bool, said: &mut Said) {
    let bytes = flat.as_bytes();
    let mut party = Party::default();
    let mut at = 0;
    while let Some(word) = codeword(bytes, at) {
        let start = at + word.len() + 2;
        // The slash behind a codeword may be the one before the next.
        let mut end = start.saturating_sub(1);
        let next = loop {
            let Some(found) = bytes.get(end..).and_then(|rest| memchr::memchr(b'/', rest)) else {
                break None;
            };
            end += found;
            match codeword(bytes, end) {
                Some(next) if belongs(next, end <= start) => break Some(end),
                _ => end += 1,
            }
        };
        let value = flat.get(start..next.unwrap_or(flat.len())).unwrap_or_default();
        take(word, value, credit, &mut party, said);
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
}

/// Short codewords are only taken right behind a party's: they stand in free text too.
fn belongs(word: &str, behind_empty: bool) -> bool {
    !matches!(word, "ID" | "CITY" | "SUM") || behind_empty
}

fn take(word: &str, value: &str, credit: bool, party: &mut Party, said: &mut Said) {
    let value = value.trim_matches(['/', ' ']);
    match word {
        "ORDP" => *party = Party::Ordering,
        "BENM" => *party = Party::Beneficiary,
        "UDTR" | "ULTD" => *party = Party::UltimateDebtor,
        "UCRD" | "ULTC" | "ULTB" => *party = Party::UltimateCreditor,
        _ => {}
    }
    // The account's own side may be named too.
    let other = match party {
        Party::Other => true,
        Party::Ordering => credit,
        Party::Beneficiary => !credit,
        Party::UltimateDebtor | Party::UltimateCreditor => false,
    };
    if value.is_empty() {
        return;
    }
    match word {
        "ORDP" | "BENM" | "NAME" | "UDTR" | "ULTD" | "UCRD" | "ULTC" | "ULTB" => match party {
            Party::UltimateDebtor => append(&mut said.ultimate_debtor, value),
            Party::UltimateCreditor => append(&mut said.ultimate_creditor, value),
            _ if other && said.name.is_empty() => append(&mut said.name, value),
            _ => {}
        },
        "IBAN" | "BBAN" | "ACCW" if other => {
            let (account, bic) = value.split_once(',').unwrap_or((value, ""));
            said.take_account(account);
            said.take_bic(bic);
        }
        "BIC" if other => said.take_bic(value),
        "CNTP" => counterparty(value, said),
        "REMI" | "SVWZ" => remittance(value, said),
        "EREF" => reference(&mut said.end_to_end, value),
        "PREF" | "IREF" => reference(&mut said.own, value),
        "MARF" | "MREF" => reference(&mut said.mandate, value),
        "CSID" => said.creditor_id.push_str(&compact(value)),
        "PURP" => append(&mut said.purpose, value.trim_start_matches("CD/")),
        "RTRN" => {
            said.returned = true;
            append(&mut said.reason, value.split(['/', ' ']).next().unwrap_or_default());
        }
        "TRTP" => append(&mut said.posting, value),
        "OCMT" => append(&mut said.original, value),
        "CHGS" | "CHG1" => append(&mut said.charges, value),
        "EXCH" => append(&mut said.rate, value),
        _ => {}
    }
}

/// A reference that lines may have broken, unless it says nothing.
fn reference(to: &mut String, value: &str) {
    if to.is_empty() && !says_nothing(&compact(value)) {
        append(to, value);
    }
}

/// ING: account, BIC, name, place.
fn counterparty(value: &str, said: &mut Said) {
    let mut parts = value.splitn(3, '/');
    said.take_account(parts.next().unwrap_or_default());
    said.take_bic(parts.next().unwrap_or_default());
    let name = parts.next().unwrap_or_default().trim_matches('/');
    append(&mut said.name, name.split("//").next().unwrap_or_default());
}

/// Free text, or a structured reference: `USTD//…`, `STRD/CUR/…`, `STRD/ISO/RF…`.
fn remittance(value: &str, said: &mut Said) {
    if let Some(text) = value.strip_prefix("USTD//").or_else(|| value.strip_prefix("USTD/")) {
        said.add(text);
    } else if let Some(structured) = value.strip_prefix("STRD/") {
        let reference =
            structured.strip_prefix("CUR/").or_else(|| structured.strip_prefix("ISO/")).unwrap_or(structured);
        append(&mut said.structured, reference.trim_matches('/'));
    } else {
        said.add(value);
    }
}
