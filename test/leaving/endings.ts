import { londonDateOf } from '@imsa-hub/core';
import type { Knex } from 'knex';
import type { HubClient } from '../support/HubClient';

/** What an ending needs. */
export interface EndingFacts {
  manager: HubClient;
  personId: string;
  /** As superuser, to lose the news. */
  knex: Knex;
}

/** One way in which somebody leaves. */
export interface Ending {
  name: string;
  /** Who leaves in this way. */
  account: string;
  /** Whether the leaver answers advice, and so has work of others. */
  adviser: boolean;
  /** Ends it in the register, through its interface, as the Hub Manager. */
  end(facts: EndingFacts): Promise<void>;
}

interface Person {
  version: number;
  grants: Array<{ id: string; current: boolean }>;
  employments: Array<{ id: string; organisationId: string; current: boolean }>;
}

/** Every way of leaving that the register has. */
export const ENDINGS: readonly Ending[] = [
  {
    name: 'role ended, as of today',
    account: 'senior-dara',
    adviser: true,
    end: endRoles,
  },
  {
    name: 'employment ended',
    account: 'senior-ffion',
    adviser: true,
    end: endEmployments,
  },
  {
    name: 'organisation suspended',
    account: 'imsa-hannah',
    adviser: false,
    end: suspendOrganisation,
  },
  {
    name: 'employment ended, and the news of it lost',
    account: 'senior-two',
    adviser: true,
    end: facts => withoutNews(facts.knex, () => endEmployments(facts)),
  },
];

async function endRoles({ manager, personId }: EndingFacts): Promise<void> {
  const { grants } = await read(manager, personId);
  for (const grant of grants.filter(item => item.current)) {
    const { version } = await read(manager, personId);
    await succeed(
      manager.post(`/api/network/people/${personId}/roles/${grant.id}/end`, {
        version,
        untilOn: today(),
      }),
    );
  }
}

async function endEmployments(facts: EndingFacts): Promise<void> {
  const { manager, personId } = facts;
  const { employments } = await read(manager, personId);
  for (const employment of employments.filter(item => item.current)) {
    const { version } = await read(manager, personId);
    await succeed(
      manager.post(
        `/api/network/people/${personId}/employments/${employment.id}/end`,
        { version, endedOn: today(), reason: 'resigned' },
      ),
    );
  }
}

async function suspendOrganisation(facts: EndingFacts): Promise<void> {
  const { manager, personId } = facts;
  const { employments } = await read(manager, personId);
  const path = `/api/network/organisations/${employments[0]?.organisationId}`;
  const { body } = await manager.get<Record<string, unknown>>(path);
  const { id: _id, allowedActions: _actions, ...organisation } = body;
  await succeed(manager.put(path, { ...organisation, standing: 'suspended' }));
}

/** What PostgreSQL says of changes of the register, not said for once. */
async function withoutNews(
  knex: Knex,
  change: () => Promise<void>,
): Promise<void> {
  const silence = async (how: 'disable' | 'enable') => {
    for (const table of ['organisation', 'person', 'employment', 'role_grant'])
      await knex.raw(`alter table network.${table} ${how} trigger user`);
  };
  await silence('disable');
  try {
    await change();
  } finally {
    await silence('enable');
  }
}

async function read(manager: HubClient, personId: string): Promise<Person> {
  return (await manager.get<Person>(`/api/network/people/${personId}`)).body;
}

async function succeed(
  answering: Promise<{ status: number; text: string }>,
): Promise<void> {
  const { status, text } = await answering;
  if (status !== 200) throw new Error(`The ending was refused: ${text}`);
}

const today = () => londonDateOf(new Date());
