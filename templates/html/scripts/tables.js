// Sortable tables: a click on a column header sorts ascending, descending, then in the original order.

const tables = (() => {
  const collator = new Intl.Collator(document.documentElement.lang.split("-")[0] || undefined, { numeric: true });

  function begin() {
    for (const link of all(".listings a")) link.addEventListener("click", (event) => reach(event, link.hash.slice(1)));
    for (const table of all(".listed table")) {
      const rows = all("tbody tr", table);
      rows.forEach((row, index) => (row.place = index));
      if (rows.length > 1) all("thead th", table).forEach((head, column) => sortable(table, head, column));
    }
  }

  /** Scroll to a table without changing the URL, which holds the view state. */
  function reach(event, id) {
    const table = document.getElementById(id);
    event.preventDefault();
    table.scrollIntoView();
    one("[tabindex]", table)?.focus({ preventScroll: true });
  }

  function sortable(table, head, column) {
    if (!head.textContent.trim()) return;
    const button = make("button", { type: "button" }, ...head.childNodes);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const next = now === null ? "ascending" : now === "ascending" ? "descending" : null;
      for (const other of all("th[aria-sort]", table)) other.removeAttribute("aria-sort");
      if (next) head.setAttribute("aria-sort", next);
      sort(table, column, next);
    });
  }

  /** Sort stably; empty cells come last in both directions. */
  function sort(table, column, direction) {
    const body = one("tbody", table);
    const byNumber = "order" in all("th", table)[column].dataset;
    const rows = all("tr", body).map((row) => [row, key(row.cells[column], byNumber)]);
    const sign = direction === "descending" ? -1 : 1;
    rows.sort(([one_, a], [other, b]) => {
      const found = direction ? compared(a, b, sign) : 0;
      return found || one_.place - other.place;
    });
    body.append(...rows.map(([row]) => row));
  }

  /** The key of a cell: its own, or in a column of numbers the one that its text begins with, or else its text. */
  function key(cell, byNumber) {
    const text = cell.textContent.trim();
    const order = cell.dataset.order ?? (byNumber && text ? parseFloat(text) : undefined);
    return order === undefined ? text : Number(order);
  }

  function compared(a, b, sign) {
    if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  }

  return { begin };
})();
