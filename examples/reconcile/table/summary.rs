//! What was read, above the table; what it comes to, beneath.

use super::columns::{left, right};
use crate::figures::{AGES, Figures, Pile};
use crate::load::Inputs;
use crate::style::Style;
use crate::sums::grouped;
use crate::words::count;
use payymo::matching::Reconciliation;
use std::fmt::Write;

/// The title and the files.
pub fn head(out: &mut String, result: &Reconciliation, inputs: &Inputs, style: Style) {
    let _ = writeln!(out, "{}", style.bold(&format!("Reconciliation as of {}", result.as_of)));
    for file in &inputs.files {
        let parts = [
            (file.transactions, "transaction"),
            (file.invoices, "invoice"),
            (file.settlements, "settlement"),
        ];
        let mut parts: Vec<String> =
            parts.iter().filter(|(number, _)| *number > 0).map(|(number, one)| count(*number, one)).collect();
        if file.errors > 0 {
            parts.push(style.red(&format!("{} not read", count(file.errors, "record"))));
        }
        let _ = writeln!(out, "  {}  {}", left(&file.name, 26), parts.join(", "));
    }
    if inputs.copies > 0 {
        let _ = writeln!(
            out,
            "  {}  {} left out: another row says the same",
            left("", 26),
            copies(inputs.copies)
        );
    }
}

/// Money and payments by what became of them; what is open, by age; the proof.
pub fn foot(out: &mut String, result: &Reconciliation, figures: &Figures, style: Style) {
    let _ = writeln!(out, "\n{}", style.bold("Summary"));
    let mut pile = |name: String, pile: &Pile| {
        let payments = right(&count(pile.payments, "payment"), 14);
        let _ = writeln!(out, "  {name} {payments}   {}", listed(&pile.money.texts()));
    };
    pile(style.green(&left("settled automatically", 26)), &figures.automatic);
    pile(style.yellow(&left("waits for review", 26)), &figures.review);
    pile(style.red(&left("left: settles nothing", 26)), &figures.left);
    pile(style.dim(&left("no receipt, or not booked", 26)), &figures.aside);
    if figures.before.payments > 0 {
        pile(style.dim(&left("settled before", 26)), &figures.before);
    }
    pile(style.dim(&left("money out", 26)), &figures.out);
    let items = right(&count(figures.open_items, "invoice"), 14);
    let _ = writeln!(out, "  {} {items}   {}", left("still open", 26), listed(&figures.open.texts()));
    let _ = writeln!(
        out,
        "  {} {}   {}",
        left("of these overdue", 26),
        " ".repeat(14),
        listed(&figures.overdue.texts())
    );

    for proof in &figures.proofs {
        let text = |minor: i128| grouped(minor, proof.currency.decimals());
        let _ = write!(
            out,
            "  {} {} opening − {} automatic − {} proposed",
            style.bold(proof.currency.as_str()),
            text(proof.opening),
            text(proof.automatic),
            text(proof.proposed)
        );
        if proof.reversed != 0 {
            let _ = write!(out, " + {} reversed", text(proof.reversed));
        }
        let _ = write!(out, " = {} closing", text(proof.closing));
        let _ = match proof.gap() {
            0 => writeln!(out, " {}", style.green("✓")),
            gap => writeln!(out, " {}", style.red(&format!("✗ {} missing", text(gap)))),
        };
    }
    for (currency, classes) in &figures.ages {
        let classes: Vec<String> = AGES
            .iter()
            .zip(classes)
            .filter(|(_, minor)| **minor != 0)
            .map(|(name, minor)| format!("{name} {}", grouped(*minor, currency.decimals())))
            .collect();
        let _ =
            writeln!(out, "  {} open by days overdue: {}", style.bold(currency.as_str()), listed(&classes));
    }
    if !result.errors.is_empty() {
        let _ = writeln!(
            out,
            "  {}",
            style.red(&format!("{} not read, listed above", count(result.errors.len(), "record")))
        );
    }
}

fn copies(copies: usize) -> String {
    if copies == 1 { "1 copy".to_owned() } else { format!("{copies} copies") }
}

fn listed(texts: &[String]) -> String {
    if texts.is_empty() { "–".to_owned() } else { texts.join(" · ") }
}
