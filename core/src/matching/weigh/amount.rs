//! How a payment's amount relates to what is open, and what that says in bits.

use super::clue::Clue;
use super::parameters as p;
use crate::matching::index::{Equal, Index, Item, Terms};
use crate::matching::options::Options;
use crate::matching::result::DifferenceKind;
use crate::money::Currency;
use libm::log2;

/// A relation of a payment's amount to what is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Relation {
    pub clue: Clue,
    pub bits: f64,
    /// What the item gets.
    pub settles: i64,
    /// Why the rest of the item did not come, if it is not to follow.
    pub short: Option<DifferenceKind>,
}

impl Relation {
    /// The likelier of two; the first where they are alike.
    pub fn likelier(self, other: Self) -> Self {
        if other.bits > self.bits { other } else { self }
    }
}

/// What an open sum is made of, as far as amounts go: one item or several.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Owed<'a> {
    pub open: i64,
    pub currency: Currency,
    /// Sum after early-payment discount, and whether it was still in time.
    pub discounted: Option<(i64, bool)>,
    /// The tax in it.
    pub tax: i64,
    /// Whether the payment was converted from another currency on its way.
    pub converted: bool,
    /// What the single item behind it was before it was changed.
    pub previous: &'a [i64],
    /// What the customer's credits may take off.
    pub credits: &'a [i64],
}

impl<'a> Owed<'a> {
    pub fn item(item: &Item, index: &'a Index, day: i32, options: &Options) -> Self {
        let terms = index.terms(item);
        Owed {
            open: item.open,
            currency: item.currency,
            discounted: discounted(&terms, day, options),
            tax: terms.tax,
            converted: false,
            previous: index.previous(&terms),
            credits: &[],
        }
    }
}

/// What is owed after the discount of the terms, and whether it is still in time; `None` without terms, or when the
/// payment is far too late for them.
pub(crate) fn discounted(terms: &Terms, day: i32, options: &Options) -> Option<(i64, bool)> {
    let late = day.saturating_sub(terms.discount_until);
    let grace = i32::try_from(options.discount_grace_days).unwrap_or(i32::MAX);
    (terms.discounted > 0 && late <= grace.max(p::LATEST_DISCOUNT))
        .then_some((terms.discounted, late <= grace))
}

/// Chance that a payment which belongs to nothing here has exactly this amount: the host's prices (`price` is the share
/// of this one), and round sums.
pub(crate) fn background(price: f64, amount: i64, currency: Currency) -> f64 {
    p::STRANGERS_PRICES * price + (1.0 - p::STRANGERS_PRICES) * smooth(amount, currency)
}

/// Share of the host's items that have an amount.
pub(crate) fn price(index: &Index, equal: &Equal<'_>) -> f64 {
    equal.count() as f64 / (f64::from(index.listed_count) + 10.0)
}

/// The same without the host's prices: amounts spread over nine e-folds, and people like round ones.
fn smooth(amount: i64, currency: Currency) -> f64 {
    let unit = 10_i64.pow(u32::from(currency.decimals()));
    let mut chance = 0.0;
    for (step, share) in [(1, 0.25), (unit / 10, 0.1), (unit, 0.25), (unit * 10, 0.25), (unit * 100, 0.15)] {
        if step > 0 && amount % step == 0 {
            chance += share / (9.0 * (amount / step).max(1) as f64);
        }
    }
    chance
}

