//! SEPA's references in German remittance: `EREF+…`, `MREF+…`, `SVWZ+…`.
//!
//! Source: Die Deutsche Kreditwirtschaft, DFÜ agreement annex 3, MT940, field 86; the forms with a colon and those that are
//! spelled out are of banks' files.

use crate::format::swift::said::{Said, append, compact};

/// What a key announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    EndToEnd,
    Own,
    Mandate,
    Creditor,
    Original,
    Charges,
    Text,
    Debtor,
    Payee,
    Iban,
    Bic,
    Purpose,
    /// Known, and of no use here.
    Aside,
}

/// The key that ends with the sign at a place, and where it begins.
fn key(text: &str, sign: usize) -> Option<(Key, usize)> {
    let bytes = text.as_bytes();
    let start = bytes.get(..sign)?.iter().rev().take(5).take_while(|byte| byte.is_ascii_uppercase()).count();
    let start = sign - start;
    let key = match (bytes.get(start..sign)?, bytes.get(sign)?) {
        (b"EREF", b'+') => Key::EndToEnd,
        (b"KREF", b'+') => Key::Own,
        (b"MREF", b'+') => Key::Mandate,
        (b"CRED", b'+') => Key::Creditor,
        (b"DEBT" | b"IREF" | b"PREF" | b"RREF", b'+') => Key::Aside,
        (b"OAMT", b'+') => Key::Original,
        (b"COAM", b'+') => Key::Charges,
        (b"SVWZ", b'+') | (b"MTLG", b':') => Key::Text,
        (b"ABWA", b'+') => Key::Debtor,
        (b"ABWE", b'+') => Key::Payee,
        (b"IBAN", b'+') => Key::Iban,
        (b"BIC", b'+') => Key::Bic,
        (b"PURP", b'+') => Key::Purpose,
        _ => return None,
    };
    let apart = start == 0 || matches!(bytes.get(start - 1), Some(b' ' | b'\n'));
    apart.then_some((key, start))
}

/// Whether a part begins with a key.
pub(super) fn begins(part: &str) -> bool {
    let signs = [4, 3].into_iter().filter(|sign| matches!(part.as_bytes().get(*sign), Some(b'+' | b':')));
    signs.into_iter().any(|sign| key(part, sign).is_some_and(|(_, start)| start == 0))
}

/// Whether a free text holds keys.
pub(super) fn holds(text: &str) -> bool {
    memchr::memchr_iter(b'+', text.as_bytes())
        .any(|sign| matches!(key(text, sign), Some((Key::EndToEnd | Key::Text | Key::Mandate | Key::Own, _))))
}

/// Reads remittance whose parts were put together: a line break where a part was not full.
pub(super) fn read(text: &str, said: &mut Said) {
    let mut known: Option<(Key, usize)> = None;
    let mut done = 0;
    for sign in memchr::memchr2_iter(b'+', b':', text.as_bytes()) {
        let Some((next, start)) = key(text, sign) else { continue };
        take(known.map(|known| known.0), text.get(done..start).unwrap_or_default(), said);
        (known, done) = (Some((next, start)), sign + 1);
    }
    take(known.map(|known| known.0), text.get(done..).unwrap_or_default(), said);
    echo(said);
}

fn take(key: Option<Key>, value: &str, said: &mut Said) {
    let Some(key) = key.filter(|key| *key != Key::Text) else {
        said.add(value);
        return;
    };
    if matches!(key, Key::Debtor | Key::Payee) {
        append(
            if key == Key::Debtor { &mut said.ultimate_debtor } else { &mut said.ultimate_creditor },
            value,
        );
        return;
    }
    // A reference ends where a part is not full: what follows is text.
    let (value, rest) = match value.trim_ascii_start().split_once('\n') {
        Some((value, rest)) => (value, rest),
        None => (value, ""),
    };
    let value = without_labels(value, said);
    match key {
        Key::EndToEnd => append(&mut said.end_to_end, value),
        Key::Own => append(&mut said.own, value),
        Key::Mandate => append(&mut said.mandate, value),
        Key::Creditor => said.creditor_id.push_str(&compact(value)),
        Key::Original => append(&mut said.original, value),
        Key::Charges => append(&mut said.charges, value),
        Key::Purpose => append(&mut said.purpose, value),
        Key::Iban => said.take_account(value),
        Key::Bic => said.take_bic(value),
        Key::Text | Key::Debtor | Key::Payee | Key::Aside => {}
    }
    said.add(rest);
}

