import type { JourneyPage, KnowledgeArea, Nation } from '@imsa-hub/core';
import type {
  EscalationAction,
  EscalationStatus,
  Level,
} from '@imsa-hub/escalations-common';

/** A document in advance, filled from the record and then edited. */
export interface CaseTemplate {
  /** Names it among all types': `nrm-reconsideration`. */
  id: string;
  title: string;
  /** When to use it, in a sentence. */
  description: string;
  /** The nations whose law it speaks of; none means all of them. */
  nations: readonly Nation[];
  /** The areas it is offered in; none means all of them. */
  areas: readonly KnowledgeArea[];
  /** The rules whose limits it speaks of; none means all limits of the case. */
  rules?: readonly string[];
  /**
   * Handlebars text in strict mode over the case's view; filled, it is plain
   * text with headings (`#`), lists (`-`, `1.`) and paragraphs. It begins with
   * a line in square brackets that says it is a draft to be adapted.
   */
  body: string;
  /** Raised with each change of the text, from 1. */
  version: number;
  /** What it was written by: statutes, guidance, the hub's own rules. */
  sources?: readonly string[];
  /** When it was last read against them, `YYYY-MM-DD`. */
  reviewedOn?: string;
}

/** What a narrowing guard may ask about a case. Never its content. */
export interface CaseFacts {
  status: EscalationStatus;
  level: Level;
  nation: Nation;
  areas: readonly KnowledgeArea[];
  openTasks: number;
  documents: readonly { templateId: string }[];
}

/**
 * A kind of complex case that a module adds. It can ask more, set its own
 * targets, start at another level, bring templates, and narrow the flow. It
 * cannot open what the flow, the policy or the independence rule keep closed.
 */
export interface EscalationType {
  /** Names it among all types; kept with each case. */
  id: string;
  title: string;
  /** What it is for, for choosing. */
  description: string;
  /** Questions asked after the ones that every case has; field names its own. */
  pages: readonly JourneyPage[];
  /** The level it begins on; a senior IMSA's unless told. */
  level?: Level;
  /** Working hours in which a state should be left; the hub's own unless told. */
  targetHours?: Partial<Record<EscalationStatus, number>>;
  /** Why a move cannot be made yet, in plain words; or nothing. */
  narrow?: Partial<
    Record<EscalationAction, (facts: CaseFacts) => string | undefined>
  >;
  templates?: readonly CaseTemplate[];
}
