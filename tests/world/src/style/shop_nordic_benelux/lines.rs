//! The lines that a statement holds beside what buyers pay: a table of patterns whose holes are filled.

use super::market::Market;
use crate::standard::{characters, digits};
use crate::{Kind, Random};
use chrono::{Datelike, NaiveDate};
use payymo::model::TransactionKind::{
    self, Card, DirectDebit, Dispute, Fee, Interest, Refund, Return, Transfer,
};

/// Who stands on the other side.
#[derive(Clone, Copy)]
pub enum Other {
    Nobody,
    Firm(&'static str),
    Supplier,
    Employee,
    /// The shop's own savings.
    Savings,
    /// A buyer who gets something back.
    Buyer,
}

/// A kind of line. `{9}` stands for so many digits, `{A9}` for so many digits and letters, `{2-90}` for a number;
/// the words in braces are those of [`Blank::word`].
pub struct Line {
    pub kind: Kind,
    pub is: TransactionKind,
    /// From, to and the step between, in minor units of a euro.
    pub minor: (i64, i64, i64),
    pub other: Other,
    pattern: &'static str,
}

const fn line(
    kind: Kind,
    is: TransactionKind,
    minor: (i64, i64, i64),
    other: Other,
    pattern: &'static str,
) -> Line {
    Line { kind, is, minor, other, pattern }
}

const TAKINGS: (i64, i64, i64) = (4_000, 900_000, 1);
/// What a buyer gets back is said by the item.
const ITEM: (i64, i64, i64) = (0, 0, 1);
const PSP: TransactionKind = TransactionKind::Payout;

#[rustfmt::skip]
static LINES: &[Line] = &[
    line(Kind::Payout, PSP, TAKINGS, Other::Firm("Adyen N.V."), "TX{10}XT batch {100-900} Noorderlicht"),
    line(Kind::Payout, PSP, TAKINGS, Other::Firm("Klarna Bank AB (publ)"), "{9} {yymmdd} Utbetalning"),
    line(Kind::Payout, PSP, TAKINGS, Other::Firm("Stichting Mollie Payments"), "M{A12} Uitbetaling {yymmdd}"),
    line(Kind::Payout, PSP, TAKINGS, Other::Firm("Vipps MobilePay AS"), "Utbetaling {6} {yymmdd}"),
    line(Kind::Payout, PSP, TAKINGS, Other::Firm("Worldline SA"), "MC/VISA term {8} {yymmdd} {2-90} trx"),
    line(Kind::Payout, PSP, TAKINGS, Other::Firm("PayPal (Europe) S.a r.l."), "{A13} /PAYPAL"),
    line(Kind::OwnTransfer, Transfer, (-4_500_000, -50_000, 50_000), Other::Savings, "Naar spaarrekening"),
    line(Kind::OwnTransfer, Transfer, (50_000, 4_500_000, 50_000), Other::Savings, "Van spaarrekening"),
    line(Kind::Interest, Interest, (1, 2_500, 1), Other::Nobody, "Creditrente"),
    line(Kind::Interest, Interest, (1, 2_500, 1), Other::Nobody, "Ränta {year}"),
    line(Kind::Interest, Interest, (1, 2_500, 1), Other::Nobody, "Intérêts créditeurs"),
    line(Kind::Interest, Interest, (-900, -1, 1), Other::Nobody, "Rente {month}"),
    line(Kind::Interest, Interest, (-900, -1, 1), Other::Nobody, "Korko"),
    line(Kind::Salary, Transfer, (-390_000, -110_000, 1), Other::Employee, "{wage} {month} {year}"),
    line(Kind::Salary, Transfer, (-390_000, -110_000, 1), Other::Employee, "{wage} {yymmdd}"),
    line(Kind::Background, Card, (-9_000, -300, 1), Other::Nobody, "BEA, Betaalpas {firm},PAS{3}, NR:{A6}, {day}/{clock}"),
    line(Kind::Background, Card, (-20_000, -500, 1), Other::Nobody, "PIRKUMS/KORTKÖP {day} {clock} {firm} **** {4}"),
    line(Kind::Background, Transfer, (-300_000, -4_000, 1), Other::Supplier, "{invoice} {6} {customer}"),
    line(Kind::Background, Transfer, (-400_000, -50_000, 1), Other::Supplier, "Voorraad {month}"),
    line(Kind::Background, DirectDebit, (-30_000, -1_000, 1), Other::Supplier, "/CSID/NL00ZZZ{12}/MARF/{8}/REMI/{10}"),
    line(Kind::Background, Fee, (-2_500, -50, 1), Other::Nobody, "Kosten zakelijke rekening / Bankavgift"),
    line(Kind::Background, Transfer, (5_000, 200_000, 1), Other::Firm("Skatteverket / Belastingdienst"), "Teruggaaf OB {9}"),
    line(Kind::Background, Transfer, (1_000, 60_000, 1), Other::Supplier, "Statiegeld emballage {7}"),
    line(Kind::Refund, Refund, ITEM, Other::Buyer, "Retour {number}"),
    line(Kind::Refund, Refund, ITEM, Other::Buyer, "Terugbetaling {invoice} {number}"),
    line(Kind::Refund, Refund, ITEM, Other::Buyer, "Återbetalning {number}"),
    line(Kind::Refund, Refund, ITEM, Other::Buyer, "Refusjon {order} {number}"),
    line(Kind::Refund, Refund, ITEM, Other::Buyer, "Remboursement {number}"),
    line(Kind::Refund, Refund, ITEM, Other::Buyer, "Palautus {number}"),
    line(Kind::Chargeback, Dispute, ITEM, Other::Nobody, "CHARGEBACK ARN {23} VISA **** {4}"),
    line(Kind::Chargeback, Return, ITEM, Other::Nobody, "Storno incasso MD06 mandaat {7}"),
];

/// What people without an account at the shop pay for.
pub const PRIVATE: &[&str] = &[
    "Marktplaats fiets",
    "Retour borg {day}",
    "lotteri kontoret",
    "julbord / julefrokost",
    "Huur parkeerplaats {month}",
    "terugbetaling lunch",
];

/// Firms whose numbers look like the shop's: a carrier's claim, a supplier's credit, an office's ruling.
pub const NUMBERED: &[(&str, &str)] = &[
    ("PostNed Pakketten", "Schadeclaim {number} vergoeding"),
    ("Groothandel Zuid BV", "Creditnota {number} retour goederen"),
    ("Fraktbolaget Nord AB", "Ersättning ärende {number}"),
    ("Belastingdienst", "Teruggaaf BTW beschikking {number}"),
    ("Forsikring Vest AS", "Utbetaling skade {number}"),
];

/// What buyers write who pay in advance.
pub const ADVANCE: &[&str] =
    &["{part}", "{order}", "{customer} {own}", "cadeaubon", "{vague}", "webshop {month}"];

/// One of the lines of a kind.
pub fn of(random: &mut Random, kind: Kind) -> Option<&'static Line> {
    let count = LINES.iter().filter(|line| line.kind == kind).count();
    LINES.iter().filter(|line| line.kind == kind).nth(random.below(count as u64) as usize)
}

