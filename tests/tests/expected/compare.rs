//! What is told beside what was read: how many values are equal, and which are not.

use super::told::{Field, Told};
use payymo::format::{Report, Statement};
use payymo::model::{ReferenceKind, Status, Transaction};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What came of the comparison of a file.
#[derive(Default)]
pub struct Outcome {
    pub values: usize,
    /// By field: rows, counted from 0, with both values.
    pub different: BTreeMap<String, Vec<(usize, String)>>,
}

impl Outcome {
    fn compare(&mut self, at: usize, field: &str, equal: bool, said: impl FnOnce() -> String) {
        self.values += 1;
        if !equal {
            self.different.entry(field.to_owned()).or_default().push((at, said()));
        }
    }

    /// Values that are not equal.
    pub fn unequal(&self) -> usize {
        self.different.values().map(Vec::len).sum()
    }
}

/// Compares all that is told.
pub fn compare(told: &Told, report: &Report) -> Outcome {
    let mut outcome = Outcome::default();
    if let Some(count) = told.count {
        let ours = report.transactions.len();
        outcome.compare(0, "Rows", ours == count, || format!("{ours}, not {count}"));
    }
    for (at, statement) in told.statements.iter().enumerate() {
        let ours = report.statements.get(statement.ours);
        for (field, value) in &statement.values {
            let found = of_statement(*field, ours, report);
            let equal = equal(*field, &found, value);
            outcome.compare(at, &field.name(), equal, || format!("{found:?}, not {value:?}"));
        }
    }
    let mut left: Vec<_> = report.balances.iter().collect();
    for (at, balance) in told.balances.iter().enumerate() {
        let same = left.iter().position(|ours| {
            balance.kind.is_none_or(|kind| kind == ours.kind)
                && ours.amount.to_decimal() == balance.amount
                && ours.currency_is(&balance.currency)
                && ours.on.map(|day| day.to_string()).unwrap_or_default() == balance.on
        });
        // Its kind, its amount, its currency and its day are four values that stand or fall together.
        outcome.values += 3;
        let said = || {
            format!("none is {:?} {} {} of {}", balance.kind, balance.amount, balance.currency, balance.on)
        };
        outcome.compare(at, "Balance", same.is_some(), said);
        same.map(|at| left.swap_remove(at));
    }
    for (at, row) in told.rows.iter().enumerate() {
        let ours: Vec<&Transaction> =
            row.ours.iter().filter_map(|ours| report.transactions.get(*ours)).collect();
        if ours.is_empty() {
            outcome.values += row.values.len();
            outcome.values -= 1;
            outcome.compare(at, "Row", false, || format!("none of ours: {:?}", row.values));
            continue;
        }
        for (field, value) in &row.values {
            let found = of_rows(*field, &ours);
            let equal = equal(*field, &found, value);
            outcome.compare(at, &field.name(), equal, || format!("{found:?}, not {value:?}"));
        }
    }
    outcome
}

trait InCurrency {
    fn currency_is(&self, code: &str) -> bool;
}

impl InCurrency for payymo::format::Balance {
    fn currency_is(&self, code: &str) -> bool {
        code.is_empty() || self.amount.currency().as_str() == code
    }
}

/// Without what a line's end adds or takes.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Letters and digits alone.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn equal(field: Field, found: &[String], value: &str) -> bool {
    match field {
        Field::Words => {
            let ours = letters(&found.join(" "));
            value.split(|letter: char| !letter.is_alphanumeric()).all(|word| ours.contains(word))
        }
        Field::Details => {
            let theirs = letters(value);
            found
                .iter()
                .flat_map(|ours| ours.split(|letter: char| !letter.is_alphanumeric()))
                .all(|word| theirs.contains(word))
        }
        // Some leave out the letter in front of the type.
        Field::Code => found.iter().any(|ours| {
            let mut parts = ours.split('+');
            parts.any(|part| part == value || part.get(1..) == Some(value))
                || squeezed(ours) == squeezed(value)
        }),
        // Some leave out zeros in front and the page behind.
        Field::Number => {
            let parts = |number: &str| -> Vec<String> {
                number.split('/').map(|part| part.trim_start_matches('0').to_owned()).collect()
            };
            found.iter().any(|ours| parts(ours).starts_with(&parts(value)))
        }
        _ => found.iter().any(|found| squeezed(found) == squeezed(value)),
    }
}

