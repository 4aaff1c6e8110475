//! Money in or out, by a flag or by words.

use super::words;
use rustc_hash::FxHashMap;

/// Which way money goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    In,
    Out,
}

/// Bytes of a flag at most.
const LONGEST: usize = 24;

#[rustfmt::skip]
const IN: &[&str] = &[
    "c",
    "cr",
    "crdt",
    "cd",
    "credit",
    "k",
    "kredit",
    "kt",
    "h",
    "haben",
    "bij",
    "in",
    "i",
    "incoming",
    "inflow",
    "income",
    "gutschrift",
    "eingang",
    "credito",
    "abono",
    "avere",
    "uznanie",
    "ma",
    "dal",
    "收入",
    "收",
    "贷",
    "贷方",
    "存入",
    "deposit",
    "received",
    "money in",
    "paid in",
];
#[rustfmt::skip]
const OUT: &[&str] = &[
    "d",
    "dr",
    "db",
    "dbit",
    "deb",
    "debit",
    "debet",
    "dt",
    "s",
    "soll",
    "af",
    "out",
    "o",
    "outgoing",
    "outflow",
    "expense",
    "lastschrift",
    "ausgang",
    "belastung",
    "debito",
    "cargo",
    "dare",
    "obciazenie",
    "wn",
    "ma dati",
    "支出",
    "支",
    "借",
    "借方",
    "withdrawal",
    "spent",
    "money out",
    "paid out",
    "sent",
];

/// The words of flags.
pub(super) struct Flags(FxHashMap<&'static str, Direction>);

impl Flags {
    pub(super) fn new() -> Self {
        let words = |words: &'static [&str], direction| words.iter().map(move |word| (*word, direction));
        Flags(words(OUT, Direction::Out).chain(words(IN, Direction::In)).collect())
    }

    /// What a flag says; `None` where it is no flag.
    pub(super) fn of(&self, cell: &str) -> Option<Direction> {
        match cell.trim() {
            "+" => return Some(Direction::In),
            "-" | "−" => return Some(Direction::Out),
            _ => {}
        }
        // As most banks print it, without a capital behind a small letter, it needs no folding.
        let mut small = [0; LONGEST];
        let small = small.get_mut(..cell.len())?;
        small.copy_from_slice(cell.as_bytes());
        let two_words = |pair: &[u8]| matches!(pair, [b'a'..=b'z', b'A'..=b'Z']);
        if !small.windows(2).any(two_words) {
            small.make_ascii_lowercase();
        }
        let known = core::str::from_utf8(small).ok().and_then(|word| self.0.get(word));
        known.or_else(|| self.0.get(words::key(cell).as_str())).copied()
    }
}

/// Whether a flag says in so many words that a row goes neither way: wallets print it for what moves between the pockets
/// of one owner.
pub(super) fn is_neutral(flag: &str) -> bool {
    matches!(flag, "/" | "不计收支" | "中性交易" | "Neutral" | "neutral")
}

/// Whether words say that money came back: the direction of a row that its flag calls neither in nor out.
pub(super) fn is_refund(text: &str) -> bool {
    text.contains("退款") || words::key(text).split(' ').any(|word| matches!(word, "refund" | "refunded"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_of_many_banks() {
        let flags = Flags::new();
        assert!(IN.iter().chain(OUT).all(|word| words::key(word) == *word));
        for flag in ["C", "CR", "Bij", "H", "I", "+", "收入", "CREDIT", "CRDT"] {
            assert_eq!(flags.of(flag), Some(Direction::In), "{flag}");
        }
        for flag in ["D", "DBIT", "Af", "S", "O", "-", "支出", "Debit"] {
            assert_eq!(flags.of(flag), Some(Direction::Out), "{flag}");
        }
        for other in ["EUR", "/", "不计收支", "", "x"] {
            assert_eq!(flags.of(other), None, "{other}");
        }
        assert!(["/", "不计收支"].into_iter().all(is_neutral));
        assert!(!["", "x", "收入"].into_iter().any(is_neutral));
        assert!(is_refund("退款成功"));
        assert!(!is_refund("Rent"));
    }
}
