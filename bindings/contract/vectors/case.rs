//! A case, and how it is written: three lines of JSON, `tests/vectors/README.md` says which.

use payymo::matching::Progress;
use payymo_contract::{Fault, Handle, Host, Opened, open, operation, run, run_on};
use serde_json::{Value, json};

/// Cases of one file.
#[derive(Default)]
pub struct Cases(Vec<Case>);

struct Case {
    name: String,
    op: &'static str,
    /// Of a handle: the request that makes it, and what is done on it before.
    handle: Option<(Value, Vec<(&'static str, Value)>)>,
    /// No typed interface can say this.
    raw: bool,
    request: String,
}

impl Cases {
    /// A case of a function.
    pub fn add(&mut self, op: &'static str, name: &str, request: Value) {
        self.push(op, name, None, false, request.to_string());
    }

    /// A case that only a host can say that writes its own documents.
    pub fn raw(&mut self, op: &'static str, name: &str, request: &str) {
        self.push(op, name, None, true, request.to_owned());
    }

    /// A case of a handle.
    pub fn on(
        &mut self,
        open: Value,
        before: &[(&'static str, Value)],
        op: &'static str,
        name: &str,
        request: Value,
    ) {
        self.push(op, name, Some((open, before.to_vec())), false, request.to_string());
    }

    fn push(
        &mut self,
        op: &'static str,
        name: &str,
        handle: Option<(Value, Vec<(&'static str, Value)>)>,
        raw: bool,
        request: String,
    ) {
        assert!(self.0.iter().all(|case| (case.op, case.name.as_str()) != (op, name)), "{op}, {name}: twice");
        assert!(!request.contains('\n'), "{op}, {name}: a request is one line");
        self.0.push(Case { name: name.to_owned(), op, handle, raw, request });
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// As they are written.
    pub fn text(&self) -> String {
        self.0.iter().map(Case::text).collect()
    }
}

impl Case {
    fn text(&self) -> String {
        let mut head = json!({"name": self.name, "op": self.op});
        let fields = head.as_object_mut().expect("an object");
        if let Some((open, before)) = &self.handle {
            fields.insert("open".into(), open.clone());
            fields.insert("before".into(), json!(before));
        }
        if self.raw {
            fields.insert("raw".into(), json!(true));
        }
        let answer = match self.answer() {
            Ok(answer) => String::from_utf8(answer).expect("an answer is UTF-8"),
            Err(fault) => {
                self.check(&fault);
                json!({"error": fault}).to_string()
            }
        };
        format!("{head}\n{}\n{answer}\n", self.request)
    }

    fn answer(&self) -> Result<Vec<u8>, Fault> {
        let Some((request, before)) = &self.handle else {
            if self.op.ends_with(".new") {
                return made(self.op, &self.request).map(|opened| opened.1);
            }
            return run(self.op, self.request.as_bytes(), host(&mut |_, _, _| true));
        };
        let (area, _) = self.op.split_once('.').expect("an area");
        let (mut handle, _) = made(&format!("{area}.new"), &request.to_string())
            .unwrap_or_else(|fault| panic!("{}: {fault}", self.name));
        for (op, request) in before {
            done(&mut handle, op, &request.to_string())
                .unwrap_or_else(|fault| panic!("{}, before: {fault}", self.name));
        }
        done(&mut handle, self.op, &self.request)
    }

    /// What can go wrong is said in the table of operations.
    fn check(&self, fault: &Fault) {
        let border = fault.code().starts_with("contract.");
        let told = operation(self.op).is_none_or(|operation| operation.errors.contains(&fault.code()));
        assert!(border || told, "{}, {}: {fault} is not among the operation's errors", self.op, self.name);
    }
}

fn host<'a>(progress: &'a mut Progress<'a>) -> Host<'a> {
    Host { blobs: &[], progress }
}

fn made(op: &str, request: &str) -> Result<Opened, Fault> {
    open(op, request.as_bytes(), host(&mut |_, _, _| true))
}

fn done(handle: &mut Handle, op: &str, request: &str) -> Result<Vec<u8>, Fault> {
    run_on(handle, op, request.as_bytes(), host(&mut |_, _, _| true))
}
