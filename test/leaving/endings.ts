import type { Knex } from 'knex';
import type { HubClient } from '../support/HubClient';
import { endEmployment, endRole, readPerson } from './register';

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
  /** Whether the leaver answers advice and handles cases, or asks and leads. */
  adviser: boolean;
  /** Ends it in the register, through its interface, as the Hub Manager. */
  end(facts: EndingFacts): Promise<void>;
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
    name: 'employment of a lead IMSA ended',
    account: 'imsa-oluwaseun',
    adviser: false,
    end: endEmployments,
  },
  {
    name: 'role of a lead IMSA ended, as of today',
    account: 'trainee',
    adviser: false,
    end: endRoles,
  },
  {
    name: 'employment ended, and the news of it lost',
    account: 'senior-two',
    adviser: true,
    end: facts => withoutNews(facts.knex, () => endEmployments(facts)),
  },
];

async function endRoles(facts: EndingFacts): Promise<void> {
  const { grants } = await readPerson(facts);
  for (const { role } of grants.filter(item => item.current)) {
    await endRole({ ...facts, role });
  }
}

async function endEmployments(facts: EndingFacts): Promise<void> {
  const { employments } = await readPerson(facts);
  for (const employment of employments.filter(item => item.current)) {
    await endEmployment({ ...facts, employmentId: employment.id });
  }
}

async function suspendOrganisation(facts: EndingFacts): Promise<void> {
  const { manager } = facts;
  const { employments } = await readPerson(facts);
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

async function succeed(
  answering: Promise<{ status: number; text: string }>,
): Promise<void> {
  const { status, text } = await answering;
  if (status !== 200) throw new Error(`The ending was refused: ${text}`);
}
