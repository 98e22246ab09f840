import { ConfigReader } from '@backstage/config';
import express from 'express';
import supertest from 'supertest';
import { createPublicAdviceRouter } from '../createPublicAdviceRouter';
import { FakePublicAdvice } from './FakePublicAdvice';

/** A clock that a test can move. */
export class TestClock {
  at = Date.parse('2026-11-23T10:00:00.000Z');
  readonly now = () => new Date(this.at);
  pass(minutes: number) {
    this.at += minutes * 60_000;
  }
}

/** The pages on an in-memory advice line, without a port of their own. */
export function startPublicPages(
  options: { limits?: Record<string, number>; baseUrl?: string } = {},
) {
  const advice = new FakePublicAdvice();
  const clock = new TestClock();
  const errors: unknown[] = [];
  const note = (...entry: unknown[]) => void errors.push(entry);
  const logger = {
    error: note,
    warn: note,
    info: note,
    debug: note,
    child: () => logger,
  };
  const config = new ConfigReader({
    hub: {
      baseUrl: options.baseUrl ?? 'http://localhost:7007',
      receipts: { key: Buffer.alloc(32, 7).toString('base64') },
      limits: {
        publicPagesPerAddressPerMinute: 10_000,
        publicCodesPerAddressPerMinute: 10_000,
        publicQuestionsPerAddressPerMinute: 10_000,
        ...options.limits,
      },
    },
  });
  const { router, routes } = createPublicAdviceRouter({
    advice,
    config,
    logger,
    now: clock.now,
  });
  const app = express();
  app.use('/ask', router);
  return { app, advice, clock, routes, logged: errors };
}

/** One browser without JavaScript: keeps its cookie and the page it sees. */
export class PublicWalker {
  cookie = '';
  page!: supertest.Response;
  private readonly app: express.Express;

  constructor(app: express.Express) {
    this.app = app;
  }

  /** Presses "Ask a question" on the first page. */
  static async begun(app: express.Express) {
    const walker = new PublicWalker(app);
    await walker.post('/ask/begin', {});
    return walker;
  }

  /** Walks a whole question up to check-your-answers. */
  static async checking(app: express.Express, changes: Answers = {}) {
    const walker = await PublicWalker.begun(app);
    for (const [name, value] of Object.entries({ ...ANSWERS, ...changes })) {
      await walker.answer({ [name]: value, ...(BESIDE[name] ?? {}) });
    }
    return walker;
  }

  async get(path: string) {
    const sent = supertest(this.app).get(path).redirects(0);
    if (this.cookie) sent.set('cookie', this.cookie);
    return this.keep(await sent);
  }

  async post(path: string, fields: Answers | string) {
    const sent = supertest(this.app)
      .post(path)
      .redirects(0)
      .set('content-type', 'application/x-www-form-urlencoded')
      .set('origin', 'null');
    if (this.cookie) sent.set('cookie', this.cookie);
    return this.keep(
      await sent.send(typeof fields === 'string' ? fields : encode(fields)),
    );
  }

  /** Fills the form that is on the page and presses a button. */
  answer(fields: Answers, go = 'continue') {
    return this.post(this.action, { sealed: this.sealed, go, ...fields });
  }

  get action() {
    return (
      /<form method="post" action="([^"]+)"/.exec(this.page.text)?.[1] ?? ''
    );
  }

  get sealed() {
    return /name="sealed" value="([^"]+)"/.exec(this.page.text)?.[1] ?? '';
  }

  get heading() {
    const inner = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(this.page.text)?.[1] ?? '';
    return inner.replace(/<[^>]+>/g, '').trim();
  }

  get title() {
    return /<title>([^<]*)<\/title>/.exec(this.page.text)?.[1] ?? '';
  }

  get code() {
    return /class="hub-code">([^<]+)</.exec(this.page.text)?.[1] ?? '';
  }

  private keep(response: supertest.Response) {
    this.page = response;
    const set: unknown = response.headers['set-cookie'];
    if (Array.isArray(set)) {
      const [pair = ''] = String(set.at(-1)).split(';');
      this.cookie = pair.endsWith('=') ? '' : pair;
    }
    return response;
  }
}

/** What is filled in, by field; `undefined` is left out. */
export type Answers = Record<string, string | readonly string[] | undefined>;

const ANSWERS: Answers = {
  who: 'survivor',
  nation: 'england',
  age: 'no',
  question: 'Can a decision be looked at again?',
  areas: ['national-referral-mechanism', 'housing-rights'],
  tonight: 'no',
  exploiter: 'not-known',
  removal: 'no',
  events: ['nrm-reconsideration'],
  'nrm-reconsideration-day': '2',
  'who-can-act': 'support worker',
  language: 'ti',
  'safe-contact': 'Mornings only',
  service: '',
};
const BESIDE: Readonly<Record<string, Answers>> = {
  'nrm-reconsideration-day': {
    'nrm-reconsideration-month': 'November',
    'nrm-reconsideration-year': '2026',
  },
  language: { interpreter: 'needed' },
};

function encode(fields: Answers): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    const all = typeof value === 'string' ? [value] : (value ?? []);
    for (const one of all) {
      form.append(name, one);
    }
  }
  return form.toString();
}
