package fairway.support;


/** Who is there in a test: the made-up Trust of {@code demonstration/staff.csv} with its sign-ins; password of everybody: {@code fairway}. */
public class World {

    /** Called before each test on empty tables. */
    public void populate() {
    }
}
