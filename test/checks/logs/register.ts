import type { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';
import { need } from './need';

/** Where the register keeps names, by design in clear. */
export const CLEAR = {
  name: ['network.person.display_name', 'network.person.sort_name'],
  // The second is what the planner knows of the index over it.
  email: ['network.person.email', 'network.person_one_email.lower'],
  licence: ['network.person.regulation_number'],
  organisation: ['network.organisation.name', 'network.organisation.sort_name'],
  area: ['network.organisation.area'],
  // The catalog holds names of people and organisations, and no more of them.
  catalog: [
    'platform_catalog.refresh_state.unprocessed_entity',
    'platform_catalog.refresh_state.processed_entity',
    'platform_catalog.final_entities.final_entity',
    'platform_catalog.search.value',
    'platform_catalog.search.original_value',
  ],
  // The local provider, which has no other name for somebody who typed an address.
  subject: ['network.identity.subject'],
  // A mail has to be addressed.
  mail: ['mail.to'],
  // "Gave it to …": names of colleagues stand in the summaries of moves.
  summary: ['advice.query_entry.summary', 'escalations.entry.summary'],
} as const;

/** Somebody of the register who was planted. */
export interface PlantedPerson {
  name: string;
  email: string;
}

/**
 * The Hub Manager keeps the register: an organisation, a file with mistakes, a
 * file without, a person by form, a search.
 *
 * @returns an IMSA who can sign in
 */
export async function keepRegister(options: {
  manager: HubClient;
  canaries: Canaries;
}): Promise<PlantedPerson> {
  const { manager, canaries } = options;
  const organisation = canaries.plant('the name of an organisation', {
    kept: true,
    mayStand: [...CLEAR.organisation, ...CLEAR.catalog],
  });
  need(
    await manager.post('/api/network/organisations', {
      name: organisation,
      sector: 'ngo',
      nation: 'england',
      area: canaries.plant('the area of an organisation', {
        kept: true,
        mayStand: CLEAR.area,
      }),
      joinedOn: '2026-01-05',
    }),
    201,
  );
  await importWithMistakes({ manager, canaries });
  const person = aPerson(canaries, 'imported from a file');
  const licence = canaries.plant('a licence number', {
    kept: true,
    mayStand: CLEAR.licence,
  });
  const csv = [
    'name,email,training,roles,organisation,kind,started_on,planned_end_on,nations,languages,regulator,regulation_number,regulated_until',
    `${person.name},${person.email},accredited,imsa,${organisation},external,2026-01-05,2029-01-05,england,en,immigration-advice-authority,${licence},2030-01-01`,
  ].join('\n');
  const dryRun = need(
    await manager.post<{ digest: string }>('/api/network/imports/dry-run', {
      kind: 'people',
      csv,
    }),
  );
  need(
    await manager.post('/api/network/imports', {
      kind: 'people',
      csv,
      digest: dryRun.body.digest,
    }),
  );
  const byForm = aPerson(canaries, 'entered in the form');
  const registered = {
    displayName: byForm.name,
    email: byForm.email,
    training: 'not-an-imsa',
    nations: [],
    specialisms: [],
    languages: [],
  };
  need(await manager.post('/api/network/people', registered), 201);
  // The same address again: a refusal that PostgreSQL's unique index backs.
  need(await manager.post('/api/network/people', registered), 400, 409);
  need(
    await manager.post('/api/network/people/search', {
      name: canaries.plant('a name that was looked for'),
    }),
  );
  need(await manager.post('/api/network/people/search', { name: person.name }));
  need(
    await manager.post('/api/advice/choices/organisations', {
      text: canaries.plant('an organisation that was looked for'),
    }),
  );
  return person;
}

function aPerson(canaries: Canaries, how: string): PlantedPerson {
  const name = canaries.plant(`the name of somebody ${how}`, {
    kept: true,
    mayStand: [...CLEAR.name, ...CLEAR.catalog, ...CLEAR.summary],
  });
  const address = canaries.plant(`the e-mail address of somebody ${how}`, {
    kept: true,
    mayStand: [...CLEAR.email, ...CLEAR.subject, ...CLEAR.mail],
  });
  return { name, email: `${address}@persons.example` };
}

async function importWithMistakes(options: {
  manager: HubClient;
  canaries: Canaries;
}): Promise<void> {
  const { manager, canaries } = options;
  const cell = (column: string) =>
    canaries.plant(`the ${column} of a file that is refused`);
  for (const csv of [
    `name,email,training,roles\n${cell('name')},${cell('email')},${cell('training')},${cell('roles')}`,
    `${cell('header')},email\n${cell('row without a header')},x`,
    `name,email,training\n"${cell('cell that does not end')},x`,
  ]) {
    need(
      await manager.post('/api/network/imports/dry-run', {
        kind: 'people',
        csv,
      }),
      200,
      400,
    );
  }
}
