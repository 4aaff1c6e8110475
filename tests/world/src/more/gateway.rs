//! Accounts at gateways: what customers pay there, what goes back, and what is posted by the gateway itself. How it is
//! paid out stands in `payouts`.

use super::desk::{Desk, Mark};
use super::gateway_rows::{Charge, Gateway, Other};
use super::{Slip, Way, payouts};
use crate::standard::characters;
use crate::{Kind, Random};
use chrono::{Days, NaiveDate};
use payymo::model::{InvoiceState, Transaction, TransactionKind};
use payymo::money::{Amount, Currency};

/// An account at a gateway, in one currency.
pub struct Till {
    pub gateway: Gateway,
    pub currency: Currency,
    pub account: String,
    /// Its rows carry the id of their payout.
    pub ids: bool,
    /// The bank's deposits are in the data, and the gateway's own rows of them.
    pub shows: (bool, bool),
    /// By payment, with the day.
    pub rows: Vec<(NaiveDate, usize)>,
    charges: Vec<Charge>,
    disputes: Vec<Charge>,
}

/// All of a host.
pub struct Gateways {
    pub tills: Vec<Till>,
    pub random: Random,
}

impl Gateways {
    /// One gateway or two; the first in two currencies where the host has accounts in more than one.
    pub fn new(desk: &mut Desk<'_>, mut random: Random) -> Self {
        const ALL: [Gateway; 3] = [Gateway::Stripe, Gateway::GoCardless, Gateway::PayPal];
        let first = (desk.seed % 3) as usize;
        let other = desk.currencies().into_iter().find(|code| *code != desk.home);
        let mut plan = vec![(ALL[first], desk.home), (ALL[(first + 1) % 3], desk.home)];
        plan.extend(other.map(|code| (ALL[first], code)));
        let account =
            format!("acct_1{}", characters(&mut random, "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijk0123456789", 15));
        let shows = *random.pick(&[(true, true), (true, true), (true, true), (true, false), (false, true)]);
        let tills = plan
            .into_iter()
            .map(|(gateway, currency)| Till {
                gateway,
                currency,
                account: match gateway {
                    Gateway::Stripe => account.clone(),
                    _ => format!("{}:{}", gateway.source(), currency.as_str()),
                },
                ids: gateway != Gateway::PayPal && random.chance(800),
                shows,
                rows: Vec::new(),
                charges: Vec::new(),
                disputes: Vec::new(),
            })
            .collect();
        Gateways { tills, random }
    }

    fn till(&self, random: &mut Random) -> usize {
        match random.below(10) {
            0..6 => 0,
            6..9 => 1,
            _ => self.tills.len() - 1,
        }
    }

    /// A customer pays an item; or the gateway has done so and posted it to the books by itself.
    pub fn charge(&mut self, desk: &mut Desk<'_>, random: &mut Random, kind: Kind) {
        let at = self.till(random);
        let till = &mut self.tills[at];
        let posted = kind == Kind::GatewayPosted;
        let item = if till.currency == desk.home && !posted {
            desk.owed(random)
        } else {
            let party = desk.client(random);
            let issued = desk.as_of - Days::new(4 + random.below(50));
            let total = Amount::new(desk.amount(random).max(300), till.currency);
            desk.bill(random, party, issued, Some(total))
        };
        let amount = desk.draft.items[item].invoice.total;
        let day = desk.pay_day(random, item);
        let ids = till.gateway.payment_ids(random);
        let mut charge = Charge { ids, amount, day, item, payment: None };
        let number = desk.number(item);
        let told = random.chance(680);
        let note = match random.below(4) {
            0..3 if told => format!("{} {number}", random.pick(desk.bank.tongue().invoice)),
            0 => String::new(),
            1 => "Subscription update".to_owned(),
            _ => random.pick(desk.bank.tongue().vague).to_string(),
        };
        let mut row = till.gateway.charge(random, &till.account, &charge, &note);
        if told && (random.chance(300) || !note.contains(&number)) {
            row.metadata.insert("invoice_number".to_owned(), number.clone());
        }
        payer(desk, random, item, till.gateway, &mut row);
        let (parts, mut mark) = (vec![(item, amount.minor())], Mark::default());
        mark.id = Some(row.id.clone());
        let party = Some(desk.draft.items[item].party);
        let numbers = if told { vec![number] } else { Vec::new() };
        let entered = if posted {
            desk.close(item);
            let outer = charge.ids.last().cloned().into_iter().collect();
            desk.settle(item, amount.minor(), day, None, outer);
            mark.knowable = Some(true);
            desk.enter(kind, party, Vec::new(), row, &[], mark)
        } else {
            desk.enter(kind, party, parts, row, &numbers, mark)
        };
        till.rows.push((day, entered));
        charge.payment = Some(entered).filter(|_| !posted);
        till.charges.push(charge);
    }

