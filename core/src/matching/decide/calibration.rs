//! From scores to probabilities that are true in the long run.
//!
//! # Design
//! The posterior of the scores is fair on average and unfair by kind of evidence: where a number and the payer agree it
//! says too little, where an amount is merely near it says too much. So the log-odds are stretched and moved, apart
//! for each kind of evidence: `a + b × log-odds`. The pairs were fitted by penalised maximum likelihood (towards
//! `a = 0`, `b = 0.9`) on generated worlds: `cargo run --release -p payymo-world --bin calibrate -- --seeds 51..75` fits and prints them,
//! and what they would do to a style that they never saw. Those of reversals and payouts stand as seeds 51..55 gave them: few
//! of them are wrong, and more worlds made a payee alone sure whatever the odds. Those of rows of ledgers were fitted by
//! `cargo run --release -p payymo-world --bin ledger -- --seeds 51..53`, which also prints how much of what was said is true;
//! `EntrySum` and the slope of `EntryNear` were then shrunk by hand.

use super::doubt;
use crate::matching::index::Index;
use crate::matching::payment::reference_hits::NAMED;
use crate::matching::weigh::clue::Clue;
use crate::matching::weigh::hypothesis::{Explanation, Shape};
use crate::matching::weigh::parameters as p;
use libm::{exp2, log2};

