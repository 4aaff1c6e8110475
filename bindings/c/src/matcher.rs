//! Matchers: open items prepared once, for many calls.

use crate::call::{Progress, teller};
use crate::document::{Document, clear, hand_out};
use crate::guard::guard;
use crate::input::{self, Blob};
use core::ffi::{c_char, c_void};
use core::sync::atomic::{AtomicUsize, Ordering};
use payymo_contract::{BorderCode, Fault, Host};
use std::sync::{Mutex, PoisonError};

/// Open items, prepared once for many calls. The caller owns it and frees it once. Calls on one matcher wait for each other:
/// any thread may call.
pub struct Matcher {
    /// Poisoned by a panic in the middle of a change: its items may be half changed.
    inner: Mutex<payymo::matching::Matcher>,
    /// The thread that is inside, so that its own callback cannot wait for itself; 0: nobody.
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

impl Matcher {
    fn run(&self, operation: &str, request: &[u8], host: Host<'_>) -> Result<Vec<u8>, Fault> {
        let me = this_thread();
        // Only this thread ever stores this value, so that it needs no order against others.
        if self.inside.load(Ordering::Relaxed) == me {
            return Err(Fault::new(
                BorderCode::Handle,
                "this matcher is in a call, and its callback calls it",
            ));
        }
        let broken = |_: PoisonError<_>| {
            let said = "this matcher broke in an earlier call: free it and make another";
            Fault::new(BorderCode::Handle, said)
        };
        let mut matcher = self.inner.lock().map_err(broken)?;
        self.inside.store(me, Ordering::Relaxed);
        let _inside = Inside(&self.inside);
        payymo_contract::run_on(&mut matcher, operation, request, host)
    }
}

/// Makes a matcher: does "matcher.new". The answer lists the errors of rows that cannot be used.
///
/// Arguments and result as those of payymo_call. `matcher` must not be NULL; `*matcher` is written always, NULL with an error.
/// Ownership: inputs are borrowed until it returns; the caller frees `*matcher` and `*answer`.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_matcher_new(
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    progress: Progress,
    user: *mut c_void,
    matcher: *mut *mut Matcher,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    // SAFETY: as above.
    unsafe { clear(matcher) };
    let result = guard(|| {
        if matcher.is_null() {
            return Err(Fault::new(BorderCode::Argument, "matcher is NULL"));
        }
        // SAFETY: as above.
        let request = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        let mut tell = teller(progress, user);
        let host = Host { blobs: &blobs, progress: &mut tell };
        let (inner, document) = payymo_contract::open("matcher.new", request, host)?;
        let made = Matcher { inner: Mutex::new(inner), inside: AtomicUsize::new(0) };
        // SAFETY: as above, and not null.
        unsafe { matcher.write(Box::into_raw(Box::new(made))) };
        Ok(document)
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// Does an operation on a matcher, such as "matcher.reconcile".
///
/// Arguments, result and ownership as those of payymo_call.
/// Threads: any; calls on one matcher wait for each other. A callback that calls the matcher of its own call gets
/// `contract.handle`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_matcher_call(
    matcher: *mut Matcher,
    operation: *const c_char,
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    progress: Progress,
    user: *mut c_void,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    let result = guard(|| {
        // SAFETY: as above: NULL, or a matcher that is not freed yet. It is shared only: its lock gives what may change.
        let matcher = unsafe { matcher.as_ref() };
        let matcher = matcher.ok_or_else(|| Fault::new(BorderCode::Handle, "matcher is NULL"))?;
        // SAFETY: as above.
        let operation = unsafe { input::name(operation, "operation") }?;
        // SAFETY: as above.
        let request = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        let mut tell = teller(progress, user);
        matcher.run(operation, request, Host { blobs: &blobs, progress: &mut tell })
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// Frees a matcher; NULL is fine.
/// Threads: any, but once, and when no call on it runs or will run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_matcher_free(matcher: *mut Matcher) {
    if !matcher.is_null() {
        // SAFETY: it came from `payymo_matcher_new` and is freed once, as the header says.
        let matcher = unsafe { Box::from_raw(matcher) };
        let _ = guard(|| {
            drop(matcher);
            Ok(())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> Matcher {
        let host = Host { blobs: &[], progress: &mut |_, _, _| true };
        let (inner, _) = payymo_contract::open("matcher.new", br#"{"invoices": []}"#, host).unwrap();
        Matcher { inner: Mutex::new(inner), inside: AtomicUsize::new(0) }
    }

    fn remove(matcher: &Matcher) -> Result<Vec<u8>, Fault> {
        let host = Host { blobs: &[], progress: &mut |_, _, _| true };
        matcher.run("matcher.remove", br#"{"id": "1"}"#, host)
    }

    #[test]
    fn one_that_broke_answers() {
        let matcher = made();
        assert_eq!(remove(&matcher).unwrap(), b"false");
        let broke = guard::<()>(|| {
            let _lock = matcher.inner.lock();
            panic!("in the middle");
        });
        assert_eq!(broke.unwrap_err().code(), "contract.internal");
        assert_eq!(remove(&matcher).unwrap_err().code(), "contract.handle");
    }

    #[test]
    fn its_own_callback_is_refused_and_other_threads_wait() {
        let matcher = made();
        matcher.inside.store(this_thread(), Ordering::Relaxed);
        assert_eq!(remove(&matcher).unwrap_err().code(), "contract.handle");
        let there = std::thread::scope(|scope| scope.spawn(|| remove(&matcher)).join().unwrap());
        assert_eq!(there.unwrap(), b"false");
        assert_eq!(remove(&matcher).unwrap(), b"false");
    }
}
