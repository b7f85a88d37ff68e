package fairway.correspondence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Several meetings as one series in people's calendars: one UID for its life, a sequence that rises with every change of any of them. */
@Entity
class CalendarSeries {

    @Id
    private String uid;
    private String businessKey;
    private int sequence;
    private String rule;
    @Version
    private Long version;

    protected CalendarSeries() {
    }

    CalendarSeries(String uid, String businessKey, Rhythm rhythm) {
        this.uid = uid;
        this.businessKey = businessKey;
        this.rule = rhythm.rule();
    }

    void change(Rhythm rhythm) {
        rule = rhythm.rule();
        sequence++;
    }

    String uid() {
        return uid;
    }

    String businessKey() {
        return businessKey;
    }

    int sequence() {
        return sequence;
    }

    Rhythm rhythm() {
        return Rhythm.of(rule);
    }
}
