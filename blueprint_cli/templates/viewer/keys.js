/* What keys do: from card to card by where they stand, pan, zoom, search, trace. */

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PACE = 80; /* CSS pixels that an arrow key pans */

class Cards {
  constructor(scene) {
    this.groups = scene.groups.filter(({ kind }) => kind === "action");
    this.current = null;
    this.enter(this.groups[0]);
  }

  /* The one card that the Tab key comes to. */
  enter(group) {
    if (!group) return;
    this.current?.element.setAttribute("tabindex", "-1");
    this.current = group;
    group.element.setAttribute("tabindex", "0");
  }

  get focused() {
    return this.groups.find(({ element }) => element === document.activeElement) ?? null;
  }

  focus(group) {
    this.enter(group);
    group.element.focus({ preventScroll: true });
  }

  /* The nearest card that lies wholly in a direction; what is aside counts thrice. */
  next(group, [dx, dy]) {
    const [x, y] = centre(group.box);
    let best = null;
    let least = Infinity;
    for (const other of this.groups) {
      if (gap(group.box, other.box, dx, dy) < -1) continue;
      const [toX, toY] = centre(other.box);
      const along = (toX - x) * dx + (toY - y) * dy;
      const aside = Math.abs((toX - x) * dy) + Math.abs((toY - y) * dx);
      if (along > 0 && along + 3 * aside < least) [best, least] = [other, along + 3 * aside];
    }
    return best;
  }
}

/* From the edge of one box to the facing edge of another, in a direction. */
function gap(from, to, dx, dy) {
  const [near, far] = dx ? [0, 2] : [1, 3];
  return dx + dy > 0 ? to[near] - from[far] : from[near] - to[far];
}

function centre([left, top, right, bottom]) {
  return [(left + right) / 2, (top + bottom) / 2];
}

function takeKeys(viewer) {
  viewer.root.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const typing = event.target instanceof HTMLInputElement;
    const done = event.key === "Escape" ? viewer.clear() : !typing && pressed(viewer, event);
    if (done) event.preventDefault();
  });
}

/* Whether the key has a meaning here. */
function pressed({ camera, cards, input, choose }, { key, target }) {
  const focused = cards.focused;
  const actions = {
    "/": () => input.focus(),
    "+": () => camera.zoom(1.25),
    "=": () => camera.zoom(1.25),
    "-": () => camera.zoom(0.8),
    0: () => camera.showWhole(),
  };
  if (focused && (key === "Enter" || key === " ")) actions[key] = () => choose(focused);
  if (key in WAYS && !target.closest(".panel")) {
    const next = focused && cards.next(focused, WAYS[key]);
    const [dx, dy] = WAYS[key];
    actions[key] = () => {
      if (next) cards.focus(next);
      else if (!focused) camera.pan(-dx * PACE, -dy * PACE);
    };
  }
  actions[key]?.();
  return key in actions;
}
