import { LONG_TEXT, type QueryRecord } from '@imsa-hub/advice-common';
import {
  ConfidentialTextArea,
  HubForm,
  RadioGroup,
  Section,
} from '@imsa-hub/ui';
import { REPLY_KIND_NAMES } from './replyWords';
import { ReplyConflict } from './ReplyConflict';
import { ReturnedNotice } from './ReturnedNotice';
import { SaveLine } from './SaveLine';
import { TemplateField } from './TemplateField';
import { replyErrors } from './replyErrors';
import { withTemplate } from './replyText';
import type { ReplyDraft } from './useReplyDraft';

/** Where the reply is written. It saves itself. */
export function ReplyEditor(props: { record: QueryRecord; reply: ReplyDraft }) {
  const { record, reply } = props;
  const { text, change } = reply;
  const isGated = record.immigrationGate !== null;
  return (
    <Section
      title="Your reply"
      lead={
        record.needsSecondReader
          ? 'A second person must read this reply before it can be sent.'
          : undefined
      }
    >
      <ReturnedNotice draft={record.draft} />
      <ReplyConflict reply={reply} />
      <HubForm
        label="Your reply"
        onSubmit={reply.saveNow}
        errors={replyErrors(reply.problem)}
        problem={reply.problem}
      >
        <TemplateField
          record={record}
          hasText={text.body.trim() !== ''}
          onFilled={filled => change(withTemplate({ reply: text, filled }))}
        />
        <RadioGroup
          name="reply.kind"
          label="What kind of reply is it?"
          hint={
            isGated
              ? 'On immigration you can say where to go, not advise on the case.'
              : undefined
          }
          orientation="horizontal"
          choices={[
            ...(isGated && text.kind === 'signpost'
              ? []
              : [
                  {
                    value: 'case-specific' as const,
                    label: REPLY_KIND_NAMES['case-specific'],
                  },
                ]),
            { value: 'signpost' as const, label: REPLY_KIND_NAMES.signpost },
          ]}
          value={text.kind}
          onChange={kind => change({ kind })}
        />
        <div id="reply">
          <ConfidentialTextArea
            name="reply.body"
            label="Reply"
            hint="The asker reads this. Plain words, short paragraphs, what to do first."
            rows={14}
            maxLength={LONG_TEXT}
            value={text.body}
            onChange={body => change({ body })}
          />
        </div>
        <ConfidentialTextArea
          name="reply.cites"
          label="What it rests on"
          hint="Rules, guidance or bulletins, one on each line."
          optional
          rows={3}
          value={text.cites}
          onChange={cites => change({ cites })}
        />
        <SaveLine reply={reply} savedAt={record.draft?.savedAt} />
      </HubForm>
    </Section>
  );
}
