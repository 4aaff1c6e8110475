//! The payer's text and what is structured in it.

use super::super::json::{Text, object, say};
use super::wire::Row;
use serde_json::value::RawValue;

object! {
    /// A structured remittance of the Berlin Group: `{reference, referenceType, referenceIssuer}`.
    Structured {
        reference = "reference",
        reference_type = "referenceType",
    }
}

/// The text in one line, creditor references, and a mandate that only the text names.
pub(super) fn remittance(row: &Row<'_>) -> (String, Vec<String>, Option<String>) {
    let mut mandate = None;
    let list = row.remittance_information_unstructured_array.clean();
    let text = row.remittance_information_unstructured.clean();
    // Both say the same, and one of them may be cut.
    let (longer, shorter) = if list.len() >= text.len() { (list, text) } else { (text, list) };
    let mut joined = without_labels(longer, &mut mandate);
    let shorter = without_labels(shorter, &mut mandate);
    if !same_start(&joined, &shorter) {
        say(&mut joined, &shorter);
    }
    let mut references = Vec::new();
    for raw in [row.remittance_information_structured, row.remittance_information_structured_array] {
        let Some(raw) = raw.get() else { continue };
        for part in structured(raw, &mut references) {
            if !same_start(&joined, &part) {
                say(&mut joined, &part);
            }
        }
    }
    say(&mut joined, &row.transaction_details.clean());
    say(&mut joined, &row.additional_information.clean());
    (joined, references, mandate)
}

/// Whether one is the other, cut: its letters and digits are the start of the other's.
fn same_start(long: &str, cut: &str) -> bool {
    let mut long = long.chars().filter(|letter| letter.is_alphanumeric());
    cut.chars().filter(|letter| letter.is_alphanumeric()).all(|letter| long.next() == Some(letter))
}

/// The free texts of structured remittance; references go to `references`.
fn structured(raw: &str, references: &mut Vec<String>) -> Vec<String> {
    match raw.as_bytes().first() {
        Some(b'{') => {
            let object = Structured::read(raw).unwrap_or_default();
            let kind = object.reference_type.clean();
            match object.reference.some() {
                // Without a type it is a creditor reference: that is what the field is for (SCOR of ISO 20022).
                Some(reference) if kind.is_empty() || kind == "SCOR" || kind == "QRR" => {
                    references.push(reference);
                    Vec::new()
                }
                Some(reference) => vec![reference],
                None => Vec::new(),
            }
        }
        Some(b'[') => {
            let parts: Vec<&RawValue> = serde_json::from_str(raw).unwrap_or_default();
            if parts.iter().all(|part| part.get().starts_with('"')) {
                let joined: Text<'_> = serde_json::from_str(raw).unwrap_or_default();
                return joined.some().into_iter().collect();
            }
            let mut texts = Vec::new();
            for part in parts.iter().filter(|part| !part.get().starts_with('[')) {
                texts.extend(structured(part.get(), references));
            }
            texts
        }
        _ => {
            let text: Text<'_> = serde_json::from_str(raw).unwrap_or_default();
            // Some banks pass the object on as text.
            if text.0.trim_start().starts_with('{') {
                let object = Structured::read(&text.0).unwrap_or_default();
                if let Some(reference) = object.reference.some() {
                    references.push(reference);
                    return Vec::new();
                }
            }
            text.some().into_iter().collect()
        }
    }
}

/// ING in Germany: `mandatereference:…,creditorid:…,remittanceinformation:…`.
fn without_labels(text: String, mandate: &mut Option<String>) -> String {
    let labelled = || {
        let rest = text.strip_prefix("mandatereference:")?;
        let (reference, rest) = rest.split_once(",creditorid:")?;
        let (_, said) = rest.split_once(",remittanceinformation:")?;
        Some((reference.trim(), said.trim()))
    };
    match labelled() {
        Some((reference, said)) => {
            if !reference.is_empty() {
                *mandate = Some(reference.to_owned());
            }
            said.to_owned()
        }
        None => text,
    }
}
