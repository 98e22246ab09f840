import {
  ExtensionBoundary,
  coreExtensionData,
  createExtension,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import {
  AppRootWrapperBlueprint,
  SignInPageBlueprint,
} from '@backstage/plugin-app-react';
import { HubRoot } from './HubRoot';
import { SignInGate } from './SignInGate';

/** Router, locale and sign-in; beneath them the layout, once signed in. */
export const rootExtension = createExtension({
  name: 'root',
  attachTo: { id: 'app', input: 'root' },
  inputs: {
    signInPage: createExtensionInput([SignInPageBlueprint.dataRefs.component], {
      singleton: true,
      optional: true,
      internal: true,
    }),
    children: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
      optional: true,
    }),
    elements: createExtensionInput([coreExtensionData.reactElement]),
    wrappers: createExtensionInput(
      [AppRootWrapperBlueprint.dataRefs.component],
      { internal: true },
    ),
  },
  output: [coreExtensionData.reactElement],
  factory({ inputs, node }) {
    const content = inputs.wrappers.reduce((children, wrapper) => {
      const Wrapper = wrapper.get(AppRootWrapperBlueprint.dataRefs.component);
      return <Wrapper>{children}</Wrapper>;
    }, inputs.children?.get(coreExtensionData.reactElement));
    const SignInPage = inputs.signInPage?.get(
      SignInPageBlueprint.dataRefs.component,
    );
    return [
      coreExtensionData.reactElement(
        <HubRoot>
          <ExtensionBoundary node={node}>
            {inputs.elements.map(element => (
              <div key={element.node.spec.id}>
                {element.get(coreExtensionData.reactElement)}
              </div>
            ))}
            {SignInPage ? <SignInGate SignInPage={SignInPage} /> : content}
          </ExtensionBoundary>
        </HubRoot>,
      ),
    ];
  },
});