/// The relation of a payment of `paid` to what is owed; `None` when no plausible one holds. `chance` is the
/// `background` of the amount.
pub(crate) fn relate(
    chance: f64,
    paid: i64,
    owed: &Owed<'_>,
    completes: bool,
    options: &Options,
) -> Option<Relation> {
    let Owed { open, currency, .. } = *owed;
    if paid <= 0 || open <= 0 {
        return None;
    }
    let point = |share: f64| log2(share / chance);
    // Against a payment spread as evenly as amounts are: 9 e-folds.
    let spread = |share: f64, width: f64| log2(share * 9.0 * paid as f64 / width.max(1.0));
    let short = open - paid;
    let unit = 10_i64.pow(u32::from(currency.decimals()));
    let relation = |clue, bits, why| Some(Relation { clue, bits, settles: paid.min(open), short: why });
    if short == 0 {
        return relation(Clue::AmountEqual, point(p::AMOUNT_EQUAL), None);
    }
    if let Some((expected, in_time)) = owed.discounted
        && (paid - expected).abs() <= 1
    {
        let (clue, share) = match in_time {
            true => (Clue::AmountDiscount, p::AMOUNT_DISCOUNT),
            false => (Clue::AmountDiscountLate, p::AMOUNT_DISCOUNT_LATE),
        };
        return relation(clue, point(share), Some(DifferenceKind::Discount));
    }
    if short > 0 && owed.previous.contains(&paid) {
        return relation(Clue::AmountPrevious, point(p::AMOUNT_PREVIOUS), Some(DifferenceKind::LateFee));
    }
    if short > 0 && owed.credits.contains(&short) {
        return relation(Clue::AmountLessCredit, point(p::AMOUNT_LESS_CREDIT), None);
    }
    let slack = i64::from(options.rounding_minor);
    if short.abs() <= slack {
        let why = (short > 0).then_some(DifferenceKind::Rounding);
        return relation(Clue::AmountRounding, spread(p::AMOUNT_ROUNDING, 2.0 * slack as f64), why);
    }
    if slack > 0 && paid % unit == 0 && short.abs() < unit && open >= 5 * unit {
        let why = (short > 0).then_some(DifferenceKind::Rounding);
        return relation(Clue::AmountRounding, point(p::AMOUNT_ROUNDING), why);
    }
    if owed.converted && short.abs() <= open / 20 {
        return relation(
            Clue::AmountConverted,
            spread(p::AMOUNT_CONVERTED, open as f64 / 20.0),
            Some(DifferenceKind::Fx),
        );
    }
    if short > 0 {
        if owed.tax > 0 && (short - owed.tax).abs() <= 1 {
            return relation(Clue::AmountNet, point(p::AMOUNT_NET), Some(DifferenceKind::Vat));
        }
        let bound = options.bank_fee_bound(open, currency);
        let fee = (short <= bound).then(|| {
            let plain = if short % (unit / 2).max(1) == 0 { 2.0 } else { 0.6 };
            spread(p::AMOUNT_BANK_FEE * plain, bound as f64)
        });
        let mut best = fee.map(|bits| (Clue::AmountBankFee, bits, Some(DifferenceKind::BankFee)));
        let mut offer = |clue, bits, why| {
            if best.as_ref().is_none_or(|(_, most, _)| bits > *most) {
                best = Some((clue, bits, why));
            }
        };
        if completes {
            offer(Clue::AmountCompletes, point(p::AMOUNT_COMPLETES), None);
        }
        if is_fraction(paid, open) {
            offer(Clue::AmountFraction, point(p::AMOUNT_FRACTION), None);
        }
        if changed_over(paid, open) {
            offer(Clue::AmountKeying, point(p::AMOUNT_KEYING), Some(DifferenceKind::KeyingError));
        }
        offer(Clue::AmountPart, spread(p::AMOUNT_PART, open as f64), None);
        let (clue, bits, why) = best?;
        return relation(clue, bits, why);
    }
    if paid == open.saturating_mul(2) {
        return relation(Clue::AmountDouble, point(p::AMOUNT_DOUBLE), None);
    }
    if changed_over(paid, open) {
        return relation(Clue::AmountKeying, point(p::AMOUNT_KEYING), None);
    }
    let [little, some, much] = p::OVER.map(|share| share * p::AMOUNT_OVER);
    let over = match -short {
        over if over <= open / 20 => spread(little, open as f64 / 20.0),
        over if over <= open / 2 => spread(some, open as f64 / 2.0),
        _ => spread(much, paid as f64 * 2.0),
    };
    relation(Clue::AmountOver, over, None)
}

/// Bits for a payment that is over what an open sum comes to at a known rate by a share of it, against payments spread as
/// evenly as amounts are; `None` where it is too far off.
pub(crate) fn converted(over: f64) -> Option<f64> {
    let (_, width, share) =
        p::CONVERTED.into_iter().find(|((from, to), ..)| (*from..=*to).contains(&over))?;
    Some(log2(share * 9.0 / width))
}

