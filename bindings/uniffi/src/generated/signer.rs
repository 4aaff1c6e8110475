// Generated from the table of operations by generate-bindings; do not edit.

//! A key that signs tokens.

#![allow(unused_imports)]

use super::records::*;
use crate::ask::{Request};
use crate::handle::Handle;
use crate::PayymoError;
use std::collections::HashMap;
use crate::Json;
use std::sync::Arc;

/// A key that signs tokens.
#[derive(uniffi::Object)]
pub struct Signer {
    handle: Handle,
}

#[uniffi::export]
impl Signer {
    /// Takes in a key that signs.
    ///
    /// # Errors
    /// `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.kind`, `key.private`, `key.roca`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`.
    #[uniffi::constructor(default(pem = None, jwk = None, secret = None, key_id = None))]
    pub fn new(algorithm: String, pem: Option<String>, jwk: Option<String>, secret: Option<String>, key_id: Option<String>) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("pem", &pem)?;
        request.put("jwk", &jwk)?;
        request.put("secret", &secret)?;
        request.put("algorithm", &algorithm)?;
        request.put("key_id", &key_id)?;
        Self::made(request.open("signer.new")?)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::made(Handle::open("signer.new", request.as_bytes(), &blobs)?)
    }

    /// Does an operation on it as documents.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn call(&self, operation: String, request: String, blobs: Vec<Vec<u8>>) -> Result<String, PayymoError> {
        self.handle.document(&operation, request.as_bytes(), &blobs, None)
    }

    /// Signs claims as a JSON Web Token. What no verifier would take is not signed.
    ///
    /// # Errors
    /// `token.json`, `token.claim`, `token.header`, `token.too_large`, `crypto.failed`.
    #[uniffi::method(default(type_ = None))]
    pub fn sign(&self, claims: HashMap<String, Json>, type_: Option<String>) -> Result<String, PayymoError> {
        let mut request = Request::default();
        request.put_json("claims", &claims)?;
        request.put("type", &type_)?;
        self.handle.ask(request, "signer.sign")
    }

    /// Its public half as a JSON Web Key, to be published. That of a secret is refused.
    ///
    /// # Errors
    /// `key.kind`.
    pub fn jwk(&self) -> Result<String, PayymoError> {
        let request = Request::default();
        self.handle.ask(request, "signer.jwk")
    }
}

impl Signer {
    fn made((handle, _): (Handle, String)) -> Result<Arc<Self>, PayymoError> {
        Ok(Arc::new(Signer { handle }))
    }
}
