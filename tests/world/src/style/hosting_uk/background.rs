//! Rows of a company's account that are no customer's payment.

use super::book::{Book, Money};
use super::names::Who;
use super::render::{Accounts, proprietary, token};
use crate::{Kind, Random};
use payymo::model::{Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use payymo::money::Amount;

const SUPPLIERS: &[&str] = &[
    "DATACENTRE LONDON EAST LTD",
    "NOMINET REGISTRY",
    "OFFICE RENT LLP",
    "BRITISH POWER & GAS",
    "PRINT AND POST LTD",
    "FIBRE LINES PLC",
    "LICENSE VENDOR INC",
    "CLEANING SERVICES LTD",
    "COUNCIL TAX",
    "HMRC VAT",
    "HMRC PAYE",
    "PENSION TRUST",
    "TRANSIT CARRIER BV",
    "HARDWARE LEASING LTD",
];

const SHOPS: &[&str] = &[
    "CARD PAYMENT COFFEE HOUSE 4412",
    "CONTACTLESS TRAIN STATION",
    "CARD 8841 SUPERMARKET",
    "PARKING 0392 LONDON",
    "CARD PAYMENT BOOKSHOP ONLINE",
    "FUEL STATION M4",
    "TAXI 11223344",
    "STATIONERY 77 HIGH ST",
];

/// A row of a kind that no customer's payment is; `client` where somebody gets money back.
pub(super) fn row(
    random: &mut Random,
    book: &Book,
    accounts: &Accounts,
    kind: Kind,
    client: usize,
) -> (Transaction, Option<usize>) {
    let day = super::book::earlier(book.as_of, random.below(33));
    let pounds = |minor: i64| Amount::new(minor, Money::Gbp.currency());
    let mut row = Transaction::new("", day, pounds(0));
    row.account = Some(accounts.pounds.clone());
    row.source = (*random.pick(&["csv", "camt053", "gocardless"])).into();
    let mut whose = None;
    match kind {
        Kind::Refund | Kind::Chargeback => {
            let owner = &book.clients[client];
            whose = Some(client);
            let amount = *random.pick(&owner.prices);
            row.amount = Amount::new(-amount, owner.money.currency());
            let name = owner.who.listed();
            let closed = book.of_client[client].iter().find(|at| book.items[**at].open == 0);
            let number = closed.map(|at| book.items[*at].printed()).unwrap_or_default();
            if kind == Kind::Refund {
                row.kind =
                    if random.chance(600) { TransactionKind::Refund } else { TransactionKind::Transfer };
                row.counterparty.name = Some(name);
                row.counterparty.iban = Some(owner.iban.clone());
                row.remittance = match random.below(3) {
                    0 => format!("Refund invoice {number}"),
                    1 => "refund".to_owned(),
                    _ => format!("REFUND {number}"),
                };
            } else {
                row.source = "stripe".into();
                row.account = Some("acct_stripe".to_owned());
                row.kind = TransactionKind::Dispute;
                row.remittance = format!("Chargeback withdrawal for {}", token(random, "ch_3", 20));
                row.returned = Some(Returned {
                    stage: ReturnStage::Chargeback,
                    reason: Some(
                        (*random.pick(&["fraudulent", "product_not_received", "general"])).to_owned(),
                    ),
                    originals: Vec::new(),
                });
                if random.chance(500) {
                    row.counterparty.email = Some(owner.email.clone());
                }
            }
        }
        Kind::Payout => payout(random, accounts, &mut row),
        Kind::OwnTransfer => {
            let sign = if random.chance(500) { 1 } else { -1 };
            row.amount = pounds(sign * random.between(5, 90) * 10_000);
            row.kind = if random.chance(500) { TransactionKind::Internal } else { TransactionKind::Transfer };
            row.counterparty.name = Some("OAKHOST LTD".to_owned());
            row.counterparty.iban = Some(accounts.savings.clone());
            row.remittance =
                (*random.pick(&["SAVINGS", "TRANSFER", "from current account", "VAT POT"])).to_owned();
        }
        Kind::Interest => {
            row.amount = pounds(random.between(12, 4_200));
            row.kind = if random.chance(600) { TransactionKind::Interest } else { TransactionKind::Other };
            row.remittance =
                (*random.pick(&["GROSS INTEREST", "INTEREST PAID TO 28 FEB", "CREDIT INTEREST"])).to_owned();
        }
        Kind::Salary => {
            row.amount = pounds(-random.between(2_500, 420_000));
            row.kind = if random.chance(400) { TransactionKind::Transfer } else { TransactionKind::Other };
            if random.chance(400) {
                row.counterparty.name = Some(Who::invent(random, false).person().to_uppercase());
                row.remittance = (*random.pick(&["SALARY MARCH", "WAGES", "EXPENSES"])).to_owned();
            } else {
                let supplier = random.pick(SUPPLIERS);
                row.counterparty.name = Some((*supplier).to_owned());
                row.remittance = match random.below(3) {
                    0 => format!("INV {}", random.below(90_000)),
                    1 => format!("DD {supplier}"),
                    _ => format!("OAKHOST {}", random.below(9_000)),
                };
            }
        }
        _ => background(random, &mut row, &pounds),
    }
    (row, whose)
}

fn payout(random: &mut Random, accounts: &Accounts, row: &mut Transaction) {
    let amount = random.between(15_000, 900_000);
    let out = random.chance(350);
    row.amount = Amount::new(if out { -amount } else { amount }, Money::Gbp.currency());
    if out {
        row.account = Some("acct_stripe".to_owned());
        row.source = "stripe".into();
        row.kind = TransactionKind::Payout;
        row.remittance = "STRIPE PAYOUT".to_owned();
        row.references.push(Reference { kind: ReferenceKind::Payout, value: token(random, "po_1", 20) });
    } else {
        row.account = Some(accounts.pounds.clone());
        row.kind = TransactionKind::Transfer;
        let name = *random.pick(&["STRIPE PAYMENTS UK LTD", "PAYPAL (EUROPE)", "GOCARDLESS LTD"]);
        row.counterparty.name = Some(name.to_owned());
        row.remittance = match name {
            "GOCARDLESS LTD" => format!("OAKHOST-{}", token(random, "", 6).to_uppercase()),
            "STRIPE PAYMENTS UK LTD" => "STRIPE".to_owned(),
            _ => format!("PAYPAL {}", random.below(10_000_000)),
        };
    }
}

fn background(random: &mut Random, row: &mut Transaction, pounds: &dyn Fn(i64) -> Amount) {
    match random.below(10) {
        0..=5 => {
            row.amount = pounds(-random.between(150, 18_000));
            row.kind = TransactionKind::Card;
            row.remittance = (*random.pick(SHOPS)).to_owned();
            row.bank_code = Some(proprietary("POS"));
        }
        6 => {
            row.amount = pounds(-random.between(500, 2_500));
            row.kind = TransactionKind::Fee;
            row.remittance = "ACCOUNT CHARGES".to_owned();
        }
        7 => {
            row.amount = pounds(random.between(2_000, 90_000));
            row.kind = TransactionKind::Transfer;
            row.counterparty.name = Some((*random.pick(SUPPLIERS)).to_owned());
            row.remittance = format!("CREDIT NOTE {}", random.below(9_000));
        }
        8 => {
            row.amount = pounds(random.between(10_000, 400_000));
            row.kind = TransactionKind::Other;
            row.remittance =
                (*random.pick(&["HMRC VTR", "HMRC VAT REPAYMENT", "INSURANCE CLAIM 55210"])).to_owned();
        }
        _ => {
            row.amount = pounds(-random.between(900, 40_000));
            row.kind = TransactionKind::DirectDebit;
            let supplier = random.pick(SUPPLIERS);
            row.counterparty.name = Some((*supplier).to_owned());
            row.remittance = format!("DIRECT DEBIT {supplier} {}", random.below(1_000_000));
        }
    }
}
