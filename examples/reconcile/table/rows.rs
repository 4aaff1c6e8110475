//! A match and an unmatched transaction, each in a few lines.

use super::columns::{Columns, left, right, wrap};
use crate::figures::{Rows, number, payer, payments};
use crate::style::Style;
use crate::sums::{money, plain};
use crate::{safe, words};
use payymo::matching::{
    Allocation, Alternative, Decision, Difference, DifferenceOf, Evidence, Match, Target, Unmatched,
};
use payymo::model::Transaction;
use payymo::money::Amount;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Where text beneath a row starts: under the amount's column.
const INDENT: usize = 14;

/// A rival less likely than this is not worth a line.
const LEAST: f64 = 0.005;

/// Customers of one match that are named; more are counted.
const OWNERS: usize = 3;

/// Payments on the left, what they settle on the right, the reasons beneath.
pub fn matched(out: &mut String, found: &Match, rows: &Rows<'_>, columns: &Columns, style: Style) {
    let sources = payments(found);
    let targets = targets(&found.allocations, rows);
    for at in 0..sources.len().max(targets.len()).max(1) {
        let first = at == 0;
        let mark = match (first, found.decision) {
            (false, _) => " ".to_owned(),
            (true, Decision::Auto) => style.green("✓"),
            (true, Decision::Review) => style.yellow("?"),
        };
        let payment = sources.get(at).map(|id| (*id, rows.transaction(id)));
        let settled = targets.get(at);
        let line = format!(
            "{mark} {}  {} {} {}  {}",
            paying(payment, columns, style),
            style.dim(if settled.is_some() { "→" } else { " " }),
            left(settled.map_or("", |(name, _)| name), columns.number),
            right(&settled.map_or(String::new(), |(_, amount)| money(*amount)), columns.money),
            right(&if first { words::percent(found.probability) } else { String::new() }, 8),
        );
        let _ = writeln!(out, "{}", line.trim_end());
    }
    let mut why = format!("{}, {}", words::kind(found.kind), words::sure(found.probability));
    if let Some(owners) = owners(&found.allocations, rows) {
        why = format!("{owners} – {why}");
    }
    if let Some(reasons) = reasons(&found.evidence) {
        why.push_str(": ");
        why.push_str(&reasons);
    }
    beneath(out, &why, columns, style);
    for difference in &found.differences {
        beneath(out, &difference_line(difference, rows), columns, style);
    }
    for (name, paid, open) in parts_paid(found, rows) {
        let line = format!("pays {} of {} open on {name}", plain(paid), money(open));
        beneath(out, &line, columns, style);
    }
    if let Some(reason) = words::review(found) {
        beneath(out, &format!("waits because {}", safe::terminal(&reason)), columns, style);
    }
    if found.audit {
        beneath(out, words::AUDIT, columns, style);
    }
    if found.decision == Decision::Review {
        for rival in found.alternatives.iter().filter(|rival| rival.probability >= LEAST) {
            beneath(out, &format!("or instead: {}", rival_line(rival, rows)), columns, style);
        }
    }
}

/// The payment, why it settles nothing, and what comes nearest.
pub fn unmatched(out: &mut String, row: &Unmatched, rows: &Rows<'_>, columns: &Columns, style: Style) {
    let open = !rows.needs_nobody(row);
    let transaction = rows.transaction(&row.transaction);
    let mark = if open { style.red("✗") } else { style.dim("·") };
    let paying = paying(Some((&row.transaction, transaction)), columns, style);
    let _ = writeln!(out, "{mark} {paying}  {}", rows.reason(row));
    // A row without a name shows its text in the name's place already.
    let text = transaction.filter(|row| payer(row) != row.remittance).map(|row| row.remittance.trim());
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        beneath(out, &format!("“{}”", safe::terminal(text)), columns, style);
    }
    let worth = |near: &&Alternative| !near.allocations.is_empty() && near.probability >= LEAST;
    for near in row.nearest.iter().filter(|_| open).filter(worth) {
        let mut line = format!("nearest: {}", rival_line(near, rows));
        if let Some(reasons) = reasons(&near.evidence) {
            line.push_str(": ");
            line.push_str(&reasons);
        }
        beneath(out, &line, columns, style);
    }
}

/// Date, amount, payer.
fn paying(payment: Option<(&str, Option<&Transaction>)>, columns: &Columns, style: Style) -> String {
    let (date, amount, name) = match payment {
        None => (String::new(), String::new(), String::new()),
        Some((id, None)) => (String::new(), String::new(), safe::terminal(id)),
        Some((_, Some(row))) => {
            let gross = row.gross().unwrap_or(row.amount);
            (row.booked_on.to_string(), money(gross), safe::terminal(payer(row)))
        }
    };
    let amount = right(&amount, columns.money);
    format!("{}  {}  {}", left(&date, 10), style.bold(&amount), left(&name, columns.payer))
}

