//! The result as one page for the bookkeeper: no script, no network, nothing in it that a payer's text could set off.

mod ageing;
mod cards;
mod largest;
mod matches;
mod parts;
mod proof;
mod rest;
mod review;

use crate::figures::{Figures, Rows};
use crate::load::Inputs;
use payymo::matching::Reconciliation;

/// Rows listed in full in each section; a page of more no browser is glad of. What is left out is counted.
const LISTED: usize = 1000;

/// What every section is made from.
struct Page<'a> {
    result: &'a Reconciliation,
    inputs: &'a Inputs,
    rows: Rows<'a>,
    figures: Figures,
}

/// The whole page.
pub fn page(result: &Reconciliation, inputs: &Inputs) -> String {
    let rows = Rows::new(inputs);
    let figures = Figures::new(result, &rows);
    let page = Page { result, inputs, rows, figures };
    let sections = [
        ("summary", "Summary", cards::section(&page)),
        ("proof", "Receivables", proof::section(&page)),
        ("ageing", "Ageing", ageing::section(&page)),
        ("review", "Waits for review", review::section(&page)),
        ("left", "Settles nothing", rest::unmatched(&page)),
        ("matches", "Matches", matches::section(&page)),
        ("largest", "Largest twenty", largest::section(&page)),
        ("notes", "Records and doubts", rest::notes(&page)),
    ];
    let mut out = String::from(HEAD);
    out.push_str(&cards::header(&page));
    out.push_str("<nav aria-label=\"Sections\"><ul>");
    for (id, title, _) in sections.iter().filter(|(_, _, body)| !body.is_empty()) {
        out.push_str(&format!("<li><a href=\"#{id}\">{title}</a></li>"));
    }
    out.push_str("</ul></nav>\n<main>\n");
    for (id, title, body) in sections.iter().filter(|(_, _, body)| !body.is_empty()) {
        out.push_str(&format!(
            "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>\n"
        ));
        out.push_str(body);
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n");
    out.push_str(&cards::footer(&page));
    out.push_str("</body>\n</html>\n");
    out
}

/// Up to the header. The policy forbids every source but the page's own style.
const HEAD: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ",
    "base-uri 'none'; form-action 'none'\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n",
    "<title>Reconciliation</title>\n<style>\n",
    include_str!("style.css"),
    "</style>\n</head>\n<body>\n"
);

#[cfg(test)]
mod tests;
