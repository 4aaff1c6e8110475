//! An object of the API as it comes: the fields of all kinds that are read, each as text until its kind is known.

use super::super::ReadOptions;
use super::super::json::{Text, part};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;

type Raw<'a> = Option<&'a RawValue>;

/// Any object, of which nothing must be there.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Object<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    amount: Raw<'a>,
    #[serde(borrow)]
    deducted_fees: Raw<'a>,
    #[serde(borrow)]
    account_balance: Raw<'a>,
    #[serde(borrow)]
    balance_after_transaction: Raw<'a>,
    #[serde(borrow)]
    currency: Text<'a>,
    #[serde(borrow)]
    pub(super) status: Text<'a>,
    #[serde(borrow)]
    pub(super) created_at: Text<'a>,
    #[serde(borrow)]
    charge_date: Text<'a>,
    #[serde(borrow)]
    arrival_date: Text<'a>,
    #[serde(borrow)]
    value_date: Text<'a>,
    #[serde(borrow)]
    last_updated_at: Text<'a>,
    #[serde(borrow)]
    pub(super) description: Text<'a>,
    #[serde(borrow)]
    pub(super) reference: Text<'a>,
    #[serde(borrow)]
    pub(super) scheme: Text<'a>,
    #[serde(borrow)]
    pub(super) metadata: Raw<'a>,
    #[serde(borrow)]
    links: Raw<'a>,
    #[serde(borrow)]
    fx: Raw<'a>,
    /// What an event is of, and what happened.
    #[serde(borrow)]
    pub(super) resource_type: Text<'a>,
    #[serde(borrow)]
    pub(super) action: Text<'a>,
    #[serde(borrow)]
    details: Raw<'a>,
    /// What an item of a payout is.
    #[serde(borrow, rename = "type")]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) taxes: Raw<'a>,
    #[serde(borrow)]
    pub(super) payout_type: Text<'a>,
    #[serde(borrow)]
    pub(super) given_name: Text<'a>,
    #[serde(borrow)]
    pub(super) family_name: Text<'a>,
    #[serde(borrow)]
    pub(super) company_name: Text<'a>,
    #[serde(borrow)]
    pub(super) email: Text<'a>,
    #[serde(borrow)]
    pub(super) direction: Text<'a>,
    #[serde(borrow)]
    pub(super) counterparty_name: Text<'a>,
    #[serde(borrow)]
    pub(super) account_holder_name: Text<'a>,
    #[serde(borrow)]
    pub(super) bank_name: Text<'a>,
}

/// Ids of other objects.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Links<'a> {
    #[serde(borrow)]
    pub(super) payment: Text<'a>,
    #[serde(borrow)]
    pub(super) payout: Text<'a>,
    #[serde(borrow)]
    pub(super) refund: Text<'a>,
    #[serde(borrow)]
    pub(super) mandate: Text<'a>,
    #[serde(borrow)]
    pub(super) customer: Text<'a>,
    #[serde(borrow)]
    pub(super) creditor: Text<'a>,
    #[serde(borrow)]
    pub(super) subscription: Text<'a>,
    #[serde(borrow)]
    pub(super) instalment_schedule: Text<'a>,
    #[serde(borrow)]
    pub(super) payment_bank_account: Text<'a>,
    #[serde(borrow)]
    pub(super) outbound_payment: Text<'a>,
}

/// What changed hands in another currency.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Fx<'a> {
    #[serde(borrow)]
    fx_amount: Raw<'a>,
    #[serde(borrow)]
    fx_currency: Text<'a>,
    #[serde(borrow)]
    exchange_rate: Raw<'a>,
}

/// Why something happened.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Details<'a> {
    #[serde(borrow)]
    pub(super) cause: Text<'a>,
    #[serde(borrow)]
    pub(super) reason_code: Text<'a>,
}

