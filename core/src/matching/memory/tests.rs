//! What must hold of every memory: order changes nothing, what was learnt is unlearnt, merged, forgotten, kept.

use super::*;
use crate::matching::result::{Allocation, Source, Target};
use crate::model::{Customer, Invoice, Transaction};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day") + chrono::Days::new(u64::from(n))
}

fn eur(minor: i64) -> Amount {
    Amount::new(minor, Currency::parse("EUR").expect("a currency"))
}

fn allocation(payment: &str, item: &str, minor: i64) -> Allocation {
    Allocation {
        source: Source::Transaction(payment.into()),
        target: Target::Invoice(item.into()),
        amount: eur(minor),
        paid: None,
    }
}

/// A verdict on a payment of one of nine payers for an item of one of nine customers.
fn verdict(numbers: (u8, u8, u8, u32, i64)) -> Feedback {
    let (said, payer, customer, n, minor) = numbers;
    let item = format!("i{customer}");
    let mut payment = Transaction::new(format!("t{n}"), day(n), eur(minor));
    payment.counterparty.name = Some(format!("Payer Number {payer}"));
    let mut invoice = Invoice::new(item.clone(), eur(minor));
    invoice.customer = Some(Customer { id: Some(format!("K{customer}")), ..Customer::default() });
    invoice.due_on = Some(day(30));
    Feedback {
        verdict: match said % 3 {
            0 => Verdict::Confirmed,
            1 => Verdict::Rejected,
            _ => Verdict::Corrected,
        },
        day: day(n),
        audit: said % 2 == 0,
        proposal: Proposal {
            calibration: "full".into(),
            millionths: 990_000,
            allocations: vec![allocation(&payment.id, &item, minor)],
            charges: vec![(item.clone(), eur(800))],
            evidence: vec!["reference.exact".into()],
        },
        right: vec![allocation(&payment.id, if said % 3 == 2 { "i0" } else { &item }, minor)],
        transactions: vec![payment],
        invoices: vec![invoice],
    }
}

fn verdicts(most: usize) -> impl Strategy<Value = Vec<Feedback>> {
    let one = (0_u8..6, 0_u8..9, 1_u8..9, 0_u32..900, 1_i64..100_000).prop_map(verdict);
    proptest::collection::vec(one, 0..most)
}

fn learnt(feedback: &[Feedback]) -> Memory {
    let mut memory = Memory::new();
    feedback.iter().for_each(|one| memory.learn(one));
    memory
}

fn merged(one: &Memory, other: &Memory) -> Memory {
    let mut out = one.clone();
    out.merge(other);
    out
}

