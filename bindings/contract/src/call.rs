//! A call: its request split into members and checked, and its answer written.
//!
//! # Design
//! A request is split without reading its values, so that a hundred thousand rows are not read into a tree: the core reads
//! each from its own text. All other members are checked against the operation's fields before the operation sees them, so
//! that every operation refuses alike, and in words that never repeat what stood there.

use crate::fault::{BorderCode, Fault, placed};
use crate::schema::{self, Field, Type, check, options};
use payymo::Error;
use payymo::matching::Progress;
use payymo::model::{Invoice, JsonOptions, Settlement, Transaction};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Fields that every request may have.
pub static COMMON: [Field; 3] = [
    schema::may("version", schema::COUNT, "Version of the documents: 1, the default."),
    schema::may("strict", Type::Truth, "Unknown fields are an error instead of being ignored."),
    schema::may("pretty", Type::Truth, "The answer is indented by two spaces."),
];

/// Version of requests and answers.
pub const VERSION: u32 = 1;

/// One call of an operation.
pub struct Call<'a> {
    members: BTreeMap<Cow<'a, str>, &'a RawValue>,
    blobs: &'a [&'a [u8]],
    strict: bool,
    pretty: bool,
    /// Told how far a long call has come; `false` stops it.
    pub progress: &'a mut Progress<'a>,
}

