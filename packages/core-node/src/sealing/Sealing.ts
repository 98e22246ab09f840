import { randomBytes } from 'node:crypto';
import {
  countMarks,
  FINDING_KINDS,
  marksOf,
  type MarkCounts,
  type Marks,
} from '@imsa-hub/core';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { KeyManagement } from './KeyManagement';

/** Where a sealed text belongs; it opens nowhere else. */
export interface SealedPlace {
  /** The case whose key seals it: the record's id. */
  caseId: string;
  table: string;
  column: string;
  /** Id of the row. */
  row: string;
}

/** Thrown for content whose case key was destroyed at the end of retention. */
export class DestroyedContentError extends Error {
  override name = 'DestroyedContentError';
}

/** The table that {@link Sealing} keeps its wrapped case keys in. */
export async function createSealingTables(knex: Knex): Promise<void> {
  await knex.raw(`
    create table sealed_case (
      case_id text primary key,
      master_key_id text,
      wrapped text,
      created_at timestamptz not null default now(),
      destroyed_at timestamptz,
      constraint sealed_case_key_or_destroyed
        check ((wrapped is null) = (destroyed_at is not null))
    );
    create index sealed_case_master on sealed_case (master_key_id)
      where wrapped is not null`);
}

/** Takes the table of {@link createSealingTables} away again. */
export async function dropSealingTables(knex: Knex): Promise<void> {
  await knex.raw('drop table if exists sealed_case');
}

/**
 * What the confidentiality guard noticed in texts when they were sealed: kinds
 * and numbers, which stand beside the sealed words and not in them. Nothing
 * for a text that was sealed before texts were marked.
 */
export function marksOfSealed(
  ...texts: ReadonlyArray<string | null | undefined>
): Marks {
  const sum: MarkCounts = {};
  for (const counts of texts.map(countsOf)) {
    for (const kind of FINDING_KINDS) {
      const count = counts[kind];
      if (count) sum[kind] = (sum[kind] ?? 0) + count;
    }
  }
  return marksOf(sum);
}

function countsOf(sealed: string | null | undefined): MarkCounts {
  if (!sealed) return {};
  try {
    return (decodeProtectedHeader(sealed).marks ?? {}) as MarkCounts;
  } catch {
    return {};
  }
}

/**
 * Seals text with a key of its own per case. Each text is a compact JWE whose
 * protected header names schema, table, column and row, so that moving it
 * makes it unreadable. Destroying the case key is the end of the content.
 */
export class Sealing {
  // Short-lived, so that a key destroyed by another replica goes here too.
  private readonly keys = new LRUCache<string, Uint8Array>({
    max: 5_000,
    ttl: 30_000,
  });

  constructor(
    private readonly options: {
      knex: Knex;
      schema: string;
      keyManagement: KeyManagement;
    },
  ) {}

  /** Makes the key of a new case, in the caller's transaction. */
  async openCase(input: { trx: Knex; caseId: string }): Promise<void> {
    const key = randomBytes(32);
    const { masterKeyId, wrapped } = await this.options.keyManagement.wrap(key);
    await input.trx.table('sealed_case').insert({
      case_id: input.caseId,
      master_key_id: masterKeyId,
      wrapped,
    });
    this.keys.set(input.caseId, key);
  }

  /**
   * Seals a text for its place, with what the confidentiality guard notices in
   * it: {@link marksOfSealed} tells. This is the one place where texts are
   * marked, so that none goes past it.
   */
  async seal(
    input: SealedPlace & {
      trx?: Knex;
      text: string;
      /** The words in it that somebody wrote, where it is more than words. */
      words?: string;
    },
  ): Promise<string> {
    const { text, words = text, ...place } = input;
    const marks = countMarks(words);
    return this.encrypt(
      place,
      Buffer.from(text, 'utf8'),
      Object.keys(marks).length > 0 ? { marks } : {},
    );
  }

