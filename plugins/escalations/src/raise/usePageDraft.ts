import {
  DraftSchema,
  type Draft,
  type SavePageRequest,
} from '@imsa-hub/escalations-common';
import type { JourneyAnswers, JourneyPage } from '@imsa-hub/core';
import {
  useDraft,
  useHubMutation,
  useLeaveWarning,
  useOnce,
  type FieldError,
  type ProblemError,
} from '@imsa-hub/ui';
import { useEffect, useMemo, useState } from 'react';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import { useKeepDraft } from '../api/useDrafts';
import { answersOn, problemsOn, sameAnswers, tidied } from './pageAnswers';

/** The page that is being answered, and how it stands. */
export interface PageDraft {
  answers: JourneyAnswers;
  change(part: JourneyAnswers): void;
  isUnsaved: boolean;
  /** What the backend has by now, where another window wrote it meanwhile. */
  newer: JourneyAnswers | undefined;
  /** Saves over the newer version. */
  keepMine(onSaved: (draft: Draft) => void): void;
  takeNewer(): void;
  /** Saves the page, once however often it is pressed. */
  save(onSaved: (draft: Draft) => void): void;
  isSaving: boolean;
  errors: readonly FieldError[];
  problem: ProblemError | null;
}

const NOTHING: readonly FieldError[] = [];

/**
 * Keeps what is typed on one page: in this tab at every key, with the backend
 * when it is saved. What another window saved is never overwritten unseen; a
 * newer version that says the same on this page is no conflict.
 */
export function usePageDraft(draft: Draft, page: JourneyPage): PageDraft {
  const server = useMemo(
    () => answersOn(page, draft.answers),
    [page, draft.answers],
  );
  const [kept, setKept, forget] = useDraft({
    key: `escalations.${draft.id}.${page.id}`,
    initial: { answers: server, base: server },
  });
  const [errors, setErrors] = useState(NOTHING);
  const once = useOnce();
  const keepDraft = useKeepDraft();
  const { mutateAsync, isPending, error } = useHubMutation({
    method: 'PUT',
    path: apiPaths.draftPage(draft.id),
    schema: DraftSchema,
    invalidates: [keys.drafts],
    onSuccess: (saved: Draft, _request: SavePageRequest) => keepDraft(saved),
  });

  const isUnsaved = !sameAnswers(tidied(page, kept.answers), kept.base);
  const isNewer = !sameAnswers(server, kept.base);
  const isConflict =
    isNewer && isUnsaved && !sameAnswers(tidied(page, kept.answers), server);
  useEffect(() => {
    if (isNewer && !isConflict) setKept({ answers: server, base: server });
  }, [isNewer, isConflict, server, setKept]);
  useLeaveWarning(isUnsaved);

  async function send(version: number, base: JourneyAnswers): Promise<Draft> {
    const answers = { ...tidied(page, kept.answers) };
    try {
      return await mutateAsync({ version, page: page.id, answers });
    } catch (refusal) {
      const current = currentIn(refusal);
      if (!current) throw refusal;
      keepDraft(current);
      const theirs = answersOn(page, current.answers);
      // Another page was saved elsewhere: this one can go on top of that.
      if (sameAnswers(theirs, base)) return send(current.version, base);
      throw refusal;
    }
  }

  const saveOn = (base: JourneyAnswers, onSaved: (draft: Draft) => void) =>
    once(async () => {
      const saved = await send(draft.version, base);
      forget();
      onSaved(saved);
    });

  return {
    answers: kept.answers,
    change: part => setKept({ ...kept, answers: { ...kept.answers, ...part } }),
    isUnsaved,
    newer: isConflict ? server : undefined,
    keepMine(onSaved) {
      setKept({ ...kept, base: server });
      saveOn(server, onSaved);
    },
    takeNewer: () => {
      setErrors(NOTHING);
      setKept({ answers: server, base: server });
    },
    save(onSaved) {
      const answers = tidied(page, kept.answers);
      const found = problemsOn(page, answers);
      setErrors(found.length > 0 ? found : NOTHING);
      // Items that were left empty would shift the places of the others.
      setKept({ ...kept, answers });
      if (found.length > 0 || isConflict) return;
      saveOn(kept.base, onSaved);
    },
    isSaving: isPending,
    errors,
    problem: error?.isStale ? null : error,
  };
}

function currentIn(refusal: unknown): Draft | undefined {
  const { isStale, current } = refusal as Partial<ProblemError>;
  if (!isStale) return undefined;
  const parsed = DraftSchema.safeParse(current);
  return parsed.success ? parsed.data : undefined;
}
