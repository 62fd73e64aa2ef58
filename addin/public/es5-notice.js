/* Old Office programs show pages in Internet Explorer's engine, which cannot run ours. ES5 only. */
(function () {
  var modern =
    !document.documentMode && typeof Promise === 'function' && typeof window.customElements !== 'undefined';
  if (modern) return;
  document.addEventListener('DOMContentLoaded', function () {
    var notice = document.getElementById('old-browser');
    if (notice) notice.removeAttribute('hidden');
    var app = document.getElementById('app');
    if (app) app.style.display = 'none';
  });
})();
