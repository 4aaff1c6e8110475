//! Kinds and states of transactions by the words of their columns.

use super::memo::Memo;
use super::words;
use crate::model::TransactionKind;

#[rustfmt::skip]
const KINDS: &[(TransactionKind, &[&str])] = &[
    (
        TransactionKind::Return,
        &["returned", "return", "unpaid", "rücklastschrift", "ruecklastschrift", "retour", "storno", "rejet"],
    ),
    (
        TransactionKind::Refund,
        &["refund", "退款", "merchant refund", "card refund", "erstattung", "remboursement", "网上快捷退款"],
    ),
    (TransactionKind::Dispute, &["chargeback", "dispute"]),
    (
        TransactionKind::Fee,
        &[
            "fee",
            "fees",
            "bank fee",
            "charge",
            "charges",
            "gebühr",
            "gebühren",
            "entgelt",
            "entgeltabschluss",
            "abschluss",
            "frais",
            "commission",
            "kosten",
            "prowizja",
            "opłata",
            "poplatek",
            "手续费",
            "account fee",
            "service charge",
        ],
    ),
    (
        TransactionKind::Interest,
        &[
            "interest",
            "zinsen",
            "zins",
            "rente",
            "intérêts",
            "intereses",
            "interessi",
            "odsetki",
            "úrok",
            "ränta",
            "结息",
            "存款利息",
        ],
    ),
    (
        TransactionKind::DirectDebit,
        &[
            "direct debit",
            "dd",
            "lastschrift",
            "sepa lastschrift",
            "folgelastschrift",
            "erstlastschrift",
            "basislastschrift",
            "prélèvement",
            "prelevement",
            "domiciliación",
            "incasso",
            "ic",
            "polecenie zapłaty",
            "inkaso",
            "autogiro",
            "sepa direct debit",
        ],
    ),
    (TransactionKind::Cheque, &["cheque", "check", "chq", "scheck", "chèque"]),
    (
        TransactionKind::Card,
        &[
            "card",
            "card payment",
            "card transaction",
            "pos",
            "visa",
            "mastercard",
            "mastercard zahlung",
            "kartenzahlung",
            "carte",
            "paiement par carte",
            "tarjeta",
            "betaalautomaat",
            "ba",
            "karta",
            "platba kartou",
            "płatność kartą",
            "kartenumsatz",
            "merchant",
            "debit card",
            "kartkøb",
            "kortköp",
            "contactless",
            "kaardimakse",
            "消费",
        ],
    ),
    (
        TransactionKind::Transfer,
        &[
            "transfer",
            "bank transfer",
            "credit transfer",
            "faster payment",
            "fps",
            "bacs",
            "fpi",
            "fpo",
            "standing order",
            "sto",
            "überweisung",
            "ueberweisung",
            "gutschrift",
            "sepa gutschrift",
            "gutschr überweisung",
            "dauerauftrag",
            "virement",
            "transferencia",
            "bonifico",
            "overschrijving",
            "overboeking",
            "gt",
            "przelew",
            "převod",
            "prevod",
            "jednorázová platba",
            "inkomende overboeking",
            "gehaltsrente",
            "topup transfer",
            "överföring",
            "转账",
            "转账汇款",
            "跨行转账",
        ],
    ),
];

/// The words of type columns, folded once for a file.
struct Kinds(Vec<(String, TransactionKind)>);

impl Kinds {
    fn new() -> Self {
        let phrases = KINDS.iter().flat_map(|(kind, phrases)| phrases.iter().map(|phrase| (*phrase, *kind)));
        Kinds(phrases.map(|(phrase, kind)| (words::key(phrase), kind)).collect())
    }

    /// The kind that a type column's words say; `Other` where they say none.
    fn of(&self, text: &str) -> TransactionKind {
        let key = words::key(text);
        if key.is_empty() || key.len() > 80 {
            return TransactionKind::Other;
        }
        let found = self.0.iter().find(|(phrase, _)| {
            key == *phrase
                || (phrase.len() > 3
                    && (holds_words(&key, phrase) || !phrase.is_ascii() && key.contains(phrase)))
        });
        found.map_or(TransactionKind::Other, |(_, kind)| *kind)
    }
}

/// What the words of type and status columns say, each cell looked up once.
pub(super) struct Words {
    kinds: Kinds,
    by_kind: Memo<TransactionKind>,
    by_state: Memo<State>,
}

