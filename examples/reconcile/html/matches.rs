//! The automatic matches by kind, with their evidence.

use super::Page;
use super::parts::{LEGEND, capped, difference, evidence, payment, sure, target};
use crate::figures::payments;
use crate::words;
use payymo::matching::{Decision, Match, MatchKind};
use std::collections::BTreeMap;

/// One table a kind.
pub fn section(page: &Page<'_>) -> String {
    let mut kinds: BTreeMap<MatchKind, Vec<&Match>> = BTreeMap::new();
    for found in page.result.matches.iter().filter(|found| found.decision == Decision::Auto) {
        kinds.entry(found.kind).or_default().push(found);
    }
    let mut out = if kinds.is_empty() { String::new() } else { LEGEND.to_owned() };
    for (kind, mut list) in kinds {
        list.sort_by_key(|found| page.rows.first_day(found));
        out.push_str(&format!(
            "<h3 class=\"kind\">{} <span class=\"count\">{}</span></h3>\n<div class=\"matches\">\n",
            capital(&words::kind(kind)),
            list.len()
        ));
        out.push_str(&capped(&list, |found| row(page, found)));
        out.push_str("</div>\n");
    }
    out
}

fn row(page: &Page<'_>, found: &Match) -> String {
    let mut out = String::from("<article class=\"match\"><div class=\"source\">");
    payments(found).iter().for_each(|id| out.push_str(&payment(page, id)));
    out.push_str("</div><div class=\"settles\">");
    found.allocations.iter().for_each(|part| out.push_str(&target(page, part)));
    found.differences.iter().for_each(|row| out.push_str(&difference(page, row)));
    out.push_str(&format!(
        "</div><div class=\"why\"><p class=\"chance\">{}</p>{}{}</div></article>\n",
        sure(found.probability),
        if found.audit {
            format!("<p class=\"waits\">{}.</p>", capital(words::AUDIT))
        } else {
            String::new()
        },
        evidence(&found.evidence)
    ));
    out
}

/// The first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
