import type { Member } from './Cast';
import type { Findings } from './Findings';
import type { Planted } from './Planted';
import type { World } from './World';

const HOUR_MS = 3_600_000;

/** A kind of record that the Hub Manager can open in spite of a conflict. */
interface Glass {
  /** Words for what is found. */
  name: string;
  api: string;
  /** Brings one about the manager's employer. */
  plant(asker: Member, organisationId: string): Promise<Planted>;
  path(id: string): string;
  open(manager: Member, record: Planted): Promise<void>;
  endHour(id: string): Promise<void>;
  /** What its participants are told. */
  notice: string;
}

/**
 * Conflicted records before and after the Hub Manager opens them with a reason:
 * open to one person, for an hour, and those who take part are told.
 */
export async function tryBreakGlass(input: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const { world } = input;
  await tryOne({
    ...input,
    glass: {
      name: 'a query',
      api: '/api/advice/break-glass',
      plant: (asker, organisationId) => world.ask(asker, organisationId),
      path: id => `/api/advice/queries/${id}`,
      open: (manager, query) => world.breakGlass(manager, query),
      endHour: id => world.inside.endBreakGlass(id),
      notice: 'advice.glass-broken',
    },
  });
  await tryOne({
    ...input,
    glass: {
      name: 'a case',
      api: '/api/escalations/break-glass',
      plant: (asker, organisationId) =>
        world.cases.raise(asker, organisationId),
      path: id => `/api/escalations/cases/${id}`,
      open: (manager, planted) => world.cases.breakGlass(manager, planted),
      endHour: id => world.inside.endCaseBreakGlass(id),
      notice: 'escalations.glass-broken',
    },
  });
}

async function tryOne(input: {
  world: World;
  findings: Findings;
  glass: Glass;
}): Promise<void> {
  const { world, findings, glass } = input;
  const { cast, inside } = world;
  const manager = cast.of('hub-manager');
  const others = ['coordinator', 'senior', 'imsa', 'officer', 'admin'];
  const asker = cast.of('trainee');
  const record = await glass.plant(asker, manager.organisationId);
  const read = (key: string) =>
    cast
      .of(key)
      .client.get<{ openedByBreakGlassUntil: string }>(glass.path(record.id));
  const hold = (what: string, holds: boolean) => {
    findings.cells += 1;
    if (!holds) {
      findings.leaks.push(
        `break-glass of ${glass.name}: ${what} does not hold`,
      );
    }
  };

  hold('closed before', (await read('hub-manager')).status === 404);
  for (const key of others) {
    const { status } = await cast.of(key).client.post(glass.api, {
      reference: record.reference,
      reason: 'It is not theirs to open',
    });
    hold(`not for ${key}`, status === 403);
  }
  hold('closed after others tried', (await read('hub-manager')).status === 404);

  await glass.open(manager, record);
  const opened = await read('hub-manager');
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
    told.text.includes(glass.notice) && told.text.includes(record.id),
  );
  await glass.endHour(record.id);
  record.openedBy.length = 0;
  hold(
    'closed when the hour is over',
    (await read('hub-manager')).status === 404,
  );
}
