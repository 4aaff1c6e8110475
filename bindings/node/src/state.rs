//! What hangs on a handle, and what the garbage collector is told of it.

use napi::Env;
use payymo_contract::{BorderCode, Document, Fault, Host, SharedHandle};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

/// A handle that may be yet to open, and may be closed before it does.
#[derive(Default)]
pub struct State {
    handle: OnceLock<SharedHandle>,
    closed: AtomicBool,
    /// About how many bytes it takes, and how many of them the garbage collector has been told of.
    weight: AtomicI64,
    told: AtomicI64,
}

/// Bytes that a matcher takes for a byte of the document that it was made of, measured.
const WEIGHT: usize = 6;

fn refused(said: &str) -> Fault {
    Fault::new(BorderCode::Handle, said)
}

impl State {
    /// Makes it.
    pub fn open(&self, operation: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
        let (handle, answer) = SharedHandle::open(operation, request, host)?;
        self.handle.set(handle).map_err(|_| refused("this handle is open"))?;
        let weight = i64::try_from(request.len().saturating_mul(WEIGHT)).unwrap_or(i64::MAX);
        self.weight.store(weight, Ordering::Release);
        if self.closed() {
            self.close();
        }
        Ok(answer)
    }

    /// Does an operation on it.
    pub fn run(&self, operation: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
        let handle = self.handle.get().ok_or_else(|| refused("this handle was never opened"))?;
        handle.run(operation, request, host)
    }

    /// Verifies a token at once; `None` where it takes a document to ask.
    pub fn verify(&self, token: &str, now: i64) -> Option<Result<Document, Fault>> {
        self.handle.get()?.verify(token, now)
    }

    /// Frees it, now or at the end of the call that runs.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        if let Some(handle) = self.handle.get() {
            handle.close();
        }
    }

    /// Whether it was closed.
    pub fn closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    /// Lets the garbage collector know what hangs on a handle: it would see a few bytes, and not hurry.
    pub fn weigh(&self, env: &Env) -> napi::Result<()> {
        let weight = if self.closed() { 0 } else { self.weight.load(Ordering::Acquire) };
        let told = self.told.swap(weight, Ordering::AcqRel);
        if weight != told {
            env.adjust_external_memory(weight - told)?;
        }
        Ok(())
    }
}
