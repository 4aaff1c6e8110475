//! `linking.*`: each row once.

use super::documents::{CopyRow, PartedRow, PayoutRow};
use super::shared::ROW_ERRORS;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Of};
use crate::schema::{must, rows, values};
use payymo::Error;
use payymo::linking::{assign_ids, duplicates, invoices_once, settlements_once};
use payymo::model::{Invoice, Settlement, Transaction};
use serde::Serialize;

#[derive(Serialize)]
struct Linked<'a> {
    transactions: &'a [Transaction],
    copies: Vec<CopyRow<'a>>,
    errors: &'a [Error],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    batches: Vec<PartedRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    payouts: Vec<PayoutRow<'a>>,
}

pub static DUPLICATES: Operation = Operation {
    name: "linking.duplicates",
    doc: "Finds the copies over inputs that may overlap: two statements of one month, a pending row and its booking, two \
          exports of one gateway, one entry in several formats.",
    request: &[must(
        "inputs",
        List(&List(&rows::TRANSACTION_ROW)),
        "One list for each statement or file, in their order.",
    )],
    answer: Answer::One(Of(&values::LINKED)),
    errors: ROW_ERRORS,
    run: Run::Function(|call| {
        let linked = duplicates(call.all_row_lists("inputs")?);
        call.answer(&Linked {
            transactions: &linked.transactions,
            copies: linked.copies.iter().map(CopyRow::of).collect(),
            errors: &linked.errors,
            batches: linked.batches.iter().map(PartedRow::of).collect(),
            payouts: linked.payouts.iter().map(PayoutRow::of).collect(),
        })
    }),
};

pub static ASSIGN_IDS: Operation = Operation {
    name: "linking.assign_ids",
    doc: "Gives every row of one input whose id is `\"-\"` an id of its content and a counter over equal rows: the same input \
          gets the same ids.",
    request: &[must("transactions", List(&rows::TRANSACTION_ROW), "The rows of one input.")],
    answer: Answer::One(List(&Of(&rows::TRANSACTION))),
    errors: ROW_ERRORS,
    run: Run::Function(|call| {
        let mut transactions: Vec<Transaction> = call.all_rows("transactions")?;
        // A row of the contract has an id; one that has none is given as a hyphen.
        transactions.iter_mut().filter(|row| row.id == "-").for_each(|row| row.id.clear());
        assign_ids(&mut transactions);
        call.answer(&transactions)
    }),
};

#[derive(Serialize)]
struct Invoices<'a> {
    invoices: &'a [Invoice],
    copies: usize,
    errors: &'a [Error],
}

pub static INVOICES: Operation = Operation {
    name: "linking.invoices",
    doc: "Takes the items of several exports, each once: of equal ones the first stays, of contradicting ones too, with an error.",
    request: &[must("inputs", List(&List(&rows::INVOICE_ROW)), "One list for each export, in their order.")],
    answer: Answer::One(Of(&values::INVOICES_ONCE)),
    errors: ROW_ERRORS,
    run: Run::Function(|call| {
        let once = invoices_once(call.all_row_lists("inputs")?);
        call.answer(&Invoices { invoices: &once.rows, copies: once.copies, errors: &once.errors })
    }),
};

#[derive(Serialize)]
struct Settlements<'a> {
    settlements: &'a [Settlement],
    copies: usize,
}

pub static SETTLEMENTS: Operation = Operation {
    name: "linking.settlements",
    doc: "Takes the settlements of several exports, each once: equal rows of one export are several settlements, in another \
          they are copies of these.",
    request: &[must(
        "inputs",
        List(&List(&rows::SETTLEMENT_ROW)),
        "One list for each export, in their order.",
    )],
    answer: Answer::One(Of(&values::SETTLEMENTS_ONCE)),
    errors: ROW_ERRORS,
    run: Run::Function(|call| {
        let once = settlements_once(call.all_row_lists("inputs")?);
        call.answer(&Settlements { settlements: &once.rows, copies: once.copies })
    }),
};
