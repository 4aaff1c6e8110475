//! What lives between calls: a matcher, a stream, the keys of a verifier.
//!
//! # Design
//! Calls of several threads take turns: who computes takes the handle out and puts it back. No lock is held while
//! computing, and who waits holds no lock of the interpreter, so that neither can wait for the other. One whose call
//! panicked is gone, because nothing is known of its state. What no call changes is not taken out: threads call it at once.

use crate::arguments::{blobs_of, document_of, text_of};
use crate::compute::{compute, compute_py, entered};
use crate::encode::Encoder;
use crate::fault::{border, exception};
use crate::shutdown;
use payymo_contract::{BorderCode, Host};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread::ThreadId;
use std::time::Duration;

enum State {
    Idle(Box<payymo_contract::Handle>),
    /// In a call of this thread of this process: a fork takes the state with it, but not the thread.
    Busy(Caller),
    Closed,
}

/// Who computes.
#[derive(Clone, Copy, PartialEq)]
struct Caller {
    thread: ThreadId,
    process: u32,
}

/// What lives between calls.
#[pyclass(frozen, module = "payymo._native")]
pub struct Handle {
    state: Mutex<State>,
    put_back: Condvar,
}

impl Handle {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|broken| broken.into_inner())
    }

    /// It, where no call changes it. A thread holds this lock for an instant and calls nobody.
    fn steady(&self) -> Option<payymo_contract::Steady> {
        match &*self.state() {
            State::Idle(handle) => handle.steady().cloned(),
            State::Busy(_) | State::Closed => None,
        }
    }

    /// Takes the handle out as soon as nobody else has it.
    fn take(&self, py: Python<'_>) -> PyResult<Box<payymo_contract::Handle>> {
        let me = Caller { thread: std::thread::current().id(), process: std::process::id() };
        loop {
            let taken = py.detach(|| {
                let mut state = self.state();
                if matches!(&*state, State::Busy(other) if other.thread != me.thread && other.process == me.process) {
                    let wait = self.put_back.wait_timeout(state, Duration::from_millis(50));
                    state = wait.unwrap_or_else(|broken| broken.into_inner()).0;
                }
                match std::mem::replace(&mut *state, State::Busy(me)) {
                    State::Idle(handle) => Some(Ok(handle)),
                    State::Busy(other) => {
                        *state = State::Busy(other);
                        match other {
                            _ if other == me => Some(Err("a handle cannot be called by its own progress callback")),
                            _ if other.process == me.process => None,
                            _ => Some(Err("this process was forked while the handle was in a call: make another")),
                        }
                    }
                    State::Closed => {
                        *state = State::Closed;
                        Some(Err("the handle was released"))
                    }
                }
            });
            match taken {
                Some(taken) => return taken.map_err(|said| border(py, BorderCode::Handle, said, None)),
                None => {
                    py.check_signals()?;
                    shutdown::go_on(py)?;
                }
            }
        }
    }

    fn put(&self, state: State) {
        *self.state() = state;
        self.put_back.notify_all();
    }

    fn run<'py>(
        &self,
        py: Python<'py>,
        operation: &str,
        request: &[u8],
        blobs: &[PyBackedBytes],
        progress: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        if let Some(steady) = self.steady() {
            let answer = compute(py, progress, |tell| {
                let blobs: Vec<&[u8]> = blobs.iter().map(|blob| &**blob).collect();
                payymo_contract::run_on_steady(
                    &steady,
                    operation,
                    request,
                    Host { blobs: &blobs, progress: tell },
                )
            })?;
            return Ok(PyBytes::new(py, &answer));
        }
        let mut handle = self.take(py)?;
        let taken = &mut handle;
        let answer = compute_py(py, progress, move |tell| {
            let blobs: Vec<&[u8]> = blobs.iter().map(|blob| &**blob).collect();
            payymo_contract::run_on(taken, operation, request, Host { blobs: &blobs, progress: tell })
        });
        let lost = matches!(&answer, Ok(Err(fault)) if fault.code() == BorderCode::Internal.as_str());
        self.put(if lost { State::Closed } else { State::Idle(handle) });
        match answer? {
            Ok(answer) => Ok(PyBytes::new(py, &answer)),
            Err(fault) => Err(exception(py, &fault)),
        }
    }
}

