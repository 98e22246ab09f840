import AxeBuilder from '@axe-core/playwright';
import { newId } from '@imsa-hub/core';
import { findChromium, startHub, type Hub } from '@imsa-hub/launch';
import { aMail, handOver } from '@imsa-hub/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { signInOnPage } from '../support/browser';
import { eventually } from '../support/eventually';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';

const JO = 'jo@mail.example';

interface SentMail {
  to: string[];
  subject: string;
  text: string;
  html: string;
}

/**
 * A mail from the wire to the reply, in a whole hub: taken by SMTP, seen,
 * logged, answered, told of without content, and read with the code that the
 * mail carried. The pages of it with axe, at both widths, light and dark.
 */
export async function check(): Promise<CheckResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-mailbox-'));
  const hub = await startHub({ dataDir, ports: PORTS_FOR_CHECKS.mailbox });
  const steps: Array<{ what: string; held: boolean }> = [];
  const expect = (what: string, held: boolean) => steps.push({ what, held });
  const axeFound: string[] = [];
  let axePages = 0;
  const look = async (page: Page) => {
    axePages += 1;
    const { violations } = await new AxeBuilder({ page }).analyze();
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    axeFound.push(
      ...violations.map(({ id }) => `${new URL(page.url()).pathname}: ${id}`),
      ...(wide
        ? [`${new URL(page.url()).pathname}: wider than the screen`]
        : []),
    );
  };
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const code = await fromMailToReply(hub, expect);
    await readReply({ browser, hub, code, expect });
    await lookAround({ browser, hub, look });
  } finally {
    await browser.close();
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  const broken = steps.filter(step => !step.held).map(step => step.what);
  return {
    figures: [
      ['pages looked at with axe', String(axePages)],
      ['axe violations, pages too wide', axeFound.join('; ') || '0'],
      ['steps that did not hold', broken.join('; ') || '0'],
      ['steps that held', `${steps.length - broken.length} of ${steps.length}`],
    ],
    holds: broken.length === 0 && axeFound.length === 0 && axePages > 0,
  };
}

type Expect = (what: string, held: boolean) => void;

async function fromMailToReply(hub: Hub, expect: Expect): Promise<string> {
  const coordinator = await HubClient.signIn(hub.url, 'coordinator');
  const senior = await HubClient.signIn(hub.url, 'senior');
  const raw = aMail({ From: `Jo <${JO}>` });
  const { mailbox: port } = hub.ports;
  const answers = await Promise.all([
    handOver({ port, raw }),
    handOver({ port, raw }),
  ]);
  expect(
    'the mail is taken',
    answers.every(text => text.startsWith('250')),
  );
  const list = await coordinator.get<{ rows: Array<{ id: string }> }>(
    '/api/advice/mails',
  );
  expect(
    'it is there once, with those of the demo',
    list.body.rows.length === 5,
  );
  const id = list.body.rows.at(-1)?.id ?? '';
  const mail = await senior.get<{ text: string }>(`/api/advice/mails/${id}`);
  expect('it can be read', mail.body.text.includes('mail-canary'));
  const request = (requestKey: string) => ({
    version: 1,
    question: 'What can she do? question-canary',
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
    giveReceiptCode: true,
    writing: 'with-code',
    requestKey,
  });
  const logs = await Promise.all(
    [coordinator, senior].map(person =>
      person.post<{ id: string; detail: string }>(
        `/api/advice/mails/${id}/log`,
        request(newId()),
      ),
    ),
  );
  expect(
    'one of two logs it and the other is told who',
    logs.filter(log => log.status === 201).length === 1 &&
      logs.some(log => /has logged this mail as ADV-/.test(log.body.detail)),
  );
  const query = logs.find(log => log.status === 201)?.body.id ?? '';
  await reply(coordinator, query);
  const sent = await mailsToJo(hub, 2);
  expect(
    'two mails went out, in their own words',
    sent
      .map(({ subject }) => subject)
      .sort()
      .join() === 'There is something for you to read,Your message has arrived',
  );
  expect(
    'nothing of it is in any mail',
    !JSON.stringify(sent).match(/canary|ADV-|IMSA[^ ]|slavery/i),
  );
  return (
    /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(
      sent.map(({ text }) => text).join(),
    )?.[0] ?? ''
  );
}

async function reply(person: HubClient, id: string): Promise<void> {
  const path = `/api/advice/queries/${id}`;
  for (const [verb, body] of [
    [
      'triage',
      {
        tier: 'full-advocacy',
        reason: 'Nobody else is helping',
        highRisk: false,
        areas: ['housing-rights'],
        subjectOrganisationId: null,
      },
    ],
    ['claim', {}],
    ['draft', { body: 'You can ask. reply-canary', kind: 'signpost' }],
    ['send', {}],
  ] as const) {
    const { body: now } = await person.get<{ version: number }>(path);
    const send = { version: now.version, ...body };
    const done =
      verb === 'draft'
        ? await person.put(`${path}/${verb}`, send)
        : await person.post(`${path}/${verb}`, send);
    if (done.status !== 200) throw new Error(`${verb} answered ${done.status}`);
  }
}

async function mailsToJo(hub: Hub, wanted: number): Promise<SentMail[]> {
  let sent: SentMail[] = [];
  await eventually(async () => {
    const response = await fetch(`${hub.mailUrl}/api/mails`);
    const { mails } = (await response.json()) as { mails: SentMail[] };
    sent = mails.filter(({ to }) => to.includes(JO));
    if (sent.length < wanted) throw new Error('not all have come');
  }, 40_000);
  return sent;
}

async function readReply(input: {
  browser: Browser;
  hub: Hub;
  code: string;
  expect: Expect;
}): Promise<void> {
  const { browser, hub, code, expect } = input;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hub.url}/ask/reply`);
  await page.locator('input[type=text]').first().fill(code);
  await page.getByRole('button', { name: 'Read the reply' }).click();
  expect(
    'the code of the mail opens the reply',
    (await page.content()).includes('reply-canary'),
  );
  await context.close();
}

/** The pages of the mailbox as the coordinator sees them. */
async function lookAround(input: {
  browser: Browser;
  hub: Hub;
  look(page: Page): Promise<void>;
}): Promise<void> {
  const { browser, hub, look } = input;
  for (const width of [1280, 360]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        locale: 'en-GB',
      });
      const page = await context.newPage();
      await signInOnPage({ page, url: hub.url, account: 'coordinator' });
      await page.getByText(/mails? to be logged/).waitFor();
      for (const view of ['waiting', 'set-aside']) {
        await page.goto(`${hub.url}/advice/mail?view=${view}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForTimeout(800);
        await look(page);
      }
      await page.goto(`${hub.url}/advice/mail`);
      await page.locator('tbody a').first().click();
      await page.getByRole('heading', { name: 'The question' }).waitFor();
      await page.getByText('By a receipt code', { exact: true }).click();
      await page.getByText('Yes, without the code').waitFor();
      await look(page);
      await page.getByRole('button', { name: 'Set it aside' }).click();
      await page.getByText('What is it?').waitFor();
      await look(page);
      await context.close();
    }
  }
}
