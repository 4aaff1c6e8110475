//! What was read, above the table; what it comes to, beneath.

use super::columns::{left, right};
use crate::figures::{AGES, Figures, Pile, Proof};
use crate::load::Inputs;
use crate::style::Style;
use crate::sums::{Sums, grouped};
use crate::words::count;
use payymo::matching::Reconciliation;
use payymo::money::Currency;
use std::collections::BTreeSet;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

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

/// One line of the foot.
struct Line {
    name: String,
    /// `32 payments`.
    count: String,
    money: Sums,
    /// Shown though all of it is nothing.
    always: bool,
}

/// Money and payments by what became of them; the proof; what is open, by age. Each currency has its column.
pub fn foot(out: &mut String, result: &Reconciliation, figures: &Figures, style: Style, width: usize) {
    let payments = |name: &str, pile: &Pile, always: bool| Line {
        name: name.to_owned(),
        count: count(pile.payments, "payment"),
        money: pile.money.clone(),
        always: always || pile.payments > 0,
    };
    let summary = [
        payments("settled automatically", &figures.automatic, true),
        payments("waits for review", &figures.review, true),
        payments("left: settles nothing", &figures.left, true),
        payments("no receipt, or not booked", &figures.aside, false),
        payments("settled before", &figures.before, false),
        payments("money out", &figures.out, false),
    ];
    let of = |name: &str, part: fn(&Proof) -> i128| {
        let mut money = Sums::default();
        figures.proofs.iter().for_each(|proof| money.put(proof.currency, part(proof)));
        Line { name: name.to_owned(), count: String::new(), money, always: true }
    };
    let reversed = of("+ taken back", |proof| proof.reversed);
    let mut receivables =
        vec![of("opening", |proof| proof.opening), of("− settled automatically", |proof| proof.automatic)];
    receivables.push(of("− proposed, for review", |proof| proof.proposed));
    if !reversed.money.is_nothing() {
        receivables.push(reversed);
    }
    let mut closing = of("= closing, still open", |proof| proof.closing);
    closing.count = count(figures.open_items, "invoice");
    receivables.push(closing);
    let ages = AGES.iter().enumerate().map(|(class, name)| {
        let mut money = Sums::default();
        for (currency, classes) in &figures.ages {
            money.put(*currency, classes.get(class).copied().unwrap_or(0));
        }
        let days = if name.ends_with(|last: char| last.is_ascii_digit()) { " days overdue" } else { "" };
        let days = if name.starts_with("over") { " days overdue" } else { days };
        Line { name: format!("{name}{days}"), count: String::new(), money, always: false }
    });
    let ages: Vec<Line> = ages.collect();

    grid(out, "Summary", &summary, style, width);
    grid(out, "Receivables", &receivables, style, width);
    for proof in &figures.proofs {
        let _ = match proof.gap() {
            0 => writeln!(out, "  {} closing {}", proof.currency, style.green("✓ to the cent")),
            gap => {
                let gap = grouped(gap, proof.currency.decimals());
                writeln!(out, "  {} closing {}", proof.currency, style.red(&format!("✗ {gap} missing")))
            }
        };
    }
    grid(out, "Still open by age", &ages, style, width);
    if !result.errors.is_empty() {
        let _ = writeln!(
            out,
            "\n  {}",
            style.red(&format!("{} not read, listed above", count(result.errors.len(), "record")))
        );
    }
}

/// Width of a line's name, of its count.
const NAME: usize = 26;
const COUNT: usize = 13;

/// Lines with a column a currency, amounts right-aligned; more currencies than fit go beneath.
fn grid(out: &mut String, title: &str, lines: &[Line], style: Style, width: usize) {
    let lines: Vec<&Line> = lines.iter().filter(|line| line.always || !line.money.is_nothing()).collect();
    if lines.is_empty() {
        return;
    }
    let currencies: BTreeSet<Currency> = lines.iter().flat_map(|line| line.money.currencies()).collect();
    let currencies: Vec<Currency> = currencies.into_iter().collect();
    let text = |line: &Line, currency: Currency| match line.money.get(currency) {
        0 => "–".to_owned(),
        minor => grouped(minor, currency.decimals()),
    };
    let widest =
        lines.iter().flat_map(|line| currencies.iter().map(|currency| text(line, *currency).width()));
    let column = widest.max().unwrap_or(0).max(10) + 3;
    let columns = (width.saturating_sub(2 + NAME + COUNT) / column).max(1);
    let parts: Vec<&[Currency]> =
        if currencies.is_empty() { vec![&[]] } else { currencies.chunks(columns).collect() };
    for part in parts {
        let heads: String = part.iter().map(|currency| right(currency.as_str(), column)).collect();
        let _ = writeln!(out, "\n{}{}", style.bold(&left(title, 2 + NAME + COUNT)), style.bold(&heads));
        for line in &lines {
            let money: String = part.iter().map(|currency| right(&text(line, *currency), column)).collect();
            let row = format!("  {}{}{money}", left(&line.name, NAME), right(&line.count, COUNT));
            let row = row.trim_end();
            let row = match line.name.as_str() {
                "settled automatically" => style.green(row),
                "waits for review" => style.yellow(row),
                "left: settles nothing" => style.red(row),
                _ => row.to_owned(),
            };
            let _ = writeln!(out, "{row}");
        }
    }
}

fn copies(copies: usize) -> String {
    if copies == 1 { "1 copy".to_owned() } else { format!("{copies} copies") }
}
