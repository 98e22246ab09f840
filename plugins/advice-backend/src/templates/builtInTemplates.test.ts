import path from 'node:path';
import { TemplateInputSchema } from '@imsa-hub/advice-common';
import type { DocumentTemplate } from '@imsa-hub/advice-node';
import { createTemplates } from './createTemplates';
import { loadBuiltInTemplates } from './loadBuiltInTemplates';
import { renderTemplate } from './renderTemplate';
import { exampleView } from './TemplateView';

const builtIn = loadBuiltInTemplates(
  path.resolve(__dirname, '../../../../catalog'),
);

it('has the six replies', () => {
  expect(builtIn).toHaveLength(6);
});

it.each(builtIn.map(template => [template.title, template] as const))(
  '%s: is filled, and has to be adapted',
  (_, { body }) => {
    for (const view of [
      exampleView,
      { ...exampleView, professional: '', limits: [] },
    ]) {
      const { text } = renderTemplate({ body, view });
      expect(text).toContain('[Adapt');
      expect(text).toContain('ADV-7K3M9Q');
      expect(text).not.toMatch(/\{\{|\}\}|undefined/);
      expect(text?.length).toBeLessThan(10_000);
    }
  },
);

it.each(builtIn.map(template => [template.title, template] as const))(
  '%s: can be copied and kept as a template of the Hub',
  (_, { title, body, nations, areas, kind }) => {
    const copy = { title, body, nations, areas, kind };
    expect(TemplateInputSchema.safeParse(copy).error).toBeUndefined();
  },
);

it('only signposts in immigration', () => {
  const immigration = builtIn.filter(({ areas }) =>
    areas.includes('immigration-and-asylum'),
  );
  expect(immigration.map(({ kind }) => kind)).toEqual(['signpost']);
});

describe('a template of a module', () => {
  const template: DocumentTemplate = {
    id: '01kb00000000000000000000zz',
    title: 'Debt',
    body: 'About {{reference}}',
    nations: [],
    areas: ['fraud-and-debt'],
    kind: 'case-specific',
    version: 1,
  };

  it('stands after the built-in ones', () => {
    const registry = createTemplates(builtIn);
    registry.addTemplate(template);
    expect(registry.templates().at(-1)).toEqual(template);
    expect(() => registry.addTemplate(template)).toThrow(
      `There is a template "${template.id}" already`,
    );
  });

  it.each([
    [{ body: 'a\n{{survivor}}' }, 'Line 2: There is no field “survivor” here'],
    [{ id: 'debt' }, 'Give a lower-case ULID'],
  ])('is refused with %j', (changes, problem) => {
    const registry = createTemplates(builtIn);
    expect(() => registry.addTemplate({ ...template, ...changes })).toThrow(
      problem,
    );
    expect(registry.templates()).toHaveLength(6);
  });
});
