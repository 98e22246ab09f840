import AxeBuilder from '@axe-core/playwright';
import { startHub, type Hub } from '@imsa-hub/launch';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { signInOnPage, startBrowser } from '../support/browser';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';

const CLAIM_ROUNDS = 20;

interface Step {
  what: string;
  held: boolean;
}

interface Query {
  id: string;
  reference: string;
  version: number;
  status: string;
  assignee: { id: string; name: string } | null;
}

/**
 * The advice line from question to answer: a survivor without JavaScript, the
 * coordinator, two advisers who claim at once, a second reader, the reply by
 * code, writing back, closing; and the same as refused.
 */
export async function check(): Promise<CheckResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-advice-'));
  const hub = await startHub({ dataDir, ports: PORTS_FOR_CHECKS.advice });
  const steps: Step[] = [];
  const expect = (what: string, held: boolean) => steps.push({ what, held });
  let axePages = 0;
  const axeFound: string[] = [];
  const look = async (page: Page) => {
    axePages += 1;
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const violation of violations) {
      axeFound.push(`${new URL(page.url()).pathname}: ${violation.id}`);
    }
  };
  const browser = await startBrowser();
  try {
    const code = await askInPublic(browser, hub);
    expect(
      'a receipt code is given',
      /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(code),
    );
    await workOnIt(hub, expect);
    await readByCode({ browser, hub, code, expect });
    await claimRace(hub, expect);
    await refusedPaths(hub, expect);
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
      ['axe violations', axeFound.join('; ') || '0'],
      ['steps that did not hold', broken.join('; ') || '0'],
      ['steps that held', `${steps.length - broken.length} of ${steps.length}`],
    ],
    holds: broken.length === 0 && axeFound.length === 0 && axePages > 0,
  };
}

type Expect = (what: string, held: boolean) => void;

/** The public form as on an old phone: no JavaScript. */
async function askInPublic(browser: Browser, hub: Hub): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const go = () => page.locator('button.govuk-button[value=continue]').click();
  await page.goto(`${hub.url}/ask`);
  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.getByLabel('I am asking for myself').check();
  await go();
  await page.getByLabel('England').check();
  await go();
  await page.getByLabel('No', { exact: false }).first().check();
  await go();
  await page
    .getByLabel('What would you like to ask?')
    .fill(
      'The council wants me to leave the hostel. Can I ask it to look again?',
    );
  await go();
  await page.getByLabel('Housing rights').check();
  await go();
  for (let question = 0; question < 3; question += 1) {
    await page.getByLabel('No', { exact: true }).check();
    await go();
  }
  await page.getByLabel('None of these, or I do not know').check();
  await go();
  await page.getByLabel('Who is already helping?').fill('');
  await go();
  await page.getByLabel('Which language').selectOption('en');
  await page.getByLabel('No', { exact: true }).check();
  await go();
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Safe contact and the service it is about: nothing to add.
  await go();
  await go();
  await page.getByRole('button', { name: 'Send my question' }).click();
  const code = await page.locator('.hub-code').innerText();
  await context.close();
  return code.trim();
}

async function workOnIt(hub: Hub, expect: Expect): Promise<void> {
  const coordinator = await HubClient.signIn(hub.url, 'coordinator');
  const advisers = await Promise.all(
    ['senior', 'senior-two'].map(key => HubClient.signIn(hub.url, key)),
  );
  const queue = await coordinator.get<{
    rows: Array<Query & { channel: string; receivedAt: string }>;
  }>('/api/advice/queue?view=to-triage&area=housing-rights');
  const found = queue.body.rows
    .filter(row => row.channel === 'public-form')
    .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))[0];
  expect('the coordinator sees it in the queue', found !== undefined);
  if (!found) return;
  const path = `/api/advice/queries/${found.id}`;
  const triaged = await coordinator.post<Query>(`${path}/triage`, {
    version: found.version,
    tier: 'full-advocacy',
    reason: 'Nobody else is helping',
    highRisk: true,
    areas: ['housing-rights'],
    subjectOrganisationId: null,
  });
  expect('it is triaged', triaged.status === 200);
  const claims = await Promise.all(
    advisers.map(adviser =>
      adviser.post<Query & { detail: string }>(`${path}/claim`, {
        version: triaged.body.version,
      }),
    ),
  );
  const winner = claims.findIndex(claim => claim.status === 200);
  const [mine, other] = winner === 0 ? advisers : [...advisers].reverse();
  const lost = claims.find(claim => claim.status === 409);
  const name = claims[winner]?.body.assignee?.name;
  expect(
    'exactly one of two gets it and the other is told who',
    claims.filter(claim => claim.status === 200).length === 1 &&
      name !== undefined &&
      lost?.body.detail.includes(name) === true,
  );
  if (!mine || !other) return;
  const templates = await mine.get<{ templates: Array<{ id: string }> }>(
    '/api/advice/templates',
  );
  const filled = await mine.post<{
    text: string;
    templateId: string;
    templateVersion: number;
  }>(`${path}/fill-template`, { templateId: templates.body.templates[0]?.id });
  const drafted = await mine.put<Query>(`${path}/draft`, {
    version: claims[winner]?.body.version,
    body: `${filled.body.text}\nYou can ask for a review.`,
    kind: 'case-specific',
    templateId: filled.body.templateId,
    templateVersion: filled.body.templateVersion,
    cites: ['Housing Act 1996, section 202'],
  });
  expect('the reply is drafted from a template', drafted.status === 200);
  const { version } = drafted.body;
  expect(
    'a high-risk reply cannot go out unread',
    (await mine.post(`${path}/send`, { version })).status === 409,
  );
  const asked = await mine.post<Query>(`${path}/ask-second-reader`, {
    version,
  });
  expect(
    'nobody approves what they wrote',
    (await mine.post(`${path}/approve`, { version: asked.body.version }))
      .status === 409,
  );
  const approved = await other.post<Query>(`${path}/approve`, {
    version: asked.body.version,
  });
  expect('the second reader sends it', approved.body.status === 'answered');
  expect(
    'a stale version is refused and changes nothing',
    (
      await mine.post(`${path}/hand-over`, {
        version: 1,
        personId: found.id,
        reason: 'x',
      })
    ).status === 409,
  );
}

