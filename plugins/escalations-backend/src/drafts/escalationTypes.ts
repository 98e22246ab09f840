import { JourneyPageSchema, type JourneyPage } from '@imsa-hub/core';
import { CHECK_PAGE, GENERAL_TYPE } from '@imsa-hub/escalations-common';
import type { EscalationType } from '@imsa-hub/escalations-node';
import { CORE_PAGES } from './corePages';

/** The types of complex cases there are. */
export interface EscalationTypes {
  /** @throws Error where the id, a page or a field name is in use or malformed */
  addType(type: EscalationType): void;
  all(): readonly EscalationType[];
  /** The type of a case; one whose module is gone is shown as the general one. */
  byId(id: string): EscalationType;
  has(id: string): boolean;
  /** Every page of a type's journey, in order. */
  pagesOf(id: string): readonly JourneyPage[];
}

const GENERAL: EscalationType = {
  id: GENERAL_TYPE,
  title: 'Complex case',
  description: 'Any case in which you need the Hub.',
  pages: [],
};

/** Makes the registry; it begins with the general type. */
export function createEscalationTypes(): EscalationTypes {
  const types = new Map<string, EscalationType>([[GENERAL.id, GENERAL]]);
  const byId = (id: string) => types.get(id) ?? GENERAL;
  return {
    addType(type) {
      if (types.has(type.id)) {
        throw new Error(
          `There is an escalation type "${type.id}" already: give yours another id`,
        );
      }
      const pageIds = new Set([...CORE_PAGES.map(({ id }) => id), CHECK_PAGE]);
      const names = new Set(
        CORE_PAGES.flatMap(page => page.fields.map(({ name }) => name)),
      );
      for (const page of type.pages) {
        JourneyPageSchema.parse(page);
        const taken = [
          ...(pageIds.has(page.id) ? [`page "${page.id}"`] : []),
          ...page.fields
            .filter(({ name }) => names.has(name))
            .map(({ name }) => `field "${name}"`),
        ];
        if (taken.length > 0) {
          throw new Error(
            `The escalation type "${type.id}" uses what is taken: ${taken.join(', ')}`,
          );
        }
        pageIds.add(page.id);
        for (const { name } of page.fields) names.add(name);
      }
      types.set(type.id, type);
    },
    all: () => [...types.values()],
    byId,
    has: id => types.has(id),
    pagesOf: id => [...CORE_PAGES, ...byId(id).pages],
  };
}
