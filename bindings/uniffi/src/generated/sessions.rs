// Generated from the table of operations by generate-bindings; do not edit.

//! An issuer of access and refresh tokens.

#![allow(unused_imports)]

use super::records::*;
use crate::ask::{Request, read};
use crate::handle::Handle;
use crate::PayymoError;
use std::collections::HashMap;
use std::sync::Arc;

/// An issuer of access and refresh tokens.
#[derive(uniffi::Object)]
pub struct Sessions {
    handle: Handle,
    errors: Vec<Problem>,
}

#[uniffi::export]
impl Sessions {
    /// An issuer of sessions: whose tokens say what, the key that signs them, and, while keys are changed, the others that are taken. Answers why keys of a set were left out.
    ///
    /// # Errors
    /// `input.options`, `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.duplicate_id`, `key.kind`, `key.none`, `key.private`, `key.roca`, `key.set_mixed`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`.
    #[uniffi::constructor(default(pem = None, jwk = None, secret = None, key_id = None, jwks = None, keys = None, secrets = None, lifetimes = None, leeway = None))]
    pub fn new(issuer: String, access_audience: String, refresh_audience: String, algorithm: String, pem: Option<String>, jwk: Option<String>, secret: Option<String>, key_id: Option<String>, jwks: Option<String>, keys: Option<Vec<PublicKey>>, secrets: Option<HashMap<String, String>>, lifetimes: Option<SessionLifetimes>, leeway: Option<u32>) -> Result<Arc<Self>, PayymoError> {
        let mut request = Request::default();
        request.put("issuer", &issuer)?;
        request.put("access_audience", &access_audience)?;
        request.put("refresh_audience", &refresh_audience)?;
        request.put("algorithm", &algorithm)?;
        request.put("pem", &pem)?;
        request.put("jwk", &jwk)?;
        request.put("secret", &secret)?;
        request.put("key_id", &key_id)?;
        request.put("jwks", &jwks)?;
        request.put("keys", &keys)?;
        request.put("secrets", &secrets)?;
        request.put("lifetimes", &lifetimes)?;
        request.put("leeway", &leeway)?;
        Self::made(request.open("sessions.new")?)
    }

    /// The same of a document.
    ///
    /// # Errors
    /// As `new`, and `contract.field`.
    #[uniffi::constructor]
    pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {
        Self::made(Handle::open("sessions.new", request.as_bytes(), &blobs)?)
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

    /// A login: the family to write where the store has none of its id. Then `sessions.confirm` makes its tokens.
    ///
    /// # Errors
    /// `input.options`, `token.binding`.
    #[uniffi::method(default(binding = None))]
    pub fn begin(&self, subject: String, tenant: String, client: String, random: Vec<u8>, now: u64, binding: Option<TokenBinding>) -> Result<SessionStep, PayymoError> {
        let mut request = Request::default();
        request.put("subject", &subject)?;
        request.put("tenant", &tenant)?;
        request.put("client", &client)?;
        request.put("binding", &binding)?;
        request.put_bytes("random", random);
        request.put("now", &now)?;
        self.handle.ask(request, "sessions.begin")
    }

    /// Reads a refresh token that came, for the id of the family whose state the host then looks up.
    ///
    /// # Errors
    /// `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`.
    #[uniffi::method(default(binding = None))]
    pub fn present(&self, token: String, client: String, now: u64, binding: Option<TokenBinding>) -> Result<PresentedToken, PayymoError> {
        let mut request = Request::default();
        request.put("token", &token)?;
        request.put("client", &client)?;
        request.put("binding", &binding)?;
        request.put("now", &now)?;
        self.handle.ask(request, "sessions.present")
    }

    /// What to do with a refresh token that came: exchange it, end the family that it was copied from, or refuse it. Nothing is granted until the store has answered and `sessions.confirm` was asked.
    ///
    /// # Errors
    /// `input.options`, `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`.
    #[uniffi::method(default(binding = None))]
    pub fn refresh(&self, token: String, client: String, state: String, random: Vec<u8>, now: u64, binding: Option<TokenBinding>) -> Result<SessionStep, PayymoError> {
        let mut request = Request::default();
        request.put("token", &token)?;
        request.put("client", &client)?;
        request.put("binding", &binding)?;
        request.put("state", &state)?;
        request.put_bytes("random", random);
        request.put("now", &now)?;
        self.handle.ask(request, "sessions.refresh")
    }

    /// The tokens of a state that the store said was written; `null` where it said anything else, and for a family that has ended or expired.
    ///
    /// # Errors
    /// `input.options`, `permission.syntax`, `token.claim`, `token.header`, `token.too_large`, `crypto.failed`.
    pub fn confirm(&self, state: String, written: String, permissions: Vec<String>, random: Vec<u8>, now: u64) -> Result<Option<SessionTokens>, PayymoError> {
        let mut request = Request::default();
        request.put("state", &state)?;
        request.put("written", &written)?;
        request.put("permissions", &permissions)?;
        request.put_bytes("random", random);
        request.put("now", &now)?;
        self.handle.ask(request, "sessions.confirm")
    }

    /// Ends a login: the state to write, until it is written. Access tokens live on until they expire, or until the family is put among the revocations.
    ///
    /// # Errors
    /// `contract.field`.
    pub fn end(&self, state: String, why: String, now: u64) -> Result<SessionStep, PayymoError> {
        let mut request = Request::default();
        request.put("state", &state)?;
        request.put("why", &why)?;
        request.put("now", &now)?;
        self.handle.ask(request, "sessions.end")
    }

    /// Verifies an access token of its own sessions. Whether it was revoked is asked of `revocations`.
    ///
    /// # Errors
    /// `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`.
    #[uniffi::method(default(binding = None))]
    pub fn verify(&self, token: String, now: u64, binding: Option<TokenBinding>) -> Result<VerifiedToken, PayymoError> {
        let mut request = Request::default();
        request.put("token", &token)?;
        request.put("binding", &binding)?;
        request.put("now", &now)?;
        self.handle.ask(request, "sessions.verify")
    }
}

impl Sessions {
    fn made((handle, answer): (Handle, String)) -> Result<Arc<Self>, PayymoError> {
        Ok(Arc::new(Sessions { handle, errors: read(&answer)? }))
    }
}
