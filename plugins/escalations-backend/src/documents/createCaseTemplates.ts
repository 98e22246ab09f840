import type { Nation } from '@imsa-hub/core';
import type { CaseTemplate } from '@imsa-hub/escalations-node';
import { z } from 'zod';
import type { EscalationTypes } from '../drafts/escalationTypes';
import { CaseTemplateSchema } from './caseTemplateSchema';

/** The templates of documents there are. */
export interface CaseTemplates {
  /** Those for a case: the hub's and its type's, of its nation's law. */
  offered(row: { type: string; nation: Nation }): readonly CaseTemplate[];
  /** The title of a template; its id where its module is gone. */
  titleOf(id: string): string;
}

/**
 * Puts the hub's templates and those of types together.
 *
 * @throws Error where an id is used twice, or a template cannot be filled
 */
export function createCaseTemplates(options: {
  builtIn: readonly CaseTemplate[];
  types: EscalationTypes;
}): CaseTemplates {
  const { builtIn, types } = options;
  const byId = new Map<string, CaseTemplate>();
  const add = (template: CaseTemplate) => {
    if (byId.has(template.id)) {
      throw new Error(
        `There is a template "${template.id}" already: give yours another id`,
      );
    }
    byId.set(template.id, template);
  };
  builtIn.forEach(add);
  const ofType = new Map(
    types.all().map(type => [type.id, type.templates ?? []] as const),
  );
  for (const template of [...ofType.values()].flat()) {
    const checked = CaseTemplateSchema.safeParse(template);
    if (!checked.success) {
      throw new Error(
        `The template "${template.title}" cannot be used: ${z.prettifyError(checked.error)}`,
      );
    }
    add(template);
  }
  return {
    offered: ({ type, nation }) =>
      [...builtIn, ...(ofType.get(type) ?? [])].filter(
        ({ nations }) => nations.length === 0 || nations.includes(nation),
      ),
    titleOf: id => byId.get(id)?.title ?? id,
  };
}
