//! Files to rows: read, counted, copies dropped, the options taken in.

use crate::args::{Args, In};
use crate::{copies, output, safe, sample};
use payymo::error::{Code, Error};
use payymo::format::{ReadOptions, Report, read};
use payymo::matching::Options;
use payymo::model::{Invoice, Settlement, Transaction};
use std::collections::BTreeSet;
use std::io::Read;

/// The rows of all inputs.
#[derive(Default)]
pub struct Inputs {
    pub transactions: Vec<Transaction>,
    pub invoices: Vec<Invoice>,
    pub settlements: Vec<Settlement>,
    pub options: Options,
    /// Records that could not be read, the file's name before the message.
    pub errors: Vec<Error>,
    /// What was assumed or doubted, the file's name before the message.
    pub warnings: Vec<Error>,
    /// The files, in the order they were read.
    pub files: Vec<File>,
    /// Rows left out because another input holds the same: overlapping statements, a pending row and its booking.
    pub copies: usize,
    /// Paths whose errors and doubts are told.
    pub told: BTreeSet<String>,
}

/// What came out of a file.
#[derive(Debug, PartialEq)]
pub struct File {
    pub name: String,
    pub transactions: usize,
    pub invoices: usize,
    pub settlements: usize,
    pub errors: usize,
}

/// What a file was given as.
#[derive(Clone, Copy)]
enum Role {
    Transactions,
    Invoices,
    Settled,
}

/// Reads everything that the arguments name.
pub fn load(args: &Args) -> Result<Inputs, String> {
    let mut inputs = Inputs::default();
    let mut rows = copies::Rows::default();
    let mut how = ReadOptions::default();
    if let Some(options) = &args.options {
        let bytes = bytes_of(options)?;
        (inputs.options, how) = parse_options(&bytes).map_err(|e| format!("{}: {e}", name_of(options)))?;
    } else if args.sample() {
        (inputs.options, how) = parse_options(sample::OPTIONS.1)?;
    }
    if args.as_of.is_some() {
        inputs.options.as_of = args.as_of;
    }
    inputs.options.check().map_err(|e| safe::terminal(&e.to_string()))?;

    if args.sample() {
        let parts = [
            (Role::Transactions, &sample::TRANSACTIONS[..]),
            (Role::Invoices, &sample::INVOICES[..]),
            (Role::Settled, &sample::SETTLED[..]),
        ];
        for (role, files) in parts {
            for (name, bytes) in files {
                rows.add(inputs.take(name, name, role, bytes, &how)?);
            }
            rows.tell_currencies(&mut how);
        }
        rows.link(&mut inputs);
    } else {
        let parts = [
            (Role::Transactions, &args.transactions),
            (Role::Invoices, &args.invoices),
            (Role::Settled, &args.settled),
        ];
        for (role, files) in parts {
            for file in files {
                let path = name_of(file);
                rows.add(inputs.take(&path, &short(file), role, &bytes_of(file)?, &how)?);
            }
            rows.tell_currencies(&mut how);
        }
        rows.link(&mut inputs);
        if inputs.transactions.is_empty() {
            return Err("no transaction to reconcile: give --transactions FILE".to_owned());
        }
        if inputs.invoices.is_empty() {
            return Err("no invoice to reconcile with: give --invoices FILE".to_owned());
        }
    }
    Ok(inputs)
}

impl Inputs {
    /// Reads one file, takes in what it says of itself and hands on its rows.
    fn take(
        &mut self,
        path: &str,
        name: &str,
        role: Role,
        bytes: &[u8],
        how: &ReadOptions,
    ) -> Result<Report, String> {
        let report = read(bytes, how).map_err(|e| format!("{path}: {}", safe::terminal(&e.to_string())))?;
        fits(&report, role).map_err(|e| format!("{path}: {e}"))?;
        self.files.push(File {
            name: name.to_owned(),
            transactions: report.transactions.len(),
            invoices: report.invoices.len(),
            settlements: report.settlements.len(),
            errors: report.errors.len(),
        });
        // A file may be given twice, say as transactions and as invoices: what is wrong with it is told once.
        if self.told.insert(path.to_owned()) {
            self.errors.extend(report.errors.iter().map(|error| error.clone().named(name)));
            self.warnings.extend(report.warnings.iter().map(|warning| warning.clone().named(name)));
        }
        Ok(report)
    }
}

