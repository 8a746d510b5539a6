/** The overview of the work: figures, charts and shares, renewed with each sample. */
import {get} from './api.js';
import {watch} from './live.js';
import {duration, number, say} from './words.js';
import {element, icon} from './dom.js';
import {problemNote} from './problem.js';
import {Chart} from './chart.js';
import {cellOf} from './rows.js';
import {kindOf} from './job.js';

const page = document.getElementById('work');
const {hours, queue, kind} = page.dataset;
const locale = document.documentElement.dataset.locale || navigator.language;
const clock = new Intl.DateTimeFormat(locale, Number(hours) <= 3 ? {timeStyle: 'medium'}
  : {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});

const perMinute = (name) => (point) => (point[name] === undefined ? null : round((point[name] * 60) / point.measuredSeconds));
const count = (name) => (point) => point[name] ?? null;
const mean = (name) => (point) => (point[name] === undefined ? null : round(point[name]));
const millis = (spread, name) => (point) => (point[spread] ? round(point[spread][name]) : null);

/** What each chart draws: its type, the words of its series, and the value of a point. */
const CHARTS = {
  throughput: {type: 'line', none: 'overview.quiet', series: {succeeded: perMinute('succeeded'), failed: perMinute('failed'), cancelled: perMinute('cancelled')}},
  failures: {type: 'bar', none: 'overview.noFailures', series: {failed: count('failed'), cancelled: count('cancelled')}},
  depth: {type: 'line', none: 'overview.idle', series: {waiting: mean('waiting'), running: mean('running'), delayed: mean('delayed')}},
  waits: {type: 'line', none: 'overview.quiet', series: spread('waits')},
  runs: {type: 'line', none: 'overview.quiet', series: spread('runs')},
};

function spread(name) {
  return {p50: millis(name, 'p50'), p95: millis(name, 'p95'), p99: millis(name, 'p99')};
}

function round(value) {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}

class OverviewChart {
  constructor(node) {
    this.node = node;
    this.name = node.dataset.chart;
    this.plan = CHARTS[this.name];
    this.title = node.querySelector('h2').textContent;
    this.body = node.querySelector('.widget-body');
    this.take = node.querySelector('.widget-take');
    this.toggle = node.querySelector('[data-toggle-table]');
    this.toggle.addEventListener('click', () => this.turn());
  }

  turn() {
    this.asTable = !this.asTable;
    this.toggle.setAttribute('aria-pressed', String(this.asTable));
    this.clear();
    this.show(this.points);
  }

  clear() {
    this.chart?.dispose();
    this.chart = null;
  }

  show(points) {
    this.points = points;
    const series = Object.entries(this.plan.series);
    const rows = points.map((point) => [clock.format(new Date(point.at)), ...series.map(([, value]) => value(point))]);
    const some = rows.some((row) => row.slice(1).some((value) => value));
    this.take.hidden = !this.asTable || !some;
    if (!some) {
      this.clear();
      this.body.replaceChildren(element('div', {class: 'empty'}, icon('info'),
        element('p', {class: 'empty-line'}, say(points.length === 0 ? 'overview.none' : this.plan.none))));
    } else if (this.asTable) {
      this.showTable(series.map(([name]) => name), rows);
    } else {
      this.showChart(series.map(([name]) => name), rows);
    }
  }

