/** The list of schedules: renewed when one looks different, at most once a second. */
import {watch} from './live.js';
import {renew} from './swap.js';

let due = false;
function soon() {
  if (!due) {
    due = true;
    setTimeout(() => {
      due = false;
      renew('schedules');
    }, 1000);
  }
}

watch('schedules', {event: soon, reload: soon});
