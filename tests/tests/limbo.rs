//! Chains of x509-limbo, each held against what the file expects of it.
//!
//! Servers are verified against public anchors, clients against private ones, which is the one way there is. A second run takes private anchors for
//! all: the file's cases of the namespace `rfc5280` are written for that profile. Where we differ from the file stands in `trust/limbo.txt`, with
//! the reason; any other difference, and one that is there no more, is a failure.

use payymo::certificate::{
    Anchors, Bundle, Name, Outcome, Policy, Purpose, Revocation, RevocationLists, verify,
};
use payymo_tests::shared::folder;
use serde_json::Value;
use std::collections::BTreeMap;

/// Differences: id, what is expected, what we say under public and under private anchors (`-` where we agree), reason.
const DIFFERENCES: &str = include_str!("../trust/limbo.txt");

/// When a case says no time.
const NOW: i64 = 1_767_225_600;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Public,
    Private,
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().expect("a list").iter().map(|text| text.as_str().expect("text"))
}

fn ders<'t>(pems: impl Iterator<Item = &'t str>) -> Result<Vec<Vec<u8>>, payymo::Error> {
    let mut all = Vec::new();
    for pem in pems {
        let bundle = Bundle::parse(pem.as_bytes())?;
        all.extend(bundle.certificates);
        all.extend(bundle.lists);
    }
    Ok(all)
}

/// What we say of a case: `SUCCESS`, or a code.
fn answer(case: &Value, kind: Kind) -> String {
    let said = || -> Result<Outcome, payymo::Error> {
        let roots = ders(texts(&case["trusted_certs"]))?;
        let leaf = case["peer_certificate"].as_str().into_iter();
        let chain = ders(leaf.chain(texts(&case["untrusted_intermediates"])))?;
        let lists = RevocationLists::new(&ders(texts(&case["crls"]))?)?;
        let client = case["validation_kind"] == "CLIENT";
        let anchors =
            if client || kind == Kind::Private { Anchors::private(&roots) } else { Anchors::public(&roots) }?;
        let purpose = if client {
            Purpose::Client
        } else {
            Purpose::Server(Name::parse(case["expected_peer_name"]["value"].as_str().unwrap_or_default())?)
        };
        let mut policy = Policy::new(purpose, Revocation::IfAvailable);
        if let Some(depth) = case["max_chain_depth"].as_u64() {
            policy.most_intermediates = u32::try_from(depth.min(6)).expect("a small number");
        }
        let now = case["validation_time"].as_str().map_or(NOW, |time| {
            // Fractions of a second are cut off, since a certificate knows none.
            chrono::DateTime::parse_from_rfc3339(time).expect("a time").timestamp()
        });
        Ok(verify(&chain, &anchors, &lists, &policy, now))
    };
    match said() {
        Ok(Outcome::Valid(_)) => "SUCCESS".to_owned(),
        Ok(Outcome::Invalid { error } | Outcome::Indeterminate { error }) | Err(error) => {
            error.code().as_str().to_owned()
        }
        Ok(Outcome::Skipped { .. }) => panic!("nothing is skipped here"),
    }
}

#[test]
fn chains() {
    let Some(folder) = folder("chains of x509-limbo") else { return };
    let bytes = std::fs::read(folder.join("vectors/limbo/limbo.json")).expect("the vectors are there");
    let file: Value = serde_json::from_slice(&bytes).expect("JSON");
    let cases = file["testcases"].as_array().expect("cases");
    assert_eq!(cases.len(), 208);
    let mut differences = BTreeMap::new();
    let mut counts = BTreeMap::new();
    for case in cases {
        let (id, expected) =
            (case["id"].as_str().expect("an id"), case["expected_result"].as_str().expect("a result"));
        let said = [Kind::Public, Kind::Private].map(|kind| {
            let answer = answer(case, kind);
            let agrees = (answer == "SUCCESS") == (expected == "SUCCESS");
            let name = if kind == Kind::Public { "public" } else { "private" };
            let what = match (agrees, expected) {
                (true, _) => "agree",
                (false, "FAILURE") => "false accepts",
                _ => "false rejects",
            };
            *counts.entry((name, what)).or_insert(0) += 1;
            if std::env::var_os("PAYYMO_LIMBO").is_some() {
                println!("{name} {id} {expected} {answer}");
            }
            if agrees { "-".to_owned() } else { answer }
        });
        if said.iter().any(|said| said != "-") {
            differences.insert(id.to_owned(), format!("{id} {expected} {} {}", said[0], said[1]));
        }
    }
    println!("x509-limbo: {counts:?}");
    let mut known = BTreeMap::new();
    for line in DIFFERENCES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (found, reason) = line.split_once(": ").expect("a reason");
        assert!(reason.len() > 10, "{line}");
        known.insert(found.split(' ').next().expect("an id").to_owned(), found.to_owned());
    }
    let new: Vec<_> =
        differences.values().filter(|found| !known.values().any(|line| line == *found)).collect();
    let gone: Vec<_> =
        known.values().filter(|line| !differences.values().any(|found| found == *line)).collect();
    assert!(new.is_empty() && gone.is_empty(), "new:\n{new:#?}\nno more:\n{gone:#?}");
}
