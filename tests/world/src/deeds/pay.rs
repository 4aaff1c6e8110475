//! Payments that settle something.

use super::{Ask, Books, Printed, Style, Who, Words};
use crate::draft::{Payer, Payment};
use crate::{Kind, Random};
use chrono::{Days, NaiveDate};
use payymo::model::{Invoice, Original};
use payymo::money::{Amount, Currency};

impl Books {
    pub(super) fn settle(&mut self, style: &dyn Style, kind: Kind, random: &mut Random) -> Option<()> {
        match kind {
            Kind::Plain => self.simple(style, kind, random, Words::Numbers),
            Kind::NoReference => self.simple(style, kind, random, Words::Vague),
            Kind::CustomerNumber => self.simple(style, kind, random, Words::Client),
            Kind::ThirdParty => self.third_party(style, random),
            Kind::PayingAgency => self.agency(style, random),
            Kind::Grouped => self.grouped(style, random),
            Kind::PartPayment => self.part(style, random),
            Kind::Instalment => self.instalments(style, random),
            Kind::BankFee | Kind::Rounding | Kind::Overpayment | Kind::EarlyDiscount => {
                self.difference(style, kind, random)
            }
            Kind::Fx => self.exchange(style, random),
            Kind::LateFee => self.late_fee(style, random),
            Kind::MassPayment => self.mass(style, random),
            Kind::PaidTwice => self.paid_twice(style, random),
            Kind::StandingOrderOldNumber => self.standing_order(style, random),
            Kind::PendingCopy | Kind::OverlapCopy => self.copied(style, kind, random),
            Kind::Namesake => self.namesake(style, random),
            _ => None,
        }
    }

