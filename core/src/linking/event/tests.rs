use super::*;
use crate::linking::{Linked, Why, duplicates};
use crate::model::{Batch, Reference};
use crate::money::Currency;
use proptest::prelude::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn row(source: &'static str, id: &str, minor: i64) -> Transaction {
    let mut row = Transaction::new(id, day(4), Amount::new(minor, Currency::EUR));
    row.account = Some("DE89370400440532013000".to_owned());
    row.source = source.into();
    row
}

fn with(mut row: Transaction, kind: ReferenceKind, value: &str) -> Transaction {
    row.references.push(Reference { kind, value: value.to_owned() });
    row
}

fn named(mut row: Transaction, name: &str, text: &str) -> Transaction {
    row.counterparty.name = Some(name.to_owned());
    row.remittance = text.to_owned();
    row
}

fn stay(one: &Transaction, other: &Transaction) -> usize {
    let linked = duplicates(vec![vec![one.clone()], vec![other.clone()]]);
    let turned = duplicates(vec![vec![other.clone()], vec![one.clone()]]);
    assert_eq!(linked.transactions.first().map(|row| &row.id), {
        let mut all: Vec<&Transaction> = turned.transactions.iter().collect();
        all.sort_by_key(|row| linked.transactions.iter().position(|other| other.id == row.id));
        all.first().map(|row| &row.id)
    });
    assert_eq!(linked.transactions.len(), turned.transactions.len());
    linked.transactions.len()
}

#[test]
fn every_part_of_the_key_must_agree() {
    let told = |source, id| with(row(source, id, 100), ReferenceKind::EndToEnd, "E2E-1");
    let (one, other) = (told("camt053", "a"), told("mt940", "b"));
    assert_eq!(stay(&one, &other), 1);
    let changed = |change: fn(&mut Transaction)| {
        let mut other = other.clone();
        change(&mut other);
        stay(&one, &other)
    };
    assert_eq!(changed(|row| row.account = Some("37040044/532013000".to_owned())), 1, "the national number");
    assert_eq!(changed(|row| row.account = Some("DE02120300000000202051".to_owned())), 2);
    assert_eq!(changed(|row| row.account = None), 2);
    assert_eq!(changed(|row| row.amount = Amount::new(101, Currency::EUR)), 2);
    assert_eq!(changed(|row| row.amount = Amount::new(-100, Currency::EUR)), 2);
    assert_eq!(changed(|row| row.amount = Amount::new(100, Currency::parse("USD").unwrap())), 2);
    assert_eq!(changed(|row| row.booked_on = day(5)), 2);
    assert_eq!(changed(|row| row.source = "camt053".into()), 2, "one source");
    assert_eq!(changed(|row| (row.booked_on, row.value_on) = (day(5), Some(day(4)))), 1, "the value date");
    assert_eq!(changed(|row| row.references[0].value = "e2e 1".to_owned()), 1, "another spelling");
    assert_eq!(changed(|row| row.references[0].kind = ReferenceKind::Payment), 1);
    assert_eq!(changed(|row| row.references[0].kind = ReferenceKind::Mandate), 2);
}

