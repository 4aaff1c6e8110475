//! The handle of a matcher. Calls from several threads wait for each other.

use crate::ask::{Request, read, unread};
use crate::error::PayymoError;
use crate::progress::{Progress, told};
use crate::records::{Invoice, Options, Problem, Settlement};
use payymo_contract::{Host, SharedHandle};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Open items prepared once, for many calls.
#[derive(uniffi::Object)]
pub struct Matcher {
    matcher: SharedHandle,
    errors: Vec<Problem>,
}

#[uniffi::export]
impl Matcher {
    /// Prepares open items, which then open, change and close in place.
    ///
    /// # Errors
    /// `input.options`, `memory.syntax`; rows that cannot be used are told by `errors`.
    #[uniffi::constructor(default(settlements = None, options = None, memory = None))]
    pub fn new(
        invoices: Vec<Invoice>,
        settlements: Option<Vec<Settlement>>,
        options: Option<Options>,
        memory: Option<Vec<u8>>,
    ) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("invoices", &invoices)?;
        request.put("settlements", &settlements)?;
        request.put("options", &options)?;
        memory.into_iter().for_each(|memory| request.put_bytes("memory", memory));
        Self::of_document(&request.document(), &request.blobs)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::of_document(request.as_bytes(), &blobs)
    }

    /// The errors of the rows that it was made of and that cannot be used.
    pub fn errors(&self) -> Vec<Problem> {
        self.errors.clone()
    }

    /// Does an operation on the matcher as documents.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn call(
        &self,
        operation: String,
        request: String,
        blobs: Vec<Vec<u8>>,
    ) -> Result<String, PayymoError> {
        self.document(&operation, request.as_bytes(), &blobs, None)
    }
}

impl Matcher {
    fn of_document(request: &[u8], blobs: &[Vec<u8>]) -> Result<Arc<Self>, PayymoError> {
        let blobs: Vec<&[u8]> = blobs.iter().map(Vec::as_slice).collect();
        let (matcher, errors) = SharedHandle::open(
            "matcher.new",
            request,
            Host { blobs: &blobs, progress: &mut |_, _, _| true },
        )?;
        let errors = read(core::str::from_utf8(&errors).map_err(|_| unread())?)?;
        Ok(Arc::new(Matcher { matcher, errors }))
    }

    /// Asks with typed values, and reads the answer.
    pub(crate) fn ask<T: DeserializeOwned>(
        &self,
        request: Request,
        operation: &str,
    ) -> Result<T, PayymoError> {
        read(&self.document(operation, &request.document(), &request.blobs, request.progress)?)
    }

    /// Does an operation as documents.
    fn document(
        &self,
        operation: &str,
        request: &[u8],
        blobs: &[Vec<u8>],
        progress: Option<Arc<dyn Progress>>,
    ) -> Result<String, PayymoError> {
        let blobs: Vec<&[u8]> = blobs.iter().map(Vec::as_slice).collect();
        let answer =
            self.matcher.run(operation, request, Host { blobs: &blobs, progress: &mut told(progress) })?;
        String::from_utf8(answer).map_err(|_| unread())
    }
}
