//! The cash side of an investment: what buying, selling and holding securities moved on the account.

use super::names::{self, Name, Record};
use super::row::{Moved, is_counted, no_currency};
use super::statement::Statement;
use super::value;
use crate::error::{Code, Error};
use crate::model::{BankCode, Reference, ReferenceKind, Transaction, TransactionKind};
use crate::money::Currency;

/// The elements of a movement of securities, as they stand in the text.
#[derive(Default)]
pub(super) struct Fields<'a> {
    fitid: &'a str,
    server: &'a str,
    traded: &'a str,
    settled: &'a str,
    memo: &'a str,
    total: &'a str,
    security: &'a str,
    units: &'a str,
    price: &'a str,
    income: &'a str,
    symbol: &'a str,
    /// `ORIGCURRENCY`: the total was converted already.
    converted: bool,
}

impl<'a> Fields<'a> {
    pub(super) fn put(&mut self, name: Name, raw: &'a str) {
        let slot = match name {
            names::FITID => &mut self.fitid,
            names::SRVRTID => &mut self.server,
            names::DTTRADE => &mut self.traded,
            names::DTSETTLE => &mut self.settled,
            names::MEMO => &mut self.memo,
            names::TOTAL => &mut self.total,
            names::UNIQUEID => &mut self.security,
            names::UNITS => &mut self.units,
            names::UNITPRICE => &mut self.price,
            names::INCOMETYPE => &mut self.income,
            names::CURSYM => &mut self.symbol,
            names::ORIGCURRENCY => {
                self.converted = true;
                return;
            }
            _ => return,
        };
        if slot.is_empty() {
            *slot = raw.trim_ascii();
        }
    }
}

/// Reads what a movement of securities moved on the account. It is booked on the day of the trade.
pub(super) fn read(fields: &Fields<'_>, record: Record, statement: &Statement) -> Result<Moved, Error> {
    let own = Some(fields.symbol).filter(|symbol| !symbol.is_empty() && !fields.converted);
    let own = own.map(|symbol| Currency::parse(&value::plain(symbol))).transpose();
    let currency =
        own.map_err(|error| error.at_field("CURSYM"))?.or(statement.currency).ok_or_else(no_currency)?;
    if fields.total.is_empty() {
        return Err(Error::new(Code::OfxBadAmount, "a trade or an income without a total").at_field("TOTAL"));
    }
    let (amount, doubtful) =
        value::amount(fields.total, currency).map_err(|error| error.at_field("TOTAL"))?;
    let day = value::day(fields.traded).ok().flatten().ok_or_else(|| {
        let said = "a trade or an income without a date such as 20260304 between the years 1900 and 2199";
        Error::new(Code::OfxBadDate, said).at_field("DTTRADE")
    })?;
    let mut row = Transaction::new(String::new(), day, amount);
    row.source = "ofx".into();
    row.account.clone_from(&statement.account);
    row.value_on = value::day(fields.settled).ok().flatten();
    let (code, kind) = match record {
        Record::Buy => ("BUY", TransactionKind::Other),
        Record::Sell => ("SELL", TransactionKind::Other),
        Record::Income => ("INCOME", TransactionKind::Other),
        Record::Expense => ("INVEXPENSE", TransactionKind::Fee),
        Record::Interest => ("MARGININTEREST", TransactionKind::Interest),
        _ => ("RETOFCAP", TransactionKind::Other),
    };
    row.kind = kind;
    let sub_family = value::given(fields.income);
    row.bank_code = Some(BankCode { proprietary: Some(code.to_owned()), sub_family, ..BankCode::default() });
    row.remittance = value::clean(fields.memo);
    for (key, raw) in [("security", fields.security), ("units", fields.units), ("unit_price", fields.price)] {
        if let Some(value) = value::given(raw) {
            row.metadata.insert(key, value);
        }
    }
    let reference = value::given(fields.fitid).filter(|fitid| !is_counted(fitid));
    for value in [fields.server, fields.fitid].into_iter().filter_map(value::given) {
        row.references.push(Reference { kind: ReferenceKind::Bank, value });
    }
    // Units taken back turn a trade round; without that, its direction is known.
    let back = fields.units.starts_with('-') == (record == Record::Buy);
    let turned = match record {
        Record::Buy => amount.minor() > 0 && !back,
        Record::Sell => amount.minor() < 0 && !back,
        _ => false,
    };
    let turned =
        turned.then_some("a purchase with a positive total, or a sale with a negative one: taken as signed");
    Ok(Moved { transaction: row, reference, assumed: [doubtful.then_some(value::DOUBTFUL), turned] })
}
