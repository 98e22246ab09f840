import { ConfigReader } from '@backstage/config';
import { LocalKeyManagement, Sealing } from '@imsa-hub/core-node';
import type { Hub } from '@imsa-hub/launch';
import { decodeProtectedHeader } from 'jose';
import knexFactory, { type Knex } from 'knex';

/** A master key, as the settings name it. */
export interface MasterKey {
  id: string;
  /** 32 bytes in base64. */
  secret: string;
}

/** A sealed text where it stands, opened or not. */
export interface SealedText {
  schema: string;
  table: string;
  column: string;
  /** The row's part of what the text is bound to. */
  row: string;
  /** Whose key it was sealed with; unknown where no key fits. */
  caseId: string | undefined;
  sealed: string;
  /** Nothing where it does not open. */
  text: string | undefined;
  why: string | undefined;
}

/** Opens texts of one schema as the hub does, with these master keys and no others. */
export async function withSealing<T>(
  input: { hub: Hub; schema: string; masterKeys: readonly MasterKey[] },
  use: (sealing: Sealing, knex: Knex) => Promise<T>,
): Promise<T> {
  const { hub, schema, masterKeys } = input;
  const knex = knexFactory({
    client: 'pg',
    connection: hub.services.postgres.superuser,
    searchPath: [schema],
    pool: { min: 0, max: 2 },
  });
  try {
    const keyManagement = LocalKeyManagement.fromConfig(
      new ConfigReader({
        hub: { sealing: { masterKeys: masterKeys.map(key => ({ ...key })) } },
      }),
    );
    return await use(new Sealing({ knex, schema, keyManagement }), knex);
  } finally {
    await knex.destroy();
  }
}

/** Schemas that seal. */
export async function sealingSchemas(knex: Knex): Promise<string[]> {
  return knex('information_schema.tables')
    .where({ table_name: 'sealed_case' })
    .orderBy('table_schema')
    .pluck('table_schema');
}

/** Tries to open every sealed text of every table of a schema. */
export function openEverything(input: {
  hub: Hub;
  schema: string;
  masterKeys: readonly MasterKey[];
}): Promise<SealedText[]> {
  const { schema } = input;
  return withSealing(input, async (sealing, knex) => {
    const columns: Array<{ table_name: string; column_name: string }> =
      await knex('information_schema.columns')
        .where({ table_schema: schema })
        .andWhere('column_name', 'like', 'sealed\\_%')
        .orderBy(['table_name', 'column_name'])
        .select('table_name', 'column_name');
    const cases = new Set<string>(await knex('sealed_case').pluck('case_id'));
    const found: SealedText[] = [];
    for (const { table_name: table, column_name: column } of columns) {
      const rows: Array<Record<string, unknown>> = await knex(table)
        .whereNotNull(column)
        .select('*');
      for (const one of rows) {
        const sealed = String(one[column]);
        const place = placeOf(sealed, { schema, table, column, one });
        found.push({
          schema,
          ...place,
          table,
          sealed,
          ...(await open({ sealing, cases, one, ...place, sealed })),
        });
      }
    }
    return found;
  });
}

/** Whose key it is differs from table to table: each that it could be is tried. */
async function open(input: {
  sealing: Sealing;
  cases: ReadonlySet<string>;
  one: Record<string, unknown>;
  table: string;
  column: string;
  row: string;
  sealed: string;
}): Promise<Pick<SealedText, 'caseId' | 'text' | 'why'>> {
  const { sealing, cases, one, ...place } = input;
  const whose = Object.entries(one)
    .filter(([name]) => name === 'id' || name.endsWith('_id'))
    .flatMap(([, id]) => [String(id), `retention:${id}`])
    .filter(id => cases.has(id));
  let why = 'no key belongs to it';
  for (const caseId of whose) {
    try {
      const text = await sealing.unseal({ ...place, caseId });
      return { caseId, text, why: undefined };
    } catch (error) {
      why = error instanceof Error ? error.name : String(error);
    }
  }
  return { caseId: whose[0], text: undefined, why };
}

// Carried over when they got a table of their own, as they were: the migration
// says so.
const SEALED_FOR: Readonly<Record<string, string>> = { closing: 'escalation' };

/**
 * What a text says it is bound to, which has to be where it stands: its schema
 * and table, then its column, or what tells rows of one record apart (the area
 * of an outcome).
 */
function placeOf(
  sealed: string,
  input: {
    schema: string;
    table: string;
    column: string;
    one: Record<string, unknown>;
  },
): { table: string; column: string; row: string } {
  const { schema, column, one } = input;
  const table = SEALED_FOR[input.table] ?? input.table;
  const bind = String(decodeProtectedHeader(sealed).bind);
  const names = [column, ...Object.values(one).map(String)];
  const name = names.find(candidate =>
    bind.startsWith(`${schema}.${table}.${candidate}.`),
  );
  if (!name) return { table, column, row: '' };
  return {
    table,
    column: name,
    row: bind.slice(`${schema}.${table}.${name}.`.length),
  };
}
