//! Python values as the documents of the contract.
//!
//! # Design
//! The schema leads: where it says decimal a binary float is refused, where it says bytes they go beside the document and
//! not into it, where it says record the fields of a dataclass are taken. All else is written as JSON knows it, and the
//! library says what is wrong with it, in the same words in every language.

use crate::arguments::{held_bytes, utf8};
use crate::fault::{border, exception};
use crate::shutdown;
use payymo_contract::Shapes;
use payymo_contract::schema::options::refuses_unknown;
use payymo_contract::schema::{Field, Record, Type};
use payymo_contract::{BorderCode, Fault, OPERATIONS};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple, PyType,
};
use std::borrow::Cow;
use std::io::Write;
use std::sync::OnceLock;

/// How deep values may stand in each other.
const DEEPEST: usize = 100;

/// A request and the bytes that it names.
pub type Request = (Vec<u8>, Vec<PyBackedBytes>);

/// Classes that are looked for.
struct Classes {
    decimal: Py<PyType>,
    date: Py<PyType>,
    datetime: Py<PyType>,
}

static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();

fn classes(py: Python<'_>) -> PyResult<&Classes> {
    CLASSES.get_or_try_init(py, || {
        let class = |module: &str, name: &str| -> PyResult<Py<PyType>> {
            Ok(py.import(module)?.getattr(name)?.cast_into::<PyType>()?.unbind())
        };
        Ok(Classes {
            decimal: class("decimal", "Decimal")?,
            date: class("datetime", "date")?,
            datetime: class("datetime", "datetime")?,
        })
    })
}

/// The record of a name.
fn record(name: &str) -> Option<&'static Record> {
    static RECORDS: OnceLock<Vec<&'static Record>> = OnceLock::new();
    let records = RECORDS.get_or_init(|| Shapes::of(OPERATIONS).records);
    records.iter().copied().find(|record| record.name == name)
}

