// An API on Fastify: invoices for whoever has a token that may read them, and the webhooks of Stripe.
//
//   node fastify.mjs         the settings are told in trust.mjs
import fastify from 'fastify';
import { allInvoices, port, receive, refusal } from './trust.mjs';

const app = fastify({ bodyLimit: 1 << 20 });
const send = (reply, { status, headers = {}, body }) => reply.code(status).headers(headers).send(body);

app.get('/invoices', (request, reply) => {
  return send(reply, refusal(request.headers.authorization, 'invoice:read') ?? { status: 200, body: allInvoices() });
});

// A plugin of its own: its parser hands on the raw bytes, and other routes keep theirs.
app.register(async (hooks) => {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body));
  hooks.post('/webhooks/stripe', async (request, reply) => send(reply, await receive(request.raw.headersDistinct, request.body)));
});

await app.listen({ port, host: '127.0.0.1' });
console.log(`listening on ${app.server.address().port}`);