/// A reference without what follows it behind names with a colon, as cooperative banks write the other side's bank and on
/// whose behalf: `EREF+123 BIC: BYLADEMM ABWA: Finanzamt`.
fn without_labels<'t>(value: &'t str, said: &mut Said) -> &'t str {
    let Some((at, label, key)) = labelled(value) else { return value };
    let rest = value.get(at + label..).unwrap_or_default();
    let own = rest.get(..labelled(rest).map_or(rest.len(), |next| next.0)).unwrap_or_default().trim();
    match key {
        Key::Iban => said.take_account(own),
        Key::Bic => said.take_bic(own),
        _ if said.ultimate_debtor.is_empty() => append(&mut said.ultimate_debtor, own),
        _ => {}
    }
    without_labels(rest, said);
    value.get(..at).unwrap_or_default().trim_end()
}

/// The first name with a colon: where it begins, its length, and what it announces.
fn labelled(text: &str) -> Option<(usize, usize, Key)> {
    // Mostly there is none.
    memchr::memchr(b':', text.as_bytes())?;
    let labels = [(" IBAN: ", Key::Iban), (" BIC: ", Key::Bic), (" ABWA: ", Key::Debtor)];
    let found = labels.into_iter().filter_map(|(label, key)| Some((text.find(label)?, label.len(), key)));
    found.min_by_key(|found| found.0)
}

/// Some banks repeat references, IBAN and BIC at the end of the payer's text, as far as there is room: that is cut off.
fn echo(said: &mut Said) {
    let Some(iban) = said.iban.as_deref() else { return };
    let text = said.remittance.as_str();
    let labels =
        memchr::memchr_iter(b':', text.as_bytes()).filter_map(|colon| Some((colon.checked_sub(4)?, colon)));
    let (mut first, mut own) = (None, None);
    for (at, colon) in labels {
        let apart = at == 0 || text.as_bytes().get(at - 1) == Some(&b' ');
        let label =
            text.as_bytes().get(at..colon).filter(|_| apart && text.as_bytes().get(colon + 1) == Some(&b' '));
        match label {
            Some(b"EREF" | b"MREF" | b"CRED") => first = first.or(Some(at)),
            Some(b"IBAN") => (first, own) = (first.or(Some(at)), own.or(Some(at))),
            _ => {}
        }
    }
    let (Some(at), Some(own)) = (first, own) else { return };
    let mut expected = iban.bytes();
    let mut matched = 0;
    for byte in text.get(own + 6..).unwrap_or_default().bytes().filter(|byte| *byte != b' ') {
        if expected.next() != Some(byte) {
            break;
        }
        matched += 1;
    }
    let cut = own + 6 + matched >= text.len() && matched >= 2;
    if matched == iban.len() || cut {
        let kept = text.get(..at).unwrap_or_default().trim_end().len();
        said.remittance.truncate(kept);
    }
}

/// Reads references whose names are spelled out, each in a part of its own before its value; they are left out of the
/// text.
pub(super) fn read_spelled<'p>(parts: impl Iterator<Item = &'p str>, joined: &mut String, said: &mut Said) {
    let mut rest = String::new();
    let mut wanted = None;
    let mut found = false;
    for part in parts {
        let part = part.trim();
        match (wanted.take(), part.strip_suffix(':')) {
            (Some(Key::EndToEnd), _) => append(&mut said.end_to_end, part),
            (Some(Key::Mandate), _) => append(&mut said.mandate, part),
            (Some(_), _) => append(&mut said.creditor_id, part),
            (None, Some(label)) => {
                wanted = spelled(label);
                found |= wanted.is_some();
                if wanted.is_none() {
                    append(&mut rest, part);
                }
            }
            (None, None) => append(&mut rest, part),
        }
    }
    if found {
        core::mem::swap(joined, &mut rest);
    }
}

fn spelled(label: &str) -> Option<Key> {
    if label.ends_with("END-TO-END-REF.") {
        Some(Key::EndToEnd)
    } else if label.ends_with("MANDATSREF.") {
        Some(Key::Mandate)
    } else if label.ends_with("BIGER-ID") {
        Some(Key::Creditor)
    } else {
        None
    }
}
