import {
  QueryActionSchema,
  type QueryAction,
  type QueryRecord,
} from '@imsa-hub/advice-common';
import {
  OpeningsSection,
  PageBody,
  RetentionSection,
  useOpenAction,
} from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { ACTION_FORMS } from '../actions/actionForms';
import { ActionsPanel } from '../actions/ActionsPanel';
import { pagePaths } from '../api/paths';
import { ReplyInHand } from '../reply/ReplyInHand';
import { useReplyDraft } from '../reply/useReplyDraft';
import { MailOfQuerySection } from '../mail/MailOfQuerySection';
import { KEPT_QUERIES } from '../retention/keptQueries';
import { FactsColumn } from './FactsColumn';
import { HistorySection } from './HistorySection';
import { MergedSection } from './MergedSection';
import { QueryStatusLine } from './QueryStatusLine';
import { QuestionSection } from './QuestionSection';
import { RecordNotices } from './RecordNotices';
import { SafeContactBox } from './SafeContactBox';

function goToReply(): void {
  document.querySelector<HTMLElement>('#reply textarea')?.focus();
}

/** A query as those see it who answer. */
export function StaffView({ record }: { record: QueryRecord }) {
  const reply = useReplyDraft(record);
  const { open, item, show, close } = useOpenAction({
    allowed: record.allowedActions,
    schema: QueryActionSchema,
  });
  const Form = open ? ACTION_FORMS[open] : undefined;
  const navigate = useNavigate();
  const choose = (action: QueryAction, about?: string) => {
    if (action === 'draft') goToReply();
    // Written and raised where complex cases are.
    else if (action === 'take-on') navigate(pagePaths.makeCase(record.id));
    else show(action, about);
  };

  return (
    <PageBody
      title={record.reference}
      eyebrow="Advice query"
      back={{ href: pagePaths.queue, label: 'Advice line' }}
      status={<QueryStatusLine record={record} />}
    >
      <RecordNotices record={record} />
      <div className="hub-record">
        <div className="hub-record-actions hub-stack">
          <ActionsPanel record={record} onChoose={choose} />
          <SafeContactBox
            safeContact={record.safeContact}
            marks={record.markedBeside?.safeContact}
          />
        </div>
        <div className="hub-record-main hub-stack">
          <QuestionSection record={record} />
          <MergedSection record={record} />
          {record.channel === 'mailbox' && (
            <MailOfQuerySection queryId={record.id} />
          )}
          {Form && (
            <Form
              key={`${open} ${item}`}
              record={record}
              item={item}
              reply={reply}
              onClose={close}
            />
          )}
          <ReplyInHand record={record} reply={reply} />
          <OpeningsSection openings={record.openings} />
          <HistorySection entries={record.entries} />
        </div>
        <div className="hub-record-facts hub-stack">
          <FactsColumn record={record} onChoose={choose} />
          <RetentionSection kind={KEPT_QUERIES} retention={record.retention} />
        </div>
      </div>
    </PageBody>
  );
}
