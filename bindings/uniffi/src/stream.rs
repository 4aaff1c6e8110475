//! The handle of an input that comes in pieces. Calls from several threads wait for each other.

use crate::ask::{Request, read, unread};
use crate::error::PayymoError;
use crate::records::ReadOptions;
use payymo_contract::{Host, SharedHandle};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// An input that is read in pieces: for what is larger than memory, or arrives over a network.
#[derive(uniffi::Object)]
pub struct Stream(SharedHandle);

#[uniffi::export]
impl Stream {
    /// Begins to read; `push` takes the next bytes, `finish` stands behind the last.
    ///
    /// # Errors
    /// `input.options`.
    #[uniffi::constructor(default(options = None, name = None, places = None))]
    pub fn new(
        options: Option<ReadOptions>,
        name: Option<String>,
        places: Option<bool>,
    ) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("options", &options)?;
        request.put("name", &name)?;
        request.put("places", &places)?;
        Self::of_document(&request.document())
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String) -> Result<Arc<Self>, PayymoError> {
        Self::of_document(request.as_bytes())
    }

    /// Does an operation on the stream as documents.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn call(
        &self,
        operation: String,
        request: String,
        blobs: Vec<Vec<u8>>,
    ) -> Result<String, PayymoError> {
        self.document(&operation, request.as_bytes(), &blobs)
    }
}

impl Stream {
    fn of_document(request: &[u8]) -> Result<Arc<Self>, PayymoError> {
        let host = Host { blobs: &[], progress: &mut |_, _, _| true };
        Ok(Arc::new(Stream(SharedHandle::open("stream.new", request, host)?.0)))
    }

    /// Asks with typed values, and reads the answer.
    pub(crate) fn ask<T: DeserializeOwned>(
        &self,
        request: Request,
        operation: &str,
    ) -> Result<T, PayymoError> {
        read(&self.document(operation, &request.document(), &request.blobs)?)
    }

    fn document(&self, operation: &str, request: &[u8], blobs: &[Vec<u8>]) -> Result<String, PayymoError> {
        let blobs: Vec<&[u8]> = blobs.iter().map(Vec::as_slice).collect();
        let answer = self.0.run(operation, request, Host { blobs: &blobs, progress: &mut |_, _, _| true })?;
        String::from_utf8(answer).map_err(|_| unread())
    }
}
