//! Kinds and states of transactions by the words of their columns.

use super::super::cells::memo::Memo;
use super::words;
use crate::model::TransactionKind;

/// Words of types, folded as headers are.
#[rustfmt::skip]
const KINDS: &[(TransactionKind, &[&str])] = &[
    (
        TransactionKind::Return,
        &["returned", "return", "unpaid", "rucklastschrift", "retour", "storno", "rejet"],
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
            "gebuhr",
            "gebuhren",
            "entgelt",
            "entgeltabschluss",
            "abschluss",
            "frais",
            "commission",
            "kosten",
            "prowizja",
            "oplata",
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
            "interets",
            "intereses",
            "interessi",
            "odsetki",
            "urok",
            "ranta",
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
            "prelevement",
            "domiciliacion",
            "incasso",
            "ic",
            "polecenie zaplaty",
            "inkaso",
            "autogiro",
            "sepa direct debit",
        ],
    ),
    (TransactionKind::Cheque, &["chequ", "check", "chq", "scheck"]),
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
            "betalautomat",
            "ba",
            "karta",
            "platba kartou",
            "platnosc karta",
            "kartenumsatz",
            "merchant",
            "debit card",
            "kartkob",
            "kortkop",
            "contactless",
            "kardimakse",
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
            "uberweisung",
            "gutschrift",
            "sepa gutschrift",
            "gutschr uberweisung",
            "daurauftrag",
            "virement",
            "transferencia",
            "bonifico",
            "overschrijving",
            "overboking",
            "gt",
            "przelew",
            "prevod",
            "jednorazova platba",
            "inkomende overboking",
            "gehaltsrente",
            "topup transfer",
            "overforing",
            "转账",
            "转账汇款",
            "跨行转账",
        ],
    ),
];

/// The kind that a type column's words say; `Other` where they say none.
fn kind(text: &str) -> TransactionKind {
    let key = words::key(text);
    if key.is_empty() || key.len() > 80 {
        return TransactionKind::Other;
    }
    let says = |phrase: &str| {
        key == phrase
            || (phrase.len() > 3 && (holds_words(&key, phrase) || !phrase.is_ascii() && key.contains(phrase)))
    };
    let found = KINDS.iter().find(|(_, phrases)| phrases.iter().any(|phrase| says(phrase)));
    found.map_or(TransactionKind::Other, |(kind, _)| *kind)
}

/// What the words of type and status columns say, each cell looked up once.
pub(super) struct Words {
    by_kind: Memo<TransactionKind>,
    by_state: Memo<State>,
}

impl Words {
    pub(super) fn new() -> Self {
        Words { by_kind: Memo::new(), by_state: Memo::new() }
    }

    /// The kind that a type column's words say; `Other` where they say none.
    pub(super) fn kind(&mut self, cell: &str) -> TransactionKind {
        self.by_kind.get(cell, kind)
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

/// Words of states, folded as headers are.
#[rustfmt::skip]
const STATES: &[(State, &[&str])] = &[
    (State::Pending, &[
        "pending", "reserved", "authorised", "authorized", "processing", "in progress", "in bearbeitung",
        "uncleared", "vorgemerkt", "umsatz vorgemerkt", "vormerkung", "en attente", "pendiente", "in attesa",
        "oczekujaca", "nezauctovano", "等待确认收货", "reservation",
    ]),
    (State::Failed, &[
        "declined", "failed", "not completed", "reverted", "reversed", "cancelled", "canceled", "rejected",
        "denied", "expired", "voided", "abgelehnt", "storniert", "交易关闭", "refuse", "rechazado", "odrzucona",
    ]),
    (State::Booked, &[
        "completed", "complete", "booked", "posted", "settled", "cleared", "success", "successful", "succeeded",
        "paid", "done", "ok", "executed", "processed", "accepted", "gebucht", "verbucht", "abgeschlossen",
        "ausgefuhrt", "comptabilise", "execute", "termine", "contabilizado", "completado", "contabilizzato",
        "eseguito", "zaksiegowana", "zrealizowana", "zauctovano", "gebokt", "verwerkt", "bokford", "kirjattu",
        "toteutunut", "交易成功", "支付成功",
    ]),
];

/// The state that a status column's words say.
fn state(text: &str) -> State {
    let key = words::key(text);
    if key.is_empty() {
        return State::Booked;
    }
    let says = |word: &str| key == word || (word.chars().count() > 6 && key.contains(word));
    let found = STATES.iter().find(|(_, words)| words.iter().any(|word| says(word)));
    found.map_or(State::Unknown, |(state, _)| *state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_folded() {
        let all =
            KINDS.iter().flat_map(|(_, all)| all.iter()).chain(STATES.iter().flat_map(|(_, all)| all.iter()));
        all.for_each(|word| assert_eq!(words::key(word), *word));
    }

    #[test]
    fn kinds_by_words() {
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
            assert_eq!(super::kind(text), kind, "{text}");
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
