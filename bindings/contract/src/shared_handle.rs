//! A handle behind a lock, for hosts whose threads share it.

use crate::doors::{Host, open, run_on, run_on_steady};
use crate::fault::{BorderCode, Fault};
use crate::handle::{Handle, Steady};
use crate::operation::Document;
use crate::quick;
use core::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, TryLockError};

/// A handle for calls from any thread: calls wait for each other, but for those on what no call changes.
///
/// A progress callback that calls the handle of its own call would wait for itself: it gets `contract.handle`. So does
/// every call after one that panicked, for it may be half changed, and every call after [`SharedHandle::close`].
pub struct SharedHandle {
    /// Whether no call changes it, so that none need wait for another.
    is_steady: bool,
    inner: Mutex<Option<Handle>>,
    /// The thread that is inside; 0: nobody.
    inside: AtomicUsize,
    /// The process that it is in; 0: none. A child that was forked meanwhile has a lock that nobody will open.
    process: AtomicU32,
    closed: AtomicBool,
}

fn refused(said: &str) -> Fault {
    Fault::new(BorderCode::Handle, said)
}

const CLOSED: &str = "this handle was closed: make another";

thread_local! {
    /// Its address tells threads apart.
    static HERE: u8 = const { 0 };
}

fn this_thread() -> usize {
    HERE.try_with(|here| core::ptr::from_ref(here) as usize).unwrap_or(usize::MAX)
}

/// Who is inside, until a call ends in any way.
struct Inside<'a>(&'a SharedHandle);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.0.inside.store(0, Ordering::Relaxed);
        self.0.process.store(0, Ordering::Relaxed);
    }
}

