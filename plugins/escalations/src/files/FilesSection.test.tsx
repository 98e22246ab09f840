import { newId } from '@imsa-hub/core';
import type { FileSummary } from '@imsa-hub/escalations-common';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPerson } from '../__testUtils__/aBoardRow';
import { aCase } from '../__testUtils__/aCase';
import { showCase } from '../__testUtils__/showCase';
import { fileSize } from './fileWords';

const aFile = (part: Partial<FileSummary> = {}): FileSummary => ({
  id: newId(),
  name: 'Decision letter.pdf',
  type: 'application/pdf',
  size: 340_000,
  hash: 'ab'.repeat(32),
  by: aPerson(newId(), 'Grace Okoro'),
  at: '2026-11-26T10:00:00Z',
  state: 'clean',
  ...part,
});
const withFiles = (...files: FileSummary[]) =>
  aCase({ allowedActions: ['upload'], files });
const uploadRoute = (id: string) =>
  `POST plugin://escalations/cases/${id}/files`;
const letter = () => new File(['%PDF-'], 'letter.pdf');

it('says of each file whether it is safe to open, and saves only such', async () => {
  const { container } = showCase(
    withFiles(
      aFile({
        name: 'a.pdf',
        state: 'clean',
        by: { ...aPerson(newId(), 'Grace Okoro'), trainee: true },
      }),
      aFile({ name: 'b.pdf', state: 'not-scanned' }),
      aFile({ name: 'c.pdf', state: 'quarantine' }),
      aFile({ name: 'd.pdf', state: 'refused' }),
    ),
  );
  expect(
    await screen.findByText('Checked: nothing harmful found'),
  ).toBeInTheDocument();
  for (const words of [
    'Not checked for harm',
    'Waiting to be checked for harm',
    'Harmful: destroyed',
  ]) {
    expect(screen.getByText(words)).toBeInTheDocument();
  }
  expect(
    screen
      .getAllByRole('button', { name: /^Save “/ })
      .map(button => button.getAttribute('aria-label')),
  ).toEqual(['Save “a.pdf”', 'Save “b.pdf”']);
  expect(screen.getByText(/added by Grace Okoro \(trainee\)/)).toBeVisible();
  await expectAccessible(container);
});

it('adds a file once, with a key of its own', async () => {
  const record = withFiles();
  const { backend } = showCase(record);
  backend.on(uploadRoute(record.id), () => aFile({ name: 'letter.pdf' }));
  await userEvent.upload(await screen.findByLabelText('File to add'), letter());
  await userEvent.dblClick(
    screen.getByRole('button', { name: 'Add the file' }),
  );
  expect(await screen.findByText('“letter.pdf” was added')).toBeInTheDocument();
  const sent = backend.to(uploadRoute(record.id));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.query.get('requestKey')).toMatch(/^[0-9a-z]{26}$/);
});

it('says what is wrong by the field, and keeps the choice', async () => {
  const record = withFiles();
  const { backend } = showCase(record);
  const add = await screen.findByRole('button', { name: 'Add the file' });
  await userEvent.click(add);
  expect(
    await screen.findByRole('link', { name: 'Choose a file' }),
  ).toBeInTheDocument();
  const message = 'This kind of file is not taken.';
  backend.on(
    uploadRoute(record.id),
    () =>
      new Refusal(400, {
        detail: 'Mend it',
        fieldErrors: [{ field: 'body.file', message }],
      }),
  );
  await userEvent.upload(screen.getByLabelText('File to add'), letter());
  await userEvent.click(add);
  expect(
    await screen.findByRole('link', { name: message }),
  ).toBeInTheDocument();
  // The same file is sent again under the same key.
  await userEvent.click(add);
  await waitFor(() => {
    const keys = backend
      .to(uploadRoute(record.id))
      .map(({ query }) => query.get('requestKey'));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

it('says it where the check found something harmful', async () => {
  const record = withFiles();
  const { backend } = showCase(record);
  backend.on(uploadRoute(record.id), () =>
    aFile({ name: 'letter.pdf', state: 'refused' }),
  );
  await userEvent.upload(await screen.findByLabelText('File to add'), letter());
  await userEvent.click(screen.getByRole('button', { name: 'Add the file' }));
  expect(
    await screen.findByText(
      '“letter.pdf” was destroyed: something harmful was found in it',
    ),
  ).toBeInTheDocument();
});

it.each([
  [340, '340 bytes'],
  [12_400, '12 kB'],
  [1_440_000, '1.4 MB'],
])('writes %d bytes as %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});
