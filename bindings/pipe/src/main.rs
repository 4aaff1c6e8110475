//! The executable `payymo`: the operations of the library for hosts that cannot load it.
//!
//! ```text
//! payymo call OPERATION [REQUEST]   one operation; without REQUEST it is read from standard input
//! payymo pipe                       one after the other, in frames, until standard input ends
//! ```
//!
//! `frame` says how requests and answers are parted, `session` does them and keeps the matchers.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod frame;
mod session;

use frame::Frame;
use payymo::matching::Stage;
use session::Session;
use std::io::{self, BufReader, Read, Write};
use std::process::ExitCode;

const HELP: &str = "\
The operations of payymo as documents.

payymo call OPERATION [REQUEST]   one operation: a JSON document in, {\"version\": 1, \"result\": …} or
                                  {\"version\": 1, \"error\": …} out; without REQUEST it is read from standard input
payymo pipe                       many operations in frames over standard input and output, for the PHP package
payymo --help, --version

Exit 0: done; 1: the answer is an error, or could not be written; 2: wrong arguments.
";

fn main() -> ExitCode {
    // What a caught fault would print may hold data of a person; the answer says that there was one.
    std::panic::set_hook(Box::new(|_| {}));
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["--help" | "-h"] => print(HELP.as_bytes()),
        ["--version" | "-V"] => print(concat!("payymo ", env!("CARGO_PKG_VERSION"), "\n").as_bytes()),
        ["call", operation] => {
            let mut request = Vec::new();
            match io::stdin().lock().read_to_end(&mut request) {
                Ok(_) => call(operation, &request),
                Err(error) => complain(&format!("standard input: {error}"), 1),
            }
        }
        ["call", operation, request] => call(operation, request.as_bytes()),
        ["pipe"] => pipe(),
        _ => complain("wrong arguments; payymo --help shows them", 2),
    }
}

fn call(operation: &str, request: &[u8]) -> ExitCode {
    let (mut answer, failed) = Session::default().one(operation, "", request, &[], &mut |_, _, _| true);
    answer.push(b'\n');
    let written = print(&answer);
    if failed { ExitCode::FAILURE } else { written }
}

fn pipe() -> ExitCode {
    let mut session = Session::default();
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut output = io::stdout().lock();
    loop {
        let frame = match frame::read(&mut input) {
            Ok(Some(frame)) => frame,
            Ok(None) => return ExitCode::SUCCESS,
            Err(_) => return ExitCode::FAILURE,
        };
        let (number, answer) = match &frame {
            Frame::TooLarge => {
                (None, session::refusal(&format!("a frame of more than {} bytes", frame::MOST)))
            }
            Frame::Bytes(bytes) => {
                let mut parts = frame::parts(bytes).unwrap_or_default();
                let mut number = None;
                if let Some(name) = parts.first_mut() {
                    (number, *name) = frame::numbered(name);
                }
                let mut tell = |stage: Stage, done, all| {
                    let told = session::told(stage, done, all);
                    // An empty frame goes on; any other, or none, stops.
                    frame::write_answer(&mut output, number, &told).is_ok()
                        && matches!(frame::read(&mut input), Ok(Some(Frame::Bytes(reply))) if reply.is_empty())
                };
                let answer = session.answer(&parts, &mut tell);
                (number, answer)
            }
        };
        // A host that has gone away is no error.
        if frame::write_answer(&mut output, number, &answer).is_err() {
            return ExitCode::SUCCESS;
        }
    }
}

fn print(text: &[u8]) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("standard output: {error}"), 1)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn complain(message: &str, code: u8) -> ExitCode {
    let _ = writeln!(io::stderr().lock(), "payymo: {message}");
    ExitCode::from(code)
}