#[test]
fn what_contradicts_is_another_payment() {
    let told = |source, id| with(row(source, id, 100), ReferenceKind::Bank, "BANK-1");
    for kind in
        [ReferenceKind::EndToEnd, ReferenceKind::Creditor, ReferenceKind::Mandate, ReferenceKind::Cheque]
    {
        let one = with(told("camt053", "a"), kind, "ONE-1");
        assert_eq!(stay(&one, &with(told("camt054", "b"), kind, "TWO-2")), 2, "{kind:?}");
        assert_eq!(stay(&one, &told("camt054", "b")), 1, "{kind:?}");
    }
    let by = |source, id, name: &str| named(told(source, id), name, "");
    assert_eq!(stay(&by("camt053", "a", "Ann Lee"), &by("camt054", "b", "LEE A.")), 1);
    assert_eq!(stay(&by("camt053", "a", "Ann Lee"), &by("camt054", "b", "Bo Ek")), 2);
    let iban = |mut row: Transaction, iban: &str| {
        row.counterparty.iban = Some(iban.to_owned());
        row
    };
    let one = iban(told("camt053", "a"), "DE02120300000000202051");
    assert_eq!(stay(&one, &iban(told("camt054", "b"), "DE02 1203 0000 0000 2020 51")), 1);
    assert_eq!(stay(&one, &iban(told("camt054", "b"), "DE02100500000054540402")), 2);
    // The line of MT940 has a reference of its own where others have the end-to-end id.
    let one = with(told("camt053", "a"), ReferenceKind::EndToEnd, "ONE-1");
    assert_eq!(stay(&one, &with(told("mt940", "b"), ReferenceKind::EndToEnd, "KREF")), 1);
}

#[test]
fn equal_rows_pair_by_what_tells_them_apart() {
    let told = |source, id: &str, name: &str, text: &str| {
        named(with(row(source, id, 100), ReferenceKind::Bank, "BATCH-1"), name, text)
    };
    // The other source has them in another order.
    let here = vec![told("camt053", "a1", "Ann Lee", "x"), told("camt053", "a2", "Bo Ek", "x")];
    let there = vec![told("camt054", "b1", "Bo Ek", ""), told("camt054", "b2", "Ann Lee", "")];
    let linked = duplicates(vec![here, there]);
    let pairs: Vec<(&str, &str)> =
        linked.copies.iter().map(|copy| (copy.dropped.id.as_str(), copy.kept.id.as_str())).collect();
    assert_eq!(pairs, [("b1", "a2"), ("b2", "a1")]);
    // Names that fit nobody: which is which cannot be known.
    let here = vec![told("camt053", "a1", "Ann Lee", ""), told("camt053", "a2", "Bo Ek", "")];
    let there = vec![told("camt054", "b1", "Cy Ash", ""), told("camt054", "b2", "Di Orr", "")];
    assert_eq!(duplicates(vec![here, there]).transactions.len(), 4);
}

#[test]
fn the_statement_stays_and_takes_what_it_does_not_say() {
    let mut notice =
        named(with(row("camt054", "n", 100), ReferenceKind::EndToEnd, "E2E-1"), "Ann Lee", "Invoice 1042");
    notice.value_on = Some(day(5));
    notice.batch = Some(Batch { id: Some("B".to_owned()), count: None });
    let mut statement = with(row("camt053", "s", 100), ReferenceKind::EndToEnd, "E2E-1");
    statement.remittance = "Invoice".to_owned();
    for inputs in
        [vec![vec![notice.clone()], vec![statement.clone()]], vec![vec![statement.clone(), notice.clone()]]]
    {
        let linked = duplicates(inputs);
        let [row] = linked.transactions.as_slice() else { panic!("one event") };
        assert_eq!(
            (row.id.as_str(), row.source.as_ref(), row.remittance.as_str()),
            ("s", "camt053", "Invoice 1042")
        );
        assert_eq!((row.value_on, row.batch.is_some()), (Some(day(5)), true));
        assert_eq!(linked.copies[0].why, Why::OneEvent);
    }
}

#[test]
fn one_id_in_two_sources_is_one_entry() {
    let mut notice = named(row("camt054", "A:R", 100), "Ann", "other words");
    let statement = named(row("camt053", "A:R", 100), "Ann Lee", "words");
    assert_eq!(stay(&statement, &notice), 1);
    let linked = duplicates(vec![vec![notice.clone()], vec![statement.clone()]]);
    assert_eq!((linked.transactions[0].source.as_ref(), linked.errors.len()), ("camt053", 0));
    // In one source it is a contradiction, as is another amount.
    notice.source = "camt053".into();
    assert_eq!(duplicates(vec![vec![notice.clone()], vec![statement.clone()]]).errors.len(), 1);
    notice.source = "camt054".into();
    notice.amount = Amount::new(101, Currency::EUR);
    assert_eq!(duplicates(vec![vec![notice], vec![statement]]).errors.len(), 1);
}

