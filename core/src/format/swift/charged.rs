//! Amounts before charges or conversion: `/OCMT/EUR11,85//CHGS/EUR0,50/` beside `:61:`, `OAMT+` and `COAM+` in `:86:`.

use super::said::Said;
use super::value;
use crate::model::{Fee, Original, Transaction};
use crate::money::{Amount, Currency};
use rust_decimal::{Decimal, RoundingStrategy};

/// Reads what the details say of amounts into fees and the amount before conversion; what is not borne out by the entry's
/// amount is kept as the bank wrote it.
pub(super) fn read(said: &mut Said, transaction: &mut Transaction) {
    let amount = transaction.amount;
    if said.original.is_empty() && said.charges.is_empty() {
        return;
    }
    let currency = amount.currency();
    let original = money(&said.original, currency)
        .and_then(|stated| if amount.minor() < 0 { stated.checked_neg().ok() } else { Some(stated) });
    let charges = money(&said.charges, currency);
    let mut proven = false;
    if let (Some(original), Some(charges)) = (original, charges)
        && original.currency() == currency
        && charges.currency() == currency
        && !charges.is_zero()
        && amount.checked_add(charges) == Ok(original)
    {
        transaction.fees.push(Fee { amount: charges, kind: "bank_fee".to_owned() });
        proven = true;
    }
    if let Some(original) = original.filter(|original| original.currency() != currency && !original.is_zero())
    {
        let rate = rate(original, amount, &said.rate);
        transaction.original = Some(Original { amount: original, rate });
    }
    if !said.charges.is_empty() && !proven {
        transaction.metadata.insert("charges", core::mem::take(&mut said.charges));
    }
}

/// `CAD47,11`, or `11,85` of the account's currency.
fn money(text: &str, currency: Currency) -> Option<Amount> {
    let text = text.split('/').next()?.trim();
    match text.split_at_checked(3) {
        Some((code, amount)) if text.starts_with(|first: char| first.is_ascii_alphabetic()) => {
            value::amount(amount.trim(), Currency::parse(code).ok()?).ok()
        }
        _ => value::amount(text, currency).ok(),
    }
}

/// The rate with `amount × rate = gross`, where the quoted one is that; banks quote either way round.
fn rate(amount: Amount, gross: Amount, quoted: &str) -> Option<Decimal> {
    let quoted: Decimal = quoted.trim().trim_matches('/').replace(',', ".").parse().ok()?;
    let hits = |rate: &Decimal| {
        let product = amount.to_decimal().checked_mul(*rate)?;
        let digits = u32::from(gross.currency().decimals());
        Some(
            product.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
                == gross.to_decimal(),
        )
    };
    let turned = Decimal::ONE.checked_div(quoted)?;
    [quoted.normalize(), turned].into_iter().find(|rate| *rate > Decimal::ZERO && hits(rate) == Some(true))
}
