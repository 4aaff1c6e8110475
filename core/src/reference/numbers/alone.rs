//! Whether bare digits stand for themselves in a text, or are a part of something else.
#![allow(clippy::indexing_slicing)] // a kernel: segments lie in the text that they were cut from

use super::segment::{Mask, Segment};
use super::{Candidate, Numbers};
use crate::reference::announces::Announces;

/// Digits of a number up to which words beside it say whose it is.
const MOST_BY_CHANCE: usize = 6;

/// The side of a number.
#[derive(Clone, Copy)]
enum Side {
    Before,
    Behind,
}

impl Numbers {
    /// Whether a number stands alone, beside other numbers, or among words that say nothing of it. `Filiale 70342`, `LH70342`,
    /// `3.70342 kg` and `70342 EUR` are something else's; one that a word announces is asked for by [`Candidate::labelled`]. `is_known` says
    /// of a word, in capitals, that it may stand there: it is of the name of who owes it.
    pub fn stands_alone(&self, candidate: &Candidate, is_known: impl Fn(&[u8]) -> bool) -> bool {
        let (first, end) = (usize::from(candidate.first), usize::from(candidate.end));
        let Some(last) = end.checked_sub(1).filter(|last| first <= *last && *last < self.segments.len())
        else {
            return true;
        };
        let digits = usize::from(candidate.digits);
        let free = |own: usize, other: Option<&Segment>, side: Side| {
            let is_known = |word: &Segment| !word.digits && is_known(word.text(&self.text));
            self.is_free(&self.segments[own], other, digits, side, is_known)
        };
        let before = first.checked_sub(1).map(|at| &self.segments[at]);
        free(first, before, Side::Before) && free(last, self.segments.get(end), Side::Behind)
    }

    /// Whether nothing beside a number says that it is a part of more.
    fn is_free(
        &self,
        own: &Segment,
        other: Option<&Segment>,
        digits: usize,
        side: Side,
        is_known: impl Fn(&Segment) -> bool,
    ) -> bool {
        let (near, far) = match side {
            Side::Before => {
                let start = own.start as usize;
                (start.checked_sub(1), start.checked_sub(2))
            }
            Side::Behind => (Some(own.end as usize), Some(own.end as usize + 1)),
        };
        let byte = |at: Option<usize>| at.and_then(|at| self.text.get(at)).copied().unwrap_or(b' ');
        let (near, far) = (byte(near), byte(far));
        let joined = match near {
            b'*' | b'%' | b'$' | b'@' | b'_' | b'=' => true,
            b'-' | b'/' | b'\'' => far.is_ascii_alphanumeric(),
            // A sentence may end with a number, and a list go on behind a comma.
            b'.' | b',' => far.is_ascii_digit(),
            b' ' => matches!(far, b'*' | b'%'),
            _ => near.is_ascii_alphanumeric(),
        };
        let Some(other) = other else { return !joined };
        if other.digits {
            // `70342/70343`, `70342/2026`; groups of digits that are not as long are an account's or a phone's.
            let apart = !joined && (near != b' ' || !far.is_ascii_digit() || other.mask != Mask::Free);
            return apart || other.length() == digits || other.mask == Mask::Year;
        }
        let (left, right) = match side {
            Side::Before => (other.end, own.start),
            Side::Behind => (own.end, other.start),
        };
        let gap = self.text.get(left as usize..right as usize).unwrap_or_default();
        // Many digits are nothing else's by chance.
        if gap.len() > 3 || gap.contains(&b'\n') || !joined && digits > MOST_BY_CHANCE {
            return !joined;
        }
        let what = other.what(&self.text);
        let silent = [Announces::INVOICE, Announces::NUMBER, Announces::DAY, Announces::NEUTRAL];
        silent.iter().any(|kind| what.is(*kind)) || is_known(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(text: &str) -> bool {
        let mut numbers = Numbers::default();
        numbers.scan(text);
        let mut found = None;
        numbers.candidates(|c| {
            if c.letters == 0 && numbers.slice(c.first, c.end) == b"70342" {
                found = Some(numbers.stands_alone(&c, |word| word == b"MILLER"));
            }
        });
        found.expect("the number is read")
    }

    #[test]
    fn what_is_a_part_of_something_else_does_not_stand_alone() {
        for text in [
            "Filiale 70342",
            "70342 Wien",
            "70342 EUR",
            "$70342 rent",
            "LH70342",
            "CH-70342",
            "ISBN 978-3-70342-1234-5",
            "3.70342 kg",
            "card ending 70342",
            "IBAN DE89 70342 0440 0532 0130 00",
            "70342 %",
            "Meyer 70342",
            "VISA **** 70342",
            "****70342",
            "shop.example/p/70342",
            "133/70342/5567",
        ] {
            assert!(!alone(text), "{text}");
        }
    }

    #[test]
    fn among_words_of_paying_a_number_stands_alone() {
        for text in [
            "70342",
            "payment 70342 thank you",
            "Zahlung von 70342",
            "70342/70343",
            "70341, 70342, 70343",
            "70342/2026",
            "(70342)",
            "Miller 70342",
            "70342 119,00",
            "70342.",
        ] {
            assert!(alone(text), "{text}");
        }
    }
}
