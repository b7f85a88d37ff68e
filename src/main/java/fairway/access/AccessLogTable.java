package fairway.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.form.Answer;
import fairway.form.Decisions;
import fairway.form.Step;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The access log as rows of {@code access_log}, which the database lets nobody change or remove. Every form that is completed is a decision, and kept. */
@Component
class AccessLogTable implements AccessLog, Decisions {

    private static final int LONGEST_SUBJECT = 400;
    private static final int LONGEST_CHOICE = 400;
    /** Rows of nobody's from one address in a minute. */
    static final int MOST_OF_STRANGERS = 120;
    private static final Pattern NUMBER = Pattern.compile("(PC|L|SAR)-([0-9])");
    private static final String BY_BASIC = "sign-in-by-basic";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final StandingIn standingIn;
    private final TransactionTemplate ownTransaction;

    AccessLogTable(JdbcTemplate jdbc, Clock clock, StandingIn standingIn, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.standingIn = standingIn;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void read(Kind kind, String key, String userId) {
        together("read", kind.name(), key, userId);
    }

    /**
     * What nobody in particular was refused is kept up to a number from one address in a minute, and never as what it says that it is about: no stranger
     * fills the record, nor writes into a case's.
     */
    @Override
    public void refused(String what, String key, String userId) {
        if (userId == null) {
            if (isFlood()) {
                return;
            }
            // an address or a name that they chose themselves
            key = key != null && (key.contains("/") || key.startsWith("user:")) ? NUMBER.matcher(key).replaceAll("$1~$2") : key;
        }
        String subject = key;
        ownTransaction.executeWithoutResult(transaction -> write("refused", what, subject, null, userId, null));
    }

    private boolean isFlood() {
        Integer kept = jdbc.queryForObject("select count(*) from (select 1 from access_log where at > ? and user_id is null and address is not distinct from ? limit ?) as recent",
                Integer.class, OffsetDateTime.now(clock).minusMinutes(1), address(), MOST_OF_STRANGERS);
        return kept != null && kept >= MOST_OF_STRANGERS;
    }

    @Override
    public void signedInByBasic(String userId) {
        Boolean kept = jdbc.queryForObject("select exists (select 1 from access_log where user_id = ? and at > ? and what = ? and address is not distinct from ?)", Boolean.class,
                userId, OffsetDateTime.now(clock).minusHours(1), BY_BASIC, address());
        if (!Boolean.TRUE.equals(kept)) {
            done(BY_BASIC, "user:" + userId, userId);
        }
    }

    @Override
    public void done(String what, String key, String userId) {
        together("done", what, key, userId);
    }

    /** Who stands in for whom is asked before: the decision may change it. */
    @Override
    public Answer kept(Step step, Supplier<Answer> completing, Supplier<Map<String, ?>> furtherChoice) {
        String onBehalfOf = standingIn.forWhom(step.userId(), step.businessKey());
        Answer answer = completing.get();
        String key = step.businessKey() != null ? step.businessKey() : answer.businessKey();
        write("decided", step.formId(), key + (step.subject() == null ? "" : " " + step.subject()), choice(answer.variables(), furtherChoice.get()), step.userId(), onBehalfOf);
        return answer;
    }

    private static String choice(Map<String, ?> heardByTheProcess, Map<String, ?> further) {
        String codes = Stream.of(heardByTheProcess, further).flatMap(choices -> choices.entrySet().stream()).filter(choice -> choice.getValue() != null)
                .map(choice -> choice.getKey() + "=" + choice.getValue()).distinct().collect(Collectors.joining(", "));
        return codes.isEmpty() ? null : shortened(codes, LONGEST_CHOICE);
    }

    /** In the transaction of what is done, so that both are kept or neither; in one of its own beside a transaction that only reads. */
    private void together(String outcome, String what, String key, String userId) {
        String onBehalfOf = standingIn.forWhom(userId, key);
        if (TransactionSynchronizationManager.isActualTransactionActive() && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            write(outcome, what, key, null, userId, onBehalfOf);
        } else {
            ownTransaction.executeWithoutResult(transaction -> write(outcome, what, key, null, userId, onBehalfOf));
        }
    }

    private void write(String outcome, String what, String key, String choice, String userId, String onBehalfOf) {
        jdbc.update("insert into access_log (at, outcome, what, subject, choice, user_id, on_behalf_of, address) values (?, ?, ?, ?, ?, ?, ?, ?)",
                OffsetDateTime.now(clock), outcome, shortened(what, 80), shortened(key, LONGEST_SUBJECT), choice, shortened(userId, 255), onBehalfOf, address());
    }

    private static String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return shortened(request.getRemoteAddr(), 64);
        }
        return null;
    }

    private static String shortened(String text, int most) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= most ? printable : printable.substring(0, most - 1) + "…";
    }
}
