import { londonDateOf, type Role } from '@imsa-hub/core';
import type { HubClient } from '../support/HubClient';

/** Somebody's entry in the register, as far as leaving goes. */
export interface RegisteredPerson {
  version: number;
  grants: Array<{ id: string; role: Role; current: boolean }>;
  employments: Array<{ id: string; organisationId: string; current: boolean }>;
}

/** Who keeps the register, and whose entry it is. */
interface Entry {
  manager: HubClient;
  personId: string;
}

/** Reads somebody's entry. */
export async function readPerson({
  manager,
  personId,
}: Entry): Promise<RegisteredPerson> {
  const path = `/api/network/people/${personId}`;
  return (await manager.get<RegisteredPerson>(path)).body;
}

/** Gives somebody a role, on their employment. */
export async function grantRole(entry: Entry & { role: Role }): Promise<void> {
  const { version, employments } = await readPerson(entry);
  const employment = employments.find(({ current }) => current);
  await change(entry, 'roles', {
    version,
    role: entry.role,
    employmentId: employment?.id,
    fromOn: today(),
  });
}

/** Ends one role of somebody, as of today. */
export async function endRole(entry: Entry & { role: Role }): Promise<void> {
  const { version, grants } = await readPerson(entry);
  const grant = grants.find(
    ({ role, current }) => current && role === entry.role,
  );
  await change(entry, `roles/${grant?.id}/end`, {
    version,
    untilOn: today(),
  });
}

/** Employs somebody at one more organisation, as of today. */
export async function startEmployment(
  entry: Entry & { organisationId: string },
): Promise<void> {
  const { version } = await readPerson(entry);
  await change(entry, 'employments', {
    version,
    organisationId: entry.organisationId,
    kind: 'staff',
    startedOn: today(),
  });
}

/** Ends an employment of somebody, as of today. */
export async function endEmployment(
  entry: Entry & { employmentId: string },
): Promise<void> {
  const { version } = await readPerson(entry);
  await change(entry, `employments/${entry.employmentId}/end`, {
    version,
    endedOn: today(),
    reason: 'resigned',
  });
}

async function change(
  { manager, personId }: Entry,
  what: string,
  body: object,
): Promise<void> {
  const { status, text } = await manager.post(
    `/api/network/people/${personId}/${what}`,
    body,
  );
  if (status >= 300) throw new Error(`The register refused it: ${text}`);
}

const today = () => londonDateOf(new Date());
