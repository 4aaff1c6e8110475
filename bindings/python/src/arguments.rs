//! Arguments that are no records: text, bytes, documents.

use crate::fault::border;
use payymo_contract::BorderCode;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyString};

/// An argument that is text.
pub fn text_of(value: &Bound<'_, PyAny>, name: &str) -> PyResult<PyBackedStr> {
    let py = value.py();
    let Ok(text) = value.cast::<PyString>() else {
        return Err(border(py, BorderCode::Argument, "a text", Some(name)));
    };
    utf8(text).ok_or_else(|| lone_surrogate(py, name))
}

/// The UTF-8 of a text; `None` where it has none. Python 3.9 gives it in an object of its own, which is kept: `to_cow`
/// would copy it once more.
pub fn utf8(text: &Bound<'_, PyString>) -> Option<PyBackedStr> {
    PyBackedStr::try_from(text.clone()).ok()
}

/// Python's own error would hold the text.
fn lone_surrogate(py: Python<'_>, name: &str) -> PyErr {
    border(py, BorderCode::Encoding, "text with a lone surrogate", Some(name))
}

/// Text or bytes of a document.
pub fn document_of(request: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    let py = request.py();
    if !request.is_instance_of::<PyString>() {
        return bytes_of(request, "request");
    }
    let text = request.extract::<PyBackedStr>().map_err(|_| lone_surrogate(py, "request"))?;
    Ok(PyBytes::new(py, text.as_bytes()).into())
}

/// Bytes of anything that holds bytes.
pub fn held_bytes(value: &Bound<'_, PyAny>) -> Option<PyBackedBytes> {
    if let Ok(bytes) = value.extract::<PyBackedBytes>() {
        return Some(bytes);
    }
    // `bytes` makes zeros of a number and bytes of a list of numbers: neither is meant.
    let view = value.py().import("builtins").and_then(|module| module.getattr("memoryview"));
    let copied = view.and_then(|view| view.call1((value,))?.call_method0("tobytes"));
    copied.ok().and_then(|bytes| bytes.extract::<PyBackedBytes>().ok())
}

/// An argument that holds bytes.
fn bytes_of(value: &Bound<'_, PyAny>, name: &str) -> PyResult<PyBackedBytes> {
    let said = "bytes, or an object that holds bytes";
    held_bytes(value).ok_or_else(|| border(value.py(), BorderCode::Argument, said, Some(name)))
}

/// The blobs of a call.
pub fn blobs_of(blobs: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<PyBackedBytes>> {
    let Some(blobs) = blobs.filter(|blobs| !blobs.is_none()) else { return Ok(Vec::new()) };
    let each = blobs.try_iter().map_err(|_| {
        border(blobs.py(), BorderCode::Argument, "a list of objects that hold bytes", Some("blobs"))
    })?;
    each.map(|blob| bytes_of(&blob?, "blobs")).collect()
}
