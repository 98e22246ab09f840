import {
  EscalationActionSchema,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { Notice, PageBody, PrintNote, useOpenAction } from '@imsa-hub/ui';
import { ACTION_FORMS } from '../actions/actionForms';
import { ActionsPanel } from '../actions/ActionsPanel';
import { CaseActionsProvider } from '../actions/CaseActions';
import { pagePaths } from '../api/paths';
import { CaseNotices } from './CaseNotices';
import { StatusLine } from './StatusLine';
import { SubmissionSection } from './SubmissionSection';

/** What somebody without a part in the case can still do to it. */
const OWN_ACTIONS = EscalationActionSchema.extract(['withdraw', 'reopen']);

/** A case as the one who brought it sees it without a part in it any more. */
export function MyWordsView({ record }: { record: EscalationRecord }) {
  const { open, item, show, close } = useOpenAction({
    allowed: record.allowedActions.flatMap(action => {
      const parsed = OWN_ACTIONS.safeParse(action);
      return parsed.success ? [parsed.data] : [];
    }),
    schema: OWN_ACTIONS,
  });
  const Form = open ? ACTION_FORMS[open] : undefined;
  return (
    <PageBody
      title={record.reference}
      eyebrow={`A case you brought · ${record.caseReference}`}
      back={{ href: pagePaths.view('raised-by-me'), label: 'Brought by me' }}
      status={<StatusLine record={record} />}
      width="reading"
    >
      <PrintNote />
      <Notice title="You see what you wrote">
        What you brought to the Hub stays yours to read. The work on this case
        is for others to see: it is about an organisation that you work for, or
        you have no part in it now.
      </Notice>
      <CaseActionsProvider
        record={record}
        onChoose={action => {
          const own = OWN_ACTIONS.safeParse(action);
          if (own.success) show(own.data);
        }}
      >
        <CaseNotices record={record} />
        {Form && (
          <Form key={open} record={record} item={item} onClose={close} />
        )}
        <SubmissionSection record={record} />
        {record.allowedActions.length > 0 && <ActionsPanel record={record} />}
      </CaseActionsProvider>
    </PageBody>
  );
}
