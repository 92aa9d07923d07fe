/* A viewer that is a part of a page: links of the page lead into it, and it can fill the window. */

function takePage(viewer) {
  const { root } = viewer;
  const fill = root.querySelector(".fill");
  fill.addEventListener("click", () => fillWindow(viewer, !root.classList.contains("filling")));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) fillWindow(viewer, false);
  });
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const link = event.target.closest('a[href^="#"]');
    const group = link && !root.contains(link) ? viewer.named(link.hash) : null;
    if (!group) return;
    event.preventDefault();
    if (link.hash !== location.hash) history.pushState(null, "", link.hash);
    lead(viewer, group);
  });
  if (viewer.named(location.hash)) requestAnimationFrame(() => lead(viewer, viewer.named(location.hash)));
}

/* Bring the viewer into view, and in it what is meant, with the focus. */
function lead(viewer, group) {
  viewer.goTo(group);
  viewer.root.scrollIntoView({ block: "center" });
  const card = group.kind === "action" ? group.element : viewer.root;
  card.focus({ preventScroll: true });
}

/* Nothing beside the viewer can be reached while it fills the window. */
function fillWindow(viewer, full) {
  const { root } = viewer;
  if (root.classList.contains("filling") === full) return;
  root.classList.toggle("filling", full);
  document.documentElement.classList.toggle("filled", full);
  root.querySelector(".fill").setAttribute("aria-pressed", String(full));
  for (let inner = root; inner !== document.body; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) if (other !== inner) other.inert = full;
  }
  if (!full) root.scrollIntoView({ block: "center" });
}
