//! What a payment's words say of its kind: money that comes back, that comes in advance, that is less for a reason.

use super::phrases::Phrases;
use super::words::Words;

/// What a text says beside numbers and names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    /// Money that comes back.
    pub refund: bool,
    /// Money in advance, or on account.
    pub advance: bool,
    /// Why less came.
    pub less: Less,
}

/// What a text says of why less came than is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Less {
    Unsaid,
    /// The payer took something off.
    Deducted,
    /// He pays tax on it for the payee.
    Withheld,
}

impl Said {
    /// What folded words say. A word that many texts of the batch have is a form's.
    pub fn by(words: &Words, phrases: &Phrases) -> Self {
        Said {
            refund: words.iter().any(|word| is_refund(word) && !phrases.is_frequent(word)),
            advance: is_advance(words),
            less: less(words),
        }
    }
}

/// Whether a folded word says that money comes back.
fn is_refund(word: &str) -> bool {
    matches!(
        word,
        "refund"
            | "refunds"
            | "refunded"
            | "reimbursement"
            | "reversal"
            | "chargeback"
            | "storno"
            | "stornierung"
            | "ruckzahlung"
            | "rueckzahlung"
            | "ruckerstattung"
            | "rueckerstattung"
            | "erstattung"
            | "ruckuberweisung"
            | "rueckueberweisung"
            | "remboursement"
            | "reembolso"
            | "devolucion"
            | "rimborso"
            | "storni"
            | "terugbetaling"
            | "terugstorting"
            | "tilbagebetaling"
            | "tilbakebetaling"
            | "aterbetalning"
            | "palautus"
            | "zwrot"
    )
}

/// What folded words say of why less came.
fn less(words: &Words) -> Less {
    let withheld = |word: &str| {
        matches!(
            word,
            "wht"
                | "tds"
                | "withholding"
                | "withheld"
                | "quellensteuer"
                | "abzugsteuer"
                | "abzugssteuer"
                | "bauabzugsteuer"
                | "bauabzugssteuer"
                | "bronbelasting"
                | "kildeskat"
                | "kildeskatt"
                | "kallskatt"
                | "lahdevero"
                | "ritenuta"
                | "retencion"
                | "retencao"
                | "irpf"
                | "irs"
                | "zrodla"
                | "zrodlowy"
        )
    };
    let deducted = |word: &str| {
        matches!(
            word,
            "less"
                | "minus"
                | "deducted"
                | "deduction"
                | "deducting"
                | "abzgl"
                | "abzuglich"
                | "abzueglich"
                | "abzug"
                | "minderung"
                | "gekurzt"
                | "gekuerzt"
                | "kurzung"
                | "kuerzung"
                | "einbehalt"
                | "sicherheitseinbehalt"
                | "aftrek"
                | "ingehouden"
                | "moins"
                | "deduit"
                | "retenue"
                | "menos"
                | "descontado"
                | "descontada"
                | "descuento"
                | "meno"
                | "detratti"
                | "detratto"
                | "detrazione"
                | "trattenuta"
                | "trattenuto"
                | "desconto"
                | "deduzido"
                | "deduzida"
                | "deduzidas"
                | "fradrag"
                | "fratrukket"
                | "avdrag"
                | "vahennys"
                | "vahennetty"
                | "potracenie"
                | "potracono"
                | "odliczono"
        )
    };
    match () {
        () if words.iter().any(withheld) => Less::Withheld,
        () if words.iter().any(deducted) => Less::Deducted,
        () => Less::Unsaid,
    }
}

/// Whether folded words say that money is paid in advance or on account.
fn is_advance(words: &Words) -> bool {
    let one = |word: &str| {
        matches!(
            word,
            "advance"
                | "prepayment"
                | "topup"
                | "vorauszahlung"
                | "anzahlung"
                | "vorkasse"
                | "akonto"
                | "akontozahlung"
                | "abschlagszahlung"
                | "guthaben"
                | "acompte"
                | "anticipo"
                | "acconto"
                | "aconto"
                | "voorschot"
                | "vooruitbetaling"
                | "aanbetaling"
                | "forskud"
                | "forskudd"
                | "forskott"
                | "zaliczka"
                | "zaloha"
        )
    };
    let two = |pair: (&str, &str)| {
        matches!(
            pair,
            ("on", "account") | ("top", "up") | ("a", "conto") | ("a", "cuenta") | ("next", "months")
        )
    };
    words.iter().any(one) || words.iter().zip(words.iter().skip(1)).any(two)
}
