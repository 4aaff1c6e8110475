// The example servers of examples/hosts/node, over HTTP, in a folder of their own as a host has them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { Signer } from '../index.mjs';
import { file, path } from './support.mjs';

const SECRET = 'whsec_of_these_tests_alone';
const pem = file('tests/trust/keys/rsa.worthless-test-key.pem').toString();
const signer = Signer.createSync('RS256', { pem, key_id: 'k1' });
const stranger = Signer.createSync('RS256', { pem: file('tests/trust/keys/other.worthless-test-key.pem').toString(), key_id: 'k1' });
const environment = {
  PATH: process.env.PATH,
  PORT: '0',
  TOKEN_JWKS: `{"keys":[${signer.jwkSync()}]}`,
  TOKEN_ISSUER: 'https://accounts.example',
  TOKEN_AUDIENCE: 'https://api.example',
  STRIPE_WEBHOOK_SECRET: SECRET,
};

const now = () => Math.floor(Date.now() / 1000);
const token = (more = {}, by = signer) => by.signSync(
  { iss: 'https://accounts.example', aud: 'https://api.example', sub: 'u1', exp: now() + 900, permissions: ['invoice:*'], ...more },
  { type: 'at+jwt' },
);
const charge = (id, object = {}) => JSON.stringify(
  { id, object: 'event', type: 'charge.succeeded', created: now(), data: { object: { amount: 5000, metadata: { invoice: '1042' }, ...object } } },
  undefined,
  2,
);
const signature = (body, at = now(), secret = SECRET) => `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

const started = async (folder, name, run) => {
  const server = spawn(process.execPath, [name], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = server.stderr.toArray();
  try {
    const [line] = await once(createInterface(server.stdout), 'line', { signal: AbortSignal.timeout(20_000) });
    await run(Number(/^listening on (\d+)$/.exec(line)[1]));
  } finally {
    if (server.kill()) await once(server, 'exit');
  }
  return Buffer.concat(await log).toString();
};

// Answers status, headers and the document. A header may have several values.
const asked = (port, method, where, headers, body) => new Promise((resolve, reject) => {
  const sent = request({ port, host: '127.0.0.1', method, path: where, headers, agent: false }, async (response) => {
    try {
      resolve([response.statusCode, JSON.parse(Buffer.concat(await response.toArray())), response.headers]);
    } catch (error) {
      reject(error);
    }
  });
  sent.on('error', reject).end(body);
});

for (const name of ['express.mjs', 'fastify.mjs']) {
  test(`the server of ${name}`, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'payymo-host-'));
    context.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(path('bindings/node'), join(folder, 'node_modules', 'payymo'));
    for (const peer of ['express', 'fastify']) symlinkSync(path(`bindings/node/node_modules/${peer}`), join(folder, 'node_modules', peer));
    for (const each of ['trust.mjs', name]) copyFileSync(path(`examples/hosts/node/${each}`), join(folder, each));

    const log = await started(folder, name, async (port) => {
      const invoices = (authorization) => asked(port, 'GET', '/invoices', authorization === undefined ? {} : { authorization });
      const hook = (body, signed = signature(body)) => {
        const headers = { 'content-type': 'application/json', 'stripe-signature': signed, 'content-length': Buffer.byteLength(body) };
        return asked(port, 'POST', '/webhooks/stripe', headers, body);
      };
      const paid = async () => (await invoices(`Bearer ${token()}`))[1][0].paid;

      await context.test('tokens', async () => {
        const [status, list] = await invoices(`Bearer ${token()}`);
        assert.deepEqual([status, list], [200, [{ id: '1042', total: 11200, paid: 0 }]]);
        assert.equal((await invoices(`bearer ${token({ permissions: ['invoice:read', 'customer:read'] })}`))[0], 200);
        for (const [authorization, code] of [
          [undefined, 'no_token'],
          ['Basic dTpw', 'no_token'],
          [`Bearer ${token({ exp: now() - 60 })}`, 'token.expired'],
          [`Bearer ${token({ aud: 'https://other.example' })}`, 'token.audience'],
          [`Bearer ${token({ iss: 'https://other.example' })}`, 'token.issuer'],
          [`Bearer ${token({}, stranger)}`, 'token.signature'],
          ['Bearer a.b', 'token.segments'],
        ]) {
          const [refused, { error }, headers] = await invoices(authorization);
          assert.deepEqual([refused, error], [401, code]);
          const challenge = code === 'no_token' ? 'Bearer' : `Bearer error="invalid_token", error_description="${code}"`;
          assert.equal(headers['www-authenticate'], challenge);
        }
        for (const permissions of [['customer:*'], ['invoice:pay'], [], null, 'invoice:read', [7]]) {
          const [refused, , headers] = await invoices(`Bearer ${token({ permissions })}`);
          assert.equal(refused, 403, `${permissions}`);
          assert.equal(headers['www-authenticate'], 'Bearer error="insufficient_scope", scope="invoice:read"');
        }
      });

      await context.test('webhooks', async () => {
        const body = charge('evt_1');
        const signed = signature(body);
        assert.equal((await hook(body, signed))[0], 200);
        assert.equal(await paid(), 5000);
        // The same again, also signed anew: it is handled once.
        assert.equal((await hook(body, signed))[0], 200);
        assert.equal((await hook(body, signature(body, now() - 1)))[0], 200);
        assert.equal(await paid(), 5000);
        // Many at once: one of them handles it, and the others are answered that it is done or busy.
        const many = charge('evt_2');
        const answers = await Promise.all(Array.from({ length: 8 }, () => hook(many)));
        assert.ok(answers.some(([status]) => status === 200) && answers.every(([status]) => status === 200 || status === 503));
        assert.equal(await paid(), 10000);

        const refused = async (code, ...given) => {
          const [status, error] = await hook(...given);
          assert.deepEqual([status, error.code], [400, code]);
          return error.message;
        };
        const third = charge('evt_3');
        const changed = await refused('webhook.body_changed', JSON.stringify(JSON.parse(third)), signature(third));
        assert.match(changed, /parsed as JSON and printed again\. Hand over the bytes as they came/);
        await refused('webhook.signature', third, signature(third, now(), 'whsec_of_somebody_else'));
        await refused('webhook.too_old', third, signature(third, now() - 600));
        await refused('webhook.repeated', third, [signature(third), signature(third)]);
        await refused('webhook.header', third, '');
        assert.equal(await paid(), 10000);
        // One that cannot be handled is given back, and may come again.
        const early = charge('evt_4', { metadata: { invoice: '1043' } });
        for (let times = 0; times < 2; times += 1) {
          const [status, , headers] = await hook(early);
          assert.deepEqual([status, headers['retry-after']], [503, '60']);
        }
      });
    });
    // The log says why, and no secret.
    assert.match(log, /webhook\.body_changed: /);
    assert.ok(!log.includes(SECRET));
  });
}
