import { aMail } from '@imsa-hub/testing';
import { MAIL_TEXT, readMail } from './readMail';

const read = (raw: Buffer | string, envelopeSender = 'jo@mail.example') =>
  readMail({
    raw: Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replace(/\n/g, '\r\n')),
    envelopeSender,
  });
const multipart = (parts: string[], kind = 'mixed') =>
  aMail(
    { 'Content-Type': `multipart/${kind}; boundary="b"` },
    `${parts.map(part => `--b\n${part}`).join('\n')}\n--b--`,
  );
const html = (body: string) =>
  aMail({ 'Content-Type': 'text/html; charset=utf-8' }, body);

describe('readMail', () => {
  it('reads an ordinary mail', async () => {
    expect(await read(aMail({ 'Message-ID': '<1@mail.example>' }))).toEqual({
      messageId: '<1@mail.example>',
      sender: { address: 'jo@mail.example', name: 'Jo' },
      subject: 'A question subject-canary',
      text: 'Where can she stay tonight? mail-canary',
      cut: false,
      attachments: [],
      automatic: false,
    });
  });

  it.each([
    ['paragraphs', '<p>One</p><p>Two</p>', /One\n\nTwo/],
    ['a link', '<a href="https://x.example/a">here</a>', /here.*x\.example/],
    ['script and style', '<style>a{}</style><script>b()</script>Yes', /^Yes$/],
    ['what is not closed', '<div><b>Open', /Open/],
    ['entities', 'a &lt;b&gt; &amp; c', /a <b> & c/],
    ['an image from elsewhere', '<img src="https://t.example/p.gif">Hi', /Hi/],
  ])('turns HTML into text: %s', async (_, body, expected) => {
    const { text } = await read(html(body));
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/<(p|div|img|script|style)\b|b\(\)|a\{\}/);
  });

  it.each([
    ['too deep', `${'<div>'.repeat(3_000)}words${'</div>'.repeat(3_000)}`],
    ['too long', `<p>words</p>${'<i>x</i>'.repeat(60_000)}`],
    ['a million openings', `words${'<'.repeat(1_000_000)}`],
    ['comments without end', `words${'<!--'.repeat(200_000)}`],
  ])('reads HTML that is %s, in a bounded time', async (_, body) => {
    const began = Date.now();
    const { text } = await read(html(body));
    expect(text).toContain('words');
    expect(text.length).toBeLessThanOrEqual(MAIL_TEXT);
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('prefers what was written as text', async () => {
    const mail = multipart(
      [
        'Content-Type: text/plain\n\nplain words',
        'Content-Type: text/html\n\n<p>other words</p>',
      ],
      'alternative',
    );
    expect((await read(mail)).text).toBe('plain words');
  });

  it('reads HTML that stands alone among attachments', async () => {
    const mail = await read(
      multipart([
        'Content-Type: text/html; charset=utf-8\n\n<p>Dear all,</p><p>words\nthat go on <a href="https://x.example/a">here</a>&nbsp;&amp; on</p>',
        'Content-Type: image/png\n\nx',
      ]),
    );
    expect(mail.text).toBe(
      'Dear all,\n\nwords that go on here [https://x.example/a] & on',
    );
  });

  it('reads the HTML where the text is empty', async () => {
    const mail = multipart(
      [
        'Content-Type: text/plain\n\n \n',
        'Content-Type: text/html\n\n<p>words</p>',
      ],
      'alternative',
    );
    expect((await read(mail)).text).toBe('words');
  });

  it('keeps the names of attachments and nothing of them', async () => {
    const mail = await read(
      multipart([
        'Content-Type: text/plain\n\nSee the letter',
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../letter\u202efdp.exe"\n\nattachment-canary',
        'Content-Type: message/rfc822\n\nSubject: inner\n\ninner-canary',
        'Content-Type: image/png\n\nimage-canary',
      ]),
    );
    expect(mail.attachments).toHaveLength(3);
    expect(mail.attachments[0]).toMatch(/letterfdp\.exe$/);
    expect(JSON.stringify(mail)).not.toMatch(/(attachment|inner|image)-canary/);
  });

  it.each([
    ['UTF-8', 'utf-8', Buffer.from('Trợ giúp', 'utf8'), /^Trợ giúp$/],
    ['Latin 1', 'iso-8859-1', Buffer.from([0xe9, 0x21]), /^é!$/],
    ['Windows', 'windows-1251', Buffer.from([0xcf, 0xee]), /^По$/],
    ['an unknown one', 'x-none', Buffer.from('abc'), /^abc$/],
    ['another than it says', 'utf-8', Buffer.from([0x61, 0xff, 0x62]), /^a.b$/],
  ])('reads characters of %s', async (_, charset, body, expected) => {
    const head = aMail(
      { 'Content-Type': `text/plain; charset=${charset}` },
      '',
    );
    const { text } = await read(
      Buffer.concat([Buffer.from(head.replace(/\n/g, '\r\n')), body]),
    );
    expect(text).toMatch(expected);
  });

  it.each([
    ['NUL and controls', 'a\0b\u0007c', 'abc'],
    ['turned writing', 'a\u202eb\u2066c', 'abc'],
    ['nothing to see', 'a\u200b\u2060\ufeffb', 'ab'],
    ['separators', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['hundreds of empty lines', `a${'\n'.repeat(500)}b`, 'a\n\n\nb'],
  ])('leaves out of a text: %s', async (_, body, expected) => {
    const { text } = await read(
      aMail({ 'Content-Type': 'text/plain; charset=utf-8' }, body),
    );
    expect(text).toBe(expected);
  });

  it('keeps 50,000 characters, and says that there was more', async () => {
    const { text, cut } = await read(aMail({}, 'word '.repeat(200_000)));
    expect([text.length, cut]).toEqual([MAIL_TEXT, true]);
    expect(text.isWellFormed()).toBe(true);
  });

  it.each([
    [
      'a subject of two lines',
      { Subject: 'a\n Bcc: b@mail.example' },
      'a Bcc: b@mail.example',
    ],
    [
      'an encoded line break',
      { Subject: '=?utf-8?Q?a=0D=0ABcc:_b?=' },
      'a Bcc: b',
    ],
    ['no subject', { Subject: '' }, ''],
    ['a long subject', { Subject: 'x'.repeat(900) }, 'x'.repeat(300)],
  ])('makes %s one line', async (_, headers, subject) => {
    expect((await read(aMail(headers))).subject).toBe(subject);
  });

  it.each([
    ['two', 'a@mail.example, b@mail.example'],
    ['none', ''],
    ['only a name', 'Jo'],
    ['a group', 'Team: a@mail.example, b@mail.example;'],
  ])('knows no sender where there is %s', async (_, From) => {
    expect((await read(aMail({ From }))).sender).toBeNull();
  });

  it.each([
    ['nothing at all', ''],
    ['no headers', '\n\nbody'],
    ['no body', 'Subject: x'],
    [
      'a part that never ends',
      aMail(
        { 'Content-Type': 'multipart/mixed; boundary="b"' },
        '--b\nContent-Type: text/plain\n\nwords',
      ),
    ],
    [
      'an encoding that is none',
      aMail({ 'Content-Transfer-Encoding': 'x-none' }, 'words'),
    ],
    [
      'broken base64',
      aMail({ 'Content-Transfer-Encoding': 'base64' }, '!!!!d29yZHM'),
    ],
    [
      'prototype as a header',
      aMail({ __proto__x: 'y', constructor: 'z' } as never),
    ],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)),
    ],
    ['ten thousand headers', `${'X-Many: y\n'.repeat(10_000)}\nwords`],
    [
      'parts within parts',
      aMail(
        { 'Content-Type': 'multipart/mixed; boundary="b0"' },
        Array.from(
          { length: 300 },
          (_, i) =>
            `--b${i}\nContent-Type: multipart/mixed; boundary="b${i + 1}"\n\n`,
        ).join(''),
      ),
    ],
    [
      'ten thousand parts',
      multipart(
        Array.from({ length: 10_000 }, () => 'Content-Type: image/png\n\nx'),
      ),
    ],
  ])('reads %s without breaking', async (_, raw) => {
    const began = Date.now();
    const mail = await read(raw as string);
    expect(mail.attachments.length).toBeLessThanOrEqual(50);
    expect(mail.text.isWellFormed()).toBe(true);
    expect(Date.now() - began).toBeLessThan(8_000);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a bounce', {}, ''],
    [
      'a report',
      { 'Content-Type': 'multipart/report; boundary="b"' },
      'jo@mail.example',
    ],
    [
      'an absence note',
      { 'Auto-Submitted': 'auto-replied (vacation)' },
      'jo@mail.example',
    ],
    ['a list', { 'List-Id': '<l.mail.example>' }, 'jo@mail.example'],
    [
      'a newsletter',
      { 'List-Unsubscribe': '<https://x.example>' },
      'jo@mail.example',
    ],
    ['bulk', { Precedence: 'bulk' }, 'jo@mail.example'],
    ['a robot', { From: 'no-reply@mail.example' }, 'jo@mail.example'],
    ['a robot on the envelope', {}, 'MAILER-DAEMON@mail.example'],
    ['another program', { 'X-Autoreply': 'yes' }, 'jo@mail.example'],
  ])('knows that a program wrote it: %s', async (_, headers, sender) => {
    expect((await read(aMail(headers), sender)).automatic).toBe(true);
  });

  it('knows that a person wrote it', async () => {
    const mail = await read(
      aMail({
        'Auto-Submitted': 'no',
        From: 'Jo Bounce <jo.list@mail.example>',
      }),
    );
    expect(mail.automatic).toBe(false);
  });
});
