/** Queues and kinds of jobs: kept up to date, paused, resumed and limited; organisations are weighed. */
import {get, send} from './api.js';
import {watch} from './live.js';
import {problemNote} from './problem.js';
import {renew} from './swap.js';

const running = document.getElementById('limit-running');
const starts = document.getElementById('limit-starts');
const share = document.getElementById('limit-weight');
const reserved = document.getElementById('limit-reserved');
const reason = document.getElementById('pause-reason');
const weight = document.getElementById('weigh-weight');
const names = new Map();
let chosen = null;
let due = false;

async function look() {
  await renew('queues');
  showNames();
}

function soon() {
  if (!due) {
    due = true;
    setTimeout(async () => {
      due = false;
      await look();
    }, 1000);
  }
}

/** Organisations have names for those who may see them all; for others the id stays. */
async function readNames() {
  try {
    for (let page = '/organisations?limit=200'; page;) {
      const {body, next} = await get(page);
      body.forEach(({id, name}) => names.set(id, name));
      page = next;
    }
  } catch (failure) {
    if (failure.problem?.status !== 403) {
      document.getElementById('queues-problem').replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
    }
  }
  showNames();
}

function showNames() {
  for (const cell of document.querySelectorAll('[data-organisation]')) {
    const name = names.get(cell.dataset.organisation);
    if (name) {
      cell.textContent = name;
      cell.title = cell.dataset.organisation;
      cell.classList.remove('mono');
    }
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
  await look();
}

function address({what, name}) {
  return `/${what}/${encodeURIComponent(name)}`;
}

function ask(act, thing, name) {
  chosen = thing;
  document.getElementById(`${act}-name`).textContent = name;
  document.getElementById(`${act}-problem`).replaceChildren();
  document.getElementById(`${act}-ask`).showModal();
}

function whole(field) {
  return field.value === '' ? null : Number(field.value);
}

function ifRead({version}) {
  return {'If-Match': `"${version}"`};
}

/** What the buttons of the tables do. */
const acts = {
  pause(thing) {
    reason.value = '';
    ask('pause', thing, thing.name);
  },
  resume(thing) {
    attempt('queues-problem', () => send('POST', `${address(thing)}/resume`));
  },
  limit(thing) {
    const isKind = thing.what === 'kinds';
    document.getElementById('limit-starts-field').hidden = !isKind;
    document.getElementById('limit-share').hidden = isKind;
    running.value = thing.running ?? '';
    starts.value = isKind ? thing.starts ?? '' : '';
    share.value = isKind ? '' : thing.weight ?? '';
    reserved.value = isKind ? '' : thing.reserved ?? '';
    ask('limit', thing, thing.name);
  },
  weigh(thing) {
    weight.value = thing.weight;
    ask('weigh', thing, names.get(thing.organisationOf) ?? thing.organisationOf);
  },
};

/** What the forms of the dialogs do with the thing that was chosen. */
const decisions = {
  pause: () => send('POST', `${address(chosen)}/pause`, {reason: reason.value}),
  limit() {
    const limits = {running: whole(running), startsPerSecond: whole(starts), weight: whole(share), reserved: whole(reserved)};
    return send('PUT', `${address(chosen)}/limits`, limits, ifRead(chosen));
  },
  weigh: () => send('PUT', `/work/weights/${chosen.organisationOf}`, {weight: whole(weight)}, ifRead(chosen)),
};

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-act]');
  if (button) {
    acts[button.dataset.act]?.({...button.dataset});
  }
});
for (const [act, decide] of Object.entries(decisions)) {
  document.getElementById(`${act}-form`).addEventListener('submit', (event) => {
    if (event.submitter?.value === 'save') {
      event.preventDefault();
      attempt(`${act}-problem`, async () => {
        await decide();
        document.getElementById(`${act}-ask`).close();
      });
    }
  });
}
watch('work', {event: soon, reload: soon});
document.addEventListener('stoa:job', soon);
readNames();