/// The relation of a payment that is short for a reason which its text says; `None` where more than half is missing.
pub(crate) fn lessened(chance: f64, paid: i64, owed: &Owed<'_>, why: DifferenceKind) -> Option<Relation> {
    let taken = owed.open.saturating_sub(paid);
    if taken <= 0 || taken > owed.open / 2 {
        return None;
    }
    let withheld = why == DifferenceKind::WithholdingTax
        && [owed.open, owed.open - owed.tax].iter().any(|base| is_percent(taken, *base));
    let (clue, bits) = match withheld {
        true => (Clue::AmountWithheld, log2(p::AMOUNT_WITHHELD / chance)),
        false => {
            (Clue::AmountDeducted, log2(p::AMOUNT_DEDUCTED * 9.0 * paid as f64 * 2.0 / owed.open as f64))
        }
    };
    Some(Relation { clue, bits, settles: paid, short: Some(why) })
}

/// Whether a part is so many whole percent of a sum, to the unit; taxes at source are no more than 35.
fn is_percent(part: i64, of: i64) -> bool {
    (1..=35).any(|percent| (i128::from(part) * 100 - i128::from(of) * percent).abs() <= 100)
}

/// Halves, thirds, quarters, fifths, tenths and their multiples, to the unit.
fn is_fraction(paid: i64, open: i64) -> bool {
    [2_i64, 3, 4, 5, 10].iter().any(|parts| {
        let product = i128::from(paid) * i128::from(*parts);
        let times = (product + i128::from(open) / 2) / i128::from(open);
        times >= 1
            && times < i128::from(*parts)
            && (product - times * i128::from(open)).abs() <= i128::from(*parts)
    })
}

/// Whether two numbers differ by two neighbouring digits changed over.
pub(crate) fn changed_over(a: i64, b: i64) -> bool {
    // Changing two digits over changes a number by a multiple of nine.
    if a.saturating_sub(b) % 9 != 0 {
        return false;
    }
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    // What is the same at the end goes; then two digits are left that differ, and the rest is the same again.
    while a != b && a % 10 == b % 10 {
        (a, b) = (a / 10, b / 10);
    }
    let turned = a % 10 * 10 + a / 10 % 10;
    a != b && a >= 10 && b >= 10 && turned == b % 100 && a / 100 == b / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_parts_are_recognised() {
        assert!(is_fraction(5000, 10_000));
        assert!(is_fraction(3333, 10_000));
        assert!(is_fraction(7500, 10_000));
        assert!(!is_fraction(4711, 10_000));
    }

    proptest::proptest! {
        #[test]
        fn digits_changed_over_are_those_that_differ_so_in_writing(a in 1_i64..20_000, place in 0..5_u32, off in 0..2_i64) {
            let step = 10_i64.pow(place);
            let (low, high) = (a / step % 10, a / step / 10 % 10);
            let b = a + (low - high) * 9 * step + off;
            let (x, y) = (a.to_string(), b.to_string());
            let differ: Vec<usize> = (0..x.len().min(y.len())).filter(|at| x[*at..=*at] != y[*at..=*at]).collect();
            let turned = |i: usize| x[i..=i] == y[i + 1..=i + 1] && x[i + 1..=i + 1] == y[i..=i];
            let over = x.len() == y.len() && differ.len() == 2 && differ[1] == differ[0] + 1 && turned(differ[0]);
            proptest::prop_assert_eq!(changed_over(a, b), over);
        }
    }

    #[test]
    fn whole_percents_are_recognised() {
        assert!(is_percent(1_500, 10_000));
        assert!(is_percent(1_483, 9_887));
        assert!(!is_percent(1_450, 10_000));
    }

    #[test]
    fn digits_changed_over_are_recognised() {
        assert!(changed_over(12_340, 12_430));
        assert!(!changed_over(12_340, 13_420));
        assert!(!changed_over(12_340, 12_340));
    }
}
