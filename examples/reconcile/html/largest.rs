//! The twenty largest payments with what became of them, and the twenty largest items that stay open: what a careful
//! bookkeeper looks at whatever the engine says. Largest within each currency, since sums of two do not compare.

use super::Page;
use super::matches::capital;
use crate::figures::{age, customer, number, payer, payments};
use crate::safe::html;
use crate::sums::plain;
use crate::words;
use chrono::NaiveDate;
use payymo::model::{Invoice, InvoiceState, Transaction};
use payymo::money::{Amount, Currency};
use std::collections::{BTreeMap, BTreeSet};

const MOST: usize = 20;

/// Two tables a currency.
pub fn section(page: &Page<'_>) -> String {
    let became = outcomes(page);
    let receipts = page.rows.transactions().filter(|row| row.amount.minor() > 0);
    let receipts: Vec<(Amount, &Transaction)> =
        receipts.map(|row| (row.gross().unwrap_or(row.amount), row)).collect();
    let open = &page.result.open_invoices;
    let currencies: BTreeSet<Currency> = receipts
        .iter()
        .map(|(amount, _)| amount.currency())
        .chain(open.iter().map(|item| item.open.currency()))
        .collect();
    let mut out = String::new();
    for currency in currencies {
        let mut largest: Vec<_> =
            receipts.iter().filter(|(amount, _)| amount.currency() == currency).collect();
        largest.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        let rows: String = largest
            .iter()
            .take(MOST)
            .map(|(amount, row)| {
                format!(
                    "<tr><td>{}</td><td>{}</td><td class=\"num\">{}</td><td>{}</td></tr>\n",
                    row.booked_on,
                    html(payer(row)),
                    plain(*amount),
                    became.get(row.id.as_str()).map_or("", String::as_str)
                )
            })
            .collect();
        out.push_str(&table(
            &format!("Payments, {currency}"),
            ["Booked", "Payer", "Amount", "Became"],
            &rows,
        ));

        let mut largest: Vec<_> = open.iter().filter(|item| item.open.currency() == currency).collect();
        largest.sort_by(|a, b| b.open.cmp(&a.open).then_with(|| a.invoice.cmp(&b.invoice)));
        let rows: String = largest
            .iter()
            .take(MOST)
            .map(|item| {
                let row = page.rows.invoice(&item.invoice);
                format!(
                    "<tr><td>{}</td><td>{}</td><td class=\"num\">{}</td><td>{}</td></tr>\n",
                    html(number(&page.rows, &item.invoice)),
                    html(row.and_then(customer).unwrap_or("")),
                    plain(item.open),
                    due(row, page.result.as_of)
                )
            })
            .collect();
        out.push_str(&table(
            &format!("Still open, {currency}"),
            ["Invoice", "Customer", "Open", "Due"],
            &rows,
        ));
    }
    if out.is_empty() { out } else { format!("<div class=\"pairs\">{out}</div>\n") }
}

fn table(caption: &str, heads: [&str; 4], rows: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let [a, b, c, d] = heads;
    format!(
        "<div class=\"scroll\"><table><caption>{caption}</caption><thead><tr><th scope=\"col\">{a}</th><th scope=\"col\">{b}</th>\
         <th scope=\"col\" class=\"num\">{c}</th><th scope=\"col\">{d}</th></tr></thead><tbody>\n{rows}</tbody></table></div>\n"
    )
}

/// By transaction: what became of it.
fn outcomes<'a>(page: &'a Page<'_>) -> BTreeMap<&'a str, String> {
    let mut became = BTreeMap::new();
    for row in &page.result.unmatched {
        became.insert(row.transaction.as_str(), capital(&page.rows.reason(row)));
    }
    for found in &page.result.matches {
        for id in payments(found) {
            became.insert(
                id,
                format!(
                    "{}, <span class=\"keep\">{}</span>",
                    capital(words::decision(found.decision)),
                    words::percent(found.probability)
                ),
            );
        }
    }
    became
}

/// When it is due, since when it is overdue, and what keeps it from being paid.
fn due(item: Option<&Invoice>, as_of: NaiveDate) -> String {
    let due = item.and_then(|item| item.due_on);
    let mut parts = vec![due.map_or("no due date".to_owned(), |due| due.to_string())];
    if let (Some(due), 1..=4) = (due, age(due, as_of)) {
        parts.push(format!("{} overdue", words::count((as_of - due).num_days() as usize, "day")));
    }
    match item.map(|item| item.state) {
        Some(InvoiceState::OnHold) => parts.push("on hold".to_owned()),
        Some(InvoiceState::InCollection) => parts.push("debit under way".to_owned()),
        _ => {}
    }
    let parts: Vec<String> = parts.iter().map(|part| format!("<span class=\"keep\">{part}</span>")).collect();
    parts.join(" · ")
}
