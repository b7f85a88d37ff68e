/* The page of a case action: the same forms, submitted to /api/cases/{number}/actions/{action}. */
(function () {
  'use strict';

  var host = document.getElementById('fairway-action');
  var button = document.getElementById('fairway-action-submit');
  var form = null;

  window.FairwayForm.open({ container: host, base: host.dataset.base.replace(/\/$/, ''), source: host.dataset.source, preview: host.dataset.preview, since: 'the version that was sent' }).then(function (opened) {
    form = opened;
    button.hidden = !form;
  });

  // Leaving a field can take its error away and move the button from under the pointer: the click would be lost.
  button.addEventListener('mousedown', function (event) {
    event.preventDefault();
  });

  button.addEventListener('click', function () {
    var data = form.read();
    if (!data) {
      return;
    }
    button.disabled = true;
    window.FairwayForm.request('POST', host.dataset.source, data).then(function (answer) {
      if (answer.ok) {
        form.settled();
        window.location.assign((answer.body && answer.body.location) || host.dataset.done);
        return;
      }
      button.disabled = false;
      if (answer.status === 422 && answer.body) {
        form.showRefusal(answer.body);
      } else {
        form.showFailure(answer);
      }
    });
  });

  window.addEventListener('beforeunload', function (event) {
    if (form && form.typed()) {
      event.preventDefault();
    }
  });
})();
