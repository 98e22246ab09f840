import { Button } from '@backstage/ui';
import { Moment } from '@imsa-hub/ui';
import { SAVE_WORDS } from './replyWords';
import type { ReplyDraft } from './useReplyDraft';

/** Says whether what was typed is safe, and lets one save at once. */
export function SaveLine(props: {
  reply: ReplyDraft;
  /** ISO instant of the last save, if there was one. */
  savedAt: string | undefined;
}) {
  const { reply, savedAt } = props;
  const isEmpty = reply.text.body.trim() === '';
  const isQuiet = reply.state === 'saved' && (isEmpty || !savedAt);
  return (
    <div className="hub-row">
      <Button
        type="submit"
        variant="secondary"
        size="medium"
        isDisabled={isEmpty || reply.state === 'conflict'}
        isPending={reply.state === 'saving'}
      >
        Save now
      </Button>
      <p role="status" className="hub-optional">
        {!isQuiet && SAVE_WORDS[reply.state]}
        {!isQuiet && reply.state === 'saved' && savedAt && (
          <>
            {' '}
            <Moment at={savedAt} />
          </>
        )}
      </p>
    </div>
  );
}
