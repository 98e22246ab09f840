/**
 * The people one can sign in as when the synthetic network has no file yet (a
 * hub without the demonstration, or a test of the launcher alone).
 *
 * @type {import('./readPeople.mjs').Person[]}
 */
export const demoPeople = [
  ['hub-manager', 'Hub manager', 'hub-manager', 'hub.manager@hub.example'],
  [
    'coordinator',
    'Advice coordinator',
    'advice-coordinator',
    'coordinator@hub.example',
  ],
  ['senior', 'Senior IMSA', 'senior-imsa', 'senior@hub.example'],
  ['senior-two', 'Second senior IMSA', 'senior-imsa', 'senior.two@hub.example'],
  ['imsa', 'IMSA', 'imsa', 'imsa@northgate.example'],
  ['trainee', 'IMSA in training', 'imsa', 'trainee@harbour.example'],
  [
    'supervisor',
    'Clinical supervisor',
    'clinical-supervisor',
    'supervisor@external.example',
  ],
  [
    'officer',
    'Organisation officer',
    'organisation-officer',
    'officer@northgate.example',
  ],
  ['board', 'Board member', 'advisory-board', 'board@hub.example'],
  ['analyst', 'Analyst', 'meal-analyst', 'analyst@hub.example'],
  ['admin', 'Administrator', 'platform-admin', 'admin@hub.example'],
].map(([key = '', name = '', role = '', email = '']) => ({
  key,
  name,
  email,
  roles: [role],
  persona: true,
}));
