/* Tables whose columns can be sorted and whose rows can be filtered. */

const FEW = 8; /* fewer rows need no filter */

function takeTable(table) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 2) return;
  [...table.tHead.rows[0].cells].forEach((head, column) => takeHead(table, head, column));
  if (rows.length >= FEW) table.closest(".region").before(filterOf(table, rows));
}

function takeHead(table, head, column) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const greatest = table.querySelector(`tbody tr > :nth-child(${column + 1})[data-sort]`) !== null;
    const before = head.getAttribute("aria-sort");
    const falling = before ? before === "ascending" : greatest;
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    sortRows(table.tBodies[0], column, falling);
  });
}

/* What is not known stays last, whichever way one sorts; equals keep their order. */
function sortRows(body, column, falling) {
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]) }));
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === null || other === null) return (one === null) - (other === null);
    const order = typeof one === "number" && typeof other === "number"
      ? one - other : words.compare(String(one), String(other));
    return falling ? -order : order;
  });
  body.append(...keyed.map(({ row }) => row));
}

function keyOf(cell) {
  if (cell.dataset.sort !== undefined) return Number(cell.dataset.sort);
  return cell.textContent.trim() || null;
}

function filterOf(table, rows) {
  const tools = document.createElement("div");
  const input = document.createElement("input");
  const count = document.createElement("output");
  tools.className = "tools";
  input.type = "search";
  input.placeholder = "Filter";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("aria-label", `Filter ${table.caption.textContent}`);
  let texts = null;
  const apply = () => {
    texts ??= rows.map((row) => plain([...row.cells].map((cell) => cell.textContent).join(" ")));
    const parts = plain(input.value).split(" ").filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !parts.every((part) => texts[at].includes(part));
      shown += !row.hidden;
    });
    count.textContent = parts.length ? `${shown} of ${rows.length} rows` : `${rows.length} rows`;
  };
  input.addEventListener("input", apply);
  count.textContent = `${rows.length} rows`;
  count.setAttribute("aria-live", "polite");
  tools.append(input, count);
  return tools;
}
