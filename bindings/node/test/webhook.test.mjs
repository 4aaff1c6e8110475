// The example of a webhook, over HTTP.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { server, webhook } from '../examples/stripe-webhook.mjs';
import { invoice } from './support.mjs';

const event = (charge) => ({
  id: 'evt_1', object: 'event', type: 'charge.succeeded', created: 1772600000,
  data: { object: { id: 'ch_1', object: 'charge', amount: 11200, currency: 'eur', created: 1772600000, status: 'succeeded', paid: true, captured: true, description: 'INV-2026-01042', billing_details: { name: 'Hollenbeck Logistik GmbH' }, ...charge } },
});

test('an event of Stripe', async () => {
  const running = server(await webhook([invoice()])).listen(0, '127.0.0.1');
  await once(running, 'listening');
  const send = async (body) => {
    const response = await fetch(`http://127.0.0.1:${running.address().port}/`, { method: 'POST', body });
    return [response.status, await response.json()];
  };
  try {
    const [status, { answers }] = await send(JSON.stringify(event()));
    assert.equal(status, 200);
    assert.equal(answers[0].booked[0].allocations[0].invoice, '1042');
    // It is booked: a second payment finds nothing open.
    const [, again] = await send(JSON.stringify(event({ id: 'ch_2' })));
    assert.equal(again.answers[0].booked.length, 0);
    assert.equal(again.answers[0].unmatched[0].reason, 'closed_invoice');
    const [wrong, error] = await send('no event');
    assert.deepEqual([wrong, error.code.split('.')[0]], [400, 'format']);
    assert.equal((await send(Buffer.alloc(2 << 20)))[0], 400);
  } finally {
    running.closeAllConnections?.();
    running.close();
  }
});
