import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { migrateSchema } from '@imsa-hub/core-node';
import type { Hub } from '@imsa-hub/launch';
import { fillQueries } from '@imsa-hub/testing';
import knexFactory, { type Knex } from 'knex';

/** The two sizes of the advice line, and a small one that the bare handler writes to. */
export type Size = 'small' | 'large' | 'bare';

/** The schema of each while it is not the hub's. */
export const SCHEMAS: Readonly<Record<Size, string>> = {
  small: 'advice_small',
  large: 'advice_large',
  bare: 'advice_bare',
};
const SMALL = 10_000;

/**
 * Migrates and fills every advice line of a benchmark.
 *
 * @returns what is in them, in words and figures
 */
export async function fillLines(options: {
  hub: Hub;
  knex: Knex;
  large: number;
  say(line: string): void;
}): Promise<Array<[string, string]>> {
  const { hub, knex, large, say } = options;
  const owner = knexFactory({
    client: 'pg',
    connection: {
      ...hub.services.postgres.superuser,
      user: String(hub.ownerEnv.POSTGRES_OWNER_USER),
      password: String(hub.ownerEnv.POSTGRES_OWNER_PASSWORD),
    },
  });
  const withRole = async (...roles: string[]): Promise<string[]> =>
    knex('network.role_grant')
      .whereIn('role', roles)
      .distinct('person_id')
      .orderBy('person_id')
      .pluck('person_id');
  const organisations: string[] = await knex('network.organisation')
    .orderBy('id')
    .pluck('id');
  const [coordinator = ''] = await withRole('advice-coordinator');
  const employer = await knex('network.employment')
    .where({ person_id: coordinator })
    .first('organisation_id');
  const figures: Array<[string, string]> = [];
  for (const [size, count] of [
    ['bare', SMALL],
    ['large', large],
    ['small', SMALL],
  ] as const) {
    const schema = size === 'small' ? 'advice' : SCHEMAS[size];
    say(`Filling ${count.toLocaleString('en-GB')} queries`);
    await migrateSchema({
      owner,
      schema,
      migrations: resolvePackagePath('@imsa-hub/advice-backend', 'migrations'),
      appRole: String(hub.env.POSTGRES_APP_USER),
    });
    await fillQueries({
      knex,
      schema,
      count,
      open: 1,
      advisers: await withRole(
        'advice-coordinator',
        'hub-manager',
        'senior-imsa',
      ),
      askers: await withRole('imsa'),
      organisations,
      conflict: { organisationId: employer.organisation_id, share: 0.1 },
    });
    if (size !== 'bare') figures.push(await describe(knex, schema, employer));
  }
  await owner.destroy();
  figures.push(
    [
      'raised for this run',
      'hub.limits (requests and changes a minute, for a person and an organisation)',
    ],
    [
      'PostgreSQL',
      'settings of npm start; shared_buffers 128MB, commits safe on disk',
    ],
  );
  return figures;
}

async function describe(
  knex: Knex,
  schema: string,
  employer: { organisation_id: string },
): Promise<[string, string]> {
  const { rows } = await knex.raw(
    `select count(*)::int as all, count(*) filter (where open)::int as open,
      count(*) filter (where subject_organisation_id = ?)::int as conflicted,
      (select count(*)::int from ??.recusal) as recusals,
      pg_size_pretty(pg_total_relation_size('??.query')) as size
    from ??.query`.replace("'??.query'", `'${schema}.query'`),
    [employer.organisation_id, schema, schema],
  );
  const { all, open, conflicted, recusals, size } = rows[0];
  return [
    `queries in "${schema === 'advice' ? 'small' : 'large'}"`,
    `${all}, of them open ${open}, about the reader's employer ${conflicted}, recusals ${recusals}; ${size}`,
  ];
}
