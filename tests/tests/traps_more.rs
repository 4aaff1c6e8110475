//! More payments that look like a match and are none: two meanings of one number, groups that nobody named rightly, names
//! that are nearly the same.

mod month;

use month::{STRANGER, booked, item, never, payment};
use payymo::model::{Invoice, InvoiceState};
use payymo_tests::rows::{day, eur};

const AMOUNT: i64 = 12_000;

/// Twelve items whose numbers are written like months.
fn months(form: &str) -> Vec<Invoice> {
    let one = |n: i64| {
        let number = form.replace("MM", &format!("{n:02}"));
        item(&format!("80{n:02}"), &number, &format!("C07{n:02}"), &format!("Kolibri{n} Works"), AMOUNT + n)
    };
    (1..=12).map(one).collect()
}

#[test]
fn a_month_is_no_number() {
    for (form, text) in [
        ("MM/2026", "rent 03/2026"),
        ("MM/2026", "period 01/2026 - 03/2026"),
        ("2026-MM", "rent 2026-03"),
        ("2026-MM", "Miete 2026/03"),
        ("2026MM", "rent 202603"),
        ("2026MM", "2026-03"),
    ] {
        never(&months(form), payment(AMOUNT + 3, STRANGER, text));
    }
}

#[test]
fn a_number_like_a_month_is_read_behind_the_word_invoice() {
    for (form, text) in
        [("MM/2026", "invoice 03/2026"), ("2026-MM", "Rechnung Nr. 2026-03"), ("2026MM", "RE 202603")]
    {
        assert_eq!(booked(&months(form), payment(AMOUNT + 3, "Kolibri3 Works", text)), ["8003"], "{text}");
        assert_eq!(booked(&months(form), payment(AMOUNT + 3, STRANGER, text)), ["8003"], "{text}");
    }
}

/// An item numbered 104277 and a customer of that number who owes so much.
fn customer_number(owes: i64) -> [Invoice; 2] {
    [
        item("9001", "104277", "C0999", "Zweig Lighting", AMOUNT),
        item("9030", "INV-2026-00777", "104277", "Quinn Roofing", owes),
    ]
}

#[test]
fn a_customer_who_gives_his_number_does_not_pay_anothers_item() {
    for text in ["104277", "customer 104277", "Kundennr. 104277"] {
        never(&customer_number(5000), payment(AMOUNT, "Quinn Roofing", text));
        assert_eq!(
            booked(&customer_number(AMOUNT), payment(AMOUNT, "Quinn Roofing", text)),
            ["9030"],
            "{text}"
        );
    }
}

#[test]
fn a_number_of_a_customer_and_of_anothers_item_is_neithers() {
    for owes in [5000, AMOUNT] {
        for payer in [STRANGER, ""] {
            never(&customer_number(owes), payment(AMOUNT, payer, "104277"));
        }
        let own = payment(AMOUNT, "Zweig Lighting", "104277");
        assert_eq!(booked(&customer_number(owes), own), ["9001"], "its own customer means it");
    }
}

/// Two items of these customers.
fn two(first: (&str, i64), second: (&str, i64)) -> [Invoice; 2] {
    [
        item("81", "INV-2026-00801", first.0, &format!("{} Roofing", first.0), first.1),
        item("82", "INV-2026-00802", second.0, &format!("{} Roofing", second.0), second.1),
    ]
}

const BOTH: &str = "INV-2026-00801, INV-2026-00802";

#[test]
fn two_named_items_and_money_for_neither() {
    for items in [two(("Quinn", 12_001), ("Rasch", 12_003)), two(("Quinn", 12_001), ("Quinn", 12_003))] {
        for minor in [5000, 6500, 8000, 13_000] {
            for payer in [STRANGER, "Quinn Roofing"] {
                never(&items, payment(minor, payer, BOTH));
            }
        }
    }
}

#[test]
fn two_named_items_and_the_sum_of_both() {
    for items in [two(("Quinn", 12_001), ("Rasch", 12_003)), two(("Quinn", 12_001), ("Quinn", 12_003))] {
        assert_eq!(booked(&items, payment(24_004, STRANGER, BOTH)), ["81", "82"]);
    }
}

#[test]
fn one_of_two_named_items_by_a_cent() {
    // Exactly the second, and nearly the first, whose customer pays.
    never(&two(("Quinn", 12_001), ("Rasch", 12_003)), payment(12_003, "Quinn Roofing", BOTH));
    never(&two(("Quinn", 12_001), ("Rasch", 12_003)), payment(12_003, STRANGER, BOTH));
}

