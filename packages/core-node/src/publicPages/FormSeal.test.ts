import { FormSeal, LONGEST_SEALED } from './FormSeal';

const key = Buffer.alloc(32, 1);
const browserKey = 'b'.repeat(43);
const sealOf = (purpose = 'one', now = () => 0) =>
  new FormSeal({ key, purpose, lifeSeconds: 60, now });

describe('FormSeal', () => {
  it('opens what it sealed, for the same browser only', async () => {
    const seal = sealOf();
    const sealed = await seal.seal({ browserKey, data: { a: 'kestrel' } });
    expect(await seal.open({ browserKey, sealed })).toEqual({ a: 'kestrel' });
    await expect(
      seal.open({ browserKey: 'c'.repeat(43), sealed }),
    ).rejects.toMatchObject({ kind: 'start-again' });
    await expect(
      seal.open({ browserKey: undefined, sealed }),
    ).rejects.toMatchObject({ kind: 'start-again' });
  });

  it('opens for no other purpose and with no other key', async () => {
    const sealed = await sealOf().seal({ browserKey, data: 1 });
    const other = new FormSeal({
      key: Buffer.alloc(32, 2),
      purpose: 'one',
      lifeSeconds: 60,
      now: () => 0,
    });
    for (const seal of [sealOf('two'), other]) {
      await expect(seal.open({ browserKey, sealed })).rejects.toMatchObject({
        kind: 'start-again',
      });
    }
  });

  it('refuses every single changed character', async () => {
    const seal = sealOf();
    const sealed = await seal.seal({ browserKey, data: 'kestrel' });
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed.charAt(at) === 'A' ? 'Q' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      await expect(
        seal.open({ browserKey, sealed: changed }),
      ).rejects.toMatchObject({ kind: 'start-again' });
    }
  });

  it('is too old after its time, to the millisecond', async () => {
    let now = 0;
    const seal = sealOf('one', () => now);
    const sealed = await seal.seal({ browserKey, data: 1 });
    now = 60_000;
    expect(await seal.open({ browserKey, sealed })).toBe(1);
    now = 60_001;
    await expect(seal.open({ browserKey, sealed })).rejects.toMatchObject({
      kind: 'away-too-long',
    });
  });

  it('has room for the longest answers in any script', async () => {
    const data = { question: '中'.repeat(10_000), rest: '中'.repeat(2_900) };
    const sealed = await sealOf().seal({ browserKey, data });
    expect(sealed.length).toBeLessThan(LONGEST_SEALED);
  });
});
