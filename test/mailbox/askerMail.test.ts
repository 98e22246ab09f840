import { newId } from '@imsa-hub/core';
import { aMail, handOver } from '@imsa-hub/testing';
import { eventually } from '../support/eventually';
import { startMailboxWorld, type MailboxWorld } from './startMailboxWorld';

jest.setTimeout(60_000);

const HEADERS = [
  'Auto-Submitted: auto-generated',
  'X-Auto-Response-Suppress: All',
  'From: IMSA Hub <no-reply@hub.example>',
  'To: jo@mail.example',
];
const SUBJECTS = {
  arrived: 'Your message has arrived',
  'to-read': 'There is something for you to read',
};
const arrivedBody = (
  how: string,
) => `Your message has arrived. Somebody will read it and write a reply.

The reply is not sent by mail. You can read it on this page:
https://console.hub.example/ask/reply

${how}

Please do not answer this mail: nobody reads the answers.
If you did not write to us, you need do nothing.
`;
const TO_READ = `There is something for you to read.

Open this page and enter the code that you were given:
https://console.hub.example/ask/reply

This mail does not say what it is about.
Please do not answer it: nobody reads the answers.
`;
const OTHER_WAY =
  'To open it you need the code that we give you in another way.';

describe('what is sent to somebody who wrote', () => {
  let world: MailboxWorld;

  beforeAll(async () => {
    world = await startMailboxWorld({ mostNotesPerAddressPerDay: 3 });
  });
  afterAll(() => world?.stop());
  afterEach(async () => {
    world.mailServer.state.refuseWith = 0;
    world.sent.length = 0;
    await world.notifications.table('notice').delete();
    await world.notifications.table('mail').delete();
    await world.advice.table('mailbox_note').delete();
    await world.advice.table('mailbox_mail').delete();
  });

  const toJo = () =>
    world.sent.filter(({ to }) => to.includes('jo@mail.example'));

  /** The whole mail but for its two lines that differ each time. */
  const bytes = (raw: string) =>
    raw
      .replace(/\r\n/g, '\n')
      .replace(
        /^Date: [A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} [\d:]{8} \+0000\n/m,
        '',
      )
      .replace(/^Message-ID: <[0-9a-z]{26}@console\.hub\.example>\n/m, '');
  const expected = (subject: string, body: string) =>
    [
      ...HEADERS,
      `Subject: ${subject}`,
      'Content-Transfer-Encoding: 7bit',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      body,
    ].join('\n');

  async function arrive(headers: Record<string, string> = {}) {
    await handOver({ port: world.port, raw: aMail(headers) });
    const [id] = await world.advice
      .table('mailbox_mail')
      .orderBy('id', 'desc')
      .pluck('id');
    return id as string;
  }

  async function log(id: string, part: object) {
    return world.ask('coordinator', 'POST', `/mails/${id}/log`, {
      version: 1,
      question: 'question-canary',
      under18: 'no',
      nation: 'england',
      areas: ['housing-rights'],
      safety: {
        'nowhere-safe-tonight': 'no',
        'contact-with-exploiter': 'no',
        'removal-eviction-or-detention': 'no',
      },
      interpreter: 'not-known',
      askerKind: 'survivor',
      requestKey: newId(),
      giveReceiptCode: true,
      ...part,
    });
  }

  async function doTo(queryId: string, verb: string, body: object) {
    const { body: record } = await world.ask(
      'coordinator',
      'GET',
      `/queries/${queryId}`,
    );
    const method = verb === 'draft' ? 'PUT' : 'POST';
    const done = await world.ask(
      'coordinator',
      method,
      `/queries/${queryId}/${verb}`,
      {
        version: record.version,
        ...body,
      },
    );
    expect(done.status).toBe(200);
  }

  async function reply(queryId: string) {
    await doTo(queryId, 'triage', {
      tier: 'advice',
      reason: 'r',
      professionalRole: 'Housing officer',
      highRisk: false,
      areas: ['housing-rights'],
      subjectOrganisationId: null,
    });
    await doTo(queryId, 'claim', {});
    await doTo(queryId, 'draft', { body: 'reply-canary', kind: 'signpost' });
    await doTo(queryId, 'send', {});
  }
  const notes = async (queryId: string) =>
    (await world.ask('senior', 'GET', `/queries/${queryId}/mail`)).body;

  it('sends nothing unless it is said to be safe', async () => {
    const { body } = await log(await arrive(), {});
    expect(body.receiptCode).toMatch(/^[0-9A-Z-]{19}$/);
    await reply(body.id);
    expect(await world.advice.table('mailbox_note')).toEqual([]);
    expect(
      await world.notifications.table('mail').whereNull('person_id'),
    ).toEqual([]);
    expect(await notes(body.id)).toMatchObject({ mayWrite: false, notes: [] });
  });

  it('says that it arrived, with nothing else, byte by byte', async () => {
    const { body } = await log(await arrive(), { writing: 'without-code' });
    expect(body.receiptCode).toMatch(/^[0-9A-Z-]{19}$/);
    await eventually(async () => expect(toJo()).toHaveLength(1));
    expect(bytes(toJo()[0]?.raw ?? '')).toBe(
      expected(SUBJECTS.arrived, arrivedBody(OTHER_WAY)),
    );
  });

  it('sends the code only when that was said, and forgets it then', async () => {
    const { body } = await log(await arrive(), { writing: 'with-code' });
    expect(body.receiptCode).toBeNull();
    await eventually(async () => expect(toJo()).toHaveLength(1));
    const raw = toJo()[0]?.raw ?? '';
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(raw)?.[0] ?? '';
    expect(bytes(raw)).toBe(
      expected(
        SUBJECTS.arrived,
        arrivedBody(
          `To open it you need this code. Keep it where only you can find it:\n${code}`,
        ),
      ),
    );
    await eventually(async () => {
      const [note] = await world.advice.table('mailbox_note');
      expect(note).toMatchObject({ outcome: 'sent', sealed_code: null });
    });
    const page = await fetch(
      `${world.base.replace('/api/advice', '')}/ask/reply`,
    );
    expect(page.status).toBe(200);
  });

  it('says that there is something to read, once for what waits', async () => {
    const { body } = await log(await arrive(), { writing: 'without-code' });
    await eventually(async () => expect(toJo()).toHaveLength(1));
    await reply(body.id);
    await eventually(async () => expect(toJo()).toHaveLength(2));
    expect(bytes(toJo()[1]?.raw ?? '')).toBe(
      expected(SUBJECTS['to-read'], TO_READ),
    );
    // The mail is out a moment before its note says so.
    await eventually(async () => {
      const { body: mail } = await world.ask(
        'senior',
        'GET',
        `/queries/${body.id}/mail`,
      );
      expect(mail.notes).toMatchObject([
        { kind: 'arrived', outcome: 'sent' },
        { kind: 'to-read', outcome: 'sent' },
      ]);
      expect(JSON.stringify(mail)).not.toMatch(/jo@mail/);
    });
  });

  it('stops when it is told to, also what is on its way', async () => {
    world.mailServer.state.refuseWith = 451;
    const id = await arrive();
    const { body } = await log(id, { writing: 'with-code' });
    // The first try must be over: a mail that is being handed over is not stopped.
    await eventually(async () =>
      expect(
        await world.notifications.table('mail').whereNotNull('last_error'),
      ).toHaveLength(1),
    );
    // The next one waits until it is let, however slow the machine is.
    const nextTry = (at: Date) =>
      world.notifications.table('mail').update({ not_before: at });
    await nextTry(new Date(Date.now() + 3_600_000));
    const stop = () => world.ask('senior', 'POST', `/mails/${id}/stop-writing`);
    expect((await stop()).status).toBe(204);
    expect((await stop()).status).toBe(204);
    world.mailServer.state.refuseWith = 0;
    await nextTry(new Date(0));
    await eventually(async () =>
      expect(await notes(body.id)).toMatchObject({
        mayWrite: false,
        notes: [{ outcome: 'not-wanted' }],
      }),
    );
    await reply(body.id);
    expect(toJo()).toEqual([]);
    const [note] = await world.advice.table('mailbox_note');
    expect(note.sealed_code).toBeNull();
  });

  it('tells staff when it could not be sent', async () => {
    world.mailServer.state.refuseWith = 550;
    const { body } = await log(await arrive(), { writing: 'without-code' });
    await eventually(async () => {
      const [mail] = await world.notifications
        .table('mail')
        .whereNull('person_id');
      expect(mail.attempts).toBeGreaterThan(0);
    });
    await world.notifications
      .table('mail')
      .update({ attempts: 8, not_before: new Date(0) });
    await eventually(async () =>
      expect(await notes(body.id)).toMatchObject({
        notes: [{ outcome: 'given-up' }],
      }),
    );
  });

  it('writes to one address only so often in a day', async () => {
    const outcomes: unknown[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { body } = await log(await arrive({ From: 'JO@mail.example' }), {
        writing: 'with-code',
      });
      await eventually(async () => {
        const { notes: all } = await notes(body.id);
        expect(all[0].outcome).not.toBeNull();
        outcomes[round] = all[0].outcome;
      });
      // A code that is not sent is told to whoever logged it.
      expect(body.receiptCode === null).toBe(round < 3);
    }
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'too-many']);
  });

  it.each([
    ['an absence note', { 'Auto-Submitted': 'auto-replied' }],
    ['a list', { 'List-Id': '<list.mail.example>' }],
    ['a bulk mail', { Precedence: 'bulk' }],
    ['a robot', { From: 'MAILER-DAEMON@mail.example' }],
    ['two senders', { From: 'a@mail.example, b@mail.example' }],
    ['no sender', { From: 'nobody' }],
    ['the mailbox itself', { From: 'Advice@hub.example' }],
    ['an address that is a header', { From: '"a\\r\\nBcc: b"@mail.example' }],
  ])('never writes to %s', async (_, headers) => {
    const id = await arrive(headers);
    const { body } = await world.ask('senior', 'GET', `/mails/${id}`);
    expect(body.answerable).toBe(false);
    const refused = await log(id, { writing: 'without-code' });
    expect(refused.status).toBe(400);
    expect((await log(id, {})).status).toBe(201);
    expect(await world.advice.table('mailbox_note')).toEqual([]);
  });

  it('needs a code to lead anywhere', async () => {
    const refused = await log(await arrive(), {
      writing: 'with-code',
      giveReceiptCode: false,
    });
    expect(refused.status).toBe(400);
  });
});
