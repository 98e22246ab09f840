import { newId, placesToAdapt, textOutsidePlaces } from '@imsa-hub/core';
import { readPdf, readZip, type TestPerson } from '@imsa-hub/testing';
import { createHash } from 'node:crypto';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const TEMPLATE = 'homelessness-review-england';
const LETTER = {
  templateId: TEMPLATE,
  title: 'CANARY-title Review of the decision',
  body: 'CANARY-body\n\n# Why\n- one [name]\n- two',
};
const HOSTILE =
  '=cmd|\'/C calc\'!A0 "quoted" {{reference}} {{#each <script>alert(1)</script> قالت 😀';

/** A case that the senior IMSA has taken on and works on. */
async function aCase(): Promise<string> {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  return id;
}
const write = (name: TestPerson, id: string, body: object = {}) =>
  desk.move(name, id, 'write-document', { ...LETTER, ...body });
const fill = (name: TestPerson, id: string, templateId = TEMPLATE) =>
  desk.send(name, 'post', `/cases/${id}/fill-template`, { templateId });
const at = (id: string, documentId: string, rest = '') =>
  `/cases/${id}/documents/${documentId}${rest}`;
const download = (
  id: string,
  documentId: string,
  query: string,
  name: TestPerson = 'senior',
) =>
  desk
    .send(name, 'get', at(id, documentId, `/download?${query}`))
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });

