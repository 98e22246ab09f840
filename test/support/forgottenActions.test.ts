import { ESCALATION_ACTIONS } from '@imsa-hub/escalations-common';
import { refuseForgotten } from './forgottenActions';

test('what nobody wrote words into is named, and only that', () => {
  expect(() => refuseForgotten(ESCALATION_ACTIONS)).not.toThrow();
  const silent = new Set(['submit', 'accept', 'start', 'accept-handover']);
  silent.add('add-event');
  const written = ESCALATION_ACTIONS.filter(action => !silent.has(action));
  expect(() => refuseForgotten(written)).not.toThrow();
  const left = written.filter(
    action => action !== 'answer-request' && action !== 'raise-level',
  );
  expect(() => refuseForgotten(left)).toThrow(
    'No word was planted in: raise-level, answer-request',
  );
});
