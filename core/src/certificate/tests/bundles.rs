//! Bundles, right and wrong.

use super::forge::*;
use crate::certificate::{Bundle, Order};
use crate::error::Code;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

fn block(label: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> =
        text.as_bytes().chunks(64).map(|line| core::str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

fn code(text: &str) -> Code {
    Bundle::parse(text.as_bytes()).unwrap_err().code()
}

#[test]
fn a_bundle_with_words_between() {
    let world = World::new();
    let [leaf, middle] = world.chain().try_into().unwrap();
    let [root] = world.anchor().try_into().unwrap();
    let list = ListDraft::new("Root", &world.keys[0]).signed(&world.keys[0]);
    let (a, b, c) = (block("CERTIFICATE", &leaf), block("CERTIFICATE", &middle), block("CERTIFICATE", &root));
    let text = format!("# the leaf\n{a}\n\nsubject: Middle\n{b}{c}{}{a}", block("X509 CRL", &list));
    let bundle = Bundle::parse(text.as_bytes()).unwrap();
    assert_eq!(bundle.certificates, [leaf.clone(), middle, root.clone()]);
    assert_eq!(bundle.lists, [list]);
    assert_eq!(bundle.order(), Order::Chain);
    let [repeated] = bundle.repeated.as_slice() else { panic!() };
    let line = text.lines().count() - a.lines().count() + 1;
    assert_eq!((repeated.first, repeated.line), (0, u64::try_from(line).unwrap()));
    assert_eq!(
        Bundle::parse(text.replace('\n', "\r\n").as_bytes()).unwrap().certificates,
        bundle.certificates
    );
    let order = |text: String| Bundle::parse(text.as_bytes()).unwrap().order();
    assert_eq!(order(format!("{c}{b}{a}")), Order::Reversed);
    assert_eq!(order(format!("{a}{c}")), Order::None);
    assert_eq!(order(c), Order::Chain);
}

#[test]
fn private_keys_are_refused_and_never_told() {
    let world = World::new();
    let certificate = block("CERTIFICATE", &world.chain()[0]);
    for label in
        ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY"]
    {
        let key = block(label, b"a secret that nobody may see");
        for text in
            [format!("{certificate}{key}"), format!("{key}{certificate}"), key.clone(), format!(" {key}")]
        {
            let error = Bundle::parse(text.as_bytes()).unwrap_err();
            assert_eq!(error.code(), Code::CertificatePrivateKey, "{label}");
            let told = format!("{error} {error:?}");
            assert!(!told.contains(&STANDARD.encode(b"a secret")[..8]), "{told}");
        }
        let within = certificate.replacen("\n-----END", &format!("\n{key}-----END"), 1);
        assert_eq!(code(&within), Code::CertificatePrivateKey);
    }
}

#[test]
fn blocks_are_strict() {
    let world = World::new();
    let good = block("CERTIFICATE", &world.chain()[0]);
    assert!(Bundle::parse(good.as_bytes()).is_ok());
    let wrong = [
        String::new(),
        "no block at all\n".to_owned(),
        good.replace("-----END CERTIFICATE-----\n", ""),
        good.replace("-----END CERTIFICATE-----", "-----END X509 CRL-----"),
        good.replace("-----BEGIN CERTIFICATE-----\n", ""),
        good.replace("-----BEGIN CERTIFICATE-----", "----- BEGIN CERTIFICATE-----"),
        good.replace("-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE REQUEST-----"),
        good.replace("-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE----- "),
        good.replacen("-----\n", "-----\n\n", 1),
        good.replacen("-----\n", "-----\nProc-Type: 4,ENCRYPTED\n", 1),
        good.replacen("-----\nMI", "-----\nM I", 1),
        good.replacen("-----\nMI", "-----\n=MI", 1),
        good.replacen("\n-----END", "A\n-----END", 1),
        format!("{good}{good}").replacen("-----END CERTIFICATE-----\n", "", 1),
    ];
    for text in wrong {
        assert_eq!(code(&text), Code::CertificatePem, "{text}");
    }
    assert_eq!(code(&block("CERTIFICATE", b"certificate")), Code::CertificateSyntax);
    let one_line = good.replace('\n', "").replace("-----MI", "-----\nMI").replace("-----END", "\n-----END");
    assert_eq!(code(&one_line), Code::CertificatePem);
}
