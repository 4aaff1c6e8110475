use super::*;
use crate::model::{Reference, ReferenceKind};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn euro(minor: i64) -> Amount {
    Amount::new(minor, Currency::parse("EUR").unwrap())
}

fn row(id: &str, on: u32, minor: i64, remittance: &str) -> Transaction {
    let mut row = Transaction::new(id, day(on), euro(minor));
    row.account = Some("ACC".into());
    row.counterparty.name = Some("Ada Muster".into());
    row.remittance = remittance.into();
    row
}

fn pending(mut row: Transaction) -> Transaction {
    row.status = Status::Pending;
    row
}

fn ids(linked: &Linked) -> Vec<&str> {
    linked.transactions.iter().map(|row| row.id.as_str()).collect()
}

fn copies(linked: &Linked) -> Vec<(usize, usize, usize, usize, Why)> {
    let places =
        |copy: &Copy| (copy.dropped.input, copy.dropped.row, copy.kept.input, copy.kept.row, copy.why);
    linked.copies.iter().map(places).collect()
}

#[test]
fn overlapping_statements_with_the_banks_ids() {
    let first = vec![row("1", 1, 100, "a"), row("2", 2, 100, "a"), row("3", 3, 300, "c")];
    let second = vec![row("3", 3, 300, "C"), row("4", 4, 400, "d")];
    let linked = duplicates(vec![first, second]);
    assert_eq!(ids(&linked), ["1", "2", "3", "4"]);
    assert_eq!(copies(&linked), [(1, 0, 0, 2, Why::Repeated)]);
    assert!(linked.errors.is_empty());
    assert_eq!(linked.transactions[2].remittance, "c", "the first stays");
}

#[test]
fn equal_rows_without_ids_are_counted() {
    let same = || row("", 1, 999, "subscription");
    // Two real rows in one statement, three in a longer one, one in a cut one.
    let linked = duplicates(vec![vec![same(), same()], vec![same(), same(), same()], vec![same()]]);
    assert_eq!(linked.transactions.len(), 3);
    assert_eq!(
        copies(&linked),
        [(1, 0, 0, 0, Why::Repeated), (1, 1, 0, 1, Why::Repeated), (2, 0, 0, 0, Why::Repeated)]
    );
    let unique: BTreeSet<&str> = ids(&linked).into_iter().collect();
    assert_eq!(unique.len(), 3);
}

#[test]
fn ids_are_given_beside_derived_ones() {
    let same = || row("", 1, 999, "subscription");
    let mut read = vec![same()];
    assign_ids(&mut read);
    let derived = read[0].id.clone();
    assert!(is_derived(&derived));
    // A host adds an equal row without an id before those that a reader has named.
    let mut mixed = vec![same(), read.remove(0), same(), row("bank", 1, 999, "subscription")];
    assign_ids(&mut mixed);
    assert_eq!(mixed[1].id, derived);
    assert_eq!(mixed[3].id, "bank");
    let unique: BTreeSet<&str> = mixed.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(unique.len(), 4);
    assert_eq!(duplicates(vec![mixed]).transactions.len(), 4);
    for other in ["", "c_", "c_123", "ch_1234", "c_0123456789abcdef0123456789abcdeg"] {
        assert!(!is_derived(other), "{other}");
    }
}

#[test]
fn the_same_id_twice_in_one_input() {
    let linked = duplicates(vec![vec![row("1", 1, 100, "a"), row("1", 1, 100, "a")]]);
    assert_eq!(ids(&linked), ["1"]);
    assert_eq!(copies(&linked), [(0, 1, 0, 0, Why::Repeated)]);
}

#[test]
fn the_same_id_with_other_content_is_an_error() {
    let linked =
        duplicates(vec![vec![row("0", 1, 1, ""), row("1", 1, 100, "a")], vec![row("1", 1, 101, "a")]]);
    assert_eq!(ids(&linked), ["0", "1"]);
    assert_eq!(linked.transactions[1].amount, euro(100));
    assert!(linked.copies.is_empty());
    let error = &linked.errors[0];
    assert_eq!(error.code(), Code::InputDuplicateId);
    assert_eq!(error.place().row.as_deref(), Some("1"));
    assert!(error.message().contains("row 1 of input 2") && error.message().contains("row 2 of input 1"));
    // Another account under the same id, pending or not.
    let mut other = row("1", 1, 100, "a");
    other.account = Some("OTHER".into());
    assert_eq!(duplicates(vec![vec![pending(row("1", 1, 100, "a")), other]]).errors.len(), 1);
}

