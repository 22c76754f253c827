// Records what a host page can learn: the messages it receives, the answers its elements pass on and the frame heights.

globalThis.host = { messages: [], answers: [], heights: [] };

addEventListener("message", ({ data, origin }) => host.messages.push({ data, origin }));
document.addEventListener("answer", ({ target, detail }) => host.answers.push({ from: target.id, ...detail }));
new MutationObserver((changes) => {
  for (const { target } of changes) if (target.id !== "asks") host.heights.push(target.style.height);
}).observe(document, { attributes: true, attributeFilter: ["style"], subtree: true });
