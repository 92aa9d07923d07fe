/* The search over all blueprints: every word is to be found in a name. */

{
  const SHOWN = 60;

  /* All that can be found, in the order in which it is told where two fit alike. */
  function findable(index) {
    const all = [];
    index.blueprints.forEach(([address, blueprint, entries]) => {
      for (const [kind, name, at] of entries) {
        const href = "./" + address + (at && "#" + encodeURIComponent(at));
        all.push({ kind, name, blueprint, href, plain: plain(name) });
      }
    });
    return all;
  }

  /* What begins with the words stands before what only holds them, then kind by kind. */
  function found(all, text) {
    const asked = plain(text);
    const words = asked.split(" ").filter(Boolean);
    const hits = all.filter((each) => words.every((word) => each.plain.includes(word)));
    const late = (each) => (each.plain.startsWith(asked) ? 0 : 1);
    return hits.sort((one, other) => late(one) - late(other) || one.kind - other.kind);
  }

  function hit(each, kinds) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const name = document.createElement("bdi");
    name.textContent = each.name;
    link.href = each.href;
    link.append(name);
    const about = document.createElement("small");
    const where = document.createElement("bdi");
    where.textContent = each.blueprint;
    about.append(kinds[each.kind], " · ", where);
    item.append(link, " ", about);
    return item;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const finder = document.querySelector(".finder");
    const input = finder.querySelector("input");
    const said = finder.querySelector("output");
    const list = finder.querySelector(".hits");
    const index = JSON.parse(document.getElementById("findable").textContent);
    let all = null;
    const look = () => {
      all ??= findable(index);
      const hits = input.value.trim() ? found(all, input.value) : [];
      list.replaceChildren(...hits.slice(0, SHOWN).map((each) => hit(each, index.kinds)));
      const more = hits.length > SHOWN ? `, the first ${SHOWN} are shown` : "";
      said.textContent = input.value.trim() ? `${hits.length || "nothing"} found${more}` : "";
    };
    input.addEventListener("input", look);
    input.addEventListener("keydown", (event) => {
      const first = list.querySelector("a");
      if (event.key === "Enter" && first) first.click();
      if (event.key === "ArrowDown" && first) first.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target.closest("input, textarea")) return;
      event.preventDefault();
      input.focus();
    });
    finder.hidden = false;
    if (input.value) look();
  });
}
