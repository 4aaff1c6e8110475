//! What settles nothing.

use super::{Ask, Books, Style, Who, Words};
use crate::draft::{Payer, Payment};
use crate::{Kind, Random};
use payymo::money::{Amount, Currency};

impl Books {
    pub(super) fn rest(&mut self, style: &dyn Style, kind: Kind, random: &mut Random) {
        let done = match kind {
            Kind::ClosedInvoice => self.closed_invoice(style, random),
            Kind::NoOpenItem => self.no_open_item(style, random),
            Kind::StrangerSameAmount => self.same_amount(style, random),
            Kind::StrangerNumber => self.stranger_number(style, random),
            Kind::Namesake => self.impostor(style, random),
            _ => None,
        };
        if done.is_some() {
            return;
        }
        let aside = match kind {
            Kind::Refund
            | Kind::Chargeback
            | Kind::Payout
            | Kind::OwnTransfer
            | Kind::Interest
            | Kind::Salary => kind,
            _ => Kind::Background,
        };
        let day = self.some_day(random);
        if let Some(row) = style.aside(self, random, aside, day) {
            self.draft.payments.push(Payment::aside(aside, row));
        }
    }

    fn ask(
        &self,
        random: &mut Random,
        kind: Kind,
        client: Option<usize>,
        minor: i64,
        who: Who,
    ) -> Option<Ask> {
        let code = match client.and_then(|at| self.clients[at].open.first()) {
            Some(&item) => self.currency(item),
            None => Currency::parse(self.habits.home).ok()?,
        };
        Some(Ask {
            kind,
            client,
            numbers: Vec::new(),
            shares: Vec::new(),
            amount: Amount::new(minor.max(1), code),
            day: self.some_day(random),
            words: Words::Vague,
            who,
        })
    }

    /// Settled before, and paid again.
    fn closed_invoice(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let client = (0..400)
            .map(|_| random.below(self.clients.len() as u64) as usize)
            .find(|&at| !self.clients[at].closed.is_empty())?;
        let item = *random.pick(&self.clients[client].closed);
        let total = self.draft.items[item].invoice.total;
        let numbered = random.chance(800);
        // Without a number it would be the payment of an open item that is as large: that is how such money is
        // appropriated.
        if !numbered && self.clients[client].open.iter().any(|&at| self.draft.items[at].invoice.open == total)
        {
            return None;
        }
        let mut ask = self.ask(random, Kind::ClosedInvoice, Some(client), total.minor(), Who::Own)?;
        ask.amount = total;
        ask.numbers = vec![self.number(item)];
        ask.shares = vec![total.minor()];
        ask.words = if numbered { Words::Other } else { Words::Vague };
        let mut printed = style.print(self, random, &ask);
        if !printed.told
            && self.clients[client].open.iter().any(|&at| self.draft.items[at].invoice.open == total)
        {
            return None;
        }
        // Where as much is open, it could as well be a standing order with an old number: the clerk judges.
        if printed.told && self.draft.items[item].listed && ask.words == Words::Other {
            printed.payer = Payer::Known(client);
        }
        self.enter(&ask, printed, Vec::new());
        Some(())
    }

    /// A customer who owes nothing pays.
    fn no_open_item(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let client = (0..400)
            .map(|_| random.below(self.clients.len() as u64) as usize)
            .find(|&at| self.clients[at].open.is_empty())?;
        let minor = match self.clients[client].closed.first() {
            Some(&at) => self.draft.items[at].invoice.total.minor(),
            None => random.between(10, 900) * 100,
        };
        let ask = self.ask(random, Kind::NoOpenItem, Some(client), minor, Who::Own)?;
        let printed = style.print(self, random, &ask);
        self.enter(&ask, printed, Vec::new());
        Some(())
    }

    /// Somebody pays for something else just what some customer owes.
    fn same_amount(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let item = (0..200).filter_map(|_| self.untouched(random, 1)).find(|&at| self.home(at))?;
        let ask = self.ask(random, Kind::StrangerSameAmount, None, self.left(item), Who::Stranger)?;
        let printed = style.print(self, random, &ask);
        self.enter(&ask, printed, Vec::new());
        Some(())
    }

    /// Somebody writes a number that looks like one of the host's; the amount is nobody's.
    fn stranger_number(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let number = if random.chance(500) { self.number(item) } else { self.gaps.last()?.clone() };
        let minor = self.left(item) * random.between(150, 700) / 100 + random.between(3, 97);
        let mut ask = self.ask(random, Kind::StrangerNumber, None, minor, Who::Stranger)?;
        ask.numbers = vec![number];
        ask.shares = vec![minor];
        ask.words = Words::Other;
        let printed = style.print(self, random, &ask);
        self.enter(&ask, printed, Vec::new());
        Some(())
    }

    /// A stranger of a customer's name.
    fn impostor(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let client = random.below(self.clients.len() as u64) as usize;
        let minor = random.between(500, 300_000);
        let mut ask = self.ask(random, Kind::Namesake, None, minor, Who::Impostor(client))?;
        ask.words = Words::Vague;
        let mut printed = style.print(self, random, &ask);
        printed.payer = match self.draft.faces[client].keys.first() {
            Some(key) => Payer::Named(key.clone()),
            None => Payer::Unknown,
        };
        self.enter(&ask, printed, Vec::new());
        Some(())
    }
}
