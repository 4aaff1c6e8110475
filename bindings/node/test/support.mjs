// What the tests share.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const repository = new URL('../../../', import.meta.url);
export const path = (name) => fileURLToPath(new URL(name, repository));
export const file = (name) => readFileSync(new URL(name, repository));
export const sample = (name) => file(`examples/data/${name}`);

/** Runs, and gives what was thrown. */
export const thrown = (run) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

/** The same of a promise. */
export const rejected = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

export const transaction = (more = {}) => ({
  id: 't1',
  booked_on: '2026-03-04',
  amount: '112.00',
  currency: 'EUR',
  remittance: 'Invoice INV-2026-01042',
  counterparty: { name: 'Hollenbeck Logistik GmbH' },
  ...more,
});

export const invoice = (more = {}) => ({
  id: '1042',
  number: 'INV-2026-01042',
  total: '112.00',
  currency: 'EUR',
  issued_on: '2026-03-01',
  customer: { id: 'K7', name: 'Hollenbeck Logistik GmbH' },
  ...more,
});
