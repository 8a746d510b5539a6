/** A side panel with rows, for a quick look without leaving the page. */
import {get} from './api.js';
import {number, say, sayOr} from './words.js';
import {element, icon} from './dom.js';
import {problemNote} from './problem.js';

const NUMERIC = new Set(['INTEGER', 'DECIMAL']);

/** The cell of a value, as the tables of pages write it. */
export function cellOf(value, type) {
  if (value === null || value === undefined) {
    return element('td', {class: 'null', 'data-value': ''}, '–');
  }
  const numeric = NUMERIC.has(type) && typeof value === 'number';
  const words = numeric ? number(value, 6) : String(value);
  return element('td', {class: numeric && 'number', title: words.length > 40 ? words : null, 'data-value': String(value)}, words);
}

/** The head of a table over columns with name, label and type. */
export function headOf(columns) {
  return element('thead', {}, element('tr', {}, columns.map((column) =>
    element('th', {scope: 'col', class: NUMERIC.has(column.type) && 'number', 'data-column': column.name}, sayOr(`measure.${column.name}`, column.name),
      column.label && element('span', {class: 'column-label', title: column.label}, column.label)))));
}

/**
 * Opens the panel.
 *
 * @param title what the rows are
 * @param line how they were chosen, or null
 * @param path where the API gives them
 * @param link {href, words} of the page that shows the same rows, or null
 * @param name of the file in which the rows that were read can be saved
 */
export function showRows({title, line, path, link, name}) {
  const body = element('div', {class: 'panel-body'}, element('div', {class: 'card-body'}, element('span', {class: 'skeleton skeleton-table'})));
  const count = element('span', {class: 'muted'});
  const panel = element('dialog', {class: 'panel', 'aria-labelledby': 'panel-title'},
    element('div', {class: 'panel-head'},
      element('div', {class: 'panel-head-words'},
        element('h2', {id: 'panel-title'}, title),
        line && element('p', {class: 'muted mono'}, line),
        count),
      link && element('a', {class: 'button button-small', href: link.href}, icon('table'), link.words),
      element('button', {type: 'button', class: 'button button-small', 'data-copy-table': 'panel-rows'}, icon('copy'), say('copy.table')),
      element('button', {type: 'button', class: 'button button-small', 'data-save-table': 'panel-rows', 'data-name': name}, icon('download'), say('save.table')),
      element('button', {type: 'button', class: 'button button-small button-icon', 'aria-label': say('close'), onclick: () => panel.close()}, icon('close'))),
    body);
  panel.addEventListener('close', () => panel.remove());
  panel.addEventListener('click', (event) => event.target === panel && panel.close());
  document.body.append(panel);
  panel.showModal();
  fill(body, count, path);
}

async function fill(body, count, path) {
  let table = null;
  let shown = 0;
  const more = element('button', {type: 'button', class: 'button', onclick: () => load()}, say('rows.more'));
  let next = path;
  const load = async () => {
    more.disabled = true;
    try {
      const page = await get(next);
      next = page.next;
      if (!table) {
        table = element('table', {class: 'table table-data', id: 'panel-rows'}, headOf(page.body.columns), element('tbody'));
        body.replaceChildren(element('div', {class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': say('rows.region')}, table),
          element('div', {class: 'card-body'}, more));
      }
      table.tBodies[0].append(...page.body.rows.map((row) =>
        element('tr', {}, row.map((value, index) => cellOf(value, page.body.columns[index].type)))));
      shown += page.body.rows.length;
      count.textContent = next ? say('rows.shown', number(shown)) : say('rows.all', number(shown));
      more.hidden = !next;
    } catch (failure) {
      body.append(element('div', {class: 'card-body'}, problemNote(failure.problem ?? {title: say('problem.title'), detail: failure.message})));
    } finally {
      more.disabled = false;
    }
  };
  await load();
}
