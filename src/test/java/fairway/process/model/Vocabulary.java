package fairway.process.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The constants of a vocabulary class, by group. */
record Vocabulary(Class<?> type) {

    static List<Vocabulary> all() {
        return List.of(new Vocabulary(OneToOneCycleModel.class), new Vocabulary(EarlierOneToOneModel.class), new Vocabulary(PerformanceCaseModel.class),
                new Vocabulary(Stage1MeetingModel.class), new Vocabulary(AfterStage1MeetingModel.class), new Vocabulary(ProgressMonitoringModel.class),
                new Vocabulary(OccupationalHealthReferralModel.class), new Vocabulary(DeliveryModel.class), new Vocabulary(LetterCorrectionModel.class),
                new Vocabulary(SubjectAccessRequestModel.class));
    }

    String key() {
        return constants(type).iterator().next();
    }

    /** Values of a group such as {@code Elements}; none where the class has no such group. */
    Set<String> group(String name) {
        return Arrays.stream(type.getDeclaredClasses()).filter(nested -> nested.getSimpleName().equals(name)).findFirst()
                .map(Vocabulary::constants).orElse(Set.of());
    }

    private static Set<String> constants(Class<?> type) {
        Set<String> values = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                try {
                    values.add((String) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(field + " is not public", e);
                }
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
