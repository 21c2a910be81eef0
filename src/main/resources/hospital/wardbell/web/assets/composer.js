// The reply box: how many texts it makes, Ctrl+Enter to send, and one click sends once.
import { posted } from './fragment.js';

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
    const words = text.value.trim() === ''
      ? count.dataset.none
      : await posted('/segments', { text: text.value, csrf: count.dataset.csrf }).catch(() => null);
    if (words !== null && mine === asked) count.textContent = words;
  };
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, AFTER_TYPING);
  });
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => delete form.dataset.sent);
  show();
}
