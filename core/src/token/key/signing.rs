//! Keys that sign.

use super::verifying::Key;
use super::{document, jwk};
use crate::crypto::{Algorithm, Family, Mac, Private, Secret, Signer};
use crate::error::{Code, Error};
use core::fmt;

/// What a private key signs when it is taken in.
const TRIAL: &[u8] = b"payymo: whether this key signs";

/// A key that signs by one algorithm: a private key, or a secret that both sides know.
pub struct SigningKey {
    algorithm: Algorithm,
    sign: Sign,
    verifying: Key,
}

enum Sign {
    Signature(Signer),
    Mac(Mac),
}

impl SigningKey {
    /// A private key in PEM: `PRIVATE KEY` (PKCS#8, RFC 5958), `RSA PRIVATE KEY` (PKCS#1, RFC 8017).
    ///
    /// # Errors
    /// `key.syntax`, `key.kind`, `key.weak`, `key.roca`, `crypto.unsupported`.
    pub fn from_pem(text: &str, algorithm: Algorithm) -> Result<Self, Error> {
        Self::from_private(&document::private_from_pem(text, algorithm)?, algorithm)
    }

    /// A private JSON Web Key, or a secret one (`oct`), with its id.
    ///
    /// # Errors
    /// As [`from_pem`](Self::from_pem); `key.use`, `key.algorithm`.
    pub fn from_jwk(text: &str, algorithm: Algorithm) -> Result<Self, Error> {
        let members = jwk::members(text)?;
        let (read, id) = if algorithm.family() == Family::Hmac {
            let (secret, id) = jwk::secret(&members, algorithm)?;
            (Self::from_secret(&secret, algorithm)?, id)
        } else {
            let (key, id) = jwk::private(&members, algorithm)?;
            (Self::from_private(&key, algorithm)?, id)
        };
        Ok(match id {
            Some(id) => read.with_id(id),
            None => read,
        })
    }

    /// A secret for a MAC; as many bytes as its hash has, at least.
    ///
    /// # Errors
    /// `key.kind` where the algorithm is no MAC, `key.weak`.
    pub fn from_secret(secret: &Secret, algorithm: Algorithm) -> Result<Self, Error> {
        let verifying = Key::from_secret(secret, algorithm)?;
        let kind =
            || Error::new(Code::KeyKind, format!("a secret for {algorithm}, which takes a private key"));
        let hash = algorithm.mac().ok_or_else(kind)?;
        Ok(SigningKey { algorithm, sign: Sign::Mac(Mac::new(hash, secret)), verifying })
    }

    fn from_private(key: &Private, algorithm: Algorithm) -> Result<Self, Error> {
        let (signer, public) = Signer::new(algorithm, key)?;
        let verifying = Key::from_public(&public, &[algorithm])?;
        // The library takes numbers of an RSA key that do not belong together, and fails when it signs: so it signs here, and not for the first time
        // when it counts.
        let tried = signer.sign(TRIAL).ok();
        if tried.is_none_or(|tried| verifying.verify(algorithm, TRIAL, &tried) != Some(true)) {
            let said = "a private key whose parts do not belong together: it signs nothing that its public key verifies";
            return Err(Error::new(Code::KeySyntax, said));
        }
        Ok(SigningKey { algorithm, sign: Sign::Signature(signer), verifying })
    }

    /// The same key with the id that its tokens name.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.verifying = self.verifying.with_id(id);
        self
    }

    /// Its algorithm.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The key that checks what this one signs.
    pub fn verifying(&self) -> &Key {
        &self.verifying
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        match &self.sign {
            Sign::Signature(signer) => signer.sign(message),
            Sign::Mac(mac) => Ok(mac.tag(message)),
        }
    }
}

