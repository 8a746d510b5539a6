/** The servers that work: renewed with each sample, and when a job changes, at most each second. */
import {watch} from './live.js';
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

watch('work', {event: soon, reload: soon});
document.addEventListener('stoa:job', soon);
