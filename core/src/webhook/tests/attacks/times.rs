//! Times that are too far away, or no times.

use super::super::sent::{BODY, NOW, Sent};
use super::Case;
use crate::error::Code::*;
use crate::time::LATEST;
use crate::webhook::Tolerance;

fn at(now: i64) -> Sent {
    Sent::stripe().with(|sent| sent.now = now)
}

fn tolerant(tolerance: Tolerance, now: i64) -> Sent {
    at(now).with(|sent| sent.policy.tolerance = tolerance)
}

fn stamped(time: &str) -> Sent {
    Sent::stripe_at(time, BODY)
}

pub(super) fn times() -> Vec<Case> {
    let seconds = Tolerance::Seconds;
    let good = || stamped("1700000000");
    let far = Tolerance::AnyAge;
    vec![
        ("301 seconds old", WebhookTooOld, at(NOW + 301), at(NOW + 300)),
        ("301 seconds ahead", WebhookAhead, at(NOW - 301), at(NOW - 300)),
        ("years ahead", WebhookAhead, stamped("9999999999"), stamped("1700000300")),
        ("of 1970", WebhookTooOld, stamped("0"), stamped("1699999700")),
        ("a clock at the end of time", WebhookTooOld, at(LATEST), tolerant(far, LATEST)),
        ("a clock that was never set", WebhookAhead, at(0), tolerant(far, 0)),
        ("a clock in milliseconds", InputOptions, tolerant(far, NOW * 1000), tolerant(far, NOW)),
        ("a clock before 1970", InputOptions, tolerant(far, -1), tolerant(far, 0)),
        (
            "a tolerance of 0 is exactly now: a second old",
            WebhookTooOld,
            tolerant(seconds(0), NOW + 1),
            tolerant(seconds(0), NOW),
        ),
        (
            "a tolerance of 0 is exactly now: a second ahead",
            WebhookAhead,
            tolerant(seconds(0), NOW - 1),
            tolerant(seconds(0), NOW),
        ),
        (
            "a tolerance beyond its bound",
            InputOptions,
            tolerant(seconds(901), NOW),
            tolerant(seconds(900), NOW),
        ),
        (
            "any age is said in words",
            WebhookTooOld,
            tolerant(seconds(900), NOW + 901),
            tolerant(far, NOW + 901),
        ),
        ("a sign before the time", WebhookTimestamp, stamped("+1700000000"), good()),
        ("a time below zero", WebhookTimestamp, stamped("-1700000000"), good()),
        ("zeros in front", WebhookTimestamp, stamped("01700000000"), good()),
        (
            "nothing but zeros",
            WebhookTimestamp,
            stamped("00").with(|sent| sent.now = 0),
            stamped("0").with(|sent| sent.now = 0),
        ),
        ("a fraction", WebhookTimestamp, stamped("1700000000.5"), good()),
        ("an exponent", WebhookTimestamp, stamped("17e8"), good()),
        ("base 16", WebhookTimestamp, stamped("0x6553f100"), good()),
        ("a date", WebhookTimestamp, stamped("2023-11-14T22:13:20Z"), good()),
        ("letters behind it", WebhookTimestamp, stamped("1700000000s"), good()),
        ("other digits than ASCII's", WebhookHeader, stamped("\u{661}700000000"), good()),
        ("milliseconds", WebhookTimestampUnit, stamped("1700000000000"), good()),
        ("microseconds", WebhookTimestampUnit, stamped("1700000000000000"), good()),
        ("nanoseconds", WebhookTimestampUnit, stamped("1700000000000000000"), good()),
        ("beyond 64 bits", WebhookTimestamp, stamped("18446744075409551616"), good()),
        (
            "beyond the year 9999",
            WebhookTimestamp,
            stamped("253402300800"),
            stamped("253402300799").with(|sent| sent.now = 253_402_300_799),
        ),
    ]
}
