//! What a row of PayPal's is: by its event code where the download has one, else by the words of its type.
//!
//! Source: developer.paypal.com/docs/reports/reference/tcodes; types as they stand in published exports.

use super::super::cells::key::key;
use super::super::cells::memo::Memo;
use crate::model::{ReturnStage, TransactionKind};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class {
    pub(super) kind: TransactionKind,
    pub(super) stage: Option<ReturnStage>,
}

const fn of(kind: TransactionKind) -> Class {
    Class { kind, stage: None }
}

const fn back(kind: TransactionKind, stage: ReturnStage) -> Class {
    Class { kind, stage: Some(stage) }
}

const PAID: Class = of(TransactionKind::Transfer);
const CARD: Class = of(TransactionKind::Card);
const FEE: Class = of(TransactionKind::Fee);
const INTERNAL: Class = of(TransactionKind::Internal);
const PAYOUT: Class = of(TransactionKind::Payout);
const OTHER: Class = of(TransactionKind::Other);
const REFUND: Class = back(TransactionKind::Refund, ReturnStage::Refund);
const RETURN: Class = back(TransactionKind::Return, ReturnStage::Return);
const PAYOUT_BACK: Class = back(TransactionKind::Payout, ReturnStage::Return);
const CHARGEBACK: Class = back(TransactionKind::Dispute, ReturnStage::Chargeback);
const WON: Class = back(TransactionKind::Dispute, ReturnStage::Won);

/// By event code: a code, or the group that begins like it; the longer stand first.
const CODES: &[(&str, Class)] = &[
    ("T0012", CARD),
    ("T0003", of(TransactionKind::DirectDebit)),
    ("T1100", RETURN),
    ("T1101", PAYOUT_BACK),
    ("T1102", CARD),
    ("T1104", INTERNAL),
    ("T1105", INTERNAL),
    ("T1107", REFUND),
    ("T1108", FEE),
    ("T1109", FEE),
    ("T1110", INTERNAL),
    ("T1111", INTERNAL),
    ("T1201", CHARGEBACK),
    ("T1202", WON),
    ("T1205", OTHER),
    ("T00", PAID),
    ("T01", FEE),
    ("T02", INTERNAL),
    ("T03", INTERNAL),
    ("T04", PAYOUT),
    ("T05", CARD),
    ("T06", PAYOUT),
    ("T07", INTERNAL),
    ("T11", RETURN),
    ("T13", INTERNAL),
    ("T14", of(TransactionKind::Interest)),
    ("T15", INTERNAL),
    ("T17", PAYOUT),
    ("T20", INTERNAL),
    ("T21", INTERNAL),
    ("T22", INTERNAL),
];

/// By words of the type, folded, the first that is found: what takes back before what it takes back, fees before what
/// they are for.
#[rustfmt::skip]
const WORDS: &[(Class, &[&str])] = &[
    // Fees, their reversals too.
    (FEE, &["chargeback fee", "dispute fee", "fee reversal", "fee refund", "partner fee", "payment fee", " fee", "fee ", "gebuhr", "entgelt", "frais", "comision", "tarifa", "commissione", "tariffa", "kosten", "oplata", "prowizja", "taxa de"]),
    // Holds and their release come before the disputes and payments that they are for.
    (INTERNAL, &["hold", "release", "reserve", "authorization", "authorisation", "einbehaltung", "einbehalt", "autorisierung", "freigabe", "suspension", "blocage", "deblocage", "autorisation", "autorizacion", "retencion", "liberacion", "autorizzazione", "trattenuta", "sblocco", "blocco", "autorisatie", "blokkering", "vrijgave", "autoryzac", "blokada", "wstrzymanie", "zwolnienie", "autorizacao", "retencao", "liberacao"]),
    (INTERNAL, &["currency conversion", "wahrungsumrechnung", "conversion de devise", "conversion de divisa", "conversion de moneda", "conversione di valuta", "valutaomrekening", "valuta omrekening", "przeliczenie walut", "przewalutowanie", "wymiana walut", "conversao de moda", "conversao de divisa"]),
    (WON, &["chargeback reversal", "ruckbuchungsstornierung", "annulation de contestation"]),
    (CHARGEBACK, &["chargeback", "dispute settlement", "ruckbelastung", "kreditkartenruckbuchung", "contestation", "contracargo", "devolucion de cargo", "storno di addebito", "terugvordering", "obciazenie zwrotne", "estorno de cobranca"]),
    (PAYOUT_BACK, &["reversal of ach withdrawal", "withdrawal reversal", "ruckbuchung von abbuchung"]),
    (INTERNAL, &["reversal of ach deposit", "ruckbuchung von ach gutschrift"]),
    (REFUND, &["refund", "ruckzahlung", "ruckerstattung", "erstattung", "remboursement", "reembolso", "rimborso", "terugbetaling", "zwrot"]),
    (RETURN, &["reversal", "ruckbuchung", "storno", "annulation de paiement", "anulacion de pago", "cancelacion de pago", "storno di pagamento", "terugboking", "cofniecie", "estorno", "reversao"]),
    (PAYOUT, &["withdrawal", "withdraw funds", "transfer to bank", "auto sweep", "abbuchung", "virement vers", "retrait", "virement standard", "retirada", "retiro", "prelievo", "opname", "wyplata", "saqu", "transferencia para banco"]),
    (INTERNAL, &["bank deposit", "card deposit", "add funds", "bankgutschrift", "gutschrift auf kreditkarte", "virement bancaire", "approvisionnement", "deposito", "ingreso bancario", "versamento", "bankstorting", "kartstorting", "wplata", "doladowanie"]),
    (of(TransactionKind::Interest), &["interest", "zinsen", "interets", "intereses", "interessi", "odsetki", "juros"]),
    (CARD, &["direct credit card", "virtual terminal", "debit card", "kartenzahlung", "credit card payment"]),
    (PAID, &["payment", "zahlung", "handyzahlung", "paiement", "pago", "pagamento", "betaling", "platnosc", "donation", "spende", "donazione", "donacion", "money transfer", "subscription", "cart", "purchase", "order", "checkout"]),
];

