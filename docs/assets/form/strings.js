/** Every message that the scripts of a calculator show. */

/** @import { Reason } from "../engine/engine.js" */

const KEPT = "What you typed is still here.";

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1);

/** @type {Record<Reason, string>} */
const stopped = {
  cancelled: `You stopped the calculator from loading. ${KEPT}`,
  network: `The calculator couldn’t be downloaded. Check your connection, then try again. ${KEPT}`,
  missing: `This site has changed since you opened this page. Load the page again to carry on. ${KEPT}`,
  memory: `Your device doesn’t have enough memory for the calculator. Close some other pages, then try again. ${KEPT}`,
  damaged: `The calculator didn’t load properly. Try again. ${KEPT}`,
  unsupported: "This browser is too old for the calculator. Try a newer one.",
  crashed: `The calculator has stopped working three times with these answers. Change one of them, or try again. ${KEPT}`,
};

export const words = {
  /** @param {number} loaded @param {number} total */
  loading: (loaded, total) => `Loading the calculator: ${megabytes(loaded)} of ${megabytes(total)} MB`,
  arrived: "We’ve filled in the answers that came with your link or from your last page.",
  toAnswer: "Show my answer",
  change: "Change these answers",
  link: {
    /** @param {string} sender */
    from: (sender) => `This link says it’s from ${sender}.`,
    missing: "Your link doesn’t answer this question. Answer it here to get your result.",
    wrong: "We can’t use your link’s answer to this question. Change it here to get your answer.",
    notAChoice: "Your link’s answer to this question isn’t one of the choices. Check the choice here.",
  },
  steps: {
    next: "Next",
    back: "Back",
    unsure: "I’m not sure",
    changeIt: "Change",
    changeSituation: "Change what’s happening",
    /** @param {number} at @param {number} of */
    count: (at, of) => `Question ${at} of ${of}`,
    /** @param {string} choice */
    said: (choice) => `You said: ${choice}.`,
  },
  waiting: "You’ll get your answer as soon as the calculator has loaded.",
  slow: "This is taking a while. You don’t have to wait.",
  cancel: "Cancel",
  again: "Try again",
  reload: "Load the page again",
  byHand: "Work it out by hand",
  /** @param {string} called letter, agreement, statement or claim */
  example: (called) => `See the example ${called}`,
  examplePlan: "See an example",
  planComes: "Your plan will appear here once you’ve answered the questions.",
  problems: "There is a problem",
  errorTitle: "Error: ",
  below: "Your answer is below.",
  stale: "This answer is for what you typed before.",
  mistake: `The calculator can’t work this out. That’s our mistake, not yours. ${KEPT}`,
  stopped,
};
