package fairway.onetoone;

import java.time.Period;

/** The Trust's decision table on how often one-to-ones are held (OTO-02 to OTO-04); implemented over {@code oneToOneFrequency}. */
public interface OneToOneFrequency {

    /** The longest time from one one-to-one to the next; the table may ask for more often than the policy, what is longer does not count. */
    Period interval(boolean managerOrAbove, boolean additionalSupport);
}
