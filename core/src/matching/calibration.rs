//! From scores to probabilities that are true in the long run.
//!
//! # Design
//! The posterior of the scores is fair on average and unfair by kind of evidence: where a number and the payer agree it
//! says too little, where an amount is merely near it says too much. So the log-odds are stretched and moved, apart
//! for each kind of evidence: `a + b × log-odds`. The pairs were fitted by penalised maximum likelihood (towards
//! `a = 0`, `b = 0.9`) on generated worlds: `cargo run --release -p payymo-world --bin proposals` prints what they
//! were fitted to.

use super::assign::Choice;
use super::explain::Clue;
use super::hypothesis::{Hypothesis, Shape};
use super::reference_hits::NAMED;
use libm::{exp2, log2};

/// Kinds of evidence that are calibrated apart: name, `a`, `b`.
const TABLE: &[(Kind, f64, f64)] = &[
    (Kind::Full, 2.85, 0.65),
    (Kind::NumberAlone, 3.71, 0.93),
    (Kind::NumberInexact, 3.09, 0.94),
    (Kind::NumberInexactAlone, -1.30, 0.86),
    (Kind::NumberOver, -2.85, 0.53),
    (Kind::Group, 0.57, 0.86),
    (Kind::GroupPartly, 1.69, 0.44),
    (Kind::GroupSum, 1.82, 0.73),
    (Kind::Identity, 3.86, 0.58),
    (Kind::Name, 0.57, 1.01),
    (Kind::Elsewhere, 2.63, 0.35),
    (Kind::Inexact, 1.83, 0.75),
    (Kind::Over, -2.00, 0.27),
    (Kind::Previous, 2.95, 0.82),
    (Kind::Account, -0.91, 0.84),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A number, the exact amount, and the payer.
    Full,
    /// A number and the exact amount; the payer is unknown or another.
    NumberAlone,
    /// A number and the payer, an amount that differs.
    NumberInexact,
    /// A number, an amount that differs, and nothing of the payer.
    NumberInexactAlone,
    /// A number and more money than was open.
    NumberOver,
    /// All numbers of a group.
    Group,
    /// Some numbers of a group.
    GroupPartly,
    /// A group by its sum and payer.
    GroupSum,
    /// The exact amount and an account, id or habit of the payer.
    Identity,
    /// The exact amount and the payer's name.
    Name,
    /// The exact amount, but the text names another item.
    Elsewhere,
    /// The payer, an amount that differs.
    Inexact,
    /// The payer, more money than was open.
    Over,
    /// A standing order with an old number.
    Previous,
    /// Money on account.
    Account,
}

/// The calibrated probability of a chosen explanation.
pub(super) fn probability(chosen: &Hypothesis, choice: &Choice) -> f64 {
    const MOST: f64 = 23.25;
    let raw = choice.probability.clamp(1e-7, 1.0 - 1e-7);
    let odds = log2(raw / (1.0 - raw)).clamp(-MOST, MOST);
    let kind = kind(chosen);
    let (a, b) = TABLE.iter().find(|row| row.0 == kind).map_or((0.0, 1.0), |row| (row.1, row.2));
    1.0 / (1.0 + exp2(-(a + b * odds)))
}

/// How much likelier the least certain automatic match may be wrong than all of them on average. On generated worlds
/// the average was at or below a tenth of the last one's.
const LAST_TO_AVERAGE: f64 = 10.0;

/// The probability from which on a match may be automatic, for the share of wrong ones that the host accepts.
pub(super) fn threshold(max_wrong_auto: f64) -> f64 {
    1.0 - (LAST_TO_AVERAGE * max_wrong_auto).min(0.5)
}

fn kind(chosen: &Hypothesis) -> Kind {
    let has = |clue: Clue| chosen.clues.iter().any(|w| w.clue == clue);
    let sum = |wanted: fn(Clue) -> bool| {
        chosen.clues.iter().filter(|w| wanted(w.clue)).map(|w| w.bits).sum::<f64>()
    };
    if chosen.shape == Shape::OnAccount {
        return Kind::Account;
    }
    if has(Clue::ReferencePrevious) {
        return Kind::Previous;
    }
    let number = sum(Clue::names_item) >= NAMED;
    let payer = chosen.bits_of("payer.") > 3.0;
    let exact =
        [Clue::AmountEqual, Clue::AmountSum, Clue::AmountDiscount, Clue::AmountPrevious].into_iter().any(has);
    if has(Clue::AmountOver) || has(Clue::AmountDouble) {
        return if number { Kind::NumberOver } else { Kind::Over };
    }
    match (number, exact, chosen.shape == Shape::Group) {
        (true, false, _) if payer => Kind::NumberInexact,
        (true, false, _) => Kind::NumberInexactAlone,
        (true, true, true) if has(Clue::ReferenceElsewhere) => Kind::GroupPartly,
        (true, true, true) => Kind::Group,
        (true, true, false) if payer => Kind::Full,
        (true, true, false) => Kind::NumberAlone,
        (false, _, _) if has(Clue::ReferenceElsewhere) => Kind::Elsewhere,
        (false, false, _) => Kind::Inexact,
        (false, true, true) => Kind::GroupSum,
        (false, true, false) if sum(Clue::identifies) > 4.0 => Kind::Identity,
        (false, true, false) => Kind::Name,
    }
}
