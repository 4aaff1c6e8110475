//! Card numbers in text, masked.

use core::ops::Range;
use std::borrow::Cow;

/// Masks card numbers but for their last four digits: 13 to 19 digits with a valid check digit (ISO/IEC 7812, Luhn),
/// as printed with single spaces or hyphens between groups.
///
/// About one in ten other numbers of that length has a valid check digit by chance and is masked too: a reference that
/// is hard to read does less harm than a card number shown.
///
/// ```
/// use payymo::text::escape::mask_cards;
/// assert_eq!(mask_cards("card 4111 1111 1111 1111 ok"), "card **** **** **** 1111 ok");
/// assert_eq!(mask_cards("invoice 4111111111111112"), "invoice 4111111111111112");
/// ```
pub fn mask_cards(text: &str) -> Cow<'_, str> {
    let cards = find(text);
    if cards.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut cards = cards.into_iter().peekable();
    for (at, ch) in text.char_indices() {
        while cards.next_if(|card| card.end <= at).is_some() {}
        match cards.peek() {
            Some(card) if card.contains(&at) && ch.is_ascii_digit() => out.push('*'),
            _ => out.push(ch),
        }
    }
    Cow::Owned(out)
}

/// The bytes to mask: each card number without its last four digits. In order, apart from each other.
fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Vec<(usize, u8)> = Vec::new();
    let mut before = b' ';
    for (at, byte) in text.bytes().chain([b'.']).enumerate() {
        if byte.is_ascii_digit() {
            run.push((at, byte - b'0'));
        } else if !(matches!(byte, b' ' | b'-') && before.is_ascii_digit()) {
            in_run(&run, &mut found);
            run.clear();
        }
        before = byte;
    }
    found
}

/// Looks through a run of digits, whose groups are apart by one separator, for windows of whole groups.
fn in_run(run: &[(usize, u8)], found: &mut Vec<Range<usize>>) {
    let starts_group = |at: usize| match (at.checked_sub(1).and_then(|last| run.get(last)), run.get(at)) {
        (Some(last), Some(this)) => last.0 + 1 != this.0,
        _ => true,
    };
    let mut from = 0;
    while from + 13 <= run.len() {
        let card = (13..=19).rev().find_map(|length| {
            let card = run.get(from..from + length)?;
            (starts_group(from) && starts_group(from + length) && is_card(card)).then_some(card)
        });
        match card {
            Some([(start, _), .., (end, _), _, _, _]) => {
                found.push(*start..*end);
                from += card.map_or(1, <[_]>::len);
            }
            _ => from += 1,
        }
    }
}

/// Luhn's check digit, and not all zeros.
fn is_card(digits: &[(usize, u8)]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, (_, digit))| {
            let value = u32::from(*digit) << (at % 2);
            value / 10 + value % 10
        })
        .sum();
    sum != 0 && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn masks_what_is_a_card() {
        for (text, shown) in [
            ("4111111111111111", "************1111"),
            ("x4111-1111-1111-1111y", "x****-****-****-1111y"),
            ("378282246310005", "***********0005"),
            ("3782 822463 10005", "**** ****** *0005"),
            ("6304000000000000 and 5555555555554444", "************0000 and ************4444"),
            ("2026 4111 1111 1111 1111 17", "2026 **** **** **** 1111 17"),
        ] {
            assert_eq!(mask_cards(text), shown);
        }
        for text in
            ["", "411111111111", "4111  1111  1111  1111", "0000000000000000", "41111111111111111111111111"]
        {
            assert_eq!(mask_cards(text), text);
        }
    }

    proptest! {
        #[test]
        fn only_digits_change(text in "[0-9 -]{0,60}") {
            let shown = mask_cards(&text);
            prop_assert_eq!(shown.len(), text.len());
            for (is, was) in shown.bytes().zip(text.bytes()) {
                prop_assert!(is == was || (is == b'*' && was.is_ascii_digit()));
            }
        }

        #[test]
        fn never_panics(text in any::<String>()) {
            mask_cards(&text);
        }
    }
}
