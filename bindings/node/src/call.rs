//! Calls, on the thread of JavaScript and on one of the pool.

use crate::control::{Control, Watch};
use crate::hand::{Answer, hand};
use crate::state::State;
use napi::Env;
use napi::bindgen_prelude::{AsyncTask, Either, FnArgs, Function, Result, Task, Uint8Array};
use napi_derive::napi;
use payymo::matching::{Progress, Stage};
use payymo_contract::{Document, Fault, Host, guard, run, stage};
use std::sync::Arc;

/// A request document: text, or its UTF-8.
pub type Request = Either<String, Uint8Array>;
/// Told stage, rows done and rows in all; answers whether to go on.
pub type Tell<'a> = Function<'a, FnArgs<(u32, f64, f64)>, bool>;

fn bytes(request: &Request) -> &[u8] {
    match request {
        Either::A(text) => text.as_bytes(),
        Either::B(bytes) => bytes,
    }
}

/// What a call is, and what it is done on.
pub enum On {
    /// An operation on nothing.
    Nothing(String),
    /// The opening of a handle.
    Opens(Arc<State>, String),
    /// An operation on a handle.
    Handle(Arc<State>, String),
}

impl On {
    fn run(&self, request: &[u8], host: Host<'_>) -> std::result::Result<Document, Fault> {
        guard(|| match self {
            On::Nothing(operation) => run(operation, request, host),
            On::Opens(state, operation) => state.open(operation, request, host),
            On::Handle(state, operation) => state.run(operation, request, host),
        })
    }
}

/// Tells JavaScript how far a call has come, and answers whether to go on.
///
/// What the host's function throws is kept by lib/. What is thrown before lib/ can see to it, at the end of the stack, is
/// left pending, so that it is thrown when the call returns: `call` would make an error of it here, and for that run
/// JavaScript at the end of the stack.
pub fn told(tell: Option<&Tell<'_>>, at: Stage, done: usize, all: usize) -> bool {
    let progress = (stage(at).0, done as f64, all as f64);
    tell.is_none_or(|tell| tell.apply((), progress.into()).unwrap_or(false))
}

/// Does a call at once, on the thread of JavaScript.
pub fn at_once(on: &On, request: &Request, blobs: &[Uint8Array], tell: Option<Tell<'_>>) -> Answer {
    let blobs: Vec<&[u8]> = blobs.iter().map(|blob| &blob[..]).collect();
    let mut progress = |at: Stage, done: usize, all: usize| told(tell.as_ref(), at, done, all);
    hand(on.run(bytes(request), Host { blobs: &blobs, progress: &mut progress as &mut Progress<'_> }))
}

/// A call on a thread of the pool. It owns its bytes: JavaScript may change what it handed in.
pub struct Job {
    on: On,
    request: Vec<u8>,
    blobs: Vec<Vec<u8>>,
    watch: Arc<Watch>,
}

impl Job {
    /// A call that is yet to run.
    pub fn new(
        on: On,
        request: Request,
        blobs: Vec<Uint8Array>,
        control: Option<&Control>,
    ) -> AsyncTask<Job> {
        let request = match request {
            Either::A(text) => text.into_bytes(),
            Either::B(bytes) => bytes.to_vec(),
        };
        let blobs = blobs.iter().map(|blob| blob.to_vec()).collect();
        let watch = control.map(|control| Arc::clone(&control.0)).unwrap_or_default();
        AsyncTask::new(Job { on, request, blobs, watch })
    }
}

impl Task for Job {
    type Output = std::result::Result<Document, Fault>;
    type JsValue = Answer;

    fn compute(&mut self) -> Result<Self::Output> {
        if self.watch.stopped() {
            return Ok(Err(stopped()));
        }
        let blobs: Vec<&[u8]> = self.blobs.iter().map(Vec::as_slice).collect();
        let mut progress = |stage: Stage, done: usize, all: usize| self.watch.tell(stage, done, all);
        let host = Host { blobs: &blobs, progress: &mut progress as &mut Progress<'_> };
        Ok(self.on.run(&self.request, host))
    }

    fn resolve(&mut self, env: Env, output: Self::Output) -> Result<Answer> {
        if let On::Opens(state, _) = &self.on {
            state.weigh(&env)?;
        }
        Ok(hand(output))
    }
}

/// The core's own error for a call that was stopped.
pub fn stopped() -> Fault {
    let code = payymo::Code::MatchingCancelled;
    payymo::Error::new(code, "the caller stopped the call before it began").into()
}

/// Does an operation at once.
#[napi]
pub fn call_sync(
    operation: String,
    request: Request,
    blobs: Vec<Uint8Array>,
    tell: Option<Tell<'_>>,
) -> Answer {
    at_once(&On::Nothing(operation), &request, &blobs, tell)
}

/// Does an operation on a thread of the pool.
#[napi]
pub fn call(
    operation: String,
    request: Request,
    blobs: Vec<Uint8Array>,
    control: Option<&Control>,
) -> AsyncTask<Job> {
    Job::new(On::Nothing(operation), request, blobs, control)
}
