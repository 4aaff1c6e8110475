//! A call that computes: without the interpreter's lock, behind a guard against panics, in touch with its host.
//!
//! # Design
//! A thread that waits for the interpreter's lock while the interpreter shuts down is ended by it in the middle of what it
//! does, and an end inside Rust frames is an abort. So a function that the interpreter calls before it shuts down stops the
//! calls of other threads at their next step and waits until they have left; later calls of other threads are refused.

use crate::fault::{border, exception};
use payymo::matching::{Progress, Stage};
use payymo_contract::{BorderCode, Fault, guard};
use pyo3::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

/// Calls that compute at this moment.
static INSIDE: AtomicUsize = AtomicUsize::new(0);
/// Whether the interpreter is about to shut down, and the thread that does it.
static LEAVING: AtomicBool = AtomicBool::new(false);
static LAST_THREAD: Mutex<Option<ThreadId>> = Mutex::new(None);
/// How often a call without a listener looks whether a signal came.
const LOOK: Duration = Duration::from_millis(50);
/// How long the end waits for calls of other threads, in steps of a millisecond.
const WAIT: usize = 10_000;

/// Counts a call as long as it lives.
struct Inside;

impl Inside {
    fn enter(py: Python<'_>) -> PyResult<Self> {
        INSIDE.fetch_add(1, Ordering::SeqCst);
        let inside = Inside;
        if LEAVING.load(Ordering::SeqCst) && !is_last_thread() {
            return Err(border(py, BorderCode::Handle, "the interpreter is shutting down", None));
        }
        Ok(inside)
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        // After a fork the child counts anew.
        let _ =
            INSIDE.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |count| Some(count.saturating_sub(1)));
    }
}

fn is_last_thread() -> bool {
    let last = LAST_THREAD.lock().unwrap_or_else(|broken| broken.into_inner());
    *last == Some(std::thread::current().id())
}

/// Runs `work` without the interpreter's lock. What its progress callback raises stops it and is raised again.
pub fn compute<T: Send>(
    py: Python<'_>,
    progress: Option<&Bound<'_, PyAny>>,
    work: impl FnOnce(&mut Progress<'_>) -> Result<T, Fault> + Send,
) -> PyResult<T> {
    compute_py(py, progress, work)?.map_err(|fault| exception(py, &fault))
}

/// The same, with the fault as it is.
pub fn compute_py<T: Send>(
    py: Python<'_>,
    progress: Option<&Bound<'_, PyAny>>,
    work: impl FnOnce(&mut Progress<'_>) -> Result<T, Fault> + Send,
) -> PyResult<Result<T, Fault>> {
    let _inside = Inside::enter(py)?;
    let listener = progress.filter(|listener| !listener.is_none()).map(|listener| listener.clone().unbind());
    let mut stopped: Option<PyErr> = None;
    let stopped_inside = &mut stopped;
    let answer = py.detach(|| {
        let mut looked = Instant::now();
        let mut tell = |stage: Stage, done: usize, all: usize| -> bool {
            if LEAVING.load(Ordering::SeqCst) && !is_last_thread() {
                return false;
            }
            if listener.is_none() && looked.elapsed() < LOOK {
                return true;
            }
            looked = Instant::now();
            match Python::try_attach(|py| told(py, listener.as_ref(), stage, done, all)) {
                Some(Ok(go_on)) => go_on,
                Some(Err(error)) => {
                    *stopped_inside = Some(error);
                    false
                }
                None => false,
            }
        };
        guard(|| work(&mut tell))
    });
    if let Some(error) = stopped {
        return Err(error);
    }
    Ok(answer)
}

fn told(
    py: Python<'_>,
    listener: Option<&Py<PyAny>>,
    stage: Stage,
    done: usize,
    all: usize,
) -> PyResult<bool> {
    py.check_signals()?;
    let Some(listener) = listener else { return Ok(true) };
    let answer = listener.bind(py).call1((payymo_contract::stage(stage).1, done, all))?;
    Ok(answer.is_none() || answer.is_truthy()?)
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
        for _ in 0..WAIT {
            if INSIDE.load(Ordering::SeqCst) == 0 {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    });
}

#[pyfunction]
fn forked() {
    INSIDE.store(0, Ordering::SeqCst);
}
