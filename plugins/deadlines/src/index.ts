/**
 * The pages of legal limits and bank holidays.
 *
 * @packageDocumentation
 */
export { deadlinesPlugin as default, deadlinesPlugin } from './plugin';
