//! An entry: `:61:` with its details to a row.

use super::context::Context;
use super::details::{self, Scratch};
use super::field::Breaks;
use super::line::{self, Line, says_nothing};
use super::said::{Said, append, is_iban};
use super::statement::Statement;
use super::{charged, code};
use crate::error::{Code, Error};
use crate::model::{
    BankCode, Batch, Counterparty, Reference, ReferenceKind, ReturnStage, Returned, Status, Transaction,
    TransactionKind,
};
use crate::money::Amount;
use crate::party::same_account;

/// The fields of an entry.
#[derive(Clone, Copy, Default)]
pub(super) struct Fields<'t> {
    /// `:61:`
    pub(super) line: &'t str,
    /// `:86:`
    pub(super) details: Option<&'t str>,
    /// `:NS:`
    pub(super) notes: Option<&'t str>,
}

/// A row that waits for its id.
pub(super) struct Draft {
    pub(super) transaction: Transaction,
    /// What was assumed of this entry.
    pub(super) warning: Option<Error>,
}

/// Reads an entry.
///
/// # Errors
/// Those of the line; `format.mt940.currency` where nothing says the currency.
pub(super) fn read(
    fields: Fields<'_>,
    breaks: Breaks,
    statement: &mut Statement,
    scratch: &mut (Scratch, Said),
) -> Result<Draft, Error> {
    let mut lines = breaks.lines(fields.line);
    let first = lines.next().unwrap_or_default();
    // Some programs wrap the line itself.
    let wrapped;
    let line = match line::read(first) {
        Ok(line) => line,
        Err(error) => {
            let Some(second) = lines.next() else { return Err(error) };
            wrapped = format!("{first}{second}");
            line::read(&wrapped).map_err(|_| error)?
        }
    };
    let mut supplementary = String::new();
    lines.for_each(|line| append(&mut supplementary, line));
    let Some(currency) = statement.currency else {
        let said = "an entry in a statement without balances: give the currency as an option";
        return Err(Error::new(Code::Mt940Currency, said));
    };
    let amount = super::value::amount(line.amount, currency)?;
    let amount = if line.mark.credit { amount } else { amount.checked_neg()? };
    let (mut transaction, warning) = dated(&line, amount, statement);
    transaction.account.clone_from(&statement.account);
    transaction.source = statement.source().into();

    let (scratch, said) = (&mut scratch.0, &mut scratch.1);
    said.clear();
    let context = Context {
        breaks,
        credit: line.mark.credit,
        statement: statement.reference.as_deref().unwrap_or_default(),
        kind: line.kind,
        reference: line.reference,
        supplementary: &supplementary,
    };
    if let Some(value) = fields.details {
        details::read(value, context, scratch, said);
    }
    if let Some(value) = fields.notes {
        details::read_notes(value, breaks, said);
    }
    supplement(&supplementary, said);
    charged::read(said, &mut transaction);
    kind(&line, said, &mut transaction);
    references(&line, said, &mut transaction);
    returned(&line, said, &mut transaction);
    texts(said, &line, &mut transaction);
    Ok(Draft { transaction, warning })
}

/// The row with its dates.
fn dated(line: &Line<'_>, amount: Amount, statement: &mut Statement) -> (Transaction, Option<Error>) {
    let booked_on = match line.entry_on {
        Some(day) => day.date,
        None => {
            if !line.mark.expected {
                statement.assume("an entry without an entry date is taken as booked on its value date");
            }
            line.value_on.date
        }
    };
    let mut transaction = Transaction::new(String::new(), booked_on, amount);
    transaction.value_on = Some(line.value_on.date);
    if line.mark.expected {
        transaction.status = Status::Pending;
    }
    let clamped = line.value_on.clamped || line.entry_on.is_some_and(|day| day.clamped);
    let said = "a day that does not exist is taken as the last one of its month";
    (transaction, clamped.then(|| Error::new(Code::Mt940BadDate, said)))
}

/// What the supplementary details add: an amount before charges, the other side's account.
fn supplement(text: &str, said: &mut Said) {
    if text.starts_with('/') {
        let mut beside = Said::default();
        details::read_codewords(text, &mut beside);
        for (known, new) in [
            (&mut said.original, beside.original),
            (&mut said.charges, beside.charges),
            (&mut said.rate, beside.rate),
        ] {
            if !new.is_empty() {
                *known = new;
            }
        }
    } else if is_iban(text) {
        said.take_account(text);
    } else if said.posting.is_empty()
        && said.name != text
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
    {
        said.posting.push_str(text);
    }
}

/// Kind, code and batch.
fn kind(line: &Line<'_>, said: &Said, transaction: &mut Transaction) {
    // In Poland the three digits are the bank's own.
    let gvc = said.gvc.filter(|_| transaction.currency().as_str() != "PLN");
    let kind = gvc
        .and_then(code::by_gvc)
        .or_else(|| code::by_type(line.kind))
        .or_else(|| code::by_words(&said.posting));
    transaction.kind = kind.unwrap_or(if said.mandate.is_empty() {
        TransactionKind::Other
    } else {
        TransactionKind::DirectDebit
    });
    let mut proprietary = String::with_capacity(8);
    proprietary.push_str(line.kind);
    if let Some(gvc) = said.gvc {
        proprietary.push('+');
        proprietary.extend(gvc.map(char::from));
    }
    if !proprietary.is_empty() {
        transaction.bank_code = Some(BankCode { proprietary: Some(proprietary), ..BankCode::default() });
    }
    if gvc.is_some_and(code::is_batch) || line.kind == "NVZ" {
        let id = Some(said.own.as_str()).filter(|own| !says_nothing(own)).map(str::to_owned);
        transaction.batch = Some(Batch { id, count: None });
    }
}

