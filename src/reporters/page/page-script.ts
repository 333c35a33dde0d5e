/**
 * What the page does in the browser: it sorts, filters and folds what is there already. Plain JavaScript as text, because
 * no part of the program ever runs it, and its hash stands in the page's policy.
 */
export const PAGE_SCRIPT = String.raw`
(() => {
  'use strict';
  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

  const languages = findAll('input[name=language]');
  const useLanguage = () => {
    const chosen = languages.find((input) => input.checked);
    if (chosen === undefined) return;
    root.lang = chosen.value;
    document.title = chosen.dataset.title;
  };
  for (const input of languages) input.addEventListener('change', useLanguage);
  useLanguage();

  // On paper everything is shown: a signature stands for the whole.
  const everyFold = findAll('details');
  let wereOpen = [];
  addEventListener('beforeprint', () => {
    wereOpen = everyFold.filter((details) => details.open);
    for (const details of everyFold) details.open = true;
  });
  addEventListener('afterprint', () => everyFold.forEach((details) => { details.open = wereOpen.includes(details); }));

  const table = find('#all-findings');
  if (table === null) return;
  const folds = findAll('details', table);
  const fold = (open) => folds.forEach((details) => { details.open = open; });
  fold(false);

  // Each body is one licence: its name in the first row, then its findings.
  const groups = [...table.tBodies].map((body) => {
    const [heading, ...rows] = body.rows;
    return { body, heading, rows };
  });
  const rows = groups.flatMap((group) => group.rows);
  const boxes = findAll('input[name=weight]');
  const search = find('#search');
  const filter = () => {
    const weights = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = search.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const group of groups) {
      const name = group.heading.textContent;
      for (const row of group.rows) {
        const text = (name + ' ' + row.textContent).toLowerCase();
        row.hidden = !(weights.has(row.dataset.weight) && words.every((word) => text.includes(word)));
        if (!row.hidden) shown += 1;
      }
      group.heading.hidden = group.rows.every((row) => row.hidden);
    }
    find('#shown').textContent = shown;
  };
  for (const box of boxes) box.addEventListener('change', filter);
  search.addEventListener('input', filter);
  find('#open-all').addEventListener('click', () => fold(true));
  find('#close-all').addEventListener('click', () => fold(false));
  find('.controls').hidden = false;
  filter();

  const headings = findAll('thead th', table);
  const keyOf = (row, at) => row.cells[at].dataset.key;
  const compare = (one, other, sign) => {
    // What has no key stands last, whichever way the others go.
    if (one === '' || other === '') return (one === '') - (other === '');
    const isNumber = !Number.isNaN(Number(one)) && !Number.isNaN(Number(other));
    const order = isNumber ? Number(one) - Number(other) : one < other ? -1 : one > other ? 1 : 0;
    return sign * order;
  };
  headings.forEach((heading, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const order = heading.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      headings.forEach((other) => other.removeAttribute('aria-sort'));
      heading.setAttribute('aria-sort', order);
      const sign = order === 'ascending' ? 1 : -1;
      for (const group of groups) {
        group.body.append(...[...group.rows].sort((one, other) => compare(keyOf(one, at), keyOf(other, at), sign)));
      }
    });
  });

  // A link from elsewhere on the page leads to a row that can be seen.
  const reveal = () => {
    // The later periods of a duty stand in the row of the first.
    const row = document.getElementById(location.hash.slice(1))?.closest('tr');
    if (!rows.includes(row)) return;
    if (row.hidden) {
      search.value = '';
      for (const box of boxes) box.checked = true;
      filter();
    }
    find('details', row).open = true;
    row.scrollIntoView();
    row.focus({ preventScroll: true });
  };
  for (const link of findAll('a[href^="#finding-"]')) link.addEventListener('click', () => setTimeout(reveal));
  addEventListener('hashchange', reveal);
  reveal();
})();
`;
