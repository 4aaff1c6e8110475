//! How JavaScript watches and stops a call that runs on another thread.
//!
//! # Design
//! Numbers that the call writes and JavaScript reads when it likes, and a flag the other way. No function of JavaScript is
//! called from the other thread, so the call never waits for the event loop, and a worker that ends takes nothing with it.

use napi_derive::napi;
use payymo::matching::Stage;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};

/// What the two threads share.
#[derive(Default)]
pub struct Watch {
    stopped: AtomicBool,
    told: AtomicU32,
    stage: AtomicU32,
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Watch {
    /// Whether JavaScript wants no more of it.
    pub fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Notes how far the call has come, and answers whether to go on.
    pub fn tell(&self, stage: Stage, done: usize, all: usize) -> bool {
        self.stage.store(payymo_contract::stage(stage).0, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
        self.told.fetch_add(1, Ordering::Release);
        !self.stopped()
    }
}

/// Watches and stops one call.
#[napi]
#[derive(Default)]
pub struct Control(pub(crate) Arc<Watch>);

#[napi]
impl Control {
    /// Of a call that is yet to be made.
    #[napi(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops the call at its next point of progress.
    #[napi]
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    /// How often progress was told, and what last: stage, rows done, rows in all.
    #[napi]
    pub fn read(&self) -> Vec<f64> {
        let told = self.0.told.load(Ordering::Acquire);
        let stage = self.0.stage.load(Ordering::Relaxed);
        let rows = [&self.0.done, &self.0.all].map(|rows| rows.load(Ordering::Relaxed) as f64);
        [&[f64::from(told), f64::from(stage)][..], &rows].concat()
    }
}
