/* The viewer: what it holds, what happens in a frame, and what is chosen. It fills its page, or is a
   part of one; there it leaves the wheel and the keys to the page until the focus is in it. */

const RING = ["#ffffff", "#0b5cad"]; /* around what is chosen, under and over */
const FOUND = ["#ffffff", "#b3261e"];

class Viewer {
  constructor(root) {
    const find = (name) => root.querySelector(name);
    this.root = root;
    this.alone = root === document.body;
    this.view = find(".view");
    this.svg = find(".view svg");
    this.canvas = find("canvas");
    this.input = find(".search input");
    this.count = find(".search output");
    this.panel = find(".panel");
    const told = JSON.parse(find(".told").textContent);
    this.words = told.words;
    this.scene = readScene(this.svg);
    this.scene.background = told.background;
    this.graph = new Graph(this.scene, told.ends);
    this.camera = new Camera(this.scene, this.view, () => this.ask());
    this.heads = new Heads(this.scene, this.camera, find(".heads"));
    this.cards = new Cards(this.scene);
    this.search = new Search(this.scene, this.words, (group, text) => this.showFound(group, text));
    this.context = this.canvas.getContext("2d", { alpha: false });
    this.tiles = new Tiles(this.scene, devicePixelRatio);
    this.chosen = null;
    this.choose = this.choose.bind(this);
    this.asked = false;
    this.follow = { due: 0, cost: 0, stands: "" };
  }

  start() {
    takePointers(
      this.view, this.camera,
      (x, y) => this.choose(this.under(x, y)), (x, y) => this.hover(this.headerOrCard(x, y)),
      () => this.held,
    );
    takeKeys(this);
    this.takeControls();
    if (!this.alone) takePage(this);
    this.svg.style.width = `${this.scene.width}px`;
    this.svg.style.height = `${this.scene.height}px`;
    new ResizeObserver(() => this.resize()).observe(this.view);
    addEventListener("hashchange", () => this.arrive());
    this.view.addEventListener("scroll", () => this.unscroll());
    /* Not on the SVG: what listens there becomes a stop of the Tab key. */
    this.view.addEventListener("focusin", () => this.showFocus());
    this.view.addEventListener("focusout", () => this.ask());
    this.resize();
    this.camera.begin(this.heads.right);
    this.arrive();
  }

