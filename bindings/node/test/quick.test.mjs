// A token that is verified without a request answers as one with it: `{}` as options asks by a document.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PayymoError, Sessions, Signer, Verifier, toDocument } from '../index.mjs';

const SECRET = 'a secret that guards nothing, for tests';
const NOW = 1_800_000_000;
const claims = { iss: 'https://issuer.example', aud: 'billing', sub: 'u1', jti: 't1', iat: NOW - 10, exp: NOW + 600 };
const signer = Signer.createSync('HS256', { secret: SECRET, key_id: 'a' });
const token = signer.signSync(claims);
const cnf = { jkt: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' };
const made = () => Verifier.createSync(
  { algorithms: ['HS256'], issuers: ['https://issuer.example'], audiences: ['billing'] },
  { secrets: { a: SECRET } },
);

const said = (ask) => {
  try {
    return ask();
  } catch (error) {
    assert.ok(error instanceof PayymoError, `${error.stack}`);
    return { code: error.code, message: error.message, place: error.place };
  }
};

test('answers and errors are those of the document', () => {
  const verifier = made();
  const asked = [
    [token, NOW],
    [token, NOW + 631],
    [token, NOW - 100],
    [token, NOW * 1000],
    [token, -1],
    [token, 0.5],
    [token, Number.NaN],
    [token, String(NOW)],
    [token, BigInt(NOW)],
    [token, undefined],
    [undefined, NOW],
    [Buffer.from(token), NOW],
    ['', NOW],
    ['a.b.c', NOW],
    [`${token} `, NOW],
    [`${token.slice(0, -4)}AAAA`, NOW],
    [token.replace('.', '\u{ff0e}'), NOW],
    [`${token}\ud800`, NOW],
    [`${token}\0`, NOW],
    [signer.signSync({ ...claims, aud: 'other' }), NOW],
    [signer.signSync({ ...claims, cnf }), NOW],
    [signer.signSync({ ...claims, cnf: {} }), NOW],
    ['a'.repeat(20_000), NOW],
  ];
  for (const [text, now] of asked) {
    assert.deepEqual(said(() => verifier.verifySync(text, now)), said(() => verifier.verifySync(text, now, {})), `${text} ${String(now)}`);
  }
  assert.equal(verifier.verifySync(token, NOW).claims.sub, 'u1');
  assert.deepEqual(toDocument(verifier.verifySync(token, NOW)), toDocument(verifier.verifySync(token, NOW, {})));
});

test('a key that is shown is asked for', () => {
  const bound = signer.signSync({ ...claims, cnf });
  const verifier = made();
  assert.equal(said(() => verifier.verifySync(bound, NOW)).code, 'token.binding');
  assert.equal(verifier.verifySync(bound, NOW, { binding: { key: cnf.jkt } }).claims.sub, 'u1');
});

test('one that was closed answers nothing any more', () => {
  const verifier = made();
  verifier.dispose();
  assert.equal(said(() => verifier.verifySync(token, NOW)).code, 'contract.handle');
});

test('sessions verify their own tokens', () => {
  const sessions = Sessions.createSync('https://issuer.example', 'api', 'refresh', 'HS256', { secret: SECRET });
  const begun = sessions.beginSync('u1', 't9', 'app', Buffer.from('0123456789abcdeffedcba9876543210'), NOW);
  const { access, refresh } = sessions.confirmSync(begun.state, 'applied', ['invoice:read'], Buffer.from('0123456789abcdef'), NOW);
  assert.deepEqual(sessions.verifySync(access, NOW), sessions.verifySync(access, NOW, {}));
  assert.deepEqual(said(() => sessions.verifySync(refresh, NOW)), said(() => sessions.verifySync(refresh, NOW, {})));
  assert.equal(said(() => sessions.verifySync(refresh, NOW)).code, 'token.type');
});
