/* Before and after one over the other; and from a card in the picture back to the list. */

function takeSlider(slider) {
  const frames = slider.querySelector(".frames");
  const images = [...frames.querySelectorAll("img")];
  const rail = slider.querySelector("input");
  const own = (image, name) => Number(image.getAttribute(name));
  const widest = Math.max(...images.map((image) => own(image, "width")));
  const tallest = Math.max(...images.map((image) => own(image, "height")));
  for (const image of images) image.style.width = `${(100 * own(image, "width")) / widest}%`;
  frames.style.aspectRatio = `${widest} / ${tallest}`;
  const show = () => {
    const shown = 100 - rail.value;
    frames.style.setProperty("--shown", `${shown}%`);
    for (const image of images) {
      const width = own(image, "width");
      const free = slider.classList.contains("leftward") ? 100 * (widest - width) : 0;
      image.style.setProperty("--shown", `${(shown * widest - free) / width}%`);
    }
  };
  rail.addEventListener("input", show);
  slider.classList.add("ready");
  show();
}

/* What the list says of a card, as links on top of the panel that tells of it. */
function takePanel(panel) {
  const told = new Map();
  document.querySelectorAll(".chapter .entries a[href^='#']").forEach((link, number) => {
    const entry = link.closest("li, p");
    entry.id ||= `change-${number}`;
    const found = told.get(link.hash) ?? [];
    told.set(link.hash, [...found, entry]);
  });
  const [heading, list] = panel.querySelectorAll("h2, h3, ul");
  new MutationObserver(() => {
    for (const entry of told.get(location.hash)?.toReversed() ?? []) {
      const row = document.createElement("li");
      const link = document.createElement("a");
      row.className = "in-list";
      link.href = `#${entry.id}`;
      link.textContent = wordsNow(entry);
      link.dir = "ltr";
      row.append(link);
      list.prepend(row);
    }
  }).observe(heading, { childList: true });
}

/* The words of an entry without those that are gone. */
function wordsNow(entry) {
  const copy = entry.cloneNode(true);
  for (const gone of copy.querySelectorAll("del")) gone.remove();
  return copy.textContent.trim();
}

addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".slider").forEach(takeSlider);
  document.querySelectorAll(".viewer .panel").forEach(takePanel);
});
