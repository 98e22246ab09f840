import { HARBOUR, type TestPerson } from '@imsa-hub/testing';
import { searchTerms } from '@imsa-hub/search-node';
import { aDesk, type Desk } from '../testing/aDesk';
import { createCaseSource } from './createCaseSource';

let desk: Desk;
let open: string;
let hidden: string;
beforeAll(async () => {
  desk = await aDesk();
  open = await desk.raise('imsa', { caseReference: 'NG-1111' });
  hidden = await desk.raise('harbourImsa', {
    caseReference: 'NG-1122',
    organisation: HARBOUR,
    risks: ['self-harm'],
    areas: ['family-law'],
  });
});
afterAll(async () => desk?.destroy());

async function finds(name: TestPerson, words: string): Promise<string[]> {
  const hits = await createCaseSource(desk.services.context).find({
    person: desk.person(name),
    words,
    terms: searchTerms(words),
    limit: 5,
  });
  return hits.map(({ path }) => path.slice('/cases/'.length)).sort();
}

test.each<[TestPerson, string, 'none' | 'open' | 'both' | 'hidden']>([
  ['manager', 'NG-11', 'both'],
  ['conflicted', 'NG-11', 'open'],
  ['imsa', 'NG-11', 'open'],
  ['otherImsa', 'NG-11', 'none'],
  ['manager', 'self-harm', 'hidden'],
  ['conflicted', 'self-harm', 'none'],
  ['manager', 'family', 'hidden'],
  ['manager', 'housing london', 'open'],
  ['manager', 'CANARY', 'none'],
  // Their own employer's failing is theirs to find, and not what became of it.
  ['harbourImsa', 'NG-11', 'hidden'],
  ['harbourImsa', 'family', 'none'],
  ['harbourImsa', 'self-harm', 'none'],
])('%s who types "%s" finds %s', async (name, words, expected) => {
  const found = {
    none: [],
    open: [open],
    hidden: [hidden],
    both: [open, hidden],
  };
  expect(await finds(name, words)).toEqual(found[expected].sort());
});

test('the reference is found as people read it to each other', async () => {
  const { reference } = await desk.row(open);
  expect(await finds('manager', reference.slice(4))).toEqual([open]);
});

test('whoever only wrote it is shown nothing that the desk can change', async () => {
  const [hit] = await createCaseSource(desk.services.context).find({
    person: desk.person('harbourImsa'),
    words: 'NG-1122',
    terms: searchTerms('NG-1122'),
    limit: 5,
  });
  const { reference } = await desk.row(hidden);
  expect(hit).toEqual({
    title: reference,
    detail: 'waiting to be accepted',
    path: `/cases/${hidden}`,
  });
});

test.each([
  [{ area: 'family-law' }, false],
  [{ risk: 'self-harm' }, false],
  [{ reference: 'NG-1122' }, true],
  [{ reference: 'NG-1122', area: 'family-law' }, false],
])(
  'the desk’s search for %j finds what they only wrote: %s',
  async (request, found) => {
    const { body } = await desk.send('harbourImsa', 'post', '/search', request);
    expect(body.rows.map(({ id }: { id: string }) => id)).toEqual(
      found ? [hidden] : [],
    );
  },
);

test('nothing of it was opened', async () => {
  expect(await desk.history(open)).not.toContain('read');
});
