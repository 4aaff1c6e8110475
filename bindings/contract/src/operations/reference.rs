//! `reference.*`: payment references with check digits.

use super::documents::Bytes;
use crate::call::Call;
use crate::fault::Fault;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Of, Text, Word};
use crate::schema::{Field, may, must, values, words};
use payymo::reference::scheme::{
    Canonical, Found, Mark, Scheme, Strictness, find, generate, inside, ocr_with_length, validate,
};
use serde::Serialize;

const SCHEME: Field = must("scheme", Word(&words::SCHEME), "The scheme of its check digits.");

fn scheme(call: &Call<'_>) -> Result<Scheme, Fault> {
    let name: String = call.must("scheme")?;
    let known = Scheme::ALL.iter().copied().find(|scheme| scheme.as_str() == name);
    known.ok_or_else(|| Fault::field("/scheme", "no scheme of this library"))
}

#[derive(Serialize)]
struct Valid<'a> {
    scheme: &'static str,
    text: &'a str,
    key: &'a str,
    base: &'a str,
    bits: u32,
}

impl<'a> Valid<'a> {
    fn of(reference: &'a Canonical) -> Self {
        Valid {
            scheme: reference.scheme.as_str(),
            text: &reference.text,
            key: &reference.key,
            base: &reference.base,
            bits: reference.bits,
        }
    }
}

pub static VALIDATE: Operation = Operation {
    name: "reference.validate",
    doc: "Reads a whole text as a reference of one scheme, in any printed form. `null` when its form or a check digit is wrong.",
    request: &[SCHEME, must("text", Text, "The reference as printed.")],
    answer: Answer::Maybe(Of(&values::VALID_REFERENCE)),
    errors: &[],
    run: Run::Function(|call| {
        let found = validate(scheme(call)?, &call.must::<String>("text")?);
        call.answer(&found.as_ref().map(Valid::of))
    }),
};

pub static GENERATE: Operation = Operation {
    name: "reference.generate",
    doc: "Makes a reference from its content: computes the check digits and prints it. `null` when the scheme cannot hold it.",
    request: &[SCHEME, must("base", Text, "The content: digits, of RF letters too.")],
    answer: Answer::Maybe(Text),
    errors: &[],
    run: Run::Function(|call| {
        let made = generate(scheme(call)?, &call.must::<String>("base")?);
        call.answer(&made)
    }),
};

pub static OCR_WITH_LENGTH: Operation = Operation {
    name: "reference.ocr_with_length",
    doc: "The Swedish OCR reference of a number with length digit and check digit. `null` beyond 23 digits.",
    request: &[must("base", Text, "The number's digits.")],
    answer: Answer::Maybe(Text),
    errors: &[],
    run: Run::Function(|call| call.answer(&ocr_with_length(&call.must::<String>("base")?))),
};

#[derive(Serialize)]
struct FoundRow<'a> {
    scheme: &'static str,
    bytes: Bytes,
    key: &'a str,
    bits: u32,
    mark: &'static str,
}

impl<'a> FoundRow<'a> {
    fn of(found: &'a Found) -> Self {
        FoundRow {
            scheme: found.scheme.as_str(),
            bytes: found.range.clone().into(),
            key: &found.key,
            bits: found.bits,
            mark: match found.mark {
                Mark::Form => "form",
                Mark::Label => "label",
                Mark::Bare => "bare",
            },
        }
    }
}

pub static FIND: Operation = Operation {
    name: "reference.find",
    doc: "The valid references of a free text, in the order in which they stand.",
    request: &[
        must("text", Text, "Free text, such as a remittance."),
        may("strictness", Word(&words::STRICTNESS), "Which are reported. Default `labelled`."),
    ],
    answer: Answer::One(List(&Of(&values::FOUND_REFERENCE))),
    errors: &[],
    run: Run::Function(|call| {
        let strictness = match call.maybe::<String>("strictness")?.as_deref() {
            Some("bare") => Strictness::Bare,
            _ => Strictness::Labelled,
        };
        let found = find(&call.must::<String>("text")?, strictness);
        call.answer(&found.iter().map(FoundRow::of).collect::<Vec<_>>())
    }),
};

pub static INSIDE: Operation = Operation {
    name: "reference.inside",
    doc: "The national references that an RF reference may hold. Empty for what is no valid RF.",
    request: &[must("text", Text, "An RF reference.")],
    answer: Answer::One(List(&Of(&values::VALID_REFERENCE))),
    errors: &[],
    run: Run::Function(|call| {
        let found = validate(Scheme::Rf, &call.must::<String>("text")?);
        let national = found.iter().flat_map(inside).collect::<Vec<_>>();
        call.answer(&national.iter().map(Valid::of).collect::<Vec<_>>())
    }),
};
