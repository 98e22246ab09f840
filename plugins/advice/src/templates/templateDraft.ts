import type { ReplyKind, Template } from '@imsa-hub/advice-common';
import type { KnowledgeArea, Nation } from '@imsa-hub/core';
import { areaList, type ConflictRow } from '@imsa-hub/ui';

/** A template as it is being written. */
export interface TemplateDraft {
  title: string;
  body: string;
  nations: Nation[];
  areas: KnowledgeArea[];
  kind: ReplyKind;
}

/** What the editor starts from. A copy needs a title of its own. */
export function templateDraftOf(options: {
  template: Template | undefined;
  isNew: boolean;
}): TemplateDraft {
  const { template, isNew } = options;
  return {
    title: template && !isNew ? template.title : '',
    body: template?.body ?? '',
    nations: [...(template?.nations ?? [])],
    areas: [...(template?.areas ?? [])],
    kind: template?.kind ?? 'case-specific',
  };
}

/** What differs between what was written here and the newer template. */
export function templateConflict(options: {
  draft: TemplateDraft;
  newer: Template;
}): ConflictRow[] {
  const { draft, newer } = options;
  const rows = [
    { label: 'Title', yours: draft.title, newer: newer.title },
    { label: 'Text', yours: draft.body, newer: newer.body },
    {
      label: 'Knowledge areas',
      yours: areaList(draft.areas),
      newer: areaList(newer.areas),
    },
    {
      label: 'State',
      yours: 'In use',
      newer: newer.retired ? 'Retired' : 'In use',
    },
  ];
  return rows.filter(row => row.yours !== row.newer);
}
