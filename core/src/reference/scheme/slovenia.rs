//! The Slovenian reference: `SI`, a model of two digits, up to three parts; the model says which parts end in a check
//! digit (Uradni list RS 34/2019, annex 1).

use super::canonical::{Canonical, Scheme};
use super::check;

/// So many parts in a row, together with or without a check digit at their end.
type Segment = (usize, bool);

/// The segments of a model; `None` for models that do not exist, and for 99, which has no content.
///
/// Sources differ on the second part of 21 and 31: only the first is held to its check digit.
fn segments(model: &str) -> Option<&'static [Segment]> {
    Some(match model {
        "00" => &[(3, false)],
        "01" => &[(3, true)],
        "02" => &[(1, false), (1, true), (1, true)],
        "03" => &[(1, true), (1, true), (1, true)],
        "04" => &[(1, true), (1, false), (1, true)],
        "05" | "21" | "31" | "55" => &[(1, true), (2, false)],
        "06" => &[(1, false), (2, true)],
        "07" => &[(1, false), (1, true), (1, false)],
        "08" => &[(2, true), (1, true)],
        "09" => &[(2, true), (1, false)],
        "10" => &[(1, true), (2, true)],
        "11" | "18" | "19" | "28" | "38" | "40" | "41" | "48" | "49" | "51" | "58" => {
            &[(1, true), (1, true), (1, false)]
        }
        "12" => &[(1, true)],
        _ => return None,
    })
}

/// Model and parts of a text with or without `SI`; at most 20 digits.
fn split(text: &str) -> Option<(String, String)> {
    let compact = text.replace([' ', '\u{a0}'], "").to_ascii_uppercase();
    let compact = compact.strip_prefix("SI").unwrap_or(&compact);
    let (model, rest) = compact.split_at_checked(2)?;
    let rest = rest.trim_start_matches('-');
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let clean = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (clean && digits <= 20).then(|| (model.to_owned(), rest.to_owned()))
}

/// What a segment does with its parts: their digits run through this.
fn walk(
    model: &str,
    parts: &[&str],
    mut visit: impl FnMut(&mut Vec<String>, bool) -> Option<()>,
) -> Option<(Vec<String>, u32)> {
    if parts.is_empty() || parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let mut rest = parts.iter();
    let (mut out, mut bits) = (Vec::with_capacity(parts.len()), 0);
    for &(count, checked) in segments(model)? {
        let mut own: Vec<String> = rest.by_ref().take(count).map(|part| (*part).to_owned()).collect();
        if own.is_empty() {
            // Trailing parts without a check digit may be left out.
            if checked { return None } else { continue }
        }
        visit(&mut own, checked)?;
        bits += if checked { 3 } else { 0 };
        out.append(&mut own);
    }
    rest.next().is_none().then_some((out, bits))
}

pub(super) fn read(text: &str) -> Option<Canonical> {
    if !text.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("SI")) {
        return None;
    }
    let (model, rest) = split(text)?;
    let parts: Vec<&str> = rest.split('-').collect();
    let (base, bits) = walk(&model, &parts, |own, checked| {
        if !checked {
            return Some(());
        }
        let digits = own.concat();
        let front = digits.get(..digits.len().checked_sub(1)?)?;
        let right = !front.is_empty() && digits.ends_with(check::eleven_si(front));
        own.last_mut()?.pop();
        // A check digit that stands alone is no part.
        (right && own.iter().all(|part| !part.is_empty())).then_some(())
    })?;
    if !rest.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
        return None;
    }
    Some(Canonical {
        scheme: Scheme::Si,
        text: format!("SI{model} {rest}"),
        key: format!("SI{model}{rest}"),
        base: format!("{model} {}", base.join("-")),
        bits,
    })
}

pub(super) fn make(base: &str) -> Option<Canonical> {
    let (model, rest) = split(base)?;
    let parts: Vec<&str> = rest.split('-').collect();
    let (parts, _) = walk(&model, &parts, |own, checked| {
        if checked {
            let check = check::eleven_si(&own.concat());
            own.last_mut()?.push(check);
        }
        Some(())
    })?;
    read(&format!("SI{model} {}", parts.join("-")))
}
