import {
  ConsentDecisionSchema,
  ConsentRequestsSchema,
  type DecideConsentRequest,
} from '@imsa-hub/escalations-common';
import { useHubMutation, useHubQuery } from '@imsa-hub/ui';
import { z } from 'zod';
import { keys } from './keys';
import { apiPaths } from './paths';

/** Requests to discuss a case without agreement; for those who may decide. */
export function useConsentRequests(options: { enabled: boolean }) {
  return useHubQuery({
    key: keys.consentRequests,
    path: apiPaths.consentRequests,
    schema: ConsentRequestsSchema,
    enabled: options.enabled,
  });
}

/** Decides on one of them. */
export function useDecideConsent(requestId: string, onDecided: () => void) {
  return useHubMutation({
    path: apiPaths.decideConsent(requestId),
    schema: z.undefined(),
    invalidates: [keys.consentRequests, keys.day],
    onSuccess: (_nothing: undefined, _request: DecideConsentRequest) =>
      onDecided(),
  });
}

/** Asks for a decision on what a draft says. */
export function useAskConsentDecision(draftId: string) {
  return useHubMutation({
    path: apiPaths.askConsentDecision(draftId),
    schema: ConsentDecisionSchema,
    body: ({ version }: { version: number }) => ({ version }),
    invalidates: [keys.draft(draftId)],
  });
}