impl<'a> Object<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|_| bad("not an object of the GoCardless API"))
    }

    pub(super) fn links(&self) -> Links<'a> {
        part(self.links)
    }

    pub(super) fn details(&self) -> Details<'a> {
        part(self.details)
    }

    /// The id that a record must have.
    pub(super) fn required_id(&self) -> Result<String, Error> {
        self.id.some().ok_or_else(|| bad("no id").at_field("/id"))
    }

    /// The currency, or that of the options.
    pub(super) fn currency(&self, options: &ReadOptions) -> Result<Option<Currency>, Error> {
        match self.currency.0.trim() {
            "" => Ok(options.currency),
            code => {
                Currency::parse(code).map(Some).map_err(|fault| bad(fault.message()).at_field("/currency"))
            }
        }
    }

    fn money(&self, raw: Raw<'_>, field: &str, options: &ReadOptions) -> Result<Option<Amount>, Error> {
        let Some(raw) = raw.filter(|raw| raw.get() != "null") else { return Ok(None) };
        let currency = self.currency(options)?.ok_or_else(|| bad("no currency").at_field("/currency"))?;
        let minor = minor(raw.get()).map_err(|fault| fault.at_field(field))?;
        Ok(Some(Amount::new(minor, currency)))
    }

    pub(super) fn amount(&self, options: &ReadOptions) -> Result<Amount, Error> {
        let amount = self.money(self.amount, "/amount", options)?;
        amount.ok_or_else(|| bad("no amount").at_field("/amount"))
    }

    /// The amount of a payout's item, in tenths of the minor unit.
    pub(super) fn tenths(&self) -> Result<i64, Error> {
        let raw = self.amount.ok_or_else(|| bad("no amount").at_field("/amount"))?;
        tenths(raw.get()).map_err(|fault| fault.at_field("/amount"))
    }

    pub(super) fn deducted_fees(&self, options: &ReadOptions) -> Result<Option<Amount>, Error> {
        self.money(self.deducted_fees, "/deducted_fees", options)
    }

    pub(super) fn balance(&self, options: &ReadOptions) -> Result<Option<Amount>, Error> {
        let account = self.money(self.account_balance, "/account_balance", options)?;
        account.map_or_else(|| self.money(self.amount, "/amount", options), |amount| Ok(Some(amount)))
    }

    pub(super) fn balance_after(&self, options: &ReadOptions) -> Option<Amount> {
        self.money(self.balance_after_transaction, "", options).ok().flatten()
    }

    pub(super) fn created(&self, options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
        day(&self.created_at, "/created_at", options)
    }

    pub(super) fn charge_date(&self, options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
        day(&self.charge_date, "/charge_date", options)
    }

    pub(super) fn arrival_date(&self, options: &ReadOptions) -> Option<NaiveDate> {
        day(&self.arrival_date, "", options).ok().flatten()
    }

    pub(super) fn value_date(&self, options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
        day(&self.value_date, "/value_date", options)
    }

    pub(super) fn updated(&self, options: &ReadOptions) -> Option<NaiveDate> {
        day(&self.last_updated_at, "", options).ok().flatten()
    }

    /// What the amount was exchanged into, and the rate, once both are known.
    pub(super) fn fx(&self) -> Option<(Amount, Option<Decimal>)> {
        let fx: Fx<'_> = part(self.fx);
        let currency = Currency::parse(&fx.fx_currency.0).ok()?;
        let minor = minor(fx.fx_amount?.get()).ok()?;
        let rate = fx.exchange_rate.and_then(|raw| raw.get().trim_matches('"').parse().ok());
        Some((Amount::new(minor, currency), rate.filter(|rate| *rate > Decimal::ZERO)))
    }
}

/// A tax on an item, in tenths of the minor unit.
#[derive(Deserialize)]
pub(super) struct Tax<'a> {
    #[serde(borrow, default)]
    amount: Raw<'a>,
    #[serde(borrow, default)]
    currency: Text<'a>,
}

impl Tax<'_> {
    pub(super) fn tenths(&self) -> Option<i64> {
        tenths(self.amount?.get()).ok()
    }

    pub(super) fn currency(&self) -> Option<Currency> {
        Currency::parse(&self.currency.0).ok()
    }
}

/// Whether the `meta` of a list names a page behind it.
pub(super) fn has_cursor(meta: &str) -> bool {
    #[derive(Deserialize, Default)]
    #[serde(default)]
    struct Meta<'a> {
        #[serde(borrow)]
        cursors: Raw<'a>,
    }
    #[derive(Deserialize, Default)]
    #[serde(default)]
    struct Cursors<'a> {
        #[serde(borrow)]
        after: Text<'a>,
    }
    let meta: Meta<'_> = serde_json::from_str(meta).unwrap_or_default();
    let cursors: Cursors<'_> = part(meta.cursors);
    !cursors.after.0.is_empty()
}

/// A day, or the day of a time.
fn day(text: &Text<'_>, field: &str, options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
    date::from_text(&text.0, options.utc_offset_minutes).map_err(|fault| bad(fault.message()).at_field(field))
}

/// Whole minor units: all currencies of the API have two decimals, as ISO 4217 has it.
fn minor(raw: &str) -> Result<i64, Error> {
    let text = raw.trim_matches('"');
    text.parse().map_err(|_| {
        bad("not a whole number of the currency's lowest denomination, which is what the API sends")
    })
}

/// Minor units with one decimal, `"45.0"`.
fn tenths(raw: &str) -> Result<i64, Error> {
    let said = "not minor units with at most one decimal, such as \"45.0\"";
    let text = raw.trim_matches('"').trim();
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, tenth) = digits.split_once('.').unwrap_or((digits, "0"));
    let (first, zeros) = tenth.split_at_checked(1).ok_or_else(|| bad(said))?;
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(first) || zeros.bytes().any(|byte| byte != b'0') {
        return Err(bad(said));
    }
    let number: i64 = format!("{whole}{first}").parse().map_err(|_| bad("more than 64 bits hold"))?;
    Ok(if negative { -number } else { number })
}

/// An object that is not what the API promises.
pub(super) fn bad(said: &str) -> Error {
    Error::new(Code::GocardlessProBadObject, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_units_with_one_decimal() {
        for (text, expected) in [
            ("\"45.0\"", 450),
            ("-12.5", -125),
            ("7", 70),
            ("\"0.00\"", 0),
            ("-0.5", -5),
            ("\"100.10\"", 1001),
        ] {
            assert_eq!(tenths(text).unwrap(), expected, "{text}");
        }
        for text in ["\"\"", "1.", ".5", "1.25", "1e3", "--1", "1.5.0", "99999999999999999999", "null", "-"] {
            assert_eq!(tenths(text).unwrap_err().code(), Code::GocardlessProBadObject, "{text}");
        }
    }
}
