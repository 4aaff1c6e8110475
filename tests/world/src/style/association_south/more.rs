//! How banks of these countries print what `more` adds.

use super::ledger::Host;
use super::lines;
use super::people::{self, Land, plain};
use crate::Random;
use crate::more::{Bank, Slip, Tongue, Way};
use payymo::model::{Transaction, TransactionKind};

/// The banks of the host's country.
pub struct Banks {
    land: Land,
}

impl Banks {
    /// Of the country that a seed's world is in.
    pub fn of(host: &Host) -> Self {
        Banks { land: host.land }
    }
}

const TONGUES: [Tongue; 4] = [
    Tongue {
        invoice: &["Recibo", "RECIBO", "Factura", "Fra", "Rbo."],
        bill: &["Factura", "Su factura", "Fra. n.", "Pago fra"],
        credit: &["menos abono", "descontado abono", "compensado con abono"],
        withheld: &["menos retención {}%", "IRPF {}%", "retención del {} %"],
        untaxed: &["sin IVA", "base imponible", "exento de IVA"],
        deducted: &["descuento acordado", "menos material roto", "descontada clase no dada", "menos gastos"],
        ahead: &["a cuenta", "anticipo", "saldo a favor", "pago adelantado"],
        returned: &["DEVOLUCION RECIBO", "RECIBO IMPAGADO", "DEVOLUCION ADEUDO"],
        refund: &["devolución", "reembolso", "abono"],
        vague: &["cuota", "pago", "mensualidad", "club"],
        credit_number: "AB-",
    },
    Tongue {
        invoice: &["Ricevuta", "Fattura", "ft n.", "Avviso"],
        bill: &["Fattura", "Vs. fattura", "saldo ft", "pagamento fattura"],
        credit: &["meno nota credito", "compensata NC", "dedotta nota di credito"],
        withheld: &["al netto ritenuta {}%", "ritenuta d'acconto {}%", "RA {} %"],
        untaxed: &["senza IVA", "solo imponibile", "esente IVA"],
        deducted: &["detratti danni", "sconto concordato", "meno lavori non eseguiti", "trattenuta cauzione"],
        ahead: &["acconto", "anticipo", "fondo cassa", "a disposizione"],
        returned: &["INSOLUTO SDD", "STORNO ADDEBITO", "RID INSOLUTO"],
        refund: &["rimborso", "restituzione", "RIMBORSO"],
        vague: &["rata", "pagamento", "quota", "condominio"],
        credit_number: "NC",
    },
    Tongue {
        invoice: &["Faktura", "FV", "rachunek", "za fakturę"],
        bill: &["Faktura", "FV", "zapłata za fakturę", "dot. faktury"],
        credit: &["minus korekta", "po korekcie", "kompensata z KOR"],
        withheld: &["minus podatek u źródła {}%", "potrącono {}% podatku", "WHT {}%"],
        untaxed: &["bez VAT", "kwota netto", "zw. z VAT"],
        deducted: &["potrącenie za szkodę", "minus rabat", "odliczono obiady", "kompensata"],
        ahead: &["zaliczka", "przedpłata", "nadpłata na przyszłość", "wpłata na poczet"],
        returned: &["ZWROT POLECENIA ZAPLATY", "ODRZUCENIE PZ", "ZWROT PRZELEWU"],
        refund: &["zwrot", "zwrot nadpłaty", "ZWROT"],
        vague: &["składka", "wpłata", "opłata", "czesne"],
        credit_number: "KOR/",
    },
    Tongue {
        invoice: &["Recibo", "Fatura", "Aviso", "FT"],
        bill: &["Fatura", "V/ fatura", "Pag. fatura", "FT"],
        credit: &["menos nota de crédito", "deduzida NC", "com crédito"],
        withheld: &["menos retenção {}%", "ret. na fonte {}%", "IRS {} %"],
        untaxed: &["sem IVA", "valor líquido", "isento IVA"],
        deducted: &["desconto acordado", "menos danos", "deduzidas refeições", "menos obras"],
        ahead: &["adiantamento", "por conta", "sinal", "saldo a favor"],
        returned: &["DEVOLUCAO DEBITO DIRETO", "DD REJEITADO", "COBRANCA DEVOLVIDA"],
        refund: &["reembolso", "devolução", "REEMBOLSO"],
        vague: &["quota", "pagamento", "mensalidade", "água"],
        credit_number: "NCR ",
    },
];

impl Bank for Banks {
    fn row(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction {
        let mut row = Transaction::new("", slip.day, slip.amount);
        row.kind = TransactionKind::Transfer;
        row.value_on = random.chance(500).then_some(slip.day);
        if slip.way == Way::In {
            let line = lines::transfer(random, self.land, slip.name, slip.words, slip.day);
            row.source = line.source.into();
            row.remittance = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if line.in_field {
                row.counterparty.name = Some(slip.name.chars().take(line.width).collect());
                row.counterparty.iban = slip.iban.map(str::to_owned);
            }
            return row;
        }
        row.source = (*random.pick(&["csv", "camt053", "mt940"])).into();
        if row.source == "csv" {
            let out =
                ["TRANSFERENCIA A", "BONIFICO A FAVORE", "PRZELEW WYCHODZACY", "TRF P/"][self.land as usize];
            let head = if slip.way == Way::Out { out } else { "" };
            let text = format!("{head} {} {}", slip.name, slip.words);
            row.remittance = plain(&text).to_uppercase().trim().chars().take(110).collect();
        } else {
            row.remittance = slip.words.to_owned();
            row.counterparty.name = Some(slip.name.chars().take(70).collect());
            row.counterparty.iban = slip.iban.map(str::to_owned);
        }
        row
    }

    fn customer(&self, random: &mut Random) -> String {
        if random.chance(150) {
            return people::company(random, self.land).listed();
        }
        people::person(random, self.land).full()
    }

    fn supplier(&self, random: &mut Random) -> String {
        people::company(random, self.land).listed()
    }

    fn tongue(&self) -> &'static Tongue {
        &TONGUES[self.land as usize]
    }

    fn countries(&self) -> &'static [&'static str] {
        [&["ES", "ES", "PT"], &["IT", "IT", "ES"], &["PL", "PL", "IT"], &["PT", "PT", "ES"]]
            [self.land as usize]
    }
}
