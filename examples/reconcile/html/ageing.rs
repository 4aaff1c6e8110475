//! What is open by the days since it was due, as bars; lengths by integer ratio.

use super::Page;
use crate::figures::AGES;
use crate::sums::grouped;

/// Length of the longest bar.
const LONGEST: i128 = 340;
const ROW: usize = 34;

/// One picture a currency.
pub fn section(page: &Page<'_>) -> String {
    let mut out = String::new();
    for (currency, classes) in &page.figures.ages {
        let total: i128 = classes.iter().sum();
        let largest = classes.iter().map(|minor| minor.abs()).max().unwrap_or(0).max(1);
        let text = |minor: i128| grouped(minor, currency.decimals());
        // The class without a due date only where there is something in it.
        let shown: Vec<_> =
            AGES.iter().zip(classes).enumerate().filter(|(at, (_, minor))| *at < 5 || **minor != 0).collect();
        let words: Vec<String> =
            shown.iter().map(|(_, (name, minor))| format!("{name}: {}", text(**minor))).collect();
        out.push_str(&format!(
            "<figure class=\"ages\"><figcaption>{currency} <b>{}</b> open, by days overdue</figcaption>\n\
             <svg viewBox=\"0 0 580 {}\" role=\"img\" aria-label=\"{currency} by days overdue: {}\">",
            text(total),
            shown.len() * ROW,
            words.join("; ")
        ));
        for (row, (class, (name, minor))) in shown.iter().enumerate() {
            let minor = **minor;
            let length = match minor {
                0 => 0,
                some => (some.abs().saturating_mul(LONGEST) / largest).max(2),
            };
            let (top, middle) = (row * ROW, row * ROW + 22);
            out.push_str(&format!(
                "<text class=\"name\" x=\"96\" y=\"{middle}\" text-anchor=\"end\">{name}</text>\
                 <rect class=\"age age{class}\" x=\"108\" y=\"{}\" width=\"{length}\" height=\"22\" rx=\"3\"/>\
                 <text class=\"value\" x=\"{}\" y=\"{middle}\">{}</text>",
                top + 6,
                108 + length + 8,
                text(minor)
            ));
        }
        out.push_str("</svg></figure>\n");
    }
    if out.is_empty() { out } else { format!("<div class=\"figures\">{out}</div>\n") }
}
