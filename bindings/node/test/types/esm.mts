// Checked by tsc --strict, never run.
import { Matcher, PayymoError, format, library, matching, toDocument } from 'payymo';
import type { Decimal, Invoice, Reconciliation, TransactionInput } from 'payymo';

const transaction: TransactionInput = { id: 't1', booked_on: new Date(0), amount: 12n, currency: 'EUR' };
const result: Reconciliation = await matching.reconcile([transaction], [], { signal: AbortSignal.timeout(1) });
const amount: Decimal | undefined = result.matches[0]?.allocations[0]?.amount;
const invoices: Invoice[] = (await format.read(Buffer.from(''))).invoices;
// What is answered can be handed in.
const matcher: Matcher = await Matcher.create(invoices);
await matcher.apply(result.matches);
const bytes: Buffer = toDocument(result, { pretty: true });
// @ts-expect-error a truth is no amount
const wrong: TransactionInput = { ...transaction, amount: true };
try {
  library.about();
} catch (error) {
  if (error instanceof PayymoError && error.code === 'contract.internal') console.error(error.number, error.place.field);
}
export { amount, bytes, wrong };
