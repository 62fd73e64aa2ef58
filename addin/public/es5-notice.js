/*
 * Old Office programs show pages in Internet Explorer's engine, which cannot run ours. ES5 only. At the end of the page:
 * what stands above is there, and nothing above waits for it.
 */
(function () {
  var modern =
    !document.documentMode && typeof Promise === 'function' && typeof window.customElements !== 'undefined';
  if (modern) return;
  var notice = document.getElementById('old-browser');
  if (notice) notice.removeAttribute('hidden');
  var app = document.getElementById('app');
  if (app) app.style.display = 'none';
})();
