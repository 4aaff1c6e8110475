//! `matcher.*`: open items prepared once, for many calls.

use super::matches::read_matches;
use super::shared::{
    INVOICES, MEMORY, OPTIONS, ROW_ERRORS, SETTLEMENTS_BEFORE, TRANSACTIONS, memory_of, options_of,
};
use crate::handle::Handle;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Of, Row, Text, Truth};
use crate::schema::{Field, must, result, rows, values};
use payymo::Error;
use payymo::matching::{Matcher, Memory};
use payymo::model::{Invoice, Settlement, Transaction};

const ID: Field = must("id", Text, "Id of the item.");
const MATCHES: Field = must("matches", List(&result::MATCH_TYPE), "Matches as a result holds them.");
const TRANSACTION: Field = must("transaction", Row(&rows::TRANSACTION), "A row of an account.");

pub static NEW: Operation = Operation {
    name: "matcher.new",
    doc: "Prepares open items, which then open, change and close in place. Answers the errors of the rows that cannot be used.",
    request: &[INVOICES, SETTLEMENTS_BEFORE, OPTIONS, MEMORY],
    answer: Answer::One(List(&Of(&values::ERROR))),
    errors: &["input.options", "matching.too_many", "memory.version", "memory.syntax"],
    run: Run::Open(|call| {
        let options = options_of(call)?;
        let memory = memory_of(call, "memory")?;
        let mut errors: Vec<Error> = Vec::new();
        let invoices: Vec<Invoice> = call.rows("invoices", &mut errors)?;
        let settlements: Vec<Settlement> = call.rows("settlements", &mut errors)?;
        let (mut matcher, unusable) = Matcher::new(&invoices, &settlements, &options)?;
        errors.extend(unusable);
        memory.iter().for_each(|memory| matcher.remember(memory));
        Ok((Handle::Matcher(Box::new(matcher)), call.answer(&errors)?))
    }),
};

pub static PUT: Operation = Operation {
    name: "matcher.put",
    doc: "Takes an item in, in place of the one with its id: opened, paid, changed or closed by the host.",
    request: &[must("invoice", Row(&rows::INVOICE), "The item as it is now.")],
    answer: Answer::Nothing,
    errors: ROW_ERRORS,
    run: Run::Matcher(|matcher, call| {
        matcher.put(&call.row::<Invoice>("invoice")?)?;
        call.answer(&())
    }),
};

pub static REMOVE: Operation = Operation {
    name: "matcher.remove",
    doc: "Takes an item out: it explains nothing any more. Answers whether it was there.",
    request: &[ID],
    answer: Answer::One(Truth),
    errors: &[],
    run: Run::Matcher(|matcher, call| call.answer(&matcher.remove(&call.must::<String>("id")?)?)),
};

pub static CLOSE: Operation = Operation {
    name: "matcher.close",
    doc: "Closes an item: it explains payments and is never paid again. Answers whether it was there.",
    request: &[ID],
    answer: Answer::One(Truth),
    errors: &[],
    run: Run::Matcher(|matcher, call| call.answer(&matcher.close(&call.must::<String>("id")?))),
};

pub static SETTLE: Operation = Operation {
    name: "matcher.settle",
    doc: "Takes a settlement in: what was settled is not proposed again. Its item is not touched.",
    request: &[must("settlement", Row(&rows::SETTLEMENT), "What was settled.")],
    answer: Answer::Nothing,
    errors: ROW_ERRORS,
    run: Run::Matcher(|matcher, call| {
        matcher.settle(&call.row::<Settlement>("settlement")?);
        call.answer(&())
    }),
};

pub static APPLY: Operation = Operation {
    name: "matcher.apply",
    doc: "Books matches: what they settle is open no more. All of them or, with an error, none.",
    request: &[MATCHES],
    answer: Answer::Nothing,
    errors: &["matching.unknown_item", "matching.overspent"],
    run: Run::Matcher(|matcher, call| {
        matcher.apply(&read_matches(call, "matches")?)?;
        call.answer(&())
    }),
};

pub static UNDO: Operation = Operation {
    name: "matcher.undo",
    doc: "Takes matches back that were booked. All of them or, with an error, none.",
    request: &[MATCHES],
    answer: Answer::Nothing,
    errors: &["matching.unknown_item", "matching.overspent"],
    run: Run::Matcher(|matcher, call| {
        matcher.undo(&read_matches(call, "matches")?)?;
        call.answer(&())
    }),
};

pub static REMEMBER: Operation = Operation {
    name: "matcher.remember",
    doc: "Uses from now on what was learnt, in place of what was remembered before.",
    request: &[MEMORY],
    answer: Answer::Nothing,
    errors: &["memory.version", "memory.syntax"],
    run: Run::Matcher(|matcher, call| {
        matcher.remember(&memory_of(call, "memory")?.unwrap_or_else(Memory::new));
        call.answer(&())
    }),
};

pub static RECONCILE: Operation = Operation {
    name: "matcher.reconcile",
    doc: "Pairs transactions with the items. `open_invoices` lists the items that the result settles in part.",
    request: &[TRANSACTIONS],
    answer: Answer::One(Of(&result::RECONCILIATION)),
    errors: &["matching.too_many", "matching.cancelled"],
    run: Run::Matcher(|matcher, call| {
        let mut errors: Vec<Error> = Vec::new();
        let transactions: Vec<Transaction> = call.rows("transactions", &mut errors)?;
        let mut result = matcher.reconcile(&transactions, call.progress)?;
        result.errors.splice(0..0, errors);
        call.answer(&result)
    }),
};

pub static PROPOSE: Operation = Operation {
    name: "matcher.propose",
    doc: "Explains one transaction, as a webhook brings it.",
    request: &[TRANSACTION],
    answer: Answer::One(Of(&result::RECONCILIATION)),
    errors: ROW_ERRORS,
    run: Run::Matcher(|matcher, call| call.answer(&matcher.propose(&call.row("transaction")?)?)),
};

pub static EXPLAIN: Operation = Operation {
    name: "matcher.explain",
    doc: "Tells why a match got its decision, or a transaction its answer, among the transactions of its call. Rows that \
          cannot be read are left out, as there.",
    request: &[must("id", Text, "Id of a match or of a transaction."), TRANSACTIONS],
    answer: Answer::One(List(&Of(&result::EXPLAINED))),
    errors: &["matching.unknown", "matching.too_many"],
    run: Run::Matcher(|matcher, call| {
        let mut errors: Vec<Error> = Vec::new();
        let transactions: Vec<Transaction> = call.rows("transactions", &mut errors)?;
        call.answer(&matcher.explain(&transactions, &call.must::<String>("id")?)?)
    }),
};
