//! The end of the interpreter while other threads are inside a call.
//!
//! # Design
//! A thread that asks for the interpreter's lock while the interpreter shuts down is ended by it (CPython before 3.14), in the
//! middle of what it does, and an end inside Rust frames is an abort. Two things are done against that. A function that the
//! interpreter calls before it shuts down stops the calls of other threads at their next step and waits until they have
//! left; later calls are refused. Who waits in code of the host, which may never come back, is not waited for for long:
//! such a thread is parked for good where the interpreter would end it, as CPython does itself from 3.14 on.

use crate::fault::border;
use payymo_contract::BorderCode;
use pyo3::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::ThreadId;
use std::time::Duration;

/// Calls that are under way at this moment, and those of them that compute in Rust.
static INSIDE: AtomicUsize = AtomicUsize::new(0);
static BUSY: AtomicUsize = AtomicUsize::new(0);
/// Whether the interpreter is about to shut down, and the thread that does it.
static LEAVING: AtomicBool = AtomicBool::new(false);
static LAST_THREAD: Mutex<Option<ThreadId>> = Mutex::new(None);
/// How long the end waits for calls of other threads, in steps of a millisecond: while they compute, and while they are in
/// code of the host.
const WAIT: usize = 10_000;
const WAIT_FOR_HOST: usize = 500;

/// Counts as long as it lives.
struct Counted(&'static AtomicUsize);

impl Counted {
    fn new(count: &'static AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Counted(count)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        // After a fork the child counts anew.
        let _ =
            self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |count| Some(count.saturating_sub(1)));
    }
}

/// A call of this thread, from its first look at an argument to its answer.
pub struct Inside {
    _count: Counted,
    _parking: parking::Parking,
}

impl Inside {
    /// Refused where the interpreter shuts down.
    pub fn enter(py: Python<'_>) -> PyResult<Self> {
        let inside = Inside { _parking: parking::Parking::new(), _count: Counted::new(&INSIDE) };
        go_on(py)?;
        Ok(inside)
    }
}

/// Computes for as long as it lives.
pub struct Busy(Counted);

impl Busy {
    /// Begins to compute.
    pub fn new() -> Self {
        Busy(Counted::new(&BUSY))
    }

    /// Computes, but for the time of a call of the host's code.
    pub fn calling<T>(&self, host: impl FnOnce() -> T) -> T {
        let count = self.0.0;
        let _ = count.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |count| Some(count.saturating_sub(1)));
        let again = Again(count);
        let answer = host();
        drop(again);
        answer
    }
}

/// Counts again, however the host's code ends.
struct Again(&'static AtomicUsize);

impl Drop for Again {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// Whether this thread is to leave because the interpreter shuts down.
pub fn is_leaving() -> bool {
    LEAVING.load(Ordering::SeqCst) && {
        let last = LAST_THREAD.lock().unwrap_or_else(|broken| broken.into_inner());
        *last != Some(std::thread::current().id())
    }
}

/// An error where this thread is to leave.
pub fn go_on(py: Python<'_>) -> PyResult<()> {
    match is_leaving() {
        true => Err(border(py, BorderCode::Handle, "the interpreter is shutting down", None)),
        false => Ok(()),
    }
}

/// Has the interpreter call [`leave`] before it shuts down, and [`forked`] in a child.
pub fn at_exit(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    py.import("atexit")?.call_method1("register", (wrap_pyfunction!(leave, module)?,))?;
    let os = py.import("os")?;
    if os.hasattr("register_at_fork")? {
        let named = pyo3::types::PyDict::new(py);
        named.set_item("after_in_child", wrap_pyfunction!(forked, module)?)?;
        os.call_method("register_at_fork", (), Some(&named))?;
    }
    Ok(())
}

#[pyfunction]
fn leave(py: Python<'_>) {
    *LAST_THREAD.lock().unwrap_or_else(|broken| broken.into_inner()) = Some(std::thread::current().id());
    LEAVING.store(true, Ordering::SeqCst);
    py.detach(|| {
        for waited in 0..WAIT {
            let awaited = if waited < WAIT_FOR_HOST { &INSIDE } else { &BUSY };
            if awaited.load(Ordering::SeqCst) == 0 {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    });
}

#[pyfunction]
fn forked() {
    INSIDE.store(0, Ordering::SeqCst);
    BUSY.store(0, Ordering::SeqCst);
}

/// Parks a thread where the interpreter would end it. Only glibc unwinds the stack of a thread that ends itself.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod parking {
    use std::ffi::{c_int, c_void};
    use std::marker::PhantomData;
    use std::time::Duration;

    /// `struct _pthread_cleanup_buffer` of `pthread.h`.
    #[repr(C)]
    struct Buffer {
        routine: Option<extern "C" fn(*mut c_void)>,
        argument: *mut c_void,
        cancel_type: c_int,
        previous: *mut Buffer,
    }

    unsafe extern "C" {
        fn _pthread_cleanup_push(
            buffer: *mut Buffer,
            routine: extern "C" fn(*mut c_void),
            argument: *mut c_void,
        );
        fn _pthread_cleanup_pop(buffer: *mut Buffer, execute: c_int);
    }

    extern "C" fn park(_: *mut c_void) {
        loop {
            std::thread::sleep(Duration::from_secs(3600));
        }
    }

    /// While it lives, an end of this thread is a halt.
    ///
    /// A handler of a buffer on the stack runs when the unwinding comes to its frame, which is too late: frames further in
    /// are Rust's too. The buffer stands on the heap, which glibc takes for left behind at the first step.
    pub struct Parking {
        buffer: *mut Buffer,
        /// Of this thread alone.
        _thread: PhantomData<*const ()>,
    }

    impl Parking {
        pub fn new() -> Self {
            let none = std::ptr::null_mut();
            let buffer = Buffer { routine: None, argument: none, cancel_type: 0, previous: none.cast() };
            let buffer = Box::into_raw(Box::new(buffer));
            // SAFETY: the buffer lives until it is popped; nobody else knows it. Handlers are popped in the opposite order,
            // for calls of one thread stand in each other, and the handler touches nothing.
            unsafe { _pthread_cleanup_push(buffer, park, none) };
            Parking { buffer, _thread: PhantomData }
        }
    }

    impl Drop for Parking {
        fn drop(&mut self) {
            // SAFETY: pushed by this thread, which is the only one that can drop it, and not popped before.
            unsafe {
                _pthread_cleanup_pop(self.buffer, 0);
                drop(Box::from_raw(self.buffer));
            }
        }
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
mod parking {
    /// Nothing is needed.
    pub struct Parking;

    impl Parking {
        pub fn new() -> Self {
            Parking
        }
    }
}