impl Words {
    pub(super) fn new() -> Self {
        Words { kinds: Kinds::new(), by_kind: Memo::new(), by_state: Memo::new() }
    }

    /// The kind that a type column's words say; `Other` where they say none.
    pub(super) fn kind(&mut self, cell: &str) -> TransactionKind {
        self.by_kind.get(cell, |cell| self.kinds.of(cell))
    }

    /// The state that a status column's words say.
    pub(super) fn state(&mut self, cell: &str) -> State {
        self.by_state.get(cell, state)
    }
}

/// Whether a phrase stands in a key between spaces or ends.
fn holds_words(key: &str, phrase: &str) -> bool {
    key.match_indices(phrase).any(|(at, _)| {
        let (before, after) =
            (key.get(..at).unwrap_or_default(), key.get(at + phrase.len()..).unwrap_or_default());
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

/// What a status column says of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Booked,
    Pending,
    /// Declined, cancelled, taken back before it moved money.
    Failed,
    /// In words that are not known.
    Unknown,
}

/// The state that a status column's words say.
fn state(text: &str) -> State {
    let key = words::key(text);
    let any = |list: &[&str]| {
        list.iter().any(|word| {
            key == words::key(word) || (word.chars().count() > 6 && key.contains(&words::key(word)))
        })
    };
    if any(&[
        "pending",
        "reserved",
        "authorised",
        "authorized",
        "processing",
        "in progress",
        "in bearbeitung",
        "uncleared",
        "vorgemerkt",
        "umsatz vorgemerkt",
        "vormerkung",
        "en attente",
        "pendiente",
        "in attesa",
        "oczekujaca",
        "nezauctovano",
        "等待确认收货",
        "reservation",
    ]) {
        State::Pending
    } else if any(&[
        "declined",
        "failed",
        "not completed",
        "reverted",
        "reversed",
        "cancelled",
        "canceled",
        "rejected",
        "denied",
        "expired",
        "voided",
        "abgelehnt",
        "storniert",
        "交易关闭",
        "refusé",
        "rechazado",
        "odrzucona",
    ]) {
        State::Failed
    } else if key.is_empty()
        || any(&[
            "completed",
            "complete",
            "booked",
            "posted",
            "settled",
            "cleared",
            "success",
            "successful",
            "succeeded",
            "paid",
            "done",
            "ok",
            "executed",
            "processed",
            "accepted",
            "gebucht",
            "verbucht",
            "abgeschlossen",
            "ausgeführt",
            "comptabilisé",
            "exécuté",
            "terminé",
            "contabilizado",
            "completado",
            "contabilizzato",
            "eseguito",
            "zaksięgowana",
            "zrealizowana",
            "zaúčtováno",
            "geboekt",
            "verwerkt",
            "bokförd",
            "kirjattu",
            "toteutunut",
            "交易成功",
            "支付成功",
        ])
    {
        State::Booked
    } else {
        State::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_words() {
        let kinds = Kinds::new();
        for (text, kind) in [
            ("FOLGELASTSCHRIFT", TransactionKind::DirectDebit),
            ("MasterCard Zahlung", TransactionKind::Card),
            ("CARD_PAYMENT", TransactionKind::Card),
            ("Faster Payment", TransactionKind::Transfer),
            ("Card refund", TransactionKind::Refund),
            ("SEPA-Überweisung", TransactionKind::Transfer),
            ("Jednorázová platba", TransactionKind::Transfer),
            ("FEE", TransactionKind::Fee),
            ("个人活期结息", TransactionKind::Interest),
            ("Groceries", TransactionKind::Other),
            ("Returnable crates", TransactionKind::Other),
            ("no-return return", TransactionKind::Return),
            ("", TransactionKind::Other),
        ] {
            assert_eq!(kinds.of(text), kind, "{text}");
        }
    }

    #[test]
    fn states_by_words() {
        assert_eq!(state("COMPLETED"), State::Booked);
        assert_eq!(state("Umsatz vorgemerkt"), State::Pending);
        assert_eq!(state("In progress"), State::Pending);
        assert_eq!(state("DECLINED"), State::Failed);
        assert_eq!(state("Not completed"), State::Failed);
        assert_eq!(state("交易关闭"), State::Failed);
        assert_eq!(state("Umsatz gebucht"), State::Booked);
        assert_eq!(state("支付成功"), State::Booked);
        assert_eq!(state("On its way"), State::Unknown);
        assert_eq!(state(""), State::Booked);
    }
}
