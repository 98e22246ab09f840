import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { renderNetwork } from '../__testUtils__/renderNetwork';

const DRY_RUN = 'POST plugin://network/imports/dry-run';
const IMPORT = 'POST plugin://network/imports';
const DIGEST = 'a'.repeat(64);
const CSV = 'name,email\nBea Sample,bea@northgate.example';

const check = async (backend: FakeBackend) => {
  const view = renderNetwork({ backend, at: '/network/import' });
  await userEvent.click(await screen.findByLabelText('Rows'));
  await userEvent.paste(CSV);
  await userEvent.click(screen.getByRole('button', { name: 'Check the file' }));
  return view;
};

describe('importing', () => {
  it('lists every problem by row and column, and offers no import', async () => {
    const backend = new FakeBackend().on(DRY_RUN, () => ({
      rows: 1,
      problems: [
        { row: 2, column: 'email', problem: 'This address is taken' },
        { row: 2, problem: 'Too few cells' },
      ],
    }));
    const { container } = await check(backend);
    const table = await screen.findByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row =>
          within(row)
            .getAllByRole('cell')
            .map(cell => cell.textContent),
        ),
    ).toEqual([
      ['2', 'email', 'This address is taken'],
      ['2', 'Whole row', 'Too few cells'],
    ]);
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    expect(screen.getByLabelText('Rows')).toHaveValue(CSV);
    await expectAccessible(container);
  });

  it('imports just what was checked, by its digest', async () => {
    const backend = new FakeBackend()
      .on(DRY_RUN, () => ({ rows: 1, problems: [], digest: DIGEST }))
      .on(IMPORT, () => ({ imported: 1 }));
    await check(backend);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import 1 row' }),
    );
    expect(await screen.findByText('1 record was made')).toBeInTheDocument();
    expect(backend.to(IMPORT)[0]?.body).toEqual({
      kind: 'people',
      csv: CSV,
      digest: DIGEST,
    });
  });

  it('asks for a new check when the rows change', async () => {
    const backend = new FakeBackend().on(DRY_RUN, () => ({
      rows: 1,
      problems: [],
      digest: DIGEST,
    }));
    await check(backend);
    await screen.findByRole('button', { name: 'Import 1 row' });
    await userEvent.type(screen.getByLabelText('Rows'), 'x');
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  });

  it('says that nothing was stored when the import is refused', async () => {
    const backend = new FakeBackend()
      .on(DRY_RUN, () => ({ rows: 1, problems: [], digest: DIGEST }))
      .on(
        IMPORT,
        () => new Refusal(409, { detail: 'The register has changed' }),
      );
    await check(backend);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import 1 row' }),
    );
    expect(
      await screen.findByText('The register has changed'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Nothing was stored/)).toBeInTheDocument();
  });

  it('refuses a file that is too large before sending it', async () => {
    renderNetwork({ backend: new FakeBackend(), at: '/network/import' });
    const file = new File(['x'.repeat(1_000_001)], 'people.csv', {
      type: 'text/csv',
    });
    await userEvent.upload(await screen.findByLabelText('CSV file'), file);
    expect(
      await screen.findByText('Use a file of at most 1 MB; split a larger one'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Rows')).toHaveValue('');
  });
});
