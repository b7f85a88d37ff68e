package fairway.process.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FairwayTest
class DeliveryProcessTest {

    private static final String KEY = "PC-2026-000001";

    @Autowired
    private Deliveries deliveries;
    @Autowired
    private Engine engine;

    @Test
    void aNoteIsSentOnce_OTO10() {
        Dispatch note = new Dispatch(KEY, "reviewNote", "review-1", Recipient.mailbox("Zoë Łukasiewicz", "zoe@trust.example"), List.of(), "A note for you from Riverbank NHS Trust",
                "Dear Zoë", List.of(Attachment.pdf("Note of your progress review", new byte[] {1, 2, 3})), false, null);
        long id = deliveries.send(note);
        assertThat(deliveries.send(note)).isEqualTo(id);
        assertThat(deliveries.of(KEY)).singleElement().matches(s -> s.state() == DeliveryState.waiting);
        engine.runDue();
        assertThat(MailBox.received("zoe@trust.example")).hasSize(1);
        Mail mail = MailBox.last("zoe@trust.example");
        assertThat(mail.subject()).isEqualTo("A note for you from Riverbank NHS Trust");
        assertThat(mail.to()).isEqualTo("\"Zoë Łukasiewicz\" <zoe@trust.example>");
        assertThat(mail.attachment("note-of-your-progress-review.pdf").content()).containsExactly(1, 2, 3);
        assertThat(deliveries.of(KEY)).singleElement().matches(s -> s.state() == DeliveryState.sent);
    }
}
