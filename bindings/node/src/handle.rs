//! What lives between calls: a matcher, a stream, the keys of a verifier.

use crate::call::{Job, On, Request, Tell, at_once};
use crate::control::Control;
use crate::hand::{Answer, hand};
use crate::state::State;
use napi::Env;
use napi::bindgen_prelude::{AsyncTask, ObjectFinalize, Uint8Array};
use napi_derive::napi;
use payymo_contract::guard;
use std::sync::Arc;

/// What lives between calls.
#[napi(custom_finalize)]
#[derive(Default)]
pub struct Handle(Arc<State>);

impl ObjectFinalize for Handle {
    fn finalize(self, env: Env) -> napi::Result<()> {
        self.0.close();
        self.0.weigh(&env)
    }
}

#[napi]
impl Handle {
    /// Of what is yet to be opened.
    #[napi(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens it at once.
    #[napi]
    pub fn open_sync(
        &self,
        env: Env,
        operation: String,
        request: Request,
        blobs: Vec<Uint8Array>,
        tell: Option<Tell<'_>>,
    ) -> napi::Result<Answer> {
        let answer = at_once(&On::Opens(Arc::clone(&self.0), operation), &request, &blobs, tell);
        self.0.weigh(&env)?;
        Ok(answer)
    }

    /// Opens it on a thread of the pool.
    #[napi]
    pub fn open(
        &self,
        operation: String,
        request: Request,
        blobs: Vec<Uint8Array>,
        control: Option<&Control>,
    ) -> AsyncTask<Job> {
        Job::new(On::Opens(Arc::clone(&self.0), operation), request, blobs, control)
    }

    /// Does an operation on it at once; waits for the one that runs.
    #[napi]
    pub fn call_sync(
        &self,
        operation: String,
        request: Request,
        blobs: Vec<Uint8Array>,
        tell: Option<Tell<'_>>,
    ) -> Answer {
        at_once(&On::Handle(Arc::clone(&self.0), operation), &request, &blobs, tell)
    }

    /// Verifies a token at once, with which no key was shown; nothing where it takes a request to ask.
    #[napi]
    pub fn verify(&self, token: String, now: i64) -> Option<Answer> {
        guard(|| self.0.verify(&token, now).transpose()).transpose().map(hand)
    }

    /// Does an operation on it on a thread of the pool.
    #[napi]
    pub fn call(
        &self,
        operation: String,
        request: Request,
        blobs: Vec<Uint8Array>,
        control: Option<&Control>,
    ) -> AsyncTask<Job> {
        Job::new(On::Handle(Arc::clone(&self.0), operation), request, blobs, control)
    }

    /// Frees it, now or at the end of the call that runs. Twice is fine.
    #[napi]
    pub fn close(&self, env: Env) -> napi::Result<()> {
        self.0.close();
        self.0.weigh(&env)
    }

    /// Whether it was closed.
    #[napi(getter)]
    pub fn closed(&self) -> bool {
        self.0.closed()
    }
}
