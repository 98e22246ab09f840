import { addDays, newId } from '@imsa-hub/core';
import {
  ALONE,
  aPilotRegister,
  EMPLOYED,
  NEW_PERSON,
  type PilotRegister,
} from '../testing/aPilotRegister';

let pilot: PilotRegister;
beforeAll(async () => {
  pilot = await aPilotRegister();
});
afterAll(() => pilot.register.destroy());

describe('keeping people', () => {
  it.each(
    [...EMPLOYED, ...ALONE]
      .map(([name]) => name)
      .filter(name => name !== 'manager'),
  )('%s changes nothing', async name => {
    const personId = pilot.as('elsewhere').id;
    const version = 1;
    const no = { name: 'NotAllowedError' };
    const tries = [
      pilot.people.create({ ...pilot.asker(name), registered: NEW_PERSON }),
      pilot.people.edit({
        ...pilot.asker(name),
        personId,
        registered: { ...NEW_PERSON, version },
      }),
      pilot.people.grantRole({
        ...pilot.asker(name),
        personId,
        grant: { version, role: 'platform-admin', fromOn: pilot.today },
      }),
      pilot.people.endRole({
        ...pilot.asker(name),
        personId,
        grantId: newId(),
        ending: { version, untilOn: pilot.today },
      }),
      pilot.people.startEmployment({
        ...pilot.asker(name),
        personId,
        employment: {
          version,
          organisationId: pilot.harbour,
          kind: 'staff',
          startedOn: pilot.today,
        },
      }),
      pilot.people.endEmployment({
        ...pilot.asker(name),
        personId,
        employmentId: newId(),
        ending: { version, endedOn: pilot.today, reason: 'other' },
      }),
      pilot.people.endSessions({
        ...pilot.asker(name),
        personId,
        reason: 'device-lost',
      }),
      pilot.organisations.create({
        ...pilot.asker(name),
        organisation: {
          name: 'X',
          sector: 'ngo',
          nation: 'wales',
          area: 'X',
          joinedOn: pilot.today,
        },
      }),
      pilot.imports.dryRun({
        person: pilot.as(name),
        file: { kind: 'people', csv: 'x' },
      }),
      pilot.imports.import({
        ...pilot.asker(name),
        file: { kind: 'people', csv: 'x', digest: 'x' },
      }),
    ];
    for (const attempt of tries)
      await expect(attempt).rejects.toMatchObject(no);
  });

  it('from entry to leaving, one version after the other', async () => {
    const by = pilot.asker('manager');
    const made = await pilot.people.create({ ...by, registered: NEW_PERSON });
    const { id: personId } = made;
    expect(made).toMatchObject({ active: false, version: 1 });
    await expect(
      pilot.people.create({ ...by, registered: NEW_PERSON }),
    ).rejects.toMatchObject({ fieldErrors: [{ field: 'body.email' }] });

    const start = (values: object) =>
      pilot.people.startEmployment({
        ...by,
        personId,
        employment: {
          version: 1,
          organisationId: pilot.northgate,
          kind: 'external',
          startedOn: '2026-01-31',
          plannedEndOn: '2028-05-31',
          ...values,
        },
      });
    await expect(start({ plannedEndOn: '2028-05-30' })).rejects.toMatchObject({
      fieldErrors: [
        {
          field: 'body.plannedEndOn',
          message: expect.stringContaining('2028-05-31'),
        },
      ],
    });
    await expect(start({ organisationId: newId() })).rejects.toMatchObject({
      fieldErrors: [{ field: 'body.organisationId' }],
    });
    const employed = await start({});
    expect(employed.version).toBe(2);
    const employmentId = employed.employments[0]?.id;
    expect(employmentId).toBeDefined();
    await expect(start({})).rejects.toMatchObject({
      name: 'ConflictError',
      current: { version: 2 },
    });

    const grant = (values: object) =>
      pilot.people.grantRole({
        ...by,
        personId,
        grant: {
          version: 2,
          role: 'imsa',
          employmentId,
          fromOn: '2026-02-01',
          ...values,
        },
      });
    for (const [values, field] of [
      [{ employmentId: undefined }, 'body.employmentId'],
      [{ employmentId: newId() }, 'body.employmentId'],
      [{ role: 'advisory-board' }, 'body.employmentId'],
      [{ fromOn: '2026-01-30' }, 'body.fromOn'],
      [{ untilOn: '2026-02-01' }, 'body.untilOn'],
    ] as const) {
      await expect(grant(values)).rejects.toMatchObject({
        fieldErrors: [{ field }],
      });
    }
    const granted = await grant({});
    expect(granted).toMatchObject({
      active: true,
      roles: ['imsa'],
      version: 3,
    });
    await expect(grant({ version: 3 })).rejects.toMatchObject({
      fieldErrors: [{ field: 'body.role' }],
    });
    await expect(
      pilot.people.edit({
        ...by,
        personId,
        registered: { ...NEW_PERSON, training: 'not-an-imsa', version: 3 },
      }),
    ).rejects.toMatchObject({ fieldErrors: [{ field: 'body.training' }] });

    const end = (endedOn: string) =>
      pilot.people.endEmployment({
        ...by,
        personId,
        employmentId: employmentId ?? '',
        ending: { version: 3, endedOn, reason: 'resigned' },
      });
    await expect(end('2026-01-30')).rejects.toMatchObject({
      fieldErrors: [{ field: 'body.endedOn' }],
    });
    expect(await end(pilot.today)).toMatchObject({
      active: false,
      roles: [],
      version: 4,
      grants: [{ role: 'imsa', untilOn: pilot.today, current: false }],
      employments: [
        { endedOn: pilot.today, endReason: 'resigned', current: false },
      ],
    });
    expect(await pilot.register.ledgerOf(`person:${personId}`)).toEqual([
      'network.person-registered',
      'network.employment-started',
      'network.role-granted',
      'network.employment-ended',
    ]);
  });

  it('a role that was to begin later never begins', async () => {
    const { personId, employmentId } = await pilot.register.active(
      'Later On',
      'imsa',
      pilot.northgate,
    );
    const later = addDays({ date: pilot.today, days: 30 });
    const future = await pilot.people.grantRole({
      ...pilot.asker('manager'),
      personId,
      grant: { version: 1, role: 'senior-imsa', employmentId, fromOn: later },
    });
    expect(future.roles).toEqual(['imsa']);
    await pilot.people.endEmployment({
      ...pilot.asker('manager'),
      personId,
      employmentId,
      ending: { version: 2, endedOn: pilot.today, reason: 'resigned' },
    });
    const directory = await pilot.register.directory({
      now: () => new Date(`${later}T12:00:00Z`),
    });
    expect(directory.byId(personId)).toBeUndefined();
  });

  it('nobody decides on their own roles', async () => {
    const person = pilot.as('manager');
    await expect(
      pilot.people.grantRole({
        ...pilot.asker('manager'),
        personId: person.id,
        grant: { version: 1, role: 'platform-admin', fromOn: pilot.today },
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    const own = await pilot.people.record({
      ...pilot.asker('manager'),
      personId: person.id,
    });
    expect(own.allowedActions).toEqual(['edit']);
  });

  it('of two who change one person at once, one is told', async () => {
    const { personId } = await pilot.register.active(
      'Twice',
      'imsa',
      pilot.northgate,
    );
    const outcomes = await Promise.allSettled(
      ['2026-03-01', '2026-04-01'].map(fromOn =>
        pilot.people.grantRole({
          ...pilot.asker('manager'),
          personId,
          grant: { version: 1, role: 'platform-admin', fromOn },
        }),
      ),
    );
    expect(outcomes.map(outcome => outcome.status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });
});

describe('signing somebody out everywhere', () => {
  const end = (personId: string) =>
    pilot.people.endSessions({
      ...pilot.asker('manager'),
      personId,
      reason: 'device-lost',
    });
  const endedAt = async (personId: string): Promise<Date | null> =>
    (await pilot.register.app('person').where({ id: personId }).first())
      .sessions_ended_at;

  it('is noted at once, with its reason, and tells nobody', async () => {
    const { id: personId } = pilot.as('senior');
    const before = Date.now();
    const record = await end(personId);
    expect(record.allowedActions).toContain('end-sessions');
    const moment = (await endedAt(personId))?.getTime() ?? 0;
    expect(moment).toBeGreaterThanOrEqual(before);
    const [entry] = await pilot.register
      .app('ledger_entry')
      .where({ type: 'network.sessions-ended' });
    expect(entry).toMatchObject({
      subject: `person:${personId}`,
      why: 'device-lost',
      publish: false,
    });
    const directory = await pilot.register.directory();
    expect(directory.byId(personId)?.sessionsEndedAt).toBe(moment);
    expect(await endedAt(pilot.as('imsa').id)).toBeNull();
  });

  it('is nothing for oneself, for nobody, or for whoever has left', async () => {
    await expect(end(pilot.as('manager').id)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('Sign out'),
    });
    await expect(end(newId())).rejects.toMatchObject({ name: 'NotFoundError' });
    const { allowedActions } = await pilot.people.record({
      ...pilot.asker('manager'),
      personId: pilot.gone,
    });
    expect(allowedActions).not.toContain('end-sessions');
  });
});
