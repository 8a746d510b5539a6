/** Bars and lines by ECharts, drawn with the tokens of the theme. */
import {number} from './words.js';

const LONG = 12;
const MANY = 7;
const LABELLED = 24;
const LABEL_ROOM = 30;
const LEGEND_LINE = 22;

/** The value of a colour token in the theme of now. */
function colours(...names) {
  const probe = document.createElement('span');
  document.body.append(probe);
  const found = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return found;
}

function palette() {
  return colours(...Array.from({length: 10}, (unused, index) => `chart-${index + 1}`));
}

function frame() {
  const [text, muted, axis, grid, float, line] = colours('text', 'text-2', 'chart-axis', 'chart-grid', 'float', 'line');
  const font = getComputedStyle(document.body).fontFamily;
  return {text, muted, axis, grid, float, line, font};
}

/** Turns the columns and rows of a result into categories and one series of values for each group. */
function seriesOf(widget, data) {
  const at = (name) => data.columns.findIndex((column) => column.name === name);
  const [category, group, value] = [at(widget.category), widget.series ? at(widget.series) : -1, at(widget.value)];
  const categories = [...new Set(data.rows.map((row) => label(row[category])))];
  const groups = group < 0 ? [''] : [...new Set(data.rows.map((row) => label(row[group])))];
  const values = groups.map(() => categories.map(() => null));
  const rowOf = groups.map(() => categories.map(() => -1));
  data.rows.forEach((row, index) => {
    const g = group < 0 ? 0 : groups.indexOf(label(row[group]));
    const c = categories.indexOf(label(row[category]));
    values[g][c] = row[value];
    rowOf[g][c] = index;
  });
  return {categories, groups, values, rowOf};
}

function label(value) {
  return value === null ? '–' : String(value);
}

function lies(widget, categories) {
  return widget.type === 'bar' && !widget.series
    && (categories.length > MANY || categories.some((category) => category.length > LONG));
}

/** How many lines the names of the groups take beside each other, by the usual width of a letter. */
function linesOfLegend(groups, room) {
  const widths = groups.map((group) => 32 + group.length * 7);
  return widths.reduce(([lines, taken], width) =>
    (taken + width > room && taken > 0 ? [lines + 1, width] : [lines, taken + width]), [1, 0])[0];
}

function few(categories) {
  return categories.length <= 40;
}

/** Of a line without marks, the points that would not be seen, for they have no neighbour to go to. */
function dotted(values) {
  const there = (value) => value !== null && value !== undefined;
  return values.map((value, index) => (there(value) && !there(values[index - 1]) && !there(values[index + 1])
    ? {value, symbol: 'circle'} : value));
}

function optionsOf(widget, data, room) {
  const look = frame();
  const {categories, groups, values} = seriesOf(widget, data);
  const lying = lies(widget, categories);
  const line = widget.type === 'line';
  const marks = groups.length * categories.length;
  const labelled = !line && marks <= LABELLED && (lying || room / marks >= LABEL_ROOM);
  const top = groups.length > 1 ? 14 + LEGEND_LINE * linesOfLegend(groups, room) : 16;
  const small = {color: look.muted, fontFamily: look.font, fontSize: 12};
  const categoryAxis = {
    type: 'category',
    data: categories,
    inverse: lying,
    axisLine: {lineStyle: {color: look.axis}},
    axisTick: {show: false},
    axisLabel: {...small, hideOverlap: true, width: lying ? Math.min(360, Math.floor(room * 0.4)) : undefined, overflow: 'truncate'},
    boundaryGap: !line,
  };
  const valueAxis = {
    type: 'value',
    min: 0,
    minInterval: data.rows.every((row) => row.at(-1) === null || Number.isInteger(row.at(-1))) ? 1 : undefined,
    splitNumber: room < 420 && lying ? 2 : 4,
    axisLabel: {...small, hideOverlap: true, formatter: (value) => number(value)},
    splitLine: {lineStyle: {color: look.grid}},
  };
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 200,
    color: palette(),
    textStyle: {fontFamily: look.font},
    grid: {left: 4, right: labelled && lying ? 44 : line ? 32 : 12, top, bottom: 4, containLabel: true},
    legend: groups.length > 1
      ? {top: 0, left: 0, itemWidth: 12, itemHeight: 8, icon: 'roundRect', textStyle: small} : undefined,
    tooltip: {
      trigger: line ? 'axis' : 'item',
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.float,
      borderColor: look.line,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: {color: look.text, fontFamily: look.font, fontSize: 12},
      valueFormatter: (value) => (value === null || value === undefined ? '–' : number(value)),
    },
    xAxis: lying ? valueAxis : categoryAxis,
    yAxis: lying ? categoryAxis : valueAxis,
    series: groups.map((group, index) => ({
      name: group || widget.title,
      type: widget.type,
      data: line && !few(categories) ? dotted(values[index]) : values[index],
      barMaxWidth: 32,
      barCategoryGap: '28%',
      cursor: widget.still ? 'default' : 'pointer',
      symbolSize: 6,
      showSymbol: true,
      showAllSymbol: true,
      symbol: line && !few(categories) ? 'none' : 'emptyCircle',
      lineStyle: {width: 2},
      endLabel: {show: line && !widget.still, color: look.muted, fontFamily: look.font, fontSize: 12, formatter: ({value}) => number(value)},
      triggerLineEvent: true,
      emphasis: {focus: groups.length > 1 ? 'series' : 'none'},
      itemStyle: line ? undefined : {borderRadius: lying ? [0, 2, 2, 0] : [2, 2, 0, 0]},
      label: {
        show: labelled,
        position: lying ? 'right' : 'top',
        color: look.muted,
        fontFamily: look.font,
        fontSize: 12,
        formatter: ({value}) => (value === null ? '' : number(value)),
      },
    })),
  };
}

/** A chart in an element. Its height follows the number of bars that lie. */
export class Chart {
  /**
   * @param node the element, which is in the page
   * @param widget type, title, the names of the columns for category, series and value, and whether
   *     it is still: nothing happens when a mark is clicked
   * @param data columns and rows
   * @param chosen called with the index of the row whose mark was clicked
   */
  constructor(node, widget, data, chosen) {
    this.node = node;
    this.widget = widget;
    this.data = data;
    const {categories} = seriesOf(widget, data);
    if (lies(widget, categories)) {
      node.style.minHeight = `${Math.max(264, categories.length * 24 + 48)}px`;
    }
    this.chart = globalThis.echarts.init(node, null, {renderer: 'canvas'});
    this.chart.on('click', ({seriesIndex, dataIndex}) => {
      const row = seriesOf(this.widget, this.data).rowOf[seriesIndex]?.[dataIndex] ?? -1;
      if (row >= 0) {
        chosen(row);
      }
    });
    this.redraw = () => this.chart.setOption({...optionsOf(this.widget, this.data, node.clientWidth), animation: false}, true);
    this.chart.setOption(optionsOf(widget, data, node.clientWidth));
    document.addEventListener('stoa:theme', this.redraw);
    this.observer = new ResizeObserver(() => {
      if (node.clientWidth !== this.chart.getWidth() || node.clientHeight !== this.chart.getHeight()) {
        this.chart.resize();
        this.redraw();
      }
    });
    this.observer.observe(node);
  }

  /** Draws other data in the same way. */
  update(data) {
    this.data = data;
    this.redraw();
  }

  dispose() {
    document.removeEventListener('stoa:theme', this.redraw);
    this.observer.disconnect();
    this.chart.dispose();
  }
}
