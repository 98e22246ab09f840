import { identifyingProblem, openText } from './openText';

describe('openText', () => {
  const schema = openText({ max: 200, empty: 'Say something' });
  const problemOf = (text: string) =>
    schema.safeParse(text).error?.issues.map(({ message }) => message);

  it('says what it is, where, and what to put instead; not what it says', () => {
    const problems = problemOf('First line\nring 07700 900123');
    expect(problems).toEqual([
      'Take out what could identify somebody. This looks like it holds a phone number (line 2, from character 6): put “[phone number removed]” in its place.',
    ]);
    expect(String(problems)).not.toContain('07700');
  });

  it('takes its own suggestion, and words that tell of nobody', () => {
    for (const text of ['ring [phone number removed]', 'housing officer']) {
      expect(schema.parse(` ${text} `)).toBe(text);
    }
  });

  it('stays a plain text: empty, too long and unusable are said as ever', () => {
    expect(problemOf('  ')).toEqual(['Say something']);
    expect(problemOf('a'.repeat(201))).toEqual(['Use 200 characters or fewer']);
    expect(problemOf('a\u0000b')).toEqual([
      'Remove the characters that cannot be shown, then try again',
    ]);
  });

  it('names five places and counts the rest', () => {
    const mails = Array.from({ length: 7 }, (_, at) => `a${at}@home.example`);
    expect(identifyingProblem(mails.join(' '))).toMatch(/; and 2 more\.$/);
  });

  it('lets pass what is only likely where it is told to', () => {
    // The beginning of a Home Office reference, and of many another number.
    expect(identifyingProblem('M1234567')).toBeDefined();
    expect(identifyingProblem('M1234567', 'sure')).toBeUndefined();
    expect(identifyingProblem('07700 900123', 'sure')).toBeDefined();
  });
});
