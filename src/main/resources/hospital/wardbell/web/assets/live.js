// Keeps the page as it is on the server: one event stream, ids only; each region is fetched anew when
// something in it has changed. The composer is in no region, so what is typed stays.
import { refresh } from './fragment.js';

const STALE_AFTER = 40_000;
const RETRY = 5_000;

export function live() {
  const app = document.querySelector('.app');
  if (!app) return;
  const region = id => document.getElementById(id);
  const regions = {
    list: once(async () => { if (await refresh(region('list'))) count(region('list')); }, region('list')),
    log: once(() => showLog(region('log')), region('log')),
    texting: once(() => refresh(region('texting'), '/texting'), region('texting')),
    modems: once(() => refresh(region('modems')), region('modems')),
    bell: once(ring, region('bell')),
    alerts: once(() => refresh(region('alert-list')), region('alert-list')),
  };
  const all = () => Object.values(regions).forEach(show => show());
  toEnd(region('log'));

  let heard = Date.now();
  const hear = act => event => {
    heard = Date.now();
    act(event);
  };
  const listen = () => {
    const events = new EventSource('/live');
    events.addEventListener('conversation', hear(event => {
      regions.list();
      if (JSON.parse(event.data).conversation === region('log')?.dataset.conversation) regions.log();
    }));
    events.addEventListener('modem', hear(() => { regions.texting(); regions.modems(); }));
    events.addEventListener('alert', hear(() => { regions.bell(); regions.alerts(); }));
    events.addEventListener('reload', hear(all));
    events.addEventListener('open', () => {
      if (region('live').classList.contains('stale')) all();
      fresh(app, true);
    });
    events.addEventListener('error', () => {
      fresh(app, false);
      if (events.readyState !== EventSource.CLOSED) return; // it comes back by itself
      all(); // leaves for the sign-in page if the session has ended
      setTimeout(listen, RETRY);
    });
  };
  listen();
  document.addEventListener('session-open', all);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - heard > STALE_AFTER) all();
  });
  setInterval(() => {
    if (document.hidden) return;
    regions.list();
    if (underGlass()) regions.bell(); // says how long it still is
  }, 60_000);
}

/** Whether the reader may read another team's conversations for now. */
function underGlass() {
  return document.querySelector('#bell form') !== null;
}

/** Brings the top of the page to date; what may not be read any more goes, what is typed stays. */
async function ring() {
  const before = underGlass();
  await refresh(document.getElementById('bell'), '/alerts/bell');
  const typing = document.querySelector('#composer:not([hidden])');
  if (before && !underGlass() && document.getElementById('list') && !typing) location.reload();
}

/** Runs `work` at most once at a time; asked again meanwhile, once more afterwards. */
function once(work, region) {
  let running = false;
  let again = false;
  const run = async () => {
    if (!region) return;
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      try {
        await work();
      } catch {
        setTimeout(run, RETRY); // the network is away
      }
    }
    running = false;
  };
  return run;
}

async function showLog(region) {
  const log = region.querySelector('.log');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  if (!await refresh(region)) return;
  if (atEnd) toEnd(region);
  const composer = document.getElementById('composer');
  if (composer) composer.hidden = log.dataset.closed === 'true';
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

function fresh(app, isFresh) {
  const notice = document.getElementById('live');
  notice.classList.toggle('stale', !isFresh);
  notice.classList.toggle('vh', isFresh);
  notice.textContent = isFresh ? '' : app.dataset.wordsOff;
}
