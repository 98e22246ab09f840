import {
  networkConfirmErasurePermission,
  networkManagePermission,
  networkUsePermission,
} from '@imsa-hub/network-common';
import type { SearchPlace } from '@imsa-hub/search-node';

/** The register's places that the search box leads to. */
export const NETWORK_PLACES: readonly SearchPlace[] = [
  {
    title: 'People',
    detail: 'Who takes part in the network',
    alsoCalled: 'network register colleagues imsas',
    path: '/network',
    door: networkUsePermission,
  },
  {
    title: 'Organisations',
    detail: 'Which organisations take part',
    alsoCalled: 'network register employers',
    path: '/network/organisations',
    door: networkUsePermission,
  },
  {
    title: 'Import from CSV',
    detail: 'Bring people or organisations in from a CSV file',
    alsoCalled: 'csv upload network register',
    path: '/network/import',
    door: networkManagePermission,
  },
  {
    title: 'What is held about me',
    detail: 'An export of everything the hub holds on you',
    alsoCalled: 'my data privacy subject access gdpr export',
    path: '/held',
    door: 'signed-in',
  },
  {
    title: 'Erasures',
    detail: 'Of details of people who left',
    alsoCalled: 'erase delete retention',
    path: '/erasures',
    door: networkConfirmErasurePermission,
  },
];