/// One payment of a day, as its sources may tell it.
#[derive(Clone, Debug)]
struct Payment {
    minor: i64,
    end_to_end: u8,
    name: u8,
    tellers: [bool; 3],
}

fn payments() -> impl Strategy<Value = Vec<Payment>> {
    let one = (1_i64..4, 0_u8..4, 0_u8..3, any::<[bool; 3]>())
        .prop_map(|(minor, end_to_end, name, tellers)| Payment { minor, end_to_end, name, tellers });
    proptest::collection::vec(one, 0..14)
}

/// Which source tells of what, with ids of its own; a payment without an end-to-end id has none in any.
fn told(payments: &[Payment]) -> Vec<Vec<Transaction>> {
    let sources = ["camt052", "camt053", "camt054"];
    let tell = |(number, source): (usize, &'static str)| {
        let own = payments.iter().enumerate().filter(|(_, payment)| payment.tellers[number]);
        own.map(|(at, payment)| {
            let made = named(
                row(source, &format!("{source}-{at}"), payment.minor),
                &format!("N{}", payment.name),
                "",
            );
            if payment.end_to_end == 0 {
                return made;
            }
            with(made, ReferenceKind::EndToEnd, &format!("E2E-{}", payment.end_to_end))
        })
        .collect()
    };
    sources.into_iter().enumerate().map(tell).collect()
}

fn sorted_ids(linked: &Linked) -> Vec<String> {
    let mut ids: Vec<String> = linked.transactions.iter().map(|row| row.id.clone()).collect();
    ids.sort();
    ids
}

proptest! {
    #[test]
    fn events_do_not_depend_on_the_order_of_inputs(payments in payments()) {
        let inputs = told(&payments);
        let total: usize = inputs.iter().map(Vec::len).sum();
        let linked = duplicates(inputs.clone());
        prop_assert_eq!(linked.transactions.len() + linked.copies.len(), total);
        prop_assert!(linked.errors.is_empty());
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let turned = duplicates(order.iter().map(|at| inputs[*at].clone()).collect());
            prop_assert_eq!(sorted_ids(&turned), sorted_ids(&linked));
        }
    }

    #[test]
    fn no_source_tells_of_fewer_payments_than_it_did(payments in payments()) {
        let inputs = told(&payments);
        let linked = duplicates(inputs.clone());
        for (source, rows) in ["camt052", "camt053", "camt054"].into_iter().zip(&inputs) {
            // Of each source no two rows are copies of one: those that stay for its rows are as many as these.
            let kept = |copy: &&crate::linking::Copy| copy.dropped.id.starts_with(source);
            let mut events: Vec<&str> =
                linked.copies.iter().filter(kept).map(|copy| copy.kept.id.as_str()).collect();
            events.extend(linked.transactions.iter().filter(|row| row.source == source).map(|row| row.id.as_str()));
            events.sort_unstable();
            events.dedup();
            prop_assert_eq!(events.len(), rows.len());
        }
        // A second call over what stayed finds nothing new, whether or not all of it is one input.
        let again = duplicates(vec![linked.transactions.clone()]);
        prop_assert_eq!(sorted_ids(&again), sorted_ids(&linked));
    }

    #[test]
    fn what_every_source_tells_counts_once(mut payments in payments()) {
        payments.iter_mut().for_each(|payment| {
            payment.tellers = [true; 3];
            payment.end_to_end = payment.end_to_end.max(1);
            // One who pays with a reference has one name.
            payment.name = payment.end_to_end;
        });
        let linked = duplicates(told(&payments));
        prop_assert_eq!(linked.transactions.len(), payments.len());
        prop_assert!(linked.transactions.iter().all(|row| row.source == "camt053"));
    }
}
