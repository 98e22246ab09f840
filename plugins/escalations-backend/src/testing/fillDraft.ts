import type { Draft } from '@imsa-hub/escalations-common';

/** Answers every page that these answers lead through, as their author. */
export async function fillDraft(options: {
  draftId: string;
  answers: Record<string, unknown>;
  /** A request of the plugin's as the draft's author. */
  send(
    method: 'get' | 'put',
    path: string,
    body?: object,
  ): PromiseLike<{ status: number; text: string; body: Draft }>;
}): Promise<void> {
  const { draftId, answers, send } = options;
  const asked = new Set<string>();
  for (;;) {
    const { body } = await send('get', `/drafts/${draftId}`);
    const page = body.pages.find(({ id }) => !asked.has(id));
    if (!page) return;
    asked.add(page.id);
    const saved = await send('put', `/drafts/${draftId}/page`, {
      version: body.version,
      page: page.id,
      answers: Object.fromEntries(
        page.fields.flatMap(({ name }) =>
          answers[name] === undefined ? [] : [[name, answers[name]]],
        ),
      ),
    });
    if (saved.status !== 200) throw new Error(saved.text);
  }
}
