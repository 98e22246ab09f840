import { ConfigReader } from '@backstage/config';
import { newId } from '@imsa-hub/core';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { foundationSchema } from '../__testUtils__/foundation';
import { LocalKeyManagement } from './LocalKeyManagement';
import { DestroyedContentError, marksOfSealed, Sealing } from './Sealing';

const OLD = { id: 'old', secret: Buffer.alloc(32, 1).toString('base64') };
const NEW = { id: 'new', secret: Buffer.alloc(32, 2).toString('base64') };

const keysOf = (...masterKeys: Array<{ id: string; secret: string }>) =>
  LocalKeyManagement.fromConfig(
    new ConfigReader({ hub: { sealing: { masterKeys } } }),
  );

describe('sealing', () => {
  let database: TestDatabase;
  let knex: Knex;

  beforeAll(async () => {
    database = await createTestDatabase({ schemas: [foundationSchema] });
    knex = database.app('foundation');
  });
  afterAll(() => database?.destroy());

  const sealingWith = (...keys: Array<{ id: string; secret: string }>) =>
    new Sealing({ knex, schema: 'foundation', keyManagement: keysOf(...keys) });
  const place = (caseId: string) => ({
    caseId,
    table: 'item',
    column: 'words',
    row: 'r1',
  });

  async function sealedCase(sealing: Sealing) {
    const caseId = newId();
    await sealing.openCase({ trx: knex, caseId });
    const sealed = await sealing.seal({
      ...place(caseId),
      text: 'plum-canary é',
    });
    return { caseId, sealed };
  }

  it('opens where it was sealed, also in another process', async () => {
    const { caseId, sealed } = await sealedCase(sealingWith(OLD));
    expect(sealed).not.toContain('plum');
    const other = sealingWith(OLD);
    expect(await other.unseal({ ...place(caseId), sealed })).toBe(
      'plum-canary é',
    );
  });

  it('marks by kind what could identify somebody, beside the words', async () => {
    const sealing = sealingWith(OLD);
    const { caseId, sealed: plain } = await sealedCase(sealing);
    const seal = (text: string, words?: string) =>
      sealing.seal({ ...place(caseId), text, words });
    const told = await seal('Ring 07700 900123 or 07700 900124, Ms Ada Field');
    expect(marksOfSealed(told)).toEqual([
      { label: 'a phone number', count: 2 },
      { label: 'a person’s name', count: 1 },
    ]);
    // Nothing but the kinds can be read without the key, and it still opens.
    const header = Buffer.from(told.split('.')[0] ?? '', 'base64url');
    expect(header.toString()).not.toMatch(/07700|Ada|Field/);
    expect(await sealing.unseal({ ...place(caseId), sealed: told })).toContain(
      'Ada Field',
    );
    // Marks cannot be taken away unnoticed.
    const bare = Buffer.from(
      JSON.stringify({ ...JSON.parse(header.toString()), marks: undefined }),
    ).toString('base64url');
    const forged = [bare, ...told.split('.').slice(1)].join('.');
    await expect(
      sealing.unseal({ ...place(caseId), sealed: forged }),
    ).rejects.toThrow();
    // Only what somebody wrote, where that is told apart.
    const json = await seal('{"text":"07700 900123"}', '');
    expect(marksOfSealed(json)).toEqual([]);
    expect(marksOfSealed(plain, null, undefined, 'no seal', told)).toEqual(
      marksOfSealed(told),
    );
  });

  it('gives back bytes as they were, whatever they are', async () => {
    const sealing = sealingWith(OLD);
    const { caseId } = await sealedCase(sealing);
    const bytes = Buffer.from(Array.from({ length: 512 }, (_, at) => at % 256));
    const sealed = await sealing.sealBytes({ ...place(caseId), bytes });
    const opened = await sealing.unsealBytes({ ...place(caseId), sealed });
    expect(opened.equals(bytes)).toBe(true);
  });

  it('seals the same text differently each time', async () => {
    const sealing = sealingWith(OLD);
    const { caseId, sealed } = await sealedCase(sealing);
    const again = await sealing.seal({
      ...place(caseId),
      text: 'plum-canary é',
    });
    expect(again).not.toBe(sealed);
  });

  it.each([
    ['table', { table: 'other' }],
    ['column', { column: 'other' }],
    ['row', { row: 'r2' }],
  ])('does not open in another %s', async (_, change) => {
    const sealing = sealingWith(OLD);
    const { caseId, sealed } = await sealedCase(sealing);
    await expect(
      sealing.unseal({ ...place(caseId), ...change, sealed }),
    ).rejects.toThrow('does not belong where it was found');
  });

  it('does not open in another schema', async () => {
    const { caseId, sealed } = await sealedCase(sealingWith(OLD));
    const other = new Sealing({
      knex,
      schema: 'elsewhere',
      keyManagement: keysOf(OLD),
    });
    await expect(other.unseal({ ...place(caseId), sealed })).rejects.toThrow(
      'does not belong where it was found',
    );
  });

  it('does not open with the key of another case', async () => {
    const sealing = sealingWith(OLD);
    const { sealed } = await sealedCase(sealing);
    const other = await sealedCase(sealing);
    await expect(
      sealing.unseal({ ...place(other.caseId), sealed }),
    ).rejects.toThrow('decryption operation failed');
  });

  it('does not open when a character was changed', async () => {
    const sealing = sealingWith(OLD);
    const { caseId, sealed } = await sealedCase(sealing);
    const parts = sealed.split('.');
    const text = parts[3] ?? '';
    parts[3] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    await expect(
      sealing.unseal({ ...place(caseId), sealed: parts.join('.') }),
    ).rejects.toThrow('decryption operation failed');
  });

  it('has no key for a case that was never opened', async () => {
    await expect(
      sealingWith(OLD).seal({ ...place(newId()), text: 'x' }),
    ).rejects.toThrow('no sealing key');
  });

  it('moves every case to the new master key, and then needs no other', async () => {
    await knex.table('sealed_case').delete();
    const before = sealingWith(OLD);
    const cases = await Promise.all(
      Array.from({ length: 230 }, () => sealedCase(before)),
    );
    const rotating = sealingWith(NEW, OLD);
    const fresh = await sealedCase(rotating);
    const [moved, alsoMoved] = await Promise.all([
      rotating.rotate(),
      sealingWith(NEW, OLD).rotate(),
    ]);
    expect(moved + alsoMoved).toBe(230);
    expect(await rotating.rotate()).toBe(0);

    const after = sealingWith(NEW);
    for (const { caseId, sealed } of [...cases, fresh]) {
      expect(await after.unseal({ ...place(caseId), sealed })).toBe(
        'plum-canary é',
      );
    }
    const [first] = cases;
    if (!first) throw new Error('no case');
    await expect(
      sealingWith(OLD).unseal({ ...place(first.caseId), sealed: first.sealed }),
    ).rejects.toThrow('"new" is not configured');
  });

  it('ends the content of a case, and of no other', async () => {
    const sealing = sealingWith(OLD);
    const gone = await sealedCase(sealing);
    const kept = await sealedCase(sealing);
    await knex.transaction(trx =>
      sealing.destroyCase({ trx, caseId: gone.caseId }),
    );
    for (const process of [sealing, sealingWith(OLD)]) {
      await expect(
        process.unseal({ ...place(gone.caseId), sealed: gone.sealed }),
      ).rejects.toThrow(DestroyedContentError);
      expect(
        await process.unseal({ ...place(kept.caseId), sealed: kept.sealed }),
      ).toBe('plum-canary é');
    }
    const row = await knex
      .table('sealed_case')
      .where({ case_id: gone.caseId })
      .first();
    expect(row).toMatchObject({ wrapped: null, master_key_id: null });
    expect(row.destroyed_at).toBeInstanceOf(Date);
    await expect(
      sealing.openCase({ trx: knex, caseId: gone.caseId }),
    ).rejects.toMatchObject({ code: '23505' });
  });

  it.each([
    ['no key', []],
    ['a short key', [{ id: 'a', secret: 'c2hvcnQ=' }]],
    ['one name twice', [OLD, { ...NEW, id: 'old' }]],
  ])('refuses to start with %s', (_, keys) => {
    expect(() => keysOf(...keys)).toThrow('hub.sealing.masterKeys');
  });
});
