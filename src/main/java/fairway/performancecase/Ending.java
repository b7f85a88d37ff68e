package fairway.performancecase;

/** The nine ends of a case, as the model and the API name them. */
public enum Ending {

    notInstigated("Not instigated"),
    routedElsewhere("Routed elsewhere"),
    improved("Improved"),
    standardMet("Standard met"),
    sustained("Sustained"),
    referred("Referred to formal stage"),
    closedByHr("Closed by HR"),
    withdrawn("Withdrawn"),
    left("Left");

    private final String label;

    Ending(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
