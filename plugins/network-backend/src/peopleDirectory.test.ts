import { londonDateOf } from '@imsa-hub/core';
import { holdsRoleToday } from './access/currentSql';
import { activePerson, TestRegister, until } from './testing/aRegister';

let register: TestRegister;
let northgate: string;
beforeAll(async () => {
  register = await TestRegister.create();
  northgate = await register.organisation('Northgate');
});
afterAll(() => register.destroy());

describe('looking people up', () => {
  it('knows the active, by id and by entity reference, and nobody else', async () => {
    const { personId } = await register.active('Ana', 'imsa', northgate, {
      regulated_for_immigration: true,
      regulator: 'immigration-advice-authority',
      regulation_number: 'T1',
      regulated_until: '2999-01-01',
    });
    const waiting = await register.person('Waiting');
    const directory = await register.directory();
    expect(directory.byEntityRef(`user:default/${personId}`)).toMatchObject({
      displayName: 'Ana',
      roles: ['imsa'],
      organisationIds: [northgate],
      regulatedForImmigration: true,
    });
    expect(directory.byId(waiting)).toBeUndefined();
    expect(directory.nameOf(waiting)).toBe('Waiting');
    expect(directory.byEntityRef(`group:default/${personId}`)).toBeUndefined();
    expect(directory.byEntityRef('user:default/ana')).toBeUndefined();
    expect(directory.withRole('imsa').map(person => person.id)).toContain(
      personId,
    );
    expect(() =>
      (activePerson(directory, personId).roles as string[]).push('hub-manager'),
    ).toThrow(TypeError);
  });

  it('takes a lapsed licence for none', async () => {
    const { personId } = await register.active('Lapsed', 'imsa', northgate, {
      regulated_for_immigration: true,
      regulator: 'immigration-advice-authority',
      regulation_number: 'T2',
      regulated_until: '2026-11-23',
    });
    let now = new Date('2026-11-23T23:59:59Z');
    const directory = await register.directory({ now: () => now });
    expect(activePerson(directory, personId).regulatedForImmigration).toBe(
      true,
    );
    now = new Date('2026-11-24T00:00:00Z');
    expect(activePerson(directory, personId).regulatedForImmigration).toBe(
      false,
    );
  });
});

describe('signing out', () => {
  it('counts within five seconds in every process, and stands in the ledger', async () => {
    const { personId } = await register.active('Out', 'imsa', northgate);
    const other = await register.active('Still in', 'imsa', northgate);
    const [here, there] = [
      await register.directory(),
      await register.directory(),
    ];
    const person = activePerson(here, personId);
    expect(person).not.toHaveProperty('sessionsEndedAt');
    let told = 0;
    there.onChange(() => {
      told += 1;
    });
    const before = Date.now();
    await here.endSessions(person);
    // The process that signed them out knows at once.
    const moment = activePerson(here, personId).sessionsEndedAt ?? 0;
    expect(moment).toBeGreaterThanOrEqual(before);
    expect(moment).toBeLessThanOrEqual(Date.now());
    const took = await until(
      () => activePerson(there, personId).sessionsEndedAt === moment,
    );
    expect(took).toBeLessThan(5_000);
    expect(told).toBeGreaterThan(0);
    expect(activePerson(there, other.personId)).not.toHaveProperty(
      'sessionsEndedAt',
    );
    expect(await register.ledgerOf(`person:${personId}`)).toEqual([
      'network.signed-out',
    ]);
  });

  it('never goes back, and is in nobody’s way who changes the record', async () => {
    const later = new Date(Date.now() + 60_000);
    const { personId } = await register.active('Ahead', 'imsa', northgate, {
      sessions_ended_at: later,
    });
    const directory = await register.directory();
    await directory.endSessions(activePerson(directory, personId));
    expect(activePerson(directory, personId).sessionsEndedAt).toBe(
      later.getTime(),
    );
    expect(
      await register.app('person').where({ id: personId }).first('version'),
    ).toEqual({ version: 1 });
  });
});