/// References by kind; the line's own is told by what the details say.
fn references(line: &Line<'_>, said: &mut Said, transaction: &mut Transaction) {
    let cheque = transaction.kind == TransactionKind::Cheque;
    let mut own = Some(line.reference).filter(|reference| !says_nothing(reference));
    // An account of either side, or a reference that the details repeat in full, as the line has 16 characters for it.
    let accounts = [&transaction.account, &said.iban, &said.account];
    own = own.filter(|own| {
        !accounts.iter().any(|account| account.as_deref().is_some_and(|known| is_of(own, known)))
    });
    own = own.filter(|own| {
        ![&said.end_to_end, &said.own, &said.mandate].iter().any(|known| known.starts_with(own))
    });
    let own_kind = match own {
        Some(_) if cheque => ReferenceKind::Cheque,
        Some(_) if says_nothing(&said.end_to_end) => ReferenceKind::EndToEnd,
        _ => ReferenceKind::Payment,
    };
    let list = &mut transaction.references;
    let mut add = |kind: ReferenceKind, value: String| {
        let again = |known: &Reference| {
            known.value == value && (known.kind == kind || kind == ReferenceKind::Payment)
        };
        if !says_nothing(&value) && !list.iter().any(again) {
            if list.is_empty() {
                list.reserve_exact(4);
            }
            list.push(Reference { kind, value });
        }
    };
    add(ReferenceKind::EndToEnd, core::mem::take(&mut said.end_to_end));
    add(ReferenceKind::Mandate, core::mem::take(&mut said.mandate));
    add(ReferenceKind::Creditor, core::mem::take(&mut said.structured));
    add(ReferenceKind::Payment, core::mem::take(&mut said.own));
    if let Some(own) = own {
        add(own_kind, own.to_owned());
    }
    if !line.bank.is_empty() {
        add(ReferenceKind::Bank, line.bank.to_owned());
    }
}

/// Whether a reference is an account, perhaps cut.
fn is_of(reference: &str, account: &str) -> bool {
    account.starts_with(reference) && reference.len() >= 7 || same_account(reference, account)
}

/// Whether, why and at which stage an earlier payment came back.
fn returned(line: &Line<'_>, said: &mut Said, transaction: &mut Transaction) {
    let back = matches!(transaction.kind, TransactionKind::Return | TransactionKind::Dispute);
    let by_type = code::by_type(line.kind) == Some(TransactionKind::Return);
    if !(back || by_type || said.returned || line.mark.reversal) {
        said.reason.clear();
        return;
    }
    let reason = Some(core::mem::take(&mut said.reason)).filter(|reason| !reason.is_empty());
    let stage = match &reason {
        _ if transaction.kind == TransactionKind::Dispute => ReturnStage::Chargeback,
        Some(reason) if code::is_claim(reason) => ReturnStage::Refund,
        _ => ReturnStage::Return,
    };
    if transaction.kind != TransactionKind::Dispute {
        transaction.kind = TransactionKind::Return;
    }
    let repeats = |known: &&Reference| {
        matches!(known.kind, ReferenceKind::EndToEnd | ReferenceKind::Bank | ReferenceKind::Payment)
    };
    let originals = transaction.references.iter().filter(repeats).map(|known| known.value.clone()).collect();
    transaction.returned = Some(Returned { stage, reason, originals });
}

/// The other side, the payer's text, and what has no field of its own.
fn texts(said: &mut Said, line: &Line<'_>, transaction: &mut Transaction) {
    let structured = transaction.references.iter().any(|known| known.kind == ReferenceKind::Creditor);
    let full = |text: &mut String| Some(core::mem::take(text)).filter(|text| !text.is_empty());
    // Direct debits name on whose behalf the payee collects where credits name the payer's.
    let mut ultimate_name = if line.mark.credit { None } else { full(&mut said.ultimate_creditor) };
    if ultimate_name.is_none() {
        ultimate_name = full(&mut said.ultimate_debtor);
    }
    transaction.counterparty = Counterparty {
        name: full(&mut said.name),
        ultimate_name,
        account: said.account.take().filter(|_| said.iban.is_none()),
        iban: said.iban.take(),
        bic: said.bic.take(),
        email: None,
        customer_id: None,
    };
    transaction.remittance = core::mem::take(&mut said.remittance);
    if transaction.remittance.is_empty() && !structured {
        transaction.remittance.clone_from(&said.posting);
    }
    for (key, value) in [("creditor_id", &mut said.creditor_id), ("purpose", &mut said.purpose)] {
        if let Some(value) = full(value) {
            transaction.metadata.insert(key, value);
        }
    }
}
