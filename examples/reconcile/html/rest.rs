//! What settles nothing, by reason; records that could not be read, doubts, bounds that were hit.

use super::Page;
use super::matches::capital;
use super::parts::{capped, payment};
use super::review::{LEAST, alternative};
use crate::safe::html;
use crate::words;
use payymo::error::Error;
use payymo::matching::{Alternative, Unmatched, UnmatchedReason};
use std::collections::BTreeMap;

/// One list a reason; what needs a person first.
pub fn unmatched(page: &Page<'_>) -> String {
    let mut reasons: BTreeMap<(bool, bool, UnmatchedReason), Vec<&Unmatched>> = BTreeMap::new();
    for row in &page.result.unmatched {
        let before = page.rows.settled_before(row);
        reasons.entry((page.rows.needs_nobody(row), before, row.reason)).or_default().push(row);
    }
    let mut out = String::new();
    for ((quiet, before, reason), mut list) in reasons {
        list.sort_by_key(|row| page.rows.day(row));
        out.push_str(&format!(
            "<h3 class=\"kind\">{} <span class=\"count\">{}</span></h3>\n<p class=\"meta advice\">{}</p>\n<div class=\"{}\">\n",
            list.first().map_or(String::new(), |row| capital(&page.rows.reason(row))),
            list.len(),
            if before { "Nothing to do: the host or its gateway posted it already." } else { words::advice(reason) },
            if quiet { "quiet" } else { "loud" }
        ));
        out.push_str(&capped(&list, |row| card(page, row, quiet)));
        out.push_str("</div>\n");
    }
    out
}

fn card(page: &Page<'_>, row: &Unmatched, quiet: bool) -> String {
    let mut out =
        format!("<article class=\"doubt\"><div class=\"source\">{}</div>", payment(page, &row.transaction));
    let worth = |near: &&Alternative| !quiet && !near.allocations.is_empty() && near.probability >= LEAST;
    let nearest: Vec<_> = row.nearest.iter().filter(worth).collect();
    if !nearest.is_empty() {
        out.push_str("<div class=\"rivals\">");
        nearest.iter().for_each(|near| out.push_str(&alternative(page, near, "Nearest")));
        out.push_str("</div>");
    }
    out.push_str("</article>\n");
    out
}

/// Errors and warnings by record.
pub fn notes(page: &Page<'_>) -> String {
    let result = page.result;
    let mut out = String::new();
    for (title, list) in [("Records that could not be read", &result.errors), ("Doubts", &result.warnings)] {
        if !list.is_empty() {
            let rows = capped(list, |error| format!("<li>{}</li>\n", note(error)));
            out.push_str(&format!("<h3 class=\"kind\">{title} <span class=\"count\">{}</span></h3>\n<ul class=\"notes\">{rows}</ul>\n", list.len()));
        }
    }
    if !result.limits.is_empty() {
        out.push_str(&format!(
            "<p>{} hit: the answer there is right, a better one may have been missed.</p>\n",
            words::count(result.limits.len(), "search bound")
        ));
    }
    out
}

fn note(error: &Error) -> String {
    format!(
        "<code>{}</code> {}",
        error.code(),
        html(&error.to_string().replacen(&format!("{}: ", error.code()), "", 1))
    )
}
