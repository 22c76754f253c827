// Answers questions in turn as a reader would: opens the folds around one, focuses its box, then types, picks or clicks.
// All in one call, as a call from a test costs more than the typing. Returns how many it could answer: it stops at the
// first that the page doesn't show or has disabled.

(answers) => {
  const asked = (name) => document.querySelector(`.calculator [data-field="${name}"]`);
  const left = answers.findIndex(([name, text]) => !answer(name, text));
  return left < 0 ? answers.length : left;

  function answer(name, text) {
    const table = name.includes(".") ? asked(name.split(".")[0]) : null;
    if (table) showRow(table, name);
    const question = asked(name);
    if (!question) return false;
    openFolds(question);
    const box =
      question.querySelector(`[type=radio][value="${CSS.escape(text)}"]`) ??
      question.querySelector("select, [name]:not([type=radio])");
    if (!box) throw new Error(`${name} doesn't offer ${text}`);
    if (!box.checkVisibility() || box.disabled) return false;
    if (box.type === "radio") box.click();
    else if (box instanceof HTMLSelectElement) pick(box, text);
    else type(box, text);
    return true;
  }

  function showRow(table, name) {
    openFolds(table);
    const typeInstead = table.querySelector(".type-instead");
    if (typeInstead?.checkVisibility()) typeInstead.click();
    if (!asked(name)) table.querySelector(".add").click();
  }

  function openFolds(part) {
    for (let fold; (fold = part.closest("details:not([open])")); ) fold.querySelector("summary").click();
  }

  function pick(select, value) {
    select.focus();
    select.value = value;
    if (select.value !== value) throw new Error(`${select.name} doesn't offer ${value}`);
    for (const kind of ["input", "change"]) select.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  function type(box, text) {
    box.focus();
    box.select();
    document.execCommand(text ? "insertText" : "delete", false, text);
  }
}
