//! Tables of Arrow in, tables of Arrow out, without the interpreter's lock.

mod columns;
mod lists;
mod results;
mod stream;
mod values;

use crate::arguments::text_of;
use crate::compute::{compute, entered, guarded};
use crate::encode::Encoder;
use crate::fault::border;
use crate::shutdown;
use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float64Type};
use arrow_array::{Array, RecordBatch, RecordBatchReader};
use arrow_schema::DataType;
use columns::Table;
use payymo_contract::columns::{Reconciled, reconcile};
use payymo_contract::schema::{Record, rows};
use payymo_contract::{BorderCode, Fault, Host};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyList, PyString};
use std::sync::Arc;

/// Reads a stream to its end.
fn read(
    reader: arrow_array::ffi_stream::RecordBatchStreamReader,
    list: &str,
    record: &'static Record,
) -> Result<Table, Fault> {
    let schema = reader.schema();
    // The producer may be code of the host that never ends.
    let batches = reader.take_while(|_| !shutdown::is_leaving());
    let batches: Result<Vec<RecordBatch>, _> = batches.collect();
    // The producer's own words may hold what stood in a row.
    let batches = batches.map_err(|_| {
        Fault::new(BorderCode::Field, "the table could not be read to its end").at_field(format!("/{list}"))
    })?;
    Table::new(list, record, &schema, &batches)
}

/// reconcile_tables(transactions, invoices, settlements, arguments, progress=None)
/// --
///
/// Pairs transactions with open items that lie in tables with `__arrow_c_stream__`.
#[pyfunction]
#[pyo3(signature = (transactions, invoices, settlements, arguments, progress=None))]
pub fn reconcile_tables(
    transactions: &Bound<'_, PyAny>,
    invoices: &Bound<'_, PyAny>,
    settlements: Option<&Bound<'_, PyAny>>,
    arguments: &Bound<'_, PyDict>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Tables> {
    let py = transactions.py();
    entered(py, || {
        let paid = stream::reader(transactions, "transactions")?;
        let items = stream::reader(invoices, "invoices")?;
        let settled = settlements.map(|table| stream::reader(table, "settlements")).transpose()?;
        let (request, blobs) = Encoder::request("matching.reconcile", arguments)?;
        let done = compute(py, progress, |tell| {
            let paid = read(paid, "transactions", &rows::TRANSACTION)?;
            let items = read(items, "invoices", &rows::INVOICE)?;
            let settled = settled.map(|reader| read(reader, "settlements", &rows::SETTLEMENT)).transpose()?;
            let settled = settled.unwrap_or_default();
            let blobs: Vec<&[u8]> = blobs.iter().map(|blob| &**blob).collect();
            let host = Host { blobs: &blobs, progress: tell };
            reconcile(&paid.columns(), &items.columns(), &settled.columns(), &request, host)
        })?;
        shutdown::go_on(py)?;
        Ok(Tables { done: Arc::new(done) })
    })
}

/// A result, ready to be given as tables.
#[pyclass(frozen, module = "payymo._native")]
pub struct Tables {
    done: Arc<Reconciled>,
}

fn failed(py: Python<'_>) -> PyErr {
    border(py, BorderCode::Internal, "a result that cannot be written; please report it", None)
}

#[pymethods]
impl Tables {
    /// document()
    /// --
    ///
    /// The whole result as a JSON document.
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        entered(py, || {
            let json = py.detach(|| serde_json::to_vec(&self.done.result)).map_err(|_| failed(py))?;
            Ok(PyBytes::new(py, &json))
        })
    }

    /// frame(matches)
    /// --
    ///
    /// The same without the lists that tables hold, but for the first matches.
    fn frame<'py>(&self, py: Python<'py>, matches: usize) -> PyResult<Bound<'py, PyBytes>> {
        guarded(py, || {
            let from = &self.done.result;
            let frame = payymo::matching::Reconciliation {
                version: from.version,
                as_of: from.as_of,
                engine: from.engine.clone(),
                matches: from.matches.iter().take(matches).cloned().collect(),
                unmatched: Vec::new(),
                open_invoices: Vec::new(),
                summary: from.summary.clone(),
                bound: from.bound,
                errors: from.errors.clone(),
                warnings: from.warnings.clone(),
                limits: from.limits.clone(),
            };
            let json = serde_json::to_vec(&frame).map_err(|_| failed(py))?;
            Ok(PyBytes::new(py, &json))
        })
    }

    /// table(name)
    /// --
    ///
    /// One of the tables: `matches`, `allocations`, `differences`, `evidence`, `unmatched`, `open_invoices`.
    fn table(&self, py: Python<'_>, name: &Bound<'_, PyAny>) -> PyResult<ArrowTable> {
        entered(py, || {
            let name = text_of(name, "name")?;
            let made = compute(py, None, |_| Ok(results::table(&self.done.result, &name)))?;
            let made = made.ok_or_else(|| {
                let said = format!("a table is one of: {}", results::TABLES.join(", "));
                border(py, BorderCode::Argument, &said, Some("name"))
            })?;
            Ok(ArrowTable { batch: made.map_err(|_| failed(py))? })
        })
    }
}

/// A table of Arrow: any library that reads `__arrow_c_stream__` takes it.
#[pyclass(frozen, module = "payymo._native")]
pub struct ArrowTable {
    batch: RecordBatch,
}

#[pymethods]
impl ArrowTable {
    /// of(columns)
    /// --
    ///
    /// A table of lists by name, each of text, whole numbers, truth or floats, and `None`.
    #[staticmethod]
    fn of(columns: &Bound<'_, PyDict>) -> PyResult<Self> {
        entered(columns.py(), || Ok(ArrowTable { batch: lists::batch(columns)? }))
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer give its own types.
        drop(requested_schema);
        guarded(py, || stream::capsule(py, &self.batch))
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    /// column_names()
    /// --
    ///
    /// Names of the columns.
    fn column_names(&self) -> Vec<String> {
        self.batch.schema_ref().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// columns()
    /// --
    ///
    /// The columns as lists of Python values, by name.
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        entered(py, || {
            let decimal = py.import("decimal")?.getattr("Decimal")?;
            let columns = PyDict::new(py);
            for (field, array) in self.batch.schema_ref().fields().iter().zip(self.batch.columns()) {
                let list = PyList::empty(py);
                for row in 0..array.len() {
                    if array.is_null(row) {
                        list.append(py.None())?;
                        continue;
                    }
                    match array.data_type() {
                        DataType::Utf8 => {
                            list.append(PyString::new(py, array.as_string::<i32>().value(row)))?
                        }
                        DataType::Boolean => list.append(array.as_boolean().value(row))?,
                        DataType::Float64 => list.append(array.as_primitive::<Float64Type>().value(row))?,
                        _ => {
                            let text = array.as_primitive::<Decimal128Type>().value_as_string(row);
                            list.append(decimal.call1((text,))?)?;
                        }
                    }
                }
                columns.set_item(field.name(), list)?;
            }
            Ok(columns)
        })
    }

    fn __repr__(&self) -> String {
        format!("<ArrowTable of {} rows: {}>", self.batch.num_rows(), self.column_names().join(", "))
    }
}
