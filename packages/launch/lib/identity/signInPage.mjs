import { markup, page, SafeHtml } from '../markup.mjs';

const checked = new SafeHtml(' checked');
const open = new SafeHtml(' open');

/**
 * The page on which somebody chooses who to be.
 *
 * @param {object} options
 * @param {import('./accounts.mjs').Account[]} options.accounts
 * @param {string} options.action where the choice is sent
 * @param {string} options.cancel where "Cancel" leads
 * @param {string} [options.hint] the address asked for, chosen beforehand
 * @param {boolean} [options.again] whether the hub asks to sign in once more
 * @param {string} [options.error]
 */
export function signInPage({ accounts, action, cancel, hint, again, error }) {
  const personas = accounts.filter(account => account.group === 'persona');
  const others = accounts.filter(account => account.group === 'network');
  const refused = accounts.filter(account => account.group === 'test');
  const hinted = accounts.find(
    account => account.email === hint || account.sub === hint,
  );
  const chosen = hinted?.sub ?? personas[0]?.sub;
  const shown =
    hinted && !personas.includes(hinted) && !refused.includes(hinted)
      ? [hinted, ...personas]
      : personas;
  const choice = (
    /** @type {import('./accounts.mjs').Account} */ {
      sub,
      name,
      description,
      email,
    },
  ) => markup`<label class="choice">
<input type="radio" name="account" value="${sub}"${sub === chosen && checked}>
<span><strong>${name}</strong><span>${description}</span><span>${email}</span></span>
</label>
`;
  return page({
    title: error ? 'Error: Local sign-in' : 'Local sign-in',
    body: markup`<h1>Local sign-in for the demonstration</h1>
<p>${again ? 'The hub asks you to sign in again, to confirm that it is you.' : 'Choose who you want to be. Nobody here is real.'}</p>
<p class="soft">In real use your organisation's own sign-in takes the place of this page.</p>
${error ? markup`<div class="error" role="alert"><strong>There is a problem.</strong> <a href="#email">${error}</a></div>` : ''}
<form method="post" action="${action}">
<fieldset><legend>Sign in as</legend>
${shown.map(choice)}
</fieldset>
<details${error && open}><summary>Somebody else</summary>
<label class="field" for="email">E-mail address of a registered person</label>
<input type="email" id="email" name="email" list="people" autocomplete="off" value="">
<datalist id="people">${others.map(account => markup`<option value="${account.email}">${account.name}, ${account.description}</option>`)}</datalist>
<p class="soft">If you fill this in, it counts instead of the choice above.</p>
<fieldset><legend>People the hub refuses</legend>
${refused.map(choice)}
</fieldset>
</details>
<div class="actions"><button type="submit">Continue</button></div>
</form>
<form method="post" action="${cancel}"><button type="submit" class="plain">Cancel</button></form>`,
  });
}
