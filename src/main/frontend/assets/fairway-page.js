/* What a plain page does by itself: print. */
document.querySelectorAll('[data-print]').forEach(function (button) {
  'use strict';
  button.hidden = false;
  button.addEventListener('click', function () {
    window.print();
  });
});
