import type { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';
import { need } from './need';

/** The coordinator writes a template, tries it, breaks it and changes it. */
export async function templateJourney(
  coordinator: HubClient,
  canaries: Canaries,
): Promise<void> {
  const template = (what: string) => ({
    title: canaries.plant(`the title of ${what}`, {
      kept: true,
      mayStand: ['advice.template.title'],
    }),
    body: canaries.plant(`the text of ${what}`, {
      kept: true,
      mayStand: ['advice.template.body'],
    }),
    kind: 'signpost',
  });
  const { body } = need(
    await coordinator.post<{ id: string; version: number }>(
      '/api/advice/templates',
      template('a template'),
    ),
    201,
  );
  need(
    await coordinator.put(`/api/advice/templates/${body.id}`, {
      ...template('a changed template'),
      version: body.version,
    }),
  );
  for (const what of [
    `${canaries.plant('a template that was only tried')} {{reference}}`,
    `{{${canaries.plant('a field that no template has')}}}`,
    `{{#each ${canaries.plant('a list that no template has')}}}`,
    `{{lookup . "${canaries.plant('a helper that is not allowed')}"}}`,
  ]) {
    need(
      await coordinator.post('/api/advice/templates/preview', { body: what }),
      200,
      400,
    );
  }
}
