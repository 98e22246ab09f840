import type { HubClient } from '../support/HubClient';

/** A complex case as its record shows it, as far as leaving goes. */
export interface OpenCase {
  id: string;
  version: number;
  status: string;
  scope: 'whole' | 'what-i-wrote';
  handler: { id: string } | null;
  lead: { id: string } | null;
  tasks: Array<{ owner: { id: string } }>;
}

const API = '/api/escalations';

/** The case as this person sees it. */
export async function readCase(
  person: HubClient,
  caseId: string,
): Promise<OpenCase> {
  const { body, status } = await person.get<OpenCase>(`${API}/cases/${caseId}`);
  if (status !== 200) throw new Error(`Reading a case answered ${status}`);
  return body;
}

/** One move of a case at its present version. @throws Error when refused */
export async function moveCase(options: {
  by: HubClient;
  caseId: string;
  name: string;
  body?: object;
}): Promise<void> {
  const { by, caseId, name, body } = options;
  const { version } = await readCase(by, caseId);
  const answer = await by.post(`${API}/cases/${caseId}/${name}`, {
    version,
    ...body,
  });
  if (answer.status !== 200) {
    throw new Error(`${name} answered ${answer.status}: ${answer.text}`);
  }
}

/** Takes it on, as somebody of the desk. */
export async function takeOn(by: HubClient, caseId: string): Promise<void> {
  await moveCase({ by, caseId, name: 'accept' });
  await moveCase({ by, caseId, name: 'start' });
}

/** Gives it another lead IMSA, who agrees; the survivor does too. */
export async function handOver(options: {
  caseId: string;
  by: HubClient;
  to: HubClient;
  toId: string;
}): Promise<void> {
  const { caseId, by, to, toId } = options;
  await moveCase({
    by,
    caseId,
    name: 'offer-handover',
    body: { personId: toId, reason: 'For the drill' },
  });
  await moveCase({ by: to, caseId, name: 'accept-handover' });
  await moveCase({
    by: to,
    caseId,
    name: 'complete-handover',
    body: { survivorAgreedOn: '2026-11-20' },
  });
}

/** Whether a list that this person is shown names the case. */
export async function isListed(
  person: HubClient,
  caseId: string,
  view: string,
): Promise<boolean> {
  const { body } = await person.get<{ rows?: Array<{ id: string }> }>(
    `${API}/board?view=${view}`,
  );
  return body.rows?.some(row => row.id === caseId) === true;
}

/** Whether this person was told so of the case. */
export async function isTold(
  person: HubClient,
  caseId: string,
  kind: string,
): Promise<boolean> {
  const { body } = await person.get<{
    notices?: Array<{ kind: string; path: string }>;
  }>('/api/notifications/notices?unread=only');
  return (
    body.notices?.some(
      notice => notice.kind === kind && notice.path.endsWith(caseId),
    ) === true
  );
}
