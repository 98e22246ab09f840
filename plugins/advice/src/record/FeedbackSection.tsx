import { Button } from '@backstage/ui';
import type { Helped, QueryRecord } from '@imsa-hub/advice-common';
import { Notice, Section } from '@imsa-hub/ui';
import { useQueryAction } from '../api/useQueryAction';

const ANSWERS: readonly { helped: Helped; label: string }[] = [
  { helped: 'yes', label: 'Yes' },
  { helped: 'partly', label: 'Partly' },
  { helped: 'no', label: 'No' },
];

/** Did this help? One press; it can be pressed again to change it. */
export function FeedbackSection({ record }: { record: QueryRecord }) {
  const { send, isPending, problem } = useQueryAction({
    id: record.id,
    verb: 'feedback',
  });
  const mayAnswer = record.allowedActions.includes('feedback');
  if (!mayAnswer && !record.helped) return null;
  const said = ANSWERS.find(({ helped }) => helped === record.helped);
  return (
    <Section title="Did this help?">
      {said && (
        <p role="status">
          You said: {said.label.toLowerCase()}. Thank you, it helps us to answer
          better.
        </p>
      )}
      {problem && (
        <Notice tone="negative" title="Your answer did not arrive" announce>
          {problem.detail}
        </Notice>
      )}
      {mayAnswer && (
        <div className="hub-row">
          {ANSWERS.map(({ helped, label }) => (
            <Button
              key={helped}
              variant={helped === record.helped ? 'primary' : 'secondary'}
              size="medium"
              isPending={isPending}
              onPress={() => send({ helped })}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </Section>
  );
}
