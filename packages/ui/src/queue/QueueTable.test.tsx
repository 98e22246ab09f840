import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { EmptyState } from '../feedback/EmptyState';
import { ShortcutProvider } from '../shortcuts/ShortcutProvider';
import { expectAccessible } from '../testing/expectAccessible';
import { QueueTable, type QueueTableProps } from './QueueTable';

interface Row {
  id: string;
  urgency: string;
}

const rows: Row[] = ['one', 'two', 'three'].map(id => ({
  id,
  urgency: `${id} urgent`,
}));

function draw(rest: Partial<QueueTableProps<Row>> = {}) {
  return render(
    <MemoryRouter>
      <ShortcutProvider>
        <QueueTable
          label="Open queries"
          columns={[
            {
              id: 'reference',
              label: 'Reference',
              isRowHeader: true,
              cell: ({ id }) => `Query ${id}`,
            },
            { id: 'why', label: 'Why here', cell: ({ urgency }) => urgency },
          ]}
          rows={rows}
          getId={({ id }) => id}
          getHref={({ id }) => `/advice/${id}`}
          empty={
            <EmptyState title="Nothing waits">
              <p>Enjoy it.</p>
            </EmptyState>
          }
          {...rest}
        />
      </ShortcutProvider>
    </MemoryRouter>,
  );
}

beforeAll(() => {
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
});

describe('QueueTable', () => {
  it('is a named table whose rows are named by their link; passes axe', async () => {
    const { container } = draw();
    const table = screen.getByRole('table', { name: 'Open queries' });
    expect(
      within(table).getByRole('rowheader', { name: 'Query two' }),
    ).toBeInTheDocument();
    expect(
      within(table).getByRole('link', { name: 'Query two' }),
    ).toHaveAttribute('href', '/advice/two');
    await expectAccessible(container);
  });

  it('gives each cell its label, for the cards of a narrow screen', () => {
    draw();
    expect(screen.getByText('one urgent')).toHaveAttribute(
      'data-label',
      'Why here',
    );
  });

  it('moves along the rows by j and k, and stops at the ends', async () => {
    draw();
    const link = (id: string) =>
      screen.getByRole('link', { name: `Query ${id}` });
    await userEvent.keyboard('j');
    expect(link('one')).toHaveFocus();
    await userEvent.keyboard('jjj');
    expect(link('three')).toHaveFocus();
    await userEvent.keyboard('k');
    expect(link('two')).toHaveFocus();
    await userEvent.keyboard('kkk');
    expect(link('one')).toHaveFocus();
  });

  it('says that it is loading', () => {
    draw({ rows: undefined });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading Open queries',
    );
  });

  it('says what went wrong and offers to try again', async () => {
    const onRetry = jest.fn();
    draw({ rows: undefined, error: new Error('broken'), onRetry });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
    // What broke is for the log, not for the reader.
    expect(screen.queryByText('broken')).not.toBeInTheDocument();
  });

  it('keeps the rows it has when asking again goes wrong', () => {
    draw({ error: new Error('broken') });
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(screen.getByText('one urgent')).toBeInTheDocument();
  });

  it('says what to do when there is nothing', () => {
    draw({ rows: [] });
    expect(screen.getByText('Nothing waits')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('shows more on demand, and says when the list is too long', async () => {
    const onLoadMore = jest.fn();
    draw({ hasMore: true, onLoadMore, tooMany: 'Choose a nation.' });
    expect(screen.getByText(/Showing 3\./)).toHaveTextContent(
      'Showing 3. Choose a nation.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(onLoadMore).toHaveBeenCalledTimes(1);
  });
});
