//! Money in or out, by a flag or by words.

use super::words;
use rustc_hash::FxHashMap;

/// Which way money goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    In,
    Out,
}

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

/// The words of flags, folded once for a file.
pub(super) struct Flags {
    words: FxHashMap<String, Direction>,
    /// The same words as most banks print them: in small letters, in capitals, and with a capital at the front.
    printed: FxHashMap<String, Direction>,
}

impl Flags {
    pub(super) fn new() -> Self {
        let words =
            |words: &'static [&str], direction| words.iter().map(move |word| (words::key(word), direction));
        // The first meaning stays.
        let all: FxHashMap<_, _> = words(OUT, Direction::Out).chain(words(IN, Direction::In)).collect();
        let printed = all.iter().filter(|(word, _)| word.is_ascii());
        let printed = printed.flat_map(|(word, direction)| {
            let (front, rest) = word.split_at(1.min(word.len()));
            let title = front.to_uppercase() + rest;
            [word.clone(), word.to_uppercase(), title].map(|word| (word, *direction))
        });
        // What folds to another word is none of these.
        let printed =
            printed.filter(|(word, direction)| all.get(&words::key(word)) == Some(direction)).collect();
        Flags { words: all, printed }
    }

    /// What a flag says; `None` where it is no flag.
    pub(super) fn of(&self, cell: &str) -> Option<Direction> {
        match cell.trim() {
            "+" => return Some(Direction::In),
            "-" | "−" => return Some(Direction::Out),
            _ => {}
        }
        if cell.len() > 24 {
            return None;
        }
        let known = self.printed.get(cell);
        known.or_else(|| self.words.get(&words::key(cell))).copied()
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
