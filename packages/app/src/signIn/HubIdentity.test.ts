import { HubIdentity } from './HubIdentity';

const identity = {
  type: 'user' as const,
  userEntityRef: 'user:default/a',
  ownershipEntityRefs: [],
};

function anAuth(session: { token: string } | undefined) {
  return {
    getBackstageIdentity: jest.fn(async () =>
      session ? { ...session, identity } : undefined,
    ),
    getProfile: jest.fn(async () => undefined),
    signIn: jest.fn(),
    signOut: jest.fn(async () => undefined),
    sessionState$: jest.fn(),
  };
}

describe('HubIdentity', () => {
  it('gives the token of the session, renewed without asking anybody', async () => {
    const auth = anAuth({ token: 't' });
    const person = new HubIdentity({
      auth,
      identity,
      attendance: { isThere: true },
    });
    await expect(person.getCredentials()).resolves.toEqual({ token: 't' });
    expect(auth.getBackstageIdentity).toHaveBeenCalledWith({ optional: true });
  });

  it('gives no token once the session is over, and starts no sign-in', async () => {
    const auth = anAuth(undefined);
    const person = new HubIdentity({
      auth,
      identity,
      attendance: { isThere: true },
    });
    await expect(person.getCredentials()).resolves.toEqual({
      token: undefined,
    });
    expect(auth.signIn).not.toHaveBeenCalled();
  });

  it('renews nothing while nobody is at the page, and keeps what is still good', async () => {
    const token = (exp: number) =>
      `x.${btoa(JSON.stringify({ exp })).replace(/=+$/, '')}.x`;
    const inAMinute = token(Date.now() / 1000 + 60);
    const auth = anAuth({ token: inAMinute });
    const attendance = { isThere: true };
    const person = new HubIdentity({ auth, identity, attendance });
    await person.getCredentials();
    attendance.isThere = false;
    await expect(person.getCredentials()).resolves.toEqual({
      token: inAMinute,
    });
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    await expect(person.getCredentials()).resolves.toEqual({});
    later.mockRestore();
    expect(auth.getBackstageIdentity).toHaveBeenCalledTimes(1);
    attendance.isThere = true;
    await person.getCredentials();
    expect(auth.getBackstageIdentity).toHaveBeenCalledTimes(2);
  });

  it('ends the session on the server when somebody signs out', async () => {
    const auth = anAuth({ token: 't' });
    await new HubIdentity({
      auth,
      identity,
      attendance: { isThere: true },
    }).signOut();
    expect(auth.signOut).toHaveBeenCalledTimes(1);
  });

  it('empties the tab of drafts when somebody signs out, also while the hub is away', async () => {
    sessionStorage.setItem('imsa-hub.draft.advice.reply.1', '"Dear Ada"');
    const auth = anAuth({ token: 't' });
    const left: number[] = [];
    auth.signOut.mockImplementation(async () => {
      left.push(sessionStorage.length);
      throw new Error('Logout request failed');
    });
    const leaving = new HubIdentity({
      auth,
      identity,
      attendance: { isThere: true },
    }).signOut();
    await expect(leaving).rejects.toThrow('Logout request failed');
    expect(left).toEqual([0]);
  });
});
