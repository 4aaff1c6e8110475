//! Answers of "no" as exceptions: the classes are written in Python, one an area of codes.

use payymo_contract::{BorderCode, Fault};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

/// `payymo._errors.raised`.
static RAISED: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// The exception of a fault.
pub fn exception(py: Python<'_>, fault: &Fault) -> PyErr {
    let made = || -> PyResult<Bound<'_, PyAny>> {
        let raised = RAISED.get_or_try_init(py, || -> PyResult<Py<PyAny>> {
            Ok(py.import("payymo._errors")?.getattr("raised")?.unbind())
        })?;
        let place = fault.place();
        let bytes = place.bytes.as_ref().map(|range| (range.start, range.end));
        raised.bind(py).call1((
            fault.code(),
            fault.number(),
            fault.message(),
            place.field.as_deref(),
            place.row.as_deref(),
            place.line,
            bytes,
        ))
    };
    made().map_or_else(|error| error, PyErr::from_value)
}

/// The exception of a fault of the border.
pub fn border(py: Python<'_>, code: BorderCode, said: &str, field: Option<&str>) -> PyErr {
    let fault = Fault::new(code, said);
    exception(py, &field.map_or(fault.clone(), |field| fault.at_field(field)))
}
