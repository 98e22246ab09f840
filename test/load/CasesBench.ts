import { fillCases } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { HubClient } from '../support/HubClient';
import { raiseCase } from '../support/raiseCase';
import { CASE_BODIES } from '../support/caseBodies';
import {
  HubBench,
  say,
  startBenchHub,
  stopBenchHub,
  type BenchHub,
} from './HubBench';

const SENTENCE =
  'The council has said that the room in the hostel ends on Friday and has given no reason in writing. ';

/** A real hub with many complex cases, one of them with a long sealed timeline. */
export class CasesBench extends HubBench {
  private constructor(
    started: BenchHub,
    /** The case whose timeline is long, every entry of it sealed. */
    readonly longCase: string,
    /** What was set up, in words and figures. */
    readonly figures: Array<[string, string]>,
  ) {
    super(started, 'escalations');
  }

  static async start(options: {
    cases: number;
    entries: number;
  }): Promise<CasesBench> {
    const started = await startBenchHub('senior');
    try {
      const longCase = await aLongCase({ ...started, ...options });
      await fill({ ...started, ...options, longCase });
      return new CasesBench(started, longCase, [
        await describe(started),
        ['entries of the long case, all sealed', String(options.entries)],
      ]);
    } catch (error) {
      await stopBenchHub(started);
      throw error;
    }
  }

  /** A senior IMSA at the desk. */
  get reader(): HubClient {
    return this.started.reader;
  }

  /** Ids that are the same in whatever is run again. */
  get kept(): string[] {
    return [this.started.readerId, this.started.employerId];
  }
}

/** A case with so many entries on its timeline, written through the hub. */
async function aLongCase(input: {
  hub: BenchHub['hub'];
  reader: HubClient;
  entries: number;
}): Promise<string> {
  const { hub, reader, entries } = input;
  say(`Writing a case with ${entries} entries`);
  const raiser = await HubClient.signIn(hub.url, 'imsa');
  const word = SENTENCE.repeat(4);
  const { id } = await raiseCase(raiser, { word: 'in words' });
  const path = `/api/escalations/cases/${id}`;
  let { version } = (await reader.get<{ version: number }>(path)).body;
  const facts = {
    word,
    personId: '',
    ownerId: '',
    level: 'hub-manager',
    areas: [],
  } as const;
  // "Raised it" and "accepted it" stand there too, without content.
  for (let count = 0; count < entries; count += 1) {
    const action = count === 0 ? 'accept' : 'note';
    const answer = await reader.post<{ version: number }>(`${path}/${action}`, {
      version,
      ...CASE_BODIES[action](facts),
    });
    if (answer.status !== 200) {
      throw new Error(`Writing the case was refused: ${answer.text}`);
    }
    version = answer.body.version;
  }
  return id;
}

async function fill(input: {
  knex: Knex;
  employerId: string;
  cases: number;
  longCase: string;
}): Promise<void> {
  const { knex, employerId, cases, longCase } = input;
  const withRole = async (...roles: string[]): Promise<string[]> =>
    knex('network.role_grant')
      .whereIn('role', roles)
      .whereNull('until_on')
      .distinct('person_id')
      .orderBy('person_id')
      .pluck('person_id');
  const organisations: string[] = await knex('network.organisation')
    .orderBy('id')
    .pluck('id');
  const law = await knex('escalations.escalation')
    .where({ id: longCase })
    .first('limits_law');
  say(`Filling ${cases.toLocaleString('en-GB')} cases`);
  await fillCases({
    knex,
    count: cases,
    open: 1,
    handlers: await withRole('hub-manager', 'senior-imsa'),
    raisers: await withRole('imsa'),
    organisations,
    conflict: { organisationId: employerId, share: 0.1 },
    limitsLaw: law.limits_law,
  });
}

async function describe({
  knex,
  employerId,
}: BenchHub): Promise<[string, string]> {
  const { rows } = await knex.raw(
    `select count(*)::int as all, count(*) filter (where open)::int as open,
      count(*) filter (where subject_organisation_id = ?)::int as conflicted,
      (select count(*)::int from escalations.recusal) as recusals,
      (select count(*)::int from escalations.participant) as parts,
      pg_size_pretty(pg_total_relation_size('escalations.escalation')) as size
    from escalations.escalation`,
    [employerId],
  );
  const { all, open, conflicted, recusals, parts, size } = rows[0];
  return [
    'complex cases',
    `${all}, of them open ${open}, about the reader's employer ${conflicted}, recusals ${recusals}, parts ${parts}; ${size}`,
  ];
}
