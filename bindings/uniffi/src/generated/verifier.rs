// Generated from the table of operations by generate-bindings; do not edit.

//! Keys and what is asked of tokens, prepared once for many tokens.

#![allow(unused_imports)]

use super::records::*;
use crate::ask::{Request, read};
use crate::handle::Handle;
use crate::PayymoError;
use std::collections::HashMap;
use std::sync::Arc;

/// Keys and what is asked of tokens, prepared once for many tokens.
#[derive(uniffi::Object)]
pub struct Verifier {
    handle: Handle,
    errors: Vec<Problem>,
}

#[uniffi::export]
impl Verifier {
    /// Takes in the keys of a verifier and what it asks of tokens. Answers why keys of a set were left out.
    ///
    /// # Errors
    /// `input.options`, `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.duplicate_id`, `key.kind`, `key.none`, `key.private`, `key.roca`, `key.set_mixed`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`.
    #[uniffi::constructor(default(jwks = None, keys = None, secrets = None))]
    pub fn new(policy: TokenPolicy, jwks: Option<String>, keys: Option<Vec<PublicKey>>, secrets: Option<HashMap<String, String>>) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("jwks", &jwks)?;
        request.put("keys", &keys)?;
        request.put("secrets", &secrets)?;
        request.put("policy", &policy)?;
        Self::made(request.open("verifier.new")?)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::made(Handle::open("verifier.new", request.as_bytes(), &blobs)?)
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

    /// Verifies a JSON Web Token: form, algorithm, key, signature, claims, binding. Whether it was revoked is asked of `revocations`.
    ///
    /// # Errors
    /// `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`.
    #[uniffi::method(default(binding = None))]
    pub fn verify(&self, token: String, now: u64, binding: Option<TokenBinding>) -> Result<VerifiedToken, PayymoError> {
        let mut request = Request::default();
        request.put("token", &token)?;
        request.put("now", &now)?;
        request.put("binding", &binding)?;
        self.handle.ask(request, "verifier.verify")
    }

    /// Verifies signed content that is no token (RFC 7515) and answers it: of its claims nothing is looked at.
    ///
    /// # Errors
    /// `token.too_large`, `token.segments`, `token.base64`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`.
    #[uniffi::method(default(payload = None))]
    pub fn open(&self, jws: String, payload: Option<Vec<u8>>) -> Result<Vec<u8>, PayymoError> {
        let mut request = Request::default();
        request.put("jws", &jws)?;
        payload.into_iter().for_each(|bytes| request.put_bytes("payload", bytes));
        self.handle.ask_bytes(request, "verifier.open")
    }

    /// The keys that it holds.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn keys(&self) -> Result<Vec<KeyInfo>, PayymoError> {
        let request = Request::default();
        self.handle.ask(request, "verifier.keys")
    }

    /// Its public keys as a JSON Web Key Set, to be published. Secrets are refused.
    ///
    /// # Errors
    /// `key.kind`.
    pub fn jwks(&self) -> Result<String, PayymoError> {
        let request = Request::default();
        self.handle.ask(request, "verifier.jwks")
    }
}

impl Verifier {
    fn made((handle, answer): (Handle, String)) -> Result<Arc<Self>, PayymoError> {
        Ok(Arc::new(Verifier { handle, errors: read(&answer)? }))
    }
}