#[test]
fn exports_of_a_direct_debit_provider_tell_of_one_payment() {
    let told = |on, reference: Option<(ReferenceKind, &str)>| {
        let mut row = row("PM1", on, 100, "Hosting");
        row.source = "gocardless_pro".into();
        row.references.extend(reference.map(|(kind, value)| Reference { kind, value: value.into() }));
        row
    };
    // The payment, and the item of its payout, which has another day.
    let payment = told(1, Some((ReferenceKind::Mandate, "MD1")));
    let item = told(4, Some((ReferenceKind::Payout, "PO1")));
    let linked = duplicates(vec![vec![payment], vec![item]]);
    assert_eq!(
        (linked.transactions.len(), linked.errors.len(), linked.copies[0].why),
        (1, 0, Why::OnePayment)
    );
    let kinds: Vec<_> = linked.transactions[0].references.iter().map(|reference| reference.kind).collect();
    assert_eq!(kinds, [ReferenceKind::Mandate, ReferenceKind::Payout]);
    // Another amount under its id is a contradiction.
    let mut other = told(1, None);
    other.amount = row("PM1", 1, 200, "").amount;
    assert_eq!(duplicates(vec![vec![told(1, None)], vec![other]]).errors.len(), 1);
}

#[test]
fn booked_supersedes_pending_under_one_id_in_any_order() {
    let announced = || pending(row("1", 1, 100, "card"));
    let booked = || row("1", 3, 104, "card shop");
    for inputs in [vec![vec![announced()], vec![booked()]], vec![vec![booked(), announced()]]] {
        let linked = duplicates(inputs);
        assert_eq!(linked.transactions.len(), 1);
        assert_eq!(linked.transactions[0].status, Status::Booked);
        assert_eq!(linked.copies[0].why, Why::Booked);
        assert!(linked.errors.is_empty());
    }
}

#[test]
fn booked_supersedes_pending_under_another_id() {
    let referred = |id: &str, on, reference: &str| {
        let mut row = row(id, on, 100, id);
        row.references.push(Reference { kind: ReferenceKind::EndToEnd, value: reference.into() });
        row
    };
    let cases: Vec<(Transaction, Transaction, Option<Why>)> = vec![
        (pending(referred("p", 1, "E2E-1")), referred("b", 3, "e2e1"), Some(Why::BookedByReference)),
        (pending(referred("p", 1, "NOTPROVIDED")), referred("b", 3, "NOTPROVIDED"), None),
        (pending(row("p", 1, 100, "Invoice 7")), row("b", 3, 100, "INVOICE 7"), Some(Why::BookedByText)),
        (pending(row("p", 1, 100, "Invoice 7")), row("b", 11, 100, "Invoice 7"), Some(Why::BookedByText)),
        (pending(row("p", 1, 100, "Invoice 7")), row("b", 12, 100, "Invoice 7"), None),
        (pending(row("p", 4, 100, "Invoice 7")), row("b", 1, 100, "Invoice 7"), Some(Why::BookedByText)),
        (pending(row("p", 5, 100, "Invoice 7")), row("b", 1, 100, "Invoice 7"), None),
        (pending(row("p", 1, 100, "Invoice 7")), row("b", 3, 101, "Invoice 7"), None),
        (pending(row("p", 1, 100, "Invoice 7")), row("b", 3, 100, "Invoice 8"), None),
        (row("p", 1, 100, "Invoice 7"), row("b", 3, 100, "Invoice 7"), None),
    ];
    for (at, (announced, booked, why)) in cases.into_iter().enumerate() {
        for inputs in [
            vec![vec![announced.clone()], vec![booked.clone()]],
            vec![vec![booked.clone(), announced.clone()]],
        ] {
            let linked = duplicates(inputs);
            assert_eq!(linked.copies.first().map(|copy| copy.why), why, "case {at}");
            assert_eq!(linked.transactions.iter().any(|row| row.id == "p"), why.is_none(), "case {at}");
            assert!(linked.transactions.iter().any(|row| row.id == "b"));
        }
    }
}

