// The reply box: how many texts it makes, Ctrl+Enter to send, and one click sends once.
import { plain, posted } from './fragment.js';

const AFTER_TYPING = 150;

export function composer() {
  const form = document.getElementById('composer');
  const text = document.getElementById('text');
  const count = document.getElementById('count');
  if (!form) return;

  let timer = 0;
  let asked = 0;
  const show = async () => {
    const mine = ++asked;
    const html = await posted('/segments', { text: text.value, csrf: count.dataset.csrf })
      .catch(() => null);
    if (html !== null && mine === asked) count.textContent = plain(html);
  };
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, AFTER_TYPING);
  });
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', () => {
    for (const button of form.querySelectorAll('button')) button.disabled = true;
  });
  window.addEventListener('pageshow', () => {
    for (const button of form.querySelectorAll('button')) button.disabled = false;
  });
  show();
}
