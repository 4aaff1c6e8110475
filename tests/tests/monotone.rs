//! Taking away what speaks for a match never makes it likelier.

use payymo::matching::{Allocation, Match, Matcher, Options, Reconciliation, Target};
use payymo::model::Transaction;
use payymo_world::style;

/// What is settled, by item.
fn targets(rows: &[Allocation]) -> Vec<(&str, i64)> {
    let mut out: Vec<(&str, i64)> = rows
        .iter()
        .filter_map(|row| match &row.target {
            Target::Invoice(id) => Some((id.as_str(), row.amount.minor())),
            Target::Customer(_) => None,
        })
        .collect();
    out.sort_unstable();
    out
}

/// The probability that a result gives to the same allocations, as its proposal or beside it.
fn probability_of(result: &Reconciliation, wanted: &[(&str, i64)]) -> f64 {
    let proposed = |found: &Match| (targets(&found.allocations) == wanted).then_some(found.probability);
    let beside = |found: &Match| {
        let rival = found.alternatives.iter().find(|rival| targets(&rival.allocations) == wanted);
        rival.map(|rival| rival.probability)
    };
    result.matches.iter().find_map(|found| proposed(found).or_else(|| beside(found))).unwrap_or(0.0)
}

/// A payment with something taken away that spoke for its match.
fn weakened(payment: &Transaction, found: &Match) -> Vec<(&'static str, Transaction)> {
    let speaks = |wanted: &str| {
        let of = || found.evidence.iter().filter(|clue| clue.code.starts_with(wanted));
        of().any(|clue| clue.weight > 0.0) && of().all(|clue| clue.weight >= 0.0)
    };
    let mut out = Vec::new();
    let in_text = found.evidence.iter().any(|clue| clue.code.contains("in_text"));
    if speaks("reference.") && !in_text {
        let mut less = payment.clone();
        less.remittance.clear();
        less.remittance_lines.clear();
        less.references.clear();
        out.push(("text", less));
    }
    // A part of a name contradicts as well.
    let partial = found.evidence.iter().any(|clue| clue.code == "payer.name_partial");
    if speaks("payer.") && !in_text && !partial {
        let mut less = payment.clone();
        less.counterparty = payymo::model::Counterparty::default();
        out.push(("payer", less));
    }
    out
}

#[test]
fn less_evidence_is_never_likelier() {
    let mut seen = 0;
    for name in ["hosting_uk", "consultancy_dach", "saas_us", "shop_nordic_benelux"] {
        let world = style::make(name, 41, 150).expect("a style");
        let options = Options { alternatives: 8, ..world.options.clone() };
        let (mut matcher, _) =
            Matcher::new(&world.invoices, &world.settlements, &options).expect("a sound world");
        for payment in &world.transactions {
            let result = matcher.propose(payment).expect("an answer");
            let of = |found: &&Match| found.transactions().contains(&payment.id.as_str());
            let Some(found) = result.matches.iter().find(of) else { continue };
            let wanted = targets(&found.allocations);
            // What names a settled item speaks for the open one and against it.
            let previous = found.evidence.iter().any(|clue| clue.code == "reference.previous");
            if previous || found.payout.is_some() || wanted.is_empty() || wanted.iter().any(|row| row.1 < 0) {
                continue;
            }
            for (what, less) in weakened(payment, found) {
                seen += 1;
                let after = matcher.propose(&less).expect("an answer");
                let now = probability_of(&after, &wanted);
                assert!(
                    now <= found.probability + 1e-9,
                    "{name} {}: without its {what} {now} instead of {}: {:?}\n{:?}",
                    payment.id,
                    found.probability,
                    found.evidence,
                    after.matches.first().map(|found| &found.evidence),
                );
            }
        }
    }
    assert!(seen > 500, "{seen} payments had something to lose");
}
