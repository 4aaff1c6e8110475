//! `party.*`: names, IBANs, BICs, accounts.

use super::documents::Bytes;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Of, Text, Truth};
use crate::schema::{TEXTS, must, values};
use payymo::party::iban::find;
use payymo::party::{Bic, Iban, Name, NameKind, NameMatch, account_keys, compare, same_account};
use serde::Serialize;

#[derive(Serialize)]
struct IbanRow<'a> {
    iban: &'a str,
    verdict: &'static str,
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bban: Option<&'a str>,
    partial: bool,
    printed: String,
}

pub static IBAN: Operation = Operation {
    name: "party.iban",
    doc: "Brings an IBAN to normal form and says what is to be said of it.",
    request: &[must("text", Text, "An IBAN in any printed form.")],
    answer: Answer::One(Of(&values::IBAN)),
    errors: &[],
    run: Run::Function(|call| {
        let iban = Iban::parse(&call.must::<String>("text")?);
        call.answer(&IbanRow {
            iban: iban.as_str(),
            verdict: iban.verdict().as_str(),
            valid: iban.is_valid(),
            country: iban.country(),
            bban: iban.bban(),
            partial: iban.is_partial(),
            printed: iban.printed(),
        })
    }),
};

#[derive(Serialize)]
struct FoundIban {
    bytes: Bytes,
    iban: String,
}

pub static FIND_IBANS: Operation = Operation {
    name: "party.find_ibans",
    doc: "The valid IBANs of a free text, in the order in which they stand.",
    request: &[must("text", Text, "Free text, such as a remittance.")],
    answer: Answer::One(List(&Of(&values::FOUND_IBAN))),
    errors: &[],
    run: Run::Function(|call| {
        let found = find(&call.must::<String>("text")?).into_iter();
        call.answer(&found.map(|(range, iban)| FoundIban { bytes: range.into(), iban }).collect::<Vec<_>>())
    }),
};

#[derive(Serialize)]
struct BicRow<'a> {
    bic: &'a str,
    verdict: &'static str,
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    branch: Option<&'a str>,
}

pub static BIC: Operation = Operation {
    name: "party.bic",
    doc: "Brings a BIC to normal form and says what is to be said of it.",
    request: &[must("text", Text, "A BIC of 8 or 11 characters.")],
    answer: Answer::One(Of(&values::BIC)),
    errors: &[],
    run: Run::Function(|call| {
        let bic = Bic::parse(&call.must::<String>("text")?);
        call.answer(&BicRow {
            bic: bic.as_str(),
            verdict: bic.verdict().as_str(),
            valid: bic.is_valid(),
            country: bic.country(),
            branch: bic.branch(),
        })
    }),
};

pub static ACCOUNT_KEYS: Operation = Operation {
    name: "party.account_keys",
    doc: "All keys under which an account may be written: its normal form first, then the national forms of an IBAN.",
    request: &[must("text", Text, "An IBAN or a national account number.")],
    answer: Answer::One(TEXTS),
    errors: &[],
    run: Run::Function(|call| call.answer(&account_keys(&call.must::<String>("text")?))),
};

pub static SAME_ACCOUNT: Operation = Operation {
    name: "party.same_account",
    doc: "Whether two texts are one account: equal in normal form, or an IBAN and the national number that it holds.",
    request: &[must("a", Text, "An account: IBAN or number."), must("b", Text, "What it is compared with.")],
    answer: Answer::One(Truth),
    errors: &[],
    run: Run::Function(|call| {
        let same = same_account(&call.must::<String>("a")?, &call.must::<String>("b")?);
        call.answer(&same)
    }),
};

#[derive(Serialize)]
struct NameRow<'a> {
    tokens: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_form: Option<&'static str>,
    kind: &'static str,
    holders: &'a [Vec<String>],
}

pub static NAME: Operation = Operation {
    name: "party.name",
    doc: "Reads a name as people, registers and banks write it.",
    request: &[must("text", Text, "The name of a person or a company.")],
    answer: Answer::One(Of(&values::NAME)),
    errors: &[],
    run: Run::Function(|call| {
        let name = Name::parse(&call.must::<String>("text")?);
        call.answer(&NameRow {
            tokens: &name.tokens,
            legal_form: name.legal_form,
            kind: match name.kind {
                NameKind::Person => "person",
                NameKind::Company => "company",
                NameKind::Unknown => "unknown",
            },
            holders: &name.holders,
        })
    }),
};

#[derive(Serialize)]
struct Comparison {
    relation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<u8>,
}

pub static COMPARE_NAMES: Operation = Operation {
    name: "party.compare_names",
    doc: "The strongest relation between two names. Titles, legal forms, case and diacritics play no part.",
    request: &[must("a", Text, "One of the names."), must("b", Text, "What it is compared with.")],
    answer: Answer::One(Of(&values::NAME_COMPARISON)),
    errors: &[],
    run: Run::Function(|call| {
        let found =
            compare(&Name::parse(&call.must::<String>("a")?), &Name::parse(&call.must::<String>("b")?));
        let shared = match found {
            NameMatch::Partial { shared } => Some(shared),
            _ => None,
        };
        let relation = match found {
            NameMatch::Equal => "equal",
            NameMatch::EqualTokens => "equal_tokens",
            NameMatch::Glued => "glued",
            NameMatch::Initials => "initials",
            NameMatch::Truncated => "truncated",
            NameMatch::Subset => "subset",
            NameMatch::Typo => "typo",
            NameMatch::SurnameOnly => "surname_only",
            NameMatch::Partial { .. } => "partial",
            NameMatch::Different => "different",
        };
        call.answer(&Comparison { relation, shared })
    }),
};
