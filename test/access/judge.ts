import type { HubAnswer } from '../support/HubClient';
import { answerPrint } from './answerPrint';
import type { Member } from './Cast';
import type { Verdict } from './policy';
import type { Call, Recipe } from './Recipe';
import type { Planted } from './Planted';

/** Which statuses a verdict means. */
const STATUSES: Readonly<Record<Verdict, (status: number) => boolean>> = {
  answered: status => status >= 200 && status < 300,
  known: status => status < 500,
  told: status => [400, 403, 404, 409].includes(status),
  'as-missing': status => status === 404,
  closed: status => status === 403,
  'sign-in': status => status === 401,
  nowhere: status => status === 404,
  public: status => status < 500,
};

/** Whether an answer is of the kind that the policy wants. */
export const isOfKind = (verdict: Verdict, answer: HubAnswer) =>
  STATUSES[verdict](answer.status);

/** Verdicts that leave everything as it was. */
export const isRefusal = (verdict: Verdict) =>
  ['as-missing', 'closed', 'sign-in', 'nowhere'].includes(verdict);

/**
 * What an answer gives away. What ought to work and does not is no leak; the
 * grid tells of it elsewhere.
 */
export function judge(input: {
  recipe: Recipe;
  verdict: Verdict;
  answer: HubAnswer;
  /** Print of what the answer must be the same as, if it must. */
  measure: string | undefined;
}): string[] {
  const { recipe, verdict, answer, measure } = input;
  const leaks: string[] = [];
  if (verdict !== 'answered' && !isOfKind(verdict, answer)) {
    leaks.push(`${verdict} was answered with ${answer.status}`);
  }
  const isMeasured =
    recipe.alike || ['as-missing', 'sign-in', 'public'].includes(verdict);
  const isSame = recipe.changing || answerPrint(answer) === measure;
  if (isMeasured && measure !== undefined && !isSame) {
    leaks.push('it can be told apart from what must look the same');
  }
  if (recipe.never?.test(answer.text)) leaks.push('it tells what it must not');
  return leaks;
}

// A trail repeats what its person asked for and was refused, of nothing too.
const REFUSED = /route:[a-z]+ [^"<\s\\]*/g;

/** Hidden records that stand in a text; an id that was asked for does not count. */
export function hiddenIn(input: {
  /** What was hidden from the member when the text was asked for. */
  hidden: readonly Planted[];
  member: Member;
  text: string;
  asked?: Call;
  /** Whether what the member raised or had a part in may stand in it, whatever their role is now. */
  keepsOwn?: boolean;
}): string[] {
  const { member, asked, keepsOwn } = input;
  const text = input.text.replace(REFUSED, '');
  const request = asked ? asked.path + JSON.stringify(asked.body ?? '') : '';
  const hidden = input.hidden.filter(
    ({ raisedBy, partIds }) =>
      !keepsOwn || (raisedBy !== member.id && !partIds?.includes(member.id)),
  );
  return hidden.flatMap(({ id, reference, word, mailId, caseReference }) => {
    const secrets = [
      word,
      reference,
      id,
      mailId ?? id,
      caseReference ?? id,
    ].filter(secret => !request.includes(secret));
    const found = secrets.find(secret => text.includes(secret));
    return found ? [`a hidden record stands in it (${found})`] : [];
  });
}
