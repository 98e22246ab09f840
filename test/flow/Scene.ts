import type {
  EscalationAction,
  EscalationStatus,
  Level,
} from '@imsa-hub/escalations-common';
import type { EscalationFlowContext } from '../../plugins/escalations-backend/src/flow/escalationFlow';
import type { FlowCast, Player } from './FlowCast';

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

/** In the others the coordinator has nothing to do with it. */
export const referredIn = ({ variant }: Scene) =>
  variant !== 'nothing open' && variant !== 'raiser leads';

/** At which level a case is in a variant. */
export function levelIn(variant: Variant): Level {
  if (variant === 'with the Hub Manager') return 'hub-manager';
  return variant === 'with an outside specialist'
    ? 'outside-specialist'
    : 'senior-imsa';
}

/** People who have a part in the case of a scene. */
function partsOf(scene: Scene): ReadonlyArray<Player['part']> {
  return [
    'raiser',
    ...(scene.variant === 'raiser leads' ? [] : (['lead'] as const)),
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
  const leads = variant === 'raiser leads' ? 'raiser' : 'lead';
  return {
    works: sees(scene, player),
    desk: player.door === 'desk',
    manages: player.manages,
    isRaiser: part === 'raiser',
    isLead: part === leads,
    isNextLead: part === 'next-lead' && isHandover(scene),
    isHandler: part === 'handler' && scene.handled,
    hasLead: true,
    destroyed: false,
    overrides: player.door === 'desk',
    consent: variant === 'without consent' ? 'none' : 'given',
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
