import { createHmac } from 'node:crypto';
import { normaliseReceiptCode } from '@imsa-hub/core';
import { aQuery } from './testing/aQuery';
import { anAdviceLine, type AdviceLine } from './testing/anAdviceLine';

const key = (fill: number) => Buffer.alloc(32, fill);
const [forgotten, former, current] = [key(1), key(2), key(3)];
const text = (bytes: Buffer) => bytes.toString('base64');
const hashUnder = (bytes: Buffer, code: string) =>
  createHmac('sha256', bytes)
    .update(`receipt\n${normaliseReceiptCode(code)}`)
    .digest('hex');

let line: AdviceLine;
beforeEach(async () => {
  line = await anAdviceLine({
    settings: {
      receipts: { key: text(current), formerKeys: [text(former)] },
    },
  });
});
afterEach(() => line?.destroy());

const opens = async (receiptCode: string) =>
  (await line.publicAdvice.conversation({
    receiptCode,
    request: {} as never,
  })) !== undefined;

test('a code that was given before the key was changed still opens its reply', async () => {
  const { id, code } = await aQuery(line, { askedBy: null });
  const keptUnder = (bytes: Buffer) =>
    line.knex
      .from('query')
      .where({ id })
      .update({ receipt_hash: hashUnder(bytes, code) });
  // A new one is kept under the new key.
  expect((await line.row(id)).receipt_hash).toBe(hashUnder(current, code));
  expect(await opens(code)).toBe(true);
  await keptUnder(former);
  expect(await opens(code)).toBe(true);
  await keptUnder(forgotten);
  expect(await opens(code)).toBe(false);
});

test('a key that is none does not let the line start', async () => {
  await expect(
    anAdviceLine({
      settings: { receipts: { key: text(current), formerKeys: ['short'] } },
    }),
  ).rejects.toThrow('hub.receipts.formerKeys[0] must be 32 bytes');
});
