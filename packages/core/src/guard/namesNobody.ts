import { judgeText } from './judgeText';

/** What is said where a text has to name nobody and does not keep to it. */
export const NAMES_SOMEBODY =
  'This cannot be sent while it names or points to somebody.';

/**
 * Whether nothing in a text could tell who somebody is: for what others read
 * and no page can take back.
 */
export const namesNobody = (text: string): boolean =>
  judgeText({ text, policy: 'must-go' }).ok;
