//! What the words of a payment say: whose number stands behind them, that money comes back, how a bank cuts a name.

mod month;

use month::{STRANGER, among_all, booked, item, never, of, payment};
use payymo::matching::{Decision, DifferenceKind, Match, Options, Target};
use payymo::model::{Invoice, InvoiceState, Reference, ReferenceKind, Tax};
use payymo_tests::rows::eur;
use payymo_tests::sound::answer;
use rust_decimal::Decimal;

/// An amount that nobody else owes.
const ODD: i64 = 12_347;

fn target(found: &Match) -> &str {
    found.allocations[0].target.id()
}

fn creditor(value: &str) -> Reference {
    Reference { kind: ReferenceKind::Creditor, value: value.to_owned() }
}

#[test]
fn the_number_of_an_order_is_no_invoices() {
    let open = [item("7010", "482915", "C0710", "Oryx Sails", ODD)];
    for words in [
        "order",
        "Order No.",
        "PO",
        "PO no",
        "Auftrag",
        "Auftrag Nr.",
        "Bestellung",
        "bestelling",
        "delivery note",
        "póliza",
        "Zählernummer",
        "KREF+",
    ] {
        never(&open, payment(ODD, STRANGER, &format!("{words} 482915")));
        let own = payment(ODD, "Oryx Sails", &format!("{words} 482915"));
        assert_eq!(booked(&open, own), ["7010"], "its own customer, by name and amount: {words}");
    }
    // What has letters as well is the host's own number, whatever it is called.
    let lettered = [item("7011", "INV-2026-00815", "C0710", "Oryx Sails", ODD)];
    assert_eq!(booked(&lettered, payment(ODD, STRANGER, "order INV-2026-00815")), ["7011"]);
}

#[test]
fn a_padded_order_number_is_no_serial() {
    let open = [item("7012", "INV-2026-00811", "C0710", "Oryx Sails", 999)];
    for text in ["order 00811", "PO 00811", "Auftrag 00811"] {
        never(&open, payment(999, STRANGER, text));
    }
}

#[test]
fn who_calls_invoices_orders_is_understood() {
    // A shop whose customers write `order` before the number that it prints.
    let name =
        |n: usize| format!("{} Cycles", ["Aldrin", "Bauer", "Cermak", "Dubois", "Eriksen", "Greco"][n]);
    let open: Vec<Invoice> = (0..6)
        .map(|n| {
            item(
                &format!("s{n}"),
                &format!("{}", 482_911 + 7 * n),
                &format!("S{n}"),
                &name(n),
                ODD + 1013 * n as i64,
            )
        })
        .collect();
    let paid: Vec<_> = (0..6)
        .map(|n| {
            let payer = if n == 5 { STRANGER.to_owned() } else { name(n) };
            let mut row = payment(ODD + 1013 * n as i64, &payer, &format!("order {}", 482_911 + 7 * n));
            row.id = format!("p{n}");
            row
        })
        .collect();
    let result = among_all(&open, paid);
    for n in 0..6 {
        let found = of(&result, &format!("p{n}")).expect("named");
        assert_eq!((target(found), found.decision), (format!("s{n}").as_str(), Decision::Auto), "{n}");
    }
}

#[test]
fn money_that_comes_back_settles_nothing_unasked() {
    let open = [item("7020", "INV-2026-00815", "C0720", "Plover Maps", ODD)];
    for word in
        ["refund", "Storno", "Rückzahlung", "Rückerstattung", "terugbetaling", "remboursement", "reembolso"]
    {
        for text in [word.to_owned(), format!("{word} INV-2026-00815"), format!("INV-2026-00815 {word}")] {
            never(&open, payment(ODD, "Plover Maps", &text));
        }
        let result = among_all(&open, vec![payment(ODD, "Plover Maps", &format!("{word} INV-2026-00815"))]);
        let found = of(&result, "t").expect("proposed");
        assert_eq!((target(found), found.review_clue), ("7020", Some("text.refund")), "{word}");
    }
    assert_eq!(booked(&open, payment(ODD, "Plover Maps", "INV-2026-00815 nonrefundable")), ["7020"]);
}

#[test]
fn a_legal_form_that_a_bank_cut_is_none() {
    let open = [item("7030", "INV-2026-00815", "C0730", "MediKombau GmbH", ODD)];
    assert_eq!(booked(&open, payment(ODD, "MediKombau Gesellschaft mit beschrä", "Rechnung")), ["7030"]);
    // Where no bank cuts it is another name.
    never(&open, payment(ODD, "MediKombau Gesellschaft mit bunten Beeten", "Rechnung"));
}

