import { opinionOf, type Opinion, type Person } from './policy';
import type { Player } from './FlowCast';
import {
  bringersIn,
  isHandover,
  referredIn,
  withoutConsent,
  type Scene,
} from './Scene';

/** What each part of the cast is in the register. */
const ROLES: Readonly<Record<Player['part'], Person['role']>> = {
  'hub-manager': 'hub-manager',
  coordinator: 'advice-coordinator',
  senior: 'senior-imsa',
  handler: 'senior-imsa',
  spare: 'senior-imsa',
  raiser: 'imsa',
  lead: 'imsa',
  'next-lead': 'imsa',
  asked: 'imsa',
  supervisor: 'clinical-supervisor',
  officer: 'organisation-officer',
  board: 'advisory-board',
  analyst: 'meal-analyst',
  admin: 'platform-admin',
  nobody: 'nobody',
};

/** What the policy thinks of one cell of the table. */
export function thoughtOf(input: {
  scene: Scene;
  player: Player;
  action: string;
}): Opinion {
  const { scene, player, action } = input;
  const { part } = player;
  const { variant } = scene;
  const { raiser, lead } = bringersIn(variant);
  return opinionOf({
    action,
    person: {
      role: ROLES[part],
      raised: part === raiser,
      leads: part === lead,
      takesOver: part === 'next-lead' && isHandover(scene),
      handles: part === 'handler' && scene.handled,
      advises: part === 'asked' && variant === 'opinion open',
      referred: part === 'coordinator' && referredIn(scene),
    },
    standing: {
      state: scene.status,
      level: scene.level,
      agreed: !withoutConsent(variant),
      led: lead !== null,
      opinionOpen: variant === 'opinion open',
      handover: handoverIn(scene),
      spend: spendIn(scene, part),
    },
  });
}

function handoverIn({ variant }: Scene) {
  if (variant === 'handover offered') return 'offered';
  return variant === 'handover accepted' ? 'accepted' : 'none';
}

/** Whoever handles it proposed it. */
function spendIn({ variant }: Scene, part: Player['part']) {
  if (variant !== 'spend proposed') return 'none';
  return part === 'handler' ? 'own' : 'of others';
}

/** How the policy and what came of a try differ, or nothing. */
export function unlikePolicy(
  thought: Opinion,
  answered: { status: number; state: string | undefined },
): string[] {
  const right = {
    'sign-in': [401],
    missing: [404],
    refused: [400, 409],
    done: [200, 201, 204],
  }[thought.verdict].includes(answered.status);
  if (!right) {
    return [`the policy says ${thought.verdict}, not ${answered.status}`];
  }
  return thought.verdict === 'done' && thought.to !== answered.state
    ? [`the policy says it leads to ${thought.to}, not ${answered.state}`]
    : [];
}
