/**
 * For other sites: <unpaid-invoice tool="court_costs"> shows a calculator or checklist in a frame that grows to fit.
 * The element contains a link to the full page. It shows until the frame has loaded, and its text is the frame's title.
 *
 * The frame sends its height. If the element has the attribute `send` and the reader presses a button, the frame also
 * sends the answer, as an event called `answer` on the element. The host page sends the frame nothing.
 */

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../", script.src);
  const COLOURS = ["accent", "paper", "surface", "ink"].flatMap((name) => [name, `${name}-dark`]);
  const TALLEST = 100_000; // pixels

  class UnpaidInvoice extends HTMLElement {
    static observedAttributes = ["tool", "answers", "scheme", "send", ...COLOURS];

    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.querySelector("iframe")?.remove();
    }

    attributeChangedCallback() {
      if (this.isConnected && this.querySelector("iframe")) this.#show();
    }

    #show() {
      const before = this.querySelector("iframe");
      const frame = document.createElement("iframe");
      frame.title = before?.title ?? (this.textContent?.trim() || "Calculator for unpaid invoices");
      frame.src = this.#address();
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write";
      Object.assign(frame.style, { border: 0, display: "block", height: "30rem", width: "100%" });
      this.style.display = "block";
      if (before) before.replaceWith(frame);
      else this.append(frame);
    }

    /** Everything is in the fragment, which browsers never send to a server. */
    #address() {
      const tool = encodeURIComponent(this.getAttribute("tool") ?? "");
      const told = new URLSearchParams(this.getAttribute("answers") ?? "");
      told.set("frame.host", location.origin);
      if (this.hasAttribute("send")) told.set("frame.send", "yes");
      for (const name of COLOURS) told.set(`frame.${name}`, this.getAttribute(name) ?? "");
      told.set("frame.scheme", this.#scheme());
      for (const [name, value] of [...told]) if (!value) told.delete(name);
      return new URL(`embed/${tool}/#${told}`, root).href;
    }

    /** Light or dark if the host chose one, else as the host page has it; "device" follows the reader's device. */
    #scheme() {
      const around = getComputedStyle(this).colorScheme.split(" ");
      const both = around.includes("light") && around.includes("dark");
      return this.getAttribute("scheme") || (both ? "device" : around.includes("dark") ? "dark" : "light");
    }

    /** Accepts two kinds of message, only from its own frame. @param {MessageEvent} event */
    #hear = ({ source, origin, data }) => {
      const frame = this.querySelector("iframe");
      if (!frame || source !== frame.contentWindow || origin !== root.origin) return;
      if (typeof data !== "object" || data === null || data.tool !== this.getAttribute("tool")) return;
      if (data.type === "unpaid-invoice:height") this.#grow(frame, data.height);
      if (data.type === "unpaid-invoice:answer" && this.hasAttribute("send")) this.#pass(data);
    };

    /** @param {HTMLIFrameElement} frame @param {unknown} height */
    #grow(frame, height) {
      if (typeof height !== "number" || !(height > 0 && height < TALLEST)) return;
      frame.style.height = `${Math.ceil(height)}px`;
      for (const part of this.children) if (part !== frame && part instanceof HTMLElement) part.hidden = true;
    }

    /** @param {{tool: string, answers: unknown, result: unknown}} data */
    #pass({ tool, answers, result }) {
      if (typeof answers !== "object" || typeof result !== "object") return;
      this.dispatchEvent(new CustomEvent("answer", { bubbles: true, detail: { tool, answers, result } }));
    }
  }

  if (!customElements.get("unpaid-invoice")) customElements.define("unpaid-invoice", UnpaidInvoice);
})();
