//! Lists of Python values as a table of Arrow.

use crate::fault::border;
use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, NullArray, RecordBatch, StringArray};
use arrow_schema::{Field, Schema};
use payymo_contract::BorderCode;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList};
use std::sync::Arc;

/// A batch of columns of one length.
pub fn batch(columns: &Bound<'_, PyDict>) -> PyResult<RecordBatch> {
    let mut fields = Vec::new();
    let mut arrays: Vec<ArrayRef> = Vec::new();
    for (name, list) in columns.iter() {
        let name: String = name.extract()?;
        let wrong = |py: Python<'_>| {
            border(py, BorderCode::Argument, "text, whole numbers, truth or floats, of one type", Some(&name))
        };
        let list = list.cast::<PyList>().map_err(|_| wrong(columns.py()))?;
        let array = array(list).map_err(|_| wrong(columns.py()))?;
        fields.push(Field::new(name, array.data_type().clone(), true));
        arrays.push(array);
    }
    let options =
        arrow_array::RecordBatchOptions::new().with_row_count(Some(arrays.first().map_or(0, |a| a.len())));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
        .map_err(|_| border(columns.py(), BorderCode::Argument, "columns of one length", Some("columns")))
}

fn array(list: &Bound<'_, PyList>) -> PyResult<ArrayRef> {
    let Some(first) = list.iter().find(|value| !value.is_none()) else {
        return Ok(Arc::new(NullArray::new(list.len())));
    };
    Ok(if first.is_instance_of::<PyBool>() {
        Arc::new(BooleanArray::from(list.extract::<Vec<Option<bool>>>()?))
    } else if first.is_instance_of::<PyInt>() {
        Arc::new(Int64Array::from(list.extract::<Vec<Option<i64>>>()?))
    } else if first.is_instance_of::<PyFloat>() {
        Arc::new(Float64Array::from(list.extract::<Vec<Option<f64>>>()?))
    } else {
        Arc::new(StringArray::from(list.extract::<Vec<Option<String>>>()?))
    })
}