#[test]
fn of_many_who_share_a_rare_word_the_others_tell() {
    let others = [
        "Anna", "Bert", "Cleo", "Dora", "Emil", "Fritz", "Gerd", "Hugo", "Ida", "Jan", "Karl", "Lena", "Max",
        "Nora",
    ];
    let mut open: Vec<Invoice> = others
        .iter()
        .enumerate()
        .map(|(n, given)| {
            let name = format!("{given} Nwosu");
            item(
                &format!("n{n:02}"),
                &format!("INV-2026-{:05}", 850 + n),
                &format!("A{n:02}"),
                &name,
                7000 + 311 * n as i64,
            )
        })
        .collect();
    // `Sons` is borne by more customers than are looked at one by one.
    open.extend((0..80).map(|n| {
        let name = format!(
            "{}{} & Sons",
            ["Ald", "Bren", "Cor", "Dun"][n % 4],
            [
                "berg", "ley", "ton", "wick", "by", "ham", "ford", "den", "mere", "well", "gate", "hurst",
                "combe", "dale", "fell", "holt", "land", "moor", "ridge", "stead"
            ][n / 4]
        );
        item(
            &format!("s{n:02}"),
            &format!("INV-2026-{:05}", 900 + n),
            &format!("B{n:02}"),
            &name,
            9000 + 317 * n as i64,
        )
    }));
    for n in [499, 998] {
        open.push(item(
            &format!("w{n}"),
            &format!("INV-2026-{:05}", 1000 + n),
            "Z9",
            "Nwosu & Sons",
            13_000 + n as i64,
        ));
    }
    let result = among_all(&open, vec![payment(27_497, "Nwosu & Sons", "hosting")]);
    let found = of(&result, "t").expect("both of the firm's");
    assert_eq!(found.allocations.len(), 2);
    assert!(
        found.allocations.iter().all(|row| matches!(&row.target, Target::Invoice(id) if id.starts_with('w')))
    );
}

#[test]
fn a_reference_of_the_customers_number_and_the_items() {
    let open = [
        item("7040", "00004733", "208505", "Joost Hofma", ODD),
        item("7041", "00004734", "208506", "Wim Zand", ODD),
    ];
    for (text, id) in
        [("00000020850500004733", "7040"), ("208505000047339", "7040"), ("00000020850600004734", "7041")]
    {
        let mut paid = payment(ODD, "", "");
        paid.references.push(creditor(text));
        let result = among_all(&open, vec![paid]);
        assert_eq!(target(of(&result, "t").unwrap_or_else(|| panic!("{text}"))), id, "{text}");
    }
    // The number of one customer before another's item names neither.
    let mut paid = payment(ODD, "", "");
    paid.references.push(creditor("00000020850600004733"));
    never(&open, paid);
}

#[test]
fn an_old_number_of_who_owes_as_much_is_for_a_person_and_his() {
    let open = [item("7050", "INV-2026-00815", "C0750", "Sable Records", ODD)];
    let result = among_all(&open, vec![payment(ODD, "Sable Records", "standing order INV-2026-00650")]);
    let found = of(&result, "t").unwrap_or_else(|| panic!("proposed, not {:?}", result.unmatched));
    assert_eq!((target(found), found.decision), ("7050", Decision::Review));
}

#[test]
fn a_customers_number_that_is_called_so_is_no_chance() {
    let open = [item("7060", "INV-2026-00815", "16778", "Tern Boats", ODD)];
    for text in ["customer 16778", "Client no 16778", "Kundennr. 16778"] {
        assert_eq!(booked(&open, payment(ODD, STRANGER, text)), ["7060"], "{text}");
    }
    for text in ["room 16778", "16778 New York", "order 16778"] {
        never(&open, payment(ODD, STRANGER, text));
    }
}

#[test]
fn a_round_sum_a_little_over_is_the_items() {
    let open = [item("7070", "INV-2026-00815", "C0770", "Umber Paints", 179_177)];
    let result = among_all(&open, vec![payment(180_000, "Umber Paints", "")]);
    let found = of(&result, "t").expect("proposed");
    assert_eq!((target(found), found.differences[0].kind), ("7070", DifferenceKind::Overpayment));
    assert_eq!(found.differences[0].amount, eur(823));
}

#[test]
fn the_net_amount_is_the_tax_left_out_and_no_part() {
    for (gross, tax) in [(11_900, 1900), (17_085, 2728), (12_000, 2000)] {
        let mut open = item("7080", "INV-2026-00815", "C0780", "Viola Prints", gross);
        open.tax = vec![Tax { rate: Decimal::from(19), amount: eur(tax) }];
        let paid = payment(gross - tax, "Viola Prints", "thank you");
        for result in [
            among_all(core::slice::from_ref(&open), vec![paid.clone()]),
            answer(core::slice::from_ref(&paid), core::slice::from_ref(&open), &[], &Options::default()),
        ] {
            let found =
                of(&result, "t").unwrap_or_else(|| panic!("{gross}: proposed, not {:?}", result.unmatched));
            assert_eq!((target(found), found.decision), ("7080", Decision::Review), "{gross}");
            assert_eq!(
                (found.differences[0].kind, found.differences[0].amount),
                (DifferenceKind::Vat, eur(tax))
            );
        }
    }
}

#[test]
fn one_items_id_is_anothers_number_wherever_both_are_open() {
    for state in [InvoiceState::Open, InvoiceState::OnHold] {
        let a = item("4711", "INV-2026-00840", "C0840", "Willow Press", 12_000);
        let mut b = item("9008", "4711", "C0841", "Xenon Lamps", 12_000);
        b.state = state;
        let result = among_all(&[a, b], vec![payment(12_000, STRANGER, "4711")]);
        let found = of(&result, "t").expect("proposed");
        assert_eq!(found.decision, Decision::Review);
        let mut shown = vec![target(found)];
        let rivals = found.alternatives.iter().flat_map(|rival| &rival.allocations);
        shown.extend(rivals.map(|row| row.target.id()));
        assert!(shown.contains(&"4711") && shown.contains(&"9008"), "both are shown: {shown:?}");
    }
}
