package fairway.audit;

import java.util.Map;

/** What an entry of the access log says, in people's words. */
final class InWords {

    private static final Map<String, String> READ = Map.of(
            "CASE_FILE", "Read the case file", "REGISTER", "Read a list", "FORM", "Opened a form", "HEALTH_RECORD", "Read health data", "LETTER", "Read a letter", "LINE", "Read the one-to-ones",
            "EXPORT", "Exported", "PERSONAL_PAGE", "Read their own page", "AUDIT", "Read this record");

    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("sign-in", "Signed in"),
            Map.entry("sign-in-by-basic", "Signed in as a program"),
            Map.entry("sign-out", "Signed out"),
            Map.entry("session-ended-by-provider", "The Trust’s sign-in service ended the session"),
            Map.entry("session-ended-elsewhere", "Logged out at the Trust’s sign-in service"),
            Map.entry("session-ended-without-provider", "The session ended without the Trust’s sign-in service"),
            Map.entry("password-change", "Changed their password"),
            Map.entry("password-given", "A password was given"),
            Map.entry("role-change", "Got other roles from the sign-in provider"),
            Map.entry("session-over", "Their time signed in was over"),
            Map.entry("back-channel-log-out", "Signed out by the sign-in provider"),
            Map.entry("subject-access-received", "Received an access request"),
            Map.entry("letter-opened", "Opened their own page with a code"),
            Map.entry("letter-closed", "Closed their own page"),
            Map.entry("personal-page", "Answered on their own page"),
            Map.entry("destroyed", "Erased what was past its time"),
            Map.entry("retention-reviewed", "Reviewed the retention schedule"),
            Map.entry("legal-hold-set", "Set a legal hold"),
            Map.entry("legal-hold-lifted", "Lifted a legal hold"),
            Map.entry("retention-run", "Let everything be erased that is past its time"),
            Map.entry("staff list applied", "Applied a staff list"),
            Map.entry("staff-list-rights", "Changed somebody’s sign-in or the divisions whose HR they are, by a staff list"),
            Map.entry("usual-slot", "Changed the usual slot of the one-to-ones"),
            Map.entry("line-absence", "Recorded an absence on the page of the one-to-ones"),
            Map.entry("health-keys-rotate", "Added a key to texts about health"),
            Map.entry("health-keys-reencrypt", "Sealed texts about health with the new key"),
            Map.entry("health-keys-remove-old", "Took keys to texts about health away"),
            Map.entry("POST task/{id}/claim", "Took a task from the queue"),
            Map.entry("POST task/{id}/unclaim", "Handed a task back to the queue"),
            Map.entry("GET process-instance/{id}", "Looked at a process instance"),
            Map.entry("PUT process-instance/{id}/suspended", "Suspended or resumed a process instance"),
            Map.entry("GET job/{id}/stacktrace", "Looked at the failure of a job"),
            Map.entry("PUT job/{id}/retries", "Let a job be tried again"),
            Map.entry("PUT job/{id}/suspended", "Suspended or resumed a job"),
            Map.entry("GET incident", "Looked at failures"),
            Map.entry("GET incident/{id}", "Looked at a failure"),
            Map.entry("POST user/create", "Created a user"),
            Map.entry("PUT user/{name}/profile", "Changed a user’s name or mail"),
            Map.entry("PUT user/{name}/credentials", "Gave a user a password"),
            Map.entry("POST user/{name}/unlock", "Unlocked a user"),
            Map.entry("DELETE user/{name}", "Deleted a user"),
            Map.entry("POST group/create", "Created a group"),
            Map.entry("PUT group/{name}", "Changed a group"),
            Map.entry("DELETE group/{name}", "Deleted a group"),
            Map.entry("PUT group/{name}/members/{name}", "Put a user into a group"),
            Map.entry("DELETE group/{name}/members/{name}", "Took a user out of a group"),
            Map.entry("POST authorization/create", "Granted a right"),
            Map.entry("PUT authorization/{id}", "Changed a right"),
            Map.entry("DELETE authorization/{id}", "Took a right away"));

    private InWords() {
    }

    static String what(LogRow row) {
        return switch (row.outcome()) {
            case "read" -> row.what().equals("CASE_FILE") && row.subject().endsWith(" legal hold") ? "Read why a case is held" : READ.getOrDefault(row.what(), row.what());
            case "done" -> DONE.getOrDefault(row.what(), row.what());
            case "decided" -> "Completed “" + sentence(row.what()) + "”";
            default -> "Refused: " + row.what();
        };
    }

    /** {@code recordStage1Meeting} as “Record stage1 meeting”. */
    private static String sentence(String camelCase) {
        String words = camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
