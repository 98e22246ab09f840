import { errorLines, fieldView, FormValues } from '@imsa-hub/core-node';
import type { PageField, PublicPage } from '@imsa-hub/core-node';

const CODE: PageField = {
  kind: 'text',
  name: 'code',
  label: 'What is your receipt code?',
  hint: 'You were shown it when you sent your question. It looks like 7K3M-9QRT-XW2B-H4DN. Small letters, and no dashes, are fine.',
  width: 20,
  spellcheck: false,
};

const PROBLEMS = {
  empty: 'Enter your receipt code',
  unknown:
    'We cannot find anything with this code. Check each letter and number, then enter it again',
} as const;

/**
 * The page that asks for a receipt code. What was typed is never shown again:
 * a code left on a screen opens the conversation, and every wrong one must get
 * the same page.
 */
export function drawCodePage(options: {
  problem: keyof typeof PROBLEMS | null;
}): PublicPage {
  const { problem } = options;
  const errors = problem ? [{ field: 'code', message: PROBLEMS[problem] }] : [];
  return {
    template: 'code',
    title: 'What is your receipt code?',
    status: problem ? 400 : 200,
    hasErrors: errors.length > 0,
    view: {
      errorLines: errorLines([CODE], errors),
      field: fieldView({
        field: CODE,
        values: new FormValues(),
        errors,
        asHeading: true,
      }),
    },
  };
}