    /// A payment of the past, or of these very days, and its till.
    fn earlier(&mut self, desk: &mut Desk<'_>, random: &mut Random, batch: u64) -> (usize, Charge) {
        let at = self.till(random);
        let till = &mut self.tills[at];
        if random.chance(batch) && !till.charges.is_empty() {
            let which = random.below(till.charges.len() as u64) as usize;
            let charge = till.charges.swap_remove(which);
            if charge.day + Days::new(2) < desk.as_of {
                return (at, charge);
            }
        }
        let total = Amount::new(desk.amount(random).max(300), till.currency);
        let ids = till.gateway.payment_ids(random);
        // What is on file is the intent, or the transaction itself.
        let outer = vec![if random.chance(700) { ids[ids.len() - 1].clone() } else { ids[0].clone() }];
        let (item, _) = desk.settled_before(random, total, outer);
        (at, Charge { ids, amount: total, day: desk.from, item, payment: None })
    }

    /// Money back to a customer: whole or in part, by the gateway or from the bank.
    pub fn refund(&mut self, desk: &mut Desk<'_>, random: &mut Random) {
        if random.chance(250) {
            return refund_by_bank(desk, random);
        }
        let (at, charge) = self.earlier(desk, random, 500);
        let till = &mut self.tills[at];
        let whole = charge.amount.minor();
        let minor = match random.below(5) {
            0..3 => whole,
            3 => (whole / 2).max(1),
            _ => random.between(1, whole),
        };
        let day = desk.day_after(random, charge.day + Days::new(1));
        let amount = Amount::new(-minor, till.currency);
        let row = till.gateway.refund(random, &till.account, &charge, amount, day);
        enter(desk, till, Kind::CardRefund, &charge, -minor, row);
    }

    /// A chargeback, with the gateway's fee beside it.
    pub fn dispute(&mut self, desk: &mut Desk<'_>, random: &mut Random) {
        let (at, charge) = self.earlier(desk, random, 250);
        let day = desk.day_after(random, charge.day + Days::new(1));
        self.disputed(desk, random, at, charge, day);
    }

    fn disputed(
        &mut self,
        desk: &mut Desk<'_>,
        random: &mut Random,
        at: usize,
        charge: Charge,
        day: NaiveDate,
    ) {
        let till = &mut self.tills[at];
        let back = Amount::new(-charge.amount.minor(), till.currency);
        let fee = if random.chance(850) { *random.pick(&[1_500_i64, 1_500, 2_000]) } else { 0 };
        let listed = random.chance(500);
        // Now and then the fee is a row of its own.
        let apart = fee > 0 && random.chance(200);
        if apart {
            let amount = Amount::new(-fee, till.currency);
            let mut row = till.gateway.other(random, &till.account, Other::Fee, amount, day);
            row.remittance = "Dispute fee".to_owned();
            let entered = payouts::place(desk, Kind::GatewayRow, row);
            till.rows.push((day, entered));
        }
        let fee = if apart { 0 } else { fee };
        let row = till.gateway.dispute(random, &till.account, &charge, (back, fee, listed), day);
        enter(desk, till, Kind::CardDispute, &charge, back.minor(), row);
        till.disputes.push(Charge { day, ..charge });
    }

