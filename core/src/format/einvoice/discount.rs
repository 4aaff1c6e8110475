//! Discounts for early payment: fields of the syntaxes, and the lines that XRechnung writes into BT-20.
//!
//! Source: KoSIT, XRechnung, rule BR-DE-18: `#SKONTO#TAGE=14#PROZENT=2.00#`, with `BASISBETRAG=…#` where the percent is not
//! of the whole total. `#VERZUG#` lines speak of late payment.

use super::document::{Discount, Document, Money};
use super::totals::amount;
use crate::error::{Code, Error};
use crate::model::Terms;
use crate::money::Amount;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The discount of an invoice, and all of them as text where there are several.
pub(super) struct Discounts {
    pub(super) terms: Option<Terms>,
    pub(super) all: Option<String>,
}

/// Reads the discounts. The model holds one: the greatest is taken.
pub(super) fn discounts(document: &Document<'_>, total: Amount, warnings: &mut Vec<Error>) -> Discounts {
    let mut left_out = false;
    let mut found: Vec<Terms> = Vec::new();
    let of_text: Vec<Discount<'_>> = document.terms.iter().flat_map(|text| written(text)).collect();
    for discount in document.discounts.iter().chain(&of_text) {
        match terms(discount, document.issued_on, total) {
            Some(terms) if terms.discount_percent.is_zero() || found.contains(&terms) => {}
            Some(terms) => found.push(terms),
            None => left_out = true,
        }
    }
    if left_out {
        let said = "a discount that is no percent of the total within days of the date of issue is left out";
        warnings.push(Error::new(Code::EinvoiceLeftOut, said));
    }
    let all = (found.len() > 1).then(|| {
        let said =
            format!("{} discounts, of which the greatest is taken: all are in the metadata", found.len());
        warnings.push(Error::new(Code::EinvoiceLeftOut, said));
        let texts =
            found.iter().map(|terms| format!("{} % {} days", terms.discount_percent, terms.discount_days));
        texts.collect::<Vec<_>>().join(", ")
    });
    // Of equal ones the longest.
    let terms = found.into_iter().max_by_key(|terms| (terms.discount_percent, terms.discount_days));
    Discounts { terms, all }
}

/// The discount as the model holds it; `None` where it cannot.
fn terms(discount: &Discount<'_>, issued_on: Option<NaiveDate>, total: Amount) -> Option<Terms> {
    let percent: Decimal = discount.percent?.parse().ok()?;
    let percent = percent.normalize();
    if percent.is_zero() {
        return Some(Terms { discount_percent: percent, discount_days: 0 });
    }
    if let Some(base) = discount.base {
        let base = amount(base, total.currency()).ok()?;
        if base.minor().unsigned_abs() != total.minor().unsigned_abs() {
            return None;
        }
    }
    let until_in_days = || {
        let days = discount.until?.signed_duration_since(issued_on?).num_days();
        u32::try_from(days).ok()
    };
    let days = match (discount.days, discount.from) {
        (None, _) => until_in_days()?,
        (Some(days), None) => days,
        (Some(days), Some(from)) => {
            let before = from.signed_duration_since(issued_on?).num_days();
            u32::try_from(before.checked_add(i64::from(days))?).ok()?
        }
    };
    let fits = percent > Decimal::ZERO && percent < Decimal::ONE_HUNDRED && days <= 3660;
    fits.then_some(Terms { discount_percent: percent, discount_days: days })
}

/// The `#SKONTO#` parts of a text, on lines of their own or one behind the other.
fn written(text: &str) -> Vec<Discount<'_>> {
    let mut all: Vec<Discount<'_>> = Vec::new();
    let mut within = false;
    for part in text.split('#').map(str::trim) {
        if part == "SKONTO" {
            all.push(Discount::default());
            within = true;
            continue;
        }
        let Some((key, value)) = part.split_once('=') else {
            within &= part.is_empty();
            continue;
        };
        let Some(last) = all.last_mut().filter(|_| within) else { continue };
        match key {
            "TAGE" => last.days = value.parse().ok(),
            "PROZENT" => last.percent = Some(value),
            "BASISBETRAG" => last.base = Some(Money { text: value, currency: None, field: "" }),
            _ => within = false,
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_xrechnung() {
        let found = |text| -> Vec<(Option<u32>, Option<&str>, Option<&str>)> {
            let all = written(text).into_iter();
            all.map(|part| (part.days, part.percent, part.base.map(|base| base.text))).collect()
        };
        assert_eq!(found("#SKONTO#TAGE=14#PROZENT=2.00#\n"), [(Some(14), Some("2.00"), None)]);
        assert_eq!(
            found(
                "#SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=10.00#\n#SKONTO#TAGE=14#PROZENT=2.00#\r\n#VERZUG#TAGE=30#PROZENT=5.00#\n"
            ),
            [(Some(7), Some("3.00"), Some("10.00")), (Some(14), Some("2.00"), None)]
        );
        assert_eq!(found("#SKONTO#TAGE=7#PROZENT=3.00##SKONTO#TAGE=14#PROZENT=2.00#").len(), 2);
        assert_eq!(found("#SKONTO#TAGE=x#PROZENT=2#"), [(None, Some("2"), None)]);
        assert_eq!(found("Zahlbar in 14 Tagen, TAGE=14#PROZENT=2.00#"), []);
    }
}
