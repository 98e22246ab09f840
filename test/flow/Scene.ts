import type {
  EscalationAction,
  EscalationStatus,
  Level,
} from '@imsa-hub/escalations-common';
import type { EscalationFlowContext } from '../../plugins/escalations-backend/src/flow/escalationFlow';
import { PARTS, type FlowCast, type PartName, type Player } from './FlowCast';

/** What stands open in a scene, or is otherwise than usual. */
export const VARIANTS = [
  'nothing open',
  'opinion open',
  'handover offered',
  'handover accepted',
  'spend proposed',
  'with the Hub Manager',
  'without consent',
  'with an outside specialist',
  'raiser leads',
  'brought by the Hub Manager',
  'led by the Hub Manager, without consent',
  'the lead has left',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** Everything the check knows of a scene, because it set it. */
export interface Scene {
  /** Under which its rows are kept. */
  name: string;
  caseId: string;
  status: Exclude<EscalationStatus, 'draft'>;
  variant: Variant;
  level: Level;
  /** Whether anybody handles it yet. */
  handled: boolean;
  /** The draft with which the raiser mends it. */
  draftId: string;
  opinionId?: string;
  spendId?: string;
  taskId?: string;
}

/** Whether somebody was asked to lead it from now on. */
export const isHandover = (scene: Scene) =>
  scene.variant.startsWith('handover');

/** Who brought the case of a scene, and who leads it. */
export interface Bringers {
  raiser: PartName;
  /** Nobody where the last one left or stepped back. */
  lead: PartName | null;
}

/** Where it is otherwise than usual; set by hand, whatever the state. */
const BRINGERS: Partial<Record<Variant, Bringers>> = {
  'raiser leads': { raiser: 'raiser', lead: 'raiser' },
  // Nobody at the desk decides on their own, as raiser or as lead.
  'brought by the Hub Manager': { raiser: 'hub-manager', lead: 'senior' },
  'led by the Hub Manager, without consent': {
    raiser: 'senior',
    lead: 'hub-manager',
  },
  'the lead has left': { raiser: 'raiser', lead: null },
};

const some = (...parts: ReadonlyArray<PartName | null>) =>
  parts.filter((part): part is PartName => part !== null);

/** Who brought and who leads it in a variant. */
export const bringersIn = (variant: Variant): Bringers =>
  BRINGERS[variant] ?? { raiser: 'raiser', lead: 'lead' };

/** Whether a variant differs in who brought and leads it. */
export const hasOwnBringers = (variant: Variant) => variant in BRINGERS;

/** Who tries it: of the desk's own cases, those to whom they are otherwise. */
export function triersOf({ variant }: Scene): readonly PartName[] {
  const { raiser, lead } = bringersIn(variant);
  const isOfTheDesk = hasOwnBringers(variant) && raiser !== 'raiser';
  return isOfTheDesk ? some(raiser, lead) : PARTS;
}

/** Whether the survivor does not agree, and nobody decided either. */
export const withoutConsent = (variant: Variant) =>
  variant.endsWith('without consent');

/** In the others the coordinator has nothing to do with it. */
export const referredIn = ({ variant }: Scene) =>
  variant !== 'nothing open' && !hasOwnBringers(variant);

/** At which level a case is in a variant. */
export function levelIn(variant: Variant): Level {
  if (variant === 'with the Hub Manager') return 'hub-manager';
  return variant === 'with an outside specialist'
    ? 'outside-specialist'
    : 'senior-imsa';
}

/** People who have a part in the case of a scene. */
function partsOf(scene: Scene): ReadonlyArray<Player['part']> {
  const { raiser, lead } = bringersIn(scene.variant);
  return [
    ...some(raiser, lead),
    ...(scene.handled ? (['handler'] as const) : []),
    ...(referredIn(scene) ? (['coordinator'] as const) : []),
    ...(scene.variant === 'opinion open' ? (['asked'] as const) : []),
    ...(isHandover(scene) ? (['next-lead'] as const) : []),
  ];
}

/** Whether somebody may know of the case at all. */
export function sees(scene: Scene, player: Player): boolean {
  return player.door === 'desk' || partsOf(scene).includes(player.part);
}

/** What the table's guards ask, answered from the scene and nothing of the hub's. */
export function contextOf(scene: Scene, player: Player): EscalationFlowContext {
  const { variant } = scene;
  const { part } = player;
  const { raiser, lead } = bringersIn(variant);
  return {
    works: sees(scene, player),
    desk: player.door === 'desk',
    manages: player.manages,
    isRaiser: part === raiser,
    isLead: part === lead,
    isNextLead: part === 'next-lead' && isHandover(scene),
    isHandler: part === 'handler' && scene.handled,
    hasLead: lead !== null,
    destroyed: false,
    overrides: player.door === 'desk',
    consent: withoutConsent(variant) ? 'none' : 'given',
    level: scene.level,
    opinionOpen: variant === 'opinion open',
    opinionAskedOfMe: variant === 'opinion open' && part === 'asked',
    handoverOpen: isHandover(scene),
    handoverAccepted: variant === 'handover accepted',
    spendOpen: variant === 'spend proposed',
    // The person who handles it proposed it.
    spendOfOthersOpen: variant === 'spend proposed' && part !== 'handler',
    narrowed: () => undefined,
  };
}

/** Who can take what is given in a scene, so that nothing but the flow refuses. */
export function takerOf(
  scene: Scene,
  action: EscalationAction,
  cast: FlowCast,
): string {
  if (action === 'offer-handover') return cast.of('next-lead').id;
  // Anybody of the network can be asked, whatever the level.
  if (action === 'ask-opinion') return cast.spare.id;
  return scene.level === 'senior-imsa'
    ? cast.spare.id
    : cast.of('hub-manager').id;
}
