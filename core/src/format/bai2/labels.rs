//! Labels of continuation lines: `88,EREF: 4711`, `88,BO:11111111 BO1:DOE JO`.
//!
//! # Design
//! The format leaves the text to banks; some say by a label at a line's start what the line holds. Only labels that were seen
//! in real files are read (Goldman Sachs, Citi), and a line without one is text.

use crate::text::push_words;

/// What the lines of an entry say, beside its text.
#[derive(Default)]
pub(super) struct Labels<'t> {
    pub(super) end_to_end: &'t str,
    pub(super) cheque: &'t str,
    /// Reference of the clearing.
    pub(super) clearing: &'t str,
    /// What the payer wrote.
    pub(super) remittance: String,
    /// The payer, and the payee.
    pub(super) debtor: Side<'t>,
    pub(super) creditor: Side<'t>,
}

/// One side of an entry.
#[derive(Clone, Copy, Default)]
pub(super) struct Side<'t> {
    pub(super) name: &'t str,
    pub(super) account: &'t str,
    pub(super) bic: &'t str,
}

impl<'t> Labels<'t> {
    /// Takes a line with a known label; `false` for one without.
    pub(super) fn take(&mut self, line: &'t str) -> bool {
        // No label has more letters.
        let Some(colon) = line.bytes().take(5).position(|byte| byte == b':') else { return false };
        let (Some(label), Some(value)) = (line.get(..colon), line.get(colon + 1..)) else { return false };
        let value = value.trim_ascii();
        match label {
            "EREF" => self.end_to_end = value,
            "CREF" => self.clearing = value,
            "CHKN" if value.bytes().all(|byte| byte.is_ascii_digit()) => self.cheque = value,
            "CHKN" => self.clearing = value,
            "REMI" | "PY" => push_words(&mut self.remittance, value),
            "DBNM" => self.debtor.name = value,
            "DACT" => self.debtor.account = value,
            "DBIC" => self.debtor.bic = value,
            "CRNM" => self.creditor.name = value,
            "CACT" => self.creditor.account = value,
            "CBIC" => self.creditor.bic = value,
            "BO" => {
                let (account, name) = value.split_once("BO1:").unwrap_or((value, ""));
                self.debtor.account = account.trim_ascii();
                // Further lines of an address have labels of their own.
                let name = name.split_once("BO2:").map_or(name, |(name, _)| name);
                self.debtor.name = name.trim_ascii();
            }
            // The day again, the bank's reference again, banks by their routing numbers, the own account.
            "ENDT" | "TRID" | "BI" | "OB" | "DABA" | "CABA" => {}
            _ => return false,
        }
        true
    }
}
