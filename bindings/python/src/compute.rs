//! A call that computes: without the interpreter's lock, behind a guard against panics, in touch with its host.

use crate::fault::exception;
use crate::shutdown::{Busy, Inside, is_leaving};
use payymo::matching::{Progress, Stage};
use payymo_contract::{BorderCode, Fault, guard};
use pyo3::prelude::*;
use std::time::{Duration, Instant};

/// How often a call without a listener looks whether a signal came.
const LOOK: Duration = Duration::from_millis(50);

/// Does what Python asks for: every function that runs code of the host or of the library goes through here. No panic comes
/// out, and no end of the interpreter comes in.
pub fn entered<T>(py: Python<'_>, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    let _inside = Inside::enter(py)?;
    guarded(py, work)
}

/// The same for what calls nobody and is done at once.
pub fn guarded<T>(py: Python<'_>, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    guard(|| Ok(work())).unwrap_or_else(|fault| Err(exception(py, &fault)))
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
    let listener = progress.filter(|listener| !listener.is_none()).map(|listener| listener.clone().unbind());
    let mut stopped: Option<PyErr> = None;
    let stopped_inside = &mut stopped;
    let answer = py.detach(|| {
        let busy = Busy::new();
        let mut looked = Instant::now();
        let mut tell = |stage: Stage, done: usize, all: usize| -> bool {
            if is_leaving() {
                return false;
            }
            if listener.is_none() && looked.elapsed() < LOOK {
                return true;
            }
            looked = Instant::now();
            match busy.calling(|| Python::try_attach(|py| told(py, listener.as_ref(), stage, done, all))) {
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
    // After a panic the caller must hear of it, whatever the host said before.
    let panicked = matches!(&answer, Err(fault) if fault.code() == BorderCode::Internal.as_str());
    stopped.filter(|_| !panicked).map_or(Ok(answer), Err)
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
