//! What is asked of the command.
//!
//! Parsed with lexopt: it has no dependencies and takes file names that are not UTF-8.

use crate::output::Out;
use chrono::NaiveDate;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::path::PathBuf;

/// The help text.
pub const HELP: &str = "\
Reconciles bank transactions with open invoices and says why.

reconcile                            the sample data that comes with the project
reconcile --transactions FILE… --invoices FILE… [--settled FILE…] [--options FILE] [--as-of DATE]
          [--memory FILE] [--feedback FILE…] [--memory-out FILE] [--json OUT] [--html OUT]

  --transactions FILE…  bank statements and gateway lists: CAMT.053, GoCardless, Stripe, CSV, JSON of the contract
  --invoices FILE…      open invoices: WHMCS GetInvoices, JSON of the contract
  --settled FILE…       what was settled before: WHMCS GetTransactions, JSON of the contract
  --options FILE        JSON: {\"matching\": {…}, \"read\": {…}}, or the fields of \"matching\" alone
  --as-of DATE          the day the result speaks of, as 2026-03-31; default: the latest booking date
  --memory FILE         what was learnt before, as --memory-out wrote it
  --feedback FILE…      verdicts of people to learn from, JSON Lines: {\"verdict\": \"confirmed\" | \"rejected\" |
                        \"corrected\", \"day\": \"2026-04-02\", \"match\": {… of a result}, \"right\": [… the allocations
                        that are right instead], \"transactions\": [… rows], \"invoices\": [… rows]}; rows that are
                        left out are looked for among the inputs. Give each verdict once: twice counts twice
  --memory-out FILE     where to keep what is learnt; may be the file of --memory
  --json OUT            write the result as JSON instead of the table
  --html OUT            write one page for the bookkeeper
  --help, --version

A FILE of any supported format is recognised by its content; rows of every kind in it are taken. `-` is standard
input or output. NO_COLOR turns colours off. Exit 0: it ran, and records that could not be read are listed;
1: an output could not be written; 2: wrong arguments, or an input that is unusable or yields no row.
";

/// What to do.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Show the help.
    Help,
    /// Show the version.
    Version,
    /// Reconcile.
    Run(Box<Args>),
}

/// A file to read.
#[derive(Clone, Debug, PartialEq)]
pub enum In {
    /// `-`.
    Standard,
    /// A path.
    File(PathBuf),
}

/// The arguments of a run. Without any input the sample data is meant.
#[derive(Debug, Default, PartialEq)]
pub struct Args {
    pub transactions: Vec<In>,
    pub invoices: Vec<In>,
    pub settled: Vec<In>,
    pub options: Option<In>,
    pub memory: Option<In>,
    pub feedback: Vec<In>,
    pub memory_out: Option<Out>,
    pub as_of: Option<NaiveDate>,
    pub json: Option<Out>,
    pub html: Option<Out>,
}

impl Args {
    /// Whether the sample data is meant.
    pub fn sample(&self) -> bool {
        self.transactions.is_empty() && self.invoices.is_empty() && self.settled.is_empty()
    }

    /// All files to read, in the order of the help text.
    pub fn inputs(&self) -> impl Iterator<Item = &In> {
        let rows = self.transactions.iter().chain(&self.invoices).chain(&self.settled);
        rows.chain(&self.options).chain(&self.feedback).chain(&self.memory)
    }
}

/// Reads the arguments, without the program's name.
pub fn parse(raw: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = Parser::from_args(raw);
    let mut args = Args::default();
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            Arg::Long("version") | Arg::Short('V') => return Ok(Command::Version),
            Arg::Long("transactions") => files(&mut parser, "transactions", &mut args.transactions)?,
            Arg::Long("invoices") => files(&mut parser, "invoices", &mut args.invoices)?,
            Arg::Long("settled") => files(&mut parser, "settled", &mut args.settled)?,
            Arg::Long("options") => once(&mut args.options, "options", input(value(&mut parser)?))?,
            Arg::Long("json") => once(&mut args.json, "json", output(value(&mut parser)?))?,
            Arg::Long("html") => once(&mut args.html, "html", output(value(&mut parser)?))?,
            Arg::Long("as-of") => once(&mut args.as_of, "as-of", date(value(&mut parser)?)?)?,
            Arg::Long("memory") => once(&mut args.memory, "memory", input(value(&mut parser)?))?,
            Arg::Long("memory-out") => {
                once(&mut args.memory_out, "memory-out", output(value(&mut parser)?))?;
            }
            Arg::Long("feedback") => files(&mut parser, "feedback", &mut args.feedback)?,
            other => return Err(other.unexpected().to_string()),
        }
    }
    check(&args)?;
    Ok(Command::Run(Box::new(args)))
}

