//! From scores to probabilities that are true in the long run.
//!
//! # Design
//! The posterior of the scores is fair on average and unfair by kind of evidence: where a number and the payer agree it
//! says too little, where an amount is merely near it says too much. So the log-odds are stretched and moved, apart
//! for each kind of evidence: `a + b × log-odds`. The pairs were fitted by penalised maximum likelihood (towards
//! `a = 0`, `b = 0.9`) on generated worlds: `cargo run --release -p payymo-world --bin calibrate -- --seeds 51..55` fits and prints them,
//! and what they would do to a style that they never saw.

use super::doubt;
use super::explain::Clue;
use super::hypothesis::{Explanation, Shape};
use super::index::Index;
use super::parameters as p;
use super::reference_hits::NAMED;
use libm::{exp2, log2};

/// Declares the kinds of evidence that are calibrated apart: kind, `a`, `b`, meaning.
macro_rules! kinds {
    ($($kind:ident $a:literal $b:literal $meaning:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Kind { $(#[doc = $meaning] $kind,)* }

        impl Kind {
            pub(super) fn name(self) -> &'static str {
                match self { $(Kind::$kind => stringify!($kind),)* }
            }

            fn line(self) -> (f64, f64) {
                match self { $(Kind::$kind => ($a, $b),)* }
            }
        }
    };
}

kinds! {
    Full 1.09 1.00 "A number, the exact amount, and the payer.";
    Misread -1.37 0.78 "A number with a slip, the exact amount, and the payer.";
    NumberAlone 3.23 1.14 "A number and the exact amount; the payer is unknown or another.";
    NumberInexact 3.34 1.01 "A number and the payer, an amount that differs.";
    NumberInexactAlone 0.35 0.90 "A number, an amount that differs, and nothing of the payer.";
    NumberOver -3.48 0.46 "A number and more money than was open.";
    NumberOverOnly -3.17 0.85 "The same, of a customer who has nothing else open.";
    Group 1.01 0.97 "All numbers of a group.";
    GroupPartly 1.16 0.45 "Some numbers of a group.";
    GroupSum 2.51 0.67 "A group by its sum and payer.";
    Identity 2.13 0.95 "The exact amount and an account, id or habit of the payer.";
    Name 1.82 1.10 "The exact amount and the payer's whole name.";
    NameInText 2.18 0.86 "The exact amount and a whole name in the text.";
    NamePart 1.11 1.07 "The exact amount and a part of a name.";
    Nobody 0.13 0.80 "The exact amount alone.";
    Elsewhere 1.34 0.84 "The text names another item.";
    Own -4.53 0.21 "The same, another of the same customer.";
    Unlisted 2.72 0.46 "The text names a number that is not listed.";
    Inexact 2.10 0.81 "The payer, an amount that differs.";
    Completes 2.18 0.98 "The payer, and what is missing comes with other payments.";
    Over -0.25 -0.25 "The payer, more money than was open.";
    Previous 2.23 0.85 "A standing order with an old number.";
    Entry 0.30 0.87 "A row of a ledger with words in common and the same amount.";
    EntryNear 0.00 0.80 "The same, an amount that is nearly so.";
    EntryKeyed 0.00 0.92 "The same, an amount that somebody mistyped.";
    EntryAmount -0.50 0.90 "A row of a ledger by amount and day alone.";
    EntrySum 0.80 1.10 "Rows of a ledger by their sum.";
    Account -0.65 0.36 "Money on account.";
}

/// What a chosen explanation's probability is made from.
pub(super) fn uncalibrated(index: &Index, chosen: Explanation<'_>, probability: f64) -> (Kind, f64) {
    const MOST: f64 = 23.25;
    let raw = probability.clamp(1e-7, 1.0 - 1e-7);
    (kind(index, chosen), log2(raw / (1.0 - raw)).clamp(-MOST, MOST))
}

/// The calibrated probability; `shift` is what the host's own verdicts say of the kind, in bits.
pub(super) fn probability((kind, odds): (Kind, f64), shift: f64) -> f64 {
    let (a, b) = kind.line();
    1.0 / (1.0 + exp2(-(a + shift + b * odds)))
}

/// How much likelier the least certain automatic match may be wrong than all of them on average: most are far surer than
/// the last. On worlds of styles that the table had not seen, a few
/// of 10,000 automatic matches were wrong where the last was taken at 0.99 (the records under `benches` say how many), so
/// that the default of 1 in 10,000 is not reached there.
const LAST_TO_AVERAGE: f64 = 100.0;

/// The probability from which on a match may be automatic, for the share of wrong ones that the host accepts.
pub(super) fn threshold(max_wrong_auto: f64) -> f64 {
    1.0 - (LAST_TO_AVERAGE * max_wrong_auto).min(0.5)
}

fn kind(index: &Index, chosen: Explanation<'_>) -> Kind {
    let has = |clue: Clue| chosen.clues().iter().any(|w| w.clue == clue);
    let sum = |wanted: fn(Clue) -> bool| {
        chosen.clues().iter().filter(|w| wanted(w.clue)).map(|w| w.bits).sum::<f64>()
    };
    if chosen.shape == Shape::OnAccount {
        return Kind::Account;
    }
    if doubt::of_ledger(index, chosen) {
        return match () {
            () if chosen.shape == Shape::Group || has(Clue::AmountCompletes) => Kind::EntrySum,
            () if has(Clue::AmountKeying) || has(Clue::AmountDigit) || has(Clue::AmountPoint) => {
                Kind::EntryKeyed
            }
            () if has(Clue::MemoNothing) => Kind::EntryAmount,
            () if has(Clue::AmountEqual) => Kind::Entry,
            () => Kind::EntryNear,
        };
    }
    if has(Clue::ReferencePrevious) {
        return Kind::Previous;
    }
    let number = chosen.named() >= NAMED;
    let payer = chosen.payer() > 3.0;
    let exact = chosen.clues().iter().any(|w| w.clue.is_exact());
    if has(Clue::AmountOver) || has(Clue::AmountDouble) {
        let only = index.open_of(chosen.customer).len() == 1;
        return match (number, only) {
            (true, true) => Kind::NumberOverOnly,
            (true, false) => Kind::NumberOver,
            (false, _) => Kind::Over,
        };
    }
    match (number, exact, chosen.shape == Shape::Group) {
        (true, false, _) if payer => Kind::NumberInexact,
        (true, false, _) => Kind::NumberInexactAlone,
        (true, true, true) if has(Clue::ReferenceElsewhere) || has(Clue::ReferenceToo) => Kind::GroupPartly,
        (true, true, true) => Kind::Group,
        (true, true, false) if payer && has(Clue::ReferenceFuzzy) => Kind::Misread,
        (true, true, false) if payer => Kind::Full,
        (true, true, false) => Kind::NumberAlone,
        (false, _, _) if has(Clue::ReferenceElsewhere) || has(Clue::ReferenceToo) => Kind::Elsewhere,
        (false, _, _) if has(Clue::ReferenceOwn) => Kind::Own,
        (false, _, _) if has(Clue::ReferenceUnlisted) => Kind::Unlisted,
        (false, false, _) if has(Clue::AmountCompletes) => Kind::Completes,
        (false, false, _) => Kind::Inexact,
        (false, true, true) => Kind::GroupSum,
        (false, true, false) if sum(Clue::identifies) > p::PAYER_KNOWN => Kind::Identity,
        (false, true, false) if has(Clue::PayerName) => Kind::Name,
        (false, true, false) if has(Clue::PayerNameInText) => Kind::NameInText,
        (false, true, false) if payer => Kind::NamePart,
        (false, true, false) => Kind::Nobody,
    }
}
