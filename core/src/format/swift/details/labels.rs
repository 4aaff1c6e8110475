//! Free text with labels: `IBAN: … BIC: … NAAM: … OMSCHRIJVING: …` of ABN AMRO, `; OD: …; TYT.: …` of mBank.

use crate::format::swift::line::says_nothing;
use crate::format::swift::said::{Said, append};

/// What a label announces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Iban,
    Bic,
    Name,
    Text,
    EndToEnd,
    Mandate,
    Creditor,
    Structured,
    Aside,
}

/// The labels of ABN AMRO.
const DUTCH: [(&str, Label); 9] = [
    ("IBAN: ", Label::Iban),
    ("BIC: ", Label::Bic),
    ("NAAM: ", Label::Name),
    ("OMSCHRIJVING: ", Label::Text),
    ("KENMERK: ", Label::EndToEnd),
    ("MACHTIGING: ", Label::Mandate),
    ("INCASSANT: ", Label::Creditor),
    ("BETALINGSKENM.: ", Label::Structured),
    ("ID DEBITEUR: ", Label::Aside),
];

/// The labels of mBank, each behind a semicolon.
const POLISH: [(&str, Label); 6] = [
    ("; ID IPH: ", Label::Structured),
    ("; Z RACH.: ", Label::Iban),
    ("; NA RACH.: ", Label::Iban),
    ("; OD: ", Label::Name),
    ("; TYT.: ", Label::Text),
    ("; TNR: ", Label::Aside),
];

/// Reads a text of ABN AMRO that begins with `SEPA …`; `false` where it has no labels.
pub(super) fn dutch(text: &str, said: &mut Said) -> bool {
    text.starts_with("SEPA ") && read(text, &DUTCH, said)
}

/// Reads a text of mBank; `false` where it has no labels.
pub(super) fn polish(text: &str, said: &mut Said) -> bool {
    text.contains("; TNR: ") && text.contains("; TYT.: ") && read(text, &POLISH, said)
}

/// Whether a column of ABN AMRO begins with a label.
pub(super) fn begins_dutch(column: &str) -> bool {
    DUTCH.iter().any(|(name, _)| column.starts_with(name))
}

fn read(text: &str, labels: &[(&str, Label)], said: &mut Said) -> bool {
    let next = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        let found =
            labels.iter().filter_map(|(name, label)| Some((from + word(rest, name)?, name.len(), *label)));
        found.min_by_key(|found| found.0)
    };
    let Some(mut known) = next(0) else { return false };
    append(&mut said.posting, text.get(..known.0).unwrap_or_default());
    loop {
        let (at, length, label) = known;
        let following = next(at + length);
        let value =
            text.get(at + length..following.map_or(text.len(), |next| next.0)).unwrap_or_default().trim();
        let once = |to: &mut String| {
            if to.is_empty() && !says_nothing(value) {
                append(to, value);
            }
        };
        match label {
            Label::Iban => said.take_account(value),
            Label::Bic => said.take_bic(value),
            // mBank lets the address follow behind two blanks.
            Label::Name if said.name.is_empty() => {
                append(&mut said.name, value.split("  ").next().unwrap_or_default());
            }
            Label::Name => {}
            Label::Text => said.add(value.trim_end_matches(';')),
            Label::EndToEnd => once(&mut said.end_to_end),
            Label::Mandate => once(&mut said.mandate),
            Label::Creditor => once(&mut said.creditor_id),
            Label::Structured => once(&mut said.structured),
            Label::Aside => {}
        }
        match following {
            Some(following) => known = following,
            None => return true,
        }
    }
}

/// Where a label stands as a word.
fn word(text: &str, label: &str) -> Option<usize> {
    memchr::memmem::find_iter(text.as_bytes(), label.as_bytes())
        .find(|at| *at == 0 || label.starts_with(';') || text.as_bytes().get(at - 1) == Some(&b' '))
}
