import {
  aPilotRegister,
  search,
  type PilotRegister,
} from '../testing/aPilotRegister';

let pilot: PilotRegister;
beforeAll(async () => {
  pilot = await aPilotRegister();
});
afterAll(() => pilot.register.destroy());

describe('importing', () => {
  const csv = [
    'name,email,training,roles,organisation,kind,started_on,planned_end_on,languages',
    'Csv One,csv.one@x.example,trainee,imsa,northgate,external,2026-03-02,2028-07-02,en; cy',
    'Csv Two,csv.two@x.example,not-an-imsa,organisation-officer,Harbour,staff,2026-03-02,,en',
  ].join('\n');

  it('needs its dry run, adds all, and is refused a second time', async () => {
    const file = { kind: 'people' as const, csv };
    const dry = await pilot.imports.dryRun({
      person: pilot.as('manager'),
      file,
    });
    expect(dry).toEqual({
      rows: 2,
      problems: [],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const digest = dry.digest ?? '';
    await expect(
      pilot.imports.import({
        ...pilot.asker('manager'),
        file: { ...file, csv: `${csv}\n`, digest },
      }),
    ).rejects.toMatchObject({ fieldErrors: [{ field: 'body.digest' }] });
    expect(
      await pilot.imports.import({
        ...pilot.asker('manager'),
        file: { ...file, digest },
      }),
    ).toEqual({ imported: 2 });
    const found = await pilot.people.search({
      person: pilot.as('manager'),
      search: search({ name: 'csv' }),
    });
    expect(found.items).toMatchObject([
      { displayName: 'Csv One', roles: ['imsa'], active: true },
      { displayName: 'Csv Two', roles: ['organisation-officer'], active: true },
    ]);
    await expect(
      pilot.imports.import({
        ...pilot.asker('manager'),
        file: { ...file, digest },
      }),
    ).rejects.toMatchObject({
      fieldErrors: [
        { field: 'body.csv[2].email' },
        { field: 'body.csv[3].email' },
      ],
    });
  });

  it('adds nothing of a file with one bad row', async () => {
    const file = {
      kind: 'organisations' as const,
      csv: 'name,sector,nation,area,joined_on\nGood One,ngo,wales,Bala,2026-01-01\nBad One,ngo,wales,Bala,2026-02-30',
    };
    const dry = await pilot.imports.dryRun({
      person: pilot.as('manager'),
      file,
    });
    expect(dry.problems).toMatchObject([{ row: 3, column: 'joined_on' }]);
    expect(dry.digest).toBeUndefined();
    expect(
      await pilot.register.app('organisation').where({ name: 'Good One' }),
    ).toEqual([]);
  });
});
