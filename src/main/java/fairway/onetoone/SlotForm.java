package fairway.onetoone;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fairway.staff.Slot;
import fairway.trust.TrustSettings;

/** The usual slot as the page of a line takes it: what was typed, and what is wrong with it. */
record SlotForm(String weekday, String time, String minutes) {

    /** @return the slot; empty with reasons in {@code errors} */
    Optional<Slot> read(TrustSettings trust, List<String> errors) {
        Optional<DayOfWeek> day = Stream.of(DayOfWeek.values()).filter(d -> d.name().equals(weekday) && d.getValue() <= DayOfWeek.FRIDAY.getValue()).findFirst();
        if (day.isEmpty()) {
            errors.add("Choose a weekday from Monday to Friday.");
        }
        Optional<Integer> length = minutes != null && minutes.strip().matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(minutes.strip()))
                .filter(m -> m >= Slot.SHORTEST && m <= Slot.LONGEST) : Optional.empty();
        if (length.isEmpty()) {
            errors.add("Enter a length from " + Slot.SHORTEST + " to " + Slot.LONGEST + " minutes.");
        }
        Optional<LocalTime> start = readTime();
        if (start.isEmpty()) {
            errors.add("Enter a time such as 14:30.");
        } else if (start.get().isBefore(trust.meetingsFrom()) || length.isPresent() && endsLate(start.get(), length.get(), trust)) {
            errors.add("Choose a time between " + trust.meetingsFrom() + " and " + trust.meetingsUntil() + " (Trust setting).");
        }
        return errors.isEmpty() ? Optional.of(new Slot(day.orElseThrow(), start.orElseThrow(), length.orElseThrow())) : Optional.empty();
    }

    private static boolean endsLate(LocalTime start, int length, TrustSettings trust) {
        return start.toSecondOfDay() + length * 60 > trust.meetingsUntil().toSecondOfDay();
    }

    private Optional<LocalTime> readTime() {
        try {
            return time == null ? Optional.empty() : Optional.of(LocalTime.parse(time.strip()).withSecond(0).withNano(0));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static SlotForm of(Slot slot) {
        return new SlotForm(slot.weekday().name(), slot.time().toString(), String.valueOf(slot.minutes()));
    }

}
