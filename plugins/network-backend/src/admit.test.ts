import { londonDateOf } from '@imsa-hub/core';
import type { SignInClaims } from '@imsa-hub/network-node';
import { activePerson, TestRegister, until } from './testing/aRegister';

let register: TestRegister;
let northgate: string;
beforeAll(async () => {
  register = await TestRegister.create();
  northgate = await register.organisation('Northgate');
});
afterAll(() => register.destroy());

describe('admit', () => {
  const issuer = 'https://idp.example';
  const claims = (values: Partial<SignInClaims>): SignInClaims => ({
    issuer,
    subject: 'nobody',
    emailVerified: true,
    ...values,
  });

  it('binds a registered person once, and knows them by subject after', async () => {
    const { personId } = await register.active('Bea', 'imsa', northgate, {
      email: 'bea@hub.example',
    });
    const directory = await register.directory();
    const first = await directory.admit(
      claims({ subject: 'bea-1', email: 'BEA@hub.example' }),
    );
    expect(first?.id).toBe(personId);
    expect(await register.ledgerOf(`person:${personId}`)).toEqual([
      'network.identity-bound',
    ]);
    // Their address is of no account any more.
    const later = await directory.admit(
      claims({
        subject: 'bea-1',
        email: 'other@hub.example',
        emailVerified: false,
      }),
    );
    expect(later?.id).toBe(personId);
    expect(await register.ledgerOf(`person:${personId}`)).toHaveLength(1);
  });

  it('refuses all that is not the registered person’s own first sign-in', async () => {
    const { personId } = await register.active('Cai', 'imsa', northgate, {
      email: 'cai@hub.example',
    });
    const ended = await register.active('Dot', 'imsa', northgate, {
      email: 'dot@hub.example',
    });
    await register
      .app('role_grant')
      .where({ id: ended.grantId })
      .update({ until_on: '2026-02-01' });
    await register.person('Eve', { email: 'eve@hub.example' });
    const directory = await register.directory();
    const refused: Array<Partial<SignInClaims>> = [
      { subject: 's1', email: 'cai@hub.example', emailVerified: false },
      { subject: 's1' },
      { subject: 's1', email: '' },
      { subject: 's1', email: 'stranger@hub.example' },
      { subject: 's1', email: '%@hub.example' },
      { subject: 's1', email: 'dot@hub.example' },
      { subject: 's1', email: 'eve@hub.example' },
      { subject: '', email: 'cai@hub.example' },
      { subject: 's1', issuer: '', email: 'cai@hub.example' },
    ];
    for (const values of refused)
      expect(await directory.admit(claims(values))).toBeUndefined();
    expect(
      await register.app('identity').whereIn('subject', ['s1', '']),
    ).toEqual([]);

    expect(
      (
        await directory.admit(
          claims({ subject: 'c', email: 'cai@hub.example' }),
        )
      )?.id,
    ).toBe(personId);
    // Another account with the same address, verified or not.
    expect(
      await directory.admit(
        claims({ subject: 'c2', email: 'cai@hub.example' }),
      ),
    ).toBeUndefined();
    // The same subject of another issuer is another account.
    expect(
      await directory.admit(
        claims({ issuer: 'https://evil.example', subject: 'c' }),
      ),
    ).toBeUndefined();
  });

  it('does not let a bound person in after they left', async () => {
    const { personId, grantId } = await register.active(
      'Fay',
      'imsa',
      northgate,
      {
        email: 'fay@hub.example',
      },
    );
    const directory = await register.directory();
    const signIn = claims({ subject: 'fay', email: 'fay@hub.example' });
    expect((await directory.admit(signIn))?.id).toBe(personId);
    await register
      .app('role_grant')
      .where({ id: grantId })
      .update({ until_on: londonDateOf(new Date()) });
    await until(() => !directory.byId(personId));
    expect(await directory.admit(signIn)).toBeUndefined();
  });

  it('lets somebody in who was entered a moment ago', async () => {
    const directory = await register.directory();
    const { personId } = await register.active('Gus', 'imsa', northgate, {
      email: 'gus@hub.example',
    });
    const person = await directory.admit(
      claims({ subject: 'gus', email: 'gus@hub.example' }),
    );
    expect(person?.id).toBe(personId);
  });

  it('binds one account when twenty race for it', async () => {
    const { personId } = await register.active('Hal', 'imsa', northgate, {
      email: 'hal@hub.example',
    });
    const directory = await register.directory();
    const other = await register.directory();
    const found = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? directory : other).admit(
          claims({ subject: `hal-${index % 4}`, email: 'hal@hub.example' }),
        ),
      ),
    );
    const bound = await register.app('identity').where({ person_id: personId });
    expect(bound).toHaveLength(1);
    expect(found.filter(person => person?.id === personId)).toHaveLength(5);
    expect(await register.ledgerOf(`person:${personId}`)).toEqual([
      'network.identity-bound',
    ]);
  });
});

describe('sign-ins in the ledger', () => {
  const entries = (type: string) =>
    register.app('ledger_entry').where({ type }).orderBy('at');

  it('has who signed in, and from where', async () => {
    const { personId } = await register.active('Ida', 'imsa', northgate);
    const directory = await register.directory();
    await register.binder().noteSignIn({
      person: activePerson(directory, personId),
      from: { ip: 'here' },
    });
    expect(await entries('network.signed-in')).toEqual([
      expect.objectContaining({
        actor: personId,
        origin: 'here',
        subject: `person:${personId}`,
        publish: false,
      }),
    ]);
  });

  it('has why somebody was refused, and of nobody who it was', async () => {
    const binder = register.binder();
    await binder.noteRefusedSignIn({ why: 'nobody', from: { ip: 'there' } });
    await binder.noteRefusedSignIn({ why: '7 more tries' });
    expect(await entries('network.sign-in-refused')).toEqual([
      expect.objectContaining({
        actor: 'public',
        origin: 'there',
        why: 'nobody',
        publish: false,
      }),
      expect.objectContaining({
        actor: 'system',
        origin: null,
        why: '7 more tries',
      }),
    ]);
  });
});
