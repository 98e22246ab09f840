import type { ReplyKind } from '@imsa-hub/advice-common';
import type { KnowledgeArea, Nation } from '@imsa-hub/core';

/** A reply in advance, to be filled in and then changed by its adviser. */
export interface DocumentTemplate {
  /** A lower-case ULID, always the same for this template. */
  id: string;
  title: string;
  /** Handlebars text; what it can name is shown beside the template editor. */
  body: string;
  /** The nations whose law it speaks of; none means all of them. */
  nations: readonly Nation[];
  /** The areas it is offered in; none means all of them. */
  areas: readonly KnowledgeArea[];
  kind: ReplyKind;
  /** Raised with each change of the text, from 1. */
  version: number;
}
