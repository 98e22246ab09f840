import {
  KNOWLEDGE_AREA_NAMES,
  NATION_NAMES,
  type JourneyOption,
  type JourneyPage,
} from '@imsa-hub/core';
import {
  CASE_REFERENCE_PATTERN,
  ESCALATION_TIER_NAMES,
  INTERPRETER_VALUE_NAMES,
  LEGAL_REQUEST_KIND_NAMES,
  LONG_TEXT,
  NRM_CONSENT_NAMES,
  REASON_TEXT,
  REGION_NAMES,
  RISK_FLAG_NAMES,
} from '@imsa-hub/escalations-common';

const options = (names: Readonly<Record<string, string>>): JourneyOption[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Questions before those of the type: what every case is asked. */
export const CORE_PAGES: readonly JourneyPage[] = [
  {
    id: 'reference',
    title: 'How do you know this case?',
    lead: 'Use your organisation’s own case number. Never a name, initials or a date of birth.',
    fields: [
      {
        name: 'caseReference',
        label: 'Case reference',
        hint: 'For example NG-0412',
        kind: 'text',
        max: 20,
        open: true,
        required: 'Enter your case reference',
        pattern: {
          source: CASE_REFERENCE_PATTERN,
          message:
            'Use up to six capital letters and then a number, for example NG-0412',
        },
      },
    ],
  },
  {
    id: 'place',
    title: 'Where is the case?',
    lead: 'The law differs between the nations. The part of the country is only used to see where help is needed.',
    fields: [
      {
        name: 'nation',
        label: 'Nation',
        kind: 'choice',
        required: 'Choose a nation',
        options: options(NATION_NAMES),
      },
      {
        name: 'region',
        label: 'Part of the country',
        kind: 'choice',
        required: 'Choose a part of the country',
        options: options(REGION_NAMES),
      },
    ],
  },
  {
    id: 'areas',
    title: 'What is it about?',
    fields: [
      {
        name: 'areas',
        label: 'Knowledge areas',
        hint: 'Choose all that matter here',
        kind: 'choices',
        required: 'Choose at least one area, or the closest',
        options: options(KNOWLEDGE_AREA_NAMES),
      },
    ],
  },
  {
    id: 'ask',
    title: 'What do you ask of the Hub?',
    lead: 'Say what has been done, what is stuck, and what would help. Leave out whatever could tell who the survivor is.',
    fields: [
      {
        name: 'askedOfHub',
        label: 'What you ask of the Hub',
        kind: 'long-text',
        max: LONG_TEXT,
        required: 'Write what you ask of the Hub',
      },
    ],
  },
  {
    id: 'options',
    title: 'Which options did you explain to the survivor?',
    fields: [
      {
        name: 'optionsExplained',
        label: 'Options that were explained',
        hint: 'Doing nothing is an option too',
        kind: 'long-text',
        max: LONG_TEXT,
        required: 'Write which options were explained',
      },
    ],
  },
  {
    id: 'choice',
    title: 'What did the survivor choose, and what do they want?',
    lead: 'In their own words as far as you can. Nobody at the Hub can change this.',
    fields: [
      {
        name: 'choice',
        label: 'What the survivor chose and wants',
        kind: 'long-text',
        max: LONG_TEXT,
        required: 'Write what the survivor chose and wants',
      },
    ],
  },
  {
    id: 'justice',
    title: 'What does justice mean to them?',
    lead: 'If you have not talked about it, leave this empty. It can be added later.',
    fields: [
      {
        name: 'justice',
        label: 'What justice means to the survivor',
        kind: 'long-text',
        max: LONG_TEXT,
      },
    ],
  },
  {
    id: 'safety-plan',
    title: 'What is the safety plan?',
    fields: [
      {
        name: 'safetyPlan',
        label: 'Safety plan',
        hint: 'What you agreed with the survivor. Leave it empty if there is none yet.',
        kind: 'long-text',
        max: LONG_TEXT,
      },
    ],
  },
  {
    id: 'consent',
    title: 'Does the survivor agree that you discuss the case with the Hub?',
    lead: 'Without their agreement the case stays with you. You can still ask on the advice line, without anything of the case. Where something serious weighs more, such as a risk to life, say no here: the next page asks somebody else at the Hub to decide.',
    fields: [
      {
        name: 'consent',
        label: 'Agreement to discuss the case',
        kind: 'choice',
        required: 'Say whether the survivor agrees',
        options: [
          { value: 'given', label: 'Yes, they agree' },
          { value: 'not-given', label: 'No, or they were not asked' },
        ],
      },
    ],
  },
  {
    id: 'consent-override',
    title: 'Why does it have to be discussed all the same?',
    lead: 'For example a risk to life. A senior IMSA or the Hub Manager, never yourself, decides whether it can be brought. They see what you write here and nothing else, so leave out what could tell who the survivor is. You ask for it where you check your answers; the reason is kept with the case.',
    showWhen: { field: 'consent', anyOf: ['not-given'] },
    fields: [
      {
        name: 'consentOverride',
        label: 'Reason',
        kind: 'long-text',
        max: REASON_TEXT,
        required: 'Give the reason for going on without agreement',
      },
    ],
  },
  {
    id: 'meetings',
    title: 'When did you meet, and in which language?',
    fields: [
      {
        name: 'encounters',
        label: 'Meetings and calls',
        kind: 'list',
        itemName: 'meeting',
        max: 30,
        required: 'Add at least one meeting or call',
        item: [
          {
            name: 'date',
            label: 'Date',
            kind: 'date',
            required: 'Enter the date of the meeting',
          },
          {
            name: 'interpreter',
            label: 'Interpreter',
            kind: 'choice',
            required: 'Say whether an interpreter was used',
            options: options(INTERPRETER_VALUE_NAMES),
          },
          {
            name: 'note',
            label: 'Note',
            kind: 'text',
            max: 300,
          },
        ],
      },
    ],
  },
  {
    id: 'risks',
    title: 'What is urgent or dangerous?',
    lead: 'Choose what is happening or about to happen. It decides how soon the Hub looks at the case.',
    fields: [
      {
        name: 'risks',
        label: 'Risks',
        hint: 'Leave it empty if none of these apply',
        kind: 'choices',
        options: options(RISK_FLAG_NAMES),
      },
    ],
  },
  {
    id: 'nrm',
    title:
      'What did the survivor decide about the National Referral Mechanism?',
    fields: [
      {
        name: 'nrmConsent',
        label: 'Decision',
        kind: 'choice',
        required: 'Say what the survivor decided',
        options: options(NRM_CONSENT_NAMES),
      },
    ],
  },
  {
    id: 'nrm-refused',
    title: 'Why did they not want to be referred?',
    showWhen: { field: 'nrmConsent', anyOf: ['refused'] },
    fields: [
      {
        name: 'nrmRefusedWhy',
        label: 'Their reasons',
        kind: 'long-text',
        max: REASON_TEXT,
        required: 'Write why they did not want to be referred',
      },
    ],
  },
  {
    id: 'events',
    title: 'Which decisions or events have a legal limit?',
    lead: 'Each date is turned into the last day to act, with its working. Leave it empty if there is none.',
    fields: [
      {
        name: 'events',
        label: 'Decisions and events',
        kind: 'list',
        itemName: 'event',
        max: 20,
        item: [
          {
            name: 'ruleId',
            label: 'What happened',
            kind: 'one-of',
            from: 'events',
            required: 'Choose what happened',
          },
          {
            name: 'date',
            label: 'Date',
            kind: 'date',
            required: 'Enter the date',
          },
          {
            name: 'facts',
            label: 'Further dates that change the limit',
            kind: 'further-dates',
            of: 'ruleId',
          },
        ],
      },
    ],
  },
  {
    id: 'organisation',
    title: 'Is it about an organisation of the network?',
    lead: 'Nobody who works for it will be able to see or find this case, not even at the Hub. If it is your own employer, you keep what you wrote and somebody else works on the case.',
    fields: [
      {
        name: 'organisation',
        label: 'Organisation',
        hint: 'Leave it empty if it is about none of them',
        kind: 'one-of',
        from: 'organisations',
      },
    ],
  },
  {
    id: 'tier',
    title: 'Which kind of advocacy is this?',
    fields: [
      {
        name: 'tier',
        label: 'Tier',
        kind: 'choice',
        required: 'Choose the kind of advocacy',
        options: options(ESCALATION_TIER_NAMES),
      },
    ],
  },
  {
    id: 'legal-requests',
    title: 'Has a court or another body asked something of you?',
    lead: 'A summons to be a witness, or a request to hand over records. Leave it empty if not.',
    fields: [
      {
        name: 'legalRequests',
        label: 'Summons and requests',
        kind: 'list',
        itemName: 'request',
        max: 10,
        item: [
          {
            name: 'kind',
            label: 'What it is',
            kind: 'choice',
            required: 'Choose what it is',
            options: options(LEGAL_REQUEST_KIND_NAMES),
          },
          {
            name: 'received',
            label: 'Received on',
            kind: 'date',
            required: 'Enter the day it came',
          },
          { name: 'due', label: 'To be answered by', kind: 'date' },
          {
            name: 'from',
            label: 'From',
            kind: 'text',
            max: 200,
            required: 'Say who it is from',
          },
        ],
      },
    ],
  },
];
