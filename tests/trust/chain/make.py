"""Writes the certificates of this folder: a private root, an intermediate, a server and a client under it, a revoked server, and both revocation
lists. The keys are made anew and thrown away. Needs `cryptography`; run it once, in this folder: `python3 make.py`, and write the cases anew.
"""

import datetime as dt

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = dt.datetime(2027, 1, 15, 8, tzinfo=dt.timezone.utc)
DAY = dt.timedelta(days=1)
CA = dict(digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
          key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False)
LEAF = CA | dict(digital_signature=True, key_cert_sign=False, crl_sign=False)


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(subject, key, issuer, issuer_key, serial, lasts, ca=None, usage=None, hosts=()):
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject)).issuer_name(name(issuer)).public_key(key.public_key()).serial_number(serial)
        .not_valid_before(NOW - 10 * DAY).not_valid_after(NOW + lasts * DAY)
        .add_extension(x509.BasicConstraints(ca is not None, ca), critical=True)
        .add_extension(x509.KeyUsage(**(CA if ca is not None else LEAF)), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if issuer != subject:
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
        builder = builder.add_extension(identifier, critical=False)
    if usage:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
    if hosts:
        names = x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def revoked(issuer, key, serials):
    builder = x509.CertificateRevocationListBuilder().issuer_name(name(issuer))
    builder = builder.last_update(NOW - DAY).next_update(NOW + 7 * DAY)
    builder = builder.add_extension(x509.CRLNumber(1), critical=False)
    builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
    for serial in serials:
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(NOW - DAY)
        builder = builder.add_revoked_certificate(entry.build())
    return builder.sign(key, hashes.SHA256())


def write(path, made):
    with open(path, "wb") as file:
        file.write(made.public_bytes(serialization.Encoding.PEM))


root_key, authority_key, server_key, client_key, gone_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(5))
ROOT, AUTHORITY = "Payymo Test Root", "Payymo Test Authority"
SERVER, CLIENT = ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH
write("root.pem", certificate(ROOT, root_key, ROOT, root_key, 1001, 3650, ca=1))
write("authority.pem", certificate(AUTHORITY, authority_key, ROOT, root_key, 1002, 1825, ca=0))
write("server.pem", certificate("pay.example", server_key, AUTHORITY, authority_key, 2001, 37, usage=SERVER, hosts=["pay.example"]))
write("client.pem", certificate("till 7", client_key, AUTHORITY, authority_key, 2002, 37, usage=CLIENT, hosts=["till7.shop.example"]))
write("revoked.pem", certificate("old.example", gone_key, AUTHORITY, authority_key, 2003, 37, usage=SERVER, hosts=["old.example"]))
write("root.crl.pem", revoked(ROOT, root_key, []))
write("authority.crl.pem", revoked(AUTHORITY, authority_key, [2003]))
