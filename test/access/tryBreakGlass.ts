import type { Findings } from './Findings';
import type { World } from './World';

const HOUR_MS = 3_600_000;

/**
 * A conflicted record before and after the Hub Manager opens it with a reason:
 * open to one person, for an hour, and those who take part in it are told.
 */
export async function tryBreakGlass(input: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const { world, findings } = input;
  const { cast, inside } = world;
  const manager = cast.of('hub-manager');
  const others = ['coordinator', 'senior', 'imsa', 'officer', 'admin'];
  const asker = cast.of('trainee');
  const query = await world.ask(asker, manager.organisationId);
  const path = `/api/advice/queries/${query.id}`;
  const read = (key: string) => cast.of(key).client.get(path);
  const hold = (what: string, holds: boolean) => {
    findings.cells += 1;
    if (!holds) findings.leaks.push(`break-glass: ${what} does not hold`);
  };

  hold('closed before', (await read('hub-manager')).status === 404);
  for (const key of others) {
    const { status } = await cast
      .of(key)
      .client.post('/api/advice/break-glass', {
        reference: query.reference,
        reason: 'It is not theirs to open',
      });
    hold(`not for ${key}`, status === 403);
  }
  hold('closed after others tried', (await read('hub-manager')).status === 404);

  await world.breakGlass(manager, query);
  const opened = await manager.client.get<{ openedByBreakGlassUntil: string }>(
    path,
  );
  const until = Date.parse(opened.body.openedByBreakGlassUntil);
  hold('open after', opened.status === 200);
  hold('for an hour', Math.abs(until - Date.now() - HOUR_MS) < 60_000);
  for (const key of others) {
    hold(`still closed to ${key}`, (await read(key)).status === 404);
  }
  await inside.settled();
  const told = await asker.client.get('/api/notifications/notices');
  hold(
    'the asker is told',
    told.text.includes('advice.glass-broken') && told.text.includes(query.id),
  );
  await inside.endBreakGlass(query.id);
  query.openedBy.length = 0;
  hold(
    'closed when the hour is over',
    (await read('hub-manager')).status === 404,
  );
}
