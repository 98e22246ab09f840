import { londonDateOf, type Role } from '@imsa-hub/core';
import { Pool, type ClientConfig } from 'pg';
import { DirectoryListener } from './DirectoryListener';
import type { IdentityBinders } from './IdentityBinder';
import type { PeopleDirectory, SignInClaims } from './PeopleDirectory';
import type { OrganisationContext, PersonContext } from './PersonContext';
import { projectDirectory, type DirectoryDay } from './projectDirectory';
import { readDirectoryRows, type DirectoryReading } from './readDirectoryRows';

/** Without a reading for this long, everyone is unknown: it fails closed. */
const LONGEST_TRUST_MS = 60_000;
const REFRESH_EVERY_MS = 15_000;
const RETRY_EVERY_MS = 1_000;
const HOUR_MS = 3_600_000;

const NOBODY = projectDirectory({
  rows: { people: [], employments: [], grants: [], organisations: [] },
  today: '1900-01-01',
});

/** What {@link DatabasePeopleDirectory} stands on. */
export interface DatabasePeopleDirectoryOptions {
  connection: ClientConfig;
  binders: IdentityBinders;
  logger: { warn(message: string, meta?: Record<string, string>): void };
  /** The clock that tells the day; the system's unless told. */
  now?: () => Date;
  /** A clock nobody can set, in milliseconds, that tells a reading's age. */
  elapsed?: () => number;
}

/**
 * The directory over PostgreSQL. It keeps the register's rows with their dates
 * and works out each day from them, so that a role that ends at midnight in
 * London ends then, whether or not the database can be reached.
 */
export class DatabasePeopleDirectory implements PeopleDirectory {
  private readonly pool: Pool;
  private readonly listener: DirectoryListener;
  private readonly now: () => Date;
  private readonly elapsed: () => number;
  private readonly listeners = new Set<() => void>();
  private reading: (DirectoryReading & { begunAt: number }) | undefined;
  private day: DirectoryDay = NOBODY;
  private names = new Map<string, string>();
  private running: Promise<void> | undefined;
  private following: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private hour = -1;
  private toldDay = '';
  private lastFailed = false;
  private readonly first: Promise<void>;
  private firstDone: () => void = () => undefined;

  constructor(private readonly options: DatabasePeopleDirectoryOptions) {
    this.now = options.now ?? (() => new Date());
    this.elapsed = options.elapsed ?? (() => performance.now());
    this.pool = new Pool({ ...options.connection, max: 3 });
    // An idle connection that breaks is replaced at the next reading.
    this.pool.on('error', () => undefined);
    this.listener = new DirectoryListener({
      connection: options.connection,
      onChange: () => this.refreshQuietly(),
    });
    this.first = new Promise(resolve => {
      this.firstDone = resolve;
    });
  }

  /** Begins to read and to listen. */
  start(): void {
    void this.listener.start();
    this.refreshQuietly();
  }

