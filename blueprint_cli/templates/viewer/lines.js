/* Long lines by pieces: a dashed one over a hundred tiles would be painted whole in each of them. */

/* The pieces of a line as Graphviz writes it, "M" and then "C" with three points each. Straight
   ones are cut short. `from` is how far along the line a piece begins. */
function piecesOf(line) {
  if (!/^M[-\d.,]+C[-\d., e]+$/.test(line)) return null;
  const numbers = line.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number);
  const pieces = [];
  let from = 0;
  for (let at = 0; at + 8 <= numbers.length; at += 6) {
    const points = numbers.slice(at, at + 8);
    for (const piece of isStraight(points) ? cut(points) : [points]) {
      pieces.push({ points: piece, box: boxAround(piece), from, straight: isStraight(piece) });
      from += lengthOf(piece);
    }
  }
  return pieces;
}

function isStraight([x, y, x1, y1, x2, y2, endX, endY]) {
  return (x === x1 && x === x2 && x === endX) || (y === y1 && y === y2 && y === endY);
}

function cut([x, y, , , , , endX, endY]) {
  const count = Math.ceil((Math.abs(endX - x) + Math.abs(endY - y)) / LONG) || 1;
  const along = (share) => [x + (endX - x) * share, y + (endY - y) * share];
  return Array.from({ length: count }, (_, at) => {
    const [start, end] = [along(at / count), along((at + 1) / count)];
    return [...start, ...start, ...end, ...end];
  });
}

/* Exact for straight pieces; for the small bends between them near enough for a dash. */
function lengthOf([x, y, x1, y1, x2, y2, endX, endY]) {
  const direct = Math.hypot(endX - x, endY - y);
  const around = Math.hypot(x1 - x, y1 - y) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(endX - x2, endY - y2);
  return (direct + around) / 2;
}

function boxAround(points) {
  const [xs, ys] = [0, 1].map((side) => points.filter((_, at) => at % 2 === side));
  return [Math.min(...xs) - 2, Math.min(...ys) - 2, Math.max(...xs) + 2, Math.max(...ys) + 2];
}

/* Stroke the pieces in view; those that follow each other are one line. */
function strokePieces(context, pieces, [left, top, right, bottom]) {
  let open = false;
  for (const { points, box, from, straight } of pieces) {
    const seen = box[0] <= right && box[2] >= left && box[1] <= bottom && box[3] >= top;
    if (open && !seen) context.stroke();
    if (seen && !open) {
      context.beginPath();
      context.lineDashOffset = from;
      context.moveTo(points[0], points[1]);
    }
    if (seen && straight) context.lineTo(points[6], points[7]);
    else if (seen) context.bezierCurveTo(...points.slice(2));
    open = seen;
  }
  if (open) context.stroke();
  context.lineDashOffset = 0;
}
