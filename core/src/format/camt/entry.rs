//! An entry of a statement to rows: one for the entry, or one for each payment of a batch.

use super::amounts::{self, charges, day, instructed, is_credit, original, signed};
use super::details::{self, References, parties};
use super::kind::{self, Hints};
use super::statement::Statement;
use super::text::clean;
use crate::error::{Code, Error};
use crate::format::ReadOptions;
use crate::format::xml::Node;
use crate::model::{Batch, ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

/// What reading an entry needs and notes.
pub(super) struct Context<'o> {
    pub(super) options: &'o ReadOptions,
    pub(super) warnings: Vec<Error>,
}

/// A row that waits for its id.
pub(super) struct Draft {
    pub(super) transaction: Transaction,
    /// Which detail of the entry, from 1; 0 for the entry itself.
    pub(super) part: u32,
    /// `AcctSvcrRef`, the bank's reference.
    servicer: Option<String>,
    /// `NtryRef`, the entry's reference.
    entry: Option<String>,
}

/// Characters of an `NtryRef` that can be more than a number counted within its statement.
const ENTRY_REFERENCE: usize = 10;

impl Draft {
    /// The reference that tells its entry from others of the account.
    pub(super) fn reference(&self) -> Option<&str> {
        let entry = self.entry.as_deref().filter(|reference| reference.len() >= ENTRY_REFERENCE);
        self.servicer.as_deref().or(entry)
    }
}

/// What an entry came to.
pub(super) enum Outcome {
    /// Rows; and what the entry adds to the booked balance, if it is booked.
    Rows { rows: Vec<Draft>, booked: Option<Amount> },
    /// For information only.
    NotBooked,
}

/// What holds for all rows of an entry.
struct Frame<'s> {
    statement: &'s Statement,
    amount: Amount,
    booked_on: NaiveDate,
    value_on: Option<NaiveDate>,
    status: Status,
    reversal: bool,
    servicer: Option<String>,
    reference: Option<String>,
    batch: Option<Batch>,
}

/// Reads an entry.
pub(super) fn read(
    entry: Node<'_, '_>,
    statement: &mut Statement,
    context: &mut Context<'_>,
) -> Result<Outcome, Error> {
    let missing =
        |field: &str| Error::new(Code::CamtMissing, format!("an entry without {field}")).at_field(field);
    let stated = entry.child("Amt").ok_or_else(|| missing("Ntry/Amt"))?;
    let stated = amounts::amount(stated, statement.currency).map_err(|error| error.at_field("Ntry/Amt"))?;
    let credit = is_credit(entry).ok_or_else(|| missing("Ntry/CdtDbtInd"))?;
    let amount = signed(stated, credit)?;
    let Some(status) = status(entry, statement) else { return Ok(Outcome::NotBooked) };
    let value_on = match entry.child("ValDt").map(|date| day(date, context.options)) {
        Some(Err(error)) => {
            context.warnings.push(Error::new(error.code(), "a value date that cannot be read is left out"));
            None
        }
        Some(Ok(day)) => Some(day),
        None => None,
    };
    let booked_on = booked_on(entry, status, value_on, statement, context)?;
    let all: Vec<Node<'_, '_>> = entry.all("NtryDtls").flat_map(|details| details.all("TxDtls")).collect();
    let frame = Frame {
        statement,
        amount,
        booked_on,
        value_on,
        status,
        reversal: matches!(entry.text_at(["RvslInd"]), Some("true" | "1")),
        servicer: details::bank_reference(entry),
        reference: entry.text_at(["NtryRef"]).map(clean),
        batch: batch(entry, all.len()),
    };
    let rows = match all.as_slice() {
        [] => vec![frame.row(entry, &[], amount, 0, context)],
        [single] => {
            frame.check_single(*single, entry, context);
            vec![frame.row(entry, &[*single], amount, 0, context)]
        }
        several => frame.parts(entry, several, context)?,
    };
    Ok(Outcome::Rows { rows, booked: (status == Status::Booked).then_some(amount) })
}

/// `BOOK`, `PDNG`, `INFO`: as text, or as code from version 8 on. What a statement lists is booked if nothing is said.
fn status(entry: Node<'_, '_>, statement: &mut Statement) -> Option<Status> {
    let said = entry
        .text_at(["Sts", "Cd"])
        .or_else(|| entry.text_at(["Sts", "Prtry"]))
        .or_else(|| entry.text_at(["Sts"]));
    match said {
        Some("BOOK") => Some(Status::Booked),
        Some("PDNG" | "FUTR") => Some(Status::Pending),
        Some("INFO") => None,
        _ => {
            statement.assume("an entry without a known status is taken as booked");
            Some(Status::Booked)
        }
    }
}

