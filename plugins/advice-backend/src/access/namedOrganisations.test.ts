import { adviceAnnouncement } from '../announcements';
import { createQuerySource } from '../search';
import { createAdviceRecords } from '../subjectRecords/createAdviceRecords';
import {
  anAdviceLine,
  HARBOUR,
  NORTHGATE,
  QUAYSIDE,
  type AdviceLine,
  type Who,
} from '../testing/anAdviceLine';
import { aQuery, aQuestion, TRIAGE } from '../testing/aQuery';
import { organisationsAsked } from './organisationsNamed';

let line: AdviceLine;
beforeEach(async () => {
  line = await anAdviceLine();
  // A coordinator of the Hub who also works for the service that is named.
  line.change('otherImsa', {
    roles: ['advice-coordinator'],
    organisationIds: [HARBOUR],
  });
});
afterEach(() => line.destroy());

/** People of Harbour who would see and triage it if it were not named. */
const HELD_BACK: Who[] = ['conflicted', 'conflictedManager', 'otherImsa'];
const FREE: Who[] = ['senior', 'coordinator', 'manager'];

/** A question of the public form that names a service. */
const asked = (aboutService = 'The HARBOUR refuge in Leeds') =>
  aQuery(line, { askedBy: null, question: { aboutService } });

const reads = async (name: Who, id: string) =>
  (await line.send(name, 'get', `/queries/${id}`)).status;

const listed = async (name: Who, view: string) => {
  const { body } = await line.send(name, 'get', `/queue?view=${view}`);
  return body.rows.map((row: { id: string }) => row.id);
};

const day = async (name: Who) => (await line.send(name, 'get', '/day')).body;

