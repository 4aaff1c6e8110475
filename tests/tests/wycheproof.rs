//! Signatures and keys of Wycheproof, each held against what the file says of it.

use payymo::crypto::Algorithm;
use payymo::token::{Key, KeySet, open};
use payymo_tests::shared::folder;
use serde_json::Value;
use std::path::Path;

/// Where we differ from the file, and why.
const DIFFERENCES: &[(u64, &str)] = &[
    (346, "the key says PS256, the token PS384"),
    (347, "the key says ES521, which is no algorithm"),
    (350, "the key says PS256, the token PS384"),
    (351, "the key says ES521, which is no algorithm"),
    (367, "mislabelled: nothing is wrong with the padding"),
    (370, "mislabelled: nothing is wrong with the padding"),
    (372, "mislabelled: a character that is not of base64url"),
    (373, "mislabelled: a character that is not of base64url"),
];

fn read(folder: &Path, name: &str) -> Value {
    let bytes = std::fs::read(folder.join("vectors/wycheproof").join(name)).expect("the vectors are there");
    serde_json::from_slice(&bytes).expect("JSON")
}

/// The algorithms that a verifier would allow for a key: the one that it names, or those of its kind.
fn allowed(key: &Value) -> Vec<Algorithm> {
    let family = match key["kty"].as_str() {
        Some("RSA") => payymo::crypto::Family::Rsa,
        Some("EC") => payymo::crypto::Family::Ec,
        Some("oct") => payymo::crypto::Family::Hmac,
        _ => payymo::crypto::Family::Okp,
    };
    let of_kind = Algorithm::ALL.into_iter().filter(|one| one.family() == family);
    of_kind.filter(|one| key["alg"].as_str().is_none_or(|named| named == one.as_str())).collect()
}

fn tests(file: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    let groups = file["testGroups"].as_array().expect("groups").iter();
    groups.flat_map(|group| group["tests"].as_array().expect("tests").iter().map(move |test| (group, test)))
}

#[test]
fn signatures() {
    let Some(folder) = folder("signatures of Wycheproof") else { return };
    let file = read(&folder, "json_web_signature_test.json");
    let (mut agree, mut all, mut differ) = (0, 0, Vec::new());
    for (group, test) in tests(&file) {
        let key = group.get("public").unwrap_or(&group["private"]);
        let algorithms = allowed(key);
        let keys = match algorithms.as_slice() {
            [algorithm] => Key::from_jwk(&key.to_string(), *algorithm).and_then(|key| KeySet::new(vec![key])),
            _ => KeySet::from_jwks(&format!(r#"{{"keys":[{key}]}}"#), &algorithms),
        };
        let opened = keys.and_then(|keys| open(test["jws"].as_str().expect("a token"), &keys, &algorithms));
        let id = test["tcId"].as_u64().expect("an id");
        all += 1;
        match (opened.is_ok(), test["result"] == "valid") {
            (ours, theirs) if ours == theirs => agree += 1,
            _ => differ.push(id),
        }
    }
    println!("Wycheproof, signatures: {agree} of {all} agree; {differ:?} differ");
    assert_eq!(differ, DIFFERENCES.iter().map(|known| known.0).collect::<Vec<_>>());
    assert_eq!((agree, all), (393, 401));
}

#[test]
fn sets_of_keys() {
    let Some(folder) = folder("keys of Wycheproof") else { return };
    let file = read(&folder, "json_web_key_test.json");
    let mut all = 0;
    for (group, test) in tests(&file) {
        let set = group.get("public").unwrap_or(&group["private"]);
        let first = set["keys"].get(0).unwrap_or(set);
        let algorithms = allowed(&serde_json::json!({"kty": first["kty"]}));
        let opened = KeySet::from_jwks(&set.to_string(), &algorithms)
            .and_then(|keys| open(test["jws"].as_str().expect("a token"), &keys, &algorithms));
        let said = opened.as_ref().map_or_else(|error| error.to_string(), |_| "accepted".to_owned());
        assert_eq!(opened.is_ok(), test["result"] == "valid", "{} {}: {said}", test["tcId"], test["comment"]);
        all += 1;
    }
    println!("Wycheproof, keys: {all} of {all} agree");
    assert_eq!(all, 26);
}
