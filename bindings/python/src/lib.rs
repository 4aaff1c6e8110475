//! The native module of the Python package `payymo`.
//!
//! It converts and adds no meaning: `encode` writes Python objects as the documents of the contract, `compute` runs an
//! operation without the interpreter's lock, `shutdown` sees to the interpreter's end, `handle` keeps what lives between calls, `fault` turns an answer of "no" into an
//! exception, `arrow` takes and gives tables. What reads like Python is written in Python, above it.

mod arguments;
mod arrow;
mod compute;
mod encode;
mod fault;
mod handle;
mod quick;
mod shutdown;

use arguments::{blobs_of, document_of, text_of};
use compute::{compute, entered, guarded};
use encode::Encoder;
use payymo_contract::Host;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict};

/// Rows are many small texts: most readers are a tenth to a third faster with it. The interpreter keeps its own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs an operation without a handle.
fn run<'py>(
    py: Python<'py>,
    operation: &str,
    request: &[u8],
    blobs: &[PyBackedBytes],
    progress: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let answer = compute(py, progress, |tell| {
        let blobs: Vec<&[u8]> = blobs.iter().map(|blob| &**blob).collect();
        payymo_contract::run(operation, request, Host { blobs: &blobs, progress: tell })
    })?;
    Ok(PyBytes::new(py, &answer))
}

/// call(operation, request, blobs=(), progress=None)
/// --
///
/// Does an operation: a JSON document in, a JSON document out.
#[pyfunction]
#[pyo3(signature = (operation, request, blobs=None, progress=None))]
fn call<'py>(
    py: Python<'py>,
    operation: &Bound<'py, PyAny>,
    request: &Bound<'py, PyAny>,
    blobs: Option<&Bound<'py, PyAny>>,
    progress: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    entered(py, || {
        let operation = text_of(operation, "operation")?;
        run(py, &operation, &document_of(request)?, &blobs_of(blobs)?, progress)
    })
}

/// ask(operation, arguments, progress=None)
/// --
///
/// Does an operation with Python values: records, mappings, `Decimal`, `date`, bytes. The answer is a JSON document.
#[pyfunction]
#[pyo3(signature = (operation, arguments, progress=None))]
fn ask<'py>(
    py: Python<'py>,
    operation: &Bound<'py, PyAny>,
    arguments: &Bound<'py, PyDict>,
    progress: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    entered(py, || {
        let operation = text_of(operation, "operation")?;
        let (request, blobs) = Encoder::request(&operation, arguments)?;
        run(py, &operation, &request, &blobs, progress)
    })
}

/// document(value)
/// --
///
/// A record, or anything that is made of records, as a JSON document.
#[pyfunction]
fn document<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    let py = value.py();
    entered(py, || Ok(PyBytes::new(py, &Encoder::document(value)?)))
}

/// indent(document)
/// --
///
/// The same document, indented by two spaces as the library does it.
#[pyfunction]
fn indent<'py>(py: Python<'py>, document: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    guarded(py, || Ok(PyBytes::new(py, &payymo_contract::indented(document))))
}

/// codes()
/// --
///
/// Every code with its number and its meaning.
#[pyfunction]
fn codes() -> Vec<(&'static str, u32, &'static str)> {
    payymo_contract::codes().map(|known| (known.code, known.number, known.meaning)).collect()
}

#[pymodule(gil_used = false)]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(call, module)?)?;
    module.add_function(wrap_pyfunction!(ask, module)?)?;
    module.add_function(wrap_pyfunction!(document, module)?)?;
    module.add_function(wrap_pyfunction!(indent, module)?)?;
    module.add_function(wrap_pyfunction!(codes, module)?)?;
    module.add_function(wrap_pyfunction!(quick::iban_check, module)?)?;
    module.add_function(wrap_pyfunction!(quick::reference_check, module)?)?;
    module.add_function(wrap_pyfunction!(quick::currency_decimals, module)?)?;
    module.add_function(wrap_pyfunction!(arrow::reconcile_tables, module)?)?;
    module.add_class::<handle::Handle>()?;
    module.add_class::<arrow::Tables>()?;
    module.add_class::<arrow::ArrowTable>()?;
    shutdown::at_exit(module)
}
