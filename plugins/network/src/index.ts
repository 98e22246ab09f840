/**
 * The pages of the network register.
 *
 * @packageDocumentation
 */
export { networkPlugin as default, networkPlugin } from './plugin';
