import { placesToAdapt, textOutsidePlaces } from '@imsa-hub/core';
import type { ConsolePage } from '../ConsolePage';
import { NAMES, type CaseStory } from './CaseStory';
import { LAST_DAY } from './draftAndRaise';
import { docxText, pdfText } from './readPapers';
import { save } from './save';
import { LATEST_CHOICE } from './twoVersions';

const TEMPLATE = 'Homelessness review, England (section 202)';
const FIRST = 'We ask for more time, because no interpreter was booked.';
const SECOND = 'A place was found unsuitable by a health visitor.';
const THEIRS = 'The lead IMSA asked for a reply by e-mail.';

/**
 * A letter from a template: filled from the case, edited, saved as two versions,
 * and opened by programs that are not the hub's.
 */
export async function writeDocument(story: CaseStory): Promise<void> {
  const { journey } = story;
  const senior = await story.at('senior');
  await senior.link('Write a document').click();
  await senior.look('the templates of a case');
  await senior.link(`Fill it in: “${TEMPLATE}”`).click();
  const text = senior.field('Text');
  await text.waitFor();
  const filled = await text.inputValue();
  for (const fact of [LATEST_CHOICE, LAST_DAY]) {
    journey.expect(
      `the template says ${fact}, in brackets`,
      placesToAdapt(filled).some(place => place.includes(fact)),
    );
    journey.expect(
      `the template does not say ${fact} to who decides`,
      !textOutsidePlaces(filled).includes(fact),
    );
  }
  await senior.look('a document being written');
  await text.fill('');
  await senior.refused('Save the document', 'Write the document');
  await text.fill(`${FIRST}\n\n${filled}`);
  await senior.finish('Save the document', /is saved as version 1$/);
  await senior.look('a document to read');
  await senior.link('Edit it').click();
  await text.fill(`${SECOND}\n\n${await text.inputValue()}`);
  await senior.finish('Save as the next version', /is saved as version 2$/);
  await openOutside(story, senior);
  await bothVersions(story, senior);
  await story.refuses('senior-two', 'write-document', {
    templateId: 'homelessness-review-england',
    title: 'Another',
    body: 'By somebody who does not have it',
  });
}

/** The facts, in other programs than those that wrote them. */
async function openOutside(story: CaseStory, senior: ConsolePage) {
  const { journey } = story;
  const facts = [TEMPLATE, LATEST_CHOICE, LAST_DAY, FIRST, SECOND];
  // With the name put in outside the hub, they would tie it to the case.
  const ties = [story.caseReference, story.reference];
  const pdf = await save(senior.page, senior.button(/as PDF$/));
  const docx = await save(senior.page, senior.button(/as Word$/));
  const readers = [
    await pdfText(pdf.content),
    await docxText(docx.content, journey),
  ];
  for (const { program, text } of readers) {
    for (const fact of facts) {
      journey.expect(`${program} reads “${fact}”`, text.includes(fact));
    }
    for (const tie of ties) {
      journey.expect(`${program} reads no ${tie}`, !text.includes(tie));
    }
    journey.note('documents opened by', program);
  }
  const [pdfWords, wordWords] = readers.map(({ text }) => text);
  journey.expect(
    'the copy for reading says that it is a draft, and which version',
    /Draft, version 2, \d+ places still to be adapted/.test(pdfWords ?? ''),
  );
  journey.expect(
    'the Word file has nothing of the hub at its foot',
    !/Draft, version|places still to be adapted/.test(wordWords ?? ''),
  );
  await senior.link('Version 1').click();
  await senior.page.getByText('This is version 1 of 2').waitFor();
  await senior.look('an older version of a document');
  const old = await save(senior.page, senior.button(/as PDF$/));
  const { text } = await pdfText(old.content);
  journey.expect(
    'the first version is kept as it was',
    text.includes(FIRST) && !text.includes(SECOND),
  );
}

/** Two people write on the same version. */
async function bothVersions(story: CaseStory, senior: ConsolePage) {
  const { journey } = story;
  await senior.link('Go to the newest version').click();
  await senior.link('Edit it').click();
  const text = senior.field('Text');
  const mine = `Mine.\n\n${await text.inputValue()}`;
  await text.fill(mine);
  const { documents } = await story.read('imsa');
  const paper = documents.find(({ id }) => senior.page.url().includes(id));
  const written = await story.does('imsa', 'write-document', {
    documentId: paper?.id,
    documentVersion: paper?.version,
    templateId: 'homelessness-review-england',
    title: paper?.title,
    body: THEIRS,
  });
  journey.expect('the lead IMSA saves first', written.status === 200);
  await senior.button('Save as the next version').click();
  const table = senior.page.getByRole('table');
  await table.waitFor();
  const shown = await table.innerText();
  journey.expect(
    'both versions of the document are shown, and what was typed is kept',
    shown.includes(THEIRS) &&
      shown.includes('Mine.') &&
      (await text.inputValue()) === mine,
  );
  await senior.look('two versions of a document');
  await senior.finish('Save mine over the newer one', /is saved as version 4$/);
  journey.expect(
    'every version names who wrote it',
    await senior.sees(`by ${NAMES.imsa}`),
  );
}
