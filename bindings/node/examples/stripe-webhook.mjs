// A webhook of Stripe: the raw body of an event → rows → what they settle.
//
//   PORT=8080 node examples/stripe-webhook.mjs
//
// The body is taken as bytes, as they came: a body that a framework has parsed and written anew is another one, and no
// signature fits it any more. Check `Stripe-Signature` with these bytes before you believe them; this example does not.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { Matcher, PayymoError, format } from 'payymo';

/** Handles the bodies of events with the open items of a host. */
export const webhook = async (invoices) => {
  const matcher = await Matcher.create(invoices);
  return async (body) => {
    const { transactions, warnings } = await format.read(body, { options: { format: 'stripe' } });
    const answers = [];
    for (const transaction of transactions) {
      const { matches, unmatched } = await matcher.propose(transaction);
      // Book what is certain, and tell the matcher; the rest waits for a person.
      const booked = matches.filter(({ decision }) => decision === 'auto');
      await matcher.apply(booked);
      answers.push({ transaction: transaction.id, booked, review: matches.filter((match) => !booked.includes(match)), unmatched });
    }
    return { answers, warnings };
  };
};

const bodyOf = async (request) => {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > 1 << 20) throw new PayymoError('format.too_large', 'an event of more than a megabyte');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

export const server = (handle) =>
  createServer(async (request, response) => {
    try {
      const answer = await handle(await bodyOf(request));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    } catch (error) {
      // A payload that cannot be read will not get better by being sent again.
      const known = error instanceof PayymoError;
      response.writeHead(known ? 400 : 500, { 'content-type': 'application/json' }).end(JSON.stringify(known ? error : {}));
    }
  });

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const invoices = [{ id: '1042', number: 'INV-2026-01042', total: '112.00', currency: 'EUR' }];
  server(await webhook(invoices)).listen(Number(process.env.PORT ?? 8080));
}
