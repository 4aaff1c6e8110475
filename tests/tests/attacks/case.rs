//! A case: a token, what it is held against, and what must come of it.

use super::forge::{self, NOW, SECRET, encoded};
use payymo::crypto::{Algorithm, Secret};
use payymo::token::{Expected, Key, KeySet, Policy, Verified, verify};
use payymo::{Code, Error};
use serde_json::{Value, json};

/// What a verifier was given for keys.
#[derive(Clone, Debug)]
pub enum Keys {
    Jwk(String),
    Jwks(String),
    Pem(String),
    Der(Vec<u8>),
    Secret(Vec<u8>),
}

/// What is looked at.
#[derive(Clone, Debug)]
pub struct Given {
    pub token: String,
    pub keys: Keys,
    pub policy: Policy,
    pub now: i64,
}

/// A token under the test key of an algorithm's kind and strict rules.
pub fn given(algorithm: Algorithm, token: impl Into<String>) -> Given {
    let policy = Policy::new(
        vec![algorithm],
        Expected::exactly("https://issuer.example"),
        Expected::exactly("billing"),
    );
    let keys = match algorithm {
        Algorithm::Hs256 | Algorithm::Hs384 | Algorithm::Hs512 => Keys::Secret(SECRET.to_vec()),
        _ => Keys::Jwk(Value::Object(forge::jwk(algorithm)).to_string()),
    };
    Given { token: token.into(), keys, policy, now: NOW }
}

/// A token by RS256.
pub fn rs256(token: impl Into<String>) -> Given {
    given(Algorithm::Rs256, token)
}

/// The right token of an algorithm.
pub fn right(algorithm: Algorithm) -> Given {
    given(algorithm, forge::right(algorithm))
}

impl Given {
    pub fn keys(self, keys: Keys) -> Self {
        Given { keys, ..self }
    }

    pub fn rules(mut self, change: impl FnOnce(&mut Policy)) -> Self {
        change(&mut self.policy);
        self
    }

    pub fn at(self, now: i64) -> Self {
        Given { now, ..self }
    }

    /// The verifier's answer.
    pub fn answer(&self) -> Result<Verified, Error> {
        verify(&self.token, &self.key_set()?, &self.policy, self.now)
    }

    pub fn key_set(&self) -> Result<KeySet, Error> {
        let one = || *self.policy.algorithms.first().unwrap_or(&Algorithm::Rs256);
        let key = match &self.keys {
            Keys::Jwks(text) => return KeySet::from_jwks(text, &self.policy.algorithms),
            Keys::Jwk(text) => Key::from_jwk(text, one()),
            Keys::Pem(text) => Key::from_pem(text, one()),
            Keys::Der(bytes) => Key::from_der(bytes, one()),
            Keys::Secret(bytes) => Key::from_secret(&Secret::new(bytes.clone()), one()),
        };
        KeySet::new(vec![key?])
    }
}

/// An attack, with the same done right beside it.
pub struct Case {
    pub class: &'static str,
    pub name: String,
    pub attack: Given,
    pub code: Code,
    pub control: Given,
}

/// The cases of one class.
pub struct Class {
    pub name: &'static str,
    pub cases: Vec<Case>,
}

impl Class {
    pub fn new(name: &'static str) -> Self {
        Class { name, cases: Vec::new() }
    }

    pub fn add(&mut self, name: impl Into<String>, attack: Given, code: Code, control: &Given) {
        let (name, control) = (name.into(), control.clone());
        self.cases.push(Case { class: self.name, name, attack, code, control });
    }
}

impl Case {
    /// The attack and its control as lines of JSON, which hold all that another language needs to run them.
    pub fn lines(&self) -> [Value; 2] {
        let line = |given: &Given, name: String, expect: &str| {
            json!({"class": self.class, "name": name, "token": given.token, "key": key(&given.keys),
                "policy": policy(&given.policy), "now": given.now, "expect": expect})
        };
        [
            line(&self.attack, self.name.clone(), self.code.as_str()),
            line(&self.control, format!("{}: control", self.name), "accepted"),
        ]
    }
}

fn key(keys: &Keys) -> Value {
    match keys {
        Keys::Jwk(text) => json!({"jwk": text}),
        Keys::Jwks(text) => json!({"jwks": text}),
        Keys::Pem(text) => json!({"pem": text}),
        Keys::Der(bytes) => json!({"der": encoded(bytes)}),
        Keys::Secret(bytes) => json!({"secret": encoded(bytes)}),
    }
}

fn policy(policy: &Policy) -> Value {
    let expected = |expected: &Expected| match expected {
        Expected::OneOf(all) => json!(all),
        Expected::Unchecked => Value::Null,
    };
    let names: Vec<&str> = policy.algorithms.iter().map(|one| one.as_str()).collect();
    json!({"algorithms": names, "issuer": expected(&policy.issuer), "audience": expected(&policy.audience),
        "subject": policy.subject, "kind": policy.kind, "required": policy.required,
        "may_last_forever": policy.may_last_forever, "leeway": policy.leeway, "max_age": policy.max_age,
        "understood": policy.understood})
}

/// What a line of JSON says, from nothing but the line.
pub fn read(line: &Value) -> Given {
    let texts = |value: &Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let expected = |value: &Value| match value {
        Value::Null => Expected::Unchecked,
        list => Expected::OneOf(texts(list)),
    };
    let said = &line["policy"];
    let algorithms = texts(&said["algorithms"]);
    let algorithms = algorithms.iter().map(|name| Algorithm::parse(name).expect("an algorithm")).collect();
    let mut policy = Policy::new(algorithms, expected(&said["issuer"]), expected(&said["audience"]));
    policy.subject = text(&said["subject"]);
    policy.kind = text(&said["kind"]);
    policy.required = texts(&said["required"]);
    policy.may_last_forever = said["may_last_forever"] == true;
    policy.leeway = said["leeway"].as_u64().expect("a number") as u32;
    policy.max_age = said["max_age"].as_u64().map(|seconds| seconds as u32);
    policy.understood = texts(&said["understood"]);
    let (kind, value) = line["key"].as_object().and_then(|key| key.iter().next()).expect("a key");
    let value = value.as_str().expect("a text");
    let keys = match kind.as_str() {
        "jwk" => Keys::Jwk(value.to_owned()),
        "jwks" => Keys::Jwks(value.to_owned()),
        "pem" => Keys::Pem(value.to_owned()),
        "der" => Keys::Der(forge::decoded(value)),
        _ => Keys::Secret(forge::decoded(value)),
    };
    let token = text(&line["token"]).expect("a token");
    Given { token, keys, policy, now: line["now"].as_i64().expect("a time") }
}
