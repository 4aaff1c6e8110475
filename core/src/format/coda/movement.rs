//! A movement (21 to 23) with its information (31 to 33) to a row.

use super::code::TransactionCode;
use super::communication::Said;
use super::line::{self, Line};
use crate::error::{Code, Error};
use crate::format::reading::nothing::says_nothing;
use crate::model::{
    BankCode, Counterparty, Reference, ReferenceKind, Returned, Transaction, TransactionKind,
};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

/// A movement before it is told whether it is a row, a total or a detail.
pub(super) struct Movement<'t> {
    pub(super) code: TransactionCode<'t>,
    pub(super) amount: Amount,
    /// Its lines.
    lines: &'t [Line<'t>],
}

/// The lines of one movement.
impl<'t> Movement<'t> {
    /// Reads what is needed to tell what it is; `lines` begin with its 21.
    ///
    /// # Errors
    /// `format.coda.bad_entry`; `money.precision`.
    pub(super) fn read(lines: &'t [Line<'t>], currency: Currency) -> Result<Self, Error> {
        let bad = |said: &str| Error::new(Code::CodaBadEntry, said);
        let first = lines.first().ok_or_else(|| bad("a movement without its first line (21)"))?;
        let code = TransactionCode::read(first.field(53, 8)).ok_or_else(|| {
            bad("the transaction code is not of eight digits: the line may be cut or shifted")
        })?;
        let amount = line::amount(first.raw(31, 1), first.raw(32, 15), currency, Code::CodaBadEntry)?;
        Ok(Movement { code, amount, lines })
    }

    /// Whether its line is the first of several at its place: a total that details follow.
    pub(super) fn is_globalised(&self) -> bool {
        self.lines.first().is_some_and(|line| !matches!(line.raw(124, 1), "" | " " | "0"))
    }

    /// Where it stands in the text.
    pub(super) fn bytes(&self) -> core::ops::Range<usize> {
        let start = self.lines.first().map_or(0, |line| line.start);
        start..self.lines.last().map_or(start, |line| line.start + line.text.len())
    }

    /// The row; its id and its account are to be given. `fallback`: the day where it names none.
    ///
    /// # Errors
    /// `format.coda.bad_date`.
    pub(super) fn row(&self, fallback: Option<NaiveDate>) -> Result<(Transaction, bool), Error> {
        let first = self.lines.first();
        let field = |from: usize, length: usize| first.map_or("", |line| line.field(from, length));
        let entered = line::date(field(115, 6));
        let on = entered.or(fallback).ok_or_else(|| {
            let said = "neither the movement nor the balances have a date such as 040326";
            Error::new(Code::CodaBadDate, said).at_field("21")
        })?;
        let mut row = Transaction::new(String::new(), on, self.amount);
        row.source = "coda".into();
        row.value_on = line::date(field(47, 6));
        row.kind = self.code.kind();
        row.bank_code =
            Some(BankCode { proprietary: Some(self.code.text.to_owned()), ..BankCode::default() });
        let mut said = self.said();
        self.party(&mut said, &mut row);
        let customer =
            self.lines.iter().find(|line| line.kind() == (b'2', b'2')).map_or("", |line| line.field(63, 35));
        self.references(&mut said, customer, field(10, 21), &mut row);
        if said.stage.is_some() || row.kind == TransactionKind::Return {
            let stage = said.stage.unwrap_or_else(|| self.code.stage());
            let reason = Some(said.reason).filter(|reason| !reason.is_empty());
            let repeats = |known: &&Reference| {
                matches!(
                    known.kind,
                    ReferenceKind::EndToEnd | ReferenceKind::Creditor | ReferenceKind::Mandate
                )
            };
            let originals = row.references.iter().filter(repeats).map(|known| known.value.clone()).collect();
            row.kind = TransactionKind::Return;
            row.returned = Some(Returned { stage, reason, originals });
        }
        row.remittance = said.remittance;
        row.original = said.original;
        for (key, value) in [("creditor_id", said.creditor_id), ("communication", said.other)] {
            if !value.is_empty() {
                row.metadata.insert(key, value);
            }
        }
        Ok((row, entered.is_some()))
    }

    /// What its communications say: that of the movement over its three lines, those of the information behind it.
    fn said(&self) -> Said {
        let mut said = Said::default();
        let mut text = String::with_capacity(160);
        let (mut structured, cheque) = (false, self.code.is_cheque());
        let mut give = |text: &mut String, structured: bool| {
            if !text.is_empty() {
                said.take(structured, text, cheque, self.amount);
                text.clear();
            }
        };
        for line in self.lines {
            match line.kind() {
                (b'2', b'1') => {
                    structured = line.raw(61, 1) == "1";
                    line.push(62, 53, &mut text);
                }
                (b'2', b'2') => line.push(10, 53, &mut text),
                (b'2', b'3') => line.push(82, 43, &mut text),
                (b'3', b'1') => {
                    give(&mut text, structured);
                    structured = line.raw(39, 1) == "1";
                    line.push(40, 73, &mut text);
                }
                (b'3', b'2') => line.push(10, 105, &mut text),
                (b'3', _) => line.push(10, 90, &mut text),
                _ => {}
            }
        }
        give(&mut text, structured);
        if let Some(line) = self.lines.iter().find(|line| line.kind() == (b'2', b'2')) {
            said.come_back(line.raw(112, 1), line.field(113, 4));
        }
        said
    }

    fn party(&self, said: &mut Said, row: &mut Transaction) {
        let of = |kind: u8| self.lines.iter().find(move |line| line.kind() == (b'2', kind));
        let full = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
        let (iban, account) = of(b'3').map_or((None, None), |line| line::other(line.raw(10, 37)));
        let name = of(b'3').and_then(|line| full(line.field(47, 35)));
        let ultimate = if row.amount.minor() < 0 { &said.ultimate_creditor } else { &said.ultimate_debtor };
        // The information has room for the whole name.
        let longer =
            full(&said.name).filter(|long| name.as_ref().is_none_or(|name| long.starts_with(name.as_str())));
        row.counterparty = Counterparty {
            name: longer.or(name),
            ultimate_name: full(ultimate),
            iban,
            account,
            bic: of(b'2').and_then(|line| full(line.field(98, 11))),
            email: None,
            customer_id: None,
        };
    }

    fn references(&self, said: &mut Said, customer: &str, bank: &str, row: &mut Transaction) {
        if !says_nothing(customer) {
            row.references.push(Reference { kind: ReferenceKind::EndToEnd, value: customer.to_owned() });
        }
        let known = core::mem::take(&mut said.references);
        row.references.extend(known.into_iter().map(|(kind, value)| Reference { kind, value }));
        if !says_nothing(bank) {
            row.references.push(Reference { kind: ReferenceKind::Bank, value: bank.to_owned() });
        }
    }
}