impl<'a> Call<'a> {
    /// Splits a request and checks it by the fields of its operation; `blobs` are bytes that it names as `{"blob": 0}`.
    pub(crate) fn new(
        operation: &str,
        fields: &[Field],
        request: &'a [u8],
        blobs: &'a [&'a [u8]],
        progress: &'a mut Progress<'a>,
    ) -> Result<Self, Fault> {
        let text = core::str::from_utf8(request)
            .map_err(|_| Fault::new(BorderCode::Encoding, "expected JSON in UTF-8"))?;
        let text = if text.trim_ascii().is_empty() { "{}" } else { text };
        let members: BTreeMap<Cow<'a, str>, &'a RawValue> = serde_json::from_str(text).map_err(|fault| {
            let said = format!("expected a JSON object: {}", at(&fault));
            Fault::new(BorderCode::Syntax, said)
        })?;
        let members = members.into_iter().filter(|(_, value)| value.get() != "null").collect();
        let mut call = Call { members, blobs, strict: false, pretty: false, progress };
        call.check(&COMMON)?;
        call.strict = call.maybe("strict")?.unwrap_or(false);
        call.pretty = call.maybe("pretty")?.unwrap_or(false);
        if let Some(version) = call.maybe::<u32>("version")?.filter(|version| *version != VERSION) {
            let said = format!("version {version}: this library speaks version {VERSION}");
            return Err(Fault::new(BorderCode::Version, said).at_field("/version"));
        }
        call.check(fields)?;
        if call.strict || options::request_refuses_unknown(operation) {
            let known = |name: &str| fields.iter().chain(&COMMON).any(|field| field.name == name);
            if let Some(name) = call.members.keys().find(|name| !known(name)) {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                let said = format!("no such field: {operation} knows {}", names.join(", "));
                return Err(Fault::field(check::pointer("", name), said));
            }
        }
        Ok(call)
    }

    fn check(&self, fields: &[Field]) -> Result<(), Fault> {
        let unknown = if self.strict { check::Unknown::Refused } else { check::Unknown::Ignored };
        for field in fields {
            let path = check::pointer("", field.name);
            let Some(raw) = self.members.get(field.name) else {
                if field.required {
                    return Err(Fault::field(path, "it is missing"));
                }
                continue;
            };
            match field.kind {
                // Read row by row, by the core.
                Type::Row(_) | Type::List(Type::Row(_)) | Type::List(Type::List(Type::Row(_))) => {}
                Type::Bytes => drop(self.blob(field.name)?),
                Type::List(Type::Bytes) => drop(self.blobs(field.name)?),
                // Looked at without a copy that stays behind.
                Type::Secret if is::<Zeroizing<String>>(raw) => {}
                Type::Map(Type::Secret) if is::<BTreeMap<String, Option<Zeroizing<String>>>>(raw) => {}
                kind => check::check(&value(raw, &path)?, &kind, &path, unknown)
                    .map_err(|wrong| Fault::field(wrong.path, wrong.right))?,
            }
        }
        Ok(())
    }

    /// A member that may be left out.
    pub fn maybe<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Fault> {
        let Some(raw) = self.members.get(name) else { return Ok(None) };
        let read = serde_json::from_str(raw.get()).or_else(|_| {
            // A member that is null counts as left out, wherever it stands.
            let mut value: Value = serde_json::from_str(raw.get())?;
            without_nulls(&mut value);
            serde_json::from_value(value)
        });
        // Checked before: what is left is a number beyond its type.
        read.map(Some).map_err(|_| Fault::field(check::pointer("", name), "out of range"))
    }

    /// A member that is there.
    pub fn must<T: DeserializeOwned>(&self, name: &str) -> Result<T, Fault> {
        self.maybe(name)?.ok_or_else(|| Fault::field(check::pointer("", name), "it is missing"))
    }

    /// A member's text, as it stands in the request.
    pub fn raw(&self, name: &str) -> Option<&'a str> {
        self.members.get(name).map(|raw| raw.get())
    }

    /// Bytes: a text, `{"base64": …}` or `{"blob": n}`.
    pub fn blob(&self, name: &str) -> Result<Option<Cow<'a, [u8]>>, Fault> {
        let Some(raw) = self.members.get(name) else { return Ok(None) };
        self.one_blob(raw, &check::pointer("", name)).map(Some)
    }

    /// A list of bytes.
    pub fn blobs(&self, name: &str) -> Result<Vec<Cow<'a, [u8]>>, Fault> {
        let list = self.list(name)?.into_iter().enumerate();
        list.map(|(at, raw)| self.one_blob(raw, &element(name, at))).collect()
    }

    fn one_blob(&self, raw: &'a RawValue, path: &str) -> Result<Cow<'a, [u8]>, Fault> {
        let value = value(raw, path)?;
        if let Some(at) = value.get("blob").and_then(Value::as_u64) {
            let blob = usize::try_from(at).ok().and_then(|at| self.blobs.get(at));
            return blob.map(|blob| Cow::Borrowed(*blob)).ok_or_else(|| {
                Fault::field(path, format!("{} blobs came with the request", self.blobs.len()))
            });
        }
        let bytes = check::bytes(&value).map(Cow::Owned);
        bytes.ok_or_else(|| Fault::field(path, "expected text, or {\"base64\": \"…\"}"))
    }

    fn list(&self, name: &str) -> Result<Vec<&'a RawValue>, Fault> {
        let Some(raw) = self.members.get(name) else { return Ok(Vec::new()) };
        elements(raw, &check::pointer("", name))
    }

    /// The rows of a list that can be read; the errors of the others go to `errors`.
    pub fn rows<T: Row>(&self, name: &str, errors: &mut Vec<Error>) -> Result<Vec<T>, Fault> {
        let options = self.json_options();
        let mut rows = Vec::new();
        for (at, raw) in self.list(name)?.into_iter().enumerate() {
            match T::read(raw.get(), &options) {
                Ok(row) => rows.push(row),
                Err(error) => errors.push(placed(error, &element(name, at))),
            }
        }
        Ok(rows)
    }

    /// All rows of a list, or the error of the first that cannot be read.
    pub fn all_rows<T: Row>(&self, name: &str) -> Result<Vec<T>, Fault> {
        self.all_of(self.list(name)?, &check::pointer("", name))
    }

    /// The rows of a list of lists.
    pub fn all_row_lists<T: Row>(&self, name: &str) -> Result<Vec<Vec<T>>, Fault> {
        let lists = self.list(name)?.into_iter().enumerate();
        lists
            .map(|(at, raw)| {
                let path = element(name, at);
                self.all_of(elements(raw, &path)?, &path)
            })
            .collect()
    }

    /// One row.
    pub fn row<T: Row>(&self, name: &str) -> Result<T, Fault> {
        let path = check::pointer("", name);
        let raw = self.members.get(name).ok_or_else(|| Fault::field(&path, "it is missing"))?;
        T::read(raw.get(), &self.json_options()).map_err(|error| placed(error, &path).into())
    }

    fn all_of<T: Row>(&self, list: Vec<&'a RawValue>, path: &str) -> Result<Vec<T>, Fault> {
        let options = self.json_options();
        let rows = list.into_iter().enumerate();
        rows.map(|(at, raw)| {
            let read = T::read(raw.get(), &options);
            read.map_err(|error| placed(error, &format!("{path}/{at}")).into())
        })
        .collect()
    }

    fn json_options(&self) -> JsonOptions {
        JsonOptions { strict: self.strict, ..JsonOptions::default() }
    }

    /// The answer as bytes.
    pub fn answer(&self, value: &(impl Serialize + ?Sized)) -> Result<Vec<u8>, Fault> {
        if !self.pretty {
            return document(value);
        }
        serde_json::to_vec_pretty(value).map_err(|_| cannot_hold())
    }
}

