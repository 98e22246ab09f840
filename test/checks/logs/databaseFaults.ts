import { newId } from '@imsa-hub/core';
import type { Hub } from '@imsa-hub/launch';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';
import type { CaseInHand } from './CaseInHand';
import { need } from './need';
import { aFile } from './writePapers';

/**
 * Statements that fail with what somebody typed in their hands: behind the
 * hub's own routes, and sent straight to PostgreSQL as a mistake of ours would.
 *
 * @returns how many of the hub's answers were of its own failure (5xx)
 */
export async function databaseFaults(options: {
  hub: Hub;
  coordinator: HubClient;
  manager: HubClient;
  senior: HubClient;
  /** One that the senior IMSA may write into. */
  openCase: CaseInHand;
  canaries: Canaries;
}): Promise<number> {
  const { hub, coordinator, manager, senior, openCase, canaries } = options;
  const word = (what: string) => canaries.plant(what);
  const superuser = new Client(hub.services.postgres.superuser);
  await superuser.connect();
  const statuses: number[] = [];
  try {
    const whileSo = async (
      [begin, end]: [string, string],
      ask: () => Promise<{ status: number }>,
    ) => {
      await superuser.query(begin);
      statuses.push((await ask()).status);
      await superuser.query(end);
    };
    await whileSo(refusing('network.person'), () =>
      manager.post('/api/network/people', {
        displayName: word('a name that a table refuses'),
        email: `${word('an address that a table refuses')}@persons.example`,
        training: 'not-an-imsa',
        nations: [],
        specialisms: [],
        languages: [],
      }),
    );
    await whileSo(refusing('advice.template'), () =>
      coordinator.post('/api/advice/templates', {
        title: word('a title that a table refuses'),
        body: word('a template that a table refuses'),
        kind: 'signpost',
      }),
    );
    const { version } = await openCase.look(senior);
    await whileSo(refusing('escalations.entry'), () =>
      senior.post(`${openCase.path}/note`, {
        version,
        kind: 'note',
        text: word('a note that a table refuses'),
      }),
    );
    await whileSo(refusing('escalations.file'), () =>
      senior.post(
        `${openCase.path}/files?requestKey=${newId()}`,
        aFile({
          name: `${word('the name of a file that a table refuses')}.txt`,
          content: word('a file that a table refuses'),
        }),
      ),
    );
    await whileSo(
      [
        'alter table network.person rename to person_gone',
        'alter table network.person_gone rename to person',
      ],
      () =>
        manager.post('/api/network/people/search', {
          name: word('a name looked for in a table that is gone'),
        }),
    );
    await straightToPostgres({ hub, word });
    await endedInTheAct({ hub, superuser, word });
  } finally {
    await superuser.end().catch(() => undefined);
  }
  await backAgain(coordinator);
  return statuses.filter(status => status >= 500).length;
}

/** A table that takes no new row: what it refuses stands in PostgreSQL's DETAIL. */
const refusing = (table: string): [string, string] => [
  `alter table ${table} add constraint for_a_check check (false) not valid`,
  `alter table ${table} drop constraint for_a_check`,
];

type Word = (what: string) => string;

/** As the running role: bound values, and values in the statement's own text. */
async function straightToPostgres(input: {
  hub: Hub;
  word: Word;
}): Promise<void> {
  const { hub, word } = input;
  const client = await asRunningRole(hub);
  const statements: Array<[string, string[]]> = [
    ['select $1::int', [word('a bound value that is no number')]],
    [`select '${word('a word in a statement that is no number')}'::int`, []],
    [`select 1 as ${word('a statement that cannot be read')} from from`, []],
    [
      'insert into network.person (id, email) values ($1, $1)',
      [word('a row that lacks a column')],
    ],
    [`do $$ begin raise warning '${word('a warning')}'; end $$`, []],
    [`do $$ begin raise exception '${word('an exception')}'; end $$`, []],
  ];
  for (const [statement, values] of statements) {
    await client.query(statement, values).catch(() => undefined);
  }
  await client.end();
}

/** PostgreSQL's own process is killed in the middle of a statement. */
async function endedInTheAct(input: {
  hub: Hub;
  superuser: Client;
  word: Word;
}): Promise<void> {
  const { hub, superuser, word } = input;
  const client = await asRunningRole(hub);
  client.on('error', () => undefined);
  superuser.on('error', () => undefined);
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const sleeping = client
    .query(
      `select pg_sleep(60), '${word('a statement under way when PostgreSQL fails')}'`,
    )
    .catch(() => undefined);
  await sleep(500);
  process.kill(Number(rows[0].pid), 'SIGKILL');
  await sleeping;
  await client.end().catch(() => undefined);
}

async function asRunningRole({ env }: Hub): Promise<Client> {
  const client = new Client({
    host: env.POSTGRES_HOST,
    port: Number(env.POSTGRES_PORT),
    database: env.POSTGRES_DB,
    user: env.POSTGRES_APP_USER,
    password: env.POSTGRES_APP_PASSWORD,
  });
  await client.connect();
  return client;
}

/** The hub finds its database again by itself. */
async function backAgain(person: HubClient): Promise<void> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const answer = await person.get('/api/advice/queue');
    if (answer.status === 200) return;
    if (Date.now() > limit) need(answer);
    await sleep(250);
  }
}
