/* Where one looks: `scale` is in CSS pixels a point, (`x`, `y`) where the picture's origin lies. */

const LARGEST = 6;
const READABLE = 1; /* the scale at which texts are read with ease */
const LEGIBLE = 0.6; /* the scale below which the whole picture is no good beginning */

class Camera {
  constructor(scene, view, changed) {
    Object.assign(this, { scene, view, changed, x: 0, y: 0, scale: 1, journey: null, zoomed: 0 });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.measure();
  }

  /* Asking a browser for it in every frame would be slow. */
  measure() {
    this.size = [this.view.clientWidth, this.view.clientHeight];
  }

  get whole() {
    const [width, height] = this.size;
    return Math.min((width - 16) / this.scene.width, (height - 16) / this.scene.height, READABLE * 2);
  }

  /* The part of the picture in view, with so much around it as a share of the view. */
  part(more = 0) {
    const [width, height] = this.size;
    const corner = (at, length) => [(-at - length * more) / this.scale, (length * (1 + more) - at) / this.scale];
    const [left, right] = corner(this.x, width);
    const [top, bottom] = corner(this.y, height);
    return [left, top, right, bottom];
  }

  /* What of the picture is at a place in the view. */
  onPicture(x, y) {
    return [(x - this.x) / this.scale, (y - this.y) / this.scale];
  }

  set(x, y, scale) {
    if (scale !== this.scale) this.zoomed = performance.now();
    [this.x, this.y, this.scale] = this.kept(x, y, scale);
    this.changed();
  }

  /* Something of the picture always stays in view. */
  kept(x, y, scale) {
    const keep = (at, length, room) => {
      const long = length * scale;
      if (long <= room) return Math.min(Math.max(at, -long / 2), room - long / 2);
      return Math.min(Math.max(at, room / 2 - long), room / 2);
    };
    const [width, height] = this.size;
    return [keep(x, this.scene.width, width), keep(y, this.scene.height, height), scale];
  }

  pan(dx, dy) {
    this.journey = null;
    this.set(this.x + dx, this.y + dy, this.scale);
  }

  /* Zoom, and what is at (`x`, `y`) of the view stays there. */
  zoom(factor, x = this.size[0] / 2, y = this.size[1] / 2) {
    this.journey = null;
    const wanted = Math.min(Math.max(this.scale * factor, Math.min(this.whole, READABLE)), LARGEST);
    const real = wanted / this.scale;
    this.set(x - (x - this.x) * real, y - (y - this.y) * real, wanted);
  }

  showWhole() {
    const [width, height] = this.size;
    const scale = this.whole;
    this.travel((width - this.scene.width * scale) / 2, (height - this.scene.height * scale) / 2, scale);
  }

  /* Where one begins: the whole picture if that can be read, else its first corner. */
  begin(fromRight) {
    const scale = this.whole >= LEGIBLE ? this.whole : READABLE;
    const room = this.size[0] - this.scene.width * scale;
    this.set(room > 0 ? room / 2 : fromRight ? room : 0, 0, scale);
  }

  /* Bring a box into the middle, large enough to be read. */
  moveTo(box) {
    const [width, height] = this.size;
    const fitting = Math.min(width / (box[2] - box[0] + 40), height / (box[3] - box[1] + 40));
    const scale = Math.max(this.scale, Math.min(READABLE, fitting));
    const middle = (near, far, room) => {
      const long = (far - near) * scale;
      return long < room * 0.8 ? room / 2 - ((near + far) / 2) * scale : room * 0.3 - near * scale;
    };
    this.travel(middle(box[0], box[2], width), middle(box[1], box[3], height), scale);
  }

  /* Bring a box into view if it is not, by the shortest way. */
  reveal(box, margins) {
    const [width, height] = this.size;
    const shift = (near, far, before, after) => {
      if (near < before) return before - near;
      return far > after ? Math.max(after - far, before - near) : 0;
    };
    const dx = shift(box[0] * this.scale + this.x, box[2] * this.scale + this.x, margins.left, width - margins.right);
    const dy = shift(box[1] * this.scale + this.y, box[3] * this.scale + this.y, margins.top, height - margins.bottom);
    if (this.scale < LEGIBLE) this.moveTo(box);
    else if (dx || dy) this.travel(this.x + dx, this.y + dy, this.scale);
  }

  travel(x, y, scale) {
    const [toX, toY] = this.kept(x, y, scale);
    if (this.calm.matches) {
      this.journey = null;
      this.set(toX, toY, scale);
      return;
    }
    const from = [this.x, this.y, this.scale];
    this.journey = { from, to: [toX, toY, scale], since: performance.now() };
    this.changed();
  }

  /* Go on with a journey: at an even pace in scale, and straight on for what one looks at. */
  step(now) {
    if (!this.journey) return;
    const { from, to, since } = this.journey;
    const time = Math.min(Math.max((now - since) / 260, 0), 1);
    const share = time * (2 - time);
    const scale = from[2] * (to[2] / from[2]) ** share;
    const grown = from[2] === to[2] ? share : (scale - from[2]) / (to[2] - from[2]);
    if (time === 1) this.journey = null;
    this.set(from[0] + (to[0] - from[0]) * grown, from[1] + (to[1] - from[1]) * grown, scale);
  }

  get zooming() {
    return performance.now() - this.zoomed < 160;
  }
}
