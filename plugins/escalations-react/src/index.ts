/**
 * What other plugins may add to the pages of complex cases.
 *
 * @packageDocumentation
 */
export {
  EscalationPanelBlueprint,
  type EscalationPanelParams,
} from './EscalationPanelBlueprint';
export type { EscalationPanel, EscalationPanelProps } from './EscalationPanel';
export { answerOf } from './answerOf';