#[test]
fn a_booking_stands_for_one_pending_row() {
    // Two announced, one booked: the other is still to come.
    let announced = |id: &str| pending(row(id, 1, 100, "monthly"));
    let linked = duplicates(vec![vec![announced("p1"), announced("p2"), row("b", 2, 100, "monthly")]]);
    assert_eq!(ids(&linked), ["p2", "b"]);
    // The booking has its announcement by id: an equal one is another payment.
    let linked = duplicates(vec![vec![announced("b"), announced("p2")], vec![row("b", 2, 100, "monthly")]]);
    assert_eq!(ids(&linked), ["p2", "b"]);
    // The earliest takes the earliest, so that both find theirs.
    let late = pending(row("p2", 9, 100, "monthly"));
    let linked = duplicates(vec![vec![
        late,
        announced("p1"),
        row("b2", 12, 100, "monthly"),
        row("b1", 8, 100, "monthly"),
    ]]);
    assert_eq!(ids(&linked), ["b2", "b1"]);
}

#[test]
fn copies_of_a_superseded_row_point_at_who_stays() {
    let announced = || pending(row("p", 1, 100, "x"));
    let linked = duplicates(vec![vec![announced()], vec![announced()], vec![row("b", 2, 100, "x")]]);
    assert_eq!(ids(&linked), ["b"]);
    assert!(linked.copies.iter().all(|copy| copy.kept.id == "b"));
    assert_eq!(linked.copies[1].why, Why::Repeated);
}

#[test]
fn nothing_in_nothing_out() {
    assert_eq!(duplicates(Vec::new()), Linked::default());
    assert_eq!(duplicates(vec![vec![], vec![]]), Linked::default());
}

fn any_row() -> impl Strategy<Value = Transaction> {
    (0_u8..8, 1_u32..20, 1_i64..3, 0_u8..3, any::<bool>()).prop_map(|(id, on, minor, text, is_pending)| {
        let id = if id < 3 { String::new() } else { format!("t{id}") };
        let made = row(&id, on, minor, &format!("text {text}"));
        if is_pending { pending(made) } else { made }
    })
}

fn inputs() -> impl Strategy<Value = Vec<Vec<Transaction>>> {
    proptest::collection::vec(proptest::collection::vec(any_row(), 0..12), 0..4)
}

proptest! {
    #[test]
    fn every_row_is_somewhere_and_ids_are_unique(inputs in inputs()) {
        let total: usize = inputs.iter().map(Vec::len).sum();
        let linked = duplicates(inputs);
        prop_assert_eq!(linked.transactions.len() + linked.copies.len() + linked.errors.len(), total);
        let unique: BTreeSet<&str> = ids(&linked).into_iter().collect();
        prop_assert_eq!(unique.len(), linked.transactions.len());
        for copy in &linked.copies {
            prop_assert!(unique.contains(copy.kept.id.as_str()));
        }
    }

    #[test]
    fn inputs_given_twice_change_nothing(inputs in inputs()) {
        let twice: Vec<_> = inputs.iter().chain(&inputs).cloned().collect();
        prop_assert_eq!(duplicates(twice).transactions, duplicates(inputs.clone()).transactions);
        // Nor does a second run over what survived, but that a booking stands for one more pending row in it.
        let booked = |rows: Vec<Transaction>| -> Vec<Transaction> {
            rows.into_iter().filter(|row| row.status == Status::Booked).collect()
        };
        let once = duplicates(inputs).transactions;
        prop_assert_eq!(booked(duplicates(vec![once.clone()]).transactions), booked(once));
    }

    #[test]
    fn inputs_in_another_order_leave_the_same_ids(
        inputs in inputs().prop_filter("ids that contradict", |inputs| duplicates(inputs.clone()).errors.is_empty())
    ) {
        let sorted = |inputs: Vec<Vec<Transaction>>| {
            let linked = duplicates(inputs);
            let mut ids: Vec<String> = linked.transactions.into_iter().map(|row| row.id).collect();
            ids.sort();
            ids
        };
        let turned: Vec<_> = inputs.iter().rev().cloned().collect();
        prop_assert_eq!(sorted(turned), sorted(inputs));
    }
}
