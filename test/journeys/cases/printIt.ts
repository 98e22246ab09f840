import type { CaseStory } from './CaseStory';
import { LAST_DAY } from './draftAndRaise';
import { pdfText } from './readPapers';
import { SAID } from './workTogether';

const ON_PAPER = ['What is known', 'Legal limits', 'Timeline', SAID, LAST_DAY];
const NOT_ON_PAPER = [
  'Skip to the page',
  'My day',
  'What you can do',
  'Step back from this case',
  'Add to the timeline',
];

/** The page of the case as the browser puts it on paper. */
export async function printIt(story: CaseStory): Promise<void> {
  const { journey, reference, caseReference } = story;
  const senior = await story.at('senior');
  await senior.words();
  const paper = await senior.page.pdf({ format: 'A4' });
  const { text } = await pdfText(paper);
  for (const words of [reference, caseReference, ...ON_PAPER]) {
    journey.expect(`the paper has “${words}”`, text.includes(words));
  }
  journey.expect(
    'the paper says who printed it, and that it is confidential',
    /Printed by Adaeze Nwankwo, .{10,40}\. Confidential:/.test(text),
  );
  for (const words of NOT_ON_PAPER) {
    journey.expect(`the paper has no “${words}”`, !text.includes(words));
  }
}
