//! How each scheme is written: read into a [`Canonical`], or made from its content.

use super::canonical::{Canonical, Scheme};
use super::{check, slovenia};

/// No printed form is longer; what is longer is not looked at.
const LONGEST: usize = 96;

/// Reads a whole text as a reference.
pub(super) fn read(scheme: Scheme, text: &str) -> Option<Canonical> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    match scheme {
        Scheme::Rf => read_rf(text),
        Scheme::Si => slovenia::read(text),
        Scheme::Fik => read_fik(text),
        Scheme::Betalingskenmerk => read_dutch(&digits(text, " .-")?),
        Scheme::Ogm => {
            let all = digits(text, " +*/.-")?;
            (all.len() == 12).then_some(())?;
            agrees(ogm(all.get(..10)?), &all)
        }
        Scheme::Qrr => {
            let all = digits(text, " ")?;
            (all.len() == 27).then_some(())?;
            agrees(swiss(scheme, all.get(..26)?), significant(&all))
        }
        Scheme::Esr => {
            let all = digits(text, " ")?;
            (3..=27).contains(&all.len()).then_some(())?;
            agrees(swiss(scheme, without_last(&all)?), significant(&all))
        }
        Scheme::Viitenumero | Scheme::Viitenumber => {
            let all = digits(text, " ")?;
            (all.len() <= 20).then_some(())?;
            agrees(seven_three_one(scheme, without_last(&all)?), significant(&all))
        }
        Scheme::KidMod10 => {
            let all = digits(text, " .")?;
            (all.len() <= 25).then_some(())?;
            agrees(kid(scheme, without_last(&all)?), significant(&all))
        }
        Scheme::KidMod11 => {
            // The last may be a hyphen.
            let (front, last) = match text.strip_suffix('-') {
                Some(front) => (digits(front, " .")?, '-'),
                None => {
                    let mut all = digits(text, " .")?;
                    let last = all.pop()?;
                    (all, last)
                }
            };
            (front.len() <= 24).then_some(())?;
            agrees(kid(scheme, &front), significant(&format!("{front}{last}")))
        }
        Scheme::Ocr => {
            let all = digits(text.trim_matches('#'), " -")?;
            (all.len() <= 25).then_some(())?;
            agrees(ocr(without_last(&all)?), significant(&all))
        }
        Scheme::VariableSymbol => variable_symbol(&digits(text, " ")?),
    }
}

/// Makes a reference of its content.
pub(super) fn make(scheme: Scheme, base: &str) -> Option<Canonical> {
    let base = base.trim();
    if base.len() > LONGEST {
        return None;
    }
    match scheme {
        Scheme::Rf => rf(&base.replace([' ', '-'], "").to_ascii_uppercase()),
        Scheme::Si => slovenia::make(base),
        Scheme::Fik => make_fik(base),
        Scheme::Ogm => ogm(&digits(base, "")?),
        Scheme::Qrr | Scheme::Esr => swiss(scheme, &digits(base, " ")?),
        Scheme::Viitenumero | Scheme::Viitenumber => seven_three_one(scheme, &digits(base, " ")?),
        Scheme::KidMod10 | Scheme::KidMod11 => kid(scheme, &digits(base, " ")?),
        Scheme::Ocr => ocr(&digits(base, " ")?),
        Scheme::Betalingskenmerk => dutch(&digits(base, " ")?),
        Scheme::VariableSymbol => variable_symbol(&digits(base, " ")?),
    }
}

/// The reference, if its key is what was read.
fn agrees(made: Option<Canonical>, key: &str) -> Option<Canonical> {
    made.filter(|reference| reference.key == key)
}

/// The digits of a text that holds nothing but digits and these separators; `None` without a digit.
pub(super) fn digits(text: &str, separators: &str) -> Option<String> {
    let mut all = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_digit() {
            all.push(character);
        } else if !(separators.contains(character) || (character == '\u{a0}' && separators.contains(' '))) {
            return None;
        }
    }
    (!all.is_empty()).then_some(all)
}

/// Without leading zeros.
fn significant(digits: &str) -> &str {
    digits.trim_start_matches('0')
}

fn without_last(text: &str) -> Option<&str> {
    text.get(..text.len().checked_sub(1)?)
}

