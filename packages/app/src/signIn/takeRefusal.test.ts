import { takeRefusal } from './takeRefusal';

const arriveAt = (address: string) =>
  window.history.replaceState(undefined, '', address);

describe('takeRefusal', () => {
  it.each([
    ['Access denied: not registered', /not registered with IMSA Hub/],
    [
      'IMSA Hub wants a second step when you sign in',
      /second step when you sign in, such as a code/,
    ],
    ['connect ECONNREFUSED', /not available for a moment/],
    ['access_denied', /did not finish/],
    ['anything else', /did not work/],
  ])('puts "%s" in plain words', (said, words) => {
    arriveAt(`/?error=${encodeURIComponent(said)}`);
    expect(takeRefusal()).toMatch(words);
  });

  it('never shows what somebody wrote into a link', () => {
    arriveAt('/?error=Ring%20this%20number');
    expect(takeRefusal()).not.toMatch(/Ring/);
  });

  it('takes it out of the address and keeps the rest', () => {
    arriveAt('/advice?view=mine&error=access_denied');
    takeRefusal();
    expect(window.location.pathname + window.location.search).toBe(
      '/advice?view=mine',
    );
    expect(takeRefusal()).toBeUndefined();
  });
});
