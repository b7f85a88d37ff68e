package fairway.process.model;

/** The three decision tables with the names of what goes in and what comes out. */
public final class DecisionTables {

    private DecisionTables() {
    }

    /** What is missing before a case may start (PM-02, PM-03, PM-04, PM-07, S1P-01); one row per missing thing. */
    public static final class EvidenceGate {

        public static final String KEY = "evidenceGate";

        /** Integer. */
        public static final String DATED_EXAMPLES = "datedExamples";

        /** Integer. */
        public static final String SUPPORT_BEFORE_LATEST_EXAMPLE = "supportBeforeLatestExample";

        /** Boolean. */
        public static final String RAISED_SHOWN = "raisedShown";

        /** One of {@link #EXAMPLE}, {@link #SUPPORT}, {@link #RAISED}, or more where the Trust asks for more. */
        public static final String MISSING = "missing";

        public static final String EXAMPLE = "example";
        public static final String SUPPORT = "support";
        public static final String RAISED = "raised";

        private EvidenceGate() {
        }
    }

    /** The longest time from one one-to-one to the next (OTO-02, OTO-03, OTO-04). */
    public static final class OneToOneFrequency {

        public static final String KEY = "oneToOneFrequency";

        /** Boolean: has current reports, or band 8a and above, or VSM. */
        public static final String MANAGER_OR_ABOVE = "managerOrAbove";

        /** Boolean: additional support is required. */
        public static final String ADDITIONAL_SUPPORT = "additionalSupport";

        /** ISO 8601 period, such as <code>P14D</code>. */
        public static final String INTERVAL = "interval";

        private OneToOneFrequency() {
        }
    }

    /** Whether a plan lies within 4 weeks to 3 months (S1D-14). */
    public static final class PlanTimeframe {

        public static final String KEY = "planTimeframe";

        /** Integer: days from the day of the meeting to the end date. */
        public static final String PLAN_DAYS = "planDays";

        /** Integer: begun months; the same day three months later is still 3. */
        public static final String PLAN_MONTHS = "planMonths";

        /** {@link #WITHIN} or {@link #OUTSIDE}. */
        public static final String TIMEFRAME = "timeframe";

        public static final String WITHIN = "within";
        public static final String OUTSIDE = "outside";

        private PlanTimeframe() {
        }
    }
}
