//! The doors: an operation's name and a request document in, an answer document out.

use crate::call::{Call, VERSION};
use crate::fault::{BorderCode, Fault};
use crate::handle::{Handle, Steady};
use crate::operation::{Document, Opened, Operation, Run};
use crate::operations::OPERATIONS;
use payymo::matching::Progress;

/// The operation of a name.
pub fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().copied().find(|operation| operation.name == name)
}

/// What a call is handed beside its request.
pub struct Host<'a> {
    /// Bytes that the request names as `{"blob": 0}`, so that a statement needs no encoding.
    pub blobs: &'a [&'a [u8]],
    /// Told how far a long call has come; `false` stops it.
    pub progress: &'a mut Progress<'a>,
}

/// Does an operation that needs no handle: request document in, answer document out, without an envelope.
///
/// # Errors
/// `contract.*` where the request is not as it should be, and the codes of the operation.
pub fn run(name: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
    let operation = find(name)?;
    let Run::Function(run) = operation.run else {
        let said = match operation.run {
            Run::Open(_) => {
                format!("{name} makes a handle: ask for it where one is given back")
            }
            _ => format!("{name} is done on a handle, which {}.new makes", operation.area()),
        };
        return Err(Fault::new(BorderCode::Handle, said));
    };
    run(&mut Call::new(operation.name, operation.request, request, host.blobs, host.progress)?)
}

/// Makes a handle with an operation such as `matcher.new`, and its answer document.
///
/// # Errors
/// As [`run`].
pub fn open(name: &str, request: &[u8], host: Host<'_>) -> Result<Opened, Fault> {
    let operation = find(name)?;
    let Run::Open(run) = operation.run else {
        let said = format!("{name} makes no handle: operations named new do, such as matcher.new");
        return Err(Fault::new(BorderCode::Operation, said));
    };
    run(&mut Call::new(operation.name, operation.request, request, host.blobs, host.progress)?)
}

/// Does an operation on a handle.
///
/// # Errors
/// As [`run`].
pub fn run_on(handle: &mut Handle, name: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
    if let Handle::Steady(steady) = handle {
        return run_on_steady(steady, name, request, host);
    }
    let operation = of_area(name, handle.area())?;
    let mut call = Call::new(operation.name, operation.request, request, host.blobs, host.progress)?;
    match (operation.run, handle) {
        (Run::Matcher(run), Handle::Matcher(matcher)) => run(matcher, &mut call),
        (Run::Stream(run), Handle::Stream(stream)) => run(stream, &mut call),
        (_, handle) => Err(not_on(name, handle.area())),
    }
}

/// Does an operation on a handle that many threads may call at once.
///
/// # Errors
/// As [`run`].
pub fn run_on_steady(handle: &Steady, name: &str, request: &[u8], host: Host<'_>) -> Result<Document, Fault> {
    let operation = of_area(name, handle.area())?;
    let mut call = Call::new(operation.name, operation.request, request, host.blobs, host.progress)?;
    match (operation.run, handle) {
        (Run::Verifier(run), Steady::Verifier(verifier)) => run(verifier, &mut call),
        (Run::Signer(run), Steady::Signer(signer)) => run(signer, &mut call),
        (Run::Sessions(run), Steady::Sessions(sessions)) => run(sessions, &mut call),
        (Run::Revocations(run), Steady::Revocations(known)) => run(known, &mut call),
        (Run::Anchors(run), Steady::Anchors(anchors)) => run(anchors, &mut call),
        (_, handle) => Err(not_on(name, handle.area())),
    }
}

/// The operation of a name, where it is done on a handle of an area.
fn of_area(name: &str, area: &str) -> Result<&'static Operation, Fault> {
    let operation = find(name)?;
    let fits = operation.area() == area && operation.run.on_handle();
    fits.then_some(operation).ok_or_else(|| not_on(name, area))
}

fn not_on(name: &str, area: &str) -> Fault {
    Fault::new(BorderCode::Operation, format!("{name} is not done on a handle of {area}"))
}

fn find(name: &str) -> Result<&'static Operation, Fault> {
    operation(name).ok_or_else(|| Fault::new(BorderCode::Operation, "no operation has this name"))
}

/// Does an operation that needs no handle: a request document in, `{"version": 1, "result": …}` or
/// `{"version": 1, "error": {…}}` out. For hosts behind a pipe or a socket.
pub fn call(name: &str, request: &[u8]) -> Document {
    envelope(run(name, request, Host { blobs: &[], progress: &mut |_, _, _| true }))
}

/// An answer with its version around it.
pub fn envelope(answer: Result<Document, Fault>) -> Document {
    match answer {
        Ok(result) => around("result", &result),
        Err(fault) => around("error", &fault.to_json()),
    }
}

fn around(member: &str, document: &[u8]) -> Document {
    let mut all = format!(r#"{{"version":{VERSION},"{member}":"#).into_bytes();
    all.extend_from_slice(document);
    all.push(b'}');
    all
}
