import type { EscalationType } from '@imsa-hub/escalations-node';
import { CORE_PAGES } from './corePages';
import { createEscalationTypes } from './escalationTypes';

const page = {
  id: 'claim',
  title: 'The claim',
  fields: [{ name: 'owed', label: 'Owed', kind: 'text' as const, max: 90 }],
};
const aType = (part: Partial<EscalationType> = {}): EscalationType => ({
  id: 'compensation',
  title: 'Compensation',
  description: 'A claim.',
  pages: [page],
  ...part,
});

test('a type asks what every case is asked, and then its own', () => {
  const types = createEscalationTypes();
  types.addType(aType());
  expect(types.all().map(({ id }) => id)).toEqual(['general', 'compensation']);
  expect(types.pagesOf('compensation')).toEqual([...CORE_PAGES, page]);
  expect(types.pagesOf('general')).toEqual(CORE_PAGES);
});

test('a case whose module is gone is shown as a general one', () => {
  const types = createEscalationTypes();
  expect(types.has('compensation')).toBe(false);
  expect(types.byId('compensation').id).toBe('general');
});

test.each([
  ['an id in use', { id: 'general' }, '"general" already'],
  [
    'a page of every case',
    { pages: [{ ...page, id: 'consent' }] },
    'page "consent"',
  ],
  ['a page twice', { pages: [page, page] }, 'page "claim", field "owed"'],
  [
    'a field of every case',
    { pages: [{ ...page, fields: [{ ...page.fields[0], name: 'areas' }] }] },
    'field "areas"',
  ],
  [
    'a page that cannot be drawn',
    { pages: [{ ...page, fields: [] }] },
    'fields',
  ],
] as Array<[string, Partial<EscalationType>, string]>)(
  'a type with %s stops the backend, in words that name it',
  (_what, part, words) => {
    const types = createEscalationTypes();
    expect(() => types.addType(aType(part))).toThrow(words);
    expect(types.all()).toHaveLength(1);
  },
);