async function readByCode(input: {
  browser: Browser;
  hub: Hub;
  code: string;
  expect: Expect;
}): Promise<void> {
  const { browser, hub, code, expect } = input;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const enter = async (typed: string) => {
    await page.goto(`${hub.url}/ask/reply`);
    await page.getByLabel('What is your receipt code?').fill(typed);
    await page.getByRole('button', { name: 'Read the reply' }).click();
  };
  await enter('AAAA-BBBB-CCCC-DDDD');
  expect(
    'a wrong code opens nothing',
    (await page.getByText('You can ask for a review.').count()) === 0,
  );
  await enter(code.toLowerCase().replaceAll('-', ' '));
  expect(
    'the code opens the reply',
    (await page.getByText('You can ask for a review.').count()) === 1,
  );
  await page.getByLabel('Write back').fill('Thank you. How long does it take?');
  await page.getByRole('button', { name: 'Send this message' }).click();
  expect(
    'what was written back is there',
    (await page.getByText('How long does it take?').count()) > 0,
  );
  await context.close();
}

/** Two people and the same instant, again and again. */
async function claimRace(hub: Hub, expect: Expect): Promise<void> {
  const coordinator = await HubClient.signIn(hub.url, 'coordinator');
  const senior = await HubClient.signIn(hub.url, 'senior');
  const rows = await coordinator.get<{ rows: Query[] }>(
    '/api/advice/queue?view=to-triage',
  );
  let right = 0;
  const race = rows.body.rows.slice(0, CLAIM_ROUNDS);
  for (const row of race) {
    const path = `/api/advice/queries/${row.id}`;
    const triaged = await coordinator.post<Query>(`${path}/triage`, {
      version: row.version,
      tier: 'signpost',
      reason: 'For the race',
      highRisk: false,
      areas: ['public-law'],
      subjectOrganisationId: null,
    });
    const claims = await Promise.all(
      [coordinator, senior, coordinator, senior].map(person =>
        person.post(`${path}/claim`, { version: triaged.body.version }),
      ),
    );
    const won = claims.filter(claim => claim.status === 200).length;
    const told = claims.filter(claim => claim.status === 409).length;
    if (won === 1 && told === claims.length - 1) right += 1;
  }
  expect(
    `one owner in each of ${race.length} races`,
    right === race.length && right > 0,
  );
}

/** The same moves by people to whom they are not open. */
async function refusedPaths(hub: Hub, expect: Expect): Promise<void> {
  const coordinator = await HubClient.signIn(hub.url, 'coordinator');
  const queue = await coordinator.get<{ rows: Query[] }>('/api/advice/queue');
  const id = queue.body.rows[0]?.id ?? '';
  const never = `7${id.slice(1)}`;
  const mask = (text: string) => text.replace(/"requestId":"\w+"/, '');
  for (const key of [
    'imsa',
    'officer',
    'board',
    'analyst',
    'admin',
    'supervisor',
  ]) {
    const person = await HubClient.signIn(hub.url, key);
    const there = await person.get(`/api/advice/queries/${id}`);
    const missing = await person.get(`/api/advice/queries/${never}`);
    const isAsked = key === 'imsa' && there.status === 200;
    expect(
      `${key}: forbidden and missing are the same`,
      isAsked ||
        (there.status === 404 && mask(there.text) === mask(missing.text)),
    );
    const claim = await person.post(`/api/advice/queries/${id}/claim`, {
      version: 1,
    });
    expect(`${key}: cannot claim`, claim.status === 404);
  }
  const nobody = HubClient.nobody(hub.url);
  expect(
    'nobody: 401',
    (await nobody.get(`/api/advice/queries/${id}`)).status === 401,
  );
  const unknownField = await coordinator.post(
    `/api/advice/queries/${id}/note`,
    { version: 1, body: 'x', extra: true },
  );
  expect('an unknown field is refused', unknownField.status === 400);
}

/** The console's pages with axe, signed in as the coordinator, at both widths. */
async function lookAround(input: {
  browser: Browser;
  hub: Hub;
  look(page: Page): Promise<void>;
}): Promise<void> {
  const { browser, hub, look } = input;
  for (const width of [1280, 360]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await signInOnPage({ page, url: hub.url, account: 'coordinator' });
    await look(page);
    for (const path of [
      '/advice',
      '/advice/ask',
      '/advice/templates',
      '/about',
      '/notifications',
      '/ask',
    ]) {
      await page.goto(`${hub.url}${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      // The live line never falls silent, so there is no idle network to await.
      await page.waitForTimeout(800);
      await look(page);
    }
    await page.goto(`${hub.url}/advice`);
    await page.locator('a[href^="/advice/queries/"]').first().click();
    await page.getByRole('heading', { name: 'The question' }).waitFor();
    await look(page);
    await context.close();
  }
}
