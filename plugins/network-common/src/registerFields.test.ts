import {
  EmailSchema,
  LanguagesSchema,
  PersonNameSchema,
} from './registerFields';

describe('EmailSchema', () => {
  it.each([
    ['Ada@Hub.Example', 'ada@hub.example'],
    [" o'neill@harbour.example ", "o'neill@harbour.example"],
    ['a.b+c@x-y.example', 'a.b+c@x-y.example'],
  ])('keeps %s as %s', (typed, kept) => {
    expect(EmailSchema.parse(typed)).toBe(kept);
  });

  it.each([
    'ada',
    'ada@hub',
    '@hub.example',
    'ada@hub.example\nbcc: x@y.example',
    'аda@hub.example', // a Cyrillic first letter
    '"a b"@hub.example',
    '=cmd@hub.example',
    'ada@-hub.example',
    'a@b@c.example',
    `${'a'.repeat(250)}@hub.example`,
  ])('refuses %j', typed => {
    expect(EmailSchema.safeParse(typed).success).toBe(false);
  });
});

describe('PersonNameSchema', () => {
  it.each(['', '   ', 'A\u0000B', 'A\nB', 'A\tB', 'x'.repeat(121), '\ud800'])(
    'refuses %j',
    name => {
      expect(PersonNameSchema.safeParse(name).success).toBe(false);
    },
  );
  it('takes names of every script', () => {
    expect(PersonNameSchema.parse(' Nguyễn Thị Hà ')).toBe('Nguyễn Thị Hà');
  });
});

test('a language is named once, by code', () => {
  expect(LanguagesSchema.safeParse(['en', 'cy', 'pt-BR']).success).toBe(true);
  expect(LanguagesSchema.safeParse(['en', 'en']).success).toBe(false);
  expect(LanguagesSchema.safeParse(['English']).success).toBe(false);
});
