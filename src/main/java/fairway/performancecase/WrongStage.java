package fairway.performancecase;

/** A transition was asked of a case that stands elsewhere. The message names the case, the transition and the stage found, no text. */
public class WrongStage extends IllegalStateException {

    WrongStage(String number, String transition, Stage found) {
        super(number + ": " + transition + " is not possible in stage " + found);
    }
}
