//! The company's own money: payouts, wages, suppliers, taxes, returns.

use super::bank::token;
use super::ledger::Host;
use super::names::{self, Land};
use crate::deeds::Style;
use crate::standard::digits;
use crate::{Kind, Random};
use chrono::NaiveDate;
use payymo::model::{Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use payymo::money::{Amount, Currency};

pub(super) fn row(host: &Host, random: &mut Random, kind: Kind, day: NaiveDate) -> Transaction {
    let six = day.format("%y%m%d").to_string();
    let us = day.format("%m/%d").to_string();
    let (text, minor, is) = match kind {
        Kind::Refund => {
            let who = random.pick(&host.accounts).name.listed().to_uppercase();
            let text = match random.below(3) {
                0 => format!("CHECK {} REFUND {who}", random.between(1001, 9_999)),
                1 => format!("ACH DEBIT REFUND {who} {six}"),
                _ => format!("REFUND FOR PAYMENT ({who})"),
            };
            (text, -random.between(1_900, 400_000), TransactionKind::Refund)
        }
        Kind::Chargeback => match random.below(3) {
            0 => (
                "Chargeback withdrawal for ch_".to_owned() + &token(random, 24),
                -random.between(1_900, 90_000),
                TransactionKind::Dispute,
            ),
            1 => (
                format!("RETURNED ITEM CK {} NSF", random.between(1001, 9_999)),
                -random.between(1_900, 400_000),
                TransactionKind::Return,
            ),
            _ => (
                format!("ACH RETURN R01 {}", digits(random, 15)),
                -random.between(1_900, 400_000),
                TransactionKind::Return,
            ),
        },
        Kind::Payout => {
            let text = match random.below(4) {
                0 => format!(
                    "STRIPE DES:TRANSFER ID:ST-{} INDN:{} CO ID:1800948598 CCD",
                    token(random, 12).to_uppercase(),
                    host.name.to_uppercase()
                ),
                1 => format!("Square Inc {six}P2 L{}", digits(random, 12)),
                2 => format!("PAYPAL DES:TRANSFER ID:{} CO ID:PAYPALSD11 PPD", digits(random, 13)),
                _ => format!(
                    "ORIG CO NAME:SHOPIFY ORIG ID:{} DESC DATE:{six} CO ENTRY DESCR:TRANSFER SEC:CCD",
                    digits(random, 10)
                ),
            };
            (text, random.between(4_000, 3_000_000), TransactionKind::Payout)
        }
        Kind::OwnTransfer => {
            let text = match random.below(3) {
                0 => format!(
                    "Online Transfer from SAV ...{} transaction#: {}",
                    digits(random, 4),
                    digits(random, 11)
                ),
                1 => format!(
                    "ONLINE BANKING TRANSFER TO CHK {} CONFIRMATION# {}",
                    digits(random, 4),
                    digits(random, 10)
                ),
                _ => format!("BOOK TRANSFER {} SWEEP", host.name.to_uppercase()),
            };
            let sign = if random.chance(500) { -1 } else { 1 };
            (text, sign * random.between(1, 300) * 100_000, TransactionKind::Internal)
        }
        Kind::Interest => {
            ("INTEREST PAYMENT".to_owned(), random.between(1, 9_000), TransactionKind::Interest)
        }
        Kind::Salary => {
            let text = match random.below(3) {
                0 => format!("GUSTO DES:NET {} ID:6SEMJ{}", digits(random, 6), digits(random, 6)),
                1 => format!("ADP WAGE PAY DES:WAGE PAY ID:{} CO ID:9333006057 CCD", digits(random, 12)),
                _ => format!("PAYROLL {} {us}", names::person(random).full().to_uppercase()),
            };
            (text, -random.between(120_000, 900_000), TransactionKind::Transfer)
        }
        _ => daily(random, day),
    };
    let currency = Currency::parse("USD").expect("a currency of ISO 4217");
    let mut row = Transaction::new("", day, Amount::new(minor, currency));
    row.kind = is;
    row.account = Some(host.account("USD"));
    row.source = "csv".into();
    row.value_on = Some(day).filter(|_| random.chance(600));
    if matches!(is, TransactionKind::Dispute | TransactionKind::Return) {
        let stage =
            if is == TransactionKind::Dispute { ReturnStage::Chargeback } else { ReturnStage::Return };
        row.returned = Some(Returned { stage, reason: None, originals: Vec::new() });
    }
    if is == TransactionKind::Dispute {
        row.source = "stripe".into();
        let value = format!("ch_{}", token(random, 24));
        row.references.push(Reference { kind: ReferenceKind::Payment, value });
    }
    row.remittance = text;
    row
}

/// Rent, taxes, cards, suppliers; some money in.
fn daily(random: &mut Random, day: NaiveDate) -> (String, i64, TransactionKind) {
    let us = day.format("%m/%d").to_string();
    let supplier = names::company(random, Land::Us).listed().to_uppercase();
    let (city, state, _) = names::city(random);
    match random.below(11) {
        0 => (
            format!("AMAZON WEB SERVICES AWS.AMAZON.CO WA {us}"),
            -random.between(5_000, 4_000_000),
            TransactionKind::Card,
        ),
        1 => (
            format!(
                "CHECKCARD {us} GOOGLE *ADS{} CC@GOOGLE.COM CA {}",
                digits(random, 10),
                digits(random, 23)
            ),
            -random.between(5_000, 500_000),
            TransactionKind::Card,
        ),
        2 => (
            format!("IRS DES:USATAXPYMT ID:{} CO ID:3387702000 CCD", digits(random, 15)),
            -random.between(50_000, 3_000_000),
            TransactionKind::DirectDebit,
        ),
        3 => (
            format!(
                "POS PURCHASE {us} {} {} {state} CARD {}",
                supplier,
                city.to_uppercase(),
                digits(random, 4)
            ),
            -random.between(300, 60_000),
            TransactionKind::Card,
        ),
        4 => (
            format!("CHECK {}", random.between(1001, 9_999)),
            -random.between(10_000, 900_000),
            TransactionKind::Cheque,
        ),
        5 => (
            format!("ACH DEBIT {supplier} INV {} WEB", digits(random, 5)),
            -random.between(2_000, 900_000),
            TransactionKind::DirectDebit,
        ),
        6 => ("ACCOUNT ANALYSIS FEE".to_owned(), -random.between(1_000, 20_000), TransactionKind::Fee),
        7 => (
            format!("STATE OF {state} DES:TAX REFUND ID:{} PPD", digits(random, 9)),
            random.between(5_000, 500_000),
            TransactionKind::Transfer,
        ),
        8 => (
            format!("BROADVIEW INSURANCE DES:CLAIM PMT ID:{} {}", digits(random, 8), day.format("%m/%d/%Y")),
            random.between(20_000, 700_000),
            TransactionKind::Transfer,
        ),
        9 => (
            format!("PURCHASE RETURN {us} {supplier} 800-555-{} {state}", digits(random, 4)),
            random.between(500, 40_000),
            TransactionKind::Card,
        ),
        _ => (
            format!("RENT {} {} PLAZA LP", day.format("%b").to_string().to_uppercase(), city.to_uppercase()),
            -random.between(200_000, 2_000_000),
            TransactionKind::Transfer,
        ),
    }
}
