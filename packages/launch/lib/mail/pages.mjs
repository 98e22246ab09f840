import { markup, page } from '../markup.mjs';

/**
 * The list of mails, newest first.
 *
 * @param {{ mails: import('./MailStore.mjs').Mail[] }} options
 */
export const mailListPage = ({ mails }) =>
  page({
    title: 'Mails of the demonstration',
    body: markup`<h1>Mails of the demonstration</h1>
<p class="soft">Every mail the hub sends on this machine ends here. Nothing leaves it.</p>
${mails.length === 0 ? noMails : mailCards(mails)}`,
  });

const noMails = markup`<p>No mail yet. When the hub sends one, reload this page.</p>`;

/** @param {import('./MailStore.mjs').Mail[]} mails */
const mailCards =
  mails => markup`<p>${mails.length} ${mails.length === 1 ? 'mail' : 'mails'}, newest first</p>
<ul class="cards">${mails.map(mailCard)}</ul>`;

/** @param {import('./MailStore.mjs').Mail} mail */
const mailCard = mail => markup`<li>
<a href="/mails/${mail.id}">${mail.subject || '(no subject)'}</a>
<span>To ${mail.to.join(', ')}</span>
<span>${when(mail.receivedAt)}</span>
</li>
`;

/**
 * One mail. Its text is shown as text; HTML is shown as source, never rendered.
 *
 * @param {{ mail: import('./MailStore.mjs').Mail }} options
 */
export const mailPage = ({ mail }) =>
  page({
    title: mail.subject || 'A mail without a subject',
    body: markup`<p><a href="/">All mails</a></p>
<h1>${mail.subject || '(no subject)'}</h1>
<dl>
<dt>From</dt><dd>${mail.from}</dd>
<dt>To</dt><dd>${mail.to.join(', ')}</dd>
<dt>Received</dt><dd>${when(mail.receivedAt)}</dd>
<dt>Handed over</dt><dd>${mail.handedOver === 1 ? 'once' : `${mail.handedOver} times`}</dd>
</dl>
<h2>Text</h2>
<pre>${mail.text || '(none)'}</pre>
${mail.attachments.map(attachmentPart)}
${mail.html && markup`<details><summary>HTML, as source</summary><pre>${mail.html}</pre></details>`}`,
  });

/** @param {import('./MailStore.mjs').Mail['attachments'][number]} attachment */
const attachmentPart = ({ filename, contentType, text }) => markup`
<h2>Attachment: ${filename || contentType}</h2>
${text ? markup`<pre>${text}</pre>` : markup`<p class="soft">${contentType}, not shown</p>`}`;

/** What is shown in place of a mail that is not kept any more. */
export const mailNotFoundPage = () =>
  page({
    title: 'No such mail',
    body: markup`<h1>There is no such mail</h1>
<p>The newest 500 are kept. <a href="/">All mails</a></p>`,
  });

const clock = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
});

/** @param {string} instant */
const when = instant => clock.format(new Date(instant));
