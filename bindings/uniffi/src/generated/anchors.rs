// Generated from the table of operations by generate-bindings; do not edit.

//! Authorities and their revocation lists, prepared once for many chains.

#![allow(unused_imports)]

use super::records::*;
use crate::ask::{Request, read};
use crate::handle::Handle;
use crate::PayymoError;
use std::sync::Arc;

/// Authorities and their revocation lists, prepared once for many chains.
#[derive(uniffi::Object)]
pub struct Anchors {
    handle: Handle,
    errors: Vec<Problem>,
}

#[uniffi::export]
impl Anchors {
    /// Takes in authorities and their revocation lists, prepared once for many chains. Answers why no chain may end in some of them.
    ///
    /// # Errors
    /// `certificate.no_anchor`, `certificate.too_large`, `certificate.syntax`, `certificate.pem`, `certificate.private_key`, `certificate.list_syntax`, `certificate.list_extension`, `certificate.list_unsupported`.
    #[uniffi::constructor(default(lists = None))]
    pub fn new(certificates: Vec<Vec<u8>>, profile: String, lists: Option<Vec<Vec<u8>>>) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put_all_bytes("certificates", certificates);
        request.put("profile", &profile)?;
        lists.into_iter().for_each(|list| request.put_all_bytes("lists", list));
        Self::made(request.open("anchors.new")?)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::made(Handle::open("anchors.new", request.as_bytes(), &blobs)?)
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

    /// Verifies a chain of certificates at a time, for a server or a client. What it came to is the answer: an error is only a request that cannot be asked.
    ///
    /// # Errors
    /// `input.options`, `certificate.name`, `certificate.pem`, `certificate.private_key`, `certificate.too_large`, `certificate.syntax`, `certificate.pin`, `certificate.pin_no_backup`.
    #[uniffi::method(default(name = None, pins = None, most_intermediates = None, sandbox = None))]
    pub fn verify(&self, chain: Vec<Vec<u8>>, purpose: String, revocation: String, now: u64, name: Option<String>, pins: Option<PinSet>, most_intermediates: Option<u32>, sandbox: Option<String>) -> Result<ChainVerdict, PayymoError> {
        let mut request = Request::default();
        request.put_all_bytes("chain", chain);
        request.put("purpose", &purpose)?;
        request.put("name", &name)?;
        request.put("revocation", &revocation)?;
        request.put("pins", &pins)?;
        request.put("most_intermediates", &most_intermediates)?;
        request.put("sandbox", &sandbox)?;
        request.put("now", &now)?;
        self.handle.ask(request, "anchors.verify")
    }
}

impl Anchors {
    fn made((handle, answer): (Handle, String)) -> Result<Arc<Self>, PayymoError> {
        Ok(Arc::new(Anchors { handle, errors: read(&answer)? }))
    }
}
