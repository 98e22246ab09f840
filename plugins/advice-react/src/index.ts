/**
 * What other plugins may add to the pages of the advice line.
 *
 * @packageDocumentation
 */
export { QueueColumnBlueprint } from './QueueColumnBlueprint';
export type { QueueColumn } from './QueueColumn';
