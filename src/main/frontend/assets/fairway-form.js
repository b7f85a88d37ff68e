/*
 * Shows a form of Fairway with form-js: in Tasklist (form-host/form.html) and on the page of a case action.
 * Asks the server for schema, prefill, options and draft; reads what was typed as one JSON object; shows refusals at their fields.
 * Keys that begin with an underscore are shown to people and never submitted.
 */
(function () {
  'use strict';

  if (window.FairwayForm) {
    return;
  }

  /** How long after a change it is kept as a draft, in milliseconds. */
  var KEEP_AFTER = 15000;

  // ---------------------------------------------------------------- talking to the server

  function csrfToken() {
    var meta = document.querySelector('meta[name="_csrf"]');
    if (meta && meta.content) {
      return meta.content;
    }
    var cookie = document.cookie.split('; ').find(function (c) { return c.indexOf('FAIRWAY-XSRF-TOKEN=') === 0; });
    return cookie ? decodeURIComponent(cookie.substring(cookie.indexOf('=') + 1)) : '';
  }

  function request(method, url, body, keepAlive) {
    var headers = { Accept: 'application/json, application/problem+json', 'X-Requested-With': 'XMLHttpRequest' };
    if (method !== 'GET') {
      headers['X-XSRF-TOKEN'] = csrfToken();
    }
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    return fetch(url, {
      method: method, headers: headers, credentials: 'same-origin', redirect: 'manual', keepalive: !!keepAlive,
      body: body === undefined ? undefined : JSON.stringify(body)
    }).then(function (response) {
      return response.text().then(function (text) {
        var answer = null;
        try {
          answer = text ? JSON.parse(text) : null;
        } catch (e) {
          answer = null;
        }
        // A redirect is the way to the log-in page: the session is over.
        var status = response.type === 'opaqueredirect' ? 401 : response.status;
        return { ok: response.ok, status: status, body: answer };
      });
    }, function () {
      return { ok: false, status: 0, body: null };
    });
  }

  function sayWhy(answer) {
    switch (answer.status) {
      case 0: return 'Fairway cannot be reached. Check your connection and try again; what you typed is still here.';
      case 401: return 'Your session is over. Sign in again in another tab, then come back here and try again; what you typed is still here.';
      case 403: return 'You may not do this. If you think you should, ask the Trust’s Fairway administrator.';
      case 404: return 'This is not open to you, or it was completed in the meantime. Go back to your list of tasks.';
      default: return (answer.body && answer.body.detail) || 'Something went wrong here, and nothing has changed. Try again; if it happens again, tell the Trust’s Fairway administrator.';
    }
  }

  // ---------------------------------------------------------------- the schema, by path

  /** All components with a place in the submission, each with its path as refusals name it, rows as []: targets[].measure. */
  function componentsByPath(schema) {
    var found = {};
    function walk(components, path) {
      components.forEach(function (component) {
        var name = component.key || component.path;
        var at = name ? (path ? path + '.' + name : name) : path;
        if (component.key) {
          found[at] = component;
        }
        if (component.type === 'dynamiclist') {
          found[at] = component;
          at += '[]';
        }
        if (component.components) {
          walk(component.components, at);
        }
      });
    }
    walk(schema.components || [], '');
    return found;
  }

  function labelOf(component) {
    return component.label || component.dateLabel || '';
  }

  // ---------------------------------------------------------------- dates as people in England write them

  // form-js takes the order of day and month from the browser's language and calls it 'default': a PC set to American English
  // would show 12/21/2026 here and take 3/4/2027 for the fourth of March.
  var BrowserFormat = Intl.DateTimeFormat;
  Intl.DateTimeFormat = function DateTimeFormat(locales, options) {
    return new BrowserFormat(locales === 'default' ? 'en-GB' : locales, options);
  };
  Intl.DateTimeFormat.prototype = BrowserFormat.prototype;
  Intl.DateTimeFormat.supportedLocalesOf = BrowserFormat.supportedLocalesOf;

  var MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

  /**
   * The day that was typed, day first, or undefined. form-js would take 31/02/2026 for the third of March and 12/21/2026 for a day in the
   * next year: a date that does not exist is nobody's date.
   */
  function dayTyped(text) {
    var typed = text.trim().toLowerCase();
    var m = /^(\d{1,2})[\/.\- ](\d{1,2})[\/.\- ](\d{4}|\d{2})$/.exec(typed), year, month, day;
    if (m) {
      day = m[1]; month = m[2]; year = m[3];
    } else if ((m = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed))) {
      year = m[1]; month = m[2]; day = m[3];
    } else if ((m = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4}|\d{2})$/.exec(typed))) {
      day = m[1]; month = MONTHS.indexOf(m[2].substring(0, 3)) + 1; year = m[3];
    } else {
      return undefined;
    }
    var full = Number(year) + (year.length === 2 ? 2000 : 0);
    var date = new Date(full, Number(month) - 1, Number(day));
    var exists = full >= 1900 && full <= 2199 && date.getMonth() === Number(month) - 1 && date.getDate() === Number(day);
    return exists ? date : undefined;
  }

  /** What stands in a date field and is no date; empty when there is nothing wrong. */
  function noDate(input) {
    return input && input.value.trim() && !dayTyped(input.value) ? input.value.trim() : '';
  }

  /** Dates day first and only those that exist, weeks from Monday; what is no date stays in its field, for its message to name it. */
  function dayFirst(input) {
    var picker = input._flatpickr;
    picker.set('locale', { firstDayOfWeek: 1 });
    picker.config.parseDate = function (text) { return dayTyped(text); };
    picker.config.onValueUpdate = [function () {
      if (picker.selectedDates.length) {
        delete input.fairwayTyped;
      } else if (input.fairwayTyped && !dayTyped(input.fairwayTyped)) {
        input.value = input.fairwayTyped;
      }
    }];
    input.addEventListener('input', function () { input.fairwayTyped = input.value; });
  }

  function timeNow() {
    var now = new Date();
    return String(now.getHours()).padStart(2, '0') + ':' + String(now.getMinutes()).padStart(2, '0');
  }

  function dateAndTime(iso) {
    var m = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(iso || '');
    return m ? m[3] + '/' + m[2] + '/' + m[1] + ' ' + m[4] + ':' + m[5] : '';
  }

  // ---------------------------------------------------------------- what is typed, and what is submitted

  function isRows(value) {
    return Array.isArray(value) && value.length > 0 && value.every(function (row) { return row && typeof row === 'object'; });
  }

  /** A draft over the prefill: what the system only shows stays fresh, rows that the system gives stay those of the system. */
  function overlay(prefill, draft, asked) {
    var data = Object.assign({}, prefill);
    Object.keys(draft).forEach(function (key) {
      var fresh = prefill[key], kept = draft[key];
      if (isRows(fresh) && fresh.every(function (row) { return row.id !== undefined; }) && Array.isArray(kept)) {
        data[key] = fresh.map(function (row) {
          var typed = kept.find(function (k) { return k && String(k.id) === String(row.id); });
          return typed ? overlay(row, typed, asked) : row;
        });
      } else if (key.charAt(0) !== '_' || asked.indexOf(key) >= 0 || fresh === undefined) {
        data[key] = kept;
      }
    });
    return data;
  }

  function withoutShown(value) {
    if (Array.isArray(value)) {
      return value.map(withoutShown);
    }
    if (value && typeof value === 'object') {
      var kept = {};
      Object.keys(value).forEach(function (key) {
        if (key.charAt(0) !== '_') {
          kept[key] = withoutShown(value[key]);
        }
      });
      return kept;
    }
    return value;
  }

  /** Ids are text to a form, numbers to some servers. */
  function idsAsText(value, key) {
    if (Array.isArray(value)) {
      return value.map(function (v) { return idsAsText(v, key); });
    }
    if (value && typeof value === 'object') {
      var same = {};
      Object.keys(value).forEach(function (k) { same[k] = idsAsText(value[k], k); });
      return same;
    }
    return key === 'id' && typeof value === 'number' ? String(value) : value;
  }

  // ---------------------------------------------------------------- the form

  /**
   * Opens a form.
   *
   * @param {object} place
   * @param {Element} place.container where it is shown
   * @param {string} place.source   address of schema, prefill and options
   * @param {string} [place.draft]  address of the draft
   * @param {string} [place.preview] address of the letter as it stands
   * @param {string} [place.since]  what the letter as it stands is compared with; the draft where nothing is said
   * @param {function} [place.onTyped] called when a person changed something
   * @returns {Promise} of the open form
   */
  function open(place) {
    var root = document.createElement('div');
    root.className = 'fairway-form';
    root.lang = 'en-GB';
    place.container.replaceChildren(root);
    var wait = say(root, 'status', 'Loading the form …');
    return request('GET', place.source).then(function (answer) {
      wait.remove();
      if (!answer.ok) {
        say(root, 'alert', place.whenNotMine && answer.status === 404 ? place.whenNotMine : sayWhy(answer));
        return null;
      }
      return show(place, root, answer.body);
    });
  }

  function say(root, role, text) {
    var box = document.createElement('div');
    box.className = 'fairway-form-message fairway-form-message--' + role;
    box.setAttribute('role', role);
    box.textContent = text;
    root.prepend(box);
    return box;
  }

  function show(place, root, given) {
    var schema = given.schema;
    var byPath = componentsByPath(schema);
    var options = given.options || {};
    var prefill = idsAsText(given.prefill || {});
    var draft = given.draft && given.draft.data ? given.draft : null;
    var aliases = Object.keys(byPath).filter(function (p) { return byPath[p].properties && byPath[p].properties.submitAs; })
      .map(function (p) { return byPath[p]; });

    var head = document.createElement('div');
    head.className = 'fairway-form-head';
    if (given.caseLink) {
      var link = document.createElement('a');
      link.href = (place.base || '') + given.caseLink;
      link.textContent = /^L-/.test(given.caseNumber || '') ? 'Open the page of this line' : 'Open the case ' + (given.caseNumber || '');
      link.className = 'fairway-form-case';
      if (place.newTab) {
        link.target = '_blank';
        link.rel = 'noopener';
        link.textContent += ' (opens in a new tab)';
      }
      head.append(link);
    }
    if (given.disclosureLink) {
      var disclosure = document.createElement('a');
      disclosure.href = (place.base || '') + given.disclosureLink;
      disclosure.textContent = 'Record a disclosure about health';
      disclosure.className = 'fairway-form-case';
      if (place.newTab) {
        disclosure.target = '_blank';
        disclosure.rel = 'noopener';
        disclosure.textContent += ' (opens in a new tab)';
      }
      head.append(disclosure);
    }
    var print = document.createElement('button');
    print.type = 'button';
    print.className = 'fairway-form-print';
    print.textContent = 'Print';
    print.addEventListener('click', function () { window.print(); });
    head.append(print);
    root.append(head);

    if (given.guidance) {
      var guidance = document.createElement('p');
      guidance.className = 'fairway-form-guidance';
      guidance.textContent = given.guidance;
      root.append(guidance);
    }

    var summary = document.createElement('div');
    summary.className = 'fairway-form-summary';
    summary.hidden = true;
    root.append(summary);

    var status = document.createElement('div');
    status.className = 'fairway-form-status';
    status.setAttribute('role', 'status');
    root.append(status);

    var previewed = given.previewed || 'letter';
    if (given.preview && place.preview) {
      var see = document.createElement('button');
      see.type = 'button';
      see.className = 'fairway-form-see';
      see.textContent = 'See the ' + previewed;
      see.addEventListener('click', seeTheLetter);
      print.before(see);
    }

    if (Object.keys(byPath).some(function (p) { return byPath[p].validate && byPath[p].validate.required; })) {
      var hint = document.createElement('p');
      hint.className = 'fairway-form-required';
      hint.textContent = 'Fields with * have to be filled in.';
      root.append(hint);
    }

    var canvas = document.createElement('div');
    canvas.className = 'fairway-form-canvas';
    root.append(canvas);

    var kept = document.createElement('p');
    kept.className = 'fairway-form-kept';
    root.append(kept);

    var viewer = new window.FormViewer.Form({ container: canvas });
    var refused = [];      // refusals of the server that still stand: { id, indexes, message, value }
    var listErrors = {};   // refusals about a whole list, by the list's id
    var typed = false;
    var ready = false;

    // A field keeps the server's message until its value is another one.
    var validator = viewer.get('validator');
    var ownChecks = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = function (instance, value) {
      var component = viewer.get('formFieldRegistry').get(instance.id);
      var wrongDate = component.type === 'datetime' && !value && noDate(document.getElementById(domIdOf(component, Object.values(instance.indexes || {}))));
      if (wrongDate) {
        return ['“' + wrongDate + '” is no date. Enter day, month and year, for example 21/12/2026.'];
      }
      var messages = ownChecks(instance, value).map(function (message) {
        if (message !== 'Field is required.') {
          return message;
        }
        switch (component.type) {
          case 'checkbox': return 'Tick this when it is so.';
          case 'radio': case 'select': return 'Choose one.';
          case 'checklist': return 'Tick at least one.';
          case 'datetime': return 'Enter a date' + (component.subtype === 'datetime' ? ' and a time' : '') + ', for example 21/12/2026.';
          default: return 'Fill this in.';
        }
      });
      var indexes = Object.values(instance.indexes || {});
      refused.forEach(function (r) {
        if (r.id === instance.id && JSON.stringify(r.indexes) === JSON.stringify(indexes) && r.value === JSON.stringify(value)) {
          messages.push(r.message);
        }
      });
      return messages;
    };

    // form-js looks at a date anew only when its value is another one: one that is no date after another that is none leaves it empty twice.
    canvas.addEventListener('focusout', function (event) {
      var input = event.target;
      if (input.fairwayTyped === undefined) {
        return;
      }
      setTimeout(function () {
        var instance = Object.values(viewer.get('formFieldInstanceRegistry').getAll()).find(function (i) {
          return domIdOf(viewer.get('formFieldRegistry').get(i.id), Object.values(i.indexes || {})) === input.id;
        });
        if (instance && input.isConnected) {
          viewer.get('viewerCommands').updateFieldInstanceValidation(instance, valueAt(viewer._getState().data, instance.valuePath));
        }
      });
    });

    var polish = polisher(viewer, schema, byPath, canvas, listErrors);

    viewer.on('field.updated', function () {
      if (ready && !typed) {
        typed = true;
      }
      if (ready && place.onTyped) {
        place.onTyped();
      }
      if (ready) {
        keepSoon();
      }
    });

    // Sessions end and laptops are shut: what is typed is kept as a draft from time to time, and when the page is left out of sight.
    var keeping = null;

    function typedSoFar() {
      var data = JSON.parse(JSON.stringify(viewer._getState().data));
      delete data.options;
      return data;
    }

    function keepSoon() {
      if (place.draft && !keeping) {
        keeping = setTimeout(keep, KEEP_AFTER);
      }
    }

    function keepNoMore() {
      clearTimeout(keeping);
      keeping = null;
    }

    function keep() {
      if (!keeping) {
        return;
      }
      keepNoMore();
      request('PUT', place.draft, typedSoFar(), document.visibilityState === 'hidden').then(function (answer) {
        if (answer.ok) {
          kept.textContent = 'Kept as a draft at ' + timeNow() + '.';
        }
      });
    }

    function keepOutOfSight() {
      if (document.visibilityState === 'hidden') {
        keep();
      }
    }

    document.addEventListener('visibilitychange', keepOutOfSight);

    function startingData(useDraft) {
      var asked = Object.keys(byPath).filter(function (path) { return path.charAt(0) === '_'; });
      var data = useDraft ? overlay(prefill, idsAsText(draft.data), asked) : Object.assign({}, prefill);
      data.options = options;
      aliases.forEach(function (alias) {
        var key = alias.properties.submitAs, value = data[key];
        var known = (options[key] || []).some(function (o) { return o.value === value; });
        if (value && !known) {
          data[alias.key] = value;
          data[key] = null;
          var choice = (alias.properties.choice || '').split('=');
          if (choice.length === 2) {
            data[choice[0]] = choice[1];
          }
        }
      });
      return data;
    }

    function fill(useDraft) {
      ready = false;
      typed = false;
      refused = [];
      keepNoMore();
      root.removeAttribute('data-settled');
      return viewer.importSchema(schema, startingData(useDraft)).then(function () {
        polish();
        // form-js settles dates and choices of its own accord right after it was filled
        setTimeout(function () {
          ready = true;
          root.setAttribute('data-settled', '');
        }, 300);
      });
    }

    // ------------------------------------------------------------ the letter as it stands

    var pages = null;

    /**
     * Gives the pages with what is typed as a file to open, as all documents are, and says what differs from the draft. Nothing is kept on the server.
     * In a tab, the pages would be under this page's policy, which lets no PDF viewer in.
     */
    function seeTheLetter() {
      var data = form.read();
      keepSoon();
      if (!data) {
        return;
      }
      status.textContent = 'The ' + previewed + ' is being set …';
      request('POST', place.preview, data).then(function (answer) {
        if (!answer.ok) {
          status.textContent = '';
          if (answer.status === 422 && answer.body) {
            showRefusal(answer.body, 'The ' + previewed + ' cannot be shown yet. What you typed is still here.');
          } else {
            showSummary('The ' + previewed + ' cannot be shown', [{ text: sayWhy(answer), target: null }]);
          }
          return;
        }
        forgetPages();
        pages = [answer.body.pdf].concat((answer.body.enclosures || []).map(function (enclosure) { return enclosure.pdf; })).map(asPages);
        tellOfLetter(answer.body).click();
      });
    }

    function asPages(pdf) {
      var bytes = Uint8Array.from(atob(pdf), function (c) { return c.charCodeAt(0); });
      return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    }

    function linkTo(address, name, text) {
      var link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.textContent = text;
      return link;
    }

    function tellOfLetter(letter) {
      status.replaceChildren();
      var link = linkTo(pages[0], previewed.replace(/ /g, '-') + '-not-yet-sent.pdf', 'The ' + previewed + ' as it stood at ' + timeNow() + ' (PDF)');
      var line = document.createElement('p');
      line.append(link);
      (letter.enclosures || []).forEach(function (enclosure, n) {
        line.append(document.createElement('br'), linkTo(pages[n + 1], 'enclosure-' + (n + 1) + '-not-yet-sent.pdf', 'With it: ' + enclosure.title + ' (PDF)'));
      });
      status.append(line);
      if (letter.changes) {
        var what = document.createElement('p');
        var since = place.since || 'the draft';
        what.textContent = letter.changes.length ? 'What changed since ' + since + ':' : 'Nothing changed since ' + since + '.';
        status.append(what);
      }
      if (letter.changes && letter.changes.length) {
        var list = document.createElement('ul');
        letter.changes.forEach(function (change) {
          var item = document.createElement('li');
          var mark = document.createElement('strong');
          mark.textContent = change.mark;
          item.append(mark, ' ' + change.text);
          list.append(item);
        });
        status.append(list);
      }
      status.scrollIntoView({ block: 'nearest' });
      return link;
    }

    function forgetPages() {
      if (pages) {
        pages.forEach(function (page) { URL.revokeObjectURL(page); });
        pages = null;
      }
    }

    function tellOfDraft() {
      status.replaceChildren();
      var text = document.createElement('span');
      text.textContent = 'Draft of ' + dateAndTime(draft.savedAt) + ' loaded. ';
      var discard = document.createElement('button');
      discard.type = 'button';
      discard.className = 'fairway-form-discard';
      discard.textContent = 'Discard draft';
      discard.addEventListener('click', function () {
        request('DELETE', place.draft).then(function (answer) {
          if (!answer.ok) {
            status.textContent = sayWhy(answer);
            return;
          }
          draft = null;
          hideSummary();
          fill(false).then(function () {
            status.textContent = 'The draft is discarded.';
          });
        });
      });
      status.append(text, discard);
    }

    // ------------------------------------------------------------ messages

    function hideSummary() {
      summary.hidden = true;
      summary.replaceChildren();
      Object.keys(listErrors).forEach(function (id) { delete listErrors[id]; });
      polish();
    }

    function showSummary(title, entries) {
      summary.replaceChildren();
      summary.setAttribute('role', 'alert');
      summary.tabIndex = -1;
      var heading = document.createElement('h2');
      heading.textContent = title;
      var list = document.createElement('ul');
      var places = entries.map(function (entry) {
        var element = entry.target && document.getElementById(entry.target);
        var box = element ? element.getBoundingClientRect() : { top: -Infinity, left: 0 };
        return { entry: entry, top: box.top, left: box.left };
      });
      places.sort(function (a, b) { return a.top === b.top ? a.left - b.left : a.top - b.top; });
      places.map(function (place) { return place.entry; }).forEach(function (entry) {
        var item = document.createElement('li');
        if (entry.target) {
          var link = document.createElement('a');
          link.href = '#' + entry.target;
          link.textContent = entry.text;
          link.addEventListener('click', function (event) {
            event.preventDefault();
            jumpTo(entry.target);
          });
          item.append(link);
        } else {
          item.textContent = entry.text;
        }
        list.append(item);
      });
      summary.append(heading, list);
      summary.hidden = false;
      summary.scrollIntoView({ block: 'start' });
      summary.focus({ preventScroll: true });
    }

    function jumpTo(domId) {
      var element = document.getElementById(domId);
      if (!element) {
        return;
      }
      (element.closest('.fjs-form-field') || element).scrollIntoView({ block: 'center' });
      element.focus({ preventScroll: true });
    }

    function domIdOf(component, indexes) {
      var id = 'fjs-form-' + viewer._id + '-' + component.id + indexes.map(function (i) { return '_' + i; }).join('');
      var candidates = [id, id + '-0', id + '-date', id + '-time'].filter(function (c) {
        var element = document.getElementById(c);
        return element && /^(INPUT|TEXTAREA|SELECT|LABEL)$/.test(element.tagName);
      });
      return candidates[0] || null;
    }

    function rowNames(path, indexes) {
      var at = '', n = 0, names = [];
      path.split('.').forEach(function (part) {
        at = at ? at + '.' + part.replace('[]', '') : part.replace('[]', '');
        if (/\[\]$/.test(part)) {
          var list = byPath[at];
          names.push(((list && list.properties && list.properties.rowLabel) || 'Row') + ' ' + (indexes[n++] + 1));
          at += '[]';
        }
      });
      return names.join(', ');
    }

    /** Errors of form-js by field id, rows as nested lists, one by one. */
    function eachError(errors, visit) {
      Object.keys(errors).forEach(function (id) {
        (function walk(value, indexes) {
          if (!Array.isArray(value)) {
            return;
          }
          if (value.length && value.every(function (v) { return typeof v === 'string'; })) {
            value.forEach(function (message) { visit(id, indexes, message); });
          } else {
            value.forEach(function (inner, i) { walk(inner, indexes.concat(i)); });
          }
        })(errors[id], []);
      });
    }

    function showOwnErrors(errors) {
      var pathById = {};
      Object.keys(byPath).forEach(function (path) { pathById[byPath[path].id] = path; });
      var entries = [];
      eachError(errors, function (id, indexes, message) {
        var path = pathById[id] || '', component = byPath[path];
        var where = [rowNames(path, indexes), component ? labelOf(component) : ''].filter(Boolean).join(' – ');
        entries.push({ text: (where ? where + ': ' : '') + message, target: component && domIdOf(component, indexes) });
      });
      showSummary(entries.length === 1 ? 'One field needs your attention' : entries.length + ' fields need your attention', entries);
    }

    function clauseText(clause) {
      return !clause ? '' : clause === 'T' ? ' (Trust setting)' : ' (' + clause + ')';
    }

    /** Shows a refusal of the server: at its fields and as a summary. Everything typed stays. */
    function showRefusal(problem, title) {
      hideSummary();
      refused = [];
      var entries = [];
      var errors = JSON.parse(JSON.stringify(viewer._getState().errors || {}));
      (problem.errors || []).forEach(function (error) {
        var message = error.message + clauseText(error.clause);
        var indexes = [];
        var path = (error.field || '').replace(/\[(\d+)\]/g, function (m, i) { indexes.push(Number(i)); return '[]'; });
        var component = byPath[path];
        while (path && !component) {
          // the row itself, or something inside a value: the nearest field around it
          path = /\[\]$/.test(path) ? path.slice(0, -2) : path.indexOf('.') < 0 ? '' : path.substring(0, path.lastIndexOf('.'));
          component = byPath[path];
        }
        var alias = component && aliases.find(function (a) { return a.properties.submitAs === component.key; });
        if (alias && !domIdOf(component, indexes) && domIdOf(alias, indexes)) {
          component = alias;
        }
        var target = null;
        var where = '';
        if (component && component.type === 'dynamiclist') {
          (listErrors[component.id] = listErrors[component.id] || []).push(message);
          target = 'fjs-form-' + viewer._id + '-' + component.id;
          target = document.getElementById(target) ? target : null;
          where = labelOf(component);
        } else if (component) {
          indexes = indexes.slice(0, (path.match(/\[\]/g) || []).length);
          target = domIdOf(component, indexes);
          where = [rowNames(path, indexes), labelOf(component)].filter(Boolean).join(' – ');
          var instance = Object.values(viewer.get('formFieldInstanceRegistry').getAll()).find(function (i) {
            return i.id === component.id && JSON.stringify(Object.values(i.indexes || {})) === JSON.stringify(indexes);
          });
          if (instance) {
            refused.push({ id: component.id, indexes: indexes, message: message, value: JSON.stringify(valueAt(viewer._getState().data, instance.valuePath)) });
            put(errors, [component.id].concat(indexes), message);
          }
        }
        entries.push({ text: (where ? where + ': ' : '') + message, target: target });
      });
      if (!entries.length) {
        entries.push({ text: problem.detail || problem.title || 'This was refused.', target: null });
      }
      viewer._setState({ errors: errors });
      polish();
      showSummary(title || 'This cannot be completed yet. Nothing has changed, and what you typed is still here.', entries);
    }

    function valueAt(data, path) {
      return path.reduce(function (value, key) { return value === undefined || value === null ? undefined : value[key]; }, data);
    }

    function put(errors, path, message) {
      var at = errors;
      path.forEach(function (key, i) {
        if (i === path.length - 1) {
          at[key] = (Array.isArray(at[key]) ? at[key] : []).concat(message);
        } else {
          at[key] = at[key] || [];
          at = at[key];
        }
      });
    }

    // ------------------------------------------------------------ what the pages around use

    var form = {
      /** What is to be submitted, or null when fields are missing; these are shown then. */
      read: function () {
        if (document.activeElement && canvas.contains(document.activeElement)) {
          document.activeElement.blur();
        }
        refused = [];
        hideSummary();
        var result = viewer.submit();
        if (Object.keys(result.errors).length) {
          polish();
          showOwnErrors(result.errors);
          return null;
        }
        keepNoMore();
        var data = withoutShown(result.data);
        aliases.forEach(function (alias) {
          var value = result.data[alias.key];
          if (value !== undefined && value !== null && value !== '') {
            data[alias.properties.submitAs] = value;
          }
        });
        return data;
      },
      /** Keeps what is typed on the server. */
      saveDraft: function () {
        if (document.activeElement && canvas.contains(document.activeElement)) {
          document.activeElement.blur();
        }
        keepNoMore();
        return request('PUT', place.draft, typedSoFar()).then(function (answer) {
          status.textContent = answer.ok
            ? 'Draft saved at ' + timeNow() + '. Only you see it, until this step is completed.'
            : answer.status === 422 && answer.body && answer.body.errors ? answer.body.errors[0].message : 'The draft is not saved. ' + sayWhy(answer);
          status.scrollIntoView({ block: 'nearest' });
          return answer.ok;
        });
      },
      showRefusal: function (problem) {
        keepSoon();
        showRefusal(problem);
      },
      showFailure: function (answer) {
        keepSoon();
        showSummary('This is not completed', [{ text: sayWhy(answer), target: null }]);
      },
      lock: function (locked) {
        viewer.setProperty('readOnly', locked);
      },
      typed: function () { return typed; },
      settled: function () {
        typed = false;
        keepNoMore();
      },
      close: function () {
        document.removeEventListener('visibilitychange', keepOutOfSight);
        keep();
        forgetPages();
        viewer.destroy();
      }
    };

    return fill(!!draft).then(function () {
      if (draft) {
        tellOfDraft();
      }
      return form;
    });
  }

  // ---------------------------------------------------------------- what form-js leaves to be desired

  /** Names rows and buttons, groups choices for screen readers, hides row numbers, starts weeks on Monday. Runs after each change. */
  function polisher(viewer, schema, byPath, canvas, listErrors) {
    var prefix = 'fjs-form-' + viewer._id + '-';
    var lists = {}, hidden = [], restricted = [];
    Object.keys(byPath).forEach(function (path) {
      var component = byPath[path];
      if (component.type === 'dynamiclist') {
        lists[component.id] = component;
      }
      if (component.properties && component.properties.hiddenFromPeople) {
        hidden.push(component.id);
      }
      if (component.properties && component.properties.restricted) {
        restricted.push(component.id);
      }
    });

    function polish() {
      canvas.querySelectorAll('.fjs-form-field-dynamiclist').forEach(function (element) {
        var id = (element.getAttribute('aria-labelledby') || '').replace(prefix, '');
        var list = lists[id];
        if (!list) {
          return;
        }
        var label = document.getElementById(prefix + id);
        if (label && label.tabIndex !== -1) {
          label.tabIndex = -1;
        }
        var name = (list.properties && list.properties.rowLabel) || 'Row';
        var rows = element.querySelectorAll(':scope > .fjs-children > div');
        rows.forEach(function (row, i) {
          var text = name + ' ' + (i + 1);
          if (row.getAttribute('data-row') !== text) {
            row.setAttribute('data-row', text);
            row.setAttribute('role', 'group');
            row.setAttribute('aria-label', text);
          }
          var remove = row.querySelector(':scope .fjs-repeat-row-remove');
          if (remove && remove.getAttribute('aria-label') !== 'Remove ' + text.toLowerCase()) {
            remove.setAttribute('aria-label', 'Remove ' + text.toLowerCase());
            remove.title = 'Remove ' + text.toLowerCase();
          }
        });
        var add = element.querySelector(':scope > .fjs-repeat-render-footer .fjs-repeat-render-add');
        var wanted = (list.properties && list.properties.addLabel) || 'Add';
        if (add && add.lastChild && add.lastChild.nodeType === 3 && add.lastChild.data !== wanted) {
          add.lastChild.data = wanted;
        }
        var shown = element.querySelector(':scope > .fairway-list-error');
        var messages = listErrors[id] || [];
        var text = messages.join('\n');
        if (!messages.length && shown) {
          shown.remove();
        } else if (messages.length && (!shown || shown.textContent !== text)) {
          if (!shown) {
            shown = document.createElement('div');
            shown.className = 'fairway-list-error';
            element.append(shown);
          }
          shown.textContent = text;
        }
        element.classList.toggle('fairway-has-error', messages.length > 0);
      });
      hidden.forEach(function (id) {
        canvas.querySelectorAll('input[id^="' + prefix + id + '_"]').forEach(function (input) {
          var column = input.closest('.fjs-layout-row');
          if (column && !column.hidden) {
            column.hidden = true;
          }
        });
      });
      restricted.forEach(function (id) {
        var input = document.getElementById(prefix + id) || document.getElementById(prefix + id + '-0');
        var column = input && input.closest('.fjs-layout-column');
        if (column && !column.classList.contains('fairway-restricted')) {
          column.classList.add('fairway-restricted');
        }
      });
      canvas.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach(function (element) {
        var label = element.querySelector(':scope > .fjs-form-field-label');
        var first = element.querySelector('input');
        if (label && first && element.getAttribute('role') === null) {
          label.id = first.id.replace(/-\d+$/, '') + '-label';
          element.setAttribute('role', element.classList.contains('fjs-form-field-radio') ? 'radiogroup' : 'group');
          element.setAttribute('aria-labelledby', label.id);
        }
      });
      canvas.querySelectorAll('.flatpickr-input').forEach(function (input) {
        if (input._flatpickr && !input.getAttribute('data-day-first')) {
          input.setAttribute('data-day-first', 'yes');
          dayFirst(input);
        }
      });
      canvas.querySelectorAll('.fjs-form-field-select input').forEach(function (input) {
        var open = String(!!input.closest('.fjs-form-field-select').querySelector('.fjs-dropdownlist'));
        if (input.getAttribute('aria-expanded') !== open) {
          input.setAttribute('role', 'combobox');
          input.setAttribute('aria-haspopup', 'listbox');
          input.setAttribute('aria-expanded', open);
          input.setAttribute('autocomplete', 'off');
        }
      });
      canvas.querySelectorAll('.fjs-form-field-group > .fjs-form-field-label').forEach(function (label) {
        if (label.getAttribute('role') === null) {
          label.setAttribute('role', 'heading');
          label.setAttribute('aria-level', '3');
        }
      });
    }

    new MutationObserver(polish).observe(canvas, { childList: true, subtree: true });
    return polish;
  }

  window.FairwayForm = { open: open, request: request, sayWhy: sayWhy };
})();
