/* What depends on when and where one reads: days that are over, the section in view, paper. */

function markOverdue(now) {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0")).join("-");
  for (const time of document.querySelectorAll("time[data-due]")) {
    if (time.dateTime >= day) continue;
    const mark = document.createElement("strong");
    mark.className = "mark";
    mark.textContent = "overdue";
    time.after(" ", mark);
  }
}

/* The contents fold on narrow pages, and say which section is being read. */
function takeContents(contents) {
  const wide = matchMedia("(min-width: 60rem)");
  const fold = () => { contents.querySelector("details").open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();
  const links = new Map([...contents.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const inView = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inView.add(target.id);
      else inView.delete(target.id);
    }
    const first = [...links.keys()].find((id) => inView.has(id));
    for (const [id, link] of links) {
      if (id === first) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-15% 0px -60% 0px" });
  for (const section of document.querySelectorAll(".chapter")) watch.observe(section);
}

/* On paper nothing is folded; afterwards all is as it was. */
function takePaper() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
}

/* What need not be scrolled is no stop of the Tab key. */
function takeRegions(regions) {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
      if (scrolls) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const region of regions) watch.observe(region);
}