/// The classes of types, each looked for once.
pub(super) struct Kinds(Memo<Class>);

impl Kinds {
    pub(super) fn new() -> Self {
        Kinds(Memo::new())
    }

    /// The class of a row.
    pub(super) fn class(&mut self, code: &str, words: &str) -> Class {
        if code.len() == 5
            && let Some((_, class)) = CODES.iter().find(|(start, _)| code.starts_with(start))
        {
            return *class;
        }
        self.0.get(words, class)
    }
}

/// The class that words say.
fn class(words: &str) -> Class {
    let words = format!(" {} ", key(words));
    let found = WORDS.iter().find(|(_, all)| all.iter().any(|word| words.contains(word)));
    found.map_or(OTHER, |(class, _)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;
    use TransactionKind as Kind;

    #[test]
    fn words_stand_folded() {
        let all = WORDS.iter().flat_map(|(_, all)| all.iter());
        all.for_each(|word| assert_eq!(key(word), word.trim()));
    }

    #[test]
    fn types_of_many_languages() {
        let mut kinds = Kinds::new();
        for (words, kind, stage) in [
            ("Express Checkout Payment", Kind::Transfer, None),
            ("Website-Zahlung", Kind::Transfer, None),
            ("Paiement sur site marchand", Kind::Transfer, None),
            ("Pago con Pago exprés", Kind::Transfer, None),
            ("Pagamento Express Checkout", Kind::Transfer, None),
            ("Express Checkout betaling", Kind::Transfer, None),
            ("PreApproved Payment Bill User Payment", Kind::Transfer, None),
            ("Payment Refund", Kind::Refund, Some(ReturnStage::Refund)),
            ("Rückzahlung", Kind::Refund, Some(ReturnStage::Refund)),
            ("Reembolso de pago", Kind::Refund, Some(ReturnStage::Refund)),
            ("Terugbetaling", Kind::Refund, Some(ReturnStage::Refund)),
            ("Payment Reversal", Kind::Return, Some(ReturnStage::Return)),
            ("Chargeback", Kind::Dispute, Some(ReturnStage::Chargeback)),
            ("Chargeback Reversal", Kind::Dispute, Some(ReturnStage::Won)),
            ("Chargeback Fee", Kind::Fee, None),
            ("Dispute Fee", Kind::Fee, None),
            ("General Currency Conversion", Kind::Internal, None),
            ("Allgemeine Währungsumrechnung", Kind::Internal, None),
            ("Conversion de devise standard", Kind::Internal, None),
            ("Conversión de divisas general", Kind::Internal, None),
            ("Conversione di valuta generica", Kind::Internal, None),
            ("Algemeen valutaomrekening", Kind::Internal, None),
            ("Account Hold for Open Authorization", Kind::Internal, None),
            ("Reversal of General Account Hold", Kind::Internal, None),
            ("Rückbuchung allgemeiner Einbehaltung", Kind::Internal, None),
            ("Einbehaltung für offene Autorisierung", Kind::Internal, None),
            ("Hold on Balance for Dispute Investigation", Kind::Internal, None),
            ("Cancellation of Hold for Dispute Resolution", Kind::Internal, None),
            ("General Withdrawal - Bank Account", Kind::Payout, None),
            ("Allgemeine Abbuchung", Kind::Payout, None),
            ("Retirada iniciada por el usuario", Kind::Payout, None),
            ("Algemene opname", Kind::Payout, None),
            ("Bank Deposit to PP Account ", Kind::Internal, None),
            ("Bankgutschrift auf PayPal-Konto", Kind::Internal, None),
            ("Virement bancaire sur le compte PayPal", Kind::Internal, None),
            ("Something new", Kind::Other, None),
        ] {
            assert_eq!(kinds.class("", words), Class { kind, stage }, "{words}");
        }
        assert_eq!(kinds.class("T1107", "Anything").kind, Kind::Refund);
        assert_eq!(kinds.class("T0006", "Refund").kind, Kind::Transfer);
        assert_eq!(kinds.class("T0400", "").kind, Kind::Payout);
    }
}
