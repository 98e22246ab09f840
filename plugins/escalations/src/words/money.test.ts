import { penceOf, writtenMoney } from './money';

describe('money', () => {
  it.each([
    ['64.50', 6_450],
    ['£1,064.5', 106_450],
    [' 7 ', 700],
    ['0.29', 29],
    ['', undefined],
    ['about 60', undefined],
    ['12.345', undefined],
    ['-5', undefined],
  ])('reads “%s”', (typed, pence) => {
    expect(penceOf(typed)).toBe(pence);
  });

  it('writes pence as people do', () => {
    expect(writtenMoney(106_450)).toBe('£1,064.50');
  });
});