    /// A dispute won again: one of these days, or one that is on file as taken back.
    pub fn won(&mut self, desk: &mut Desk<'_>, random: &mut Random) {
        let at = (0..self.tills.len())
            .find(|at| self.tills[*at].disputes.iter().any(|charge| charge.day + Days::new(5) < desk.as_of));
        let (at, charge) = match at.filter(|_| random.chance(500)) {
            Some(at) => {
                let limit = desk.as_of - Days::new(5);
                let which = self.tills[at].disputes.iter().position(|charge| charge.day < limit).unwrap_or(0);
                (at, self.tills[at].disputes.swap_remove(which))
            }
            None => {
                let (at, charge) = self.earlier(desk, random, 0);
                let on = desk.from - Days::new(10 + random.below(30));
                desk.settle(charge.item, -charge.amount.minor(), on, None, charge.ids[..1].to_vec());
                let entry = &mut desk.draft.items[charge.item];
                entry.invoice.state = InvoiceState::Open;
                entry.invoice.open = entry.invoice.total;
                entry.left = entry.invoice.total.minor();
                (at, charge)
            }
        };
        let till = &mut self.tills[at];
        let day = desk.day_after(random, charge.day + Days::new(3));
        let row = till.gateway.dispute(random, &till.account, &charge, (charge.amount, 0, false), day);
        enter(desk, till, Kind::DisputeWon, &charge, charge.amount.minor(), row);
    }

    /// Lets the gateways pay out what they hold.
    pub fn pay_out(&mut self, desk: &mut Desk<'_>) {
        let root = self.random.fork(9);
        for (at, till) in self.tills.iter_mut().enumerate() {
            payouts::pay_out(desk, &mut root.fork(at as u64), till);
        }
    }
}

/// A row that takes a payment back or gives it again.
fn enter(desk: &mut Desk<'_>, till: &mut Till, kind: Kind, charge: &Charge, minor: i64, row: Transaction) {
    let party = Some(desk.draft.items[charge.item].party);
    // What it settled nobody knows better than of the payment itself.
    let mark = Mark { id: Some(row.id.clone()), like: charge.payment, ..Mark::default() };
    let day = row.booked_on;
    let at = desk.enter(kind, party, vec![(charge.item, minor)], row, &charge.ids[..1], mark);
    till.rows.push((day, at));
}

/// Who pays, as the gateway knows him.
fn payer(desk: &Desk<'_>, random: &mut Random, item: usize, gateway: Gateway, row: &mut Transaction) {
    let party = desk.draft.items[item].party;
    let card = desk.card(party);
    let other = &mut row.counterparty;
    other.name = card.name.clone().filter(|_| random.chance(860));
    if gateway != Gateway::GoCardless {
        other.email = card.emails.first().cloned().filter(|_| random.chance(850));
    }
    if gateway == Gateway::Stripe && random.chance(500) {
        let id = characters(random, "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijk0123456789", 14);
        other.customer_id = Some(format!("cus_{id}"));
    }
}

/// A transfer back to the account that the payment came from.
fn refund_by_bank(desk: &mut Desk<'_>, random: &mut Random) {
    let total = Amount::new(desk.amount(random).max(300), desk.home);
    let (item, transaction) = desk.settled_before(random, total, Vec::new());
    let whole = random.chance(650);
    let minor = if whole { total.minor() } else { random.between(1, total.minor()) };
    let told = !whole || random.chance(600);
    let number = desk.number(item);
    let tongue = desk.bank.tongue();
    let mut words = random.pick(tongue.refund).to_string();
    if told {
        words = format!("{words} {} {number}", random.pick(tongue.invoice));
    }
    let party = desk.draft.items[item].party;
    let name = desk.name(party);
    let iban = desk.card(party).ibans.first().cloned();
    let day = desk.day_after(random, desk.from);
    let amount = Amount::new(-minor, desk.home);
    let slip = Slip { way: Way::Out, amount, day, name: &name, iban: iban.as_deref(), words: &words };
    let mut row = desk.print_for(random, &slip);
    row.kind = TransactionKind::Refund;
    let mut numbers = if told { vec![number] } else { Vec::new() };
    if let Some(id) = transaction.filter(|_| !told && random.chance(300)) {
        row.reverses = Some(id.clone());
        numbers.push(id);
    }
    desk.enter(Kind::CardRefund, Some(party), vec![(item, -minor)], row, &numbers, Mark::default());
}
