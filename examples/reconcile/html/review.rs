//! What waits and why: the payment, the proposal, and its rivals beside it.

use super::Page;
use super::parts::{LEGEND, capped, difference, evidence, payment, sure, target};
use crate::figures::payments;
use crate::safe::html;
use crate::words;
use payymo::matching::{Alternative, Decision, Match};

/// A rival less likely than this is not worth its place.
pub const LEAST: f64 = 0.001;

/// One card a proposal, by day.
pub fn section(page: &Page<'_>) -> String {
    let mut waiting: Vec<&Match> =
        page.result.matches.iter().filter(|found| found.decision == Decision::Review).collect();
    waiting.sort_by_key(|found| page.rows.first_day(found));
    if waiting.is_empty() {
        return String::new();
    }
    LEGEND.to_owned() + &capped(&waiting, |found| card(page, found))
}

fn card(page: &Page<'_>, found: &Match) -> String {
    let mut out = String::from("<article class=\"doubt\">\n<div class=\"source\">");
    payments(found).iter().for_each(|id| out.push_str(&payment(page, id)));
    out.push_str("</div>\n<div class=\"rivals\">\n<div class=\"rival first\"><h3>Proposal</h3>");
    out.push_str(&format!("<p class=\"chance\">{}</p>", sure(found.probability)));
    found.allocations.iter().for_each(|part| out.push_str(&target(page, part)));
    found.differences.iter().for_each(|row| out.push_str(&difference(page, row)));
    out.push_str(&format!("<p class=\"meta\">{}</p>", words::kind(found.kind)));
    if let Some(reason) = words::review(found) {
        out.push_str(&format!("<p class=\"waits\">Waits because {}.</p>", html(&reason)));
    }
    out.push_str(&evidence(&found.evidence));
    out.push_str("</div>\n");
    let rivals = found.alternatives.iter().filter(|rival| rival.probability >= LEAST);
    rivals.for_each(|rival| out.push_str(&alternative(page, rival, "Or instead")));
    out.push_str("</div>\n</article>\n");
    out
}

/// A rival, or what comes nearest.
pub fn alternative(page: &Page<'_>, rival: &Alternative, title: &str) -> String {
    let mut out =
        format!("<div class=\"rival\"><h3>{title}</h3><p class=\"chance\">{}</p>", sure(rival.probability));
    if rival.allocations.is_empty() {
        out.push_str("<p class=\"item\">none of the open invoices</p>");
    }
    rival.allocations.iter().for_each(|part| out.push_str(&target(page, part)));
    out.push_str(&evidence(&rival.evidence));
    out.push_str("</div>\n");
    out
}
