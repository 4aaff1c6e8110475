//! Whether a message is its provider's.
//!
//! # Design
//! For each secret one MAC of the message is made, and all of them are compared with all signatures of the header, each comparison in constant time and none left
//! out: how long that takes tells neither which secret fits nor how much of a signature was right. The work does not grow with the number of signatures.

use super::freshness;
use super::header::Envelope;
use super::policy::Policy;
use super::scheme::{Part, Scheme, SecretForm};
use super::spelling;
use super::verified::Verified;
use crate::crypto::{Mac, Secret};
use crate::error::{Code, Error};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use core::fmt;

/// Secrets that are live at a time.
pub const MOST_SECRETS: usize = 8;
/// Bytes of a key: less than 128 bits can be searched (NIST SP 800-107 section 5.3.4 asks for 112 at least), more than 512 bytes is something else.
const KEY_BYTES: core::ops::RangeInclusive<usize> = 16..=512;
const LONGEST_NAME: usize = 128;

/// Checks the messages of one endpoint: a scheme, the secrets that are live, and the rules.
///
/// ```
/// use payymo::crypto::Secret;
/// use payymo::webhook::{Freshness, Policy, Scheme, Verifier};
/// let secret = Secret::new(b"whsec_a_secret_of_this_example".to_vec());
/// let verifier = Verifier::new(Scheme::stripe(), vec![("2026-11".into(), secret)], Policy::default())?;
///
/// let body = br#"{"id":"evt_1","type":"invoice.paid"}"#;
/// let signature = b"t=1700000000,v1=1732e5dc249f7db9251489918169019c885901f96408ee73bd929ea82fc4f484";
/// let verified = verifier.verify(&[("stripe-signature", signature)], body, 1_700_000_060)?;
/// assert_eq!(verified.freshness, Freshness::Stamped { at: 1_700_000_000, age: 60 });
/// assert_eq!(verified.event_ids()?, ["evt_1"]);
///
/// let parsed_and_printed = br#"{ "id": "evt_1", "type": "invoice.paid" }"#;
/// let error = verifier.verify(&[("stripe-signature", signature)], parsed_and_printed, 1_700_000_060).unwrap_err();
/// assert_eq!(error.code().as_str(), "webhook.body_changed");
/// # Ok::<(), payymo::Error>(())
/// ```
pub struct Verifier {
    scheme: Scheme,
    secrets: Vec<(String, Mac)>,
    policy: Policy,
}

impl Verifier {
    /// Takes in the secrets, each with a name by which the verdict tells it. While a provider's secret rotates, the old and the new one are live.
    ///
    /// # Errors
    /// `webhook.scheme`, `webhook.secret`, `input.options`.
    pub fn new(scheme: Scheme, secrets: Vec<(String, Secret)>, policy: Policy) -> Result<Self, Error> {
        scheme.check()?;
        policy.check()?;
        let bad = |said: &str| Err(Error::new(Code::WebhookSecret, said).at_field("secrets"));
        if secrets.is_empty() || secrets.len() > MOST_SECRETS {
            return bad("1 to 8 secrets can be live");
        }
        let mut keys: Vec<(String, Secret)> = Vec::with_capacity(secrets.len());
        for (name, secret) in secrets {
            if name.is_empty() || name.len() > LONGEST_NAME || keys.iter().any(|known| known.0 == name) {
                return bad("each secret needs a name of its own, of 1 to 128 bytes");
            }
            let key = key(&scheme.secret, &secret)?;
            if keys.iter().any(|known| known.1 == key) {
                return bad("two names for one secret");
            }
            keys.push((name, key));
        }
        let secrets = keys.into_iter().map(|(name, key)| (name, Mac::new(scheme.hash, &key))).collect();
        Ok(Verifier { scheme, secrets, policy })
    }

