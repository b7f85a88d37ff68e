package fairway.correspondence;

import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** Subjects of messages and calendar entries: neutral, because they are read on lock screens and over shoulders (S1P-04). */
@Component
public class Subjects {

    private final TrustSettings trust;

    public Subjects(TrustSettings trust) {
        this.trust = trust;
    }

    public String letter() {
        return "A letter for you from " + trust.name();
    }

    public String note() {
        return "A note for you from " + trust.name();
    }

    public String reminder() {
        return "A reminder from Fairway";
    }

    public String notice() {
        return "Something in Fairway needs your attention";
    }

    public String code() {
        return "Your code from " + trust.name();
    }

    /** Of a calendar entry and of the message that brings it. */
    public static String meetingWith(String name) {
        return "Meeting with " + OneLine.of(name);
    }
}
