//! Rows of a gateway's own account, in the shape in which the reader of Stripe gives them; GoCardless and PayPal alike.

use crate::Random;
use crate::standard::{characters, digits};
use chrono::{Days, NaiveDate};
use payymo::model::{Fee, Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use payymo::money::Amount;

/// Whose account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gateway {
    Stripe,
    GoCardless,
    PayPal,
}

/// A payment of a customer, as the gateway knows it.
#[derive(Clone)]
pub struct Charge {
    /// Its ids: the transaction's first.
    pub ids: Vec<String>,
    /// Gross.
    pub amount: Amount,
    pub day: NaiveDate,
    /// Which item it settled.
    pub item: usize,
    /// The payment of these days that it is, where that settles the item.
    pub payment: Option<usize>,
}

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const UPPER: &str = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

impl Gateway {
    pub fn source(self) -> &'static str {
        match self {
            Gateway::Stripe => "stripe",
            Gateway::GoCardless => "gocardless",
            Gateway::PayPal => "paypal",
        }
    }

    /// As a bank names it.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Gateway::Stripe => &["STRIPE", "Stripe Payments Europe Ltd", "STRIPE TECHNOLOGY EUROPE LTD"],
            Gateway::GoCardless => &["GOCARDLESS LTD", "GoCardless SAS", "GOCARDLESS"],
            Gateway::PayPal => &["PAYPAL", "PayPal Europe S.a.r.l. et Cie S.C.A", "PAYPAL PTE LTD"],
        }
    }

    /// Ids of a payment.
    pub fn payment_ids(self, random: &mut Random) -> Vec<String> {
        match self {
            Gateway::Stripe => vec![
                format!("ch_3{}", characters(random, LETTERS, 23)),
                format!("pi_3{}", characters(random, LETTERS, 23)),
            ],
            Gateway::GoCardless => vec![format!("PM{}", characters(random, UPPER, 12))],
            Gateway::PayPal => vec![characters(random, UPPER, 17)],
        }
    }

    /// The id of a payout.
    pub fn payout_id(self, random: &mut Random) -> String {
        match self {
            Gateway::Stripe => format!("po_1{}", characters(random, LETTERS, 23)),
            Gateway::GoCardless => format!("PO{}", characters(random, UPPER, 12)),
            Gateway::PayPal => characters(random, UPPER, 17),
        }
    }

    fn id(self, random: &mut Random, prefix: &str) -> String {
        match self {
            Gateway::Stripe => format!("{prefix}_1{}", characters(random, LETTERS, 23)),
            Gateway::GoCardless => format!("{}{}", prefix.to_uppercase(), characters(random, UPPER, 12)),
            Gateway::PayPal => characters(random, UPPER, 17),
        }
    }

    /// A row of the account, with its id.
    pub fn row(
        self,
        random: &mut Random,
        prefix: &str,
        account: &str,
        amount: Amount,
        day: NaiveDate,
    ) -> Transaction {
        let mut row = Transaction::new(self.id(random, prefix), day, amount);
        row.account = Some(account.to_owned());
        row.source = self.source().into();
        if self == Gateway::Stripe {
            row.value_on = Some(day + Days::new(2));
            row.references.push(bank(format!("txn_1{}", characters(random, LETTERS, 23))));
        }
        row
    }

    /// What it keeps of a payment.
    fn fee(self, gross: i64) -> i64 {
        match self {
            Gateway::Stripe => gross * 15 / 1000 + 25,
            Gateway::GoCardless => (gross / 100 + 20).min(400),
            Gateway::PayPal => gross * 299 / 10_000 + 39,
        }
    }

    /// A customer's payment, net of the fee. `note`: what stands in its description.
    pub fn charge(self, random: &mut Random, account: &str, charge: &Charge, note: &str) -> Transaction {
        let minor = charge.amount.minor();
        let fee = self.fee(minor).min(minor - 1).max(0);
        let net = Amount::new(minor - fee, charge.amount.currency());
        let mut row = self.row(random, "ch", account, net, charge.day);
        row.id.clone_from(&charge.ids[0]);
        row.kind = match self {
            Gateway::Stripe => TransactionKind::Card,
            Gateway::GoCardless => TransactionKind::DirectDebit,
            Gateway::PayPal => TransactionKind::Transfer,
        };
        let kind = format!("{}_fee", self.source());
        row.fees.push(Fee { amount: Amount::new(fee, net.currency()), kind });
        row.fees.retain(|fee| !fee.amount.is_zero());
        row.references.extend(charge.ids.iter().cloned().map(payment));
        if self == Gateway::GoCardless {
            let value = format!("MD{}", characters(random, UPPER, 12));
            row.references.push(Reference { kind: ReferenceKind::Mandate, value });
        }
        row.remittance = note.to_owned();
        row
    }

    /// Money back to a customer.
    pub fn refund(
        self,
        random: &mut Random,
        account: &str,
        charge: &Charge,
        amount: Amount,
        day: NaiveDate,
    ) -> Transaction {
        let mut row = self.row(random, "re", account, amount, day);
        row.kind = TransactionKind::Refund;
        let reason = (self == Gateway::Stripe).then(|| "requested_by_customer".to_owned());
        row.returned = Some(Returned { stage: ReturnStage::Refund, reason, originals: charge.ids.clone() });
        row.references.push(payment(row.id.clone()));
        row
    }

    /// A chargeback: what it takes, the fee in the row's fees or in its amount; or what a won dispute gives back.
    pub fn dispute(
        self,
        random: &mut Random,
        account: &str,
        charge: &Charge,
        (back, fee, listed): (Amount, i64, bool),
        day: NaiveDate,
    ) -> Transaction {
        let moved = Amount::new(back.minor() - fee, back.currency());
        let mut row = self.row(random, "dp", account, moved, day);
        let won = back.minor() > 0;
        row.kind = if self == Gateway::GoCardless && !won {
            TransactionKind::Return
        } else {
            TransactionKind::Dispute
        };
        if listed && fee > 0 {
            row.fees.push(Fee { amount: Amount::new(fee, back.currency()), kind: "dispute_fee".to_owned() });
        }
        let stage = match (won, self) {
            (true, _) => ReturnStage::Won,
            (_, Gateway::GoCardless) => ReturnStage::Indemnity,
            _ => ReturnStage::Chargeback,
        };
        let reason = random.pick(&["fraudulent", "product_not_received", "duplicate", "general"]);
        let reason = Some(reason.to_string()).filter(|_| !won);
        row.returned = Some(Returned { stage, reason, originals: charge.ids.clone() });
        row.references.push(payment(row.id.clone()));
        row
    }

    /// What belongs to no customer: fees, reserves, corrections.
    pub fn other(
        self,
        random: &mut Random,
        account: &str,
        what: Other,
        amount: Amount,
        day: NaiveDate,
    ) -> Transaction {
        let mut row = self.row(random, "txn", account, amount, day);
        (row.kind, row.remittance) = match what {
            Other::Fee => (TransactionKind::Fee, format!("Billing - Usage Fee ({})", day.format("%Y-%m-%d"))),
            Other::Hold => (TransactionKind::Internal, "Reserve hold".to_owned()),
            Other::Release => (TransactionKind::Internal, "Reserve release".to_owned()),
            Other::Adjustment => (TransactionKind::Other, format!("Adjustment {}", digits(random, 6))),
        };
        row
    }
}

/// Rows of a gateway that belong to no customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    Fee,
    Hold,
    Release,
    Adjustment,
}

pub fn payment(value: String) -> Reference {
    Reference { kind: ReferenceKind::Payment, value }
}

pub fn payout(value: &str) -> Reference {
    Reference { kind: ReferenceKind::Payout, value: value.to_owned() }
}

fn bank(value: String) -> Reference {
    Reference { kind: ReferenceKind::Bank, value }
}
