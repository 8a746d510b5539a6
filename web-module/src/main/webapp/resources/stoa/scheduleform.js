/**
 * The form of a schedule. Its inputs are named by the paths of the JSON that is sent; what a rule or
 * a policy does not know is hidden and left out. The next times appear while the rule is written.
 */
import {send} from './api.js';
import {element} from './dom.js';
import {problemNote} from './problem.js';
import {exactly, say} from './words.js';

const form = document.getElementById('schedule-form');
const problems = document.getElementById('schedule-problems');
const preview = document.getElementById('preview');
const inputs = [...form.elements].filter((input) => input.name);
const input = (name) => form.elements.namedItem(name);
const PAUSE = 400;
const SHOWN = 8;
let pause = 0;
let asked = 0;

const hidden = (one) => one.closest('.field').hidden;

function valueOf(one) {
  const text = one.value.trim();
  return one.dataset.type === 'number' ? Number(text) : one.tagName === 'TEXTAREA' ? JSON.parse(text) : text;
}

/** The definition as the API takes it. */
function definition() {
  const whole = {rule: {}};
  for (const one of inputs.filter((some) => !hidden(some) && some.value.trim() !== '')) {
    const [first, second] = one.name.split('.');
    if (second) {
      whole[first][second] = valueOf(one);
    } else {
      whole[first] = valueOf(one);
    }
  }
  return whole;
}

function fill(known) {
  for (const one of inputs) {
    const value = one.name.split('.').reduce((inside, name) => inside?.[name], known);
    if (value !== undefined && value !== null) {
      one.value = one.tagName === 'TEXTAREA' ? JSON.stringify(value, null, 2) : value;
    }
  }
}

/** A payload with the members of the kind, to be filled in. */
function outline() {
  const members = JSON.parse(input('kind').selectedOptions[0]?.dataset.members ?? '{}');
  const empty = Object.fromEntries(Object.entries(members).map(([name, type]) =>
    [name, type.startsWith('List') ? [] : type === 'String' || type === 'UUID' ? '' : null]));
  input('payload').value = JSON.stringify(empty, null, 2);
}

function showFitting() {
  const rule = input('rule.kind').value;
  for (const field of form.querySelectorAll('[data-rules]')) {
    field.hidden = !field.dataset.rules.split(' ').includes(rule);
  }
  const limit = form.querySelector('[data-missed]');
  limit.hidden = limit.dataset.missed !== input('missed').value;
}

/** Shows what is wrong beside its field; a member of the payload beside the payload. */
function showErrors(errors, prefix = '') {
  for (const one of inputs.filter((some) => some.name.startsWith(prefix))) {
    const mine = errors.filter(({field}) => field === one.name || field.startsWith(`${one.name}.`));
    const place = document.getElementById(`${one.id}-error`);
    place.textContent = mine.map(({field, message}) => field === one.name ? message : `${field.slice(one.name.length + 1)} ${message}`).join('; ');
    place.hidden = mine.length === 0;
    one.removeAttribute('aria-invalid');
    if (mine.length > 0) {
      one.setAttribute('aria-invalid', 'true');
    }
  }
}

function errorsOf(failure) {
  const {errors, field, detail, kind} = failure.problem ?? {};
  return errors ?? (field ? [{field, message: detail}] : kind ? [{field: 'kind', message: detail}] : []);
}

function row(time) {
  const words = time.mark === 'NORMAL' ? '' : say(`schedule.${time.mark.toLowerCase()}`);
  const local = (time.local ?? time.planned).replace('T', ' ');
  const utc = time.at && say('schedule.previewUtc', time.at.slice(0, 19).replace('T', ' '));
  return element('tr', {}, element('td', {title: time.at && exactly(new Date(time.at))},
    element('div', {class: 'nowrap'}, local),
    utc && element('div', {class: 'muted small nowrap'}, utc),
    words && element('div', {class: 'small'}, words)));
}

function table(times) {
  return times.length === 0 ? element('p', {class: 'muted'}, say('schedule.previewNone'))
    : element('table', {class: 'table'},
      element('thead', {}, element('tr', {}, element('th', {scope: 'col'}, say('schedule.previewLocal')))),
      element('tbody', {}, times.map(row)));
}

async function look() {
  const turn = ++asked;
  const {rule} = definitionOrNone();
  if (!rule || !(rule.cron || rule.every || rule.at)) {
    preview.replaceChildren(element('p', {class: 'muted'}, say('schedule.previewWait')));
    return;
  }
  try {
    const times = await send('POST', '/schedules/preview', {...rule, count: SHOWN});
    if (turn === asked) {
      showErrors([], 'rule.');
      preview.replaceChildren(table(times));
    }
  } catch (failure) {
    if (turn === asked) {
      showErrors(errorsOf(failure).map(({field, message}) => ({field: `rule.${field}`, message})), 'rule.');
      preview.replaceChildren(element('p', {class: 'muted'}, failure.message));
    }
  }
}

/** The rule can be looked at though the payload is not JSON yet. */
function definitionOrNone() {
  try {
    return definition();
  } catch {
    return {};
  }
}

async function save() {
  const {schedule, version} = form.dataset;
  const whole = definition();
  const saved = schedule ? await send('PUT', `/schedules/${schedule}`, whole, {'If-Match': `"${version}"`})
    : await send('POST', '/schedules', whole);
  location.assign(`/schedules/${saved.id}`);
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    await save();
  } catch (failure) {
    const syntax = failure instanceof SyntaxError;
    const errors = syntax ? [{field: 'payload', message: say('schedule.notJson')}] : errorsOf(failure);
    showErrors(errors);
    problems.replaceChildren(problemNote(syntax ? {detail: errors[0].message} : failure.problem ?? {detail: failure.message}));
    problems.focus();
  }
});
form.addEventListener('input', (event) => {
  if (event.target.name === 'kind') {
    outline();
  }
  showFitting();
  clearTimeout(pause);
  pause = setTimeout(look, PAUSE);
});

document.getElementById('zones').append(...(Intl.supportedValuesOf?.('timeZone') ?? []).map((zone) => element('option', {value: zone})));
if (form.dataset.definition) {
  fill(JSON.parse(form.dataset.definition));
} else {
  input('rule.zone').value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  outline();
}
showFitting();
look();
