//! Digits with their decimal and grouping marks.

use super::decimal::overflow;
use super::mark::DecimalMark;
use crate::error::{Code, Error};

/// An unsigned number: `value / 10^scale`.
pub(super) struct Number {
    pub value: i128,
    pub scale: u32,
    /// The decimal mark that the text itself shows.
    pub mark: Option<DecimalMark>,
    /// Whether one mark before three digits leaves two readings and nothing decided.
    pub ambiguous: bool,
}

/// Reads `1.234,56`, `1'234.50`, `1 234,50`, `1,23,456.00`, `.50`, `12,`.
///
/// `three` says whether one mark before exactly three digits is a decimal mark, given the mark; `None` when unknown.
pub(super) fn read(text: &str, three: impl Fn(DecimalMark) -> Option<bool>) -> Result<Number, Error> {
    let last = text.rfind(['.', ',']);
    let group = text.chars().find(|ch| !ch.is_ascii_digit());
    let Some(at) = last else {
        return whole(text, group, "", None, false);
    };
    let (before, rest) = text.split_at(at);
    let fraction = rest.get(1..).unwrap_or_default();
    let mark = if rest.starts_with(',') { DecimalMark::Comma } else { DecimalMark::Point };
    let repeated = before.contains(['.', ',']) && group == rest.chars().next();
    if repeated {
        // 1.234.567: all of them group, so the other one is the decimal mark.
        return whole(text, group, "", Some(mark.other()), false);
    }
    let grouped = before.contains(|ch: char| !ch.is_ascii_digit());
    let could_group =
        !grouped && fraction.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if could_group {
        let decimal = three(mark);
        return if decimal == Some(true) {
            whole(before, None, fraction, None, false)
        } else {
            whole(text, group, "", None, decimal.is_none())
        };
    }
    whole(before, group.filter(|_| grouped), fraction, Some(mark), false)
}

/// Puts the parts together; `group` is the grouping mark inside `whole`.
fn whole(
    whole: &str,
    group: Option<char>,
    fraction: &str,
    mark: Option<DecimalMark>,
    ambiguous: bool,
) -> Result<Number, Error> {
    if whole.is_empty() && fraction.is_empty() {
        return Err(syntax());
    }
    if let Some(group) = group {
        is_grouped(whole, group).then_some(()).ok_or_else(syntax)?;
    }
    let mut value: i128 = 0;
    for ch in whole.chars().filter(|ch| Some(*ch) != group).chain(fraction.chars()) {
        let digit = ch.is_ascii().then(|| ch.to_digit(10)).flatten().ok_or_else(syntax)?;
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(i128::from(digit)))
            .ok_or_else(overflow)?;
    }
    let scale = u32::try_from(fraction.len()).map_err(|_| overflow())?;
    Ok(Number { value, scale, mark, ambiguous })
}

/// Groups of three, or of two before the last as in India; spaces, apostrophes, points and commas alone.
fn is_grouped(whole: &str, group: char) -> bool {
    if !matches!(group, ' ' | '\'' | '.' | ',') {
        return false;
    }
    let mut groups = whole.rsplit(group).map(str::len);
    let last = groups.next();
    let mut rest: Vec<usize> = groups.take(40).collect();
    let first = rest.pop();
    let western = rest.iter().all(|len| *len == 3) && matches!(first, Some(1..=3));
    let indian = group == ',' && rest.iter().all(|len| *len == 2) && matches!(first, Some(1..=2));
    last == Some(3) && (western || indian)
}

pub(super) fn syntax() -> Error {
    Error::new(Code::MoneySyntax, "not an amount such as 1,204.50 or 1.204,50-")
}
