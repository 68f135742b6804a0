/* The form in the head of a page in; a list of results below its box while the reader types, out.

   The box becomes a combobox: the arrows go through the list, Enter opens what is chosen or else the search page,
   Escape closes the list and, pressed again, clears the box. Focus never leaves the box. */

import { element, placeOf, searchAddress, speaker, told, within } from "./draw.js";
import { opener } from "./search.js";

const SHOWN = 6;
const BEGUN = 3; // signs below which nothing found only means that a word has just been begun
const PAUSE = 120; // ms without a key before the search is asked
const PATIENCE = 300; // ms before the reader is told to wait
const SILENCE = 600; // ms before the number of results is read out, so that it is not read for every letter

/** One line of the list: a link that says first what it is and then where it stands. */
const option = (number, href, title, place, lang) => {
  const line = element("a", { id: `search_option_${number}`, class: "search-option", role: "option", href, tabindex: "-1" });
  line.setAttribute("aria-selected", "false");
  line.append(element("span", { class: "search-title", lang }, title));
  if (place) {
    line.append(" ", element("span", { class: "search-place" }, place));
    line.setAttribute("aria-label", `${title}, ${place}`); // with a pause between the two when it is read out
  }
  return line;
};

class Box {
  /** @param {HTMLFormElement} form @param {URL} index the folder of the language's index */
  constructor(form, index) {
    this.form = form;
    this.open = opener(index);
    this.input = form.q;
    this.said = form.querySelector(".search-said");
    this.panel = form.querySelector(".search-panel");
    [this.loading, this.failed] = this.panel.children;
    this.note = element("p", { class: "search-told" });
    this.list = element("div", { id: "search_list", class: "search-list", role: "listbox" });
    this.panel.append(this.note, this.list);
    this.asked = 0; // an answer to an earlier question than the last is not shown
    this.chosen = -1;
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.list.id);
    this.close();
  }

  listen() {
    const { form, input, panel } = this;
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.press(event));
    form.addEventListener("submit", () => this.close());
    form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || this.close());
    panel.addEventListener("mousedown", (event) => event.preventDefault()); // focus stays in the box
    document.addEventListener("pointerdown", ({ target }) => form.contains(target) || this.close());
    window.addEventListener("pagehide", () => this.close());
    if (input.value) {
      this.ask();
    } else {
      this.open().catch(() => {}); // while the first letters are typed; a failure is told when there is a question
    }
  }

  get options() {
    return [...this.list.children];
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  wait() {
    this.choose(-1); // a line of the last answer is no answer to what is being typed
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  /** Ask for what stands in the box and show the answer, unless the box has been left or changed meanwhile. */
  async ask() {
    const query = this.input.value.trim();
    this.asked += 1;
    const asked = this.asked;
    if (!query) {
      this.close();
      return;
    }
    const isAwaited = () => asked === this.asked && this.form.contains(document.activeElement);
    const slow = setTimeout(() => isAwaited() && this.show(this.loading), PATIENCE);
    try {
      this.search = await this.open();
      const found = await this.search.find(query, { network: "", kind: "" });
      const cards = await this.search.cards(found, 0, SHOWN);
      if (!isAwaited()) {
        return;
      }
      if (found.count || query.length >= BEGUN) {
        this.draw(query, found, cards);
      } else {
        this.hide(); // and wait for the letters that are still being typed
      }
    } catch {
      if (isAwaited()) {
        this.show(this.failed);
      }
    } finally {
      clearTimeout(slow);
    }
  }

  draw(query, found, cards) {
    const words = speaker(this.search);
    const all = searchAddress(this.form.action, query);
    const notes = found.count ? told(found, words) : [words.say("none", { query })];
    const last = found.count ? words.say("all", { count: words.number(found.count) }) : words.say("advice");
    const lines = cards.map((card, at) => option(at, within(card.url), card.title, placeOf(card), card.lang));
    this.list.setAttribute("aria-label", words.say("results"));
    this.list.replaceChildren(...lines, option(lines.length, all, last));
    this.list.lastChild.classList.add("search-all");
    this.note.textContent = notes.join(" ");
    this.choose(-1);
    this.show(this.list);
    this.note.hidden = !notes.length;
    this.announce([found.count ? words.count("found", found.count) : "", ...notes].filter(Boolean).join(". "));
  }

  /** Open the panel with one of its parts. */
  show(part) {
    for (const each of this.panel.children) {
      each.hidden = each !== part;
    }
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(part === this.list));
    if (part !== this.list) {
      this.choose(-1);
      this.announce(part.textContent);
    }
  }

  /** The reader is done: no answer that is still on its way opens the list again. */
  close() {
    clearTimeout(this.pause);
    this.asked += 1;
    this.hide();
  }

  hide() {
    clearTimeout(this.silence);
    this.panel.hidden = true;
    this.said.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  announce(text) {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.said.textContent = text;
    }, SILENCE);
  }

  choose(number) {
    this.chosen = number;
    this.options.forEach((line, at) => line.setAttribute("aria-selected", String(at === number)));
    const line = this.options[number];
    if (line) {
      this.input.setAttribute("aria-activedescendant", line.id);
      line.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const isListed = this.isOpen && !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1, isListed);
    } else if (event.key === "Enter" && isListed && this.chosen >= 0) {
      event.preventDefault();
      this.options[this.chosen].click();
    } else if (event.key === "Escape") {
      event.preventDefault(); // by itself it would clear the box at once in one browser and never in another
      if (!this.isOpen) {
        this.input.value = "";
      }
      this.close();
    } else if (event.key === "Tab") {
      this.close();
    }
  }

  /** The next line in a direction; beyond either end stands the box itself, with no line chosen. */
  move(step, isListed) {
    if (!isListed) {
      this.ask();
      return;
    }
    const places = this.options.length + 1;
    this.choose(((this.chosen + 1 + step + places) % places) - 1);
  }
}

/**
 * Make the form of a page's head answer while the reader types.
 * @param {HTMLFormElement} form
 * @param {URL} index the folder of the language's index
 */
export const begin = (form, index) => new Box(form, index).listen();
