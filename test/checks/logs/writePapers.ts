import { newId } from '@imsa-hub/core';
import type { Canaries } from './Canaries';
import type { CaseInHand } from './CaseInHand';
import type { People } from './consoleJourney';
import { need } from './need';

const TEMPLATE = 'court-support-letter';
const FORMATS = ['html', 'text', 'docx', 'pdf'];

/** A document in two versions, and a file; both leave the hub again. */
export async function writePapers(input: {
  people: People;
  canaries: Canaries;
  inHand: CaseInHand;
}): Promise<void> {
  const { people, canaries, inHand } = input;
  const { senior, planted } = people;
  need(await senior.get(`${inHand.path}/templates`));
  need(
    await senior.post(`${inHand.path}/fill-template`, { templateId: TEMPLATE }),
  );
  const write = async (round: string, more: object) => {
    const { version } = await inHand.look(senior);
    return need(
      await senior.post<{ id: string; version: number }>(
        `${inHand.path}/write-document`,
        {
          version,
          templateId: TEMPLATE,
          title: canaries.sealed(`the title of a document, ${round}`),
          body: canaries.sealed(`the text of a document, ${round}`),
          ...more,
        },
      ),
    ).body;
  };
  inHand.done.add('write-document').add('upload');
  const first = await write('first', { requestKey: newId() });
  await write('second', { documentId: first.id, documentVersion: 1 });
  const { version } = await inHand.look(senior);
  need(
    await senior.post(`${inHand.path}/write-document`, {
      version,
      documentId: first.id,
      documentVersion: 1,
      templateId: TEMPLATE,
      title: canaries.plant('the title of a document in an older window'),
      body: canaries.plant('the text of a document in an older window'),
    }),
    409,
  );
  for (const format of FORMATS) {
    need(
      await senior.get(
        `${inHand.path}/documents/${first.id}/download?format=${format}`,
      ),
      200,
      400,
    );
  }
  const file = need(
    await planted.post<{ id: string }>(
      `${inHand.path}/files?requestKey=${newId()}`,
      aFile({
        name: `${canaries.sealed('the name of a file')}.txt`,
        content: canaries.sealed('the content of a file'),
      }),
    ),
  );
  need(await senior.get(`${inHand.path}/files/${file.body.id}/download`));
}

/** A form with one file in it. */
export function aFile(input: {
  name: string;
  content: BlobPart;
  field?: string;
}): FormData {
  const form = new FormData();
  form.append(input.field ?? 'file', new Blob([input.content]), input.name);
  return form;
}
