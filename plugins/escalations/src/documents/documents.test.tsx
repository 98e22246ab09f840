import { newId } from '@imsa-hub/core';
import {
  DocumentVersionSchema,
  type DocumentVersion,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPerson } from '../__testUtils__/aBoardRow';
import { aCase } from '../__testUtils__/aCase';
import { renderCases } from '../__testUtils__/renderCases';
import { caseRoute, routeOf, showCase } from '../__testUtils__/showCase';

const API = 'plugin://escalations';
const TEMPLATE = 'homelessness-review-england';
const grace = aPerson(newId(), 'Grace Okoro');

const aDocument = (part: Partial<DocumentVersion> = {}): DocumentVersion =>
  DocumentVersionSchema.parse({
    id: newId(),
    templateId: TEMPLATE,
    title: 'Review of the decision',
    version: 2,
    newest: 2,
    by: grace,
    at: '2026-11-26T10:00:00Z',
    hash: 'ab'.repeat(32),
    body: 'Dear [name],\n\n# Why\n- one\n- two',
    footer: 'Draft, version 2, one place still to be adapted',
    versions: [
      { version: 2, at: '2026-11-26T10:00:00Z', by: grace },
      { version: 1, at: '2026-11-25T10:00:00Z', by: grace },
    ],
    ...part,
  });

const writable = (part: Partial<EscalationRecord> = {}) =>
  aCase({ allowedActions: ['write-document', 'upload'], ...part });

function showPage(
  record: EscalationRecord,
  rest: string,
  prepare: (backend: FakeBackend) => void,
) {
  const backend = new FakeBackend().on(caseRoute(record), () => record);
  prepare(backend);
  return {
    backend,
    ...renderCases({ backend, at: `/cases/${record.id}/documents/${rest}` }),
  };
}
const documentRoute = (record: EscalationRecord, { id }: DocumentVersion) =>
  `GET ${API}/cases/${record.id}/documents/${id}`;

beforeEach(() => {
  sessionStorage.clear();
  URL.createObjectURL = jest.fn(() => 'blob:kept');
  URL.revokeObjectURL = jest.fn();
});

