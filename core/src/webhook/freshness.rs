//! When a message was signed, and whether that is near enough to now.

use super::policy::Tolerance;
use crate::error::{Code, Error};
use crate::time::is_time;

/// Digits of today's times in milliseconds, microseconds and nanoseconds.
const FINER: [(usize, &str); 3] = [(13, "milliseconds"), (16, "microseconds"), (19, "nanoseconds")];

/// What a verdict says of a message's age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Freshness {
    /// It was signed at a time within the tolerance.
    Stamped {
        /// The time in seconds since 1970.
        at: i64,
        /// Seconds from then to now; negative where the signer's clock is ahead.
        age: i64,
    },
    /// It was signed at this time, and any age was accepted.
    Unchecked {
        /// The time in seconds since 1970.
        at: i64,
        /// Seconds from then to now.
        age: i64,
    },
    /// The scheme signs no time: a message that was recorded can be sent again, and only the ids of its events stop it.
    None,
}

/// Reads a timestamp: digits, no sign, no zero in front.
///
/// # Errors
/// `webhook.timestamp`, `webhook.timestamp_unit`.
pub(super) fn seconds(text: &str) -> Result<i64, Error> {
    let bad = |said: &str| Err(Error::new(Code::WebhookTimestamp, said));
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return bad("not a number of seconds in digits, without sign, point or spaces");
    }
    if text.len() > 1 && text.starts_with('0') {
        return bad("a number with zeros in front");
    }
    match text.parse::<i64>() {
        Ok(time) if is_time(time) => Ok(time),
        _ => match FINER.iter().find(|finer| finer.0 == text.len()) {
            Some((_, unit)) => {
                let said = format!("a time in {unit}, as it seems; seconds are due");
                Err(Error::new(Code::WebhookTimestampUnit, said))
            }
            None => bad("a time beyond the year 9999"),
        },
    }
}

/// Holds a time against now, in both directions.
///
/// # Errors
/// `webhook.too_old`, `webhook.ahead`.
pub(super) fn held(at: Option<i64>, tolerance: Tolerance, now: i64) -> Result<Freshness, Error> {
    let Some(at) = at else { return Ok(Freshness::None) };
    let age = now.saturating_sub(at);
    let Tolerance::Seconds(most) = tolerance else { return Ok(Freshness::Unchecked { at, age }) };
    let most = i64::from(most);
    let refused = |code: Code, said: String| Err(Error::new(code, said));
    if age > most {
        return refused(Code::WebhookTooOld, format!("signed {age} seconds ago, {most} are accepted"));
    }
    if age < most.saturating_neg() {
        let ahead = age.saturating_neg();
        return refused(
            Code::WebhookAhead,
            format!("signed {ahead} seconds ahead of now, {most} are accepted"),
        );
    }
    Ok(Freshness::Stamped { at, age })
}
