import { checkConfidentiality } from '@imsa-hub/core';
import { PublicWalker, startPublicPages } from './__fixtures__/PublicWalker';

describe('the public advice form', () => {
  it('takes a question from the first page to the receipt', async () => {
    const { app, advice } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    expect(walker.heading).toBe('Check your answers');
    expect(walker.page.text).toContain('Wednesday 2 December 2026');
    expect(advice.held.size).toBe(0);
    await walker.answer({}, 'send');
    expect(walker.heading).toBe('Your question has been sent');
    expect(walker.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(advice.held.get(walker.code)?.question).toEqual({
      question: 'Can a decision be looked at again?',
      nation: 'england',
      areas: ['housing-rights', 'national-referral-mechanism'],
      whoCanAct: 'support worker',
      safety: {
        'nowhere-safe-tonight': 'no',
        'contact-with-exploiter': 'not-known',
        'removal-eviction-or-detention': 'no',
      },
      safeContact: 'Mornings only',
      language: 'ti',
      interpreter: 'needed',
      events: [
        { ruleId: 'nrm-reconsideration', date: '2026-11-02', facts: {} },
      ],
      askerKind: 'survivor',
      aboutService: '',
      requestKey: expect.stringMatching(/^[0-9a-z]{26}$/),
    });
  });

  it('keeps no answer in an address, a cookie or the log', async () => {
    const { app, logged } = startPublicPages();
    const walker = await PublicWalker.checking(app, { question: 'kestrel' });
    expect(walker.action).toBe('/ask/check');
    expect(walker.cookie).toMatch(/^hub-form=[\w-]{43}$/);
    expect(Buffer.from(walker.sealed, 'base64url').toString()).not.toContain(
      'kestrel',
    );
    expect(JSON.stringify(logged)).not.toContain('kestrel');
  });

  it.each([
    ['who', {}, 'Choose who is asking'],
    ['who', { who: 'burglar' }, 'Choose who is asking'],
  ])('says what to mend at %s', async (_page, fields, message) => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    await walker.answer(fields);
    expect(walker.page.status).toBe(400);
    expect(walker.title).toMatch(/^Error: /);
    expect(walker.page.text).toContain(`<a href="#who">${message}</a>`);
    expect(walker.page.text).toContain('id="who-error"');
  });

  it('keeps what was typed when it has to be mended', async () => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    for (const fields of [
      { who: 'survivor' },
      { nation: 'wales' },
      { age: 'no' },
    ]) {
      await walker.answer(fields);
    }
    const typed = `<b>long & careful</b> ${'x'.repeat(10_001)}`;
    await walker.answer({ question: typed });
    expect(walker.page.status).toBe(400);
    expect(walker.page.text).toContain('Use 10,000 characters or fewer');
    expect(walker.page.text).toContain(
      `&lt;b&gt;long &amp; careful&lt;/b&gt; ${'x'.repeat(10_001)}`,
    );
    await walker.answer({ question: 'fine \u0000 but\u000b broken' });
    expect(walker.page.status).toBe(400);
    expect(walker.page.text).toContain('fine  but broken');
    await walker.answer({ question: 'ቃ'.repeat(10_000) });
    expect(walker.heading).toBe('What is it about?');
  });

  it.each([
    [{ day: '31', month: '2', year: '2026' }, 'Enter a date that exists'],
    [{ day: '', month: '', year: '' }, 'Enter the date of'],
    [{ day: '1', month: '', year: '2026' }, 'Enter the month of'],
    [{ day: '1', month: '2', year: '26' }, 'Enter the year, four digits'],
    [
      { day: '24', month: '11', year: '2026' },
      'Enter today’s date or an earlier one',
    ],
    [{ day: '1', month: '2', year: '1905' }, 'Look at the year again'],
    [{ day: '-1', month: '1', year: '2026' }, 'Enter a date that exists'],
  ])('refuses the date %o', async (parts, message) => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    await walker.answer({}, 'change:dates');
    await walker.answer(
      Object.fromEntries(
        Object.entries(parts).map(([part, value]) => [
          `nrm-reconsideration-${part}`,
          value,
        ]),
      ),
    );
    expect(walker.page.status).toBe(400);
    expect(walker.page.text).toContain(message);
  });

  describe('a further date', () => {
    const EVENT = 'homelessness-review';
    const dated = (field: string, [day, month]: [string, string]) => ({
      [`${field}-day`]: day,
      [`${field}-month`]: month,
      [`${field}-year`]: day && '2026',
    });
    const atDates = async () => {
      const { app, advice } = startPublicPages();
      const walker = await PublicWalker.checking(app);
      await walker.answer({}, 'change:events');
      await walker.answer({ events: [EVENT] });
      expect(walker.heading).toBe('When did it happen?');
      expect(walker.page.text).toContain(
        'Date the letter was collected (optional)',
      );
      const send = async (further: [string, string]) => {
        await walker.answer({
          ...dated(EVENT, ['2', '11']),
          ...dated(`${EVENT}--letter-collected`, further),
        });
        if (walker.page.status === 400) return undefined;
        // The later pages are asked again where they have not been answered.
        while (walker.heading !== 'Check your answers') await walker.answer({});
        const { text } = walker.page;
        await walker.answer({}, 'send');
        const [event] = advice.held.get(walker.code)?.question.events ?? [];
        return { text, event };
      };
      return { walker, send };
    };

    it('is asked for with its event, and sent with it', async () => {
      const { send } = await atDates();
      const sent = await send(['5', '11']);
      expect(sent?.text).toContain('Date the letter was collected');
      expect(sent?.text).toContain('Thursday 5 November 2026');
      expect(sent?.event).toEqual({
        ruleId: EVENT,
        date: '2026-11-02',
        facts: { 'letter-collected': '2026-11-05' },
      });
    });

    it('may be left empty', async () => {
      const { send } = await atDates();
      const sent = await send(['', '']);
      expect(sent?.event).toEqual({
        ruleId: EVENT,
        date: '2026-11-02',
        facts: {},
      });
    });

    it.each<[[string, string], string]>([
      [['1', '11'], 'This is before the event itself'],
      [['24', '11'], 'Enter today’s date or an earlier one'],
      [['31', '2'], 'Enter a date that exists'],
      [['5', ''], 'Enter the month of: Date the letter was collected'],
    ])('is refused at its field as %j', async (further, message) => {
      const { walker, send } = await atDates();
      expect(await send(further)).toBeUndefined();
      expect(walker.page.text).toContain(message);
      expect(walker.page.text).toContain(
        `id="${EVENT}--letter-collected-error"`,
      );
    });

    it('goes with its event when another is chosen', async () => {
      const { walker } = await atDates();
      await walker.answer({
        ...dated(EVENT, ['2', '11']),
        ...dated(`${EVENT}--letter-collected`, ['5', '11']),
      });
      await walker.answer({}, 'change:events');
      await walker.answer({ events: ['nrm-reconsideration'] });
      await walker.answer(dated('nrm-reconsideration', ['2', '11']));
      expect(walker.page.text).not.toContain('letter was collected');
    });
  });

  it('suggests signing in to an IMSA and lets her ask anyway', async () => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    await walker.answer({ who: 'imsa' });
    expect(walker.page.text).toContain('Sign in to the hub and ask there');
    await walker.answer({});
    expect(walker.heading).toBe('Where is the person now?');
  });

  it.each([
    ['england', 'Independent Child Trafficking Guardianship'],
    ['wales', 'Independent Child Trafficking Guardianship'],
    ['scotland', 'Guardianship Scotland'],
    ['northern-ireland', 'Regional Emergency Social Work Service'],
  ])(
    'routes a child in %s out, with nothing stored',
    async (nation, guardian) => {
      const { app, advice } = startPublicPages();
      const walker = await PublicWalker.begun(app);
      await walker.answer({ who: 'other-professional' });
      await walker.answer({ nation });
      await walker.answer({ age: 'yes' });
      expect(walker.page.text).toContain(guardian);
      expect(walker.page.text).toContain('0800 1111');
      expect(walker.page.text).not.toContain('value="continue"');
      const { sealed } = walker;
      // Neither going on, nor another page, nor sending gets past it.
      expect((await walker.answer({})).status).toBe(400);
      await walker.post('/ask/question', {
        sealed,
        go: 'continue',
        question: 'x',
      });
      expect(
        walker.page.status === 400 ||
          walker.heading === 'These people help children',
      ).toBe(true);
      await walker.post('/ask/check', { sealed, go: 'send' });
      expect(walker.heading).toBe('These people help children');
      expect(advice.held.size).toBe(0);
    },
  );

  it('shows help at once to somebody with nowhere safe tonight, and goes on', async () => {
    const { app, advice } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    for (const fields of [
      { who: 'survivor' },
      { nation: 'northern-ireland' },
      { age: 'no' },
      { question: 'Where can I go?' },
      { areas: 'housing-rights' },
      { tonight: 'yes' },
    ]) {
      await walker.answer(fields);
    }
    expect(walker.heading).toBe('You can get help tonight');
    expect(walker.page.text).toContain('href="tel:03448920908"');
    for (const fields of [
      {},
      { exploiter: 'no' },
      { removal: 'no' },
      { events: 'none-of-these' },
      { 'who-can-act': '' },
      { language: 'en', interpreter: 'not-needed' },
      { 'safe-contact': '' },
      { service: '' },
    ]) {
      await walker.answer(fields);
    }
    await walker.answer({}, 'send');
    expect(walker.page.text).toContain('yours is looked at first');
    expect(advice.held.size).toBe(1);
  });

  it('goes back, keeping what was answered', async () => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    await walker.answer({ who: 'survivor' });
    await walker.answer({ nation: 'scotland' }, 'back');
    expect(walker.heading).toBe('Who is asking?');
    expect(walker.page.text).toMatch(/value="survivor"[^>]* checked/);
    await walker.answer({ who: 'survivor' });
    expect(walker.page.text).toMatch(/value="scotland" checked/);
    await walker.answer({}, 'back');
    await walker.answer({}, 'back');
    expect(walker.page.status).toBe(303);
    expect(walker.page.headers.location).toBe('/ask');
  });

  it('asks again for what a changed nation makes unfit', async () => {
    const { app, advice } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    await walker.answer({}, 'change:events');
    await walker.answer({
      events: ['nrm-reconsideration', 'homelessness-review'],
    });
    expect(walker.heading).toBe('When did each happen?');
    await walker.answer({}, 'back');
    await walker.answer({ events: ['homelessness-review'] });
    await walker.answer({
      'homelessness-review-day': '3',
      'homelessness-review-month': '11',
      'homelessness-review-year': '2026',
    });
    expect(walker.heading).toBe('Check your answers');
    await walker.answer({}, 'change:nation');
    await walker.answer({ nation: 'scotland' });
    expect(walker.heading).toBe('Has any of this happened?');
    await walker.answer({ events: 'none-of-these' });
    await walker.answer({}, 'send');
    expect([...advice.held.values()][0]?.question.events).toEqual([]);
  });

  it('shows what the guard noticed, and takes it out when told to', async () => {
    const { app, advice } = startPublicPages();
    const question = 'Call me on 07700 900123 about the decision.';
    expect(checkConfidentiality(question)).toHaveLength(1);
    const walker = await PublicWalker.checking(app, { question });
    expect(walker.page.text).toContain('a phone number, in “your question”');
    await walker.answer({}, 'tidy');
    expect(walker.page.text).not.toContain('07700 900123');
    await walker.answer({}, 'send');
    expect(advice.held.get(walker.code)?.question.question).toBe(
      'Call me on [phone number removed] about the decision.',
    );
  });

  it('asks once when sent twice, and says so', async () => {
    const { app, advice } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    const { sealed } = walker;
    await walker.answer({}, 'send');
    const { code } = walker;
    await walker.post('/ask/check', { sealed, go: 'send' });
    expect(walker.code).toBe(code);
    expect(walker.page.text).toContain('had already been sent');
    expect(advice.held.size).toBe(1);
  });

  it('keeps two tabs of one browser apart', async () => {
    const { app, advice } = startPublicPages();
    const one = await PublicWalker.checking(app, { question: 'one' });
    const other = new PublicWalker(app);
    other.cookie = one.cookie;
    await other.post('/ask/begin', {});
    expect(other.cookie).toBe(one.cookie);
    await one.answer({}, 'send');
    await other.answer({ who: 'survivor' });
    expect(other.heading).toBe('Where is the person now?');
    expect(advice.held.size).toBe(1);
  });

  it('keeps the answers on the page when they cannot be taken', async () => {
    const { app, advice, logged } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    advice.failure = new Error('the disk said kestrel');
    await walker.answer({}, 'send');
    expect(walker.page.status).toBe(503);
    expect(walker.page.text).toContain('Your answers are still on this page');
    expect(walker.page.text + JSON.stringify(logged)).not.toContain('kestrel');
    await walker.answer({}, 'send');
    expect(walker.heading).toBe('Your question has been sent');
    expect(advice.held.size).toBe(1);
  });
});

