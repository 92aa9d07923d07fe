/* What hands do: drag, wheel, pinch, click, double click. */

const STILL = 5; /* CSS pixels that a click may tremble */

/* `chosen` is told where a click was, `near` where the pointer is that presses nothing; where `held`
   says no, a wheel without Control scrolls the page. */
function takePointers(view, camera, chosen, near, held) {
  const pointers = new Map();
  let pressed = null;
  const at = (event) => {
    const box = view.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  view.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressed = pointers.size ? null : at(event);
    pointers.set(event.pointerId, at(event));
    view.setPointerCapture(event.pointerId);
  });
  view.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      near(...at(event));
      return;
    }
    const now = at(event);
    if (pressed && distance(pressed, now) < STILL) return;
    pressed = null;
    view.classList.add("moving");
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) pinch(camera, before, now, other);
    else camera.pan(now[0] - before[0], now[1] - before[1]);
    pointers.set(event.pointerId, now);
  });
  const release = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    if (pressed && event.type === "pointerup") chosen(...pressed);
    pressed = null;
    if (!pointers.size) view.classList.remove("moving");
  };
  view.addEventListener("pointerup", release);
  view.addEventListener("pointercancel", release);
  view.addEventListener("dblclick", (event) => camera.zoom(event.shiftKey ? 0.5 : 2, ...at(event)));
  view.addEventListener("wheel", (event) => {
    if (!held() && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const [dx, dy] = [event.deltaX * lines, event.deltaY * lines];
    if (event.ctrlKey || event.metaKey) camera.zoom(Math.exp(-dy * 0.01), ...at(event));
    else if (event.shiftKey && !dx) camera.pan(-dy, 0);
    else camera.pan(-dx, -dy);
  }, { passive: false });
}

function distance(one, other) {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

/* One finger rests and the other moves: half of its way is panning, the change of distance zoom. */
function pinch(camera, before, now, other) {
  const middle = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
  camera.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
  camera.zoom(distance(now, other) / Math.max(distance(before, other), 1), ...middle);
}