    /// One payment for some items of which it takes what is left, up to `gross`. Answers its index.
    pub(super) fn pay(
        &mut self,
        style: &dyn Style,
        random: &mut Random,
        kind: Kind,
        items: &[usize],
        gross: i64,
        how: (Words, Who),
    ) -> usize {
        let day = self.pay_day(random, items);
        self.pay_on(style, random, kind, items, gross, how, day)
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn pay_on(
        &mut self,
        style: &dyn Style,
        random: &mut Random,
        kind: Kind,
        items: &[usize],
        gross: i64,
        (words, who): (Words, Who),
        day: NaiveDate,
    ) -> usize {
        let parts = self.draft.take_in_turn(items, gross);
        let ask = Ask {
            kind,
            client: Some(self.draft.items[items[0]].party),
            numbers: items.iter().map(|&at| self.number(at)).collect(),
            shares: parts.iter().map(|part| part.1).collect(),
            amount: Amount::new(gross, self.currency(items[0])),
            day,
            words,
            who,
        };
        let printed = style.print(self, random, &ask);
        self.enter(&ask, printed, parts)
    }

    /// Writes a printed row down.
    pub(super) fn enter(&mut self, ask: &Ask, printed: Printed, parts: Vec<(usize, i64)>) -> usize {
        let named = printed.told && ask.words == Words::Numbers && !parts.is_empty();
        self.draft.payments.push(Payment {
            party: ask.client,
            parts,
            named,
            payer: printed.payer,
            ..Payment::aside(ask.kind, printed.row)
        });
        self.draft.payments.len() - 1
    }

    /// The numbers, or nothing of use.
    pub(super) fn words(&self, random: &mut Random) -> Words {
        if random.chance(self.habits.numbered) { Words::Numbers } else { Words::Vague }
    }

    fn simple(&mut self, style: &dyn Style, kind: Kind, random: &mut Random, words: Words) -> Option<()> {
        let item = self.untouched(random, 1)?;
        self.pay(style, random, kind, &[item], self.left(item), (words, Who::Own));
        Some(())
    }

    fn third_party(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let client = self.draft.items[item].party;
        let family = self.draft.faces[client].group.as_ref().and_then(|group| self.families.get(group));
        let sister = family.and_then(|list| list.iter().copied().find(|at| *at != client));
        let who = match (sister, random.below(10)) {
            (Some(at), 0..7) => Who::Sister(at),
            (_, 0..8) => Who::Owner,
            _ => Who::Stranger,
        };
        let words = if who == Who::Stranger { Words::Numbers } else { self.words(random) };
        self.pay(style, random, Kind::ThirdParty, &[item], self.left(item), (words, who));
        Some(())
    }

    fn agency(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let who = Who::Agency(random.below(self.agencies as u64) as usize);
        let mut items = vec![self.untouched(random, 1)?];
        if random.chance(450) {
            for _ in 0..random.between(1, 4) {
                if let Some(other) = self.untouched(random, 1)
                    && !items.contains(&other)
                    && self.currency(other) == self.currency(items[0])
                {
                    items.push(other);
                }
            }
        }
        let gross = items.iter().map(|&at| self.left(at)).sum();
        let words = if items.len() == 1 && random.chance(250) { Words::Behalf } else { Words::Numbers };
        self.pay(style, random, Kind::PayingAgency, &items, gross, (words, who));
        Some(())
    }

    fn grouped(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let wish = *random.pick(&[2, 2, 3, 3, 4, 5, 6]);
        let item = self.untouched(random, wish).or_else(|| self.untouched(random, 2))?;
        let client = self.draft.items[item].party;
        let mut items = self.free_of(client);
        random.shuffle(&mut items);
        let most = items.len().min(9);
        items.truncate(if random.chance(600) { most } else { random.between(2, most as i64) as usize });
        if random.chance(750) {
            items.sort_by_key(|&at| self.draft.items[at].invoice.issued_on);
        }
        let gross = items.iter().map(|&at| self.left(at)).sum();
        let words = match random.below(10) {
            0..7 => Words::Numbers,
            7 => Words::Client,
            _ => Words::Vague,
        };
        self.pay(style, random, Kind::Grouped, &items, gross, (words, Who::Own));
        Some(())
    }

    fn part(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let open = self.left(item);
        let share = match random.below(3) {
            0 => open / 2,
            1 => open * random.between(20, 80) / 100,
            _ => open * random.between(2, 8) / 10 / 1000 * 1000,
        };
        let gross = share.clamp(1, (open - 1).max(1));
        let words = if random.chance(850) { Words::Numbers } else { Words::Vague };
        self.pay(style, random, Kind::PartPayment, &[item], gross, (words, Who::Own));
        Some(())
    }

    fn instalments(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let count = random.between(2, 4);
        let each = (self.left(item) / count).max(1);
        let first = self.from.max(self.draft.items[item].invoice.issued_on.unwrap_or(self.from));
        let step = (self.as_of - first).num_days().max(0) / count;
        let words = if random.chance(850) { Words::Numbers } else { Words::Vague };
        for turn in 0..count {
            let gross = if turn + 1 == count { self.left(item) } else { each.min(self.left(item)) };
            if gross <= 0 {
                break;
            }
            let day =
                self.business(first + Days::new((step.min(31) * turn).unsigned_abs() + random.below(3)));
            self.pay_on(style, random, Kind::Instalment, &[item], gross, (words, Who::Own), day);
        }
        Some(())
    }

    fn difference(&mut self, style: &dyn Style, kind: Kind, random: &mut Random) -> Option<()> {
        let item = match kind {
            Kind::EarlyDiscount => (0..400)
                .filter_map(|_| self.untouched(random, 1))
                .find(|&at| self.draft.items[at].invoice.terms.is_some())?,
            _ => self.untouched(random, 1)?,
        };
        let open = self.left(item);
        let mut day = self.pay_day(random, &[item]);
        let gross = match kind {
            Kind::BankFee => open - (*random.pick(self.habits.fees)).min(open / 5),
            Kind::EarlyDiscount => {
                let terms = self.draft.items[item].invoice.terms.clone()?;
                let issued = self.draft.items[item].invoice.issued_on.unwrap_or(day);
                let latest = (issued + Days::new(u64::from(terms.discount_days))).min(self.as_of);
                if latest >= self.from {
                    let first = self.from.max(issued).min(latest);
                    day = first + Days::new(random.below((latest - first).num_days().unsigned_abs() + 1));
                }
                let percent = i64::try_from(terms.discount_percent).unwrap_or(2);
                open - (open * percent + random.between(0, 99)) / 100
            }
            Kind::Rounding => match random.below(4) {
                0 => open / 100 * 100,
                1 => (open + 99) / 100 * 100,
                _ => open + *random.pick(&[-4, -3, -2, -1, 1, 2, 3]),
            },
            _ => match random.below(3) {
                0 => open + random.between(1, 30) * 100,
                1 => (open / 10_000 + 1) * 10_000,
                _ => open + open * random.between(2, 40) / 100 + 1,
            },
        };
        let words = self.words(random);
        self.pay_on(style, random, kind, &[item], gross.max(1), (words, Who::Own), day);
        Some(())
    }

    /// Paid in another currency than the invoice's, or than the account's.
    fn exchange(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let abroad = random.chance(600);
        let item = (0..200).filter_map(|_| self.untouched(random, 1)).find(|&at| self.home(at) != abroad)?;
        let open = self.left(item);
        let words = self.words(random);
        let home = Currency::parse(self.habits.home).ok()?;
        if abroad {
            let code = self.currency(item);
            let at = self.pay(style, random, Kind::Fx, &[item], open, (words, Who::Own));
            let rate = self.rate(random, code.as_str())?;
            let row = &mut self.draft.payments[at].row;
            let rate_text = format!("{}.{:04}", rate / 10_000, rate % 10_000);
            let rate_given = if random.chance(600) { rate_text.parse().ok() } else { None };
            row.original = Some(Original { amount: Amount::new(open, code), rate: rate_given });
            row.fees.clear();
            row.amount = Amount::new((open * rate + 5_000) / 10_000, home);
            row.account = Some(style.account(self.habits.home));
        } else {
            let gross = (open - open * random.between(1, 12) / 1000).max(1);
            let at = self.pay(style, random, Kind::Fx, &[item], gross, (words, Who::Own));
            let (code, _) = *random.pick(self.habits.rates);
            let rate = self.rate(random, code)?;
            let amount = Amount::new(gross * 10_000 / rate, Currency::parse(code).ok()?);
            self.draft.payments[at].row.original = Some(Original { amount, rate: None });
        }
        Some(())
    }

    /// Minor units of the home currency for 10,000 of another on some day.
    fn rate(&self, random: &mut Random, code: &str) -> Option<i64> {
        let rate = self.habits.rates.iter().find(|row| row.0 == code)?.1;
        Some(rate + rate * random.between(-150, 150) / 10_000)
    }

    fn late_fee(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let fee = *random.pick(self.habits.late_fees);
        let entry = &mut self.draft.items[item];
        let before = entry.invoice.total;
        let total = Amount::new(before.minor() + fee, before.currency());
        entry.invoice.previous_totals.push(before);
        (entry.invoice.total, entry.invoice.open, entry.left) = (total, total, total.minor());
        let gross = if random.chance(500) { total.minor() } else { before.minor() };
        let words = self.words(random);
        self.pay(style, random, Kind::LateFee, &[item], gross, (words, Who::Own));
        Some(())
    }

    /// One item that stands for several, with a number of its own.
    fn mass(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let first = self.untouched(random, 2)?;
        let number = self.gaps.pop()?;
        let client = self.draft.items[first].party;
        let covered = self.free_of(client);
        let sum: i64 = covered.iter().map(|&at| self.left(at)).sum();
        covered.iter().for_each(|&at| {
            self.draft.take(at, i64::MAX);
        });
        let newest = *covered.iter().max_by_key(|&&at| self.draft.items[at].invoice.issued_on)?;
        let total = Amount::new(sum, self.currency(first));
        let id = self.ids.pop().unwrap_or(9_000_000 + self.draft.items.len() as u32);
        let source = &self.draft.items[newest].invoice;
        let invoice = Invoice {
            number: Some(number),
            covers: covered.iter().map(|&at| self.draft.items[at].invoice.id.clone()).collect(),
            customer: source.customer.clone(),
            issued_on: source.issued_on,
            due_on: source.due_on,
            ..Invoice::new(id.to_string(), total)
        };
        let at = self.draft.items.len();
        self.draft.items.push(crate::draft::Item {
            invoice,
            party: client,
            listed: true,
            left: sum,
            touched: true,
        });
        self.clients[client].open.push(at);
        let words = if random.chance(800) { Words::Numbers } else { Words::Vague };
        self.pay(style, random, Kind::MassPayment, &[at], sum, (words, Who::Own));
        Some(())
    }

    /// Two customers of one name: one of them pays. Or somebody else of that name: see `rest`.
    fn namesake(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        if random.chance(300) {
            return None;
        }
        let twins = self.twins.as_ref().filter(|list| !list.is_empty())?;
        let item = (0..400).find_map(|_| self.free_of(*random.pick(twins)).first().copied())?;
        let words = if random.chance(550) { Words::Numbers } else { Words::Vague };
        let at = self.pay(style, random, Kind::Namesake, &[item], self.left(item), (words, Who::Own));
        // A known account tells the two apart; the name does not.
        if let Payer::Named(_) = self.draft.payments[at].payer {
            let key = self.draft.faces[self.draft.items[item].party].keys.first().cloned();
            self.draft.payments[at].payer = key.map_or(Payer::Unknown, Payer::Named);
        }
        Some(())
    }
}