describe('in the record', () => {
  const summary = () => {
    const { id, templateId, title, version, by, at, hash } = aDocument();
    return { id, templateId, title, version, by, at, hash };
  };

  it('documents are listed, name a trainee as one, and lead to their page', async () => {
    const record = writable({
      documents: [{ ...summary(), by: { ...grace, trainee: true } }],
    });
    const [document] = record.documents;
    const { container } = showCase(record);
    const link = await screen.findByRole('link', {
      name: 'Review of the decision',
    });
    expect(link).toHaveAttribute(
      'href',
      `/cases/${record.id}/documents/${document?.id}`,
    );
    expect(link.closest('li')).toHaveTextContent('by Grace Okoro (trainee)');
    // It is saved where one sees what is still to be adapted.
    expect(
      screen.queryByRole('button', { name: /^Save “Review/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Write a document' }),
    ).toHaveAttribute('href', `/cases/${record.id}/documents/new`);
    await expectAccessible(container);
  });

  it('nobody is offered what they may not do', async () => {
    showCase(aCase({ allowedActions: [], documents: [summary()] }));
    await screen.findByRole('link', { name: 'Review of the decision' });
    expect(screen.queryByText('Write a document')).not.toBeInTheDocument();
    expect(screen.queryByLabelText('File to add')).not.toBeInTheDocument();
  });
});

describe('a new document', () => {
  const filled = {
    templateId: TEMPLATE,
    title: 'Homelessness review',
    body: '[Draft to be adapted.]\n\nDear [name],',
    missing: ['Whom it is addressed to'],
  };
  const begin = (record: EscalationRecord) =>
    showPage(record, `new?template=${TEMPLATE}`, backend => {
      backend.on(routeOf(record, 'fill-template'), () => filled);
    });

  it('begins with a template of the nation', async () => {
    const record = writable();
    const { container } = showPage(record, 'new', backend =>
      backend.on(`GET ${API}/cases/${record.id}/templates`, () => ({
        templates: [
          {
            id: TEMPLATE,
            title: 'Homelessness review, England',
            description: 'Asks a council to review.',
            nations: ['england'],
            areas: ['housing-rights'],
            version: 1,
            sources: ['Housing Act 1996, section 202'],
            reviewedOn: '2026-11-27',
          },
        ],
      })),
    );
    expect(
      await screen.findByRole('link', {
        name: 'Fill it in: “Homelessness review, England”',
      }),
    ).toHaveAttribute(
      'href',
      `/cases/${record.id}/documents/new?template=${TEMPLATE}`,
    );
    expect(
      screen.getByText('27 November 2026').parentElement,
    ).toHaveTextContent(
      'Read against its reports and guidance on 27 November 2026; the law itself was not read: check it',
    );
    await expectAccessible(container);
  });

  it('is filled once, says what is missing, and is saved once', async () => {
    const record = writable();
    const { backend, container, address, changed } = begin(record);
    const title = await screen.findByLabelText('Title');
    expect(title).toHaveValue('Homelessness review');
    expect(screen.getByText('Whom it is addressed to')).toBeInTheDocument();
    expect(
      screen.getByText('2 places in square brackets are still to be adapted'),
    ).toBeInTheDocument();
    await changed();
    expect(backend.to(routeOf(record, 'fill-template'))).toHaveLength(1);
    await expectAccessible(container);
    const saved = aDocument({ version: 1, newest: 1 });
    backend
      .on(routeOf(record, 'write-document'), () => saved)
      .on(documentRoute(record, saved), () => saved);
    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Save the document' }),
    );
    await waitFor(() =>
      expect(address()).toBe(`/cases/${record.id}/documents/${saved.id}`),
    );
    const sent = backend.to(routeOf(record, 'write-document'));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toMatchObject({
      templateId: TEMPLATE,
      documentId: null,
      documentVersion: null,
      requestKey: expect.stringMatching(/^[0-9a-z]{26}$/),
      title: filled.title,
      body: filled.body,
    });
  });

  it('is drawn as it will look while it is typed, and nothing in it is obeyed', async () => {
    begin(writable());
    const body = await screen.findByLabelText('Text');
    await userEvent.clear(body);
    await userEvent.click(body);
    await userEvent.paste('# Why\n- <b>one</b>\n\n{{reference}}');
    const preview = within(
      screen.getByRole('article', { name: 'How it will look' }),
    );
    expect(preview.getByRole('heading', { name: 'Why' })).toBeInTheDocument();
    expect(preview.getByRole('listitem')).toHaveTextContent('<b>one</b>');
    expect(preview.getByText('{{reference}}')).toBeInTheDocument();
    expect(screen.getByText(/^Not saved yet/)).toBeInTheDocument();
  });

  it('without title or text is not sent', async () => {
    const record = writable();
    const { backend } = begin(record);
    await userEvent.clear(await screen.findByLabelText('Title'));
    await userEvent.clear(screen.getByLabelText('Text'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the document' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Give the document a title' }),
    ).toBeInTheDocument();
    expect(backend.to(routeOf(record, 'write-document'))).toEqual([]);
  });

  it('of a template that is not offered says so and leads back', async () => {
    const record = writable();
    showPage(record, 'new?template=other', backend =>
      backend.on(
        routeOf(record, 'fill-template'),
        () => new Refusal(400, { detail: 'Choose a template of the list' }),
      ),
    );
    expect(
      await screen.findByRole('link', { name: 'Choose another template' }),
    ).toBeInTheDocument();
  });
});

