//! Amounts in cells, with the remarks that exports put beside them.

use crate::money::{DecimalMark, Localized, parse_localized};

/// Longest cell that is looked at as a number.
const LONGEST: usize = 64;

/// Reads a cell as an amount; `mark` is what the file's columns taught. A remark in parentheses behind the digits
/// (`-3.90(CN)`) is passed over.
pub(super) fn read(text: &str, mark: Option<DecimalMark>) -> Option<Localized> {
    let text = bare(text)?;
    parse_localized(text, mark).ok()
}

/// The cell without spaces around it and a remark behind it; `None` where no number can be in it.
pub(super) fn bare(text: &str) -> Option<&str> {
    // Mostly nothing is around it.
    let text = match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    };
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match text.split_once(['(', '（']) {
        Some((before, remark)) if !before.is_empty() && remark.ends_with([')', '）']) => {
            Some(before.trim_end()).filter(|before| before.ends_with(|c: char| c.is_ascii_digit()))
        }
        _ => Some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    #[test]
    fn remarks_are_passed_over() {
        let minor = |text: &str| read(text, None).and_then(|read| read.minor(Currency::EUR).ok());
        assert_eq!(minor("-3.90(CN)"), Some(-390));
        assert_eq!(minor("131.77(已退款89.84)"), Some(13_177));
        assert_eq!(minor("(12.00)"), Some(-1200));
        assert_eq!(minor("12..34"), None);
        assert_eq!(minor("abc"), None);
        assert_eq!(minor(&"1".repeat(100)), None);
    }
}
