import { HubClient } from '../support/HubClient';

/** What somebody is to the case that is tried. */
export const PARTS = [
  'hub-manager',
  'coordinator',
  'senior',
  'handler',
  'raiser',
  'lead',
  'next-lead',
  'asked',
  'supervisor',
  'officer',
  'board',
  'analyst',
  'admin',
  'nobody',
] as const;
export type PartName = (typeof PARTS)[number];

/** Which persona has which part. */
const PERSONAS: Readonly<Record<Exclude<PartName, 'nobody'>, string>> = {
  'hub-manager': 'hub-manager',
  coordinator: 'coordinator',
  senior: 'senior',
  handler: 'senior-two',
  raiser: 'imsa',
  lead: 'trainee',
  'next-lead': 'imsa-oluwaseun',
  asked: 'imsa-hannah',
  supervisor: 'supervisor',
  officer: 'officer',
  board: 'board',
  analyst: 'analyst',
  admin: 'admin',
};

/** What a role is for, said again here and not taken from the hub's code. */
export type Door = 'desk' | 'use' | 'none';

/** Somebody signed in, or nobody. */
export interface Player {
  part: PartName | 'spare';
  client: HubClient;
  /** Register id; empty for nobody. */
  id: string;
  door: Door;
  manages: boolean;
}

const DESK = ['hub-manager', 'senior', 'handler', 'spare'];
const NO_DOOR = [
  'supervisor',
  'officer',
  'board',
  'analyst',
  'admin',
  'nobody',
];

/** Everybody who tries something, and a senior IMSA who only takes over. */
export class FlowCast {
  private constructor(
    readonly players: ReadonlyMap<PartName, Player>,
    /** Somebody who could take any part. */
    readonly spare: Player,
  ) {}

  static async signIn(url: string): Promise<FlowCast> {
    const players = new Map<PartName, Player>();
    for (const part of PARTS) {
      const client =
        part === 'nobody'
          ? HubClient.nobody(url)
          : await HubClient.signIn(url, PERSONAS[part]);
      players.set(part, await player(part, client));
    }
    const ffion = await HubClient.signIn(url, 'senior-ffion');
    return new FlowCast(players, await player('spare', ffion));
  }

  of(part: PartName): Player {
    const found = this.players.get(part);
    if (!found) throw new Error(`Nobody is ${part}`);
    return found;
  }
}

async function player(
  part: Player['part'],
  client: HubClient,
): Promise<Player> {
  const id =
    part === 'nobody'
      ? ''
      : (await client.get<{ id: string }>('/api/network/me')).body.id;
  return {
    part,
    client,
    id,
    door: doorOf(part),
    manages: part === 'hub-manager',
  };
}

function doorOf(part: Player['part']): Door {
  if (DESK.includes(part)) return 'desk';
  return NO_DOOR.includes(part) ? 'none' : 'use';
}
