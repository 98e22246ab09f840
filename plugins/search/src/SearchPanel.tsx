import { useEffect, useState } from 'react';
import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine, RiSearchLine } from '@remixicon/react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { SearchResults } from './SearchResults';
import { useArrowKeys } from './useArrowKeys';
import { useSettled } from './useSettled';

const MOST_CHARACTERS = 100;
const PAUSE_MS = 300;

/**
 * Where one types, with what was found beneath. The words are kept nowhere:
 * not in the address, not in the history, not in the tab's storage.
 */
export function SearchPanel(props: { onClose(): void }) {
  const { onClose } = props;
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<string>();
  const words = useSettled(typed.trim(), PAUSE_MS);
  const { panel, input, onKeyDown } = useArrowKeys();

  // The panel was opened in order to type.
  useEffect(() => input.current?.focus(), [input]);

  const type = (text: string) => {
    setTyped(text);
    setKind(undefined);
  };
  const show = (next?: string) => {
    setKind(next);
    input.current?.focus();
  };

  return (
    <ModalOverlay
      className="search-ground"
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <Modal className="search-modal">
        <Dialog className="search-panel">
          <Heading slot="title" className="hub-visually-hidden">
            Search
          </Heading>
          <div ref={panel} onKeyDown={onKeyDown} role="presentation">
            <div className="search-head">
              <RiSearchLine size={20} aria-hidden="true" />
              <input
                ref={input}
                className="search-input"
                type="search"
                aria-label="Search the console"
                aria-describedby="search-help"
                placeholder="Search"
                autoComplete="off"
                spellCheck={false}
                maxLength={MOST_CHARACTERS}
                value={typed}
                onChange={event => type(event.target.value)}
              />
              <ButtonIcon
                variant="tertiary"
                size="medium"
                aria-label="Close search"
                icon={<RiCloseLine aria-hidden="true" />}
                onPress={onClose}
              />
            </div>
            <SearchResults
              words={words}
              isTyping={words !== typed.trim()}
              kind={kind}
              onKind={show}
              onGo={onClose}
            />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
