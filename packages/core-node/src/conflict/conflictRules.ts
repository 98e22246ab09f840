import {
  createPermissionRule,
  type PermissionResourceRef,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type {
  ConflictColumns,
  ConflictFacts,
  QueryFilter,
} from './ConflictFacts';

/** What the policy tells a rule about the reader. */
export const ConflictParamsSchema = z.strictObject({
  /** The reader's register id. */
  personId: z.string(),
  /** Organisations that employ the reader today. */
  organisationIds: z.array(z.string()).optional(),
});
export type ConflictParams = z.infer<typeof ConflictParamsSchema>;

/** A rule of the independence rule, for one kind of record. */
export type ConflictRule = PermissionRule<
  ConflictFacts,
  QueryFilter,
  string,
  ConflictParams
>;

/** Names of the rules, as the policy refers to them. */
export const CONFLICT_RULES = [
  'RAISED_BY',
  'NOT_CONFLICTED',
  'NOT_RECUSED',
  'GLASS_BROKEN',
  'TAKES_PART',
] as const;

/**
 * The one rule of independence, for every plugin whose records can concern an
 * organisation: whoever works for it does not see the record, whoever stepped
 * aside does not either, and both can be opened for a time with a reason.
 *
 * @param resourceRef - the plugin's kind of record
 * @param columns - where its facts are kept
 * @param now - the clock; the system's unless told
 */
export function conflictRules(
  resourceRef: PermissionResourceRef<ConflictFacts, QueryFilter>,
  columns: ConflictColumns,
  now: () => Date = () => new Date(),
): Record<(typeof CONFLICT_RULES)[number], ConflictRule> {
  const paramsSchema = ConflictParamsSchema;
  return {
    RAISED_BY: createPermissionRule({
      name: 'RAISED_BY',
      description: 'The reader raised the record',
      resourceRef,
      paramsSchema,
      apply: (facts, { personId }) => facts.raisedBy === personId,
      toQuery:
        ({ personId }) =>
        builder =>
          // Never null, so that "not" around it is true where this is false.
          void builder.whereRaw('(?? is not null and ?? = ?)', [
            columns.raisedBy,
            columns.raisedBy,
            personId,
          ]),
    }),
    NOT_CONFLICTED: createPermissionRule({
      name: 'NOT_CONFLICTED',
      description:
        'The record neither concerns nor, while that is open, names an employer of the reader',
      resourceRef,
      paramsSchema,
      apply: (facts, { organisationIds = [] }) =>
        (facts.subjectOrganisationId === null ||
          !organisationIds.includes(facts.subjectOrganisationId)) &&
        !facts.namedOrganisationIds?.some(id => organisationIds.includes(id)),
      toQuery:
        ({ organisationIds = [] }) =>
        builder => {
          const { subjectOrganisation: subject, namedOrganisations: named } =
            columns;
          builder.whereRaw('(?? is null or not (?? = any(?::text[])))', [
            subject,
            subject,
            [...organisationIds],
          ]);
          if (!named) return;
          builder.whereRaw('not (?? && ?::text[])', [
            named,
            [...organisationIds],
          ]);
        },
    }),
    NOT_RECUSED: createPermissionRule({
      name: 'NOT_RECUSED',
      description: 'The reader has not stepped aside from the record',
      resourceRef,
      paramsSchema,
      apply: (facts, { personId }) => !facts.recusedIds.includes(personId),
      toQuery:
        ({ personId }) =>
        builder =>
          void builder.whereRaw(
            'not exists (select 1 from ?? where ?? = ?? and ?? = ?)',
            [
              columns.recusalTable,
              `${columns.recusalTable}.${columns.recusalKey}`,
              columns.id,
              `${columns.recusalTable}.person_id`,
              personId,
            ],
          ),
    }),
    GLASS_BROKEN: createPermissionRule({
      name: 'GLASS_BROKEN',
      description: 'The reader opened the record with a reason, for a time',
      resourceRef,
      paramsSchema,
      apply: (facts, { personId }) =>
        facts.openedBy.some(
          opening =>
            opening.personId === personId &&
            Date.parse(opening.until) > now().getTime(),
        ),
      toQuery:
        ({ personId }) =>
        builder =>
          void builder.whereRaw(
            'exists (select 1 from ?? where ?? = ?? and ?? = ? and ?? > ?::timestamptz)',
            [
              columns.breakGlassTable,
              `${columns.breakGlassTable}.${columns.breakGlassKey}`,
              columns.id,
              `${columns.breakGlassTable}.person_id`,
              personId,
              `${columns.breakGlassTable}.until`,
              now().toISOString(),
            ],
          ),
    }),
    TAKES_PART: createPermissionRule({
      name: 'TAKES_PART',
      description: 'The reader has a part in the record now',
      resourceRef,
      paramsSchema,
      apply: (facts, { personId }) =>
        facts.partIds?.includes(personId) ?? false,
      toQuery:
        ({ personId }) =>
        builder => {
          const { participantTable: table, participantKey: key } = columns;
          if (!table || !key) return void builder.whereRaw('false');
          return void builder.whereRaw(
            'exists (select 1 from ?? where ?? = ?? and ?? = ? and ?? is null)',
            [
              table,
              `${table}.${key}`,
              columns.id,
              `${table}.person_id`,
              personId,
              `${table}.until`,
            ],
          );
        },
    }),
  };
}
