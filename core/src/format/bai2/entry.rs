//! A transaction detail (16) to a row.

use super::code::{self, Meaning};
use super::field::{self, Funds, Part, Stream};
use super::labels::{Labels, Side};
use crate::error::{Code, Error};
use crate::format::reading::nothing::says_nothing;
use crate::format::reading::wording;
use crate::model::{
    BankCode, Counterparty, Reference, ReferenceKind, Returned, Transaction, TransactionKind,
};
use crate::money::{Amount, Currency};
use crate::party::{Iban, IbanVerdict};
use crate::text::push_words;
use chrono::NaiveDate;

/// What an entry came to.
#[expect(
    clippy::large_enum_variant,
    reason = "one at a time, and mostly a row: a box would cost each of them"
)]
pub(super) enum Outcome {
    /// A row without id and account, its amount in minor units as written, and what was assumed of it.
    Row { row: Transaction, stated: i64, assumed: Option<&'static str> },
    /// A note without money.
    Note,
}

/// The fields in front of the text.
struct Head<'t> {
    code: &'t str,
    amount: &'t str,
    funds: Funds,
    bank: &'t str,
    customer: &'t str,
}

fn head<'t>(stream: &mut Stream<'_, 't>) -> Head<'t> {
    let (code, amount) = (stream.next(), stream.next());
    let funds = field::funds(stream);
    Head { code, amount, funds, bank: stream.next(), customer: stream.next() }
}

/// Whether the lines of an entry so far reach into its text.
pub(super) fn reaches_text(parts: &[Part<'_>]) -> bool {
    let mut stream = Stream::new(parts);
    head(&mut stream);
    !stream.is_done()
}

/// The amount of an entry as written, for the control total.
pub(super) fn stated(parts: &[Part<'_>], currency: Currency) -> Option<Amount> {
    let mut stream = Stream::new(parts);
    stream.next();
    field::amount(stream.next(), currency, Code::Bai2BadEntry).ok()
}

/// Reads an entry that was booked on a day.
///
/// # Errors
/// `format.bai2.bad_entry`; `money.overflow`.
pub(super) fn read(parts: &[Part<'_>], currency: Currency, on: NaiveDate) -> Result<Outcome, Error> {
    let mut stream = Stream::new(parts);
    let head = head(&mut stream);
    let bad = |said: &str| Err(Error::new(Code::Bai2BadEntry, said));
    let Some(number) = code::number(head.code) else {
        return bad("the type code is not of three digits, such as 195");
    };
    let credit = match code::meaning(number) {
        Meaning::Moves { credit } => credit,
        Meaning::Note => return Ok(Outcome::Note),
        Meaning::Summary => {
            return bad("the type code of a balance or a total, where a transaction's is due");
        }
        Meaning::Unknown => return bad("a type code that says neither credit nor debit"),
    };
    let stated = field::amount(head.amount, currency, Code::Bai2BadEntry)?;
    let mut assumed = head.funds.assumed;
    if head.amount.contains('.') {
        assumed = Some("an amount with a point is taken as major units");
    }
    // The code says the direction: a sign is one too many, or a correction. Both take money out.
    let amount = if stated.minor() < 0 {
        assumed = Some("an amount with a minus sign, which the type code should say, is taken as money out");
        stated
    } else if credit {
        stated
    } else {
        stated.checked_neg()?
    };
    let mut row = Transaction::new(String::new(), on, amount);
    row.source = "bai2".into();
    row.value_on = head.funds.value_on;
    row.kind = code::kind(number);
    row.bank_code = Some(BankCode { proprietary: Some(head.code.to_owned()), ..BankCode::default() });
    texts(&stream, &head, &mut row);
    if row.kind == TransactionKind::Return {
        let reason = code::reason(&row.remittance).map(str::to_owned);
        let repeats =
            |known: &&Reference| matches!(known.kind, ReferenceKind::EndToEnd | ReferenceKind::Payment);
        let originals = row.references.iter().filter(repeats).map(|known| known.value.clone()).collect();
        row.returned = Some(Returned { stage: code::stage(number), reason, originals });
    }
    Ok(Outcome::Row { row, stated: stated.minor(), assumed })
}

/// References, text, and the other side.
fn texts(stream: &Stream<'_, '_>, head: &Head<'_>, row: &mut Transaction) {
    let room =
        stream.rest_of_line().map_or(0, str::len) + stream.lines().map(|line| line.len() + 1).sum::<usize>();
    let mut text = String::with_capacity(room);
    let mut labels = Labels::default();
    if let Some(rest) = stream.rest_of_line() {
        push_words(&mut text, rest.trim_ascii());
    }
    for line in stream.lines() {
        if !labels.take(line) {
            push_words(&mut text, line.trim_ascii());
        }
    }
    let mut customer = head.customer;
    // No reference has blanks: the text stands a field too early.
    if text.is_empty() && customer.contains(' ') {
        push_words(&mut text, customer);
        customer = "";
    }
    references(head.bank, customer, &labels, row);
    let said = labels.remittance;
    row.remittance = if said.is_empty() { text } else { wording::remittance(full(&text), said) };
    let side = if row.amount.minor() < 0 { labels.creditor } else { labels.debtor };
    row.counterparty = counterparty(side);
}

fn references(bank: &str, customer: &str, labels: &Labels<'_>, row: &mut Transaction) {
    let cheque = row.kind == TransactionKind::Cheque;
    let customers = match labels.end_to_end {
        _ if cheque && !customer.is_empty() && customer.bytes().all(|byte| byte.is_ascii_digit()) => {
            ReferenceKind::Cheque
        }
        "" => ReferenceKind::EndToEnd,
        _ => ReferenceKind::Payment,
    };
    for (kind, value) in [
        (ReferenceKind::EndToEnd, labels.end_to_end),
        (ReferenceKind::Cheque, labels.cheque),
        (customers, customer),
        (ReferenceKind::Payment, labels.clearing),
        (ReferenceKind::Bank, bank),
    ] {
        let again = |known: &Reference| known.value == value && kind != ReferenceKind::Bank;
        if !says_nothing(value) && !row.references.iter().any(again) {
            if row.references.is_empty() {
                row.references.reserve_exact(2);
            }
            row.references.push(Reference { kind, value: value.to_owned() });
        }
    }
}

fn counterparty(side: Side<'_>) -> Counterparty {
    let owned = |text: &str| full(text).map(str::to_owned);
    if side.account.is_empty() {
        return Counterparty { name: owned(side.name), bic: owned(side.bic), ..Counterparty::default() };
    }
    let iban = Iban::parse(side.account);
    let (iban, account) = if iban.verdict() == IbanVerdict::Valid {
        (Some(iban.as_str().to_owned()), None)
    } else {
        (None, owned(side.account))
    };
    Counterparty { name: owned(side.name), iban, account, bic: owned(side.bic), ..Counterparty::default() }
}

fn full(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
