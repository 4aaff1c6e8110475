//! The lines that a bank prints: capitals, field names, cuts.

use super::bank::{Channel, token};
use super::ledger::Host;
use super::names;
use crate::Random;
use crate::deeds::{Ask, Who};
use crate::standard::digits;
use payymo::model::{Reference, ReferenceKind, Transaction, TransactionKind};

fn cut(text: &str, width: usize) -> String {
    text.chars().take(width).collect::<String>().trim().to_owned()
}

fn upper(text: &str, width: usize) -> String {
    cut(&text.to_uppercase(), width)
}

/// Writes the name and the words into a row. Answers how many characters of the name are left; 0 for none.
pub(super) fn write(
    host: &Host,
    random: &mut Random,
    ask: &Ask,
    channel: Channel,
    name: &str,
    words: &str,
    row: &mut Transaction,
) -> usize {
    let day = ask.day;
    let six = day.format("%y%m%d").to_string();
    let us = day.format("%m/%d").to_string();
    let company_id = match (ask.who, ask.client) {
        (Who::Own, Some(at)) => host.accounts[at].company_id.clone(),
        _ => digits(random, 10),
    };
    let descr =
        *random.pick(&["PAYMENTS", "VENDOR PMT", "AP PAYMENT", "INVOICE", "EPAY", "CORP PMT", "PAYABLES"]);
    let (text, width) = match channel {
        Channel::AchLong => {
            let id = upper(words, if random.chance(700) { 15 } else { 80 });
            let text = format!(
                "ORIG CO NAME:{:<16} ORIG ID:{company_id} DESC DATE:{six} CO ENTRY DESCR:{descr:<10}SEC:{} TRACE#:{} \
                 EED:{six} IND ID:{id:<15} IND NAME:{} TRN: {}TC",
                upper(name, 16),
                random.pick(&["CCD", "CTX", "PPD"]),
                digits(random, 15),
                upper(host.name, 22),
                digits(random, 10),
            );
            (text, 16)
        }
        Channel::AchDes => {
            let text = format!(
                "{} DES:{} ID:{} INDN:{} CO ID:{company_id} {}",
                upper(name, 16),
                cut(descr, 10),
                upper(words, *random.pick(&[15, 22, 80])),
                upper(host.name, 16),
                random.pick(&["CCD", "PPD", "CTX"]),
            );
            (text, 16)
        }
        Channel::AchShort => {
            let text = match random.below(3) {
                0 => format!("ACH CREDIT {} {descr} {six} {}", upper(name, 22), upper(words, 20)),
                1 => format!(
                    "{} {descr} {} {}",
                    upper(name, 22),
                    day.format("%b %d").to_string().to_uppercase(),
                    upper(words, 15)
                ),
                _ => format!("Electronic Deposit From {} {} {us}", upper(name, 22), upper(words, 30)),
            };
            (text, 22)
        }
        Channel::Wire => (wire(random, &six, day, name, words), 35),
        Channel::Check => {
            row.kind = TransactionKind::Cheque;
            let number = random.between(1001, 48_000);
            if random.chance(400) {
                row.references.push(Reference { kind: ReferenceKind::Cheque, value: number.to_string() });
            }
            if random.chance(300) {
                (format!("DEPOSIT CHECK {number} {}", upper(words, 24)), 0)
            } else {
                let text =
                    format!("MOBILE DEPOSIT CK#{number} {} MEMO {}", upper(name, 22), upper(words, 30));
                (text, 22)
            }
        }
        Channel::Lockbox => {
            row.kind = TransactionKind::Cheque;
            let number = digits(random, 6);
            row.references.push(Reference { kind: ReferenceKind::Cheque, value: number.clone() });
            let (_, state, zip) = names::city(random);
            let text = format!(
                "LOCKBOX 0{} BATCH {} CK {number} REMITTER {} {state} {zip}{} {}",
                digits(random, 5),
                digits(random, 3),
                upper(name, 35),
                digits(random, 2),
                if random.chance(550) { upper(words, 40) } else { String::new() },
            );
            (text, 35)
        }
        Channel::Zelle => {
            let text = match random.below(3) {
                0 => format!(
                    "ZELLE FROM {} ON {us} REF # BAC{} {}",
                    upper(name, 35),
                    token(random, 9),
                    upper(words, 40)
                ),
                1 => format!("Zelle payment from {} {} {words}", upper(name, 35), token(random, 11)),
                _ => format!(
                    "Zelle Transfer Conf# {}; {}; {words}",
                    token(random, 9).to_lowercase(),
                    cut(name, 35)
                ),
            };
            (text, 35)
        }
        Channel::Stripe => {
            row.kind = TransactionKind::Card;
            row.source = "stripe".into();
            row.counterparty.name = Some(name.to_owned()).filter(|_| random.chance(800));
            if random.chance(550) {
                row.counterparty.customer_id = Some(format!("cus_{}", token(random, 14)));
            }
            let text = match random.below(4) {
                0 => "Subscription update".to_owned(),
                1 => words.to_owned(),
                2 => "Subscription creation".to_owned(),
                _ => format!("Payment for {words}").trim_end_matches("for ").to_owned(),
            };
            (text, if row.counterparty.name.is_some() { 140 } else { 0 })
        }
        Channel::Wallet => {
            row.counterparty.name = Some(name.to_owned());
            (format!("Express Checkout Payment {} {words}", token(random, 17).to_uppercase()), 140)
        }
        Channel::Feed => {
            row.source = "plaid_csv".into();
            row.counterparty.name = Some(if random.chance(500) { cut(name, 35) } else { upper(name, 35) });
            (words.to_owned(), 35)
        }
        Channel::Direct => {
            let text = match random.below(5) {
                0 => format!("Direct Credit {} {} {}", digits(random, 6), upper(name, 22), cut(words, 18)),
                1 => format!("OSKO PAYMENT FROM {} {}", upper(name, 22), cut(words, 35)),
                2 => format!("EFT CREDIT {} AP/CC {}", upper(name, 22), upper(words, 19)),
                3 => format!("INTERAC e-Transfer From: {} CA{} {words}", cut(name, 35), token(random, 6)),
                _ => format!("TRANSFER FROM {} {}", upper(name, 22), cut(words, 18)),
            };
            (text, 22)
        }
        Channel::Sepa => {
            row.source = "camt053".into();
            row.counterparty.name = Some(cut(name, 70));
            let text = match random.below(4) {
                0 => format!("/INV/{words}"),
                1 => format!("{words} /ROC/{}", digits(random, 12)),
                _ => words.to_owned(),
            };
            (text, 35)
        }
    };
    row.remittance = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if random.chance(600) {
        row.value_on = Some(day);
    }
    width
}

