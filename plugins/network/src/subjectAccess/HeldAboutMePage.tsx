import { Button } from '@backstage/ui';
import { SubjectAnswerSchema } from '@imsa-hub/network-common';
import { ErrorState, PageBody, Section, useHubMutation } from '@imsa-hub/ui';
import { apiPaths } from '../shared/paths';
import { ExportFiles } from './ExportFiles';

/** Everything the hub holds on whoever is signed in; nobody is asked for leave. */
export function HeldAboutMePage() {
  const ask = useHubMutation({
    path: apiPaths.heldAboutMe,
    body: () => ({}),
    schema: SubjectAnswerSchema,
  });
  return (
    <PageBody
      title="What is held about me"
      lead="You can have everything that the hub holds about you, at any time. You need not ask anybody or give a reason."
      width="reading"
    >
      <Section title="What is in it">
        <ul>
          <li>your record in the register: details, employments, roles</li>
          <li>
            what you asked on the advice line, in your own words, and by
            reference what you worked on
          </li>
          <li>your notices, and the e-mails that said something waits</li>
          <li>
            what the audit trail says you did, and what was done to your record
          </li>
        </ul>
        <p>
          What others wrote is not in it. Records that the rule of independence
          keeps from you are not in it either.
        </p>
        <p>That you had this export stands in the audit trail.</p>
        <div className="hub-row">
          <Button
            variant={ask.data ? 'secondary' : 'primary'}
            size="medium"
            isPending={ask.isPending}
            onPress={() => ask.mutate(undefined)}
          >
            {ask.data ? 'Make it again' : 'Make the export'}
          </Button>
        </div>
        {ask.error && (
          <ErrorState
            error={ask.error}
            title="The export could not be made"
            onRetry={() => ask.mutate(undefined)}
          />
        )}
        {ask.data && <ExportFiles answer={ask.data} />}
      </Section>
      <Section title="If something is wrong">
        <p>
          Tell the Hub Manager. They correct the register. What you asked or
          wrote stays as you wrote it.
        </p>
      </Section>
    </PageBody>
  );
}