/// Groups of `size`, counted from the left or from the right.
fn grouped(text: &str, size: usize, from_right: bool) -> String {
    let offset = if from_right { (size - text.len() % size) % size } else { 0 };
    let mut out = String::with_capacity(text.len() * 2);
    for (at, character) in text.chars().enumerate() {
        if at > 0 && (at + offset).is_multiple_of(size) {
            out.push(' ');
        }
        out.push(character);
    }
    out
}

/// A reference of content and check digit where zeros in front are padding. `None` without content.
fn numeric(scheme: Scheme, base: &str, check: char, print: impl Fn(&str) -> String) -> Option<Canonical> {
    let base = significant(base);
    if base.is_empty() {
        return None;
    }
    let key = format!("{base}{check}");
    Some(Canonical { scheme, text: print(&key), key, base: base.into(), bits: scheme.bits() })
}

fn rf(body: &str) -> Option<Canonical> {
    let body = significant(body);
    if !(1..=21).contains(&body.len()) || !body.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let key = format!("RF{}{body}", check::rf(body));
    let text = grouped(&key, 4, false);
    Some(Canonical { scheme: Scheme::Rf, text, key, base: body.into(), bits: Scheme::Rf.bits() })
}

fn read_rf(text: &str) -> Option<Canonical> {
    let compact = text.replace([' ', '\u{a0}', '-'], "").to_ascii_uppercase();
    let digits = compact.strip_prefix("RF")?.get(..2)?;
    let body = compact.get(4..)?;
    (body.len() <= 21).then_some(())?;
    rf(body).filter(|made| made.key.get(2..4) == Some(digits))
}

fn ogm(base: &str) -> Option<Canonical> {
    if base.len() > 10 || significant(base).is_empty() {
        return None;
    }
    let base = format!("{base:0>10}");
    let key = format!("{base}{}", check::ogm(&base));
    let text = format!("+++{}/{}/{}+++", key.get(..3)?, key.get(3..7)?, key.get(7..)?);
    Some(Canonical { scheme: Scheme::Ogm, text, key, base, bits: Scheme::Ogm.bits() })
}

/// 27 digits; an ESR that fits has 16. Printed in fives from the right.
fn swiss(scheme: Scheme, base: &str) -> Option<Canonical> {
    let length = if scheme == Scheme::Esr && significant(base).len() <= 15 { 16 } else { 27 };
    (base.len() < 27).then_some(())?;
    numeric(scheme, base, check::recursive(base), |key| grouped(&format!("{key:0>length$}"), 5, true))
}

/// Finland prints fives from the right, Estonia fours from the left.
fn seven_three_one(scheme: Scheme, base: &str) -> Option<Canonical> {
    let (least, size, from_right) = if scheme == Scheme::Viitenumero { (3, 5, true) } else { (1, 4, false) };
    (least..=19).contains(&significant(base).len()).then_some(())?;
    numeric(scheme, base, check::seven_three_one(base), |key| grouped(key, size, from_right))
}

fn kid(scheme: Scheme, base: &str) -> Option<Canonical> {
    (base.len() <= 24).then_some(())?;
    let check = if scheme == Scheme::KidMod10 { check::luhn(base) } else { check::eleven_kid(base) };
    // Agreements fix the length: zeros in front are printed.
    numeric(scheme, base, check, |_| format!("{base}{check}"))
}

/// A length digit counts the whole number, itself and zeros in front included, by ten.
fn ocr(base: &str) -> Option<Canonical> {
    (base.len() <= 24).then_some(())?;
    let check = check::luhn(base);
    let mut made = numeric(Scheme::Ocr, base, check, |_| format!("{base}{check}"))?;
    let length = (base.len() + 1) % 10;
    if base.len() > 1 && base.bytes().last().map(|byte| usize::from(byte.wrapping_sub(b'0'))) == Some(length)
    {
        made.bits += 3;
    }
    Some(made)
}

pub(super) fn ocr_with_length(base: &str) -> Option<String> {
    let base = digits(base.trim(), " ")?;
    (base.len() <= 23).then_some(())?;
    let with_length = format!("{base}{}", (base.len() + 2) % 10);
    let check = check::luhn(&with_length);
    Some(format!("{with_length}{check}"))
}

