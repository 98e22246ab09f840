import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import {
  aPerson,
  listeningLogger,
  peopleOf,
} from '../__testUtils__/foundation';
import { createAnnouncements } from '../relay/announcements';
import { createLiveHub } from './createLiveHub';

const alice = aPerson({ id: 'alice' });
const bob = aPerson({ id: 'bob', organisationIds: ['conflicted'] });

const settled = () => new Promise(done => setImmediate(done));

function liveHub() {
  const people = peopleOf(alice, bob);
  const announcements = createAnnouncements();
  announcements.add({
    plugin: 'advice',
    knex: undefined as unknown as Knex,
    types: ['advice.claimed'],
    phrases: {},
    topic: 'advice',
    audience: async subject => {
      if (subject === 'advice-query:broken') throw new Error('canary');
      return person => !person.organisationIds.includes('conflicted');
    },
  });
  let say: (payload: string | undefined) => void = () => undefined;
  const { logger, lines } = listeningLogger();
  const { hub, stop } = createLiveHub({
    people: people.directory,
    announcements,
    listener: {
      on(channel, listener) {
        expect(channel).toBe('hub_live');
        say = listener;
      },
    },
    logger,
  });
  const connect = (person: PersonContext) => {
    const heard: unknown[] = [];
    const onEnd = jest.fn();
    const connection = hub.connect({
      person,
      onMessage: message => heard.push(message),
      onEnd,
    });
    return { heard, onEnd, connection };
  };
  const change = (subject = 'advice-query:1', type = 'advice.claimed') =>
    say(JSON.stringify({ plugin: 'advice', type, subject, entryId: 'e1' }));
  return {
    people,
    connect,
    change,
    say: (text?: string) => say(text),
    stop,
    lines,
  };
}

describe('live hub', () => {
  let live: ReturnType<typeof liveHub>;

  beforeEach(() => {
    live = liveHub();
  });
  afterEach(() => {
    live.stop();
    jest.useRealTimers();
  });

  it('is heard by those who may know of the record, and says a topic', async () => {
    const a = live.connect(alice);
    const b = live.connect(bob);
    live.change();
    await settled();
    expect(a.heard).toEqual([{ topic: 'advice' }]);
    expect(b.heard).toEqual([]);
  });

  it('closes the lines of whoever signs out, and not those opened after', () => {
    const before = live.connect(alice);
    const other = live.connect(bob);
    const signedOut = { ...alice, sessionsEndedAt: 1_000 };
    live.people.become([signedOut, bob]);
    expect(before.onEnd).toHaveBeenCalledTimes(1);
    const after = live.connect(signedOut);
    live.people.become([{ ...signedOut, displayName: 'Al' }, bob]);
    expect(after.onEnd).not.toHaveBeenCalled();
    live.people.become([{ ...alice, sessionsEndedAt: 2_000 }, bob]);
    expect(after.onEnd).toHaveBeenCalledTimes(1);
    expect(other.onEnd).not.toHaveBeenCalled();
  });

  it('asks about the person as they are now', async () => {
    const a = live.connect(alice);
    live.people.become([{ ...alice, organisationIds: ['conflicted'] }, bob]);
    live.change();
    await settled();
    expect(a.heard).toEqual([]);
    expect(a.onEnd).not.toHaveBeenCalled();
  });

  it('ends the line of a person who left, and says no more on it', async () => {
    const a = live.connect(alice);
    const b = live.connect(bob);
    live.people.become([bob]);
    expect(a.onEnd).toHaveBeenCalledTimes(1);
    expect(b.onEnd).not.toHaveBeenCalled();
    live.change();
    await settled();
    expect(a.heard).toEqual([]);
  });

  it('ends it within 15 seconds when no news of it came', () => {
    jest.useFakeTimers();
    live.stop();
    live = liveHub();
    const a = live.connect(alice);
    live.people.become([bob], false);
    expect(a.onEnd).not.toHaveBeenCalled();
    jest.advanceTimersByTime(15_000);
    expect(a.onEnd).toHaveBeenCalledTimes(1);
  });

  it('says nothing on a line that was closed', async () => {
    const a = live.connect(alice);
    a.connection.close();
    live.change();
    live.stop();
    await settled();
    expect(a.heard).toEqual([]);
    expect(a.onEnd).not.toHaveBeenCalled();
  });

  it('ends every line when the hub stops', () => {
    const lines = [live.connect(alice), live.connect(bob)];
    live.stop();
    lines.forEach(line => expect(line.onEnd).toHaveBeenCalledTimes(1));
  });

  it('says nothing of types that nobody announces', async () => {
    const a = live.connect(alice);
    live.change('advice-query:1', 'advice.unknown');
    await settled();
    expect(a.heard).toEqual([]);
  });

  it.each([
    ['a failing audience', (l: typeof live) => l.change('advice-query:broken')],
    ['a message that is no JSON', (l: typeof live) => l.say('{')],
    ['a message of another shape', (l: typeof live) => l.say('null')],
    ['a gap', (l: typeof live) => l.say()],
  ])('survives %s', async (_, happen) => {
    const a = live.connect(alice);
    happen(live);
    await settled();
    live.change();
    await settled();
    expect(a.heard).toEqual([{ topic: 'advice' }]);
    expect(JSON.stringify(live.lines)).not.toContain('canary');
  });
});
