//! A movement of a bank account or a card to a transaction.

use super::kind;
use super::names::{self, Name};
use super::statement::{Statement, bic};
use super::value;
use crate::error::{Code, Error};
use crate::format::reading::wording;
use crate::model::{BankCode, Original, Reference, ReferenceKind, Status, Transaction};
use crate::money::{Amount, Currency};
use crate::party::Iban;
use rust_decimal::{Decimal, RoundingStrategy};

/// Digits of a FITID that is a number counted within its export, and so tells no row of the account.
const COUNTED: usize = 4;

/// The elements of a movement, as they stand in the text.
#[derive(Default)]
pub(super) struct Fields<'a> {
    kind: &'a str,
    posted: &'a str,
    user: &'a str,
    available: &'a str,
    amount: &'a str,
    fitid: &'a str,
    corrects: &'a str,
    action: &'a str,
    server: &'a str,
    check: &'a str,
    reference: &'a str,
    sic: &'a str,
    name: &'a str,
    payee: &'a str,
    extended: &'a str,
    memo: &'a str,
    more: &'a str,
    account: &'a str,
    bank: &'a str,
    symbol: &'a str,
    rate: &'a str,
    /// `ORIGCURRENCY`: the amount was converted already.
    converted: bool,
    in_payee: bool,
}

impl<'a> Fields<'a> {
    pub(super) fn put(&mut self, name: Name, raw: &'a str) {
        let slot = match name {
            names::TRNTYPE => &mut self.kind,
            names::DTPOSTED | names::DTTRAN => &mut self.posted,
            names::DTUSER => &mut self.user,
            names::DTAVAIL | names::VALUEDATE => &mut self.available,
            names::TRNAMT => &mut self.amount,
            names::FITID => &mut self.fitid,
            names::CORRECTFITID => &mut self.corrects,
            names::CORRECTACTION => &mut self.action,
            names::SRVRTID => &mut self.server,
            names::CHECKNUM => &mut self.check,
            names::REFNUM => &mut self.reference,
            names::SIC => &mut self.sic,
            names::NAME if self.in_payee => &mut self.payee,
            names::NAME => &mut self.name,
            names::EXTDNAME => &mut self.extended,
            names::MEMO => &mut self.memo,
            names::MEMO2 => &mut self.more,
            names::ACCTID => &mut self.account,
            names::BANKID => &mut self.bank,
            names::CURSYM => &mut self.symbol,
            names::CURRATE => &mut self.rate,
            names::PAYEE => {
                self.in_payee = true;
                return;
            }
            // Some write the currency itself where the standard has an aggregate.
            names::CURRENCY => &mut self.symbol,
            names::ORIGCURRENCY => {
                self.converted = true;
                &mut self.symbol
            }
            _ => return,
        };
        if slot.is_empty() {
            *slot = raw.trim_ascii();
        }
    }
}

