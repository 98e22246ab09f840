// Leaving fast: three presses of Shift, or the button. The page works without
// this file; with it, the page is emptied before the next one has loaded.
(function () {
  var link = document.querySelector('[data-leave]');
  if (!link) return;
  var presses = 0;
  var timer = 0;

  function leave() {
    document.title = ' ';
    document.body.hidden = true;
    // Not `assign`: the page being left should not stay behind "Back".
    window.location.replace(link.href);
  }

  link.addEventListener('click', function (event) {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keyup', function (event) {
    if (event.key !== 'Shift') {
      presses = 0;
      return;
    }
    presses += 1;
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      presses = 0;
    }, 5000);
    if (presses >= 3) leave();
  });
  // A page brought back by the browser after leaving shows nothing.
  window.addEventListener('pageshow', function (event) {
    if (event.persisted && document.body.hidden) window.location.reload();
  });
})();
