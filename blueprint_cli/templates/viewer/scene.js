/* What there is to draw: read once from the SVG, which stays the document that is read aloud. */

const FADED = 0.13; /* how much is left of what a trace does not touch */
const LEAST_LETTERS = 2.2; /* device pixels below which a text is drawn as a bar */

const FAR = 0.25; /* device pixels a point below which lines are drawn whole, and without dashes */
const LONG = 400; /* points from which on a line is drawn by pieces */

function readScene(svg) {
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const scene = {
    svg, width, height,
    fonts: svg.getAttribute("font-family"),
    groups: [], byId: new Map(), ops: [], boxes: null,
  };
  for (const child of svg.children) readElement(scene, child, null);
  scene.boxes = Float32Array.from(scene.ops.flatMap((op) => op.box));
  return scene;
}

function readElement(scene, element, group) {
  const tag = element.localName;
  if (tag === "g" || tag === "a") {
    const inside = element.id || !group ? newGroup(scene, element, group) : group;
    for (const child of element.children) readElement(scene, child, inside);
    return;
  }
  const op = tag === "text" ? readText(element) : readShape(element, tag);
  if (!op) return;
  op.group = group;
  group.box ??= op.box;
  if (op.fill !== "none" || op.stroke !== "none") scene.ops.push(op);
}

/* A group that has an id; what has none belongs to what it is in. */
function newGroup(scene, element, parent) {
  if (!element.id) return parent ?? { element, kind: "", id: "", box: null };
  const kind = element.classList[0];
  const group = { element, kind, id: element.id, box: null, at: scene.groups.length };
  scene.groups.push(group);
  scene.byId.set(group.id, group);
  return group;
}

function readShape(element, tag) {
  const look = {
    fill: element.getAttribute("fill") ?? "#000000",
    stroke: element.getAttribute("stroke") ?? "none",
    width: Number(element.getAttribute("stroke-width") ?? 1),
    dash: (element.getAttribute("stroke-dasharray") ?? "").split(",").filter(Boolean).map(Number),
  };
  const line = outlineOf(element, tag);
  if (!line) return null;
  if (!look.width) look.stroke = "none";
  const box = boxOf(line, look.width);
  const long = look.fill === "none" && Math.max(box[2] - box[0], box[3] - box[1]) > LONG;
  return { ...look, line, path: null, box, pieces: long ? piecesOf(line) : null };
}

function outlineOf(element, tag) {
  if (tag === "path") return element.getAttribute("d");
  if (tag === "polygon" || tag === "polyline") {
    const points = element.getAttribute("points").trim().split(/\s+/);
    return `M${points.join("L")}${tag === "polygon" ? "Z" : ""}`;
  }
  if (tag !== "ellipse") return null;
  const [x, y, rx, ry] = ["cx", "cy", "rx", "ry"].map((name) => Number(element.getAttribute(name)));
  return `M${x - rx},${y}A${rx},${ry} 0 1 0 ${x + rx},${y}A${rx},${ry} 0 1 0 ${x - rx},${y}Z`;
}

/* Left, top, right, bottom. Arcs are only in ellipses, whose ends and radii are handled alike. */
function boxOf(line, stroke) {
  const arcs = line.includes("A") && line.match(/-?[\d.]+/g).map(Number);
  if (arcs) {
    const [x, y, rx, ry] = arcs;
    return [x - stroke, y - ry - stroke, x + 2 * rx + stroke, y + ry + stroke];
  }
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  line.match(/-?[\d.]+(?:e-?\d+)?/g).forEach((text, at) => {
    const side = at % 2, number = Number(text);
    box[side] = Math.min(box[side], number - stroke);
    box[side + 2] = Math.max(box[side + 2], number + stroke);
  });
  return box;
}

function readText(element) {
  const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(element.getAttribute(name)));
  const anchor = element.getAttribute("text-anchor") ?? "start";
  const rtl = element.getAttribute("direction") === "rtl";
  const text = element.textContent;
  const length = text.length * size;
  const start = { start: rtl ? -length : 0, middle: -length / 2, end: rtl ? 0 : -length }[anchor];
  return {
    text, x, y, size, rtl,
    align: anchor === "middle" ? "center" : anchor,
    bold: element.getAttribute("font-weight") === "bold",
    fill: element.getAttribute("fill"),
    stroke: "none",
    box: [x + start, y - size * 1.2, x + start + length, y + size * 0.5],
  };
}

/* Paint what is inside of `view`, from operation `from` on, until `until()` says stop.
   Gives where to go on, or -1 when all is done. The context is scaled to the picture's points. */
function paintScene(scene, context, view, scale, lit, from, until) {
  const { ops, boxes } = scene;
  const [left, top, right, bottom] = view;
  let font = "";
  for (let at = from, painted = 0; at < ops.length; at += 1) {
    const place = at * 4;
    if (boxes[place] > right || boxes[place + 2] < left) continue;
    if (boxes[place + 1] > bottom || boxes[place + 3] < top) continue;
    const op = ops[at];
    context.globalAlpha = lit && fades(op.group) && !lit.has(op.group) ? FADED : 1;
    if (op.line === undefined) font = paintText(scene, context, op, scale, font);
    else paintShape(context, op, scale, lit, view);
    painted += 1;
    if (painted % 12 === 0 && until()) return at + 1;
  }
  return -1;
}

function fades(group) {
  return group.kind === "action" || group.kind === "link";
}

function paintShape(context, op, scale, lit, view) {
  op.path ??= new Path2D(op.line);
  if (op.fill !== "none") {
    context.fillStyle = op.fill;
    context.fill(op.path);
  }
  if (op.stroke === "none") return;
  const strong = lit?.has(op.group) && op.group.kind === "link";
  context.strokeStyle = op.stroke;
  context.lineWidth = strong ? Math.max(op.width * 2, 1.5 / scale) : op.width;
  context.setLineDash(scale > FAR ? op.dash : []);
  if (op.pieces && scale > FAR) strokePieces(context, op.pieces, view);
  else context.stroke(op.path);
}

function paintText(scene, context, op, scale, font) {
  context.fillStyle = op.fill;
  if (op.size * scale < LEAST_LETTERS) {
    paintBar(context, op);
    return font;
  }
  const wanted = `${op.bold ? "bold " : ""}${op.size}px ${scene.fonts}`;
  if (wanted !== font) context.font = wanted;
  context.direction = op.rtl ? "rtl" : "ltr";
  context.textAlign = op.align;
  context.fillText(op.text, op.x, op.y);
  return wanted;
}

function paintBar(context, op) {
  const length = op.text.length * op.size * 0.5;
  const shift = { start: op.rtl ? -1 : 0, center: -0.5, end: op.rtl ? 0 : -1 }[op.align];
  context.globalAlpha *= 0.4;
  context.fillRect(op.x + length * shift, op.y - op.size * 0.6, length, op.size * 0.5);
}
