import { newId } from '@imsa-hub/core';
import type { Canaries } from './Canaries';
import type { CaseInHand } from './CaseInHand';
import type { People } from './consoleJourney';
import { need } from './need';
import { aFile } from './writePapers';

/** What a complex case refuses, with words in it. */
export async function refusedInCases(input: {
  people: People;
  canaries: Canaries;
  inHand: CaseInHand;
}): Promise<void> {
  const { people, canaries, inHand } = input;
  const { senior, planted, imsa, manager } = people;
  const word = (what: string) => canaries.plant(`refused in a case: ${what}`);
  const { version } = await inHand.look(senior);
  const bodies: Array<[move: string, body: object]> = [
    ['note', { version: 1, kind: 'note', text: word('a stale note') }],
    ['note', { version, kind: word('a kind of note'), text: 'x' }],
    ['note', { version: word('a version'), kind: 'note', text: 'x' }],
    ['note', { version, [word('a field')]: word('its value') }],
    ['note', { version, kind: 'note', text: word('too long').repeat(9_000) }],
    ['accept', { version, reason: word('a reason too many') }],
    ['withdraw', { version, reason: word('a withdrawal by the wrong one') }],
    ['return', { version, reason: word('a move of another state') }],
    [
      'change-fact',
      { version, fact: 'nation', value: word('a nation'), reason: word('why') },
    ],
    [
      'assign',
      { version, personId: word('a person'), reason: word('to nobody') },
    ],
    ['assign', { version, personId: newId(), reason: word('to a stranger') }],
    [
      'add-task',
      { version, title: word('a task'), ownerId: newId(), dueOn: '2027-01-01' },
    ],
    [
      'record-choice',
      {
        version,
        kind: 'choice',
        saidOn: word('a day'),
        text: word('a choice'),
      },
    ],
    ['add-event', { version, ruleId: word('an event'), date: '2026-11-20' }],
    [
      'correct-event',
      {
        version,
        eventId: '0',
        what: 'change',
        ruleId: 'homelessness-review-england',
        date: '2026-11-20',
        facts: { [word('a further date')]: '2026-11-20' },
        reason: word('a correction'),
      },
    ],
    [
      'add-request',
      {
        version,
        kind: word('a kind of request'),
        received: '2026-11-20',
        from: word('a sender'),
      },
    ],
    ['fill-template', { templateId: word('a template of documents') }],
    [
      'write-document',
      {
        version,
        templateId: 'no-such-template',
        title: word('a title'),
        body: word('a text'),
      },
    ],
    ['hold', { version, hold: true, reason: word('a hold on an open case') }],
    [
      'destroy',
      {
        version,
        reference: word('a reference to destroy'),
        reason: word('a destruction'),
      },
    ],
  ];
  for (const [move, body] of bodies) {
    for (const person of [senior, imsa, manager]) {
      need(await person.post(`${inHand.path}/${move}`, body), ...REFUSALS);
    }
  }
  for (const reference of ['ESC-000000', word('a reference of a case')]) {
    need(
      await manager.post('/api/escalations/break-glass', {
        reference,
        reason: word('a glass that did not break'),
      }),
      ...REFUSALS,
    );
  }
  const name = (what: string) => `${word(`the name of ${what}`)}.bin`;
  const uploads = [
    aFile({
      name: name('a file of no known kind'),
      content: new Uint8Array([0, 1, 2, 3, 0]),
    }),
    aFile({
      name: name('a file too large'),
      content: word('a file too large').repeat(700_000),
    }),
    aFile({
      name: name('a file in another field'),
      content: word('a file in another field'),
      field: word('the field of a file'),
    }),
  ];
  for (const form of uploads) {
    const path = `${inHand.path}/files?requestKey=${newId()}`;
    // The hub may hang up on what is far too large.
    const answer = await planted.post(path, form).catch(() => undefined);
    if (answer) need(answer, ...REFUSALS);
  }
  const path = `${inHand.path}/files?requestKey=${word('a key of a file')}`;
  const raw = `--x\r\ncontent-disposition: form-data; name="file"; filename="${word('a broken form')}`;
  need(
    await planted.send('POST', path, undefined, {
      raw,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }),
    ...REFUSALS,
  );
}

const REFUSALS = [400, 403, 404, 409, 413, 415, 422];