describe('what is carried from page to page', () => {
  const restarted = 'You need to start again';

  it.each([
    ['changed', (sealed: string) => `${sealed.slice(0, -3)}AAA`],
    ['cut', (sealed: string) => sealed.slice(0, 40)],
    ['empty', () => ''],
    ['oversized', () => 'x'.repeat(70_000)],
  ])('is refused when %s', async (_name, spoil) => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    await walker.answer({ sealed: spoil(walker.sealed), who: 'survivor' });
    expect(walker.page.status).toBe(400);
    expect(walker.heading).toBe(restarted);
  });

  it('is dead once the browser has left', async () => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    const { sealed } = walker;
    await walker.get('/ask/leave');
    expect(walker.cookie).toBe('');
    await walker.post('/ask/check', { sealed, go: 'back' });
    expect(walker.heading).toBe(restarted);
  });

  it('opens in no other browser', async () => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    const thief = await PublicWalker.begun(app);
    await thief.post('/ask/check', { sealed: walker.sealed, go: 'back' });
    expect(thief.heading).toBe(restarted);
  });

  it('ends after 60 minutes on one page, counted anew on the next', async () => {
    const { app, clock } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    clock.pass(59);
    await walker.answer({ who: 'survivor' });
    clock.pass(59);
    await walker.answer({ nation: 'wales' });
    expect(walker.heading).toBe('Is the person under 18?');
    clock.pass(61);
    await walker.answer({ age: 'no' });
    expect(walker.page.status).toBe(400);
    expect(walker.heading).toBe('You were away for more than an hour');
  });

  it('cannot be taken to a page that is not on its way', async () => {
    const { app, advice } = startPublicPages();
    const walker = await PublicWalker.begun(app);
    const { sealed } = walker;
    await walker.post('/ask/service', { sealed, go: 'continue', service: 'x' });
    expect(walker.heading).toBe('Who is asking?');
    await walker.post('/ask/check', { sealed, go: 'send' });
    expect(walker.heading).toBe('Who is asking?');
    expect(advice.held.size).toBe(0);
  });

  it('of the form does not open a conversation, nor the other way', async () => {
    const { app } = startPublicPages();
    const walker = await PublicWalker.checking(app);
    await walker.post('/ask/reply/look', { sealed: walker.sealed });
    expect(walker.heading).toBe(restarted);
  });
});
