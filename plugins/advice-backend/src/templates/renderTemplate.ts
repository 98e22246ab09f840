import { fillTemplate, type FilledTemplate } from '@imsa-hub/core-node';
import { exampleView, type TemplateView } from './TemplateView';

/** Longest filled reply, in characters. */
const LONGEST = 20_000;

/** Fills a template of a reply; see {@link fillTemplate}. */
export const renderTemplate = (input: {
  body: string;
  view: TemplateView;
}): FilledTemplate =>
  fillTemplate({ ...input, example: exampleView, longest: LONGEST });
