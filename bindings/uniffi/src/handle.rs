//! What lives between calls: a matcher, a stream, the keys of a verifier. Any thread may call; calls wait for each other where they change it.

use crate::ask::{Request, read, unread};
use crate::error::PayymoError;
use crate::progress::{Progress, told};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use payymo_contract::{Host, SharedHandle};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A handle of the library.
pub struct Handle(SharedHandle);

impl Handle {
    /// Makes one by an operation, and gives the answer with it.
    pub fn open(operation: &str, request: &[u8], blobs: &[Vec<u8>]) -> Result<(Self, String), PayymoError> {
        let blobs: Vec<&[u8]> = blobs.iter().map(Vec::as_slice).collect();
        let host = Host { blobs: &blobs, progress: &mut |_, _, _| true };
        let (handle, answer) = SharedHandle::open(operation, request, host)?;
        Ok((Handle(handle), String::from_utf8(answer).map_err(|_| unread())?))
    }

    /// Asks with typed values, and reads the answer.
    pub fn ask<T: DeserializeOwned>(&self, request: Request, operation: &str) -> Result<T, PayymoError> {
        read(&self.document(operation, &request.document(), &request.blobs, request.progress)?)
    }

    /// Asks for bytes.
    pub fn ask_bytes(&self, request: Request, operation: &str) -> Result<Vec<u8>, PayymoError> {
        let text: String = self.ask(request, operation)?;
        STANDARD.decode(text).map_err(|_| unread())
    }

    /// Does an operation as documents.
    pub fn document(
        &self,
        operation: &str,
        request: &[u8],
        blobs: &[Vec<u8>],
        progress: Option<Arc<dyn Progress>>,
    ) -> Result<String, PayymoError> {
        let blobs: Vec<&[u8]> = blobs.iter().map(Vec::as_slice).collect();
        let host = Host { blobs: &blobs, progress: &mut told(progress) };
        String::from_utf8(self.0.run(operation, request, host)?).map_err(|_| unread())
    }
}
