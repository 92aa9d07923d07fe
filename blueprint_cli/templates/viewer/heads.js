/* Lane labels and step headers that stay in view when their own are moved out of it. */

const STRIP = 40; /* CSS pixels that the upper strip is high */
const LEAST_HEAD = 26; /* CSS pixels below which a head has no room for a word */

class Heads {
  constructor(scene, camera, element) {
    Object.assign(this, { scene, camera });
    const lanes = headsOf(scene, ["lane"]);
    const steps = headsOf(scene, ["step"]);
    const rows = [...lanes, ...headsOf(scene, ["emotion", "evidence", "times"])];
    this.across = stepsAreColumns(lanes, steps);
    this.top = newStrip(element, "top", this.across ? steps : rows);
    this.side = newStrip(element, "side", this.across ? rows : steps);
    const middle = this.side.heads.map(({ label }) => (label[0] + label[2]) / 2);
    this.right = middle.length > 0 && middle[0] > scene.width / 2;
    element.classList.toggle("right", this.right);
  }

  /* How much of each edge of the view the strips cover. */
  get margins() {
    const side = this.side.shown ? this.side.width : 0;
    return {
      top: (this.top.shown ? STRIP : 0) + 12,
      bottom: 12,
      left: (this.right ? 0 : side) + 12,
      right: (this.right ? side : 0) + 12,
    };
  }

  update() {
    const [width] = this.camera.size;
    const { x, y, scale } = this.camera;
    const { top, side } = this;
    side.width = Math.round(Math.min(150, width * 0.3));
    show(top, top.heads.length > 0 && top.edge * scale + y < 0);
    const edge = this.right ? width - (side.far * scale + x) : side.edge * scale + x;
    show(side, side.heads.length > 0 && edge < 0);
    const covered = side.shown ? side.width : 0;
    top.element.style.height = `${STRIP}px`;
    side.element.style.width = `${side.width}px`;
    if (top.shown) this.placeTop(this.right ? 0 : covered, width - (this.right ? covered : 0));
    if (side.shown) this.placeSide(top.shown ? STRIP : 0);
  }

  placeTop(from, to) {
    const { x, scale } = this.camera;
    for (const head of this.top.heads) {
      const left = Math.max(head.box[0] * scale + x, from);
      const right = Math.min(head.box[2] * scale + x, to);
      place(head, right - left >= LEAST_HEAD, left, 0, right - left, STRIP);
    }
  }

  placeSide(from) {
    const [width, height] = this.camera.size;
    const { y, scale } = this.camera;
    const left = this.right ? width - this.side.width : 0;
    for (const head of this.side.heads) {
      const top = Math.max(head.box[1] * scale + y, from);
      const bottom = Math.min(head.box[3] * scale + y, height);
      place(head, bottom - top >= 14, left, top, this.side.width, bottom - top);
    }
  }
}

/* What is to be said of every lane, step or other row, and where its own words stand. */
function headsOf(scene, kinds) {
  return scene.groups.filter((group) => kinds.includes(group.kind)).map((group) => {
    const own = group.element.querySelector(":scope > .name") ?? group.element;
    const bold = [...own.querySelectorAll("text[font-weight=bold]")]
      .filter((text) => !text.closest(".mark, .sign"));
    const texts = bold.filter((text) => sizeOf(text) === sizeOf(bold[0]));
    const name = own === group.element ? null : shapeIn(own);
    const stripe = document.getElementById(`lane-stripe:${group.id.slice("lane:".length)}`);
    return {
      box: group.box,
      label: name ? boxOf(outlineOf(name, name.localName), 0) : group.box,
      text: joined(texts.map((text) => text.textContent)),
      fill: shapeIn(group.element)?.getAttribute("fill"),
      color: texts[0]?.getAttribute("fill"),
      stripe: stripe && shapeIn(stripe)?.getAttribute("fill"),
    };
  }).filter((head) => head.text);
}

function sizeOf(text) {
  return text.getAttribute("font-size");
}

function shapeIn(element) {
  return element.querySelector("polygon, path");
}

/* Lines as one text; scripts that write without spaces get none. */
function joined(lines) {
  const close = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
  return lines.reduce((text, line) => (close.test(text) ? text + line : `${text} ${line}`), "").trim();
}

/* Steps stand as columns where their headers are above or below all lanes, not in their way. */
function stepsAreColumns(lanes, steps) {
  return steps.every(({ box: step }) =>
    lanes.every(({ box: lane }) => step[3] <= lane[1] + 1 || step[1] >= lane[3] - 1));
}

function newStrip(parent, kind, heads) {
  const element = document.createElement("div");
  element.className = `strip ${kind}`;
  element.hidden = true;
  parent.append(element);
  for (const head of heads) {
    head.element = document.createElement("div");
    head.element.className = "head";
    head.element.hidden = true;
    const word = document.createElement("span");
    word.textContent = head.text;
    word.dir = "auto";
    head.element.append(word);
    Object.assign(head.element.style, { backgroundColor: head.fill, color: head.color });
    if (head.stripe) head.element.style.borderInlineStart = `5px solid ${head.stripe}`;
    element.append(head.element);
  }
  const side = kind === "side" ? 0 : 1;
  return {
    element, heads, shown: false, width: 0,
    edge: Math.min(...heads.map(({ label }) => label[side])),
    far: Math.max(...heads.map(({ label }) => label[side + 2])),
  };
}

function show(strip, shown) {
  if (strip.shown === shown) return;
  strip.shown = shown;
  strip.element.hidden = !shown;
}

function place(head, shown, left, top, width, height) {
  if (head.element.hidden === shown) head.element.hidden = !shown;
  if (!shown) return;
  const { style } = head.element;
  style.transform = `translate(${left}px, ${top}px)`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}
