/** A dataset: which columns of its rows are shown, remembered in this browser; and reading its file again. */
import './readagain.js';

const choice = document.getElementById('column-choice');
const table = document.getElementById(choice?.dataset.columnsOf);
const key = `stoa-columns-${location.pathname}`;

function hidden() {
  return new Set(JSON.parse(localStorage.getItem(key) ?? '[]'));
}

function show() {
  const off = hidden();
  const heads = [...table.tHead.rows[0].cells];
  const numbers = heads.map((head, index) => (off.has(head.dataset.column) ? index : -1)).filter((index) => index >= 0);
  for (const row of table.rows) {
    [...row.cells].forEach((cell, index) => {
      cell.hidden = numbers.includes(index);
    });
  }
}

if (table) {
  const off = hidden();
  for (const box of choice.querySelectorAll('input')) {
    box.checked = !off.has(box.value);
    box.addEventListener('change', () => {
      const now = hidden();
      if (box.checked) {
        now.delete(box.value);
      } else {
        now.add(box.value);
      }
      localStorage.setItem(key, JSON.stringify([...now]));
      show();
    });
  }
  show();
}
