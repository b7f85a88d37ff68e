package fairway.records;

/** Why something may be taken out of the answer to a subject access request; the law as the person reads it. */
public enum Exemption {

    anotherPerson("Somebody else who has not agreed, and it is not reasonable to go without that (Data Protection Act 2018, Sch. 2, para. 16)"),
    healthOfAnotherPerson("Health of somebody else (UK GDPR Art. 15(4); Data Protection Act 2018, Sch. 2, para. 16)"),
    legalAdvice("Legal advice and proceedings (Data Protection Act 2018, Sch. 2, para. 19)"),
    managementForecast("Plans of the management that would be prejudiced (Data Protection Act 2018, Sch. 2, para. 22)"),
    negotiations("Negotiations with the person that would be prejudiced (Data Protection Act 2018, Sch. 2, para. 23)"),
    confidentialReference("A reference given in confidence (Data Protection Act 2018, Sch. 2, para. 24)"),
    seriousHarm("Health data whose reading is likely to cause serious harm, as a health professional said (Data Protection Act 2018, Sch. 3, para. 5)");

    private final String inWords;

    Exemption(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
