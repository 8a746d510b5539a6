/** A job as it goes on: state, progress, time passed and left, and how it ended. */
import {get} from './api.js';
import {watch} from './live.js';
import {duration, estimate, number, say, sayOr} from './words.js';
import {element, icon} from './dom.js';

const ICONS = {QUEUED: 'waiting', RUNNING: 'running', SUCCEEDED: 'done', FAILED: 'failed', CANCELLED: 'cancelled'};

/** Whether nothing will change any more. */
export function ended(job) {
  return job.state !== 'QUEUED' && job.state !== 'RUNNING';
}

/** What a kind of job does, in words. */
export function kindOf(job) {
  return sayOr(`kind.${job.kind}`, job.kind);
}

/** The state as icon and word, as the tag s:state writes it. */
export function stateBadge(state) {
  return element('span', {class: `state state-${state}`}, icon(ICONS[state]), say(`state.${state}`));
}

/** The time between start and end of a job, or until now. */
export function passed(job) {
  const from = Date.parse(job.startedAt ?? job.submittedAt);
  return (job.finishedAt ? Date.parse(job.finishedAt) : Date.now()) - from;
}

/** The time that a running job still needs if it goes on at its pace; null when nobody can tell. */
function left(job) {
  const {done, total} = job.progress ?? {};
  const spent = passed(job);
  if (job.state !== 'RUNNING' || !total || !done || done >= total || done / total < 0.03 || spent < 2000) {
    return null;
  }
  return (spent * (total - done)) / done;
}

function amount(job) {
  const {done, total} = job.progress ?? {};
  if (!total) {
    return done ? number(done) : '';
  }
  const percent = Math.min(100, Math.floor((100 * done) / total));
  return job.kind === 'data.load' ? `${percent} %` : say('job.amount', number(done), number(total), percent);
}

/** Draws progress into an element that it owns, and redraws without building it anew. */
export class JobProgress {
  constructor(job) {
    this.bar = element('progress', {class: 'progress', max: '1', 'aria-label': say('job.progress')});
    this.text = element('span', {});
    this.figures = element('span', {});
    this.node = element('div', {}, this.bar, element('div', {class: 'progress-line'}, this.text, this.figures));
    this.update(job);
  }

  update(job) {
    const {done, total, text} = job.progress ?? {};
    if (ended(job)) {
      this.bar.hidden = true;
    } else if (total && job.state === 'RUNNING') {
      this.bar.value = Math.min(1, done / total);
    } else {
      this.bar.removeAttribute('value');
    }
    this.text.textContent = job.cancelRequested && !ended(job) ? say('job.cancelling')
      : job.state === 'QUEUED' ? (job.attempt > 0 ? say('job.retrying', job.attempt, job.maxAttempts) : say('job.queued')) : text ?? '';
    const remaining = left(job);
    this.figures.textContent = [
      ended(job) ? '' : amount(job),
      job.startedAt ? say(ended(job) ? 'job.took' : 'job.passed', duration(passed(job))) : '',
      remaining === null ? '' : say('job.left', estimate(remaining)),
    ].filter(Boolean).join(' · ');
  }
}

/** What a load made, as a table; for other results the values as they are. */
export function resultOf(job, address) {
  const datasets = job.result?.datasets;
  if (!Array.isArray(datasets)) {
    return job.result === null || job.result === undefined ? null
      : element('pre', {class: 'log'}, JSON.stringify(job.result, null, 2));
  }
  const rows = datasets.map((dataset) => element('tr', {},
    element('th', {scope: 'row'}, address ? element('a', {href: address(dataset.datasetId)}, dataset.name) : dataset.name),
    element('td', {class: 'number'}, number(dataset.version)),
    element('td', {class: 'number'}, number(dataset.rows)),
    element('td', {class: 'number'}, number(dataset.columns)),
    element('td', {}, say(dataset.unchanged ? 'job.unchanged' : 'job.loaded'))));
  const heads = ['dataset', 'version', 'rows', 'columns', 'outcome'].map((name) =>
    element('th', {scope: 'col', class: ['version', 'rows', 'columns'].includes(name) && 'number'}, say(`job.${name}`)));
  return element('div', {},
    element('div', {class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': say('job.datasets')},
      element('table', {class: 'table', id: 'job-datasets'}, element('thead', {}, element('tr', {}, heads)), element('tbody', {}, rows))),
    element('div', {class: 'card-foot'},
      element('button', {type: 'button', class: 'button button-small button-quiet', 'data-copy-table': 'job-datasets'}, icon('copy'), say('copy.rows')),
      element('button', {type: 'button', class: 'button button-small button-quiet', 'data-save-table': 'job-datasets', 'data-name': `job-${job.id}`},
        icon('download'), say('save.table'))));
}

/**
 * Follows a job until it ends.
 *
 * @param id the job
 * @param seen called with the job each time something changed, and each second while it runs
 * @returns a function that stops following
 */
export function follow(id, seen) {
  let job = null;
  let stopWatching = () => {};
  const tick = setInterval(() => job && job.state === 'RUNNING' && seen(job), 1000);
  const stop = () => {
    clearInterval(tick);
    stopWatching();
  };
  const update = (newer) => {
    if (job && ended(job)) {
      return;
    }
    job = newer;
    seen(job);
    if (ended(job)) {
      stop();
    }
  };
  stopWatching = watch(`job:${id}`, {event: update, reload: async () => update((await get(`/jobs/${id}`)).body)});
  return stop;
}
