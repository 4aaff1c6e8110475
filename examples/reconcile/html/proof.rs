//! Opening receivables − receipts ± reversals = closing, per currency; and where the money in went.

use super::Page;
use super::parts::lines;
use crate::sums::grouped;

/// The proof.
pub fn section(page: &Page<'_>) -> String {
    let figures = &page.figures;
    if figures.proofs.is_empty() {
        return String::new();
    }
    let mut out = String::from(
        "<div class=\"scroll\"><table class=\"proof\">\n<caption>What customers owed, what settled it, what they owe now</caption>\n<thead><tr><th scope=\"col\">Currency</th>\
         <th scope=\"col\" class=\"num\">Opening</th><th scope=\"col\" class=\"num\">− settled automatically</th>\
         <th scope=\"col\" class=\"num\">− proposed, in review</th><th scope=\"col\" class=\"num\">+ taken back</th>\
         <th scope=\"col\" class=\"num\">= Closing</th><th scope=\"col\">Adds up</th></tr></thead>\n<tbody>\n",
    );
    for proof in &figures.proofs {
        let cell =
            |minor: i128| format!("<td class=\"num\">{}</td>", grouped(minor, proof.currency.decimals()));
        let closing = grouped(proof.closing, proof.currency.decimals());
        let verdict = match proof.gap() {
            0 => "<td class=\"yes\">✓ to the cent</td>".to_owned(),
            gap => format!("<td class=\"no\">✗ {} missing</td>", grouped(gap, proof.currency.decimals())),
        };
        out.push_str(&format!(
            "<tr><th scope=\"row\">{}</th>{}{}{}{}<td class=\"num total\">{closing}</td>{verdict}</tr>\n",
            proof.currency,
            cell(proof.opening),
            cell(proof.automatic),
            cell(proof.proposed),
            cell(proof.reversed),
        ));
    }
    out.push_str("</tbody></table></div>\n<dl class=\"beside\">");
    for (name, sums) in [
        ("On account, no invoice yet", &figures.on_account),
        ("Surplus of payments, nothing owed", &figures.surplus),
    ] {
        out.push_str(&format!("<div><dt>{name}</dt><dd>{}</dd></div>", lines(&sums.texts())));
    }
    out.push_str("</dl>\n");
    out
}
