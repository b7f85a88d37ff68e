package fairway.process.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fairway.support.Doors;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A folder of the Trust's that is not right does not stop Fairway; HR and process owners are told where they arrive. */
@FairwayTest
@TestPropertySource(properties = "fairway.trust.letters-folder=/no/such/folder")
class RefusedTemplatesTest {

    @Autowired
    private Doors doors;

    @Test
    void whatWasRefusedStandsOnTheStartPageOfHrAndProcessOwners() {
        for (String user : List.of("hr", "owner")) {
            assertThat(WebSession.of(doors.base(), user).get("/").text()).as(user).contains("Letter templates that are not used", "/no/such/folder: there is no such folder");
        }
        for (String user : List.of("teamleader", "ops", "admin")) {
            assertThat(WebSession.of(doors.base(), user).get("/").text()).as(user).doesNotContain("Letter templates that are not used");
        }
    }
}
