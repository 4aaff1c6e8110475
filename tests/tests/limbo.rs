//! Chains of x509-limbo, each held against what the file expects of it.
//!
//! A case is verified under the anchors that it is written for: those of the namespaces `webpki` and `online` under public ones, since they follow the
//! rules of the CA/Browser Forum or come from its authorities; all others, and each client, under private ones. Where we differ from the file stands in
//! `trust/limbo.txt`, with the reason; any other difference, and one that is there no more, is a failure.

use payymo::certificate::{
    Anchors, Bundle, Name, Outcome, Policy, Purpose, Revocation, RevocationLists, Warning, verify,
};
use payymo_tests::shared::folder;
use serde_json::Value;
use std::collections::BTreeMap;

/// Differences: id, what is expected, what we say, reason.
const DIFFERENCES: &str = include_str!("../trust/limbo.txt");

/// Namespaces of cases that are written for authorities of the web.
const PUBLIC: [&str; 2] = ["webpki::", "online::"];

/// When a case says no time.
const NOW: i64 = 1_767_225_600;

/// Least cases that agree, most chains that we take and the file refuses, and most of the other way.
const BOUNDS: (usize, usize, usize) = (167, 31, 10);

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

/// What we say of a case: `SUCCESS`, `SUCCESS+common_name` where that warning stands beside it, or a code.
fn answer(id: &str, case: &Value) -> String {
    let said = || -> Result<Outcome, payymo::Error> {
        let roots = ders(texts(&case["trusted_certs"]))?;
        let leaf = case["peer_certificate"].as_str().into_iter();
        let chain = ders(leaf.chain(texts(&case["untrusted_intermediates"])))?;
        let lists = RevocationLists::new(&ders(texts(&case["crls"]))?)?;
        let client = case["validation_kind"] == "CLIENT";
        let public = !client && PUBLIC.iter().any(|namespace| id.starts_with(namespace));
        let anchors = if public { Anchors::public(&roots) } else { Anchors::private(&roots) }?;
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
        Ok(Outcome::Valid(verified)) if verified.warnings.contains(&Warning::CommonName) => {
            "SUCCESS+common_name".to_owned()
        }
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
    let (mut agree, mut accepts, mut rejects) = (0, 0, 0);
    let mut differences = BTreeMap::new();
    for case in cases {
        let (id, expected) =
            (case["id"].as_str().expect("an id"), case["expected_result"].as_str().expect("a result"));
        let said = answer(id, case);
        match (said.starts_with("SUCCESS"), expected) {
            (true, "SUCCESS") | (false, "FAILURE") => {
                agree += 1;
                continue;
            }
            (true, "FAILURE") => accepts += 1,
            (false, "SUCCESS") => rejects += 1,
            _ => panic!("{id}: {expected} is no result"),
        }
        differences.insert(id.to_owned(), format!("{id} {expected} {said}"));
    }
    println!(
        "x509-limbo: {agree} of {} agree, {accepts} false accepts, {rejects} false rejects",
        cases.len()
    );
    let (least_agree, most_accepts, most_rejects) = BOUNDS;
    assert!(agree >= least_agree && accepts <= most_accepts && rejects <= most_rejects);
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
