/** The servers that work: renewed with each sample, and when a job changes, at most each second. */
import {send} from './api.js';
import {watch} from './live.js';
import {problemNote} from './problem.js';
import {renew} from './swap.js';

let due = false;

function soon() {
  if (!due) {
    due = true;
    setTimeout(async () => {
      due = false;
      await renew('workers');
    }, 1000);
  }
}

async function decide({act, worker}) {
  const problem = document.getElementById('workers-problem');
  try {
    problem.replaceChildren();
    await send('POST', `/work/workers/${worker}/${act}`);
  } catch (failure) {
    problem.replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
  }
  await renew('workers');
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-worker]');
  if (button) {
    decide(button.dataset);
  }
});
watch('work', {event: soon, reload: soon});
document.addEventListener('stoa:job', soon);
