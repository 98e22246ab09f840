import { PublicWalker, startPublicPages } from './__fixtures__/PublicWalker';

async function asked() {
  const pages = startPublicPages();
  const walker = await PublicWalker.checking(pages.app);
  await walker.answer({}, 'send');
  const { code } = walker;
  pages.advice.reply(code, 'Ask for it to be looked at again.');
  return { ...pages, code };
}

describe('reading a reply by its code', () => {
  it('opens the conversation, however the code is typed', async () => {
    const { app, code } = await asked();
    for (const typed of [
      code,
      code.toLowerCase(),
      ` ${code.replaceAll('-', ' ')} `,
    ]) {
      const walker = new PublicWalker(app);
      await walker.post('/ask/reply', { code: typed });
      expect(walker.page.status).toBe(200);
      expect(walker.page.text).toContain('Ask for it to be looked at again.');
      expect(walker.page.text).toContain('There is a reply');
      expect(walker.page.text).not.toContain(code);
    }
  });

  it('answers every wrong code with the same bytes, after a look-up', async () => {
    const { app, advice, code } = await asked();
    const wrong = [
      'AAAA-BBBB-CCCC-DDDD',
      'x',
      'O'.repeat(500),
      `${code}Z`,
      "' or 1=1 --",
      'ቃል',
      '\u0000',
    ];
    const answers = [];
    for (const typed of wrong) {
      const before = advice.lookedUp.length;
      const walker = new PublicWalker(app);
      const { status, text, headers } = await walker.post('/ask/reply', {
        code: typed,
      });
      expect(advice.lookedUp.length).toBe(before + 1);
      delete headers.date;
      answers.push(JSON.stringify({ status, text, headers }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('We cannot find anything with this code');
    expect(answers[0]).not.toContain('set-cookie');
  });

  it('answers a destroyed conversation as an unknown code', async () => {
    const { app, advice, code } = await asked();
    const walker = new PublicWalker(app);
    await walker.post('/ask/reply', { code });
    const { sealed } = walker;
    advice.held.clear();
    const unknown = await new PublicWalker(app).post('/ask/reply', {
      code: 'AAAA',
    });
    for (const [path, field] of [
      ['look', {}],
      ['write', { message: 'hello' }],
      ['second-opinion', { reason: 'why' }],
      ['helped', { helped: 'yes' }],
    ] as const) {
      await walker.post(`/ask/reply/${path}`, { sealed, ...field });
      expect(walker.page.text).toBe(unknown.text);
      expect(walker.page.status).toBe(unknown.status);
    }
    expect((await walker.post('/ask/reply', { code })).text).toBe(unknown.text);
  });

  it('writes back once, also when the page is sent twice', async () => {
    const { app, advice, code } = await asked();
    const walker = new PublicWalker(app);
    await walker.post('/ask/reply', { code });
    const { sealed } = walker;
    const message = 'Thank <b>you</b>';
    await walker.post('/ask/reply/write', { sealed, message });
    expect(walker.page.text).toContain('Your message has been sent.');
    expect(walker.page.text).toContain('Thank &lt;b&gt;you&lt;/b&gt;');
    await walker.post('/ask/reply/write', { sealed, message });
    expect(advice.held.get(code)?.conversation.messages).toHaveLength(2);
    await walker.post('/ask/reply/write', { sealed: walker.sealed, message });
    expect(advice.held.get(code)?.conversation.messages).toHaveLength(3);
  });

  it('asks for a second opinion and says whether it helped', async () => {
    const { app, advice, code } = await asked();
    const walker = new PublicWalker(app);
    await walker.post('/ask/reply', { code });
    await walker.post('/ask/reply/second-opinion', {
      sealed: walker.sealed,
      reason: 'The date',
    });
    expect(walker.page.text).toContain('You have asked for a second opinion');
    await walker.post('/ask/reply/helped', {
      sealed: walker.sealed,
      helped: 'partly',
    });
    expect(advice.held.get(code)?.conversation.helped).toBe('partly');
    expect(walker.page.text).toMatch(/value="partly" checked/);
  });

  it.each([
    ['write', 'message', '', 'Write your message'],
    [
      'write',
      'message',
      `${'y'.repeat(10_001)}`,
      'Use 10,000 characters or fewer',
    ],
    ['write', 'message', 'a\u0007b', 'Remove the characters'],
    ['second-opinion', 'reason', '', 'Say what you are not sure about'],
    ['helped', 'helped', 'maybe', 'Choose yes, partly or no'],
  ])('says what to mend at %s', async (path, field, value, message) => {
    const { app, advice, code } = await asked();
    const walker = new PublicWalker(app);
    await walker.post('/ask/reply', { code });
    await walker.post(`/ask/reply/${path}`, {
      sealed: walker.sealed,
      [field]: value,
    });
    expect(walker.page.status).toBe(400);
    expect(walker.title).toMatch(/^Error: /);
    expect(walker.page.text).toContain(message);
    expect(advice.held.get(code)?.conversation.messages).toHaveLength(1);
  });

  it('gives back a message that was too long to be sent', async () => {
    const { app, code } = await asked();
    const walker = new PublicWalker(app);
    const message = 'y'.repeat(10_001);
    await walker.post('/ask/reply', { code });
    await walker.post('/ask/reply/write', { sealed: walker.sealed, message });
    expect(walker.page.status).toBe(400);
    expect(walker.page.text).toContain(message);
  });

  it('says so when it was closed meanwhile', async () => {
    const { app, advice, code } = await asked();
    const walker = new PublicWalker(app);
    await walker.post('/ask/reply', { code });
    const held = advice.held.get(code);
    if (held) held.conversation.allowed.writeBack = false;
    const { sealed } = walker;
    await walker.post('/ask/reply/write', { sealed, message: 'late' });
    expect(walker.page.status).toBe(400);
    expect(walker.page.text).toContain('This has been closed');
    expect(walker.page.text).toContain('Ask for it to be looked at again.');
  });

  it('clears on finishing: the page that was left opens nothing', async () => {
    const { app, code } = await asked();
    const walker = new PublicWalker(app);
    await walker.post('/ask/reply', { code });
    const { sealed } = walker;
    await walker.post('/ask/reply/finish', {});
    expect(walker.page.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(walker.cookie).toBe('');
    await walker.post('/ask/reply/look', { sealed });
    expect(walker.heading).toBe('You need to start again');
  });
});