/// Its id and its algorithm.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = &self.verifying.id();
        f.debug_struct("SigningKey")
            .field("id", id)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The signatures of the RFCs that need no dice come out as they stand there.
    fn signs_as(key: &SigningKey, token: &str) {
        let (signed, signature) = token.rsplit_once('.').unwrap();
        assert_eq!(crate::token::base64url::encoded(&key.sign(signed.as_bytes()).unwrap()), signature);
    }

    /// Source: RFC 8037 appendix A.4.
    #[test]
    fn ed25519_as_in_its_rfc() {
        let key = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
            "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        signs_as(
            &SigningKey::from_jwk(key, Algorithm::Ed25519).unwrap(),
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGc\
             vMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
        );
    }

    /// Source: RFC 7515 appendix A.1.
    #[test]
    fn a_mac_as_in_its_rfc() {
        let secret = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let secret = Secret::new(
            base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, secret).unwrap(),
        );
        signs_as(
            &SigningKey::from_secret(&secret, Algorithm::Hs256).unwrap(),
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogI\
             mh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        );
    }

    /// RFC 7515 appendix A.1.1 gives the same secret as a JWK.
    #[test]
    fn a_secret_as_jwk() {
        let jwk = r#"{"kty":"oct","kid":"a","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#;
        let key = SigningKey::from_jwk(jwk, Algorithm::Hs256).unwrap();
        assert_eq!(key.verifying().id(), Some("a"));
        signs_as(
            &key,
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogI\
             mh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        );
        let refused = |jwk: &str| SigningKey::from_jwk(jwk, Algorithm::Hs256).unwrap_err().code();
        assert_eq!(refused(&jwk.replace("oct", "RSA")), Code::KeyKind);
        assert_eq!(refused(&jwk.replace("\"kid\"", "\"use\":\"enc\",\"kid\"")), Code::KeyUse);
        assert_eq!(refused(r#"{"kty":"oct","k":"c2hvcnQ"}"#), Code::KeyWeak);
    }

    /// Source: RFC 7515 appendix A.2.
    const RSA: &str = concat!(
        r#"{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJ"#,
        r#"rcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bS"#,
        r#"f63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4"#,
        r#"LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"A"#,
        r#"QAB","d":"Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-"#,
        r#"7YwVol2NXOoAJe46sui395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn"#,
        r#"439X0M_V51gfpRLI9JYanrC4D4qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bG"#,
        r#"Ul_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ","p":"4BzEEOtIp"#,
        r#"mVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8c"#,
        r#"Qn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc","q":"uQPEfgmVtjL0Uyy"#,
        r#"x88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wDmpe"#,
        r#"_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc","dp":"BwKfV3Akq5_MFZDFZCnW"#,
        r#"-wzl-CCo83WoZvnLQwCTeDv8uzluRSnm71I3QCLdhrqE2e9YkxvuxdBfpT_PI7Yz-FOKnu1R6HsJeDCjn12Sk3vmAktV"#,
        r#"2zb34MCdy7cpdTh_YVr7tss2u6vneTwrA86rZtu5Mbr1C1XsmvkxHQAdYo0","dq":"h_96-mK1R_7glhsum81dZxjTn"#,
        r#"YynPbZpHziZjeeHcXYsXaaMwkOlODsWa7I9xXDoRwbKgB719rrmI2oKr6N3Do9U0ajaHF-NKJnwgjMd2w9cjz3_-kyNl"#,
        r#"xAr2v4IKhGNpmM5iIgOS1VZnOZ68m6_pbLBSp3nssTdlqvd0tIiTHU","qi":"IYd7DHOhrWvxkwPQsRM2tOgrjbcrfv"#,
        r#"tQJipd-DlcxyVuuM9sQLdgjVk2oy26F0EmpScGLq2MowX7fhd_QJQ3ydy5cY7YIBi87w93IKLEdfnbJtoOPLUW0ITrJ"#,
        r#"ReOgo1cq9SbsxYawBgfp_gh6A5603k2-ZQwVK0JKSHuLFkuQ3U"}"#,
    );

    /// The library takes them, and would fail with the first signature.
    #[test]
    fn numbers_that_do_not_belong_together_are_no_key() {
        for (right, wrong) in [(r#""dp":"BwKfV3"#, r#""dp":"BwKfV5"#), (r#""dq":"h_96-m"#, r#""dq":"h_96-k"#)]
        {
            assert!(RSA.contains(right));
            let error = SigningKey::from_jwk(&RSA.replace(right, wrong), Algorithm::Rs256).unwrap_err();
            assert_eq!(error.code(), Code::KeySyntax);
        }
    }

    #[test]
    fn rsa_as_in_its_rfc() {
        signs_as(
            &SigningKey::from_jwk(RSA, Algorithm::Rs256).unwrap(),
            concat!(
                r#"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmN"#,
                r#"vbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuH"#,
                r#"Im4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK"#,
                r#"5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7no"#,
                r#"OPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"#,
            ),
        );
    }
}
