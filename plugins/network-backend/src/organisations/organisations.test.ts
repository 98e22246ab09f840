import { aPilotRegister, type PilotRegister } from '../testing/aPilotRegister';

let pilot: PilotRegister;
beforeAll(async () => {
  pilot = await aPilotRegister();
});
afterAll(() => pilot.register.destroy());

describe('organisations', () => {
  it.each([
    ['manager', ['Harbour', 'Left Behind', 'Northgate']],
    ['coordinator', ['Harbour', 'Left Behind', 'Northgate']],
    ['imsa', ['Harbour', 'Northgate']],
    ['officer', ['Northgate']],
  ] as const)('%s sees %j', async (name, expected) => {
    const page = await pilot.organisations.list({
      person: pilot.as(name),
      query: { limit: 50 },
    });
    expect(page.items.map(item => item.name)).toEqual(expected);
    const other = await pilot.organisations
      .record({ ...pilot.asker(name), organisationId: pilot.harbour })
      .then(
        record => record.name,
        error => error.name,
      );
    expect(other).toBe(
      (expected as readonly string[]).includes('Harbour')
        ? 'Harbour'
        : 'NotFoundError',
    );
  });

  it('filters by nation and sector', async () => {
    const list = (query: object) =>
      pilot.organisations.list({
        person: pilot.as('manager'),
        query: { limit: 50, ...query },
      });
    expect((await list({ nation: 'scotland' })).items).toHaveLength(1);
    expect((await list({ sector: 'hub' })).items).toHaveLength(0);
  });

  it('are added, changed once per version, and named once', async () => {
    const values = {
      name: 'Brand New',
      sector: 'ngo' as const,
      nation: 'wales' as const,
      area: 'Bangor',
      joinedOn: '2026-02-02',
    };
    const made = await pilot.organisations.create({
      ...pilot.asker('manager'),
      organisation: values,
    });
    const edit = (organisation: object) =>
      pilot.organisations.edit({
        ...pilot.asker('manager'),
        organisationId: made.id,
        organisation: {
          ...values,
          standing: 'current',
          version: 1,
          ...organisation,
        },
      });
    expect(await edit({ area: 'Conwy' })).toMatchObject({
      area: 'Conwy',
      version: 2,
    });
    await expect(edit({ area: 'Holyhead' })).rejects.toMatchObject({
      name: 'ConflictError',
      current: { area: 'Conwy', version: 2 },
    });
    await expect(edit({ version: 2, standing: 'left' })).rejects.toMatchObject({
      fieldErrors: [{ field: 'body.leftOn' }],
    });
    await expect(
      pilot.organisations.create({
        ...pilot.asker('manager'),
        organisation: { ...values, name: 'BRAND  néw' },
      }),
    ).rejects.toMatchObject({ fieldErrors: [{ field: 'body.name' }] });
    expect(await pilot.register.ledgerOf(`organisation:${made.id}`)).toEqual([
      'network.organisation-registered',
      'network.organisation-edited',
    ]);
  });

  it('cannot be shut out by who works there', async () => {
    const northgate = {
      name: 'Northgate',
      sector: 'ngo' as const,
      nation: 'england' as const,
      area: 'Leeds',
      joinedOn: '2024-01-01',
      version: 1,
    };
    for (const ending of [
      { standing: 'suspended' as const },
      { standing: 'left' as const, leftOn: '2026-11-01' },
    ]) {
      await expect(
        pilot.organisations.edit({
          ...pilot.asker('manager'),
          organisationId: pilot.northgate,
          organisation: { ...northgate, ...ending },
        }),
      ).rejects.toMatchObject({ fieldErrors: [{ field: 'body.standing' }] });
    }
  });
});
