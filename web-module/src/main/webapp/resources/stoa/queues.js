/** Queues and kinds of jobs: kept up to date, paused, resumed and limited. */
import {send} from './api.js';
import {watch} from './live.js';
import {problemNote} from './problem.js';
import {renew} from './swap.js';

const ask = document.getElementById('limit-ask');
const running = document.getElementById('limit-running');
const starts = document.getElementById('limit-starts');
let limited = null;
let due = false;

function soon() {
  if (!due) {
    due = true;
    setTimeout(async () => {
      due = false;
      await renew('queues');
    }, 1000);
  }
}

async function attempt(place, action) {
  const problem = document.getElementById(place);
  try {
    problem.replaceChildren();
    await action();
  } catch (failure) {
    problem.replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
  }
  await renew('queues');
}

function address({what, name}) {
  return `/${what}/${encodeURIComponent(name)}`;
}

function askLimit(thing) {
  limited = thing;
  document.getElementById('limit-name').textContent = thing.name;
  document.getElementById('limit-problem').replaceChildren();
  document.getElementById('limit-starts-field').hidden = thing.what !== 'kinds';
  running.value = thing.running ?? '';
  starts.value = thing.starts ?? '';
  ask.showModal();
}

function whole(field) {
  return field.value === '' ? null : Number(field.value);
}

async function limit() {
  const limits = {running: whole(running)};
  if (limited.what === 'kinds') {
    limits.startsPerSecond = whole(starts);
  }
  await send('PUT', `${address(limited)}/limits`, limits, {'If-Match': `"${limited.version}"`});
  ask.close();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-act]');
  if (button?.dataset.act === 'limit') {
    askLimit({...button.dataset});
  } else if (button) {
    attempt('queues-problem', () => send('POST', `${address(button.dataset)}/${button.dataset.act}`));
  }
});
document.getElementById('limit-form').addEventListener('submit', (event) => {
  if (event.submitter?.value === 'save') {
    event.preventDefault();
    attempt('limit-problem', limit);
  }
});
watch('work', {event: soon, reload: soon});
document.addEventListener('stoa:job', soon);
