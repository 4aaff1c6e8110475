//! The one place where a panic ends: a fault of ours becomes `contract.internal`, and the host goes on.

use crate::fault::{BorderCode, Fault};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook};
use std::sync::Once;

thread_local! {
    /// Where this thread panicked last. A payload may hold a person's data; a place in our source does not.
    static PLACE: Cell<Option<String>> = const { Cell::new(None) };
}

/// Runs what a function of a binding does. For libraries that are linked whole, as bindings are: what a panic says, which may
/// be a person's data, is printed no more, in all that shares this standard library.
///
/// What `work` leaves half done must not be seen again: a matcher is behind a lock, which a panic poisons; all else is made
/// anew by each call.
///
/// # Errors
/// Those of `work`; `contract.internal` where it panicked.
pub fn guard<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        set_hook(Box::new(|panic| {
            let _ = PLACE.try_with(|place| place.set(panic.location().map(of_ours)));
        }));
    });
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        // Dropping a payload may panic in its turn; it is a text here, and forgetting a text costs a few bytes.
        core::mem::forget(payload);
        let place = PLACE.try_with(Cell::take).ok().flatten();
        let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
        let said = format!("a fault of the library itself{place}; please report it");
        Err(Fault::new(BorderCode::Internal, said))
    })
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
        assert_eq!(guard(|| Ok(7)).unwrap(), 7);
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