/// What the members of an object are.
#[derive(Clone, Copy)]
enum Members {
    /// Those of a record, and whether others are ignored.
    Fields(&'static [Field], bool),
    Each(&'static Type),
    Any,
}

impl Members {
    fn of(kind: Option<&'static Type>, strict: bool) -> Self {
        match kind {
            Some(Type::Of(record) | Type::Row(record)) => {
                Members::Fields(record.fields, !strict && !refuses_unknown(record))
            }
            Some(Type::Map(of)) => Members::Each(of),
            Some(json @ Type::Json) => Members::Each(json),
            _ => Members::Any,
        }
    }

    /// The type of a member, and its name if it is known.
    fn find(self, name: &str) -> (Option<&'static Type>, Option<&'static str>) {
        match self {
            Members::Fields(fields, _) => {
                let known = fields.iter().find(|field| field.name == name);
                (known.map(|field| &field.kind), known.map(|field| field.name))
            }
            Members::Each(of) => (Some(of), None),
            Members::Any => (None, None),
        }
    }

    /// Whether a member that is nothing is said: in JSON of the host's own it is a value like any other.
    fn says_nothing(self) -> bool {
        matches!(self, Members::Each(Type::Json))
    }

    /// Whether a member that is not known is passed over, whatever it holds.
    fn ignores_unknown(self) -> bool {
        matches!(self, Members::Fields(_, true))
    }
}

/// A part of the path to a value.
enum Step {
    Name(Cow<'static, str>),
    At(usize),
}

/// Writes one document.
#[derive(Default)]
pub struct Encoder {
    out: Vec<u8>,
    blobs: Vec<PyBackedBytes>,
    path: Vec<Step>,
    /// Unknown members are written, for the library to refuse them.
    strict: bool,
}

impl Encoder {
    /// The request of an operation from its arguments by name; those that are `None` are left out.
    pub fn request(operation: &str, arguments: &Bound<'_, PyDict>) -> PyResult<Request> {
        let fields = payymo_contract::operation(operation).map_or(&[][..], |operation| operation.request);
        let strict = arguments.get_item(pyo3::intern!(arguments.py(), "strict"))?;
        // What is no truth is refused by the library.
        let strict = strict
            .is_some_and(|strict| !strict.is_none() && !strict.extract().is_ok_and(|strict: bool| !strict));
        let mut encoder = Encoder { strict, ..Encoder::default() };
        encoder.mapping(arguments, Members::Fields(fields, false))?;
        Ok((encoder.out, encoder.blobs))
    }

    /// A record, or what is made of records, as a document.
    pub fn document(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
        let mut encoder = Encoder::default();
        encoder.value(value, None)?;
        Ok(encoder.out)
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Name(name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
                Step::At(at) => pointer.push_str(&at.to_string()),
            }
        }
        pointer
    }

    fn wrong(&self, py: Python<'_>, code: BorderCode, said: &str) -> PyErr {
        border(py, code, said, Some(&self.pointer()))
    }

    fn value(&mut self, value: &Bound<'_, PyAny>, kind: Option<&'static Type>) -> PyResult<()> {
        if value.is_none() {
            self.out.extend_from_slice(b"null");
            return Ok(());
        }
        if let Ok(text) = value.cast::<PyString>() {
            return self.text(text);
        }
        if let Ok(truth) = value.cast::<PyBool>() {
            self.out.extend_from_slice(if truth.is_true() { b"true" } else { b"false" });
            return Ok(());
        }
        if let Ok(float) = value.cast::<PyFloat>() {
            return self.float(value.py(), float.value(), kind);
        }
        if let Ok(number) = value.cast::<PyInt>() {
            return self.whole(number);
        }
        if let Ok(members) = value.cast_exact::<PyDict>() {
            return self.inner(value.py(), |inner| inner.mapping(members, Members::of(kind, inner.strict)));
        }
        if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            return self.list(value, kind);
        }
        self.object(value, kind)
    }

    /// Guards against values that hold themselves.
    fn inner(&mut self, py: Python<'_>, write: impl FnOnce(&mut Self) -> PyResult<()>) -> PyResult<()> {
        if self.path.len() > DEEPEST {
            return Err(border(py, BorderCode::Syntax, "values stand too deep in each other", None));
        }
        write(self)
    }

    fn text(&mut self, text: &Bound<'_, PyString>) -> PyResult<()> {
        let Some(text) = utf8(text) else {
            return Err(self.wrong(text.py(), BorderCode::Encoding, "text with a lone surrogate"));
        };
        self.quoted(&text);
        Ok(())
    }

    fn quoted(&mut self, text: &str) {
        // A text can always be written, and a vector always takes it.
        let _ = serde_json::to_writer(&mut self.out, text);
    }

    fn whole(&mut self, number: &Bound<'_, PyInt>) -> PyResult<()> {
        if let Ok(small) = number.extract::<i64>() {
            let _ = write!(self.out, "{small}");
            return Ok(());
        }
        // Python itself refuses to print numbers of thousands of digits. An enumeration prints its name instead.
        let digits = number.call_method0("__index__").and_then(|number| number.str());
        match digits.as_ref().map(|digits| digits.to_cow()) {
            Ok(Ok(digits)) if digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => {
                self.out.extend_from_slice(digits.as_bytes());
                Ok(())
            }
            _ => Err(self.wrong(number.py(), BorderCode::Field, "a number of too many digits")),
        }
    }

    fn float(&mut self, py: Python<'_>, value: f64, kind: Option<&'static Type>) -> PyResult<()> {
        match kind {
            Some(Type::Decimal) => {
                let said = "a binary float: give the amount as Decimal or as text, such as \"1204.50\"";
                let fault = payymo::Error::new(payymo::Code::InputFloatMoney, said);
                Err(exception(py, &Fault::from(fault).at_field(self.pointer())))
            }
            Some(Type::Text | Type::Word(_) | Type::Currency) if !value.is_nan() => {
                let said =
                    "a binary float where text belongs: give ids and numbers as text, such as \"1042\"";
                let fault = payymo::Error::new(payymo::Code::InputBadField, said);
                Err(exception(py, &Fault::from(fault).at_field(self.pointer())))
            }
            _ if value.is_finite() => {
                let _ = serde_json::to_writer(&mut self.out, &value);
                Ok(())
            }
            Some(Type::Number | Type::Json) => Err(self.wrong(py, BorderCode::Field, "a finite number")),
            // What data frames put where nothing stands.
            _ if value.is_nan() => {
                self.out.extend_from_slice(b"null");
                Ok(())
            }
            _ => Err(self.wrong(py, BorderCode::Field, "a finite number")),
        }
    }

    fn list(&mut self, list: &Bound<'_, PyAny>, kind: Option<&'static Type>) -> PyResult<()> {
        let of = match kind {
            Some(Type::List(of)) => Some(*of),
            Some(json @ Type::Json) => Some(json),
            // A column by several headers.
            Some(Type::Either(types)) => types.iter().find_map(|kind| match kind {
                Type::List(of) => Some(*of),
                _ => None,
            }),
            _ => None,
        };
        self.inner(list.py(), |inner| {
            inner.out.push(b'[');
            for (at, element) in list.try_iter()?.enumerate() {
                list.py().check_signals()?;
                shutdown::go_on(list.py())?;
                if at > 0 {
                    inner.out.push(b',');
                }
                inner.path.push(Step::At(at));
                inner.value(&element?, of)?;
                inner.path.pop();
            }
            inner.out.push(b']');
            Ok(())
        })
    }

    /// What is none of Python's own types.
    fn object(&mut self, value: &Bound<'_, PyAny>, kind: Option<&'static Type>) -> PyResult<()> {
        let py = value.py();
        let class = value.get_type();
        if let Ok(name) = class.getattr(pyo3::intern!(py, "_RECORD")) {
            return self.inner(py, |inner| inner.record(value, &class, &name));
        }
        let known = classes(py)?;
        let name = class.name()?;
        if matches!(kind, Some(Type::Json)) {
            self.has_one_form(value, known, &name.to_cow()?)?;
        }
        if value.is_instance(known.decimal.bind(py))? {
            let text = value.str()?;
            return match kind {
                Some(Type::Number | Type::Count(_) | Type::Whole) => self.digits(&text),
                _ => self.text(&text),
            };
        }
        if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() {
            return self.bytes(value, kind);
        }
        if matches!(&*name.to_cow()?, "NAType" | "NaTType") && !matches!(kind, Some(Type::Json)) {
            self.out.extend_from_slice(b"null");
            return Ok(());
        }
        if value.is_instance(known.date.bind(py))? {
            let is_instant = value.is_instance(known.datetime.bind(py))?;
            return self.day(value, is_instant);
        }
        if let Ok(mapping) = value.cast::<PyMapping>() {
            let members = PyDict::new(py);
            members.update(mapping)?;
            return self.inner(py, |inner| inner.mapping(&members, Members::of(kind, inner.strict)));
        }
        let module = class.getattr("__module__").and_then(|module| module.extract::<String>());
        if module.as_deref().is_ok_and(|module| module == "numpy") && value.hasattr("item")? {
            // A scalar; an array of one element too, which is no list then.
            let is_array = value.getattr("ndim").is_ok_and(|rank| rank.gt(0).unwrap_or(false));
            if !is_array {
                if &*name.to_cow()? == "datetime64" {
                    return self.day_of_numpy(value);
                }
                let scalar = value.call_method0("item")?;
                if !scalar.is(value) && !scalar.get_type().is(&class) {
                    return self.value(&scalar, kind);
                }
            }
        }
        match kind {
            Some(Type::Bytes) => self.bytes(value, kind),
            Some(Type::List(_)) | None if value.try_iter().is_ok() => self.list(value, kind),
            _ => {
                let said = format!("{} cannot be written here", name.to_cow().unwrap_or_default());
                Err(self.wrong(py, BorderCode::Field, &said))
            }
        }
    }

    /// In JSON of the host's own nothing says what a value is meant to be.
    fn has_one_form(&self, value: &Bound<'_, PyAny>, known: &Classes, class: &str) -> PyResult<()> {
        let py = value.py();
        let said = if value.is_instance(known.decimal.bind(py))? {
            "a Decimal may be a number or a text in JSON: give str, int or float"
        } else if value.is_instance(known.date.bind(py))? || matches!(class, "datetime64" | "timedelta64") {
            "a day or a time has many forms in JSON: give seconds since 1970 as a token has them, or text"
        } else {
            return Ok(());
        };
        Err(self.wrong(py, BorderCode::Field, said))
    }

    fn digits(&mut self, text: &Bound<'_, PyString>) -> PyResult<()> {
        let number = text.to_cow()?;
        if serde_json::from_str::<&serde_json::value::RawValue>(&number).is_err() {
            return Err(self.wrong(text.py(), BorderCode::Field, "a finite number"));
        }
        self.out.extend_from_slice(number.as_bytes());
        Ok(())
    }

    /// An instant says a day: in its own zone, if it has one.
    fn day(&mut self, value: &Bound<'_, PyAny>, is_instant: bool) -> PyResult<()> {
        let py = value.py();
        let day = match is_instant {
            true => value.call_method0(pyo3::intern!(py, "date"))?,
            false => value.clone(),
        };
        let text = day.call_method0(pyo3::intern!(py, "isoformat"))?;
        self.text(text.cast::<PyString>()?)
    }

    /// numpy's instants have no zone, and no method for their day.
    fn day_of_numpy(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let py = value.py();
        let unit =
            py.import("numpy")?.call_method1("datetime_data", (value.getattr("dtype")?,))?.get_item(0)?;
        if matches!(&*unit.extract::<Cow<'_, str>>()?, "Y" | "M" | "W") {
            let said = "a day, such as datetime.date(2026, 3, 31): a week, a month or a year is none";
            return Err(self.wrong(py, BorderCode::Field, said));
        }
        let day = value.call_method1("astype", ("datetime64[D]",))?.call_method0("item")?;
        match day.is_instance(classes(py)?.date.bind(py))? {
            true => self.day(&day, false),
            false if day.is_none() => self.value(&day, None),
            // A year that Python has not.
            false => Err(self.wrong(py, BorderCode::Field, "a day of the years 1900 to 2199")),
        }
    }

    fn bytes(&mut self, value: &Bound<'_, PyAny>, kind: Option<&'static Type>) -> PyResult<()> {
        if !matches!(kind, Some(Type::Bytes)) {
            return Err(self.wrong(value.py(), BorderCode::Field, "text, not bytes"));
        }
        let Some(bytes) = held_bytes(value) else {
            return Err(self.wrong(
                value.py(),
                BorderCode::Field,
                "bytes, or text that they are the UTF-8 of",
            ));
        };
        self.blobs.push(bytes);
        let _ = write!(self.out, "{{\"blob\":{}}}", self.blobs.len() - 1);
        Ok(())
    }

    /// The fields of a record's class that hold something, under the names of the contract.
    fn record(
        &mut self,
        value: &Bound<'_, PyAny>,
        class: &Bound<'_, PyType>,
        name: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let py = value.py();
        let known = record(&name.cast::<PyString>()?.to_cow()?);
        let attributes = class.getattr(pyo3::intern!(py, "_ATTRIBUTES"))?.cast_into::<PyTuple>()?;
        self.out.push(b'{');
        let mut first = true;
        for (field, attribute) in known.map_or(&[][..], |record| record.fields).iter().zip(attributes.iter())
        {
            let value = value.getattr(attribute.cast::<PyString>()?)?;
            if value.is_none() || (!field.required && is_empty(&value)) {
                continue;
            }
            self.member(&mut first, Cow::Borrowed(field.name), &value, Some(&field.kind))?;
        }
        self.out.push(b'}');
        Ok(())
    }

    fn mapping(&mut self, members: &Bound<'_, PyDict>, known: Members) -> PyResult<()> {
        self.out.push(b'{');
        let mut first = true;
        // A copy, for what writes a value may call the host, which may change the mapping.
        for (name, value) in members.copy()?.iter() {
            shutdown::go_on(members.py())?;
            if value.is_none() && !known.says_nothing() {
                continue;
            }
            let name = match name.cast::<PyString>().map(utf8) {
                Ok(Some(name)) => name,
                _ if known.ignores_unknown() => continue,
                Ok(None) => {
                    return Err(self.wrong(members.py(), BorderCode::Encoding, "text with a lone surrogate"));
                }
                Err(_) => {
                    return Err(self.wrong(members.py(), BorderCode::Field, "names of fields are text"));
                }
            };
            let (kind, found) = known.find(&name);
            if found.is_none() && known.ignores_unknown() {
                continue;
            }
            // A map of texts takes numbers, for their digits.
            let is_number = matches!(known, Members::Each(of) if !matches!(of, Type::Json))
                && value.is_instance_of::<PyFloat>();
            let kind = kind.filter(|_| !is_number);
            let step = found.map_or_else(|| Cow::Owned(name.to_string()), Cow::Borrowed);
            self.member(&mut first, step, &value, kind)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    fn member(
        &mut self,
        first: &mut bool,
        name: Cow<'static, str>,
        value: &Bound<'_, PyAny>,
        kind: Option<&'static Type>,
    ) -> PyResult<()> {
        if !std::mem::replace(first, false) {
            self.out.push(b',');
        }
        self.quoted(&name);
        self.out.push(b':');
        self.path.push(Step::Name(name));
        self.value(value, kind)?;
        self.path.pop();
        Ok(())
    }
}

/// Lists and maps of a record that hold nothing are left out.
fn is_empty(value: &Bound<'_, PyAny>) -> bool {
    let holds = value.is_instance_of::<PyTuple>()
        || value.is_instance_of::<PyList>()
        || value.is_instance_of::<PyDict>();
    holds && value.is_empty().unwrap_or(false)
}
