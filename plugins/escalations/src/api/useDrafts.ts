import {
  BegunDraftSchema,
  CarryOverResponseSchema,
  DraftListSchema,
  DraftSchema,
  LimitsResponseSchema,
  type BeginDraftRequest,
  type Draft,
  type LimitsRequest,
} from '@imsa-hub/escalations-common';
import {
  useHubMutation,
  useHubQuery,
  useKeepAnswer,
  useOnce,
  type ProblemError,
} from '@imsa-hub/ui';
import { z } from 'zod';
import { keys } from './keys';
import { apiPaths } from './paths';

const CHANGES_LISTS = [keys.drafts, keys.day] as const;

/** What this person is writing, and what was returned to them. */
export function useDraftList() {
  return useHubQuery({
    key: keys.drafts,
    path: apiPaths.drafts,
    schema: DraftListSchema,
  });
}

/** One draft: its author's alone. */
export function useDraftRecord(id: string) {
  return useHubQuery({
    key: keys.draft(id),
    path: apiPaths.draft(id),
    schema: DraftSchema,
  });
}

/** Puts a newer draft that arrived by another way in place of the older one. */
export function useKeepDraft(): (draft: Draft) => void {
  const keep = useKeepAnswer();
  return draft =>
    keep<Draft>(keys.draft(draft.id), known => ({
      ...draft,
      // A refusal comes from within a transaction and does not name the query.
      fromQuery: draft.fromQuery ?? known?.fromQuery ?? null,
    }));
}

/** Begins a draft once, however often the button is pressed. */
export function useBeginDraft(onBegun: (draftId: string) => void): {
  begin(request: BeginDraftRequest): void;
  isPending: boolean;
  problem: ProblemError | null;
} {
  const once = useOnce();
  const { mutateAsync, isPending, error } = useHubMutation({
    path: apiPaths.drafts,
    schema: BegunDraftSchema,
    invalidates: CHANGES_LISTS,
    onSuccess: ({ id }: { id: string }, _request: BeginDraftRequest) =>
      onBegun(id),
  });
  return {
    begin: request => once(() => mutateAsync(request)),
    isPending,
    problem: error,
  };
}

/** Begins to mend a case that was returned, or goes on with it. */
export function useMend(onBegun: (draftId: string) => void) {
  const once = useOnce();
  const { mutateAsync, isPending, error } = useHubMutation({
    path: apiPaths.mend,
    body: () => undefined,
    schema: BegunDraftSchema,
    invalidates: CHANGES_LISTS,
    onSuccess: ({ id }: { id: string }, _caseId: string) => onBegun(id),
  });
  return {
    mend: (caseId: string) => once(() => mutateAsync(caseId)),
    isPending,
    problem: error,
  };
}

/** Deletes a draft for good. */
export function useDeleteDraft(onDeleted: () => void) {
  return useHubMutation({
    method: 'DELETE',
    path: apiPaths.draft,
    body: () => undefined,
    schema: z.undefined(),
    invalidates: CHANGES_LISTS,
    onSuccess: (_nothing: undefined, _draftId: string) => onDeleted(),
  });
}

/** What of a query carries over into a case. */
export function useCarryOver(queryId: string) {
  return useHubQuery({
    key: keys.carryOver(queryId),
    path: apiPaths.carryOver(queryId),
    schema: CarryOverResponseSchema,
  });
}

/** The limits that follow from events as they are written down. */
export function useLimits(request: LimitsRequest | undefined) {
  return useHubQuery({
    key: keys.limits(request ?? {}),
    path: apiPaths.limits,
    method: 'POST',
    body: request,
    schema: LimitsResponseSchema,
    enabled: request !== undefined && request.events.length > 0,
  });
}
