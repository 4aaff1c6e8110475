// Generated from the table of operations by generate-bindings; do not edit.

//! The operations on a matcher.

use super::records::*;
use crate::ask::Request;
use crate::{Matcher, PayymoError, Progress};
use std::sync::Arc;

#[uniffi::export]
impl Matcher {
    /// Takes an item in, in place of the one with its id: opened, paid, changed or closed by the host.
    ///
    /// # Errors
    /// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
    pub fn put(&self, invoice: Invoice) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("invoice", &invoice)?;
        self.ask(request, "matcher.put")
    }

    /// Takes an item out: it explains nothing any more. Answers whether it was there.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn remove(&self, id: String) -> Result<bool, PayymoError> {
        let mut request = Request::default();
        request.put("id", &id)?;
        self.ask(request, "matcher.remove")
    }

    /// Closes an item: it explains payments and is never paid again. Answers whether it was there.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn close(&self, id: String) -> Result<bool, PayymoError> {
        let mut request = Request::default();
        request.put("id", &id)?;
        self.ask(request, "matcher.close")
    }

    /// Takes a settlement in: what was settled is not proposed again. Its item is not touched.
    ///
    /// # Errors
    /// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
    pub fn settle(&self, settlement: Settlement) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("settlement", &settlement)?;
        self.ask(request, "matcher.settle")
    }

    /// Books matches: what they settle is open no more. All of them or, with an error, none.
    ///
    /// # Errors
    /// `matching.unknown_item`, `matching.overspent`.
    pub fn apply(&self, matches: Vec<Match>) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("matches", &matches)?;
        self.ask(request, "matcher.apply")
    }

    /// Takes matches back that were booked. All of them or, with an error, none.
    ///
    /// # Errors
    /// `matching.unknown_item`, `matching.overspent`.
    pub fn undo(&self, matches: Vec<Match>) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("matches", &matches)?;
        self.ask(request, "matcher.undo")
    }

    /// Uses from now on what was learnt, in place of what was remembered before.
    ///
    /// # Errors
    /// `memory.version`, `memory.syntax`.
    #[uniffi::method(default(memory = None))]
    pub fn remember(&self, memory: Option<Vec<u8>>) -> Result<(), PayymoError> {
        let mut request = Request::default();
        memory.into_iter().for_each(|bytes| request.put_bytes("memory", bytes));
        self.ask(request, "matcher.remember")
    }

    /// Pairs transactions with the items. `open_invoices` lists the items that the result settles in part.
    ///
    /// # Errors
    /// `matching.too_many`, `matching.cancelled`.
    #[uniffi::method(default(progress = None))]
    pub fn reconcile(&self, transactions: Vec<Transaction>, progress: Option<Arc<dyn Progress>>) -> Result<Reconciliation, PayymoError> {
        let mut request = Request::default();
        request.put("transactions", &transactions)?;
        request.tell(progress);
        self.ask(request, "matcher.reconcile")
    }

    /// Explains one transaction, as a webhook brings it.
    ///
    /// # Errors
    /// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
    pub fn propose(&self, transaction: Transaction) -> Result<Reconciliation, PayymoError> {
        let mut request = Request::default();
        request.put("transaction", &transaction)?;
        self.ask(request, "matcher.propose")
    }

    /// Tells why a match got its decision, or a transaction its answer, among the transactions of its call. Rows that cannot be read are left out, as there.
    ///
    /// # Errors
    /// `matching.unknown`, `matching.too_many`.
    pub fn explain(&self, id: String, transactions: Vec<Transaction>) -> Result<Vec<Explained>, PayymoError> {
        let mut request = Request::default();
        request.put("id", &id)?;
        request.put("transactions", &transactions)?;
        self.ask(request, "matcher.explain")
    }
}
