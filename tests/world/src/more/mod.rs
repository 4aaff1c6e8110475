//! The kinds that the styles' first plan does not hold, added behind a finished world: payouts by their parts, money that
//! goes back, credit notes, exchange, suppliers' bills, deductions, money on account.
//!
//! # Design
//! What a style made stays byte for byte: new customers, items and rows are drawn from streams of their own and mixed in
//! between. Their customers are those whom no payment of the world concerns, and new ones of the same names; numbers go on
//! where the host's series ended, amounts are drawn from the world's own. A style only tells how its bank prints a row and
//! what people write there (`Bank`); gateways look the same everywhere. `draft`'s clerk judges what can be known.

mod account;
mod bills;
mod close;
mod credit;
mod deduct;
mod desk;
mod exchange;
mod gateway;
mod gateway_rows;
mod numbers;
mod payouts;
mod read;
mod reversal;

#[cfg(test)]
mod tests;

use crate::{Kind, Random, World};
use chrono::NaiveDate;
use desk::Desk;
use payymo::model::Transaction;
use payymo::money::Amount;

/// How many of each kind, per thousand customers. Gateways' rows, second tries and won disputes come with others.
pub const SHARES: &[(Kind, u32)] = &[
    (Kind::GatewayCharge, 36),
    (Kind::GatewayPosted, 18),
    (Kind::DebitReturn, 16),
    (Kind::SecondTry, 5),
    (Kind::CardRefund, 10),
    (Kind::CardDispute, 6),
    (Kind::DisputeWon, 4),
    (Kind::CreditNetted, 10),
    (Kind::CreditApplied, 6),
    (Kind::CreditRefunded, 6),
    (Kind::FxRated, 14),
    (Kind::FxLearnt, 14),
    (Kind::Bill, 24),
    (Kind::BillNewAccount, 4),
    (Kind::WithholdingTax, 8),
    (Kind::VatLeftOut, 6),
    (Kind::Deduction, 6),
    (Kind::LateFeeUnpaid, 6),
    (Kind::OnAccount, 6),
    (Kind::HeldItem, 5),
    (Kind::VoidItem, 3),
];

/// All kinds that are added, those that come with others too.
pub const KINDS: &[Kind] = &[
    Kind::GatewayCharge,
    Kind::GatewayPosted,
    Kind::GatewayRow,
    Kind::GatewayPayout,
    Kind::DebitReturn,
    Kind::SecondTry,
    Kind::CardRefund,
    Kind::CardDispute,
    Kind::DisputeWon,
    Kind::CreditNetted,
    Kind::CreditApplied,
    Kind::CreditRefunded,
    Kind::FxRated,
    Kind::FxLearnt,
    Kind::Bill,
    Kind::BillNewAccount,
    Kind::WithholdingTax,
    Kind::VatLeftOut,
    Kind::Deduction,
    Kind::LateFeeUnpaid,
    Kind::OnAccount,
    Kind::HeldItem,
    Kind::VoidItem,
];

/// Which way the money goes, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A payer's money.
    In,
    /// The host pays.
    Out,
    /// The bank takes back what it had booked.
    Returned,
    /// A gateway's deposit.
    Deposit,
}

/// A row that a bank is to print.
pub struct Slip<'a> {
    /// Which way the money goes.
    pub way: Way,
    /// Signed.
    pub amount: Amount,
    /// The day of booking.
    pub day: NaiveDate,
    /// The other side.
    pub name: &'a str,
    /// Its account, if it has one.
    pub iban: Option<&'a str>,
    /// What was written.
    pub words: &'a str,
}

/// What people and banks of a style write, in their languages.
pub struct Tongue {
    /// Before an invoice's number.
    pub invoice: &'static [&'static str],
    /// Before a supplier's number.
    pub bill: &'static [&'static str],
    /// Before a credit note's number.
    pub credit: &'static [&'static str],
    /// Tax withheld; `{}` is the percent.
    pub withheld: &'static [&'static str],
    /// The tax left out.
    pub untaxed: &'static [&'static str],
    /// Something deducted.
    pub deducted: &'static [&'static str],
    /// Money for what is to come.
    pub ahead: &'static [&'static str],
    /// A direct debit or a cheque that came back.
    pub returned: &'static [&'static str],
    /// Money given back by the host.
    pub refund: &'static [&'static str],
    /// Nothing of use.
    pub vague: &'static [&'static str],
    /// How the host numbers its credit notes.
    pub credit_number: &'static str,
}

/// What a style brings: its bank, its words, its people.
pub trait Bank {
    /// Prints a row: what of the slip can be read in it is the bank's habit.
    fn row(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction;
    /// A new customer's name, as the host lists it.
    fn customer(&self, random: &mut Random) -> String;
    /// A supplier's name.
    fn supplier(&self, random: &mut Random) -> String;
    /// What is written.
    fn tongue(&self) -> &'static Tongue;
    /// Countries of the accounts that new customers and suppliers have.
    fn countries(&self) -> &'static [&'static str];
}

/// The world with all kinds.
pub fn extend(world: World, bank: &dyn Bank) -> World {
    let mut random = Random::new(world.seed).fork(0x3a0e_11e5);
    let mut kinds = Vec::new();
    let customers = customers(&world);
    for (kind, share) in SHARES {
        let count = ((customers * *share as usize + 500) / 1000).max(1);
        kinds.extend(std::iter::repeat_n(*kind, count));
    }
    random.shuffle(&mut kinds);
    let mut desk = Desk::open(&world, bank, &random);
    let mut gateways = gateway::Gateways::new(&mut desk, random.fork(1));
    for (turn, kind) in kinds.into_iter().enumerate() {
        let mut random = random.fork(0x1000 + turn as u64);
        match kind {
            Kind::GatewayCharge | Kind::GatewayPosted => gateways.charge(&mut desk, &mut random, kind),
            Kind::DebitReturn => reversal::returned(&mut desk, &mut random),
            Kind::SecondTry => reversal::tried_again(&mut desk, &mut random),
            Kind::CardRefund => gateways.refund(&mut desk, &mut random),
            Kind::CardDispute => gateways.dispute(&mut desk, &mut random),
            Kind::DisputeWon => gateways.won(&mut desk, &mut random),
            Kind::CreditNetted => credit::netted(&mut desk, &mut random),
            Kind::CreditApplied => credit::applied(&mut desk, &mut random),
            Kind::CreditRefunded => credit::refunded(&mut desk, &mut random),
            Kind::FxRated | Kind::FxLearnt => exchange::pay(&mut desk, &mut random, kind),
            Kind::Bill | Kind::BillNewAccount => bills::pay(&mut desk, &mut random, kind),
            Kind::WithholdingTax => deduct::withheld(&mut desk, &mut random),
            Kind::VatLeftOut => deduct::untaxed(&mut desk, &mut random),
            Kind::Deduction => deduct::deducted(&mut desk, &mut random),
            Kind::LateFeeUnpaid => deduct::late_fee(&mut desk, &mut random),
            Kind::OnAccount => account::ahead(&mut desk, &mut random),
            Kind::HeldItem | Kind::VoidItem => account::held(&mut desk, &mut random, kind),
            _ => {}
        }
    }
    gateways.pay_out(&mut desk);
    close::close(world, desk, random.fork(2))
}

fn customers(world: &World) -> usize {
    let ids = world.invoices.iter().filter_map(|row| row.customer.as_ref()?.id.as_deref());
    ids.collect::<std::collections::BTreeSet<_>>().len()
}
