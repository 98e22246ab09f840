import type { Inside } from '../access/Inside';
import type { Canaries, Canary } from '../checks/logs/Canaries';

/** In how many columns it stands, each in a form of its own. */
export const CONTROLS = 4;

/**
 * A word in a place that is not sealed, in each form: a search that finds
 * nothing proves something only if it can find.
 */
export async function plantControl(
  inside: Inside,
  canaries: Canaries,
): Promise<Canary> {
  const word = canaries.plant('the control, which is written on purpose');
  await inside.value('create schema control');
  await inside.value(
    `create table control.written as
     select $1::text as plain, upper($1) as capitals, $2::text as base64,
       $3::text as hexadecimal`,
    [
      word,
      Buffer.from(`"${word}"`).toString('base64'),
      Buffer.from(word).toString('hex'),
    ],
  );
  const planted = canaries.all().find(canary => canary.word === word);
  if (!planted) throw new Error('The control was not planted');
  return planted;
}
