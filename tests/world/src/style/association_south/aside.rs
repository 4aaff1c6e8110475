//! The association's own money: wages, trainers, taxes, power, deposits of card terminals.

use super::ledger::Host;
use super::lines;
use super::people::{self, Land, plain};
use crate::standard::{characters, digits, some_iban};
use crate::{Kind, Random};
use chrono::{Datelike, NaiveDate};
use payymo::model::{ReturnStage, Returned, Transaction, TransactionKind};
use payymo::money::{Amount, Currency};

pub(super) fn row(host: &Host, random: &mut Random, kind: Kind, day: NaiveDate) -> Transaction {
    let land = host.land;
    let at = land as usize;
    let scale = if land == Land::Pl { 4 } else { 1 };
    let person = people::person(random, land).full();
    let (name, text, minor, is) = match kind {
        Kind::Refund => {
            let word = ["DEVOLUCION CUOTA", "RIMBORSO QUOTA", "ZWROT SKLADKI", "DEVOLUCAO QUOTA"][at];
            (
                person.clone(),
                format!("{word} {}", lines::fee(random, host, day)),
                -random.between(1_500, 30_000),
                TransactionKind::Refund,
            )
        }
        Kind::Chargeback => {
            let word = [
                "DEVOLUCION RECIBO DOMICILIADO",
                "STORNO SDD",
                "ZWROT POLECENIA ZAPLATY",
                "DEVOL DEBITO DIRETO",
            ][at];
            (
                person.clone(),
                format!("{word} {}", digits(random, 10)),
                -random.between(2_000, 40_000),
                TransactionKind::Return,
            )
        }
        Kind::Payout => match random.below(3) {
            0 => (
                ["REDSYS", "NEXI PAYMENTS SPA", "PAYU S.A.", "SIBS"][at].to_owned(),
                format!(
                    "{} TPV {} {}",
                    ["ABONO", "ACCREDITO POS", "ROZLICZENIE", "CREDITO"][at],
                    digits(random, 9),
                    day.format("%d%m")
                ),
                random.between(3_000, 400_000),
                TransactionKind::Payout,
            ),
            1 => (
                "PAYPAL EUROPE".to_owned(),
                format!("PAYPAL {}", digits(random, 13)),
                random.between(1_500, 90_000),
                TransactionKind::Payout,
            ),
            _ => (
                "STRIPE".to_owned(),
                characters(random, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", 8),
                random.between(3_000, 200_000),
                TransactionKind::Payout,
            ),
        },
        Kind::OwnTransfer => (
            host.name.to_owned(),
            ["TRASPASO", "GIROCONTO", "PRZELEW WLASNY", "TRANSF. INTERNA"][at].to_owned(),
            random.between(5, 90) * 10_000 * if random.chance(500) { -1 } else { 1 },
            TransactionKind::Internal,
        ),
        Kind::Interest => (
            String::new(),
            ["INTERESES A SU FAVOR", "COMPETENZE LIQUIDAZIONE", "ODSETKI", "JUROS CREDORES"][at].to_owned(),
            random.between(1, 4_000),
            TransactionKind::Interest,
        ),
        Kind::Salary => (
            person.clone(),
            format!(
                "{} {:02}/{}",
                ["NOMINA", "STIPENDIO", "WYNAGRODZENIE", "VENCIMENTO"][at],
                day.month(),
                day.year()
            ),
            -random.between(70_000, 240_000),
            TransactionKind::Transfer,
        ),
        _ => daily(host, random, day),
    };
    let currency =
        Currency::parse(if land == Land::Pl { "PLN" } else { "EUR" }).expect("a currency of ISO 4217");
    let mut row = Transaction::new("", day, Amount::new(minor * scale, currency));
    row.kind = is;
    row.account = Some(host.account.clone());
    row.source = (*random.pick(&["csv", "camt053", "mt940"])).into();
    row.value_on = random.chance(500).then_some(day);
    if is == TransactionKind::Return {
        let reason = Some(random.pick(&["MD06", "AM04", "MS03"]).to_string());
        row.returned = Some(Returned { stage: ReturnStage::Return, reason, originals: Vec::new() });
    }
    if row.source == "csv" {
        row.remittance = plain(&format!("{text} {name}")).to_uppercase().trim().to_owned();
    } else {
        row.remittance = text;
        row.counterparty.name = Some(name).filter(|name| !name.is_empty());
        row.counterparty.iban = Some(some_iban(random, land.code())).filter(|_| random.chance(600));
    }
    row
}

/// Suppliers, taxes, power; some money in: lotteries, grants, interest of nobody's.
fn daily(host: &Host, random: &mut Random, day: NaiveDate) -> (String, String, i64, TransactionKind) {
    let at = host.land as usize;
    let firm = people::company(random, host.land).listed();
    match random.below(9) {
        0 => (
            ["AEAT", "AGENZIA ENTRATE", "URZAD SKARBOWY", "AUTORIDADE TRIBUTARIA"][at].to_owned(),
            format!("{} {}", ["MODELO 111", "F24", "PIT-4R", "DUC"][at], digits(random, 12)),
            -random.between(20_000, 300_000),
            TransactionKind::DirectDebit,
        ),
        1 => (
            ["IBERLUZ", "ENERGIA VERDE SPA", "PGE OBROT", "LUZ DO SUL"][at].to_owned(),
            format!(
                "{} {}",
                ["RECIBO LUZ CONTRATO", "BOLLETTA N.", "FAKTURA ZA PRAD", "FATURA ENERGIA"][at],
                digits(random, 11)
            ),
            -random.between(4_000, 90_000),
            TransactionKind::DirectDebit,
        ),
        2 | 3 => (
            firm,
            format!("{} {}", lines::label(random, host.land), digits(random, 5)),
            -random.between(2_000, 250_000),
            TransactionKind::Transfer,
        ),
        4 => (
            String::new(),
            ["COMISION MANTENIMIENTO", "CANONE CONTO", "OPLATA ZA PROWADZENIE", "COMISSAO GESTAO"][at]
                .to_owned(),
            -random.between(200, 3_500),
            TransactionKind::Fee,
        ),
        5 => (
            ["AYUNTAMIENTO", "COMUNE", "URZAD MIASTA", "CAMARA MUNICIPAL"][at].to_owned(),
            format!(
                "{} {} {}",
                ["SUBVENCION", "CONTRIBUTO", "DOTACJA", "SUBSIDIO"][at],
                day.year(),
                digits(random, 6)
            ),
            random.between(50_000, 700_000),
            TransactionKind::Transfer,
        ),
        6 => (
            String::new(),
            format!(
                "{} {}",
                ["INGRESO EFECTIVO OFICINA", "VERSAMENTO CONTANTE", "WPLATA WLASNA", "DEPOSITO NUMERARIO"]
                    [at],
                digits(random, 4)
            ),
            random.between(5, 200) * 500,
            TransactionKind::Other,
        ),
        7 => (
            ["SEGUROS ALCAZAR", "ASSICURAZIONI ETNA", "TOWARZYSTWO UBEZPIECZEN", "SEGUROS TEJO"][at]
                .to_owned(),
            format!("{} {}", ["SINIESTRO", "SINISTRO", "SZKODA", "SINISTRO"][at], digits(random, 9)),
            random.between(8_000, 200_000),
            TransactionKind::Transfer,
        ),
        _ => (
            firm,
            format!(
                "{} {:02}:{:02} {}",
                ["COMPRA TARJ.", "PAGAMENTO POS", "PLATNOSC KARTA", "COMPRA"][at],
                random.between(8, 21),
                random.between(0, 59),
                digits(random, 4)
            ),
            -random.between(300, 25_000),
            TransactionKind::Card,
        ),
    }
}
