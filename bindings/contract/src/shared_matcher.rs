//! A matcher behind a lock, for hosts whose threads share it.

use crate::doors::{Host, open, run_on};
use crate::fault::{BorderCode, Fault};
use crate::operation::Document;
use core::sync::atomic::{AtomicUsize, Ordering};
use payymo::matching::Matcher;
use std::sync::{Mutex, PoisonError};

/// Open items, prepared once for many calls from any thread: calls wait for each other.
///
/// A progress callback that calls the matcher of its own call would wait for itself: it gets `contract.handle`. So does
/// every call after one that panicked, for its items may be half changed.
pub struct SharedMatcher {
    inner: Mutex<Matcher>,
    /// The thread that is inside; 0: nobody.
    inside: AtomicUsize,
}

thread_local! {
    /// Its address tells threads apart.
    static HERE: u8 = const { 0 };
}

fn this_thread() -> usize {
    HERE.try_with(|here| core::ptr::from_ref(here) as usize).unwrap_or(usize::MAX)
}

/// Who is inside, until a call ends in any way.
struct Inside<'a>(&'a AtomicUsize);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

impl SharedMatcher {
    /// Does `matcher.new`; answers with it the document of the rows that cannot be used.
    ///
    /// # Errors
    /// Those of `matcher.new`.
    pub fn open(request: &[u8], host: Host<'_>) -> Result<(Self, Document), Fault> {
        let (inner, answer) = open("matcher.new", request, host)?;
        Ok((SharedMatcher { inner: Mutex::new(inner), inside: AtomicUsize::new(0) }, answer))
    }

    /// Does an operation on the matcher.
    ///
    /// # Errors
    /// Those of the operation; `contract.handle`.
    pub fn run(&self, operation: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
        let me = this_thread();
        // Only this thread ever stores this value, so that it needs no order against others.
        if self.inside.load(Ordering::Relaxed) == me {
            let said = "this matcher is in a call, and its callback calls it";
            return Err(Fault::new(BorderCode::Handle, said));
        }
        let broken = |_: PoisonError<_>| {
            let said = "this matcher broke in an earlier call: free it and make another";
            Fault::new(BorderCode::Handle, said)
        };
        let mut matcher = self.inner.lock().map_err(broken)?;
        self.inside.store(me, Ordering::Relaxed);
        let _inside = Inside(&self.inside);
        run_on(&mut matcher, operation, request, host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    const ITEMS: &[u8] = br#"{"invoices": [{"id": "1", "total": "5.00", "currency": "EUR"}]}"#;
    const ROWS: &[u8] =
        br#"{"transactions": [{"id": "t", "booked_on": "2026-03-04", "amount": "5.00", "currency": "EUR"}]}"#;

    fn made() -> SharedMatcher {
        SharedMatcher::open(ITEMS, Host { blobs: &[], progress: &mut |_, _, _| true }).expect("a matcher").0
    }

    fn close(matcher: &SharedMatcher) -> Result<Document, Fault> {
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
