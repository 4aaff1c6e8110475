//! Arrow's C stream, in and out.

use crate::fault::border;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{RecordBatch, RecordBatchIterator};
use payymo_contract::BorderCode;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

const NAME: &std::ffi::CStr = c"arrow_array_stream";

/// The stream of an object that has one.
pub fn reader(table: &Bound<'_, PyAny>, list: &str) -> PyResult<RecordBatchStreamReader> {
    let py = table.py();
    let field = format!("/{list}");
    let wrong = |said: &str| border(py, BorderCode::Field, said, Some(&field));
    let stream = table.call_method0("__arrow_c_stream__")?;
    let capsule = stream.cast_into::<PyCapsule>().map_err(|_| wrong("a table with an Arrow stream"))?;
    let stream = capsule.pointer_checked(Some(NAME)).map_err(|_| wrong("a table with an Arrow stream"))?;
    let stream = stream.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds an ArrowArrayStream, by the Arrow PyCapsule interface. It is moved out, and what
    // stays behind is marked as released, so that neither the capsule nor a second call uses it again.
    unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) }
        .map_err(|_| wrong("a table of columns, with an Arrow stream that was not read before"))
}

/// A capsule with a stream of one batch.
pub fn capsule<'py>(py: Python<'py>, batch: &RecordBatch) -> PyResult<Bound<'py, PyCapsule>> {
    let batches = RecordBatchIterator::new(vec![Ok(batch.clone())], batch.schema());
    // Dropped unread, the capsule releases the stream.
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), NAME)
}
