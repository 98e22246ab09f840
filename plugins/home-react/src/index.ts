/**
 * What other plugins may put on "My day".
 *
 * @packageDocumentation
 */
export { HomeCardBlueprint, type HomeCardParams } from './HomeCardBlueprint';
export type { HomeCard } from './HomeCard';
