//! A message as it is sent, with all that decides about it, signed by hand.

use crate::crypto::Secret;
use crate::error::Code;
use crate::webhook::{Encoding, EventId, Part, Place, Policy, Scheme, SecretForm, Verified, Verifier};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::hmac;

pub(super) const NOW: i64 = 1_700_000_000;
pub(super) const SECRET: &str = "whsec_of_the_tests_0123456789";
pub(super) const BODY: &str = r#"{"id":"evt_1","type":"invoice.paid","data":{"object":{"amount":1050}}}"#;

/// A MAC, by ring alone.
pub(super) fn mac(how: hmac::Algorithm, key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(how, key), &parts.concat()).as_ref().to_vec()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub(super) fn base64_url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The hex of an HMAC-SHA256 under the secret of the tests.
pub(super) fn signed(parts: &[&str]) -> String {
    let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
    hex(&mac(hmac::HMAC_SHA256, SECRET.as_bytes(), &parts))
}

#[derive(Clone)]
pub(super) struct Sent {
    pub(super) scheme: Scheme,
    pub(super) secrets: Vec<(String, Vec<u8>)>,
    pub(super) policy: Policy,
    pub(super) headers: Vec<(String, Vec<u8>)>,
    pub(super) body: Vec<u8>,
    pub(super) now: i64,
}

impl Sent {
    pub(super) fn of(scheme: Scheme, body: impl Into<Vec<u8>>) -> Self {
        Sent {
            scheme,
            secrets: vec![("live".to_owned(), SECRET.as_bytes().to_vec())],
            policy: Policy::default(),
            headers: Vec::new(),
            body: body.into(),
            now: NOW,
        }
    }

    /// Stripe's message of a body, signed at a time that is written so.
    pub(super) fn stripe_at(time: &str, body: &str) -> Self {
        let signature = signed(&[time, ".", body]);
        Sent::of(Scheme::stripe(), body).header("Stripe-Signature", format!("t={time},v1={signature}"))
    }

    pub(super) fn stripe() -> Self {
        Sent::stripe_at("1700000000", BODY)
    }

    /// Stripe's message with another value of its header, in which `@` stands for the right signature.
    pub(super) fn stripe_header(value: &str) -> Self {
        let right = signed(&["1700000000", ".", BODY]);
        Sent::of(Scheme::stripe(), BODY).header("Stripe-Signature", value.replace('@', &right))
    }

    pub(super) fn gocardless(body: &str) -> Self {
        Sent::of(Scheme::gocardless(), body).header("Webhook-Signature", signed(&[body]))
    }

    pub(super) fn header(mut self, name: &str, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The same with something else.
    pub(super) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub(super) fn verifier(&self) -> Result<Verifier, crate::Error> {
        let secrets = self.secrets.iter().map(|(name, bytes)| (name.clone(), Secret::new(bytes.clone())));
        Verifier::new(self.scheme.clone(), secrets.collect(), self.policy)
    }

    /// Takes in, verifies, reads the events, and looks at what is left.
    pub(super) fn taken<T>(
        &self,
        look: impl FnOnce(&Verified<'_>, Vec<String>) -> T,
    ) -> Result<T, crate::Error> {
        let headers: Vec<(&str, &[u8])> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
        let verifier = self.verifier()?;
        let verified = verifier.verify(&headers, &self.body, self.now)?;
        let ids = verified.event_ids()?;
        Ok(look(&verified, ids))
    }

    pub(super) fn code(&self) -> Option<Code> {
        self.taken(|_, _| ()).err().map(|error| error.code())
    }
}

/// Standard Webhooks, with the headers given.
pub(super) fn standard(id: &str, time: &str, body: &str) -> Sent {
    let signed_parts =
        vec![Part::Id, Part::Text(".".into()), Part::Timestamp, Part::Text(".".into()), Part::Body];
    let place = Place::pair("webhook-signature", "v1", ' ', ',');
    let mut scheme = Scheme::new("standard", place, Encoding::Base64, signed_parts);
    scheme.timestamp = Some(Place::alone("webhook-timestamp"));
    scheme.id = Some(Place::alone("webhook-id"));
    scheme.secret = SecretForm::Base64 { prefix: "whsec_".into() };
    scheme.event = EventId::Header;
    let key = [7; 24];
    let parts = [id, ".", time, ".", body].map(str::as_bytes);
    let signature = base64(&mac(hmac::HMAC_SHA256, &key, &parts));
    Sent::of(scheme, body)
        .header("webhook-id", id)
        .header("webhook-timestamp", time)
        .header("webhook-signature", format!("v1,{signature}"))
        .with(|sent| sent.secrets = vec![("live".to_owned(), format!("whsec_{}", base64(&key)).into_bytes())])
}
