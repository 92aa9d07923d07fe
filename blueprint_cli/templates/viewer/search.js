/* Find words in cards, lanes, steps, phases and marks, and go from one find to the next. */

class Search {
  constructor(scene, words, shown) {
    Object.assign(this, { words, shown, found: [], at: -1 });
    this.entries = scene.groups
      .filter(({ kind }) => ["action", "step", "lane", "phase"].includes(kind))
      .map((group) => ({ group, text: plain(group.element.textContent) }));
  }

  find(wanted) {
    const parts = plain(wanted).split(" ").filter(Boolean);
    this.found = parts.length
      ? this.entries.filter(({ text }) => parts.every((part) => text.includes(part))).map(({ group }) => group)
      : [];
    this.at = this.found.length ? 0 : -1;
    this.tell(parts.length > 0);
  }

  go(by) {
    if (!this.found.length) return;
    this.at = (this.at + by + this.found.length) % this.found.length;
    this.tell(true);
  }

  tell(asked) {
    const { of, nothing_found: nothing } = this.words;
    const [before, between] = of.split("{}");
    const place = `${before}${this.at + 1}${between}${this.found.length}`;
    this.shown(this.found[this.at] ?? null, !asked ? "" : this.found.length ? place : nothing);
  }
}
