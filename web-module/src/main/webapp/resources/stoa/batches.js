/** The list of batches: renewed when a job changes, and with each sample, at most each second. */
import {watch} from './live.js';
import {renew} from './swap.js';

let due = false;

function soon() {
  if (!due && document.getElementById('batches').dataset.live === 'true') {
    due = true;
    setTimeout(async () => {
      due = false;
      await renew('batches');
    }, 1000);
  }
}

document.addEventListener('stoa:job', soon);
watch('work', {event: soon, reload: soon});