  takeControls() {
    const on = (name, act) => this.root.querySelector(name).addEventListener("click", act);
    on(".zoom-in", () => this.camera.zoom(1.5));
    on(".zoom-out", () => this.camera.zoom(1 / 1.5));
    on(".whole", () => this.camera.showWhole());
    on(".panel .close", () => this.clear());
    this.input.addEventListener("input", () => this.search.find(this.input.value));
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.search.go(event.shiftKey ? -1 : 1);
    });
  }

  resize() {
    const ratio = devicePixelRatio;
    this.camera.measure();
    const [width, height] = this.camera.size;
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    if (ratio !== this.tiles.ratio) this.tiles = new Tiles(this.scene, ratio);
    this.frame(performance.now());
  }

  /* Ask for a frame, once. */
  ask() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame((now) => {
      this.asked = false;
      this.frame(now);
    });
  }

  frame(now) {
    const { camera, tiles } = this;
    camera.step(now);
    const drift = tiles.sets.length ? (camera.scale * tiles.ratio) / tiles.sets[0].scale : 0;
    if (!camera.zooming || drift < 0.5 || drift > 2) tiles.want(camera.scale);
    this.heads.update();
    this.draw();
    const moving = camera.journey || camera.zooming || this.view.classList.contains("moving");
    const around = camera.part(camera.zooming ? 0 : 0.5);
    const left = tiles.work(camera.part(), around, camera.zooming ? 3 : moving ? 6 : 12);
    if (left || camera.journey || camera.zooming) this.ask();
    this.followLater();
  }

  draw() {
    const { context, camera, canvas, tiles } = this;
    const [x, y] = [camera.x, camera.y].map((length) => Math.round(length * tiles.ratio));
    context.setTransform(1, 0, 0, 1, 0, 0);
    const [left, top, right, bottom] = camera.part();
    const covered = left >= 0 && top >= 0 && right <= this.scene.width && bottom <= this.scene.height;
    if (!covered || !tiles.everywhere) {
      context.fillStyle = this.scene.background;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    tiles.draw(context, [left, top, right, bottom], x, y, camera.scale * tiles.ratio);
    context.setTransform(tiles.ratio, 0, 0, tiles.ratio, 0, 0);
    for (const group of this.search.found) this.ring(group, FOUND, group === this.search.found[this.search.at] ? 3 : 1.5);
    if (this.chosen) this.ring(this.chosen, RING, 3);
    const focused = this.focused;
    if (focused && document.activeElement.matches(":focus-visible")) this.ring(focused, RING, 2, 4);
  }

  ring({ box, kind }, colors, width, away = 2) {
    if (kind === "link") return;
    const { x, y, scale } = this.camera;
    const [left, top] = [box[0] * scale + x - away, box[1] * scale + y - away];
    const [right, bottom] = [box[2] * scale + x + away, box[3] * scale + y + away];
    const [viewWidth, viewHeight] = this.camera.size;
    if (right < 0 || bottom < 0 || left > viewWidth || top > viewHeight) return;
    colors.forEach((color, over) => {
      this.context.strokeStyle = color;
      this.context.lineWidth = over ? width : width + 3;
      this.context.strokeRect(left, top, right - left, bottom - top);
    });
  }

  /* The document itself lies where the picture is seen, for whoever points at it or touches it to
     have it read. Moving it is slow in large pictures, so it waits until all rests. */
  followLater() {
    clearTimeout(this.follow.due);
    this.follow.due = setTimeout(() => this.followNow(), Math.max(200, this.follow.cost * 20));
  }

  followNow() {
    const { x, y, scale } = this.camera;
    const stands = `translate(${x}px, ${y}px) scale(${scale})`;
    if (stands === this.follow.stands) return;
    const before = performance.now();
    this.svg.style.transform = this.follow.stands = stands;
    this.svg.getBoundingClientRect();
    this.follow.cost = performance.now() - before;
  }

  /* A browser scrolls to what it finds or focuses; the camera goes there instead. */
  unscroll() {
    const { scrollLeft, scrollTop } = this.view;
    if (!scrollLeft && !scrollTop) return;
    this.view.scrollTo(0, 0);
    this.camera.pan(-scrollLeft, -scrollTop);
  }

  showFocus() {
    const focused = this.focused;
    if (!focused) return;
    if (focused === this.cards.focused) this.cards.enter(focused);
    if (document.activeElement.matches(":focus-visible")) this.camera.reveal(focused.box, this.heads.margins);
    this.ask();
  }

  /* The card at a place in the view, or the link near it. */
  under(x, y) {
    const { camera, scene, context } = this;
    const [px, py] = camera.onPicture(x, y);
    const found = this.headerOrCard(x, y);
    if (found) return found;
    const inside = ({ box }) => contains(box, px, py);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.lineWidth = 10 / camera.scale;
    context.setLineDash([]);
    const touches = (op) => op.group.kind === "link" && op.line && inside(op)
      && context.isPointInStroke((op.path ??= new Path2D(op.line)), px, py);
    return scene.ops.findLast(touches)?.group ?? null;
  }

  headerOrCard(x, y) {
    const at = this.camera.onPicture(x, y);
    const choosable = ({ kind }) => kind === "action" || kind === "step";
    return this.scene.groups.findLast((group) => choosable(group) && contains(group.box, ...at)) ?? null;
  }

  /* What the focus is on: a card, or what leads to another page. */
  get focused() {
    const element = document.activeElement;
    if (!this.svg.contains(element)) return null;
    return this.scene.byId.get(element.id || element.querySelector("g[id]")?.id) ?? null;
  }

  hover(group) {
    const title = group ? titleOf(group) : "";
    if (this.canvas.title === title) return;
    this.canvas.title = title;
    this.view.classList.toggle("over-card", group !== null);
  }

  choose(group) {
    if (!group) {
      this.clear();
      return;
    }
    this.chosen = group;
    const traced = group.kind === "action" || group.kind === "link" || this.graph.around(group).length > 0;
    this.light(traced ? this.graph.trace(group) : null);
    if (group.kind === "action") this.cards.enter(group);
    this.tell(group);
    history.replaceState(null, "", `#${encodeURIComponent(group.id).replaceAll("%3A", ":")}`);
  }

  light(lit) {
    this.svg.classList.toggle("traced", lit !== null);
    for (const element of this.svg.querySelectorAll(".lit")) element.classList.remove("lit");
    for (const group of lit ?? []) group.element.classList.add("lit");
    this.tiles.light(lit);
    this.ask();
  }

  /* Say in the panel what is chosen, and with a button each what it is linked with. */
  tell(group) {
    const [heading, list] = this.panel.querySelectorAll("h2, h3, ul");
    heading.textContent = titleOf(group);
    list.replaceChildren(...[...relations(this.graph, group, this.words)].map(([word, others]) => {
      const row = document.createElement("li");
      row.append(`${word}${this.words.colon}`, ...others.map((other) => this.button(other)));
      return row;
    }));
    const address = group.element.closest("a")?.getAttribute("href");
    if (address) list.append(detail(address, this.words.in_detail));
    this.panel.hidden = false;
  }

  button(group) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = titleOf(group);
    button.addEventListener("click", () => this.goTo(group));
    return button;
  }

  showFound(group, text) {
    this.count.textContent = text;
    if (group) this.camera.moveTo(group.box);
    this.ask();
  }

  /* Whether wheel and keys are for the picture. */
  get held() {
    return this.alone || this.root.contains(document.activeElement);
  }

  /* Undo the last of: words searched for, a trace. Whether there was one. */
  clear() {
    if (this.input.value) {
      this.input.value = "";
      this.search.find("");
      return true;
    }
    if (!this.chosen) return false;
    this.letGo();
    history.replaceState(null, "", location.pathname + location.search);
    return true;
  }

  letGo() {
    this.chosen = null;
    this.panel.hidden = true;
    this.light(null);
  }

  /* Go to what the address names. */
  arrive() {
    const group = this.named(location.hash);
    if (!group && this.chosen) this.letGo();
    if (!group || group === this.chosen) return;
    this.goTo(group);
  }

  goTo(group) {
    this.choose(group);
    this.camera.moveTo(group.box);
  }

  /* What of the picture the end of an address names. */
  named(hash) {
    return this.scene.byId.get(decoded(hash.slice(1))) ?? null;
  }
}

/* A line that leads to the more detailed picture. */
function detail(address, words) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = decoded(address);
  const [before, after] = words.split("{}");
  row.append(before, link, after ?? "");
  return row;
}

function contains([left, top, right, bottom], x, y) {
  return left <= x && x <= right && top <= y && y <= bottom;
}

function titleOf(group) {
  return group.element.querySelector(":scope > title")?.textContent ?? "";
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

document.documentElement.classList.add("live");
addEventListener("DOMContentLoaded", () => {
  const root = document.querySelector(".viewer");
  if (!root) return;
  window.shown = new Viewer(root); /* for whoever looks at the page with the tools of a browser */
  window.shown.start();
});
