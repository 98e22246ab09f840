import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, MemoryRouter, Route, Routes } from 'react-router-dom';
import { expectAccessible } from '../testing/expectAccessible';
import { PageBody } from './PageBody';
import { PageHeadingContext } from './PageHeadingContext';
import { Section } from './Section';

function App() {
  return (
    <MemoryRouter initialEntries={['/a']}>
      <nav>
        <Link to="/b">To B</Link>
      </nav>
      <main>
        <Routes>
          <Route
            path="/a"
            element={
              <PageBody title="Page A" lead="The first">
                <Section title="Part">
                  <input aria-label="Box" />
                </Section>
              </PageBody>
            }
          />
          <Route
            path="/b"
            element={
              <PageBody title="Page B" back={{ href: '/a', label: 'A' }}>
                <p>Here</p>
              </PageBody>
            }
          />
        </Routes>
      </main>
    </MemoryRouter>
  );
}

beforeAll(() => {
  // jsdom has no layout and so cannot scroll.
  window.scrollTo = () => undefined;
});

describe('PageBody', () => {
  it('has one h1, names the tab, and passes axe', async () => {
    const { container } = render(<App />);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(document.title).toBe('Page A – IMSA Hub');
    expect(screen.getByRole('region', { name: 'Part' })).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('leaves the focus where the browser put it on arrival', () => {
    render(<App />);
    expect(document.body).toHaveFocus();
  });

  it('takes the focus to the heading after going somewhere', async () => {
    render(<App />);
    await userEvent.click(screen.getByRole('link', { name: 'To B' }));
    expect(screen.getByRole('heading', { name: 'Page B' })).toHaveFocus();
    expect(document.title).toBe('Page B – IMSA Hub');
  });

  it('has an h2 beneath a layout that carries the h1', () => {
    render(
      <MemoryRouter>
        <PageHeadingContext.Provider value>
          <PageBody title="Tab">
            <p>Here</p>
          </PageBody>
        </PageHeadingContext.Provider>
      </MemoryRouter>,
    );
    expect(
      screen.getByRole('heading', { level: 2, name: 'Tab' }),
    ).toBeInTheDocument();
  });
});
