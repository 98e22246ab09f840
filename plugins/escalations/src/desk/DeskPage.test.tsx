import { act, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import type { BoardRow } from '@imsa-hub/escalations-common';
import { aBoardRow, aPerson } from '../__testUtils__/aBoardRow';
import { renderCases } from '../__testUtils__/renderCases';
import { A_QUIET_DAY, GRACE } from '../__testUtils__/showCase';

const API = 'plugin://escalations';

const first = aBoardRow({ reference: 'ESC-AAAAAA' });
const second = aBoardRow({
  reference: 'ESC-BBBBBB',
  status: 'in-progress',
  risks: [],
  nextLimit: null,
  handler: aPerson('x', 'Oda Trainee', true),
  openTasks: 2,
  target: {
    what: 'Review it',
    dueAt: '2026-11-20T16:00:00Z',
    state: 'late',
  },
});

function boardOf(...rows: BoardRow[]) {
  return new FakeBackend()
    .on(`GET ${API}/day`, () => ({ ...A_QUIET_DAY, toAccept: 100, drafts: 2 }))
    .on(`GET ${API}/load`, () => ({
      people: [{ person: GRACE, open: 7, late: 1 }],
    }))
    .on(`GET ${API}/board`, () => ({ rows, next: null }));
}

const references = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

describe('DeskPage', () => {
  it('shows the rows in the server’s order with the reasons for each place', async () => {
    const { screen, container } = renderCases({
      backend: boardOf(first, second),
    });
    const table = await screen.findByRole('table', { name: 'All open' });
    expect(references(table)).toEqual(['ESC-AAAAAA', 'ESC-BBBBBB']);
    const [, one, two] = within(table).getAllByRole('row');
    // What presses on the day stands before what presses soon.
    expect(one).toHaveTextContent(/Contact with an exploiter.*Destitution/);
    expect(one).toHaveTextContent('Ask for a review');
    expect(one).toHaveTextContent('4 December 2026');
    expect(one).toHaveTextContent('Accept or return it soon: by 24 Nov 2026');
    expect(one).toHaveTextContent('Nobody at the Hub yet');
    expect(two).toHaveTextContent('No risk is flagged');
    expect(two).toHaveTextContent('No legal limit ahead');
    expect(two).toHaveTextContent('late, was due 20 Nov 2026');
    expect(two).toHaveTextContent('Oda Trainee (trainee)');
    expect(two).toHaveTextContent('2 open tasks');
    expect(
      await screen.findByRole('link', { name: 'To accept 100+' }),
    ).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('shows how much each handler has, and leads to it', async () => {
    const { screen, address } = renderCases({ backend: boardOf(first) });
    await userEvent.click(
      await screen.findByRole('link', {
        name: /Grace Okoro 7 open.*1 past a target/,
      }),
    );
    expect(address()).toBe(`/cases?view=open&handler=${GRACE.id}`);
    expect(screen.getByLabelText('Who handles it')).toHaveValue(GRACE.id);
  });

  it('keeps every filter in the address and asks for them', async () => {
    const backend = boardOf(first);
    const { screen, address } = renderCases({
      backend,
      at: '/cases?view=late&nation=england&risk=nonsense&level=hub-manager',
    });
    await screen.findByText('ESC-AAAAAA');
    const asked = () => backend.to(`GET ${API}/board`).at(-1)?.query.toString();
    expect(asked()).toBe('view=late&nation=england&level=hub-manager');
    await userEvent.selectOptions(
      screen.getByLabelText('Knowledge area'),
      'Family law',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Part of the country'),
      'North West',
    );
    await userEvent.selectOptions(screen.getByLabelText('Risk'), 'Self-harm');
    expect(address()).toBe(
      '/cases?view=late&risk=self-harm&nation=england&region=north-west&area=family-law&level=hub-manager',
    );
    await waitFor(() => expect(asked()).toBe(address().split('?')[1]));
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(address()).toBe('/cases?view=late');
  });

  it('moves with j and k, opens with Enter, goes to the filters with f', async () => {
    const { screen, address } = renderCases({
      backend: boardOf(first, second),
    });
    await screen.findByText('ESC-AAAAAA');
    await userEvent.keyboard('f');
    expect(screen.getByLabelText('Risk')).toHaveFocus();
    act(() => (document.activeElement as HTMLElement).blur());
    await userEvent.keyboard('jjk');
    expect(screen.getByRole('link', { name: 'ESC-AAAAAA' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(address()).toBe(`/cases/${first.id}`);
  });

  it('goes to other pages with g, and lists its keys on ?', async () => {
    const { screen, address } = renderCases({ backend: boardOf(first) });
    await screen.findByText('ESC-AAAAAA');
    await userEvent.keyboard('gm');
    expect(address()).toBe('/cases?view=mine');
    await userEvent.keyboard('?');
    const help = await screen.findByRole('dialog');
    expect(
      within(help).getByText(
        'Go to … then d the desk, m my cases, b bring a case, s find a case',
      ),
    ).toBeInTheDocument();
    expect(within(help).getByText('Narrow the list')).toBeInTheDocument();
  });

  it('moves no row under the reader’s hand, and says what waits', async () => {
    const backend = boardOf(first, second);
    const { screen, changed, container } = renderCases({ backend });
    const table = await screen.findByRole('table');
    act(() => screen.getByRole('link', { name: 'ESC-BBBBBB' }).focus());
    const newest = aBoardRow({ reference: 'ESC-CCCCCC' });
    backend.on(`GET ${API}/board`, () => ({
      rows: [newest, { ...second, openTasks: 5 }, first],
      next: null,
    }));
    await act(() => changed());
    // What a row says is brought up to date where it stands.
    expect(await screen.findByText('5 open tasks')).toBeInTheDocument();
    expect(references(table)).toEqual(['ESC-AAAAAA', 'ESC-BBBBBB']);
    expect(screen.getByRole('link', { name: 'ESC-BBBBBB' })).toHaveFocus();
    await expectAccessible(container);
    await userEvent.click(
      screen.getByRole('button', { name: 'Put it in the newest order' }),
    );
    expect(references(table)).toEqual([
      'ESC-CCCCCC',
      'ESC-BBBBBB',
      'ESC-AAAAAA',
    ]);
  });

  it('takes the newest order at once while nobody is in the list', async () => {
    const backend = boardOf(first, second);
    const { screen, changed } = renderCases({ backend });
    const table = await screen.findByRole('table');
    backend.on(`GET ${API}/board`, () => ({
      rows: [second, first],
      next: null,
    }));
    await act(() => changed());
    await waitFor(() =>
      expect(references(table)).toEqual(['ESC-BBBBBB', 'ESC-AAAAAA']),
    );
    expect(screen.getByText('The list has changed')).toBeInTheDocument();
  });

  it('takes a row away that is no longer this person’s to see, also under their hand', async () => {
    const backend = boardOf(first, second);
    const { screen, changed } = renderCases({ backend });
    await screen.findByRole('table');
    act(() => screen.getByRole('link', { name: 'ESC-AAAAAA' }).focus());
    backend.on(`GET ${API}/board`, () => ({ rows: [second], next: null }));
    await act(() => changed());
    await waitFor(() =>
      expect(screen.queryByText('ESC-AAAAAA')).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('link', { name: 'ESC-BBBBBB' })).toHaveFocus();
  });

  it('loads more from where the last page ended', async () => {
    const backend = boardOf().on(`GET ${API}/board`, ({ query }) =>
      query.get('cursor') === 'abc'
        ? { rows: [second], next: null }
        : { rows: [first], next: 'abc' },
    );
    const { screen } = renderCases({ backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    expect(await screen.findByText('ESC-BBBBBB')).toBeInTheDocument();
    expect(screen.getByText('ESC-AAAAAA')).toBeInTheDocument();
  });

  it('shows an IMSA their own cases, no load, and how to bring one', async () => {
    const backend = boardOf();
    const { screen, container } = renderCases({
      backend,
      role: 'imsa',
      at: '/cases?view=to-accept',
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'My cases' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('No open cases')).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', { name: /Bring a case to the Hub/ })[0],
    ).toHaveAttribute('href', '/cases/raise');
    expect(
      await screen.findByRole('link', {
        name: 'Bring a case to the Hub (2 drafts)',
      }),
    ).toBeInTheDocument();
    expect(backend.to(`GET ${API}/load`)).toHaveLength(0);
    expect(backend.to(`GET ${API}/board`)[0]?.query.get('view')).toBe('open');
    await expectAccessible(container);
  });

  it('offers to try again when it cannot be loaded', async () => {
    const backend = boardOf().on(
      `GET ${API}/board`,
      () => new Refusal(403, { detail: 'Your role does not include this.' }),
    );
    const { screen } = renderCases({ backend });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your role does not include this.',
    );
  });
});