/// Declares the kinds of evidence that are calibrated apart: kind, code, `a`, `b`, meaning.
macro_rules! kinds {
    ($($kind:ident $code:literal $a:literal $b:literal $meaning:literal;)*) => {
        /// The kinds of evidence that a probability is calibrated by: code and meaning.
        pub const CALIBRATION_KINDS: &[(&str, &str)] = &[$(($code, $meaning),)*];

        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Kind { $(#[doc = $meaning] $kind,)* }

        impl Kind {
            pub(crate) fn code(self) -> &'static str {
                match self { $(Kind::$kind => $code,)* }
            }

            fn line(self) -> (f64, f64) {
                match self { $(Kind::$kind => ($a, $b),)* }
            }
        }
    };
}

kinds! {
    Full "full" 4.67 0.47 "A number, the exact amount, and the payer.";
    Misread "misread" 1.17 0.95 "A number with a slip, the exact amount, and the payer.";
    NumberAlone "number_alone" 3.53 1.08 "A number and the exact amount; the payer is unknown or another.";
    NumberInexact "number_inexact" 3.98 0.92 "A number and the payer, an amount that differs.";
    NumberInexactAlone "number_inexact_alone" 0.44 0.89 "A number, an amount that differs, and nothing of the payer.";
    NumberOver "number_over" -0.60 0.46 "A number, more money than was open, and the payer.";
    NumberJustOver "number_just_over" 1.05 0.95 "A number, up to a twentieth more money than was open, and the payer.";
    NumberOverOnly "number_over_only" 1.92 0.98 "A number, more money than was open, and a payer who has nothing else open.";
    NumberOverAlone "number_over_alone" -2.94 0.80 "A number, more money than was open, and nothing of the payer.";
    Group "group" 2.97 0.74 "All numbers of a group.";
    GroupPartly "group_partly" 1.96 0.48 "Some numbers of a group.";
    GroupGuessed "group_guessed" 0.56 0.47 "Some numbers of a group, where another item would do as well as one of them.";
    GroupSum "group_sum" 0.96 0.90 "A group by its sum and payer.";
    GroupSumEqual "group_sum_equal" 2.89 0.45 "A group by its sum and payer, of items that are all as much.";
    Identity "identity" 2.22 0.84 "The exact amount and an account, id or habit of the payer.";
    Name "name" 1.53 1.01 "The exact amount and the payer's whole name.";
    NameInText "name_in_text" 1.09 0.99 "The exact amount and a whole name in the text.";
    NamePart "name_part" 1.65 0.92 "The exact amount and a part of a name.";
    Nobody "nobody" 0.13 0.81 "The exact amount alone.";
    Elsewhere "elsewhere" 1.80 0.79 "The text names an item of another customer.";
    Own "own" -3.68 0.04 "The text names another item of the same customer.";
    Unlisted "unlisted" 2.73 0.37 "The text names a number that is not listed.";
    Inexact "inexact" 1.97 0.38 "The payer, an amount that differs.";
    Converted "converted" 1.55 1.14 "The payer, an amount of another currency at its rate.";
    Charged "charged" 2.87 1.17 "The payer, an amount that lacks a charge.";
    Rounded "rounded" 1.79 0.78 "The payer, an amount that is off by cents.";
    Completes "completes" 4.06 0.73 "The payer, and what is missing comes with other payments.";
    Over "over" 2.40 0.31 "The payer, more money than was open.";
    Previous "previous" -0.83 1.10 "A standing order with an old number.";
    Entry "entry" 1.61 0.81 "A row of a ledger with words in common and the same amount.";
    EntryNear "entry_near" 0.48 0.92 "A row of a ledger with words in common and nearly the same amount.";
    EntryKeyed "entry_keyed" 1.22 0.82 "A row of a ledger with words in common and an amount that somebody mistyped.";
    EntryAmount "entry_amount" -2.31 0.50 "A row of a ledger by amount and day alone.";
    EntrySum "entry_sum" 2.50 0.90 "Rows of a ledger by their sum.";
    Account "account" -0.80 0.64 "Money on account.";
    ReversalId "reversal_id" -1.98 1.00 "Money back that names a payment by an id.";
    ReversalNumber "reversal_number" 0.25 0.92 "Money back with an item's number, the whole amount or a charge more, and the payee.";
    ReversalNumberPart "reversal_number_part" 0.13 0.91 "Money back with an item's number, a part of the amount, and the payee.";
    ReversalNumberAlone "reversal_number_alone" 0.02 0.90 "Money back with an item's number, and nothing of the payee.";
    ReversalPayee "reversal_payee" 2.88 0.32 "Money back by the payee and the amount.";
    PayoutId "payout_id" 0.04 0.91 "A payout by the id that its parts carry.";
    PayoutDays "payout_days" 0.19 0.92 "A payout by whole days of rows.";
    PayoutRest "payout_rest" -0.01 0.90 "A payout of which a part is named by nothing.";
    Credit "credit" 0.00 1.00 "A credit that covers an item by itself.";
}

/// What a chosen explanation's probability is made from.
pub(crate) fn uncalibrated(index: &Index, chosen: Explanation<'_>, probability: f64) -> (Kind, f64) {
    const LARGEST: f64 = 23.25;
    let raw = probability.clamp(1e-7, 1.0 - 1e-7);
    (kind(index, chosen), log2(raw / (1.0 - raw)).clamp(-LARGEST, LARGEST))
}

/// The calibrated probability; `shift` is what the host's own verdicts say of the kind, in bits.
pub(crate) fn probability((kind, odds): (Kind, f64), shift: f64) -> f64 {
    let own = at(kind, odds);
    let whole = kind.part_of().map_or(f64::INFINITY, |whole| at(whole, odds));
    let part = kind.parts().iter().map(|part| at(*part, odds)).fold(f64::NEG_INFINITY, f64::max);
    let bits = own.max(part).min(whole) + shift;
    1.0 / (1.0 + exp2(-bits.min(MOST)))
}

/// Nothing is more certain than this, in bits.
const MOST: f64 = 20.0;

fn at(kind: Kind, odds: f64) -> f64 {
    let (a, b) = kind.line();
    a + b * odds
}

impl Kind {
    /// The kind with more evidence, than which this one is never more certain: lines that were fitted apart may cross.
    fn part_of(self) -> Option<Kind> {
        use Kind as K;
        match self {
            K::NumberAlone | K::Identity | K::Name | K::NameInText | K::NamePart | K::Nobody => Some(K::Full),
            K::GroupSum | K::GroupSumEqual | K::GroupPartly | K::GroupGuessed => Some(K::Group),
            K::NumberInexactAlone | K::Inexact | K::Converted | K::Charged | K::Rounded | K::Completes => {
                Some(K::NumberInexact)
            }
            K::NumberOver | K::NumberJustOver | K::NumberOverAlone | K::Over => Some(K::NumberOverOnly),
            _ => None,
        }
    }

    /// Kinds with less evidence, than which this one is never less certain.
    fn parts(self) -> &'static [Kind] {
        match self {
            Kind::Misread => &[Kind::Identity, Kind::Name, Kind::NameInText, Kind::NamePart],
            _ => &[],
        }
    }
}

