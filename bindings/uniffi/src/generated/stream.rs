// Generated from the table of operations by generate-bindings; do not edit.

//! An input that comes in pieces, to rows.

#![allow(unused_imports)]

use super::records::*;
use crate::ask::{Request};
use crate::handle::Handle;
use crate::PayymoError;
use std::sync::Arc;

/// An input that comes in pieces, to rows.
#[derive(uniffi::Object)]
pub struct Stream {
    handle: Handle,
}

#[uniffi::export]
impl Stream {
    /// Begins to read an input that comes in pieces: for what is larger than memory, or arrives over a network. Its rows are those that `format.read` answers for the whole, however it is cut.
    ///
    /// # Errors
    /// `input.options`.
    #[uniffi::constructor(default(options = None, name = None, places = None))]
    pub fn new(options: Option<ReadOptions>, name: Option<String>, places: Option<bool>) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("options", &options)?;
        request.put("name", &name)?;
        request.put("places", &places)?;
        Self::made(request.open("stream.new")?)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::made(Handle::open("stream.new", request.as_bytes(), &blobs)?)
    }

    /// Does an operation on it as documents.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn call(&self, operation: String, request: String, blobs: Vec<Vec<u8>>) -> Result<String, PayymoError> {
        self.handle.document(&operation, request.as_bytes(), &blobs, None)
    }

    /// Reads the next bytes, and answers the rows that they completed.
    ///
    /// # Errors
    /// `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`.
    pub fn push(&self, content: Vec<u8>) -> Result<StreamBatch, PayymoError> {
        let mut request = Request::default();
        request.put_bytes("content", content);
        self.handle.ask(request, "stream.push")
    }

    /// Reads what is left, after the last bytes, and answers the last rows and what the input was.
    ///
    /// # Errors
    /// `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`.
    pub fn finish(&self) -> Result<StreamBatch, PayymoError> {
        let request = Request::default();
        self.handle.ask(request, "stream.finish")
    }
}

impl Stream {
    fn made((handle, _): (Handle, String)) -> Result<Arc<Self>, PayymoError> {
        Ok(Arc::new(Stream { handle }))
    }
}
