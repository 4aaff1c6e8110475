//! How long the certificates of public servers may last.
//!
//! Source: CA/Browser Forum, TLS Baseline Requirements sections 1.6.1 (short-lived) and 6.3.2, with the steps of ballot SC-081v3.

/// Seconds of a day.
const DAY: i64 = 86_400;
/// Days from a moment of issuance on, the latest first: 2029-03-15, 2027-03-15, 2026-03-15, 2020-09-01, 2018-03-01.
const DAYS: [(i64, i64); 5] = [
    (1_868_227_200, 47),
    (1_805_068_800, 100),
    (1_773_532_800, 200),
    (1_598_918_400, 398),
    (1_519_862_400, 825),
];
/// Days of a short-lived one: 7 from 2026-03-15 on, 10 from 2024-03-15 on.
const SHORT_DAYS: [(i64, i64); 2] = [(1_773_532_800, 7), (1_710_460_800, 10)];

/// Whether a certificate lasts longer than the rules of its day let it.
pub(super) fn is_too_long(not_before: i64, not_after: i64) -> bool {
    within(&DAYS, not_before, not_after) == Some(false)
}

/// Whether a certificate is one that needs no revocation list.
pub(super) fn is_short(not_before: i64, not_after: i64) -> bool {
    within(&SHORT_DAYS, not_before, not_after) == Some(true)
}

/// Whether a certificate lasts no longer than the rule of its day says; `None` where there was no rule yet.
fn within(rules: &[(i64, i64)], not_before: i64, not_after: i64) -> Option<bool> {
    let (_, days) = rules.iter().find(|(since, _)| not_before >= *since)?;
    // Both ends belong to it.
    let lasts = not_after.saturating_sub(not_before).saturating_add(1);
    Some(lasts <= days.saturating_mul(DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_fall() {
        let at = |date: &str| {
            let date: chrono::NaiveDate = date.parse().unwrap();
            date.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp()
        };
        let cases = [
            ("2018-03-01", 825),
            ("2020-09-01", 398),
            ("2026-03-15", 200),
            ("2027-03-15", 100),
            ("2029-03-15", 47),
        ];
        for (since, days) in cases {
            let start = at(since);
            assert!(!is_too_long(start, start + days * DAY - 1), "{since}");
            assert!(is_too_long(start, start + days * DAY), "{since}");
        }
        assert!(!is_too_long(0, i64::MAX));
        let (before, since) = (at("2024-03-15"), at("2026-03-15"));
        assert!(is_short(before, before + 10 * DAY - 1) && !is_short(before, before + 10 * DAY));
        assert!(is_short(since, since + 7 * DAY - 1) && !is_short(since, since + 7 * DAY));
        assert!(!is_short(before - 1, before));
    }
}
