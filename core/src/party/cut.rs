//! Where banks cut names.

/// Field lengths of payment systems: BACS 18, cheques and cards 22 to 24, MT940 27, 32, SEPA and SWIFT 35; one less where a
/// space at the end was dropped.
pub(crate) fn is_cut_length(length: usize) -> bool {
    matches!(length, 17 | 18 | 21..=24 | 26 | 27 | 31 | 32 | 34 | 35)
}