describe('templates', () => {
  it('are offered by nation, those of the case’s areas first', async () => {
    const id = await aCase();
    const { body } = await desk.send('senior', 'get', `/cases/${id}/templates`);
    const ids = body.templates.map((item: { id: string }) => item.id);
    expect(ids).toContain(TEMPLATE);
    expect(ids).not.toContain('homelessness-review-scotland');
    expect(ids.indexOf(TEMPLATE)).toBeLessThan(
      ids.indexOf('mandatory-reconsideration'),
    );
    expect(body.templates[0]).toMatchObject({
      reviewedOn: '2026-11-27',
      sources: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('are filled from the case, and say what is missing', async () => {
    const id = await aCase();
    const filled = await fill('imsa', id);
    expect(filled.status).toBe(200);
    expect(filled.body.body).toMatch(/^\[Draft to be adapted/);
    expect(filled.body.body).not.toContain('NG-0412');
    expect(filled.body.body).not.toContain((await desk.row(id)).reference);
    expect(placesToAdapt(filled.body.body)).toContainEqual(
      expect.stringContaining('CANARY-choice'),
    );
    // 20 November counts: the 21 days end on 10 December.
    const note = placesToAdapt(filled.body.body).find(place =>
      place.includes('last day Thursday 10 December 2026'),
    );
    expect(note).toMatch(/^Note to you, to take out: /);
    expect(note).toContain(
      '“Told of the homelessness decision” on Friday 20 November 2026',
    );
    expect(note).toContain('The day you are told is day one.');
    expect(note).toContain('The law itself was not read for this rule.');
    // Whoever fills it in, the reply goes to the advocate.
    expect((await fill('senior', id)).body.body).toContain(
      'Please reply to The imsa, Independent Modern Slavery Advocate, Northgate.',
    );
    expect(filled.body.missing).toEqual([]);
    const other = await fill('senior', id, 'mandatory-reconsideration');
    expect(other.body.missing).toEqual([
      expect.stringContaining('add it to the case as an event'),
    ]);
    expect(other.body.body).toContain('[date of the decision]');
    expect(await desk.ledger(`escalation:${id}`)).toContain(
      'escalations.template-filled',
    );
  });

  it('take what people wrote for data', async () => {
    const id = await desk.raise('imsa', { choice: HOSTILE });
    await desk.move('senior', id, 'accept');
    expect((await fill('senior', id)).body.body).toContain(HOSTILE);
  });

  it('keep what people wrote in its place, whatever they wrote', async () => {
    const id = await desk.raise('imsa', {
      choice: 'CANARY-a] CANARY-b\n\n# CANARY-c\n[CANARY-d',
    });
    await desk.move('senior', id, 'accept');
    const { body } = (await fill('senior', id)).body;
    expect(body.match(/CANARY-[a-d]/g)).toHaveLength(4);
    expect(textOutsidePlaces(body)).not.toContain('CANARY');
  });

  it('say what the writer is, by the register', async () => {
    const id = await aCase();
    const signed = async (name: TestPerson) =>
      (await fill(name, id, 'court-support-letter')).body.body;
    expect(await signed('senior')).toContain(
      `${desk.person('senior').displayName}\nSenior Independent Modern Slavery Advocate\n`,
    );
    expect(await signed('imsa')).toContain(
      `${desk.person('imsa').displayName}\nIndependent Modern Slavery Advocate\n`,
    );
  });

  it.each(['homelessness-review-scotland', 'no-such-template'])(
    'of another law, or unknown, are refused: %s',
    async templateId => {
      const id = await aCase();
      const refused = await fill('senior', id, templateId);
      expect(refused.status).toBe(400);
      expect(refused.body.fieldErrors[0].field).toBe('body.templateId');
      expect((await write('senior', id, { templateId })).status).toBe(400);
    },
  );
});

describe('writing', () => {
  it('adds a document and its versions, sealed, and keeps them all', async () => {
    const id = await aCase();
    const first = await write('senior', id);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      title: LETTER.title,
      body: LETTER.body,
      version: 1,
      newest: 1,
    });
    const documentId = first.body.id;
    const second = await write('imsa', id, {
      documentId,
      documentVersion: 1,
      body: 'CANARY-second',
    });
    expect(second.body).toMatchObject({ version: 2, body: 'CANARY-second' });
    expect(
      second.body.versions.map((item: { version: number }) => item.version),
    ).toEqual([2, 1]);
    const old = await desk.send(
      'senior',
      'get',
      at(id, documentId, '?version=1'),
    );
    expect(old.body).toMatchObject({ body: LETTER.body, newest: 2 });
    const record = await desk.send('senior', 'get', `/cases/${id}`);
    expect(record.body.documents).toEqual([
      expect.objectContaining({ id: documentId, version: 2 }),
    ]);
    expect(record.body.entries[0]).toMatchObject({
      kind: 'document',
      summary:
        'Wrote version 2 of a document: Homelessness review, England (section 202)',
    });
    const { rows } = await desk.knex.raw(
      `select (select string_agg(d::text, '') from document d)
        || (select string_agg(e::text, '') from entry e)
        || (select string_agg(l::text, '') from ledger_entry l) as everything`,
    );
    expect(rows[0].everything).not.toContain('CANARY');
    await expect(
      desk.knex.table('document').where({ id: documentId }).delete(),
    ).rejects.toThrow('permission denied');
  });

  it('on an older version is told of the newer one, and overwrites nothing', async () => {
    const id = await aCase();
    const { body } = await write('senior', id);
    const edit = { documentId: body.id, documentVersion: 1 };
    await write('imsa', id, { ...edit, body: 'Theirs' });
    const stale = await write('senior', id, { ...edit, body: 'Mine' });
    expect(stale.status).toBe(409);
    expect(stale.body.current).toMatchObject({ version: 2, body: 'Theirs' });
    const both = await Promise.all(
      (['senior', 'imsa'] as const).map(name =>
        write(name, id, {
          documentId: body.id,
          documentVersion: 2,
          body: name,
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const rows = await desk.knex.from('document').where({ id: body.id });
    expect(rows).toHaveLength(3);
  });

  it('is no conflict with a note of somebody else', async () => {
    const id = await aCase();
    const { version } = await desk.row(id);
    await desk.move('imsa', id, 'note', { kind: 'note', text: 'Called' });
    expect((await write('senior', id, { version })).status).toBe(200);
  });

  it('of the same request twice is one document', async () => {
    const id = await aCase();
    const requestKey = newId();
    const both = await Promise.all(
      [1, 2].map(() => write('senior', id, { requestKey })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    expect(
      await desk.knex.from('document').where({ escalation_id: id }),
    ).toHaveLength(1);
  });

  it.each([
    ['no title', { title: ' ' }, 'body.title'],
    ['no text', { body: '' }, 'body.body'],
    ['too much text', { body: 'x'.repeat(30_001) }, 'body.body'],
    ['NUL', { body: 'a\0b' }, 'body.body'],
    ['another field', { html: '<b>' }, 'body.html'],
  ])('refuses %s', async (_, body, field) => {
    const id = await aCase();
    const refused = await write('senior', id, body);
    expect(refused.status).toBe(400);
    expect(refused.body.fieldErrors[0].field).toBe(field);
  });

  it('has to wait until the Hub takes the case on, and ends with it', async () => {
    const id = await desk.raise('imsa');
    expect((await write('imsa', id)).status).toBe(409);
    await desk.move('senior', id, 'accept');
    expect((await write('imsa', id)).status).toBe(200);
    // Somebody else at the desk may look; they do not write.
    expect((await write('second', id)).status).toBe(409);
  });
});

describe('downloads', () => {
  const open = async () => {
    const id = await aCase();
    const { body } = await write('senior', id, {
      title: `Review\r\n${HOSTILE}`,
      body: `${LETTER.body}\n\n${HOSTILE}`,
    });
    const { reference } = await desk.row(id);
    return { id, documentId: body.id as string, reference, hash: body.hash };
  };

  it.each([
    ['pdf', 'application/pdf', 'pdf'],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'docx',
    ],
    ['html', 'text/html; charset=utf-8', 'html'],
    ['text', 'text/plain; charset=utf-8', 'txt'],
  ])(
    'as %s are files, named by reference and as drafts',
    async (format, type, ending) => {
      const { id, documentId, reference } = await open();
      const { status, headers, body } = await download(
        id,
        documentId,
        `format=${format}`,
      );
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="${reference}-${TEMPLATE}-v1-draft.${ending}"`,
        'content-length': String(body.length),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy':
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
      });
      const entry = await desk.knex
        .from('ledger_entry')
        .where({
          subject: `escalation:${id}`,
          type: 'escalations.document-downloaded',
        })
        .first();
      expect(entry).toMatchObject({
        actor: desk.id('senior'),
        why: `${TEMPLATE} version 1 as ${format}`,
        publish: false,
      });
    },
  );

  it('say what was written, in each form', async () => {
    const { id, documentId, reference } = await open();
    const pdf = readPdf((await download(id, documentId, 'format=pdf')).body);
    expect(pdf.text).toContain('CANARY-body');
    expect(pdf.text).toContain(
      'Draft, version 1, one place still to be adapted, page 1 of 1',
    );
    const docx = readZip((await download(id, documentId, 'format=docx')).body);
    expect(docx['word/document.xml']).toContain('CANARY-body');
    // It is completed with a name outside the hub, and sent.
    const foot = docx['word/footer1.xml']?.replace(/<[^>]+>/g, '');
    expect(foot).toBe('Page PAGE of NUMPAGES');
    const text = (await download(id, documentId, 'format=text')).body;
    for (const part of [pdf.raw, String(text), ...Object.values(docx)]) {
      expect(part).not.toContain(reference);
      expect(part).not.toContain('NG-0412');
    }
    const html = String((await download(id, documentId, 'format=html')).body);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
    expect(html).not.toContain(reference);
  });

  it('of the web page are the page that was kept, by its SHA-256', async () => {
    const { id, documentId, hash } = await open();
    const { body } = await download(id, documentId, 'format=html');
    expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
    await write('senior', id, {
      documentId,
      documentVersion: 1,
      body: 'Another',
    });
    const old = await download(id, documentId, 'format=html&version=1');
    expect(old.body.equals(body)).toBe(true);
  });

  it.each(['format=exe', 'format=pdf&version=0', 'format=pdf&x=1', ''])(
    'refuse %j',
    async query => {
      const { id, documentId } = await open();
      expect((await download(id, documentId, query)).status).toBe(400);
    },
  );

  it('are not there for whom the case is not, nor across cases', async () => {
    const { id, documentId } = await open();
    const other = await aCase();
    const missing = await download(id, newId(), 'format=pdf');
    const cross = await download(other, documentId, 'format=pdf');
    const strange = await download(id, documentId, 'format=pdf', 'otherImsa');
    const unknown = await download(id, documentId, 'format=pdf&version=9');
    for (const answer of [missing, cross, strange, unknown]) {
      expect(answer.status).toBe(404);
    }
    expect(
      (await desk.send('otherImsa', 'get', `/cases/${id}/templates`)).status,
    ).toBe(404);
    expect((await fill('otherImsa', id)).status).toBe(404);
    expect((await write('otherImsa', id)).status).toBe(404);
    expect((await desk.send('imsa', 'get', at(other, documentId))).status).toBe(
      404,
    );
  });

  it('end with the key of the case', async () => {
    const { id, documentId } = await open();
    await desk.hub.sealing.destroyCase({ trx: desk.knex, caseId: id });
    const answer = await download(id, documentId, 'format=html');
    expect(answer.status).toBe(409);
    expect(String(answer.body)).toContain(
      'destroyed at the end of its retention',
    );
  });
});
