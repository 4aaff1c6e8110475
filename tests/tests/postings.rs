//! What a host keeps of the matches that it booked is what later calls need.

use payymo::matching::{Decision, MatchKind, Matcher, Options, UnmatchedReason, settlements};
use payymo::model::{
    Invoice, InvoiceState, Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind,
};
use payymo_tests::rows::{day, eur, item, payment};
use payymo_tests::sound::answer;

fn paid_by_debit(id: &str, minor: i64, text: &str) -> Transaction {
    let mut row = payment(id, minor, "Nadia Verhoeven", text);
    row.references.push(Reference { kind: ReferenceKind::EndToEnd, value: "E2E-2026-000417".into() });
    row
}

fn returned(minor: i64) -> Transaction {
    let mut row = payment("r1", -minor, "Nadia Verhoeven", "RETURN");
    row.booked_on = day(27);
    row.kind = TransactionKind::Return;
    row.references.push(Reference { kind: ReferenceKind::EndToEnd, value: "E2E-2026-000417".into() });
    row.returned = Some(Returned { stage: ReturnStage::Return, reason: None, originals: Vec::new() });
    row
}

fn items() -> Vec<Invoice> {
    vec![item("1", "NW-2026-00417", "c1", 4_990), item("2", "NW-2026-00418", "c2", 7_300)]
}

#[test]
fn a_return_in_the_next_call_takes_back_what_was_kept() {
    let bank = [paid_by_debit("t1", 4_990, "NW-2026-00417")];
    let first = answer(&bank, &items(), &[], &Options::default());
    assert_eq!(first.matches[0].decision, Decision::Auto);
    let kept = settlements(&first.matches, &bank);
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].invoice.as_str(), kept[0].amount, kept[0].settled_on), ("1", eur(4_990), day(20)));

    let mut paid = items();
    (paid[0].open, paid[0].state) = (eur(0), InvoiceState::Closed);
    let again = answer(&[bank[0].clone(), returned(4_990)], &paid, &kept, &Options::default());
    let back = again.matches.iter().find(|found| found.kind == MatchKind::Reversal).expect("a reversal");
    assert_eq!((back.decision, back.allocations[0].amount), (Decision::Auto, eur(-4_990)));
    // The payment stands in the statement once more, and is not settled twice.
    // The payment stands in the statement once more, and is not settled twice.
    let once_more = again.unmatched.iter().find(|row| row.transaction == "t1");
    assert_eq!(once_more.map(|row| row.reason), Some(UnmatchedReason::Duplicate));
    // What was taken back is kept as well.
    let gone = settlements(&again.matches, &[returned(4_990)]);
    assert_eq!((gone[0].amount, gone[0].transaction.as_deref()), (eur(-4_990), Some("r1")));
}

#[test]
fn a_matcher_that_booked_recognises_the_return() {
    let bank = [paid_by_debit("t1", 4_990, "NW-2026-00417")];
    let (mut matcher, _) = Matcher::new(&items(), &[], &Options::default()).expect("a matcher");
    let booked = matcher.propose(&bank[0]).expect("an answer").matches;
    matcher.apply(&booked).expect("booked");
    settlements(&booked, &bank).iter().for_each(|row| matcher.settle(row));
    let back = matcher.propose(&returned(4_990)).expect("an answer");
    assert_eq!(back.matches[0].kind, MatchKind::Reversal);
    assert_eq!(back.matches[0].allocations[0].amount, eur(-4_990));
    matcher.apply(&back.matches).expect("booked");
    let once_more = matcher.propose(&payment("t2", 4_990, "Nadia Verhoeven", "NW-2026-00417"));
    assert_eq!(once_more.expect("an answer").matches[0].decision, Decision::Auto);
}

#[test]
fn transactions_that_are_not_given_are_left_out() {
    let bank = [paid_by_debit("t1", 4_990, "NW-2026-00417")];
    let found = answer(&bank, &items(), &[], &Options::default()).matches;
    assert!(settlements(&found, &[]).is_empty());
}
