import type { CaseStory } from './CaseStory';
import { save } from './save';

const LETTER = Buffer.from('The council answers by the end of the week.\n');

/** A file is added, read by the other, and refused where it is no document. */
export async function addFile(story: CaseStory): Promise<void> {
  const { journey } = story;
  const imsa = await story.at('imsa');
  const field = imsa.field('File to add');
  await imsa.refused('Add the file', 'Choose a file');
  await field.setInputFiles({
    name: 'letter.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0xff, 0xff]),
  });
  await imsa.refused('Add the file', /^This kind of file is not taken/);
  await imsa.look('a file that is not taken');
  await field.setInputFiles({
    name: 'letter.txt',
    mimeType: 'text/plain',
    buffer: LETTER,
  });
  await imsa.finish('Add the file', '“letter.txt” was added');
  const senior = await story.at('senior');
  const button = senior.button('Save “letter.txt”');
  const { name, content } = await save(senior.page, button);
  journey.expect(
    'whoever works on it saves the same bytes, by a name that tells nothing',
    /^ESC-[0-9A-Z]{6}-file-[\w-]+\.txt$/.test(name) && content.equals(LETTER),
  );
}
