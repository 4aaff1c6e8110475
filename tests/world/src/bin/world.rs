//! Writes a world as files of the contract's shapes, the truth beside them.
//!
//! ```text
//! cargo run --release -p payymo-world --bin world -- --style hosting_uk --seed 1 --customers 2000 --out DIR
//! ```
//!
//! `--style two_sided --rows 45000 --missing 20` makes bank rows and the entries of a ledger, one to one, of which each side lacks so
//! many per cent; of the truth truth.json then has the pairs.
//!
//! DIR gets transactions.json, invoices.json, settlements.json, options.json, truth.json and credits.json (the truth by
//! credit note), a row to a line.

use payymo_world::ledger::{Ledgers, two_sided};
use payymo_world::{Truth, World, style};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    payymo_world::flags::exit("world", run())
}

fn run() -> Result<(), String> {
    let (mut name, mut seed, mut customers) = ("hosting_uk".to_owned(), 1_u64, 2_000_usize);
    let (mut pairs, mut missing) = (45_000_usize, 0_u64);
    let mut out = None;
    let mut words = std::env::args().skip(1);
    while let Some(flag) = words.next() {
        let value = words.next().ok_or(format!("{flag} needs a value"))?;
        let number = |_| format!("{flag} needs a number");
        match flag.as_str() {
            "--style" => name = value,
            "--seed" => seed = value.parse().map_err(number)?,
            "--customers" => customers = value.parse().map_err(number)?,
            "--rows" => pairs = value.parse().map_err(number)?,
            "--missing" => missing = value.parse().map_err(number)?,
            "--out" => out = Some(PathBuf::from(value)),
            _ => return Err(format!("no flag {flag}")),
        }
    }
    let out = out.ok_or("--out DIR is missing")?;
    let failed = |error: std::io::Error| format!("{}: {error}", out.display());
    if name == "two_sided" {
        return write_ledgers(&two_sided::make(seed, pairs, missing), &out).map_err(failed);
    }
    let world = style::make(&name, seed, customers)
        .ok_or(format!("no style {name}, or what it is made from is not here"))?;
    let wrong = world.check();
    if !wrong.is_empty() {
        return Err(format!("the world is not sound: {}", wrong.join("; ")));
    }
    write(&world, &out).map_err(failed)
}

fn write_ledgers(world: &Ledgers, out: &Path) -> Result<(), std::io::Error> {
    fs::create_dir_all(out)?;
    rows(&out.join("transactions.json"), world.transactions.iter().map(serde_json::to_string))?;
    rows(&out.join("invoices.json"), world.entries.iter().map(serde_json::to_string))?;
    let pair = |(transaction, entry): &(String, String)| {
        serde_json::to_string(&json!({"transaction": transaction, "entry": entry}))
    };
    rows(&out.join("truth.json"), world.pairs.iter().map(pair))
}

fn write(world: &World, out: &Path) -> Result<(), std::io::Error> {
    fs::create_dir_all(out)?;
    rows(&out.join("transactions.json"), world.transactions.iter().map(serde_json::to_string))?;
    rows(&out.join("invoices.json"), world.invoices.iter().map(serde_json::to_string))?;
    rows(&out.join("settlements.json"), world.settlements.iter().map(serde_json::to_string))?;
    let currencies: BTreeMap<&str, _> =
        world.invoices.iter().map(|row| (row.id.as_str(), row.currency())).collect();
    let truth = world.truth.iter().map(|(id, truth)| serde_json::to_string(&told(id, truth, &currencies)));
    rows(&out.join("truth.json"), truth)?;
    let credits =
        world.credits.iter().map(|(id, truth)| serde_json::to_string(&told(id, truth, &currencies)));
    rows(&out.join("credits.json"), credits)?;
    let options = json!({
        "as_of": world.as_of.to_string(),
        "own_ibans": world.options.own_ibans,
        "own_names": world.options.own_names,
        "pooled_ibans": world.options.pooled_ibans,
        "rates": world.options.rates,
    });
    fs::write(out.join("options.json"), format!("{options:#}\n"))
}

/// A JSON list with a row to a line.
fn rows(
    path: &Path,
    rows: impl Iterator<Item = Result<String, serde_json::Error>>,
) -> Result<(), std::io::Error> {
    let mut file = BufWriter::new(fs::File::create(path)?);
    let mut before = "[\n";
    for row in rows {
        write!(file, "{before}{}", row?)?;
        before = ",\n";
    }
    if before == "[\n" {
        file.write_all(b"[")?;
    }
    file.write_all(b"\n]\n")?;
    file.flush()
}

fn told(id: &str, truth: &Truth, currencies: &BTreeMap<&str, payymo::money::Currency>) -> Value {
    let allocations: Vec<Value> = truth
        .allocations
        .iter()
        .filter_map(|(invoice, minor)| {
            let amount = payymo::money::Amount::new(*minor, *currencies.get(invoice.as_str())?);
            Some(json!({
                "invoice": invoice,
                "amount": amount.decimal_text(),
                "currency": amount.currency().as_str(),
            }))
        })
        .collect();
    json!({
        "transaction": id,
        "kind": format!("{:?}", truth.kind),
        "customer": truth.customer,
        "allocations": allocations,
        "knowable": truth.knowable,
        "named": truth.named,
        "copies": truth.copies,
        "members": truth.payout.as_ref().map(|parts| &parts.members),
        "residual": truth.payout.as_ref().map(|parts| &parts.residual),
        "on_account": truth.on_account,
        "by_hand": truth.by_hand,
    })
}
