//! Amounts, dates, charges and conversions of an entry.

use crate::error::{Code, Error};
use crate::format::ReadOptions;
use crate::format::xml::Node;
use crate::model::{Fee, Original};
use crate::money::{Amount, Currency};
use chrono::{DateTime, Datelike, Duration, NaiveDate};
use rust_decimal::Decimal;

/// `<Amt Ccy="EUR">12.50</Amt>`: never signed, up to five decimals of which those beyond the currency's are zeros.
///
/// # Errors
/// `format.camt.bad_amount`, `money.precision`, `money.currency_unknown`, `format.camt.missing` for no currency.
pub(super) fn amount(node: Node<'_, '_>, default: Option<Currency>) -> Result<Amount, Error> {
    let currency = match node.attribute("Ccy") {
        Some(code) => Currency::parse(code)?,
        None => default.ok_or_else(|| {
            Error::new(Code::CamtMissing, "an amount without Ccy, in an account without a currency")
        })?,
    };
    let text = node.text();
    // XML Schema's decimals may begin or end with the point.
    let text = text.strip_suffix('.').unwrap_or(text);
    let padded;
    let text = if text.starts_with('.') {
        padded = format!("0{text}");
        padded.as_str()
    } else {
        text
    };
    if text.starts_with('-') {
        return Err(Error::new(Code::CamtBadAmount, "a signed amount: CdtDbtInd alone says the direction"));
    }
    Amount::parse(text, currency).map_err(|error| match error.code() {
        Code::MoneySyntax => Error::new(Code::CamtBadAmount, error.message()),
        _ => error,
    })
}

/// `<BookgDt><Dt>` or `<DtTm>`, or such text itself.
///
/// A time with its offset (`Z`, `+02:00`) is an instant, and becomes a day by the option `utc_offset_minutes`. A date, also
/// with the time zone that XML Schema allows behind it, and a time without an offset keep the day that is written.
///
/// # Errors
/// `format.camt.bad_date` for no date, one that does not exist, or a year outside 1900 to 2199.
pub(super) fn day(node: Node<'_, '_>, options: &ReadOptions) -> Result<NaiveDate, Error> {
    let bad =
        || Error::new(Code::CamtBadDate, "not a date such as 2026-03-04 between the years 1900 and 2199");
    let text = node.text_at(["Dt"]).or_else(|| node.text_at(["DtTm"])).unwrap_or_else(|| node.text());
    let written = text.get(..10).and_then(iso).ok_or_else(bad)?;
    let behind = text.get(10..).unwrap_or_default();
    let date = match behind.strip_prefix(['T', ' ']) {
        Some(time) if time.contains(['Z', '+', '-']) => {
            let instant = DateTime::parse_from_rfc3339(text).map_err(|_| bad())?;
            let moved = Duration::minutes(i64::from(options.utc_offset_minutes));
            instant.naive_utc().checked_add_signed(moved).ok_or_else(bad)?.date()
        }
        Some(_) => written,
        None if behind.is_empty() || behind.starts_with(['Z', '+', '-']) => written,
        None => return Err(bad()),
    };
    if (1900..2200).contains(&date.year()) { Ok(date) } else { Err(bad()) }
}

