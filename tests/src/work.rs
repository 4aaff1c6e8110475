//! Work counted instead of timed: the bytes that a call asks the allocator for are the same on every machine, however
//! busy it is.
//!
//! A test binary that counts names the allocator once:
//! `#[global_allocator] static ALLOCATOR: Counting = Counting;`. Each thread counts for itself, so that tests run beside
//! each other; what a call does on threads of its own is not seen.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
    static HELD: Cell<usize> = const { Cell::new(0) };
    static PEAK: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, counted.
pub struct Counting;

fn taken(bytes: usize) {
    ASKED.set(ASKED.get().wrapping_add(bytes));
    HELD.set(HELD.get().wrapping_add(bytes));
    // What was taken before `count` and is given back within it brings the sum below nothing: that is no peak.
    if HELD.get() <= isize::MAX as usize {
        PEAK.set(PEAK.get().max(HELD.get()));
    }
}

fn given_back(bytes: usize) {
    HELD.set(HELD.get().wrapping_sub(bytes));
}

// SAFETY: every call goes to the system's allocator as it came; the counters are plain cells that allocate nothing and
// have no destructor.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        // SAFETY: the caller keeps the contract of `alloc_zeroed`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        given_back(layout.size());
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        given_back(layout.size());
        taken(size);
        // SAFETY: the caller keeps the contract of `realloc`.
        unsafe { System.realloc(at, layout, size) }
    }
}

/// What a call took of memory on this thread.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// All bytes that it asked for, also those that it gave back.
    pub asked: usize,
    /// The most bytes that it held at once, beside what was held before.
    pub peak: usize,
}

/// Runs something and counts.
///
/// # Panics
/// If the binary does not use [`Counting`].
pub fn count<T>(run: impl FnOnce() -> T) -> (T, Work) {
    ASKED.set(0);
    drop(std::hint::black_box(vec![0_u8; 64]));
    assert!(ASKED.get() >= 64, "nothing counts here: name the allocator");
    ASKED.set(0);
    HELD.set(0);
    PEAK.set(0);
    let answer = run();
    (answer, Work { asked: ASKED.get(), peak: PEAK.get() })
}
