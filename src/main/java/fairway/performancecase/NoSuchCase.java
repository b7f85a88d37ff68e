package fairway.performancecase;

/** No case has this number. */
public class NoSuchCase extends IllegalArgumentException {

    NoSuchCase(String number) {
        super("no case " + number);
    }
}