describe('a document', () => {
  it('is read with its versions and saved in every form', async () => {
    const record = writable();
    const document = aDocument();
    const { container } = showPage(record, document.id, backend =>
      backend.on(documentRoute(record, document), () => document),
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: document.title }),
    ).toBeInTheDocument();
    for (const form of ['PDF', 'Word', 'Web page', 'Plain text']) {
      expect(
        screen.getByRole('button', {
          name: `Save “${document.title}” as ${form}`,
        }),
      ).toBeInTheDocument();
    }
    expect(screen.getByRole('link', { name: 'Version 1' })).toHaveAttribute(
      'href',
      `/cases/${record.id}/documents/${document.id}?version=1`,
    );
    await expectAccessible(container);
  });

  it('says how many places are open, which file is sent, and who wrote it', async () => {
    const record = writable();
    const trainee = { ...grace, trainee: true };
    const document = aDocument({
      body: 'Dear [name], [what they said: [a] and b]',
      versions: [{ version: 2, at: '2026-11-26T10:00:00Z', by: trainee }],
    });
    showPage(record, document.id, backend =>
      backend.on(documentRoute(record, document), () => document),
    );
    expect(
      await screen.findByText(
        '2 places are still to be adapted: what you save is marked as a draft.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^The Word file is the one to complete outside the Hub/),
    ).toHaveTextContent('The PDF is a copy for reading.');
    expect(screen.getByText(/by Grace Okoro \(trainee\)/)).toBeInTheDocument();
  });

  it('with nothing open is no draft', async () => {
    const record = writable();
    const document = aDocument({ body: 'Dear officer,' });
    showPage(record, document.id, backend =>
      backend.on(documentRoute(record, document), () => document),
    );
    await screen.findByText('Save it');
    expect(screen.queryByText(/marked as a draft/)).not.toBeInTheDocument();
  });

  it('is saved in the form that was chosen, each press by itself', async () => {
    const record = writable();
    const document = aDocument();
    const route = `${documentRoute(record, document)}/download`;
    const { backend } = showPage(record, document.id, fake =>
      fake
        .on(documentRoute(record, document), () => document)
        .on(route, () => ({})),
    );
    const saved: string[] = [];
    HTMLAnchorElement.prototype.click = function click() {
      saved.push(this.download);
    };
    for (const form of ['PDF', 'Word']) {
      await userEvent.click(
        await screen.findByRole('button', {
          name: `Save “Review of the decision” as ${form}`,
        }),
      );
    }
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(backend.to(route).map(({ query }) => query.get('format'))).toEqual([
      'pdf',
      'docx',
    ]);
  });

  it('says why a download was refused', async () => {
    const record = writable();
    const document = aDocument();
    showPage(record, document.id, backend =>
      backend
        .on(documentRoute(record, document), () => document)
        .on(
          `${documentRoute(record, document)}/download`,
          () => new Refusal(409, { detail: 'The content was destroyed.' }),
        ),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /as Word$/ }),
    );
    expect(
      await screen.findByText('The content was destroyed.'),
    ).toBeInTheDocument();
  });

  it('in an older version says so and is not written on', async () => {
    const record = writable();
    const old = aDocument({ version: 1, body: 'The older words' });
    showPage(record, `${old.id}?version=1`, backend =>
      backend.on(documentRoute(record, old), () => old),
    );
    expect(
      await screen.findByText('This is version 1 of 2'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Edit it')).not.toBeInTheDocument();
  });

  it('that somebody wrote on first shows both, and saves mine on top', async () => {
    const record = writable();
    const document = aDocument();
    const newer = { ...document, version: 3, newest: 3, body: 'Their words' };
    const { backend } = showPage(record, `${document.id}?edit=yes`, fake =>
      fake
        .on(documentRoute(record, document), () => document)
        .on(
          routeOf(record, 'write-document'),
          () => new Refusal(409, { detail: 'Newer', current: newer }),
        ),
    );
    const body = await screen.findByLabelText('Text');
    await userEvent.clear(body);
    await userEvent.type(body, 'My words');
    const save = () =>
      screen.getByRole('button', { name: 'Save as the next version' });
    await userEvent.click(save());
    const conflict = await screen.findByRole('alert');
    expect(within(conflict).getByText('Their words')).toBeInTheDocument();
    expect(within(conflict).getByText('My words')).toBeInTheDocument();
    expect(body).toHaveValue('My words');
    const sent = () => backend.to(routeOf(record, 'write-document'));
    expect(sent()[0]?.body).toMatchObject({ documentVersion: 2 });
    backend.on(routeOf(record, 'write-document'), () => ({
      ...newer,
      version: 4,
    }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Save mine over the newer one' }),
    );
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]?.body).toMatchObject({
      documentVersion: 3,
      body: 'My words',
    });
  });

  it('that was just saved is what is read, before it is asked for again', async () => {
    const record = writable();
    const document = aDocument();
    const { backend } = showPage(record, `${document.id}?edit=yes`, fake =>
      fake.on(documentRoute(record, document), () => document),
    );
    await screen.findByLabelText('Text');
    backend
      .on(routeOf(record, 'write-document'), () => ({
        ...document,
        version: document.version + 1,
        newest: document.version + 1,
        body: 'The newest words',
      }))
      .on(documentRoute(record, document), () => new Promise(() => undefined));
    await userEvent.click(
      screen.getByRole('button', { name: 'Save as the next version' }),
    );
    await screen.findByText('Save it');
    expect(screen.getByText('The newest words')).toBeVisible();
  });

  it('typed on and left is still on the version it was begun from', async () => {
    const record = writable();
    const document = aDocument();
    sessionStorage.setItem(
      `imsa-hub.draft.escalations.document.${record.id}.${document.id}`,
      JSON.stringify({ title: 'Kept', body: 'Kept words', version: 1 }),
    );
    const { backend } = showPage(record, `${document.id}?edit=yes`, fake =>
      fake.on(documentRoute(record, document), () => document),
    );
    expect(await screen.findByLabelText('Title')).toHaveValue('Kept');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save as the next version' }),
    );
    await waitFor(() =>
      expect(
        backend.to(routeOf(record, 'write-document'))[0]?.body,
      ).toMatchObject({ documentVersion: 1 }),
    );
  });

  it('that is not there leads back to the case', async () => {
    const record = writable();
    showPage(record, newId(), () => undefined);
    expect(
      await screen.findByRole('link', { name: 'Go to the case' }),
    ).toBeInTheDocument();
  });
});