impl Line {
    pub fn amount(&self, random: &mut Random, market: Market) -> i64 {
        let (low, high, step) = self.minor;
        random.between(low / step, high / step) * step * market.scale()
    }

    pub fn text(&self, random: &mut Random, blank: &Blank<'_>) -> String {
        fill(random, self.pattern, blank)
    }
}

/// What stands in the holes of a pattern.
pub struct Blank<'a> {
    pub market: Market,
    pub day: NaiveDate,
    /// A firm's name.
    pub firm: &'a str,
    /// The number that is named.
    pub number: &'a str,
    /// The customer's own number.
    pub own: u32,
}

impl Blank<'_> {
    fn word(&self, random: &mut Random, hole: &str) -> String {
        let (day, tongue) = (self.day, self.market.tongue());
        match hole {
            "firm" => self.firm.to_owned(),
            "number" => self.number.to_owned(),
            "own" => self.own.to_string(),
            "day" => day.to_string(),
            "yymmdd" => day.format("%y%m%d").to_string(),
            "month" => tongue.month(day).to_owned(),
            "year" => day.year().to_string(),
            "clock" => format!("{:02}:{:02}", random.between(6, 22), random.between(0, 59)),
            "wage" => tongue.wage.to_owned(),
            "invoice" => random.pick(tongue.invoice).to_string(),
            "order" => random.pick(tongue.order).to_string(),
            "customer" => random.pick(tongue.customer).to_string(),
            "part" => random.pick(tongue.part).to_string(),
            "vague" => random.pick(tongue.vague).to_string(),
            _ => count(random, hole),
        }
    }
}

fn count(random: &mut Random, hole: &str) -> String {
    let number =
        |text: &str| text.parse::<i64>().unwrap_or_else(|_| panic!("a hole that nothing fills: {text}"));
    if let Some(letters) = hole.strip_prefix('A') {
        return characters(random, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", number(letters) as usize);
    }
    match hole.split_once('-') {
        Some((low, high)) => random.between(number(low), number(high)).to_string(),
        None => digits(random, number(hole) as usize),
    }
}

/// A pattern with its holes filled.
pub fn fill(random: &mut Random, pattern: &str, blank: &Blank<'_>) -> String {
    let mut text = String::new();
    for piece in pattern.split_inclusive(['{', '}']) {
        match piece.strip_suffix('}') {
            Some(hole) => text.push_str(&blank.word(random, hole)),
            None => text.push_str(piece.trim_end_matches('{')),
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hole_is_filled() {
        let mut random = Random::new(1);
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let blank = Blank { market: Market::Nl, day, firm: "Garage Bos", number: "NB20341", own: 7 };
        let patterns = LINES.iter().map(|line| line.pattern).chain(PRIVATE.iter().copied());
        for pattern in patterns.chain(NUMBERED.iter().map(|row| row.1)).chain(ADVANCE.iter().copied()) {
            let text = fill(&mut random, pattern, &blank);
            assert!(!text.contains(['{', '}']), "{text}");
        }
        assert_eq!(fill(&mut random, "{wage} {month} {year}", &blank), "Salaris maart 2026");
        assert_eq!(fill(&mut random, "a{number}b", &blank), "aNB20341b");
        assert_eq!(fill(&mut random, "{yymmdd}{4}", &blank).len(), 10);
    }
}
