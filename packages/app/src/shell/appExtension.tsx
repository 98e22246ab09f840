import { ApiProvider } from '@backstage/core-app-api';
import {
  ExtensionBoundary,
  coreExtensionData,
  createExtension,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { ThemeMode } from '../layout/ThemeMode';

/** The outermost element: utility APIs and the light or dark theme. */
export const appExtension = createExtension({
  attachTo: { id: 'root', input: 'app' },
  inputs: {
    root: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
  },
  output: [coreExtensionData.reactElement],
  factory: ({ node, apis, inputs }) => [
    coreExtensionData.reactElement(
      <ApiProvider apis={apis}>
        <ThemeMode />
        <ExtensionBoundary node={node}>
          {inputs.root.get(coreExtensionData.reactElement)}
        </ExtensionBoundary>
      </ApiProvider>,
    ),
  ],
});
