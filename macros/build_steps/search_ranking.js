// Runs in the search's worker before Material's own script, and ranks the pages that Material finds. It compares the
// search with each page's title, headings and search phrases (`searched_as`), which the index holds as tags. The page
// with the phrase closest to what was typed comes first.

/** Words that are too common to help a search. Material would look for every word that begins with one of them. */
const EMPTY = new Set(`a about after all am an and any are as at be because been but by can cant could did do does doesnt
  dont for from get go got had has hasnt have havent how i if im in is isnt it its ive just me my no not of off on or our
  out over she should so than that the their them then there they theyre theyve this to too uk up us was we were what whats
  when where which who will with wont would you your`.split(/\s+/));

/** Words that people type, and the guide's words for them. */
const CALLED = new Map(Object.entries({
  bill: "invoice", bills: "invoice", buyer: "customer", cash: "bank", client: "customer", clients: "customer",
  debtor: "customer", debtors: "customer", installment: "instalment", installments: "instalment",
}));

/** Weights relative to Material's own score, which is at most 1 here. Found by trying the searches in the tests. */
const LIKE_A_PHRASE = 3, LIKE_A_HEADING = 2, IN_THE_PHRASES = 2;

/**
 * @typedef {{roots: Set<string>, weight: number}} Phrase
 * @typedef {{phrases: Phrase[], headings: Phrase[], words: Set<string>}} Known
 */
/** @type {Map<string, Known>} */
const pages = new Map();
/** @type {Map<string, number>} */
const weights = new Map();
/** @type {Map<string, string>} */
const rooted = new Map();
let typed = new Set();

/** The part that a word shares with its stem, so "bounced" finds "bouncing", and "company" finds "companies". */
const root = (word) => {
  if (!rooted.has(word)) {
    const stem = self.lunr.stemmer(new self.lunr.Token(word, {})).toString();
    const parts = [...word].findIndex((letter, at) => letter !== stem[at]);
    rooted.set(word, parts < 2 ? word : word.slice(0, parts));
  }
  return rooted.get(word);
};

/** The roots of a text's words, leaving out the most common words. */
const roots = (text) => {
  const words = text.toLowerCase().replace(/[’']/g, "").split(/[^a-z0-9%]+/);
  return new Set(words.filter((word) => word && !EMPTY.has(word)).map((word) => root(CALLED.get(word) ?? word)));
};

const page = (location) => location.split("#")[0];
const rarity = (word) => weights.get(word) ?? Math.log(1 + pages.size);
const weigh = (words) => [...words].reduce((sum, word) => sum + rarity(word), 0);
const shared = (asked, words) => weigh([...asked].filter((word) => words.has(word)));

/** How similar a search is to the closest phrase, from 0 to 1. Rare words count more, and partial matches less. */
const nearest = (asked, weight, phrases) =>
  Math.max(0, ...phrases.map((phrase) => (2 * shared(asked, phrase.roots)) / (weight + phrase.weight))) ** 1.5;

/** Learns the phrases and headings of every page, and leaves Material their words, once each. */
const learn = (docs) => {
  for (const doc of docs) {
    const known = pages.get(page(doc.location)) ?? { phrases: [], headings: [], words: new Set() };
    pages.set(page(doc.location), known);
    known.headings.push({ roots: roots(doc.title), weight: 0 });
    known.phrases.push(...(doc.tags ?? []).map((tag) => ({ roots: roots(tag), weight: 0 })));
    if (doc.tags) doc.tags = [...new Set(doc.tags.flatMap((tag) => tag.toLowerCase().match(/[\w']+/g) ?? []))];
  }
  const counts = new Map();
  for (const known of pages.values()) {
    known.words = new Set(known.phrases.flatMap((phrase) => [...phrase.roots]));
    const all = new Set([...known.words, ...known.headings.flatMap((heading) => [...heading.roots])]);
    for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) weights.set(word, Math.log(1 + pages.size / count));
  for (const known of pages.values())
    for (const phrase of [...known.phrases, ...known.headings]) phrase.weight = weigh(phrase.roots);
};

/** The search results, with the best page first. Each item holds the results on one page. */
const ranked = (items) => {
  const weight = weigh(typed);
  const best = Math.max(...items.flat().map((found) => found.score), Number.MIN_VALUE);
  const likely = (item) => {
    const own = Math.max(...item.map((found) => found.score)) / best;
    const known = pages.get(page(item[0].location));
    if (!weight || !known) return own;
    const phrase = LIKE_A_PHRASE * nearest(typed, weight, known.phrases);
    const heading = LIKE_A_HEADING * nearest(typed, weight, known.headings);
    return own + Math.max(phrase, heading) + (IN_THE_PHRASES * shared(typed, known.words)) / weight;
  };
  const scored = items.map((item) => ({ item, score: likely(item) }));
  return scored.sort((one, other) => other.score - one.score).map(({ item }) => item);
};

addEventListener("message", ({ data: message }) => {
  if (message.data?.docs) learn(message.data.docs);
  if (typeof message.data !== "string") return;
  typed = roots(message.data);
  if (typed.size) message.data = [...typed].join(" ");
});

const answer = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.data?.items) message.data.items = ranked(message.data.items);
  answer(message);
};
