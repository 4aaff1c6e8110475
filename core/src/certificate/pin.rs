//! Pins: the keys that a chain must run through.
//!
//! # Design
//! A pin is the SHA-256 of a `SubjectPublicKeyInfo`. A set holds one that the chain does not: the key that is switched to when the one in use is
//! lost; without it a lost key locks the host out. Pins belong on keys that the host or its partner keeps: public authorities change their
//! intermediates unannounced, and leaves of public authorities last 47 days from 2029 on.
//!
//! Source: RFC 7469 sections 2.4 to 2.6 and 4.3.

use super::key;
use crate::error::{Code, Error};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use core::fmt;
use sha2::{Digest, Sha256};

/// Most pins of a set.
const MOST: usize = 32;

/// The SHA-256 of a key.
///
/// ```
/// use payymo::certificate::Pin;
/// let pin = Pin::parse("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")?;
/// assert_eq!(pin.to_string(), "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
/// assert_eq!(Pin::parse("LPJNul").unwrap_err().code().as_str(), "certificate.pin");
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pin([u8; 32]);

impl Pin {
    /// Of its base64, with padding.
    ///
    /// # Errors
    /// `certificate.pin`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let bad = || Error::new(Code::CertificatePin, "a pin is the base64 of 32 bytes");
        let bytes = STANDARD.decode(text).map_err(|_| bad())?;
        bytes.try_into().map(Pin).map_err(|_| bad())
    }

    /// Of a public key: a `SubjectPublicKeyInfo` in DER, as `openssl pkey -pubout -outform DER` writes it.
    ///
    /// # Errors
    /// `certificate.key` for anything else, a whole certificate and a private key too: nothing would ever match its hash.
    pub fn of_key(key: &[u8]) -> Result<Self, Error> {
        if !key::is_public(key) {
            let said = "not a SubjectPublicKeyInfo in DER, as `openssl pkey -pubout -outform DER` writes it";
            return Err(Error::new(Code::CertificateKey, said));
        }
        Ok(Self::of_info(key))
    }

    /// Of a `SubjectPublicKeyInfo` that was read.
    pub(super) fn of_info(info: &[u8]) -> Self {
        Pin(Sha256::digest(info).into())
    }

    /// Of the SHA-256 of a `SubjectPublicKeyInfo`.
    pub fn of_hash(hash: [u8; 32]) -> Self {
        Pin(hash)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0))
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pin({self})")
    }
}

impl serde::Serialize for Pin {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a set of pins does when its time is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenExpired {
    /// No chain passes until there is a newer set.
    #[default]
    Refuse,
    /// It binds no more, and the chain carries a warning: what RFC 7469 does.
    Unpin,
}

/// Keys of which a chain must hold one.
///
/// ```
/// use payymo::certificate::{Pin, PinSet};
/// let (used, next) = (Pin::of_hash([1; 32]), Pin::of_hash([2; 32]));
/// let pins = PinSet::new(vec![used, next], 1_900_000_000)?;
/// assert!(pins.check(&[used], 1_800_000_000)?);
/// assert_eq!(pins.check(&[Pin::of_hash([3; 32])], 0).unwrap_err().code().as_str(), "certificate.pin_mismatch");
/// assert_eq!(pins.check(&[used, next], 0).unwrap_err().code().as_str(), "certificate.pin_no_backup");
/// assert_eq!(pins.check(&[used], 1_900_000_001).unwrap_err().code().as_str(), "certificate.pin_expired");
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinSet {
    pins: Vec<Pin>,
    expires: i64,
    when_expired: WhenExpired,
}

impl PinSet {
    /// Pins until a time in Unix seconds, that second included.
    ///
    /// # Errors
    /// `certificate.pin_no_backup` for fewer than two, `certificate.too_large`.
    pub fn new(mut pins: Vec<Pin>, expires: i64) -> Result<Self, Error> {
        if pins.len() > MOST {
            return Err(Error::new(Code::CertificateTooLarge, format!("more than {MOST} pins")));
        }
        pins.sort_unstable();
        pins.dedup();
        if pins.len() < 2 {
            let said = "a pin alone: name the key too that is switched to when this one is lost";
            return Err(Error::new(Code::CertificatePinNoBackup, said));
        }
        Ok(PinSet { pins, expires, when_expired: WhenExpired::Refuse })
    }

    /// What it does when its time is over.
    #[must_use]
    pub fn when_expired(mut self, what: WhenExpired) -> Self {
        self.when_expired = what;
        self
    }

    /// Its pins, in order.
    pub fn pins(&self) -> &[Pin] {
        &self.pins
    }

    /// Holds the keys of a chain against it. `false` where its time is over and it binds no more.
    ///
    /// # Errors
    /// `certificate.pin_expired`, `certificate.pin_mismatch`, `certificate.pin_no_backup` where the chain holds them all.
    pub fn check(&self, chain: &[Pin], now: i64) -> Result<bool, Error> {
        if now > self.expires {
            return match self.when_expired {
                WhenExpired::Unpin => Ok(false),
                WhenExpired::Refuse => Err(Error::new(
                    Code::CertificatePinExpired,
                    "the time of the pins is over: take a newer set",
                )),
            };
        }
        let in_chain = self.pins.iter().filter(|pin| chain.contains(pin)).count();
        if in_chain == 0 {
            return Err(Error::new(Code::CertificatePinMismatch, "no key of the chain is pinned"));
        }
        if in_chain == self.pins.len() {
            let said = "every pinned key is in the chain: none is left to switch to";
            return Err(Error::new(Code::CertificatePinNoBackup, said));
        }
        Ok(true)
    }

    /// Whether a key is pinned.
    pub(super) fn holds(&self, pin: &Pin) -> bool {
        self.pins.contains(pin)
    }
}