  /** Ends every connection and timer. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.listener.close();
    await this.pool.end();
  }

  byEntityRef(entityRef: string): PersonContext | undefined {
    const [, id] = /^user:default\/([0-9a-z]{26})$/.exec(entityRef) ?? [];
    return id === undefined ? undefined : this.byId(id);
  }

  byId(personId: string): PersonContext | undefined {
    return this.current().byId.get(personId);
  }

  all(): readonly PersonContext[] {
    return this.current().all;
  }

  withRole(role: Role): readonly PersonContext[] {
    return this.current().byRole.get(role) ?? [];
  }

  nameOf(personId: string): string {
    return this.names.get(personId) ?? 'Somebody not in the register';
  }

  organisation(organisationId: string): OrganisationContext | undefined {
    return this.current().organisations.get(organisationId);
  }

  organisations(): readonly OrganisationContext[] {
    return this.current().organisationList;
  }

  onChange(listener: () => void): () => void {
    // A function of its own, so that one listener twice is two.
    const entry = () => listener();
    this.listeners.add(entry);
    return () => this.listeners.delete(entry);
  }

  ready(): Promise<void> {
    return this.first;
  }

  refresh(): Promise<void> {
    if (!this.running) {
      this.running = this.read().then(
        () => this.finished({ failed: false }),
        error => {
          this.finished({ failed: true });
          throw error;
        },
      );
      return this.running;
    }
    // The reading under way may have begun before the caller's change.
    this.following ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.following = undefined;
        return this.refresh();
      });
    return this.following;
  }

  async admit(claims: SignInClaims): Promise<PersonContext | undefined> {
    const { issuer, subject, email, emailVerified } = claims;
    if (!issuer || !subject) return undefined;
    const personId =
      (await this.boundPerson(issuer, subject)) ??
      (email && emailVerified
        ? await this.options.binders
            .current()
            ?.bind({ issuer, subject, email, emailVerified })
        : undefined);
    if (personId === undefined) return undefined;
    // Somebody entered a moment ago must not be turned away.
    if (!this.byId(personId)) await this.refresh();
    return this.byId(personId);
  }

  async endSessions(person: PersonContext): Promise<void> {
    const binder = this.options.binders.current();
    if (!binder) throw new Error('The register is not there yet');
    await binder.endSessions(person);
    await this.refresh();
  }

  private async boundPerson(
    issuer: string,
    subject: string,
  ): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ person_id: string }>(
      `select person_id from network.identity
       where issuer = $1 and subject = $2`,
      [issuer, subject],
    );
    return rows[0]?.person_id;
  }

  /** The day's people; nobody while the last reading is too old to trust. */
  private current(): DirectoryDay {
    const { reading } = this;
    if (!reading || this.elapsed() - reading.begunAt > LONGEST_TRUST_MS)
      return NOBODY;
    const now = this.now();
    // London's offset is whole hours, so its date changes on a whole hour of
    // UTC: within one, the day need not be asked again on each request.
    const hour = Math.floor(now.getTime() / HOUR_MS);
    if (hour === this.hour && this.day !== NOBODY) return this.day;
    const today = londonDateOf(now);
    if (this.day.today !== today)
      this.day = projectDirectory({ rows: reading.rows, today });
    this.hour = hour;
    return this.day;
  }

  private async read(): Promise<void> {
    const begunAt = this.elapsed();
    const before = this.reading;
    const found = await readDirectoryRows(this.pool);
    const changed = found.text !== before?.text;
    // Unchanged rows keep the objects that were made of them.
    this.reading = { ...(changed ? found : before), begunAt };
    if (changed) {
      this.names = new Map(
        found.rows.people.map(row => [row.id, row.displayName]),
      );
      this.day = NOBODY;
    }
    const { today } = this.current();
    // Everyone was unknown for a while, which listeners may have taken in.
    const recovered =
      before !== undefined && begunAt - before.begunAt > LONGEST_TRUST_MS;
    this.firstDone();
    if (!changed && !recovered && today === this.toldDay) return;
    this.toldDay = today;
    this.tell();
  }

  private finished(outcome: { failed: boolean }): void {
    this.running = undefined;
    this.lastFailed = outcome.failed;
    this.plan();
  }

  private tell(): void {
    for (const listener of this.listeners) {
      try {
        listener();
      } catch (error) {
        this.options.logger.warn('A listener of the register failed', {
          errorName: (error as Error).name,
        });
      }
    }
  }

  private refreshQuietly(): void {
    if (this.closed) return;
    this.refresh().catch(error =>
      this.options.logger.warn('The register cannot be read for now', {
        errorName: (error as Error).name,
      }),
    );
  }

  // The next look: soon after a failure, else at 15 seconds or at midnight in
  // London, whichever is first, so that listeners hear of it then.
  private plan(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    const pause = this.lastFailed
      ? RETRY_EVERY_MS
      : Math.min(REFRESH_EVERY_MS, millisecondsToMidnight(this.now()) + 5);
    this.timer = setTimeout(() => this.refreshQuietly(), pause).unref();
  }
}

// How long until midnight in London, if it is within the hour; else an hour.
function millisecondsToMidnight(now: Date): number {
  const left = HOUR_MS - (now.getTime() % HOUR_MS);
  const nextHour = new Date(now.getTime() + left);
  return londonDateOf(nextHour) === londonDateOf(now) ? HOUR_MS : left;
}
