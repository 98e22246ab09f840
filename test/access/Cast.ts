import { HubClient } from '../support/HubClient';
import type { Caller } from './policy';

/** One column of the grid. */
export interface Member {
  /** Persona, or `nobody`. */
  key: string;
  role: Caller;
  client: HubClient;
  /** Register id; empty for nobody. */
  id: string;
  email: string;
  /** Where the person is employed; empty for nobody. */
  organisationId: string;
}

const COLUMNS: ReadonlyArray<[key: string, role: Caller]> = [
  ['hub-manager', 'hub-manager'],
  ['coordinator', 'advice-coordinator'],
  ['senior', 'senior-imsa'],
  ['imsa', 'imsa'],
  ['trainee', 'imsa'],
  ['supervisor', 'clinical-supervisor'],
  ['officer', 'organisation-officer'],
  ['board', 'advisory-board'],
  ['analyst', 'meal-analyst'],
  ['admin', 'platform-admin'],
];

/** Those who only set the scene, so that nobody is tested on their own work. */
const CREW = ['senior-two', 'senior-ffion'];

/** Everybody signed in: the columns of the grid, and the crew. */
export class Cast {
  private constructor(
    readonly members: readonly Member[],
    private readonly crew: readonly Member[],
  ) {}

  static async signIn(url: string): Promise<Cast> {
    const members: Member[] = [];
    for (const [key, role] of COLUMNS)
      members.push(await enter(url, key, role));
    const crew: Member[] = [];
    for (const key of CREW) crew.push(await enter(url, key, 'senior-imsa'));
    const nobody: Member = {
      key: 'nobody',
      role: 'nobody',
      client: HubClient.nobody(url),
      id: '',
      email: '',
      organisationId: '',
    };
    return new Cast([nobody, ...members], crew);
  }

  /** The person of a key. @throws Error where there is none */
  of(key: string): Member {
    const found = [...this.members, ...this.crew].find(one => one.key === key);
    if (!found) throw new Error(`Nobody is called ${key} here`);
    return found;
  }
}

async function enter(url: string, key: string, role: Caller): Promise<Member> {
  const client = await HubClient.signIn(url, key);
  const { body } = await client.get<{
    id: string;
    email: string;
    organisations: Array<{ id: string }>;
  }>('/api/network/me');
  return {
    key,
    role,
    client,
    id: body.id,
    email: body.email,
    organisationId: body.organisations[0]?.id ?? '',
  };
}
