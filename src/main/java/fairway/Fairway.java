package fairway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import fairway.audit.AuditCommand;
import fairway.audit.MigrateCommand;
import fairway.records.RetentionCommand;
import fairway.records.SubjectAccessCommand;
import fairway.secrecy.HealthKeysCommand;
import fairway.staff.StaffImportCommand;

/** Case management for the informal part of managing performance in an NHS Trust. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Fairway {

    public static void main(String[] args) {
        if (StaffImportCommand.isAskedFor(args)) {
            System.exit(StaffImportCommand.run(Fairway.class, args));
        }
        if (HealthKeysCommand.isAskedFor(args)) {
            System.exit(HealthKeysCommand.run(Fairway.class, args));
        }
        if (RetentionCommand.isAskedFor(args)) {
            System.exit(RetentionCommand.run(Fairway.class, args));
        }
        if (AuditCommand.isAskedFor(args)) {
            System.exit(AuditCommand.run(Fairway.class, args));
        }
        if (MigrateCommand.isAskedFor(args)) {
            System.exit(MigrateCommand.run(Fairway.class, args));
        }
        if (SubjectAccessCommand.isAskedFor(args)) {
            System.exit(SubjectAccessCommand.run(Fairway.class, args));
        }
        SpringApplication.run(Fairway.class, args);
    }
}
