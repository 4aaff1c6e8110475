//! Times of the guards: seconds since 1970.

use crate::error::{Code, Error};

/// The last second of the year 9999. What is beyond it is no time in seconds: today's milliseconds are.
pub const LATEST: i64 = 253_402_300_799;

/// Whether a number is a time.
pub(crate) fn is_time(seconds: i64) -> bool {
    (0..=LATEST).contains(&seconds)
}

/// # Errors
/// `input.options` for a `now` that is no time: one in milliseconds, or of a clock that was never set.
pub(crate) fn check(now: i64) -> Result<(), Error> {
    if is_time(now) {
        return Ok(());
    }
    let said = "not a time in seconds since 1970 up to the year 9999";
    Err(Error::new(Code::InputOptions, said).at_field("now"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_nothing_else() {
        for now in [0, 1_800_000_000, LATEST] {
            assert_eq!(check(now), Ok(()));
        }
        for now in [-1, i64::MIN, LATEST + 1, 1_800_000_000_000, i64::MAX] {
            assert_eq!(check(now).unwrap_err().code(), Code::InputOptions);
        }
    }
}
