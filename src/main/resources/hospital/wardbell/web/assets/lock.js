// Covers the page when its person is away, and uncovers it for the PIN. What was typed stays in its
// place underneath. The server locks by itself too, and says so with 423.

const WARNING = 60_000;
const STAY = 300_000;

import { shown } from './passkey.js';

export function lock() {
  const screen = document.getElementById('lock-screen');
  if (!screen) return;
  const app = document.querySelector('.app');
  const soon = document.getElementById('lock-soon');
  const problem = document.getElementById('lock-problem');
  const form = document.getElementById('lock-open');
  const passkey = document.getElementById('lock-passkey');
  const after = Number(screen.dataset.after) * 1000;
  const tabs = new BroadcastChannel('wardbell');
  const csrf = new FormData(form).get('csrf');
  let active = Date.now();
  let told = Date.now();

  const post = (url, fields) => fetch(url, {
    method: 'POST',
    headers: { Accept: 'text/vnd.fragment+html' },
    body: new URLSearchParams({ csrf, ...fields }),
  });
  const cover = () => {
    if (screen.open) return;
    soon.hidden = true;
    problem.textContent = '';
    app.hidden = true;
    screen.showModal();
    document.getElementById('lock-typed').focus();
    asked().then(options => { passkey.hidden = !options; });
  };
  // Each time anew: what is asked of an authenticator is good once, for five minutes.
  const asked = async () => {
    if (!globalThis.PublicKeyCredential) return null;
    const answer = await fetch('/lock/passkey', { headers: { Accept: 'text/vnd.fragment+html' } }).catch(() => null);
    const options = answer?.ok && !answer.redirected ? await answer.json() : {};
    return options.rpId === location.hostname ? options : null;
  };
  const uncover = () => {
    active = told = Date.now();
    form.reset();
    screen.close();
    app.hidden = false;
    document.dispatchEvent(new Event('session-open'));
  };
  const lockNow = async () => {
    cover();
    tabs.postMessage('locked');
    await post('/lock', {}).catch(() => null); // the server's own time runs as well
  };

  const act = () => {
    if (screen.open) return;
    active = Date.now();
    soon.hidden = true;
    if (active - told < STAY) return;
    told = active;
    tabs.postMessage('active');
    post('/lock/stay', {}).catch(() => null);
  };
  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    document.addEventListener(kind, act, { passive: true });
  }
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select');
    if (event.key === 'L' && event.shiftKey && !typing && !event.ctrlKey && !event.metaKey) lockNow();
  });
  document.getElementById('lock-now').addEventListener('submit', event => {
    event.preventDefault();
    lockNow();
  });
  document.addEventListener('session-locked', cover);
  tabs.addEventListener('message', ({ data }) => {
    if (data === 'locked') cover();
    if (data === 'open' && screen.open) uncover();
    if (data === 'active') active = told = Date.now();
  });

  screen.addEventListener('cancel', event => event.preventDefault());
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const typed = document.getElementById('lock-typed').value;
    await answered(await post('/lock/open', { typed }).catch(() => null));
  });
  passkey.addEventListener('click', async () => {
    problem.textContent = '';
    const options = await asked();
    const answer = options && await shown(options).catch(() => null);
    if (!answer) {
      problem.textContent = passkey.dataset.failed;
      return;
    }
    await answered(await post('/lock/passkey', { passkey: JSON.stringify(answer) }).catch(() => null));
  });
  const answered = async answer => {
    if (answer?.ok && !answer.redirected) {
      uncover();
      tabs.postMessage('open');
    } else if (answer?.status === 401 || answer?.redirected) {
      location.assign('/sign-in');
    } else {
      problem.textContent = answer ? await answer.text() : app.dataset.wordsOff;
      form.reset();
    }
  };

  setInterval(() => {
    if (screen.open) return;
    const left = after - (Date.now() - active);
    soon.hidden = left > WARNING;
    if (!soon.hidden) {
      soon.textContent = soon.dataset.words.replace('{0}', Math.max(0, Math.ceil(left / 1000)));
    }
    if (left <= 0) lockNow();
  }, 1_000);
}
