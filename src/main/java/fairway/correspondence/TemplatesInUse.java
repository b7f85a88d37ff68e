package fairway.correspondence;

/** Which templates a letter is made with. */
interface TemplatesInUse {

    /** @param caseNumber of the letter's case, which keeps the templates that it began with; null for a letter of no case */
    LetterTemplateSet of(String caseNumber);
}
