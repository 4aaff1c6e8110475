//! One payment for several items: what others settle, what is named in part, what adds up in one way or in several.

mod month;

use month::{STRANGER, among_all, automatic, booked, item, never, of, payment};
use payymo::matching::{Decision, LimitKind, Match, MatchKind, Options};
use payymo::model::{Invoice, Transaction};
use payymo_tests::rows::eur;
use payymo_tests::sound::answer;

const NAME: &str = "Quirrel Robotics";

/// Items `i0`, `i1` … of one customer, numbered INV-2026-00801 and on.
fn items(amounts: &[i64]) -> Vec<Invoice> {
    let row = |(n, minor): (usize, &i64)| {
        item(&format!("i{n}"), &format!("INV-2026-{:05}", 801 + n), "C0810", NAME, *minor)
    };
    amounts.iter().enumerate().map(row).collect()
}

fn named(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = payment(minor, name, text);
    row.id = id.to_owned();
    row
}

fn ids(found: &Match) -> Vec<&str> {
    let mut ids: Vec<&str> = found.allocations.iter().map(|row| row.target.id()).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn a_group_is_what_other_payments_leave() {
    // The oldest is another payment's, which names it.
    let mut open = items(&[5990, 5990, 5990]);
    for (age, row) in open.iter_mut().enumerate() {
        row.issued_on = row.issued_on.map(|day| day - chrono::Days::new(30 - 10 * age as u64));
        row.due_on = row.due_on.map(|day| day - chrono::Days::new(30 - 10 * age as u64));
    }
    let result = among_all(
        &open,
        vec![named("t", 11_980, NAME, "web hosting"), named("u", 5990, NAME, "INV-2026-00801")],
    );
    assert_eq!(ids(of(&result, "u").expect("the named one")), ["i0"]);
    let found = of(&result, "t").expect("a group of the others");
    assert_eq!((found.kind, ids(found)), (MatchKind::Grouped, vec!["i1", "i2"]));
}

#[test]
fn a_named_item_and_another_that_add_up_are_no_overpayment() {
    for (name, text) in [(NAME, "INV-2026-00801"), ("Q Robotics", "INV-2026-00801"), (NAME, "00801")] {
        for open in [items(&[4000, 6000]), items(&[4000, 6000, 7700])] {
            let result = among_all(&open, vec![payment(10_000, name, text)]);
            let found = of(&result, "t").unwrap_or_else(|| panic!("{name}, {text}: proposed"));
            assert_eq!(found.kind, MatchKind::Grouped, "{name}, {text}: {:?}", ids(found));
            assert!(ids(found).contains(&"i0") && found.differences.is_empty(), "{name}, {text}");
        }
        never(&items(&[4000, 2500, 3500, 9100, 6000]), payment(10_000, name, text));
    }
}

#[test]
fn one_of_two_alike_is_named_and_twice_as_much_is_paid() {
    let open = items(&[5990, 5990, 7700]);
    never(&open, payment(11_980, NAME, "INV-2026-00802"));
    let result = among_all(&open, vec![payment(11_980, NAME, "INV-2026-00802")]);
    assert_eq!(ids(of(&result, "t").expect("both are proposed")), ["i0", "i1"]);
}

#[test]
fn a_list_with_a_number_that_cannot_be_read_is_for_a_person() {
    // Four of one amount; the text lists three of them, one of which nobody can read.
    let open = items(&[5880, 5880, 5880, 5880, 23_566]);
    let list = |last: &str| format!("INV-2026-00802, {last}, INV-2026-00805");
    for last in ["INV-2026-O0_8?3", "INV 2O26 83", "INV-2026-"] {
        never(&open, payment(35_326, NAME, &list(last)));
        // More came than what can be read of it.
        never(
            &open,
            payment(41_206, NAME, &format!("INV-2026-00802, {last}, INV-2026-00804, INV-2026-00805")),
        );
    }
    let wanted = ["i1", "i2", "i4"];
    assert_eq!(booked(&open, payment(35_326, NAME, &list("INV-2026-00803"))), wanted);
}

#[test]
fn of_equal_items_the_one_that_is_named_weakly_comes_first() {
    let rows = [("252", 5880), ("306", 5880), ("959", 5880), ("3044", 23_566)];
    let row =
        |(n, (number, minor)): (usize, &(&str, i64))| item(&format!("i{n}"), number, "C0810", NAME, *minor);
    let open: Vec<Invoice> = rows.iter().enumerate().map(row).collect();
    let result = among_all(&open, vec![payment(35_326, NAME, "Sammelzahlung 306 / 00959 / 3044")]);
    assert_eq!(ids(of(&result, "t").expect("a group")), ["i1", "i2", "i3"]);
}

#[test]
fn twice_an_amount_of_which_two_are_open_is_for_a_person() {
    let open = items(&[5990, 5990]);
    never(&open, payment(11_980, NAME, "thank you"));
    let result = among_all(&open, vec![payment(11_980, NAME, "thank you")]);
    assert_eq!(ids(of(&result, "t").expect("both are proposed")), ["i0", "i1"]);
}

#[test]
fn too_much_for_what_is_named_is_over_where_nothing_adds_up() {
    let open = items(&[40_000, 6000, 7700]);
    let result = among_all(&open, vec![payment(40_500, NAME, "INV-2026-00801")]);
    let found = of(&result, "t").expect("proposed");
    assert_eq!((ids(found), found.differences[0].amount), (vec!["i0"], eur(500)));
    // A stranger's number may stand for something else: who pays too much for it is asked.
    never(&open, payment(40_500, STRANGER, "INV-2026-00801"));
    never(&open, payment(70_500, NAME, "INV-2026-00801"));
}

#[test]
fn all_that_is_named_is_found_up_to_nine_items() {
    let amounts = [4117, 5234, 6351, 7468, 8585, 9702, 10_819, 11_936, 13_053, 1777, 2999];
    let open = items(&amounts);
    for count in 2..=9 {
        let text: Vec<String> = (0..count).map(|n| format!("INV-2026-{:05}", 801 + n)).collect();
        let sum = amounts[..count].iter().sum();
        let mut wanted: Vec<String> = (0..count).map(|n| format!("i{n}")).collect();
        wanted.sort_unstable();
        for name in [NAME, STRANGER] {
            assert_eq!(booked(&open, payment(sum, name, &text.join(", "))), wanted, "{count} of {name}");
        }
    }
}

#[test]
fn what_adds_up_in_one_way_is_found_up_to_six_items() {
    // Powers of two and a bit: every sum is of one set.
    let amounts: Vec<i64> = (0..10).map(|n| 1000 * (1 << n) + 1).collect();
    let open = items(&amounts);
    for count in 2..=6 {
        let sum = amounts[3..3 + count].iter().sum();
        let result = among_all(&open, vec![payment(sum, NAME, "as agreed")]);
        let found = of(&result, "t").unwrap_or_else(|| panic!("{count} items: proposed"));
        let wanted: Vec<String> = (3..3 + count).map(|n| format!("i{n}")).collect();
        assert_eq!(ids(found), wanted, "{count} items");
    }
}

#[test]
fn what_adds_up_in_several_ways_is_never_automatic() {
    for (amounts, sum) in [
        (&[1000, 2000, 3000, 4000, 7000][..], 5000),
        (&[1500, 2500, 3500, 4500, 5500], 7000),
        (&[1100, 1200, 1300, 1400, 1500, 1600, 1700], 4200),
    ] {
        for text in ["your invoices", "INV-2026-00899"] {
            never(&items(amounts), payment(sum, NAME, text));
        }
    }
}

#[test]
fn a_list_behind_a_plus_is_no_phone_number() {
    let open = [
        item("81", "2026/8242", "C0801", "Quinn Roofing", 490_295),
        item("82", "2026/3799", "C0802", "Rasch Tiles", 32_368),
    ];
    let result = among_all(&open, vec![payment(522_663, STRANGER, "RNr 8242 +3799")]);
    assert_eq!(ids(of(&result, "t").expect("both are named")), ["81", "82"]);
    let phone = item("83", "3799", "C0803", "Sable Records", 12_347);
    never(&[phone], payment(12_347, STRANGER, "call 8242 +3799 5512 33"));
}

#[test]
fn bounds_that_were_hit_are_named() {
    let many: Vec<i64> = (0..70).map(|n| 1009 * (n + 3)).collect();
    let hit = |items: &[Invoice], paid: Transaction, code: LimitKind| {
        let result = answer(core::slice::from_ref(&paid), items, &[], &Options::default());
        assert!(result.limits.iter().any(|limit| limit.code == code), "{code:?}: {:?}", result.limits);
    };
    hit(&items(&many), payment(123_456, NAME, "account"), LimitKind::GroupSearch);
    let numbers: Vec<String> = (0..70).map(|n| format!("INV-2026-{:05}", 801 + n)).collect();
    hit(&items(&many), payment(123_456, NAME, &numbers.join(", ")), LimitKind::NamedItems);
    let slips: Vec<String> = (0..14).map(|n| format!("INV-2026-{:05}", 30_000 + 111 * n)).collect();
    hit(&items(&[5000]), payment(5000, NAME, &slips.join("; ")), LimitKind::Misreadings);
    let result = answer(&[payment(5000, NAME, "INV-2026-00801")], &items(&[5000]), &[], &Options::default());
    assert!(result.limits.is_empty());
}

#[test]
fn no_rival_is_likelier_than_what_is_proposed() {
    let open = items(&[4000, 4000, 6000, 7700, 1500]);
    for (minor, text) in
        [(8000, "INV-2026-00801"), (10_000, "INV-2026-00802"), (5500, ""), (9000, "INV-2026-00803")]
    {
        for name in [NAME, STRANGER, "Q Robotics"] {
            let result = among_all(&open, vec![payment(minor, name, text)]);
            for found in &result.matches {
                let most = found.alternatives.iter().map(|rival| rival.probability).fold(0.0, f64::max);
                assert!(most <= found.probability, "{name}, {text}: {most} beside {}", found.probability);
            }
        }
    }
}

#[test]
fn money_of_a_customer_who_owes_nothing_is_his() {
    let mut settled = items(&[4000]);
    settled[0].state = payymo::model::InvoiceState::Closed;
    settled[0].open = eur(0);
    let paid = payment(30_000, NAME, "deposit");
    for result in [
        among_all(&settled, vec![paid.clone()]),
        answer(core::slice::from_ref(&paid), &settled, &[], &Options::default()),
    ] {
        let found = of(&result, "t").unwrap_or_else(|| panic!("on account, not {:?}", result.unmatched));
        assert_eq!((found.kind, ids(found)), (MatchKind::OnAccount, vec!["C0810"]));
        assert_eq!(found.decision, Decision::Review);
        assert!(automatic(&result, "t").is_empty());
    }
}
