use super::page;
use crate::figures::{Figures, Rows};
use crate::style::Style;
use crate::testing::month;
use unicode_width::UnicodeWidthStr;

#[test]
fn every_line_keeps_to_the_width() {
    let (result, inputs) = month(&"long ".repeat(60));
    for width in [80, 100, 160] {
        let shown = page(&result, &inputs, &Style::plain(), width);
        let foot = shown.find("\nSummary").expect("a summary");
        for line in shown[..foot].lines().filter(|line| !line.contains("  ! ")) {
            assert!(line.width() <= width, "{} > {width}: {line}", line.width());
        }
    }
}

#[test]
fn columns_line_up_over_all_scripts() {
    let (result, inputs) = month("");
    let shown = page(&result, &inputs, &Style::plain(), 100);
    let arrows: Vec<usize> =
        shown.lines().filter_map(|line| line.split_once('→')).map(|(before, _)| before.width()).collect();
    assert_eq!(arrows.len(), 6);
    assert!(arrows.windows(2).all(|pair| pair[0] == pair[1]), "{arrows:?}\n{shown}");
}

#[test]
fn a_person_finds_what_happened_and_why() {
    let (result, inputs) = month("");
    let shown = page(&result, &inputs, &Style::plain(), 100);
    for part in [
        "Settled automatically (3 matches)",
        "✓ 2026-03-03  1,204.50 EUR",
        "invoice number INV-1 stands in the payment; the amount is what is open; but paid after the due date",
        "8.00 of NW-401 stays open: taken by a bank on the way",
        "Waits for review (2 matches)",
        "or instead: NW-406 of Monika Keller, 29.00 EUR (47.1 %)",
        "or instead: none of these (4.7 %)",
        "waits because a person should see that the payer's name is that of",
        "waits because money on account is never booked without a person",
        "customer 3107 – on account",
        "looks like a second copy of a payment",
        "settled automatically 4 payments 1,384.50",
        "Receivables EUR opening 2,090.50 − settled automatically 1,384.50 − proposed, for review 29.00 \
         = closing, still open 3 invoices 677.00 EUR closing ✓ to the cent",
        "Still open by age EUR not due 640.00 1–30 days overdue 8.00 over 90 days overdue 29.00",
        "Martin Keller – one payment, one invoice",
        "! format.camt.bad_amount: bank.xml: no amount , line 7",
    ] {
        let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&part), "{part}\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'));
    assert!(page(&result, &inputs, &Style::coloured(), 100).contains("\u{1b}[32m✓\u{1b}[0m"));
}

#[test]
fn foreign_text_cannot_act() {
    let (result, inputs) = month("\u{1b}]0;x\u{7}\u{1b}[2J\r\n\u{202e}gnp\u{2066}4111 1111 1111 1111");
    let shown = page(&result, &inputs, &Style::plain(), 100);
    assert!(!shown.contains(['\u{1b}', '\u{7}', '\r', '\u{202e}', '\u{2066}']));
    assert!(!shown.contains("4111 1111 1111 1111"));
}

#[test]
fn a_result_that_does_not_add_up_says_so() {
    let (mut result, inputs) = month("");
    result.open_invoices.pop();
    assert!(page(&result, &inputs, &Style::plain(), 100).contains("✗ 640.00 missing"));
}

#[test]
fn figures_put_each_payment_on_one_pile() {
    let (result, inputs) = month("");
    let figures = Figures::new(&result, &Rows::new(&inputs));
    let piles = [&figures.automatic, &figures.review, &figures.left, &figures.aside, &figures.out];
    assert_eq!(piles.map(|pile| pile.payments), [4, 2, 2, 0, 1]);
    assert_eq!(figures.on_account.texts(), ["200.00 EUR"]);
    let eur = crate::testing::eur("0.00").currency();
    assert_eq!(figures.ages[&eur], [64_000, 800, 0, 0, 2_900, 0]);
    assert_eq!(figures.overdue.texts(), ["37.00 EUR"]);
}
