import { spelledOut } from '../ask/spelledOut';
import { newestOf } from '@imsa-hub/ui';
import { autosaveDelay } from '../reply/autosaveDelay';
import { isDay, limitsInWords } from '@imsa-hub/ui';
import { languageName } from '@imsa-hub/core';
import { languageChoices } from './languages';

describe('small words and rules', () => {
  it('spells a code out for the phone', () => {
    expect(spelledOut('7K3M-9Q')).toBe('7 Kilo 3 Mike, 9 Quebec');
  });

  it('reads limits out by title and date', () => {
    expect(
      limitsInWords([
        { title: 'Ask for a review', limit: '2026-11-27' },
        { title: 'Appeal', limit: null },
      ]),
    ).toBe(
      'Ask for a review by 27 November 2026. Appeal: no date can be given.',
    );
  });

  it('names languages, also ones that are not offered', () => {
    expect(languageName('vi')).toBe('Vietnamese');
    expect(languageName('mt')).toBe('Maltese');
    expect(languageName('not a code')).toBe('not a code');
    expect(languageChoices[0]).toEqual({ value: 'en', label: 'English' });
    expect(new Set(languageChoices.map(({ value }) => value)).size).toBe(
      languageChoices.length,
    );
  });

  it.each([
    [{ version: 3, at: 9 }, { version: 4, at: 1 }, 4],
    [{ version: 5, at: 1 }, { version: 4, at: 9 }, 5],
  ])('takes the newer version, whenever it came', (known, other, version) => {
    const received = ({ at, version: v }: { at: number; version: number }) => ({
      at,
      record: { version: v },
    });
    expect(newestOf(received(known), received(other)).record.version).toBe(
      version,
    );
  });

  it.each([
    [null, 2_000],
    [{ status: 409, isStale: true }, 2_000],
    [{ status: 0, isStale: false }, 10_000],
    [{ status: 503, isStale: false }, 10_000],
    [{ status: 429, isStale: false }, 10_000],
    [{ status: 400, isStale: false }, null],
    [{ status: 404, isStale: false }, null],
  ])('waits before saving again: %j', (problem, delay) => {
    expect(autosaveDelay(problem)).toBe(delay);
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-30', false],
    ['0026-2-1', false],
    ['', false],
  ])('knows whether %s is a day', (date, isWhole) => {
    expect(isDay(date)).toBe(isWhole);
  });
});
