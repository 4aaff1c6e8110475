//! What is asked, done: operations, and handles by the numbers that the host gave them.

use payymo::matching::{Progress, Stage};
use payymo_contract::{
    BorderCode, Document, Fault, Handle, Host, Run, envelope, guard, open, operation, run, run_on,
};
use std::collections::BTreeMap;

/// Handles that a host may hold at once.
const MOST_HANDLES: usize = 4096;

const NO_NUMBER: &str = "the number of a handle is a whole number";

/// One host's calls.
#[derive(Default)]
pub struct Session {
    handles: BTreeMap<u64, Handle>,
}

impl Session {
    /// The answer to the parts of a frame, with its envelope.
    pub fn answer(&mut self, parts: &[&[u8]], tell: &mut Progress<'_>) -> Document {
        let [name, handle, request, blobs @ ..] = parts else {
            return refusal(
                "a frame is operation, handle, request and blobs, each with its length before it",
            );
        };
        // As it is said over every other way.
        let Ok(name) = core::str::from_utf8(name) else {
            return envelope(Err(Fault::new(BorderCode::Encoding, "operation is not UTF-8")));
        };
        let Ok(handle) = core::str::from_utf8(handle) else {
            return envelope(Err(Fault::new(BorderCode::Handle, NO_NUMBER)));
        };
        match name.strip_prefix("progress:") {
            Some(name) => self.one(name, handle, request, blobs, tell).0,
            None => self.one(name, handle, request, blobs, &mut |_, _, _| true).0,
        }
    }

    /// The answer to one call, with its envelope, and whether it is an error.
    pub fn one(
        &mut self,
        name: &str,
        handle: &str,
        request: &[u8],
        blobs: &[&[u8]],
        tell: &mut Progress<'_>,
    ) -> (Document, bool) {
        // Whatever fails inside is an answer: the host's other handles live on.
        let done = guard(|| self.done(name, handle, request, blobs, tell));
        let failed = done.is_err();
        (envelope(done), failed)
    }

    fn done(
        &mut self,
        name: &str,
        handle: &str,
        request: &[u8],
        blobs: &[&[u8]],
        tell: &mut Progress<'_>,
    ) -> Result<Document, Fault> {
        let wrong = |said: &str| Fault::new(BorderCode::Handle, said);
        let number = match handle {
            "" => None,
            text => Some(text.parse::<u64>().map_err(|_| wrong(NO_NUMBER))?),
        };
        let host = Host { blobs, progress: tell };
        let how = operation(name).map(|operation| operation.run);
        match (name, number, how) {
            ("pipe.release", Some(number), _) => {
                self.handles.remove(&number);
                Ok(b"null".to_vec())
            }
            (_, Some(number), Some(Run::Open(_))) => {
                if self.handles.contains_key(&number) {
                    return Err(wrong("a handle of this number is there already"));
                }
                if self.handles.len() >= MOST_HANDLES {
                    return Err(wrong("too many handles are open: release some"));
                }
                let (made, answer) = open(name, request, host)?;
                self.handles.insert(number, made);
                Ok(answer)
            }
            (_, Some(number), _) => {
                let there = self.handles.remove(&number);
                let mut handle = there.ok_or_else(|| wrong("no handle of this number is open"))?;
                // One that is in an unknown state after a fault does not come back.
                let answer = run_on(&mut handle, name, request, host);
                self.handles.insert(number, handle);
                answer
            }
            _ => run(name, request, host),
        }
    }
}

/// The answer to a frame that is none.
pub fn refusal(said: &str) -> Document {
    envelope(Err(Fault::new(BorderCode::Transport, said)))
}

/// How far a call has come, with an envelope: the stage by its place in the contract's list, rows done, rows in all.
pub fn told(stage: Stage, done: usize, all: usize) -> Document {
    let stage = match stage {
        Stage::Prepare => 0,
        Stage::Score => 1,
        Stage::Assign => 2,
        // A stage of a later version.
        _ => 3,
    };
    format!(r#"{{"version":1,"progress":[{stage},{done},{all}]}}"#).into_bytes()
}