describe('a question that names an organisation, until triage', () => {
  test('is as if it were not there for whoever works there, on every way to it', async () => {
    const { id, reference } = await asked();
    const { context } = line.services;
    const source = createQuerySource(context);
    const records = createAdviceRecords(context);
    const announcement = adviceAnnouncement(context);
    const subject = `advice-query:${id}`;
    const may = await announcement.audience(subject, { trx: line.knex });
    for (const [names, sees] of [
      [HELD_BACK, false],
      [FREE, true],
    ] as const) {
      for (const name of names) {
        const person = line.person(name);
        const found = await source.find({
          person,
          words: reference,
          terms: [reference.toLowerCase()],
          limit: 5,
        });
        const known = await records.mayKnow?.(
          {
            personId: person.id,
            organisationIds: person.organisationIds,
            reader: person,
            isOwn: true,
            actor: line.hub.actorFor(person),
          },
          [subject],
        );
        const byReference = await line.send(name, 'post', '/queries/find', {
          reference,
        });
        expect({
          name,
          read: await reads(name, id),
          listed: (await listed(name, 'open')).includes(id),
          found: found.length,
          byReference: byReference.body.query !== null,
          exported: known?.length,
          live: may(person),
          note: (await line.move(name, id, 'note', { body: 'x' })).status,
        }).toEqual({
          name,
          read: sees ? 200 : 404,
          listed: sees,
          found: sees ? 1 : 0,
          byReference: sees,
          exported: sees ? 1 : 0,
          live: sees,
          note: sees ? 200 : 404,
        });
      }
    }
    expect(await day('otherImsa')).toMatchObject({ toTriage: 0, first: [] });
    expect(await day('coordinator')).toMatchObject({ toTriage: 1 });
    expect(await line.told(id)).toEqual(['coordinator advice.received']);
  });

  test('is opened by what triage says of it', async () => {
    const about = await asked();
    const notAbout = await asked();
    await line.move('coordinator', about.id, 'triage', {
      ...TRIAGE,
      subjectOrganisationId: HARBOUR,
    });
    await line.move('coordinator', notAbout.id, 'triage', TRIAGE);
    for (const name of HELD_BACK) {
      expect([name, await reads(name, about.id)]).toEqual([name, 404]);
      expect([name, await reads(name, notAbout.id)]).toEqual([name, 200]);
    }
    const { body } = await line.send(
      'coordinator',
      'get',
      `/queries/${notAbout.id}/suggestions`,
    );
    expect(JSON.stringify(body)).toContain(line.id('conflicted'));
  });

  test('is not given to whoever works there, in the words of every refusal', async () => {
    // Merged into one that was triaged, it takes the name along.
    const into = await aQuery(line, { status: 'triaged' });
    expect(await reads('conflicted', into.id)).toBe(200);
    const { id } = await asked();
    const merged = await line.move('coordinator', id, 'merge', {
      intoId: into.id,
      intoVersion: 2,
      reason: 'The same',
    });
    expect(merged.status).toBeLessThan(300);
    for (const one of [id, into.id]) {
      expect(await reads('conflicted', one)).toBe(404);
    }
    const { body } = await line.send(
      'coordinator',
      'get',
      `/queries/${into.id}/suggestions`,
    );
    expect(JSON.stringify(body)).toContain(line.id('senior'));
    expect(JSON.stringify(body)).not.toContain(line.id('conflicted'));
    const given = await line.move('coordinator', into.id, 'assign', {
      personId: line.id('conflicted'),
      reason: 'x',
    });
    expect([given.status, given.text]).toEqual([
      400,
      expect.stringContaining('Choose somebody else'),
    ]);
  });

  test('whoever has a query and works there cannot be given it by a merge', async () => {
    const into = await aQuery(line, {
      status: 'in-hand',
      holder: 'conflicted',
    });
    const { id } = await asked();
    const { version } = await line.row(into.id);
    const merged = await line.move('coordinator', id, 'merge', {
      intoId: into.id,
      intoVersion: version,
      reason: 'The same',
    });
    expect([merged.status, merged.text]).toEqual([
      400,
      expect.stringContaining('Whoever has that query cannot take this one'),
    ]);
  });

  test('is closed by what the asker writes before triage, not after', async () => {
    const { id, code } = await asked('');
    const write = (body: string, requestKey: string) =>
      line.publicAdvice.writeBack({
        receiptCode: code,
        body,
        requestKey,
        request: {} as never,
      });
    expect(await reads('conflicted', id)).toBe(200);
    await write('I forgot: it was at Harbour.', 'one');
    expect(await reads('conflicted', id)).toBe(404);
    await line.move('coordinator', id, 'triage', TRIAGE);
    await write('It was Harbour.', 'two');
    expect(await reads('conflicted', id)).toBe(200);
  });

  test('stays with whoever raised it', async () => {
    const { id } = await aQuery(line, {
      askedBy: 'harbourImsa',
      question: { question: 'Harbour asks me to leave. May they?' },
    });
    expect(await reads('harbourImsa', id)).toBe(200);
    expect(await reads('conflicted', id)).toBe(404);
  });

  test('of a mail keeps what the mail named', async () => {
    const { id } = await line.services.intake.take(
      line.hub.actorFor(line.person('senior')),
      {
        question: aQuestion({ aboutService: '' }),
        channel: 'mailbox',
        askerKind: 'survivor',
        raisedBy: null,
        subjectOrganisationId: null,
        namedOrganisationIds: [HARBOUR],
        code: null,
      },
    );
    expect(await reads('conflicted', id)).toBe(404);
    expect(await reads('senior', id)).toBe(200);
  });

  test('that names the Hub itself is opened by break-glass alone, and triaged', async () => {
    const { id, reference } = await asked('Northgate');
    for (const name of FREE) expect(await reads(name, id)).toBe(404);
    expect(await line.told(id)).toEqual(['otherImsa advice.received']);
    await line.send('manager', 'post', '/break-glass', {
      reference,
      reason: 'It names us',
    });
    expect(await reads('manager', id)).toBe(200);
    const done = await line.move('manager', id, 'triage', TRIAGE);
    expect(done.status).toBeLessThan(300);
    expect(await reads('coordinator', id)).toBe(200);
  });
});

test.each([
  [{ aboutService: 'harbour' }, [HARBOUR]],
  [{ question: 'They sent me to Quayside’s office.' }, [QUAYSIDE]],
  [{ question: 'I was at QUAYSIDE.' }, [QUAYSIDE]],
  [{ whoCanAct: 'A worker at Quayside' }, [QUAYSIDE]],
  [{ question: 'Harbourside is nice' }, []],
  [{ question: 'Dear Northgate, please help' }, []],
  [{ aboutService: 'Northgate and Quayside' }, [NORTHGATE, QUAYSIDE]],
])('%j names the right ones', (part, expected) => {
  const question = aQuestion({ aboutService: '', ...part });
  expect(organisationsAsked(line.directory, question)).toEqual(expected);
});
