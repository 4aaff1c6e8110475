// Generated from the table of operations by generate-bindings; do not edit.

//! What was revoked before its time, for many lookups.

#![allow(unused_imports)]

use super::records::*;
use crate::ask::{Request};
use crate::handle::Handle;
use crate::PayymoError;
use std::sync::Arc;

/// What was revoked before its time, for many lookups.
#[derive(uniffi::Object)]
pub struct Revocations {
    handle: Handle,
}

#[uniffi::export]
impl Revocations {
    /// Takes in what was revoked, for a process that lives long and verifies many tokens.
    ///
    /// # Errors
    /// `contract.field`.
    #[uniffi::constructor(default(entries = None))]
    pub fn new(entries: Option<Vec<Revocation>>) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("entries", &entries)?;
        Self::made(request.open("revocations.new")?)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::made(Handle::open("revocations.new", request.as_bytes(), &blobs)?)
    }

    /// Does an operation on it as documents.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn call(&self, operation: String, request: String, blobs: Vec<Vec<u8>>) -> Result<String, PayymoError> {
        self.handle.document(&operation, request.as_bytes(), &blobs, None)
    }

    /// Takes in more that was revoked; what was there stays. With an error none of it is in.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn add(&self, entries: Vec<Revocation>) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("entries", &entries)?;
        self.handle.ask(request, "revocations.add")
    }

    /// Forgets what has expired: call it now and then, with the time less the leeway of the verifiers.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn forget(&self, expired_at: u64) -> Result<(), PayymoError> {
        let mut request = Request::default();
        request.put("expired_at", &expired_at)?;
        self.handle.ask(request, "revocations.forget")
    }

    /// How many single tokens are revoked.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn count(&self) -> Result<u64, PayymoError> {
        let request = Request::default();
        self.handle.ask(request, "revocations.count")
    }

    /// Whether a token that holds stands.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn standing(&self, token: VerifiedToken) -> Result<TokenStanding, PayymoError> {
        let mut request = Request::default();
        request.put_json("token", &token)?;
        self.handle.ask(request, "revocations.standing")
    }
}

impl Revocations {
    fn made((handle, _): (Handle, String)) -> Result<Arc<Self>, PayymoError> {
        Ok(Arc::new(Revocations { handle }))
    }
}
