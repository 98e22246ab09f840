import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine, RiMenuLine } from '@remixicon/react';
import {
  Dialog,
  DialogTrigger,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { Navigation } from './Navigation';

/** The navigation where there is no room for it beside the page. */
export function NavigationDrawer() {
  return (
    <DialogTrigger>
      <ButtonIcon
        className="hub-menu-button"
        variant="tertiary"
        size="medium"
        aria-label="Menu"
        icon={<RiMenuLine aria-hidden="true" />}
      />
      <ModalOverlay className="hub-drawer-ground" isDismissable>
        <Modal className="hub-drawer">
          <Dialog aria-label="Menu">
            {({ close }) => (
              <>
                <ButtonIcon
                  className="hub-drawer-close"
                  variant="tertiary"
                  size="medium"
                  aria-label="Close menu"
                  icon={<RiCloseLine aria-hidden="true" />}
                  onPress={close}
                />
                <Navigation onNavigate={close} />
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
