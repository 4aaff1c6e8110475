//! The one place where a panic ends: a fault of ours becomes `contract.internal`, and the host goes on.

use payymo_contract::{BorderCode, Fault};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook};
use std::sync::Once;

thread_local! {
    /// Where this thread panicked last. A payload may hold a person's data; a place in our source does not.
    static PLACE: Cell<Option<String>> = const { Cell::new(None) };
}

/// Runs what a function of the header does.
///
/// What `work` leaves half done must not be seen again: a matcher is behind a lock, which a panic poisons; all else is made
/// anew by each call.
pub fn guard<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    static HOOK: Once = Once::new();
    // The hook is that of the standard library in this shared object: a host that is written in Rust keeps its own.
    HOOK.call_once(|| {
        set_hook(Box::new(|panic| {
            let _ = PLACE.try_with(|place| place.set(panic.location().map(of_ours)));
        }));
    });
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        // Dropping a payload may panic in its turn; it is a text here, and forgetting a text costs a few bytes.
        std::mem::forget(payload);
        let place = PLACE.try_with(Cell::take).ok().flatten();
        let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
        let said = format!("a fault of the library itself{place}; please report it");
        Err(Fault::new(BorderCode::Internal, said))
    })
}

/// As [`guard`], for functions that answer a plain value.
pub fn value<T>(otherwise: T, work: impl FnOnce() -> Option<T>) -> T {
    guard(|| Ok(work())).ok().flatten().unwrap_or(otherwise)
}

/// The file's name without the folders of the machine it was built on.
fn of_ours(location: &Location<'_>) -> String {
    let name = location.file().rsplit(['/', '\\']).next().unwrap_or_default();
    format!("{name}, line {}", location.line())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_answer() {
        let fault = guard::<()>(|| panic!("with {}", "DE89370400440532013000")).unwrap_err();
        assert_eq!((fault.code(), fault.number()), ("contract.internal", 9006));
        assert!(fault.message().contains("guard.rs, line") && !fault.message().contains("DE89"), "{fault}");
        assert_eq!(value(7, || panic!("again")), 7);
        assert_eq!(value(7, || None), 7);
        assert_eq!(value(7, || Some(8)), 8);
    }

    #[test]
    fn a_panic_of_another_thread_is_an_answer() {
        let work = || {
            std::thread::scope(|scope| scope.spawn(|| panic!("there")).join())
                .map_err(std::panic::resume_unwind)
        };
        let fault = guard(|| Ok(work().is_ok())).unwrap_err();
        assert_eq!(fault.code(), "contract.internal");
    }
}