/// `2026-03-04`, digit by digit: the hot path of every entry.
fn iso(text: &str) -> Option<NaiveDate> {
    let number = |part: Option<&str>| {
        part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let (year, month, day) = (number(text.get(..4))?, number(text.get(5..7))?, number(text.get(8..10))?);
    if text.as_bytes().get(4) != Some(&b'-') || text.as_bytes().get(7) != Some(&b'-') {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The direction: `true` for money in.
pub(super) fn is_credit(node: Node<'_, '_>) -> Option<bool> {
    match node.text_at(["CdtDbtInd"])? {
        "CRDT" => Some(true),
        "DBIT" => Some(false),
        _ => None,
    }
}

/// The amount with its sign.
pub(super) fn signed(amount: Amount, credit: bool) -> Result<Amount, Error> {
    if credit { Ok(amount) } else { amount.checked_neg() }
}

/// Charges of an entry or of one of its details.
#[derive(Default)]
pub(super) struct Charges {
    /// Stated as part of the amount (`ChrgInclInd`).
    pub(super) included: Vec<Amount>,
    /// Not stated to be part of it or beside it.
    pub(super) unsaid: Vec<Amount>,
    /// In a currency that is not the account's.
    pub(super) foreign: Vec<Amount>,
}

/// Reads `Chrgs`: one record each up to version 3, `Rcrd` within since. A charge given back is none.
pub(super) fn charges(node: Node<'_, '_>, currency: Currency) -> Charges {
    let mut charges = Charges::default();
    for outer in node.all("Chrgs") {
        let single = outer.child("Rcrd").is_none().then_some(outer);
        for record in outer.all("Rcrd").chain(single) {
            let Some(stated) = record.child("Amt").or_else(|| record.child("TtlChrgsAndTaxAmt")) else {
                continue;
            };
            let Ok(charge) = amount(stated, Some(currency)) else { continue };
            if charge.is_zero() || is_credit(record) == Some(true) {
                continue;
            }
            if charge.currency() != currency {
                charges.foreign.push(charge);
                continue;
            }
            match record.text_at(["ChrgInclInd"]) {
                Some("true" | "1") => charges.included.push(charge),
                Some(_) => {}
                None => charges.unsaid.push(charge),
            }
        }
    }
    charges
}

impl Charges {
    /// What was taken off before the amount: what is said to be included; and what is not said, where the payer's
    /// amount proves it.
    pub(super) fn fees(&self, amount: Amount, instructed: Option<Amount>) -> Vec<Fee> {
        let proven = || {
            let gross = self.unsaid.iter().try_fold(amount, |sum, charge| sum.checked_add(*charge)).ok();
            !self.unsaid.is_empty() && gross.is_some() && gross == instructed
        };
        let mut taken = self.included.clone();
        if taken.is_empty() && proven() {
            taken.clone_from(&self.unsaid);
        }
        taken.into_iter().map(|amount| Fee { amount, kind: "bank_fee".to_owned() }).collect()
    }

    /// All that may have been taken off, as one sum.
    pub(super) fn sum(&self, currency: Currency) -> Option<Amount> {
        self.included
            .iter()
            .chain(&self.unsaid)
            .try_fold(Amount::zero(currency), |sum, charge| sum.checked_add(*charge))
            .ok()
    }
}

/// An amount of `AmtDtls` in the account's currency, for proofs: what the payer instructed, or the transaction's.
pub(super) fn instructed(node: Node<'_, '_>, currency: Currency) -> Option<Amount> {
    let details = node.child("AmtDtls")?;
    ["InstdAmt", "TxAmt"]
        .into_iter()
        .filter_map(|name| details.path([name, "Amt"]).and_then(|stated| amount(stated, Some(currency)).ok()))
        .find(|stated| stated.currency() == currency)
}

/// The amount before conversion, signed as `gross`, with its rate where the two amounts bear it out.
pub(super) fn original(node: Node<'_, '_>, gross: Amount) -> Option<Original> {
    let details = node.child("AmtDtls")?;
    let stated = || ["InstdAmt", "TxAmt", "CntrValAmt"].into_iter().filter_map(|name| details.child(name));
    let foreign = stated()
        .filter_map(|part| part.child("Amt").and_then(|node| amount(node, None).ok()))
        .find(|found| found.currency() != gross.currency() && !found.is_zero())?;
    let foreign = signed(foreign, gross.minor() >= 0).ok()?;
    let quoted =
        stated().find_map(|part| part.text_at(["CcyXchg", "XchgRate"])).and_then(|text| text.parse().ok());
    Some(Original { amount: foreign, rate: quoted.and_then(|quoted| rate(foreign, gross, quoted)) })
}

/// The rate with `amount × rate = gross`. Banks quote either way round and to a few digits: what they quote is taken
/// where it is exact, the quotient of the amounts where the quote comes near it, and nothing where neither holds.
fn rate(amount: Amount, gross: Amount, quoted: Decimal) -> Option<Decimal> {
    let exact = gross.to_decimal().checked_div(amount.to_decimal())?;
    let hits = |rate: Decimal| {
        let product = amount.to_decimal().checked_mul(rate)?;
        let digits = u32::from(gross.currency().decimals());
        let rounded =
            product.round_dp_with_strategy(digits, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        Some(rounded == gross.to_decimal())
    };
    if quoted <= Decimal::ZERO {
        return None;
    }
    if hits(quoted) == Some(true) {
        return Some(quoted.normalize());
    }
    let inverse = Decimal::ONE.checked_div(quoted)?;
    let near = |rate: Decimal| {
        let gap = rate.checked_sub(exact)?.abs();
        Some(gap <= exact.checked_div(Decimal::from(100))?)
    };
    (near(quoted) == Some(true) || near(inverse) == Some(true)).then_some(exact)
}