fn open<'py>(
    py: Python<'py>,
    operation: &str,
    request: &[u8],
    blobs: &[PyBackedBytes],
    progress: Option<&Bound<'py, PyAny>>,
) -> PyResult<(Handle, Bound<'py, PyBytes>)> {
    let (handle, answer) = compute(py, progress, |tell| {
        let blobs: Vec<&[u8]> = blobs.iter().map(|blob| &**blob).collect();
        payymo_contract::open(operation, request, Host { blobs: &blobs, progress: tell })
    })?;
    let state = Mutex::new(State::Idle(Box::new(handle)));
    Ok((Handle { state, put_back: Condvar::new() }, PyBytes::new(py, &answer)))
}

#[pymethods]
impl Handle {
    /// open(operation, request, blobs=(), progress=None)
    /// --
    ///
    /// Makes a handle from a document, and gives it with the answer.
    #[staticmethod]
    #[pyo3(signature = (operation, request, blobs=None, progress=None))]
    fn open<'py>(
        py: Python<'py>,
        operation: &Bound<'py, PyAny>,
        request: &Bound<'py, PyAny>,
        blobs: Option<&Bound<'py, PyAny>>,
        progress: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Handle, Bound<'py, PyBytes>)> {
        entered(py, || {
            let operation = text_of(operation, "operation")?;
            open(py, &operation, &document_of(request)?, &blobs_of(blobs)?, progress)
        })
    }

    /// make(operation, arguments, progress=None)
    /// --
    ///
    /// Makes a handle from Python values, and gives it with the answer.
    #[staticmethod]
    #[pyo3(signature = (operation, arguments, progress=None))]
    fn make<'py>(
        operation: &Bound<'py, PyAny>,
        arguments: &Bound<'py, PyDict>,
        progress: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Handle, Bound<'py, PyBytes>)> {
        let py = arguments.py();
        entered(py, || {
            let operation = text_of(operation, "operation")?;
            let (request, blobs) = Encoder::request(&operation, arguments)?;
            open(py, &operation, &request, &blobs, progress)
        })
    }

    /// call(operation, request, blobs=(), progress=None)
    /// --
    ///
    /// Does an operation on it: a JSON document in, a JSON document out.
    #[pyo3(signature = (operation, request, blobs=None, progress=None))]
    fn call<'py>(
        &self,
        py: Python<'py>,
        operation: &Bound<'py, PyAny>,
        request: &Bound<'py, PyAny>,
        blobs: Option<&Bound<'py, PyAny>>,
        progress: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        entered(py, || {
            let operation = text_of(operation, "operation")?;
            self.run(py, &operation, &document_of(request)?, &blobs_of(blobs)?, progress)
        })
    }

    /// ask(operation, arguments, progress=None)
    /// --
    ///
    /// Does an operation on it with Python values.
    #[pyo3(signature = (operation, arguments, progress=None))]
    fn ask<'py>(
        &self,
        py: Python<'py>,
        operation: &Bound<'py, PyAny>,
        arguments: &Bound<'py, PyDict>,
        progress: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        entered(py, || {
            let operation = text_of(operation, "operation")?;
            let (request, blobs) = Encoder::request(&operation, arguments)?;
            self.run(py, &operation, &request, &blobs, progress)
        })
    }

    /// close()
    /// --
    ///
    /// Frees what it holds; waits for a call that is under way. Later calls raise.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        if matches!(&*self.state(), State::Closed) {
            return Ok(());
        }
        entered(py, || {
            let handle = self.take(py)?;
            self.put(State::Closed);
            py.detach(|| drop(handle));
            Ok(())
        })
    }

    /// Whether it was closed.
    #[getter]
    fn closed(&self) -> bool {
        matches!(&*self.state(), State::Closed)
    }
}