fn booked_on(
    entry: Node<'_, '_>,
    status: Status,
    value_on: Option<NaiveDate>,
    statement: &mut Statement,
    context: &Context<'_>,
) -> Result<NaiveDate, Error> {
    if let Some(date) = entry.child("BookgDt") {
        return day(date, context.options).map_err(|error| error.at_field("Ntry/BookgDt"));
    }
    if let (Status::Pending, Some(value_on)) = (status, value_on) {
        return Ok(value_on);
    }
    let (day, said) = match (statement.day(), value_on) {
        (Some(day), _) => (day, "an entry without a booking date is taken as booked on the statement's day"),
        (None, Some(day)) => (day, "an entry without a booking date is taken as booked on its value date"),
        (None, None) => {
            return Err(Error::new(Code::CamtMissing, "an entry without a date, in a statement without one")
                .at_field("Ntry/BookgDt"));
        }
    };
    statement.assume(said);
    Ok(day)
}

/// Where the bank booked several payments as one: by its own words, or by their number.
fn batch(entry: Node<'_, '_>, details: usize) -> Option<Batch> {
    let stated = entry.all("NtryDtls").find_map(|details| details.child("Btch"));
    let count =
        stated.and_then(|batch| batch.text_at(["NbOfTxs"])).and_then(|count| count.parse::<u64>().ok());
    let count = count.or_else(|| u64::try_from(details).ok());
    if stated.is_none() && details < 2 {
        return None;
    }
    let id = stated.and_then(|batch| batch.text_at(["PmtInfId"]).or_else(|| batch.text_at(["MsgId"])));
    let count = count.filter(|count| *count > 0);
    (id.is_some() || count.is_some_and(|count| count > 1)).then(|| Batch { id: id.map(clean), count })
}