/// What is settled, each target once with its sum, by name.
fn targets(parts: &[Allocation], rows: &Rows<'_>) -> Vec<(String, Amount)> {
    let mut sums: BTreeMap<&Target, Amount> = BTreeMap::new();
    for part in parts {
        let sum = sums.entry(&part.target).or_insert(Amount::zero(part.amount.currency()));
        *sum = sum.checked_add(part.amount).unwrap_or(part.amount);
    }
    sums.into_iter().map(|(target, sum)| (target_name(target, rows), sum)).collect()
}

fn target_name(target: &Target, rows: &Rows<'_>) -> String {
    match target {
        Target::Invoice(id) => safe::terminal(number(rows, id)),
        Target::Customer(_) => "on account".to_owned(),
    }
}

/// The customers whose items are settled, each once with the id by which the reasons call him; `None` where unknown.
fn owners(parts: &[Allocation], rows: &Rows<'_>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for name in parts.iter().filter_map(|part| rows.owner(&part.target)) {
        let name = safe::terminal(&name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(OWNERS);
    names.truncate(OWNERS);
    match (names.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(names.join(", ")),
        (false, more) => Some(format!("{} and {more} more", names.join(", "))),
    }
}

/// Items of which a match pays a part and says nothing of the rest: number, what it pays, what was open.
fn parts_paid(found: &Match, rows: &Rows<'_>) -> Vec<(String, Amount, Amount)> {
    let labelled = |id: &str| {
        found.differences.iter().any(|row| matches!(&row.of, DifferenceOf::Invoice(other) if other == id))
    };
    let mut sums: BTreeMap<&str, Amount> = BTreeMap::new();
    for part in &found.allocations {
        if let Target::Invoice(id) = &part.target {
            let sum = sums.entry(id).or_insert(Amount::zero(part.amount.currency()));
            *sum = sum.checked_add(part.amount).unwrap_or(*sum);
        }
    }
    let short = sums.into_iter().filter_map(|(id, paid)| {
        let open = rows.invoice(id)?.open;
        let part = open.currency() == paid.currency() && 0 < paid.minor() && paid.minor() < open.minor();
        (part && !labelled(id)).then(|| (safe::terminal(number(rows, id)), paid, open))
    });
    short.collect()
}

/// `NW-2026-00406 of Martin Keller (3105), 29.00 EUR (48.2 %)`.
fn rival_line(rival: &Alternative, rows: &Rows<'_>) -> String {
    let parts: Vec<String> = rival
        .allocations
        .iter()
        .map(|part| {
            let owner = rows.owner(&part.target);
            let owner = owner.map(|name| format!(" of {}", safe::terminal(&name))).unwrap_or_default();
            format!("{}{owner}, {}", target_name(&part.target, rows), money(part.amount))
        })
        .collect();
    let what = if parts.is_empty() { "none of these".to_owned() } else { parts.join(" + ") };
    format!("{what} ({})", words::percent(rival.probability))
}

fn difference_line(difference: &Difference, rows: &Rows<'_>) -> String {
    let words = words::difference(difference.kind);
    match &difference.of {
        DifferenceOf::Transaction(_) => format!("{}: {words}", money(difference.amount)),
        DifferenceOf::Invoice(id) => {
            let number = safe::terminal(number(rows, id));
            format!("{} of {number} stays open: {words}", plain(difference.amount))
        }
    }
}

/// What speaks for it, then what speaks against it; strongest first.
fn reasons(evidence: &[Evidence]) -> Option<String> {
    let texts = |sign: f64| {
        let mut list: Vec<&Evidence> = evidence.iter().filter(|row| row.weight * sign > 0.0).collect();
        list.sort_by(|a, b| (b.weight * sign).total_cmp(&(a.weight * sign)));
        list.into_iter().map(|row| safe::terminal(&row.text())).collect::<Vec<_>>().join("; ")
    };
    match (texts(1.0), texts(-1.0)) {
        (pro, con) if con.is_empty() => Some(pro).filter(|pro| !pro.is_empty()),
        (pro, con) if pro.is_empty() => Some(format!("against it: {con}")),
        (pro, con) => Some(format!("{pro}; but {con}")),
    }
}

fn beneath(out: &mut String, text: &str, columns: &Columns, style: Style) {
    for line in wrap(text, columns.width.saturating_sub(INDENT)) {
        let _ = writeln!(out, "{}{}", " ".repeat(INDENT), style.dim(&line));
    }
}