fn wire(random: &mut Random, six: &str, day: chrono::NaiveDate, name: &str, words: &str) -> String {
    let bank = *random.pick(&[
        "JPMORGAN CHASE BANK, NA",
        "WELLS FARGO BANK NA",
        "CITIBANK N.A.",
        "ROYAL BANK OF CANADA",
    ]);
    let (city, state, zip) = names::city(random);
    let name = upper(name, 35);
    let words = upper(words, 70);
    match random.below(4) {
        0 => format!("WIRE IN ORG: {name} REF: {words} FEE {}.00", random.pick(&[15, 25, 30])),
        1 => format!(
            "WIRE TYPE:WIRE IN DATE:{six} TIME:{:02}{:02} ET TRN:{} SEQ:{}/{} ORIG:{name} ID:{} SND BK:{bank} ID:0{} PMT DET:{words}",
            random.between(7, 18),
            random.between(0, 59),
            digits(random, 16),
            digits(random, 10),
            digits(random, 6),
            digits(random, 9),
            digits(random, 8),
        ),
        2 => format!(
            "FEDWIRE CREDIT VIA: {bank}/0{} B/O: {name} {} MAIN ST {} {state} {zip}{} REF: CHASE NYC/CTR/BNF OBI={words} IMAD: {}B1QGC01C{} TRN: {}FF",
            digits(random, 8),
            random.between(10, 9_900),
            city.to_uppercase(),
            digits(random, 2),
            day.format("%m%d"),
            digits(random, 6),
            digits(random, 10),
        ),
        _ => format!("INCOMING WIRE REF# {} {name} {words}", digits(random, 14)),
    }
}
