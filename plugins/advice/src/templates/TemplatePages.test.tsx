import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Template } from '@imsa-hub/advice-common';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { renderAdvice } from '../__testUtils__/renderAdvice';

function aTemplate(part: Partial<Template> = {}): Template {
  return {
    id: 'review',
    version: 2,
    title: 'Ask for a review',
    body: 'Dear {{professional}}',
    nations: ['england'],
    areas: ['housing-rights'],
    kind: 'case-specific',
    retired: false,
    origin: 'hub',
    changedBy: 'Grace Okoro',
    changedAt: '2026-11-20T10:00:00Z',
    ...part,
  };
}

const FIELDS = [{ name: '{{reference}}', means: 'The reference of the query' }];

function aBackend(options: { mayEdit: boolean; templates?: Template[] }) {
  const { mayEdit, templates = [aTemplate()] } = options;
  return new FakeBackend()
    .on('GET /templates', { templates, mayEdit, fields: FIELDS })
    .on('GET /templates/review/versions', {
      versions: [aTemplate(), aTemplate({ version: 1, body: 'Old words' })],
    })
    .on('POST /templates/preview', { text: 'Dear officer', problem: null });
}

describe('templates', () => {
  beforeEach(() => sessionStorage.clear());

  it('lists them, those in use first', async () => {
    const { screen, container } = renderAdvice({
      backend: aBackend({
        mayEdit: true,
        templates: [
          aTemplate({ id: 'old', title: 'A', retired: true }),
          aTemplate(),
        ],
      }),
      role: 'advice-coordinator',
      at: '/advice/templates',
    });
    const rows = await screen.findAllByRole('rowheader');
    expect(rows.map(row => row.textContent)).toEqual(['Ask for a review', 'A']);
    expect(screen.getByText('Retired')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'New template' })).toBeVisible();
    await expectAccessible(container);
  });

  it('lets others read, not change', async () => {
    const { screen } = renderAdvice({
      backend: aBackend({ mayEdit: false }),
      at: '/advice/templates/review',
    });
    expect(
      await screen.findByText('Dear {{professional}}'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(await screen.findByText('Dear officer')).toBeInTheDocument();
  });

  it('saves with the version that was read, and previews on the server', async () => {
    const backend = aBackend({ mayEdit: true }).on('PUT /templates/review', {
      ...aTemplate(),
      version: 3,
    });
    const { screen, container } = renderAdvice({
      backend,
      role: 'advice-coordinator',
      at: '/advice/templates/review',
    });
    const title = await screen.findByLabelText('Title');
    await userEvent.clear(title);
    await userEvent.type(title, 'Review');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the template' }),
    );
    expect(await screen.findByText(/saved as version 3/)).toBeInTheDocument();
    expect(backend.to('PUT /templates/review')[0]?.body).toEqual({
      version: 2,
      retired: false,
      title: 'Review',
      body: 'Dear {{professional}}',
      nations: ['england'],
      areas: ['housing-rights'],
      kind: 'case-specific',
    });
    expect(backend.to('POST /templates/preview')[0]?.body).toEqual({
      body: 'Dear {{professional}}',
      queryId: null,
    });
    await expectAccessible(container);
  });

  it('shows what is wrong with a template in plain words', async () => {
    const backend = aBackend({ mayEdit: true }).on('POST /templates/preview', {
      text: null,
      problem: 'Line 1: “{{professionel}}” is not a field.',
    });
    const { screen } = renderAdvice({
      backend,
      role: 'advice-coordinator',
      at: '/advice/templates/review',
    });
    expect(
      await screen.findByText('Line 1: “{{professionel}}” is not a field.'),
    ).toBeInTheDocument();
  });

  it('shows both versions when somebody else saved first', async () => {
    const newer = aTemplate({ version: 7, title: 'Review within 21 days' });
    const backend = aBackend({ mayEdit: true }).on(
      'PUT /templates/review',
      new Refusal(409, { detail: 'It has changed.', current: newer }),
    );
    const { screen } = renderAdvice({
      backend,
      role: 'advice-coordinator',
      at: '/advice/templates/review',
    });
    await userEvent.type(await screen.findByLabelText('Title'), ' today');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the template' }),
    );
    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent('Ask for a review today');
    expect(table).toHaveTextContent('Review within 21 days');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save mine over the newer one' }),
    );
    await waitFor(() =>
      expect(backend.to('PUT /templates/review').at(-1)?.body).toMatchObject({
        version: 7,
        title: 'Ask for a review today',
      }),
    );
  });

  it('begins a copy of one that comes with the Hub', async () => {
    const { screen } = renderAdvice({
      backend: aBackend({
        mayEdit: true,
        templates: [aTemplate({ origin: 'built-in' })],
      }),
      role: 'advice-coordinator',
      at: '/advice/templates/review',
    });
    expect(
      await screen.findByRole('link', { name: 'Make a copy to change' }),
    ).toHaveAttribute('href', '/advice/templates/new?from=review');
  });
});
