//! The month that the lines before the rows speak of, for dates without a year.

use super::front::{month, number};

/// The year and month that a preamble speaks of: `2024年01月`, `01/2024`, `January 2024`, or of a whole date in it.
pub(crate) fn statement_month(text: &str) -> Option<(i32, u32)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let Some(rest) = text.get(at..) else {
            at += 1;
            continue;
        };
        let (digits, after) = number(rest);
        if digits.len() == 4 && digits.parse::<i32>().is_ok_and(|year| (1990..=2199).contains(&year)) {
            let year = digits.parse().ok()?;
            let tail = after.trim_start_matches(['-', '/', '.', '年', ' ']);
            let month = number(tail).0;
            if let Some(month) =
                month.parse().ok().filter(|month| month_ok(*month) && digits_ok(number(tail).0))
            {
                return Some((year, month));
            }
            let before = rest_before(text, at);
            if let Some(month) = before {
                return Some((year, month));
            }
            return Some((year, 12));
        }
        at += digits.len().max(1);
    }
    None
}

fn month_ok(month: u32) -> bool {
    (1..=12).contains(&month)
}

fn digits_ok(digits: &str) -> bool {
    digits.len() <= 2
}

/// The month right before a year: `01/2024`, `31.01.2024`, `January 2024`.
fn rest_before(text: &str, at: usize) -> Option<u32> {
    let head = text.get(..at)?.trim_end_matches(['-', '/', '.', ' ']);
    let start = head.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1);
    let word = head.get(start..).or_else(|| head.get(head.len().checked_sub(2)?..))?;
    if word.bytes().all(|byte| byte.is_ascii_digit()) && digits_ok(word) {
        return word.parse().ok().filter(|month| month_ok(*month));
    }
    month(word).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preambles_name_their_month() {
        assert_eq!(statement_month("对账单(2024年01月)"), Some((2024, 1)));
        assert_eq!(statement_month("Statement January 2024"), Some((2024, 1)));
        assert_eq!(statement_month("Period 01/2024"), Some((2024, 1)));
        assert_eq!(statement_month("Year 2024"), Some((2024, 12)));
        assert_eq!(statement_month("no year"), None);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,24}") {
            let _ = statement_month(&text);
        }
    }
}
