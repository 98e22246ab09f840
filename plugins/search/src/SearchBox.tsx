import { lazy, Suspense, useState } from 'react';
import { KeyHint, useShortcut } from '@imsa-hub/ui';
import { RiSearchLine } from '@remixicon/react';
import { Button } from 'react-aria-components';
import './search.css';

const SearchPanel = lazy(() =>
  import('./SearchPanel').then(({ SearchPanel: panel }) => ({
    default: panel,
  })),
);

/** The box in the top bar; opens the panel in which one types. */
export function SearchBox() {
  const [isOpen, setIsOpen] = useState(false);
  useShortcut({
    key: '/',
    what: 'Search',
    run: () => setIsOpen(true),
  });
  return (
    <>
      <Button
        className="search-box"
        aria-label="Search"
        onPress={() => setIsOpen(true)}
      >
        <RiSearchLine size={20} aria-hidden="true" />
        <span className="search-box-words" aria-hidden="true">
          Search
          <KeyHint>/</KeyHint>
        </span>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchPanel onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
