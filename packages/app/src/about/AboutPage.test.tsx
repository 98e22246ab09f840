import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { version } from '../../package.json';
import { AboutPage } from './AboutPage';

test('the page about the hub says its version, its licence and whose the mark is', () => {
  render(<AboutPage />, { wrapper: MemoryRouter });
  const said = (label: string) =>
    screen.getByText(label).nextElementSibling?.textContent;
  expect(said('Version')).toBe(version);
  expect(said('Licence')).toMatch(/without an agreement/);
  expect(said('Built on')).toMatch(/Backstage.*Apache 2.0/);
  expect(screen.getByText(/registered mark of Hope for Justice/)).toBeVisible();
  expect(screen.getByText(/not legal advice/)).toBeVisible();
});
