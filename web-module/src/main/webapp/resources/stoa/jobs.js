/** The list of jobs, renewed when a job changes; at most twice a second, however many change. */
import {renew} from './swap.js';

const list = document.getElementById('jobs');
let due = false;

if (list?.dataset.live === 'true') {
  document.addEventListener('stoa:job', () => {
    if (!due) {
      due = true;
      setTimeout(async () => {
        due = false;
        await renew('jobs');
      }, 500);
    }
  });
}
