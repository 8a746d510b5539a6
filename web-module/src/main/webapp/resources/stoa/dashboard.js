/**
 * The widgets of a dashboard. Each loads its own numbers, so that one slow or broken widget holds
 * up no other; each shows its data as a chart or as a table, and the rows behind each mark.
 */
import {get} from './api.js';
import {number, say} from './words.js';
import {element, icon} from './dom.js';
import {problemNote} from './problem.js';
import {Chart} from './chart.js';
import {cellOf, headOf, showRows} from './rows.js';

const grid = document.getElementById('dashboard');
const dashboard = grid?.dataset.dashboard;
const owner = grid?.dataset.datasets;

class Widget {
  constructor(node) {
    this.node = node;
    this.id = node.dataset.widget;
    this.type = node.dataset.type;
    this.title = node.querySelector('h2').textContent;
    this.category = node.dataset.category;
    this.series = node.dataset.series;
    this.value = node.dataset.value;
    this.body = node.querySelector('.widget-body');
    this.foot = node.querySelector('.widget-foot');
    this.toggle = node.querySelector('[data-toggle-table]');
    this.take = node.querySelector('.widget-take');
    this.asTable = this.type === 'table';
    this.toggle?.addEventListener('click', () => this.turn());
  }

  get path() {
    return `/dashboards/${dashboard}/widgets/${encodeURIComponent(this.id)}`;
  }

  async load() {
    this.body.setAttribute('aria-busy', 'true');
    try {
      this.data = (await get(`${this.path}/data`)).body;
      this.show();
    } catch (failure) {
      this.fail(failure.problem ?? this.broken(failure));
    } finally {
      this.body.removeAttribute('aria-busy');
    }
  }

  /** A fault of the script itself: the console has it, the person is told what to do. */
  broken(failure) {
    console.error(`Stoa: the widget ${this.id} was not drawn`, failure);
    return {title: say('widget.broken'), detail: say('widget.brokenLine')};
  }

  fail(problem) {
    this.clear();
    this.body.replaceChildren(problemNote(problem),
      element('p', {class: 'widget-again'}, element('button', {type: 'button', class: 'button button-small', onclick: () => this.load()},
        icon('refresh'), say('again'))));
  }

  turn() {
    this.asTable = !this.asTable;
    this.toggle.setAttribute('aria-pressed', String(this.asTable));
    this.show();
  }

  clear() {
    this.chart?.dispose();
    this.chart = null;
  }

  show() {
    if (!this.data) {
      return;
    }
    this.clear();
    this.take.hidden = true;
    this.showSources();
    if (this.data.missing) {
      this.showMissing(this.data.missing);
    } else if (this.type === 'kpi') {
      this.showFigure();
    } else if (this.data.rows.length === 0) {
      this.showMissing(say('widget.none'));
    } else if (this.asTable) {
      this.showTable();
    } else {
      this.showChart();
    }
  }

  showSources() {
    const versions = (this.data.sources ?? []).map((source) => say('widget.source', source.dataset, source.version)).join(', ');
    this.foot.replaceChildren(
      element('span', {}, versions && say('widget.from', versions)),
      element('span', {}, this.data.note ?? ''));
  }

  showMissing(sentence) {
    if (this.toggle) {
      this.toggle.hidden = true;
    }
    this.body.replaceChildren(element('div', {class: 'empty'},
      this.type !== 'kpi' && icon('info'), element('p', {class: 'empty-line'}, sentence)));
  }

  showFigure() {
    const words = this.data.value === null ? '–' : number(this.data.value);
    this.body.replaceChildren(element('button', {type: 'button', class: 'kpi-link', 'aria-label': say('widget.behind', `${this.title}: ${words}`),
      onclick: () => this.showBehind(0)}, words));
  }

  showChart() {
    const place = element('div', {class: 'chart', role: 'img', 'aria-label': say('widget.chart', this.title)});
    this.body.replaceChildren(place);
    this.chart = new Chart(place, this, this.data, (row) => this.showBehind(row));
  }

  showTable() {
    const head = headOf(this.data.columns);
    head.rows[0].append(element('th', {scope: 'col', 'data-aside': true}, element('span', {class: 'visually-hidden'}, say('widget.rows'))));
    const rows = this.data.rows.map((row, index) => element('tr', {},
      row.map((value, column) => cellOf(value, this.data.columns[column].type)),
      element('td', {class: 'number', 'data-aside': true}, element('button', {type: 'button', class: 'copy', 'aria-label': say('widget.behind', this.nameOf(index)),
        title: say('widget.rows'), onclick: () => this.showBehind(index)}, icon('next')))));
    const id = `table-${this.id}`;
    this.body.replaceChildren(element('div', {class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': this.title},
      element('table', {class: 'table', id}, head, element('tbody', {}, rows))));
    this.take.hidden = false;
  }

  /** The groups that a row of the result stands for, without its figures. */
  nameOf(index) {
    const row = this.data.rows[index];
    const groups = [this.category, this.series];
    const at = this.data.columns.map((column, i) => (groups.includes(column.name) ? i : -1)).filter((i) => i >= 0);
    return (at.length ? at : [0]).map((i) => row[i] ?? '–').join(', ') || this.title;
  }

  showBehind(index) {
    const mark = this.data.marks?.[index];
    const query = mark?.id ? `&mark=${encodeURIComponent(mark.id)}` : '';
    const name = this.type === 'kpi' ? '' : this.nameOf(index);
    showRows({
      title: name ? `${this.title}: ${name}` : this.title,
      line: mark?.filter ?? null,
      path: `${this.path}/rows?limit=100${query}`,
      link: this.linkTo(mark),
      name: this.id,
    });
  }

  /** The dataset page with the same filter; a filter over several datasets has no page of its own. */
  linkTo(mark) {
    const source = this.data.sources?.[0];
    if (!owner || !source || /"[^"]*\.[^"]*"/.test(mark?.filter ?? '')) {
      return null;
    }
    const query = new URLSearchParams({version: source.version});
    if (mark?.filter) {
      query.set('filter', mark.filter);
    }
    return {href: `${owner}/${source.datasetId}?${query}`, words: say('widget.open', source.dataset)};
  }
}

if (grid) {
  const widgets = [...grid.querySelectorAll('[data-widget]')].map((node) => new Widget(node));
  Promise.all(widgets.map((widget) => widget.load()));
}
