//! What looks like a payment of an open item and is not quite: nothing due, an old number, namesakes, strangers.

use super::book::{Channel, Money, earlier, later};
use super::events::{Events, Pay, Payer, Say, Second};
use super::names::{Who, key, place};
use crate::{Kind, Random};
use chrono::NaiveDate;

impl Events<'_> {
    /// Half of those who take part in one event only owe something else, which nobody can mistake for it.
    pub(super) fn another(&mut self, random: &mut Random, client: usize, day: NaiveDate, unlike: i64) {
        if random.chance(500) {
            let issued = earlier(day, random.below(12));
            self.book.add(client, issued, unlike * 3 + random.between(37, 900));
        }
    }

    /// A payment of an item that is closed, or of nothing at all, by a client who owes nothing like it.
    pub(super) fn nothing_due(&mut self, random: &mut Random, kind: Kind, client: usize, day: NaiveDate) {
        let mut pay = self.one(random, kind, client, day);
        self.no_gateway(&mut pay);
        let item = pay.parts[0].0;
        let settled = earlier(day, 2 + random.below(20));
        let issued = self.book.items[item].issued;
        self.book.items[item].issued = issued.min(earlier(settled, 3));
        self.book.items[item].due = later(self.book.items[item].issued, self.book.term);
        self.book.close(item, settled);
        pay.parts.clear();
        if kind == Kind::NoOpenItem {
            pay.say = Say::Idle;
        } else {
            self.another(random, client, day, pay.gross);
        }
        self.pays.push(pay);
    }

    pub(super) fn standing_order(&mut self, random: &mut Random, client: usize, day: NaiveDate) {
        let mut pay = self.one(random, Kind::StandingOrderOldNumber, client, day);
        self.no_gateway(&mut pay);
        pay.payer = Payer::Client(client);
        let item = pay.parts[0].0;
        let issued = self.book.items[item].issued;
        let months = 1 + random.below(6);
        let old = self.book.add(client, earlier(issued, 30 * months), pay.gross);
        self.book.items[old].money = self.book.items[item].money;
        self.book.close(old, earlier(day, 30 * months));
        pay.say = Say::Numbers(vec![old]);
        self.pays.push(pay);
    }

    /// Another customer takes this one's name; one of them pays. Or a namesake pays who is no customer.
    pub(super) fn namesake(&mut self, random: &mut Random, client: usize, day: NaiveDate) {
        if random.chance(150) {
            let name = self.book.clients[client].who.listed();
            let item = self.book.due_item(random, client, day);
            self.book.items[item].taken = false;
            let words = *random.pick(&["RENT", "birthday", "loan repayment", "deposit flat 4", "holiday"]);
            self.pays.push(Pay {
                kind: Kind::Namesake,
                client: None,
                parts: Vec::new(),
                gross: random.between(3_000, 90_000) / 100 * 100 + 7,
                money: self.book.clients[client].money,
                channel: if self.book.clients[client].money == Money::Gbp {
                    Channel::Fps
                } else {
                    Channel::Sepa
                },
                day,
                payer: Payer::Other(name),
                say: Say::Words(words.to_owned()),
                second: Second::None,
                original: None,
            });
            return;
        }
        let others = self.book.clients.len() as u64;
        let double = random.below(others) as usize;
        if double == client || self.book.clients[double].alone {
            return self.namesake(random, client, day);
        }
        let who = self.book.clients[double].who.clone();
        self.book.clients[client].email = super::clients::email(random, &who);
        self.book.clients[client].who = who;
        let mut pay = self.one(random, Kind::Namesake, client, day);
        self.no_gateway(&mut pay);
        pay.payer = Payer::Client(client);
        if random.chance(500) {
            // The same product on both accounts.
            let issued = self.book.items[pay.parts[0].0].issued;
            let twin = self.book.add(double, issued, pay.gross);
            self.book.items[twin].money = pay.money;
        }
        if random.chance(500) {
            pay.say = Say::Idle;
        }
        self.pays.push(pay);
    }

    pub(super) fn stranger(&mut self, random: &mut Random, kind: Kind, client: usize, day: NaiveDate) {
        let money = self.book.clients[client].money;
        let (gross, say) = if kind == Kind::StrangerSameAmount {
            let words = ["ebay item", "thanks", "", "second hand desk", "raffle", "from Mum", "TICKETS"];
            (*random.pick(&self.book.clients[client].prices), Say::Words((*random.pick(&words)).to_owned()))
        } else {
            // The number of an open item, by chance or as an order number of somebody else.
            let item = self.book.due_item(random, client, day);
            self.book.items[item].taken = false;
            (random.between(2_000, 60_000), Say::Chance(item))
        };
        let channel = match (money, random.below(3)) {
            (Money::Gbp, 0) => Channel::Bare,
            (Money::Gbp, _) => Channel::Fps,
            (_, 0) => Channel::GoCardless,
            _ => Channel::Sepa,
        };
        let payer = Payer::Other(self.stranger_name(random));
        self.pays.push(Pay {
            kind,
            client: None,
            parts: Vec::new(),
            gross,
            money,
            channel,
            day,
            payer,
            say,
            second: Second::None,
            original: None,
        });
    }

    /// A name that no customer has.
    pub(super) fn stranger_name(&self, random: &mut Random) -> String {
        for _ in 0..20 {
            let company = random.chance(350);
            let who = Who::invent(random, company);
            if !self.keys.contains(&key(&who.listed())) && !self.keys.contains(&key(&who.person())) {
                return who.listed();
            }
        }
        // Where there are so many customers that every common name is taken.
        let who = Who::invent(random, false);
        format!("{} {}-{}", who.given, who.family, place(random))
    }
}