#[test]
fn too_much_for_the_named_item_while_others_are_open() {
    let mut items = two(("Quinn", 5000), ("Quinn", 7000)).to_vec();
    items.push(item("83", "INV-2026-00803", "Quinn", "Quinn Roofing", 7000));
    never(&items, payment(14_000, "Quinn Roofing", "INV-2026-00801"));
    never(&items, payment(14_000, "Quinn Roofing", "INV-2026-00801, INV-2026-00899"));
}

#[test]
fn a_surname_is_no_misspelt_other_surname() {
    for (customer, payer) in [
        ("Muller", "Miller"),
        ("Bergmann", "Berg"),
        ("Maria Berg", "Jonas Berg"),
        ("Peter Novak", "Petra Nowak"),
    ] {
        never(&[item("95", "INV-2026-00815", "C0815", customer, AMOUNT)], payment(AMOUNT, payer, ""));
    }
}

#[test]
fn a_letter_in_a_text_is_no_name() {
    for name in ["O", "AB", "A B"] {
        let open = item("95", "INV-2026-00815", "C0815", name, AMOUNT);
        never(&[open], payment(AMOUNT, STRANGER, &format!("for {name} in March")));
    }
}

#[test]
fn a_stranger_long_before_the_invoice_was_written() {
    let mut open = item("9020", "INV-2026-00897", "C0897", "Iris Prints", AMOUNT);
    open.issued_on = Some(day(140));
    open.due_on = Some(day(154));
    never(&[open.clone()], payment(AMOUNT, STRANGER, "INV-2026-00897"));
    // Its own customer may have had the number from an offer.
    assert_eq!(booked(&[open], payment(AMOUNT, "Iris Prints", "INV-2026-00897")), ["9020"]);
}

#[test]
fn one_number_on_two_documents() {
    let twice = ["Ulm Glass", "Vogel Tax"].map(|name| item(name, "INV-2026-00870", name, name, AMOUNT));
    for payer in [STRANGER, "", "Ulm Tax"] {
        never(&twice, payment(AMOUNT, payer, "INV-2026-00870"));
    }
    assert_eq!(booked(&twice, payment(AMOUNT, "Vogel Tax", "INV-2026-00870")), ["Vogel Tax"]);
}

#[test]
fn two_customers_with_one_account_owe_the_same() {
    let iban = "DE89370400440532013000";
    let shared = ["Ulm Glass", "Vogel Tax"].map(|name| {
        let mut row = item(name, &format!("INV-2026-008{}", name.len()), name, name, AMOUNT);
        row.customer.as_mut().expect("a customer").ibans = vec![iban.to_owned()];
        row
    });
    for payer in [STRANGER, ""] {
        let mut row = payment(AMOUNT, payer, "rent");
        row.counterparty.iban = Some(iban.to_owned());
        never(&shared, row);
    }
}

#[test]
fn words_that_are_spelt_in_hexadecimal() {
    let items: Vec<Invoice> = ["facade", "defaced", "effaced", "a0b1c2", "9f8e7d"]
        .iter()
        .zip(["Lark", "Mink", "Newt", "Oryx", "Puma"])
        .map(|(number, name)| item(name, &format!("#{number}"), name, &format!("{name} Tools"), AMOUNT))
        .collect();
    for text in ["for the facade", "defaced wall", "effaced"] {
        never(&items, payment(AMOUNT, STRANGER, text));
    }
    assert_eq!(booked(&items, payment(AMOUNT, "Newt Tools", "effaced")), ["Newt"]);
}

#[test]
fn a_customer_who_owes_nothing_pays_nobody_elses_item() {
    let mut settled = item("85", "INV-2026-00805", "C0805", "Sable Records", 30_000);
    settled.state = InvoiceState::Closed;
    let others = item("86", "INV-2026-00806", "C0806", "Tern Boats", 30_000);
    for text in ["", "thanks", "INV-2026-00805"] {
        never(&[settled.clone(), others.clone()], payment(30_000, "Sable Records", text));
    }
}

#[test]
fn the_amount_before_a_fee_beside_another_who_owes_it() {
    let mut late = item("9010", "INV-2026-00860", "C0860", "Zephyr Sails", 13_000);
    late.previous_totals = vec![eur(AMOUNT)];
    let other = item("9011", "INV-2026-00861", "C0861", "Tern Boats", AMOUNT);
    never(&[late.clone(), other.clone()], payment(AMOUNT, STRANGER, ""));
    assert_eq!(booked(&[late, other], payment(AMOUNT, "Zephyr Sails", "")), ["9010"]);
}