    /// The scheme.
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// Checks a message: its headers, its body as the bytes that came, and now in seconds since 1970. Of the headers only those are looked at that the scheme
    /// names, in any case; one that came several times is given several times.
    ///
    /// # Errors
    /// `input.options` for a `now` that is no time in seconds; `webhook.too_large`, `webhook.missing`, `webhook.repeated`, `webhook.header`, `webhook.encoding`, `webhook.candidates`, `webhook.no_signature`,
    /// `webhook.timestamp`, `webhook.timestamp_unit`, `webhook.id`; `webhook.signature`, and `webhook.body_changed` where it is certain that the body was
    /// not handed on as it came; `webhook.too_old`, `webhook.ahead`.
    pub fn verify<'b>(
        &self,
        headers: &[(&str, &[u8])],
        body: &'b [u8],
        now: i64,
    ) -> Result<Verified<'b>, Error> {
        crate::time::check(now)?;
        if body.len() > self.policy.largest_body {
            let said = format!("a body beyond {} bytes", self.policy.largest_body);
            return Err(Error::new(Code::WebhookTooLarge, said).at_field("body"));
        }
        let envelope = Envelope::read(&self.scheme, headers)?;
        let Some(name) = self.fitting(&envelope, body) else {
            return Err(self.explained(&envelope, body));
        };
        let at = envelope.timestamp.map(|timestamp| timestamp.1);
        let freshness = freshness::held(at, self.policy.tolerance, now).map_err(|error| {
            match &self.scheme.timestamp {
                Some(place) => error.at_field(place.field()),
                None => error,
            }
        })?;
        Ok(Verified {
            scheme: self.scheme.name.clone(),
            freshness,
            secret: name.to_owned(),
            id: envelope.id.map(str::to_owned),
            body,
            event: self.scheme.event.clone(),
        })
    }

    /// The name of the secret under which a signature is that of a body.
    fn fitting(&self, envelope: &Envelope<'_>, body: &[u8]) -> Option<&str> {
        let message = message(&self.scheme, envelope, body);
        let mut fitting = None;
        for (name, mac) in &self.secrets {
            let tag = Secret::new(mac.tag(&message));
            let fits = envelope.candidates.iter().fold(false, |fits, candidate| fits | (tag == *candidate));
            fitting = fitting.or(fits.then_some(name.as_str()));
        }
        fitting
    }

    fn explained(&self, envelope: &Envelope<'_>, body: &[u8]) -> Error {
        if self.policy.explain {
            let mut fits = |other: &[u8]| self.fitting(envelope, other).is_some();
            if let Some(change) = spelling::proven(body, self.secrets.len(), &mut fits) {
                let said =
                    format!("the body is not what was signed: {change}. Hand over the bytes as they came");
                return Error::new(Code::WebhookBodyChanged, said).at_field("body");
            }
        }
        let said = "no signature of the header is that of the body under a live secret";
        let suspicion = if self.policy.explain { spelling::suspected(body) } else { None };
        let error = match suspicion {
            Some(suspicion) => Error::new(Code::WebhookSignature, format!("{said}; {suspicion}")),
            None => {
                let why =
                    "it may be the secret of another endpoint, or a body that was parsed and printed again";
                Error::new(Code::WebhookSignature, format!("{said}: {why}"))
            }
        };
        error.at_field(self.scheme.signature.field())
    }
}

/// What is signed.
fn message(scheme: &Scheme, envelope: &Envelope<'_>, body: &[u8]) -> Vec<u8> {
    let mut message = Vec::with_capacity(body.len() + 64);
    for part in &scheme.signed {
        message.extend_from_slice(match part {
            Part::Timestamp => envelope.timestamp.map_or("", |timestamp| timestamp.0).as_bytes(),
            Part::Id => envelope.id.unwrap_or_default().as_bytes(),
            Part::Body => body,
            Part::Text(text) => text.as_bytes(),
        });
    }
    message
}

/// The key that a secret stands for.
fn key(form: &SecretForm, secret: &Secret) -> Result<Secret, Error> {
    let bad = |said: &str| Err(Error::new(Code::WebhookSecret, said).at_field("secrets"));
    let text = secret.bytes();
    // Bytes that are no text may begin and end with anything.
    if text.is_ascii() && text.trim_ascii() != text {
        return bad("a secret that begins or ends with a space or a line break: it was copied with it");
    }
    let key = match form {
        SecretForm::AsItStands => secret.clone(),
        SecretForm::Base64 { prefix } => {
            let Some(rest) = text.strip_prefix(prefix.as_bytes()) else {
                return bad("a secret without the prefix that the scheme gives it");
            };
            match STANDARD.decode(rest) {
                Ok(key) => Secret::new(key),
                Err(_) => return bad("a secret that is not base64 behind its prefix"),
            }
        }
    };
    if !KEY_BYTES.contains(&key.bytes().len()) {
        return bad("a secret must have 16 to 512 bytes");
    }
    Ok(key)
}

/// The names of its secrets, nothing of themselves.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.secrets.iter().map(|secret| secret.0.as_str()).collect();
        f.debug_struct("Verifier")
            .field("scheme", &self.scheme.name)
            .field("secrets", &names)
            .field("policy", &self.policy)
            .finish()
    }
}