impl SharedHandle {
    /// Does an operation such as `matcher.new`, and answers its document.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn open(operation: &str, request: &[u8], host: Host<'_>) -> Result<(Self, Document), Fault> {
        let (inner, answer) = open(operation, request, host)?;
        let is_steady = inner.steady().is_some();
        let inner = Mutex::new(Some(inner));
        let inside = AtomicUsize::new(0);
        let process = AtomicU32::new(0);
        Ok((SharedHandle { is_steady, inner, inside, process, closed: AtomicBool::new(false) }, answer))
    }

    /// Does an operation on it.
    ///
    /// # Errors
    /// Those of the operation; `contract.handle`.
    pub fn run(&self, operation: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
        if self.closed() {
            return Err(refused(CLOSED));
        }
        if self.is_steady {
            let held = self.steady();
            // Who closed it meanwhile found the lock taken.
            self.free_if_closed();
            return run_on_steady(&held?, operation, request, host);
        }
        let me = this_thread();
        // Only this thread ever stores this value, so that it needs no order against others.
        if self.inside.load(Ordering::Relaxed) == me {
            return Err(refused("this handle is in a call, and its callback calls it"));
        }
        let answer = self.run_alone(me, operation, request, host);
        self.free_if_closed();
        answer
    }

    /// [`run`](Self::run) of `verify` without documents to ask with, of a token with which no key was shown; `None` where it needs them.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn verify(&self, token: &str, now: i64) -> Option<Result<Document, Fault>> {
        if self.closed() || !self.is_steady {
            return None;
        }
        let held = self.steady();
        self.free_if_closed();
        match held.ok()? {
            Steady::Verifier(verifier) => quick::verify(&verifier, token, now),
            Steady::Sessions(issuer) => quick::verify(&issuer.verifier, token, now),
            _ => None,
        }
    }

    /// It, held for one call: closing meanwhile frees it at that call's end.
    fn steady(&self) -> Result<Steady, Fault> {
        let handle = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        handle.as_ref().and_then(Handle::steady).cloned().ok_or_else(|| refused(CLOSED))
    }

    fn run_alone(
        &self,
        me: usize,
        operation: &str,
        request: &[u8],
        host: Host<'_>,
    ) -> Result<Document, Fault> {
        let broken = |_| refused("this handle broke in an earlier call: free it and make another");
        let process = std::process::id();
        let mut handle = match self.inner.try_lock() {
            Ok(handle) => handle,
            Err(TryLockError::Poisoned(poisoned)) => return Err(broken(poisoned)),
            Err(TryLockError::WouldBlock) => match self.process.load(Ordering::Relaxed) {
                inside if inside != 0 && inside != process => {
                    return Err(refused(
                        "this process was forked while the handle was in a call: make another",
                    ));
                }
                _ => self.inner.lock().map_err(broken)?,
            },
        };
        // Closed while this call waited.
        let handle = handle.as_mut().filter(|_| !self.closed()).ok_or_else(|| refused(CLOSED))?;
        self.inside.store(me, Ordering::Relaxed);
        self.process.store(process, Ordering::Relaxed);
        let _inside = Inside(self);
        run_on(handle, operation, request, host)
    }

    /// Frees it, now or at the end of the call that runs, for which it does not wait; later calls answer
    /// `contract.handle`. Twice is fine, and so is a callback that closes the handle of its own call.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        self.free_if_closed();
    }

    /// Whether it was closed.
    pub fn closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    /// Who closes looks at the lock, and who leaves it looks whether it was closed: one of them frees.
    fn free_if_closed(&self) {
        if self.closed() {
            match self.inner.try_lock() {
                Ok(mut handle) => drop(handle.take()),
                Err(TryLockError::Poisoned(broken)) => drop(broken.into_inner().take()),
                Err(TryLockError::WouldBlock) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    const ITEMS: &[u8] = br#"{"invoices": [{"id": "1", "total": "5.00", "currency": "EUR"}]}"#;
    const ROWS: &[u8] =
        br#"{"transactions": [{"id": "t", "booked_on": "2026-03-04", "amount": "5.00", "currency": "EUR"}]}"#;

    fn made() -> SharedHandle {
        SharedHandle::open("matcher.new", ITEMS, Host { blobs: &[], progress: &mut |_, _, _| true })
            .expect("a matcher")
            .0
    }

    fn close(matcher: &SharedHandle) -> Result<Document, Fault> {
        matcher.run("matcher.close", br#"{"id": "1"}"#, Host { blobs: &[], progress: &mut |_, _, _| true })
    }

    #[test]
    fn a_callback_that_calls_its_own_matcher_is_refused() {
        let matcher = made();
        let mut told = None;
        let mut tell = |_, _, _| {
            told = Some(close(&matcher).expect_err("refused").code());
            true
        };
        matcher.run("matcher.reconcile", ROWS, Host { blobs: &[], progress: &mut tell }).expect("a result");
        assert_eq!(told, Some("contract.handle"));
        assert_eq!(close(&matcher).expect("an answer"), b"true");
    }

    #[test]
    fn one_that_broke_answers() {
        let matcher = made();
        let broke = catch_unwind(AssertUnwindSafe(|| {
            let mut tell = |_, _, _| -> bool { panic!("in the middle") };
            matcher.run("matcher.reconcile", ROWS, Host { blobs: &[], progress: &mut tell })
        }));
        assert!(broke.is_err());
        assert_eq!(close(&matcher).expect_err("broken").code(), "contract.handle");
    }

    fn is_free(matcher: &SharedHandle) -> bool {
        matcher.inner.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    #[test]
    fn one_that_was_closed_answers() {
        let matcher = made();
        matcher.close();
        matcher.close();
        assert!(matcher.closed() && is_free(&matcher));
        let fault = close(&matcher).expect_err("closed");
        assert_eq!((fault.code(), fault.message()), ("contract.handle", CLOSED));
    }

    #[test]
    fn one_that_is_closed_in_a_call_lives_until_its_end() {
        let matcher = made();
        let mut tell = |_, _, _| {
            matcher.close();
            assert_eq!(close(&matcher).expect_err("closed").message(), CLOSED);
            true
        };
        matcher.run("matcher.reconcile", ROWS, Host { blobs: &[], progress: &mut tell }).expect("a result");
        assert!(is_free(&matcher));
    }

    #[test]
    fn one_that_broke_can_be_closed() {
        let matcher = made();
        let mut tell = |_, _, _| -> bool { panic!("in the middle") };
        let host = Host { blobs: &[], progress: &mut tell };
        assert!(catch_unwind(AssertUnwindSafe(|| matcher.run("matcher.reconcile", ROWS, host))).is_err());
        matcher.close();
        assert!(is_free(&matcher));
    }

    #[test]
    fn threads_may_close_it() {
        for _ in 0..50 {
            let matcher = made();
            std::thread::scope(|scope| {
                for _ in 0..3 {
                    scope.spawn(|| {
                        let host = Host { blobs: &[], progress: &mut |_, _, _| true };
                        let answer = matcher.run("matcher.reconcile", ROWS, host);
                        assert!(answer.is_ok() || answer.is_err_and(|fault| fault.message() == CLOSED));
                    });
                }
                scope.spawn(|| matcher.close());
            });
            assert!(is_free(&matcher));
        }
    }

    #[test]
    fn what_no_call_changes_is_closed_by_any_thread() {
        let key = br#"{"secret": "a secret that guards nothing, for tests", "algorithm": "HS256"}"#;
        for _ in 0..200 {
            let host = Host { blobs: &[], progress: &mut |_, _, _| true };
            let signer = SharedHandle::open("signer.new", key, host).expect("a signer").0;
            std::thread::scope(|scope| {
                for _ in 0..2 {
                    scope.spawn(|| {
                        let host = Host { blobs: &[], progress: &mut |_, _, _| true };
                        let answer = signer.run("signer.sign", br#"{"claims": {}}"#, host);
                        assert!(answer.is_ok() || answer.is_err_and(|fault| fault.message() == CLOSED));
                    });
                }
                scope.spawn(|| signer.close());
            });
            assert!(is_free(&signer));
        }
    }

    #[test]
    fn threads_wait_for_each_other() {
        let matcher = made();
        std::thread::scope(|scope| {
            let run = || {
                for _ in 0..50 {
                    let host = Host { blobs: &[], progress: &mut |_, _, _| true };
                    matcher.run("matcher.reconcile", ROWS, host).expect("a result");
                }
            };
            (0..4).for_each(|_| drop(scope.spawn(run)));
        });
        assert_eq!(close(&matcher).expect("an answer"), b"true");
    }
}
