import fc from 'fast-check';
import {
  applySuggestions,
  checkConfidentiality,
  describePlace,
  FINDING_KINDS,
  FINDING_WORDS,
  judgeText,
  PUBLIC_LINES,
  summariseFindings,
} from './index';
import { isHealthNumber } from './findNhsNumbers';
import { mergeMatches } from './mergeMatches';

const seen = (text: string) =>
  checkConfidentiality(text).map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ]);

describe('checkConfidentiality', () => {
  it.each([
    ['Ring 07700 900123 today.', 'phone', '07700 900123'],
    [
      'zero seven seven zero zero nine zero zero one two three',
      'phone',
      'zero seven seven zero zero nine zero zero one two three',
    ],
    ['０７７００ ９００１２３', 'phone', '０７７００ ９００１２３'],
    ['jane (at) example (dot) org', 'email', 'jane (at) example (dot) org'],
    ['AB 12 34 56 C', 'national-insurance', 'AB 12 34 56 C'],
    ['NHS 999 110 6847', 'nhs-number', '999 110 6847'],
    ['Home Office ref A1234567', 'home-office-reference', 'A1234567'],
    ['GWF012345678', 'home-office-reference', 'GWF012345678'],
    ['NRM ref: 00012345', 'nrm-reference', '00012345'],
    ['passport no 123456789', 'passport-number', '123456789'],
    ['dob 12/3/87', 'date-of-birth', '12/3/87'],
    [
      'born twelfth of march nineteen eighty seven',
      'date-of-birth',
      'twelfth of march nineteen eighty seven',
    ],
    ['SE1 2AB', 'postcode', 'SE1 2AB'],
    ['GIR 0AA', 'postcode', 'GIR 0AA'],
    ['14 Acacia Avenue', 'street-address', '14 Acacia Avenue'],
    ['@jane_doe', 'social-handle', '@jane_doe'],
    ['Her name is Marta Kowalska.', 'person-name', 'Marta Kowalska'],
    ['Sort code 12-34-56', 'bank-account', '12-34-56'],
    ['car reg AB12 CDE', 'car-registration', 'AB12 CDE'],
  ])('finds in "%s" the %s', (text, kind, part) => {
    expect(seen(text)).toEqual([[kind, part]]);
  });

  it.each([
    'You have 21 days from 3 March 2026.',
    's202 Housing Act 1996, section 45, SSI 2018/90',
    'ADV-7K3M9 and ESC-SE24AB',
    'BG 12 34 56 C and QQ 12 34 56 C were never issued.',
    '999 110 6848 carries the wrong check digit.',
    'Most people in SE1 pay £1,234.56 or 15%.',
    'We agreed 3 @ £45, @10am.',
    'Mr Justice Fordham, Ms A and Mr X',
    'She called Social Services.',
  ])('leaves "%s" alone', text => {
    expect(seen(text)).toEqual([]);
  });

  it('leaves every public line alone, as dialled and in groups', () => {
    for (const line of PUBLIC_LINES.keys()) {
      expect(seen(`Call ${line}.`)).toEqual([]);
      expect(
        seen(`Call ${line.slice(0, 4)} ${line.slice(4, 7)} ${line.slice(7)}.`),
      ).toEqual([]);
    }
  });

  it('counts positions in the text as given, past what cannot be seen', () => {
    const text = '😀\u200b é: 077\u200b00 900123!';
    const [finding] = checkConfidentiality(text);
    expect(text.slice(finding?.start, finding?.end)).toBe('077\u200b00 900123');
  });

  it('takes an NHS number without a check digit only when named as one', () => {
    expect(checkConfidentiality('NHS no 999 110 6848')).toMatchObject([
      { kind: 'nhs-number', certainty: 'likely' },
    ]);
  });
});

const PIECES = [
  '07700 900123',
  'AB123456C',
  '999 110 6847',
  'SE1 2AB',
  'jane@example.com',
  '@jane',
  'dob ',
  '12/03/1987',
  'born ',
  'her name is ',
  'Marta',
  'Mr ',
  'Kowalska',
  'passport ',
  '123456789',
  'nrm ref ',
  'A1234567',
  'Home Office ref ',
  '14 Acacia ',
  'Avenue',
  'zero seven ',
  'double ',
  'seven ',
  'insta ',
  'jane_99',
  ' at ',
  ' dot ',
  'gmail',
  'com',
  'sort code ',
  '12-34-56',
  '12345678',
  ' ',
  '\n',
  '.',
  '-',
  '(',
  ')',
  '+',
  '44',
  '\u200b',
  '０',
  'é',
  '😀',
  '\ud800',
  'ﷺ',
  ']',
  'ADV-7K3M9',
];
const anyText = fc.oneof(
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 25 })
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map(units => String.fromCharCode(...units)),
);

