import type { SearchRequest } from '@imsa-hub/escalations-common';

/** The search as it is being filled in; empty text is not chosen. */
export interface SearchDraft {
  reference: string;
  risk: string;
  area: string;
  status: string;
  tier: string;
  personId: string;
  raisedFrom: string;
  raisedTo: string;
}

/** Nothing asked for yet. */
export const EMPTY_SEARCH: SearchDraft = {
  reference: '',
  risk: '',
  area: '',
  status: '',
  tier: '',
  personId: '',
  raisedFrom: '',
  raisedTo: '',
};

/** What is sent: what was filled in, and nothing else. */
export function searchRequest(draft: SearchDraft): SearchRequest {
  return Object.fromEntries(
    Object.entries(draft)
      .map(([key, value]) => [key, value.trim()])
      .filter(([, value]) => value !== ''),
  ) as SearchRequest;
}
