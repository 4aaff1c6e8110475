//! The main job from a shell: bank files and open invoices in, explained matches out.
//!
//! The way of the data: `args` (what is asked) → `load` (files to rows, through the library's readers) → `copies`
//! (each row once) → `learn` (what was learnt before, and from verdicts) → the library's engine → `figures` (what it comes to) → `table` or `html` (for a person) or the result's own JSON → `output`.

mod args;
mod copies;
mod figures;
mod html;
mod learn;
mod load;
mod output;
mod progress;
mod safe;
mod sample;
mod style;
mod sums;
mod table;
#[cfg(test)]
mod testing;
mod words;

use args::{Args, Command};
use output::{Out, Outputs};
use payymo::matching;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// Why it ends without an answer.
#[derive(Debug, PartialEq)]
enum Failure {
    /// Wrong arguments or an input that is unusable: exit 2.
    Input(String),
    /// An output that cannot be written: exit 1.
    Output(String),
}

fn main() -> ExitCode {
    let failure = match args::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => print(args::HELP),
        Ok(Command::Version) => print(concat!("reconcile ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Run(args)) => run(&args),
        Err(message) => Err(Failure::Input(format!("{message}\nreconcile: --help shows the arguments"))),
    };
    match failure {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Input(message)) => complain(&message, 2),
        Err(Failure::Output(message)) => complain(&message, 1),
    }
}

fn run(args: &Args) -> Result<(), Failure> {
    let mut inputs = load::load(args).map_err(Failure::Input)?;
    output::keep_inputs(args).map_err(Failure::Input)?;
    let memory = learn::memory(args, &inputs).map_err(Failure::Input)?;
    let mut bar = progress::Bar::new(std::io::stderr().is_terminal());
    let load::Inputs { transactions, invoices, settlements, options, .. } = &inputs;
    let mut tell = |stage, done, all| bar.tell(stage, done, all);
    let answer = match &memory {
        Some(memory) => {
            matching::reconcile_with(memory, transactions, invoices, settlements, options, &mut tell)
        }
        None => matching::reconcile(transactions, invoices, settlements, options, &mut tell),
    };
    bar.clear();
    let mut result = answer.map_err(|error| Failure::Input(safe::terminal(&error.to_string())))?;
    result.errors.splice(0..0, std::mem::take(&mut inputs.errors));
    result.warnings.splice(0..0, std::mem::take(&mut inputs.warnings));

    let mut outputs = Outputs::default();
    if let Some(out) = &args.json {
        let mut json = serde_json::to_vec_pretty(&result).map_err(|e| Failure::Output(e.to_string()))?;
        json.push(b'\n');
        outputs.add(out, json);
    }
    if let Some(out) = &args.html {
        outputs.add(out, html::page(&result, &inputs).into_bytes());
    }
    if let (Some(out), Some(memory)) = (&args.memory_out, &memory) {
        outputs.add(out, memory.encode());
    }
    outputs.write().map_err(Failure::Output)?;

    let standard = Some(&Out::Standard);
    let taken = [&args.json, &args.html, &args.memory_out].into_iter().any(|out| out.as_ref() == standard);
    if args.json.is_none() && !taken {
        return print(&table::page(&result, &inputs, &style::Style::of_stdout(), style::width()));
    }
    // Without a table, what could not be read is told here.
    let told = table::record_errors(&result.errors);
    let _ = std::io::stderr().lock().write_all(told.as_bytes());
    Ok(())
}

/// To standard output; a reader that has gone away (`| head`) is no error.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Output(format!("standard output: {error}")))
        }
        _ => Ok(()),
    }
}

fn complain(message: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr().lock(), "reconcile: {message}");
    ExitCode::from(code)
}