  /** Seals what is not text, a file, for its place. */
  async sealBytes(
    input: SealedPlace & { trx?: Knex; bytes: Uint8Array },
  ): Promise<string> {
    return this.encrypt(input, input.bytes, {});
  }

  private async encrypt(
    place: SealedPlace & { trx?: Knex },
    bytes: Uint8Array,
    more: { marks?: MarkCounts },
  ): Promise<string> {
    const key = await this.caseKey(place);
    return new CompactEncrypt(bytes)
      .setProtectedHeader({
        alg: 'dir',
        enc: 'A256GCM',
        bind: this.binding(place),
        ...more,
      })
      .encrypt(key);
  }

  /**
   * Opens a text.
   *
   * @throws DestroyedContentError when the case's key is gone
   * @throws Error when it was altered or stands in another place
   */
  async unseal(
    input: SealedPlace & { trx?: Knex; sealed: string },
  ): Promise<string> {
    return (await this.unsealBytes(input)).toString('utf8');
  }

  /** Opens what {@link Sealing.sealBytes} sealed; throws as `unseal` does. */
  async unsealBytes(
    input: SealedPlace & { trx?: Knex; sealed: string },
  ): Promise<Buffer> {
    const key = await this.caseKey(input);
    const { plaintext, protectedHeader } = await compactDecrypt(
      input.sealed,
      key,
      {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      },
    );
    if (protectedHeader.bind !== this.binding(input)) {
      throw new Error('A sealed text does not belong where it was found');
    }
    return Buffer.from(plaintext);
  }

  /** Destroys a case's key, for good. Its content cannot be read any more. */
  async destroyCase(input: { trx: Knex; caseId: string }): Promise<void> {
    await input.trx
      .table('sealed_case')
      .where({ case_id: input.caseId })
      .whereNull('destroyed_at')
      .update({
        master_key_id: null,
        wrapped: null,
        destroyed_at: new Date(),
      });
    this.keys.delete(input.caseId);
  }

  /**
   * Wraps every case key again that an older master key holds, 200 at a time.
   *
   * @returns how many were moved to the current master key
   */
  async rotate(): Promise<number> {
    const { knex, keyManagement } = this.options;
    const current = keyManagement.currentMasterKeyId();
    let moved = 0;
    for (;;) {
      const count = await knex.transaction(async trx => {
        const rows = await trx
          .table('sealed_case')
          .whereNotNull('wrapped')
          .andWhereNot('master_key_id', current)
          .limit(200)
          .forUpdate()
          .skipLocked();
        for (const row of rows) {
          const key = await keyManagement.unwrap({
            masterKeyId: row.master_key_id,
            wrapped: row.wrapped,
          });
          const next = await keyManagement.wrap(key);
          await trx
            .table('sealed_case')
            .where({ case_id: row.case_id })
            .update({
              master_key_id: next.masterKeyId,
              wrapped: next.wrapped,
            });
        }
        return rows.length;
      });
      moved += count;
      if (count === 0) return moved;
    }
  }

  private binding(place: SealedPlace): string {
    return `${this.options.schema}.${place.table}.${place.column}.${place.row}`;
  }

  private async caseKey(input: {
    caseId: string;
    trx?: Knex;
  }): Promise<Uint8Array> {
    const cached = this.keys.get(input.caseId);
    if (cached) return cached;
    const row = await (input.trx ?? this.options.knex)
      .table('sealed_case')
      .where({ case_id: input.caseId })
      .first('master_key_id', 'wrapped', 'destroyed_at');
    if (!row) throw new Error('This record has no sealing key');
    if (row.wrapped === null) {
      throw new DestroyedContentError(
        'The content of this record was destroyed at the end of its retention',
      );
    }
    const key = await this.options.keyManagement.unwrap({
      masterKeyId: row.master_key_id,
      wrapped: row.wrapped,
    });
    this.keys.set(input.caseId, key);
    return key;
  }
}