/// A row whose id is to be given.
pub(super) struct Moved {
    pub(super) transaction: Transaction,
    /// The bank's reference that tells the row from others of the account.
    pub(super) reference: Option<String>,
    /// What was assumed.
    pub(super) assumed: [Option<&'static str>; 2],
}

/// The id of the row that a movement corrects.
fn corrected(fields: &Fields<'_>, statement: &Statement) -> Option<String> {
    let fitid = value::given(fields.corrects)?;
    Some(match &statement.account {
        Some(account) => format!("{account}:{fitid}"),
        None => fitid,
    })
}

/// The id of the row that a movement deletes, where it does nothing else.
pub(super) fn deleted(fields: &Fields<'_>, statement: &Statement) -> Option<String> {
    let deletes = value::plain(fields.action).eq_ignore_ascii_case("DELETE");
    corrected(fields, statement).filter(|_| deletes)
}

/// Reads a movement.
pub(super) fn read(fields: &Fields<'_>, statement: &Statement, announced: bool) -> Result<Moved, Error> {
    let kind = value::plain(fields.kind);
    let (amount, doubtful) = amount(fields, statement.currency)?;
    let (booked_on, undated) = booked_on(fields)?;
    let mut row = Transaction::new(String::new(), booked_on, amount);
    row.source = "ofx".into();
    row.account.clone_from(&statement.account);
    row.value_on = value::day(fields.available).ok().flatten();
    if announced || statement.announced || kind::is_hold(&kind) {
        row.status = Status::Pending;
    }
    row.kind = kind::kind(&kind, statement.of);
    row.reverses = corrected(fields, statement);
    if !kind.is_empty() {
        row.bank_code = Some(BankCode { proprietary: Some(kind.into_owned()), ..BankCode::default() });
    }
    parties(fields, &mut row);
    let fitid = value::given(fields.fitid);
    references(fields, fitid.as_deref(), &mut row);
    conversion(fields, statement.currency, &mut row);
    if let Some(sic) = value::given(fields.sic) {
        row.metadata.insert("sic", sic);
    }
    let reference = fitid.filter(|fitid| !is_counted(fitid));
    Ok(Moved { transaction: row, reference, assumed: [doubtful.then_some(value::DOUBTFUL), undated] })
}

fn amount(fields: &Fields<'_>, currency: Option<Currency>) -> Result<(Amount, bool), Error> {
    let own = Some(fields.symbol).filter(|symbol| !symbol.is_empty() && !fields.converted);
    let own = own.map(|symbol| Currency::parse(&value::plain(symbol))).transpose();
    let currency = own.map_err(|error| error.at_field("CURSYM"))?.or(currency).ok_or_else(no_currency)?;
    if fields.amount.is_empty() {
        return Err(Error::new(Code::OfxBadAmount, "a transaction without an amount").at_field("TRNAMT"));
    }
    value::amount(fields.amount, currency).map_err(|error| error.at_field("TRNAMT"))
}

/// What is said where nothing names a currency.
pub(super) fn no_currency() -> Error {
    Error::new(
        Code::OfxCurrency,
        "neither CURDEF nor an option says the currency: give `currency` in the options",
    )
    .at_field("CURDEF")
}

/// The booking date; where there is none, another of the movement's days, which is said.
fn booked_on(fields: &Fields<'_>) -> Result<(chrono::NaiveDate, Option<&'static str>), Error> {
    let bad = |said: &str| Error::new(Code::OfxBadDate, said).at_field("DTPOSTED");
    match value::day(fields.posted) {
        Ok(Some(day)) => return Ok((day, None)),
        Ok(None) => {}
        Err(value::NoDate) => return Err(bad("not a date such as 20260304 between the years 1900 and 2199")),
    }
    let other = [fields.user, fields.available].into_iter().find_map(|raw| value::day(raw).ok().flatten());
    let said = "a transaction without DTPOSTED is taken as booked when it was made, or when it is available";
    other.map(|day| (day, Some(said))).ok_or_else(|| bad("a transaction without a date"))
}

/// A FITID that tells nothing: zeros, or a number counted within its export.
pub(super) fn is_counted(fitid: &str) -> bool {
    let digits = fitid.bytes().all(|byte| byte.is_ascii_digit());
    digits && (fitid.len() <= COUNTED || fitid.bytes().all(|byte| byte == b'0'))
}

fn parties(fields: &Fields<'_>, row: &mut Transaction) {
    let named = [fields.extended, fields.payee, fields.name].into_iter().find_map(value::given);
    let mut memo = value::clean(fields.memo);
    if !fields.more.is_empty() {
        memo = wording::joined(&memo, &value::clean(fields.more));
    }
    row.remittance = wording::remittance(named.as_deref(), memo);
    row.counterparty.name = named;
    if let Some(account) = value::given(fields.account) {
        let iban = Iban::parse(&account);
        if iban.is_valid() {
            row.counterparty.iban = Some(iban.as_str().to_owned());
        } else {
            row.counterparty.account = Some(account);
        }
        row.counterparty.bic = bic(fields.bank);
    }
}

fn references(fields: &Fields<'_>, fitid: Option<&str>, row: &mut Transaction) {
    let zeros = |value: &str| value.bytes().all(|byte| byte == b'0');
    if let Some(value) =
        value::given(fields.check).filter(|value| !zeros(value) && Some(value.as_str()) != fitid)
    {
        row.references.push(Reference { kind: ReferenceKind::Cheque, value });
    }
    let fitid = fitid.map(str::to_owned);
    for value in [value::given(fields.reference), value::given(fields.server), fitid].into_iter().flatten() {
        if !zeros(&value) && row.references.iter().all(|known| known.value != value) {
            row.references.push(Reference { kind: ReferenceKind::Bank, value });
        }
    }
}

/// `CURRENCY`: the amount is of that currency, and a rate to the account's may stand beside. `ORIGCURRENCY`: the amount was
/// converted by the rate, which is what one unit of the original is in the account's currency.
fn conversion(fields: &Fields<'_>, home: Option<Currency>, row: &mut Transaction) {
    if fields.symbol.is_empty() {
        return;
    }
    let rate = value::plain(fields.rate).replace(',', ".").parse::<Decimal>().ok();
    let rate = rate.filter(|rate| *rate > Decimal::ZERO);
    if !fields.converted {
        if let Some(rate) = rate.filter(|_| home.is_some_and(|home| home != row.currency())) {
            row.metadata.insert("currency_rate", rate.normalize().to_string());
        }
        return;
    }
    let symbol = Currency::parse(&value::plain(fields.symbol)).ok();
    if let (Some(rate), Some(symbol)) = (rate, symbol.filter(|symbol| *symbol != row.currency())) {
        row.original = original(row.amount, rate, symbol);
    }
}

/// The amount before conversion: that which the rate makes the booked one of.
fn original(amount: Amount, rate: Decimal, currency: Currency) -> Option<Original> {
    let rounded = |value: Decimal, currency: Currency| {
        value.round_dp_with_strategy(u32::from(currency.decimals()), RoundingStrategy::MidpointAwayFromZero)
    };
    let exact = rounded(amount.to_decimal().checked_div(rate)?, currency);
    let original = Amount::from_decimal(exact, currency).ok().filter(|original| !original.is_zero())?;
    let hits = rounded(exact.checked_mul(rate)?, amount.currency()) == amount.to_decimal();
    let rate = if hits { Some(rate.normalize()) } else { amount.to_decimal().checked_div(exact) };
    Some(Original { amount: original, rate })
}