describe('what decides', () => {
  it('knows a bare health number by its check digit', () => {
    expect(checkConfidentiality('999 432 4454')).toMatchObject([
      { kind: 'nhs-number', certainty: 'sure' },
    ]);
    expect(isHealthNumber('9994324454')).toBe(true);
    expect(isHealthNumber('9994324455')).toBe(false);
  });

  it.each(['08000 121 700', '0808 8010 503', '116 123', '0800 808 3733'])(
    'lets the public line %s stand',
    line => {
      expect(seen(`Call ${line}.`)).toEqual([]);
    },
  );

  it('flags a freephone number that is not on the list', () => {
    expect(seen('Call 0808 157 0001.')).toEqual([['phone', '0808 157 0001']]);
  });

  it('merges overlapping matches into the whole stretch', () => {
    expect(
      mergeMatches([
        { kind: 'phone', start: 4, end: 15, certainty: 'likely' },
        { kind: 'nhs-number', start: 0, end: 10, certainty: 'sure' },
        { kind: 'postcode', start: 15, end: 20, certainty: 'sure' },
      ]),
    ).toEqual([
      { kind: 'nhs-number', start: 0, end: 15, certainty: 'sure' },
      { kind: 'postcode', start: 15, end: 20, certainty: 'sure' },
    ]);
  });
});

describe('for any text', () => {
  it('findings are in range, sorted, apart, and split no character', () => {
    fc.assert(
      fc.property(anyText, text => {
        let done = 0;
        for (const { start, end } of checkConfidentiality(text)) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const split = /\p{Cs}/u.test(text.slice(start, end));
          expect(split && !/\p{Cs}/u.test(text)).toBe(false);
          done = end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('nothing sure is left once the suggestions are in', () => {
    fc.assert(
      fc.property(anyText, text => {
        const safe = applySuggestions(text, checkConfidentiality(text));
        expect(
          checkConfidentiality(safe).filter(
            ({ certainty }) => certainty === 'sure',
          ),
        ).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('what people read', () => {
  it('sums up in one sentence', () => {
    expect(summariseFindings([])).toBe('');
    expect(summariseFindings(checkConfidentiality('07700 900123'))).toBe(
      'This looks like it holds a phone number.',
    );
    expect(
      summariseFindings(
        checkConfidentiality('07700 900123, 07700 900124, SE1 2AB'),
      ),
    ).toBe('This looks like it holds 2 phone numbers and a postcode.');
  });

  it('says the line and the character, counting an emoji once', () => {
    const text = 'One\r\n😀 is SE1 2AB';
    const [finding] = checkConfidentiality(text);
    expect(finding && describePlace({ text, finding })).toBe(
      'line 2, from character 6',
    );
  });

  it('replaces only what it is handed', () => {
    const text = '07700 900123 in SE1 2AB';
    const [phone] = checkConfidentiality(text);
    expect(applySuggestions(text, phone ? [phone] : [])).toBe(
      '[phone number removed] in SE1 2AB',
    );
  });

  it('has words for each kind that do not set the guard off', () => {
    for (const kind of FINDING_KINDS)
      expect(seen(`Her name is ${FINDING_WORDS[kind].suggestion}.`)).toEqual(
        [],
      );
  });
});

describe('judgeText', () => {
  it('refuses where it must go and only marks where it may stay', () => {
    const text = 'Ring 07700 900123';
    expect(judgeText({ text, policy: 'must-go' })).toMatchObject({
      ok: false,
      findings: [{ kind: 'phone' }],
    });
    expect(judgeText({ text, policy: 'mark' })).toMatchObject({
      ok: true,
      findings: [{ kind: 'phone' }],
    });
    expect(judgeText({ text: 'Nothing here', policy: 'must-go' })).toEqual({
      ok: true,
      findings: [],
    });
  });
});
