//! How much of what a payment settled is taken back of each item, and what of the money is something else.

use crate::matching::decide::decision::{portion, rate};
use crate::matching::result::{Allocation, Source, Target};
use crate::money::{Amount, Currency};

/// What a payment settled, and still does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub target: Target,
    /// In the currency of the target.
    pub amount: i64,
    pub currency: Currency,
}

/// Money that is to be taken back, or given again: its size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Money {
    pub amount: i64,
    pub currency: Currency,
    /// Before conversion.
    pub original: Option<(i64, Currency)>,
}

/// What is taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    /// Of each part, in the part's currency, and what that is in the money's own.
    pub amounts: Vec<(i64, i64)>,
    /// More than was settled: a charge beside it.
    pub fee: i64,
    /// Of what had been paid too much, or settles nothing.
    pub surplus: i64,
    /// Everything that was settled.
    pub whole: bool,
    /// Which parts are meant, or at which rate, is not said.
    pub guessed: bool,
}

/// Splits the money over the parts. `surplus` is what the payment had brought too much, in the money's currency; `fee`
/// the largest charge that may stand beside it. `None` where there is nothing to take.
pub(crate) fn take_back(money: Money, parts: &[Part], surplus: i64, fee: i64) -> Option<Taken> {
    let currency = parts.first().map_or(money.currency, |part| part.currency);
    if money.amount <= 0 || parts.iter().any(|part| part.currency != currency || part.amount < 0) {
        return None;
    }
    let total = parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.amount))?;
    if currency == money.currency {
        return Some(same_currency(money.amount, parts, total, surplus, fee));
    }
    // The whole was converted; of a part the rate must be told.
    let told = money.original.filter(|(_, original)| *original == currency).map(|(amount, _)| amount);
    let size = told.unwrap_or(total);
    let mut taken = same_currency(size, parts, total, 0, 0);
    if size > total || total == 0 {
        return None;
    }
    taken.guessed |= told.is_none();
    let mut left = money.amount;
    let last = taken.amounts.iter().rposition(|part| part.0 > 0)?;
    for (at, (amount, own)) in taken.amounts.iter_mut().enumerate() {
        *own = if at == last { left } else { portion(money.amount, *amount, size).min(left) };
        left -= *own;
    }
    Some(taken)
}

fn same_currency(size: i64, parts: &[Part], total: i64, surplus: i64, fee: i64) -> Taken {
    let mut taken = Taken { amounts: vec![(0, 0); parts.len()], ..Taken::default() };
    // What settled nothing goes first, unless the money is exactly what settled something.
    let from_surplus = if size == total { 0 } else { surplus.max(0).min(size) };
    let mut left = size - from_surplus;
    taken.surplus = from_surplus;
    if left >= total {
        for (amount, part) in taken.amounts.iter_mut().zip(parts) {
            *amount = (part.amount, part.amount);
        }
        let more = left - total;
        (taken.whole, taken.guessed) = (true, more > fee);
        if more <= fee {
            taken.fee = more;
        } else {
            taken.surplus += more;
        }
        return taken;
    }
    let mut equal = parts.iter().enumerate().filter(|(_, part)| part.amount == left);
    if let (Some((at, _)), None) = (equal.next(), equal.next()) {
        if let Some(amount) = taken.amounts.get_mut(at) {
            *amount = (left, left);
        }
        return taken;
    }
    taken.guessed = parts.len() > 1 && left > 0;
    for (amount, part) in taken.amounts.iter_mut().zip(parts).rev() {
        let own = part.amount.min(left);
        *amount = (own, own);
        left -= own;
    }
    taken
}

