//! The balance proof over all statements: which hold, which cannot be proven and why, which are wrong and why.

use payymo::format::{BalanceKind, Proof, Report, Statement};
use payymo::model::Status;
use std::collections::BTreeMap;

/// Statements of all files.
#[derive(Default)]
pub struct Proofs {
    /// Of a format: how many hold, cannot be proven, are wrong.
    formats: BTreeMap<String, [usize; 3]>,
    /// Why statements cannot be proven: how many.
    unproven: BTreeMap<&'static str, usize>,
    /// Why statements are wrong: how many, and their files.
    wrong: BTreeMap<String, (usize, Vec<String>)>,
}

impl Proofs {
    /// Takes the statements of a file, and the reason why they do not add up where that is known. Whether one does not.
    pub fn add(&mut self, name: &str, format: &str, report: &Report, excused: Option<&str>) -> bool {
        let counts = self.formats.entry(format.to_owned()).or_default();
        let mut broken = false;
        for statement in &report.statements {
            match statement.proof {
                Proof::Holds => counts[0] += 1,
                Proof::Broken => {
                    counts[2] += 1;
                    broken = true;
                    let reason = excused.map_or_else(
                        || report.errors.first().map_or_else(|| "NOT KNOWN".to_owned(), ToString::to_string),
                        str::to_owned,
                    );
                    let known = self.wrong.entry(reason).or_default();
                    known.0 += 1;
                    if !known.1.iter().any(|file| file == name) {
                        known.1.push(name.to_owned());
                    }
                }
                _ => {
                    counts[1] += 1;
                    *self.unproven.entry(unproven(statement)).or_default() += 1;
                    broken |= currencies(statement);
                }
            }
        }
        broken
    }

    /// Prints the tables.
    pub fn print(&self) {
        println!(
            "\n{:<16} {:>10} {:>8} {:>13} {:>6}",
            "format", "statements", "proven", "not provable", "wrong"
        );
        let mut all = [0; 3];
        let row = |name: &str, [proven, unproven, wrong]: [usize; 3]| {
            let sum = proven + unproven + wrong;
            println!("{name:<16} {sum:>10} {proven:>8} {unproven:>13} {wrong:>6}");
        };
        for (format, counts) in self.formats.iter().filter(|format| *format.1 != [0; 3]) {
            row(format, *counts);
            all.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        row("all", all);
        println!("\n{:>10}  why statements cannot be proven", "statements");
        self.unproven.iter().for_each(|(why, count)| println!("{count:>10}  {why}"));
        println!("\n{:>10} {:>6}  why statements are wrong", "statements", "files");
        self.wrong.iter().for_each(|(why, (count, files))| println!("{count:>10} {:>6}  {why}", files.len()));
    }
}

fn currencies(statement: &Statement) -> bool {
    let differ = |opening: payymo::money::Amount| {
        statement.closing.is_some_and(|closing| closing.currency() != opening.currency())
    };
    statement.opening.is_some_and(differ)
}

fn unproven(statement: &Statement) -> &'static str {
    match (statement.proof, statement.opening, statement.closing) {
        (Proof::Incomplete, ..) => "an entry or a balance was refused, or the file ends within the statement",
        (_, None, None) if statement.entries == 0 => "neither balances nor entries",
        (_, None, None) => "neither an opening nor a closing balance",
        (_, Some(_), None) => "no closing balance",
        (_, None, Some(_)) => "no opening balance",
        (_, Some(_), Some(_)) if currencies(statement) => {
            "opening and closing balance in different currencies"
        }
        (_, Some(_), Some(_)) => "NOT KNOWN",
    }
}

/// Opening + entries = closing, by account, where every statement of the input states both.
pub fn proof(report: &Report) -> Option<bool> {
    let mut accounts: BTreeMap<Option<&str>, (i32, i128)> = BTreeMap::new();
    for balance in &report.balances {
        let sum = accounts.entry(balance.account.as_deref()).or_default();
        let minor = i128::from(balance.amount.minor());
        match balance.kind {
            BalanceKind::Opening => *sum = (sum.0 + 1, sum.1 + minor),
            BalanceKind::Closing => *sum = (sum.0 - 1, sum.1 - minor),
            _ => {}
        }
    }
    if accounts.values().any(|sum| sum.0 != 0)
        || !report.balances.iter().any(|balance| balance.kind == BalanceKind::Opening)
    {
        return None;
    }
    for row in report.transactions.iter().filter(|row| row.status == Status::Booked) {
        accounts.entry(row.account.as_deref()).or_default().1 += i128::from(row.amount.minor());
    }
    Some(accounts.values().all(|sum| sum.1 == 0))
}
