import { newId } from '@imsa-hub/core';
import type { EscalationAction } from '@imsa-hub/escalations-common';
import type { HubAnswer, HubClient } from './HubClient';

/** One action on a case, or on the draft that raises or mends it. */
export interface CaseAction {
  action: EscalationAction;
  caseId: string;
  /** Only for raising it. */
  draftId?: string;
}

/** The address of an action, as the hub's ledger names it when it refuses. */
export function addressOf({ action, caseId, draftId }: CaseAction): string {
  if (action === 'submit') return `/drafts/${draftId}/submit`;
  return `/cases/${caseId}/${action === 'upload' ? 'files' : action}`;
}

/** Sends an action as its page would: a file as a form, all else as JSON. */
export function sendCaseAction<T = Record<string, unknown>>(
  input: CaseAction & {
    client: HubClient;
    version: number;
    body: Record<string, unknown>;
  },
): Promise<HubAnswer<T>> {
  const { client, action, version, body } = input;
  const path = `/api/escalations${addressOf(input)}`;
  if (action !== 'upload') return client.post<T>(path, { version, ...body });
  const form = new FormData();
  form.append('file', new Blob([String(body.content)]), String(body.name));
  return client.send<T>('POST', `${path}?requestKey=${newId()}`, form);
}
