package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sets of templates in the database, and which case has which. */
@Component
class KeptTemplates {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    KeptTemplates(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a set as the one that was accepted last. */
    void accept(LetterTemplateSet set) {
        jdbc.update("insert into letter_template_set (sha256, files, accepted_at) values (?, ?, ?) on conflict (sha256) do update set accepted_at = excluded.accepted_at",
                set.sha256(), written(set), LocalDateTime.now(clock));
    }

    /** The set that was accepted last, by whichever node. */
    Optional<LetterTemplateSet> last() {
        return jdbc.queryForList("select files from letter_template_set order by accepted_at desc, sha256 limit 1", String.class).stream().map(this::read).findFirst();
    }

    /** The set of a case; one that has none yet gets this, for as long as it lasts. Where a letter is only looked at, nothing is settled. */
    LetterTemplateSet ofCase(String number, LetterTemplateSet current) {
        String kept = hashOf(number).orElseGet(() -> {
            if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
                return current.sha256();
            }
            jdbc.update("insert into letter_template_set (sha256, files, accepted_at) values (?, ?, ?) on conflict do nothing", current.sha256(), written(current), LocalDateTime.now(clock));
            jdbc.update("insert into letter_templates_of_case (case_number, sha256) values (?, ?) on conflict do nothing", number, current.sha256());
            return hashOf(number).orElseThrow();
        });
        return current.sha256().equals(kept) ? current : read(jdbc.queryForObject("select files from letter_template_set where sha256 = ?", String.class, kept));
    }

    private Optional<String> hashOf(String number) {
        return jdbc.queryForList("select sha256 from letter_templates_of_case where case_number = ?", String.class, number).stream().findFirst();
    }

    private String written(LetterTemplateSet set) {
        try {
            return json.writeValueAsString(set.files());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private LetterTemplateSet read(String files) {
        try {
            return new LetterTemplateSet(json.readValue(files, new TypeReference<TreeMap<String, String>>() { }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept set of templates could not be read", e);
        }
    }
}
