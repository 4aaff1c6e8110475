// Generated from the table of operations by generate-bindings; do not edit.

//! Open items prepared once, for many calls.

#![allow(unused_imports)]

use super::records::*;
use crate::ask::{Request, read};
use crate::handle::Handle;
use crate::{PayymoError, Progress};
use std::sync::Arc;

/// Open items prepared once, for many calls.
#[derive(uniffi::Object)]
pub struct Matcher {
    handle: Handle,
    errors: Vec<Problem>,
}

#[uniffi::export]
impl Matcher {
    /// Prepares open items, which then open, change and close in place. Answers the errors of the rows that cannot be used.
    ///
    /// # Errors
    /// `input.options`, `matching.too_many`, `memory.version`, `memory.syntax`.
    #[uniffi::constructor(default(settlements = None, options = None, memory = None))]
    pub fn new(invoices: Vec<Invoice>, settlements: Option<Vec<Settlement>>, options: Option<Options>, memory: Option<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("invoices", &invoices)?;
        request.put("settlements", &settlements)?;
        request.put("options", &options)?;
        memory.into_iter().for_each(|bytes| request.put_bytes("memory", bytes));
        Self::made(request.open("matcher.new")?)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::made(Handle::open("matcher.new", request.as_bytes(), &blobs)?)
    }

    /// What could not be used of that which it was made of.
    pub fn errors(&self) -> Vec<Problem> {
        self.errors.clone()
    }

    /// Does an operation on it as documents.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn call(&self, operation: String, request: String, blobs: Vec<Vec<u8>>) -> Result<String, PayymoError> {
        self.handle.document(&operation, request.as_bytes(), &blobs, None)
    }

    /// Takes an item in, in place of the one with its id: opened, paid, changed or closed by the host.
    ///
    /// # Errors
    /// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
    pub fn put(&self, invoice: Invoice) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("invoice", &invoice)?;
        self.handle.ask(request, "matcher.put")
    }

    /// Takes an item out: it explains nothing any more. Answers whether it was there.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn remove(&self, id: String) -> Result<bool, PayymoError> {
        let mut request = Request::default();
        request.put("id", &id)?;
        self.handle.ask(request, "matcher.remove")
    }

    /// Closes an item: it explains payments and is never paid again. Answers whether it was there.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn close(&self, id: String) -> Result<bool, PayymoError> {
        let mut request = Request::default();
        request.put("id", &id)?;
        self.handle.ask(request, "matcher.close")
    }

    /// Takes a settlement in: what was settled is not proposed again. Its item is not touched.
    ///
    /// # Errors
    /// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
    pub fn settle(&self, settlement: Settlement) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("settlement", &settlement)?;
        self.handle.ask(request, "matcher.settle")
    }

    /// Books matches: what they settle is open no more. All of them or, with an error, none.
    ///
    /// # Errors
    /// `matching.unknown_item`, `matching.overspent`.
    pub fn apply(&self, matches: Vec<Match>) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("matches", &matches)?;
        self.handle.ask(request, "matcher.apply")
    }

    /// Takes matches back that were booked. All of them or, with an error, none.
    ///
    /// # Errors
    /// `matching.unknown_item`, `matching.overspent`.
    pub fn undo(&self, matches: Vec<Match>) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("matches", &matches)?;
        self.handle.ask(request, "matcher.undo")
    }

    /// Uses from now on what was learnt, in place of what was remembered before.
    ///
    /// # Errors
    /// `memory.version`, `memory.syntax`.
    #[uniffi::method(default(memory = None))]
    pub fn remember(&self, memory: Option<Vec<u8>>) -> Result<(), PayymoError> {
        let mut request = Request::default();
        memory.into_iter().for_each(|bytes| request.put_bytes("memory", bytes));
        self.handle.ask(request, "matcher.remember")
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
        self.handle.ask(request, "matcher.reconcile")
    }

    /// Explains one transaction, as a webhook brings it.
    ///
    /// # Errors
    /// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
    pub fn propose(&self, transaction: Transaction) -> Result<Reconciliation, PayymoError> {
        let mut request = Request::default();
        request.put("transaction", &transaction)?;
        self.handle.ask(request, "matcher.propose")
    }

    /// Tells why a match got its decision, or a transaction its answer, among the transactions of its call. Rows that cannot be read are left out, as there.
    ///
    /// # Errors
    /// `matching.unknown`, `matching.too_many`.
    pub fn explain(&self, id: String, transactions: Vec<Transaction>) -> Result<Vec<Explained>, PayymoError> {
        let mut request = Request::default();
        request.put("id", &id)?;
        request.put("transactions", &transactions)?;
        self.handle.ask(request, "matcher.explain")
    }
}

impl Matcher {
    fn made((handle, answer): (Handle, String)) -> Result<Arc<Self>, PayymoError> {
        Ok(Arc::new(Matcher { handle, errors: read(&answer)? }))
    }
}
