/** Every message about the claim, the actions below an answer, the contact log and imported rows. */

/** @param {string[]} questions */
const some = (questions) =>
  questions.length > 3
    ? `${questions.slice(0, 2).join(" ")} And ${questions.length - 2} more answers.`
    : questions.join(" ");

export const says = {
  title: "Your claim",
  keep: "Keep these answers on this device",
  keepHint: "Then our other calculators offer them to you. Nobody else gets them. Off, they go when you close the page.",
  kept: "Your answers are kept on this device.",
  notKept: "Nothing is kept on this device any more. What you typed here is still here.",
  forbidden: "This browser does not let this page keep anything. All else works: you can save your answers to a file.",
  full: "There is no room left on this device for your answers. All else works: you can save them to a file.",
  newerStore: "This device keeps answers from a newer version of this site. Load this page again to use them.",
  brokenStore: "What this device kept can no longer be read. Clear everything to start again.",
  save: "Save to a file",
  saved: "Your answers are in the file my-claim.json, where your downloads go.",
  nothingToSave: "There is nothing to save yet.",
  load: "Load a file",
  clear: "Clear everything",
  clearSure: "This empties the form and what this device keeps of your claim and your log. You cannot undo it.",
  clearYes: "Yes, clear it all",
  clearNo: "No, leave it",
  cleared: "Everything is cleared: the form, and what this device kept.",
  clearFailed: "The form is cleared. This browser does not let us clear what it keeps: do that in its settings.",
  clearedElsewhere: "You cleared everything in another tab. What stands here is no longer kept.",
  keptElsewhere: "Your answers are now kept on this device: you chose that in another tab.",
  see: "See your claim",
  undo: "Undo",
  undone: "Undone. Your claim still has these answers.",
  /** @param {string[]} questions */
  filled: (questions) => `Filled in from your claim: ${some(questions)}`,
  /** @param {string[]} questions */
  fromFile: (questions) => `Filled in from your file: ${some(questions)}`,
  /** @param {string[]} questions */
  elsewhere: (questions) => `Changed in another tab: ${some(questions)}`,

  file: {
    big: "That file is too big to be a claim saved here. Nothing was changed.",
    broken: "That file cannot be read. It may be damaged, or not a claim saved here. Nothing was changed.",
    other: "That is not a claim saved from this site. Nothing was changed.",
    /** @param {string} version */
    version: (version) =>
      `That file was saved by another version of this site (${version}), which this one cannot read. Nothing was changed.`,
    empty: "There are no answers in that file. Nothing was changed.",
    loaded: "Your file is loaded.",
    /** @param {number} count */
    leftOut: (count) => `Your file is loaded, without ${count === 1 ? "one part" : `${count} parts`} that we could not read.`,
  },

  page: {
    nothing: "There is nothing here yet. Answer a question in a calculator, and keep the answers on this device. Or load a file.",
    change: "Change",
    /** @param {string} title */
    workedOut: (title) => `worked out by “${title}”`,
    memory: "These answers are here until you leave this page. To use them elsewhere, keep them on this device.",
    other: "Other answers",
    use: "Use these answers in",
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
    moves: "What changes this most?",
    addToLog: "Add it to my log",
    copied: "Copied.",
    linkCopied: "The link is copied. It holds your numbers, days and choices.",
    linkWithoutWords: "The link is copied. It holds your numbers, days and choices, but no names or other words.",
    byHand: "Your browser does not let us copy. Copy it from here:",
    working: "One moment.",
    failed: "That did not work. Your answer is still here. Try again.",
    logged: "It is in your contact log.",
    logNeedsKeeping: "Your log needs a place to stay. Tick “Keep these answers on this device” below the form, then press this again.",
    answerFrom: "From",
  },

  letter: {
    /** @param {string} called letter or agreement */
    name: (called) => `Send or save the ${called}`,
    /** @param {string} called */
    copy: (called) => `Copy the ${called}`,
    email: "Email it",
    share: "Share it",
    print: "Print it",
    word: "Save for Word",
    text: "Save as text",
    emailFile: "Save as an email file",
    emailOpens: "Your email program should open with it. If nothing opens, save it as an email file.",
    /** @param {string} called */
    tooLong: (called) =>
      `This ${called} is too long for an email link, so it’s saved as an email file. Open the file to check and send it.`,
    emailSaved: "It’s saved where your downloads go. Open it in your email program to check and send it.",
    saved: "It’s saved where your downloads go.",
  },

  plan: {
    doNow: "Do this now",
    addNames: "Add names and details",
    readMore: "Read more about this step",
    interest: "Ask for the interest and compensation too",
    sent: "I’ve sent it today",
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
    seen: (day) => `You last looked on ${day}. Open it to see what has changed.`,
  },

  rows: {
    /** @param {string} rows */
    load: (rows) => `Load ${rows} from a CSV file`,
    /** @param {string} row @param {string} line */
    open: (row, line) => `Open ${row.toLowerCase()}: ${line}`,
    big: "That file is too big for a list of rows. Save only the table that you need.",
    /** @param {number} count */
    read: (count) => (count === 1 ? "1 row was read." : `${count} rows were read.`),
    failed: "That file could not be read. What you typed is still here.",
  },
};
