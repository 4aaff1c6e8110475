//! Panics end here, for functions that answer a plain value too.

pub use payymo_contract::guard;

/// As [`guard`], for functions that answer a plain value.
pub fn value<T>(otherwise: T, work: impl FnOnce() -> Option<T>) -> T {
    guard(|| Ok(work())).ok().flatten().unwrap_or(otherwise)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_the_other_value() {
        assert_eq!(value(7, || panic!("again")), 7);
        assert_eq!(value(7, || None), 7);
        assert_eq!(value(7, || Some(8)), 8);
    }
}
