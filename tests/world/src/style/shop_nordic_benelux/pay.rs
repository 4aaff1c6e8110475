//! One payment: what the payer tells, what is taken from the items, and the same row again.

use super::row::{Payor, Said};
use super::shop::{Count, Shop};
use crate::draft::{Payer, Payment};
use crate::{Kind, Random};
use chrono::NaiveDate;
use payymo::model::{Fee, TransactionKind};
use payymo::money::Amount;

/// What the payer tells.
pub enum Tell {
    /// The slip's reference where there is one, else the number.
    Item,
    /// The number, between these words.
    Number(String, String),
    /// The customer's number.
    Customer,
    /// No item.
    Words(String),
}

impl Shop {
    /// One payment for items, each taken as far as the money goes. Answers its index.
    pub fn pay(
        &mut self,
        random: &mut Random,
        kind: Kind,
        items: &[usize],
        gross: i64,
        tell: Tell,
        who: Payor,
    ) -> usize {
        let latest = items
            .iter()
            .copied()
            .max_by_key(|&at| self.draft.items[at].invoice.issued_on)
            .unwrap_or(items[0]);
        let day = self.when(random, latest);
        self.pay_on(random, kind, items, gross, tell, who, day)
    }

    #[allow(clippy::too_many_arguments)]
    pub fn pay_on(
        &mut self,
        random: &mut Random,
        kind: Kind,
        items: &[usize],
        gross: i64,
        tell: Tell,
        who: Payor,
        day: NaiveDate,
    ) -> usize {
        let buyer = self.draft.items[items[0]].party;
        let (market, number) = (self.buyers[buyer].market, self.buyers[buyer].number);
        let currency = self.draft.items[items[0]].invoice.currency();
        let tongue = market.tongue();
        let mut said = Said::default();
        let mut copies: Vec<String> = Vec::new();
        let mut exact = true;
        let by_customer = matches!(tell, Tell::Customer);
        let slip =
            self.draft.items[items[0]].invoice.references.first().cloned().filter(|_| items.len() == 1);
        match tell {
            Tell::Item if slip.is_some() && random.chance(700) => {
                let slip = slip.unwrap_or_default();
                if random.chance(60) {
                    exact = false; // typed by hand, and wrongly
                    said.words = mistyped(random, &slip);
                } else {
                    said.slip = Some(slip);
                }
            }
            Tell::Item | Tell::Number(..) => {
                for &at in items {
                    let (copy, right) = self.copied(random, at);
                    exact &= right;
                    copies.push(copy);
                }
                let list = copies.join(random.pick::<&str>(&[", ", " ", "+", " & ", ","]));
                said.words = match tell {
                    Tell::Number(before, after) => format!("{before} {list} {after}").trim().to_owned(),
                    _ => {
                        let word = if random.chance(500) {
                            random.pick(tongue.invoice)
                        } else {
                            random.pick(tongue.order)
                        };
                        match random.below(10) {
                            0..3 => list,
                            3..7 => format!("{word} {list}"),
                            7 => format!(
                                "{word} {list} {}",
                                tongue.customer[0].to_owned() + " " + &number.to_string()
                            ),
                            8 => format!("{word} #{list}"),
                            _ => format!("{list} {}", random.pick(tongue.vague)).trim().to_owned(),
                        }
                    }
                };
            }
            Tell::Customer => said.words = format!("{} {number}", random.pick(tongue.customer)),
            Tell::Words(words) => said.words = words,
        }
        if random.chance(60) {
            said.words = said.words.chars().take(32).collect();
        }
        let (mut row, mut payer) = self.write(random, buyer, &who, Amount::new(gross, currency), day, &said);
        if by_customer || row.remittance.contains(&format!(" {number}")) {
            payer = Payer::Known(buyer);
        }
        let told = !copies.is_empty()
            && copies.iter().all(|copy| row.remittance.to_lowercase().contains(&copy.to_lowercase()));
        let named = exact && (said.slip.is_some() || told);
        // Wallets and card acquirers keep their fee.
        let fee =
            if kind == Kind::Plain && market.till() == 0 && random.chance(15) { gross / 100 + 25 } else { 0 };
        if fee > 0 && fee < gross {
            row.amount = Amount::new(gross - fee, currency);
            row.fees.push(Fee { amount: Amount::new(fee, currency), kind: "psp_fee".to_owned() });
            row.kind = TransactionKind::Card;
        }
        let parts = self.draft.take_in_turn(items, gross);
        self.draft.payments.push(Payment {
            party: Some(buyer),
            parts,
            named,
            payer,
            ..Payment::aside(kind, row)
        });
        self.draft.payments.len() - 1
    }

    /// A number as people type it, and whether it is still right.
    fn copied(&self, random: &mut Random, item: usize) -> (String, bool) {
        let invoice = &self.draft.items[item].invoice;
        let printed = invoice.number.clone().unwrap_or_default();
        if let Some(other) = invoice.other_numbers.first().filter(|_| random.chance(500)) {
            return (other.clone(), true);
        }
        let bill = usize::from(invoice.metadata.get("channel").is_some_and(|it| it == "energy"));
        match (self.counts[bill], random.below(100)) {
            (_, 0..2) => (mistyped(random, &printed), false),
            (Count::Hex, 2..12) => (printed.to_uppercase(), true),
            (Count::Hex, 12..15) => (printed[..6].to_owned(), false),
            (Count::Padded, 2..40) => (printed.trim_start_matches('0').to_owned(), true),
            (Count::Prefixed, 2..22) => (printed.trim_start_matches("NB").to_owned(), true),
            (Count::Prefixed, 22..30) => (printed.replace("NB", "nb "), true),
            (Count::Monthly, 2..14) => (printed.replace('-', ""), true),
            (Count::Monthly, 14..22) => (printed.replace('-', " "), true),
            _ => (printed, true),
        }
    }

    /// The same row again, settling nothing.
    pub fn again(&mut self, of: usize, equal: bool, change: impl FnOnce(&mut Payment)) {
        if equal {
            self.copies += 1;
            self.draft.payments[of].copies = Some(self.copies);
        }
        let mut copy = self.draft.payments[of].clone();
        copy.parts.clear();
        // A pending copy and a second statement are seen at once; a second payment only by its text.
        copy.named |= copy.kind != Kind::PaidTwice;
        change(&mut copy);
        self.draft.payments.push(copy);
    }
}

/// One digit or letter is another, or two have changed places.
fn mistyped(random: &mut Random, number: &str) -> String {
    let mut chars: Vec<char> = number.chars().collect();
    let places: Vec<usize> = (0..chars.len()).filter(|&at| chars[at].is_ascii_alphanumeric()).collect();
    let turn = random.below(places.len() as u64) as usize;
    let at = places[turn];
    match places.get(turn + 1) {
        Some(&next) if chars[next] != chars[at] && random.chance(500) => chars.swap(at, next),
        _ => {
            let old = chars[at];
            chars[at] = *"0123456789"
                .chars()
                .filter(|c| *c != old)
                .collect::<Vec<_>>()
                .get(random.below(9) as usize)
                .unwrap_or(&'0');
        }
    }
    chars.into_iter().collect()
}
