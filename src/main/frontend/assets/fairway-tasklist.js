/*
 * Fairway's forms inside Tasklist: submits one transient JSON variable, keeps drafts on the server instead of in the browser,
 * and answers refusals in the form instead of in Tasklist's red box.
 */
(function () {
  'use strict';

  /** Tasklist stays silent about a failed submission with this text, and its Complete button is usable again. */
  var SILENT = 'camForm submission prevented';

  function attach(camForm, $scope, host, base) {
    var process = camForm.processDefinitionKey || String(camForm.processDefinitionId || '').split(':')[0];
    var place = base + (camForm.taskId ? '/api/tasks/' + encodeURIComponent(camForm.taskId) : '/api/start-forms/' + encodeURIComponent(process));
    var form = null;
    var gone = false;

    function apply(change) {
      // form-js calls from inside AngularJS's own cycle now and then
      setTimeout(function () {
        if (!gone) {
          $scope.$apply(change);
        }
      });
    }

    function openForm() {
      return window.FairwayForm.open({
        container: host,
        base: base,
        newTab: true,
        source: camForm.taskId ? place + '/form' : place,
        draft: place + '/draft',
        preview: camForm.taskId ? place + '/preview' : null,
        whenNotMine: 'Nobody has taken this task yet, or it is somebody else’s. If it is in your queue, press “Claim” above to take it; the form opens then.',
        onTyped: function () {
          if ($scope.fairwayForm && !$scope.fairwayForm.$dirty) {
            apply(function () { $scope.fairwayForm.$setDirty(); });
          }
        }
      }).then(function (opened) {
        form = opened;
        if (form && gone) {
          form.close();
        }
      });
    }

    camForm.on('submit', function () {
      var data = form && form.read();
      if (!data) {
        camForm.submitPrevented = true;
        return;
      }
      camForm.variableManager.variables.submission = {
        name: 'submission', type: 'Json', value: data, isDirty: true, valueInfo: { transient: true }
      };
    });

    camForm.on('submit-failed', function (source, given) {
      var error = given && given[0];
      if (!form || !error || error.message === SILENT) {
        return;
      }
      var response = error.response || {};
      var problem = response.body;
      if (!problem && response.text) {
        try {
          problem = JSON.parse(response.text);
        } catch (e) {
          problem = null;
        }
      }
      if (error.status === 422 && problem) {
        form.showRefusal(problem);
      } else {
        form.showFailure({ status: error.status || 0, body: problem });
      }
      error.message = SILENT;
    });

    camForm.on('submit-success', function () {
      if (form) {
        form.settled();
      }
    });

    camForm.on('store', function () {
      camForm.storePrevented = true;
      if (form) {
        form.saveDraft().then(function (saved) {
          if (!saved) {
            apply(function () { $scope.fairwayForm.$setDirty(); });
          }
        });
      }
    });

    $scope.$on('$destroy', function () {
      gone = true;
      if (form) {
        form.close();
      }
    });

    return openForm().then(function () {
      // a task that is claimed while it is shown becomes mine
      $scope.$watch('options.disableCompleteButton', function (locked) {
        if (!locked && !form && !gone) {
          openForm();
        }
      });
    });
  }

  window.FairwayTasklist = { attach: attach };
})();
