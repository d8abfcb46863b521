"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const box = document.getElementById("search");
  const found = document.getElementById("found");
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const is = (row, kind) => row.classList.contains(kind);
  // Of a page's tables those are searched whose lines begin like those of the one below the box.
  const head = ({ tHead }) => tHead && [...tHead.rows[0].cells].slice(0, 2).map((cell) => cell.textContent).join("\n");
  const like = head(form.nextElementSibling.querySelector("table"));
  const tables = [...document.querySelectorAll("table")].filter((table) => head(table) === like);
  // A goal is above a measure, a measure above a project: a line is found by their names too.
  const level = (row) => (is(row, "part") ? 0 : 1 + Number(row.cells[0].className.slice(-1)));
  const lines = tables.flatMap((table) => {
    let above = [];
    return [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !is(row, "why")).map((row) => {
      const section = is(row, "section");
      if (section) above = above.filter((each) => level(each.row) < level(row));
      const text = plain(row.textContent);
      const line = { row, section, above, text: [...above.map((each) => each.text), text].join("\n") };
      if (section) above = [...above, { ...line, text }];
      return line;
    });
  });
  const rows = lines.filter((line) => !line.section);
  const narrow = () => {
    const asked = plain(box.value).split(/\s+/).filter(Boolean);
    const met = lines.filter((line) => asked.every((word) => line.text.includes(word)));
    const kept = new Set(met.flatMap((line) => [line, ...line.above].map((each) => each.row)));
    for (const { row } of lines) {
      const why = row.nextElementSibling;
      row.hidden = !kept.has(row);
      if (why && is(why, "why")) why.hidden = row.hidden;
    }
    for (const table of tables) table.hidden = ![...kept].some((row) => table.contains(row));
    const shown = rows.filter((line) => kept.has(line.row)).length;
    const said = found.dataset.shown.replace("{shown}", shown).replace("{count}", rows.length);
    found.textContent = asked.length ? said : "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", narrow);
  narrow();
})();
