import { randomInt } from 'node:crypto';
import { HubClient } from '../../support/HubClient';
import { ConsolePage } from '../ConsolePage';
import type { Journey } from '../Journey';

/** What these journeys read of a case. */
export interface SeenCase {
  id: string;
  reference: string;
  version: number;
  status: string;
  scope: 'whole' | 'what-i-wrote';
  handler: { name: string } | null;
  lead: { name: string } | null;
  limits: Array<{ date: string | null }>;
  documents: Array<{ id: string; version: number; title: string }>;
  opinions: Array<{ id: string }>;
  spends: Array<{ id: string; state: string }>;
}

/** Everybody who works on the case that the whole story follows. */
export const NAMES = {
  imsa: 'Leila Haddad',
  senior: 'Adaeze Nwankwo',
  seniorTwo: 'Callum Drummond',
  nextLead: 'Roza Demirtaş',
} as const;

/** Whoever has no account to choose signs in by address. */
export const NEXT_LEAD = 'roza.d@tidewell.example';

/**
 * One case from draft to closed: who it is, and everybody's browser. What is
 * asked past the pages goes through the same sign-in and the same routes.
 */
export class CaseStory {
  /** Set once it is raised. */
  id = '';
  reference = '';
  readonly caseReference = `NG-${randomInt(100_000, 999_999)}`;
  private readonly clients = new Map<string, HubClient>();

  constructor(readonly journey: Journey) {}

  /** A browser of this person, at the case. */
  async at(account: string): Promise<ConsolePage> {
    const person = await ConsolePage.signIn(this.journey, account);
    await this.open(person);
    return person;
  }

  async open(person: ConsolePage): Promise<void> {
    await person.open(`/cases/${this.id}`, this.reference);
  }

  async client(account: string): Promise<HubClient> {
    const known = this.clients.get(account);
    if (known) return known;
    const client = await HubClient.signIn(this.journey.hub.url, account);
    this.clients.set(account, client);
    return client;
  }

  /** The case as this person is told it. */
  async read(account: string): Promise<SeenCase> {
    const client = await this.client(account);
    const { body } = await client.get<SeenCase>(this.path());
    return body;
  }

  path(verb = ''): string {
    return `/api/escalations/cases/${this.id}${verb && `/${verb}`}`;
  }

  /** Does something to the case as it is now; the status of the answer. */
  async does(account: string, verb: string, body: object = {}) {
    const client = await this.client(account);
    const { version } = await this.read(account);
    return client.post<SeenCase>(this.path(verb), { version, ...body });
  }

  /** Notes that a move is not this person's to make, also past the pages. */
  async refuses(account: string, verb: string, body: object = {}) {
    const before = await this.read(account);
    const { status } = await this.does(account, verb, body);
    const after = await this.read(account);
    this.journey.expect(
      `${account} cannot ${verb}: refused (${status}) and nothing moved`,
      status >= 400 && status < 500 && after.version === before.version,
    );
  }
}
