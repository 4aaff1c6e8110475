// Verifying one access token, beside jose: RS256, the same key, the same questions, in turns.
//
//   node bench/tokens.mjs
import { readFileSync } from 'node:fs';
import { importJWK, jwtVerify } from 'jose';
import { Signer, Verifier } from '../index.mjs';

const ROUNDS = 15;
const CALLS = 2_000;
const ISSUER = 'https://accounts.example';
const AUDIENCE = 'https://api.example';
const NOW = 1_790_000_000;

const pem = readFileSync(new URL('../../../tests/trust/keys/rsa.worthless-test-key.pem', import.meta.url), 'utf8');
const signer = Signer.createSync('RS256', { pem, key_id: '2026-11' });
const token = signer.signSync(
  {
    iss: ISSUER, aud: AUDIENCE, sub: 'user-18204', jti: 'c0a8012e-6c1f-4b58-9a51-2f7d7f0f3a11', iat: NOW - 60, exp: NOW + 840,
    permissions: ['invoice:read', 'invoice:refund', 'customer:read', 'payout:read'],
  },
  { type: 'at+jwt' },
);
const jwk = signer.jwkSync();
const verifier = Verifier.createSync(
  { algorithms: ['RS256'], issuers: [ISSUER], audiences: [AUDIENCE], type: 'at+jwt', required: ['sub', 'jti', 'iat'] },
  { jwks: `{"keys":[${jwk}]}` },
);
const key = await importJWK(JSON.parse(jwk), 'RS256');
const asked = {
  algorithms: ['RS256'], issuer: ISSUER, audience: AUDIENCE, typ: 'at+jwt', requiredClaims: ['sub', 'jti', 'iat', 'exp'],
  clockTolerance: 30, currentDate: new Date(NOW * 1000),
};

const own = () => verifier.verifySync(token, NOW).claims.sub;
const peer = async () => (await jwtVerify(token, key, asked)).payload.sub;
// A peer that answers something else, or takes anything, is no peer.
const wrong = `${token.slice(0, -8)}AAAAAAAA`;
const refused = [
  await jwtVerify(wrong, key, asked).then(() => 'taken', ({ code }) => code),
  await verifier.verify(wrong, NOW).then(() => 'taken', ({ code }) => code),
];
if (own() !== await peer() || refused.join() !== 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED,token.signature') throw new Error(`${refused}`);

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
// Microseconds that this process has had of the processor, with all its threads: jose verifies on one beside.
const spent = async (run) => {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / CALLS;
};
// One after the other, as a server under little load asks; and many at a time, which is what jose can do at most.
const ways = {
  payymo: () => { for (let at = 0; at < CALLS; at += 1) own(); },
  jose: async () => { for (let at = 0; at < CALLS; at += 1) await peer(); },
  'jose, 50 at a time': async () => {
    for (let at = 0; at < CALLS; at += 50) await Promise.all(Array.from({ length: 50 }, peer));
  },
};
const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
// The first round warms up.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, run] of Object.entries(ways)) {
    const time = await spent(run);
    if (round > 0) times[name].push(time);
  }
}
const [mine] = Object.values(times).map(median);
console.log(`an access token of ${token.length} bytes, RS256 of 2048 bits, microseconds of the processor:`);
for (const [name, all] of Object.entries(times)) {
  const beside = name === 'payymo' ? '' : `, ${(median(all) / mine).toFixed(2)} × as many (to stay above 2)`;
  console.log(`  ${name}: ${median(all).toFixed(1)} µs${beside}`);
}