describe('leaving', () => {
  it.each(['role', 'employment'])(
    'an ended %s counts within five seconds, in every process',
    async what => {
      const { personId, employmentId, grantId } = await register.active(
        `Leaver by ${what}`,
        'imsa',
        northgate,
      );
      const directories = [
        await register.directory(),
        await register.directory(),
      ];
      directories.forEach(directory => activePerson(directory, personId));
      let told = 0;
      directories[0]?.onChange(() => {
        told += 1;
      });
      const today = londonDateOf(new Date());
      if (what === 'role')
        await register
          .app('role_grant')
          .where({ id: grantId })
          .update({ until_on: today });
      else
        await register
          .app('employment')
          .where({ id: employmentId })
          .update({ ended_on: today, end_reason: 'resigned' });
      const took = await until(() =>
        directories.every(directory => !directory.byId(personId)),
      );
      expect(took).toBeLessThan(5_000);
      expect(told).toBeGreaterThan(0);
    },
  );

  it.each([
    ['is suspended', { standing: 'suspended' }],
    ['has left', { standing: 'left', left_on: '2026-01-31' }],
  ])(
    'whoever holds a role at an organisation that %s holds it no more',
    async (what, standing) => {
      const gone = await register.organisation(`Gone ${what}`);
      const ordinary = await register.active(`Ordinary ${what}`, 'imsa', gone);
      const member = await register.active(`Member ${what}`, 'imsa', gone);
      await register.role(member.personId, 'advisory-board', null);
      const directory = await register.directory();
      activePerson(directory, ordinary.personId);
      await register.app('organisation').where({ id: gone }).update(standing);
      await until(() => !directory.byId(ordinary.personId));
      // What stands on no employment stays, and so does who they work for:
      // the independence rule goes by it.
      expect(activePerson(directory, member.personId)).toMatchObject({
        roles: ['advisory-board'],
        organisationIds: [gone],
      });
      await register
        .app('organisation')
        .where({ id: gone })
        .update({ standing: 'current', left_on: null });
      await until(() => directory.byId(ordinary.personId) !== undefined);
    },
  );

  it('an organisation that leaves on a day counts until that day', async () => {
    const leaving = await register.organisation('Leaving', {
      standing: 'left',
      left_on: '2026-11-24',
    });
    const { personId } = await register.active('Last day', 'imsa', leaving);
    let now = new Date('2026-11-23T12:00:00Z');
    const directory = await register.directory({ now: () => now });
    activePerson(directory, personId);
    now = new Date('2026-11-24T00:00:00Z');
    expect(directory.byId(personId)).toBeUndefined();
  });

  it('ends at midnight in London, in summer too, without reading again', async () => {
    const personId = await register.person('Summer');
    await register.role(personId, 'advisory-board', null, {
      until_on: '2026-07-01',
    });
    let now = new Date('2026-06-30T22:59:59.999Z');
    const directory = await register.directory({ now: () => now });
    expect(directory.byId(personId)).toBeDefined();
    now = new Date('2026-06-30T23:00:00.000Z');
    expect(directory.byId(personId)).toBeUndefined();
  });

  it('does not carry an office to the next employer', async () => {
    const { personId, employmentId } = await register.active(
      'Moving Officer',
      'organisation-officer',
      northgate,
    );
    const elsewhere = await register.organisation('Elsewhere');
    const newPost = await register.employment(personId, elsewhere);
    await register.role(personId, 'imsa', newPost);
    await register
      .app('employment')
      .where({ id: employmentId })
      .update({ ended_on: '2026-06-01', end_reason: 'resigned' });
    const directory = await register.directory();
    expect(activePerson(directory, personId)).toMatchObject({
      roles: ['imsa'],
      organisationIds: [elsewhere],
    });
  });

  it('reads again after the connection that listens was cut', async () => {
    const { personId, grantId } = await register.active(
      'Cut off',
      'imsa',
      northgate,
    );
    const directory = await register.directory();
    activePerson(directory, personId);
    const { rows } = await register.app.raw(
      `select pg_terminate_backend(pid, 5000) as cut from pg_stat_activity
       where query = 'listen hub_network'
         and datname = current_database()`,
    );
    expect(rows).toContainEqual({ cut: true });
    // Changed while nobody listens: only the new connection can tell of it.
    await register
      .app('role_grant')
      .where({ id: grantId })
      .update({ until_on: londonDateOf(new Date()) });
    const took = await until(() => !directory.byId(personId), 8_000);
    expect(took).toBeLessThan(8_000);
  });
});

describe('when the register cannot be read', () => {
  it('trusts the last reading for a minute, then nobody', async () => {
    const { personId } = await register.active('Trusted', 'imsa', northgate);
    let elapsed = 0;
    const directory = await register.directory({ elapsed: () => elapsed });
    elapsed = 60_000;
    expect(directory.byId(personId)).toBeDefined();
    elapsed = 60_001;
    expect(directory.byId(personId)).toBeUndefined();
    expect(directory.all()).toEqual([]);
    expect(directory.withRole('imsa')).toEqual([]);
    expect(directory.organisations()).toEqual([]);
    expect(directory.nameOf(personId)).toBe('Trusted');
    let told = 0;
    directory.onChange(() => {
      told += 1;
    });
    await directory.refresh();
    expect(directory.byId(personId)).toBeDefined();
    expect(told).toBe(1);
  });
});

test('the directory and SQL agree on who is active, day by day', async () => {
  for (const [name, standing] of Object.entries({
    Suspended: { standing: 'suspended' },
    'Left in June': { standing: 'left', left_on: '2026-06-01' },
  })) {
    const place = await register.organisation(name, standing);
    await register.active(`At ${name}`, 'imsa', place);
  }
  const people = await register.app('person').select('id');
  for (const day of ['2026-01-30', '2026-01-31', '2026-06-01', '2026-11-23']) {
    const directory = await register.directory({
      now: () => new Date(`${day}T12:00:00Z`),
    });
    const { rows } = await register.app.raw(
      `select p.id from person p where ${holdsRoleToday('p.id')}`,
      { today: day },
    );
    const inSql = rows.map((row: { id: string }) => row.id).sort();
    const inCode = people
      .map((row: { id: string }) => row.id)
      .filter((id: string) => directory.byId(id))
      .sort();
    expect(inCode).toEqual(inSql);
  }
});
