// Generated from the table of operations by generate-bindings; do not edit.

//! The operations on a stream.

use super::records::*;
use crate::ask::Request;
use crate::{Stream, PayymoError};

#[uniffi::export]
impl Stream {
    /// Reads the next bytes, and answers the rows that they completed.
    ///
    /// # Errors
    /// `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`.
    pub fn push(&self, content: Vec<u8>) -> Result<StreamBatch, PayymoError> {
        let mut request = Request::default();
        request.put_bytes("content", content);
        self.ask(request, "stream.push")
    }

    /// Reads what is left, after the last bytes, and answers the last rows and what the input was.
    ///
    /// # Errors
    /// `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`.
    pub fn finish(&self) -> Result<StreamBatch, PayymoError> {
        let request = Request::default();
        self.ask(request, "stream.finish")
    }
}
