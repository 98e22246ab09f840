import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  keyManagementServiceRef,
  Sealing,
  type KeyManagement,
} from '@imsa-hub/core-node';
import deadlinesPlugin from '@imsa-hub/deadlines-backend';
import { aQuestion } from '@imsa-hub/advice-backend/src/testing/aQuery';
import { randomBytes } from 'node:crypto';
import { startTestHub, type TestHub } from './testing/startTestHub';

/**
 * A key service as a safe in another house is one: it hands out tickets, and
 * keeps what they stand for. Nothing of a key is in what it hands out.
 */
class Safe implements KeyManagement {
  readonly kept = new Map<string, Uint8Array>();
  away = false;

  currentMasterKeyId() {
    return 'safe-7';
  }

  async wrap(caseKey: Uint8Array) {
    const wrapped = randomBytes(16).toString('base64url');
    this.kept.set(wrapped, Uint8Array.from(caseKey));
    return { masterKeyId: this.currentMasterKeyId(), wrapped };
  }

  async unwrap({
    masterKeyId,
    wrapped,
  }: {
    masterKeyId: string;
    wrapped: string;
  }) {
    const key = this.kept.get(wrapped);
    if (this.away || masterKeyId !== 'safe-7' || !key) {
      throw new Error('The safe does not open');
    }
    return Uint8Array.from(key);
  }
}

const safe = new Safe();
const keyService = createServiceFactory({
  service: keyManagementServiceRef,
  deps: {},
  factory: () => safe,
});

let hub: TestHub;
const ids: Record<string, string> = {};

async function start(): Promise<TestHub> {
  return startTestHub({
    features: [deadlinesPlugin, keyService],
    // There is no master key of the configuration to fall back on.
    settings: { sealing: { masterKeys: [] } },
    async fill(register) {
      const northgate = await register.organisation('Northgate');
      const added = await register.active('P imsa', 'imsa', northgate);
      ids.imsa = added.personId;
    },
  });
}

beforeAll(async () => {
  hub = await start();
}, 60_000);
afterAll(() => hub?.stop());

test('a key service of another kind seals and opens what the advice line keeps', async () => {
  const words = 'Can the council be asked to look again, by heron?';
  const {
    askerKind: _kind,
    aboutService: _service,
    ...question
  } = aQuestion({
    question: words,
  });
  const asked = await hub.call('post', '/api/advice/queries', ids.imsa, {
    ...question,
    under18: 'no',
  });
  expect([asked.status, asked.text]).toEqual([201, expect.any(String)]);
  const { id } = asked.body;

  const advice = hub.register.database.app('advice');
  const row = await advice.from('query').where({ id }).first();
  expect(row.sealed_question).toMatch(/^eyJ/);
  expect(JSON.stringify(row)).not.toContain('heron');
  const [key] = await advice.from('sealed_case').where({ case_id: id });
  expect(key.master_key_id).toBe('safe-7');
  expect([...safe.kept.keys()]).toContain(key.wrapped);

  const read = () => hub.call('get', `/api/advice/queries/${id}`, ids.imsa);
  expect((await read()).body.question).toBe(words);

  // As another replica, which remembers no key, finds it.
  const open = (keyManagement: KeyManagement) =>
    new Sealing({ knex: advice, schema: 'advice', keyManagement }).unseal({
      caseId: id,
      table: 'query',
      column: 'sealed_question',
      row: id,
      sealed: row.sealed_question,
    });
  expect(await open(safe)).toBe(words);
  safe.away = true;
  await expect(open(safe)).rejects.toThrow('The safe does not open');
  safe.away = false;
  await expect(open(new Safe())).rejects.toThrow('The safe does not open');
});
