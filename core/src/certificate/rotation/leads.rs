//! How long before the end of a certificate something is done.

use crate::error::{Code, Error};

/// Lead times in thousandths of a certificate's lifetime. The defaults renew with a third of it left, as public authorities advise.
///
/// ```
/// use payymo::certificate::Leads;
/// let mut leads = Leads::default();
/// assert_eq!((leads.renew, leads.stage, leads.switch, leads.urgent), (333, 250, 167, 83));
/// leads.switch = 400;
/// let error = payymo::certificate::plan(&[], &[], &leads, 0).unwrap_err();
/// assert_eq!(error.code().as_str(), "input.options");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leads {
    /// The next certificate is ordered when this much is left.
    pub renew: u16,
    /// It is put beside the one in use when this much is left.
    pub stage: u16,
    /// It is used when this much is left.
    pub switch: u16,
    /// What is not done yet is urgent when this much is left.
    pub urgent: u16,
    /// How long a key must have been pinned before it is used.
    pub pinned: u16,
    /// How long the one before still stands beside it.
    pub overlap: u16,
}

impl Default for Leads {
    fn default() -> Self {
        Leads { renew: 333, stage: 250, switch: 167, urgent: 83, pinned: 83, overlap: 83 }
    }
}

impl Leads {
    /// # Errors
    /// `input.options`.
    pub(super) fn check(&self) -> Result<(), Error> {
        let bad = |field: &str, said: &str| {
            Err(Error::new(Code::InputOptions, said).at_field(format!("leads/{field}")))
        };
        if self.renew >= 1000 {
            return bad("renew", "a certificate cannot be renewed before its time begins");
        }
        if !(self.renew >= self.stage
            && self.stage >= self.switch
            && self.switch > self.urgent
            && self.urgent > 0)
        {
            return bad(
                "switch",
                "lead times must fall from renew over stage and switch to urgent, which is more than 0",
            );
        }
        if self.overlap > self.switch {
            return bad("overlap", "the one before would stand longer than its time lasts");
        }
        if u32::from(self.switch) + u32::from(self.pinned) > u32::from(self.renew) {
            return bad("pinned", "a key would be pinned before it is ordered: renew earlier");
        }
        Ok(())
    }
}

/// When so many thousandths of a time are left.
pub(super) fn left(not_before: i64, not_after: i64, thousandths: u16) -> i64 {
    not_after.saturating_sub(part(not_before, not_after, thousandths))
}

/// So many thousandths of a time.
pub(super) fn part(not_before: i64, not_after: i64, thousandths: u16) -> i64 {
    let lasts = (i128::from(not_after) - i128::from(not_before)).max(0);
    i64::try_from(lasts * i128::from(thousandths) / 1000).unwrap_or(i64::MAX)
}
