// What the servers beside this file ask of payymo: who may ask for something, and each event of a provider once.
// express.mjs and fastify.mjs put HTTP around it. All settings come from the environment:
//
//   TOKEN_JWKS               the issuer's published keys (a JSON Web Key Set, as text)
//   TOKEN_ISSUER             who makes the access tokens
//   TOKEN_AUDIENCE           this API, as the tokens name it
//   STRIPE_WEBHOOK_SECRET    whsec_…, of this endpoint
//   PORT                     8080 where nothing is said
import { randomUUID } from 'node:crypto';
import { PayymoError, Verifier, permission, webhook } from 'payymo';

const setting = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment has no ${name}`);
  return value;
};

export const port = Number(process.env.PORT ?? 8080);
const secrets = { current: setting('STRIPE_WEBHOOK_SECRET') };
const now = () => Math.floor(Date.now() / 1000);

// Made once: the keys are parsed and checked here and not with each request.
const verifier = Verifier.createSync(
  { algorithms: ['RS256'], issuers: [setting('TOKEN_ISSUER')], audiences: [setting('TOKEN_AUDIENCE')], type: 'at+jwt', required: ['sub'] },
  { jwks: setting('TOKEN_JWKS') },
);

// What the host sells, in cents. A real one has it in its database.
const invoices = new Map([['1042', { id: '1042', total: 11200, paid: 0 }]]);
export const allInvoices = () => [...invoices.values()];

// What a request is refused with, or undefined: then it may do what it asks for.
export const refusal = (authorization, needed) => {
  const refused = (status, challenge, error) => ({ status, headers: { 'www-authenticate': challenge }, body: { error } });
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return refused(401, 'Bearer', 'no_token');
  let claims;
  try {
    ({ claims } = verifier.verifySync(token, now()));
  } catch (error) {
    if (!(error instanceof PayymoError)) throw error;
    return refused(401, `Bearer error="invalid_token", error_description="${error.code}"`, error.code);
  }
  const patterns = Array.isArray(claims.permissions) ? claims.permissions : [];
  if (permission.covers(patterns.filter((each) => typeof each === 'string'), needed)) return undefined;
  return refused(403, `Bearer error="insufficient_scope", scope="${needed}"`, 'no_permission');
};

// One row for each event. A real host has a table for it, or a key of Redis: docs/trust/webhooks.md has the statements.
const rows = new Map();
const store = {
  look: async (key) => rows.get(key)?.state,
  // Compare and set: written only where the row still is the one that was looked at.
  write: async (key, { expected, revision, state, keep_until }) => {
    if (rows.get(key)?.revision !== expected) return false;
    rows.set(key, { revision, state, keep_until });
    return true;
  },
};

// Looks, asks, writes; again where somebody else was faster.
const step = async (key, wanted, holder, more) => {
  for (let tries = 0; tries < 3; tries += 1) {
    const decision = webhook.claim(wanted, holder, now(), { ...more, state: await store.look(key) });
    if (decision.write === undefined) return decision.answer;
    if (await store.write(key, decision.write)) return decision.if_written;
  }
  return { outcome: 'conflict' };
};

// Handles an event once. Whether the provider may forget it.
const once = async (key, made, handle) => {
  const holder = randomUUID();
  const { outcome, attempt } = await step(key, 'begin', holder, { made });
  if (outcome === 'done' || outcome === 'too_old') return true;
  if (outcome !== 'handle') return false;
  try {
    await handle();
  } catch (error) {
    console.error(`${key}: ${error.message}`);
    await step(key, 'fail', holder, { attempt });
    return false;
  }
  // With a database `handle` and this write are one transaction, which is rolled back on any other outcome.
  return (await step(key, 'complete', holder, { attempt })).outcome === 'completed';
};

const settle = ({ type, data }) => {
  if (type !== 'charge.succeeded') return;
  const { amount, metadata } = data.object;
  const invoice = invoices.get(metadata.invoice);
  if (invoice === undefined) throw new Error('the invoice is not here yet');
  invoice.paid += amount;
};

// What Stripe is answered. `body` are the bytes as they came: a body that was parsed and written anew is another one.
export const receive = async (headers, body) => {
  let verified;
  try {
    verified = webhook.verifySync(secrets, headers, body, now(), { provider: 'stripe' });
  } catch (error) {
    if (!(error instanceof PayymoError)) throw error;
    console.error(error.message);
    return { status: 400, body: error.toJSON() };
  }
  const event = JSON.parse(body);
  let handled = true;
  for (const id of verified.event_ids) handled = (await once(`stripe/${id}`, event.created, () => settle(event))) && handled;
  // 503: not handled, or not yet. The provider comes again.
  return handled ? { status: 200, body: {} } : { status: 503, headers: { 'retry-after': '60' }, body: {} };
};
