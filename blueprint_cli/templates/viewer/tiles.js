/* The picture as tiles: each is painted once for a scale, a little in every frame, and then moved.
   A tile that is not ready is stood in for by those of other scales, at last by the overview. */

const TILE = 512; /* device pixels */
const OVERVIEW = 2048; /* device pixels of its longer side */
const MOST_TILES = 96;

const SPARE = []; /* canvases to be painted anew; making one is slow */

function newCanvas() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = TILE;
  return { canvas, context: canvas.getContext("2d", { alpha: false, willReadFrequently: true }) };
}

class TileSet {
  constructor(scene, scale, lit) {
    Object.assign(this, { scene, scale, lit, tiles: new Map() });
  }

  /* The tiles that a part of the picture needs, as [column, row]. */
  over([left, top, right, bottom]) {
    const side = TILE / this.scale;
    const last = (length) => Math.ceil(length / side) - 1;
    const found = [];
    const rows = [Math.max(0, Math.floor(top / side)), Math.min(last(this.scene.height), Math.floor(bottom / side))];
    const columns = [Math.max(0, Math.floor(left / side)), Math.min(last(this.scene.width), Math.floor(right / side))];
    for (let row = rows[0]; row <= rows[1]; row += 1) {
      for (let column = columns[0]; column <= columns[1]; column += 1) found.push([column, row]);
    }
    return found;
  }

  tile([column, row]) {
    return this.tiles.get(`${column},${row}`);
  }

  missing(view) {
    return this.over(view).filter((place) => !this.tile(place)?.ready);
  }

  /* Go on painting one tile until the time is over. */
  paint(place, until) {
    const [column, row] = place;
    const tile = this.tile(place) ?? this.blank(place);
    const side = TILE / this.scale;
    const view = [column * side, row * side, (column + 1) * side, (row + 1) * side];
    tile.next = paintScene(this.scene, tile.context, view, this.scale, this.lit, tile.next, () => {
      tile.context.getImageData(0, 0, 1, 1); /* painting is put off; this makes it happen now */
      return until();
    });
    tile.ready = tile.next < 0;
  }

  blank(place) {
    const tile = { ...(SPARE.pop() ?? newCanvas()), next: 0, ready: false };
    const { context } = tile;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = this.scene.background;
    context.fillRect(0, 0, TILE, TILE);
    context.setTransform(this.scale, 0, 0, this.scale, -place[0] * TILE, -place[1] * TILE);
    this.tiles.set(`${place[0]},${place[1]}`, tile);
    return tile;
  }

  keepOnly(view) {
    const kept = this.over(view).map(String);
    for (const [key, tile] of this.tiles) if (!kept.includes(key)) this.spare(key, tile);
  }

  /* Give back what was painted on. */
  end() {
    for (const [key, tile] of this.tiles) this.spare(key, tile);
  }

  spare(key, { canvas, context }) {
    this.tiles.delete(key);
    if (SPARE.length < MOST_TILES) SPARE.push({ canvas, context });
  }
}

class Tiles {
  constructor(scene, ratio) {
    Object.assign(this, { scene, ratio, sets: [], lit: null });
    this.overview = this.newOverview();
    this.stale = [];
  }

  newOverview() {
    const scale = Math.min(OVERVIEW / Math.max(this.scene.width, this.scene.height), this.ratio);
    return new TileSet(this.scene, scale, this.lit);
  }

  get whole() {
    return [0, 0, this.scene.width, this.scene.height];
  }

  /* Light up these groups and fade the others, or none of them. */
  light(lit) {
    this.lit = lit;
    for (const set of [...this.sets.splice(1), ...this.stale]) set.end();
    this.stale = [...this.sets, this.overview];
    this.sets = [];
    this.overview = this.newOverview();
  }

  /* Have tiles painted for exactly this scale. */
  want(scale) {
    const device = scale * this.ratio;
    if (this.sets[0]?.scale === device) return;
    const known = this.sets.find((set) => set.scale === device);
    this.sets = [known ?? new TileSet(this.scene, device, this.lit), ...this.sets.filter((set) => set !== known)];
    for (const set of this.sets.splice(3)) set.end();
  }

  /* Whether something is left to paint after having worked for so many milliseconds. */
  work(view, around, milliseconds) {
    const end = performance.now() + milliseconds;
    const until = () => performance.now() > end;
    for (const [set, part] of [[this.sets[0], view], [this.overview, this.whole], [this.sets[0], around]]) {
      for (const place of set.missing(part)) {
        set.paint(place, until);
        if (until()) return true;
      }
    }
    for (const set of this.stale.splice(0)) set.end();
    if (this.sets[0].tiles.size > MOST_TILES) this.sets[0].keepOnly(around);
    return false;
  }

  /* Whether there is something to draw for every place. */
  get everywhere() {
    return this.overview.missing(this.whole).length === 0;
  }

  /* Draw a part of the picture; `x` and `y` are where its origin lies, in device pixels. */
  draw(context, view, x, y, scale) {
    const sources = [...this.sets, this.overview, ...this.stale];
    this.drawPart(context, view, sources, { x, y, scale });
  }

  drawPart(context, view, sources, to) {
    const [set, ...others] = sources;
    if (!set) return;
    const side = TILE / set.scale;
    for (const place of set.over(view)) {
      const [left, top] = [place[0] * side, place[1] * side];
      const part = [Math.max(left, view[0]), Math.max(top, view[1]), Math.min(left + side, view[2]), Math.min(top + side, view[3])];
      if (part[0] >= part[2] || part[1] >= part[3]) continue;
      const tile = set.tile(place);
      if (tile?.ready) drawTile(context, tile, [left, top], part, set.scale, to);
      else this.drawPart(context, part, others, to);
    }
  }
}

function drawTile(context, tile, [left, top], part, from, { x, y, scale }) {
  if (from === scale) {
    context.drawImage(tile.canvas, x + Math.round(left * scale), y + Math.round(top * scale));
    return;
  }
  const source = [(part[0] - left) * from, (part[1] - top) * from, (part[2] - part[0]) * from, (part[3] - part[1]) * from];
  const edges = [x + part[0] * scale, y + part[1] * scale, x + part[2] * scale, y + part[3] * scale].map(Math.round);
  context.drawImage(tile.canvas, ...source, edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]);
}
