package fairway.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fairway.correspondence.DeliveryStart;
import fairway.correspondence.Kinds;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases records. Each call is part of one transaction: what is killed in between has erased nothing, and is done again by the next run. Statements stand
 * in the order that the foreign keys ask for; a test holds them against every table that there is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Destruction {

    /** Everything of a message and its documents, under one business key and written before a day. */
    private static final List<String> MESSAGES = List.of(
            "delete from letter_correction where replaces_id in (select id from delivery where business_key = :key and written_at < :before)",
            "delete from colleague_comment where delivery_id in (select id from delivery where business_key = :key and written_at < :before)",
            "delete from other_date where delivery_id in (select id from delivery where business_key = :key and written_at < :before)",
            "delete from delivery d where business_key = :key and written_at < :before and not exists (with recursive newer as (select r.id, r.written_at from delivery r where r.replaces_id = d.id "
                    + "union select r.id, r.written_at from delivery r join newer on r.replaces_id = newer.id) select from newer where written_at >= :before)");

    /** Letters about health, and what only says that there was advice, or a referral that was stopped. */
    private static final String ABOUT_HEALTH = "(select id from delivery where business_key = :key and (kind in (:kinds) or kind = '" + Kinds.REFERRAL_STOP + "' "
            + "or kind in ('" + Kinds.REMINDER + "', '" + Kinds.NOTICE + "') and (occurrence like 'advice-%' or occurrence like 'adviceReceived-%' or occurrence like 'referralStopped-%')))";

    /** Letters that no message carries any more, and by the next turn the editable copies of which the letter is gone. */
    private static final String DOCUMENTS = "delete from document d where business_key = :key and issued_at < :before "
            + "and not exists (select from delivery_document p where p.document_id = d.id) and not exists (select from document o where o.editable_id = d.id)";

    /** The health compartment, what is sealed beside it, what the chronology kept for HR and OH alone, and messages that tell of health without a text about it. */
    private static final List<String> HEALTH = List.of(
            "delete from referral_shared where referral_id in (select id from referral where case_number = :key)",
            "delete from referral where case_number = :key",
            "delete from health_note where case_number = :key",
            "delete from performance_case_protected where case_number = :key",
            "delete from performance_case_entry where case_number = :key and restricted",
            "delete from target_support where support_item_id in (select id from support_item where case_number = :key and sealed_what is not null)",
            "delete from review_support where support_item_id in (select id from support_item where case_number = :key and sealed_what is not null)",
            "delete from support_item where case_number = :key and sealed_what is not null",
            "update monitoring_review set adjustments_considered = null where case_number = :key",
            "delete from colleague_comment where delivery_id in " + ABOUT_HEALTH,
            "delete from other_date where delivery_id in " + ABOUT_HEALTH,
            "delete from delivery where id in " + ABOUT_HEALTH,
            "delete from delivery_document where document_id in (select id from document where business_key = :key and kind in (:kinds))",
            "delete from document where business_key = :key and kind in (:kinds)",
            "delete from sealing_key where name = :key");

    /** What rests on documents. */
    private static final List<String> CASE_BEFORE_MESSAGES = List.of("delete from stage1_letter_document where case_number = :key");

    private static final List<String> CASE = List.of(
            "delete from calendar_entry where business_key = :key",
            "delete from calendar_series where business_key = :key",
            "delete from letter_templates_of_case where case_number = :key",
            "delete from omission_explanation where case_number = :key",
            "delete from formal_stage_consideration where case_number = :key",
            "delete from plan_end where case_number = :key",
            "delete from monitoring_review where case_number = :key",
            "delete from target_support where target_id in (select t.id from target t join improvement_action_plan p on p.id = t.plan_id where p.case_number = :key)",
            "delete from target where plan_id in (select id from improvement_action_plan where case_number = :key)",
            "delete from improvement_action_plan where case_number = :key",
            "delete from support_item where case_number = :key",
            "delete from stage1_letter where case_number = :key",
            "delete from stage1_meeting_day where case_number = :key",
            "delete from stage1_companion where case_number = :key",
            "delete from stage1_present where case_number = :key",
            "delete from stage1_example where case_number = :key",
            "delete from stage1_standard where case_number = :key",
            "delete from stage1_factor where case_number = :key",
            "delete from stage1_signpost where case_number = :key",
            "delete from stage1_meeting where case_number = :key",
            "delete from performance_case_example where case_number = :key",
            "delete from performance_case_support where case_number = :key",
            "delete from performance_case_missing where case_number = :key",
            "delete from performance_case_agreed_support where case_number = :key",
            "delete from performance_case_manager where case_number = :key",
            "delete from performance_case_pause where case_number = :key",
            "delete from performance_case_conflict where case_number = :key",
            "delete from performance_case_concern where case_number = :key",
            "delete from performance_case_entry where case_number = :key",
            "delete from legal_hold where case_number = :key",
            "delete from performance_case where number = :key");

    private static final String LINE = "line_id = :line";
    private static final String NOTES = "(select id from note where line_id = :line and held_on < :before)";
    private static final String ONE_TO_ONES = "(select o.id from one_to_one o where o.line_id = :line and o.state <> 'planned' and coalesce(o.recorded_on, o.planned_start::date, (select ended_on from line where id = o.line_id)) < :before "
            + "and not exists (select from note n where n.one_to_one_id = o.id))";
    private static final List<String> NOTES_OF_LINE = List.of(
            "delete from note_task where note_id in " + NOTES,
            "delete from note_action where note_id in " + NOTES,
            "delete from example where note_id in " + NOTES,
            "delete from support_record where note_id in " + NOTES,
            "delete from note where " + LINE + " and held_on < :before",
            "delete from postponement where one_to_one_id in " + ONE_TO_ONES,
            "delete from one_to_one where id in " + ONE_TO_ONES,
            "delete from calendar_entry where business_key = :key and starts_at < :before");

    private static final LocalDate EVER = LocalDate.of(9999, 1, 1);

    private final NamedParameterJdbcTemplate jdbc;
    private final EngineRecords engine;
    private final DeliveryStart sending;
    private final DueRecords due;
    private final RetentionSchedule schedule;

    Destruction(NamedParameterJdbcTemplate jdbc, EngineRecords engine, DeliveryStart sending, DueRecords due, RetentionSchedule schedule) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.sending = sending;
        this.due = due;
        this.schedule = schedule;
    }

    /** @return how many records were erased; 0 when they are held, or gone by now */
    int of(DueRecord record, LocalDate today) {
        // whoever sets a hold now waits until this is done; one that was being set is waited for, and seen by what follows
        jdbc.getJdbcOperations().execute("lock table legal_hold in share row exclusive mode");
        return switch (record.kind()) {
            case WENT_NO_FURTHER, CLOSED_CASE, REFERRED_CASE -> wholeCase(record.key());
            case HEALTH -> health(record.key());
            case LINKS -> locked(record.key()) ? update("delete from delivery_token where delivery_id in (select id from delivery where business_key = :key)", Map.of("key", record.key())) : 0;
            case ONE_TO_ONES -> line(record.key(), today);
            case ONE_TO_ONE_STEPS -> steps(today);
            case DRAFTS -> forgottenDrafts(today);
            case ABSENCES -> update("delete from absence a where " + DueRecords.ABSENCE_NOT_NEEDED + " and last_day <= :until", until(record.kind(), today));
            case SUBJECT_ACCESS_ANSWERS -> due.heldRequests().contains(record.key()) ? 0 : answers(List.of(record.key()));
            case SUBJECT_ACCESS -> subjectAccess(record.key());
            case STAFF -> staff(today);
            case WAITING_LISTS -> update("delete from staff_import where applied_at is null and " + DueRecords.UPLOADED_ON + " <= :until", until(record.kind(), today));
            case APPLIED_LISTS -> update("delete from staff_import where " + DueRecords.APPLIED_ON + " <= :until", until(record.kind(), today));
            case ACCESS_LOG -> 0;
            case RUNS -> runs(today);
        };
    }

    /** Nothing is added to the case until this is done. */
    private boolean locked(String number) {
        return !jdbc.queryForList("select 1 from performance_case where number = :key for update", Map.of("key", number)).isEmpty()
                && jdbc.queryForList("select 1 from legal_hold where case_number = :key and lifted_at is null", Map.of("key", number)).isEmpty();
    }

    private boolean mayGo(String number) {
        return locked(number) && !due.waits(number);
    }

    private int wholeCase(String number) {
        if (!mayGo(number)) {
            return 0;
        }
        answers(due.answeredAbout(number));
        drafts(engine.erase(number));
        List<String> contents = contentsOf(number);
        healthPart(number);
        CASE_BEFORE_MESSAGES.forEach(statement -> update(statement, Map.of("key", number)));
        messages(number, EVER);
        CASE.forEach(statement -> update(statement, Map.of("key", number)));
        contents(contents);
        return 1;
    }

    private int health(String number) {
        if (!mayGo(number)) {
            return 0;
        }
        answers(due.answeredAbout(number));
        jdbc.queryForList("select id from delivery where id in " + ABOUT_HEALTH, ofHealth(number), Long.class).forEach(sending::stop);
        List<String> contents = contentsOf(number);
        healthPart(number);
        drafts(engine.tasksOf(number));
        contents(contents);
        return 1;
    }

    private void healthPart(String number) {
        HEALTH.forEach(statement -> update(statement, ofHealth(number)));
    }

    private static Map<String, Object> ofHealth(String number) {
        return Map.of("key", number, "kinds", Kinds.ABOUT_HEALTH);
    }

    private int messages(String key, LocalDate before) {
        int all = 0;
        for (String statement : MESSAGES) {
            all += update(statement, Map.of("key", key, "before", before));
        }
        for (int gone = 1; gone > 0; all += gone) {
            gone = update(DOCUMENTS, Map.of("key", key, "before", before));
        }
        return all;
    }

    private List<String> contentsOf(String key) {
        return jdbc.queryForList("select distinct sha256 from document where business_key = :key", Map.of("key", key), String.class);
    }

    /** Bytes that no document is made of any more, with their keys. */
    private void contents(List<String> hashes) {
        if (!hashes.isEmpty()) {
            update("delete from document_content c where sha256 in (:hashes) and not exists (select from document d where d.sha256 = c.sha256)", Map.of("hashes", hashes));
            update("delete from sealing_key k where name in (:hashes) and not exists (select from document_content c where c.sha256 = k.name)", Map.of("hashes", hashes));
        }
    }

    private void drafts(Collection<String> places) {
        if (!places.isEmpty()) {
            update("delete from form_draft where place in (:places)", Map.of("places", places));
        }
    }

    /** What is older than its time and than the first note that a case rests on; an ended line of which nothing is left goes with it. */
    private int line(String key, LocalDate today) {
        long line = Long.parseLong(key.substring("L-".length()));
        List<String> colleague = jdbc.queryForList("select colleague_staff_number from line where id = :line for update", Map.of("line", line), String.class);
        if (colleague.isEmpty() || due.heldColleagues().contains(colleague.get(0)) || due.askingColleagues().contains(colleague.get(0))) {
            return 0;
        }
        LocalDate before = today.minus(schedule.of(RecordKind.ONE_TO_ONES)).plusDays(1);
        LocalDate cited = due.firstCited().get(line);
        if (cited != null && cited.isBefore(before)) {
            before = cited;
        }
        List<String> contents = contentsOf(key);
        int number = 0;
        for (String statement : NOTES_OF_LINE) {
            number += update(statement, Map.of("line", line, "key", key, "before", before));
        }
        number += messages(key, before);
        contents(contents);
        int ended = update("delete from line l where id = :line and ended_on < :before and not exists (select from note where line_id = l.id) "
                + "and not exists (select from one_to_one where line_id = l.id)", Map.of("line", line, "before", before));
        if (ended > 0) {
            drafts(engine.erase(key));
        } else {
            engine.eraseFinished(key, before);
        }
        return Math.max(number, ended);
    }

    private int steps(LocalDate today) {
        LocalDate before = today.minus(schedule.of(RecordKind.ONE_TO_ONE_STEPS));
        Set<String> held = due.linesThatStay();
        return engine.finishedOfLines(before).keySet().stream().filter(line -> !held.contains(line)).mapToInt(line -> engine.eraseFinished(line, before)).sum();
    }

    private int forgottenDrafts(LocalDate today) {
        List<Long> ids = due.forgottenDrafts(today);
        return ids.isEmpty() ? 0 : update("delete from form_draft where id in (:ids)", Map.of("ids", ids));
    }

    /** The bytes of what was sent, and the keys of everything that was collected for it: the request stays, with the message and its days. @return how many requests had any of it */
    private int answers(List<String> requests) {
        int emptied = 0;
        for (String number : requests) {
            Map<String, Object> pack = Map.of("key", number, "kinds", Set.of(Kinds.SUBJECT_ACCESS_PACK));
            List<String> contents = contentsOf(number);
            update("delete from delivery_document where document_id in (select id from document where business_key = :key and kind in (:kinds))", pack);
            int gone = update("delete from document where business_key = :key and kind in (:kinds)", pack);
            gone += update("update subject_access_request set redactions = null where number = :key and redactions is not null", pack);
            // what was begun in a step of it was sealed by the same key
            drafts(engine.tasksOf(number));
            gone += update("delete from sealing_key where name = :key", pack);
            contents(contents);
            emptied += gone > 0 ? 1 : 0;
        }
        return emptied;
    }

    private int subjectAccess(String number) {
        if (due.heldRequests().contains(number)) {
            return 0;
        }
        drafts(engine.erase(number));
        List<String> contents = contentsOf(number);
        messages(number, EVER);
        contents(contents);
        update("delete from letter_templates_of_case where case_number = :key", Map.of("key", number));
        update("delete from sealing_key where name = :key", Map.of("key", number));
        return update("delete from subject_access_request where number = :key and ended_on is not null", Map.of("key", number));
    }

    /** From the bottom up: a manager goes once nobody who is kept reported to them. Their sign-ins go with them. */
    private int staff(LocalDate today) {
        int all = 0;
        Set<String> users = new TreeSet<>();
        for (List<String> some = nobodyNames(today); !some.isEmpty(); some = nobodyNames(today)) {
            update("delete from absence where staff_number in (:people)", Map.of("people", some));
            // a staff list may have brought somebody back meanwhile
            List<String> gone = jdbc.queryForList("delete from staff_member m where staff_number in (:people) and " + DueRecords.NOT_NAMED + " returning coalesce(lower(user_id), '')",
                    Map.of("people", some), String.class);
            if (gone.isEmpty()) {
                break;
            }
            all += gone.size();
            gone.stream().filter(user -> !user.isEmpty()).forEach(users::add);
        }
        users.forEach(this::signIn);
        return all;
    }

    /** A user name can be somebody else's by now, or stand in another row of the same person: it goes with the last one. */
    private void signIn(String user) {
        Map<String, Object> named = Map.of("user", user);
        if (jdbc.queryForList("select 1 from staff_member where lower(user_id) = :user", named).isEmpty() && engine.forgetUser(user)) {
            update("delete from sign_in where lower(user_id) = :user", named);
            update("delete from provided_user where lower(user_id) = :user", named);
        }
    }

    private List<String> nobodyNames(LocalDate today) {
        return jdbc.queryForList("select staff_number from staff_member m where " + DueRecords.NOT_NAMED + " and left_on <= :until", until(RecordKind.STAFF, today), String.class);
    }

    private int runs(LocalDate today) {
        List<Long> runs = new ArrayList<>(jdbc.queryForList("select id from retention_run where begun_at::date <= :until", until(RecordKind.RUNS, today), Long.class));
        if (runs.isEmpty()) {
            return 0;
        }
        update("delete from retention_item where run_id in (:runs)", Map.of("runs", runs));
        return update("delete from retention_run where id in (:runs)", Map.of("runs", runs));
    }

    private Map<String, Object> until(RecordKind kind, LocalDate today) {
        return Map.of("until", today.minus(schedule.of(kind)));
    }

    private int update(String statement, Map<String, ?> values) {
        return jdbc.update(statement, values);
    }
}
