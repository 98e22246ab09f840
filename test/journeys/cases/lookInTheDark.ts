import { ConsolePage } from '../ConsolePage';
import type { CaseStory } from './CaseStory';

const PAGES = [
  '/cases',
  '/cases?view=closed',
  '/cases/search',
  '/cases/raise',
  '/cases/break-glass',
];

/** The pages of complex cases as a dark screen shows them. */
export async function lookInTheDark(story: CaseStory): Promise<void> {
  const manager = await ConsolePage.signIn(story.journey, 'hub-manager', {
    colours: 'dark',
  });
  for (const path of PAGES) await manager.open(path);
  await story.open(manager);
  await manager.open('/cases?view=open');
  await manager.page.keyboard.press('?');
  await manager.page.getByRole('dialog').waitFor();
  await manager.look('the keys of the desk');
}