fn of_statement(field: Field, statement: Option<&Statement>, report: &Report) -> Vec<String> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let value = match (field, statement) {
        // An account that has no statement, or is told without its bank.
        (Field::Account, _) => {
            let named = report.accounts.iter().map(|account| account.id.clone());
            let ours = statement.and_then(|statement| statement.account.clone());
            return ours.map_or_else(|| named.collect(), |ours| vec![ours]);
        }
        (_, None) => None,
        (Field::Statement, Some(statement)) => statement.id.clone(),
        (Field::Number, Some(statement)) => statement.number.clone(),
        (Field::From, Some(statement)) => day(statement.from),
        (Field::Until, Some(statement)) => day(statement.until),
        (field, Some(_)) => panic!("{field:?} is no field of a statement"),
    };
    value.into_iter().collect()
}

fn of_rows(field: Field, rows: &[&Transaction]) -> Vec<String> {
    let sum = || rows.iter().map(|row| row.amount.to_decimal()).sum::<Decimal>();
    match field {
        Field::Amount => vec![sum().normalize().to_string()],
        Field::Size => vec![sum().abs().normalize().to_string()],
        _ => rows.iter().flat_map(|row| of_row(field, row)).collect(),
    }
}

fn of_row(field: Field, row: &Transaction) -> Vec<String> {
    let other = &row.counterparty;
    let references = |kind: Option<ReferenceKind>| {
        let all = row.references.iter().filter(|known| kind.is_none_or(|kind| kind == known.kind));
        all.map(|known| known.value.clone()).collect::<Vec<_>>()
    };
    let texts = || {
        let mut all = references(None);
        all.push(row.remittance.clone());
        all.extend(other.name.clone());
        all.extend(other.ultimate_name.clone());
        all.extend(other.iban.clone().or_else(|| other.account.clone()));
        all.extend(other.bic.clone());
        all.extend(row.metadata.values().map(str::to_owned));
        all.extend(
            row.remittance_lines
                .iter()
                .flat_map(|line| [line.reference.clone(), line.text.clone().unwrap_or_default()]),
        );
        all
    };
    let code = row.bank_code.as_ref();
    match field {
        Field::Currency => vec![row.currency().to_string()],
        Field::BookedOn => vec![row.booked_on.to_string()],
        Field::ValueOn => row.value_on.iter().map(ToString::to_string).collect(),
        Field::Status => vec![if row.status == Status::Booked { "BOOK" } else { "PDNG" }.to_owned()],
        Field::Account => row.account.iter().cloned().collect(),
        Field::Reference(kind) => references(Some(kind)),
        // A provider's own id of the row is the row's id.
        Field::AnyReference => references(None).into_iter().chain([row.id.clone()]).collect(),
        Field::Name => other.name.iter().cloned().collect(),
        Field::Ultimate => other.ultimate_name.iter().cloned().collect(),
        Field::Party => other.iban.iter().chain(&other.account).cloned().collect(),
        Field::Bic => other.bic.iter().cloned().collect(),
        Field::Details => vec![row.remittance.clone()],
        Field::Words => texts(),
        Field::Code => code
            .into_iter()
            .flat_map(|code| [&code.domain, &code.family, &code.sub_family, &code.proprietary])
            .filter_map(Clone::clone)
            .collect(),
        Field::Batch => row.batch.iter().filter_map(|batch| batch.id.clone()).collect(),
        Field::Reason => row.returned.iter().filter_map(|returned| returned.reason.clone()).collect(),
        Field::Metadata(key) => row.metadata.get(key).into_iter().map(str::to_owned).collect(),
        Field::Amount | Field::Size => vec![row.amount.to_decimal().normalize().to_string()],
        Field::Statement | Field::Number | Field::From | Field::Until => {
            panic!("{field:?} is no field of a row")
        }
    }
}
