/** The page of one batch: kept up to date, cancelled, and done again. */
import {send} from './api.js';
import {watch} from './live.js';
import {problemNote} from './problem.js';
import {renew} from './swap.js';

const address = `/batches/${document.getElementById('batch').dataset.batch}`;
const problem = document.getElementById('batch-problem');
const ask = document.getElementById('batch-ask');
let due = false;

function renewAll() {
  return renew('batch-state', 'batch-actions', 'batch-progress', 'batch-failure', 'batch-steps', 'batch-next', 'batch-facts');
}

/** At most each second, however many jobs change. */
function soon() {
  if (!due) {
    due = true;
    setTimeout(async () => {
      due = false;
      await renewAll();
    }, 1000);
  }
}

async function act(what) {
  try {
    problem.replaceChildren();
    await send('POST', `${address}/${what}`);
  } catch (failure) {
    problem.replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
  }
  await renewAll();
}

document.addEventListener('click', (event) => {
  const what = event.target.closest?.('#batch-actions [data-act]')?.dataset.act;
  if (what === 'cancel') {
    ask.returnValue = '';
    ask.showModal();
  } else if (what === 'repeat') {
    act(what);
  }
});
ask.addEventListener('close', () => ask.returnValue === 'cancel' && act('cancel'));
document.addEventListener('stoa:job', soon);
watch('work', {event: soon, reload: soon});
