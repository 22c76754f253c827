// Runs in the search's worker before Material's own script, which looks for words that begin like each word typed:
// words that say nothing would find everything.
const EMPTY = new Set(`a an and are as at be by can do does for from has have how i if in is it me my of on or our she
  should so that the their them they this to up was we what when where who will with would you your`.split(/\s+/));

addEventListener("message", ({ data: message }) => {
  if (typeof message.data !== "string") return;
  const words = message.data.split(/\s+/);
  const telling = words.filter((word) => !EMPTY.has(word.toLowerCase()));
  if (telling.length) message.data = telling.join(" ");
});
