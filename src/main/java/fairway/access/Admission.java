package fairway.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Whether somebody who is who they say comes in. A manager has to be on the staff list: everything they see follows from it. */
@Component
class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private static final int OF_FINGERPRINT = 4;

    private final People people;
    private final Identities identities;
    private final AccessLog log;

    Admission(People people, Identities identities, AccessLog log) {
        this.people = people;
        this.identities = identities;
        this.log = log;
    }

    /**
     * What the record calls whoever typed this into the field for the user name: the user who has it, however it is written. People type their password
     * there, and the record is for ever, so of everything else it keeps the beginning of a fingerprint: enough to tell that the same was
     * typed again, too little to guess it from.
     */
    String inTheRecord(String typed) {
        String name = typed == null ? "" : typed;
        return "user:" + Stream.of(name, name.strip().toLowerCase(Locale.ROOT)).distinct().filter(Admission::canBeAName).map(identities::find)
                .flatMap(Optional::stream).map(Identity::userId).findFirst().orElseGet(() -> "unknown " + Fingerprint.of(name).substring(0, OF_FINGERPRINT));
    }

    private static boolean canBeAName(String name) {
        return Provisioning.USER_NAME.matcher(name).matches();
    }

    /**
     * @throws NotAdmitted    when the staff list has the user name in another spelling
     * @throws NotOnStaffList when the user is a manager whom the staff list does not know
     */
    Authentication admit(Identity identity) {
        refuseOtherSpelling(identity.userId());
        if (identity.has(Role.MANAGER) && people.ofUser(identity.userId()).isEmpty()) {
            LOG.warn("User {} is in the group of managers, but nobody on the staff list has that sign-in", identity.userId());
            log.refused("sign-in-not-on-staff-list", "user:" + identity.userId(), identity.userId());
            throw new NotOnStaffList();
        }
        return signedIn(identity);
    }

    /**
     * The staff list knows its people by their user name to the letter. In another spelling they would be nobody there, and no conflict of theirs be found.
     *
     * @throws NotAdmitted when the staff list has the user name in another spelling
     */
    void refuseOtherSpelling(String userId) {
        if (people.haveInOtherSpelling(userId)) {
            LOG.warn("The staff list has the user name {} in another spelling", userId);
            log.refused("sign-in-other-spelling", "user:" + userId, userId);
            throw new NotAdmitted(NotAdmitted.Reason.SPELLING);
        }
    }

    static Authentication signedIn(Identity identity) {
        return UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(identity.userId(), identity.name()), null, authorities(identity));
    }

    static List<GrantedAuthority> authorities(Identity identity) {
        return identity.groups().stream().sorted().<GrantedAuthority>map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList();
    }
}
