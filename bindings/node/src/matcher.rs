//! The handle of a matcher.

use crate::call::{Job, On, Request, Tell, at_once, not_open};
use crate::control::Control;
use crate::hand::Answer;
use napi::Env;
use napi::bindgen_prelude::{AsyncTask, ObjectFinalize, Uint8Array};
use napi_derive::napi;
use payymo::matching::Matcher;
use payymo_contract::{Document, Fault, Host, guard, open, run_on};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::{self, ThreadId};

/// A matcher that one call at a time uses.
#[derive(Default)]
pub struct Shared {
    matcher: Mutex<Option<Matcher>>,
    /// The thread that a call runs on: a function that the call itself calls must not wait for it.
    user: Mutex<Option<ThreadId>>,
    closed: AtomicBool,
    /// About how many bytes the matcher takes, and how many of them the garbage collector has been told of.
    weight: AtomicI64,
    told: AtomicI64,
}

/// Bytes that a matcher takes for a byte of the document that it was made of, measured.
const WEIGHT: usize = 6;

impl Shared {
    /// Lets the garbage collector know what hangs on a handle: it would see a few bytes, and not hurry.
    pub fn weigh(&self, env: &Env) -> napi::Result<()> {
        let closed = self.closed.load(Ordering::Acquire);
        let weight = if closed { 0 } else { self.weight.load(Ordering::Acquire) };
        let told = self.told.swap(weight, Ordering::AcqRel);
        if weight != told {
            env.adjust_external_memory(weight - told)?;
        }
        Ok(())
    }

    fn enter(&self) -> Result<Inside<'_>, Fault> {
        if self.closed.load(Ordering::Acquire) {
            return Err(not_open("this matcher was closed"));
        }
        let this = thread::current().id();
        if *unpoisoned(self.user.lock()) == Some(this) {
            return Err(not_open("this matcher is in use by the call whose progress is being told"));
        }
        let matcher = unpoisoned(self.matcher.lock());
        *unpoisoned(self.user.lock()) = Some(this);
        Ok(Inside { shared: self, matcher })
    }

    /// Makes the matcher.
    pub fn open(&self, operation: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
        let mut inside = self.enter()?;
        let (matcher, answer) = guard(|| open(operation, request, host))?;
        *inside.matcher = Some(matcher);
        let weight = i64::try_from(request.len().saturating_mul(WEIGHT)).unwrap_or(i64::MAX);
        self.weight.store(weight, Ordering::Release);
        Ok(answer)
    }

    /// Does an operation on the matcher.
    pub fn run(&self, operation: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
        let mut inside = self.enter()?;
        // Taken out for the call: one that panics leaves no half-changed matcher behind.
        let Some(mut matcher) = inside.matcher.take() else {
            return Err(not_open("this matcher was closed, or never opened"));
        };
        let (matcher, answer) = guard(move || {
            let answer = run_on(&mut matcher, operation, request, host);
            Ok((matcher, answer))
        })?;
        *inside.matcher = Some(matcher);
        answer
    }

    fn close(&self) {
        self.closed.store(true, Ordering::Release);
        // A call that runs now frees it at its end.
        match self.matcher.try_lock() {
            Ok(mut matcher) => drop(matcher.take()),
            Err(TryLockError::Poisoned(poisoned)) => drop(poisoned.into_inner().take()),
            Err(TryLockError::WouldBlock) => {}
        }
    }
}

/// A lock that a panic cannot spoil: no call panics while it holds one.
fn unpoisoned<T>(locked: Result<T, PoisonError<T>>) -> T {
    locked.unwrap_or_else(PoisonError::into_inner)
}

/// The one call that is inside.
struct Inside<'a> {
    shared: &'a Shared,
    matcher: MutexGuard<'a, Option<Matcher>>,
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        *unpoisoned(self.shared.user.lock()) = None;
        if self.shared.closed.load(Ordering::Acquire) {
            drop(self.matcher.take());
        }
    }
}

/// The handle of a matcher.
#[napi(custom_finalize)]
#[derive(Default)]
pub struct Handle(Arc<Shared>);

impl ObjectFinalize for Handle {
    fn finalize(self, env: Env) -> napi::Result<()> {
        self.0.close();
        self.0.weigh(&env)
    }
}

#[napi]
impl Handle {
    /// Of a matcher that is yet to be opened.
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
        let answer = at_once(&On::Opens(Arc::clone(&self.0)), &operation, &request, &blobs, tell);
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
        Job::new(On::Opens(Arc::clone(&self.0)), operation, request, blobs, control)
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
        at_once(&On::Matcher(Arc::clone(&self.0)), &operation, &request, &blobs, tell)
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
        Job::new(On::Matcher(Arc::clone(&self.0)), operation, request, blobs, control)
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
        self.0.closed.load(Ordering::Acquire)
    }
}
