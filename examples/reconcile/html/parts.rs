//! Pieces that several sections share.

use super::{LISTED, Page};
use crate::figures::{number, payer};
use crate::safe::html;
use crate::sums::money;
use crate::words;
use payymo::matching::{Allocation, Difference, DifferenceOf, Evidence, Target};
use payymo::model::InvoiceState;

/// What the numbers beside the reasons are.
pub const LEGEND: &str = "<p class=\"meta legend\">The number beside a reason is its weight in bits: each bit for it doubles the \
     odds that the match is right, each bit against it halves them.</p>\n";

/// Amounts of several currencies, one a line.
pub fn lines(texts: &[String]) -> String {
    if texts.is_empty() {
        return "<span class=\"none\">–</span>".to_owned();
    }
    texts.iter().map(|text| format!("<span class=\"money\">{text}</span>")).collect::<Vec<_>>().join("<br>")
}

/// Date, payer, amount and text of a payment.
pub fn payment(page: &Page<'_>, id: &str) -> String {
    let Some(row) = page.rows.transaction(id) else {
        return format!("<div class=\"pay\"><b>{}</b></div>", html(id));
    };
    let gross = row.gross().unwrap_or(row.amount);
    let mut out = format!(
        "<div class=\"pay\"><span class=\"who\">{}</span><span class=\"money\">{}</span><span class=\"meta\">{}{}</span>",
        html(payer(row)),
        money(gross),
        row.booked_on,
        if row.source.is_empty() { String::new() } else { format!(" · {}", html(&row.source)) },
    );
    let text = row.remittance.trim();
    if !text.is_empty() && payer(row) != row.remittance {
        out.push_str(&format!("<q>{}</q>", html(text)));
    }
    out.push_str("</div>");
    out
}

/// Number, customer and amount of what is settled.
pub fn target(page: &Page<'_>, part: &Allocation) -> String {
    match &part.target {
        Target::Customer(_) => format!(
            "<div class=\"item\"><span class=\"who\">on account</span><span class=\"money\">{}</span><span class=\"meta\">{}</span></div>",
            money(part.amount),
            html(&page.rows.owner(&part.target).unwrap_or_default())
        ),
        Target::Invoice(id) => {
            let item = page.rows.invoice(id);
            let mut meta: Vec<String> = Vec::new();
            meta.extend(page.rows.owner(&part.target).map(|owner| html(&owner)));
            meta.extend(
                item.and_then(|item| item.due_on).map(|due| format!("<span class=\"keep\">due {due}</span>")),
            );
            meta.extend(item.and_then(|item| match item.state {
                InvoiceState::Closed => Some("settled already".to_owned()),
                _ if item.open == part.amount => None,
                _ => Some(format!("of {} open", money(item.open))),
            }));
            format!(
                "<div class=\"item\"><span class=\"who\">{}</span><span class=\"money\">{}</span><span class=\"meta\">{}</span></div>",
                html(number(&page.rows, id)),
                money(part.amount),
                meta.join(" · ")
            )
        }
    }
}

/// What differs, in words.
pub fn difference(page: &Page<'_>, difference: &Difference) -> String {
    let words = words::difference(difference.kind);
    let amount = money(difference.amount);
    match &difference.of {
        DifferenceOf::Transaction(_) => format!("<p class=\"differs\">{amount}: {words}</p>"),
        DifferenceOf::Invoice(id) => {
            format!(
                "<p class=\"differs\">{amount} of {} stays open: {words}</p>",
                html(number(&page.rows, id))
            )
        }
    }
}

/// Reasons with their weight: for before against, strongest first.
pub fn evidence(list: &[Evidence]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let mut list: Vec<&Evidence> = list.iter().collect();
    list.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let rows: String = list
        .iter()
        .map(|row| {
            let (class, sign) = if row.weight < 0.0 { ("con", "−") } else { ("pro", "+") };
            format!(
                "<li class=\"{class}\"><span>{}</span> <span class=\"bits\" title=\"{}, in bits\">{sign}{:.1}</span></li>",
                html(&row.text()),
                html(row.code),
                row.weight.abs()
            )
        })
        .collect();
    format!("<ul class=\"evidence\">{rows}</ul>")
}

/// How sure, in words and per cent.
pub fn sure(probability: f64) -> String {
    format!(
        "<span class=\"sure\">{}</span> <span class=\"meta\">{}</span>",
        words::percent(probability),
        words::sure(probability)
    )
}

/// What is listed, and a line that counts what is not.
pub fn capped<T>(list: &[T], each: impl FnMut(&T) -> String) -> String {
    let mut out: String = list.iter().take(LISTED).map(each).collect();
    if list.len() > LISTED {
        out.push_str(&format!(
            "<p class=\"more\">… and {} more: the JSON result lists all.</p>",
            list.len() - LISTED
        ));
    }
    out
}