/// The allocations of what is taken back (`sign` −1) or given again (1).
pub(crate) fn allocations(
    transaction: &str,
    money: Money,
    parts: &[Part],
    taken: &Taken,
    sign: i64,
) -> Vec<Allocation> {
    let parts = parts.iter().zip(&taken.amounts).filter(|(_, amounts)| amounts.0 != 0);
    parts
        .map(|(part, (amount, own))| Allocation {
            source: Source::Transaction(transaction.to_string()),
            target: part.target.clone(),
            amount: Amount::new(sign * amount, part.currency),
            paid: (part.currency != money.currency).then(|| {
                let rate = rate(*own, money.currency, *amount, part.currency);
                (Amount::new(sign * own, money.currency), rate)
            }),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(id: &str, amount: i64) -> Part {
        Part { target: Target::Invoice(id.into()), amount, currency: Currency::EUR }
    }

    fn euros(amount: i64) -> Money {
        Money { amount, currency: Currency::EUR, original: None }
    }

    fn amounts(taken: &Taken) -> Vec<i64> {
        taken.amounts.iter().map(|amount| amount.0).collect()
    }

    #[test]
    fn the_whole_a_part_and_more() {
        let parts = [part("a", 100), part("b", 50)];
        let whole = take_back(euros(150), &parts, 0, 20).unwrap();
        assert_eq!((amounts(&whole), whole.whole, whole.guessed), (vec![100, 50], true, false));
        let with_fee = take_back(euros(165), &parts, 0, 20).unwrap();
        assert_eq!((amounts(&with_fee), with_fee.fee, with_fee.guessed), (vec![100, 50], 15, false));
        let far_more = take_back(euros(190), &parts, 0, 20).unwrap();
        assert_eq!((far_more.fee, far_more.surplus, far_more.guessed), (0, 40, true));
        let one = take_back(euros(100), &parts, 0, 20).unwrap();
        assert_eq!((amounts(&one), one.guessed), (vec![100, 0], false));
        let some = take_back(euros(70), &parts, 0, 20).unwrap();
        assert_eq!((amounts(&some), some.guessed), (vec![20, 50], true));
        let of_one = take_back(euros(70), &parts[..1], 0, 20).unwrap();
        assert_eq!((amounts(&of_one), of_one.guessed), (vec![70], false));
    }

    #[test]
    fn what_was_paid_too_much_goes_first() {
        let parts = [part("a", 100)];
        let taken = take_back(euros(20), &parts, 20, 0).unwrap();
        assert_eq!((amounts(&taken), taken.surplus), (vec![0], 20));
        let both = take_back(euros(120), &parts, 20, 0).unwrap();
        assert_eq!((amounts(&both), both.surplus, both.whole), (vec![100], 20, true));
        let nothing_settled = take_back(euros(20), &[], 20, 0).unwrap();
        assert_eq!(nothing_settled.surplus, 20);
    }

    #[test]
    fn another_currency_needs_the_whole_or_what_it_was() {
        let dollars = Currency::parse("USD").unwrap();
        let parts = [Part { currency: dollars, ..part("a", 10_000) }];
        let whole = take_back(euros(9_200), &parts, 0, 0).unwrap();
        assert_eq!((whole.amounts.as_slice(), whole.guessed), (&[(10_000, 9_200)][..], true));
        let half = Money { original: Some((5_000, dollars)), ..euros(4_600) };
        let half = take_back(half, &parts, 0, 0).unwrap();
        assert_eq!((half.amounts.as_slice(), half.guessed), (&[(5_000, 4_600)][..], false));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_taken_twice(
            settled in proptest::collection::vec(0..10_000_i64, 0..5),
            size in 1..40_000_i64,
            surplus in 0..5_000_i64,
            fee in 0..3_000_i64,
        ) {
            let parts: Vec<Part> = settled.iter().map(|amount| part("a", *amount)).collect();
            let taken = take_back(euros(size), &parts, surplus, fee).unwrap();
            let sum: i64 = amounts(&taken).iter().sum();
            prop_assert_eq!(sum + taken.fee + taken.surplus, size);
            prop_assert!(taken.fee <= fee);
            prop_assert!(taken.amounts.iter().zip(&parts).all(|(own, part)| own.0 >= 0 && own.0 <= part.amount));
        }
    }
}
