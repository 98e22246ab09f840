import { Fragment } from 'react';
import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { Layout } from './Layout';

/** What stands around every page; plugins put tools into its bar. */
export const layoutExtension = createExtension({
  name: 'layout',
  attachTo: { id: 'app/root', input: 'children' },
  inputs: {
    content: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
    tools: createExtensionInput([coreExtensionData.reactElement]),
  },
  output: [coreExtensionData.reactElement],
  factory: ({ inputs }) => [
    coreExtensionData.reactElement(
      <Layout
        tools={inputs.tools.map(tool => (
          <Fragment key={tool.node.spec.id}>
            {tool.get(coreExtensionData.reactElement)}
          </Fragment>
        ))}
      >
        {inputs.content.get(coreExtensionData.reactElement)}
      </Layout>,
    ),
  ],
});