impl Frame<'_> {
    fn currency(&self) -> Currency {
        self.amount.currency()
    }

    /// Whether the bank says that it booked several payments as one.
    fn is_of_several(&self) -> bool {
        self.batch.as_ref().and_then(|batch| batch.count).is_some_and(|count| count > 1)
    }

    /// The details of a single payment state an amount of their own: another one than the entry's is said, unless
    /// charges explain it.
    fn check_single(&self, single: Node<'_, '_>, entry: Node<'_, '_>, context: &mut Context<'_>) {
        let currency = self.currency();
        if self.is_of_several() {
            let said = "the details of one payment of several: its other side is not that of all";
            context.warnings.push(Error::new(Code::CamtDetails, said));
            return;
        }
        let Some(stated) = single.child("Amt").and_then(|node| amounts::amount(node, None).ok()) else {
            return;
        };
        if stated.currency() != currency || stated.is_zero() {
            return;
        }
        let own = is_credit(single).unwrap_or(self.amount.minor() >= 0);
        let Ok(stated) = signed(stated, own) else { return };
        let by_charges = |node| {
            let sum = charges(node, currency).sum(currency);
            sum.and_then(|sum| self.amount.checked_add(sum).ok()) == Some(stated)
        };
        if stated != self.amount && ![single, entry].into_iter().any(by_charges) {
            context.warnings.push(Error::new(
                Code::CamtDetails,
                format!("the details say {stated}, the entry {}: the entry's amount is taken", self.amount),
            ));
        }
    }

    /// The payments of a batch, where their amounts make the entry's; else one row for the entry.
    fn parts(
        &self,
        entry: Node<'_, '_>,
        several: &[Node<'_, '_>],
        context: &mut Context<'_>,
    ) -> Result<Vec<Draft>, Error> {
        let currency = self.currency();
        let incoming = self.amount.minor() >= 0;
        let stated: Option<Vec<(Amount, Option<bool>)>> = several
            .iter()
            .map(|part| {
                let own = part.child("Amt").and_then(|node| amounts::amount(node, Some(currency)).ok());
                let own =
                    own.filter(|own| own.currency() == currency).or_else(|| instructed(*part, currency))?;
                Some((own, is_credit(*part)))
            })
            .collect();
        let Some(stated) = stated else {
            return Ok(vec![self.row(entry, several, self.amount, 0, context)]);
        };
        let charged = charges(entry, currency).sum(currency).unwrap_or(Amount::zero(currency));
        for own_directions in [true, false] {
            let amounts: Vec<Amount> = stated
                .iter()
                .map(|(amount, own)| {
                    let credit = own.filter(|_| own_directions).unwrap_or(incoming);
                    signed(*amount, credit)
                })
                .collect::<Result<_, _>>()?;
            let sum =
                amounts.iter().try_fold(Amount::zero(currency), |sum, amount| sum.checked_add(*amount))?;
            let rest = self.amount.checked_sub(sum)?;
            // The batch may have been booked after charges for all of it: these are a row of their own.
            let charge = !rest.is_zero();
            if charge && rest.checked_add(charged) != Ok(Amount::zero(currency)) {
                continue;
            }
            let mut rows: Vec<Draft> = several
                .iter()
                .zip(amounts)
                .zip(1..)
                .map(|((part, amount), number)| self.row(entry, &[*part], amount, number, context))
                .collect();
            if charge {
                let number = u32::try_from(rows.len()).unwrap_or(u32::MAX).saturating_add(1);
                let mut row = self.row(entry, &[], rest, number, context);
                row.transaction.kind = TransactionKind::Fee;
                row.transaction.fees.clear();
                rows.push(row);
            }
            return Ok(rows);
        }
        context.warnings.push(Error::new(
            Code::CamtDetails,
            format!(
                "the {} payments of a batch do not make its {}: one row for all",
                several.len(),
                self.amount
            ),
        ));
        Ok(vec![self.row(entry, several, self.amount, 0, context)])
    }

    /// A row of `amount`: of the entry (`part` 0) with what all its `details` say, or of one payment of it.
    fn row(
        &self,
        entry: Node<'_, '_>,
        details: &[Node<'_, '_>],
        amount: Amount,
        part: u32,
        context: &mut Context<'_>,
    ) -> Draft {
        let currency = self.currency();
        let first = details.first().copied();
        let mut transaction = Transaction::new(String::new(), self.booked_on, amount);
        transaction.account.clone_from(&self.statement.account);
        transaction.value_on = self.value_on;
        transaction.status = self.status;
        transaction.batch.clone_from(&self.batch);
        transaction.source = self.statement.source.into();
        let mut references = References::default();
        for detail in details {
            references.read(*detail);
            let text = details::remittance(*detail);
            join(&mut transaction.remittance, &text);
            if !details::lines(*detail, currency, &mut transaction.remittance_lines) {
                context
                    .warnings
                    .push(Error::new(Code::CamtBadAmount, "an amount of structured advice is left out"));
            }
        }
        references.add(ReferenceKind::Bank, self.servicer.as_deref());
        if transaction.remittance.is_empty() {
            let beside = first.and_then(|detail| detail.text_at(["AddtlTxInf"]));
            let beside = beside.or_else(|| entry.text_at(["AddtlNtryInf"]));
            transaction.remittance = beside.map(clean).unwrap_or_default();
        }
        // Of a batch in one row, each payment has other parties.
        if let [single] = details
            && !(part == 0 && self.is_of_several())
        {
            let parties = parties(*single, amount.minor() >= 0, self.statement);
            transaction.counterparty = parties.other;
            transaction.payee_iban = parties.payee_iban;
            if let Some(purpose) = single.text_at(["Purp", "Cd"]) {
                transaction.metadata.insert("purpose", purpose.to_owned());
            }
        }
        if details.len() < 2 {
            self.money(entry, first, part, &mut transaction);
        }
        let code = first.and_then(|detail| detail.child("BkTxCd")).and_then(kind::bank_code);
        transaction.bank_code = code.or_else(|| entry.child("BkTxCd").and_then(kind::bank_code));
        let hints = Hints {
            mandate: references.has(ReferenceKind::Mandate),
            cheque: references.has(ReferenceKind::Cheque),
            card: entry.child("CardTx").or_else(|| first.and_then(|detail| detail.child("CardTx"))).is_some(),
        };
        transaction.kind = kind::kind(transaction.bank_code.as_ref(), hints);
        transaction.returned =
            kind::returned(first, transaction.bank_code.as_ref(), self.reversal, || references.originals());
        if transaction.returned.is_some() && transaction.kind != TransactionKind::Refund {
            transaction.kind = TransactionKind::Return;
        }
        let by_detail = || first.and_then(|detail| detail.child("Refs")).and_then(details::bank_reference);
        let servicer = match (&self.servicer, part) {
            (Some(own), _) => Some(own.clone()),
            (None, 0) => by_detail(),
            (None, _) => None,
        };
        transaction.references = references.0;
        Draft { transaction, servicer, entry: self.reference.clone(), part }
    }

    /// Fees and the amount before conversion: of the details, else of an entry that has one payment.
    fn money(
        &self,
        entry: Node<'_, '_>,
        detail: Option<Node<'_, '_>>,
        part: u32,
        transaction: &mut Transaction,
    ) {
        let amount = transaction.amount;
        let outer = (part == 0).then_some(entry);
        for node in [detail, outer].into_iter().flatten() {
            let charges = charges(node, amount.currency());
            let stated = detail.and_then(|detail| instructed(detail, amount.currency()));
            let stated = stated.or_else(|| instructed(node, amount.currency()));
            let stated = stated.and_then(|stated| signed(stated, amount.minor() >= 0).ok());
            if transaction.fees.is_empty() {
                transaction.fees = charges.fees(amount, stated);
            }
            if !charges.foreign.is_empty() {
                let foreign: Vec<String> = charges.foreign.iter().map(Amount::to_string).collect();
                transaction.metadata.insert("charges", foreign.join(", "));
            }
        }
        let Ok(gross) = transaction.gross() else { return };
        transaction.original = [detail, outer].into_iter().flatten().find_map(|node| original(node, gross));
    }
}

fn join(text: &mut String, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push(' ');
    }
    text.push_str(part);
}