/// How much likelier the least certain automatic match may be wrong than all of them on average: most are far surer than
/// the last. On worlds of styles that the table had not seen, a few
/// of 10,000 automatic matches were wrong where the last was taken at 0.99 (the records under `benches` say how many), so
/// that the default of 1 in 10,000 is not reached there.
const LAST_TO_AVERAGE: f64 = 100.0;

/// The same for rows of a ledger: of those that are as good as certain, some ten in 100,000 were wrong on generated ledgers,
/// most of them two rows of one payer changed over, so that the last must be as sure as all on average.
const LAST_TO_AVERAGE_OF_LEDGER: f64 = 1.0;

/// The probability from which on a match may be automatic, for the share of wrong ones that the host accepts.
pub(crate) fn threshold(max_wrong_auto: f64) -> f64 {
    1.0 - (LAST_TO_AVERAGE * max_wrong_auto).min(0.5)
}

/// The same for a kind of evidence, by its code.
pub(crate) fn threshold_of(kind: &str, max_wrong_auto: f64) -> f64 {
    const LEDGER: [Kind; 5] =
        [Kind::Entry, Kind::EntryNear, Kind::EntryKeyed, Kind::EntryAmount, Kind::EntrySum];
    match LEDGER.iter().any(|of_ledger| of_ledger.code() == kind) {
        true => 1.0 - (LAST_TO_AVERAGE_OF_LEDGER * max_wrong_auto).min(0.5),
        false => threshold(max_wrong_auto),
    }
}

/// The probability from which on only what no probability weighs is a reason to wait.
pub(crate) fn nearly_certain(max_wrong_auto: f64) -> f64 {
    1.0 - (1.0 - threshold(max_wrong_auto)) / 10.0
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
        let just =
            chosen.relation.is_some_and(|relation| relation.clue == Clue::AmountOver && relation.bits > 0.0);
        return match (number, only) {
            (true, _) if !payer => Kind::NumberOverAlone,
            (true, false) if just => Kind::NumberJustOver,
            (true, true) => Kind::NumberOverOnly,
            (true, false) => Kind::NumberOver,
            (false, _) => Kind::Over,
        };
    }
    // Who pays twice as much by mistake pays a multiple of one amount too.
    let open = |item: &u32| index.items.get(*item as usize).map_or(0, |item| item.open);
    let equal = chosen.items().windows(2).all(|two| matches!(two, [a, b] if open(a) == open(b)));
    match (number, exact, chosen.shape == Shape::Group) {
        (true, false, _) if payer => Kind::NumberInexact,
        (true, false, _) => Kind::NumberInexactAlone,
        (true, true, true) if has(Clue::ReferenceElsewhere) || has(Clue::ReferenceToo) => {
            match doubt::two_alike(index, chosen) || doubt::is_guessed(index, chosen) {
                true => Kind::GroupGuessed,
                false => Kind::GroupPartly,
            }
        }
        (true, true, true) => Kind::Group,
        (true, true, false) if payer && has(Clue::ReferenceFuzzy) => Kind::Misread,
        (true, true, false) if payer => Kind::Full,
        (true, true, false) => Kind::NumberAlone,
        (false, _, _) if has(Clue::ReferenceElsewhere) || has(Clue::ReferenceToo) => Kind::Elsewhere,
        (false, _, _) if has(Clue::ReferenceOwn) => Kind::Own,
        (false, _, _) if has(Clue::ReferenceUnlisted) => Kind::Unlisted,
        (false, false, _) if has(Clue::AmountCompletes) => Kind::Completes,
        (false, false, _) if has(Clue::AmountConverted) => Kind::Converted,
        (false, false, _) if has(Clue::AmountBankFee) => Kind::Charged,
        (false, false, _) if has(Clue::AmountRounding) => Kind::Rounded,
        (false, false, _) => Kind::Inexact,
        (false, true, true) if equal => Kind::GroupSumEqual,
        (false, true, true) => Kind::GroupSum,
        (false, true, false) if sum(Clue::identifies) > p::PAYER_KNOWN => Kind::Identity,
        (false, true, false) if has(Clue::PayerName) => Kind::Name,
        (false, true, false) if has(Clue::PayerNameInText) => Kind::NameInText,
        (false, true, false) if payer => Kind::NamePart,
        (false, true, false) => Kind::Nobody,
    }
}
