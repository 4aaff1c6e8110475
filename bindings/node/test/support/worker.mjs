// What a worker does: calls of all kinds, at once and later.
import { parentPort, workerData } from 'node:worker_threads';
import { Matcher, matching, party, toDocument } from '../../index.mjs';

const rows = (count) => [
  Array.from({ length: count }, (_, at) => ({ id: `t${at}`, booked_on: '2026-03-04', amount: `${100 + at}.00`, currency: 'EUR', remittance: `INV-${at}` })),
  Array.from({ length: count }, (_, at) => ({ id: `i${at}`, number: `INV-${at}`, total: `${100 + at}.00`, currency: 'EUR' })),
];

const round = async (count) => {
  const [paid, owed] = rows(count);
  const matcher = await Matcher.create(owed);
  const [result] = await Promise.all([matching.reconcile(paid, owed), matcher.reconcile(paid), matcher.propose(paid[0])]);
  matcher.removeSync('i1');
  if (count % 2 === 0) matcher.dispose();
  if (party.iban('x').valid) throw new Error('an IBAN?');
  return toDocument(result).toString();
};

export const busy = async () => {
  for (;;) await round(300);
};

if (workerData?.rounds) {
  let answer;
  for (let at = 0; at < workerData.rounds; at += 1) answer = await round(40);
  parentPort.postMessage(answer);
} else if (workerData?.forever) {
  for (let at = 0; at < 6; at += 1) void busy();
  setTimeout(() => parentPort.postMessage('busy'), 20);
}
