// Keeps the page as it is on the server: one event stream, ids only; each region is fetched anew when
// something in it has changed. The composer is in no region, so what is typed stays.
import { refresh } from './fragment.js';

const STALE_AFTER = 40_000;

export function live() {
  const list = document.getElementById('list');
  const log = document.getElementById('log');
  const texting = document.getElementById('texting');
  const notice = document.getElementById('live');
  if (!notice) return;

  toEnd(log);
  const refreshList = once(async () => { if (list && await refresh(list)) count(list); });
  const refreshLog = once(() => log && showLog(log));
  const refreshTexting = once(() => refresh(texting, '/texting'));
  const all = () => { refreshList(); refreshLog(); refreshTexting(); };

  let heard = Date.now();
  const events = new EventSource('/live');
  const hear = act => event => {
    heard = Date.now();
    act(event);
  };
  events.addEventListener('conversation', hear(event => {
    refreshList();
    if (log && JSON.parse(event.data).conversation === log.dataset.conversation) refreshLog();
  }));
  events.addEventListener('modem', hear(() => refreshTexting()));
  events.addEventListener('reload', hear(all));
  events.addEventListener('open', () => {
    if (notice.classList.contains('stale')) all();
    fresh(notice, true);
  });
  events.addEventListener('error', () => fresh(notice, false));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - heard > STALE_AFTER) all();
  });
  setInterval(() => { if (!document.hidden) refreshList(); }, 60_000);
}

/** Runs `work` at most once at a time; asked again meanwhile, once more afterwards. */
function once(work) {
  let running = false;
  let again = false;
  return async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      try {
        await work();
      } catch {
        // The network is away; the stream's next opening fetches everything anew.
      }
    } while (again);
    running = false;
  };
}

async function showLog(region) {
  const log = region.querySelector('.log');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const place = log.scrollTop;
  if (!await refresh(region)) return;
  const fresh = region.querySelector('.log');
  if (atEnd) toEnd(region);
  else fresh.scrollTop = place;
  const composer = document.getElementById('composer');
  if (composer) composer.hidden = fresh.dataset.closed === 'true';
}

function toEnd(region) {
  const log = region?.querySelector('.log');
  if (log) log.scrollTop = log.scrollHeight;
}

/** The number that waits, beside the inbox and in the title. */
function count(list) {
  const waiting = Number(list.querySelector('[data-waiting]')?.dataset.waiting ?? 0);
  const badge = document.getElementById('waiting');
  if (badge) {
    badge.hidden = waiting === 0;
    badge.firstChild.textContent = waiting;
  }
  const title = document.title.replace(/^\(\d+\) /, '');
  document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
}

function fresh(notice, isFresh) {
  notice.classList.toggle('stale', !isFresh);
  notice.classList.toggle('vh', isFresh);
  notice.textContent = isFresh ? '' : document.querySelector('.app').dataset.wordsOff;
}
