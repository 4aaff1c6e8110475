//! A request made of typed values, and its answer as one.

use crate::error::PayymoError;
use crate::handle::Handle;
use crate::progress::{Progress, told};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use payymo_contract::{BorderCode, Fault, Host, run};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// A request that is being filled.
#[derive(Default)]
pub struct Request {
    members: Map<String, Value>,
    /// Bytes that travel beside the document.
    pub blobs: Vec<Vec<u8>>,
    /// Who is told of progress.
    pub progress: Option<Arc<dyn Progress>>,
}

/// Values that cannot be a document: a float that is no number.
fn no_document() -> PayymoError {
    Fault::new(BorderCode::Field, "a value that JSON cannot hold, such as NaN").into()
}

fn holds_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.iter().any(holds_null),
        Value::Object(members) => members.values().any(holds_null),
        _ => false,
    }
}

impl Request {
    /// A field; `None` is left out.
    pub fn put(&mut self, name: &str, value: &impl Serialize) -> Result<(), PayymoError> {
        let value = serde_json::to_value(value).map_err(|_| no_document())?;
        match value {
            Value::Null => {}
            // What is absent in a record is left out of it, so that this was a float that is no number.
            value if holds_null(&value) => return Err(no_document()),
            value => drop(self.members.insert(name.to_owned(), value)),
        }
        Ok(())
    }

    /// A field with JSON of the host's own in it, which may hold `null`.
    pub fn put_json(&mut self, name: &str, value: &impl Serialize) -> Result<(), PayymoError> {
        let value = serde_json::to_value(value).map_err(|_| no_document())?;
        if !value.is_null() {
            self.members.insert(name.to_owned(), value);
        }
        Ok(())
    }

    /// A field of bytes, which travel beside the document.
    pub fn put_bytes(&mut self, name: &str, bytes: Vec<u8>) {
        self.members.insert(name.to_owned(), json!({"blob": self.blobs.len()}));
        self.blobs.push(bytes);
    }

    /// A field of several bytes.
    pub fn put_all_bytes(&mut self, name: &str, list: Vec<Vec<u8>>) {
        let named = (self.blobs.len()..self.blobs.len() + list.len()).map(|at| json!({"blob": at})).collect();
        self.members.insert(name.to_owned(), Value::Array(named));
        self.blobs.extend(list);
    }

    /// Who is told of progress.
    pub fn tell(&mut self, progress: Option<Arc<dyn Progress>>) {
        self.progress = progress;
    }

    /// Asks, and reads the answer.
    pub fn ask<T: DeserializeOwned>(self, operation: &str) -> Result<T, PayymoError> {
        read(&document(operation, &self.document(), &self.blobs, self.progress)?)
    }

    /// Makes a handle, and gives the answer with it.
    pub fn open(self, operation: &str) -> Result<(Handle, String), PayymoError> {
        Handle::open(operation, &self.document(), &self.blobs)
    }

    /// Asks for bytes.
    pub fn ask_bytes(self, operation: &str) -> Result<Vec<u8>, PayymoError> {
        let text: String = self.ask(operation)?;
        STANDARD.decode(text).map_err(|_| unread())
    }

    /// The document.
    pub fn document(&self) -> Vec<u8> {
        Value::Object(self.members.clone()).to_string().into_bytes()
    }
}

/// Does an operation as documents.
pub fn document(
    operation: &str,
    request: &[u8],
    blobs: &[Vec<u8>],
    progress: Option<Arc<dyn Progress>>,
) -> Result<String, PayymoError> {
    let blobs: Vec<&[u8]> = blobs.iter().map(Vec::as_slice).collect();
    let answer = run(operation, request, Host { blobs: &blobs, progress: &mut told(progress) })?;
    String::from_utf8(answer).map_err(|_| unread())
}

/// Reads an answer as the type that the table says it is of.
pub fn read<T: DeserializeOwned>(answer: &str) -> Result<T, PayymoError> {
    serde_json::from_str(answer).map_err(|_| unread())
}

/// An answer that is not of the shape that the table says: our own fault.
pub fn unread() -> PayymoError {
    Fault::new(BorderCode::Internal, "an answer of another shape than the table of operations says").into()
}
