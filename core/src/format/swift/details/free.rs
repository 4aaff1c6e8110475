//! Free text, and what some banks let stand at its front: the other side's account, bank and name.

use super::{keys, labels, lines};
use crate::format::swift::context::Context;
use crate::format::swift::field::Breaks;
use crate::format::swift::said::{Said, append, is_bic, is_iban};
use crate::party::{Iban, IbanVerdict};

/// Characters of a column of ABN AMRO: two stand in a line, with a blank between.
const COLUMN: usize = 32;

/// Reads a text without sub-fields and codewords.
pub(super) fn read(
    value: &str,
    context: Context<'_>,
    flat: &mut String,
    joined: &mut String,
    said: &mut Said,
) {
    let columns = context.statement.starts_with("ABN AMRO");
    if columns {
        flat_columns(value, context.breaks, flat);
    } else {
        lines::flat_free(value, context.breaks, flat);
    }
    if labels::polish(flat, said) {
        return;
    }
    joined.clear();
    append(joined, flat);
    let text = unstructured(joined);
    if labels::dutch(text, said) {
        return;
    }
    if keys::holds(text) {
        keys::read(text, said);
        return;
    }
    if columns && let Some(card @ ("BEA " | "GEA ")) = text.get(..4) {
        said.posting.push_str(card);
    }
    let text = front(text, context, said);
    said.add(text);
}

/// A text without the code that says that it is unstructured, and the journal's number behind it: `999PN5477…`.
fn unstructured(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("999") else { return text };
    match rest.strip_prefix("PN").and_then(|rest| rest.split_at_checked(4)) {
        Some((journal, rest)) if journal.bytes().all(|byte| byte.is_ascii_digit()) => rest,
        _ if rest.starts_with(|first: char| first.is_ascii_alphabetic()) => rest,
        _ => text,
    }
}

/// Takes what stands at the front of a text, and answers with the rest.
fn front<'t>(text: &'t str, context: Context<'_>, said: &mut Said) -> &'t str {
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = text;
    // SNS: account and name as in :61:.
    let account = context.reference;
    if (is_iban(account) || (account.len() >= 7 && digits(account)))
        && let Some(behind) = word(rest, account)
    {
        said.take_account(account);
        rest = behind;
        let mut name = String::new();
        append(&mut name, context.supplementary);
        if !name.is_empty()
            && let Some(behind) = word(rest, &name)
        {
            rest = behind;
            said.name = name;
        }
        return rest;
    }
    // ING's old files: an account of ten digits.
    if context.kind.len() == 3
        && let Some((first, behind)) = rest.split_once(' ')
        && first.len() == 10
        && digits(first)
    {
        said.take_account(first);
        rest = behind;
    }
    let (first, behind) = rest.split_once(' ').unwrap_or((rest, ""));
    if is_iban(first) && matches!(Iban::verdict_of(first), IbanVerdict::Valid | IbanVerdict::BadChecksum) {
        said.take_account(first);
        rest = behind;
        let (first, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        if is_bic(first) && first.bytes().all(|byte| !byte.is_ascii_lowercase()) {
            said.take_bic(first);
            rest = behind;
        }
    }
    rest
}

/// What stands behind some words at the front of a text.
fn word<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(words)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// The columns of ABN AMRO one after the other. Where it writes labels, a full column goes on in the next one.
fn flat_columns(value: &str, breaks: Breaks, flat: &mut String) {
    flat.clear();
    let labelled = value.starts_with("SEPA ");
    let mut full = true;
    for line in breaks.lines(value) {
        // Blanks at the end of a column were cut.
        let cut = line.is_ascii() && line.as_bytes().get(COLUMN) == Some(&b' ');
        let columns = if cut { line.split_at_checked(COLUMN).unwrap_or((line, "")) } else { (line, "") };
        for column in [columns.0, columns.1.get(1..).unwrap_or_default()] {
            if column.is_empty() {
                continue;
            }
            if !full || labels::begins_dutch(column) {
                flat.push(' ');
            }
            flat.push_str(column.trim_ascii_end());
            full = labelled && column.trim_ascii_end().len() == COLUMN;
        }
    }
}