proptest! {
    #[test]
    fn the_order_of_learning_changes_no_byte(list in verdicts(20), turn in 0_usize..20) {
        let mut other = list.clone();
        let turn = turn % other.len().max(1);
        other.rotate_left(turn);
        other.reverse();
        prop_assert_eq!(learnt(&list).encode(), learnt(&other).encode());
    }

    #[test]
    fn what_is_unlearnt_was_never_learnt(list in verdicts(20), more in verdicts(10)) {
        let before = learnt(&list);
        let mut memory = before.clone();
        more.iter().for_each(|one| memory.learn(one));
        more.iter().rev().for_each(|one| memory.unlearn(one));
        prop_assert_eq!(&memory, &before);
        more.iter().for_each(|one| memory.unlearn(one));
        more.iter().for_each(|one| memory.learn(one));
        prop_assert_eq!(&memory, &before);
    }

    #[test]
    fn merging_is_learning_both(a in verdicts(12), b in verdicts(12), c in verdicts(12)) {
        let all = learnt(&[a.clone(), b.clone(), c.clone()].concat());
        let (a, b, c) = (learnt(&a), learnt(&b), learnt(&c));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        let left = merged(&merged(&a, &b), &c);
        prop_assert_eq!(&left, &merged(&a, &merged(&b, &c)));
        prop_assert_eq!(&left, &all);
    }

    #[test]
    fn what_is_kept_comes_back(list in verdicts(20)) {
        let memory = learnt(&list);
        let bytes = memory.encode();
        prop_assert_eq!(&Memory::decode(&bytes).expect("a memory"), &memory);
    }

    #[test]
    fn a_forgotten_customer_is_in_no_count(list in verdicts(20)) {
        let mut memory = learnt(&list);
        memory.forget_customer("K3");
        let customer = digest::customer("K3");
        prop_assert!(memory.entries.keys().all(|key| key.customer != customer));
        let others: Vec<Feedback> = list.iter().filter(|one| one.invoices[0].id != "i3").cloned().collect();
        let of_others = |memory: &Memory| -> BTreeMap<Key, i64> {
            let general = |key: &&Key| !matches!(key.what, What::Audit | What::Evidence);
            let rows = memory.entries.iter().filter(|row| general(&row.0));
            rows.map(|(key, count)| (*key, *count)).collect()
        };
        // A correction without its item speaks of nobody; all others are somebody's.
        prop_assert_eq!(of_others(&memory), of_others(&learnt(&others)));
    }

    #[test]
    fn customers_who_merge_are_one(list in verdicts(20)) {
        let mut memory = learnt(&list);
        memory.merge_customers("K3", "K4");
        let renamed: Vec<Feedback> = list.iter().cloned().map(|mut one| {
            let customer = one.invoices[0].customer.as_mut().expect("a customer");
            if customer.id.as_deref() == Some("K3") {
                customer.id = Some("K4".into());
            }
            one
        }).collect();
        prop_assert_eq!(memory, learnt(&renamed));
    }

    #[test]
    fn damaged_bytes_are_an_error_or_another_memory(
        list in verdicts(6),
        at in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<proptest::sample::Index>(),
    ) {
        let memory = learnt(&list);
        let mut bytes = memory.encode();
        let short = bytes.get(..cut.index(bytes.len())).expect("a part").to_vec();
        let error = Memory::decode(&short).expect_err("cut off");
        prop_assert!(error.place().bytes.is_some());
        let at = at.index(bytes.len());
        bytes[at] = byte;
        match Memory::decode(&bytes) {
            Ok(other) => prop_assert_eq!(other.encode(), bytes),
            Err(error) => prop_assert!(error.place().bytes.is_some()),
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(memory) = Memory::decode(&bytes) {
            prop_assert_eq!(memory.encode(), bytes);
        }
    }
}

#[test]
fn damage_is_named_with_its_place() {
    let memory = learnt(&[verdict((0, 1, 1, 10, 5000))]);
    let bytes = memory.encode();
    let error = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = bytes.clone();
        change(&mut bytes);
        let error = Memory::decode(&bytes).expect_err("damaged");
        (error.code().as_str(), error.place().bytes.clone().expect("a place").start)
    };
    assert_eq!(error(&|bytes| bytes[0] = b'X'), ("memory.syntax", 0));
    assert_eq!(error(&|bytes| bytes[4] = 9), ("memory.version", 4));
    assert_eq!(error(&|bytes| bytes[5] = 255), ("memory.syntax", 5));
    assert_eq!(error(&|bytes| bytes[9] = 99), ("memory.syntax", 9));
    assert_eq!(error(&|bytes| bytes[36..44].fill(0)), ("memory.syntax", 9));
    let length = bytes.len();
    assert_eq!(error(&|bytes| bytes.push(0)), ("memory.syntax", length as u64));
    let rows: Vec<u8> = bytes[9..44].to_vec();
    assert_eq!(error(&|bytes| bytes[44..79].copy_from_slice(&rows)), ("memory.syntax", 44));
    assert!(Memory::decode(&[]).is_err());
    assert_eq!(Memory::decode(&Memory::new().encode()), Ok(Memory::new()));
}

#[test]
fn a_cent_and_a_payment_for_several_teach_nothing_of_the_payer() {
    let cents = learnt(&[verdict((0, 1, 1, 10, 99))]);
    assert!(cents.entries.keys().all(|key| matches!(key.what, What::Audit | What::Evidence)));
    let mut both = verdict((0, 1, 1, 10, 5000));
    let mut other = both.invoices[0].clone();
    other.id = "i2".into();
    other.customer = Some(Customer { id: Some("K2".into()), ..Customer::default() });
    both.proposal.allocations.push(allocation("t10", "i2", 100));
    both.invoices.push(other);
    assert!(learnt(&[both]).entries.keys().all(|key| matches!(key.what, What::Audit | What::Evidence)));
}

#[test]
fn the_least_telling_is_left_out() {
    let mut memory = Memory::new();
    let old = Key::new(What::Delay, day(0));
    let new = Key::new(What::Alias, day(800));
    for n in 0..Memory::MOST_ENTRIES as u64 {
        memory.add(old.of(n).about(0, n), 1);
    }
    let full = memory.encode();
    for n in 0..10 {
        memory.add(new.of(n).about(n, 0), 1);
        memory.add(Key::new(What::Audit, day(n as u32 * 91)), 1);
    }
    assert_eq!(memory.encode().len(), full.len());
    let kept = Memory::decode(&memory.encode()).expect("a memory");
    assert_eq!(kept.entries.keys().filter(|key| key.what == What::Alias).count(), 10);
    assert_eq!(kept.entries.keys().filter(|key| key.what == What::Audit).count(), 10);
    assert_eq!(kept.encode(), memory.encode());
}

#[test]
fn nothing_of_a_person_stands_in_the_bytes() {
    let mut feedback = verdict((0, 1, 1, 10, 5000));
    feedback.transactions[0].counterparty.iban = Some("DE89370400440532013000".into());
    let bytes = learnt(&[feedback]).encode();
    for text in ["DE89370400440532013000", "Payer", "payer", "K1", "t10", "i1"] {
        assert!(!bytes.windows(text.len()).any(|part| part == text.as_bytes()), "{text}");
    }
}
