package fairway.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A person at Fairway in a real browser: signed in at the log-in page, at work in Tasklist. The browser speaks American English, so that what
 * is read and typed day first is day first because Fairway sees to it.
 */
public final class Tasklist implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static Playwright playwright;
    private static Browser browser;

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private Tasklist(String base) {
        this.base = base;
        this.context = visitor();
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> failed.add(request.url() + ": " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                failed.add(response.url() + ": " + response.status());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    /** Somebody with a browser of their own who has not been anywhere yet. */
    public static BrowserContext visitor() {
        return browser().newContext(new Browser.NewContextOptions().setLocale("en-US").setTimezoneId("Europe/London").setViewportSize(1500, 1000));
    }

    /** Signs in with the password {@code fairway} and opens Tasklist. */
    public static Tasklist of(String base, String user) {
        Tasklist tasklist = new Tasklist(base);
        tasklist.page.navigate(base + "/login");
        tasklist.page.fill("#username", user);
        tasklist.page.fill("#password", World.PASSWORD);
        tasklist.page.click("button[type=submit]");
        tasklist.page.waitForURL(url -> !url.contains("/login"));
        tasklist.again();
        return tasklist;
    }

    /** Opens Tasklist anew, with the tasks that are there by now. */
    public void again() {
        page.navigate(base + "/camunda/app/tasklist/default/");
        try {
            page.locator(".task-filters").getByText("My tasks").waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError("Tasklist does not open; the page " + page.url() + " says: " + page.locator("body").innerText() + "\nthe browser: " + complaints + "\nfailed: " + failed, e);
        }
        page.locator(".tasks-list li.task h4, .tasks-list .well:has-text(\"No task\")").first().waitFor();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                browser.close();
                playwright.close();
            }));
        }
        return browser;
    }

    private static Path chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not there; src/test/scripts/ensure-program.sh installs it"));
    }

    /** The page itself, for what this class does not know. */
    public Page page() {
        return page;
    }

    public String base() {
        return base;
    }

    /** What the browser's console complained of, failed requests apart. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Shows the tasks of that filter, e.g. {@code HR decisions}. */
    public Tasklist filter(String name) {
        page.locator(".task-filters").getByText(name).first().click();
        page.waitForLoadState();
        return this;
    }

    /** The names of the tasks in the list, as they stand there. */
    public List<String> tasks() {
        return page.locator(".tasks-list li.task h4").allInnerTexts().stream().map(String::strip).toList();
    }

    /** Opens the task of that name (or beginning of it) and waits for its form. */
    public Fields open(String name) {
        select(name);
        return form();
    }

    /** Shows the task of that name (or beginning of it), which may be somebody else's. */
    public void select(String name) {
        Locator task = page.locator(".tasks-list li.task h4", new Page.LocatorOptions().setHasText(name)).first();
        task.waitFor();
        task.click();
        assertThat(page.locator(".task-card h2.task")).containsText(name, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** The form that is open, as soon as it can be filled in. */
    public Fields form() {
        page.locator(".fairway-form[data-settled] .fjs-form").waitFor();
        return new Fields(page.locator(".fairway-form"));
    }

    /** Takes the open task out of the queue. */
    public Fields claim() {
        page.locator(".task-card .claim").click();
        return form();
    }

    /** Opens the start form of that process. */
    public Fields start(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-dialog ul.processes a", new Page.LocatorOptions().setHasText(process)).click();
        return form();
    }

    /** Presses Start on a start form and waits until it has begun. */
    public void begin() {
        page.locator(".modal-dialog .modal-footer .btn-primary").click();
        try {
            page.waitForFunction("() => !document.querySelector('.modal-dialog') || document.querySelector('.modal-dialog .fairway-form-summary:not([hidden])')");
        } catch (TimeoutError e) {
            throw new AssertionError("it does not begin: " + page.locator(".modal-dialog").innerText() + "\nthe browser: " + complaints + "\nfailed: " + failed, e);
        }
        if (page.locator(".modal-dialog").count() > 0 && page.locator(".modal-dialog .fairway-form-summary:not([hidden])").count() > 0) {
            throw new AssertionError("it was refused: " + summary());
        }
    }

    /** Presses Start on a start form that is refused: the lines of the summary. */
    public List<String> beginRefused() {
        page.locator(".modal-dialog .modal-footer .btn-primary").click();
        return summary();
    }

    /** Presses Complete and waits until the task is gone. */
    public void complete() {
        String name = page.locator(".task-card h2.task").innerText().strip();
        button("Complete").click();
        page.waitForFunction("""
                name => {
                  const title = document.querySelector('.task-card h2.task');
                  return document.querySelector('.fairway-form-summary:not([hidden])') || !title || title.innerText.trim() !== name;
                }""", name);
        if (page.locator(".fairway-form-summary:not([hidden])").count() > 0) {
            throw new AssertionError(name + " was refused: " + summary());
        }
    }

    /** Presses Complete on a form that is refused: the lines of the summary. */
    public List<String> completeRefused() {
        button("Complete").click();
        return summary();
    }

    /** Presses Save: what the form says then. */
    public String save() {
        button("Save").click();
        Locator status = page.locator(".fairway-form-status");
        assertThat(status).containsText("raft", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        return status.innerText();
    }

    public Locator button(String name) {
        return page.locator(".form-actions").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** A label as it stands, with or without the star of fields that have to be filled in; as the browser's own expressions want it. */
    private static Pattern exactly(String label) {
        return Pattern.compile("^\\s*(Restricted · )?" + label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0") + "\\s*\\*?\\s*$");
    }

    private List<String> summary() {
        Locator summary = page.locator(".fairway-form-summary:not([hidden])");
        summary.waitFor();
        return summary.locator("li").allInnerTexts();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Fields of a form, or of one row of a list. */
    public final class Fields {

        private final Locator scope;

        private Fields(Locator scope) {
            this.scope = scope;
        }

        public Locator field(String label) {
            return scope.getByLabel(exactly(label));
        }

        public Fields text(String label, String text) {
            field(label).fill(text);
            field(label).blur();
            return this;
        }

        /** A date, typed as {@code 21/12/2026}. */
        public Fields date(String label, String date) {
            field(label).fill(date);
            field(label).press("Tab");
            return this;
        }

        /** A date and a time, typed as {@code 21/12/2026} and {@code 10:00}. */
        public Fields dateTime(String label, String timeLabel, String date, String time) {
            date(label, date);
            field(timeLabel).fill(time);
            field(timeLabel).press("Tab");
            return this;
        }

        /** One of a few answers to a question. */
        public Fields choose(String question, String answer) {
            scope.getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName(exactly(question)))
                    .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true)).check();
            return this;
        }

        /** One out of a list that can be searched. */
        public Fields pick(String label, String option) {
            field(label).click();
            page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(option)).first().click();
            return this;
        }

        public Fields tick(String label) {
            scope.getByLabel(label).check();
            return this;
        }

        public Fields untick(String label) {
            scope.getByLabel(label).uncheck();
            return this;
        }

        /** Ticks the first so many of a list of things of the case. */
        public Fields tickFirst(String list, int number) {
            Locator boxes = scope.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(exactly(list)))
                    .getByRole(AriaRole.CHECKBOX);
            for (int i = 0; i < number; i++) {
                boxes.nth(i).check();
            }
            return this;
        }

        /** Presses a button such as {@code Add a target}. */
        public Fields add(String button) {
            scope.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
            return this;
        }

        /** A row of a list by its name, e.g. {@code Target 1}. */
        public Fields row(String name) {
            return new Fields(scope.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(name).setExact(true)));
        }

        public String value(String label) {
            return field(label).inputValue();
        }

        /** Messages at the fields. */
        public List<String> messages() {
            return scope.locator(".fjs-form-field-error li, .fairway-list-error").allInnerTexts();
        }

        public Locator locator() {
            return scope;
        }

        /** Tasklist around it, for the buttons. */
        public Tasklist tasklist() {
            return Tasklist.this;
        }

        /** Waits until something is so. */
        public Fields until(Supplier<Boolean> so) {
            page.waitForCondition(so::get);
            return this;
        }
    }
}
