import { QUEUE_VIEWS } from '@imsa-hub/advice-common';
import { RETENTION_VIEWS } from '@imsa-hub/core';
import { BOARD_VIEWS } from '@imsa-hub/escalations-common';
import type { WrittenRoute } from '@imsa-hub/core-node';
import { answerPrint } from './answerPrint';
import type { Member } from './Cast';

const LISTS = [
  '/api/network/me',
  '/api/network/organisations?limit=100',
  '/api/notifications/notices',
  '/api/notifications/notices?unread=only',
  '/api/notifications/notices/unread-count',
  '/api/notifications/preferences',
  '/api/advice/day',
  '/api/advice/choices/children',
  '/api/advice/choices/events',
  '/api/advice/choices/colleagues',
  '/api/advice/templates',
  '/api/advice/mails?view=set-aside',
  '/api/escalations/day',
  '/api/escalations/load',
  '/api/escalations/drafts',
  '/api/escalations/choices',
  '/api/escalations/consent-requests',
  '/api/deadlines/rules',
  '/api/deadlines/holidays',
  '/api/network/erasures',
  '/api/catalog/entities',
  '/api/catalog/entities/by-query?fullTextFilterTerm=kestrel',
  '/api/catalog/locations',
];
const FILTERS = [
  '',
  '&nation=england',
  '&area=housing-rights',
  '&nation=wales',
];
/** Each finds many queries, so that what is left over shows in what comes after. */
const WORDS = [
  'ADV',
  'ESC',
  'ZQ',
  'housing',
  'england',
  'in progress',
  'kestrel',
  'imsa',
];
/** Of the hub's own plugins; what Backstage brings is in {@link LISTS}. */
const OWN = ['advice', 'deadlines', 'escalations', 'network', 'notifications'];
const MOST_PAGES = 40;
/** The newest ones, of all that are found. */
const MOST_RECORDS = 12;

/** An answer of the crawl. */
export interface Page {
  path: string;
  /** All of it, headers included, but for its number and moment. */
  print: string;
}

/**
 * Everything that somebody reaches by following what the hub gives them: every
 * list in every view, its filters and further pages, counts, choices, search,
 * notices, and each query that a list names, with who could take it.
 */
export async function crawl(member: Member): Promise<Page[]> {
  const pages: Page[] = [];
  const found = new Set<string>();
  for (const path of LISTS) await read(path);
  for (const view of QUEUE_VIEWS) {
    for (const filter of FILTERS) {
      await readAll(`/api/advice/queue?view=${view}${filter}`);
    }
  }
  await readAll('/api/advice/mails?view=waiting');
  for (const view of BOARD_VIEWS) {
    for (const filter of FILTERS) {
      await readAll(`/api/escalations/board?view=${view}${filter}`);
    }
  }
  for (const view of RETENTION_VIEWS) {
    await readAll(`/api/advice/retention?view=${view}`);
    await readAll(`/api/escalations/retention?view=${view}`);
  }
  await post('/api/escalations/search', { area: 'housing-rights' });
  await post('/api/escalations/search', { reference: 'ZQ-' });
  for (const words of WORDS) {
    await post('/api/search/find', { words });
    await post('/api/search/find', { words, kind: 'advice-queries' });
  }
  await post('/api/network/people/search', { limit: 100, name: 'a' });
  await post('/api/advice/choices/organisations', { text: 'kestrel' });
  for (const id of [...found].sort().slice(-MOST_RECORDS)) {
    await read(`/api/escalations/cases/${id}`);
    await read(`/api/advice/queries/${id}`);
    await read(`/api/advice/queries/${id}/suggestions`);
  }
  return pages;

  async function read(path: string): Promise<{ next?: string | null }> {
    const answer = await member.client.get<{ next?: string | null }>(path);
    pages.push({ path, print: answerPrint(answer) });
    for (const [, id = ''] of answer.text.matchAll(
      /"id":"([0-7][0-9a-z]{25})","reference"/g,
    )) {
      found.add(id);
    }
    return answer.body;
  }

  async function readAll(path: string): Promise<void> {
    let place = path;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { next } = await read(place);
      if (!next) return;
      place = `${path}&cursor=${next}`;
    }
  }

  async function post(path: string, body: object): Promise<void> {
    const answer = await member.client.post(path, body);
    pages.push({
      path: `${path} ${JSON.stringify(body)}`,
      print: answerPrint(answer),
    });
  }
}

/**
 * Lists of the hub that no crawl reads: every route without a record in its
 * address that answers with something.
 */
export function listsNotCrawled(input: {
  routes: readonly WrittenRoute[];
  pages: readonly Page[];
}): string[] {
  const read = new Set(input.pages.map(({ path }) => path.split('?')[0]));
  return input.routes
    .filter(
      ({ method, path }) =>
        method === 'get' &&
        OWN.some(plugin => path.startsWith(`/api/${plugin}/`)) &&
        !path.includes(':') &&
        // Of Backstage itself, the same for everybody; and what is listened to.
        !path.includes('/.') &&
        path !== '/api/notifications/live' &&
        !read.has(path),
    )
    .map(({ path }) => path);
}
