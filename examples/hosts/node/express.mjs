// An API on Express: invoices for whoever has a token that may read them, and the webhooks of Stripe.
//
//   node express.mjs         the settings are told in trust.mjs
import express from 'express';
import { allInvoices, port, receive, refusal } from './trust.mjs';

const app = express();
const send = (response, { status, headers = {}, body }) => response.status(status).set(headers).json(body);

app.get('/invoices', (request, response) => {
  send(response, refusal(request.get('authorization'), 'invoice:read') ?? { status: 200, body: allInvoices() });
});

// The raw bytes, on this route alone and before any express.json(): what a parser has read the signature fits no more.
app.post('/webhooks/stripe', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
  send(response, await receive(request.headersDistinct, request.body));
});

const server = app.listen(port, '127.0.0.1', (error) => {
  if (error) throw error;
  console.log(`listening on ${server.address().port}`);
});
