import type { SessionSettings } from '@imsa-hub/core-node';
import type { StampedSession } from './SessionStamp';

const MINUTE_MS = 60_000;

/**
 * Whether a session is over without anybody having ended it: it was not used for
 * too long, or has lasted as long as any may.
 *
 * @param now - milliseconds
 */
export function hasEnded(
  session: Pick<StampedSession, 'beganAt' | 'renewedAt'>,
  settings: Pick<SessionSettings, 'idleMinutes' | 'longestHours'>,
  now: number,
): boolean {
  return (
    now - session.renewedAt > settings.idleMinutes * MINUTE_MS ||
    now - session.beganAt > settings.longestHours * 60 * MINUTE_MS
  );
}
