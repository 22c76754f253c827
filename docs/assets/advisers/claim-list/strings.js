/** Every message on the page with the list of claims. */

/** @param {number} count */
const claims = (count) => (count === 1 ? "1 claim" : `${count.toLocaleString("en-GB")} claims`);

const UNCHANGED = "Nothing has changed.";

export const words = {
  open: "Open claim files or a list",
  drop: "You can also drop the files here. They stay on your device.",
  nothing: "There are no claims here yet. Open one or more claim files, or a list that you saved.",

  /** @param {number} added @param {number} updated */
  opened: (added, updated) => {
    const parts = [...(added ? [`added ${claims(added)}`] : []), ...(updated ? [`updated ${claims(updated)}`] : [])];
    return parts.length ? `We’ve ${parts.join(" and ")}.` : "Your list is already up to date.";
  },
  /** @param {number} count */
  leftOut: (count) => ` We left out ${claims(count)} that we couldn’t read.`,
  file: {
    big: `is too big to be a list of claims. ${UNCHANGED}`,
    broken: `can’t be read. It may be damaged, or not saved from this site. ${UNCHANGED}`,
    other: `isn’t a claim or a list saved from this site. ${UNCHANGED}`,
    empty: `has no claims in it. ${UNCHANGED}`,
    many: `has more than 1,000 claims. Split it into smaller lists. ${UNCHANGED}`,
    /** @param {string} version */
    version: (version) => `was saved by another version of this site (${version}), which this one can’t read. ${UNCHANGED}`,
  },
  full: "A list can have up to 1,000 claims. Save this one, and start another.",

  /** @param {number} done @param {number} total */
  done: (done, total) => `${done.toLocaleString("en-GB")} of ${claims(total)}`,
  stopped: "Stopped. The claims without a next step haven’t been worked out.",
  goOn: "Work out the rest",
  failed: "We couldn’t work out the next step of this claim. Check its answers.",
  wrong: "Needs correcting",
  notWorkedOut: "Not worked out yet",

  /** @param {string} day */
  caption: (day) => `Your claims on ${day}`,
  /** @param {number} total @param {number} overdue @param {number} today @param {number} wrong */
  count: (total, overdue, today, wrong) => {
    const parts = [
      ...(overdue ? [`${overdue} overdue`] : []),
      ...(today ? [`${today} to do today`] : []),
      ...(wrong ? [`${wrong} to correct`] : []),
    ];
    return `${claims(total)}${parts.length ? `: ${parts.join(", ")}` : ""}.`;
  },
  columns: { customer: "Customer", owed: "Owed today", step: "Next step", date: "Next date", actions: "Actions" },
  noName: "No customer name",
  /** @param {string} client */
  owedTo: (client) => `Owed to ${client}`,
  /** @param {string} reference */
  reference: (reference) => `Reference: ${reference}`,
  noDate: "No date",
  onDevice: "On this device now",

  work: "Work on this claim",
  saveOne: "Save this claim",
  remove: "Remove",
  /** @param {string} action @param {string} name */
  about: (action, name) => `${action}: ${name}`,
  /** @param {string} name */
  removed: (name) => `${name} is no longer in your list.`,
  undo: "Undo",
  undone: "Undone. Your list is as it was before.",

  current: {
    title: "The claim on this device",
    /** @param {string} name */
    same: (name) => `You’re working on ${name}. Your list has all its answers.`,
    /** @param {string} name */
    changed: (name) => `You’ve changed ${name} since it was added to the list.`,
    /** @param {string} name */
    other: (name) => `The claim on this device isn’t in your list: ${name}.`,
    putBack: "Add the changes to the list",
    add: "Add it to the list",
    addAsNew: "Add it as another claim",
    back: "We’ve added the changes to your list.",
    added: "We’ve added the claim to your list.",
    use: "Carry on with it in",
    all: "Your claim",
  },
  ask: {
    /** @param {string} name */
    keep: (name) => `To use ${name} in our calculators, we keep its answers on this device until you clear them.`,
    /** @param {string} name */
    replaces: (name) => `This replaces the claim on this device, ${name}. Your list doesn’t have all its answers.`,
    yes: "Keep it on this device",
    replace: "Replace it",
    saveFirst: "Add that claim to the list first",
    no: "Cancel",
    /** @param {string} name */
    now: (name) => `${name} is now the claim on this device.`,
  },

  save: "Save the list",
  calendar: "Calendar of all dates (.ics)",
  table: "Table for a spreadsheet (CSV)",
  print: "Print the list",
  unsaved: "Your list has changed since you last saved it.",
  saved: "Your list is in the file my-claims.json, in your downloads folder.",
  noDates: "There are no dates to put in a calendar.",
  notMade: "We couldn’t make that file. Try again.",
  waiting: "Wait until every claim has been worked out.",

  keep: "Keep this list on this device",
  keepHint: "Anyone who uses this device can then open it. If you don’t tick this, save the list before you close the page.",
  kept: "Your list is kept on this device.",
  notKept: "Your list is no longer kept on this device. It’s still on this page, so save it to a file.",
  keptFull: "There’s no room left on this device for your list. Save it to a file instead.",
  forbidden: "This browser won’t let us keep anything on this device. Save your list to a file instead.",
  broken: "We can’t read the list kept on this device, so we’ve left it alone. To replace it, tick the box again.",
  elsewhere: "You changed the list in another tab. This is the newer version.",
  clear: "Clear the list",
  clearSure: "This clears the list here and on this device. Files you’ve saved stay where they are. You can’t undo it.",
  clearYes: "Yes, clear the list",
  clearNo: "No, keep it",
  cleared: "We’ve cleared the list, here and on this device.",
};
