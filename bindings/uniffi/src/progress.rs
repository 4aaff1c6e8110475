//! How far a long call has come.

use payymo::matching::Stage;
use std::sync::Arc;

/// Told how far a long call has come.
#[uniffi::export(with_foreign)]
pub trait Progress: Send + Sync {
    /// `stage` is `prepare`, `score` or `assign`; answers whether to go on.
    ///
    /// # Errors
    /// What the host's own code throws stops the call.
    fn tell(&self, stage: String, done: u64, all: u64) -> Result<bool, ProgressFailed>;
}

/// The host's own code failed.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum ProgressFailed {
    /// It threw something.
    #[error("the progress callback failed")]
    Thrown,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ProgressFailed {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        ProgressFailed::Thrown
    }
}

/// What the core tells, told to the host. A failure stops the call.
pub fn told(progress: Option<Arc<dyn Progress>>) -> impl FnMut(Stage, usize, usize) -> bool {
    move |stage, done, all| {
        let (_, stage) = payymo_contract::stage(stage);
        progress
            .as_ref()
            .is_none_or(|progress| progress.tell(stage.to_owned(), done as u64, all as u64).unwrap_or(false))
    }
}
