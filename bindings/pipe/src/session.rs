//! What is asked, done: operations, and matchers by the numbers that the host gave them.

use payymo::matching::{Matcher, Progress, Stage};
use payymo_contract::{
    BorderCode, Document, Fault, Host, Run, envelope, guard, open, operation, run, run_on,
};
use std::collections::BTreeMap;

/// Matchers that a host may hold at once.
const MOST_MATCHERS: usize = 4096;

const NO_NUMBER: &str = "the number of a matcher is a whole number";

/// One host's calls.
#[derive(Default)]
pub struct Session {
    matchers: BTreeMap<u64, Matcher>,
}

impl Session {
    /// The answer to the parts of a frame, with its envelope.
    pub fn answer(&mut self, parts: &[&[u8]], tell: &mut Progress<'_>) -> Document {
        let [name, matcher, request, blobs @ ..] = parts else {
            return refusal(
                "a frame is operation, matcher, request and blobs, each with its length before it",
            );
        };
        // As it is said over every other way.
        let Ok(name) = core::str::from_utf8(name) else {
            return envelope(Err(Fault::new(BorderCode::Encoding, "operation is not UTF-8")));
        };
        let Ok(matcher) = core::str::from_utf8(matcher) else {
            return envelope(Err(Fault::new(BorderCode::Handle, NO_NUMBER)));
        };
        match name.strip_prefix("progress:") {
            Some(name) => self.one(name, matcher, request, blobs, tell).0,
            None => self.one(name, matcher, request, blobs, &mut |_, _, _| true).0,
        }
    }

    /// The answer to one call, with its envelope, and whether it is an error.
    pub fn one(
        &mut self,
        name: &str,
        matcher: &str,
        request: &[u8],
        blobs: &[&[u8]],
        tell: &mut Progress<'_>,
    ) -> (Document, bool) {
        // Whatever fails inside is an answer: the host's other matchers live on.
        let done = guard(|| self.done(name, matcher, request, blobs, tell));
        let failed = done.is_err();
        (envelope(done), failed)
    }

    fn done(
        &mut self,
        name: &str,
        matcher: &str,
        request: &[u8],
        blobs: &[&[u8]],
        tell: &mut Progress<'_>,
    ) -> Result<Document, Fault> {
        let handle = |said: &str| Fault::new(BorderCode::Handle, said);
        let number = match matcher {
            "" => None,
            text => Some(text.parse::<u64>().map_err(|_| handle(NO_NUMBER))?),
        };
        let host = Host { blobs, progress: tell };
        let how = operation(name).map(|operation| operation.run);
        match (name, number, how) {
            ("pipe.release", Some(number), _) => {
                self.matchers.remove(&number);
                Ok(b"null".to_vec())
            }
            (_, Some(number), Some(Run::Open(_))) => {
                if self.matchers.contains_key(&number) {
                    return Err(handle("a matcher of this number is there already"));
                }
                if self.matchers.len() >= MOST_MATCHERS {
                    return Err(handle("too many matchers are open: release some"));
                }
                let (made, answer) = open(name, request, host)?;
                self.matchers.insert(number, made);
                Ok(answer)
            }
            (_, Some(number), _) => {
                let there = self.matchers.remove(&number);
                let mut matcher = there.ok_or_else(|| handle("no matcher of this number is open"))?;
                // One that is in an unknown state after a fault does not come back.
                let answer = run_on(&mut matcher, name, request, host);
                self.matchers.insert(number, matcher);
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
