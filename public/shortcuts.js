// Single keys for staff who have switched them on. An element says its key with data-shortcut; rows
// are the links with data-shortcut-row. Nothing happens while somebody types, or with Ctrl, Alt or
// Meta, which belong to the browser and to screen readers.
(() => {
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'));
  const rows = () => [...document.querySelectorAll('a[data-shortcut-row]')];

  const move = (step) => {
    const all = rows();
    const at = all.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const next = at === -1 && step < 0 ? all.length - 1 : at + step;
    all[Math.min(Math.max(0, next), all.length - 1)]?.focus();
  };
  const claim = () => {
    const row = document.activeElement?.closest('tr');
    row?.querySelector('button[name=claim]')?.click();
  };
  const go = (key) => {
    const target = [...document.querySelectorAll('[data-shortcut]')].find(
      (element) => element.getAttribute('data-shortcut') === key,
    );
    if (target instanceof HTMLInputElement) target.focus();
    else target?.click();
    return target !== undefined;
  };
  const own = new Map([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['c', claim],
  ]);

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
    const act = own.get(event.key);
    if (act) act();
    else if (!go(event.key)) return;
    event.preventDefault();
  });
})();
