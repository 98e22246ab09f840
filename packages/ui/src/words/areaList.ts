import { KNOWLEDGE_AREA_NAMES, type KnowledgeArea } from '@imsa-hub/core';

/** Knowledge areas by name, as one line of text. */
export function areaList(areas: readonly KnowledgeArea[]): string {
  return areas.map(area => KNOWLEDGE_AREA_NAMES[area]).join(', ');
}
