//! What a row of PayPal's is: by its event code where the download has one, else by the words of its type.
//!
//! Source: developer.paypal.com/docs/reports/reference/tcodes; types as they stand in published exports.

use super::super::cells::key::key;
use crate::model::{ReturnStage, TransactionKind};
use rustc_hash::FxHashMap;

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
    (FEE, &["chargeback fee", "dispute fee", "fee reversal", "fee refund", "partner fee", "payment fee", " fee", "fee ", "gebühr", "entgelt", "frais", "comisión", "tarifa", "commissione", "tariffa", "kosten", "opłata", "prowizja", "taxa de"]),
    // Holds and their release come before the disputes and payments that they are for.
    (INTERNAL, &["hold", "release", "reserve", "authorization", "authorisation", "einbehaltung", "einbehalt", "autorisierung", "freigabe", "suspension", "blocage", "déblocage", "autorisation", "autorización", "retención", "retencion", "liberación", "autorizzazione", "trattenuta", "sblocco", "blocco", "autorisatie", "blokkering", "vrijgave", "autoryzac", "blokada", "wstrzymanie", "zwolnienie", "autorização", "retenção", "liberação"]),
    (INTERNAL, &["currency conversion", "währungsumrechnung", "conversion de devise", "conversión de divisa", "conversión de moneda", "conversione di valuta", "valutaomrekening", "valuta omrekening", "przeliczenie walut", "przewalutowanie", "wymiana walut", "conversão de moeda", "conversão de divisa"]),
    (WON, &["chargeback reversal", "rückbuchungsstornierung", "annulation de contestation"]),
    (CHARGEBACK, &["chargeback", "dispute settlement", "rückbelastung", "kreditkartenrückbuchung", "contestation", "contracargo", "devolución de cargo", "storno di addebito", "terugvordering", "obciążenie zwrotne", "estorno de cobrança"]),
    (PAYOUT_BACK, &["reversal of ach withdrawal", "withdrawal reversal", "rückbuchung von abbuchung"]),
    (INTERNAL, &["reversal of ach deposit", "rückbuchung von ach gutschrift"]),
    (REFUND, &["refund", "rückzahlung", "rückerstattung", "erstattung", "remboursement", "reembolso", "rimborso", "terugbetaling", "zwrot"]),
    (RETURN, &["reversal", "rückbuchung", "storno", "annulation de paiement", "anulación de pago", "cancelación de pago", "storno di pagamento", "terugboeking", "cofnięcie", "estorno", "reversão"]),
    (PAYOUT, &["withdrawal", "withdraw funds", "transfer to bank", "auto sweep", "abbuchung", "virement vers", "retrait", "virement standard", "retirada", "retiro", "prelievo", "opname", "wypłata", "saque", "transferência para banco"]),
    (INTERNAL, &["bank deposit", "card deposit", "add funds", "bankgutschrift", "gutschrift auf kreditkarte", "virement bancaire", "approvisionnement", "depósito", "ingreso bancario", "versamento", "bankstorting", "kaartstorting", "wpłata", "doładowanie"]),
    (of(TransactionKind::Interest), &["interest", "zinsen", "intérêts", "intereses", "interessi", "odsetki", "juros"]),
    (CARD, &["direct credit card", "virtual terminal", "debit card", "kartenzahlung", "credit card payment"]),
    (PAID, &["payment", "zahlung", "handyzahlung", "paiement", "pago", "pagamento", "betaling", "płatność", "donation", "spende", "donazione", "donación", "money transfer", "subscription", "cart", "purchase", "order", "checkout"]),
];

/// The classes of types, each looked for once.
#[derive(Default)]
pub(super) struct Kinds {
    words: Vec<(String, Class)>,
    known: FxHashMap<String, Class>,
}

/// Types that are remembered.
const MOST: usize = 1024;

impl Kinds {
    /// The class of a row.
    pub(super) fn class(&mut self, code: &str, words: &str) -> Class {
        if code.len() == 5
            && let Some((_, class)) = CODES.iter().find(|(start, _)| code.starts_with(start))
        {
            return *class;
        }
        if let Some(class) = self.known.get(words) {
            return *class;
        }
        let class = self.look(words);
        if self.known.len() < MOST {
            self.known.insert(words.to_owned(), class);
        }
        class
    }

    fn look(&mut self, words: &str) -> Class {
        if self.words.is_empty() {
            let folded = |word: &&str| {
                // A space at an end says that a word ends there.
                let (before, behind) = (word.starts_with(' '), word.ends_with(' '));
                format!("{}{}{}", if before { " " } else { "" }, key(word), if behind { " " } else { "" })
            };
            self.words = WORDS
                .iter()
                .flat_map(|(class, words)| words.iter().map(move |word| (folded(word), *class)))
                .collect();
        }
        let words = format!(" {} ", key(words));
        self.words.iter().find(|(word, _)| words.contains(word.as_str())).map_or(OTHER, |(_, class)| *class)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TransactionKind as Kind;

    #[test]
    fn types_of_many_languages() {
        let mut kinds = Kinds::default();
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
