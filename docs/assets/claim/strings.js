/** Every message about the claim, the actions below an answer, the contact log and imported rows. */

/** @param {string[]} questions */
const some = (questions) =>
  questions.length > 3
    ? `${questions.slice(0, 2).join(" ")} And ${questions.length - 2} more answers.`
    : questions.join(" ");

export const says = {
  title: "Your claim",
  keep: "Keep these answers on this device",
  keepHint: "Our other calculators can then use them. They stay on this device. If you don’t tick this, they’re gone when you close the page.",
  kept: "Your answers are kept on this device.",
  notKept: "Your answers are no longer kept on this device. What you typed on this page is still here.",
  forbidden: "This browser won’t let us keep anything on this device. Everything else works, and you can save your answers to a file.",
  full: "There’s no room left on this device for your answers. Everything else works, and you can save them to a file.",
  newerStore: "This device has answers from a newer version of this site. Load this page again to use them.",
  brokenStore: "We can no longer read the answers kept on this device. To start again, clear everything.",
  save: "Save to a file",
  saved: "Your answers are in the file my-claim.json, in your downloads folder.",
  nothingToSave: "There’s nothing to save yet.",
  load: "Load a file",
  clear: "Clear everything",
  clearSure: "This clears the form, and the claim and contact log kept on this device. You can’t undo it.",
  clearYes: "Yes, clear everything",
  clearNo: "No, keep it",
  cleared: "We’ve cleared the form and everything kept on this device.",
  clearFailed: "We’ve cleared the form. Your browser won’t let us clear what’s kept on this device, so use its settings to do that.",
  clearedElsewhere: "You cleared everything in another tab. What’s on this page is no longer kept.",
  keptElsewhere: "Your answers are now kept on this device, because you chose that in another tab.",
  see: "See your claim",
  undo: "Undo",
  undone: "Undone. Your claim still has these answers.",
  /** @param {string[]} questions */
  filled: (questions) => `Filled in from your claim: ${some(questions)}`,
  oneInvoice: "We’ve entered your debt as one invoice. Change it if there are more, or if part of it has been paid.",
  /** @param {string[]} questions */
  fromFile: (questions) => `Filled in from your file: ${some(questions)}`,
  /** @param {string[]} questions */
  elsewhere: (questions) => `Changed in another tab: ${some(questions)}`,

  file: {
    big: "That file is too big to be a claim saved from this site. Nothing has changed.",
    broken: "We can’t read that file. It may be damaged, or not a claim saved from this site. Nothing has changed.",
    other: "That isn’t a claim saved from this site. Nothing has changed.",
    /** @param {string} version */
    version: (version) =>
      `That file was saved by another version of this site (${version}), which this one can’t read. Nothing has changed.`,
    empty: "There are no answers in that file. Nothing has changed.",
    loaded: "We’ve loaded your file.",
    /** @param {number} count */
    leftOut: (count) => `We’ve loaded your file, except for ${count === 1 ? "one answer" : `${count} answers`} we couldn’t read.`,
  },

  page: {
    nothing: "There’s nothing here yet. Answer a question in a calculator and keep the answers on this device, or load a file.",
    change: "Change",
    /** @param {string} title */
    workedOut: (title) => `worked out by “${title}”`,
    memory: "These answers are here until you leave this page. To use them elsewhere, keep them on this device.",
    other: "Other answers",
    use: "Use these answers elsewhere",
    log: "Your contact log",
    /** @param {number} count */
    entries: (count) => (count === 1 ? "1 entry" : `${count} entries`),
    openLog: "Open your log",
  },

  beside: {
    name: "Keep or share this answer",
    copyText: "Copy the answer as text",
    copyLink: "Copy a link to it",
    print: "Print a record",
    workbook: "Excel workbook (.xlsx)",
    moves: "What makes the most difference?",
    addToLog: "Add to my log",
    copied: "Copied.",
    linkCopied: "The link is copied. It includes your numbers, dates and choices.",
    linkWithoutWords: "The link is copied. It includes your numbers, dates and choices, but no names or other words.",
    byHand: "Your browser won’t let us copy. Copy the text from here:",
    working: "Just a moment.",
    failed: "That didn’t work. Your answer is still here. Try again.",
    logged: "We’ve added it to your contact log.",
    logNeedsKeeping: "To use your contact log, tick “Keep these answers on this device” below the form, then press this again.",
    answerFrom: "From",
  },

  letter: {
    /** @param {string} called letter, agreement, statement or claim */
    name: (called) => `Send or save the ${called}`,
    /** @param {string} called */
    copy: (called) => `Copy the ${called}`,
    email: "Email it",
    share: "Share it",
    print: "Print it",
    word: "Save for Word",
    blanks: "To fill in:",
    /** @param {string} called @param {number} count */
    left: (called, count) => `The ${called} still has ${count === 1 ? "1 blank" : `${count} blanks`} to fill in.`,
    names: {
      your_name: "Your name",
      your_business: "Your business",
      customer_name: "Your customer’s name",
      invoice_numbers: "Invoice number",
    },
    text: "Save as text",
    emailFile: "Save as an email file",
    emailOpens: "Your email program should open with your message in it. If nothing opens, save it as an email file.",
    /** @param {string} called */
    tooLong: (called) =>
      `This ${called} is too long for an email link, so it’s saved as an email file. Open the file to check and send it.`,
    emailSaved: "It’s in your downloads folder. Open it in your email program to check and send it.",
    saved: "It’s in your downloads folder.",
  },

  plan: {
    doNow: "Do this now",
    addNames: "Add more details",
    readMore: "Read more about this step",
    interest: "Ask for the interest and compensation too",
    sent: "I’ve sent it today",
    done: "I’ve done this today",
    /** @param {string} day */
    doneOn: (day) => `Done on ${day}.`,
    keep: "Keep this plan on this device",
    stop: "Stop keeping this plan",
    copyLink: "Copy a link",
    print: "Print it",
    again: "Start again",
  },

  home: {
    title: "Continue your plan",
    open: "Open your plan",
    /** @param {string} day @param {string} what */
    next: (day, what) => `Next: ${day}. ${what}.`,
    /** @param {string} day @param {string} what */
    passed: (day, what) => `${day} has passed. ${what}.`,
    /** @param {string} day */
    seen: (day) => `You last looked on ${day}. Open your plan to see what has changed.`,
  },

  rows: {
    /** @param {string} rows @param {boolean} invoices whether electronic invoices can be loaded too */
    load: (rows, invoices) => `Load ${rows} from a CSV ${invoices ? "or e-invoice " : ""}file`,
    /** @param {string} row @param {string} line */
    open: (row, line) => `Open ${row.toLowerCase()}: ${line}`,
    big: "That file is too big. Save only what you need, then try again.",
    filled: "We’ve also filled in the names from the file.",
    /** @param {number} count */
    read: (count) => (count === 1 ? "We’ve read 1 row." : `We’ve read ${count} rows.`),
    failed: "We couldn’t read that file. What you typed is still here.",
  },
};
