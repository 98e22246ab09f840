import {
  CASE_REFERENCE_PATTERN,
  ESCALATION_TIER_NAMES,
  EscalationTierSchema,
  isPartOf,
  NRM_CONSENT_NAMES,
  NrmConsentSchema,
  REGION_NAMES,
  RegionSchema,
  RISK_FLAG_NAMES,
  RiskFlagSchema,
  type ChangeFactRequest,
  type Fact,
  type Region,
} from '@imsa-hub/escalations-common';
import {
  KNOWLEDGE_AREA_NAMES,
  KnowledgeAreaSchema,
  NATION_NAMES,
  NationSchema,
  openText,
  plainText,
  type Nation,
} from '@imsa-hub/core';
import { HubInputError } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { EscalationContext } from '../EscalationContext';
import { caseContent } from '../escalations/CaseContent';
import type { AllowedChange } from '../escalations/EscalationChanges';
import type { EscalationPatch } from '../escalations/EscalationRow';
import type { WholeRow } from '../escalations/EscalationStore';

interface PlainFact {
  column: keyof EscalationPatch & keyof WholeRow;
  schema: z.ZodType<string | string[]>;
  words(value: unknown): string;
}

const one = (names: Readonly<Record<string, string>>) => (value: unknown) =>
  names[String(value)] ?? '';
const several = (names: Readonly<Record<string, string>>) => (value: unknown) =>
  [value].flat().map(one(names)).join('\n') || 'None';
const unique = (values: readonly string[]) =>
  new Set(values).size === values.length;

/** Facts that stand in columns of their own. */
const PLAIN: Readonly<Partial<Record<Fact, PlainFact>>> = {
  'case-reference': {
    column: 'case_reference',
    schema: openText({ max: 20, empty: 'Enter your case reference' }).pipe(
      z
        .string()
        .regex(
          new RegExp(CASE_REFERENCE_PATTERN, 'u'),
          'Use up to six capital letters and then a number, for example NG-0412',
        ),
    ),
    words: String,
  },
  areas: {
    column: 'areas',
    schema: z
      .array(KnowledgeAreaSchema)
      .min(1, 'Choose at least one area, or the closest')
      .refine(unique, 'Choose each area once'),
    words: several(KNOWLEDGE_AREA_NAMES),
  },
  tier: {
    column: 'tier',
    schema: EscalationTierSchema,
    words: one(ESCALATION_TIER_NAMES),
  },
  risks: {
    column: 'risks',
    schema: z.array(RiskFlagSchema).refine(unique, 'Choose each risk once'),
    words: several(RISK_FLAG_NAMES),
  },
};

/** Facts whose text is sealed. */
const SEALED = {
  'asked-of-hub': 'sealed_asked_of_hub',
  'options-explained': 'sealed_options_explained',
} as const;

const TextSchema = plainText({ max: 10_000, empty: 'Write it down' });

/**
 * What a changed fact writes, with both values in words.
 *
 * @throws HubInputError where the value does not fit the fact or is the same
 */
export async function factChange(input: {
  context: EscalationContext;
  knex: Knex;
  row: WholeRow;
  request: ChangeFactRequest;
  seal: AllowedChange['seal'];
}): Promise<Changed> {
  const { context, knex, row, request, seal } = input;
  if (request.fact === 'nation' || request.fact === 'region') {
    return placeChange(row, request);
  }
  if (request.fact === 'nrm-consent') return nrmChange(input);
  const plain = PLAIN[request.fact];
  if (plain) {
    const value = read(plain.schema, request.value);
    const before = plain.words(row[plain.column]);
    const after = plain.words(value);
    refuseSame(before, after);
    return { patch: { [plain.column]: value }, before, after };
  }
  const column = SEALED[request.fact as keyof typeof SEALED];
  const after = read(TextSchema, request.value);
  const before = await caseContent(context, {
    knex,
    escalationId: row.id,
  }).open('escalation', column, row.id, row[column]);
  refuseSame(before, after);
  return {
    patch: { [column]: await seal('escalation', column, row.id, after) },
    before,
    after,
  };
}

interface Changed {
  patch: EscalationPatch;
  before: string;
  after: string;
}

/** A nation and its part change together: neither fits without the other. */
function placeChange(row: WholeRow, request: ChangeFactRequest): Changed {
  const isNation = request.fact === 'nation';
  const nation = isNation ? read(NationSchema, request.value) : row.nation;
  const region = isNation
    ? partOfNation(nation, request.region ?? row.region)
    : read(RegionSchema, request.value);
  if (!isPartOf(region, nation)) {
    throw new HubInputError({
      fields: [
        {
          field: isNation ? 'body.region' : 'body.value',
          message: 'Choose a part of the country that is in this nation',
        },
      ],
    });
  }
  const words = (place: { nation: Nation; region: Region }) =>
    `${NATION_NAMES[place.nation]}, ${REGION_NAMES[place.region]}`;
  const before = words(row);
  const after = words({ nation, region });
  refuseSame(before, after);
  return { patch: { nation, region }, before, after };
}

/** Each nation but England is one part, which goes without saying. */
const partOfNation = (nation: Nation, region: Region): Region =>
  nation === 'england' ? region : nation;

/** A refusal has its reasons; they go with it when it is one no more. */
async function nrmChange(input: {
  context: EscalationContext;
  knex: Knex;
  row: WholeRow;
  request: ChangeFactRequest;
  seal: AllowedChange['seal'];
}): Promise<Changed> {
  const { context, knex, row, request, seal } = input;
  const value = read(NrmConsentSchema, request.value);
  const why = value === 'refused' ? request.refusedWhy : '';
  if (value === 'refused' && !why) {
    throw new HubInputError({
      fields: [
        {
          field: 'body.refusedWhy',
          message: 'Write why they did not want to be referred',
        },
      ],
    });
  }
  const column = 'sealed_nrm_refused_why';
  const whyBefore = await caseContent(context, {
    knex,
    escalationId: row.id,
  }).maybe('escalation', column, row.id, row[column]);
  const words = (consent: typeof value, reasons: string | null) =>
    [NRM_CONSENT_NAMES[consent], ...(reasons ? [reasons] : [])].join('\n\n');
  const before = words(row.nrm_consent, whyBefore);
  const after = words(value, why);
  refuseSame(before, after);
  return {
    patch: {
      nrm_consent: value,
      [column]: why ? await seal('escalation', column, row.id, why) : null,
    },
    before,
    after,
  };
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HubInputError({
    fields: [
      {
        field: 'body.value',
        message: parsed.error.issues[0]?.message ?? 'Choose from the answers',
      },
    ],
  });
}

function refuseSame(before: string, after: string): void {
  if (before !== after) return;
  throw new HubInputError({
    fields: [{ field: 'body.value', message: 'This is what it says already' }],
  });
}
