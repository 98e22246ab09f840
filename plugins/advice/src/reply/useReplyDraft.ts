import { useEffect, useMemo } from 'react';
import type { QueryRecord } from '@imsa-hub/advice-common';
import { useDraft, useLeaveWarning, type ProblemError } from '@imsa-hub/ui';
import { useQueryAction } from '../api/useQueryAction';
import { reconcileReply } from './reconcileReply';
import { citesOf, replyTextOf, type ReplyText } from './replyText';
import { useAutosave } from './useAutosave';

/** The reply that is being written, and how it stands. */
export interface ReplyDraft {
  text: ReplyText;
  change(part: Partial<ReplyText>): void;
  /** `unsaved` waits for a pause; `conflict` for a decision. */
  state: 'saved' | 'saving' | 'unsaved' | 'conflict';
  /** What the backend has, where it differs. */
  server: ReplyText;
  /** Why it could not be saved. */
  problem: ProblemError | null;
  saveNow(): void;
  keepMine(): void;
  takeNewer(): void;
}

/**
 * Keeps a reply while it is written: in this tab at every key, and with the
 * backend at every pause. Nothing typed is lost by a reload, a refusal or a
 * wrong turn, and nothing of another screen's is overwritten.
 */
export function useReplyDraft(record: QueryRecord): ReplyDraft {
  const canWrite = record.allowedActions.includes('draft');
  const server = useMemo(
    () =>
      replyTextOf({
        draft: record.draft,
        kind: record.immigrationGate ? 'signpost' : 'case-specific',
      }),
    [record.draft, record.immigrationGate],
  );
  const [kept, setKept] = useDraft({
    key: `advice.reply.${record.id}`,
    initial: { text: server, base: server },
  });
  const { text, base } = kept;
  const standing = reconcileReply({ local: text, base, server });
  const { send, isPending, problem, forget } = useQueryAction({
    id: record.id,
    verb: 'draft',
    method: 'PUT',
  });

  useEffect(() => {
    if (standing === 'adopt') setKept({ text: server, base: server });
  }, [standing, server, setKept]);

  const isUnsaved = standing === 'dirty' && text.body.trim() !== '';
  const saveNow = () => {
    send({
      ...text,
      cites: citesOf(text.cites),
      version: record.version,
    });
  };
  useAutosave({
    isDue: canWrite && isUnsaved && !isPending,
    text,
    version: record.version,
    problem,
    save: saveNow,
  });
  useLeaveWarning(canWrite && isUnsaved);

  const settled = standing === 'conflict' ? 'conflict' : 'saved';
  const waiting = isUnsaved ? 'unsaved' : settled;
  return {
    text,
    change: part => {
      forget();
      setKept({ base, text: { ...text, ...part } });
    },
    state: isPending ? 'saving' : waiting,
    server,
    problem: problem?.isStale ? null : problem,
    saveNow,
    keepMine: () => setKept({ text, base: server }),
    takeNewer: () => setKept({ text: server, base: server }),
  };
}