/// A value as an answer.
pub(crate) fn document(value: &(impl Serialize + ?Sized)) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(value).map_err(|_| cannot_hold())
}

fn cannot_hold() -> Fault {
    Fault::new(BorderCode::Internal, "an answer that JSON cannot hold")
}

/// Settings of a call over their defaults.
macro_rules! settings {
    ($call:expr, $name:literal, $settings:ty: $number:ty { $($field:ident),+ }) => {{
        #[derive(serde::Deserialize)]
        struct Given { $($field: Option<$number>,)+ }
        let mut settings = <$settings>::default();
        if let Some(given) = $call.maybe::<Given>($name)? {
            $(settings.$field = given.$field.unwrap_or(settings.$field);)+
        }
        settings
    }};
}
pub(crate) use settings;

/// A row of the contract that the core reads.
pub trait Row: Sized {
    /// Reads its JSON.
    fn read(text: &str, options: &JsonOptions) -> Result<Self, Error>;
}

impl Row for Transaction {
    fn read(text: &str, options: &JsonOptions) -> Result<Self, Error> {
        Transaction::from_json(text, options)
    }
}

impl Row for Invoice {
    fn read(text: &str, options: &JsonOptions) -> Result<Self, Error> {
        Invoice::from_json(text, options)
    }
}

impl Row for Settlement {
    fn read(text: &str, options: &JsonOptions) -> Result<Self, Error> {
        Settlement::from_json(text, options)
    }
}

fn is<T: DeserializeOwned>(raw: &RawValue) -> bool {
    serde_json::from_str::<T>(raw.get()).is_ok()
}

fn elements<'a>(raw: &'a RawValue, path: &str) -> Result<Vec<&'a RawValue>, Fault> {
    serde_json::from_str(raw.get()).map_err(|_| Fault::field(path, "expected a list"))
}

/// The path of a member's element.
fn element(name: &str, at: usize) -> String {
    format!("{}/{at}", check::pointer("", name))
}

fn value(raw: &RawValue, path: &str) -> Result<Value, Fault> {
    serde_json::from_str(raw.get()).map_err(|fault| Fault::field(path, at(&fault)))
}

fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(without_nulls);
        }
        Value::Array(list) => list.iter_mut().for_each(without_nulls),
        _ => {}
    }
}

/// Where JSON breaks off, without the text that stands there.
fn at(fault: &serde_json::Error) -> String {
    format!("no valid JSON from line {}, column {} on", fault.line(), fault.column())
}