fn variable_symbol(digits: &str) -> Option<Canonical> {
    let key = significant(digits);
    (digits.len() <= 10 && !key.is_empty()).then(|| Canonical {
        scheme: Scheme::VariableSymbol,
        text: key.into(),
        key: key.into(),
        base: key.into(),
        bits: 0,
    })
}

/// 15 digits take a check digit in front; 8 to 12 a check digit and their number, fewer are filled up to 7.
fn dutch(base: &str) -> Option<Canonical> {
    let (base, body) = match base.len() {
        15 => (base.to_owned(), base.to_owned()),
        0..=12 => {
            let base = format!("{base:0>7}");
            let body = format!("{}{base}", base.len() % 10);
            (base, body)
        }
        _ => return None,
    };
    if significant(&base).is_empty() {
        return None;
    }
    let key = format!("{}{body}", check::eleven_nl(&body));
    let text = grouped(&key, 4, true);
    let bits = if base.len() == 15 { 3 } else { 6 };
    Some(Canonical { scheme: Scheme::Betalingskenmerk, text, key, base, bits })
}

fn read_dutch(all: &str) -> Option<Canonical> {
    match all.len() {
        // Seven digits carry no check: nothing to compute, and no zeros to drop.
        7 if !significant(all).is_empty() => Some(Canonical {
            scheme: Scheme::Betalingskenmerk,
            text: grouped(all, 4, true),
            key: all.into(),
            base: all.into(),
            bits: 0,
        }),
        9..=14 => agrees(dutch(all.get(2..)?), all),
        16 => agrees(dutch(all.get(1..)?), all),
        _ => None,
    }
}

/// Digits of the payment id by the slip's kind; kinds 01 and 73 have none.
fn fik_length(kind: &str) -> Option<usize> {
    match kind {
        "71" => Some(15),
        "75" | "04" | "15" => Some(16),
        _ => None,
    }
}

fn fik(kind: &str, base: &str, creditor: Option<&str>) -> Option<Canonical> {
    let length = fik_length(kind)?;
    (base.len() < length).then_some(())?;
    let tail = match creditor {
        Some(number) if (7..=8).contains(&number.len()) => format!("+{number}"),
        Some(_) => return None,
        None => String::new(),
    };
    let close = if tail.is_empty() { "" } else { "<" };
    let mut made =
        numeric(Scheme::Fik, base, check::luhn(base), |key| format!("+{kind}<{key:0>length$}{tail}{close}"))?;
    made.base = format!("{kind}<{}{tail}", made.base);
    Some(made)
}

/// Kind, payment id and creditor of `+71<id+creditor<`; the kind of bare digits is told by their number.
fn fik_parts(text: &str) -> Option<(String, String, Option<String>)> {
    let compact = text.replace([' ', '\u{a0}'], "");
    let compact = compact.strip_prefix(['+', '>']).unwrap_or(&compact);
    let compact = compact.strip_suffix('<').unwrap_or(compact);
    let Some((kind, rest)) = compact.split_once('<') else {
        let (kind, id) = match compact.len() {
            15 => ("71", compact),
            16 => ("75", compact),
            _ => compact.split_at_checked(2).filter(|(kind, id)| fik_length(kind) == Some(id.len()))?,
        };
        return Some((kind.into(), digits(id, "")?, None));
    };
    let (id, creditor) = match rest.split_once('+') {
        Some((id, creditor)) => (id, Some(digits(creditor, "")?)),
        None => (rest, None),
    };
    Some((kind.into(), digits(id, "")?, creditor))
}

fn read_fik(text: &str) -> Option<Canonical> {
    let (kind, id, creditor) = fik_parts(text)?;
    (id.len() <= fik_length(&kind)?).then_some(())?;
    agrees(fik(&kind, without_last(&id)?, creditor.as_deref()), significant(&id))
}

fn make_fik(base: &str) -> Option<Canonical> {
    if base.contains('<') {
        let (kind, id, creditor) = fik_parts(base)?;
        return fik(&kind, &id, creditor.as_deref());
    }
    fik("71", &digits(base, " ")?, None)
}
