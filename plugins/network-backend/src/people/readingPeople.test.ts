import type { PeopleSearch } from '@imsa-hub/network-common';
import {
  ALONE,
  aPilotRegister,
  EMPLOYED,
  search,
  type PilotRegister,
  type Who,
} from '../testing/aPilotRegister';

let pilot: PilotRegister;
beforeAll(async () => {
  pilot = await aPilotRegister();
});
afterAll(() => pilot.register.destroy());

describe('who sees whom', () => {
  const ACTIVE = [...EMPLOYED, ...ALONE].map(([name]) => `P ${name}`);
  const cases: Array<[Who, readonly string[]]> = [
    ['manager', [...ACTIVE, 'P elsewhere']],
    ['coordinator', [...ACTIVE, 'P elsewhere']],
    ['senior', [...ACTIVE, 'P elsewhere']],
    ['imsa', ['P elsewhere', 'P imsa', 'P senior']],
    ['officer', ['P imsa']],
  ];
  it.each(cases)('%s', async (name, expected) => {
    const page = await pilot.people.search({
      person: pilot.as(name),
      search: search(),
    });
    expect(page.items.map(item => item.displayName)).toEqual(
      [...expected].sort(),
    );
    // The record opens for exactly the people in the list.
    const opened: string[] = [];
    for (const { id, displayName } of pilot.everyone.values()) {
      await pilot.people.record({ ...pilot.asker(name), personId: id }).then(
        () => opened.push(displayName),
        error => expect(error).toMatchObject({ name: 'NotFoundError' }),
      );
    }
    expect(opened.sort()).toEqual([...expected].sort());
  });

  it.each(['supervisor', 'board', 'analyst', 'admin'] as const)(
    '%s sees nothing at all',
    async name => {
      const person = pilot.as(name);
      const nothing = { name: 'NotFoundError' };
      await expect(
        pilot.people.search({ person, search: search() }),
      ).rejects.toMatchObject(nothing);
      await expect(
        pilot.people.record({
          ...pilot.asker(name),
          personId: pilot.as('imsa').id,
        }),
      ).rejects.toMatchObject(nothing);
      await expect(
        pilot.organisations.record({
          ...pilot.asker(name),
          organisationId: pilot.northgate,
        }),
      ).rejects.toMatchObject(nothing);
    },
  );

  it('shows those who left to the keeper of the register only', async () => {
    const all = search({ includeFormer: true, name: 'gone' });
    const found = await pilot.people.search({
      person: pilot.as('manager'),
      search: all,
    });
    expect(found.items.map(item => item.id)).toEqual([pilot.gone]);
    for (const name of ['coordinator', 'imsa', 'officer'] as const) {
      const page = await pilot.people.search({
        person: pilot.as(name),
        search: all,
      });
      expect(page.items).toEqual([]);
      await expect(
        pilot.people.record({ ...pilot.asker(name), personId: pilot.gone }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    }
  });
});

describe('what they see of a person', () => {
  const fields = async (name: Who) => {
    const personId = pilot.as('imsa').id;
    const record = await pilot.people.record({
      ...pilot.asker(name),
      personId,
    });
    return { record, keys: Object.keys(record).sort() };
  };

  it('an address is for who keeps the register', async () => {
    for (const name of ['coordinator', 'senior', 'imsa', 'officer'] as const) {
      const { record } = await fields(name);
      expect(JSON.stringify(record)).not.toContain('@');
      expect(record.allowedActions).toEqual([]);
    }
    expect((await fields('manager')).record).toMatchObject({
      email: 'p.imsa@hub.example',
      version: 1,
      allowedActions: [
        'edit',
        'grant-role',
        'end-role',
        'start-employment',
        'end-employment',
        'end-sessions',
      ],
    });
  });

  it('an employer sees names and dates and no more', async () => {
    const { record, keys } = await fields('officer');
    expect(keys).toEqual([
      'active',
      'allowedActions',
      'displayName',
      'employments',
      'id',
      'training',
    ]);
    expect(record.employments).toMatchObject([
      { startedOn: '2026-01-31', plannedEndOn: '2028-05-31' },
    ]);
  });

  it('a fellow advocate sees no dates', async () => {
    const { record } = await fields('imsa');
    expect(record.employments).toEqual([
      {
        id: expect.any(String),
        organisationId: pilot.northgate,
        organisationName: 'Northgate',
        current: true,
      },
    ]);
  });

  it('a filter does not tell what the record hides', async () => {
    for (const blind of [
      { specialism: 'housing-rights' },
      { nation: 'england' },
      { role: 'imsa' },
    ] as const) {
      await expect(
        pilot.people.search({
          person: pilot.as('officer'),
          search: search(blind),
        }),
      ).rejects.toMatchObject({ name: 'InputError' });
    }
    // Somebody they see has a second employer, which they do not see.
    const imsa = pilot.as('imsa').id;
    await pilot.register.employment(imsa, pilot.harbour);
    const second = await pilot.people.search({
      person: pilot.as('officer'),
      search: search({ organisationId: pilot.harbour }),
    });
    expect(second.items).toEqual([]);
    const record = await pilot.people.record({
      ...pilot.asker('officer'),
      personId: imsa,
    });
    expect(record.employments.map(item => item.organisationId)).toEqual([
      pilot.northgate,
    ]);
    const peek = await pilot.people.search({
      person: pilot.as('imsa'),
      search: search({ role: 'hub-manager' }),
    });
    expect(peek.items).toEqual([]);
    await pilot.register
      .app('employment')
      .where({ person_id: imsa, organisation_id: pilot.harbour })
      .delete();
  });
});

describe('searching', () => {
  it('pages by name without repeats, and finds by every filter', async () => {
    const person = pilot.as('manager');
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await pilot.people.search({
        person,
        search: search({ limit: 3, cursor }),
      });
      expect(page.items.length).toBeLessThanOrEqual(3);
      names.push(...page.items.map(item => item.displayName));
      cursor = page.nextCursor;
    } while (cursor);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toHaveLength(10);

    const found = async (values: Partial<PeopleSearch>) =>
      (await pilot.people.search({ person, search: search(values) })).items.map(
        item => item.displayName,
      );
    expect(await found({ specialism: 'housing-rights' })).toEqual(['P imsa']);
    expect(await found({ role: 'advisory-board' })).toEqual(['P board']);
    expect(await found({ organisationId: pilot.harbour })).toEqual([
      'P elsewhere',
    ]);
    expect(await found({ name: 'OFFÍCER' })).toEqual(['P officer']);
    expect(await found({ name: '%' })).toEqual([]);
    expect(await found({ name: 'p_imsa' })).toEqual([]);
  });

  it.each(['x', 'bm90LWpzb24', Buffer.from('["a"]').toString('base64url')])(
    'refuses a cursor it did not write: %s',
    async cursor => {
      await expect(
        pilot.people.search({
          person: pilot.as('manager'),
          search: search({ cursor }),
        }),
      ).rejects.toMatchObject({ fieldErrors: [{ field: 'body.cursor' }] });
    },
  );
});

describe('opening a record', () => {
  it('is an entry in the ledger, of each reading and of no refused one', async () => {
    const personId = pilot.as('imsa').id;
    const person = `person:${personId}`;
    const organisation = `organisation:${pilot.harbour}`;
    const reads = async () =>
      Promise.all(
        [person, organisation].map(async subject =>
          (await pilot.register.ledgerOf(subject)).filter(type =>
            type.endsWith('-read'),
          ),
        ),
      );
    const before = await reads();
    const open = async (name: Who) => {
      await pilot.people.record({ ...pilot.asker(name), personId });
      await pilot.organisations.record({
        ...pilot.asker(name),
        organisationId: pilot.harbour,
      });
    };
    await open('manager');
    await open('coordinator');
    await expect(open('board')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await reads()).toEqual([
      [...(before[0] ?? []), 'network.person-read', 'network.person-read'],
      [
        ...(before[1] ?? []),
        'network.organisation-read',
        'network.organisation-read',
      ],
    ]);
    // A list names nobody's record, and nobody is told of a reading.
    await pilot.people.search({
      person: pilot.as('manager'),
      search: search(),
    });
    expect((await reads())[0]).toHaveLength((before[0]?.length ?? 0) + 2);
    expect(
      await pilot.register
        .app('ledger_entry')
        .where({ publish: true })
        .whereLike('type', '%-read'),
    ).toEqual([]);
  });
});
