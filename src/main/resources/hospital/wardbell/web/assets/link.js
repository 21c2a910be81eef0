// One-time links: where one is shown, a button that copies it; where one leads, its code is taken out of
// the address, which keeps it from being sent or remembered, and put into the field.
export function link() {
  const code = document.querySelector('[data-code]');
  if (code && location.hash.length > 1) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname);
  }
  for (const button of document.querySelectorAll('[data-copies]')) {
    const what = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(what.textContent);
      button.nextElementSibling.textContent = button.dataset.copied;
    });
  }
}