fn check(args: &Args) -> Result<(), String> {
    if args.inputs().filter(|input| **input == In::Standard).count() > 1 {
        return Err("standard input (`-`) can be read once only".to_owned());
    }
    let outputs = [("json", &args.json), ("html", &args.html), ("memory-out", &args.memory_out)];
    for (at, (name, out)) in outputs.iter().enumerate() {
        let mut others = outputs.iter().skip(at + 1);
        if let Some((other, _)) = others.find(|other| out.is_some() && *out == other.1) {
            return Err(format!("--{name} and --{other} name the same output"));
        }
    }
    Ok(())
}

fn files(parser: &mut Parser, name: &str, into: &mut Vec<In>) -> Result<(), String> {
    let values = parser.values().map_err(|_| format!("--{name} needs at least one FILE"))?;
    into.extend(values.map(input));
    Ok(())
}

fn value(parser: &mut Parser) -> Result<OsString, String> {
    parser.value().map_err(|e| e.to_string())
}

fn input(value: OsString) -> In {
    if value == "-" { In::Standard } else { In::File(value.into()) }
}

fn output(value: OsString) -> Out {
    if value == "-" { Out::Standard } else { Out::File(value.into()) }
}

fn date(value: OsString) -> Result<NaiveDate, String> {
    let wrong = || "--as-of needs a date such as 2026-03-31".to_owned();
    let text = value.string().map_err(|_| wrong())?;
    if text.len() != 10 {
        return Err(wrong());
    }
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| wrong())
}

fn once<T>(slot: &mut Option<T>, name: &str, value: T) -> Result<(), String> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(format!("--{name} is given twice")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn nothing_means_the_sample() {
        let Ok(Command::Run(args)) = of("") else { panic!("no run") };
        assert!(args.sample());
        let Ok(Command::Run(args)) = of("--json - --html x.html") else { panic!("no run") };
        assert!(args.sample());
        assert_eq!(args.json, Some(Out::Standard));
    }

    #[test]
    fn options_take_many_files_and_may_repeat() {
        let Ok(Command::Run(args)) =
            of("--transactions a b --invoices=c --transactions - --as-of 2026-03-31")
        else {
            panic!("no run")
        };
        let file = |name: &str| In::File(name.into());
        assert_eq!(args.transactions, [file("a"), file("b"), In::Standard]);
        assert_eq!(args.invoices, [file("c")]);
        assert_eq!(args.as_of, NaiveDate::from_ymd_opt(2026, 3, 31));
    }

    #[test]
    fn mistakes_are_named() {
        for (line, word) in [
            ("--transactions", "FILE"),
            ("--transactions - --invoices -", "standard input"),
            ("--as-of 31.03.2026", "2026-03-31"),
            ("--as-of 2026-02-30", "2026-03-31"),
            ("--json a --html a", "same output"),
            ("--json a --json b", "twice"),
            ("--memory a --memory b", "twice"),
            ("--memory-out m --json m", "same output"),
            ("--memory - --feedback -", "standard input"),
            ("--feedback", "FILE"),
            ("--frobnicate", "frobnicate"),
            ("stray", "stray"),
        ] {
            let error = of(line).expect_err(line);
            assert!(error.contains(word), "{line}: {error}");
        }
    }

    #[test]
    fn help_names_every_option() {
        for name in [
            "transactions",
            "invoices",
            "settled",
            "options",
            "as-of",
            "memory",
            "feedback",
            "memory-out",
            "json",
            "html",
        ] {
            assert!(HELP.contains(&format!("--{name}")), "{name}");
        }
        assert_eq!(of("--help"), Ok(Command::Help));
        assert_eq!(of("--version"), Ok(Command::Version));
    }
}
