//! What readers of APIs fill into a row alike.

use super::{Raw, Text};
use crate::format::reading::nothing::says_nothing;
use crate::model::{Metadata, Reference, ReferenceKind, Transaction};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Adds a reference that says something and is not there yet.
pub(crate) fn refer(row: &mut Transaction, kind: ReferenceKind, value: Option<String>) {
    let Some(value) = value.filter(|value| !says_nothing(value)) else { return };
    let reference = Reference { kind, value };
    if row.references.is_empty() {
        // Most rows have one.
        row.references.reserve_exact(1);
    }
    if !row.references.contains(&reference) {
        row.references.push(reference);
    }
}

/// Adds a part to a text, unless the text says it.
pub(crate) fn say(text: &mut String, part: &str) {
    if part.is_empty() || text.contains(part) {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(part);
}

/// Notes a provider's own word of a row, where there is one.
pub(crate) fn note(row: &mut Transaction, key: &'static str, text: &Text<'_>) {
    if let Some(text) = text.some() {
        row.metadata.insert(key, text);
    }
}

/// A part of a record that may be of any form: what is not of its own is as if it were not there.
pub(crate) fn part<'a, T: Deserialize<'a> + Default>(raw: Option<&'a RawValue>) -> T {
    raw.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default()
}

/// The elements of a list; of anything else none.
pub(crate) fn items<'a>(list: Raw<'a>) -> Vec<&'a RawValue> {
    list.get().and_then(|raw| serde_json::from_str(raw).ok()).unwrap_or_default()
}

/// A provider's own keys, text by text.
pub(crate) fn keys(raw: Option<&RawValue>) -> Metadata {
    let map: BTreeMap<String, Text<'_>> = part(raw);
    map.into_iter()
        .filter(|(_, text)| !text.0.is_empty())
        .map(|(key, text)| (key, text.0.into_owned()))
        .collect()
}