  showTable(names, rows) {
    const head = element('tr', {}, element('th', {scope: 'col'}, say('overview.at')),
      names.map((name) => element('th', {scope: 'col', class: 'number'}, say(`overview.${name}`))));
    const lines = rows.toReversed().map(([at, ...values]) => element('tr', {},
      element('th', {scope: 'row', class: 'nowrap'}, at), values.map((value) => cellOf(value, 'DECIMAL'))));
    const scrolled = this.body.querySelector('.table-scroll')?.scrollTop ?? 0;
    const region = element('div', {class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': this.title},
      element('table', {class: 'table', id: `table-${this.name}`}, element('thead', {}, head), element('tbody', {}, lines)));
    this.body.replaceChildren(region);
    region.scrollTop = scrolled;
  }

  showChart(names, rows) {
    const data = {
      columns: [{name: 'at'}, {name: 'series'}, {name: 'value'}],
      rows: names.flatMap((name, index) => rows.map((row) => [row[0], say(`overview.${name}`), row[index + 1]])),
    };
    if (this.chart) {
      this.chart.update(data);
      return;
    }
    const place = element('div', {class: 'chart', role: 'img', 'aria-label': say('widget.chart', this.title)});
    this.body.replaceChildren(place);
    const widget = {type: this.plan.type, title: this.title, category: 'at', series: 'series', value: 'value', still: true};
    this.chart = new Chart(place, widget, data, () => {});
  }
}

const charts = [...page.querySelectorAll('[data-chart]')].map((node) => new OverviewChart(node));

function showFigures(points) {
  const measured = points.filter((point) => point.measuredSeconds > 0);
  const newest = measured.at(-1);
  const deep = measured.findLast((point) => point.waiting !== undefined);
  const sum = (...names) => measured.reduce((all, point) => names.reduce((some, name) => some + point[name], all), 0);
  const figures = newest && {
    ended: sum('succeeded', 'failed', 'cancelled'), failed: sum('failed'), waiting: deep?.waiting, running: deep?.running,
  };
  for (const node of page.querySelectorAll('[data-figure]')) {
    node.textContent = figures?.[node.dataset.figure] === undefined ? '–' : number(figures[node.dataset.figure], 0);
  }
}

function showShares(shares) {
  const place = document.getElementById('shares');
  const foot = place.nextElementSibling;
  foot.hidden = shares.length === 0;
  if (shares.length === 0) {
    place.replaceChildren(element('div', {class: 'empty'}, icon('info'), element('p', {class: 'empty-line'}, say('overview.noShares'))));
    return;
  }
  const numbers = ['succeeded', 'failed', 'cancelled', 'waiting', 'running'];
  const head = element('tr', {}, element('th', {scope: 'col'}, say('overview.queue')), element('th', {scope: 'col'}, say('overview.kind')),
    [...numbers, 'waits95', 'runs95'].map((name) => element('th', {scope: 'col', class: 'number'}, say(`overview.${name}`))));
  const time = (part) => element('td', {class: 'number nowrap', 'data-value': part ? String(round(part.p95)) : ''}, part ? inWords(part.p95) : '–');
  const rows = shares.map((share) => element('tr', {},
    element('th', {scope: 'row', class: 'mono'}, share.queue),
    element('td', {title: share.kind}, element('a', {href: `/work?${new URLSearchParams({hours, kind: share.kind})}`}, kindOf(share))),
    numbers.map((name) => element('td', {class: 'number', 'data-value': String(share[name])}, number(share[name], 1))),
    time(share.waits), time(share.runs)));
  place.replaceChildren(element('div', {class: 'table-scroll', tabindex: '0', role: 'group', 'aria-labelledby': 'shares-title'},
    element('table', {class: 'table', id: 'shares-table'}, element('thead', {}, head), element('tbody', {}, rows))));
}

function inWords(millisOf) {
  return millisOf < 1000 ? `${number(millisOf, millisOf < 10 ? 1 : 0)} ms` : duration(millisOf);
}

async function load() {
  const from = new Date(Date.now() - Number(hours) * 3600000).toISOString();
  const asked = new URLSearchParams({from, ...(queue && {queue}), ...(kind && {kind})});
  const problem = document.getElementById('work-problem');
  try {
    const {points, shares} = (await get(`/work/overview?${asked}`)).body;
    problem.replaceChildren();
    showFigures(points);
    charts.forEach((chart) => chart.show(points));
    showShares(shares);
  } catch (failure) {
    problem.replaceChildren(problemNote(failure.problem ?? {title: say('problem.title'), detail: failure.message}));
  }
}

watch('work', {event: load, reload: load});
