//! Whether a document is of a shape. Says where it is not and what would be right, never what stands there: that may be a
//! secret or a person's.

use super::options::refuses_unknown;
use super::{Field, Type};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// JSON pointer.
    pub path: String,
    /// What would be right.
    pub right: String,
}

/// Whether to pass over fields that the shape does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// As the contract says of input.
    Ignored,
    /// Where a call says `strict`, and of what the library itself answers.
    Refused,
}

/// Checks a value of a type.
///
/// # Errors
/// The first place that is not of the shape.
pub fn check(value: &Value, kind: &Type, path: &str, unknown: Unknown) -> Result<(), Wrong> {
    let wrong = |right: String| Err(Wrong { path: path.to_owned(), right: expected(&right, value) });
    let fits = |fits: bool, right: &str| if fits { Ok(()) } else { wrong(right.to_owned()) };
    match kind {
        Type::Text | Type::Secret => fits(value.is_string(), "a text"),
        Type::Json => Ok(()),
        Type::Truth => fits(value.is_boolean(), "true or false"),
        Type::Count(most) => {
            let whole = value.as_u64().is_some_and(|count| count <= *most);
            if whole || *most == u64::MAX {
                return fits(whole, "a whole number from 0 on");
            }
            if *most == payymo::time::LATEST.unsigned_abs() {
                return wrong("a whole number of seconds since 1970, up to the year 9999".to_owned());
            }
            wrong(format!("a whole number from 0 to {most}"))
        }
        Type::Whole => fits(value.is_i64(), "a whole number"),
        Type::Number => fits(value.is_number(), "a number"),
        Type::Decimal => fits(is_decimal(value), "a decimal number as text, such as \"1204.50\""),
        Type::Currency => {
            let code = value.as_str().unwrap_or_default();
            fits(payymo::money::Currency::parse(code).is_ok(), "a currency code of ISO 4217, such as \"EUR\"")
        }
        Type::Date => fits(is_date(value), "a date such as \"2026-03-31\""),
        Type::Bytes => fits(bytes(value).is_some(), "text, or {\"base64\": \"…\"}"),
        Type::Word(words) => {
            let list = (words.list)();
            if value.as_str().is_some_and(|word| list.iter().any(|known| known.0 == word)) {
                return Ok(());
            }
            // A list of all codes of evidence helps nobody.
            let shown: Vec<&str> = list.iter().map(|known| known.0).take(16).collect();
            wrong(format!("one of: {}", shown.join(", ")))
        }
        Type::Of(record) => match value {
            Value::Object(members) => {
                let unknown = if refuses_unknown(record) { Unknown::Refused } else { unknown };
                check_members(members, record.fields, path, unknown)
            }
            _ => wrong(format!("an object ({})", record.name)),
        },
        // The core reads it, and says what is wrong with it.
        Type::Row(_) => Ok(()),
        Type::List(of) => match value {
            Value::Array(list) => list
                .iter()
                .enumerate()
                .try_for_each(|(at, value)| check(value, of, &format!("{path}/{at}"), unknown)),
            _ => wrong("a list".to_owned()),
        },
        Type::Map(of) => match value {
            Value::Object(members) => {
                members.iter().try_for_each(|(name, value)| check(value, of, &pointer(path, name), unknown))
            }
            _ => wrong("an object".to_owned()),
        },
        Type::Either(types) => {
            let mut last = Ok(());
            for kind in *types {
                last = check(value, kind, path, unknown);
                if last.is_ok() {
                    break;
                }
            }
            last
        }
    }
}

/// Checks the members of an object. A member that is `null` counts as left out.
///
/// # Errors
/// The first place that is not of the shape.
pub fn check_members(
    members: &Map<String, Value>,
    fields: &[Field],
    path: &str,
    unknown: Unknown,
) -> Result<(), Wrong> {
    for field in fields {
        match members.get(field.name) {
            None | Some(Value::Null) if field.required => {
                return Err(Wrong { path: pointer(path, field.name), right: "it is missing".to_owned() });
            }
            None | Some(Value::Null) => {}
            Some(value) => check(value, &field.kind, &pointer(path, field.name), unknown)?,
        }
    }
    if unknown == Unknown::Refused {
        let stray = members.keys().find(|name| fields.iter().all(|field| field.name != name.as_str()));
        if let Some(name) = stray {
            let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
            let right = format!("no such field: known are {}", known.join(", "));
            return Err(Wrong { path: pointer(path, name), right });
        }
    }
    Ok(())
}

/// A member's path (RFC 6901).
pub fn pointer(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The bytes of a value of type [`Type::Bytes`].
pub fn bytes(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::String(text) => Some(text.clone().into_bytes()),
        Value::Object(members) => match (members.get("base64"), members.len()) {
            (Some(Value::String(text)), 1) => STANDARD.decode(text).ok(),
            _ => None,
        },
        _ => None,
    }
}

/// How what is a text of some form is called.
const FORMS: [&str; 5] = ["a date", "a currency", "a decimal", "one of", "text, or"];

/// What would be right, and of which kind is what stands there.
fn expected(right: &str, value: &Value) -> String {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) if right.contains("whole number") => "a number out of this range",
        Value::Number(_) => "a number",
        Value::String(text) if text.is_empty() => "an empty text",
        Value::String(_) if FORMS.iter().any(|form| right.starts_with(form)) => "text of another form",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) if right.contains('{') => "another object",
        Value::Object(_) => "an object",
    };
    format!("expected {right}, found {found}")
}

fn is_date(value: &Value) -> bool {
    let date = |text: &str| text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok();
    value.as_str().is_some_and(date)
}

fn is_decimal(value: &Value) -> bool {
    match value {
        Value::String(text) => text.parse::<rust_decimal::Decimal>().is_ok(),
        Value::Number(number) => !number.is_f64(),
        _ => false,
    }
}
