//! `matching.*`: transactions paired with open items in one call.

use super::documents::read_problems;
use super::matches::read_matches;
use super::shared::{
    INVOICES, MEMORY, OPTIONS, ROW_ERRORS, SETTLEMENTS_BEFORE, TRANSACTIONS, memory_of, options_of,
};
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Of, Text};
use crate::schema::{Field, may, must, result, rows, values};
use payymo::Error;
use payymo::matching::{Matcher, reconcile, reconcile_with, settlements};
use payymo::model::{Invoice, Settlement, Transaction};

const ERRORS_BEFORE: Field = may(
    "errors",
    List(&values::ERROR_TYPE),
    "What reading the inputs gave as errors: it stands before the result's own.",
);
const WARNINGS_BEFORE: Field = may(
    "warnings",
    List(&values::ERROR_TYPE),
    "The same for warnings: what a person should see stands in one result.",
);

pub static RECONCILE: Operation = Operation {
    name: "matching.reconcile",
    doc: "Pairs transactions with open items. Rows that cannot be read or used are listed in the result's `errors`.",
    request: &[TRANSACTIONS, INVOICES, SETTLEMENTS_BEFORE, OPTIONS, MEMORY, ERRORS_BEFORE, WARNINGS_BEFORE],
    answer: Answer::One(Of(&result::RECONCILIATION)),
    errors: &["input.options", "matching.too_many", "matching.cancelled", "memory.version", "memory.syntax"],
    run: Run::Function(|call| {
        let options = options_of(call)?;
        let memory = memory_of(call, "memory")?;
        let mut errors: Vec<Error> = read_problems(call, "errors")?;
        let warnings = read_problems(call, "warnings")?;
        let transactions: Vec<Transaction> = call.rows("transactions", &mut errors)?;
        let invoices: Vec<Invoice> = call.rows("invoices", &mut errors)?;
        let settlements: Vec<Settlement> = call.rows("settlements", &mut errors)?;
        let mut result = match &memory {
            Some(memory) => {
                reconcile_with(memory, &transactions, &invoices, &settlements, &options, call.progress)
            }
            None => reconcile(&transactions, &invoices, &settlements, &options, call.progress),
        }?;
        result.errors.splice(0..0, errors);
        result.warnings.splice(0..0, warnings);
        call.answer(&result)
    }),
};

pub static EXPLAIN: Operation = Operation {
    name: "matching.explain",
    doc: "Tells why a match got its decision, or a transaction its answer, in the call that the other fields repeat. Rows \
          that cannot be read are left out, as there.",
    request: &[
        must("id", Text, "Id of a match or of a transaction of the call."),
        TRANSACTIONS,
        INVOICES,
        SETTLEMENTS_BEFORE,
        OPTIONS,
        MEMORY,
    ],
    answer: Answer::One(List(&Of(&result::EXPLAINED))),
    errors: &["matching.unknown", "input.options", "matching.too_many", "memory.version", "memory.syntax"],
    run: Run::Function(|call| {
        let options = options_of(call)?;
        let memory = memory_of(call, "memory")?;
        let mut errors: Vec<Error> = Vec::new();
        let transactions: Vec<Transaction> = call.rows("transactions", &mut errors)?;
        let invoices: Vec<Invoice> = call.rows("invoices", &mut errors)?;
        let settlements: Vec<Settlement> = call.rows("settlements", &mut errors)?;
        let (mut matcher, _) = Matcher::new(&invoices, &settlements, &options)?;
        memory.iter().for_each(|memory| matcher.remember(memory));
        call.answer(&matcher.explain(&transactions, &call.must::<String>("id")?)?)
    }),
};

pub static SETTLEMENTS: Operation = Operation {
    name: "matching.settlements",
    doc: "What a host keeps of the matches that it booked: rows that later calls take as `settlements`, so that nothing is \
          booked twice and a return finds its payment.",
    request: &[
        must("matches", List(&result::MATCH_TYPE), "The matches that were booked."),
        must("transactions", List(&rows::TRANSACTION_ROW), "The transactions that they are of."),
    ],
    answer: Answer::One(List(&Of(&rows::SETTLEMENT))),
    errors: ROW_ERRORS,
    run: Run::Function(|call| {
        let transactions: Vec<Transaction> = call.all_rows("transactions")?;
        call.answer(&settlements(&read_matches(call, "matches")?, &transactions))
    }),
};
