import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Draft, QueryRecord } from '@imsa-hub/advice-common';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { renderAdvice } from '../__testUtils__/renderAdvice';

function aDraft(part: Partial<Draft>): Draft {
  return {
    id: 'draft',
    body: 'Begun',
    kind: 'case-specific',
    cites: [],
    templateId: null,
    templateVersion: null,
    author: { id: 'me', name: 'Ada Example', trainee: false },
    secondReader: null,
    returnedFor: null,
    savedAt: '2026-11-23T10:00:00Z',
    ...part,
  };
}

const template = {
  id: 'template',
  version: 2,
  title: 'Ask for a review',
  body: '',
  nations: [],
  areas: [],
  kind: 'case-specific',
  retired: false,
  origin: 'hub',
  changedBy: null,
  changedAt: '2026-11-23T10:00:00Z',
};

function show(record: QueryRecord) {
  const backend = new FakeBackend()
    .on('GET /day', {})
    .on('GET /templates', { templates: [template], mayEdit: false, fields: [] })
    .on(`GET /queries/${record.id}`, record);
  const view = renderAdvice({ backend, at: `/advice/queries/${record.id}` });
  return { backend, ...view };
}

const replyField = () => screen.findByLabelText('Reply');
const PAUSE = { timeout: 5_000 };

describe('ReplyEditor', () => {
  beforeEach(() => sessionStorage.clear());

  it('saves by itself at a pause', async () => {
    const record = aQueryRecord({ allowedActions: ['draft'] });
    const { backend } = show(record);
    const route = `PUT /queries/${record.id}/draft`;
    backend.on(
      route,
      aQueryRecord({
        ...record,
        version: 4,
        draft: aDraft({ body: 'Dear colleague' }),
      }),
    );
    await userEvent.type(await replyField(), 'Dear colleague');
    expect(screen.getByText(/Not saved yet/)).toBeInTheDocument();
    await waitFor(() => expect(backend.to(route)).toHaveLength(1), PAUSE);
    expect(backend.to(route)[0]?.body).toEqual({
      version: 3,
      body: 'Dear colleague',
      kind: 'case-specific',
      cites: [],
      templateId: null,
      templateVersion: null,
    });
    expect(await screen.findByText(/^Saved/)).toBeInTheDocument();
  });

  it('keeps what was typed through a reload', async () => {
    const record = aQueryRecord({ allowedActions: ['draft'] });
    const { unmount } = show(record);
    await userEvent.type(await replyField(), 'Half a sen');
    unmount();
    show(record);
    expect(await replyField()).toHaveValue('Half a sen');
  });

  it('shows both versions when another screen has saved', async () => {
    const record = aQueryRecord({
      allowedActions: ['draft'],
      draft: aDraft({ body: 'Begun' }),
    });
    const { backend, changed } = show(record);
    const route = `PUT /queries/${record.id}/draft`;
    await userEvent.type(await replyField(), ' here');
    const newer = aQueryRecord({
      ...record,
      version: 5,
      draft: aDraft({ body: 'Begun over there' }),
    });
    backend.on(`GET /queries/${record.id}`, newer);
    await act(changed);
    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent('Begun here');
    expect(table).toHaveTextContent('Begun over there');
    expect(await replyField()).toHaveValue('Begun here');
    expect(backend.to(route)).toHaveLength(0);

    backend.on(
      route,
      aQueryRecord({
        ...newer,
        version: 6,
        draft: aDraft({ body: 'Begun here' }),
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Save mine over the newer one' }),
    );
    await waitFor(
      () =>
        expect(backend.to(route)[0]?.body).toMatchObject({
          version: 5,
          body: 'Begun here',
        }),
      PAUSE,
    );
  });

  it('takes the newer words where nothing was typed here', async () => {
    const record = aQueryRecord({
      allowedActions: ['draft'],
      draft: aDraft({ body: 'Begun' }),
    });
    const { backend, changed } = show(record);
    await replyField();
    backend.on(
      `GET /queries/${record.id}`,
      aQueryRecord({ ...record, version: 5, draft: aDraft({ body: 'Newer' }) }),
    );
    await act(changed);
    await waitFor(async () => expect(await replyField()).toHaveValue('Newer'));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('saves with the newer version where only something else changed', async () => {
    const record = aQueryRecord({ allowedActions: ['draft'] });
    const { backend } = show(record);
    const route = `PUT /queries/${record.id}/draft`;
    const answers = [
      new Refusal(409, {
        detail: 'It has changed.',
        current: aQueryRecord({ ...record, version: 8 }),
      }),
      aQueryRecord({ ...record, version: 9, draft: aDraft({ body: 'Words' }) }),
    ];
    backend.on(route, () => answers.shift());
    await userEvent.type(await replyField(), 'Words');
    await waitFor(() => expect(backend.to(route)).toHaveLength(2), {
      timeout: 8_000,
    });
    expect(backend.to(route).at(1)?.body).toMatchObject({
      version: 8,
      body: 'Words',
    });
    expect(await replyField()).toHaveValue('Words');
  });

  it('puts a template after what is written, never over it', async () => {
    const record = aQueryRecord({ allowedActions: ['draft'] });
    const { backend } = show(record);
    backend.on(`POST /queries/${record.id}/fill-template`, {
      text: 'You can ask for a review.',
      templateId: 'template',
      templateVersion: 2,
    });
    await userEvent.type(await replyField(), 'Dear colleague');
    await userEvent.selectOptions(
      screen.getByLabelText(/Begin from a template/),
      'Ask for a review',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Add it at the end' }),
    );
    await waitFor(async () =>
      expect(await replyField()).toHaveValue(
        'Dear colleague\n\nYou can ask for a review.',
      ),
    );
  });

  it('offers only signposting where the immigration gate is shut', async () => {
    show(
      aQueryRecord({
        allowedActions: ['draft'],
        immigrationGate: 'You are not recorded as regulated for this.',
      }),
    );
    await replyField();
    expect(screen.getByRole('radio', { name: 'Where to go' })).toBeChecked();
    expect(
      screen.queryByRole('radio', { name: 'Advice on this case' }),
    ).not.toBeInTheDocument();
  });
});