/// Whether a file holds what it was given as; rows of other kinds in it are welcome.
fn fits(report: &Report, role: Role) -> Result<(), String> {
    let (rows, wanted, option) = match role {
        Role::Transactions => (report.transactions.len(), "transaction", "--transactions"),
        Role::Invoices => (report.invoices.len(), "invoice", "--invoices"),
        Role::Settled => (report.settlements.len(), "settlement", "--settled"),
    };
    if rows > 0 {
        return Ok(());
    }
    let others = [
        (report.transactions.len(), "transactions", "--transactions"),
        (report.invoices.len(), "invoices", "--invoices"),
        (report.settlements.len(), "settlements", "--settled"),
    ];
    let mut message = match others.iter().find(|(rows, ..)| *rows > 0) {
        Some((rows, what, right)) => {
            format!(
                "given as {option}, but it holds no {wanted}: its rows are {rows} {what}, give it as {right}"
            )
        }
        None => format!("yields no {wanted}"),
    };
    // Where every record failed, the first says why.
    if let Some(first) = report.errors.first() {
        message.push_str(&format!("; {} unreadable, the first: ", report.errors.len()));
        message.push_str(&safe::terminal(&first.to_string()));
    } else if let Some(doubt) = report.warnings.iter().find(|doubt| doubt.code() == Code::FormatNoRows) {
        message.push_str(": ");
        message.push_str(&safe::terminal(doubt.message()));
    }
    Err(message)
}

/// `{"matching": {…}, "read": {…}}`, or the fields of `matching` alone.
fn parse_options(bytes: &[u8]) -> Result<(Options, ReadOptions), String> {
    let wrong = |e: serde_json::Error| safe::terminal(&format!("not options: {e}"));
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_slice(bytes).map_err(wrong)?;
    let matching = fields.remove("matching");
    let reading = fields.remove("read");
    if matching.is_none() && reading.is_none() {
        return serde_json::from_slice(bytes).map(|options| (options, ReadOptions::default())).map_err(wrong);
    }
    if let Some(stray) = fields.keys().next() {
        return Err(safe::terminal(&format!("not options: {stray} stands beside \"matching\" or \"read\"")));
    }
    let options = matching.map(serde_json::from_value).transpose().map_err(wrong)?;
    let how = reading.map(serde_json::from_value).transpose().map_err(wrong)?;
    Ok((options.unwrap_or_default(), how.unwrap_or_default()))
}

/// The bytes of an input.
pub fn bytes_of(input: &In) -> Result<Vec<u8>, String> {
    let read = match input {
        In::Standard => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        In::File(path) => std::fs::read(path),
    };
    read.map_err(|error| format!("{}: {error}", name_of(input)))
}

/// The file's name without its folders, as it stands beside its rows.
fn short(input: &In) -> String {
    match input {
        In::File(path) => {
            path.file_name().map_or_else(|| name_of(input), |name| output::shown(name.as_ref()))
        }
        In::Standard => name_of(input),
    }
}

/// An input's name as a person may see it.
pub fn name_of(input: &In) -> String {
    match input {
        In::Standard => "standard input".to_owned(),
        In::File(path) => output::shown(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_have_two_forms() {
        let (both, how) =
            parse_options(br#"{"matching": {"max_group": 4}, "read": {"utc_offset_minutes": 60}}"#)
                .expect("options");
        assert_eq!((both.max_group, how.utc_offset_minutes), (4, 60));
        let (alone, how) = parse_options(br#"{"max_group": 5}"#).expect("options");
        assert_eq!((alone.max_group, how), (5, ReadOptions::default()));
        for wrong in
            ["[]", "{", r#"{"max_grup": 5}"#, r#"{"matching": {}, "max_group": 5}"#, r#"{"read": {"x": 1}}"#]
        {
            assert!(parse_options(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
