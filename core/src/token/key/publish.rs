//! Public keys as an issuer publishes them (RFC 7517 sections 4 and 5).

use super::jwks::KeySet;
use super::verifying::Key;
use crate::error::{Code, Error};

impl Key {
    /// The key as a JSON Web Key, for signatures and, where it is taken for one algorithm only, for that one.
    ///
    /// # Errors
    /// `key.kind` for a secret, which is not published.
    ///
    /// ```
    /// use payymo::crypto::Algorithm;
    /// use payymo::token::Key;
    /// let pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";
    /// let key = Key::from_pem(pem, Algorithm::Ed25519)?.with_id("2026-11");
    /// let jwk = key.to_jwk()?;
    /// assert_eq!(jwk, r#"{"use":"sig","alg":"Ed25519","kid":"2026-11","crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#);
    /// assert_eq!(Key::from_jwk(&jwk, Algorithm::Ed25519)?.thumbprint(), key.thumbprint());
    /// # Ok::<(), payymo::Error>(())
    /// ```
    pub fn to_jwk(&self) -> Result<String, Error> {
        let said = "a secret that both sides know is not published";
        let members = self.public().ok_or_else(|| Error::new(Code::KeyKind, said))?;
        let mut jwk = String::from(r#"{"use":"sig","#);
        let mut algorithms = self.algorithms();
        if let (Some(only), None) = (algorithms.next(), algorithms.next()) {
            jwk.push_str(&format!(r#""alg":"{only}","#));
        }
        if let Some(id) = self.id() {
            jwk.push_str(&format!(r#""kid":{},"#, serde_json::Value::from(id)));
        }
        jwk.push_str(members.strip_prefix('{').unwrap_or(members));
        Ok(jwk)
    }
}

impl KeySet {
    /// The set as a JSON Web Key Set, for the end point at which verifiers fetch it.
    ///
    /// # Errors
    /// `key.kind` for a set of secrets.
    pub fn to_jwks(&self) -> Result<String, Error> {
        let keys = self.keys().iter().map(Key::to_jwk).collect::<Result<Vec<_>, _>>()?;
        Ok(format!(r#"{{"keys":[{}]}}"#, keys.join(",")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::{Algorithm, Secret};

    #[test]
    fn a_set_reads_back() {
        let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
        let point =
            ["MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"];
        let given = format!(
            r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","kid":"a \"b\"","x":"{x}"}},{{"kty":"EC","crv":"P-256","kid":"b","x":"{}","y":"{}"}}]}}"#,
            point[0], point[1]
        );
        let allowed = [Algorithm::Ed25519, Algorithm::Es256];
        let keys = KeySet::from_jwks(&given, &allowed).unwrap();
        let published = keys.to_jwks().unwrap();
        let again = KeySet::from_jwks(&published, &allowed).unwrap();
        let told = |keys: &KeySet| {
            keys.keys()
                .iter()
                .map(|key| (key.id().map(str::to_owned), key.thumbprint().to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&again), told(&keys));
        assert_eq!(again.to_jwks().unwrap(), published);
        assert_eq!(again.keys().len(), 2);
    }

    #[test]
    fn a_secret_is_not_published() {
        let key = Key::from_secret(&Secret::new((0..32).collect()), Algorithm::Hs256).unwrap();
        assert_eq!(key.to_jwk().unwrap_err().code().as_str(), "key.kind");
    }
}
