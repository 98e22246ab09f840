import type { Journey } from './Journey';
import type { SeenQuery } from './answerTogether';
import { ConsolePage } from './ConsolePage';

const PAGES = [
  '/',
  '/advice',
  '/advice?view=closed',
  '/advice/ask',
  '/advice/log-call',
  '/advice/templates',
  '/advice/templates/new',
  '/advice/break-glass',
  '/advice/mail',
  '/advice/retention',
  '/cases',
  '/cases/raise',
  '/cases/search',
  '/cases/break-glass',
  '/cases/retention',
  '/network',
  '/network/organisations',
  '/network/import',
  '/legal-limits',
  '/legal-limits/work-out',
  '/legal-limits/bank-holidays',
  '/held',
  '/erasures',
  '/about',
  '/notifications',
];

/** Forms that the other parts of the journey do not open. */
const FORMS = [
  'Give to somebody',
  'Link to another query',
  'Merge into another query',
  'Step back from this query',
  'Stop the clock',
];

// In the page, whose reader asked for reduced motion: whether anything would move
// for longer than an eye sees.
function movesLong(): boolean {
  const seconds = (value: string) =>
    Math.max(
      ...value
        .split(',')
        .map(each =>
          each.trim().endsWith('ms')
            ? parseFloat(each) / 1_000
            : parseFloat(each),
        ),
    );
  return [...document.querySelectorAll('*')].some(element => {
    const { animationName, animationDuration, transitionDuration } =
      getComputedStyle(element);
    const animated = animationName !== 'none' ? seconds(animationDuration) : 0;
    return Math.max(animated, seconds(transitionDuration)) > 0.01;
  });
}

/** The console's pages that need no record, and the forms of a query, with axe, at one width. */
export async function lookAround(
  journey: Journey,
  input: { query: SeenQuery; width: number; colours: 'light' | 'dark' },
): Promise<void> {
  const { query, width, colours } = input;
  const stranger = await journey.window({ width, colours });
  await stranger.goto(journey.hub.url);
  await stranger.getByRole('button', { name: 'Sign in' }).waitFor();
  await journey.look(stranger, 'the sign-in page');
  const manager = await ConsolePage.signIn(journey, 'hub-manager', {
    width,
    colours,
  });
  for (const path of PAGES) {
    await manager.open(path);
    const overflow = await manager.page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    journey.expect(`${path} fits ${width} px`, overflow <= 0);
    const moving = await manager.page.evaluate(movesLong);
    journey.expect(
      `${path} moves for nobody who asked for less of it`,
      !moving,
    );
  }
  await manager.openQuery(query.id);
  for (const form of FORMS) {
    await manager.begin(form);
    await manager.button('Not now').click();
  }
  await manager.open('/advice');
  await manager.page.keyboard.press('?');
  journey.expect(
    'the keys of the queue are shown on ?',
    await manager.page
      .getByRole('dialog')
      .waitFor()
      .then(
        () => true,
        () => false,
      ),
  );
  await manager.look('the keys of the queue');
}
