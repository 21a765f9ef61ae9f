/** Escape puts a term's definition away without moving the pointer or the focus; it comes back the next time. */
if (typeof document !== 'undefined') {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const term of document.querySelectorAll('[data-term]:is(:hover, :focus-within)'))
      term.setAttribute('data-dismissed', '');
  });
  for (const left of ['pointerout', 'focusout'])
    document.addEventListener(left, ({ target }) => {
      const term = target instanceof Element && target.closest('[data-dismissed]');
      if (term && !term.matches(':hover')) term.removeAttribute('data-dismissed');
    });
}
