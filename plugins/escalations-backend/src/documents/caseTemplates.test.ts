import {
  NATIONS,
  placesToAdapt,
  readDocument,
  textOutsidePlaces,
} from '@imsa-hub/core';
import { fillTemplate } from '@imsa-hub/core-node';
import { DOCUMENT_TEXT } from '@imsa-hub/escalations-common';
import type { CaseTemplate } from '@imsa-hub/escalations-node';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEscalationTypes } from '../drafts/escalationTypes';
import { lawAsShipped } from '@imsa-hub/deadlines-node';
import { CASE_FIELDS, exampleCase } from './CaseTemplateView';
import { createCaseTemplates } from './createCaseTemplates';
import { loadCaseTemplates } from './loadCaseTemplates';

const CATALOG = path.resolve(__dirname, '../../../../catalog');
const builtIn = loadCaseTemplates(CATALOG);
const fill = (body: string, view = exampleCase) =>
  fillTemplate({ body, view, example: exampleCase, longest: DOCUMENT_TEXT });

const EMPTY = {
  ...exampleCase,
  writerOrganisation: '',
  leadAdvocate: '',
  leadTitle: '',
  writerTitle: '',
  summons: '',
  leadOrganisation: '',
  subjectOrganisation: '',
  choice: '',
  justice: '',
  limits: [],
};

it('has what advocates need, in each nation', () => {
  const offered = (nation: (typeof NATIONS)[number]) =>
    createCaseTemplates({ builtIn, types: createEscalationTypes() })
      .offered({ type: 'general', nation })
      .map(({ id }) => id);
  const everywhere = [
    'court-support-letter',
    'nrm-reconsideration-conclusive-grounds',
    'nrm-reconsideration-reasonable-grounds',
  ];
  for (const nation of NATIONS) {
    expect(offered(nation)).toEqual(
      expect.arrayContaining([...everywhere, `homelessness-review-${nation}`]),
    );
    // Another nation's review would be sent to the wrong door.
    expect(
      offered(nation).filter(id => id.startsWith('homelessness-review')),
    ).toHaveLength(1);
  }
  expect(offered('wales')).toEqual(
    expect.arrayContaining([
      'letter-before-claim',
      'mandatory-reconsideration',
    ]),
  );
  expect(offered('scotland')).toContain(
    'adult-disability-payment-redetermination',
  );
  expect(offered('scotland')).not.toContain('letter-before-claim');
});

it.each(builtIn.map(template => [template.id, template] as const))(
  '%s: is a draft, is filled, and is a document',
  (_, { body, title, rules = [] }) => {
    for (const view of [exampleCase, EMPTY]) {
      const { text = '', problem } = fill(body, view);
      expect(problem).toBeUndefined();
      expect(text).toMatch(/^\[Draft to be adapted/);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|null/);
      expect(text.length).toBeLessThan(12_000);
      expect(placesToAdapt(text).length).toBeGreaterThan(5);
      const { blocks } = readDocument({ title, body: text, footer: '' });
      expect(
        blocks.filter(({ kind }) => kind === 'heading').length,
      ).toBeGreaterThan(2);
      expect(blocks.some(({ kind }) => kind === 'list')).toBe(true);
    }
    const known = new Set(lawAsShipped(CATALOG).rules.map(({ id }) => id));
    expect(rules.filter(rule => !known.has(rule))).toEqual([]);
  },
);

it.each(builtIn.map(template => [template.id, template] as const))(
  '%s: sends nothing of the case that nobody chose to send',
  (_, { body }) => {
    const { text = '' } = fill(body);
    const sent = textOutsidePlaces(text);
    for (const kept of [
      exampleCase.reference,
      exampleCase.caseReference,
      exampleCase.subjectOrganisation,
      exampleCase.choice,
      exampleCase.justice,
      exampleCase.asked,
      exampleCase.summons,
      // A last day that has passed would concede that the letter is late.
      'last day',
      '10 December',
    ]) {
      expect(sent).not.toContain(kept);
    }
    // What is signed is what the writer is, or is chosen by the writer.
    expect(sent).not.toMatch(/\bI (am|support|was|do not)\b/);
    expect(sent).not.toMatch(
      /(?<!Senior )Independent Modern Slavery Advocate(?! in training)/,
    );
  },
);

it('the court letter speaks of a summons only where there is one', () => {
  const body = builtIn.find(({ id }) => id === 'court-support-letter')?.body;
  const notes = (view: typeof exampleCase) =>
    placesToAdapt(fill(body ?? '', view).text ?? '').filter(place =>
      place.includes('witness summons'),
    );
  expect(notes(exampleCase)).toEqual([
    expect.stringContaining('from the Crown Court'),
  ]);
  expect(notes({ ...exampleCase, summons: '' })).toEqual([]);
});

it('lists each field that there is', () => {
  expect(Object.keys(CASE_FIELDS)).toEqual(Object.keys(exampleCase));
});

describe('a template that cannot be used', () => {
  const template: CaseTemplate = {
    id: 'debt-letter',
    title: 'Debt',
    description: 'Asks a lender to stop.',
    nations: [],
    areas: [],
    version: 1,
    body: '[Draft to be adapted.]\n{{today}}',
  };
  const withTemplate = (changes: Partial<CaseTemplate>) => {
    const types = createEscalationTypes();
    types.addType({
      id: 'debt',
      title: 'Debt',
      description: 'Debts in somebody’s name',
      pages: [],
      templates: [{ ...template, ...changes }],
    });
    return createCaseTemplates({ builtIn, types });
  };

  it('is offered for its type alone, where it is sound', () => {
    const templates = withTemplate({});
    const ids = (type: string) =>
      templates.offered({ type, nation: 'wales' }).map(({ id }) => id);
    expect(ids('debt')).toContain('debt-letter');
    expect(ids('general')).not.toContain('debt-letter');
    expect(templates.titleOf('debt-letter')).toBe('Debt');
  });

  it.each([
    [{ body: '[Draft.]\n{{survivorName}}' }, 'Line 2: There is no field'],
    [{ body: 'Dear council' }, 'Begin with a line in brackets'],
    [{ body: '[Draft.] {{{choice}}}' }, 'two braces, not three'],
    [
      { body: '[Draft.] [They said:] {{choice}}' },
      'Put {{choice}} in square brackets',
    ],
    [
      { body: '[Draft.] {{#each limits}}{{note}}{{/each}}' },
      'Put {{note}} in square brackets',
    ],
    [{ id: 'Debt Letter' }, 'Use words-with-hyphens'],
    [{ id: 'court-support-letter' }, 'There is a template'],
  ])('stops the start with %j', (changes, problem) => {
    expect(() => withTemplate(changes)).toThrow(problem);
  });

  it('is named by its file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'templates-'));
    mkdirSync(path.join(folder, 'case-templates'));
    writeFileSync(
      path.join(folder, 'case-templates', 'other.yaml'),
      `id: debt\ntitle: Debt\ndescription: d\nnations: []\nareas: []\nversion: 1\nbody: "[Draft] {{nobody}}"`,
    );
    expect(() => loadCaseTemplates(folder)).toThrow(
      /other\.yaml.*\n[^]*nobody/,
    );
  });
});
