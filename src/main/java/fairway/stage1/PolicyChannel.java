package fairway.stage1;

/** How the policy was shared with the colleague (S1P-05). */
public enum PolicyChannel {
    email, paper
}
