"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const box = document.getElementById("search");
  const found = document.getElementById("found");
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const rows = [...document.querySelectorAll("table.titled tbody tr:not(.section):not(.why)")];
  const bodies = [...document.querySelectorAll("table.titled tbody")];
  const texts = rows.map((row) => plain(row.textContent));
  const narrow = () => {
    const asked = plain(box.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, number) => {
      const why = row.nextElementSibling;
      row.hidden = !asked.every((word) => texts[number].includes(word));
      if (why && why.classList.contains("why")) why.hidden = row.hidden;
      if (!row.hidden) shown += 1;
    });
    for (const body of bodies) {
      const inside = [...body.rows].filter((row) => rows.includes(row));
      const empty = inside.length > 0 && inside.every((row) => row.hidden);
      for (const head of body.querySelectorAll("tr.section")) head.hidden = empty;
    }
    const said = found.dataset.shown.replace("{shown}", shown).replace("{count}", rows.length);
    found.textContent = asked.length ? said : "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", narrow);
})();
