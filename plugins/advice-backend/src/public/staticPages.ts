/** A page of headings, paragraphs and lists. */
export interface StaticPage {
  title: string;
  paragraphs: readonly string[];
  sections: ReadonlyArray<{
    heading: string;
    paragraphs: readonly string[];
    points: readonly string[];
  }>;
}

/** What is held, why, how long; in the words of the form. */
export const PRIVACY_PAGE: StaticPage = {
  title: 'Your privacy',
  paragraphs: [
    'This page is about the form for asking a question without an account. It says what we hold about you, why, and for how long.',
  ],
  sections: [
    {
      heading: 'What we hold',
      paragraphs: [
        'Only what you send with the last button. While you fill in the form, your answers travel locked inside the pages themselves: our server keeps nothing until you send.',
      ],
      points: [
        'Your question, what you write later, and our replies. They are locked with a key of their own, also in the database.',
        'The nation, what the question is about, your answers about safety, the language, and the dates you gave.',
        'Anything you chose to say about replying safely, or about an organisation. Locked in the same way.',
        'A fingerprint of your receipt code, from which the code cannot be worked out.',
      ],
    },
    {
      heading: 'What we do not hold',
      paragraphs: [],
      points: [
        'Your name, phone number, address or e-mail, unless you wrote them in your own words.',
        'Anything about a person under 18: that path stores nothing.',
        'Your internet address beside your question. It is used for a minute to slow down anyone who guesses codes, and only a keyed fingerprint of it is in our record of changes.',
      ],
    },
    {
      heading: 'Why, and who sees it',
      paragraphs: [
        'To answer you. Advisers of the hub can read your question. Once we know which organisation it is about, people who work there cannot see it, or even that it exists; only the Hub Manager can make an exception, with a reason that is recorded. We record each time it is opened.',
        'We do not give it to the police, the Home Office or your employer. If somebody is in danger of serious harm we may have to tell a service that can protect them; where it is safe we tell you first.',
      ],
      points: [],
    },
    {
      heading: 'How long',
      paragraphs: [
        'After the question is closed it is kept for the time the hub has set, and then its key is destroyed. After that nobody can read it, not even from an old copy. Only counts stay.',
      ],
      points: [],
    },
    {
      heading: 'Cookies',
      paragraphs: [
        'One cookie, without your name or anything you typed. It ties the pages to your browser, lasts at most 60 minutes, and ends when you leave with “Exit this page” or “Finish and clear this page”. There is nothing else: no counting of visitors, no other websites.',
      ],
      points: [],
    },
    {
      heading: 'Your rights',
      paragraphs: [
        'Write back with your code to ask for a copy, a correction, or for everything to be deleted. Because we do not know who you are, the code is the only way to show that the question is yours. You can also complain to the Information Commissioner: 0303 123 1113.',
      ],
      points: [],
    },
  ],
};

/** What was done for everybody to be able to use it, and what is not right. */
export const ACCESSIBILITY_PAGE: StaticPage = {
  title: 'Accessibility',
  paragraphs: [
    'We want everybody to be able to ask. These pages are made to meet the Web Content Accessibility Guidelines 2.2 at level AA.',
  ],
  sections: [
    {
      heading: 'What you can do',
      paragraphs: [],
      points: [
        'Use everything with a keyboard, a switch or a screen reader.',
        'Use everything with JavaScript turned off.',
        'Make the text four times as large, or use a small phone, without scrolling sideways.',
        'Use your own colours, a dark screen, or less motion.',
        'Print any page.',
      ],
    },
    {
      heading: 'What is not as it should be',
      paragraphs: [
        'A page you leave for more than 60 minutes is cleared. We know that this is hard for people who need more time; it is there because a page left open can put somebody in danger. Each new page starts the 60 minutes again.',
        'The button “Back” of your browser may ask whether to send a form again. That is safe: nothing is sent twice. The “Back” on the page does not ask.',
        'The pages are in English. You can ask for an interpreter or a translation in the form.',
      ],
      points: [],
    },
    {
      heading: 'If something does not work for you',
      paragraphs: [
        'Ask your question in any way that works and say what went wrong: we treat it as part of the question. If you are not happy with how we answer, the Equality Advisory and Support Service (or in Northern Ireland the Equality Commission) can advise you.',
      ],
      points: [],
    },
  ],
};
