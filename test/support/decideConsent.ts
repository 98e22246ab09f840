import type { HubClient } from './HubClient';

/**
 * Asks for a draft to be brought without the survivor's agreement, and has
 * somebody else decide that it may be.
 *
 * @throws Error where either is refused
 */
export async function decideConsent(input: {
  author: HubClient;
  decider: HubClient;
  draft: { id: string; version: number };
  reason: string;
}): Promise<void> {
  const { author, decider, draft, reason } = input;
  const must = ({ status, text }: { status: number; text: string }) => {
    if (status >= 300) throw new Error(`${status} ${text}`);
  };
  const requests = '/api/escalations/consent-requests';
  type Listed = { requests: Array<{ id: string }> };
  const idsNow = async () =>
    (await decider.get<Listed>(requests)).body.requests.map(({ id }) => id);
  const before = new Set(await idsNow());
  must(
    await author.post(
      `/api/escalations/drafts/${draft.id}/ask-consent-decision`,
      { version: draft.version },
    ),
  );
  const id = (await idsNow()).find(candidate => !before.has(candidate));
  must(
    await decider.post(`${requests}/${id}/decide`, {
      decision: 'granted',
      reason,
    }),
  );
}
