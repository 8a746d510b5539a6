/**
 * What happens elsewhere, as it happens: topics over one WebSocket for each page, at /ws/live.
 *
 * The page sends {subscribe: topic, cursor}, where the cursor is that of the last event it saw, or
 * null. It gets {topic, cursor} when listening begins, {topic, cursor, event} for each event, and
 * {topic, reload: true} when events were lost. The state is asked for once listening has begun, so
 * that nothing falls between the two; while there is no connection, and now and then for safety, it
 * is asked for again.
 */
const ADDRESS = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/live`;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const POLL_OFFLINE = 2000;
const POLL_ONLINE = 20000;
const PATIENCE = 1500;

const topics = new Map();
let socket = null;
let wait = FIRST_WAIT;
let polledAt = Date.now();

function open() {
  return socket?.readyState === WebSocket.OPEN;
}

function subscribe(topic) {
  socket.send(JSON.stringify({subscribe: topic, cursor: topics.get(topic).cursor}));
}

function unsubscribe(topic) {
  topics.delete(topic);
  if (open()) {
    socket.send(JSON.stringify({unsubscribe: topic}));
  }
}

function receive(message) {
  const {topic, cursor, event, reload} = JSON.parse(message.data);
  const entry = topics.get(topic);
  if (!entry) {
    return;
  }
  const begun = entry.cursor === null && event === undefined;
  entry.cursor = cursor ?? entry.cursor;
  for (const watcher of [...entry.watchers]) {
    if (reload || begun) {
      ask(watcher);
    } else if (event !== undefined) {
      watcher.event(event);
    }
  }
}

function connect() {
  socket = new WebSocket(ADDRESS);
  socket.addEventListener('open', () => {
    wait = FIRST_WAIT;
    [...topics.keys()].forEach(subscribe);
  });
  socket.addEventListener('message', receive);
  socket.addEventListener('close', () => {
    socket = null;
    if (topics.size > 0) {
      setTimeout(() => !socket && topics.size > 0 && connect(), wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
  });
}

/** Asks for the state; a server that does not answer is asked again with the next poll. */
function ask(watcher) {
  Promise.resolve(watcher.reload()).catch((failure) => console.info('Stoa: no state for now:', failure.message));
}

function poll() {
  const due = open() ? POLL_ONLINE : POLL_OFFLINE;
  if (document.hidden || Date.now() - polledAt < due) {
    return;
  }
  polledAt = Date.now();
  for (const {watchers} of topics.values()) {
    watchers.forEach(ask);
  }
}

setInterval(poll, POLL_OFFLINE);

/**
 * Watches a topic.
 *
 * @param topic such as job:17
 * @param watcher {event, reload}: event is called with each event; reload reads the state from the
 *     API, at first and whenever events may have been lost
 * @returns a function that stops watching
 */
export function watch(topic, watcher) {
  const entry = topics.get(topic) ?? {cursor: null, watchers: new Set()};
  const fresh = !topics.has(topic);
  topics.set(topic, entry);
  entry.watchers.add(watcher);
  if (!socket) {
    connect();
  } else if (fresh && open()) {
    subscribe(topic);
  }
  if (entry.cursor !== null) {
    ask(watcher);
  } else {
    setTimeout(() => entry.cursor === null && ask(watcher), PATIENCE);
  }
  return () => {
    entry.watchers.delete(watcher);
    if (entry.watchers.size === 0 && topics.get(topic) === entry) {
      unsubscribe(topic);
    }
  };
}
